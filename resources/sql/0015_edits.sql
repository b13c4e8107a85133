-- SPDX-FileCopyrightText: Signalbox contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Editing payloads: a new revision under a new key, the original stays. What the person says was changed is compared with what
-- was: a change that nobody named is refused. And what shows how to edit: what is different from what worked, what helped before.
-- Without jit: compiling these recursions took a hundred times as long as running them.

-- The text as a value; NULL where it is none.
CREATE FUNCTION integration.as_jsonb(content text) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    RETURN content::jsonb;
EXCEPTION WHEN invalid_text_representation OR untranslatable_character OR statement_too_complex OR numeric_value_out_of_range OR program_limit_exceeded THEN
    RETURN NULL;
END
$$;

-- The names of a pointer by RFC 6901.
CREATE FUNCTION integration.pointer_names(pointer text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT COALESCE(array_agg(replace(replace(n.name, '~1', '/'), '~0', '~') ORDER BY n.i), '{}')
    FROM regexp_split_to_table(substr($1, 2), '/') WITH ORDINALITY n (name, i) WHERE $1 <> ''
$$;

-- Whether one of the patterns covers a place: "*" is any one name, and what lies below is covered as well.
CREATE FUNCTION integration.is_covered(patterns text[], pointer text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT EXISTS (SELECT FROM unnest($1) AS p (pattern), LATERAL (SELECT string_to_array(p.pattern, '/') AS want, string_to_array($2, '/') AS has) s
                   WHERE cardinality(s.want) <= cardinality(s.has)
                     AND NOT EXISTS (SELECT FROM generate_subscripts(s.want, 1) i WHERE s.want[i] <> '*' AND s.want[i] IS DISTINCT FROM s.has[i]))
$$;

-- What stands in a text beside what jsonb keeps of it: each value of a key that comes more than once in its object, with its place.
CREATE FUNCTION integration.repeated_values(content text) RETURNS TABLE (path text[], value text)
LANGUAGE sql IMMUTABLE AS $$
    WITH RECURSIVE v AS (
        SELECT '{}'::text[] AS path, $1::json AS value
        UNION ALL
        SELECT v.path || e.key, e.value
        FROM v, LATERAL (
            SELECT m.key, m.value FROM json_each(CASE WHEN json_typeof(v.value) = 'object' THEN v.value ELSE '{}' END) m
            UNION ALL
            SELECT (a.n - 1)::text, a.value FROM json_array_elements(CASE WHEN json_typeof(v.value) = 'array' THEN v.value ELSE '[]' END) WITH ORDINALITY a (value, n)) e
        WHERE json_typeof(v.value) IN ('object', 'array')
    )
    SELECT s.path, s.value::jsonb::text FROM (SELECT v.path, v.value, count(*) OVER (PARTITION BY v.path) AS n FROM v) s WHERE s.n > 1
$$;

-- Does the changes, one after the other: {"path", "old", "new"} with raw texts, without "old" what is new, without "new" what is
-- gone. NULL when one does not fit what is there.
CREATE FUNCTION integration.with_changes(content jsonb, changes jsonb) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    change jsonb;
    names text[];
    holder jsonb;
    old_value jsonb;
    new_value jsonb;
BEGIN
    FOR change IN SELECT c FROM jsonb_array_elements(changes) c LOOP
        names := integration.pointer_names(change->>'path');
        old_value := integration.as_jsonb(change->>'old');
        new_value := integration.as_jsonb(change->>'new');
        IF names IS NULL OR (change ? 'old') <> (old_value IS NOT NULL) OR (change ? 'new') <> (new_value IS NOT NULL) OR (old_value IS NULL AND new_value IS NULL) THEN
            RETURN NULL;
        END IF;
        -- in a list PostgreSQL takes "-1" and "01" for places as well; they are none
        FOR i IN 1 .. cardinality(names) LOOP
            holder := content #> names[:i - 1];
            IF holder IS NULL OR jsonb_typeof(holder) NOT IN ('object', 'array') OR (jsonb_typeof(holder) = 'array' AND names[i] !~ '^(0|[1-9][0-9]{0,8})$') THEN
                RETURN NULL;
            END IF;
        END LOOP;
        IF (content #> names)::text IS DISTINCT FROM old_value::text AND (old_value IS NOT NULL OR jsonb_typeof(holder) IS DISTINCT FROM 'array') THEN
            RETURN NULL;
        ELSIF names = '{}' THEN
            content := new_value;
        ELSIF new_value IS NULL THEN
            content := content #- names;
        ELSIF old_value IS NOT NULL OR jsonb_typeof(holder) = 'object' THEN
            content := jsonb_set(content, names, new_value);
        ELSIF names[cardinality(names)]::int > jsonb_array_length(holder) THEN
            RETURN NULL;
        ELSE
            content := jsonb_insert(content, names, new_value);
        END IF;
        IF content IS NULL THEN
            RETURN NULL;
        END IF;
    END LOOP;
    RETURN content;
END
$$;

-- Why this content cannot take the place of that one by these changes; NULL: it can. 1.10 and 1.1 are two numbers here.
CREATE FUNCTION integration.edit_obstacle(before text, after text, changes jsonb, editable text[], may_not_rest text) RETURNS text
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    was jsonb;
    becomes jsonb;
BEGIN
    IF after IS NULL OR octet_length(after) > 1048576 THEN
        RETURN 'the content is too large to be edited';
    ELSIF jsonb_typeof(changes) IS DISTINCT FROM 'array' OR jsonb_array_length(changes) = 0 THEN
        RETURN 'nothing is changed';
    ELSIF jsonb_array_length(changes) > 1000 THEN
        RETURN 'more than 1000 changes at once';
    END IF;
    becomes := integration.as_jsonb(after);
    IF becomes IS NULL THEN
        RETURN 'the content is no JSON';
    ELSIF may_not_rest IS NOT NULL AND EXISTS (SELECT FROM jsonb_array_elements(changes) c WHERE NOT integration.is_covered(editable, COALESCE(c->>'path', ''))) THEN
        RETURN 'a field is changed that may not be edited: ' || may_not_rest;
    END IF;
    was := integration.as_jsonb(before);
    IF was IS NULL THEN -- what was no JSON can only be replaced as a whole
        RETURN CASE WHEN jsonb_array_length(changes) <> 1 OR changes->0->>'path' <> '' OR integration.as_jsonb(changes->0->>'new') IS DISTINCT FROM becomes
                    THEN 'more is changed than was said' END;
    ELSIF integration.with_changes(was, changes)::text IS DISTINCT FROM becomes::text THEN
        RETURN 'more is changed than was said';
    END IF;
    -- what jsonb does not see stays as it was, and nothing like it comes new
    IF EXISTS (SELECT FROM jsonb_array_elements(changes) c, integration.repeated_values(c->>'new') WHERE c ? 'new') THEN
        RETURN 'a key comes twice in what is new';
    ELSIF (SELECT array_agg(r.path[cardinality(r.path)] || ' ' || r.value ORDER BY r.path[cardinality(r.path)] COLLATE "C", r.value COLLATE "C")
           FROM integration.repeated_values(before) r
           WHERE NOT EXISTS (SELECT FROM jsonb_array_elements(changes) c, LATERAL (SELECT integration.pointer_names(c->>'path') AS names) n
                             WHERE c ? 'old' AND r.path[:cardinality(n.names)] = n.names))
          IS DISTINCT FROM
          (SELECT array_agg(r.path[cardinality(r.path)] || ' ' || r.value ORDER BY r.path[cardinality(r.path)] COLLATE "C", r.value COLLATE "C")
           FROM integration.repeated_values(after) r) THEN
        RETURN 'more is changed than was said';
    END IF;
    RETURN NULL;
END
$$;

-- A raw value as the audit trail keeps it, which everybody reads: customer data is masked.
CREATE FUNCTION integration.masked_at(pointer text, raw text) RETURNS text
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    names text[] := integration.pointer_names(pointer);
    plain jsonb := integration.as_jsonb(raw);
    around jsonb := plain;
    places text[] := '{}';
BEGIN
    IF raw IS NULL OR plain IS NULL THEN
        RETURN CASE WHEN raw IS NOT NULL THEN '"***"' END;
    END IF;
    FOR i IN REVERSE cardinality(names) .. 1 LOOP
        CONTINUE WHEN names[i] ~ '^[0-9]+$';
        around := jsonb_build_object(names[i], around);
        places := names[i] || places;
    END LOOP;
    around := integration.mask_payload(around) #> places;
    RETURN CASE WHEN around = plain THEN raw ELSE around::text END;
END
$$;

-- What an editor needs of these messages. Content is there only for those who may edit it: what is masked could not be sent.
CREATE FUNCTION integration.edit_basis(ids bigint[])
RETURNS TABLE (id bigint, exception_id bigint, version int, revision smallint, flow text, flow_title text, order_number text, content text, schema jsonb,
               editable text[], may_not text, may_not_rest text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp SET jit = off AS $$
    SELECT t.id, x.id, t.version, t.revision, t.flow, f.title, o.order_number, CASE WHEN w.why IS NULL THEN p.content END, f.schema, f.editable, w.why, f.may_not_rest
    FROM integration.transaction t
    JOIN (SELECT y.*, integration.may_not('edit', y.effect_class) AS obstacle, integration.may_not('edit_any', y.effect_class) AS may_not_rest FROM integration.flow y OFFSET 0) f
        ON f.code = t.flow -- asked once a flow
    JOIN integration.payload p ON p.transaction_id = t.id AND p.revision = t.revision
    LEFT JOIN integration.exception x ON x.transaction_id = t.id AND x.state <> 'resolved'
    LEFT JOIN integration.sales_order o ON o.id = t.order_id,
    LATERAL (SELECT COALESCE(f.obstacle, CASE WHEN t.status NOT IN ('failed', 'in_doubt') THEN 'has not failed'
                                              WHEN t.error_effect IS DISTINCT FROM 'not_applied' THEN 'whether it arrived is not known: verify it first'
                                              WHEN octet_length(p.content) > 1048576 THEN 'the content is too large to be edited' END) AS why) w
    WHERE t.id = ANY ($1) AND pg_has_role(session_user, 'signalbox_viewer', 'MEMBER')
    ORDER BY t.id
$$;

-- Saves edited payloads: [{"transaction", "version", "content", "changes": [{"path", "old", "new"}]}], content and values as raw text.
-- version: as the person saw it; what has changed since is left alone and said. Each is a new revision under a new key, which the
-- target has never seen: so only what certainly did not arrive is edited. One audit entry for each, with all its changes.
CREATE FUNCTION integration.edit_transactions(edits jsonb, reason text) RETURNS TABLE (id bigint, done boolean, why text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp SET jit = off AS $$
#variable_conflict use_column
BEGIN
    IF COALESCE(btrim($2), '') = '' THEN
        RAISE EXCEPTION 'an edit needs a reason' USING ERRCODE = 'invalid_parameter_value';
    ELSIF jsonb_typeof($1) IS DISTINCT FROM 'array' THEN
        RAISE EXCEPTION 'edits are a list' USING ERRCODE = 'invalid_parameter_value';
    ELSIF EXISTS (SELECT FROM jsonb_array_elements($1) e GROUP BY e->>'transaction' HAVING count(*) > 1) THEN
        RAISE EXCEPTION 'a message comes twice among the edits' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    PERFORM 1 FROM integration.transaction t WHERE t.id IN (SELECT (e->>'transaction')::bigint FROM jsonb_array_elements($1) e) ORDER BY t.id FOR NO KEY UPDATE;
    RETURN QUERY
    WITH asked AS MATERIALIZED (
        SELECT a.n, a.transaction AS asked_id, a.content, a.changes, t.order_id, t.revision, t.idempotency_key, t.id AS found, b.content AS before, b.editable, b.may_not_rest,
               CASE WHEN t.id IS NULL OR b.id IS NULL THEN 'there is no such message'
                    WHEN b.may_not IS NOT NULL THEN b.may_not
                    WHEN t.version IS DISTINCT FROM a.version THEN 'changed since you looked'
                    WHEN t.revision >= 1000 THEN 'it was edited too often' END AS first_obstacle
        FROM ROWS FROM (jsonb_to_recordset($1) AS (transaction bigint, version int, content text, changes jsonb)) WITH ORDINALITY AS a (transaction, version, content, changes, n)
        LEFT JOIN integration.transaction t ON t.id = a.transaction
        LEFT JOIN integration.edit_basis(ARRAY(SELECT (e->>'transaction')::bigint FROM jsonb_array_elements($1) e)) b ON b.id = t.id
    ), judged AS MATERIALIZED (
        SELECT a.*, COALESCE(a.first_obstacle, integration.edit_obstacle(a.before, a.content, a.changes, a.editable, a.may_not_rest)) AS obstacle,
               regexp_replace(a.idempotency_key, '/edit-[0-9]+$', '') || '/edit-' || (a.revision + 1) AS new_key
        FROM asked a
    ), kept AS (
        INSERT INTO integration.payload (transaction_id, revision, content)
        SELECT j.found, j.revision + 1, j.content FROM judged j WHERE j.obstacle IS NULL
    ), changed AS (
        UPDATE integration.transaction t SET revision = t.revision + 1, idempotency_key = j.new_key, keyed_at = NULL, verify = false, version = t.version + 1
        FROM judged j WHERE t.id = j.found AND j.obstacle IS NULL
        RETURNING t.id, t.order_id, j.revision AS old_revision, j.idempotency_key AS old_key, t.revision, t.idempotency_key,
            (SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('path', c->>'path', 'old', integration.masked_at(c->>'path', c->>'old'),
                                                                   'new', integration.masked_at(c->>'path', c->>'new'))) ORDER BY i)
             FROM jsonb_array_elements(j.changes) WITH ORDINALITY e (c, i)) AS changes
    ), audited AS (
        SELECT integration.audit(array_agg(ROW('edit', 'transaction', c.id, jsonb_build_object('revision', c.old_revision, 'key', c.old_key),
                                               jsonb_build_object('revision', c.revision, 'key', c.idempotency_key, 'changes', c.changes), $2)::integration.audit_note ORDER BY c.id))
        FROM changed c HAVING count(*) > 0
    ), told AS (
        INSERT INTO integration.change_log (order_ids, exceptions)
        SELECT COALESCE(array_agg(DISTINCT c.order_id) FILTER (WHERE c.order_id IS NOT NULL), '{}'), true FROM changed c HAVING count(*) > 0
    )
    SELECT j.asked_id, j.obstacle IS NULL, COALESCE(j.obstacle, '') FROM judged j LEFT JOIN audited u ON true ORDER BY j.n;
END
$$;

-- Messages of the same flow that the target took, the nearest first: those of the same channel and currency before others. Looks at no
-- more than the 20000 messages made before this one and after it.
CREATE FUNCTION integration.delivered_near(transaction_id bigint, max_count int) RETURNS TABLE (id bigint, alike int)
LANGUAGE sql STABLE SET search_path = pg_catalog, integration, pg_temp SET jit = off AS $$
    SELECT n.id, s.alike
    FROM integration.transaction t LEFT JOIN integration.sales_order mine ON mine.id = t.order_id,
    LATERAL ((SELECT b.id, b.order_id FROM integration.transaction b
              WHERE b.id < t.id AND b.id >= t.id - 20000 AND b.flow = t.flow AND b.status = 'delivered' AND (b.scope = '') = (t.scope = '')
                AND EXISTS (SELECT FROM integration.attempt a WHERE a.transaction_id = b.id AND a.outcome = 'delivered')
              ORDER BY b.id DESC LIMIT $2)
             UNION ALL
             (SELECT b.id, b.order_id FROM integration.transaction b
              WHERE b.id > t.id AND b.id <= t.id + 20000 AND b.flow = t.flow AND b.status = 'delivered' AND (b.scope = '') = (t.scope = '')
                AND EXISTS (SELECT FROM integration.attempt a WHERE a.transaction_id = b.id AND a.outcome = 'delivered')
              ORDER BY b.id LIMIT $2)) n
    LEFT JOIN integration.sales_order o ON o.id = n.order_id,
    LATERAL (SELECT (o.channel = mine.channel IS TRUE)::int * 2 + (o.currency = mine.currency IS TRUE)::int AS alike) s
    WHERE t.id = $1
    ORDER BY s.alike DESC, abs(n.id - t.id), n.id LIMIT $2
$$;

-- The nearest message that the target took, as this user may read it.
CREATE FUNCTION integration.nearest_delivered(transaction_id bigint) RETURNS TABLE (id bigint, order_number text, delivered_at timestamptz, content text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp SET jit = off AS $$
    SELECT t.id, o.order_number, t.finished_at, integration.transaction_payload(t.id)
    FROM integration.delivered_near($1, 200) n JOIN integration.transaction t ON t.id = n.id LEFT JOIN integration.sales_order o ON o.id = t.order_id
    WHERE pg_has_role(session_user, 'signalbox_viewer', 'MEMBER')
    ORDER BY n.alike DESC, abs(n.id - $1), n.id LIMIT 1
$$;

-- All values of a payload: place, the same with "*" for any index (path), what it lies in, and as a number where it is one or a decimal
-- number in quotes.
CREATE FUNCTION integration.payload_nodes(content jsonb)
RETURNS TABLE (path text, place text, holder text, holder_place text, kind text, value jsonb, number numeric)
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    WITH RECURSIVE v AS (
        SELECT ''::text AS path, ''::text AS place, NULL::text AS holder, NULL::text AS holder_place, $1 AS value
        UNION ALL
        SELECT v.path || '/' || e.path, v.place || '/' || e.name, CASE WHEN e.path <> '*' THEN v.path END, v.place, e.value
        FROM v, LATERAL (
            SELECT k.name AS path, k.name, m.value
            FROM jsonb_each(CASE WHEN jsonb_typeof(v.value) = 'object' THEN v.value ELSE '{}' END) m, LATERAL (SELECT replace(replace(m.key, '~', '~0'), '/', '~1') AS name) k
            UNION ALL
            SELECT '*', (a.n - 1)::text, a.value FROM jsonb_array_elements(CASE WHEN jsonb_typeof(v.value) = 'array' THEN v.value ELSE '[]' END) WITH ORDINALITY a (value, n)) e
        WHERE jsonb_typeof(v.value) IN ('object', 'array')
    )
    SELECT v.path, v.place, v.holder, v.holder_place, jsonb_typeof(v.value), v.value,
           CASE WHEN jsonb_typeof(v.value) = 'number' OR (jsonb_typeof(v.value) = 'string' AND v.value#>>'{}' ~ '^-?[0-9]{1,15}[.][0-9]{1,10}$') THEN (v.value#>>'{}')::numeric END
    FROM v
$$;

-- Fields that differ from what the 200 nearest messages that the target took have there. kind: missing (95 % of the objects of this place have
-- it), unknown (at most 2 % have it), other_kind (at most 2 % are of this kind), out_of_range (a number beyond the 1st and 99th percentile),
-- unusual_value (all have one of up to five values, and not this one).
CREATE FUNCTION integration.unusual_fields(transaction_id bigint) RETURNS TABLE (kind text, path text, value text, usual text[], compared int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp SET jit = off AS $$
    WITH mine AS MATERIALIZED (
        SELECT n.* FROM integration.payload p JOIN integration.transaction t ON t.id = p.transaction_id AND t.revision = p.revision,
            LATERAL integration.payload_nodes(integration.as_jsonb(integration.transaction_payload(t.id))) n
        WHERE t.id = $1 AND octet_length(p.content) <= 65536 AND pg_has_role(session_user, 'signalbox_viewer', 'MEMBER')
    ), theirs AS MATERIALIZED (
        SELECT d.id, n.* FROM integration.delivered_near($1, 200) d JOIN integration.transaction t ON t.id = d.id
            JOIN integration.payload p ON p.transaction_id = t.id AND p.revision = t.revision AND octet_length(p.content) <= 65536,
            LATERAL integration.payload_nodes(integration.as_jsonb(integration.transaction_payload(d.id))) n
    ), total AS (SELECT count(DISTINCT id)::int AS n FROM theirs),
    holders AS (SELECT h.path, count(*) AS n FROM theirs h WHERE h.kind = 'object' GROUP BY h.path),
    kinds AS (SELECT k.path, k.kind, count(*) AS n FROM theirs k GROUP BY k.path, k.kind),
    fields AS (
        SELECT f.path, f.holder, count(*) AS n, count(f.number) AS numbers, percentile_disc(0.01) WITHIN GROUP (ORDER BY f.number) AS low,
               percentile_disc(0.99) WITHIN GROUP (ORDER BY f.number) AS high,
               count(DISTINCT f.number) = count(f.number) AND bool_and(f.number = trunc(f.number)) AS counts_up, -- each another whole number: an id
               count(DISTINCT f.value) FILTER (WHERE f.kind IN ('string', 'boolean')) AS variety,
               (array_agg(DISTINCT f.value#>>'{}') FILTER (WHERE f.kind IN ('string', 'boolean')))[:6] AS several
        FROM theirs f GROUP BY f.path, f.holder
    ), found AS (
        SELECT 1 AS rank, 'missing' AS kind, m.place || substr(f.path, length(h.path) + 1) AS path, NULL AS value, ARRAY[round(100.0 * f.n / h.n)::text] AS usual
        FROM mine m JOIN holders h ON h.path = m.path JOIN fields f ON f.holder = h.path
        WHERE m.kind = 'object' AND h.n >= 5 AND f.n >= 0.95 * h.n AND NOT EXISTS (SELECT FROM mine x WHERE x.holder_place = m.place AND x.path = f.path)
        UNION ALL
        SELECT 2, 'other_kind', m.place, m.value::text, ARRAY(SELECT k.kind FROM kinds k WHERE k.path = m.path AND k.n > 0.02 * f.n ORDER BY k.n DESC)
        FROM mine m JOIN fields f ON f.path = m.path LEFT JOIN kinds own ON own.path = m.path AND own.kind = m.kind
        WHERE f.n >= 20 AND COALESCE(own.n, 0) <= 0.02 * f.n
        UNION ALL
        SELECT 3, 'out_of_range', m.place, m.value::text, ARRAY[f.low::text, f.high::text]
        FROM mine m JOIN fields f ON f.path = m.path WHERE f.numbers >= 20 AND f.counts_up IS NOT TRUE AND m.number NOT BETWEEN f.low AND f.high
        UNION ALL
        SELECT 4, 'unusual_value', m.place, m.value::text, f.several
        FROM mine m JOIN fields f ON f.path = m.path
        WHERE m.kind IN ('string', 'boolean') AND f.n >= 30 AND f.variety BETWEEN 1 AND 5 AND f.numbers = 0 AND m.value#>>'{}' <> ALL (f.several)
        UNION ALL
        SELECT 5, 'unknown', m.place, m.value::text, ARRAY[round(100.0 * COALESCE(f.n, 0) / h.n)::text]
        FROM mine m JOIN holders h ON h.path = m.holder LEFT JOIN fields f ON f.path = m.path WHERE h.n >= 20 AND COALESCE(f.n, 0) <= 0.02 * h.n
    )
    SELECT f.kind, f.path, left(f.value, 200), f.usual, t.n FROM found f, total t ORDER BY f.rank, f.path LIMIT 100
$$;

-- What was done the last times something of this cause failed, and how often it worked: "replay" and "edit" (of which fields, then replayed)
-- by what came of each, and how people resolved it otherwise.
CREATE FUNCTION integration.what_helped(fingerprint text) RETURNS TABLE (kind text, paths text[], tried int, worked int, last_at timestamptz, last_by text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp SET jit = off AS $$
    WITH past AS MATERIALIZED (
        (SELECT x.transaction_id, x.resolution, x.resolved_at, x.resolved_by FROM integration.exception x
         WHERE x.fingerprint = $1 AND x.resolved_at IS NOT NULL ORDER BY x.resolved_at DESC LIMIT 500)
        UNION ALL
        (SELECT x.transaction_id, NULL, NULL, NULL FROM integration.exception x WHERE x.fingerprint = $1 AND x.resolved_at IS NULL LIMIT 500)
    ), deeds AS ( -- of each message in their order; round: after how many replays
        SELECT a.object_id AS id, a.seq, a.at, a.actor, a.action, a.after,
               count(*) FILTER (WHERE a.action = 'replay') OVER (PARTITION BY a.object_id ORDER BY a.seq ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS round
        FROM integration.audit_entry a
        WHERE a.object_kind = 'transaction' AND a.object_id IN (SELECT p.transaction_id FROM past p) AND a.action IN ('edit', 'replay')
    ), replays AS (
        SELECT d.at, d.actor, i.state = 'confirmed' AS worked,
               ARRAY(SELECT DISTINCT regexp_replace(c->>'path', '/[0-9]+(?=/|$)', '/*', 'g') FROM deeds e, jsonb_array_elements(e.after->'changes') c
                     WHERE e.id = d.id AND e.round = d.round AND e.action = 'edit' ORDER BY 1) AS paths
        FROM deeds d JOIN integration.operation_item i ON i.operation_id = (d.after->>'operation')::bigint AND i.transaction_id = d.id
        WHERE d.action = 'replay' AND i.state IN ('confirmed', 'failed', 'in_doubt')
    ), remedies AS (
        SELECT CASE WHEN r.paths = '{}' THEN 'replay' ELSE 'edit' END AS kind, r.paths, r.worked, r.at, r.actor FROM replays r
        UNION ALL
        SELECT p.resolution, '{}', true, p.resolved_at, p.resolved_by FROM past p WHERE p.resolution <> 'replayed' AND p.resolved_by <> 'signalbox'
    )
    SELECT r.kind, r.paths, count(*)::int, (count(*) FILTER (WHERE r.worked))::int, max(r.at), (array_agg(r.actor ORDER BY r.at DESC))[1]
    FROM remedies r WHERE pg_has_role(session_user, 'signalbox_viewer', 'MEMBER')
    GROUP BY r.kind, r.paths ORDER BY 4 DESC, 3, 1, 2 LIMIT 20
$$;

REVOKE ALL ON FUNCTION integration.as_jsonb(text), integration.pointer_names(text), integration.is_covered(text[], text), integration.repeated_values(text),
    integration.with_changes(jsonb, jsonb), integration.edit_obstacle(text, text, jsonb, text[], text), integration.masked_at(text, text),
    integration.edit_basis(bigint[]), integration.edit_transactions(jsonb, text), integration.delivered_near(bigint, int), integration.nearest_delivered(bigint),
    integration.payload_nodes(jsonb), integration.unusual_fields(bigint), integration.what_helped(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION integration.edit_basis(bigint[]), integration.edit_transactions(jsonb, text), integration.nearest_delivered(bigint),
    integration.unusual_fields(bigint), integration.what_helped(text) TO signalbox_viewer;
