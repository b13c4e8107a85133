// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/doctor.h"
#include "tests/support/integrationdatabase.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"

using namespace Qt::StringLiterals;

namespace {

using Verdict = DoctorCheck::Verdict;

DoctorCheck find(const QList<DoctorCheck>& checks, const QString& id)
{
    for (const DoctorCheck& check : checks) {
        if (check.id == id)
            return check;
    }
    qWarning("there is no check %s", qPrintable(id));
    return {};
}

} // namespace

class TestDoctor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { SIGNALBOX_REQUIRE(m_server); }

    void findsAFreshDatabaseWell()
    {
        const auto checks = Doctor(m_server.freshDatabase()).examine();
        QVERIFY(checks.size() >= 13);
        for (const DoctorCheck& check : checks) {
            QVERIFY(!check.title.isEmpty());
            QVERIFY(!check.text.isEmpty());
            QCOMPARE(check.verdict == Verdict::Ok, check.hint.isEmpty());
            if (check.id != u"durability"_s) // the test server is careless
                QVERIFY2(check.verdict == Verdict::Ok, qPrintable(check.title + u": "_s + check.text));
        }
        const auto durability = find(checks, u"durability"_s);
        QCOMPARE(durability.verdict, Verdict::Failed);
        QVERIFY(durability.text.contains(u"fsync"_s));
    }

    void saysWhatAnEmptyDatabaseLacks()
    {
        const auto checks = Doctor(m_server.emptyDatabase()).examine();
        const auto schema = find(checks, u"schema"_s);
        QCOMPARE(schema.verdict, Verdict::Failed);
        QVERIFY(schema.hint.contains(u"db init"_s));
        for (const DoctorCheck& check : checks) { // what would be in the schema is not missed once more
            QVERIFY(check.id != u"missing_indexes"_s && check.id != u"partitions"_s);
            QVERIFY2(check.text.size() < 200, qPrintable(check.text));
        }
    }

    void namesWhatIsInASchemaOfSomebodyElse()
    {
        const auto database = m_server.emptyDatabase();
        TestServer::run(database, u"CREATE SCHEMA integration; CREATE TABLE integration.foo (a int)"_s);
        const auto checks = Doctor(database).examine();
        const auto schema = find(checks, u"schema"_s);
        QCOMPARE(schema.verdict, Verdict::Failed);
        QVERIFY2(schema.text.contains(u"foo"_s), qPrintable(schema.text));
        QVERIFY2(!schema.hint.isEmpty() && !schema.hint.contains(u"db migrate"_s), qPrintable(schema.hint));
        for (const DoctorCheck& check : checks) // nothing is looked for in what is not ours
            QVERIFY2(check.id != u"missing_indexes"_s && check.id != u"partitions"_s, qPrintable(check.id));
    }

    void saysThatTheEncodingDoesNotFit()
    {
        const auto encoding
            = find(Doctor(m_server.emptyDatabase(u"ENCODING 'LATIN1' LOCALE 'C'"_s)).examine(), u"encoding"_s);
        QCOMPARE(encoding.verdict, Verdict::Failed);
        QVERIFY2(encoding.text.contains(u"LATIN1"_s), qPrintable(encoding.text));
        QVERIFY2(encoding.hint.contains(u"UTF8"_s), qPrintable(encoding.hint));
    }

    void saysThatTheSearchHasNoIndex()
    {
        const ConnectionSettings settings = m_server.freshDatabase();
        IntegrationDatabase database(settings);
        QCOMPARE(database.value(u"SELECT integration.index_search()"_s), u"t"_s); // they are there already
        database.run(u"DROP EXTENSION pg_trgm CASCADE"_s);
        const auto check = find(Doctor(settings).examine(), u"search"_s);
        QCOMPARE(check.verdict, Verdict::Warning);
        QVERIFY(check.hint.contains(u"index_search"_s));
        QCOMPARE(find(Doctor(settings).examine(), u"missing_indexes"_s).verdict, Verdict::Ok);
        database.run(u"SELECT integration.index_search()"_s);
        QCOMPARE(find(Doctor(settings).examine(), u"search"_s).verdict, Verdict::Ok);
    }

    void namesChannelsThatNobodyDescribed()
    {
        const ConnectionSettings settings = m_server.freshDatabase();
        IntegrationDatabase database(settings);
        const TestEvent stray{u"D-1"_s, u"order_captured"_s, QDateTime::currentDateTimeUtc().addSecs(-60), {},
            orderData(u"popup"_s, u"10.00"_s, u"EUR"_s)};
        QCOMPARE(database.ingest({stray}).accepted, 1);
        const auto check = find(Doctor(settings).examine(), u"channels"_s);
        QCOMPARE(check.verdict, Verdict::Warning);
        QVERIFY2(check.text.contains(u"popup"_s) && check.text.contains(u"ship_to_home"_s), qPrintable(check.text));
        QVERIFY2(check.hint.contains(u"signalboxctl channel put FILE"_s), qPrintable(check.hint));
        // described as it was taken for all the same, it is described
        database.putChannel(R"({"channel":"popup","title":"popup","process":"ship_to_home"})");
        QCOMPARE(find(Doctor(settings).examine(), u"channels"_s).verdict, Verdict::Ok);
        QCOMPARE(database.ingest({stray}).duplicates, 1); // nor does a later event take that back
        QCOMPARE(find(Doctor(settings).examine(), u"channels"_s).verdict, Verdict::Ok);
    }

    void saysThatARoleHasNoRights()
    {
        const auto database = m_server.freshDatabase();
        const auto outsider = find(Doctor(m_server.as(database, u"doctor_outsider"_s)).examine(), u"rights"_s);
        QCOMPARE(outsider.verdict, Verdict::Failed);
        QVERIFY(outsider.hint.contains(u"GRANT signalbox_viewer TO doctor_outsider"_s));
        const auto viewer
            = find(Doctor(m_server.as(database, u"doctor_viewer"_s, {u"signalbox_viewer"_s})).examine(), u"rights"_s);
        QCOMPARE(viewer.verdict, Verdict::Ok);
        QVERIFY(viewer.text.contains(u"signalbox_viewer"_s));
    }

    void aViewerGetsEveryCheck()
    {
        const auto database = m_server.freshDatabase();
        const auto checks = Doctor(m_server.as(database, u"doctor_viewer"_s, {u"signalbox_viewer"_s})).examine();
        for (const DoctorCheck& check : checks)
            QVERIFY2(!check.id.startsWith(u"check_"_s), qPrintable(check.text));
        QCOMPARE(find(checks, u"schema"_s).verdict, Verdict::Ok);
        QCOMPARE(find(checks, u"partitions"_s).verdict, Verdict::Ok);
        QCOMPARE(find(checks, u"missing_indexes"_s).verdict, Verdict::Ok);
    }

    void namesThreeOfMany()
    {
        const auto database = m_server.freshDatabase();
        TestServer::run(database, u"DROP SCHEMA integration CASCADE; CREATE SCHEMA integration"_s);
        const auto check = find(Doctor(database).examine(), u"missing_indexes"_s);
        QVERIFY2(check.text.size() < 200 && check.text.contains(u" more"_s), qPrintable(check.text));
    }

    void findsADroppedIndex()
    {
        const auto database = m_server.freshDatabase();
        TestServer::run(database, u"DROP INDEX integration.change_log_xid"_s);
        const auto check = find(Doctor(database).examine(), u"missing_indexes"_s);
        QCOMPARE(check.verdict, Verdict::Warning);
        QVERIFY2(check.text.contains(u"change_log_xid"_s), qPrintable(check.text));
    }

    void findsAnIndexThatIsNotValid()
    {
        const auto database = m_server.freshDatabase();
        TestServer::run(database,
            u"UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'integration.change_log_xid'::regclass"_s);
        const auto check = find(Doctor(database).examine(), u"invalid_indexes"_s);
        QCOMPARE(check.verdict, Verdict::Failed);
        QVERIFY2(
            check.hint.contains(u"REINDEX INDEX CONCURRENTLY integration.change_log_xid"_s), qPrintable(check.hint));
    }

    void findsAMissingPartition()
    {
        const auto database = m_server.freshDatabase();
        const QString next = TestServer::value(database,
            u"SELECT 'integration.business_event_' || to_char((now() AT TIME ZONE 'UTC') + interval '1 month', 'YYYY_MM')"_s);
        TestServer::run(database, u"DROP TABLE "_s + next);
        QCOMPARE(find(Doctor(database).examine(), u"partitions"_s).verdict, Verdict::Warning);
    }

    void withoutAConnectionThatIsTheAnswer()
    {
        const auto checks = Doctor(ConnectionSettings::forSocket(u"/nowhere"_s, 1, u"x"_s, u"x"_s)).examine();
        QCOMPARE(checks.size(), 1);
        QCOMPARE(checks.constFirst().id, u"connection"_s);
        QCOMPARE(checks.constFirst().verdict, Verdict::Failed);
        QVERIFY(!checks.constFirst().hint.isEmpty());
    }

private:
    TestServer m_server;
};

SIGNALBOX_TEST(TestDoctor)
#include "tst_doctor.moc"
