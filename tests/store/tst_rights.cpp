// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/migrations.h"
#include "models/store/pghealthsource.h"
#include "models/store/pgordersource.h"
#include "models/store/pgrulessource.h"
#include "tests/support/fakerelay.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"
#include "tests/support/verifyoutcome.h"

using namespace Qt::StringLiterals;

namespace {

const QStringList groups{u"signalbox_viewer"_s, u"signalbox_support"_s, u"signalbox_finance"_s, u"signalbox_manager"_s,
    u"signalbox_admin"_s, u"signalbox_producer"_s, u"signalbox_relay"_s};
const QString refused = u"42501"_s;

} // namespace

class TestRights : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        SIGNALBOX_REQUIRE(m_server);
        m_settings = m_server.freshDatabase();
        m_owner = std::make_unique<IntegrationDatabase>(m_settings);
        m_owner->ingest({{u"1"_s, u"order_captured"_s, utc(u"2018-02-01 10:00"_s), {},
            orderData(u"web"_s, u"1"_s, u"EUR"_s, {{u"customer"_s, u"anna@example.org"_s}})}});
        m_owner->ingest(R"([{"customer":"anna@example.org"}])");
        // a message of hers that has failed, been taken up and replayed
        putErp(*m_owner);
        m_owner->value(u"SELECT integration.submit('erp.post', 'k', 'k', '{\"customer\": \"anna@example.org\"}')"_s);
        FakeRelay relay(m_settings, u"A"_s);
        relay.finish({TryEnd::failed(relay.claim().at(0), u"auth"_s, u"not_applied"_s, u"never"_s)});
        m_owner->run(u"SELECT integration.change_exceptions('take', ARRAY[1], ARRAY[1], '{}')"_s);
        m_owner->value(u"SELECT integration.preview_replay(gen_random_uuid(), ARRAY[1])"_s);
        m_owner->run(u"SELECT integration.start_operation(id, manifest, 'x') FROM integration.operation"_s);
        m_viewer = person(u"vera"_s, {u"signalbox_viewer"_s});
        m_producer = person(u"shop"_s, {u"signalbox_producer"_s});
        m_admin = person(u"ada"_s, {u"signalbox_admin"_s});
        m_stranger = person(u"stan"_s, {});
    }

    void aViewerReadsWhatTheConsoleShows()
    {
        QueryRunner runner(m_viewer->settings());
        PgOrderSource orders(runner);
        const auto page = orders.pageNow({});
        VERIFY_OUTCOME(page);
        QCOMPARE(page.value().orders.size(), 1);
        VERIFY_OUTCOME(orders.countNow({}, 10));
        VERIFY_OUTCOME(orders.findNow(u"1"_s, 10));
        const auto detail = orders.detailNow(page.value().orders.constFirst().id);
        VERIFY_OUTCOME(detail);
        QCOMPARE(detail.value().events.size(), 1);
        QVERIFY(!detail.value().events.constFirst().data.contains(u"anna"_s));
        for (const char* text :
            {"step:validation", "system:erp", "backlog:erp", "ref:x", "value>1", "anomaly:reversed", "state:pending"}) {
            const auto filter
                = parseFilter(QString::fromLatin1(text), QDateTime::currentDateTimeUtc(), QTimeZone::utc());
            VERIFY_OUTCOME(
                orders.pageNow({filter.expression, OrderSort::NextDue, Qt::AscendingOrder, std::nullopt, 5}));
        }
        VERIFY_OUTCOME(PgHealthSource(runner).healthNow());
        auto rules = PgRulesSource(runner).rules();
        rules.waitForFinished();
        VERIFY_OUTCOME(rules.result());
        QCOMPARE(rules.result().value().processes.size(), 5);
        VERIFY_OUTCOME(Migrations(m_viewer->settings()).status());
        QVERIFY(!m_viewer->value(u"SELECT cursor FROM integration.changes_since(NULL)"_s).isEmpty());
        QVERIFY(!m_viewer->value(u"SELECT name FROM integration.environment()"_s).isEmpty());
        QCOMPARE(m_viewer->value(u"SELECT count(*) FROM integration.rejected_event WHERE reason <> ''"_s), u"1"_s);
    }

    void aViewerSeesNoCustomer()
    {
        QCOMPARE(m_viewer->refusal(u"SELECT * FROM integration.business_event"_s), refused);
        const auto partitions = m_owner->rows(
            u"SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'integration.business_event'::regclass"_s);
        QVERIFY(partitions.size() >= 4);
        for (const QStringList& partition : partitions)
            QCOMPARE(m_viewer->refusal(u"SELECT * FROM "_s + partition.at(0)), refused);
        QCOMPARE(m_viewer->refusal(u"SELECT raw FROM integration.rejected_event"_s), refused);
        QCOMPARE(m_viewer->refusal(u"SELECT * FROM integration.payload"_s), refused);
        QCOMPARE(m_viewer->refusal(u"SELECT * FROM integration.payload_search"_s), refused);
        QCOMPARE(m_viewer->refusal(u"SELECT integration.payload_matches('%anna%')"_s), refused); // masked for her
        QVERIFY(!m_viewer->value(u"SELECT integration.transaction_payload(1)"_s).contains(u"anna"_s));
        // nothing readable holds the name in clear
        const auto readable = m_owner->rows(
            u"SELECT c.oid::regclass::text, string_agg(quote_ident(a.attname), ', ') FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped "
            "WHERE c.relnamespace = 'integration'::regnamespace AND c.relkind IN ('r', 'v', 'p', 'm') AND has_column_privilege('vera', c.oid, a.attnum, 'SELECT') GROUP BY c.oid"_s);
        QVERIFY(readable.size() > 10);
        for (const QStringList& table : readable) {
            const QString found
                = m_viewer->value(u"SELECT count(*) FROM (SELECT %2 FROM %1) t WHERE t::text ~* 'anna|616e6e61'"_s.arg(
                    table.at(0), table.at(1)));
            QVERIFY2(found == u"0"_s, qPrintable(table.at(0)));
        }
    }

    /// By catalogue, so that a table of tomorrow is included.
    void nobodyWritesTables()
    {
        const auto relations = m_owner->rows(
            u"SELECT c.oid::regclass::text, c.relkind FROM pg_class c WHERE c.relnamespace = 'integration'::regnamespace AND c.relkind IN ('r', 'v', 'p', 'm', 'f')"_s);
        QVERIFY(relations.size() > 25);
        QStringList roles = groups;
        roles += {u"vera"_s, u"shop"_s, u"ada"_s, u"stan"_s};
        for (const QStringList& relation : relations) {
            for (const QString& role : std::as_const(roles)) {
                for (const char* right : {"INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER"})
                    QVERIFY2(m_owner->value(u"SELECT has_table_privilege($1, $2, $3)"_s,
                                 {role, relation.at(0), QString::fromLatin1(right)})
                            == u"f"_s,
                        qPrintable(u"%1 has %2 on %3"_s.arg(role, QString::fromLatin1(right), relation.at(0))));
            }
        }
        const QString columns = m_owner->value(
            u"SELECT string_agg(format('%s.%s to %s', table_name, column_name, grantee), ', ') FROM information_schema.column_privileges "
            "WHERE table_schema = 'integration' AND privilege_type <> 'SELECT' AND grantee <> current_user"_s);
        QCOMPARE(columns, QString());
    }

    void tryingToWriteIsRefused()
    {
        const auto tables = m_owner->rows(
            u"SELECT c.oid::regclass::text, (SELECT quote_ident(attname) FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attidentity = '' ORDER BY attnum LIMIT 1) "
            "FROM pg_class c WHERE c.relnamespace = 'integration'::regnamespace AND c.relkind IN ('r', 'p')"_s);
        for (const auto& person : {m_viewer.get(), m_producer.get(), m_admin.get(), m_stranger.get()}) {
            for (const QStringList& table : tables) {
                for (const QString& statement :
                    {u"INSERT INTO %1 DEFAULT VALUES"_s, u"UPDATE %1 SET %2 = NULL"_s, u"DELETE FROM %1"_s,
                        u"TRUNCATE %1"_s, u"DROP TABLE %1"_s, u"ALTER TABLE %1 ADD COLUMN extra int"_s,
                        u"CREATE TRIGGER t BEFORE INSERT ON %1 FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()"_s}) {
                    const QString sql = QString(statement).replace(u"%1"_s, table.at(0)).replace(u"%2"_s, table.at(1));
                    const QString code = person->refusal(sql);
                    QVERIFY2(code == refused, qPrintable(person->settings().user() + u": "_s + sql + u" -> "_s + code));
                }
            }
        }
    }

    void sequencesBelongToTheOwner()
    {
        const auto sequences = m_owner->rows(
            u"SELECT c.oid::regclass::text FROM pg_class c WHERE c.relnamespace = 'integration'::regnamespace AND c.relkind = 'S'"_s);
        for (const QStringList& sequence : sequences) {
            for (const QString& role : groups) {
                for (const char* right : {"USAGE", "UPDATE"})
                    QCOMPARE(m_owner->value(u"SELECT has_sequence_privilege($1, $2, $3)"_s,
                                 {role, sequence.at(0), QString::fromLatin1(right)}),
                        u"f"_s);
            }
        }
    }

    void aProducerWritesEventsAndReadsNoOrders()
    {
        QCOMPARE(m_producer->ingest({{u"2"_s, u"order_captured"_s, utc(u"2018-02-01 10:00"_s)}}).accepted, 1);
        QCOMPARE(m_producer->ingest("[1]").rejected, 1);
        QCOMPARE(m_producer->refusal(u"SELECT integration.reject('file', 1, 'x', 'y', '\\x00')"_s), QString());
        QCOMPARE(
            m_producer->refusal(u"SELECT integration.set_import_progress('x', 5), integration.import_progress('x')"_s),
            QString());
        for (const char* table : {"sales_order", "milestone", "order_line", "external_ref", "business_event",
                 "rejected_event", "open_milestone", "step_norm", "change_log"})
            QCOMPARE(m_producer->refusal(u"SELECT * FROM integration."_s + QLatin1StringView(table)), refused);
        for (const char* table :
            {"transaction", "attempt", "payload", "exception", "comment", "audit_entry", "operation", "operation_item",
                "exception_row", "exception_brief", "payload_search", "operation_row", "routing_rule", "target", "flow",
                "exception_group", "exception_tally", "exception_hour", "exception_due_hour", "tally_row",
                "breaching_row", "exception_group_row", "group_change", "group_split"})
            QCOMPARE(m_producer->refusal(u"SELECT * FROM integration."_s + QLatin1StringView(table)), refused);
        for (const char* call : {"order_events(1, 5)", "order_milestones(1)", "health()", "changes_since(NULL)"})
            QCOMPARE(m_producer->refusal(u"SELECT * FROM integration."_s + QLatin1StringView(call)), refused);
    }

    void whoMayCallWhat_data()
    {
        QTest::addColumn<QString>("function");
        QTest::addColumn<QStringList>("allowed");
        const QStringList readers{u"viewer"_s, u"support"_s, u"finance"_s, u"manager"_s, u"admin"_s};
        const QStringList writers{u"admin"_s, u"producer"_s, u"relay"_s};
        const auto row = [](const char* function, const QStringList& allowed) {
            QTest::newRow(function) << QString::fromLatin1(function) << allowed;
        };
        row("ingest(jsonb)", writers);
        row("ingest(jsonb,bigint[])", writers);
        row("reject(text, bigint, text, text, bytea, text, text)", writers);
        row("rebuild(bigint, int)", {u"admin"_s});
        row("install_process(jsonb)", {u"admin"_s});
        row("put_channel(jsonb)", {u"admin"_s});
        row("put_calendar(jsonb)", {u"admin"_s});
        row("set_environment(text, text)", {u"admin"_s});
        row("set_import_progress(text, bigint)", {u"admin"_s, u"producer"_s});
        row("order_events(bigint, int)", readers);
        row("order_milestones(bigint)", readers);
        row("health()", readers);
        row("changes_since(text)", readers);
        row("put_target(jsonb)", {u"admin"_s});
        row("put_flow(jsonb)", {u"admin"_s});
        row("submit(text, text, text, text)", {u"admin"_s, u"producer"_s});
        row("claim(text, text, int)", {u"relay"_s});
        row("sending(text, bigint[], int[])", {u"relay"_s});
        row("finish(text, jsonb)", {u"relay"_s});
        row("recover()", {u"relay"_s});
        row("wake_exceptions()", {u"relay"_s});
        row("wake_groups()", {u"relay"_s});
        row("watch_overdue(interval, int)", {u"admin"_s, u"relay"_s});
        row("reported_failures(interval, int)", {u"admin"_s, u"relay"_s});
        row("open_reported(jsonb)", {u"admin"_s, u"relay"_s});
        row("open_step_problems(integration.step_problem[])", {});
        row("change_groups(text, bigint[], int[], jsonb)", readers); // decides for each group
        row("merge_groups(bigint[], bigint)", readers);
        row("split_group(bigint, text, text)", readers);
        row("undo_group_change(bigint)", readers);
        row("group_facets(bigint)", readers);
        row("regroup(bigint[])", {});
        row("fold_tallies()", {});
        row("ensure_groups(integration.group_origin[])", {});
        row("settle_step_problems(bigint[])", {});
        row("change_exceptions(text, bigint[], int[], jsonb)", readers); // decides for each exception
        row("transaction_payload(bigint)", readers); // masked, see tst_exceptions
        row("payload_matches(text)", readers); // decides by the role
        row("payload_words(text)", {});
        row("index_search()", {});
        row("put_runbook(jsonb)", readers); // decides by the role
        row("remove_runbook(bigint, int)", readers);
        row("runbook_for(text, text, text, text, text, text)", readers);
        row("change_tags(bigint[], text[], text[], text)", readers); // decides by the role
        row("tags_in_use(int)", readers);
        row("preview_replay(uuid, bigint[])", readers);
        row("preview_verify(uuid, bigint[])", readers);
        row("start_operation(bigint, bytea, text, text[], jsonb)", readers);
        row("approve_operation(bigint, bytea, text)", readers); // decides for each operation
        row("reject_operation(bigint, text)", readers);
        row("decide_operation(bigint, bytea, boolean, text)", {});
        row("operation_counts()", readers);
        row("put_approval_limits(jsonb)", {u"admin"_s});
        row("release_items(int)", {u"relay"_s});
        row("release_of(bigint, int)", {});
        row("relay_here(text)", {u"relay"_s});
        row("set_going(bigint)", {});
        row("cancel_items(bigint[])", {});
        row("judge_operations(integration.moved[])", {});
        row("control_operation(bigint, text)", readers);
        row("audit_broken_at()", readers);
        row("dispatch(bigint[])", {});
        row("settle_tries(integration.moved[])", {});
        row("settle_exceptions(integration.moved[])", {});
        row("settle_operations(integration.moved[])", {});
        row("settle_moot(bigint[])", {});
        row("give_back(bigint[], text, text)", {});
        row("end_operations(bigint[])", {});
        row("audit(integration.audit_note[], text)", {});
        row("apply(integration.order_fact[])", {});
        row("refresh_plans()", {});
        row("ensure_partitions(timestamptz, timestamptz)", {});
    }

    void whoMayCallWhat()
    {
        QFETCH(QString, function);
        QFETCH(QStringList, allowed);
        for (const QString& group : groups) {
            const bool may = m_owner->value(u"SELECT has_function_privilege($1, $2, 'EXECUTE')"_s,
                                 {group, QString(u"integration."_s + function)})
                == u"t"_s;
            QVERIFY2(may == allowed.contains(group.sliced(10)), qPrintable(group));
        }
    }

    void nobodyElseReplacesFunctions()
    {
        for (const QString& role : groups + QStringList{u"vera"_s, u"ada"_s, u"stan"_s})
            QCOMPARE(m_owner->value(u"SELECT has_schema_privilege($1, 'integration', 'CREATE')"_s, {role}), u"f"_s);
        for (const auto& person : {m_viewer.get(), m_producer.get(), m_admin.get(), m_stranger.get()}) {
            for (const char* statement :
                {"CREATE OR REPLACE FUNCTION integration.health() RETURNS jsonb LANGUAGE sql AS 'SELECT NULL::jsonb'",
                    "DROP FUNCTION integration.ingest(jsonb)",
                    "ALTER FUNCTION integration.ingest(jsonb) SET search_path = public",
                    "ALTER FUNCTION integration.ingest(jsonb) OWNER TO CURRENT_USER",
                    "CREATE FUNCTION integration.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                    "CREATE TABLE integration.mine ()", "GRANT ALL ON integration.sales_order TO CURRENT_USER",
                    "DROP SCHEMA integration CASCADE"}) {
                const QString code = person->refusal(QString::fromLatin1(statement));
                // a grant of what one does not have is only a warning where one has something of it
                const bool isGrant = QByteArray(statement).startsWith("GRANT");
                QVERIFY2(code == refused || (isGrant && code.isEmpty()),
                    qPrintable(
                        person->settings().user() + u": "_s + QString::fromLatin1(statement) + u" -> "_s + code));
            }
            QCOMPARE(person->refusal(u"SET ROLE "_s + m_owner->settings().user()), refused);
        }
        QCOMPARE(
            m_owner->value(
                u"SELECT count(*) FROM pg_proc p WHERE p.pronamespace = 'integration'::regnamespace AND pg_get_userbyid(p.proowner) <> current_user"_s),
            u"0"_s);
    }

    void aStrangerSeesNothing()
    {
        for (const char* statement : {"SELECT * FROM integration.sales_order", "SELECT integration.health()",
                 "SELECT integration.ingest('[]')", "SELECT * FROM integration.currency"})
            QCOMPARE(m_stranger->refusal(QString::fromLatin1(statement)), refused);
    }

    /// A function that acts with its owner's rights must find its owner's tables.
    void functionsHaveAFixedSearchPath()
    {
        const auto definers = m_owner->rows(
            u"SELECT p.oid::regprocedure::text, coalesce(array_to_string(p.proconfig, ';'), '') FROM pg_proc p "
            "WHERE p.pronamespace = 'integration'::regnamespace AND p.prosecdef"_s);
        QVERIFY(definers.size() > 12);
        for (const QStringList& function : definers)
            QVERIFY2(function.at(1).contains(u"search_path=pg_catalog, integration, pg_temp"_s),
                qPrintable(function.join(u' ')));
        // what everybody may call runs with the caller's rights and changes nothing
        const auto open = m_owner->rows(
            u"SELECT p.oid::regprocedure::text FROM pg_proc p WHERE p.pronamespace = 'integration'::regnamespace "
            "AND has_function_privilege('stan', p.oid, 'EXECUTE') AND (p.prosecdef OR p.provolatile = 'v')"_s);
        QCOMPARE(open, QList<QStringList>());
    }

    void aFalseTableInTheWayChangesNothing()
    {
        for (const char* table : {"currency (code text, digits int)", "sales_order (id bigint)",
                 "event_type (type text)", "rejected_event (digest bytea)", "channel (code text)"})
            m_producer->run(u"CREATE TEMP TABLE "_s + QLatin1StringView(table));
        m_producer->run(
            u"CREATE FUNCTION pg_temp.event_stamp(timestamptz, text, text) RETURNS text LANGUAGE sql AS $$ SELECT 'false' $$"_s);
        m_producer->run(u"SET search_path = pg_temp, integration, pg_catalog"_s);
        QCOMPARE(m_producer
                     ->ingest({{u"3"_s, u"order_captured"_s, utc(u"2018-02-01 10:00"_s), {},
                         orderData(u"web"_s, u"1"_s, u"EUR"_s)}})
                     .accepted,
            1);
        m_producer->run(u"RESET search_path"_s);
        QCOMPARE(m_owner->value(u"SELECT total_minor FROM integration.sales_order WHERE order_key = '3'"_s), u"100"_s);
        QCOMPARE(m_owner->value(u"SELECT count(*) FROM integration.milestone WHERE first_stamp = 'false'"_s), u"0"_s);
        QCOMPARE(m_producer->value(u"SELECT count(*) FROM pg_temp.sales_order"_s), u"0"_s);
    }

    void anAdministratorConfigures()
    {
        m_admin->putChannel(R"({"channel":"new","process":"store_sale"})");
        QCOMPARE(m_admin->rebuild(), QStringList());
        QCOMPARE(m_admin->refusal(u"SELECT integration.maintain()"_s), QString());
        QCOMPARE(
            m_admin->refusal(u"SELECT raw FROM integration.rejected_event"_s), QString()); // mends what was set aside
    }

private:
    std::unique_ptr<IntegrationDatabase> person(const QString& name, const QStringList& memberOf)
    {
        return std::make_unique<IntegrationDatabase>(m_server.as(m_settings, name, memberOf));
    }

    TestServer m_server;
    ConnectionSettings m_settings;
    std::unique_ptr<IntegrationDatabase> m_owner;
    std::unique_ptr<IntegrationDatabase> m_viewer;
    std::unique_ptr<IntegrationDatabase> m_producer;
    std::unique_ptr<IntegrationDatabase> m_admin;
    std::unique_ptr<IntegrationDatabase> m_stranger;
};

SIGNALBOX_TEST(TestRights)
#include "tst_rights.moc"
