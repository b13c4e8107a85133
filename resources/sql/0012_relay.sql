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

REVOKE ALL ON FUNCTION integration.due_targets(), integration.backlog() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION integration.due_targets(), integration.backlog() TO signalbox_relay;
