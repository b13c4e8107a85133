// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exceptionfixtures.h"
#include "fakedelivery.h"
#include "fakegroups.h"
#include "fakeordersource.h"
#include "fakeviews.h"
#include "orderfixtures.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testprogram.h"
#include "viewsupport.h"
#include "widgets/common/filterbar.h"
#include "widgets/common/tableview.h"
#include "widgets/common/theme.h"
#include "widgets/triage/grouppane.h"
#include "widgets/triage/queuelist.h"
#include "widgets/triage/triageview.h"
#include "widgets/views/viewsbutton.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

/// Saved views below the queues of Triage.
class TestTriageViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_source = std::make_unique<FakeExceptions>();
        m_gateway = std::make_unique<FakeOperations>();
        m_groups = std::make_unique<FakeGroups>();
        m_feed = std::make_unique<FakeFeed>();
        m_stored = std::make_unique<FakeViews>();
        m_view = std::make_unique<TriageView>(*m_source, *m_gateway, *m_feed, m_clock, m_theme);
        m_view->enableGroups(*m_groups, *m_groups);
        m_button = new ViewsButton(
            *m_stored, SavedView::Screen::Triage, [this] { return m_view->shownView(); }, m_theme);
        m_view->setSavedViews(*m_button);
        connect(m_button, &ViewsButton::chosen, m_view.get(), &TriageView::showView);
        m_view->resize(1196, 720);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
        m_list = m_view->queueList();
        m_source->counts.answer(0, fixtureQueues());
        QTRY_COMPARE(m_list->model()->rowCount(), 14);
        m_button->refresh();
        m_stored->lists.answer(0, fixtureViews());
        QTRY_COMPARE(m_list->model()->rowCount(), 16);
    }
    void cleanup() { m_view.reset(); }

    void standBelowTheQueuesWithTheirCounts()
    {
        const auto text = [this](int row, int role) { return m_list->model()->index(row, 0).data(role).toString(); };
        QCOMPARE(text(14, Qt::DisplayRole), fixtureViews().at(0).name);
        QCOMPARE(text(14, QueueModel::SectionRole), u"Views"_s);
        QVERIFY(text(15, QueueModel::SectionRole).isEmpty());
        QVERIFY(text(15, Qt::ToolTipRole).contains(u"bert"_s)); // shared
        QCOMPARE(m_source->counted.size(), 1);
        QCOMPARE(m_source->counted.at(0).queue, ExceptionQueue::Mine);
        QCOMPARE(filterText(m_source->counted.at(0).filter), u"channel:market* -tag:test"_s);
        m_source->viewCounts.answer(0, CappedCount{10'000, true});
        QTRY_COMPARE(text(14, QueueModel::CountRole), u"10,000+"_s);
        QTRY_COMPARE(m_source->counted.size(), 2);
    }

    void isChosenByMouse()
    {
        QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {}, place(15));
        QCOMPARE(m_view->filterBar()->text(), fixtureViews().at(1).filter);
        QCOMPARE(m_list->currentIndex().row(), 15); // the chosen one is marked
        QVERIFY(m_button->text().contains(fixtureViews().at(1).name));
        QTRY_COMPARE(filterText(m_groups->queries.constLast().filter), fixtureViews().at(1).filter);
    }

    void isChosenByKeyboard()
    {
        m_list->setFocus();
        m_list->setCurrentIndex(m_list->model()->index(13, 0));
        const ExceptionQuery before = m_groups->queries.constLast();
        QTest::keyClick(m_list, Qt::Key_J);
        QCOMPARE(m_list->currentIndex().row(), 14);
        QVERIFY(m_list->hasFocus()); // and on with J
        QTRY_COMPARE(m_groups->queries.constLast().queue, ExceptionQueue::Mine);
        QCOMPARE(filterText(m_groups->queries.constLast().filter), u"channel:market* -tag:test"_s);
        QTest::keyClick(m_list, Qt::Key_J);
        QCOMPARE(m_list->currentIndex().row(), 15);
        QTRY_COMPARE(filterText(m_groups->queries.constLast().filter), fixtureViews().at(1).filter);
        QTest::keyClick(m_list, Qt::Key_K);
        QTest::keyClick(m_list, Qt::Key_K);
        QCOMPARE(m_list->currentIndex().row(), 13);
        QTRY_COMPARE(m_groups->queries.constLast(), before); // the filter went with the view
        QVERIFY(m_view->filterBar()->text().isEmpty());
        QTest::keyClick(m_list, Qt::Key_Return);
        QVERIFY(!m_list->hasFocus());
    }

    void anotherFilterIsNotThatViewAnyMore()
    {
        m_button->choose(fixtureViews().at(0));
        QCOMPARE(m_list->currentIndex().row(), 14);
        QSignalSpy queue(m_list, &QueueList::queueChosen);
        m_view->filterBar()->setText(u"owner:me"_s);
        QCOMPARE(m_list->currentIndex().row(), 1); // the queue of the view, with another filter
        QCOMPARE(queue.size(), 0);
        QCOMPARE(m_groups->queries.constLast().queue, ExceptionQueue::Mine);
        m_list->setFocus();
        QTest::keyClick(m_list, Qt::Key_K); // a filter of the person's own stays
        QCOMPARE(m_view->filterBar()->text(), u"owner:me"_s);
    }

    void staysMarkedWhileCountsCome()
    {
        m_button->choose(fixtureViews().at(1));
        m_view->refresh();
        m_source->counts.answer(m_source->counts.size() - 1, fixtureQueues().mid(0, 10)); // teams are gone
        QTRY_COMPARE(m_list->model()->rowCount(), 12);
        QCOMPARE(m_list->currentKey(), QueueLine::viewKey(21));
        QCOMPARE(m_list->currentIndex().row(), 11);
        QCOMPARE(m_view->filterBar()->text(), fixtureViews().at(1).filter);
    }

    void oneThatIsRemovedGivesWayToItsQueue()
    {
        m_button->choose(fixtureViews().at(0));
        const auto asked = m_groups->queries.size();
        m_button->refresh();
        m_stored->lists.answer(m_stored->lists.size() - 1, QList<SavedView>());
        QTRY_COMPARE(m_list->model()->rowCount(), 14); // and no heading without views
        QCOMPARE(m_list->currentIndex().row(), 1);
        QCOMPARE(m_groups->queries.size(), asked); // what is listed stays
        QCOMPARE(m_view->filterBar()->text(), fixtureViews().at(0).filter);
    }

    void keepsTheColumnsOfBothTables()
    {
        TableView* groups = m_view->groupPane()->table();
        QSignalSpy changed(m_view.get(), &TriageView::columnsChanged);
        groups->setColumnHidden(GroupTableModel::CodeColumn, false);
        QVERIFY(!changed.isEmpty());
        m_view->table()->setColumnHidden(ExceptionTableModel::TeamColumn, false);
        const SavedView view = m_view->shownView();
        m_view->resetLayout();
        QVERIFY(groups->isColumnHidden(GroupTableModel::CodeColumn));
        m_view->showView(view);
        QVERIFY(!groups->isColumnHidden(GroupTableModel::CodeColumn));
        QVERIFY(!m_view->table()->isColumnHidden(ExceptionTableModel::TeamColumn));
    }

    void readsColumnsOfTheTimeBeforeGroupsHadAny()
    {
        m_view->table()->setColumnHidden(ExceptionTableModel::TeamColumn, false);
        const QByteArray old = m_view->table()->saveColumns();
        m_view->resetLayout();
        m_view->restoreColumns(old);
        QVERIFY(!m_view->table()->isColumnHidden(ExceptionTableModel::TeamColumn));
    }

private:
    QPoint place(int row) const
    {
        const QModelIndex index = m_list->model()->index(row, 0);
        m_list->scrollTo(index);
        return m_list->visualRect(index).center() + QPoint(0, 8);
    }

    const FakeClock m_clock{fixtureNow()};
    Theme m_theme{Theme::Mode::Light};
    std::unique_ptr<FakeExceptions> m_source;
    std::unique_ptr<FakeOperations> m_gateway;
    std::unique_ptr<FakeGroups> m_groups;
    std::unique_ptr<FakeFeed> m_feed;
    std::unique_ptr<FakeViews> m_stored;
    std::unique_ptr<TriageView> m_view;
    ViewsButton* m_button = nullptr;
    QueueList* m_list = nullptr;
};

SIGNALBOX_TEST(TestTriageViews)
#include "tst_triageviews.moc"
