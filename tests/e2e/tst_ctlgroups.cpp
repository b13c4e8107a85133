// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/ctlrunner.h"
#include "tests/support/fakerelay.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

/// Groups on the command line: the real program against a real server.
class TestCtlGroups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { SIGNALBOX_REQUIRE(m_server); }

    void init()
    {
        m_settings = m_server.freshDatabase();
        m_database = std::make_unique<IntegrationDatabase>(m_settings);
        m_relay = std::make_unique<FakeRelay>(m_settings, u"A"_s);
        putErp(*m_database);
    }

    void listsAndShowsCauses()
    {
        VERIFY_CONTAINS(ctl({u"groups"_s}).err, u"no group"_s);
        fail({u"bad"_s, u"bad"_s, u"worse"_s});
        const Ran list = ctl({u"groups"_s});
        VERIFY_CODE(list, 0);
        VERIFY_CONTAINS(list.out, u"Orders to the ERP: it said bad"_s);
        const QJsonObject json = ctl({u"groups"_s, u"--json"_s}).json();
        QCOMPARE(json.value(u"groups"_s).toArray().size(), 2);
        QCOMPARE(json.value(u"groups"_s).toArray().at(0).toObject().value(u"count"_s).toInt(), 2);
        QCOMPARE(ctl({u"groups"_s, u"worse"_s, u"--json"_s}).json().value(u"groups"_s).toArray().size(), 1);
        const QJsonObject sorted = ctl({u"groups"_s, u"--sort"_s, u"count"_s, u"--ascending"_s, u"--json"_s}).json();
        QCOMPARE(sorted.value(u"sort"_s).toString(), u"count"_s);
        QCOMPARE(sorted.value(u"groups"_s).toArray().at(0).toObject().value(u"count"_s).toInt(), 1);
        QCOMPARE(ctl({u"groups"_s, u"--sort"_s, u"cause"_s}).code, 2);
        const Ran one = ctl({u"group"_s, u"1"_s});
        VERIFY_CODE(one, 0);
        VERIFY_CONTAINS(one.out, u"The same flow (Orders to the ERP), code (bad)"_s);
        VERIFY_CODE(ctl({u"group"_s, u"77"_s}), 1);
    }

    void actsOnAGroup_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("state");
        QTest::newRow("take") << QStringList{u"take"_s} << u"acknowledged postgres"_s;
        QTest::newRow("wait") << QStringList{u"wait"_s, u"--on"_s, u"the ERP team"_s} << u"waiting the ERP team"_s;
        QTest::newRow("archive") << QStringList{u"archive"_s, u"--most"_s, u"9"_s} << u"archived 9"_s;
        QTest::newRow("resolve") << QStringList{u"resolve"_s, u"--as"_s, u"not_needed"_s, u"--reason"_s, u"test"_s}
                                 << u"resolved test"_s;
    }

    void actsOnAGroup()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(QString, state);
        fail({u"bad"_s});
        const Ran ran = ctl(QStringList{u"group"_s, u"1"_s} + arguments);
        VERIFY_CODE(ran, 0);
        const QString user = m_database->value(u"SELECT session_user"_s);
        QCOMPARE(
            m_database->value(
                u"SELECT concat_ws(' ', state, owner, waiting_on, most, reason) FROM integration.exception_group"_s),
            state.replace(u"postgres"_s, user));
    }

    void saysUntilWhenItIsArchived_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QStringList>("said");
        const QStringList until{u"--until"_s, u"2045-01-02T08:00"_s};
        const QStringList most{u"--most"_s, u"50"_s};
        QTest::newRow("a time") << until << QStringList{u"1 open, Archived until "_s, u"2045"_s};
        QTest::newRow("a number") << most << QStringList{u"1 open, Archived until more than 50 are open,"_s};
        QTest::newRow("both") << until
                + most << QStringList{u"1 open, Archived until "_s, u"2045"_s, u", or until more than 50 are open,"_s};
    }

    void saysUntilWhenItIsArchived()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QStringList, said);
        fail({u"bad"_s});
        VERIFY_CODE(ctl(QStringList{u"group"_s, u"1"_s, u"archive"_s} + arguments), 0);
        const QString out = ctl({u"group"_s, u"1"_s}).out;
        for (const QString& part : said)
            VERIFY_CONTAINS(out, part);
    }

    void usesSavedViewsOfTriage()
    {
        fail({u"bad"_s, u"worse"_s, u"worse"_s});
        VERIFY_CODE(ctl({u"view"_s, u"save"_s, u"Worse"_s, u"--screen"_s, u"triage"_s, u"code:worse"_s}), 0);
        VERIFY_CODE(ctl({u"view"_s, u"save"_s, u"Mine"_s, u"--screen"_s, u"triage"_s, u"--queue"_s, u"mine"_s}), 0);
        const auto number = [this](const QString& command, const QStringList& more) {
            return ctl(QStringList{command, u"--json"_s, u"--view"_s} + more).json().value(command).toArray().size();
        };
        QCOMPARE(number(u"groups"_s, {u"Worse"_s}), 1);
        QCOMPARE(number(u"exceptions"_s, {u"Worse"_s}), 2);
        QCOMPARE(number(u"exceptions"_s, {u"Worse"_s, u"said"_s}), 2);
        QCOMPARE(number(u"exceptions"_s, {u"Worse"_s, u"code:bad"_s}), 0); // both filters count
        QCOMPARE(number(u"exceptions"_s, {u"Mine"_s}), 0); // its queue too,
        QCOMPARE(number(u"groups"_s, {u"Mine"_s, u"--queue"_s, u"open"_s}), 2); // unless one is named
        const Ran unknown = ctl({u"groups"_s, u"--view"_s, u"Wors"_s});
        VERIFY_CODE(unknown, 1);
        VERIFY_CONTAINS(unknown.err, u"Worse"_s);
    }

    void replaysAGroup()
    {
        fail({u"bad"_s, u"worse"_s, u"worse"_s});
        const Ran plan = ctl({u"replay"_s, u"--group"_s, u"2"_s, u"--dry-run"_s, u"--json"_s});
        VERIFY_CODE(plan, 0);
        QCOMPARE(plan.json().value(u"total"_s).toInt(), 2);
        VERIFY_CODE(ctl({u"replay"_s, u"1"_s, u"--group"_s, u"2"_s, u"--dry-run"_s}), 2); // one or the other
    }

    void mergesSplitsAndTakesApart()
    {
        fail({u"bad"_s, u"worse"_s});
        const Ran merged = ctl({u"merge"_s, u"2"_s, u"--into"_s, u"1"_s, u"--json"_s});
        VERIFY_CODE(merged, 0);
        fail({u"worse"_s});
        QCOMPARE(ctl({u"groups"_s, u"--json"_s})
                     .json()
                     .value(u"groups"_s)
                     .toArray()
                     .at(0)
                     .toObject()
                     .value(u"count"_s)
                     .toInt(),
            3);
        VERIFY_CODE(ctl({u"split"_s, u"1"_s, u"--by"_s, u"code"_s, u"--value"_s, u"worse"_s}), 0);
        QCOMPARE(ctl({u"groups"_s, u"--json"_s}).json().value(u"groups"_s).toArray().size(), 2);
        VERIFY_CODE(ctl({u"regroup"_s, QString::number(merged.json().value(u"change"_s).toInt() + 1)}), 0);
        VERIFY_CODE(ctl({u"regroup"_s, QString::number(merged.json().value(u"change"_s).toInt())}), 0);
        QCOMPARE(ctl({u"group"_s, u"2"_s, u"--json"_s}).json().value(u"count"_s).toInt(), 2);
        const Ran wrong = ctl({u"merge"_s, u"1"_s, u"--into"_s, u"1"_s});
        VERIFY_CODE(wrong, 1);
        VERIFY_CONTAINS(wrong.err, u"two groups"_s);
    }

    void takesTheFilterLanguage_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::newRow("exceptions") << QStringList{u"exceptions"_s};
        QTest::newRow("groups") << QStringList{u"groups"_s};
        QTest::newRow("replay") << QStringList{u"replay"_s, u"--dry-run"_s, u"--matching"_s};
        QTest::newRow("edit") << QStringList{u"edit"_s, u"--dry-run"_s, u"--patch"_s,
            u"[{\"op\": \"replace\", \"path\": \"/name\", \"value\": \"B\"}]"_s, u"--matching"_s};
        QTest::newRow("resolve") << QStringList{
            u"resolve"_s, u"--as"_s, u"not_needed"_s, u"--reason"_s, u"x"_s, u"--yes"_s, u"--matching"_s};
    }

    void takesTheFilterLanguage()
    {
        QFETCH(const QStringList, command);
        fail({u"bad"_s, u"worse"_s, u"worse"_s});
        const Ran wrong = ctl(command + QStringList{u"code:bad ownr:me"_s});
        VERIFY_CODE(wrong, 2);
        VERIFY_CONTAINS(wrong.err, u"  code:bad ownr:me\n           ^^^^"_s);
        VERIFY_CONTAINS(wrong.err, u"Did you mean owner?"_s);
        VERIFY_CODE(ctl(command + QStringList{u"code:none"_s, u"--json"_s}), command.size() > 1 ? 1 : 0);
        const Ran ran = ctl(command + QStringList{u"code:worse owner:none"_s, u"--json"_s});
        VERIFY_CODE(ran, 0);
        const QJsonObject json = ran.json();
        if (command.contains(u"groups"_s))
            QCOMPARE(json.value(u"groups"_s).toArray().at(0).toObject().value(u"count"_s).toInt(), 2);
        else if (command.contains(u"replay"_s))
            QCOMPARE(json.value(u"total"_s).toInt(), 2);
        else
            QCOMPARE(json.value(command.contains(u"edit"_s) ? u"edits"_s : u"exceptions"_s).toArray().size(), 2);
        QCOMPARE(m_database->value(u"SELECT count(*) FROM integration.exception WHERE state = 'resolved'"_s),
            command.contains(u"resolve"_s) ? u"2"_s : u"0"_s);
    }

    void asksBeforeItClosesWhatAFilterFinds()
    {
        fail({u"bad"_s});
        const QStringList resolve{u"resolve"_s, u"--as"_s, u"not_needed"_s, u"--reason"_s, u"x"_s};
        VERIFY_CODE(ctl(resolve + QStringList{u"--matching"_s, u"bad"_s}), 2); // nobody is there
        VERIFY_CODE(ctl(resolve + QStringList{u"1"_s, u"--matching"_s, u"bad"_s}), 2); // one or the other
        VERIFY_CODE(ctl(resolve), 2);
        QCOMPARE(m_database->value(u"SELECT state FROM integration.exception"_s), u"open"_s);
        VERIFY_CODE(ctl(resolve + QStringList{u"1"_s}), 0);
    }

    void saysWhatIsMissing()
    {
        fail({u"bad"_s});
        VERIFY_CODE(ctl({u"group"_s, u"1"_s, u"resolve"_s}), 2);
        VERIFY_CODE(ctl({u"group"_s, u"1"_s, u"archive"_s, u"--until"_s, u"soon"_s}), 2);
        VERIFY_CODE(ctl({u"group"_s, u"1"_s, u"wait"_s}), 1);
        VERIFY_CODE(ctl({u"group"_s, u"1"_s, u"dance"_s}), 2);
    }

private:
    Ran ctl(const QStringList& arguments)
    {
        return m_runner.run(QStringList{u"--db"_s, CtlRunner::uri(m_settings)} + arguments);
    }

    void fail(const QStringList& codes)
    {
        for (const QString& code : codes) {
            submit(*m_database, QString::number(++m_messages), u"1"_s);
            m_relay->finish({TryEnd::rejected(m_relay->claim().at(0), code)});
        }
    }

    TestServer m_server;
    CtlRunner m_runner;
    ConnectionSettings m_settings;
    std::unique_ptr<IntegrationDatabase> m_database;
    std::unique_ptr<FakeRelay> m_relay;
    int m_messages = 0;
};

SIGNALBOX_TEST(TestCtlGroups)
#include "tst_ctlgroups.moc"
