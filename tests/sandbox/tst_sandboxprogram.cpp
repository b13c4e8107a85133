// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/estateclient.h"
#include "tests/sandbox/runningsandbox.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

/// The program while it serves.
class Served
{
public:
    explicit Served(const QStringList& options)
    {
        m_process.start(QStringLiteral(SIGNALBOX_SANDBOX), QStringList{u"--port"_s, u"0"_s} + options);
        while (!m_process.canReadLine() && m_process.waitForReadyRead(60'000)) { }
        ready = QJsonDocument::fromJson(m_process.readLine()).object();
        url = ready.value(u"url"_s).toString();
    }

    ~Served()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Served(const Served&) = delete;
    Served& operator=(const Served&) = delete;

    void signal(int number) { ::kill(static_cast<pid_t>(m_process.processId()), number); }
    bool ended() { return m_process.waitForFinished(60'000); }
    int exitCode() const { return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1; }

    QJsonObject ready;
    QString url;

private:
    QProcess m_process;
};

struct Finished
{
    int code = -1;
    QString out;
    QString err;
};

Finished run(const QStringList& arguments)
{
    QProcess process;
    process.start(QStringLiteral(SIGNALBOX_SANDBOX), arguments);
    process.waitForFinished(60'000);
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
        QString::fromUtf8(process.readAllStandardError())};
}

} // namespace

/// The program itself.
class SandboxProgramTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void servesUntilItIsTold_data();
    void servesUntilItIsTold();
    void writesItsPort();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void showsHelpAndVersion();
    void refusesAPortThatIsTaken();
    void aRestartedSandboxKnowsItsLedger_data();
    void aRestartedSandboxKnowsItsLedger();
    void oneJournalHasOneSandbox();
    void refusesAJournalThatIsNotWhole();
    void auditsAServerAndAFile();
};

void SandboxProgramTest::servesUntilItIsTold_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void SandboxProgramTest::servesUntilItIsTold()
{
    QFETCH(const int, signal);
    Served served({u"--seed"_s, u"5"_s, u"--scenario"_s, u"lost_webhooks"_s});
    QCOMPARE(served.ready.value(u"ready"_s), QJsonValue(true));
    EstateClient client(served.url);
    QCOMPARE(client.get(u"/healthz"_s).status, 200);
    QCOMPARE(client.get(u"/control"_s).json().value(u"seed"_s).toInt(), 5);
    served.signal(signal);
    QVERIFY(served.ended());
    QCOMPARE(served.exitCode(), 0);
}

void SandboxProgramTest::writesItsPort()
{
    const QTemporaryDir folder;
    const QString name = folder.filePath(u"port"_s);
    const Served served({u"--port-file"_s, name});
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().trimmed().toInt(), served.ready.value(u"port"_s).toInt());
}

void SandboxProgramTest::saysWhatIsWrong_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("text");

    QTest::newRow("option") << QStringList{u"--prot"_s, u"1"_s} << u"--prot"_s;
    QTest::newRow("command") << QStringList{u"server"_s} << u"server"_s;
    QTest::newRow("port") << QStringList{u"--port"_s, u"99999"_s} << u"99999"_s;
    QTest::newRow("speed") << QStringList{u"--speed"_s, u"0"_s} << u"--speed"_s;
    QTest::newRow("scenario") << QStringList{u"--scenario"_s, u"rain"_s} << u"rain"_s;
    QTest::newRow("no such option of audit") << QStringList{u"audit"_s, u"--dbb"_s, u"x"_s} << u"--dbb"_s;
    QTest::newRow("no such ledger") << QStringList{u"audit"_s, u"--ledger"_s, u"/nowhere"_s} << u"/nowhere"_s;
    QTest::newRow("no such server") << QStringList{u"audit"_s, u"--ledger"_s, u"http://127.0.0.1:1"_s}
                                    << u"http://127.0.0.1:1"_s;
}

void SandboxProgramTest::saysWhatIsWrong()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, text);
    const Finished finished = run(arguments);
    QCOMPARE(finished.code, 2);
    QVERIFY2(finished.err.contains(text), qPrintable(finished.err));
    QVERIFY(finished.out.isEmpty());
}

void SandboxProgramTest::showsHelpAndVersion()
{
    QVERIFY(run({u"--help"_s}).out.contains(u"audit"_s));
    QVERIFY(run({u"serve"_s, u"--help"_s}).out.contains(u"--journal"_s));
    const Finished version = run({u"--version"_s});
    QCOMPARE(version.code, 0);
    QVERIFY(version.out.startsWith(u"signalbox-sandbox "_s));
}

void SandboxProgramTest::refusesAPortThatIsTaken()
{
    const Served served({});
    const Finished second = run({u"--port"_s, QString::number(served.ready.value(u"port"_s).toInt())});
    QCOMPARE(second.code, 1);
    QVERIFY2(second.err.contains(u"cannot be used"_s), qPrintable(second.err));
}

void SandboxProgramTest::aRestartedSandboxKnowsItsLedger_data()
{
    QTest::addColumn<int>("signal");
    QTest::addColumn<QByteArray>("rest");
    QTest::newRow("ended") << SIGTERM << QByteArray();
    QTest::newRow("killed") << SIGKILL << QByteArray();
    QTest::newRow("killed while it wrote") << SIGKILL << QByteArray(R"({"effect":{"seq":3,"at":)");
}

void SandboxProgramTest::aRestartedSandboxKnowsItsLedger()
{
    QFETCH(const int, signal);
    QFETCH(const QByteArray, rest);
    const QTemporaryDir folder;
    const QString journal = folder.filePath(u"journal"_s);
    QJsonValue reference;
    {
        Served served({u"--journal"_s, journal});
        EstateClient client(served.url);
        reference = client.post(u"/psp/captures"_s, callBody("A1", "5.00"), "k1").json().value(u"reference"_s);
        QCOMPARE(client.post(u"/erp/invoices"_s, callBody("A1", "5.00"), "k1").status, 201);
        served.signal(signal);
        QVERIFY(served.ended());
    }
    QFile file(journal);
    QVERIFY(file.open(QIODevice::Append) && file.write(rest) == rest.size());
    file.close();
    for (int start = 1; start <= 2; ++start) { // the second start reads what the first one wrote behind the rest
        Served served({u"--journal"_s, journal});
        QCOMPARE(served.ready.value(u"effects"_s).toInt(), 1 + start);
        EstateClient client(served.url);
        const HttpAnswer again = client.post(u"/psp/captures"_s, callBody("A1", "5.00"), "k1");
        QCOMPARE(again.headers.value("idempotency-replayed"), QByteArray("true"));
        QCOMPARE(again.json().value(u"reference"_s), reference);
        const HttpAnswer invoice = client.post(u"/erp/invoices"_s, callBody("A1", "5.00"), "k1");
        QCOMPARE(invoice.json().value(u"reference"_s).toString(), u"900000000%1"_s.arg(1 + start));
        const QJsonArray lines = client.get(u"/requests"_s).json().value(u"requests"_s).toArray();
        QCOMPARE(lines.last().toObject().value(u"try"_s).toInt(), 1 + start);
        served.signal(SIGTERM);
        QVERIFY(served.ended());
    }
}

void SandboxProgramTest::oneJournalHasOneSandbox()
{
    const QTemporaryDir folder;
    const QString journal = folder.filePath(u"journal"_s);
    const Served served({u"--journal"_s, journal});
    const Finished second = run({u"--port"_s, u"0"_s, u"--journal"_s, journal});
    QCOMPARE(second.code, 1);
    QVERIFY2(second.err.contains(u"another sandbox uses it"_s), qPrintable(second.err));
}

void SandboxProgramTest::refusesAJournalThatIsNotWhole()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"journal"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("not JSON\n");
    file.close();
    const Finished finished = run({u"--port"_s, u"0"_s, u"--journal"_s, file.fileName()});
    QCOMPARE(finished.code, 1);
    QVERIFY2(finished.err.contains(u"line 1"_s), qPrintable(finished.err));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("not JSON\n")); // it is somebody's file
}

void SandboxProgramTest::auditsAServerAndAFile()
{
    const QTemporaryDir folder;
    const QString journal = folder.filePath(u"journal"_s);
    const Served served({u"--journal"_s, journal});
    EstateClient client(served.url);
    client.post(u"/erp/sales-orders"_s, callBody("A1", "5.00"), "k1");
    for (const QString& ledger : {served.url, journal}) {
        const Finished clean = run({u"audit"_s, u"--ledger"_s, ledger});
        QCOMPARE(clean.code, 0);
        QVERIFY2(clean.out.contains(u"Nothing was done twice."_s), qPrintable(clean.out + clean.err));
    }
    client.post(u"/erp/sales-orders"_s, callBody("A1", "5.00"), "k2");
    for (const QString& ledger : {served.url, journal}) {
        const Finished found = run({u"audit"_s, u"--json"_s, u"--ledger"_s, ledger});
        QCOMPARE(found.code, 1);
        const QJsonObject json = QJsonDocument::fromJson(found.out.toUtf8()).object();
        QCOMPARE(json.value(u"effects"_s).toInt(), 2);
        QCOMPARE(json.value(u"duplicates"_s).toArray().at(0).toObject().value(u"orderKey"_s).toString(), u"A1"_s);
    }
}

SIGNALBOX_TEST(SandboxProgramTest)
#include "tst_sandboxprogram.moc"
