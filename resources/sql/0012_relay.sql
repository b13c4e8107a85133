-- SPDX-FileCopyrightText: Signalbox contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What a relay asks between claims, and the figures it publishes.

-- Targets with a message that is due. One look into a partial index each: asked often, by every relay.
CREATE FUNCTION integration.due_targets() RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
    SELECT g.code FROM integration.target g WHERE integration.is_due(g.code)
$$;

-- Messages that are not done, by flow and status; delivered ones are counted by the relays as they go.
CREATE FUNCTION integration.backlog() RETURNS TABLE (flow text, status text, count bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
    SELECT t.flow, t.status, count(*) FROM integration.transaction t
    WHERE t.status NOT IN ('delivered', 'cancelled') GROUP BY t.flow, t.status
$$;

-- Relays that are there.
CREATE TABLE integration.relay_presence (
    relay text PRIMARY KEY,
    seen_at timestamptz NOT NULL DEFAULT now()
);
CREATE FUNCTION integration.relay_here(relay text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
#variable_conflict use_column
BEGIN
    IF EXISTS (SELECT FROM integration.relay_presence p WHERE p.relay = $1 AND p.seen_at > now() - interval '4 seconds') THEN
        RETURN; -- housekeeping comes every second: most of the time nothing is written
    END IF;
    INSERT INTO integration.relay_presence AS p (relay) VALUES ($1)
    ON CONFLICT (relay) DO UPDATE SET seen_at = now();
    DELETE FROM integration.relay_presence p WHERE p.seen_at < now() - interval '1 day';
END
$$;
-- Whether any is: only relays deliver, and only they look for steps that are overdue and for failures that others report.
CREATE FUNCTION integration.has_relay() RETURNS boolean
LANGUAGE sql STABLE AS $$ SELECT EXISTS (SELECT FROM integration.relay_presence p WHERE p.seen_at > now() - interval '15 seconds') $$;

REVOKE ALL ON FUNCTION integration.due_targets(), integration.backlog(), integration.relay_here(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION integration.due_targets(), integration.backlog(), integration.relay_here(text) TO signalbox_relay;
GRANT SELECT ON integration.relay_presence TO signalbox_viewer;
