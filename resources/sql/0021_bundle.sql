-- SPDX-FileCopyrightText: Signalbox contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Incident bundles: some orders with all that belongs to them, for another console to read. Whatever is personal is masked here,
-- before it leaves the database.

-- A payload with customer data masked and every other byte as it is; in the shape of jsonb where that cannot be done, such as for a
-- text that is written with escapes. Nothing where it is no JSON.
CREATE FUNCTION integration.masked_content(content text) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, integration, pg_temp AS $$
DECLARE
    whole jsonb;
    masked jsonb;
    result text := content;
    leaf record;
BEGIN
    whole := content::jsonb;
    masked := integration.mask_payload(whole);
    IF masked = whole THEN
        RETURN content;
    END IF;
    FOR leaf IN SELECT DISTINCT a.value AS was, b.value AS becomes FROM integration.payload_nodes(whole) a
                JOIN integration.payload_nodes(masked) b ON b.place = a.place WHERE a.kind = 'string' AND a.value <> b.value LOOP
        result := replace(result, leaf.was::text, leaf.becomes::text);
    END LOOP;
    IF integration.mask_payload(result::jsonb) = result::jsonb THEN
        RETURN result;
    END IF;
    RETURN masked::text;
EXCEPTION WHEN data_exception OR statement_too_complex THEN
    RETURN NULL;
END
$$;

-- What is personal in a payload, as far as it is long enough to be recognised elsewhere. Most have nothing.
CREATE FUNCTION integration.personal_texts(whole jsonb) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, integration, pg_temp AS $$
DECLARE
    masked jsonb := integration.mask_payload(whole);
BEGIN
    IF masked IS NOT DISTINCT FROM whole THEN
        RETURN '{}';
    END IF;
    RETURN ARRAY(SELECT DISTINCT a.value#>>'{}' FROM integration.payload_nodes(whole) a JOIN integration.payload_nodes(masked) b ON b.place = a.place
                 WHERE a.kind = 'string' AND a.value <> b.value AND length(a.value#>>'{}') >= 4);
END
$$;

-- A text of people or systems: what is known to be personal is masked where it appears, and so is every address of electronic mail.
CREATE FUNCTION integration.scrubbed(content text, personal text[]) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, integration, pg_temp AS $$
DECLARE
    result text := content;
    one text;
BEGIN
    FOREACH one IN ARRAY COALESCE(personal, '{}') LOOP
        result := replace(result, one, integration.masked(one));
    END LOOP;
    RETURN regexp_replace(result, '([[:alnum:]])[[:alnum:]._%+-]*@([[:alnum:]-]+\.)', '\1***@\2', 'g');
END
$$;

-- Of headers the values that are known to say nothing of a person or of a secret.
CREATE FUNCTION integration.masked_headers(headers jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, integration, pg_temp AS $$
    SELECT CASE WHEN jsonb_typeof($1) = 'object' THEN (SELECT COALESCE(jsonb_object_agg(h.key, CASE WHEN lower(h.key) = ANY
        ('{accept,cache-control,connection,content-encoding,content-length,content-type,date,idempotency-key,retry-after,server,traceparent,transfer-encoding,user-agent,x-correlation-id,x-request-id}')
        THEN h.value ELSE '"***"' END), '{}') FROM jsonb_each($1) h) END
$$;

-- The messages and exceptions of these orders, and these exceptions with their messages.
CREATE FUNCTION integration.bundle_scope(order_ids bigint[], exception_ids bigint[], OUT orders bigint[], OUT transactions bigint[], OUT exceptions bigint[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
BEGIN
    orders := ARRAY(SELECT o.id FROM integration.sales_order o WHERE o.id = ANY (order_ids)
                    OR o.id IN (SELECT x.order_id FROM integration.exception x WHERE x.id = ANY (exception_ids)) ORDER BY 1);
    exceptions := ARRAY(SELECT x.id FROM integration.exception x WHERE x.id = ANY (exception_ids)
                        UNION SELECT x.id FROM integration.exception x JOIN unnest(orders) o (id) ON o.id = x.order_id ORDER BY 1);
    transactions := ARRAY(SELECT t.id FROM unnest(orders) o (id) JOIN integration.transaction t ON t.order_id = o.id
                          UNION SELECT x.transaction_id FROM integration.exception x WHERE x.id = ANY (exceptions) AND x.transaction_id IS NOT NULL ORDER BY 1);
END
$$;

-- The groups of these exceptions, and those that they were split off from.
CREATE FUNCTION integration.bundle_groups(exceptions bigint[]) RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
    WITH RECURSIVE g AS (
        SELECT x.group_id AS id FROM integration.exception x WHERE x.id = ANY ($1)
        UNION SELECT s.group_id FROM g JOIN integration.group_split s ON s.into_group = g.id
    )
    SELECT array_agg(g.id) FROM g
$$;

-- The rows of one section, as JSON. The name of a section is that of its table.
CREATE FUNCTION integration.bundle_rows(section text, orders bigint[], transactions bigint[], exceptions bigint[]) RETURNS SETOF jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp SET timezone = 'UTC' SET jit = off AS $$
DECLARE
    known text[]; -- what is personal in any of it, for texts that are not of one order
BEGIN
    IF NOT pg_has_role(session_user, 'signalbox_viewer', 'MEMBER') THEN
        RAISE EXCEPTION 'that takes the role signalbox_viewer' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF section IN ('exception_group', 'group_split', 'comment', 'operation', 'audit_entry') THEN
        known := ARRAY(SELECT DISTINCT t FROM (SELECT o.id AS order_id, NULL::bigint AS id FROM unnest(orders) o (id) UNION ALL SELECT NULL, m.id FROM unnest(transactions) m (id)) s,
                       LATERAL integration.order_texts(s.order_id, s.id) p, unnest(p.texts) t);
    END IF;
    CASE section
    -- configuration: whole, as it is small
    WHEN 'system' THEN RETURN QUERY SELECT to_jsonb(r) FROM integration.system r ORDER BY r.code;
    WHEN 'business_calendar' THEN RETURN QUERY SELECT to_jsonb(r) FROM integration.business_calendar r ORDER BY r.name;
    WHEN 'step' THEN RETURN QUERY SELECT to_jsonb(r) FROM integration.step r ORDER BY r.no;
    WHEN 'process' THEN RETURN QUERY SELECT to_jsonb(r) FROM integration.process r ORDER BY r.id;
    WHEN 'process_step' THEN RETURN QUERY SELECT to_jsonb(r) FROM integration.process_step r ORDER BY r.process_id, r.ordinal;
    WHEN 'sla_policy' THEN RETURN QUERY SELECT to_jsonb(r) FROM integration.sla_policy r ORDER BY r.process_id, r.step, r.channel;
    WHEN 'event_type' THEN RETURN QUERY SELECT to_jsonb(r) FROM integration.event_type r ORDER BY r.type;
    WHEN 'channel' THEN RETURN QUERY SELECT to_jsonb(r) FROM integration.channel r ORDER BY r.code;
    WHEN 'plan' THEN RETURN QUERY SELECT to_jsonb(r) FROM integration.plan r ORDER BY r.id;
    WHEN 'plan_step' THEN RETURN QUERY SELECT to_jsonb(r) FROM integration.plan_step r ORDER BY r.plan_id, r.ordinal;
    WHEN 'step_norm' THEN RETURN QUERY SELECT to_jsonb(r) FROM integration.step_norm r ORDER BY r.channel, r.step, r.hour;
    WHEN 'target' THEN RETURN QUERY SELECT to_jsonb(r) || jsonb_build_object('authentication', NULL, 'headers', '{}'::jsonb, 'base_url',
            regexp_replace(regexp_replace(r.base_url, '//[^/@]*@', '//'), '[?].*$', '')) FROM integration.target r ORDER BY r.code;
    WHEN 'flow' THEN RETURN QUERY SELECT to_jsonb(r) FROM integration.flow r ORDER BY r.undoes IS NULL, r.code;
    WHEN 'flow_route' THEN RETURN QUERY SELECT to_jsonb(r) FROM integration.flow_route r ORDER BY r.flow, r.ordinal;
    WHEN 'breaker' THEN RETURN QUERY SELECT to_jsonb(r) || jsonb_build_object('reason', integration.scrubbed(r.reason, '{}')) FROM integration.breaker r ORDER BY r.flow, r.target;
    WHEN 'routing_rule' THEN RETURN QUERY SELECT to_jsonb(r) FROM integration.routing_rule r ORDER BY r.ordinal;
    WHEN 'runbook' THEN RETURN QUERY SELECT to_jsonb(r) || jsonb_build_object('title', integration.scrubbed(r.title, '{}'), 'content', integration.scrubbed(r.content, '{}')) FROM integration.runbook r ORDER BY r.id;
    -- orders
    WHEN 'sales_order' THEN RETURN QUERY SELECT to_jsonb(r) FROM integration.sales_order r WHERE r.id = ANY (orders) ORDER BY r.id;
    WHEN 'order_line' THEN RETURN QUERY SELECT to_jsonb(r) FROM integration.order_line r WHERE r.order_id = ANY (orders) ORDER BY r.order_id, r.line;
    WHEN 'external_ref' THEN RETURN QUERY SELECT to_jsonb(r) FROM integration.external_ref r WHERE r.order_id = ANY (orders) ORDER BY r.order_id, r.system, r.object_type, r.object_id;
    WHEN 'order_tag' THEN RETURN QUERY SELECT to_jsonb(r) FROM integration.order_tag r WHERE r.order_id = ANY (orders) ORDER BY r.order_id, r.tag;
    WHEN 'milestone' THEN RETURN QUERY SELECT to_jsonb(r) FROM integration.milestone r WHERE r.order_id = ANY (orders) ORDER BY r.order_id, r.step_no, r.scope;
    WHEN 'business_event' THEN RETURN QUERY SELECT to_jsonb(r) || jsonb_build_object('data', integration.mask_payload(r.data), 'extensions', integration.mask_payload(r.extensions))
        FROM integration.business_event r WHERE r.order_id = ANY (orders) ORDER BY r.order_id, r.time, r.source, r.id;
    -- messages
    WHEN 'transaction' THEN RETURN QUERY SELECT to_jsonb(r) || jsonb_build_object('error_text', integration.scrubbed(r.error_text, p.texts), 'relay', NULL, 'lease_until', NULL)
        FROM integration.transaction r, LATERAL integration.order_texts(r.order_id, r.id) p WHERE r.id = ANY (transactions) ORDER BY r.id;
    WHEN 'payload' THEN RETURN QUERY SELECT to_jsonb(r) || jsonb_build_object('content', COALESCE(integration.masked_content(r.content), ''))
        FROM integration.payload r WHERE r.transaction_id = ANY (transactions) ORDER BY r.transaction_id, r.revision;
    WHEN 'attempt' THEN RETURN QUERY SELECT to_jsonb(r) || jsonb_build_object('error_text', integration.scrubbed(r.error_text, p.texts),
            'request_headers', integration.masked_headers(r.request_headers), 'response_headers', integration.masked_headers(r.response_headers),
            'response_body', integration.scrubbed(COALESCE(integration.masked_content(r.response_body), r.response_body), p.texts))
        FROM integration.attempt r JOIN integration.transaction t ON t.id = r.transaction_id, LATERAL integration.order_texts(t.order_id, t.id) p
        WHERE r.transaction_id = ANY (transactions) ORDER BY r.transaction_id, r.number;
    -- problems, and what people did
    WHEN 'exception_group' THEN RETURN QUERY SELECT to_jsonb(r) - 'fixed' || jsonb_build_object('sample', integration.scrubbed(r.sample, known || p.texts), 'title', integration.scrubbed(r.title, known),
            'reason', integration.scrubbed(r.reason, known), 'merged_into', NULL, 'routed', false)
        FROM integration.exception_group r, LATERAL (SELECT COALESCE(array_agg(DISTINCT t), '{}') AS texts FROM ( -- the sample is of one of its first
            SELECT x.order_id, x.transaction_id FROM integration.exception x WHERE x.group_id = r.id ORDER BY x.id LIMIT 20) x, LATERAL integration.order_texts(x.order_id, x.transaction_id) o, unnest(o.texts) t) p
        WHERE r.id = ANY (integration.bundle_groups(exceptions)) ORDER BY r.id;
    WHEN 'group_split' THEN RETURN QUERY SELECT DISTINCT ON (r.group_id, r.field, v.value) to_jsonb(r) || jsonb_build_object('value', v.value) -- masked ones may be alike
        FROM integration.group_split r, LATERAL (SELECT CASE WHEN EXISTS (SELECT FROM unnest(known) k WHERE strpos(lower(k), lower(r.value)) > 0) THEN integration.masked(r.value)
                                                             ELSE integration.scrubbed(r.value, known) END AS value) v -- part of a name is personal as well
        WHERE r.into_group = ANY (integration.bundle_groups(exceptions)) ORDER BY r.group_id, r.field, v.value, r.id;
    WHEN 'exception' THEN RETURN QUERY SELECT to_jsonb(r) - '{search,own_words}'::text[] || -- made anew from what is masked
             jsonb_build_object('error_text', integration.scrubbed(r.error_text, p.texts),
            'reason', integration.scrubbed(r.reason, p.texts), 'evidence', integration.scrubbed(r.evidence, p.texts))
        FROM integration.exception r, LATERAL integration.order_texts(r.order_id, r.transaction_id) p WHERE r.id = ANY (exceptions) ORDER BY r.id;
    WHEN 'comment' THEN RETURN QUERY SELECT to_jsonb(r) || jsonb_build_object('content', integration.scrubbed(r.content, known)) FROM integration.comment r
        WHERE r.exception_id = ANY (exceptions) OR r.group_id IN (SELECT g.group_id FROM integration.exception g WHERE g.id = ANY (exceptions)) ORDER BY r.id;
    WHEN 'operation' THEN RETURN QUERY SELECT to_jsonb(r) || jsonb_build_object('reason', integration.scrubbed(r.reason, known), 'decision_note', integration.scrubbed(r.decision_note, known),
            'stop', integration.scrubbed(r.stop::text, known)::jsonb)
        FROM integration.operation r WHERE r.asked_at IS NOT NULL AND r.id IN (SELECT i.operation_id FROM integration.operation_item i WHERE i.transaction_id = ANY (transactions)) ORDER BY r.id;
    WHEN 'operation_part' THEN RETURN QUERY SELECT to_jsonb(r) FROM integration.operation_part r JOIN integration.operation o ON o.id = r.operation_id AND o.asked_at IS NOT NULL
        WHERE r.operation_id IN (SELECT i.operation_id FROM integration.operation_item i WHERE i.transaction_id = ANY (transactions)) ORDER BY r.operation_id, r.flow, r.class, r.currency;
    WHEN 'operation_stage' THEN RETURN QUERY SELECT to_jsonb(r) FROM integration.operation_stage r JOIN integration.operation o ON o.id = r.operation_id AND o.asked_at IS NOT NULL
        WHERE r.operation_id IN (SELECT i.operation_id FROM integration.operation_item i WHERE i.transaction_id = ANY (transactions)) ORDER BY r.operation_id, r.number;
    WHEN 'operation_item' THEN RETURN QUERY SELECT to_jsonb(r) || jsonb_build_object('outcome', integration.scrubbed(r.outcome, p.texts))
        FROM integration.operation_item r JOIN integration.operation o ON o.id = r.operation_id AND o.asked_at IS NOT NULL JOIN integration.transaction t ON t.id = r.transaction_id,
            LATERAL integration.order_texts(t.order_id, t.id) p WHERE r.transaction_id = ANY (transactions) ORDER BY r.operation_id, r.ordinal;
    WHEN 'audit_entry' THEN RETURN QUERY SELECT to_jsonb(r) || jsonb_build_object('before', integration.mask_payload(integration.scrubbed(r.before::text, known)::jsonb),
            'after', integration.mask_payload(integration.scrubbed(r.after::text, known)::jsonb), 'reason', integration.scrubbed(r.reason, known))
        FROM integration.audit_entry r WHERE (r.object_kind = 'transaction' AND r.object_id = ANY (transactions)) OR (r.object_kind = 'exception' AND r.object_id = ANY (exceptions))
            OR (r.object_kind = 'group' AND r.object_id IN (SELECT x.group_id FROM integration.exception x WHERE x.id = ANY (exceptions)))
            OR (r.object_kind = 'order' AND r.object_id = ANY (orders))
            OR (r.object_kind = 'operation' AND r.object_id IN (SELECT i.operation_id FROM integration.operation_item i WHERE i.transaction_id = ANY (transactions))) ORDER BY r.seq;
    ELSE
        RAISE EXCEPTION 'a bundle has no section "%"', section USING ERRCODE = 'invalid_parameter_value';
    END CASE;
END
$$;

-- What is known to be personal of an order, and of a message.
CREATE FUNCTION integration.order_texts(order_id bigint, transaction_id bigint, OUT texts text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
    SELECT COALESCE(array_agg(DISTINCT t ORDER BY t), '{}') FROM (
        SELECT unnest(integration.personal_texts(e.data)) AS t FROM integration.business_event e WHERE e.order_id = $1
        UNION SELECT unnest(integration.personal_texts(integration.as_jsonb(p.content))) FROM integration.payload p WHERE p.transaction_id = $2) s
$$;

REVOKE ALL ON FUNCTION integration.masked_content(text), integration.personal_texts(jsonb), integration.scrubbed(text, text[]), integration.masked_headers(jsonb),
    integration.bundle_scope(bigint[], bigint[]), integration.bundle_groups(bigint[]), integration.bundle_rows(text, bigint[], bigint[], bigint[]), integration.order_texts(bigint, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION integration.bundle_scope(bigint[], bigint[]), integration.bundle_rows(text, bigint[], bigint[], bigint[]) TO signalbox_viewer;
