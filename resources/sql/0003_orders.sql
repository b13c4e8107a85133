-- SPDX-FileCopyrightText: Signalbox contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Orders and what was said of them. All state here can be derived again from business_event (integration.rebuild).
-- Only integration.apply writes it, so no foreign keys are checked row by row. Keys compare as bytes ("C"): faster, the same on
-- every server, and prefixes can use the index.

CREATE TABLE integration.sales_order (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_key text COLLATE "C" NOT NULL UNIQUE,
    order_number text COLLATE "C" NOT NULL,
    channel text NOT NULL DEFAULT 'unknown',
    process text NOT NULL DEFAULT '',
    process_version int NOT NULL DEFAULT 0,
    plan_id int,
    placed_at timestamptz NOT NULL, -- as stated; the first event's time until somebody states it
    promised_at timestamptz,
    cancelled_at timestamptz,
    currency text,
    total_minor bigint,
    customer text NOT NULL DEFAULT '', -- masked; the full text is in the event only
    first_event_at timestamptz NOT NULL,
    last_event_at timestamptz NOT NULL,
    statements jsonb NOT NULL DEFAULT '{}', -- event's stamp -> the attributes of which it is the latest to say something
    stated_process text, -- as some event named it; else the channel's
    placed_stated boolean NOT NULL DEFAULT false,
    sync_state text NOT NULL DEFAULT 'unknown',
    fulfilment_state text NOT NULL DEFAULT 'unknown',
    money_state text NOT NULL DEFAULT 'unknown',
    return_state text NOT NULL DEFAULT 'none',
    waiting_step text NOT NULL DEFAULT '', -- the open step that is due first
    waiting_scope text NOT NULL DEFAULT '',
    waiting_state text NOT NULL DEFAULT '',
    waiting_since timestamptz,
    next_warn_at timestamptz,
    next_due_at timestamptz,
    done_count smallint NOT NULL DEFAULT 0,
    step_count smallint NOT NULL DEFAULT 0,
    open_count smallint NOT NULL DEFAULT 0,
    late_count smallint NOT NULL DEFAULT 0,
    failed_count smallint NOT NULL DEFAULT 0,
    anomaly_count smallint NOT NULL DEFAULT 0,
    version bigint NOT NULL DEFAULT 0
) WITH (fillfactor = 80);
CREATE INDEX sales_order_placed ON integration.sales_order (placed_at, id);
CREATE INDEX sales_order_due ON integration.sales_order (next_due_at, id) INCLUDE (next_warn_at, plan_id, currency, total_minor) WHERE next_due_at IS NOT NULL; -- Health counts by it
CREATE INDEX sales_order_undated ON integration.sales_order (id) WHERE next_due_at IS NULL AND open_count > 0; -- few or none
CREATE INDEX sales_order_failed ON integration.sales_order (placed_at, id) WHERE failed_count > 0;
CREATE INDEX sales_order_number ON integration.sales_order (order_number, id);
-- Tells which blocks cannot hold a value, so that a filter by a rare one, or one that no order has, does not read them all.
CREATE INDEX sales_order_values ON integration.sales_order USING brin (
    channel text_bloom_ops (n_distinct_per_range = 32), process text_bloom_ops (n_distinct_per_range = 32),
    currency text_bloom_ops (n_distinct_per_range = 32), sync_state text_bloom_ops (n_distinct_per_range = 32),
    fulfilment_state text_bloom_ops (n_distinct_per_range = 32), money_state text_bloom_ops (n_distinct_per_range = 32)
) WITH (autosummarize = on);

CREATE TABLE integration.order_line (
    order_id bigint NOT NULL,
    line text COLLATE "C" NOT NULL,
    sku text NOT NULL DEFAULT '',
    title text NOT NULL DEFAULT '',
    quantity numeric,
    unit_price numeric, -- major units of the order's currency, as stated
    stamp text COLLATE "C" NOT NULL,
    PRIMARY KEY (order_id, line)
);

-- What another system calls the order or a document of it.
CREATE TABLE integration.external_ref (
    order_id bigint NOT NULL,
    system text COLLATE "C" NOT NULL,
    object_type text COLLATE "C" NOT NULL,
    object_id text COLLATE "C" NOT NULL,
    since timestamptz NOT NULL,
    PRIMARY KEY (order_id, system, object_type, object_id)
);
CREATE INDEX external_ref_object ON integration.external_ref (object_id, order_id);

-- One step of one order, or of one shipment, payment, return of it. Rows exist once a step is eligible or something was
-- said of it; blocked steps and steps without a source of evidence have none.
CREATE TABLE integration.milestone (
    order_id bigint NOT NULL,
    step_no smallint NOT NULL,
    late boolean NOT NULL DEFAULT false,
    scope text COLLATE "C" NOT NULL,
    step text COLLATE "C" NOT NULL,
    state text NOT NULL,
    eligible_at timestamptz,
    warn_at timestamptz,
    due_at timestamptz,
    started_at timestamptz,
    completed_at timestamptz,
    -- what was said, merged so that order and repetition of events do not matter
    first_completed_at timestamptz,
    last_completed_at timestamptz,
    failed_at timestamptz,
    reversed_at timestamptz,
    skipped_at timestamptz,
    unknown_at timestamptz,
    first_stamp text COLLATE "C", -- the event behind first_completed_at, see integration.event_stamp
    last_stamp text COLLATE "C", -- the latest event of any outcome; NULL: nobody said anything, the step is awaited
    anomalies text[],
    PRIMARY KEY (order_id, step_no, scope)
) WITH (fillfactor = 90);
CREATE INDEX milestone_open ON integration.milestone (step, due_at, order_id) INCLUDE (eligible_at, warn_at) WHERE state IN ('pending', 'in_progress', 'failed');
CREATE INDEX milestone_late ON integration.milestone (step, completed_at, order_id) WHERE late;

-- Facts as CloudEvents 1.0; append-only, one partition a month of event time.
CREATE TABLE integration.business_event (
    source text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    type text NOT NULL,
    subject text NOT NULL,
    time timestamptz NOT NULL,
    order_id bigint NOT NULL,
    data jsonb,
    extensions jsonb, -- the event's other attributes: traceparent, datacontenttype, ...
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (source, id, time)
) PARTITION BY RANGE (time);
CREATE INDEX business_event_order ON integration.business_event (order_id, time);

-- What could not be taken in, whole, with the reason. The same thing again only raises the count.
CREATE TABLE integration.rejected_event (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    digest bytea NOT NULL UNIQUE,
    origin text NOT NULL, -- file, importer or "ingest"
    item bigint NOT NULL, -- position there, from 1
    code text NOT NULL,
    reason text NOT NULL,
    source text,
    event_id text,
    raw bytea NOT NULL,
    first_at timestamptz NOT NULL DEFAULT now(),
    last_at timestamptz NOT NULL DEFAULT now(),
    count int NOT NULL DEFAULT 1
);

-- Which orders a transaction wrote: the change feed reads it, see integration.changes_since.
CREATE TABLE integration.change_log (
    xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    order_ids bigint[] NOT NULL,
    exceptions boolean NOT NULL DEFAULT false -- exceptions or operations as well
);
CREATE INDEX change_log_xid ON integration.change_log (xid);

CREATE TABLE integration.import_progress (
    importer text PRIMARY KEY,
    done bigint NOT NULL,
    at timestamptz NOT NULL DEFAULT now()
);

-- What is usual for a step, learned from orders that passed it (integration.refresh_norms).
CREATE TABLE integration.step_norm (
    channel text NOT NULL,
    step text NOT NULL,
    hour smallint NOT NULL, -- of the week in which it began, see integration.hour_of_week; -1 = any
    median_seconds bigint NOT NULL,
    p95_seconds bigint NOT NULL,
    samples bigint NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (channel, step, hour)
);
-- 0 = Monday, midnight to one o'clock UTC; 167 = the last one of Sunday
CREATE FUNCTION integration.hour_of_week(at timestamptz) RETURNS smallint
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT ((extract(isodow FROM at AT TIME ZONE 'UTC') - 1) * 24 + extract(hour FROM at AT TIME ZONE 'UTC'))::smallint
$$;

-- Makes the partitions that hold the given times, if they are missing. Safe beside other writers: a partition is made
-- apart and attached, which does not block inserts.
CREATE FUNCTION integration.ensure_partitions(first_time timestamptz, last_time timestamptz) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp SET timezone = 'UTC' AS $$
DECLARE
    month timestamptz := date_trunc('month', first_time);
    partition text;
    made int := 0;
BEGIN
    WHILE month <= last_time LOOP
        partition := 'business_event_' || to_char(month, 'YYYY_MM');
        IF to_regclass('integration.' || partition) IS NULL THEN
            PERFORM pg_advisory_xact_lock(hashtext('signalbox partitions'));
            -- looked up by a query: to_regclass may still answer from before another session, now done, made it
            IF NOT EXISTS (SELECT FROM pg_class c WHERE c.relname = partition AND c.relnamespace = 'integration'::regnamespace) THEN
                EXECUTE format('CREATE TABLE integration.%I (LIKE integration.business_event INCLUDING DEFAULTS)', partition);
                EXECUTE format('ALTER TABLE integration.business_event ATTACH PARTITION integration.%I FOR VALUES FROM (%L) TO (%L)',
                               partition, month, month + interval '1 month');
                made := made + 1;
            END IF;
        END IF;
        month := month + interval '1 month';
    END LOOP;
    RETURN made;
END
$$;
SELECT integration.ensure_partitions(now() - interval '1 month', now() + interval '3 months');

GRANT SELECT ON integration.sales_order, integration.order_line, integration.external_ref, integration.milestone,
    integration.change_log, integration.import_progress, integration.step_norm TO signalbox_viewer;
-- business_event holds customer data: people read it masked, see integration.order_events; so does what was set aside
GRANT SELECT (id, origin, item, code, reason, source, event_id, first_at, last_at, count) ON integration.rejected_event TO signalbox_viewer;
GRANT SELECT ON integration.rejected_event TO signalbox_admin;
REVOKE ALL ON FUNCTION integration.ensure_partitions(timestamptz, timestamptz) FROM PUBLIC;
