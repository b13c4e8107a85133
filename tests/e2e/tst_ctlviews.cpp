// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/ctlrunner.h"
#include "tests/support/integrationdatabase.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

/// Saved views on the command line: the real program against a real server.
class TestCtlViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { SIGNALBOX_REQUIRE(m_server); }
    void init() { m_settings = m_server.freshDatabase(); }

    void savesUsesAndRemovesAView()
    {
        IntegrationDatabase database(m_settings);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        for (const QString& channel : {u"web"_s, u"pos"_s, u"web"_s})
            database.ingest(QList<TestEvent>{{QString::number(++m_orders), u"order_captured"_s, now.addSecs(-60), {},
                orderData(channel, u"10.00"_s, u"EUR"_s)}});
        VERIFY_CONTAINS(ctl({u"views"_s}).err, u"no saved view"_s);
        VERIFY_CODE(ctl({u"view"_s, u"save"_s, u"Web only"_s, u"--shared"_s, u"channel:web"_s}), 0);
        const Ran listed = ctl({u"views"_s});
        VERIFY_CONTAINS(listed.out, u"Web only"_s);
        VERIFY_CONTAINS(listed.out, u"channel:web"_s);
        const auto number = [this](const QStringList& more) {
            return ctl(QStringList{u"orders"_s, u"--view"_s, u"Web only"_s, u"--json"_s} + more)
                .json()
                .value(u"orders"_s)
                .toArray()
                .size();
        };
        QCOMPARE(number({}), 2);
        QCOMPARE(number({u"order:1"_s}), 1); // both filters count
        QCOMPARE(number({u"order:1 OR order:2"_s}), 1); // the second order is of another channel
        VERIFY_CODE(ctl({u"view"_s, u"default"_s, u"support"_s, u"Web only"_s}), 0);
        const QJsonObject view = ctl({u"views"_s, u"--json"_s}).json().value(u"views"_s).toArray().at(0).toObject();
        QCOMPARE(view.value(u"defaultFor"_s).toArray().at(0).toString(), u"support"_s);
        VERIFY_CODE(ctl({u"view"_s, u"default"_s, u"support"_s}), 0);
        VERIFY_CODE(ctl({u"view"_s, u"remove"_s, u"Web only"_s}), 0);
        VERIFY_CONTAINS(ctl({u"views"_s}).err, u"no saved view"_s);
    }

    void saysWhatIsWrong()
    {
        VERIFY_CODE(ctl({u"view"_s}), 2);
        VERIFY_CODE(ctl({u"view"_s, u"save"_s, u"X"_s, u"chanel:web"_s}), 2);
        VERIFY_CODE(ctl({u"view"_s, u"save"_s, u"Known"_s}), 0);
        const Ran unknown = ctl({u"orders"_s, u"--view"_s, u"Knowm"_s});
        VERIFY_CODE(unknown, 1);
        VERIFY_CONTAINS(unknown.err, u"Known"_s);
        VERIFY_CODE(ctl({u"view"_s, u"default"_s, u"support"_s, u"Known"_s}), 1); // it is not shared
        VERIFY_CODE(ctl({u"view"_s, u"default"_s, u"kings"_s, u"Known"_s}), 2);
    }

    void saysThatNoneMatchesAView()
    {
        VERIFY_CODE(ctl({u"view"_s, u"save"_s, u"Tills"_s, u"channel:pos"_s}), 0);
        VERIFY_CODE(ctl({u"view"_s, u"save"_s, u"Everything"_s}), 0);
        VERIFY_CONTAINS(ctl({u"orders"_s, u"--view"_s, u"Tills"_s, u"--limit"_s, u"2"_s}).err, u"No order matches."_s);
        VERIFY_CONTAINS(ctl({u"orders"_s, u"--view"_s, u"Everything"_s}).err, u"There are no orders yet."_s);
    }

    void saysOfWhatAViewIs()
    {
        VERIFY_CODE(ctl({u"view"_s, u"save"_s, u"Tills"_s, u"channel:pos"_s}), 0);
        VERIFY_CODE(ctl({u"view"_s, u"save"_s, u"Mine"_s, u"--screen"_s, u"triage"_s, u"owner:me"_s}), 0);
        const Ran groups = ctl({u"groups"_s, u"--view"_s, u"Tills"_s});
        VERIFY_CODE(groups, 1);
        VERIFY_CONTAINS(groups.err, u"\"Tills\" is a view of orders"_s);
        const Ran orders = ctl({u"orders"_s, u"--view"_s, u"Mine"_s});
        VERIFY_CODE(orders, 1);
        VERIFY_CONTAINS(orders.err, u"\"Mine\" is a view of Triage"_s);
    }

private:
    Ran ctl(const QStringList& arguments)
    {
        return m_runner.run(QStringList{u"--db"_s, CtlRunner::uri(m_settings)} + arguments);
    }

    TestServer m_server;
    CtlRunner m_runner;
    ConnectionSettings m_settings;
    int m_orders = 0;
};

SIGNALBOX_TEST(TestCtlViews)
#include "tst_ctlviews.moc"
