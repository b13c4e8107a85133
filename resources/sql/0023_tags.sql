-- SPDX-FileCopyrightText: Signalbox contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Tags: words that people put on orders, to find them again. No part of what is derived from events.

CREATE TABLE integration.order_tag (
    order_id bigint NOT NULL,
    tag text COLLATE "C" NOT NULL CHECK (tag ~ '^[a-z0-9\u00df-\u00f6\u00f8-\u00ff._-]{1,40}$'),
    at timestamptz NOT NULL DEFAULT now(),
    by text NOT NULL DEFAULT session_user,
    PRIMARY KEY (order_id, tag)
);
CREATE INDEX order_tag_tag ON integration.order_tag (tag, order_id);

-- The tags that any order has, by name; one look at the index for each, however many orders there are.
CREATE FUNCTION integration.tags_in_use(most int) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp ROWS 50 AS $$
    WITH RECURSIVE used AS (
        (SELECT t.tag, 1 AS n FROM integration.order_tag t ORDER BY t.tag LIMIT 1)
        UNION ALL
        SELECT (SELECT t.tag FROM integration.order_tag t WHERE t.tag > u.tag ORDER BY t.tag LIMIT 1), u.n + 1 FROM used u WHERE u.tag IS NOT NULL AND u.n < most
    )
    SELECT u.tag FROM used u WHERE u.tag IS NOT NULL
$$;

-- Puts tags on orders and takes others away; names in any letters, kept in small ones. Each order whose tags change has one entry in the audit trail.
-- put, taken: what of it did change the order.
CREATE FUNCTION integration.change_tags(order_ids bigint[], add text[], remove text[], reason text) RETURNS TABLE (order_id bigint, done boolean, why text, put text[], taken text[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
#variable_conflict use_column
DECLARE
    obstacle text := integration.may_not('tag', NULL);
    added text[] := ARRAY(SELECT DISTINCT lower(a) FROM unnest($2) a ORDER BY 1);
    removed text[] := ARRAY(SELECT DISTINCT lower(a) FROM unnest($3) a ORDER BY 1);
    most CONSTANT int := 20; -- of one order
    most_orders CONSTANT int := 10000;
BEGIN
    IF obstacle IS NOT NULL THEN
        RAISE EXCEPTION '%', obstacle USING ERRCODE = 'insufficient_privilege';
    ELSIF added || removed = '{}' THEN
        RAISE EXCEPTION 'no tag is named' USING ERRCODE = 'invalid_parameter_value';
    ELSIF added && removed THEN
        RAISE EXCEPTION 'the same tag is to be added and removed' USING ERRCODE = 'invalid_parameter_value';
    ELSIF EXISTS (SELECT FROM unnest(added) a WHERE a IS NULL OR a !~ '^[a-z0-9\u00df-\u00f6\u00f8-\u00ff._-]{1,40}$') THEN
        RAISE EXCEPTION 'a tag has up to 40 letters, digits, hyphens, underscores and points' USING ERRCODE = 'invalid_parameter_value';
    ELSIF cardinality(order_ids) > most_orders THEN
        RAISE EXCEPTION 'more than 10000 orders at once' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('signalbox tags')); -- two who add at once see each other's
    RETURN QUERY
    WITH asked AS MATERIALIZED (
        SELECT a.id, ARRAY(SELECT t.tag FROM integration.order_tag t WHERE t.order_id = a.id ORDER BY t.tag) AS before, o.id IS NOT NULL AS known
        FROM (SELECT DISTINCT u.id FROM unnest($1) u (id)) a LEFT JOIN integration.sales_order o ON o.id = a.id
    ), judged AS MATERIALIZED (
        SELECT a.id, a.before, w.after, CASE WHEN NOT a.known THEN 'there is no such order' WHEN cardinality(w.after) > most THEN 'an order has 20 tags at most' END AS obstacle
        FROM asked a, LATERAL (SELECT ARRAY(SELECT t COLLATE "C" FROM unnest(a.before) t WHERE t <> ALL (removed) UNION SELECT unnest(added) COLLATE "C" ORDER BY 1) AS after) w
    ), changed AS (
        SELECT j.id, j.before, j.after FROM judged j WHERE j.obstacle IS NULL AND j.before <> j.after
    ), gone AS (
        DELETE FROM integration.order_tag t USING changed c WHERE t.order_id = c.id AND t.tag = ANY (removed)
    ), fresh AS (
        INSERT INTO integration.order_tag (order_id, tag) SELECT c.id, a FROM changed c, unnest(added) a ON CONFLICT DO NOTHING
    ), audited AS (
        SELECT integration.audit(array_agg(ROW('tag', 'order', c.id, jsonb_build_object('tags', c.before), jsonb_build_object('tags', c.after), NULLIF(btrim(reason), ''))::integration.audit_note ORDER BY c.id))
        FROM changed c HAVING count(*) > 0
    ), told AS ( -- problems are found by the tags of their orders
        INSERT INTO integration.change_log (order_ids, exceptions) SELECT array_agg(c.id), true FROM changed c HAVING count(*) > 0
    )
    SELECT j.id, j.obstacle IS NULL, COALESCE(j.obstacle, ''), ARRAY(SELECT t FROM unnest(j.after) t WHERE t <> ALL (j.before) AND j.obstacle IS NULL ORDER BY 1),
        ARRAY(SELECT t FROM unnest(j.before) t WHERE t <> ALL (j.after) AND j.obstacle IS NULL ORDER BY 1)
    FROM judged j LEFT JOIN audited u ON true;
END
$$;

GRANT SELECT ON integration.order_tag TO signalbox_viewer;
REVOKE ALL ON FUNCTION integration.tags_in_use(int), integration.change_tags(bigint[], text[], text[], text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION integration.tags_in_use(int), integration.change_tags(bigint[], text[], text[], text) TO signalbox_viewer;
