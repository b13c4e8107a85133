// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/connectionprobe.h"
#include "models/store/connectionsettings.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"
#include "tests/support/verifyoutcome.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace {

const QStringList variables = {u"SIGNALBOX_DB"_s, u"PGHOST"_s, u"PGHOSTADDR"_s, u"PGPORT"_s, u"PGDATABASE"_s,
    u"PGUSER"_s, u"PGPASSWORD"_s, u"PGSERVICE"_s, u"PGSERVICEFILE"_s, u"PGSSLMODE"_s};

} // namespace

class TestConnectionSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        for (const QString& name : variables)
            qunsetenv(name.toLatin1().constData());
        qputenv("PGUSER", "anna");
    }

    void choosesAndShows_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("environment");
        QTest::addColumn<int>("origin");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char* name, const QString& given, const QString& environment,
                             ConnectionSettings::Origin origin, const QString& shown) {
            QTest::newRow(name) << given << environment << static_cast<int>(origin) << shown;
        };
        using enum ConnectionSettings::Origin;
        row("nothing named", {}, {}, Embedded, u"the embedded database"_s);
        row("a user alone names no database", {}, u"PGUSER=otto"_s, Embedded, u"the embedded database"_s);
        row("uri", u"postgresql://bob@localhost:5433/shop"_s, {}, Given, u"postgresql://bob@localhost:5433/shop"_s);
        row("password is not shown", u"postgresql://bob:se%20cret@localhost:5433/shop"_s, {}, Given,
            u"postgresql://bob@localhost:5433/shop"_s);
        row("password as parameter", u"postgresql://localhost:5432/shop?user=bob&password=secret"_s, {}, Given,
            u"postgresql://bob@localhost:5432/shop"_s);
        row("key and value", u"host=localhost port=5433 dbname=shop user=bob password='s e'"_s, {}, Given,
            u"postgresql://bob@localhost:5433/shop"_s);
        row("plain name", u"shop"_s, u"PGHOST=/run/pg PGPORT=6000"_s, Given,
            u"postgresql://anna@/shop?host=%2Frun%2Fpg&port=6000"_s);
        row("given wins over the variable", u"postgresql://localhost:1/a"_s,
            u"SIGNALBOX_DB=postgresql://localhost:1/b"_s, Given, u"postgresql://anna@localhost:1/a"_s);
        row("variable", {}, u"SIGNALBOX_DB=postgresql://localhost:1/b PGHOST=elsewhere"_s, Variable,
            u"postgresql://anna@localhost:1/b"_s);
        row("libpq's own", {}, u"PGHOST=localhost PGPORT=7000 PGDATABASE=c PGPASSWORD=secret"_s, Libpq,
            u"postgresql://anna@localhost:7000/c"_s);
        row("database defaults to the user", {}, u"PGHOST=localhost PGPORT=7000"_s, Libpq,
            u"postgresql://anna@localhost:7000/anna"_s);
        row("remote must prove who it is", u"postgresql://db.example.org:5432/a"_s, {}, Given,
            u"postgresql://anna@db.example.org:5432/a?sslmode=verify-full"_s);
        row("unless the URI says otherwise", u"postgresql://db.example.org:5432/a?sslmode=require"_s, {}, Given,
            u"postgresql://anna@db.example.org:5432/a?sslmode=require"_s);
        row("or the variable does", u"postgresql://db.example.org:5432/a"_s, u"PGSSLMODE=disable"_s, Given,
            u"postgresql://anna@db.example.org:5432/a"_s);
        row("several hosts, one remote", u"postgresql://localhost,db2.example.org/a?port=5432"_s, {}, Given,
            u"postgresql://anna@/a?host=localhost%2Cdb2.example.org&port=5432&sslmode=verify-full"_s);
        row("IPv6", u"postgresql://[::1]:5432/a"_s, {}, Given, u"postgresql://anna@/a?host=%3A%3A1&port=5432"_s);
        row("odd names", u"postgresql://a%40b@localhost:5432/d%2Fe"_s, {}, Given,
            u"postgresql://a%40b@localhost:5432/d%2Fe"_s);
    }

    void choosesAndShows()
    {
        QFETCH(QString, given);
        QFETCH(QString, environment);
        QFETCH(int, origin);
        QFETCH(QString, shown);
        const QStringList settings = environment.split(u' ', Qt::SkipEmptyParts);
        for (const QString& setting : settings)
            qputenv(setting.section(u'=', 0, 0).toLatin1().constData(), setting.section(u'=', 1).toUtf8());
        const auto chosen = ConnectionSettings::choose(given);
        VERIFY_OUTCOME(chosen);
        QCOMPARE(static_cast<int>(chosen.value().origin()), origin);
        QCOMPARE(chosen.value().redacted(), shown);
        QVERIFY(!chosen.value().redacted().contains(u"cret"_s));
    }

    void addsWhatEveryConnectionNeeds()
    {
        const auto quoted
            = ConnectionSettings::choose(u"host=db.example.org dbname=x password='a\\'b\\\\c d' connect_timeout=9"_s);
        VERIFY_OUTCOME(quoted);
        const QString text = QString::fromStdString(quoted.value().conninfo());
        QVERIFY2(text.contains(u"password='a\\'b\\\\c d'"_s), qPrintable(text));
        QVERIFY(text.contains(u"connect_timeout='9'"_s));
        QVERIFY(text.contains(u"sslmode='verify-full'"_s));
        QVERIFY(text.contains(u"client_encoding='UTF8'"_s));
        QVERIFY(text.contains(u"application_name='signalbox/"_s));
        QVERIFY(text.contains(u"keepalives_idle="_s));
    }

    void resolvesAService()
    {
        qunsetenv("PGUSER"); // it would win over the service
        QTemporaryDir folder;
        QFile file(folder.filePath(u"services"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[live]\nhost=db.example.org\nport=5999\ndbname=orders\nuser=carl\npassword=secret\n");
        file.close();
        qputenv("PGSERVICEFILE", file.fileName().toUtf8());
        const auto chosen = ConnectionSettings::choose(u"service=live"_s);
        VERIFY_OUTCOME(chosen);
        QCOMPARE(chosen.value().redacted(),
            u"postgresql://carl@db.example.org:5999/orders?service=live&sslmode=verify-full"_s);
    }

    void refusesWhatIsNoConnection_data()
    {
        QTest::addColumn<QString>("given");
        QTest::newRow("unknown parameter") << u"postgresql://localhost/a?colour=red"_s;
        QTest::newRow("bad host") << u"postgresql://[::1/a"_s;
        QTest::newRow("bad escape") << u"postgresql://bob:p%ssecret@localhost/a"_s;
        QTest::newRow("other scheme") << u"mysql://localhost/a"_s;
        QTest::newRow("half a pair") << u"host=localhost dbname"_s;
    }

    void refusesWhatIsNoConnection()
    {
        QFETCH(QString, given);
        const auto chosen = ConnectionSettings::choose(given);
        QVERIFY(!chosen);
        QCOMPARE(chosen.error().kind, Failure::Invalid);
        QVERIFY(chosen.error().text.contains(u"--db"_s));
        QVERIFY(!chosen.error().hint.isEmpty());
        QVERIFY2(!chosen.error().text.contains(u"secret"_s), qPrintable(chosen.error().text));
    }

    void anotherDatabaseOfTheSameServer()
    {
        const auto chosen = ConnectionSettings::choose(u"postgresql://localhost:5432/a"_s);
        VERIFY_OUTCOME(chosen);
        QCOMPARE(chosen.value().withDatabase(u"b"_s).redacted(), u"postgresql://anna@localhost:5432/b"_s);
    }

    void saysWhyItCannotConnect()
    {
        const auto reason = [](const QString& given) {
            const auto chosen = ConnectionSettings::choose(given);
            return chosen ? probeConnection(chosen.value()).value_or(Error()) : chosen.error();
        };
        const Error socket = reason(u"host=/nowhere port=1 dbname=a"_s);
        QCOMPARE(socket.kind, Failure::Connection);
        QVERIFY2(socket.text.contains(u"/nowhere/.s.PGSQL.1"_s), qPrintable(socket.text));

        const Error name = reason(u"host=no-such-host.invalid dbname=a sslmode=disable"_s);
        QCOMPARE(name.kind, Failure::Connection);
        QVERIFY2(name.text.contains(u"no-such-host.invalid"_s), qPrintable(name.text));

        const Error refused = reason(u"host=127.0.0.1 port=1 dbname=a password=secret"_s);
        QCOMPARE(refused.kind, Failure::Connection);
        QVERIFY2(refused.text.contains(u"127.0.0.1"_s), qPrintable(refused.text));
        QVERIFY(!refused.text.contains(u"secret"_s));
        QVERIFY2(refused.text.contains(u"refused. Is the server running"_s), qPrintable(refused.text));
    }
};

/// What a real server says when it does not let somebody in.
class TestRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { SIGNALBOX_REQUIRE(m_server); }

    void anUnknownDatabase()
    {
        const auto why = probeConnection(m_server.emptyDatabase().withDatabase(u"no_such_database"_s));
        QVERIFY(why.has_value());
        QCOMPARE(why->kind, Failure::Connection);
        QCOMPARE(why->sqlstate, u"3D000"_s);
        QVERIFY2(why->text.contains(u"no_such_database"_s), qPrintable(why->text));
        QVERIFY(why->hint.contains(u"createdb"_s));
    }

    void anUnknownUser()
    {
        const auto database = m_server.emptyDatabase();
        const auto why = probeConnection(ConnectionSettings::forSocket(
            database.socketFolder(), database.port().toInt(), u"no_such_user"_s, database.database()));
        QVERIFY(why.has_value());
        QCOMPARE(why->kind, Failure::Authentication);
        QVERIFY2(why->text.contains(u"no_such_user"_s), qPrintable(why->text));
    }

    void passwords()
    {
        const auto database = m_server.emptyDatabase();
        TestServer::run(database, u"CREATE ROLE dora LOGIN PASSWORD 'right'"_s);
        QFile file(m_server.server().dataFolder() + u"/pg_hba.conf"_s);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray before = file.readAll();
        file.seek(0);
        file.write("local all dora scram-sha-256\n" + before);
        file.close();
        TestServer::run(database, u"SELECT pg_reload_conf()"_s);

        const auto as = [&](const QString& rest) {
            const QString given = u"host=%1 port=%2 dbname=%3 user=dora %4"_s.arg(
                database.socketFolder(), database.port(), database.database(), rest);
            return probeConnection(ConnectionSettings::choose(given).value());
        };
        QTRY_VERIFY(as({}).has_value()); // the rules are read again in the server's own time
        QCOMPARE(as({})->kind, Failure::Authentication);
        QVERIFY2(as({})->text.contains(u"dora"_s), qPrintable(as({})->text));
        const auto wrong = as(u"password=mistaken"_s);
        QVERIFY(wrong.has_value());
        QCOMPARE(wrong->kind, Failure::Authentication);
        QCOMPARE(wrong->sqlstate, u"28P01"_s);
        QVERIFY(!wrong->text.contains(u"mistaken"_s));
        QVERIFY(!as(u"password=right"_s).has_value());
    }

private:
    TestServer m_server;
};

SIGNALBOX_TEST(TestConnectionSettings)
SIGNALBOX_TEST(TestRefusals)
#include "tst_connectionsettings.moc"
