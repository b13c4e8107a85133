-- SPDX-FileCopyrightText: Signalbox contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Search over problems: words in order numbers, codes and error texts (exception.search), and values of payloads, fast enough to type
-- into. What all problems of a group share is answered by the group; the index has only what is each problem's own. The indexes need
-- pg_trgm; without it everything is found as well, only later.

-- How much of the values of a payload is searched, in characters: more of it makes typing slow.
CREATE FUNCTION integration.searched_length() RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN 65536;

-- The values of a payload of what is open, in small letters, one a line. For the search only: whoever reads it has passed
-- integration.payload_matches.
CREATE TABLE integration.payload_search (
    transaction_id bigint PRIMARY KEY,
    words text NOT NULL,
    cut boolean NOT NULL GENERATED ALWAYS AS (length(words) >= integration.searched_length()) STORED -- more than payload_words takes: what comes after it is not found
);
CREATE INDEX payload_search_cut ON integration.payload_search (transaction_id) WHERE cut;

-- The values of a content, each once, without the names of its fields; of one that is no JSON all of it.
CREATE FUNCTION integration.payload_words(content text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT left(lower(CASE WHEN j.whole IS NULL THEN content ELSE COALESCE((
               SELECT string_agg(d.value, E'\n' ORDER BY d.place) FROM (
                   SELECT v.value #>> '{}' AS value, min(v.place) AS place
                   FROM jsonb_path_query(j.whole, 'strict $.** ? (@.type() != "object" && @.type() != "array" && @.type() != "null")') WITH ORDINALITY v (value, place) GROUP BY 1) d), '') END
               COLLATE "default"), integration.searched_length())
    FROM (SELECT integration.as_jsonb(content) AS whole OFFSET 0) j -- read once
$$;

-- Kept as exceptions open and close and as their payloads are edited, in the same statement: nobody waits for a writer.
CREATE FUNCTION integration.keep_payload_words() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        DELETE FROM integration.payload_search s USING new_rows n
        WHERE n.state = 'resolved' AND s.transaction_id = n.transaction_id
          AND NOT EXISTS (SELECT FROM integration.exception x WHERE x.transaction_id = n.transaction_id AND x.state <> 'resolved');
        RETURN NULL;
    END IF;
    INSERT INTO integration.payload_search AS s
    SELECT p.transaction_id, integration.payload_words(p.content)
    FROM new_rows n JOIN integration.transaction t ON t.id = n.transaction_id JOIN integration.payload p ON p.transaction_id = t.id AND p.revision = t.revision
    WHERE n.state <> 'resolved' ORDER BY p.transaction_id
    ON CONFLICT (transaction_id) DO UPDATE SET words = EXCLUDED.words;
    RETURN NULL;
END
$$;
CREATE TRIGGER payload_words_opened AFTER INSERT ON integration.exception REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION integration.keep_payload_words();
CREATE TRIGGER payload_words_closed AFTER UPDATE ON integration.exception REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION integration.keep_payload_words();

CREATE FUNCTION integration.keep_edited_words() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
BEGIN
    UPDATE integration.payload_search s SET words = integration.payload_words(NEW.content) WHERE s.transaction_id = NEW.transaction_id;
    RETURN NULL;
END
$$;
CREATE TRIGGER payload_words_edited AFTER INSERT ON integration.payload -- making messages, which is done all day, costs nothing
    FOR EACH ROW WHEN (NEW.revision > 1) EXECUTE FUNCTION integration.keep_edited_words();

-- The messages of open exceptions with a value like this (a LIKE pattern in small letters). Who sees payloads masked may not search them:
-- what is masked could be guessed.
CREATE FUNCTION integration.payload_matches(pattern text) RETURNS SETOF bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp ROWS 100 AS $$
BEGIN
    IF NOT (pg_has_role(session_user, 'signalbox_support', 'MEMBER') OR pg_has_role(session_user, 'signalbox_finance', 'MEMBER')
            OR pg_has_role(session_user, 'signalbox_admin', 'MEMBER')) THEN
        RAISE EXCEPTION 'searching payloads takes the role signalbox_support' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN QUERY SELECT s.transaction_id FROM integration.payload_search s WHERE s.words LIKE pattern;
END
$$;

-- Of how many payloads only the beginning is searched; counted no further than a thousand.
CREATE FUNCTION integration.payloads_cut() RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
    SELECT count(*) FROM (SELECT FROM integration.payload_search s WHERE s.cut LIMIT 1000) c
$$;

-- Makes the indexes of the search where pg_trgm is there, or can be made; says whether they are there now. Installed later, call it again.
CREATE FUNCTION integration.index_search() RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog, integration, pg_temp AS $$
DECLARE
    place text;
BEGIN
    BEGIN
        CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public;
    EXCEPTION WHEN OTHERS THEN
        RAISE NOTICE 'pg_trgm cannot be installed: %', SQLERRM;
    END;
    SELECT quote_ident(n.nspname) INTO place FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'pg_trgm';
    IF place IS NULL THEN
        RETURN false;
    END IF;
    EXECUTE format('CREATE INDEX IF NOT EXISTS %I ON integration.exception USING gin (own_words %s.gin_trgm_ops) WHERE state <> ''resolved''', 'exception_search', place);
    EXECUTE format('CREATE INDEX IF NOT EXISTS %I ON integration.payload_search USING gin (words %s.gin_trgm_ops)', 'payload_search_words', place);
    RETURN true;
END
$$;
SELECT integration.index_search();

REVOKE ALL ON integration.payload_search FROM PUBLIC;
REVOKE ALL ON FUNCTION integration.searched_length(), integration.payload_words(text), integration.keep_payload_words(), integration.keep_edited_words(), integration.payload_matches(text), integration.payloads_cut(), integration.index_search() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION integration.payload_matches(text), integration.payloads_cut() TO signalbox_viewer;
