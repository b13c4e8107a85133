-- SPDX-FileCopyrightText: Signalbox contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Configuration: currencies, calendars, processes, channels, and the plan that ingest works by.

-- ISO 4217 minor units. Source: ISO 4217 list one and three (withdrawn codes that old orders still carry).
CREATE TABLE integration.currency (
    code text PRIMARY KEY CHECK (code ~ '^[A-Z]{3}$'),
    digits smallint NOT NULL CHECK (digits BETWEEN 0 AND 4)
);
-- The same as models/domain/money.cpp, which says what is left out; tst_migrations compares them.
INSERT INTO integration.currency (code, digits)
SELECT code, digits FROM (VALUES
    (0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF ADP BEF BYB BYR ESP GRD ITL LUF MGF PTE TPE
         TRL'),
    (2, 'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY
         COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS
         INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR
         MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP
         STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG AFA
         ANG ATS AZM BGL BGN CSD CUC CYP DEM EEK FIM FRF GHC GWP HRK IEP LTL LVL MRO MTL MXP MZM NLG PLZ ROL RUR SDD SIT
         SKK SLL SRG STD TMM USS VEB VEF YUM ZMK ZWD ZWL ZWN ZWR'),
    (3, 'BHD IQD JOD KWD LYD OMR TND'),
    (4, 'CLF UYW')) AS list (digits, codes), regexp_split_to_table(codes, '\s+') AS code;

-- Kinds of system, as processes name them; a system is an application that takes part.
CREATE TABLE integration.system (
    code text PRIMARY KEY CHECK (code ~ '^[a-z][a-z0-9_]*$'),
    title text NOT NULL
);
INSERT INTO integration.system VALUES
    ('shop', 'Web shop'), ('pos', 'Point of sale'), ('marketplace', 'Marketplace'), ('middleware', 'Integration layer'),
    ('fraud', 'Fraud screening'), ('psp', 'Payment provider'), ('inventory', 'Inventory'), ('erp', 'ERP'), ('wms', 'Warehouse'),
    ('store', 'Store'), ('carrier', 'Carrier'), ('finance', 'Finance'), ('crm', 'Customer service and mail');

-- When work counts. calendar_span is the calendar rolled out into open spans, with the open time before each, so that
-- "start plus 3 open days" is two index look-ups.
CREATE TABLE integration.business_calendar (
    name text PRIMARY KEY CHECK (name ~ '^[a-z][a-z0-9_]*$'),
    title text NOT NULL,
    zone text NOT NULL,
    week jsonb NOT NULL, -- seven arrays of "HH:MM-HH:MM", Monday first
    exceptions jsonb NOT NULL DEFAULT '[]', -- [{"date", "open": [...], "note"}]
    always boolean NOT NULL DEFAULT false -- open at every moment: no spans needed
);
CREATE TABLE integration.calendar_span (
    calendar text COLLATE "C" NOT NULL REFERENCES integration.business_calendar ON DELETE CASCADE,
    opens_at timestamptz NOT NULL,
    closes_at timestamptz NOT NULL CHECK (closes_at > opens_at),
    open_before double precision NOT NULL, -- seconds of open time before opens_at, since the first span
    PRIMARY KEY (calendar, closes_at)
);
CREATE INDEX calendar_span_open_before ON integration.calendar_span (calendar, open_before);

-- Local to UTC. In the hour that a DST change skips, the time moves forward; in the hour it repeats, the first counts.
CREATE FUNCTION integration.local_to_utc(local timestamp, zone text) RETURNS timestamptz
LANGUAGE sql STABLE AS $$
    SELECT CASE
        WHEN (local AT TIME ZONE zone - interval '2 hours') AT TIME ZONE zone = local THEN local AT TIME ZONE zone - interval '2 hours'
        WHEN (local AT TIME ZONE zone - interval '1 hour') AT TIME ZONE zone = local THEN local AT TIME ZONE zone - interval '1 hour'
        WHEN (local AT TIME ZONE zone - interval '30 minutes') AT TIME ZONE zone = local THEN local AT TIME ZONE zone - interval '30 minutes'
        ELSE local AT TIME ZONE zone
    END
$$;

-- The span of years that calendars cover; events outside of it are not accepted.
CREATE FUNCTION integration.calendar_horizon(OUT first_day date, OUT last_day date)
LANGUAGE sql IMMUTABLE AS $$ SELECT date '2000-01-01', date '2045-12-31' $$;

CREATE FUNCTION integration.put_calendar(definition jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp SET timezone = 'UTC' AS $$
DECLARE
    calendar_name text := definition->>'calendar';
    zone text := definition->>'zone';
    week jsonb := definition->'week';
    exceptions jsonb := COALESCE(definition->'exceptions', '[]');
BEGIN
    IF NOT EXISTS (SELECT FROM pg_timezone_names WHERE name = zone) THEN
        RAISE EXCEPTION 'calendar %: there is no time zone "%"', calendar_name, zone USING ERRCODE = 'invalid_parameter_value';
    END IF;
    IF jsonb_typeof(week) IS DISTINCT FROM 'array' OR jsonb_array_length(week) <> 7 THEN
        RAISE EXCEPTION 'calendar %: "week" must be seven lists, Monday first', calendar_name USING ERRCODE = 'invalid_parameter_value';
    END IF;
    INSERT INTO integration.business_calendar AS c (name, title, zone, week, exceptions, always)
    VALUES (calendar_name, COALESCE(definition->>'title', calendar_name), zone, week, exceptions,
            exceptions = '[]' AND week = '[["00:00-24:00"],["00:00-24:00"],["00:00-24:00"],["00:00-24:00"],["00:00-24:00"],["00:00-24:00"],["00:00-24:00"]]')
    ON CONFLICT (name) DO UPDATE SET title = EXCLUDED.title, zone = EXCLUDED.zone, week = EXCLUDED.week,
        exceptions = EXCLUDED.exceptions, always = EXCLUDED.always;

    DELETE FROM integration.calendar_span s WHERE s.calendar = calendar_name;
    INSERT INTO integration.calendar_span (calendar, opens_at, closes_at, open_before)
    WITH day AS (
        SELECT d::date AS day, COALESCE(e.open, week->(extract(isodow FROM d)::int - 1)) AS open
        FROM integration.calendar_horizon() h, generate_series(h.first_day, h.last_day, interval '1 day') d
        LEFT JOIN (SELECT (x->>'date')::date AS date, COALESCE(x->'open', '[]') AS open FROM jsonb_array_elements(exceptions) x) e ON e.date = d::date
    ), span AS (
        SELECT integration.local_to_utc(day + split_part(hours, '-', 1)::interval, zone) AS opens_at,
               integration.local_to_utc(day + split_part(hours, '-', 2)::interval, zone) AS closes_at
        FROM day, jsonb_array_elements_text(open) hours
    ), island AS ( -- spans that touch are one
        SELECT *, sum((opens_at > ends_before)::int) OVER (ORDER BY opens_at) AS number
        FROM (SELECT *, COALESCE(max(closes_at) OVER (ORDER BY opens_at ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), '-infinity') AS ends_before
              FROM span WHERE closes_at > opens_at) s
    ), whole AS (
        SELECT min(opens_at) AS opens_at, max(closes_at) AS closes_at FROM island GROUP BY number
    )
    SELECT calendar_name, opens_at, closes_at,
           COALESCE(sum(extract(epoch FROM closes_at - opens_at)) OVER (ORDER BY opens_at ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)
    FROM whole;
END
$$;

-- start + seconds of open time. Starting while closed, the clock begins at the next opening; a target that ends with a
-- closing time is due at that closing. No row without a calendar, NULL beyond the horizon. A table function, so that it
-- becomes part of the query that asks: an index look-up, or two, instead of a call.
CREATE FUNCTION integration.calendar_due(calendar_name text, start timestamptz, seconds double precision) RETURNS TABLE (due_at timestamptz)
LANGUAGE sql STABLE ROWS 1 AS $$
    SELECT CASE WHEN s.simply <= s.closes_at THEN s.simply -- most targets end in the hours they begin in
        ELSE (SELECT last.opens_at + make_interval(secs => goal - last.open_before)
              FROM (SELECT s.open_before + GREATEST(0, extract(epoch FROM start - s.opens_at)::double precision) + seconds AS goal) g,
                   LATERAL (SELECT l.opens_at, l.open_before, l.closes_at FROM integration.calendar_span l
                            WHERE l.calendar = calendar_name AND l.open_before < goal ORDER BY l.open_before DESC LIMIT 1) last
              WHERE last.opens_at + make_interval(secs => goal - last.open_before - 1) <= last.closes_at)
        END
    FROM (SELECT l.*, GREATEST(start, l.opens_at) + make_interval(secs => GREATEST(0, seconds)) AS simply
          FROM integration.calendar_span l WHERE l.calendar = calendar_name AND l.closes_at > start ORDER BY l.closes_at LIMIT 1) s
$$;

SELECT integration.put_calendar('{"calendar": "always", "title": "Around the clock", "zone": "UTC",
    "week": [["00:00-24:00"],["00:00-24:00"],["00:00-24:00"],["00:00-24:00"],["00:00-24:00"],["00:00-24:00"],["00:00-24:00"]]}');
SELECT integration.put_calendar('{"calendar": "weekdays", "title": "Monday to Friday", "zone": "Europe/Berlin",
    "week": [["00:00-24:00"],["00:00-24:00"],["00:00-24:00"],["00:00-24:00"],["00:00-24:00"],[],[]]}');
SELECT integration.put_calendar('{"calendar": "warehouse", "title": "Warehouse shifts", "zone": "Europe/Berlin",
    "week": [["06:00-22:00"],["06:00-22:00"],["06:00-22:00"],["06:00-22:00"],["06:00-22:00"],["06:00-22:00"],[]]}');
SELECT integration.put_calendar('{"calendar": "office", "title": "Office hours", "zone": "Europe/Berlin",
    "week": [["08:00-18:00"],["08:00-18:00"],["08:00-18:00"],["08:00-18:00"],["08:00-18:00"],[],[]]}');

-- Every step name has a number, so that the state of an order is joined by numbers.
CREATE TABLE integration.step (
    no smallint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL UNIQUE CHECK (name ~ '^[a-z][a-z0-9_]*$'),
    scope text NOT NULL CHECK (scope IN ('order', 'shipment', 'payment', 'return')) -- the same in every process
);

-- A process is a versioned template; its steps never change once it is installed.
CREATE TABLE integration.process (
    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL,
    version int NOT NULL CHECK (version > 0),
    title text NOT NULL,
    valid_from timestamptz NOT NULL, -- orders placed from here on follow it; the oldest version also takes what came before
    definition jsonb NOT NULL,
    installed_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (name, version),
    UNIQUE (name, valid_from)
);
CREATE TABLE integration.process_step (
    process_id int NOT NULL REFERENCES integration.process,
    ordinal smallint NOT NULL, -- predecessors have smaller numbers
    step text NOT NULL REFERENCES integration.step (name),
    title text NOT NULL,
    system text NOT NULL REFERENCES integration.system,
    scope text NOT NULL,
    axis text NOT NULL CHECK (axis IN ('sync', 'fulfilment', 'money', 'return')),
    after text[] NOT NULL,
    reached text NOT NULL DEFAULT '',
    may_precede boolean NOT NULL DEFAULT false,
    goods boolean NOT NULL DEFAULT false, -- handles goods: not owed for a refund without a return
    PRIMARY KEY (process_id, step),
    UNIQUE (process_id, ordinal)
);
-- Targets, apart from the steps so that they can be changed without a new process version. channel '' = every channel.
CREATE TABLE integration.sla_policy (
    process_id int NOT NULL,
    step text NOT NULL,
    channel text NOT NULL DEFAULT '',
    due_kind text NOT NULL CHECK (due_kind IN ('span', 'promise')),
    target interval, -- open time in the calendar; a day is 24 hours
    warn interval, -- after eligible; for a promise: before it. NULL = the last 20 % of the target
    calendar text NOT NULL REFERENCES integration.business_calendar,
    PRIMARY KEY (process_id, step, channel),
    FOREIGN KEY (process_id, step) REFERENCES integration.process_step,
    CHECK ((due_kind = 'span') = (target IS NOT NULL))
);
-- What an event type says. Installed with the processes: every step has its standard types.
CREATE TABLE integration.event_type (
    type text PRIMARY KEY,
    step text REFERENCES integration.step (name), -- NULL for facts about the order itself
    outcome text NOT NULL CHECK (outcome IN ('completed', 'started', 'failed', 'reversed', 'skipped', 'unknown', 'changed', 'cancelled'))
);
INSERT INTO integration.event_type VALUES
    ('com.signalbox.order.changed.v1', NULL, 'changed'),
    ('com.signalbox.order.cancelled.v1', NULL, 'cancelled');

CREATE TABLE integration.channel (
    code text PRIMARY KEY CHECK (code <> '' AND length(code) <= 64),
    title text NOT NULL,
    process text NOT NULL,
    zone text NOT NULL DEFAULT 'UTC',
    supplies text[], -- steps with a source of evidence; NULL = all, empty = none
    described boolean NOT NULL DEFAULT true -- false: it came into being by an event, and nobody has said what is expected of it
);

-- The plan: steps of one process version as they count in one channel, the return template behind (ordinals from 100).
-- Predecessors without a source of evidence are replaced by their own predecessors, so nothing waits for what nobody reports.
CREATE TABLE integration.plan (
    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    process_id int NOT NULL REFERENCES integration.process,
    process text NOT NULL,
    version int NOT NULL,
    channel text NOT NULL REFERENCES integration.channel,
    valid_from timestamptz NOT NULL,
    valid_to timestamptz NOT NULL,
    UNIQUE (process_id, channel)
);
CREATE TABLE integration.plan_step (
    plan_id int NOT NULL REFERENCES integration.plan ON DELETE CASCADE,
    ordinal smallint NOT NULL,
    step_no smallint NOT NULL,
    step text NOT NULL,
    scope text NOT NULL,
    axis text NOT NULL,
    system text NOT NULL,
    reached text NOT NULL,
    supplied boolean NOT NULL,
    optional boolean NOT NULL, -- of the return template: only for scopes that an event has named
    goods boolean NOT NULL,
    may_precede boolean NOT NULL,
    after smallint[] NOT NULL, -- numbers of the effective predecessors
    needs smallint NOT NULL DEFAULT 0, -- how many they are, each counted once
    needs_goods smallint NOT NULL DEFAULT 0, -- of the same kind and with goods: not there for a refund without a return
    needs_optional smallint NOT NULL DEFAULT 0, -- optional ones of another kind: there only once an event has named one
    due_kind text NOT NULL, -- span, promise or none
    target_seconds double precision,
    warn_seconds double precision,
    calendar text, -- NULL = around the clock
    PRIMARY KEY (plan_id, ordinal)
);
-- plan_step.after the other way round: who waits for a step.
CREATE TABLE integration.plan_edge (
    plan_id int NOT NULL,
    before smallint NOT NULL, -- number of the step that comes first
    before_kind text NOT NULL, -- its scope
    before_goods boolean NOT NULL,
    step_no smallint NOT NULL,
    kind text NOT NULL,
    optional boolean NOT NULL, -- both are
    PRIMARY KEY (plan_id, before, step_no),
    FOREIGN KEY (plan_id) REFERENCES integration.plan ON DELETE CASCADE
);

CREATE FUNCTION integration.refresh_plans() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('signalbox plans'));
    INSERT INTO integration.plan (process_id, process, version, channel, valid_from, valid_to)
    SELECT p.id, p.name, p.version, c.code, 'infinity', 'infinity'
    FROM integration.process p, integration.channel c WHERE p.name <> 'return'
    ON CONFLICT (process_id, channel) DO NOTHING;
    UPDATE integration.plan t SET valid_from = v.valid_from, valid_to = v.valid_to
    FROM (SELECT id, CASE WHEN row_number() OVER same = 1 THEN '-infinity' ELSE valid_from END AS valid_from,
                 COALESCE(lead(valid_from) OVER same, 'infinity') AS valid_to
          FROM integration.process WINDOW same AS (PARTITION BY name ORDER BY valid_from)) v
    WHERE v.id = t.process_id AND (t.valid_from, t.valid_to) IS DISTINCT FROM (v.valid_from, v.valid_to);

    DELETE FROM integration.plan_edge;
    DELETE FROM integration.plan_step;
    INSERT INTO integration.plan_step (plan_id, ordinal, step_no, step, scope, axis, system, reached, supplied, optional, goods, may_precede, after,
                                       due_kind, target_seconds, warn_seconds, calendar)
    WITH RECURSIVE source AS (
        SELECT p.id AS plan_id, p.channel, p.process_id, 0 AS base, false AS optional FROM integration.plan p
        UNION ALL
        SELECT p.id, p.channel, r.id, 100, true
        FROM integration.plan p, LATERAL (SELECT id FROM integration.process WHERE name = 'return' ORDER BY valid_from DESC LIMIT 1) r
    ), step AS (
        SELECT s.plan_id, s.channel, s.base, s.optional, t.*,
               COALESCE(c.supplies IS NULL OR t.step = ANY (c.supplies), true) AS supplied
        FROM source s JOIN integration.process_step t USING (process_id) LEFT JOIN integration.channel c ON c.code = s.channel
    ), edge AS ( -- (step, what must be reached before it), looking through steps without a source
        SELECT s.plan_id, s.base, s.step, a.step AS before, a.supplied, a.after
        FROM step s JOIN step a ON a.plan_id = s.plan_id AND a.base = s.base AND a.step = ANY (s.after)
        UNION
        SELECT e.plan_id, e.base, e.step, a.step, a.supplied, a.after
        FROM edge e JOIN step a ON a.plan_id = e.plan_id AND a.base = e.base AND a.step = ANY (e.after)
        WHERE NOT e.supplied
    )
    SELECT s.plan_id, (s.base + s.ordinal)::smallint, n.no, s.step, s.scope, s.axis, s.system, s.reached, s.supplied, s.optional, s.goods, s.may_precede,
           COALESCE((SELECT array_agg(a.no ORDER BY a.no)
                     FROM edge e JOIN integration.step a ON a.name = e.before
                     WHERE e.plan_id = s.plan_id AND e.base = s.base AND e.step = s.step AND e.supplied), '{}'),
           COALESCE(t.due_kind, 'none'), extract(epoch FROM t.target), extract(epoch FROM t.warn),
           CASE WHEN k.always THEN NULL ELSE t.calendar END
    FROM step s
    JOIN integration.step n ON n.name = s.step
    LEFT JOIN LATERAL (SELECT * FROM integration.sla_policy x WHERE x.process_id = s.process_id AND x.step = s.step AND x.channel IN ('', s.channel)
                       ORDER BY x.channel DESC LIMIT 1) t ON true
    LEFT JOIN integration.business_calendar k ON k.name = t.calendar;

    INSERT INTO integration.plan_edge (plan_id, before, before_kind, before_goods, step_no, kind, optional)
    SELECT s.plan_id, b.step_no, b.scope, b.goods, s.step_no, s.scope, s.optional
    FROM integration.plan_step s JOIN integration.plan_step b ON b.plan_id = s.plan_id AND b.step_no = ANY (s.after);
    UPDATE integration.plan_step s SET needs = e.needs, needs_goods = e.goods, needs_optional = e.optional
    FROM (SELECT plan_id, step_no, count(*) AS needs, count(*) FILTER (WHERE before_goods AND before_kind = kind) AS goods,
                 count(*) FILTER (WHERE optional AND before_kind NOT IN (kind, 'order')) AS optional
          FROM integration.plan_edge GROUP BY plan_id, step_no) e
    WHERE s.plan_id = e.plan_id AND s.step_no = e.step_no;
END
$$;

CREATE FUNCTION integration.install_process(definition jsonb) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
DECLARE
    new_id int;
    known integration.process;
    clash text;
BEGIN
    SELECT * INTO known FROM integration.process p WHERE p.name = $1->>'process' AND p.version = ($1->>'version')::int;
    IF FOUND THEN
        IF known.definition <> $1 THEN
            RAISE EXCEPTION 'process % version % is installed with other content', known.name, known.version
                USING ERRCODE = 'invalid_parameter_value', HINT = 'Orders keep the version that they started with. Give the changed process a new version number.';
        END IF;
        RETURN known.id;
    END IF;
    SELECT string_agg(format('step %s has the scope "%s" in other processes', e.name, e.scope), '; ') INTO clash
    FROM jsonb_array_elements($1->'steps') s JOIN integration.step e ON e.name = s->>'step' AND e.scope <> COALESCE(s->>'scope', 'order');
    IF clash IS NOT NULL THEN
        RAISE EXCEPTION 'process %: %', $1->>'process', clash USING ERRCODE = 'invalid_parameter_value';
    END IF;
    INSERT INTO integration.process (name, version, title, valid_from, definition)
    VALUES ($1->>'process', ($1->>'version')::int, $1->>'title',
            COALESCE(($1->>'validFrom')::timestamptz, now()), $1)
    RETURNING id INTO new_id;
    INSERT INTO integration.step (name, scope)
    SELECT s->>'step', COALESCE(s->>'scope', 'order') FROM jsonb_array_elements($1->'steps') s ON CONFLICT (name) DO NOTHING;
    INSERT INTO integration.process_step
    SELECT new_id, n, s->>'step', s->>'title', s->>'system', COALESCE(s->>'scope', 'order'), s->>'axis',
           ARRAY(SELECT jsonb_array_elements_text(COALESCE(s->'after', '[]'))), COALESCE(s->>'reached', ''),
           COALESCE((s->>'mayPrecede')::boolean, false), COALESCE((s->>'goods')::boolean, false)
    FROM jsonb_array_elements($1->'steps') WITH ORDINALITY AS t (s, n);
    INSERT INTO integration.sla_policy (process_id, step, due_kind, target, warn, calendar)
    SELECT new_id, s->>'step', CASE WHEN s->>'target' = 'promise' THEN 'promise' ELSE 'span' END,
           CASE WHEN s->>'target' <> 'promise' THEN (s->>'target')::interval END,
           NULLIF(s->>'warn', '')::interval, COALESCE(NULLIF(s->>'calendar', ''), 'always')
    FROM jsonb_array_elements($1->'steps') s WHERE COALESCE(s->>'target', '') <> '';
    INSERT INTO integration.event_type
    SELECT 'com.signalbox.order.' || (s->>'step') || suffix || '.v1', s->>'step', outcome
    FROM jsonb_array_elements($1->'steps') s,
         (VALUES ('', 'completed'), ('.completed', 'completed'), ('.started', 'started'), ('.failed', 'failed'), ('.reversed', 'reversed'),
                 ('.skipped', 'skipped'), ('.unknown', 'unknown')) v (suffix, outcome)
    UNION
    SELECT CASE jsonb_typeof(e) WHEN 'string' THEN e#>>'{}' ELSE e->>'type' END, s->>'step',
           CASE jsonb_typeof(e) WHEN 'string' THEN 'completed' ELSE COALESCE(e->>'outcome', 'completed') END
    FROM jsonb_array_elements($1->'steps') s, jsonb_array_elements(COALESCE(s->'evidence', '[]')) e
    ON CONFLICT (type) DO NOTHING;
    PERFORM integration.refresh_plans();
    RETURN new_id;
END
$$;

CREATE FUNCTION integration.put_channel(definition jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM integration.process p WHERE p.name = $1->>'process') THEN
        RAISE EXCEPTION 'channel %: there is no process "%"', $1->>'channel', $1->>'process' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    INSERT INTO integration.channel AS c (code, title, process, zone, supplies)
    VALUES ($1->>'channel', COALESCE($1->>'title', $1->>'channel'), $1->>'process',
            COALESCE($1->>'zone', 'UTC'),
            CASE WHEN $1->'supplies' <> 'null' THEN ARRAY(SELECT jsonb_array_elements_text($1->'supplies')) END)
    ON CONFLICT (code) DO UPDATE SET title = EXCLUDED.title, process = EXCLUDED.process, zone = EXCLUDED.zone, supplies = EXCLUDED.supplies, described = true
    WHERE (c.title, c.process, c.zone, c.supplies, c.described) IS DISTINCT FROM (EXCLUDED.title, EXCLUDED.process, EXCLUDED.zone, EXCLUDED.supplies, true);
    IF FOUND THEN
        PERFORM integration.refresh_plans();
    END IF;
END
$$;

-- Orders of which nobody has said the channel yet.
INSERT INTO integration.channel (code, title, process) VALUES ('unknown', 'Channel not known yet', 'ship_to_home');

GRANT SELECT ON integration.currency, integration.system, integration.business_calendar, integration.step, integration.process, integration.process_step,
    integration.sla_policy, integration.event_type, integration.channel, integration.plan, integration.plan_step TO signalbox_viewer;
REVOKE ALL ON FUNCTION integration.put_calendar(jsonb), integration.calendar_due(text, timestamptz, double precision), integration.refresh_plans(),
    integration.install_process(jsonb), integration.put_channel(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION integration.put_calendar(jsonb), integration.install_process(jsonb), integration.put_channel(jsonb) TO signalbox_admin;
