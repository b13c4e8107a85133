// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/statenames.h"
#include "models/domain/statetitles.h"
#include "tests/support/markedwords.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMetaEnum>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

class TestStates : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void judgesAMilestone_data();
    void judgesAMilestone();
    void judgesAnOrder_data();
    void judgesAnOrder();
    void namesAreSnakeCaseAndComeBack();
    void backlogNamesComeBack();
    void everyStateHasATitle();
    void titlesOfTheContract_data();
    void titlesOfTheContract();
};

namespace {

const QDateTime noon(QDate(2026, 11, 3), QTime(12, 0), Qt::UTC);
constexpr int none = 1000000; // no such time

QDateTime at(int minutes)
{
    return minutes == none ? QDateTime() : noon.addSecs(minutes * 60);
}

QString snakeCase(const QString& name)
{
    QString text;
    for (const QChar c : name)
        text += c.isUpper() && !text.isEmpty() ? u"_"_s + c.toLower() : QString(c.toLower());
    return text;
}

template<typename Enum, typename FromText>
void checkNames(FromText fromText)
{
    const QMetaEnum meta = QMetaEnum::fromType<Enum>();
    for (int i = 0; i < meta.keyCount(); ++i) {
        const auto value = static_cast<Enum>(meta.value(i));
        const QString text = toText(value);
        QCOMPARE(text, snakeCase(QString::fromLatin1(meta.key(i))));
        QVERIFY(fromText(text).has_value());
        QCOMPARE(*fromText(text), value);
    }
    QVERIFY(!fromText(u"nonsense"_s).has_value());
    QVERIFY(!fromText(QString()).has_value());
    QVERIFY(!fromText(u"Failed"_s).has_value());
}

template<typename Enum>
void checkTitles()
{
    const QMetaEnum meta = QMetaEnum::fromType<Enum>();
    QSet<QString> titles;
    for (int i = 0; i < meta.keyCount(); ++i)
        titles.insert(title(static_cast<Enum>(meta.value(i))));
    QVERIFY(!titles.contains(QString()));
    QCOMPARE(titles.size(), qsizetype{meta.keyCount()});
}

} // namespace

void TestStates::judgesAMilestone_data()
{
    QTest::addColumn<MilestoneState>("state");
    QTest::addColumn<int>("warn");
    QTest::addColumn<int>("due");
    QTest::addColumn<bool>("late");
    QTest::addColumn<TargetState>("target");
    using M = MilestoneState;
    using T = TargetState;
    QTest::newRow("pending, time left") << M::Pending << 10 << 20 << false << T::OnTime;
    QTest::newRow("pending, warning just now") << M::Pending << 0 << 20 << false << T::DueSoon;
    QTest::newRow("pending, warning passed") << M::Pending << -5 << 20 << false << T::DueSoon;
    QTest::newRow("pending, due just now is still kept") << M::Pending << -5 << 0 << false << T::DueSoon;
    QTest::newRow("pending, past due") << M::Pending << -10 << -5 << false << T::Breached;
    QTest::newRow("pending, past due without a warning") << M::Pending << none << -5 << false << T::Breached;
    QTest::newRow("pending, no target") << M::Pending << none << none << false << T::None;
    QTest::newRow("pending, a warning alone is no target") << M::Pending << -5 << none << false << T::None;
    QTest::newRow("in progress") << M::InProgress << -10 << -5 << false << T::Breached;
    QTest::newRow("failed") << M::Failed << -10 << -5 << false << T::Breached;
    QTest::newRow("failed, time left") << M::Failed << 5 << 10 << false << T::OnTime;
    QTest::newRow("completed in time") << M::Completed << -10 << -5 << false << T::OnTime;
    QTest::newRow("completed late") << M::Completed << -10 << -5 << true << T::MetLate;
    QTest::newRow("completed, no target") << M::Completed << none << none << false << T::None;
    QTest::newRow("overridden late") << M::Overridden << -10 << -5 << true << T::MetLate;
    QTest::newRow("reversed, once late") << M::Reversed << -10 << -5 << true << T::MetLate;
    QTest::newRow("unknown is never late") << M::Unknown << -10 << -5 << false << T::None;
    QTest::newRow("blocked is never late") << M::Blocked << -10 << -5 << false << T::None;
    QTest::newRow("not applicable is never late") << M::NotApplicable << -10 << -5 << false << T::None;
}

void TestStates::judgesAMilestone()
{
    QFETCH(MilestoneState, state);
    QFETCH(int, warn);
    QFETCH(int, due);
    QFETCH(bool, late);
    QFETCH(TargetState, target);
    Milestone milestone;
    milestone.state = state;
    milestone.warnAt = at(warn);
    milestone.dueAt = at(due);
    milestone.late = late;
    QCOMPARE(targetState(milestone, noon), target);
}

void TestStates::judgesAnOrder_data()
{
    QTest::addColumn<SyncState>("sync");
    QTest::addColumn<int>("warn");
    QTest::addColumn<int>("due");
    QTest::addColumn<int>("late");
    QTest::addColumn<TargetState>("target");
    using S = SyncState;
    using T = TargetState;
    QTest::newRow("waiting, time left") << S::Waiting << 10 << 20 << 0 << T::OnTime;
    QTest::newRow("due soon before met late") << S::Waiting << -1 << 20 << 1 << T::DueSoon;
    QTest::newRow("breached before due soon") << S::Waiting << -5 << -1 << 1 << T::Breached;
    QTest::newRow("warning of one step, due time of another") << S::Waiting << -5 << 10 << 0 << T::DueSoon;
    QTest::newRow("met late before on time") << S::Waiting << 10 << 20 << 2 << T::MetLate;
    QTest::newRow("failed keeps its clock") << S::Failed << -5 << -1 << 0 << T::Breached;
    QTest::newRow("done") << S::Done << none << none << 0 << T::OnTime;
    QTest::newRow("done, late on record") << S::Done << none << none << 1 << T::MetLate;
    QTest::newRow("nothing with a target") << S::Waiting << none << none << 0 << T::None;
    QTest::newRow("unknown") << S::Unknown << none << none << 0 << T::None;
    QTest::newRow("cancelled") << S::Cancelled << none << none << 0 << T::None;
    QTest::newRow("cancelled, refund overdue") << S::Cancelled << -5 << -1 << 0 << T::Breached;
}

void TestStates::judgesAnOrder()
{
    QFETCH(SyncState, sync);
    QFETCH(int, warn);
    QFETCH(int, due);
    QFETCH(int, late);
    QFETCH(TargetState, target);
    Order order;
    order.sync = sync;
    order.nextWarnAt = at(warn);
    order.nextDueAt = at(due);
    order.lateCount = late;
    QCOMPARE(targetState(order, noon), target);
}

void TestStates::namesAreSnakeCaseAndComeBack()
{
    checkNames<MilestoneState>(milestoneStateFromText);
    checkNames<TargetState>(targetStateFromText);
    checkNames<SyncState>(syncStateFromText);
    checkNames<FulfilmentState>(fulfilmentStateFromText);
    checkNames<MoneyState>(moneyStateFromText);
}

void TestStates::backlogNamesComeBack()
{
    const QStringList names{u"erp"_s, u"reservation"_s, u"shipment"_s, u"refund"_s};
    QCOMPARE(names.size(), qsizetype{backlogCount});
    for (const QString& name : names) {
        QVERIFY(backlogFromText(name).has_value());
        QCOMPARE(toText(*backlogFromText(name)), name);
        QVERIFY(!title(*backlogFromText(name)).isEmpty());
    }
    QVERIFY(!backlogFromText(u"nonsense"_s).has_value());
}

void TestStates::everyStateHasATitle()
{
    checkTitles<MilestoneState>();
    checkTitles<TargetState>();
    checkTitles<SyncState>();
    checkTitles<FulfilmentState>();
    checkTitles<MoneyState>();
}

void TestStates::titlesOfTheContract_data()
{
    QTest::addColumn<QString>("found");
    QTest::addColumn<QString>("expected");
    QTest::newRow("known step") << stepTitle(u"erp_order_creation"_s) << u"Order created in the ERP"_s;
    QTest::newRow("known step before its fallback") << stepTitle(u"invoice"_s, u"Bill"_s) << u"Invoice posted"_s;
    QTest::newRow("a calendar of ours") << calendarTitle(u"always"_s, u"Around the clock"_s) << u"Around the clock"_s;
    QTest::newRow("a calendar named anew") << calendarTitle(u"always"_s, u"24/7"_s) << u"24/7"_s;
    QTest::newRow("a channel without a title") << channelTitle(u"web"_s, {}) << u"web"_s;
    QTest::newRow("a flow without a title") << flowTitle(u"erp.post"_s, {}) << u"erp.post"_s;
    {
        const MarkedWords marked({u"Calendar"_s, u"Document"_s, u"Flow"_s});
        QFile file(QStringLiteral(SIGNALBOX_SOURCE_DIR "/resources/flows/sandbox-flows.json"));
        const QJsonArray flows
            = file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).array() : QJsonArray();
        QVERIFY(!flows.isEmpty());
        for (const auto flow : flows) {
            const QString code = flow.toObject().value(u"code"_s).toString();
            const QString title = flow.toObject().value(u"title"_s).toString();
            QTest::newRow(qPrintable(code)) << flowTitle(code, title) << QString(u'~' + title);
        }
        QTest::newRow("our office hours can be translated")
            << calendarTitle(u"office"_s, u"Office hours"_s) << u"~Office hours"_s;
        QTest::newRow("documents can be translated") << documentTitle(u"tracking_number"_s) << u"~Tracking number"_s;
    }
    QTest::newRow("a document") << documentTitle(u"sales_order"_s) << u"Sales order"_s;
    QTest::newRow("a document of a source's own") << documentTitle(u"idoc"_s) << u"Idoc"_s;
    QTest::newRow("unknown step") << stepTitle(u"gift_wrapping"_s) << u"Gift wrapping"_s;
    QTest::newRow("unknown step with a title") << stepTitle(u"gift_wrapping"_s, u"Wrapped"_s) << u"Wrapped"_s;
    QTest::newRow("no step") << stepTitle(QString()) << QString();
    QTest::newRow("system") << systemTitle(u"psp"_s) << u"Payment provider"_s;
    QTest::newRow("unknown system") << systemTitle(u"legacy_hub"_s) << u"Legacy hub"_s;
    QTest::newRow("process") << processTitle(u"click_and_collect"_s) << u"Click and collect"_s;
    QTest::newRow("order's own scope") << scopeTitle(QString()) << QString();
    QTest::newRow("scope") << scopeTitle(u"shipment/1"_s) << u"Shipment\u00a01"_s;
    QTest::newRow("scope with a slash in its name") << scopeTitle(u"return/R/7"_s) << u"Return\u00a0R/7"_s;
    QTest::newRow("kind of scope") << scopeTitle(u"payment"_s) << u"Payment"_s;
    QTest::newRow("anomaly") << anomalyTitle(u"reversed"_s) << u"Reached and then taken back"_s;
    QTest::newRow("outcome") << outcomeTitle(u"failed"_s) << u"Failed"_s;
    QTest::newRow("axis") << axisTitle(u"sync"_s) << u"Order data"_s;
}

void TestStates::titlesOfTheContract()
{
    QFETCH(QString, found);
    QFETCH(QString, expected);
    QCOMPARE(found, expected);
}

SIGNALBOX_TEST(TestStates)
#include "tst_states.moc"
