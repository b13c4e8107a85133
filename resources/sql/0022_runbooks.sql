-- SPDX-FileCopyrightText: Signalbox contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Runbooks: what a team does about a kind of error, in steps. The most exact one for a problem is shown beside it.

-- Whether a text is what a pattern says, in which * stands for any text.
CREATE FUNCTION integration.fits_pattern(pattern text, value text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT value LIKE replace(replace(replace(replace(pattern, '\', '\\'), '%', '\%'), '_', '\_'), '*', '%')
$$;

CREATE TABLE integration.runbook (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    team text NOT NULL DEFAULT '' CHECK (length(team) <= 80), -- '' = any
    flow text COLLATE "C" NOT NULL DEFAULT '*' CHECK (length(flow) BETWEEN 1 AND 200), -- pattern
    error_class text NOT NULL CHECK (error_class IN
        ('transient', 'throttling', 'auth', 'data', 'business_rule', 'duplicate', 'contract', 'configuration', 'unclassified', 'overdue')),
    error_code text NOT NULL DEFAULT '' CHECK (length(error_code) <= 200), -- pattern; '' = any
    fingerprint text COLLATE "C" NOT NULL DEFAULT '', -- of one cause only; '' = any
    title text NOT NULL CHECK (btrim(title) = title AND length(title) BETWEEN 1 AND 120),
    content text NOT NULL CHECK (btrim(content) <> '' AND length(content) <= 20000), -- Markdown
    owner text NOT NULL DEFAULT '' CHECK (length(owner) <= 80), -- who keeps it right
    updated_at timestamptz NOT NULL DEFAULT now(),
    updated_by text NOT NULL DEFAULT session_user,
    version int NOT NULL DEFAULT 1,
    UNIQUE (team, flow, error_class, error_code, fingerprint)
);

-- The runbook for a problem: one of its very cause before one of its code, then the most exact flow, then one of its team.
CREATE FUNCTION integration.runbook_for(kind text, team text, flow text, error_class text, error_code text, fingerprint text) RETURNS SETOF integration.runbook
LANGUAGE sql STABLE AS $$
    SELECT r.* FROM integration.runbook r
    WHERE r.error_class = CASE WHEN $1 = 'overdue' THEN 'overdue' ELSE $4 END AND (r.team = '' OR r.team = $2) AND integration.fits_pattern(r.flow, $3)
      AND (r.error_code = '' OR integration.fits_pattern(r.error_code, $5)) AND (r.fingerprint = '' OR r.fingerprint = $6)
    ORDER BY r.fingerprint <> '' DESC, r.error_code <> '' DESC, strpos(r.error_code, '*') = 0 DESC, length(r.error_code) DESC,
        strpos(r.flow, '*') = 0 DESC, length(r.flow) DESC, r.team <> '' DESC, r.id LIMIT 1
$$;

-- Writes a runbook {"team", "flow", "error_class", "error_code", "fingerprint", "title", "content", "owner"}. With "id" and "version" that one,
-- as the person saw it; else the one for the same problems is replaced. The content may be an array of lines. Returns its id.
CREATE FUNCTION integration.put_runbook(definition jsonb) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
DECLARE
    obstacle text := integration.may_not('runbook', NULL);
    former integration.runbook;
    wanted integration.runbook;
    unknown text;
BEGIN
    IF jsonb_typeof(definition->'content') = 'array' THEN
        definition := jsonb_set(definition, '{content}', to_jsonb((SELECT COALESCE(string_agg(l.line, E'\n' ORDER BY l.n), '') FROM jsonb_array_elements_text(definition->'content') WITH ORDINALITY l (line, n))));
    END IF;
    SELECT min(k) INTO unknown FROM jsonb_object_keys(definition) k
    WHERE k NOT IN ('id', 'version', 'team', 'flow', 'error_class', 'error_code', 'fingerprint', 'title', 'content', 'owner');
    IF obstacle IS NOT NULL THEN
        RAISE EXCEPTION '%', obstacle USING ERRCODE = 'insufficient_privilege';
    ELSIF unknown IS NOT NULL THEN
        RAISE EXCEPTION 'a runbook has no field "%"', unknown USING ERRCODE = 'invalid_parameter_value';
    ELSIF btrim(COALESCE(definition->>'title', '')) = '' OR btrim(COALESCE(definition->>'content', '')) = '' OR COALESCE(definition->>'error_class', '') = '' THEN
        RAISE EXCEPTION 'a runbook needs a title, a kind of error and what to do' USING ERRCODE = 'invalid_parameter_value';
    ELSIF definition->>'error_class' NOT IN ('transient', 'throttling', 'auth', 'data', 'business_rule', 'duplicate', 'contract', 'configuration', 'unclassified', 'overdue') THEN
        RAISE EXCEPTION 'there is no kind of error "%"', definition->>'error_class' USING ERRCODE = 'invalid_parameter_value';
    ELSIF length(btrim(definition->>'title')) > 120 OR length(definition->>'content') > 20000 THEN
        RAISE EXCEPTION 'the title of a runbook has 120 characters at most, its text 20000' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    wanted.team := btrim(COALESCE(definition->>'team', ''));
    wanted.flow := COALESCE(NULLIF(btrim(definition->>'flow'), ''), '*');
    wanted.error_class := definition->>'error_class';
    wanted.error_code := btrim(COALESCE(definition->>'error_code', ''));
    wanted.fingerprint := COALESCE(definition->>'fingerprint', '');
    LOCK TABLE integration.runbook IN SHARE ROW EXCLUSIVE MODE; -- few, and seldom written
    IF definition->>'id' IS NOT NULL THEN
        SELECT * INTO former FROM integration.runbook r WHERE r.id = (definition->>'id')::bigint;
        IF former.version IS DISTINCT FROM (definition->>'version')::int THEN
            RAISE EXCEPTION 'changed since you looked' USING ERRCODE = 'invalid_parameter_value';
        END IF;
    END IF;
    SELECT r.id INTO wanted.id FROM integration.runbook r
    WHERE r.team = wanted.team AND r.flow = wanted.flow AND r.error_class = wanted.error_class AND r.error_code = wanted.error_code AND r.fingerprint = wanted.fingerprint;
    IF former.id IS NOT NULL AND wanted.id <> former.id THEN
        RAISE EXCEPTION 'there is a runbook for exactly these problems already' USING ERRCODE = 'unique_violation';
    ELSIF former.id IS NULL AND wanted.id IS NOT NULL THEN
        SELECT * INTO former FROM integration.runbook r WHERE r.id = wanted.id;
    END IF;
    IF former.id IS NULL THEN
        INSERT INTO integration.runbook AS r (team, flow, error_class, error_code, fingerprint, title, content, owner)
        VALUES (wanted.team, wanted.flow, wanted.error_class, wanted.error_code, wanted.fingerprint, btrim(definition->>'title'), definition->>'content', btrim(COALESCE(definition->>'owner', '')))
        RETURNING * INTO wanted;
    ELSE
        UPDATE integration.runbook r SET team = wanted.team, flow = wanted.flow, error_class = wanted.error_class, error_code = wanted.error_code, fingerprint = wanted.fingerprint,
            title = btrim(definition->>'title'), content = definition->>'content', owner = btrim(COALESCE(definition->>'owner', '')),
            updated_at = now(), updated_by = session_user, version = r.version + 1
        WHERE r.id = former.id RETURNING * INTO wanted;
    END IF;
    PERFORM integration.audit(ARRAY[ROW('write', 'runbook', wanted.id, CASE WHEN former.id IS NOT NULL THEN to_jsonb(former) END, to_jsonb(wanted), NULL)::integration.audit_note]);
    INSERT INTO integration.change_log (order_ids, exceptions) VALUES ('{}', true);
    RETURN wanted.id;
END
$$;

-- version: as the person saw it; NULL: whatever it is.
CREATE FUNCTION integration.remove_runbook(runbook_id bigint, version int) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
DECLARE
    obstacle text := integration.may_not('runbook', NULL);
    former integration.runbook;
BEGIN
    IF obstacle IS NOT NULL THEN
        RAISE EXCEPTION '%', obstacle USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT * INTO former FROM integration.runbook r WHERE r.id = $1 FOR UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'there is no such runbook' USING ERRCODE = 'no_data_found';
    ELSIF former.version <> $2 THEN
        RAISE EXCEPTION 'changed since you looked' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    DELETE FROM integration.runbook r WHERE r.id = $1;
    PERFORM integration.audit(ARRAY[ROW('remove', 'runbook', $1, to_jsonb(former), NULL, NULL)::integration.audit_note]);
    INSERT INTO integration.change_log (order_ids, exceptions) VALUES ('{}', true);
END
$$;

GRANT SELECT ON integration.runbook TO signalbox_viewer;
REVOKE ALL ON FUNCTION integration.fits_pattern(text, text), integration.runbook_for(text, text, text, text, text, text), integration.put_runbook(jsonb), integration.remove_runbook(bigint, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION integration.fits_pattern(text, text), integration.runbook_for(text, text, text, text, text, text), integration.put_runbook(jsonb), integration.remove_runbook(bigint, int) TO signalbox_viewer;
