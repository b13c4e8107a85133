// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/embeddedserver.h"
#include "models/store/postmasterfile.h"
#include "models/store/serverbinaries.h"
#include "tests/support/testcluster.h"
#include "tests/support/testserver.h"
#include "tests/support/verifyoutcome.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>

#include <algorithm>
#include <array>
#include <barrier>
#include <csignal>
#include <cstdio>
#include <memory>
#include <thread>
#include <vector>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

EmbeddedServer::Options optionsFor(const QString& folder, const QString& templateData)
{
    EmbeddedServer::Options options;
    options.folder = folder;
    options.settings = TestCluster::carelessSettings();
    options.templateData = templateData;
    return options;
}

/// A program of its own that uses the server: says the server's process and lets go when its input ends.
int hold(const QString& folder, const QString& templateData)
{
    EmbeddedServer server(optionsFor(folder, templateData));
    const auto settings = server.start(u"signalbox"_s);
    std::printf(
        "%s\n", settings ? QByteArray::number(server.processId()).constData() : qPrintable(settings.error().text));
    std::fflush(stdout);
    while (std::getchar() != EOF) { }
    return settings ? 0 : 1;
}

mode_t modeOf(const QString& path)
{
    struct stat status
    { };
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 0777 : 0;
}

void write(const QString& path, const QByteArray& content)
{
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(file.errorString()));
    file.write(content);
}

QString filesIn(const QString& folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).join(u' ');
}

} // namespace

class TestEmbeddedServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QStringList folders = ServerBinaries::usualFolders();
        if (std::ranges::none_of(folders, [](const QString& folder) { return QFile::exists(folder + u"/initdb"_s); }))
            QSKIP("PostgreSQL is not installed");
        const auto data = TestCluster::data();
        VERIFY_OUTCOME(data);
        m_templateData = data.value();
        m_root = std::make_unique<QTemporaryDir>(u"/tmp/signalbox-embedded-XXXXXX"_s);
        ::chmod(QFile::encodeName(m_root->path()).constData(), 0711); // as root the server is another user
    }

    void init() { m_folder = m_root->filePath(u"signalbox/postgres"_s); }

    void cleanup()
    {
        for (const auto& program : m_programs) {
            program->closeWriteChannel();
            program->waitForFinished();
        }
        m_programs.clear();
        // whatever happened: nothing is left behind
        const auto left = PostmasterFile::read(m_folder + u"/data"_s);
        QTRY_VERIFY2(!left || !left->isAlive(), "a server is left behind");
    }

    void makesADatabaseFromNothing()
    {
        useANewFolder();
        EmbeddedServer server(optionsFor(m_folder, {})); // with initdb, as on a new machine
        const auto settings = server.start(u"signalbox"_s);
        VERIFY_OUTCOME(settings);
        const auto show = [&](const QString& sql) { return TestServer::value(settings.value(), sql); };
        QCOMPARE(show(u"SELECT current_database()"_s), u"signalbox"_s);
        QCOMPARE(show(u"SHOW server_encoding"_s), u"UTF8"_s);
        QCOMPARE(show(u"SHOW data_checksums"_s), u"on"_s);
        QCOMPARE(show(u"SELECT datcollate FROM pg_database WHERE datname = current_database()"_s), u"C.UTF-8"_s);
        QCOMPARE(show(u"SELECT rolsuper::text FROM pg_roles WHERE rolname = current_user"_s), u"true"_s);
        QVERIFY(!filesIn(m_folder).contains(u"data.new"_s));
    }

    void isClosedToEverybodyElse()
    {
        EmbeddedServer server(optionsFor(m_folder, m_templateData));
        const auto settings = server.start(u"signalbox"_s);
        VERIFY_OUTCOME(settings);
        QCOMPARE(TestServer::value(settings.value(), u"SHOW listen_addresses"_s), QString());
        QVERIFY(settings.value().host().isEmpty());
        QCOMPARE(modeOf(settings.value().socketFolder()), mode_t(0700));
        QCOMPARE(modeOf(server.dataFolder()) & 077, mode_t(0));
        QCOMPARE(
            TestServer::value(settings.value(),
                u"SELECT count(*) FROM pg_hba_file_rules WHERE type <> 'local' AND address NOT IN ('127.0.0.1', '::1')"_s),
            u"0"_s);
        struct stat status
        { };
        QCOMPARE(::stat(QFile::encodeName(u"/proc/%1"_s.arg(server.processId())).constData(), &status), 0);
        QVERIFY2(status.st_uid != 0, "the server runs as root");
    }

    void startsAndStopsWithItsUser()
    {
        EmbeddedServer server(optionsFor(m_folder, m_templateData));
        QCOMPARE(server.processId(), 0);
        const auto settings = server.start(u"signalbox"_s);
        VERIFY_OUTCOME(settings);
        const qint64 process = server.processId();
        QVERIFY(process > 0);
        server.release();
        QVERIFY(!PostmasterFile::isRunning(process));
        QCOMPARE(server.processId(), 0);

        const auto again = server.start(u"signalbox"_s);
        VERIFY_OUTCOME(again);
        QVERIFY(server.processId() > 0);
        QVERIFY(server.processId() != process);
    }

    void makesEachDatabaseOnce()
    {
        EmbeddedServer server(optionsFor(m_folder, m_templateData));
        const auto first = server.start(u"signalbox"_s);
        VERIFY_OUTCOME(first);
        const auto demo = server.start(u"signalbox_demo"_s);
        VERIFY_OUTCOME(demo);
        TestServer::run(demo.value(), u"CREATE TABLE kept (a int)"_s);
        const auto again = server.start(u"signalbox_demo"_s);
        VERIFY_OUTCOME(again);
        QCOMPARE(TestServer::value(again.value(), u"SELECT to_regclass('kept')"_s), u"kept"_s);
        QCOMPARE(TestServer::value(first.value(), u"SELECT to_regclass('kept')"_s), QString());
    }

    void theLastOneStopsIt()
    {
        EmbeddedServer first(optionsFor(m_folder, m_templateData));
        EmbeddedServer second(optionsFor(m_folder, m_templateData));
        const auto a = first.start(u"signalbox"_s);
        VERIFY_OUTCOME(a);
        const auto b = second.start(u"signalbox"_s);
        VERIFY_OUTCOME(b);
        QCOMPARE(first.processId(), second.processId());
        const qint64 process = first.processId();
        for (int i = 0; i < 20; ++i) { // whoever shares it keeps it, however often others come and go
            first.release();
            QVERIFY(PostmasterFile::isRunning(process));
            const auto joined = first.start(u"signalbox"_s);
            VERIFY_OUTCOME(joined);
        }
        first.release();
        QVERIFY(PostmasterFile::isRunning(process));
        QCOMPARE(TestServer::value(b.value(), u"SELECT 1"_s), u"1"_s);
        second.release();
        QVERIFY(!PostmasterFile::isRunning(process));
    }

    void anotherProgramKeepsItRunning()
    {
        const qint64 process = processOf(program());
        QVERIFY(process > 0);
        EmbeddedServer server(optionsFor(m_folder, m_templateData));
        const auto settings = server.start(u"signalbox"_s);
        VERIFY_OUTCOME(settings);
        QCOMPARE(server.processId(), process);
        server.release();
        QVERIFY(PostmasterFile::isRunning(process));
        m_programs.front()->closeWriteChannel();
        QVERIFY(m_programs.front()->waitForFinished());
        QVERIFY(!PostmasterFile::isRunning(process));
    }

    void severalStartingAtOnceShareOne()
    {
        useANewFolder();
        for (int i = 0; i < 4; ++i)
            program();
        QSet<qint64> processes;
        for (const auto& each : m_programs)
            processes += processOf(*each);
        QCOMPARE(processes.size(), 1);
        QVERIFY(*processes.cbegin() > 0);
    }

    void severalMakingTheFolderAtOnceDoNotDisturbEachOther()
    {
        for (int round = 0; round < 50; ++round) {
            useANewFolder();
            auto options = optionsFor(m_folder, m_templateData);
            options.binaryFolders = {m_root->path()}; // none there: each comes as far as looking for the programs
            std::array<QString, 8> said;
            std::barrier together(static_cast<std::ptrdiff_t>(said.size()));
            std::vector<std::jthread> starting;
            for (QString& text : said)
                starting.emplace_back([&options, &together, &text] {
                    EmbeddedServer server(options);
                    together.arrive_and_wait();
                    const auto refused = server.start(u"signalbox"_s);
                    text = refused ? u"it runs"_s : refused.error().text;
                });
            starting.clear();
            for (const QString& text : said)
                QVERIFY2(text.contains(u"not found"_s), qPrintable(text));
        }
    }

    void startingAndStoppingAtTheSameTimeNeverMeets()
    {
        for (int round = 0; round < 5; ++round) {
            EmbeddedServer leaving(optionsFor(m_folder, m_templateData));
            const auto before = leaving.start(u"signalbox"_s);
            VERIFY_OUTCOME(before);
            QProcess& coming = program();
            leaving.release();
            const qint64 process = processOf(coming);
            QVERIFY(process > 0);
            QVERIFY(PostmasterFile::isRunning(process));
            coming.closeWriteChannel();
            QVERIFY(coming.waitForFinished());
            QVERIFY(!PostmasterFile::isRunning(process));
        }
    }

    void aProgramThatCrashesLeavesNothingBehind()
    {
        QProcess& doomed = program();
        const qint64 process = processOf(doomed);
        QVERIFY(process > 0);
        doomed.kill();
        QVERIFY(doomed.waitForFinished());
        QTRY_VERIFY_WITH_TIMEOUT(!PostmasterFile::isRunning(process), 20'000);
    }

    void theServerOfACrashedProgramIsAdopted()
    {
        QProcess& doomed = program();
        const qint64 process = processOf(doomed);
        EmbeddedServer server(optionsFor(m_folder, m_templateData));
        const auto settings = server.start(u"signalbox"_s);
        VERIFY_OUTCOME(settings);
        doomed.kill();
        QVERIFY(doomed.waitForFinished());
        QCOMPARE(server.processId(), process);
        QCOMPARE(TestServer::value(settings.value(), u"SELECT 1"_s), u"1"_s);
        server.release();
        QVERIFY(!PostmasterFile::isRunning(process));
    }

    void survivesACrashOfTheServer()
    {
        auto options = optionsFor(m_folder, m_templateData);
        options.settings += u"synchronous_commit=on"_s; // what is confirmed is kept
        EmbeddedServer server(options);
        const auto settings = server.start(u"signalbox"_s);
        VERIFY_OUTCOME(settings);
        TestServer::run(settings.value(), u"CREATE TABLE surviving AS SELECT generate_series(1, 1000) AS a"_s);
        const qint64 process = server.processId();
        QCOMPARE(::kill(static_cast<pid_t>(process), SIGKILL), 0);
        QTRY_COMPARE(server.processId(), 0);
        const auto again = server.start(u"signalbox"_s);
        VERIFY_OUTCOME(again);
        QVERIFY(server.processId() != process);
        QCOMPARE(TestServer::value(again.value(), u"SELECT count(*) FROM surviving"_s), u"1000"_s);
    }

    void isNotFooledByAnotherProcessWithTheOldNumber()
    {
        {
            EmbeddedServer server(optionsFor(m_folder, m_templateData));
            const auto settings = server.start(u"signalbox"_s);
            VERIFY_OUTCOME(settings);
        }
        EmbeddedServer server(optionsFor(m_folder, m_templateData));
        const QByteArray ours = QByteArray::number(QCoreApplication::applicationPid());
        write(server.dataFolder() + u"/postmaster.pid"_s,
            ours + '\n' + server.dataFolder().toUtf8()
                + "\n1700000000\n5432\n/nowhere\n\n  5432001         0\nready   \n");
        QCOMPARE(server.processId(), 0);
        const auto settings = server.start(u"signalbox"_s);
        VERIFY_OUTCOME(settings);
        QCOMPARE(TestServer::value(settings.value(), u"SELECT 1"_s), u"1"_s);
    }

    void finishesWhatAnInterruptedFirstStartLeft()
    {
        useANewFolder();
        QVERIFY(QDir().mkpath(m_folder + u"/data.new/base"_s));
        write(m_folder + u"/data.new/PG_VERSION"_s, "15\n");
        EmbeddedServer server(optionsFor(m_folder, m_templateData));
        const auto settings = server.start(u"signalbox"_s);
        VERIFY_OUTCOME(settings);
    }

    void putsTheSocketElsewhereWhenThePathIsLong()
    {
        m_folder = m_root->filePath(u"a/"_s + QString(60, u'b') + u'/' + QString(60, u'c'));
        EmbeddedServer server(optionsFor(m_folder, m_templateData));
        const auto settings = server.start(u"signalbox"_s);
        VERIFY_OUTCOME(settings);
        const QString socket = settings.value().socketFolder();
        QVERIFY2(socket.size() < 90, qPrintable(socket));
        QCOMPARE(modeOf(socket), mode_t(0700));
        server.release();
        QDir(socket).removeRecursively();
    }

    void refusesDataOfAnotherVersion()
    {
        useANewFolder();
        EmbeddedServer server(optionsFor(m_folder, m_templateData));
        QVERIFY(QDir().mkpath(server.dataFolder()));
        write(server.dataFolder() + u"/PG_VERSION"_s, "14\n");
        const auto refused = server.start(u"signalbox"_s);
        QVERIFY(!refused);
        QVERIFY2(refused.error().text.contains(u"PostgreSQL 14"_s), qPrintable(refused.error().text));
        QVERIFY(refused.error().text.contains(server.dataFolder()));
        const QString installed = QString::number(ServerBinaries::find(ServerBinaries::usualFolders(), 0, {}).major);
        QVERIFY2(refused.error().text.contains(installed), qPrintable(refused.error().text));
        QVERIFY(refused.error().hint.contains(u"postgresql-14"_s));
    }

    void saysThatTheServerProgramsAreMissing()
    {
        useANewFolder();
        auto options = optionsFor(m_folder, m_templateData);
        options.binaryFolders = {m_root->path()};
        EmbeddedServer server(options);
        const auto refused = server.start(u"signalbox"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Failure::Connection);
        QVERIFY2(refused.error().text.contains(u"not found"_s), qPrintable(refused.error().text));
        QVERIFY(refused.error().hint.contains(u"--db"_s));
    }

    void saysThatTheServerProgramsAreTooOld()
    {
        const QString folder = m_root->filePath(u"bin"_s);
        QVERIFY(QDir().mkpath(folder));
        for (const QString& name : {u"postgres"_s, u"initdb"_s}) {
            write(folder + u'/' + name, "#!/bin/sh\necho 'postgres (PostgreSQL) 13.4'\n");
            ::chmod(QFile::encodeName(folder + u'/' + name).constData(), 0755);
        }
        useANewFolder();
        auto options = optionsFor(m_folder, m_templateData);
        options.binaryFolders = {folder};
        EmbeddedServer server(options);
        const auto refused = server.start(u"signalbox"_s);
        QVERIFY(!refused);
        QVERIFY2(refused.error().text.contains(u"13"_s) && refused.error().text.contains(u"15"_s),
            qPrintable(refused.error().text));
    }

    void saysWhyItDidNotStart()
    {
        {
            EmbeddedServer server(optionsFor(m_folder, m_templateData));
            const auto settings = server.start(u"signalbox"_s);
            VERIFY_OUTCOME(settings);
        }
        EmbeddedServer server(optionsFor(m_folder, m_templateData));
        const QString place = server.dataFolder() + u"/postgresql.conf"_s;
        QFile file(place);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray before = file.readAll();
        write(place, "no_such_setting = 1\n");
        const auto refused = server.start(u"signalbox"_s);
        write(place, before);
        QVERIFY(!refused);
        QVERIFY2(refused.error().text.contains(u"postgresql.conf"_s), qPrintable(refused.error().text));
        QVERIFY(refused.error().hint.contains(server.logFile()));
    }

    void refusesAFolderThatItMustNotUse()
    {
        const bool root = ::geteuid() == 0;
        QString foreign = u"/etc"_s;
        if (root) {
            foreign = m_root->filePath(u"foreign"_s);
            QVERIFY(QDir().mkpath(foreign));
            QCOMPARE(::chown(QFile::encodeName(foreign).constData(), 54321, 54321), 0);
        }
        EmbeddedServer others(optionsFor(foreign, m_templateData));
        const auto refused = others.start(u"signalbox"_s);
        QVERIFY(!refused);
        QVERIFY2(refused.error().text.contains(foreign), qPrintable(refused.error().text));

        if (root) { // the server's user cannot get there
            const QString closed = m_root->filePath(u"closed"_s);
            QCOMPARE(::mkdir(QFile::encodeName(closed).constData(), 0700), 0);
            EmbeddedServer behind(optionsFor(closed + u"/data"_s, m_templateData));
            const auto barred = behind.start(u"signalbox"_s);
            QVERIFY(!barred);
            QVERIFY2(barred.error().text.contains(closed), qPrintable(barred.error().text));
            QVERIFY(barred.error().hint.contains(u"SIGNALBOX_DATA"_s));
        }
    }

    void theFolderCanBeNamed()
    {
        qputenv("SIGNALBOX_DATA", "/somewhere/else");
        QCOMPARE(EmbeddedServer::defaultFolder(), u"/somewhere/else/postgres"_s);
        qunsetenv("SIGNALBOX_DATA");
        QVERIFY(EmbeddedServer::defaultFolder().endsWith(u"/signalbox/postgres"_s));
    }

private:
    /// For what must begin from nothing or leaves something broken; the others share one to save time.
    void useANewFolder() { m_folder = m_root->filePath(u"%1/postgres"_s.arg(++m_folders)); }

    QProcess& program()
    {
        auto process = std::make_unique<QProcess>();
        process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process->start(QCoreApplication::applicationFilePath(), {u"--hold"_s, m_folder, m_templateData});
        m_programs.push_back(std::move(process));
        return *m_programs.back();
    }

    /// The server's process as the program says it; 0 and a message when it has none.
    static qint64 processOf(QProcess& program)
    {
        while (!program.canReadLine() && program.waitForReadyRead(60'000)) { }
        const QByteArray line = program.readLine().trimmed();
        const qint64 process = line.toLongLong();
        if (process <= 0)
            qWarning("the program says: %s", line.constData());
        return process;
    }

    QString m_templateData;
    std::unique_ptr<QTemporaryDir> m_root;
    QString m_folder;
    int m_folders = 0;
    std::vector<std::unique_ptr<QProcess>> m_programs;
};

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--hold"_s)
        return hold(arguments.value(2), arguments.value(3));
    TestEmbeddedServer test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_embeddedserver.moc"
