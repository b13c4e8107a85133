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
#include "widgets/common/keymap.h"
#include "widgets/common/tableview.h"
#include "widgets/common/theme.h"
#include "widgets/triage/grouppane.h"
#include "widgets/triage/triageview.h"

#include <QHeaderView>
#include <QLabel>
#include <QSignalSpy>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

/// Sorting the lists of Triage: by mouse, by keyboard, and in saved views.
class TestTriageSort : public QObject
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
        answer(fixtureGroups());
        QTRY_COMPARE(groups()->model()->rowCount(), 7);
        m_view->focusList();
        QTRY_VERIFY(groups()->hasFocus());
    }
    void cleanup() { m_view.reset(); }

    void groupsByAClickOnTheHead()
    {
        const QHeaderView* head = groups()->horizontalHeader();
        QCOMPARE(head->sortIndicatorSection(), -1);
        QCOMPARE(words(u"groupOrder"_s), u"by time left, then value at risk"_s);
        QVERIFY(!back(u"groupOrder"_s)->isVisible());
        clickHead(groups(), GroupTableModel::CountColumn); // the most first
        QCOMPARE(m_groups->queries.constLast().order, (ProblemOrder{ProblemSort::Count, false}));
        QCOMPARE(head->sortIndicatorSection(), int(GroupTableModel::CountColumn));
        QCOMPARE(head->sortIndicatorOrder(), Qt::DescendingOrder);
        QCOMPARE(words(u"groupOrder"_s), u"by Problems \u2193"_s);
        clickHead(groups(), GroupTableModel::CountColumn);
        QCOMPARE(m_groups->queries.constLast().order, (ProblemOrder{ProblemSort::Count, true}));
        QCOMPARE(head->sortIndicatorOrder(), Qt::AscendingOrder);
        clickHead(groups(), GroupTableModel::CountColumn); // and as usual
        QCOMPARE(m_groups->queries.constLast().order, ProblemOrder());
        QCOMPARE(head->sortIndicatorSection(), -1);
        clickHead(groups(), GroupTableModel::DueColumn); // what is due first
        QCOMPARE(m_groups->queries.constLast().order, (ProblemOrder{ProblemSort::Due, true}));
        const auto asked = m_groups->queries.size();
        QTest::mouseClick(back(u"groupOrder"_s), Qt::LeftButton);
        QCOMPARE(m_groups->queries.size(), asked + 1);
        QCOMPARE(m_groups->queries.constLast().order, ProblemOrder());
        QVERIFY(!back(u"groupOrder"_s)->isVisible());
        QVERIFY(groups()->hasFocus());
    }

    void aColumnWithoutAnOrderSaysSo()
    {
        QSignalSpy said(m_view.get(), &TriageView::notice);
        const auto asked = m_groups->queries.size();
        clickHead(groups(), GroupTableModel::TitleColumn);
        QCOMPARE(said.size(), 1);
        QVERIFY(said.at(0).at(0).toString().contains(u"Problems"_s)); // by what it can be
        QCOMPARE(m_groups->queries.size(), asked);
        QCOMPARE(groups()->horizontalHeader()->sortIndicatorSection(), -1);
    }

    void theCursorAndTheSelectionStayOnTheirGroups()
    {
        QTest::keyClick(groups(), Qt::Key_J);
        QTest::keyClick(groups(), Qt::Key_J, Qt::ShiftModifier);
        QCOMPARE(groups()->currentId().toLongLong(), 3);
        const QList<qint64> before = selected(groups());
        clickHead(groups(), GroupTableModel::CountColumn);
        QList<ExceptionGroup> sorted = fixtureGroups();
        std::ranges::reverse(sorted);
        answer(sorted);
        QTRY_COMPARE(groups()->model()->index(0, 0).data(ItemRoles::IdRole).toLongLong(), 7);
        QCOMPARE(groups()->currentId().toLongLong(), 3);
        QList<qint64> now = selected(groups());
        std::ranges::sort(now);
        QCOMPARE(now, before);
    }

    void byKeyboard()
    {
        for (int i = 0; i < GroupTableModel::DueColumn; ++i)
            QTest::keyClick(groups(), Qt::Key_Right);
        const auto column = GroupTableModel::Column(groups()->currentIndex().column());
        QVERIFY(groups()->model()->headerData(column, Qt::Horizontal, ItemRoles::SortRole).isValid());
        QTest::keyClick(groups(), Qt::Key_S, Qt::ShiftModifier);
        const ProblemOrder first = m_groups->queries.constLast().order;
        QVERIFY(first != ProblemOrder());
        QTest::keyClick(groups(), Qt::Key_S, Qt::ShiftModifier);
        QCOMPARE(m_groups->queries.constLast().order, (ProblemOrder{first.sort, !first.ascending}));
        QTest::keyClick(groups(), Qt::Key_S, Qt::ShiftModifier);
        QCOMPARE(m_groups->queries.constLast().order, ProblemOrder());
        QTest::keyClick(groups(), Qt::Key_S); // anew, as usual
        QCOMPARE(m_groups->queries.constLast().order, ProblemOrder());
    }

    void theOrderStaysWithAnotherFilter()
    {
        clickHead(groups(), GroupTableModel::ValueColumn);
        m_view->chooseQueue(QueueLine{ExceptionQueue::Mine, {}, {}}.key());
        QCOMPARE(m_groups->queries.constLast().queue, ExceptionQueue::Mine);
        QCOMPARE(m_groups->queries.constLast().order, (ProblemOrder{ProblemSort::Value, false}));
    }

    void problemsByAClickOnTheHead()
    {
        showProblems(exceptionPage(500, 301, true));
        const QHeaderView* head = problems()->horizontalHeader();
        QCOMPARE(head->sortIndicatorSection(), int(ExceptionTableModel::SinceColumn));
        QCOMPARE(head->sortIndicatorOrder(), Qt::DescendingOrder);
        QCOMPARE(words(u"problemOrder"_s), u"the newest first"_s);
        clickHead(problems(), ExceptionTableModel::SinceColumn);
        QCOMPARE(m_source->queries.constLast().order, (ProblemOrder{ProblemSort::Opened, true}));
        QVERIFY(!m_source->queries.constLast().after);
        m_source->pages.answer(m_source->pages.size() - 1, exceptionPage(600, 301, true));
        QTRY_VERIFY(m_view->isSettled() || m_view->model().rowCount() == 300);
        clickHead(problems(), ExceptionTableModel::SinceColumn);
        QCOMPARE(m_source->queries.constLast().order, ProblemOrder()); // that is the usual one
        clickHead(problems(), ExceptionTableModel::DueColumn);
        QCOMPARE(m_source->queries.constLast().order, (ProblemOrder{ProblemSort::Due, true}));
        QTest::mouseClick(back(u"problemOrder"_s), Qt::LeftButton);
        QCOMPARE(m_source->queries.constLast().order, ProblemOrder());
        QSignalSpy said(m_view.get(), &TriageView::notice);
        clickHead(problems(), ExceptionTableModel::ProblemColumn);
        QCOMPARE(said.size(), 1);
        QVERIFY(said.at(0).at(0).toString().contains(u"Due"_s));
    }

    /// Also where the new order has it on a later page.
    void theCursorStaysOnItsProblem()
    {
        showProblems(exceptionPage(500, 301, true));
        QTest::keyClick(problems(), Qt::Key_J);
        QTest::keyClick(problems(), Qt::Key_J, Qt::ShiftModifier);
        QCOMPARE(problems()->currentId().toLongLong(), 498);
        sortByDue();
        m_source->pages.answer(m_source->pages.size() - 1, exceptionPage(300, 101, true));
        QTRY_COMPARE(m_source->queries.constLast().after, exceptionPage(300, 101, true).next);
        QCOMPARE(m_source->queries.constLast().order.sort, ProblemSort::Due);
        QCOMPARE(problems()->currentId().toLongLong(), 498); // until they are there the others stay
        m_source->pages.answer(m_source->pages.size() - 1, exceptionPage(500, 401, true));
        QTRY_COMPARE(m_view->model().rowCount(), 300);
        QCOMPARE(problems()->currentId().toLongLong(), 498);
        QCOMPARE(selected(problems()), (QList<qint64>{499, 498}));
        QVERIFY(problems()->visualRect(problems()->currentIndex()).intersects(problems()->viewport()->rect()));
        problems()->scrollToBottom(); // and on from there
        QTRY_COMPARE(m_source->queries.constLast().after, exceptionPage(500, 401, true).next);
    }

    void aProblemBeyondTheListIsSaid()
    {
        showProblems(exceptionPage(500, 301, true));
        QTest::keyClick(problems(), Qt::Key_J);
        QSignalSpy said(m_view.get(), &TriageView::notice);
        sortByDue();
        qint64 last = 200'000;
        for (int rows = 0; rows < ExceptionTableModel::rowLimit;) {
            const int limit = m_source->queries.constLast().limit;
            const auto asked = m_source->pages.size();
            m_source->pages.answer(asked - 1, exceptionPage(last, last - limit + 1, true));
            last -= limit;
            rows += limit;
            if (rows < ExceptionTableModel::rowLimit)
                QTRY_COMPARE(m_source->pages.size(), asked + 1);
        }
        QTRY_COMPARE(m_view->model().rowCount(), int(ExceptionTableModel::rowLimit));
        QCOMPARE(problems()->currentIndex().row(), 0);
        QCOMPARE(said.size(), 1);
    }

    void savedViewsKeepTheOrderOfBothLists()
    {
        clickHead(groups(), GroupTableModel::CountColumn);
        showProblems(exceptionPage(500, 301, true));
        sortByDue();
        const SavedView view = m_view->shownView();
        QCOMPARE(view.groupOrder, (ProblemOrder{ProblemSort::Count, false}));
        QCOMPARE(view.problemOrder, (ProblemOrder{ProblemSort::Due, true}));
        m_view->showView(SavedView{.screen = SavedView::Screen::Triage, .grouped = false}); // one of before
        QCOMPARE(m_view->model().order(), ProblemOrder());
        QCOMPARE(m_view->groupPane()->order(), ProblemOrder());
        m_view->showView(view);
        QCOMPARE(m_source->queries.constLast().order, view.problemOrder);
        QCOMPARE(problems()->horizontalHeader()->sortIndicatorSection(), int(ExceptionTableModel::DueColumn));
        m_view->setGrouped(true);
        QCOMPARE(m_groups->queries.constLast().order, view.groupOrder);
        QCOMPARE(groups()->horizontalHeader()->sortIndicatorSection(), int(GroupTableModel::CountColumn));
    }

    /// Whatever the list is sorted by: into the one that is the most urgent.
    void mergesIntoTheMostUrgent()
    {
        clickHead(groups(), GroupTableModel::CountColumn);
        QList<ExceptionGroup> sorted = fixtureGroups();
        std::ranges::reverse(sorted);
        answer(sorted);
        QTRY_COMPARE(groups()->model()->index(0, 0).data(ItemRoles::IdRole).toLongLong(), 7);
        groups()->selectAll();
        QTest::keyClick(groups(), Qt::Key_M);
        QCOMPARE(m_groups->merged.constLast().second, 1);
    }

private:
    void answer(const QList<ExceptionGroup>& groups)
    {
        m_groups->pages.answer(m_groups->pages.size() - 1, GroupPage{groups, false, fixtureNow()});
    }
    void showProblems(const ExceptionPage& page)
    {
        QTest::keyClick(groups(), Qt::Key_V);
        QCOMPARE(m_source->pages.size(), std::size_t(1));
        m_source->pages.answer(0, page);
        QTRY_COMPARE(m_view->model().rowCount(), int(page.exceptions.size()));
        problems()->setFocus();
        problems()->setColumnHidden(ExceptionTableModel::DueColumn, false);
    }
    void sortByDue()
    {
        clickHead(problems(), ExceptionTableModel::DueColumn);
        QCOMPARE(m_source->queries.constLast().order, (ProblemOrder{ProblemSort::Due, true}));
    }
    static void clickHead(TableView* table, int column)
    {
        table->setColumnHidden(column, false);
        const QHeaderView* head = table->horizontalHeader();
        table->scrollTo(table->model()->index(0, column));
        const int x = head->sectionViewportPosition(column) + head->sectionSize(column) / 2;
        QTest::mouseClick(head->viewport(), Qt::LeftButton, {}, QPoint(x, head->height() / 2));
    }
    static QList<qint64> selected(const TableView* table)
    {
        QList<qint64> ids;
        for (const QModelIndex& index : table->selectionModel()->selectedRows())
            ids.append(index.data(ItemRoles::IdRole).toLongLong());
        return ids;
    }
    QString words(const QString& line) const
    {
        return child<QLabel>(*child<QWidget>(*m_view, line), u"orderWords"_s)->text();
    }
    QToolButton* back(const QString& line) const
    {
        return child<QToolButton>(*child<QWidget>(*m_view, line), u"standardOrder"_s);
    }
    TableView* groups() const { return m_view->groupPane()->table(); }
    TableView* problems() const { return m_view->table(); }

    FakeClock m_clock{fixtureNow()};
    Theme m_theme{Theme::Mode::Light};
    std::unique_ptr<FakeExceptions> m_source;
    std::unique_ptr<FakeOperations> m_gateway;
    std::unique_ptr<FakeGroups> m_groups;
    std::unique_ptr<FakeFeed> m_feed;
    std::unique_ptr<TriageView> m_view;
};

SIGNALBOX_TEST(TestTriageSort)
#include "tst_triagesort.moc"
