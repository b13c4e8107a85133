// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/ctlrunner.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QByteArray stepEvent(const QString& order, const QString& step, const QString& time, const QString& data = u"{}"_s)
{
    return u"{\"specversion\":\"1.0\",\"id\":\"%1-%2\",\"source\":\"/test\",\"type\":\"com.signalbox.order.%2.v1\","
           "\"subject\":\"order/%1\",\"time\":\"%3\",\"data\":%4}"_s.arg(order, step, time, data)
               .toUtf8();
}

QByteArray captured(const QString& order, const QString& total = u"99.90"_s, const QString& currency = u"EUR"_s)
{
    return stepEvent(order, u"order_captured"_s, u"2026-01-05T10:00:00Z"_s,
        u"{\"order\":{\"number\":\"%1\",\"channel\":\"web\",\"currency\":\"%2\",\"total\":\"%3\"}}"_s.arg(
            order, currency, total));
}

} // namespace

/// The real program against a real server.
class TestCtl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void saysWhatIsWrongWithTheCommandLine_data();
    void saysWhatIsWrongWithTheCommandLine();
    void showsHelpAndVersion();
    void saysThatTheOutputCouldNotBeWritten();
    void createsAndMigratesADatabase();
    void refusesASchemaOfSomebodyElse();
    void namesTheDatabaseWithoutItsPassword();
    void examinesADatabase();
    void saysThatThereIsNoConnection_data();
    void saysThatThereIsNoConnection();
    void refusesASchemaThatIsMissingOrNewer();
    void takesItsDatabaseFromTheEnvironment();
    void usesTheEmbeddedServerByDefault();

    void takesEventsInEveryForm_data();
    void takesEventsInEveryForm();
    void countsOneAsOne();
    void setsBadEventsAsideAndTakesTheRest_data();
    void setsBadEventsAsideAndTakesTheRest();
    void saysWhichEventOfALineIsBad();
    void failsWhenNothingCouldBeTaken();
    void takesBatchesThatAreLargerThanOneTransaction();
    void doesNotLetAViewerWrite();

    void listsOrders();
    void listsOrdersAsJson();
    void marksTheMistakeInAFilter();
    void showsOneOrder();
    void saysThatAnOrderIsNotThere();
    void listsWhatIsOverdue();
    void rebuildsAndReportsDifferences();

    void importsFilesOnce();
    void failsWhenNothingCouldBeImported();
    void goesOnAfterTheServerWasLost();
    void importsATableByItsWatermark();
    void correctionsAtTheSourceCount();
    void saysWhatIsWrongWithAMapping();
    void importsOlistWithItsKnownAnswers();

private:
    Ran run(const QStringList& arguments, const QByteArray& input = {}, const QStringList& environment = {}) const;
    Ran ctl(const QStringList& arguments, const QByteArray& input = {}) const;
    QString uri(const ConnectionSettings& settings) const { return CtlRunner::uri(settings); }
    QString value(const QString& sql) const { return TestServer::value(m_database, sql); }
    QString write(const QString& name, const QByteArray& content) const;
    void writeShop(const QString& uriVariable = {}) const;

    TestServer m_server;
    ConnectionSettings m_database;
    std::unique_ptr<CtlRunner> m_runner;
};

void TestCtl::initTestCase()
{
    SIGNALBOX_REQUIRE(m_server);
}

void TestCtl::init()
{
    m_runner = std::make_unique<CtlRunner>();
    m_database = m_server.freshDatabase();
}

Ran TestCtl::run(const QStringList& arguments, const QByteArray& input, const QStringList& environment) const
{
    return m_runner->run(arguments, input, environment);
}

Ran TestCtl::ctl(const QStringList& arguments, const QByteArray& input) const
{
    return run(QStringList{u"--db"_s, uri(m_database)} + arguments, input);
}

QString TestCtl::write(const QString& name, const QByteArray& content) const
{
    return m_runner->write(name, content);
}

void TestCtl::saysWhatIsWrongWithTheCommandLine_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("said");
    QTest::newRow("nothing") << QStringList() << u"No command"_s;
    QTest::newRow("unknown command") << QStringList{u"ordes"_s} << u"did you mean \"orders\"?"_s;
    QTest::newRow("unknown option") << QStringList{u"orders"_s, u"--jason"_s} << u"--jason"_s;
    QTest::newRow("db with a command that is none")
        << QStringList{u"db"_s, u"bogus"_s} << u"no such command here: bogus"_s;
    QTest::newRow("db without a command") << QStringList{u"db"_s} << u"command is missing"_s;
    QTest::newRow("order without a number") << QStringList{u"order"_s} << u"NUMBER"_s;
    QTest::newRow("ingest without a file") << QStringList{u"ingest"_s} << u"FILE"_s;
    QTest::newRow("limit that is no number") << QStringList{u"orders"_s, u"--limit"_s, u"many"_s} << u"limit"_s;
    QTest::newRow("limit of none") << QStringList{u"orders"_s, u"--limit"_s, u"0"_s} << u"limit"_s;
    QTest::newRow("unknown order") << QStringList{u"orders"_s, u"--sort"_s, u"colour"_s} << u"sort"_s;
    QTest::newRow("replay of nothing") << QStringList{u"replay"_s, u"--reason"_s, u"x"_s} << u"ids"_s;
    QTest::newRow("replay in two ways") << QStringList{u"replay"_s, u"1"_s, u"--queue"_s, u"open"_s, u"--reason"_s,
        u"x"_s} << u"ids"_s;
    QTest::newRow("replay without a reason") << QStringList{u"replay"_s, u"1"_s} << u"--reason"_s;
    QTest::newRow("replay of what must not be")
        << QStringList{u"replay"_s, u"1"_s, u"--reason"_s, u"x"_s, u"--classes"_s, u"done"_s} << u"classes"_s;
    QTest::newRow("resolve without a reason")
        << QStringList{u"resolve"_s, u"1"_s, u"--as"_s, u"duplicate"_s} << u"--reason"_s;
    QTest::newRow("resolve as replayed") << QStringList{u"resolve"_s, u"1"_s, u"--as"_s, u"replayed"_s, u"--reason"_s,
        u"x"_s} << u"--as"_s;
    QTest::newRow("take nothing") << QStringList{u"take"_s} << u"ID"_s;
    QTest::newRow("snooze for ever") << QStringList{u"snooze"_s, u"1"_s} << u"--until"_s;
    QTest::newRow("snooze for a strange time")
        << QStringList{u"snooze"_s, u"1"_s, u"--for"_s, u"2 moons"_s} << u"2 moons"_s;
    QTest::newRow("snooze until a strange time")
        << QStringList{u"snooze"_s, u"1"_s, u"--until"_s, u"tomorrow"_s} << u"tomorrow"_s;
    QTest::newRow("stop an operation") << QStringList{u"operation"_s, u"1"_s, u"stop"_s} << u"ACTION"_s;
    QTest::newRow("flow without a command") << QStringList{u"flow"_s} << u"command is missing"_s;
    QTest::newRow("import without a folder") << QStringList{u"import"_s, u"olist"_s} << u"folder"_s;
    QTest::newRow("database that is no URI")
        << QStringList{u"--db"_s, u"postgresql://[broken"_s, u"orders"_s} << u"--db"_s;
    QTest::newRow("database with a broken character")
        << QStringList{u"--db"_s, u"postgresql://%zz"_s, u"db"_s, u"status"_s} << u"%zz"_s;
}

void TestCtl::saysWhatIsWrongWithTheCommandLine()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, said);
    const Ran ran = run(arguments);
    VERIFY_CODE(ran, 2);
    QVERIFY(ran.out.isEmpty());
    VERIFY_CONTAINS(ran.err, said);
}

void TestCtl::showsHelpAndVersion()
{
    const Ran help = run({u"--help"_s});
    VERIFY_CODE(help, 0);
    for (const QString& command : {u"db"_s, u"ingest"_s, u"import"_s, u"orders"_s, u"order"_s, u"breaches"_s,
             u"rebuild"_s, u"exceptions"_s, u"replay"_s, u"resolve"_s, u"operations"_s, u"flows"_s, u"target"_s,
             u"audit"_s, u"--json"_s, u"Exit codes"_s})
        VERIFY_CONTAINS(help.out, command);
    const Ran version = run({u"--version"_s});
    VERIFY_CODE(version, 0);
    VERIFY_CONTAINS(version.out, u"signalboxctl "_s);
    VERIFY_CODE(run({u"orders"_s, u"--help"_s}), 0);
}

void TestCtl::saysThatTheOutputCouldNotBeWritten()
{
    for (const QStringList& arguments :
        {QStringList{u"db"_s, u"status"_s}, QStringList{u"orders"_s, u"--json"_s}, QStringList{u"--help"_s}}) {
        const auto process = m_runner->prepared(QStringList{u"--db"_s, uri(m_database)} + arguments);
        process->setStandardOutputFile(u"/dev/full"_s);
        process->start();
        const Ran ran = CtlRunner::collect(*process);
        VERIFY_CODE(ran, 1);
        VERIFY_CONTAINS(ran.err, u"could not be written"_s);
        VERIFY_CONTAINS(ran.err, u"No space left"_s);
        QCOMPARE(ran.err.trimmed().startsWith(u'{'), arguments.contains(u"--json"_s));
    }
}

void TestCtl::refusesASchemaOfSomebodyElse()
{
    m_database = m_server.emptyDatabase();
    TestServer::run(m_database, u"CREATE SCHEMA integration; CREATE TABLE integration.foo (a int)"_s);
    for (const QString& command : {u"init"_s, u"migrate"_s, u"status"_s}) {
        const Ran ran = ctl({u"db"_s, command});
        VERIFY_CODE(ran, 1);
        VERIFY_CONTAINS(ran.err, u"foo"_s);
        QVERIFY2(!QString(ran.out + ran.err).contains(u"missing"_s), qPrintable(ran.out));
    }
    const QJsonObject schema = ctl({u"db"_s, u"status"_s, u"--json"_s}).json().value(u"schema"_s).toObject();
    QCOMPARE(schema.value(u"state"_s).toString(), u"foreign"_s);
    QCOMPARE(schema.value(u"foreign"_s).toArray(), QJsonArray{u"foo"_s});
    const Ran doctor = ctl({u"db"_s, u"doctor"_s});
    VERIFY_CODE(doctor, 1);
    VERIFY_CONTAINS(doctor.out, u"foo"_s);
    QCOMPARE(value(u"SELECT count(*) FROM pg_class WHERE relnamespace = 'integration'::regnamespace"_s), u"1"_s);
}

void TestCtl::createsAndMigratesADatabase()
{
    m_database = m_server.emptyDatabase();
    const Ran migrate = ctl({u"db"_s, u"migrate"_s});
    VERIFY_CODE(migrate, 1);
    VERIFY_CONTAINS(migrate.err, u"db init"_s);
    const Ran status = ctl({u"db"_s, u"status"_s, u"--json"_s});
    VERIFY_CODE(status, 1);
    QCOMPARE(status.json().value(u"schema"_s).toObject().value(u"state"_s).toString(), u"missing"_s);
    const Ran init = ctl({u"db"_s, u"init"_s});
    VERIFY_CODE(init, 0);
    VERIFY_CONTAINS(init.out, u"Applied 0001"_s);
    const Ran again = ctl({u"db"_s, u"init"_s, u"--json"_s});
    VERIFY_CODE(again, 0);
    QVERIFY(again.json().value(u"applied"_s).toArray().isEmpty());
    VERIFY_CODE(ctl({u"db"_s, u"migrate"_s}), 0);
    VERIFY_CODE(ctl({u"db"_s, u"status"_s}), 0);
    QVERIFY(value(u"SELECT count(*) FROM integration.process"_s).toInt() >= 5);
}

void TestCtl::namesTheDatabaseWithoutItsPassword()
{
    const QString secret = u"very-secret-4711"_s;
    const Ran status = run({u"--db"_s, uri(m_database) + u" password="_s + secret, u"db"_s, u"status"_s});
    VERIFY_CODE(status, 0);
    VERIFY_CONTAINS(status.out, m_database.database());
    VERIFY_CONTAINS(status.out, u"postgresql://"_s);
    QVERIFY(!QString(status.out + status.err).contains(secret));
    const Ran json = run({u"--db"_s, uri(m_database) + u" password="_s + secret, u"db"_s, u"status"_s, u"--json"_s});
    QCOMPARE(json.json().value(u"orders"_s).toInt(-1), 0);
    QVERIFY(!json.out.contains(secret));
    const QString named = json.json().value(u"uri"_s).toString();
    const Ran again = run({u"--db"_s, named, u"db"_s, u"status"_s});
    VERIFY_CODE(again, 0); // what is printed can be given to psql and to us
    VERIFY_CONTAINS(again.out, m_database.database());
}

void TestCtl::examinesADatabase()
{
    const Ran text = ctl({u"db"_s, u"doctor"_s});
    VERIFY_CONTAINS(text.out, u"ok"_s);
    const Ran json = ctl({u"db"_s, u"doctor"_s, u"--json"_s});
    QVERIFY(json.json().value(u"checks"_s).toArray().size() > 5);
    QCOMPARE(json.code, text.code);
}

void TestCtl::saysThatThereIsNoConnection_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("status") << QStringList{u"db"_s, u"status"_s};
    QTest::newRow("init") << QStringList{u"db"_s, u"init"_s};
    QTest::newRow("orders") << QStringList{u"orders"_s};
    QTest::newRow("order") << QStringList{u"order"_s, u"1"_s};
    QTest::newRow("breaches") << QStringList{u"breaches"_s};
    QTest::newRow("ingest") << QStringList{u"ingest"_s, u"-"_s};
    QTest::newRow("rebuild") << QStringList{u"rebuild"_s};
}

void TestCtl::saysThatThereIsNoConnection()
{
    QFETCH(QStringList, arguments);
    const Ran ran
        = run(QStringList{u"--db"_s, u"host=%1 dbname=x"_s.arg(m_runner->path())} + arguments, captured(u"A"_s));
    VERIFY_CODE(ran, 3);
    QVERIFY(!ran.err.isEmpty());
    const Ran json = run(
        QStringList{u"--json"_s, u"--db"_s, u"host=%1 dbname=x"_s.arg(m_runner->path())} + arguments, captured(u"A"_s));
    VERIFY_CODE(json, 3);
    const QByteArray lastLine = json.err.trimmed().section(u'\n', -1).toUtf8();
    const QJsonObject error = QJsonDocument::fromJson(lastLine).object().value(u"error"_s).toObject();
    QCOMPARE(error.value(u"kind"_s).toString(), u"connection"_s);
}

void TestCtl::refusesASchemaThatIsMissingOrNewer()
{
    m_database = m_server.emptyDatabase();
    const Ran missing = ctl({u"orders"_s});
    VERIFY_CODE(missing, 1);
    VERIFY_CONTAINS(missing.err, u"db init"_s);
    m_database = m_server.freshDatabase();
    TestServer::run(m_database,
        u"INSERT INTO integration.schema_migration (version, name, checksum) VALUES (9999, '9999_later.sql', 'x')"_s);
    VERIFY_CODE(ctl({u"orders"_s}), 1);
    VERIFY_CODE(ctl({u"db"_s, u"migrate"_s}), 1);
    const Ran status = ctl({u"db"_s, u"status"_s, u"--json"_s});
    VERIFY_CODE(status, 1);
    QCOMPARE(status.json().value(u"schema"_s).toObject().value(u"state"_s).toString(), u"newer"_s);
}

void TestCtl::takesItsDatabaseFromTheEnvironment()
{
    const Ran ours = run({u"db"_s, u"status"_s}, {}, {u"SIGNALBOX_DB="_s + uri(m_database)});
    VERIFY_CODE(ours, 0);
    VERIFY_CONTAINS(ours.out, m_database.database());
    const Ran libpq = run({u"db"_s, u"status"_s}, {},
        {u"PGHOST="_s + m_database.socketFolder(), u"PGDATABASE="_s + m_database.database(),
            u"PGUSER="_s + m_database.user(), u"PGPORT="_s + m_database.port()});
    VERIFY_CODE(libpq, 0);
    VERIFY_CONTAINS(libpq.out, m_database.database());
}

void TestCtl::usesTheEmbeddedServerByDefault()
{
    // for root the server runs as another user, who has to get there
    QVERIFY(QFile::setPermissions(m_runner->path(), QFile::permissions(m_runner->path()) | QFile::ExeOther));
    const Ran taken = run({u"ingest"_s, u"-"_s}, captured(u"E-1"_s));
    VERIFY_CODE(taken, 0);
    const Ran status = run({u"db"_s, u"status"_s, u"--json"_s});
    VERIFY_CODE(status, 0);
    QCOMPARE(status.json().value(u"embedded"_s).toBool(), true);
    QCOMPARE(status.json().value(u"orders"_s).toInt(), 1);
    QDirIterator files(m_runner->filePath(u"embedded"_s), {u"postmaster.pid"_s, u"PG_VERSION"_s}, QDir::Files,
        QDirIterator::Subdirectories);
    bool found = false;
    while (files.hasNext()) {
        QVERIFY2(!files.next().endsWith(u"postmaster.pid"_s), "the server should have been stopped with its last user");
        found = true;
    }
    QVERIFY(found);
}

void TestCtl::takesEventsInEveryForm_data()
{
    QTest::addColumn<QByteArray>("content");
    const QByteArray a = captured(u"A"_s);
    const QByteArray b = captured(u"B"_s);
    QTest::newRow("array") << "[" + a + ",\n" + b + "]";
    QTest::newRow("lines") << a + "\n" + b + "\n";
    QTest::newRow("batch") << "{\"events\": [" + a + "," + b + "]}";
    QTest::newRow("byte order mark") << "\xEF\xBB\xBF" + a + "\r\n" + b;
}

void TestCtl::takesEventsInEveryForm()
{
    QFETCH(QByteArray, content);
    const Ran file = ctl({u"ingest"_s, write(u"events.json"_s, content), u"--json"_s});
    VERIFY_CODE(file, 0);
    QCOMPARE(file.json().value(u"accepted"_s).toInt(), 2);
    const Ran again = ctl({u"ingest"_s, u"-"_s, u"--json"_s}, content);
    VERIFY_CODE(again, 0);
    QCOMPARE(again.json().value(u"accepted"_s).toInt(), 0);
    QCOMPARE(again.json().value(u"duplicates"_s).toInt(), 2);
    QCOMPARE(value(u"SELECT count(*) FROM integration.sales_order"_s), u"2"_s);
}

void TestCtl::countsOneAsOne()
{
    const Ran one = ctl({u"ingest"_s, u"-"_s}, captured(u"A"_s));
    VERIFY_CONTAINS(one.out, u"1 event read in "_s);
    VERIFY_CONTAINS(one.out, u"1 order touched."_s);
    VERIFY_CONTAINS(ctl({u"rebuild"_s}).out, u"1 order was derived again in "_s);
    const Ran two = ctl({u"ingest"_s, u"-"_s}, captured(u"A"_s) + "\n" + captured(u"B"_s));
    VERIFY_CONTAINS(two.out, u"2 events read in "_s);
    VERIFY_CONTAINS(two.out, u"1 known already"_s);
    VERIFY_CONTAINS(ctl({u"orders"_s, u"--limit"_s, u"1"_s}).err, u"1 of 2 orders"_s);
    writeShop();
    write(u"orders.csv"_s, "id,placed,shipped\n1,2026-03-29 02:30:00,\n");
    write(u"items.csv"_s, "order_id,line,price\n1,1,19.90\n");
    const Ran imported = ctl({u"import"_s, m_runner->filePath(u"shop.json"_s), m_runner->path()});
    VERIFY_CONTAINS(imported.out, u"1 order gave 1 event in "_s);
    VERIFY_CONTAINS(imported.out, u"1 local time did not exist"_s);
}

void TestCtl::setsBadEventsAsideAndTakesTheRest_data()
{
    QTest::addColumn<QByteArray>("bad");
    QTest::addColumn<QString>("said");
    const QByteArray good = captured(u"X"_s);
    QTest::newRow("broken JSON") << QByteArray(R"({"specversion": "1.0", )") << u"line 2"_s;
    QTest::newRow("no JSON at all") << QByteArray("order 10412 was captured") << u"line 2"_s;
    QTest::newRow("wrong type") << QByteArray(good).replace(R"("total":"99.90")", R"("total":[1])")
                                << u"/data/order/total"_s;
    QTest::newRow("unknown event type") << QByteArray(good).replace("order_captured.v1", "order_teleported.v1")
                                        << u"order_teleported"_s;
    QTest::newRow("year 10000") << QByteArray(good).replace("2026-01-05T", "10000-01-05T") << u"/time"_s;
    QTest::newRow("no zone") << QByteArray(good).replace("10:00:00Z", "10:00:00") << u"/time"_s;
    QTest::newRow("unknown currency") << captured(u"X"_s, u"1.00"_s, u"XQQ"_s) << u"XQQ"_s;
    QTest::newRow("negative amount") << captured(u"X"_s, u"-1.00"_s) << u"negative"_s;
    const auto large = [&good](qsizetype bytes) {
        const QByteArray message = R"("data":{"message":")" + QByteArray(bytes, 'x') + R"(",)";
        return QByteArray(good).replace("\"data\":{", message);
    };
    QTest::newRow("10 MB payload") << large(10'000'000) << u"line 2"_s;
    QTest::newRow("20 MB payload") << large(20'000'000) << u"line 2"_s;
    QTest::newRow("invalid UTF-8") << QByteArray(good).replace("\"web\"", "\"w\xFF\"") << u"line 2"_s;
    QTest::newRow("NUL character") << QByteArray(good).replace("\"web\"", QByteArray("\"w\0\"", 4)) << u"line 2"_s;
    QTest::newRow("NUL as an escape") << QByteArray(good).replace(R"("web")", R"("w\u0000")") << u"line 2"_s;
    QTest::newRow("key twice") << QByteArray(good).replace(R"("source":)", R"("id":"z","source":)") << u"line 2"_s;
    QTest::newRow("no id") << QByteArray(good).replace("\"id\"", "\"ident\"") << u"/id"_s;
    QTest::newRow("a number instead of an event") << QByteArray("42") << u"line 2"_s;
}

void TestCtl::setsBadEventsAsideAndTakesTheRest()
{
    QFETCH(QByteArray, bad);
    QFETCH(QString, said);
    const QByteArray content = captured(u"A"_s) + "\n" + bad + "\n" + captured(u"B"_s) + "\n";
    const Ran ran = ctl({u"ingest"_s, write(u"events.ndjson"_s, content)});
    VERIFY_CODE(ran, 0);
    VERIFY_CONTAINS(ran.out, u"2 new"_s);
    VERIFY_CONTAINS(ran.out, u"1 set aside"_s);
    VERIFY_CONTAINS(ran.out, u"line 2"_s);
    VERIFY_CONTAINS(ran.out, said);
    QCOMPARE(
        value(u"SELECT count(*) FROM integration.rejected_event WHERE length(raw) > 0 AND reason <> ''"_s), u"1"_s);
    QCOMPARE(value(u"SELECT count(*) FROM integration.sales_order"_s), u"2"_s);
}

void TestCtl::saysWhichEventOfALineIsBad()
{
    QByteArrayList events;
    for (int i = 1; i <= 4502; ++i)
        events += captured(QString::number(i));
    events[4500].replace("order_captured.v1", "order_teleported.v1");
    const Ran ran = ctl({u"ingest"_s, u"-"_s}, '[' + events.join(',') + ']');
    VERIFY_CODE(ran, 0);
    VERIFY_CONTAINS(ran.out, u"line 1, event 4,501:"_s);
    QCOMPARE(value(u"SELECT item FROM integration.rejected_event"_s), u"4501"_s);
}

void TestCtl::failsWhenNothingCouldBeTaken()
{
    const Ran broken = ctl({u"ingest"_s, u"-"_s}, "this is not JSON\n");
    VERIFY_CODE(broken, 1);
    VERIFY_CONTAINS(broken.err, u"Nothing was taken in"_s);
    VERIFY_CONTAINS(broken.err, u"integration.rejected_event"_s);
    QByteArray unknown = captured(u"A"_s);
    unknown.replace("order_captured.v1", "order_teleported.v1");
    const Ran refused = ctl({u"ingest"_s, u"-"_s, u"--json"_s}, unknown);
    VERIFY_CODE(refused, 1);
    QCOMPARE(refused.json().value(u"rejected"_s).toInt(), 1);
    VERIFY_CONTAINS(refused.err, u"Nothing was taken in"_s);
    const Ran some = ctl({u"ingest"_s, u"-"_s}, captured(u"A"_s) + "\n" + unknown);
    VERIFY_CODE(some, 0);
    VERIFY_CONTAINS(some.out, u"1 new"_s);
    VERIFY_CONTAINS(some.out, u"1 set aside"_s);
    VERIFY_CODE(ctl({u"ingest"_s, u"-"_s}, captured(u"A"_s) + "\n" + unknown), 0); // known already: something was good
    VERIFY_CODE(ctl({u"ingest"_s, m_runner->filePath(u"nowhere.json"_s)}), 1);
    VERIFY_CODE(ctl({u"ingest"_s, u"-"_s}, ""), 0);
}

void TestCtl::takesBatchesThatAreLargerThanOneTransaction()
{
    QByteArray content;
    for (int i = 0; i < 4500; ++i)
        content += captured(u"N%1"_s.arg(i)) + "\n";
    content += "broken\n";
    const Ran ran = ctl({u"ingest"_s, u"-"_s, u"--json"_s}, content);
    VERIFY_CODE(ran, 0);
    QCOMPARE(ran.json().value(u"accepted"_s).toInt(), 4500);
    QCOMPARE(ran.json().value(u"setAside"_s).toArray().at(0).toObject().value(u"line"_s).toInt(), 4501);
    QCOMPARE(value(u"SELECT count(*) FROM integration.sales_order"_s), u"4500"_s);
}

void TestCtl::doesNotLetAViewerWrite()
{
    VERIFY_CODE(ctl({u"ingest"_s, u"-"_s}, captured(u"A"_s)), 0);
    const ConnectionSettings viewer = m_server.as(m_database, u"ctl_viewer"_s, {u"signalbox_viewer"_s});
    const Ran read = run({u"--db"_s, uri(viewer), u"orders"_s});
    VERIFY_CODE(read, 0);
    VERIFY_CONTAINS(read.out, u"99.90"_s);
    const Ran written = run({u"--db"_s, uri(viewer), u"ingest"_s, u"-"_s, u"--json"_s}, captured(u"B"_s));
    VERIFY_CODE(written, 1);
    VERIFY_CONTAINS(written.err, u"\"permission\""_s);
    QCOMPARE(value(u"SELECT count(*) FROM integration.sales_order"_s), u"1"_s);
}

void TestCtl::listsOrders()
{
    const Ran none = ctl({u"orders"_s});
    VERIFY_CODE(none, 0);
    VERIFY_CONTAINS(none.err, u"no orders yet"_s);
    VERIFY_CODE(ctl({u"ingest"_s, u"-"_s},
                    captured(u"DE-1"_s) + "\n" + captured(u"DE-2"_s, u"500.00"_s) + "\n"
                        + captured(u"JP-1"_s, u"1200"_s, u"JPY"_s)),
        0);
    const Ran all = ctl({u"orders"_s});
    VERIFY_CODE(all, 0);
    QCOMPARE(all.out.count(u'\n'), 5);
    VERIFY_CONTAINS(all.out, u"DE-1"_s);
    const Ran some = ctl({u"orders"_s, u"value>=500"_s, u"-currency:JPY"_s});
    VERIFY_CODE(some, 0);
    VERIFY_CONTAINS(some.out, u"DE-2"_s);
    QVERIFY(!some.out.contains(u"DE-1"_s));
    QVERIFY(!some.out.contains(u"JP-1"_s));
    const Ran limited = ctl({u"orders"_s, u"--limit"_s, u"2"_s, u"--sort"_s, u"number"_s, u"--ascending"_s});
    VERIFY_CODE(limited, 0);
    QVERIFY(limited.out.contains(u"DE-1"_s) && limited.out.contains(u"DE-2"_s) && !limited.out.contains(u"JP-1"_s));
    VERIFY_CONTAINS(limited.err, u"2 of 3"_s);
    const Ran every = ctl({u"orders"_s, u"--limit"_s, u"1"_s, u"--all"_s});
    QCOMPARE(every.out.count(u'\n'), 5);
    const Ran narrow = run({u"--db"_s, uri(m_database), u"orders"_s}, {}, {u"COLUMNS=60"_s});
    const QStringList lines = narrow.out.split(u'\n');
    for (const QString& line : lines)
        QVERIFY2(line.size() <= 60, qPrintable(line));
}

void TestCtl::listsOrdersAsJson()
{
    VERIFY_CODE(ctl({u"ingest"_s, u"-"_s}, captured(u"DE-1"_s) + "\n" + captured(u"KW-1"_s, u"1.250"_s, u"KWD"_s)), 0);
    const Ran ran = ctl({u"orders"_s, u"--json"_s, u"order:KW-1"_s});
    VERIFY_CODE(ran, 0);
    const QJsonArray orders = ran.json().value(u"orders"_s).toArray();
    QCOMPARE(orders.size(), 1);
    const QJsonObject order = orders.at(0).toObject();
    QCOMPARE(order.value(u"number"_s).toString(), u"KW-1"_s);
    QCOMPARE(order.value(u"total"_s).toObject().value(u"amount"_s).toString(), u"1.250"_s);
    QCOMPARE(order.value(u"placedAt"_s).toString(), u"2026-01-05T10:00:00Z"_s);
    QCOMPARE(ran.json().value(u"count"_s).toInt(), 1);
}

void TestCtl::marksTheMistakeInAFilter()
{
    const Ran ran = ctl({u"orders"_s, u"value>=500"_s, u"chanel:pos"_s});
    VERIFY_CODE(ran, 2);
    const QStringList lines = ran.err.split(u'\n');
    const qsizetype shown = lines.indexOf(u"  value>=500 chanel:pos"_s);
    QVERIFY2(shown >= 0, qPrintable(ran.err));
    QCOMPARE(lines.at(shown + 1).indexOf(u'^'), lines.at(shown).indexOf(u"chanel"_s));
    VERIFY_CONTAINS(ran.err, u"channel"_s);
    VERIFY_CODE(ctl({u"breaches"_s, u"age>soon"_s}), 2);
}

void TestCtl::showsOneOrder()
{
    const QByteArray content = captured(u"DE-1"_s) + "\n"
        + stepEvent(u"DE-1"_s, u"validation"_s, u"2026-01-05T10:00:05Z"_s,
            u"{\"refs\":[{\"system\":\"erp\",\"type\":\"sales_order\",\"id\":\"4711\"}]}"_s)
        + "\n" + captured(u"DE-10"_s);
    VERIFY_CODE(ctl({u"ingest"_s, u"-"_s}, content), 0);
    const Ran text = ctl({u"order"_s, u"DE-1"_s});
    VERIFY_CODE(text, 0);
    for (const QString& part :
        {u"DE-1"_s, u"99.90"_s, u"4711"_s, u"com.signalbox.order.validation.v1"_s, u"Steps"_s, u"Events"_s})
        VERIFY_CONTAINS(text.out, part);
    const Ran json = ctl({u"order"_s, u"DE-1"_s, u"--json"_s});
    VERIFY_CODE(json, 0);
    QCOMPARE(json.json().value(u"events"_s).toArray().size(), 2);
    QCOMPARE(json.json().value(u"references"_s).toArray().size(), 1);
    QVERIFY(json.json().value(u"milestones"_s).toArray().size() > 5);
    const Ran byReference = ctl({u"order"_s, u"4711"_s, u"--json"_s});
    VERIFY_CODE(byReference, 0);
    QCOMPARE(byReference.json().value(u"key"_s).toString(), u"DE-1"_s);
}

void TestCtl::saysThatAnOrderIsNotThere()
{
    VERIFY_CODE(ctl({u"ingest"_s, u"-"_s}, captured(u"DE-11"_s) + "\n" + captured(u"DE-12"_s)), 0);
    const Ran none = ctl({u"order"_s, u"FR-1"_s});
    VERIFY_CODE(none, 1);
    VERIFY_CONTAINS(none.err, u"FR-1"_s);
    const Ran several = ctl({u"order"_s, u"DE-1"_s});
    VERIFY_CODE(several, 1);
    VERIFY_CONTAINS(several.err, u"DE-11"_s);
    VERIFY_CONTAINS(several.err, u"DE-12"_s);
}

void TestCtl::listsWhatIsOverdue()
{
    const Ran none = ctl({u"breaches"_s});
    VERIFY_CODE(none, 0);
    VERIFY_CONTAINS(none.err, u"No order is overdue"_s);
    VERIFY_CODE(ctl({u"ingest"_s, u"-"_s}, captured(u"DE-1"_s) + "\n" + captured(u"DE-2"_s, u"500.00"_s)), 0);
    const Ran all = ctl({u"breaches"_s});
    VERIFY_CODE(all, 0);
    VERIFY_CONTAINS(all.out, u"DE-1"_s);
    VERIFY_CONTAINS(all.out, u"DE-2"_s);
    const Ran some = ctl({u"breaches"_s, u"value>=500"_s, u"--json"_s});
    VERIFY_CODE(some, 0);
    const QJsonArray orders = some.json().value(u"orders"_s).toArray();
    QCOMPARE(orders.size(), 1);
    QCOMPARE(orders.at(0).toObject().value(u"target"_s).toString(), u"breached"_s);
}

void TestCtl::rebuildsAndReportsDifferences()
{
    VERIFY_CODE(ctl({u"ingest"_s, u"-"_s}, captured(u"DE-1"_s) + "\n" + captured(u"DE-2"_s)), 0);
    const Ran same = ctl({u"rebuild"_s, u"--json"_s});
    VERIFY_CODE(same, 0);
    QCOMPARE(same.json().value(u"orders"_s).toInt(), 2);
    QCOMPARE(same.json().value(u"differenceCount"_s).toInt(-1), 0);
    TestServer::run(m_database, u"UPDATE integration.sales_order SET total_minor = 1 WHERE order_key = 'DE-2'"_s);
    TestServer::run(m_database,
        u"UPDATE integration.milestone SET state = 'failed', anomalies = ARRAY[repeat('x', 300)] FROM integration.sales_order o "
        "WHERE o.id = order_id AND order_key = 'DE-1' AND step = 'order_captured';"
        "DELETE FROM integration.milestone m USING integration.sales_order o "
        "WHERE o.id = order_id AND order_key = 'DE-2' AND step = 'order_captured'"_s);
    const Ran repaired = ctl({u"rebuild"_s});
    VERIFY_CODE(repaired, 1); // for scripts: something was not as the events say
    VERIFY_CONTAINS(repaired.out, u"  DE-2: total_minor: 1 → 9990\n"_s);
    VERIFY_CONTAINS(repaired.out, u"  DE-1, order_captured: anomalies: "_s);
    VERIFY_CONTAINS(repaired.out, u"; state: failed → completed\n"_s);
    VERIFY_CONTAINS(repaired.out, u"  DE-2, order_captured: "_s);
    VERIFY_CONTAINS(repaired.out, u"state: none → completed"_s);
    for (const QString& line : repaired.out.split(u'\n'))
        QVERIFY2(
            !line.contains(u'{') && !line.contains(u"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"_s), qPrintable(line));
    TestServer::run(m_database, u"UPDATE integration.sales_order SET total_minor = 2 WHERE order_key = 'DE-2'"_s);
    const Ran json = ctl({u"rebuild"_s, u"--json"_s});
    VERIFY_CODE(json, 1);
    const QJsonObject difference = json.json().value(u"differences"_s).toArray().at(0).toObject();
    QCOMPARE(difference.value(u"order"_s).toString(), u"DE-2"_s);
    QVERIFY(difference.value(u"step"_s).isNull());
    const QJsonObject change = difference.value(u"changes"_s).toArray().at(0).toObject();
    QCOMPARE(change.value(u"field"_s).toString(), u"total_minor"_s);
    QCOMPARE(change.value(u"before"_s).toInt(), 2);
    QCOMPARE(change.value(u"after"_s).toInt(), 9990);
    QCOMPARE(value(u"SELECT total_minor FROM integration.sales_order WHERE order_key = 'DE-2'"_s), u"9990"_s);
    QCOMPARE(ctl({u"rebuild"_s, u"--json"_s}).json().value(u"differenceCount"_s).toInt(-1), 0);
}

/// A small shop's mapping and files; with a variable's name its rows come from a database instead.
void TestCtl::writeShop(const QString& uriVariable) const
{
    QByteArray mapping(R"({
  "mapping": "shop", "version": 1, "title": "Little shop", "eventSource": "/import/shop", "zone": "Europe/Berlin",
  "channel": { "channel": "shop", "title": "Shop", "process": "ship_to_home", "supplies": ["order_captured", "shipment_confirmation"] },
  SOURCE
  "tables": {
    "orders": { ORDERS, "key": "id", "columns": {
      "id": { "type": "text", "required": true }, "placed": { "type": "TIME", "required": true }, "shipped": { "type": "TIME" } } },
    "items": { ITEMS, "join": { "on": "order_id", "with": "orders.id" }, "columns": {
      "order_id": { "type": "text", "required": true }, "line": { "type": "integer", "required": true }, "price": { "type": "decimal" } } }
  },
  "order": { "from": "orders", "key": "S-{id}", "number": "{id}", "currency": "EUR", "total": { "sum": ["items.price"] }, "placedAt": "placed" },
  "lines": { "from": "items", "line": "{line}", "quantity": "1", "unitPrice": "price" },
  "milestones": [ { "step": "shipment_confirmation", "time": "shipped" } ]
})");
    const bool sql = !uriVariable.isEmpty();
    mapping.replace(
        "SOURCE", sql ? R"("source": { "sql": { "uriEnv": ")" + uriVariable.toLatin1() + R"(" } },)" : QByteArray());
    mapping.replace("ORDERS", sql ? R"("table": "shop.orders", "watermark": "updated_at")" : R"("file": "orders.csv")");
    mapping.replace("ITEMS", sql ? R"("table": "shop.items")" : R"("file": "items.csv")");
    mapping.replace("TIME", sql ? "time" : "localTime");
    write(u"shop.json"_s, mapping);
    write(u"orders.csv"_s,
        "id,placed,shipped\n1,2026-01-05 10:00:00,2026-01-06 09:00:00\n2,2026-01-05 11:00:00,\n3,someday,\n");
    write(u"items.csv"_s, "order_id,line,price\n1,1,19.90\n1,2,0.10\n2,1,5.00\n");
}

void TestCtl::importsFilesOnce()
{
    writeShop();
    const QStringList command{u"import"_s, m_runner->filePath(u"shop.json"_s), m_runner->path()};
    const Ran text = ctl(command);
    VERIFY_CODE(text, 0);
    for (const QString& part : {u"Little shop"_s, u"orders.csv"_s, u"2 orders gave 3 events"_s, u"3 new"_s,
             u"orders.csv, line 4, column placed"_s})
        VERIFY_CONTAINS(text.out, part);
    QCOMPARE(value(u"SELECT total_minor FROM integration.sales_order WHERE order_key = 'S-1'"_s), u"2000"_s);
    QCOMPARE(value(u"SELECT placed_at = '2026-01-05 09:00Z' FROM integration.sales_order WHERE order_key = 'S-1'"_s),
        u"t"_s);
    QCOMPARE(value(u"SELECT origin || ':' || item FROM integration.rejected_event"_s), u"orders.csv:4"_s);
    QCOMPARE(value(u"SELECT title || ':' || process FROM integration.channel WHERE code = 'shop'"_s),
        u"Shop:ship_to_home"_s);
    const Ran again = ctl(command + QStringList{u"--json"_s});
    VERIFY_CODE(again, 0);
    QCOMPARE(again.json().value(u"accepted"_s).toInt(-1), 0);
    QCOMPARE(again.json().value(u"storedBefore"_s).toInt(), 3);
    const Ran over = ctl(command + QStringList{u"--start-over"_s, u"--json"_s});
    QCOMPARE(over.json().value(u"duplicates"_s).toInt(), 3);
    QCOMPARE(value(u"SELECT count(*) FROM integration.business_event"_s), u"3"_s);
    const Ran nowhere = ctl({u"import"_s, m_runner->filePath(u"shop.json"_s), u"/nowhere"_s});
    VERIFY_CODE(nowhere, 1);
    VERIFY_CONTAINS(nowhere.err, u"/nowhere"_s);
}

void TestCtl::failsWhenNothingCouldBeImported()
{
    writeShop();
    QFile file(m_runner->filePath(u"shop.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray mapping = file.readAll();
    const QStringList command{u"import"_s, m_runner->filePath(u"shop.json"_s), m_runner->path()};
    // orders could be read, and the database takes none of their events
    write(
        u"shop.json"_s, QByteArray(mapping).replace("\"S-{id}\"", QByteArray("\"" + QByteArray(220, 'S') + "-{id}\"")));
    const Ran refused = ctl(command);
    VERIFY_CODE(refused, 1);
    VERIFY_CONTAINS(refused.out, u"0 new"_s);
    VERIFY_CONTAINS(refused.err, u"Nothing was taken in"_s);
    VERIFY_CONTAINS(refused.err, u"integration.rejected_event"_s);
    // no order could be read
    write(u"shop.json"_s, mapping);
    write(u"orders.csv"_s, "id,placed,shipped\n3,someday,\n");
    write(u"items.csv"_s, "order_id,line,price\n");
    const Ran unreadable = ctl(command + QStringList{u"--json"_s});
    VERIFY_CODE(unreadable, 1);
    QCOMPARE(unreadable.json().value(u"setAside"_s).toObject().value(u"count"_s).toInt(), 1);
    VERIFY_CONTAINS(unreadable.err, u"Nothing was taken in"_s);
    write(u"orders.csv"_s, "id,placed,shipped\n");
    VERIFY_CODE(ctl(command), 0); // there was nothing to take
}

void TestCtl::goesOnAfterTheServerWasLost()
{
    writeShop();
    QByteArray orders("id,placed,shipped\n");
    QByteArray items("order_id,line,price\n");
    for (int i = 0; i < 20'000; ++i) {
        orders += QByteArray::number(i) + ",2026-01-05 10:00:00,2026-01-06 09:00:00\n";
        items += QByteArray::number(i) + ",1,19.90\n";
    }
    write(u"orders.csv"_s, orders);
    write(u"items.csv"_s, items);
    QProcess process;
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    variables.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    process.setProcessEnvironment(variables);
    process.start(QStringLiteral(SIGNALBOX_CTL),
        {u"--db"_s, uri(m_database), u"import"_s, m_runner->filePath(u"shop.json"_s), m_runner->path()});
    // the test's server confirms before it has written: only what is a little older survives the kill
    QTRY_VERIFY_WITH_TIMEOUT(
        value(u"SELECT coalesce(max(done), 0) >= 6000 FROM integration.import_progress"_s) == u"t"_s, 60'000);
    m_server.kill();
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 3);
    VERIFY_CONTAINS(QString::fromUtf8(process.readAllStandardError()), u"goes on where it ended"_s);
    m_server.restart();
    const int before = value(u"SELECT count(*) FROM integration.business_event"_s).toInt();
    QVERIFY(before > 0 && before < 40'000);
    const Ran second = ctl({u"import"_s, m_runner->filePath(u"shop.json"_s), m_runner->path(), u"--json"_s});
    VERIFY_CODE(second, 0);
    QCOMPARE(second.json().value(u"storedBefore"_s).toInt(), before);
    QCOMPARE(second.json().value(u"accepted"_s).toInt(), 40'000 - before);
    QCOMPARE(value(u"SELECT count(*) FROM integration.business_event"_s), u"40000"_s);
}

void TestCtl::correctionsAtTheSourceCount()
{
    const ConnectionSettings shop = m_server.emptyDatabase();
    TestServer::run(shop, uR"(
        CREATE SCHEMA shop;
        CREATE TABLE shop.orders (id int PRIMARY KEY, placed timestamptz, shipped timestamptz, updated_at timestamptz NOT NULL);
        CREATE TABLE shop.items (order_id int, line int, price numeric(10,2));
        INSERT INTO shop.orders SELECT n, '2026-01-05 10:00Z', NULL, '2026-01-05 10:00Z' FROM generate_series(1, 40) n;
        INSERT INTO shop.items SELECT n, 1, 10 FROM generate_series(1, 40) n;)"_s);
    writeShop(u"SHOP_URI"_s);
    const QStringList command{u"--db"_s, uri(m_database), u"--json"_s, u"import"_s, m_runner->filePath(u"shop.json"_s)};
    const QStringList environment{u"SHOP_URI="_s + uri(shop)};
    int hour = 11;
    for (const QString& price : {u"10"_s, u"20"_s, u"5"_s, u"10"_s, u"30"_s}) { // also back to what it was
        TestServer::run(shop,
            u"UPDATE shop.items SET price = %1; UPDATE shop.orders SET updated_at = '2026-01-05 %2:00Z'"_s.arg(price)
                .arg(hour++));
        const Ran ran = run(command, {}, environment);
        VERIFY_CODE(ran, 0);
        QCOMPARE(value(u"SELECT string_agg(DISTINCT total_minor::text, ' ') FROM integration.sales_order"_s),
            QString(price + u"00"_s));
        const Ran again = run(command + QStringList{u"--start-over"_s}, {}, environment);
        VERIFY_CODE(again, 0);
        QCOMPARE(again.json().value(u"accepted"_s).toInt(), 0);
    }
    QCOMPARE(value(u"SELECT count(*) FROM integration.business_event"_s), u"200"_s);
}

void TestCtl::importsATableByItsWatermark()
{
    const ConnectionSettings shop = m_server.emptyDatabase();
    TestServer::run(shop, uR"(
        CREATE SCHEMA shop;
        CREATE TABLE shop.orders (id int PRIMARY KEY, placed timestamptz, shipped timestamptz, updated_at timestamptz NOT NULL);
        CREATE TABLE shop.items (order_id int, line int, price numeric(10,2));
        INSERT INTO shop.orders SELECT n, '2026-01-05 10:00Z', NULL, timestamptz '2026-01-05 10:00Z' + n / 2 * interval '1 microsecond'
        FROM generate_series(1, 1201) n;
        INSERT INTO shop.items SELECT n, 1, 10.10 FROM generate_series(1, 1201) n;)"_s);
    writeShop(u"SHOP_URI"_s);
    const QStringList command{u"--db"_s, uri(m_database), u"--json"_s, u"import"_s, m_runner->filePath(u"shop.json"_s)};
    const QStringList environment{u"SHOP_URI="_s + uri(shop)};
    const Ran unset = run(command);
    VERIFY_CODE(unset, 1);
    VERIFY_CONTAINS(unset.err, u"SHOP_URI"_s);
    const Ran first = run(command, {}, environment);
    VERIFY_CODE(first, 0);
    QCOMPARE(first.json().value(u"accepted"_s).toInt(), 1201);
    QCOMPARE(
        value(u"SELECT min(total_minor) || '-' || max(total_minor) FROM integration.sales_order"_s), u"1010-1010"_s);
    TestServer::run(shop,
        uR"(UPDATE shop.orders SET shipped = '2026-01-06 09:00:00.123456Z', updated_at = '2026-01-06 10:00Z' WHERE id = 7;
        INSERT INTO shop.orders VALUES (2000, '2026-01-06 10:00Z', NULL, '2026-01-06 10:00Z'))"_s);
    const Ran second = run(command, {}, environment);
    VERIFY_CODE(second, 0);
    QCOMPARE(second.json().value(u"accepted"_s).toInt(), 1);
    QVERIFY(second.json().value(u"orders"_s).toInt() < 10);
    QCOMPARE(second.json().value(u"setAside"_s).toObject().value(u"count"_s).toInt(), 1); // an order without an amount
    QCOMPARE(
        value(
            u"SELECT completed_at = '2026-01-06 09:00:00.123456Z' FROM integration.milestone WHERE step = 'shipment_confirmation' AND completed_at IS NOT NULL"_s),
        u"t"_s);
    VERIFY_CONTAINS(second.out, u"S-2000: "_s); // the row's number would be another one each time
    QCOMPARE(value(u"SELECT count(*) FROM pg_stat_user_tables WHERE schemaname = 'integration' AND relname IN "
                   "('milestone', 'sales_order') AND last_analyze IS NOT NULL"_s),
        u"2"_s);
    TestServer::run(shop, uR"(ALTER TABLE shop.orders ALTER updated_at DROP NOT NULL;
        INSERT INTO shop.orders VALUES (3000, '2026-01-06 10:00Z', NULL, NULL), (3001, '2026-01-06 10:00Z', NULL, NULL))"_s);
    const Ran unmarked = run(command, {}, environment);
    VERIFY_CODE(unmarked, 0);
    VERIFY_CONTAINS(unmarked.out, u"no_watermark"_s);
    VERIFY_CONTAINS(unmarked.out, u"not read: 2"_s);
    TestServer::run(shop, u"ALTER TABLE shop.items RENAME price TO amount"_s);
    const Ran renamed = run(command, {}, environment);
    VERIFY_CODE(renamed, 1);
    VERIFY_CONTAINS(renamed.err, u"price"_s);
}

void TestCtl::saysWhatIsWrongWithAMapping()
{
    write(u"bad.json"_s, R"({ "mapping": "x" })");
    const Ran bad = ctl({u"import"_s, m_runner->filePath(u"bad.json"_s), m_runner->path()});
    VERIFY_CODE(bad, 1);
    VERIFY_CONTAINS(bad.err, u"version"_s);
    const Ran unknown = ctl({u"import"_s, u"olst"_s, m_runner->path()});
    VERIFY_CODE(unknown, 1);
    VERIFY_CONTAINS(unknown.err, u"did you mean \"olist\"?"_s);
}

void TestCtl::importsOlistWithItsKnownAnswers()
{
    const QString folder = QDir::cleanPath(QStringLiteral(SIGNALBOX_SOURCE_DIR) + u"/../shared/data/olist"_s);
    if (!QDir(folder).exists()) {
        qInfo("The Olist data is not beside the sources (%s): nothing to import.", qPrintable(folder));
        return;
    }
    const Ran ran = ctl({u"import"_s, u"olist"_s, folder, u"--json"_s});
    VERIFY_CODE(ran, 0);
    qInfo("imported in %.1f s", ran.json().value(u"seconds"_s).toDouble());
    QCOMPARE(ran.json().value(u"setAside"_s).toObject().value(u"count"_s).toInt(-1), 0);
    const auto step = [](const char* name) {
        return u"(SELECT order_id, completed_at, unknown_at FROM integration.milestone WHERE step = '%1' AND scope = '')"_s
            .arg(QString::fromLatin1(name));
    };
    const QString authorized = step("payment_authorization");
    const QString shipped = step("shipment_confirmation");
    const QString delivered = step("delivery_confirmation");
    const QString status = u"(SELECT order_id, data->'attributes'->>'status' AS status FROM integration.business_event "
                           "WHERE type = 'com.signalbox.order.order_captured.v1')"_s;
    QCOMPARE(
        value(u"SELECT count(*) FROM integration.sales_order WHERE channel = 'olist' AND process = 'marketplace'"_s),
        u"8135"_s);
    QCOMPARE(
        value(
            u"SELECT string_agg(status || ' ' || n, ',' ORDER BY n DESC) FROM (SELECT status, count(*) AS n FROM %1 s GROUP BY 1) x"_s
                .arg(status)),
        u"delivered 5172,shipped 1107,canceled 625,unavailable 609,invoiced 314,processing 301,created 5,approved 2"_s);
    QCOMPARE(
        value(
            u"SELECT min(placed_at AT TIME ZONE 'America/Sao_Paulo') || '|' || max(placed_at AT TIME ZONE 'America/Sao_Paulo') FROM integration.sales_order"_s),
        u"2016-09-04 21:15:19|2018-10-17 17:30:18"_s);
    QCOMPARE(value(u"SELECT count(*) FROM integration.order_line"_s), u"8365"_s);
    QCOMPARE(
        value(
            u"SELECT string_agg(object_type || ' ' || n, ',' ORDER BY n DESC) FROM (SELECT object_type, count(*) AS n "
            "FROM integration.external_ref WHERE object_type <> 'customer' GROUP BY 1) x"_s),
        u"credit_card 6255,boleto 1580,voucher 964,debit_card 122,not_defined 3"_s);
    QCOMPARE(
        value(
            u"SELECT count(*) FROM integration.sales_order o WHERE NOT EXISTS (SELECT FROM integration.order_line l WHERE l.order_id = o.id)"_s),
        u"775"_s);
    QCOMPARE(value(u"SELECT count(*) FROM %1 a JOIN %2 b USING (order_id) WHERE b.completed_at < a.completed_at"_s.arg(
                 authorized, shipped)),
        u"77"_s);
    QCOMPARE(value(u"SELECT count(*) FROM %1 a JOIN %2 b USING (order_id) WHERE b.completed_at < a.completed_at"_s.arg(
                 shipped, delivered)),
        u"3"_s);
    QCOMPARE(value(u"SELECT count(*) FROM %1 d WHERE unknown_at IS NOT NULL AND completed_at IS NULL"_s.arg(delivered)),
        u"8"_s);
    QCOMPARE(
        value(
            u"SELECT string_agg(status || ' ' || n, ',' ORDER BY n DESC) FROM (SELECT status, count(*) AS n FROM %1 s LEFT JOIN %2 a USING (order_id) "
            "WHERE a.completed_at IS NULL GROUP BY 1) x"_s.arg(status, authorized)),
        u"canceled 141,created 5"_s);
    QCOMPARE(
        value(
            u"SELECT count(*) FROM %1 d JOIN integration.sales_order o ON o.id = d.order_id WHERE d.completed_at > o.promised_at"_s
                .arg(delivered)),
        u"415"_s);
    QCOMPARE(
        value(
            u"SELECT count(*) || ' of ' || count(i) FROM (SELECT (SELECT sum((l->>'unitPrice')::numeric + (l->'attributes'->>'freight')::numeric) "
            "FROM jsonb_array_elements(e.data->'lines') l) AS i, (SELECT sum((p->>'value')::numeric) FROM jsonb_array_elements(e.data->'details'->'payments') p) AS p "
            "FROM integration.business_event e WHERE type = 'com.signalbox.order.order_captured.v1') x WHERE abs(i - p) > 0.05"_s),
        u"22 of 22"_s);
    QCOMPARE(value(u"SELECT count(*) FROM integration.sales_order WHERE cancelled_at IS NOT NULL"_s), u"625"_s);
    QCOMPARE(
        value(
            u"SELECT count(*) FROM integration.milestone WHERE step = 'inventory_reservation' AND state = 'failed'"_s),
        u"609"_s);
    const auto hours = [this](const QString& from, const QString& to, const char* share) {
        return value(
            u"SELECT round((percentile_cont(%3) WITHIN GROUP (ORDER BY extract(epoch FROM b.completed_at - a.completed_at)) / 3600)::numeric, 2) "
            "FROM %1 a JOIN %2 b USING (order_id)"_s.arg(from, to, QString::fromLatin1(share)))
            .toDouble();
    };
    const QString placed = step("order_captured");
    QVERIFY(qAbs(hours(placed, authorized, "0.5") - 0.34) < 0.01);
    QVERIFY(qAbs(hours(placed, authorized, "0.9") - 35.9) < 0.1);
    QVERIFY(qAbs(hours(authorized, shipped, "0.5") - 43.9) < 0.1);
    QVERIFY(qAbs(hours(authorized, shipped, "0.9") - 145) < 0.6);
    QVERIFY(qAbs(hours(shipped, delivered, "0.5") - 172) < 0.6);
    const Ran again = ctl({u"import"_s, u"olist"_s, folder, u"--json"_s});
    VERIFY_CODE(again, 0);
    QCOMPARE(again.json().value(u"accepted"_s).toInt(-1), 0);
    const Ran rebuilt = ctl({u"rebuild"_s, u"--json"_s});
    VERIFY_CODE(rebuilt, 0);
    QCOMPARE(rebuilt.json().value(u"orders"_s).toInt(), 8135);
    QCOMPARE(rebuilt.json().value(u"differenceCount"_s).toInt(-1), 0);
}

SIGNALBOX_TEST(TestCtl)
#include "tst_ctl.moc"
