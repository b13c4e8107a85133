-- SPDX-FileCopyrightText: Signalbox contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Group roles. Rights are the database's: a person signs in as an own role that is a member of some of these.
CREATE SCHEMA IF NOT EXISTS integration;
REVOKE ALL ON SCHEMA integration FROM PUBLIC;

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['signalbox_viewer', 'signalbox_support', 'signalbox_finance', 'signalbox_manager',
                                'signalbox_admin', 'signalbox_producer', 'signalbox_relay'] LOOP
        -- roles belong to the whole server: another database of it may have made them, even at this moment
        IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = name) THEN
            BEGIN
                EXECUTE pg_catalog.format('CREATE ROLE %I NOLOGIN', name);
            EXCEPTION WHEN duplicate_object OR unique_violation THEN
                NULL;
            END;
        END IF;
    END LOOP;
    FOREACH name IN ARRAY ARRAY['signalbox_support', 'signalbox_finance', 'signalbox_manager', 'signalbox_admin'] LOOP
        IF NOT pg_catalog.pg_has_role(name, 'signalbox_viewer', 'MEMBER') THEN
            BEGIN
                EXECUTE pg_catalog.format('GRANT signalbox_viewer TO %I', name);
            EXCEPTION WHEN unique_violation THEN
                NULL;
            END;
        END IF;
    END LOOP;
END
$$;

GRANT USAGE ON SCHEMA integration TO signalbox_viewer, signalbox_producer, signalbox_relay;

-- Who we are, for the head of the window.
CREATE TABLE integration.environment_setting (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    name text NOT NULL DEFAULT '',
    kind text NOT NULL DEFAULT 'test' CHECK (kind IN ('production', 'staging', 'test', 'demo', 'bundle')),
    as_of timestamptz -- of an incident bundle: when its data was read
);
INSERT INTO integration.environment_setting DEFAULT VALUES;

CREATE FUNCTION integration.environment(OUT name text, OUT kind text, OUT as_of timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp
AS $$ SELECT COALESCE(NULLIF(s.name, ''), current_database()), s.kind, s.as_of FROM integration.environment_setting s $$;

CREATE FUNCTION integration.set_environment(name text, kind text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp
AS $$ UPDATE integration.environment_setting s SET name = $1, kind = $2 $$;

REVOKE ALL ON FUNCTION integration.environment(), integration.set_environment(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION integration.environment() TO signalbox_viewer, signalbox_producer, signalbox_relay;
GRANT EXECUTE ON FUNCTION integration.set_environment(text, text) TO signalbox_admin;
