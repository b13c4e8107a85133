-- SPDX-FileCopyrightText: Signalbox contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Saved views: a screen with its filter, queue, columns and sort under a name. One's own, or shared with everybody; a shared one can
-- be where a role begins.
CREATE TABLE integration.saved_view (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    screen text NOT NULL CHECK (screen IN ('triage', 'orders')),
    name text NOT NULL CHECK (btrim(name) = name AND length(name) BETWEEN 1 AND 80),
    owner text NOT NULL DEFAULT session_user,
    shared boolean NOT NULL DEFAULT false,
    content jsonb NOT NULL CHECK (jsonb_typeof(content) = 'object' AND length(content::text) <= 20000), -- filter, queue, grouped, columns, sort
    changed_at timestamptz NOT NULL DEFAULT now(),
    version int NOT NULL DEFAULT 1,
    UNIQUE (screen, owner, name)
);
CREATE UNIQUE INDEX saved_view_shared ON integration.saved_view (screen, name) WHERE shared; -- "the view X" is one for everybody

CREATE TABLE integration.default_view (
    role text NOT NULL CHECK (role IN ('signalbox_viewer', 'signalbox_support', 'signalbox_finance', 'signalbox_manager', 'signalbox_admin')),
    screen text NOT NULL,
    view_id bigint NOT NULL REFERENCES integration.saved_view ON DELETE CASCADE,
    PRIMARY KEY (role, screen)
);

-- What the user may use, with the roles that begin there.
CREATE VIEW integration.visible_view WITH (security_barrier) AS
    SELECT v.*, ARRAY(SELECT d.role FROM integration.default_view d WHERE d.view_id = v.id ORDER BY d.role) AS roles
    FROM integration.saved_view v WHERE v.shared OR v.owner = session_user;

-- Saves a view under its name: the user's own of that name is replaced. Sharing is for those who decide in Triage.
CREATE FUNCTION integration.save_view(screen text, name text, content jsonb, shared boolean) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
DECLARE
    saved bigint;
    obstacle text := CASE WHEN shared THEN integration.may_not('share', NULL) END;
BEGIN
    IF obstacle IS NOT NULL THEN
        RAISE EXCEPTION '%', obstacle USING ERRCODE = 'insufficient_privilege';
    ELSIF shared AND EXISTS (SELECT FROM integration.saved_view v WHERE v.screen = $1 AND v.name = $2 AND v.shared AND v.owner <> session_user) THEN
        RAISE EXCEPTION 'somebody else shares a view of this name' USING ERRCODE = 'unique_violation';
    END IF;
    INSERT INTO integration.saved_view AS v (screen, name, content, shared) VALUES ($1, $2, $3, $4)
    ON CONFLICT ON CONSTRAINT saved_view_screen_owner_name_key DO UPDATE SET content = $3, shared = $4, changed_at = now(), version = v.version + 1
    RETURNING v.id INTO saved;
    IF NOT shared THEN
        DELETE FROM integration.default_view d WHERE d.view_id = saved;
    END IF;
    RETURN saved;
END
$$;

-- One's own; an administrator removes any that is shared.
CREATE FUNCTION integration.remove_view(view_id bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
BEGIN
    DELETE FROM integration.saved_view v WHERE v.id = view_id
        AND (v.owner = session_user OR v.shared AND pg_has_role(session_user, 'signalbox_admin', 'MEMBER'));
    IF NOT FOUND THEN
        RAISE EXCEPTION 'there is no such view of yours' USING ERRCODE = 'no_data_found';
    END IF;
END
$$;

-- Where people of a role begin on a screen; NULL: nowhere in particular.
CREATE FUNCTION integration.set_default_view(role text, screen text, view_id bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
BEGIN
    IF NOT pg_has_role(session_user, 'signalbox_admin', 'MEMBER') THEN
        RAISE EXCEPTION 'that takes the role signalbox_admin' USING ERRCODE = 'insufficient_privilege';
    ELSIF view_id IS NULL THEN
        DELETE FROM integration.default_view d WHERE d.role = $1 AND d.screen = $2;
        RETURN;
    ELSIF NOT EXISTS (SELECT FROM integration.saved_view v WHERE v.id = view_id AND v.screen = $2 AND v.shared) THEN
        RAISE EXCEPTION 'only a shared view can be where a role begins' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    INSERT INTO integration.default_view AS d (role, screen, view_id) VALUES ($1, $2, $3) ON CONFLICT ON CONSTRAINT default_view_pkey DO UPDATE SET view_id = $3;
END
$$;

GRANT SELECT ON integration.visible_view TO signalbox_viewer;
REVOKE ALL ON FUNCTION integration.save_view(text, text, jsonb, boolean), integration.remove_view(bigint), integration.set_default_view(text, text, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION integration.save_view(text, text, jsonb, boolean), integration.remove_view(bigint), integration.set_default_view(text, text, bigint) TO signalbox_viewer;
