// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/money.h"
#include "models/store/migrations.h"
#include "models/store/store.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"
#include "tests/support/verifyoutcome.h"

#include <QFuture>
#include <QThreadPool>
#include <QtConcurrent/QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace {

using State = SchemaStatus::State;

Migration more(int version, const QByteArray& sql)
{
    return {version, u"%1_more.sql"_s.arg(version, 4, 10, QChar(u'0')), sql};
}

int nextVersion()
{
    return Migration::builtIn().constLast().version + 1;
}

} // namespace

class TestMigrations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { SIGNALBOX_REQUIRE(m_server); }

    void theNumbersRunOnFromOne()
    {
        const QList<Migration> all = Migration::builtIn();
        QVERIFY(!all.isEmpty());
        for (qsizetype i = 0; i < all.size(); ++i) {
            QCOMPARE(all.at(i).version, i + 1);
            QCOMPARE(all.at(i).checksum().size(), 64);
        }
    }

    void makesASchemaFromNothing()
    {
        const auto database = m_server.emptyDatabase();
        const Migrations migrations(database);
        const auto before = migrations.status();
        VERIFY_OUTCOME(before);
        QCOMPARE(before.value().state, State::Missing);
        QCOMPARE(Migrations::problem(before.value())->kind, Failure::Schema);
        QVERIFY(Migrations::problem(before.value())->hint.contains(u"db init"_s));

        const auto applied = migrations.migrate();
        VERIFY_OUTCOME(applied);
        QCOMPARE(applied.value().size(), Migration::builtIn().size());
        const auto after = migrations.status();
        VERIFY_OUTCOME(after);
        QCOMPARE(after.value().state, State::Current);
        QVERIFY(!Migrations::problem(after.value()));
        QCOMPARE(TestServer::value(database, u"SELECT count(*) FROM integration.schema_migration"_s).toInt(),
            Migration::builtIn().size());
        QVERIFY(TestServer::value(database, u"SELECT count(*) FROM integration.process"_s).toInt() >= 5);
    }

    void currenciesAreTheSameHereAndThere()
    {
        const auto database = m_server.freshDatabase();
        const QString there = TestServer::value(database,
            uR"(SELECT string_agg(code || ' ' || digits, ',' ORDER BY code COLLATE "C") FROM integration.currency)"_s);
        QStringList here;
        for (int code = 0; code < 26 * 26 * 26; ++code) {
            const QString letters
                = QChar(u'A' + code / 676) + QString(QChar(u'A' + code / 26 % 26)) + QChar(u'A' + code % 26);
            if (const int digits = minorUnitDigits(letters); digits >= 0)
                here.append(letters + u' ' + QString::number(digits));
        }
        QVERIFY(here.size() > 150);
        QCOMPARE(there, here.join(u','));
    }

    void aSecondTimeDoesNothing()
    {
        const auto database = m_server.freshDatabase();
        const QString sql = u"SELECT max(applied_at)::text FROM integration.schema_migration"_s;
        const QString before = TestServer::value(database, sql);
        const auto applied = Migrations(database).migrate();
        VERIFY_OUTCOME(applied);
        QCOMPARE(applied.value(), QStringList());
        QCOMPARE(TestServer::value(database, sql), before);
    }

    void severalAtOnceMigrateOnce()
    {
        const auto database = m_server.emptyDatabase();
        QThreadPool pool;
        pool.setMaxThreadCount(4);
        QList<QFuture<Outcome<QStringList>>> all;
        for (int i = 0; i < 4; ++i)
            all += QtConcurrent::run(&pool, [database] { return Migrations(database).migrate(); });
        qsizetype applied = 0;
        for (auto& one : all) {
            one.waitForFinished();
            const auto outcome = one.result();
            VERIFY_OUTCOME(outcome);
            applied += outcome.value().size();
        }
        QCOMPARE(applied, Migration::builtIn().size());
    }

    void appliesOnlyWhatIsNew()
    {
        const auto database = m_server.freshDatabase();
        QList<Migration> longer = Migration::builtIn();
        longer += more(nextVersion(), "CREATE TABLE integration.more (a int)");
        const Migrations migrations(database, longer);
        QCOMPARE(migrations.status().value().state, State::Behind);
        const auto applied = migrations.migrate();
        VERIFY_OUTCOME(applied);
        QCOMPARE(applied.value(), QStringList{longer.constLast().name});
        QCOMPARE(migrations.status().value().state, State::Current);
    }

    void refusesANewerSchema()
    {
        const auto database = m_server.freshDatabase();
        QList<Migration> longer = Migration::builtIn();
        longer += more(nextVersion(), "CREATE TABLE integration.more (a int)");
        const auto applied = Migrations(database, longer).migrate();
        VERIFY_OUTCOME(applied);

        const auto refused = Migrations(database).migrate();
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Failure::Schema);
        QVERIFY2(refused.error().text.contains(longer.constLast().name), qPrintable(refused.error().text));
        QCOMPARE(Migrations(database).status().value().state, State::Newer);
    }

    void refusesAnAlteredSchemaAndNamesTheFile()
    {
        const auto database = m_server.freshDatabase();
        QList<Migration> altered = Migration::builtIn();
        altered[1].sql += "\n-- changed afterwards";
        const auto refused = Migrations(database, altered).migrate();
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Failure::Schema);
        QVERIFY2(refused.error().text.contains(altered.at(1).name), qPrintable(refused.error().text));
    }

    void refusesASchemaWithAHole()
    {
        const auto database = m_server.freshDatabase();
        TestServer::run(database, u"DELETE FROM integration.schema_migration WHERE version = 2"_s);
        const auto status = Migrations(database).status();
        VERIFY_OUTCOME(status);
        QCOMPARE(status.value().state, State::Altered);
        QCOMPARE(status.value().altered, QStringList{Migration::builtIn().at(1).name});
    }

    void refusesASchemaOfSomebodyElse()
    {
        const auto database = m_server.emptyDatabase();
        TestServer::run(database, u"CREATE SCHEMA integration"_s);
        QCOMPARE(Migrations(database).status().value().state, State::Missing); // there is room in it
        TestServer::run(database,
            u"CREATE TABLE integration.foo (a serial PRIMARY KEY); CREATE TYPE integration.kind AS ENUM ('x');"
            u"CREATE FUNCTION integration.bar() RETURNS int LANGUAGE sql AS 'SELECT 1'"_s);
        const auto status = Migrations(database).status();
        VERIFY_OUTCOME(status);
        QCOMPARE(status.value().state, State::Foreign);
        QCOMPARE(status.value().foreign, (QStringList{u"bar"_s, u"foo"_s, u"foo_a_seq"_s, u"kind"_s}));
        const auto refused = Migrations(database).migrate();
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Failure::Schema);
        QVERIFY2(refused.error().text.contains(u"bar, foo, foo_a_seq and 1 more"_s), qPrintable(refused.error().text));
        QVERIFY(!refused.error().hint.isEmpty());
        QCOMPARE(TestServer::value(database, u"SELECT to_regclass('integration.schema_migration')"_s), QString());
    }

    void acceptsAnEmptySchema()
    {
        const auto database = m_server.emptyDatabase();
        TestServer::run(database, u"CREATE SCHEMA integration"_s);
        VERIFY_OUTCOME(Migrations(database).migrate());
        QCOMPARE(Migrations(database).status().value().state, State::Current);
    }

    void refusesAnotherEncodingBeforeTheFirstMigration()
    {
        const auto database = m_server.emptyDatabase(u"ENCODING 'LATIN1' LOCALE 'C'"_s);
        const auto refused = Migrations(database).migrate();
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Failure::Schema);
        QVERIFY2(refused.error().text.contains(u"LATIN1"_s), qPrintable(refused.error().text));
        QVERIFY2(refused.error().hint.contains(u"UTF8"_s), qPrintable(refused.error().hint));
        QCOMPARE(TestServer::value(database, u"SELECT to_regnamespace('integration')"_s), QString());
    }

    void aFailingMigrationLeavesNothingOfItself()
    {
        const auto database = m_server.freshDatabase();
        QList<Migration> longer = Migration::builtIn();
        longer += more(nextVersion(), "CREATE TABLE integration.good (a int)");
        longer += more(nextVersion() + 1, "CREATE TABLE integration.half (a int); SELECT 1/0;");
        const Migrations migrations(database, longer);
        const auto failed = migrations.migrate();
        QVERIFY(!failed);
        QVERIFY2(failed.error().text.contains(longer.constLast().name), qPrintable(failed.error().text));
        QCOMPARE(TestServer::value(database, u"SELECT to_regclass('integration.half')"_s), QString());
        QCOMPARE(TestServer::value(database, u"SELECT to_regclass('integration.good')"_s), u"integration.good"_s);
        QCOMPARE(migrations.status().value().found, nextVersion());
    }

    void someoneWithoutRightsIsToldSo()
    {
        const auto database = m_server.as(m_server.emptyDatabase(), u"outsider"_s);
        const auto refused = Migrations(database).migrate();
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Failure::Permission);
    }

    void aViewerMayReadTheVersion()
    {
        const auto database = m_server.as(m_server.freshDatabase(), u"viewer_1"_s, {u"signalbox_viewer"_s});
        const auto status = Migrations(database).status();
        VERIFY_OUTCOME(status);
        QCOMPARE(status.value().state, State::Current);
    }

    void aStoreOpensANamedDatabaseOnlyWhenItFits()
    {
        const auto opened = [](const ConnectionSettings& database) {
            Store::Options options;
            options.database = database.redacted();
            return Store::open(options);
        };
        const auto missing = opened(m_server.emptyDatabase());
        QVERIFY(!missing);
        QCOMPARE(missing.error().kind, Failure::Schema);

        const auto fitting = opened(m_server.freshDatabase());
        VERIFY_OUTCOME(fitting);
        QVERIFY(!fitting.value()->isEmbedded());
    }

private:
    TestServer m_server;
};

SIGNALBOX_TEST(TestMigrations)
#include "tst_migrations.moc"
