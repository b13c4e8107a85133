-- SPDX-FileCopyrightText: Signalbox contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Flows: which step is brought about by which message to which target, with all that delivering needs to know.

-- A place that messages are delivered to. Secrets are named ("env:NAME", "file:PATH"), never kept.
CREATE TABLE integration.target (
    code text COLLATE "C" PRIMARY KEY CHECK (code ~ '^[a-z][a-z0-9_-]*$'),
    system text NOT NULL REFERENCES integration.system,
    title text NOT NULL,
    base_url text NOT NULL CHECK (base_url ~ '^https?://[^[:space:]]+$'),
    connector text NOT NULL DEFAULT '', -- whose error codes it answers with, as resources/rules/failures.json names them
    idempotent boolean NOT NULL DEFAULT false, -- the same key a second time has no second effect
    key_holds interval, -- for how long it remembers a key; NULL = for good
    headers jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(headers) = 'object'),
    authentication jsonb CHECK (jsonb_typeof(authentication) = 'object'), -- {"scheme": "bearer|basic|header", "name", "secret"}
    connect_seconds double precision NOT NULL DEFAULT 5 CHECK (connect_seconds > 0),
    answer_seconds double precision NOT NULL DEFAULT 30 CHECK (answer_seconds > 0),
    slack_seconds double precision NOT NULL DEFAULT 20 CHECK (slack_seconds > 0), -- a lease outlasts two requests by this
    connections int NOT NULL DEFAULT 16 CHECK (connections > 0), -- of each relay
    rate double precision CHECK (rate > 0), -- requests a second of all relays together; NULL = no limit
    burst int NOT NULL DEFAULT 10 CHECK (burst > 0),
    tokens double precision NOT NULL DEFAULT 0, -- of the bucket, as of filled_at
    filled_at timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 50);

CREATE TABLE integration.flow (
    code text COLLATE "C" PRIMARY KEY CHECK (code ~ '^[a-z][a-z0-9_.-]*$'),
    title text NOT NULL,
    source_system text NOT NULL REFERENCES integration.system,
    target_system text NOT NULL REFERENCES integration.system,
    step text REFERENCES integration.step (name), -- dispatched when this step of an order is eligible; NULL = by hand only
    team text NOT NULL DEFAULT 'integration',
    criticality text NOT NULL DEFAULT 'normal' CHECK (criticality IN ('high', 'normal', 'low')),
    effect_class text NOT NULL CHECK (effect_class IN ('read', 'upsert', 'create', 'money', 'legal')),
    path text NOT NULL DEFAULT '/' CHECK (path ~ '^/'),
    payload jsonb NOT NULL DEFAULT '{}', -- template, see integration.render
    contract text NOT NULL DEFAULT '1', -- version of what the target expects
    schema jsonb NOT NULL DEFAULT '{}', -- of the payload, by its contract: checked before anything is sent
    editable text[] NOT NULL DEFAULT '{}', -- fields of a payload that support may edit: pointers such as /lines/*/sku; the rest takes another right
    lookup boolean NOT NULL DEFAULT false, -- GET on the same path with ?key= tells whether the effect is there
    lookup_equal jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(lookup_equal) = 'object'), -- {"amount": "body.amount"}: places in the payload, and in the
        -- lookup's answer, that must hold the same, else it is a conflict; {} = what is found is what was meant
    lookup_by jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(lookup_by) = 'object'), -- {"order": "$order.order_number"}: what to ask for when the key finds
        -- nothing, for what somebody entered by hand has another key or none; ours only where lookup_equal holds
    evidence boolean NOT NULL DEFAULT true, -- the target's answer is the step's evidence
    reference text[] NOT NULL DEFAULT '{reference}', -- where the answer holds the target's own id
    max_attempts int NOT NULL DEFAULT 8 CHECK (max_attempts > 0), -- in a row; a replay begins anew
    max_age interval NOT NULL DEFAULT '1 day',
    backoff_seconds double precision NOT NULL DEFAULT 1 CHECK (backoff_seconds > 0),
    backoff_limit_seconds double precision NOT NULL DEFAULT 300,
    breaker_failures int NOT NULL DEFAULT 10 CHECK (breaker_failures > 0), -- transient ones in a row that open the breaker
    breaker_seconds double precision NOT NULL DEFAULT 15, -- open that long, then one probe at a time
    runbook text NOT NULL DEFAULT '',
    enabled boolean NOT NULL DEFAULT true,
    since timestamptz NOT NULL DEFAULT now(), -- steps that were eligible before are left alone: history is not sent again
    undoes text REFERENCES integration.step (name), -- a compensation: sent to take this step back; its success is the evidence for that
    compensation text[] NOT NULL DEFAULT '{}', -- what is sent when a message of this flow is given up, as far as the steps to be undone were done
    compensate_on text[] NOT NULL DEFAULT '{}', -- classes of failure that give it up at once; else only a person does
    CHECK (undoes IS NULL OR (step IS NULL AND compensation = '{}'))
);
CREATE UNIQUE INDEX flow_step ON integration.flow (step) WHERE enabled AND step IS NOT NULL;

-- Where a flow's messages go: the first route whose conditions all hold. A migration to another system is a new row here.
CREATE TABLE integration.flow_route (
    flow text COLLATE "C" NOT NULL REFERENCES integration.flow ON DELETE CASCADE,
    ordinal smallint NOT NULL,
    condition jsonb NOT NULL DEFAULT '{}', -- {"channel": ["web", "app"], "currency": ["EUR"]}; {} = always
    target text COLLATE "C" NOT NULL REFERENCES integration.target,
    PRIMARY KEY (flow, ordinal)
);

-- What is known beside the orders: of goods by SKU, of channels. Templates and routes read it.
CREATE TABLE integration.master_record (
    kind text COLLATE "C" NOT NULL CHECK (kind IN ('product', 'channel')),
    key text COLLATE "C" NOT NULL,
    data jsonb NOT NULL CHECK (jsonb_typeof(data) = 'object'),
    changed_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (kind, key)
);

-- One row for each flow and target that have met; shared by all relays.
CREATE TABLE integration.breaker (
    flow text COLLATE "C" NOT NULL REFERENCES integration.flow ON DELETE CASCADE,
    target text COLLATE "C" NOT NULL REFERENCES integration.target ON DELETE CASCADE,
    state text NOT NULL DEFAULT 'closed' CHECK (state IN ('closed', 'open', 'half_open')),
    failures int NOT NULL DEFAULT 0, -- transient ones in a row
    opened int NOT NULL DEFAULT 0, -- times in a row: each doubles the wait, up to 16 times
    until timestamptz, -- open: till then; half open: a probe is under way till then
    reason text NOT NULL DEFAULT '',
    changed_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (flow, target)
) WITH (fillfactor = 50);

-- A payload's template filled in: a text "$a.b.c" becomes the value at {a,b,c} of the context, kept with its type; null where
-- there is none. "$$" begins a text that begins with "$". {"$each": "$lines", "as": {...}} gives one "as" for each element,
-- which sees the element's fields at "$item".
CREATE FUNCTION integration.render(template jsonb, context jsonb) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $body$
DECLARE
    value text;
BEGIN
    CASE jsonb_typeof(template)
        WHEN 'string' THEN
            value := template#>>'{}';
            IF value LIKE '$$%' THEN
                RETURN to_jsonb(substr(value, 2));
            ELSIF value LIKE '$_%' THEN
                RETURN COALESCE(context #> string_to_array(substr(value, 2), '.'), 'null');
            END IF;
            RETURN template;
        WHEN 'object' THEN
            IF template ? '$each' THEN
                RETURN (SELECT COALESCE(jsonb_agg(integration.render(template->'as', context || jsonb_build_object('item', e.value)) ORDER BY e.n), '[]')
                        FROM jsonb_array_elements(integration.render(template->'$each', context)) WITH ORDINALITY e (value, n));
            END IF;
            RETURN (SELECT COALESCE(jsonb_object_agg(e.key, integration.render(e.value, context)), '{}') FROM jsonb_each(template) e);
        WHEN 'array' THEN
            RETURN (SELECT COALESCE(jsonb_agg(integration.render(e.value, context) ORDER BY e.n), '[]')
                    FROM jsonb_array_elements(template) WITH ORDINALITY e (value, n));
        ELSE
            RETURN template;
    END CASE;
END
$body$;

-- What to ask a target for beside the key: a flow's lookup_by filled in with "$payload.…", "$order.…", "$key" and "$scope". NULL where a
-- value is missing: a question without it would find anything.
CREATE FUNCTION integration.question_of(lookup_by jsonb, key text, scope text, order_id bigint, content text) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, integration, pg_temp AS $$
DECLARE
    payload jsonb;
    question jsonb;
BEGIN
    IF lookup_by = '{}' THEN
        RETURN NULL;
    END IF;
    BEGIN
        payload := content::jsonb;
    EXCEPTION WHEN invalid_text_representation OR untranslatable_character OR statement_too_complex THEN
        payload := NULL; -- it is no JSON: then only the order is known
    END;
    question := integration.render(lookup_by, jsonb_build_object('key', $2, 'scope', COALESCE(NULLIF($3, ''), 'order'), 'payload', payload,
        'order', (SELECT to_jsonb(o) - '{statements,customer}'::text[] FROM integration.sales_order o WHERE o.id = $4)));
    RETURN (SELECT jsonb_object_agg(e.key, e.value) FROM jsonb_each_text(question) e HAVING bool_and(COALESCE(e.value, '') <> ''));
END
$$;

-- Takes the field of a definition in as the column of the same name; says which field is none.
CREATE FUNCTION integration.check_fields(what text, definition jsonb, fields text[]) RETURNS void
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    unknown text := (SELECT min(k) FROM jsonb_object_keys(definition) k WHERE k <> ALL (fields));
BEGIN
    IF unknown IS NOT NULL THEN
        RAISE EXCEPTION '% has no field "%"; it has %', what, unknown, array_to_string(fields, ', ') USING ERRCODE = 'invalid_parameter_value';
    END IF;
END
$$;

-- Installs or changes a target. The same again is no change.
CREATE FUNCTION integration.put_target(definition jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
BEGIN
    PERFORM integration.check_fields(format('target "%s"', definition->>'code'), definition, '{code,system,title,base_url,connector,idempotent,key_holds,headers,
        authentication,connect_seconds,answer_seconds,slack_seconds,connections,rate,burst}');
    INSERT INTO integration.target AS t (code, system, title, base_url, connector, idempotent, key_holds, headers, authentication,
                                         connect_seconds, answer_seconds, slack_seconds, connections, rate, burst, tokens)
    SELECT d.code, d.system, COALESCE(d.title, d.code), rtrim(d.base_url, '/'), COALESCE(d.connector, ''), COALESCE(d.idempotent, false), d.key_holds,
           COALESCE(d.headers, '{}'), d.authentication, COALESCE(d.connect_seconds, 5), COALESCE(d.answer_seconds, 30), COALESCE(d.slack_seconds, 20), COALESCE(d.connections, 16),
           d.rate, COALESCE(d.burst, 10), COALESCE(d.burst, 10)
    FROM jsonb_populate_record(NULL::integration.target, definition) d
    ON CONFLICT (code) DO UPDATE SET system = EXCLUDED.system, title = EXCLUDED.title, base_url = EXCLUDED.base_url, connector = EXCLUDED.connector,
        idempotent = EXCLUDED.idempotent, key_holds = EXCLUDED.key_holds, headers = EXCLUDED.headers, authentication = EXCLUDED.authentication,
        connect_seconds = EXCLUDED.connect_seconds, answer_seconds = EXCLUDED.answer_seconds, slack_seconds = EXCLUDED.slack_seconds, connections = EXCLUDED.connections,
        rate = EXCLUDED.rate, burst = EXCLUDED.burst;
END
$$;

-- Installs or changes a flow with its routes.
CREATE FUNCTION integration.put_flow(definition jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
DECLARE
    name text := definition->>'code';
    other text;
BEGIN
    PERFORM integration.check_fields(format('flow "%s"', name), definition, '{code,title,source_system,target_system,step,team,criticality,effect_class,path,payload,
        contract,schema,editable,lookup,lookup_equal,lookup_by,evidence,reference,max_attempts,max_age,backoff_seconds,backoff_limit_seconds,breaker_failures,breaker_seconds,runbook,enabled,since,undoes,compensation,compensate_on,routes}');
    IF jsonb_typeof(definition->'routes') IS DISTINCT FROM 'array' OR definition->'routes' = '[]' THEN
        RAISE EXCEPTION 'flow "%" needs "routes": where its messages go', name USING ERRCODE = 'invalid_parameter_value';
    ELSIF COALESCE(definition->'routes'->-1->'condition', '{}') <> '{}' THEN
        RAISE EXCEPTION 'flow "%": the last route must have no condition, else some messages go nowhere', name USING ERRCODE = 'invalid_parameter_value';
    END IF;
    SELECT e INTO other FROM jsonb_array_elements_text(COALESCE(definition->'editable', '[]')) e WHERE e <> '' AND (e NOT LIKE '/%' OR e ~ '~([^01]|$)') LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'flow "%": "%" is no place in a payload; one is such as /lines/*/sku', name, other USING ERRCODE = 'invalid_parameter_value';
    END IF;
    IF (definition->>'undoes') IS NOT NULL AND (definition ? 'step' OR definition ? 'compensation') THEN
        RAISE EXCEPTION 'flow "%" undoes a step: it can have neither a step nor a compensation of its own', name USING ERRCODE = 'invalid_parameter_value';
    END IF;
    IF COALESCE(definition->'lookup_by', '{}') <> '{}' AND (COALESCE(definition->'lookup', 'false') <> 'true' OR COALESCE(definition->'lookup_equal', '{}') = '{}') THEN
        RAISE EXCEPTION 'flow "%": "lookup_by" needs "lookup", and "lookup_equal" to tell whether what it finds is ours', name USING ERRCODE = 'invalid_parameter_value';
    ELSIF definition->'lookup_by' ? 'key' THEN
        RAISE EXCEPTION 'flow "%": "key" is what the first question asks by; "lookup_by" names others', name USING ERRCODE = 'invalid_parameter_value';
    END IF;
    SELECT c.code INTO other FROM jsonb_array_elements_text(COALESCE(definition->'compensation', '[]')) c (code)
    WHERE NOT EXISTS (SELECT FROM integration.flow f WHERE f.code = c.code AND f.undoes IS NOT NULL) LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'flow "%": its compensation "%" is no flow that undoes a step; put that one first', name, other USING ERRCODE = 'invalid_parameter_value';
    END IF;
    INSERT INTO integration.flow (code, title, source_system, target_system, step, team, criticality, effect_class, path, payload, contract, schema, editable, lookup, lookup_equal, lookup_by,
                                  evidence, reference, max_attempts, max_age, backoff_seconds, backoff_limit_seconds, breaker_failures, breaker_seconds, runbook, enabled, since,
                                  undoes, compensation, compensate_on)
    SELECT d.code, COALESCE(d.title, d.code), d.source_system, d.target_system, d.step, COALESCE(d.team, 'integration'), COALESCE(d.criticality, 'normal'), d.effect_class,
           COALESCE(d.path, '/'), COALESCE(d.payload, '{}'), COALESCE(d.contract, '1'), COALESCE(d.schema, '{}'), COALESCE(d.editable, '{}'), COALESCE(d.lookup, false), COALESCE(d.lookup_equal, '{}'), COALESCE(d.lookup_by, '{}'), COALESCE(d.evidence, true),
           COALESCE(d.reference, '{reference}'), COALESCE(d.max_attempts, 8), COALESCE(d.max_age, interval '1 day'), COALESCE(d.backoff_seconds, 1),
           COALESCE(d.backoff_limit_seconds, 300), COALESCE(d.breaker_failures, 10), COALESCE(d.breaker_seconds, 15), COALESCE(d.runbook, ''), COALESCE(d.enabled, true), COALESCE(d.since, now()),
           d.undoes, COALESCE(d.compensation, '{}'), COALESCE(d.compensate_on, '{}')
    FROM jsonb_populate_record(NULL::integration.flow, definition) d
    ON CONFLICT (code) DO UPDATE SET title = EXCLUDED.title, source_system = EXCLUDED.source_system, target_system = EXCLUDED.target_system, step = EXCLUDED.step,
        team = EXCLUDED.team, criticality = EXCLUDED.criticality, effect_class = EXCLUDED.effect_class, path = EXCLUDED.path, payload = EXCLUDED.payload,
        contract = EXCLUDED.contract, schema = EXCLUDED.schema, editable = EXCLUDED.editable, lookup = EXCLUDED.lookup, lookup_equal = EXCLUDED.lookup_equal, lookup_by = EXCLUDED.lookup_by, evidence = EXCLUDED.evidence, reference = EXCLUDED.reference,
        max_attempts = EXCLUDED.max_attempts, max_age = EXCLUDED.max_age, backoff_seconds = EXCLUDED.backoff_seconds,
        backoff_limit_seconds = EXCLUDED.backoff_limit_seconds, breaker_failures = EXCLUDED.breaker_failures, breaker_seconds = EXCLUDED.breaker_seconds,
        runbook = EXCLUDED.runbook, enabled = EXCLUDED.enabled, undoes = EXCLUDED.undoes, compensation = EXCLUDED.compensation,
        compensate_on = EXCLUDED.compensate_on, since = CASE WHEN definition ? 'since' THEN EXCLUDED.since ELSE flow.since END;
    DELETE FROM integration.flow_route WHERE flow = name;
    INSERT INTO integration.flow_route (flow, ordinal, condition, target)
    SELECT name, r.n, COALESCE(r.route->'condition', '{}'), r.route->>'target'
    FROM jsonb_array_elements(definition->'routes') WITH ORDINALITY r (route, n);
END
$$;

-- Installs or changes what is known of a thing: {"kind": "product", "key": "SKU-1", "data": {...}}; without data it is forgotten.
CREATE FUNCTION integration.put_master(definition jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
BEGIN
    PERFORM integration.check_fields(format('master record "%s"', definition->>'key'), definition, '{kind,key,data}');
    IF NOT definition ? 'data' THEN
        DELETE FROM integration.master_record m WHERE m.kind = definition->>'kind' AND m.key = definition->>'key';
        RETURN;
    END IF;
    INSERT INTO integration.master_record (kind, key, data) VALUES (definition->>'kind', definition->>'key', definition->'data')
    ON CONFLICT (kind, key) DO UPDATE SET data = EXCLUDED.data, changed_at = now();
END
$$;

GRANT SELECT ON integration.target, integration.flow, integration.flow_route, integration.breaker, integration.master_record TO signalbox_viewer, signalbox_relay;
REVOKE ALL ON FUNCTION integration.question_of(jsonb, text, text, bigint, text), integration.put_target(jsonb), integration.put_flow(jsonb), integration.put_master(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION integration.put_target(jsonb), integration.put_flow(jsonb), integration.put_master(jsonb) TO signalbox_admin;
