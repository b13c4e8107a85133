// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/ctlrunner.h"
#include "tests/support/fakerelay.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"

#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

/// Handovers and incident bundles on the command line: the real program against real servers.
class TestCtlHandover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        SIGNALBOX_REQUIRE(m_server);
        m_settings = m_server.freshDatabase();
        m_database = std::make_unique<IntegrationDatabase>(m_settings);
        FakeRelay relay(m_settings, u"A"_s);
        putErp(*m_database);
        for (const QString& code : {u"bad"_s, u"bad"_s, u"worse"_s}) {
            submit(*m_database, QString::number(++m_messages), u"1"_s);
            relay.finish({TryEnd::rejected(relay.claim().at(0), code)});
        }
    }

    void writesEachFormat_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("html") << QStringList{} << QByteArray("<!DOCTYPE html>");
        QTest::newRow("csv") << QStringList{u"--format"_s, u"csv"_s} << QByteArray("\xEF\xBB\xBF\"List\",");
        QTest::newRow("json") << QStringList{u"--json"_s} << QByteArray("{");
        QTest::newRow("pdf") << QStringList{u"--format"_s, u"pdf"_s} << QByteArray("%PDF-");
    }
    void writesEachFormat()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QByteArray, start);
        const QString path = m_runner.filePath(u"report-%1"_s.arg(QString::fromLatin1(QTest::currentDataTag())));
        // no display, no fonts' service, no session: as a scheduled job has it
        const Ran ran = ctl(QStringList{u"handover"_s, u"--output"_s, path} + arguments,
            {u"QT_QPA_PLATFORM="_s, u"DISPLAY="_s, u"XDG_RUNTIME_DIR="_s});
        VERIFY_CODE(ran, 0);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        QVERIFY2(content.startsWith(start), content.left(60).constData());
        QVERIFY2(ran.err.count(u'\n') == 1, qPrintable(ran.err)); // where it is, and nothing else
    }

    void theEndingOfTheFileTellsTheFormat()
    {
        const QString path = m_runner.filePath(u"shift.PDF"_s);
        VERIFY_CODE(ctl({u"handover"_s, u"--output"_s, path}), 0);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly) && file.readAll().startsWith("%PDF-"));
    }

    void tellsWhatThereIs()
    {
        const QJsonObject json = ctl({u"handover"_s, u"--json"_s}).json();
        const QJsonObject open = json.value(u"open"_s).toObject();
        QCOMPARE(open.value(u"total"_s).toInt(), 2);
        QCOMPARE(open.value(u"rows"_s).toArray().at(0).toObject().value(u"count"_s).toInt(), 2);
        QCOMPARE(ctl({u"handover"_s, u"--json"_s, u"--rows"_s, u"1"_s})
                     .json()
                     .value(u"open"_s)
                     .toObject()
                     .value(u"rows"_s)
                     .toArray()
                     .size(),
            1);
        VERIFY_CONTAINS(ctl({u"handover"_s}).out, u"Orders to the ERP: it said worse"_s);
    }

    void countsFromTheLastHandover()
    {
        const QStringList own{u"XDG_CONFIG_HOME="_s + m_runner.filePath(u"config"_s)};
        const QStringList last{u"handover"_s, u"--since"_s, u"last"_s, u"--json"_s};
        const QJsonObject first = ctl(last, own).json();
        const QJsonObject second = ctl(last, own).json();
        QCOMPARE(second.value(u"since"_s), first.value(u"asOf"_s));
        QCOMPARE(first.value(u"opened"_s).toObject().value(u"total"_s).toInt(), 2);
        QCOMPARE(second.value(u"opened"_s).toObject().value(u"total"_s).toInt(), 0);
    }

    void saysWhatIsWrong()
    {
        VERIFY_CODE(ctl({u"handover"_s, u"--format"_s, u"pdf"_s}), 2);
        VERIFY_CODE(ctl({u"handover"_s, u"--format"_s, u"odt"_s}), 2);
        VERIFY_CODE(ctl({u"handover"_s, u"--since"_s, u"yesterday"_s}), 2);
        VERIFY_CODE(ctl({u"handover"_s, u"--since"_s, u"2099-01-01T00:00"_s}), 1);
        VERIFY_CODE(ctl({u"handover"_s, u"--output"_s, u"/nowhere/report.html"_s}), 1);
        VERIFY_CODE(ctl({u"bundle"_s, u"--output"_s, m_runner.filePath(u"x.signalbox"_s)}), 2);
        VERIFY_CODE(ctl({u"bundle"_s, u"1"_s}), 2);
        VERIFY_CODE(ctl({u"bundle"_s, u"77"_s, u"--output"_s, m_runner.filePath(u"x.signalbox"_s)}), 1);
    }

    void aBundleIsReadElsewhere()
    {
        // for root the server runs as another user, who has to get there
        QVERIFY(QFile::setPermissions(m_runner.path(), QFile::permissions(m_runner.path()) | QFile::ExeOther));
        const QString file = m_runner.filePath(u"incident.signalbox"_s);
        const Ran made = ctl({u"bundle"_s, u"--matching"_s, u"bad"_s, u"--output"_s, file, u"--json"_s});
        VERIFY_CODE(made, 0);
        QCOMPARE(made.json().value(u"rows"_s).toObject().value(u"exception"_s).toInt(), 2);
        const QString byGroup = m_runner.filePath(u"group.signalbox"_s);
        VERIFY_CODE(ctl({u"bundle"_s, u"--group"_s, u"2"_s, u"--output"_s, byGroup}), 0);
        const auto there = [this, &file](const QStringList& arguments) {
            return m_runner.run(QStringList{u"--bundle"_s, file} + arguments);
        };
        const Ran list = there({u"exceptions"_s, u"--json"_s});
        VERIFY_CODE(list, 0);
        QCOMPARE(list.json().value(u"exceptions"_s).toArray().size(), 2);
        VERIFY_CODE(there({u"groups"_s}), 0);
        VERIFY_CODE(there({u"exception"_s, u"1"_s}), 0);
        VERIFY_CODE(there({u"handover"_s}), 0);
        const Ran refused = there({u"note"_s, u"1"_s, u"--text"_s, u"x"_s});
        VERIFY_CODE(refused, 1);
        VERIFY_CONTAINS(refused.err, u"incident bundle"_s);
        const Ran unverified = there({u"audit"_s, u"verify"_s}); // it has only some entries: none of them was changed
        VERIFY_CODE(unverified, 1);
        VERIFY_CONTAINS(unverified.err, u"cannot be verified"_s);
        const Ran both = m_runner.run({u"--bundle"_s, file, u"--db"_s, u"x"_s, u"groups"_s});
        VERIFY_CODE(both, 2);
        const QString text = m_runner.write(u"text.signalbox"_s, "just text");
        const Ran wrong = m_runner.run({u"--bundle"_s, text, u"groups"_s});
        VERIFY_CODE(wrong, 1);
        VERIFY_CONTAINS(wrong.err, u"no incident bundle"_s);
    }

private:
    Ran ctl(const QStringList& arguments, const QStringList& environment = {})
    {
        return m_runner.run(QStringList{u"--db"_s, CtlRunner::uri(m_settings)} + arguments, {}, environment);
    }

    TestServer m_server;
    CtlRunner m_runner;
    ConnectionSettings m_settings;
    std::unique_ptr<IntegrationDatabase> m_database;
    int m_messages = 0;
};

SIGNALBOX_TEST(TestCtlHandover)
#include "tst_ctlhandover.moc"
