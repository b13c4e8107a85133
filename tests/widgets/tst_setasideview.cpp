// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakesources.h"
#include "models/items/itemroles.h"
#include "orderfixtures.h"
#include "tests/support/markedwords.h"
#include "tests/support/testprogram.h"
#include "viewsupport.h"
#include "widgets/common/banner.h"
#include "widgets/common/tableview.h"
#include "widgets/common/theme.h"
#include "widgets/common/viewstates.h"
#include "widgets/health/setasideview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::StringLiterals;

class TestSetAsideView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void tellsWhatTheRowMeans();
    void nothingWasSetAside();
    void failureOffersRetry();
    void keepsRowsWhenItFails();
    void escapeLeads();
    void copiesRowsAndIds();
    void readsOnWhenScrolled();
    void keepsItsPlaceWhenRowsCome();
    void followsTheFeedWhileItIsSeen();
    void everyControlHasAName();

private:
    void answer(const Outcome<SetAsidePage>& page);

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<FakeHealthFigures> m_source;
    std::unique_ptr<ScriptedFeed> m_feed;
    std::unique_ptr<SetAsideView> m_view;
};

void TestSetAsideView::init()
{
    m_theme = std::make_unique<Theme>(Theme::Mode::Light);
    m_theme->attach(*qApp);
    m_source = std::make_unique<FakeHealthFigures>();
    m_feed = std::make_unique<ScriptedFeed>();
    m_view = std::make_unique<SetAsideView>(*m_source, *m_feed, *m_theme);
    m_view->resize(1200, 700);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_view->focusList();
    QCOMPARE(m_source->setAsideAsked.size(), 1); // when it is shown, not before
}

void TestSetAsideView::cleanup()
{
    m_view.reset();
}

void TestSetAsideView::answer(const Outcome<SetAsidePage>& page)
{
    m_source->setAsidePages.answer(m_source->setAsidePages.size() - 1, page);
    QTRY_VERIFY(m_view->isSettled());
}

void TestSetAsideView::tellsWhatTheRowMeans()
{
    answer(setAsidePage(1000, 991));
    QCOMPARE(QApplication::focusWidget(), m_view->table());
    QCOMPARE(m_view->table()->currentIndex().row(), 0);
    QCOMPARE(child<QLabel>(*m_view, u"setAsideProblem"_s)->text(), u"Unknown type"_s);
    QVERIFY(child<QLabel>(*m_view, u"setAsideReason"_s)->text().contains(u"com.shop.gift.v1"_s));
    const QModelIndex place = m_view->model().index(0, SetAsideModel::PlaceColumn);
    QVERIFY(m_view->table()->columnWidth(place.column())
        >= m_view->table()->fontMetrics().horizontalAdvance(place.data().toString()) + 16); // not cut
    QCOMPARE(place.data(Qt::ToolTipRole), place.data());
    const MarkedWords words({u"RejectionReason"_s});
    QTest::keyClick(m_view->table(), Qt::Key_J);
    QCOMPARE(child<QLabel>(*m_view, u"setAsideProblem"_s)->text(), u"Too few columns"_s);
    QVERIFY(child<QLabel>(*m_view, u"setAsideReason"_s)->text().startsWith(u"~The record has 4"_s));
    QVERIFY(child<QLabel>(*m_view, u"setAsideKept"_s)->text().contains(u"999"_s));
    QVERIFY(child<QLabel>(*m_view, u"setAsideCount"_s)->text().startsWith(u"10 event"_s));
}

void TestSetAsideView::nothingWasSetAside()
{
    answer(SetAsidePage{{}, {}, {}, fixtureNow()});
    QCOMPARE(m_view->findChild<ViewStates*>()->state(), ViewStates::State::Empty);
    QSignalSpy closed(m_view.get(), &SetAsideView::closeRequested);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(closed.size(), 1);
}

void TestSetAsideView::failureOffersRetry()
{
    answer(Error{Failure::Connection, u"The server does not answer."_s, {}, {}});
    auto* states = m_view->findChild<ViewStates*>();
    QCOMPARE(states->state(), ViewStates::State::Failed);
    QTest::mouseClick(visibleChild<QPushButton>(*m_view, u"messageAction"_s), Qt::LeftButton);
    QCOMPARE(m_source->setAsideAsked.size(), 2);
    answer(setAsidePage(1000, 991));
    QCOMPARE(states->state(), ViewStates::State::Content);
}

void TestSetAsideView::keepsRowsWhenItFails()
{
    answer(setAsidePage(1000, 991));
    m_view->refresh();
    answer(Error{Failure::Connection, u"The server does not answer."_s, {}, {}});
    QVERIFY(m_view->findChild<Banner*>()->isVisible());
    QCOMPARE(m_view->model().rowCount(), 10);
    QVERIFY(child<QLabel>(*m_view, u"setAsideAsOf"_s)->text().startsWith(u"Not up to date"_s));
    m_view->refresh();
    answer(setAsidePage(1000, 991));
    QVERIFY(!m_view->findChild<Banner*>()->isVisible());
}

void TestSetAsideView::escapeLeads()
{
    answer(setAsidePage(1000, 991));
    QSignalSpy closed(m_view.get(), &SetAsideView::closeRequested);
    QTest::keyClick(m_view->table(), Qt::Key_Escape);
    QTest::mouseClick(child<QToolButton>(*m_view, u"back"_s), Qt::LeftButton);
    QCOMPARE(closed.size(), 2);
}

void TestSetAsideView::copiesRowsAndIds()
{
    answer(setAsidePage(1000, 991));
    QSignalSpy said(m_view.get(), &SetAsideView::notice);
    QTest::keyClick(m_view->table(), Qt::Key_Y);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"gift-1000"_s);
    QTest::keyClick(m_view->table(), Qt::Key_J, Qt::ShiftModifier);
    QTest::keyClick(m_view->table(), Qt::Key_C, Qt::ControlModifier);
    const QStringList rows = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.at(0).split(u'\t').size(), SetAsideModel::ColumnCount - 1); // without the one that is hidden
    QVERIFY(rows.at(1).contains(u"Too few columns"_s));
    QCOMPARE(said.size(), 2);
}

void TestSetAsideView::readsOnWhenScrolled()
{
    answer(setAsidePage(1000, 801, true));
    QCOMPARE(m_source->setAsideAsked.size(), 1);
    m_view->table()->verticalScrollBar()->setValue(m_view->table()->verticalScrollBar()->maximum());
    QTRY_COMPARE(m_source->setAsideAsked.size(), 2);
    QCOMPARE(m_source->setAsideAsked.at(1).first, (SetAsideCursor{u"behind 801"_s, 801}));
    answer(setAsidePage(800, 751));
    QCOMPARE(m_view->model().rowCount(), 250);
}

void TestSetAsideView::keepsItsPlaceWhenRowsCome()
{
    answer(setAsidePage(1000, 901));
    TableView* table = m_view->table();
    table->makeCurrent(40);
    table->verticalScrollBar()->setValue(35 * Theme::rowHeight + 7);
    const int place = table->rowViewportPosition(40);
    m_view->refresh();
    answer(setAsidePage(1004, 901));
    QCOMPARE(table->currentId().toLongLong(), 960);
    QCOMPARE(table->rowViewportPosition(44), place);
    SetAsidePage again = setAsidePage(1004, 901);
    again.events[44].lastAt = fixtureNow().addSecs(600); // the current one comes once more
    again.events.move(44, 0);
    m_view->refresh();
    answer(again);
    QCOMPARE(table->currentId().toLongLong(), 960);
    QCOMPARE(table->currentIndex().row(), 0);
}

void TestSetAsideView::followsTheFeedWhileItIsSeen()
{
    answer(setAsidePage(1000, 991));
    for (int i = 0; i < 100; ++i)
        Q_EMIT m_feed->ordersChanged({i});
    QCOMPARE(m_source->setAsideAsked.size(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(m_source->setAsideAsked.size(), 2, 4000);
    answer(setAsidePage(1000, 991));
    m_view->hide();
    Q_EMIT m_feed->everything();
    QCoreApplication::sendPostedEvents(); // all that is on its way, and it must change nothing
    QCOMPARE(m_source->setAsideAsked.size(), 2);
    m_view->show();
    QCOMPARE(m_source->setAsideAsked.size(), 3);
}

void TestSetAsideView::everyControlHasAName()
{
    answer(setAsidePage(1000, 991));
    QCOMPARE(widgetWithoutName(*m_view), QString());
}

SIGNALBOX_TEST(TestSetAsideView)
#include "tst_setasideview.moc"
