// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exceptionfixtures.h"
#include "fakedelivery.h"
#include "fakegroups.h"
#include "fakeordersource.h"
#include "orderfixtures.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testprogram.h"
#include "viewsupport.h"
#include "widgets/common/banner.h"
#include "widgets/common/filterbar.h"
#include "widgets/common/keymap.h"
#include "widgets/common/tableview.h"
#include "widgets/common/tabularfigures.h"
#include "widgets/common/theme.h"
#include "widgets/common/viewstates.h"
#include "widgets/order/fact.h"
#include "widgets/triage/groupforms.h"
#include "widgets/triage/groupinspector.h"
#include "widgets/triage/grouppane.h"
#include "widgets/triage/grouprowdelegate.h"
#include "widgets/triage/replaypanel.h"
#include "widgets/triage/triageview.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

/// Causes in Triage, by the keyboard.
class TestTriageGroups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_theme.attach(*qApp);
        m_source = std::make_unique<FakeExceptions>();
        m_gateway = std::make_unique<FakeOperations>();
        m_groups = std::make_unique<FakeGroups>();
        m_feed = std::make_unique<FakeFeed>();
        m_feed->place.roles = {u"support"_s, u"viewer"_s};
        m_view = std::make_unique<TriageView>(*m_source, *m_gateway, *m_feed, m_clock, m_theme);
        m_view->enableGroups(*m_groups, *m_groups);
        m_view->resize(1196, 720);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        QCOMPARE(m_groups->pages.size(), std::size_t(1));
        QCOMPARE(m_source->pages.size(), std::size_t(0)); // single problems are not asked for
        answer(fixtureGroups());
        QTRY_COMPARE(table()->model()->rowCount(), 7);
        m_view->focusList();
        QTRY_VERIFY(table()->hasFocus());
        new QAbstractItemModelTester(table()->model(), this);
    }
    void cleanup()
    {
        m_view.reset();
        m_answered = 0;
    }

    void showsCausesInBusinessWords()
    {
        const auto text
            = [this](int row, int column) { return plain(table()->model()->index(row, column).data().toString()); };
        QCOMPARE(text(0, GroupTableModel::TitleColumn),
            u"Order to the ERP: Tax code \u2026 of material \u2026 is not maintained for plant \u2026"_s);
        QCOMPARE(text(0, GroupTableModel::CountColumn), u"1,312"_s);
        QCOMPARE(text(0, GroupTableModel::FixColumn), u"Fixed in the target system"_s);
        QCOMPARE(text(3, GroupTableModel::TitleColumn), u"Shipment confirmed awaited from Warehouse"_s);
        QCOMPARE(text(6, GroupTableModel::TitleColumn), u"Units of the new tills, ticket OPS-4711"_s);
        QVERIFY(child<QLabel>(*m_view, u"groupCount"_s)->text().contains(u"7 group"_s));
        QVERIFY(child<QLabel>(*m_view, u"groupCount"_s)->text().contains(u"1,889"_s));
        QVERIFY(child<QLabel>(*m_view, u"groupWhy"_s)->text().contains(u"TAX-104"_s));
    }

    void rowsTellAllThatMattersInANarrowWindow()
    {
        const auto* rows = qobject_cast<GroupRowDelegate*>(table()->itemDelegate());
        QVERIFY(rows);
        QCOMPARE(plain(rows->detail(0)), u"New \u00b7 nobody \u00b7 Shop \u2192 ERP"_s);
        QCOMPARE(plain(rows->detail(1)), u"Investigating \u00b7 anna \u00b7 Shop \u2192 Warehouse"_s);
        QVERIFY(rows->seen(0).startsWith(u"\u2713 Known fix"_s));
        QVERIFY(rows->seen(0).contains(table()->model()->index(0, GroupTableModel::LastColumn).data().toString()));
        const QFontMetrics metrics(m_theme.font(FontRole::Small));
        for (int row = 0; row < table()->model()->rowCount(); ++row) // state and owner are never cut
            QVERIFY(metrics.horizontalAdvance(rows->detail(row).section(u'\u00b7', 0, 1))
                <= table()->columnWidth(GroupTableModel::TitleColumn) - 16);
        table()->setColumnHidden(GroupTableModel::StateColumn, false); // what has a column is not said twice
        QCOMPARE(plain(rows->detail(1)), u"anna \u00b7 Shop \u2192 Warehouse"_s);
        const QModelIndex cause = table()->model()->index(1, GroupTableModel::TitleColumn);
        QVERIFY(cause.data(Qt::AccessibleTextRole).toString().contains(u"Investigating, anna"_s));
        QVERIFY(cause.data(Qt::AccessibleTextRole).toString().contains(u"known fix"_s));
    }

    void noAmountIsCut()
    {
        const QModelIndex value = table()->model()->index(0, GroupTableModel::ValueColumn);
        QCOMPARE(plain(value.data().toString()), u"184,220.50\u20ac +1"_s);
        QVERIFY(plain(value.data(Qt::ToolTipRole).toString()).startsWith(u"184,220.50\u20ac\n9,120.00CHF\n"_s));
        QVERIFY(value.data(Qt::AccessibleTextRole).toString().contains(u"CHF"_s));
        QVERIFY(tabularWidth(QFontMetrics(m_theme.font(FontRole::Body)), value.data().toString())
            <= table()->columnWidth(GroupTableModel::ValueColumn) - 16);
    }

    void takesWithOneKey()
    {
        press(Qt::Key_1);
        QCOMPARE(m_groups->changed.constLast().action, GroupAction::Take);
        QCOMPARE(m_groups->changed.constLast().groups.constFirst().id, 1);
        QCOMPARE(current(), 1); // it is worked on now
        m_groups->changes.answer(0, QList<GroupActionResult>{{1, false, u"changed since you looked"_s, 0}});
        QTRY_VERIFY(child<Banner>(*m_view, u"groupResult"_s)->text().contains(u"changed since you looked"_s));
    }

    void archivesUntilATimeOrANumber()
    {
        press(Qt::Key_3);
        auto* most = child<QCheckBox>(*m_view, u"groupMostWanted"_s);
        QVERIFY(most->isVisible());
        child<QCheckBox>(*m_view, u"groupUntilWanted"_s)->setChecked(false);
        QVERIFY(!child<QPushButton>(*m_view, u"groupConfirm"_s)->isEnabled()); // for good is not offered
        most->setChecked(true);
        child<QSpinBox>(*m_view, u"groupMost"_s)->setValue(50);
        QTest::keyClick(most, Qt::Key_Return, Qt::ControlModifier);
        const auto& change = m_groups->changed.constLast();
        QCOMPARE(change.action, GroupAction::Archive);
        QCOMPARE(change.details.most, std::optional<int>(50));
        QVERIFY(!change.details.until.isValid());
        QCOMPARE(current(), 2); // the next one
    }

    void theNextRowFollowsWhatOneIsThroughWith()
    {
        press(Qt::Key_A);
        auto* owner = child<QLineEdit>(*m_view, u"groupOwner"_s);
        owner->setText(u"bert"_s);
        QTest::keyClick(owner, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_groups->changed.constLast().action, GroupAction::Assign);
        QCOMPARE(current(), 2);
        press(Qt::Key_H);
        auto* waitingOn = child<QLineEdit>(*m_view, u"groupWaitingOn"_s);
        QTest::keyClicks(waitingOn, u"master data"_s);
        QTest::keyClick(waitingOn, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_groups->changed.constLast().action, GroupAction::Wait);
        QCOMPARE(current(), 3);
        child<QAction>(*m_view, u"groupWatch"_s)->trigger();
        QCOMPARE(m_groups->changed.constLast().action, GroupAction::Watch);
        QCOMPARE(current(), 3);
        child<QAction>(*m_view, u"groupInvestigate"_s)->trigger();
        QCOMPARE(current(), 3); // somebody goes on with it
        child<QAction>(*m_view, u"groupAcknowledge"_s)->trigger();
        QCOMPARE(current(), 4);
    }

    void everyActionIsACommand()
    {
        QVERIFY(m_view->commands().contains(Command::Acknowledge));
        QVERIFY(m_view->obstacle(Command::Reopen).contains(u"open already"_s));
        KeyMap::instance().setKeys(Command::Acknowledge, {QKeySequence(u"Q"_s)});
        press(Qt::Key_Q);
        KeyMap::instance().resetAll();
        QCOMPARE(m_groups->changed.constLast().action, GroupAction::Acknowledge);
        table()->makeCurrent(2); // it waits
        QVERIFY(m_view->obstacle(Command::Reopen).isEmpty());
        const QList<std::pair<Command, GroupAction>> actions
            = {{Command::Investigate, GroupAction::Investigate}, {Command::Release, GroupAction::Release},
                {Command::Watch, GroupAction::Watch}, {Command::Unwatch, GroupAction::Unwatch}};
        for (const auto& [command, action] : actions) {
            QVERIFY(m_view->commands().contains(command));
            QVERIFY(m_view->run(command));
            QCOMPARE(m_groups->changed.constLast().action, action);
        }
        QVERIFY(m_view->run(Command::NameGroup));
        QVERIFY(child<QLineEdit>(*m_view, u"groupName"_s)->hasFocus());
    }

    void saysWhoMayDecide()
    {
        m_feed->place.roles = {u"viewer"_s};
        Q_EMIT m_feed->stateChanged();
        QSignalSpy notices(m_view.get(), &TriageView::notice);
        for (const Qt::Key key : {Qt::Key_3, Qt::Key_H}) {
            press(key);
            QVERIFY(
                notices.size() == 1 && notices.takeFirst().constFirst().toString().contains(u"signalbox_support"_s));
            QVERIFY(child<GroupForms>(*m_view, u"groupForms"_s)->isHidden());
        }
        const auto* acknowledge = child<QAction>(*m_view, u"groupAcknowledge"_s);
        QVERIFY(!acknowledge->isEnabled());
        QVERIFY(acknowledge->toolTip().contains(u"signalbox_support"_s));
        QVERIFY(child<QAction>(*m_view, u"groupWatch"_s)->isEnabled()); // everybody may
        m_feed->place.roles = {u"bundle"_s};
        Q_EMIT m_feed->stateChanged();
        QVERIFY(!child<QToolButton>(*m_view, u"groupState"_s)->isEnabled());
    }

    void resolvesWhatWasSeen()
    {
        press(Qt::Key_E);
        auto* reason = child<QLineEdit>(*m_view, u"groupReason"_s);
        QVERIFY(!child<QPushButton>(*m_view, u"groupConfirm"_s)->isEnabled());
        QTest::keyClicks(reason, u"codes added"_s);
        QTest::keyClick(reason, Qt::Key_Return);
        const auto& change = m_groups->changed.constLast();
        QCOMPARE(change.action, GroupAction::Resolve);
        QCOMPARE(change.details.reason, u"codes added"_s);
        QCOMPARE(change.details.asOf, fixtureNow());
    }

    /// Under a filter or in a queue, what is not shown stays open.
    void resolvesOnlyWhatTheFilterShows()
    {
        m_view->filterBar()->setText(u"channel:pos"_s);
        QTRY_COMPARE(m_groups->pages.size(), std::size_t(2));
        answer(fixtureGroups());
        table()->setFocus();
        press(Qt::Key_E);
        QTest::keyClicks(child<QLineEdit>(*m_view, u"groupReason"_s), u"codes added"_s);
        QTest::keyClick(child<QLineEdit>(*m_view, u"groupReason"_s), Qt::Key_Return);
        QVERIFY(m_groups->changed.isEmpty());
        QCOMPARE(m_source->matched.constLast().group, 1);
        QCOMPARE(m_source->matched.constLast().filter.children().constFirst().term().field, FilterField::Channel);
        QCOMPARE(m_source->matched.constLast().filter.children().constLast().term().from, fixtureNow().addMSecs(1));
        m_source->matches.answer(0, QList<MatchingException>{{17, 3, 7}, {18, 1, 0}});
        QTRY_COMPARE(m_gateway->changed.size(), 1);
        const auto& change = m_gateway->changed.constFirst();
        QCOMPARE(change.action, ExceptionAction::Resolve);
        QCOMPARE(change.details.reason, u"codes added"_s);
        QCOMPARE(change.exceptions.size(), 2);
        QCOMPARE(change.exceptions.constFirst().version, 3);
        m_gateway->changes.answer(0, QList<ActionResult>{{17, true, {}}, {18, true, {}}});
        press(Qt::Key_Z);
        QTRY_COMPARE(m_gateway->changed.size(), 2);
        QCOMPARE(m_gateway->changed.constLast().action, ExceptionAction::Undo);
        QCOMPARE(m_gateway->changed.constLast().exceptions.size(), 2);
    }

    /// What was decided is about what was shown then, whatever the filter is by the time an answer comes.
    void resolvesWhatWasShownThoughTheFilterChanges()
    {
        m_view->filterBar()->setText(u"channel:pos"_s);
        QTRY_COMPARE(m_groups->pages.size(), std::size_t(2));
        answer(fixtureGroups());
        table()->setFocus();
        press(Qt::Key_Space);
        press(Qt::Key_J);
        press(Qt::Key_Space);
        press(Qt::Key_E);
        QTest::keyClicks(child<QLineEdit>(*m_view, u"groupReason"_s), u"codes added"_s);
        QTest::keyClick(child<QLineEdit>(*m_view, u"groupReason"_s), Qt::Key_Return);
        QCOMPARE(m_source->matched.size(), 1);
        m_view->filterBar()->setText(u"flow:crm*"_s);
        QTRY_COMPARE(m_groups->pages.size(), std::size_t(3));
        m_source->matches.answer(0, QList<MatchingException>{{17, 3, 7}});
        QTRY_COMPARE(m_source->matched.size(), 2);
        QCOMPARE(m_source->matched.constLast().group, 2);
        QCOMPARE(m_source->matched.constLast().filter.children().constFirst().term().field, FilterField::Channel);
        m_source->matches.answer(1, QList<MatchingException>{{18, 1, 0}});
        QTRY_COMPARE(m_gateway->changed.size(), 1);
        m_gateway->changes.answer(0, QList<ActionResult>{{17, true, {}}, {18, false, u"resolved already"_s}});
        auto* said = child<Banner>(*m_view, u"groupResult"_s);
        QTRY_VERIFY(said->isVisible() && said->text().contains(u"(18)"_s)); // where the person looks
    }

    void escapeLeavesAFormAlone()
    {
        press(Qt::Key_H);
        QVERIFY(child<QLineEdit>(*m_view, u"groupWaitingOn"_s)->hasFocus());
        press(Qt::Key_Escape);
        QVERIFY(child<GroupForms>(*m_view, u"groupForms"_s)->isHidden());
        QVERIFY(table()->hasFocus());
        QVERIFY(m_groups->changed.isEmpty());
    }

    void mergesWhatIsMarkedAndUndoes()
    {
        QSignalSpy notices(m_view.get(), &TriageView::notice);
        press(Qt::Key_M);
        QVERIFY(notices.constLast().constFirst().toString().contains(u"two groups"_s));
        press(Qt::Key_Space);
        press(Qt::Key_J);
        press(Qt::Key_Space);
        press(Qt::Key_M);
        QCOMPARE(m_groups->merged.size(), 1);
        QCOMPARE(m_groups->merged.constFirst(), (std::pair<QList<qint64>, qint64>{{1, 2}, 1}));
        m_groups->regroupings.answer(0, Regrouping{41, 1});
        QTRY_COMPARE(m_groups->pages.size(), std::size_t(2)); // sorted anew
        answer(fixtureGroups());
        child<QTabWidget>(*m_view, u"groupTabs"_s)->setCurrentIndex(1);
        QTRY_VERIFY((answerDetails(), child<QPushButton>(*m_view, u"groupUndo"_s)->isVisible()));
        table()->makeCurrent(3); // not what the change under the cursor was
        press(Qt::Key_Z);
        QCOMPARE(m_groups->undone, QList<qint64>{41});
        m_groups->regroupings.answer(1, Error{Failure::Connection, u"no connection"_s, {}, {}});
        QTRY_VERIFY(child<Banner>(*m_view, u"groupResult"_s)->text().contains(u"no connection"_s));
        press(Qt::Key_Z); // once more
        QCOMPARE(m_groups->undone, (QList<qint64>{41, 41}));
        m_groups->regroupings.answer(2, Regrouping{41, 0});
        QTRY_COMPARE(notices.constLast().constFirst().toString(), u"Undone."_s);
        press(Qt::Key_Z);
        QCOMPARE(notices.constLast().constFirst().toString(), u"There is nothing to undo."_s);
        QCOMPARE(m_groups->undone.size(), 2);
    }

    /// What a colleague merged is not taken back by one key.
    void undoesOnlyOnesOwn()
    {
        child<QTabWidget>(*m_view, u"groupTabs"_s)->setCurrentIndex(1);
        QTRY_VERIFY((answerDetails(), child<QPushButton>(*m_view, u"groupUndo"_s)->isVisible()));
        press(Qt::Key_Z);
        QVERIFY(m_groups->undone.isEmpty());
        child<QPushButton>(*m_view, u"groupUndo"_s)->click();
        QCOMPARE(m_groups->undone, QList<qint64>{5});
    }

    void undoingWaitsForTheAnswer()
    {
        press(Qt::Key_1);
        press(Qt::Key_Z);
        QCOMPARE(m_groups->changed.size(), 1);
        m_groups->changes.answer(0, QList<GroupActionResult>{{1, true, {}, 0}});
        QTRY_COMPARE(m_groups->changed.size(), 2);
        QCOMPARE(m_groups->changed.constLast().action, GroupAction::Undo);
        QCOMPARE(m_groups->changed.constLast().groups.constFirst().id, 1);
    }

    void splitsByWhatTheyAreMadeOf()
    {
        auto* parts = child<QListWidget>(*m_view, u"groupParts"_s);
        QTRY_VERIFY((answerDetails(), parts->count() == 3));
        QVERIFY2(parts->item(0)->text().contains(u"Channel Shop Germany"_s), qPrintable(parts->item(0)->text()));
        QVERIFY(parts->item(2)->text().contains(u"Channel pos"_s)); // it has no title
        press(Qt::Key_X);
        auto* facet = child<QComboBox>(*m_view, u"groupFacet"_s);
        QCOMPARE(facet->count(), 4); // three, and words of one's own
        QVERIFY(facet->itemText(0).contains(u"Shop Germany"_s));
        facet->setCurrentIndex(2);
        QTest::keyClick(facet, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_groups->splits.constFirst(), (QStringList{u"1"_s, u"channel"_s, u"pos"_s}));
    }

    void namesTheOwnerAndTheTeamIfThereIsOne()
    {
        const auto tells = [this](const QString& owner) {
            const auto facts = m_view->findChildren<Fact*>();
            return std::ranges::any_of(facts, [&owner](const Fact* fact) { return fact->value() == owner; });
        };
        QVERIFY(tells(u"nobody, team erp"_s));
        GroupInspector inspector(*m_groups, m_clock, m_theme);
        ExceptionGroup group = fixtureGroups().constFirst();
        group.team.clear(); // it was merged from several flows
        inspector.setGroup(&group);
        const QList<Fact*> facts = inspector.findChildren<Fact*>();
        QVERIFY(std::ranges::any_of(facts, [](const Fact* fact) { return fact->value() == "nobody"_L1; }));
    }

    void opensAGroupAndComesBackToItsRow()
    {
        press(Qt::Key_J);
        press(Qt::Key_Return);
        QCOMPARE(m_source->queries.constLast().group, 2);
        m_source->pages.answer(
            m_source->pages.size() - 1, ExceptionPage{fixtureExceptions(), std::nullopt, fixtureNow()});
        QTRY_COMPARE(m_view->table()->model()->rowCount(), 14);
        QTRY_VERIFY(m_view->table()->hasFocus());
        QVERIFY(child<Banner>(*m_view, u"groupOpened"_s)->text().contains(u"Reserve the goods"_s));
        press(Qt::Key_Escape);
        QTRY_VERIFY(table()->hasFocus());
        QCOMPARE(current(), 2);
        press(Qt::Key_V);
        QCOMPARE(m_source->queries.constLast().group, 0);
        QVERIFY(!m_view->isGrouped());
    }

    void showsWhatHelpedAndASample()
    {
        QTRY_VERIFY((answerDetails(), m_view->findChild<GroupInspector*>()->detail()));
        QCOMPARE(plain(child<QLabel>(*m_view, u"groupHelped"_s)->text()),
            u"So far: Fixed in the target system 212, Not needed any more 9\n"
            "Replay: 18 of 20 worked \u00b7 Edit of /lines/*/taxCode, then replay: 7 of 7 worked"_s);
        QVERIFY(child<QLabel>(*m_view, u"groupSampleWhat"_s)->text().contains(u"order 10413"_s));
        QCOMPARE(child<QLabel>(*m_view, u"groupSampleMessage"_s)->text(),
            u"Material 1234 is not defined for sales organisation 1000"_s);
        const QString tries = plain(child<QLabel>(*m_view, u"groupSampleTries"_s)->text());
        QVERIFY2(tries.startsWith(u"Tried 3 time(s); the last, 20 Nov"_s), qPrintable(tries));
        QVERIFY2(tries.endsWith(u": Failed, answer: 422 \u00b7 TAX-104"_s), qPrintable(tries));
        press(Qt::Key_J); // nothing of the one before stands under the next one's name
        QCOMPARE(child<QLabel>(*m_view, u"groupSampleWhat"_s)->text(), QString());
        QVERIFY(!child<QPushButton>(*m_view, u"groupSampleOpen"_s)->isVisible());
    }

    void opensTheSample_data()
    {
        QTest::addColumn<bool>("byKey");
        QTest::addColumn<bool>("listed");
        QTest::newRow("key") << true << true;
        QTest::newRow("button") << false << true;
        QTest::newRow("left out by the filter") << true << false;
    }

    void opensTheSample()
    {
        QFETCH(bool, byKey);
        QFETCH(bool, listed);
        QSignalSpy said(m_view.get(), &TriageView::notice);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_O, Qt::ShiftModifier);
        QCOMPARE(said.size(), 1); // not read yet
        QVERIFY(m_view->isGrouped());
        QTRY_VERIFY((answerDetails(), m_view->findChild<GroupInspector*>()->detail()));
        if (byKey)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_O, Qt::ShiftModifier);
        else
            QTest::mouseClick(child<QPushButton>(*m_view, u"groupSampleOpen"_s), Qt::LeftButton);
        QVERIFY(!m_view->isGrouped());
        QCOMPARE(m_source->queries.constLast().group, 1);
        m_source->pages.answer(m_source->pages.size() - 1,
            ExceptionPage{listed ? fixtureExceptions() : fixtureExceptions().sliced(2), std::nullopt, fixtureNow()});
        QTRY_COMPARE(m_view->table()->currentId().toLongLong(), listed ? 113 : 112);
        QTRY_COMPARE(said.size(), listed ? 1 : 2);
        QVERIFY(m_view->table()->hasFocus());
    }

    /// What is different, the order, ...: of the first problem in the group.
    void goesOnWithTheFirstProblemInside()
    {
        QSignalSpy orders(m_view.get(), &TriageView::orderRequested);
        press(Qt::Key_J);
        press(Qt::Key_O);
        QCOMPARE(m_source->queries.constLast().group, 2);
        QVERIFY(orders.isEmpty());
        m_source->pages.answer(
            m_source->pages.size() - 1, ExceptionPage{fixtureExceptions(), std::nullopt, fixtureNow()});
        QTRY_COMPARE(orders.size(), 1);
        QCOMPARE(orders.constFirst().constFirst().toLongLong(), fixtureExceptions().constFirst().orderId);
        press(Qt::Key_Escape);
        QTRY_VERIFY(m_view->isGrouped());
        QCOMPARE(current(), 2);
    }

    void plansAReplayOfAllInAGroup()
    {
        press(Qt::Key_R);
        QCOMPARE(m_source->matched.constLast().group, 1);
        m_source->matches.answer(0, QList<MatchingException>{{17, 1, 7}, {18, 1, 8}, {20, 1, 0}, {19, 1, 9}});
        QTRY_COMPARE(m_gateway->previewed.size(), 1);
        QCOMPARE(m_gateway->previewed.constFirst(), (QList<qint64>{7, 8, 9}));
        QVERIFY(m_view->replayPanel()->isVisible());
        QVERIFY(hasFocusInside(*m_view->replayPanel()));
        Q_EMIT m_feed->exceptionsChanged(); // the groups behind the plan are read again
        QTRY_COMPARE(m_groups->pages.size(), std::size_t(2));
        answer(fixtureGroups().sliced(1));
        QTRY_COMPARE(table()->model()->rowCount(), fixtureGroups().size() - 1);
        QVERIFY(hasFocusInside(*m_view->replayPanel()));
    }

    void asksAboutAllInAGroup()
    {
        press(Qt::Key_P);
        QCOMPARE(m_source->matched.constLast().group, 1);
        m_source->matches.answer(0, QList<MatchingException>{{17, 1, 7}, {18, 1, 8}, {20, 1, 0}, {19, 1, 9}});
        QTRY_COMPARE(m_gateway->asked.size(), 1);
        QCOMPARE(m_gateway->asked.constFirst(), (QList<qint64>{7, 8, 9}));
        QCOMPARE(m_gateway->previewed.size(), 0);
        QVERIFY(hasFocusInside(*m_view->replayPanel()));
    }

    void nothingThatOnlyIsLateCanBeReplayed()
    {
        QSignalSpy notices(m_view.get(), &TriageView::notice);
        table()->makeCurrent(3);
        press(Qt::Key_R);
        QVERIFY(m_source->matched.isEmpty());
        QVERIFY(notices.constLast().constFirst().toString().contains(u"no message"_s));
        QVERIFY(!child<QToolButton>(*m_view, u"groupReplay"_s)->isEnabled());
    }

    void saysUntilWhenAndHowManyItIsArchived()
    {
        QList<ExceptionGroup> now = fixtureGroups();
        now[0].state = GroupState::Archived;
        now[0].until = QDateTime(QDate(2045, 1, 2), QTime(8, 0), QTimeZone::utc());
        now[0].most = 50;
        Q_EMIT m_feed->exceptionsChanged();
        QTRY_COMPARE(m_groups->pages.size(), std::size_t(2));
        answer(now);
        const auto tip = [this] {
            return table()->model()->index(0, GroupTableModel::StateColumn).data(Qt::ToolTipRole).toString();
        };
        QTRY_VERIFY(tip().startsWith(u"Archived until "_s));
        QVERIFY2(tip().contains(u"2045"_s) && tip().endsWith(u", or until more than 50 are open"_s), qPrintable(tip()));
    }

    void rowsKeepTheirPlaceUntilSortedAnew()
    {
        QList<ExceptionGroup> now = fixtureGroups();
        std::swap(now[0], now[6]);
        now[0].count = 9999;
        Q_EMIT m_feed->exceptionsChanged();
        QTRY_COMPARE(m_groups->pages.size(), std::size_t(2));
        answer(now);
        QTRY_COMPARE(table()->model()->index(6, GroupTableModel::CountColumn).data().toString(), u"9,999"_s);
        QCOMPARE(table()->model()->index(0, 0).data(ItemRoles::IdRole).toLongLong(), 1);
        QTRY_VERIFY(child<QPushButton>(*m_view, u"sortGroups"_s)->isVisible());
        press(Qt::Key_S);
        QTRY_COMPARE(m_groups->pages.size(), std::size_t(3));
        answer(now);
        QTRY_COMPARE(table()->model()->index(0, 0).data(ItemRoles::IdRole).toLongLong(), 7);
        QTRY_VERIFY(!child<QPushButton>(*m_view, u"sortGroups"_s)->isVisible());
    }

    void givesNoAllClearWithoutARelay()
    {
        Q_EMIT m_feed->exceptionsChanged();
        QTRY_COMPARE(m_groups->pages.size(), std::size_t(2));
        m_groups->pages.answer(1, GroupPage{{}, false, fixtureNow(), false});
        QTRY_COMPARE(table()->model()->rowCount(), 0);
        QCOMPARE(visibleChild<QLabel>(*m_view, u"messageTitle"_s)->text(), u"Nothing open is known"_s);
    }

    void saysWhyAndGoesOn()
    {
        Q_EMIT m_feed->exceptionsChanged();
        QTRY_COMPARE(m_groups->pages.size(), std::size_t(2));
        m_groups->pages.answer(1, Error{Failure::Other, u"statement timeout"_s, {}, {}});
        QTRY_VERIFY(child<Banner>(*m_view, u"groupBanner"_s)->text().contains(u"statement timeout"_s));
        QCOMPARE(table()->model()->rowCount(), 7); // what is there stays
    }

    void everyControlHasAName() { QCOMPARE(widgetWithoutName(*m_view), QString()); }

private:
    void answer(const QList<ExceptionGroup>& groups)
    {
        m_groups->pages.answer(m_groups->pages.size() - 1, GroupPage{groups, false, fixtureNow()});
    }
    /// Whatever has been asked about groups so far.
    void answerDetails()
    {
        for (; m_answered < m_groups->details.size(); ++m_answered)
            m_groups->details.answer(
                m_answered, fixtureGroupDetail(m_groups->detailIds.at(static_cast<qsizetype>(m_answered))));
    }
    static bool hasFocusInside(const QWidget& widget)
    {
        return QApplication::focusWidget() == &widget || widget.isAncestorOf(QApplication::focusWidget());
    }
    void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }
    TableView* table() const { return m_view->groupPane()->table(); }
    qint64 current() const { return table()->currentId().toLongLong(); }

    FakeClock m_clock{fixtureNow()};
    Theme m_theme{Theme::Mode::Light};
    std::unique_ptr<FakeExceptions> m_source;
    std::unique_ptr<FakeOperations> m_gateway;
    std::unique_ptr<FakeGroups> m_groups;
    std::unique_ptr<FakeFeed> m_feed;
    std::unique_ptr<TriageView> m_view;
    std::size_t m_answered = 0;
};

SIGNALBOX_TEST(TestTriageGroups)
#include "tst_triagegroups.moc"
