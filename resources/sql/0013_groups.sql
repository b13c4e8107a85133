-- SPDX-FileCopyrightText: Signalbox contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Groups: what one cause did. Every exception is in exactly one, by its fingerprint; people merge and split them, which holds for
-- what comes later as well. Who owns a group owns what is in it, and archiving one puts off what is in it: neither is written into
-- each exception.

-- What varies from one message to the next: what is quoted, and words with a digit or an @.
CREATE FUNCTION integration.varying_pattern() RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN '"[^"]*"|''[^'']*''|[^[:space:]"'']*[0-9@][^[:space:]"'']*';

-- What of a message does not vary, in small letters, with a line end in the place of what does. What stands between two of those is in
-- every message of which the same remains.
CREATE FUNCTION integration.fixed_text(message text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT lower(regexp_replace(message, integration.varying_pattern(), E'\n', 'g') COLLATE "default")
$$;

-- What of a message does vary, each up to the next blanks. Words looked for together that fixed_text has not have at least one of theirs here.
CREATE FUNCTION integration.varying_words(message text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT COALESCE(translate(string_agg(r.run[1], ' '), E'\x01', ''), '')
    FROM regexp_matches(regexp_replace(translate(message, E'\x01', E'\x02'), integration.varying_pattern(), E'\x01\\&\x01', 'g'), -- marked by \x01 on both sides
                        '((?:[^ \t\n\r\f\v\x01]|\x01[^\x01]*\x01)*\x01[^\x01]*\x01(?:[^ \t\n\r\f\v\x01]|\x01[^\x01]*\x01)*)', 'g') r (run)
$$;

CREATE TABLE integration.exception_group (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    fingerprint text COLLATE "C" UNIQUE, -- NULL: split off from another
    flow text COLLATE "C" NOT NULL,
    kind text NOT NULL,
    step text COLLATE "C" NOT NULL DEFAULT '', -- of what is overdue without an error
    system text NOT NULL DEFAULT '', -- that owes it
    error_class text NOT NULL,
    error_code text NOT NULL,
    sample text NOT NULL, -- the first one's message: why they are together shows in it
    fixed text NOT NULL GENERATED ALWAYS AS (integration.fixed_text(sample)) STORED,
    title text, -- as a person named it
    state text NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'acknowledged', 'investigating', 'waiting', 'resolved', 'archived', 'regressed')),
    owner text,
    watchers text[] NOT NULL DEFAULT '{}',
    waiting_on text,
    until timestamptz, -- waiting or archived so long
    most int CHECK (most >= 0), -- archived until more than so many are open
    escalated boolean NOT NULL DEFAULT false, -- back from the archive by itself
    resolution text,
    reason text,
    evidence text,
    merged_into bigint,
    routed boolean NOT NULL DEFAULT false, -- merged or split: integration.route_group says where to
    first_at timestamptz NOT NULL DEFAULT now(),
    version int NOT NULL DEFAULT 1,
    CHECK (state <> 'waiting' OR waiting_on IS NOT NULL),
    CHECK (until IS NULL OR state IN ('waiting', 'archived'))
) WITH (fillfactor = 80);
CREATE INDEX exception_group_until ON integration.exception_group (until) WHERE state IN ('waiting', 'archived');

-- What of a group belongs into another one: the first that fits.
CREATE TABLE integration.group_split (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    group_id bigint NOT NULL REFERENCES integration.exception_group,
    field text NOT NULL CHECK (field IN ('channel', 'target', 'code', 'text')), -- text: the message contains it, in capitals or not
    value text NOT NULL CHECK (value <> ''),
    into_group bigint NOT NULL REFERENCES integration.exception_group,
    UNIQUE (group_id, field, value)
);

-- Merges and splits as people made them, to be undone.
CREATE TABLE integration.group_change (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('merge', 'split')),
    at timestamptz NOT NULL DEFAULT now(),
    actor text NOT NULL DEFAULT session_user,
    groups bigint[] NOT NULL, -- merged ones; the one that was split
    into_group bigint NOT NULL,
    field text,
    value text,
    undone_at timestamptz
);
CREATE INDEX group_change_into ON integration.group_change (into_group, id);

-- Exceptions counted: sums of differences, one row for each combination that a statement changed, so that writers never wait for
-- each other. integration.fold_tallies makes one row of many now and then.
CREATE TABLE integration.exception_tally (
    group_id bigint NOT NULL,
    queue text NOT NULL,
    owner text NOT NULL, -- of the exception itself; '' = none
    state text NOT NULL,
    kind text NOT NULL,
    regression boolean NOT NULL,
    resolution text NOT NULL, -- '' = none
    currency text NOT NULL, -- '' = no value
    n bigint NOT NULL,
    minor numeric NOT NULL,
    last_at timestamptz NOT NULL, -- of the latest failure among them
    folded boolean NOT NULL DEFAULT false,
    -- what is the same in nearly all groups, so that it makes no more rows; filters ask for it
    flow text COLLATE "C" NOT NULL DEFAULT '',
    step text COLLATE "C" NOT NULL DEFAULT '',
    system text NOT NULL DEFAULT '',
    severity text NOT NULL DEFAULT '',
    error_class text NOT NULL DEFAULT '',
    error_effect text NOT NULL DEFAULT '',
    error_code text NOT NULL DEFAULT '',
    usual boolean NOT NULL DEFAULT false
);
CREATE INDEX exception_tally_new ON integration.exception_tally (last_at) WHERE NOT folded;

-- Failures by hour, in the same way.
CREATE TABLE integration.exception_hour (
    hour timestamptz NOT NULL,
    group_id bigint NOT NULL,
    n bigint NOT NULL
);
CREATE INDEX exception_hour_hour ON integration.exception_hour (hour);

-- What is open and has a target, by the hour in which it is due, in the same way: how much is due is known without reading it.
CREATE TABLE integration.exception_due_hour (
    hour timestamptz NOT NULL,
    group_id bigint NOT NULL,
    state text NOT NULL,
    currency text NOT NULL,
    n bigint NOT NULL,
    minor numeric NOT NULL,
    last_at timestamptz NOT NULL,
    folded boolean NOT NULL DEFAULT false
);

CREATE FUNCTION integration.tally_exceptions() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO integration.exception_tally
        SELECT group_id, queue, COALESCE(owner, ''), state, kind, regression, COALESCE(resolution, ''), COALESCE(currency, ''), count(*), COALESCE(sum(total_minor), 0), max(last_at), false, flow, step, system, severity, error_class, error_effect, error_code, usual
        FROM new_rows GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 13, 14, 15, 16, 17, 18, 19, 20;
        INSERT INTO integration.exception_hour SELECT date_trunc('hour', last_at, 'UTC'), group_id, count(*) FROM new_rows GROUP BY 1, 2;
        INSERT INTO integration.exception_due_hour
        SELECT date_trunc('hour', due_at, 'UTC'), group_id, state, COALESCE(currency, ''), count(*), COALESCE(sum(total_minor), 0), max(last_at)
        FROM new_rows WHERE due_at IS NOT NULL AND state <> 'resolved' GROUP BY 1, 2, 3, 4;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO integration.exception_tally
        SELECT group_id, queue, COALESCE(owner, ''), state, kind, regression, COALESCE(resolution, ''), COALESCE(currency, ''), sum(n), COALESCE(sum(n * total_minor), 0), max(last_at), false, flow, step, system, severity, error_class, error_effect, error_code, usual
        FROM (SELECT *, 1 AS n FROM new_rows UNION ALL SELECT *, -1 FROM old_rows) r GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 13, 14, 15, 16, 17, 18, 19, 20
        HAVING sum(n) <> 0 OR sum(n * total_minor) <> 0 OR max(last_at) FILTER (WHERE n = 1) > max(last_at) FILTER (WHERE n = -1);
        INSERT INTO integration.exception_hour -- by adding up: how many rows there are is not known when this is planned, and a join might take them all with all
        SELECT date_trunc('hour', c.last_at, 'UTC'), c.group_id, sum(c.more)
        FROM (SELECT max(r.last_at) FILTER (WHERE r.n = 1) AS last_at, max(r.group_id) FILTER (WHERE r.n = 1) AS group_id, sum(r.n * r.occurrences) AS more
              FROM (SELECT *, 1 AS n FROM new_rows UNION ALL SELECT *, -1 FROM old_rows) r GROUP BY r.id HAVING sum(r.n * r.occurrences) > 0) c
        GROUP BY 1, 2;
        INSERT INTO integration.exception_due_hour
        SELECT date_trunc('hour', due_at, 'UTC'), group_id, state, COALESCE(currency, ''), sum(n), COALESCE(sum(n * total_minor), 0), max(last_at)
        FROM (SELECT *, 1 AS n FROM new_rows UNION ALL SELECT *, -1 FROM old_rows) r WHERE due_at IS NOT NULL AND state <> 'resolved' GROUP BY 1, 2, 3, 4
        HAVING sum(n) <> 0 OR sum(n * total_minor) <> 0 OR max(last_at) FILTER (WHERE n = 1) > max(last_at) FILTER (WHERE n = -1);
    ELSE
        INSERT INTO integration.exception_tally
        SELECT group_id, queue, COALESCE(owner, ''), state, kind, regression, COALESCE(resolution, ''), COALESCE(currency, ''), -count(*), -COALESCE(sum(total_minor), 0), max(last_at), false, flow, step, system, severity, error_class, error_effect, error_code, usual
        FROM old_rows GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 13, 14, 15, 16, 17, 18, 19, 20;
        INSERT INTO integration.exception_due_hour
        SELECT date_trunc('hour', due_at, 'UTC'), group_id, state, COALESCE(currency, ''), -count(*), -COALESCE(sum(total_minor), 0), max(last_at)
        FROM old_rows WHERE due_at IS NOT NULL AND state <> 'resolved' GROUP BY 1, 2, 3, 4;
    END IF;
    RETURN NULL;
END
$$;

-- What a search needs of an exception beside its own fields.
CREATE FUNCTION integration.prepare_exception() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
BEGIN
    NEW.usual := integration.fixed_text(NEW.error_text) IS NOT DISTINCT FROM (SELECT g.fixed FROM integration.exception_group g WHERE g.id = NEW.group_id);
    IF TG_OP = 'INSERT' AND NEW.order_id IS NOT NULL THEN
        NEW.order_number := COALESCE((SELECT o.order_number FROM integration.sales_order o WHERE o.id = NEW.order_id), '');
    END IF;
    NEW.own_words := translate(lower((' ' || NEW.order_number || ' ' || CASE WHEN NEW.usual THEN integration.varying_words(NEW.error_text) ELSE NEW.error_text END || ' ') COLLATE "default"),
                               E'\t\n\r\f\v', '     ');
    RETURN NEW;
END
$$;
CREATE TRIGGER exception_prepared BEFORE INSERT OR UPDATE OF group_id, error_text ON integration.exception
    FOR EACH ROW EXECUTE FUNCTION integration.prepare_exception();
CREATE TRIGGER exception_inserted AFTER INSERT ON integration.exception REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION integration.tally_exceptions();
CREATE TRIGGER exception_updated AFTER UPDATE ON integration.exception REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION integration.tally_exceptions();
CREATE TRIGGER exception_deleted AFTER DELETE ON integration.exception REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION integration.tally_exceptions();

-- One row of many, once there are many. Whoever reads meanwhile sees the sums either way.
CREATE FUNCTION integration.fold_tallies() RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, integration, pg_temp AS $$
BEGIN
    IF NOT pg_try_advisory_xact_lock(hashtext('signalbox tallies')) OR (SELECT count(*) < 500 FROM (SELECT FROM integration.exception_tally t WHERE NOT t.folded LIMIT 500) s) THEN
        RETURN;
    END IF;
    WITH gone AS (DELETE FROM integration.exception_tally RETURNING *)
    INSERT INTO integration.exception_tally
    SELECT group_id, queue, owner, state, kind, regression, resolution, currency, sum(n), sum(minor), max(last_at), true, flow, step, system, severity, error_class, error_effect, error_code, usual FROM gone GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 13, 14, 15, 16, 17, 18, 19, 20
    HAVING sum(n) <> 0 OR sum(minor) <> 0;
    WITH gone AS (DELETE FROM integration.exception_due_hour d
                  USING (SELECT DISTINCT n.hour, n.group_id, n.state, n.currency FROM integration.exception_due_hour n WHERE NOT n.folded) n
                  WHERE d.hour = n.hour AND d.group_id = n.group_id AND d.state = n.state AND d.currency = n.currency RETURNING d.*)
    INSERT INTO integration.exception_due_hour SELECT hour, group_id, state, currency, sum(n), sum(minor), max(last_at), true FROM gone GROUP BY 1, 2, 3, 4
    HAVING sum(n) <> 0 OR sum(minor) <> 0;
    DELETE FROM integration.exception_hour h WHERE h.hour < now() - interval '35 days';
    WITH gone AS (DELETE FROM integration.exception_hour h WHERE h.hour >= now() - interval '2 hours' RETURNING *)
    INSERT INTO integration.exception_hour SELECT hour, group_id, sum(n) FROM gone GROUP BY 1, 2;
END
$$;

-- Where something with these properties belongs, beginning with the group of its fingerprint.
CREATE FUNCTION integration.route_group(group_id bigint, channel text, target text, code text, message text) RETURNS bigint
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, integration, pg_temp AS $$
DECLARE
    here bigint := $1;
    next bigint;
BEGIN
    LOOP -- ends: merge_groups and split_group make no circles
        SELECT s.into_group INTO next FROM integration.group_split s
        WHERE s.group_id = here AND CASE s.field WHEN 'channel' THEN s.value = $2 WHEN 'target' THEN s.value = $3 WHEN 'code' THEN s.value = $4
                                                 ELSE strpos(lower($5), lower(s.value)) > 0 END
        ORDER BY s.id LIMIT 1;
        IF next IS NULL THEN
            SELECT g.merged_into INTO next FROM integration.exception_group g WHERE g.id = here;
        END IF;
        IF next IS NULL THEN
            RETURN here;
        END IF;
        here := next;
    END LOOP;
END
$$;

-- The group of each fingerprint, made where there is none. Of a group that had been resolved it is a regression.
CREATE TYPE integration.group_origin AS (fingerprint text, flow text, kind text, step text, system text, class text, code text, message text);
CREATE FUNCTION integration.ensure_groups(origins integration.group_origin[]) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, integration, pg_temp AS $$
    INSERT INTO integration.exception_group (fingerprint, flow, kind, step, system, error_class, error_code, sample)
    SELECT DISTINCT ON (o.fingerprint) o.fingerprint, o.flow, o.kind, COALESCE(o.step, ''), COALESCE(o.system, ''), COALESCE(o.class, ''), COALESCE(o.code, ''), left(COALESCE(o.message, ''), 2000)
    FROM unnest(origins) o WHERE NOT EXISTS (SELECT FROM integration.exception_group g WHERE g.fingerprint = o.fingerprint)
    ORDER BY o.fingerprint
    ON CONFLICT (fingerprint) DO NOTHING
$$;
CREATE FUNCTION integration.regress_groups(ids bigint[]) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, integration, pg_temp AS $$
    UPDATE integration.exception_group g SET state = 'regressed', version = g.version + 1
    FROM (SELECT r.id FROM integration.exception_group r WHERE r.id = ANY (ids) AND r.state = 'resolved' ORDER BY r.id FOR NO KEY UPDATE) r WHERE g.id = r.id
$$;

-- Exceptions of these groups into the group where they belong now, each with its latest failure: an earlier one may have had another cause.
-- Returns how many moved.
CREATE FUNCTION integration.regroup(ids bigint[]) RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog, integration, pg_temp AS $$
DECLARE
    moved int;
BEGIN
    WITH place AS MATERIALIZED (
        SELECT x.id, integration.route_group(g.id, COALESCE(o.channel, ''), COALESCE(t.target, ''), x.error_code, x.error_text) AS group_id, x.group_id AS before
        FROM integration.exception x JOIN integration.exception_group g ON g.fingerprint = x.fingerprint
        LEFT JOIN integration.transaction t ON t.id = x.transaction_id LEFT JOIN integration.sales_order o ON o.id = x.order_id
        WHERE x.group_id = ANY (ids) ORDER BY x.id
    ), moving AS (
        UPDATE integration.exception x SET group_id = p.group_id FROM place p WHERE x.id = p.id AND p.group_id <> p.before
        RETURNING date_trunc('hour', x.last_at, 'UTC') AS hour, p.before, x.group_id
    ), counted AS (
        INSERT INTO integration.exception_hour
        SELECT m.hour, c.group_id, sum(c.n) FROM moving m, LATERAL (VALUES (m.before, -1), (m.group_id, 1)) c (group_id, n)
        WHERE m.hour >= now() - interval '35 days' GROUP BY 1, 2 -- fold_tallies forgets what is older
        HAVING sum(c.n) <> 0
    )
    SELECT count(*) INTO moved FROM moving;
    INSERT INTO integration.change_log (order_ids, exceptions) VALUES ('{}', true);
    RETURN moved;
END
$$;

-- Whether what is in one group may come into the other by merges and splits.
CREATE FUNCTION integration.leads_to(from_group bigint, to_group bigint) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, integration, pg_temp AS $$
    WITH RECURSIVE edge AS (
        SELECT g.id AS a, g.merged_into AS b FROM integration.exception_group g WHERE g.merged_into IS NOT NULL
        UNION ALL SELECT s.group_id, s.into_group FROM integration.group_split s
    ), reached AS (SELECT $1 AS id UNION SELECT e.b FROM reached r JOIN edge e ON e.a = r.id)
    SELECT EXISTS (SELECT FROM reached r WHERE r.id = $2)
$$;

-- What merging, splitting and undoing need first: the right, and that no other one is under way.
CREATE FUNCTION integration.begin_regrouping(groups bigint[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, integration, pg_temp AS $$
DECLARE
    obstacle text := integration.may_not('group', NULL);
    missing bigint;
BEGIN
    IF obstacle IS NOT NULL THEN
        RAISE EXCEPTION '%', obstacle USING ERRCODE = 'insufficient_privilege';
    END IF;
    LOCK TABLE integration.group_change IN EXCLUSIVE MODE; -- against each other, and settle_exceptions
    SELECT a.id INTO missing FROM unnest(groups) a (id)
    WHERE NOT EXISTS (SELECT FROM integration.exception_group g WHERE g.id = a.id AND g.merged_into IS NULL) LIMIT 1;
    IF missing IS NOT NULL THEN
        RAISE EXCEPTION 'there is no group %', missing USING ERRCODE = 'invalid_parameter_value';
    END IF;
END
$$;

-- Makes one group of several; what belongs to them later goes there too. Returns the change, to be undone by.
CREATE FUNCTION integration.merge_groups(ids bigint[], into_group bigint) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
DECLARE
    sources bigint[] := ARRAY(SELECT DISTINCT a.id FROM unnest($1) a (id) WHERE a.id <> $2 ORDER BY a.id);
    change bigint;
BEGIN
    PERFORM integration.begin_regrouping(sources || $2);
    IF sources = '{}' THEN
        RAISE EXCEPTION 'merging takes two groups' USING ERRCODE = 'invalid_parameter_value';
    ELSIF EXISTS (SELECT FROM unnest(sources) s (id) WHERE integration.leads_to($2, s.id)) THEN
        RAISE EXCEPTION 'group % was split off: undo that instead', $1[1] USING ERRCODE = 'invalid_parameter_value';
    END IF;
    UPDATE integration.exception_group g SET merged_into = $2, routed = true, version = g.version + 1 WHERE g.id = ANY (sources);
    INSERT INTO integration.group_change (kind, groups, into_group) VALUES ('merge', sources, $2) RETURNING id INTO change;
    PERFORM integration.regroup(sources);
    PERFORM integration.audit(ARRAY[ROW('merge', 'group', $2, NULL, jsonb_build_object('groups', sources, 'change', change), NULL)::integration.audit_note]);
    RETURN change;
END
$$;

-- Splits off what has this value in this field, of now and later, into a group of its own. Returns that group.
CREATE FUNCTION integration.split_group(group_id bigint, field text, value text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
DECLARE
    fresh bigint;
    change bigint;
    moved int;
BEGIN
    PERFORM integration.begin_regrouping(ARRAY[$1]);
    IF COALESCE($2, '') NOT IN ('channel', 'target', 'code', 'text') OR btrim(COALESCE($3, '')) = '' THEN
        RAISE EXCEPTION 'a group is split by channel, target, code or text' USING ERRCODE = 'invalid_parameter_value';
    ELSIF EXISTS (SELECT FROM integration.group_split s WHERE s.group_id = $1 AND s.field = $2 AND s.value = $3) THEN
        RAISE EXCEPTION 'that is split off already' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    INSERT INTO integration.exception_group (flow, kind, step, system, error_class, error_code, sample, title, owner, state, routed)
    SELECT g.flow, g.kind, g.step, g.system, g.error_class, g.error_code, g.sample, g.title || ' (' || $3 || ')', g.owner, CASE WHEN g.state IN ('new', 'regressed') THEN 'new' ELSE 'acknowledged' END, true
    FROM integration.exception_group g WHERE g.id = $1 RETURNING id INTO fresh;
    INSERT INTO integration.group_split (group_id, field, value, into_group) VALUES ($1, $2, $3, fresh);
    UPDATE integration.exception_group g SET routed = true, version = g.version + 1 WHERE g.id = $1;
    moved := integration.regroup(ARRAY[$1]);
    IF moved = 0 THEN
        RAISE EXCEPTION 'nothing in group % has that', $1 USING ERRCODE = 'invalid_parameter_value';
    END IF;
    INSERT INTO integration.group_change (kind, groups, into_group, field, value) VALUES ('split', ARRAY[$1], fresh, $2, $3) RETURNING id INTO change;
    PERFORM integration.audit(ARRAY[ROW('split', 'group', $1, NULL, jsonb_build_object('field', $2, 'value', $3, 'into', fresh, 'change', change), NULL)::integration.audit_note]);
    RETURN fresh;
END
$$;

-- Takes back a merge or a split. What is in the groups goes where it would be without it.
CREATE FUNCTION integration.undo_group_change(change bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
DECLARE
    c integration.group_change;
BEGIN
    PERFORM integration.begin_regrouping('{}');
    SELECT * INTO c FROM integration.group_change x WHERE x.id = $1;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'there is no change % of groups', $1 USING ERRCODE = 'invalid_parameter_value';
    ELSIF c.undone_at IS NOT NULL THEN
        RETURN;
    ELSIF c.kind = 'split' AND EXISTS (SELECT FROM integration.exception_group g WHERE g.id = c.into_group AND g.merged_into IS NOT NULL) THEN
        RAISE EXCEPTION 'group % has been merged since: undo that first', c.into_group USING ERRCODE = 'invalid_parameter_value';
    ELSIF c.kind = 'split' AND (EXISTS (SELECT FROM integration.group_split s WHERE s.group_id = c.into_group)
                                OR EXISTS (SELECT FROM integration.exception_group g WHERE g.merged_into = c.into_group)) THEN
        RAISE EXCEPTION 'group % has been merged or split since: undo that first', c.into_group USING ERRCODE = 'invalid_parameter_value';
    END IF;
    IF c.kind = 'merge' THEN
        UPDATE integration.exception_group g SET merged_into = NULL, version = g.version + 1 WHERE g.id = ANY (c.groups) AND g.merged_into = c.into_group;
        PERFORM integration.regroup(ARRAY(WITH RECURSIVE reached AS (SELECT c.into_group AS id UNION SELECT e.b FROM reached r JOIN (
            SELECT g.id AS a, g.merged_into AS b FROM integration.exception_group g WHERE g.merged_into IS NOT NULL
            UNION ALL SELECT s.group_id, s.into_group FROM integration.group_split s) e ON e.a = r.id) SELECT r.id FROM reached r));
    ELSE
        DELETE FROM integration.group_split s WHERE s.into_group = c.into_group;
        UPDATE integration.exception_group g SET merged_into = c.groups[1], version = g.version + 1 WHERE g.id = c.into_group; -- it is gone
        PERFORM integration.regroup(ARRAY[c.into_group]);
    END IF;
    UPDATE integration.group_change x SET undone_at = now() WHERE x.id = $1;
    PERFORM integration.audit(ARRAY[ROW('undo_' || c.kind, 'group', c.into_group, NULL, jsonb_build_object('change', $1), NULL)::integration.audit_note]);
END
$$;

REVOKE ALL ON FUNCTION integration.varying_pattern(), integration.fixed_text(text), integration.varying_words(text), integration.prepare_exception(), integration.tally_exceptions(), integration.fold_tallies(), integration.route_group(bigint, text, text, text, text), integration.ensure_groups(integration.group_origin[]),
    integration.regress_groups(bigint[]), integration.regroup(bigint[]), integration.leads_to(bigint, bigint), integration.begin_regrouping(bigint[]), integration.merge_groups(bigint[], bigint),
    integration.split_group(bigint, text, text), integration.undo_group_change(bigint) FROM PUBLIC;
GRANT SELECT ON integration.exception_group, integration.group_split, integration.group_change, integration.exception_tally, integration.exception_hour, integration.exception_due_hour TO signalbox_viewer;
GRANT EXECUTE ON FUNCTION integration.merge_groups(bigint[], bigint), integration.split_group(bigint, text, text), integration.undo_group_change(bigint) TO signalbox_viewer;
