// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/migrations.h"
#include "models/store/pgchangefeed.h"
#include "models/store/pqxxcompat.h"
#include "models/store/session.h"
#include "tests/support/fakerelay.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"
#include "tests/support/verifyoutcome.h"

#include <QElapsedTimer>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr PgChangeFeed::Pace brisk{20ms, 60ms, 20ms, 100ms};

/// An order captured, as its shop would say it.
QString capture(const QString& number)
{
    const QString event
        = uR"({"specversion":"1.0","id":"capture-%1","source":"/shop","type":"com.signalbox.order.order_captured.v1",)"
          R"("subject":"order/%1","time":"2026-05-04T10:00:00Z","data":{"order":{"number":"%1","channel":"web",)"
          R"("currency":"EUR","total":"12.50","process":"ship_to_home"}}})"_s.arg(number);
    return u"SELECT integration.ingest('[%1]'::jsonb)->>'accepted'"_s.arg(event);
}

void ingest(const ConnectionSettings& database, const QString& number)
{
    QCOMPARE(TestServer::value(database, capture(number)), u"1"_s);
}

qint64 idOf(const ConnectionSettings& database, const QString& number)
{
    return TestServer::value(
        database, u"SELECT id FROM integration.sales_order WHERE order_number = '%1'"_s.arg(number))
        .toLongLong();
}

QList<qint64> reported(const QSignalSpy& changes)
{
    QList<qint64> ids;
    for (const auto& arguments : changes)
        ids += arguments.constFirst().value<QList<qint64>>();
    return ids;
}

} // namespace

class TestPgChangeFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { SIGNALBOX_REQUIRE(m_server); }

    void comesAliveAndKnowsWhereItIs()
    {
        const auto database = m_server.freshDatabase();
        TestServer::run(database, u"SELECT integration.set_environment('Acceptance', 'staging')"_s);
        const PgChangeFeed feed(m_server.as(database, u"feed_viewer"_s, {u"signalbox_finance"_s}), brisk);
        const QSignalSpy everything(&feed, &ChangeFeed::everything);
        QCOMPARE(feed.state(), ChangeFeed::State::Connecting);
        QVERIFY(feed.lastContact().isNull());
        QTRY_COMPARE(feed.state(), ChangeFeed::State::Live);
        QCOMPARE(everything.count(), 1);
        QCOMPARE(feed.lastError(), Error());
        const Environment environment = feed.environment();
        QCOMPARE(environment.name, u"Acceptance"_s);
        QCOMPARE(environment.kind, u"staging"_s);
        QCOMPARE(environment.database, database.database());
        QCOMPARE(environment.user, u"feed_viewer"_s);
        QCOMPARE(environment.roles, (QStringList{u"finance"_s, u"viewer"_s}));
        QCOMPARE(environment.schemaVersion, Migration::builtIn().constLast().version);
        QVERIFY(environment.serverVersion.section(u'.', 0, 0).toInt() >= 15);
    }

    void reportsOrdersAsTheyChange()
    {
        const auto database = m_server.freshDatabase();
        ingest(database, u"before"_s);
        const PgChangeFeed feed(database, brisk);
        const QSignalSpy changes(&feed, &ChangeFeed::ordersChanged);
        QTRY_COMPARE(feed.state(), ChangeFeed::State::Live);
        ingest(database, u"A-1"_s);
        ingest(database, u"A-2"_s);
        const QList<qint64> expected = {idOf(database, u"A-1"_s), idOf(database, u"A-2"_s)};
        QTRY_COMPARE(reported(changes).size(), 2);
        QCOMPARE(reported(changes), expected); // each once, nothing from before
    }

    void tellsThatExceptionsChange()
    {
        const auto settings = m_server.freshDatabase();
        IntegrationDatabase database(settings);
        putErp(database);
        const qint64 first = submit(database, u"a"_s, u"1"_s);
        FakeRelay relay(settings, u"A"_s);
        const PgChangeFeed feed(settings, brisk);
        const QSignalSpy exceptions(&feed, &ChangeFeed::exceptionsChanged);
        const QSignalSpy orders(&feed, &ChangeFeed::ordersChanged);
        const QSignalSpy contacts(&feed, &ChangeFeed::contacted);
        QTRY_COMPARE(feed.state(), ChangeFeed::State::Live);
        relay.finish({TryEnd::rejected(relay.claim().at(0))});
        QTRY_COMPARE(exceptions.count(), 1);
        database.run(u"SELECT integration.change_exceptions('take', ARRAY[1], ARRAY[1], '{}')"_s);
        QTRY_COMPARE(exceptions.count(), 2);
        database.value(u"SELECT integration.preview_replay(gen_random_uuid(), ARRAY[%1])"_s.arg(first));
        database.run(
            u"SELECT integration.start_operation(id, manifest, 'x', '{will_fail}') FROM integration.operation"_s);
        QTRY_COMPARE(exceptions.count(), 3);
        ingest(settings, u"E-1"_s); // orders alone are no exceptions
        QTRY_COMPARE(orders.count(), 1);
        const auto heard = contacts.count();
        QTRY_VERIFY(contacts.count() > heard);
        QCOMPARE(exceptions.count(), 3);
    }

    void whatIsCommittedLateIsNotMissed()
    {
        const auto database = m_server.freshDatabase();
        ingest(database, u"before"_s); // the first one makes the partition and the channel, which others wait for
        const PgChangeFeed feed(database, brisk);
        const QSignalSpy changes(&feed, &ChangeFeed::ordersChanged);
        const QSignalSpy contacts(&feed, &ChangeFeed::contacted);
        QTRY_COMPARE(feed.state(), ChangeFeed::State::Live);
        Session slow(database);
        ReadWrite tx(slow.connection());
        exec(tx, capture(u"B-1"_s).toStdString()); // written first, committed last
        ingest(database, u"B-2"_s);
        QTRY_COMPARE(reported(changes), QList<qint64>{idOf(database, u"B-2"_s)});
        const auto heard = contacts.count();
        QTRY_VERIFY(contacts.count() > heard + 2); // the feed has gone on
        tx.commit();
        QTRY_COMPARE(reported(changes).size(), 2);
        QCOMPARE(reported(changes).constLast(), idOf(database, u"B-1"_s));
    }

    void saysThatItHearsTheServer()
    {
        const PgChangeFeed feed(m_server.freshDatabase(), brisk);
        const QSignalSpy contacts(&feed, &ChangeFeed::contacted);
        QTRY_VERIFY(contacts.count() >= 3); // though nothing changes
        const QDateTime first = feed.lastContact();
        QCOMPARE(first.timeSpec(), Qt::UTC);
        QTRY_VERIFY(feed.lastContact() > first);
    }

    void losesTheServerAndComesBackByItself()
    {
        const auto database = m_server.freshDatabase();
        const PgChangeFeed feed(database, brisk);
        const QSignalSpy everything(&feed, &ChangeFeed::everything);
        QTRY_COMPARE(feed.state(), ChangeFeed::State::Live);
        m_server.kill();
        QTRY_COMPARE(feed.state(), ChangeFeed::State::Lost);
        QCOMPARE(feed.lastError().kind, Failure::Connection);
        QVERIFY(!feed.lastError().text.isEmpty());
        QCOMPARE(feed.environment().database, database.database()); // what is shown stays shown
        const QDateTime last = feed.lastContact();

        m_server.restart();
        QVERIFY2(m_server.isRunning(), qPrintable(m_server.problem()));
        QTRY_COMPARE(feed.state(), ChangeFeed::State::Live);
        QCOMPARE(everything.count(), 2);
        QVERIFY(feed.lastContact() > last);
        QCOMPARE(feed.lastError(), Error());

        const QSignalSpy changes(&feed, &ChangeFeed::ordersChanged);
        ingest(database, u"C-1"_s);
        QTRY_COMPARE(reported(changes), QList<qint64>{idOf(database, u"C-1"_s)});
    }

    void triesAtOnceWhenAsked()
    {
        const auto database = m_server.emptyDatabase();
        PgChangeFeed feed(database, {20ms, 60ms, 60s, 60s});
        QTRY_COMPARE(feed.state(), ChangeFeed::State::Lost);
        QCOMPARE(feed.lastError().kind, Failure::Schema);
        const auto migrated = Migrations(database).migrate();
        VERIFY_OUTCOME(migrated);
        feed.retryNow();
        QTRY_COMPARE(feed.state(), ChangeFeed::State::Live);
    }

    void refusesANewerSchemaInPlainWords()
    {
        const auto database = m_server.freshDatabase();
        TestServer::run(database,
            u"INSERT INTO integration.schema_migration (version, name, checksum) VALUES (9999, '9999_future.sql', '')"_s);
        const PgChangeFeed feed(database, brisk);
        QTRY_COMPARE(feed.state(), ChangeFeed::State::Lost);
        QCOMPARE(feed.lastError().kind, Failure::Schema);
        QVERIFY2(feed.lastError().text.contains(u"9999_future.sql"_s), qPrintable(feed.lastError().text));
    }

    void closesAtOnceWhileItWaits()
    {
        QElapsedTimer timer;
        timer.start();
        {
            const PgChangeFeed feed(
                ConnectionSettings::forSocket(u"/nowhere"_s, 1, u"x"_s, u"x"_s), {20ms, 60ms, 60s, 60s});
            QTRY_COMPARE(feed.state(), ChangeFeed::State::Lost);
        }
        {
            const PgChangeFeed feed(m_server.freshDatabase(), {60s, 60s, 60s, 60s});
            QTRY_COMPARE(feed.state(), ChangeFeed::State::Live);
        }
        QVERIFY(timer.elapsed() < 10'000);
    }

private:
    TestServer m_server;
};

SIGNALBOX_TEST(TestPgChangeFeed)
#include "tst_pgchangefeed.moc"
