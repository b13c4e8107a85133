// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakesources.h"
#include "models/items/itemroles.h"
#include "orderfixtures.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testprogram.h"
#include "viewsupport.h"
#include "widgets/common/banner.h"
#include "widgets/common/messagepanel.h"
#include "widgets/common/tableview.h"
#include "widgets/common/theme.h"
#include "widgets/common/viewstates.h"
#include "widgets/order/orderheader.h"
#include "widgets/order/orderview.h"
#include "widgets/order/payloadview.h"
#include "widgets/order/timelineview.h"

#include <QClipboard>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {
enum Tab { TimelineTab, StepsTab, DocumentsTab, LinesTab, EventsTab };
}

class TestOrderView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void tellsNumberSentenceAndStates();
    void walksAlongStepsByKeyboard();
    void clickingAStepTellsItInTheStrip();
    void zoomsByKeyAndWheelAndKeepsThePlace();
    void panningStaysWithinTheBars();
    void timelineAndTableShareTheStep();
    void enterGoesToTheEvent();
    void rereadsWhenTheFeedNamesIt();
    void manyNoticesBecomeOneMoreRead();
    void refreshKeepsFocusSelectionAndScroll();
    void dropsTheAnswerForAnOlderOrder();
    void failureOffersRetry();
    void notFoundSaysSo();
    void staleDataStaysAndSaysSo();
    void lostConnectionIsSaid();
    void hiddenPageReadsWhenShownAgain();
    void clockMovesTheSentence();
    void escapeCloses();
    void documentsFilterAndCopy();
    void everyControlHasAName();
    void objectNamesAreUnique();

private:
    void load(const OrderDetail& detail);
    TimelineView& timeline() { return *child<TimelineView>(*m_view, u"timeline"_s); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<FakeOrderDetails> m_source;
    std::unique_ptr<ScriptedFeed> m_feed;
    std::unique_ptr<OrderView> m_view;
};

void TestOrderView::init()
{
    m_theme = std::make_unique<Theme>(Theme::Mode::Light);
    m_theme->attach(*qApp);
    m_clock = std::make_unique<FakeClock>(fixtureNow());
    m_source = std::make_unique<FakeOrderDetails>();
    m_feed = std::make_unique<ScriptedFeed>();
    m_view = std::make_unique<OrderView>(*m_source, *m_feed, *m_clock, *m_theme);
    m_view->resize(1200, 720);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestOrderView::cleanup()
{
    m_view.reset();
}

void TestOrderView::load(const OrderDetail& detail)
{
    QSignalSpy loaded(m_view.get(), &OrderView::loaded);
    m_view->open(detail.order.id);
    QCOMPARE(m_source->ids.constLast(), detail.order.id);
    m_source->details.answer(m_source->details.size() - 1, detail);
    QTRY_COMPARE(loaded.size(), 1);
}

void TestOrderView::tellsNumberSentenceAndStates()
{
    QSignalSpy titles(m_view.get(), &OrderView::titleChanged);
    load(stuckOrder());
    QCOMPARE(child<QLabel>(*m_view, u"orderNumber"_s)->text(), u"10412"_s);
    QCOMPARE(titles.constLast().at(0).toString(), u"Order 10412"_s);
    const QString sentence = child<OrderHeader>(*m_view, u"orderHeader"_s)->sentence();
    QVERIFY2(sentence.contains(u"Material 4711"_s), qPrintable(sentence));
    QStringList chips;
    for (const QWidget* chip : child<OrderHeader>(*m_view, u"orderHeader"_s)->findChildren<QWidget*>()) {
        if (QByteArray(chip->metaObject()->className()) == "Chip")
            chips.append(chip->accessibleName());
    }
    QCOMPARE(chips.size(), 4 + 3); // its states, then its tags
    QCOMPARE(chips.mid(4), (QStringList{u"b2b"_s, u"christmas-2026"_s, u"vip"_s}));
    QSignalSpy tags(m_view.get(), &OrderView::tagsRequested);
    auto* change = child<QToolButton>(*m_view, u"orderTag"_s);
    QVERIFY(!change->isVisible()); // nobody has said that he may
    m_view->setRoles({u"viewer"_s});
    QTest::keyClick(m_view.get(), Qt::Key_L);
    QVERIFY(!change->isVisible() && tags.isEmpty());
    m_view->setRoles({u"support"_s});
    QTest::keyClick(m_view.get(), Qt::Key_L);
    QTest::mouseClick(change, Qt::LeftButton);
    QCOMPARE(tags.size(), 2);
    QVERIFY(chips.contains(u"Target: Breached"_s) || chips.contains(u"Target: Overdue"_s));
}

void TestOrderView::walksAlongStepsByKeyboard()
{
    load(stuckOrder());
    timeline().setFocus();
    QCOMPARE(timeline().currentKey(), u"\nerp_order_creation"_s); // what the order waits for
    QTest::keyClick(&timeline(), Qt::Key_Home);
    QCOMPARE(timeline().currentKey(), u"\norder_captured"_s);
    QTest::keyClick(&timeline(), Qt::Key_Up);
    QCOMPARE(timeline().currentKey(), u"\norder_captured"_s);
    QTest::keyClick(&timeline(), Qt::Key_Down);
    const QString below = timeline().currentKey();
    QVERIFY(below != u"\norder_captured"_s);
    QVERIFY(!timeline().accessibleDescription().isEmpty());
    QTest::keyClick(&timeline(), Qt::Key_K);
    QCOMPARE(timeline().currentKey(), u"\norder_captured"_s);
    QSet<QString> seen;
    for (int i = 0; i < 40; ++i) {
        seen.insert(timeline().currentKey());
        QTest::keyClick(&timeline(), Qt::Key_Right);
    }
    QCOMPARE(seen.size(), stuckOrder().milestones.size()); // through time one comes by every step
}

void TestOrderView::clickingAStepTellsItInTheStrip()
{
    load(lateDelivery());
    const auto shapes = timeline().geometryOfSteps().shapes; // a copy: a click may arrange them anew
    const TimelineFrame frame = timeline().frame();
    for (const TimelineShape& shape : shapes) {
        const QPoint place(
            frame.headWidth() / 2 + 40, frame.axisHeight + int(shape.cell.center().y()) - frame.scroll.y());
        if (!timeline().viewport()->rect().contains(place))
            continue;
        QTest::mouseClick(timeline().viewport(), Qt::LeftButton, {}, place);
        const QString title = child<QLabel>(*m_view, u"stepTitle"_s)->text();
        QVERIFY2(timeline().accessibleDescription().startsWith(title), qPrintable(title));
    }
    timeline().setCurrentKey(u"shipment/1\nshipment_confirmation"_s);
    QVERIFY(child<QLabel>(*m_view, u"stepRemark"_s)->isVisible()); // the anomaly, in words
    timeline().setCurrentKey(u"\ninvoice"_s);
    QVERIFY(!child<QPushButton>(*m_view, u"showEvidence"_s)->isVisible());
}

void TestOrderView::zoomsByKeyAndWheelAndKeepsThePlace()
{
    load(stuckOrder());
    timeline().setFocus();
    QCOMPARE(timeline().zoom(), 1.0);
    QCOMPARE(timeline().horizontalScrollBar()->maximum(), 0);
    QTest::keyClick(&timeline(), Qt::Key_Plus);
    QVERIFY(timeline().zoom() > 1);
    QVERIFY(timeline().horizontalScrollBar()->maximum() > 0);
    QTest::keyClick(&timeline(), Qt::Key_Minus);
    QCOMPARE(timeline().zoom(), 1.0);
    QTest::keyClick(&timeline(), Qt::Key_Minus);
    QCOMPARE(timeline().zoom(), 1.0); // all of it is the least

    const TimelineFrame frame = timeline().frame();
    const int anchor = frame.bars().width() / 3;
    const QDateTime before
        = timeline().geometryOfSteps().scale.momentAt(anchor + timeline().horizontalScrollBar()->value());
    QWheelEvent turn(QPointF(frame.headWidth() + anchor, 200),
        timeline().viewport()->mapToGlobal(QPointF(frame.headWidth() + anchor, 200)), {}, {0, 480}, Qt::NoButton,
        Qt::ControlModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(timeline().viewport(), &turn);
    QVERIFY(timeline().zoom() > 2);
    const QDateTime after
        = timeline().geometryOfSteps().scale.momentAt(anchor + timeline().horizontalScrollBar()->value());
    QVERIFY2(std::abs(before.secsTo(after)) < 240, qPrintable(QString::number(before.secsTo(after))));
    QTest::mouseClick(child<QToolButton>(*m_view, u"zoomFit"_s), Qt::LeftButton);
    QCOMPARE(timeline().zoom(), 1.0);
}

void TestOrderView::panningStaysWithinTheBars()
{
    load(stuckOrder());
    timeline().setZoom(4);
    QScrollBar* bar = timeline().horizontalScrollBar();
    bar->setValue(300);
    const QPoint start = timeline().frame().bars().center();
    QTest::mousePress(timeline().viewport(), Qt::LeftButton, {}, start);
    QTest::mouseMove(timeline().viewport(), start + QPoint(-20, 0));
    QMouseEvent move(QEvent::MouseMove, start + QPointF(-120, 0),
        timeline().viewport()->mapToGlobal(start + QPointF(-120, 0)), Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(timeline().viewport(), &move);
    QCOMPARE(bar->value(), 420);
    QTest::mouseRelease(timeline().viewport(), Qt::LeftButton, {}, start);
}

void TestOrderView::timelineAndTableShareTheStep()
{
    load(returnedOrder());
    auto* steps = child<TableView>(*m_view, u"steps"_s);
    timeline().setCurrentKey(u"return/R-88\ninspection"_s);
    QCOMPARE(steps->currentId().toString(), u"return/R-88\ninspection"_s);
    child<QTabWidget>(*m_view, u"orderTabs"_s)->setCurrentIndex(StepsTab);
    steps->setFocus();
    QTest::keyClick(steps, Qt::Key_J);
    QCOMPARE(timeline().currentKey(), steps->currentId().toString());
    QVERIFY(timeline().currentKey() != u"return/R-88\ninspection"_s);
}

void TestOrderView::enterGoesToTheEvent()
{
    load(stuckOrder());
    timeline().setFocus();
    timeline().setCurrentKey(u"\nvalidation"_s);
    QTest::keyClick(&timeline(), Qt::Key_Return);
    QCOMPARE(child<QTabWidget>(*m_view, u"orderTabs"_s)->currentIndex(), int(EventsTab));
    auto* events = child<TableView>(*m_view, u"events"_s);
    QVERIFY(events->hasFocus());
    QVERIFY(events->currentId().toString().startsWith(u"/shop/de\nevt-validation\n"_s));
    QVERIFY(child<PayloadView>(*m_view, u"payload"_s)
                ->findChild<QPlainTextEdit*>()
                ->toPlainText()
                .contains(u"12345678901234567890.1234500"_s)); // every digit
}

void TestOrderView::rereadsWhenTheFeedNamesIt()
{
    load(stuckOrder());
    const auto before = m_source->details.size();
    Q_EMIT m_feed->ordersChanged({1, 2, 3});
    QCOMPARE(m_source->details.size(), before);
    Q_EMIT m_feed->ordersChanged({1, 7, 3});
    QCOMPARE(m_source->details.size(), before + 1);
    OrderDetail healed = stuckOrder();
    healed.order.sync = SyncState::Done;
    healed.references.append({u"erp"_s, u"sales_order"_s, u"4711093"_s, fixtureNow()});
    m_source->details.answer(before, healed);
    auto* documents = child<TableView>(*m_view, u"documents"_s);
    QTRY_COMPARE(documents->model()->rowCount(), 4);
    Q_EMIT m_feed->everything();
    QCOMPARE(m_source->details.size(), before + 2);
}

void TestOrderView::manyNoticesBecomeOneMoreRead()
{
    load(stuckOrder());
    const auto before = m_source->details.size();
    for (int i = 0; i < 50; ++i)
        Q_EMIT m_feed->ordersChanged({7});
    QCOMPARE(m_source->details.size(), before + 1);
    m_source->details.answer(before, stuckOrder());
    QTRY_COMPARE(m_source->details.size(), before + 2); // what came meanwhile
    m_source->details.answer(before + 1, stuckOrder());
    QCoreApplication::sendPostedEvents(); // all that is on its way, and it must change nothing
    QCOMPARE(m_source->details.size(), before + 2);
}

void TestOrderView::refreshKeepsFocusSelectionAndScroll()
{
    OrderDetail detail = stuckOrder();
    for (int i = 0; i < 80; ++i) {
        BusinessEvent event = detail.events.constFirst();
        event.id = u"more-%1"_s.arg(i);
        event.time = event.time.addSecs(i + 1);
        detail.events.append(event);
    }
    load(detail);
    child<QTabWidget>(*m_view, u"orderTabs"_s)->setCurrentIndex(EventsTab);
    auto* events = child<TableView>(*m_view, u"events"_s);
    events->setFocus();
    events->selectRow(30);
    events->scrollTo(events->model()->index(30, 0), QAbstractItemView::PositionAtTop);
    const QVariant id = events->currentId();
    const int scroll = events->verticalScrollBar()->value();
    QVERIFY(scroll > 0);
    auto* text = child<QPlainTextEdit>(*m_view, u"payloadText"_s);
    text->moveCursor(QTextCursor::End);
    const int cursor = text->textCursor().position();

    m_view->refresh();
    BusinessEvent late = detail.events.constLast();
    late.id = u"late"_s;
    late.time = late.time.addSecs(9000);
    detail.events.append(late);
    QSignalSpy loaded(m_view.get(), &OrderView::loaded);
    m_source->details.answer(m_source->details.size() - 1, detail);
    QTRY_COMPARE(loaded.size(), 1);
    QCOMPARE(events->model()->rowCount(), int(detail.events.size()));
    QCOMPARE(events->currentId(), id);
    QCOMPARE(events->verticalScrollBar()->value(), scroll);
    QVERIFY(events->hasFocus());
    QCOMPARE(text->textCursor().position(), cursor);
    QCOMPARE(child<QTabWidget>(*m_view, u"orderTabs"_s)->currentIndex(), int(EventsTab));
}

void TestOrderView::dropsTheAnswerForAnOlderOrder()
{
    m_view->open(7);
    m_view->open(8);
    QCOMPARE(m_source->ids, (QList<qint64>{7, 8}));
    QSignalSpy loaded(m_view.get(), &OrderView::loaded);
    m_source->details.answer(1, lateDelivery());
    QTRY_COMPARE(loaded.size(), 1);
    m_source->details.answer(0, stuckOrder());
    QCoreApplication::sendPostedEvents(); // all that is on its way, and it must change nothing
    QCOMPARE(loaded.size(), 1);
    QCOMPARE(child<QLabel>(*m_view, u"orderNumber"_s)->text(), u"e481f51c"_s);
}

void TestOrderView::failureOffersRetry()
{
    m_view->open(7);
    m_source->details.answer(0, Error{Failure::Connection, u"The server does not answer."_s, u"Is it running?"_s, {}});
    auto* states = m_view->findChild<ViewStates*>();
    QTRY_COMPARE(states->state(), ViewStates::State::Failed);
    QCOMPARE(child<QLabel>(*m_view, u"messageText"_s)->text(), u"The server does not answer."_s);
    QTest::mouseClick(visibleChild<QPushButton>(*m_view, u"messageAction"_s), Qt::LeftButton);
    QCOMPARE(m_source->details.size(), std::size_t(2));
    m_source->details.answer(1, stuckOrder());
    QTRY_COMPARE(states->state(), ViewStates::State::Content);
}

void TestOrderView::notFoundSaysSo()
{
    QSignalSpy closes(m_view.get(), &OrderView::closeRequested);
    m_view->open(7);
    m_source->details.answer(0, Error{Failure::NotFound, u"no"_s, {}, {}});
    auto* states = m_view->findChild<ViewStates*>();
    QTRY_COMPARE(states->state(), ViewStates::State::Empty);
    QTest::mouseClick(visibleChild<QPushButton>(*m_view, u"messageAction"_s), Qt::LeftButton);
    QCOMPARE(closes.size(), 1);
}

void TestOrderView::staleDataStaysAndSaysSo()
{
    load(stuckOrder());
    m_view->refresh();
    m_source->details.answer(1, Error{Failure::Connection, u"The server does not answer."_s, {}, {}});
    auto* banner = m_view->findChild<Banner*>();
    QTRY_VERIFY(banner->isVisible());
    QVERIFY2(banner->text().contains(u"14:02:11"_s), qPrintable(banner->text()));
    QCOMPARE(child<QLabel>(*m_view, u"orderNumber"_s)->text(), u"10412"_s);
    QTest::mouseClick(child<QPushButton>(*m_view, u"bannerAction"_s), Qt::LeftButton);
    m_source->details.answer(2, stuckOrder());
    QTRY_VERIFY(!banner->isVisible());
}

void TestOrderView::lostConnectionIsSaid()
{
    load(stuckOrder());
    m_feed->setState(ChangeFeed::State::Lost);
    auto* banner = m_view->findChild<Banner*>();
    QVERIFY(banner->isVisible());
    m_feed->setState(ChangeFeed::State::Live);
    Q_EMIT m_feed->everything();
    m_source->details.answer(1, stuckOrder());
    QTRY_VERIFY(!banner->isVisible());
}

void TestOrderView::hiddenPageReadsWhenShownAgain()
{
    load(stuckOrder());
    m_view->hide();
    Q_EMIT m_feed->ordersChanged({7});
    QCOMPARE(m_source->details.size(), std::size_t(1));
    m_view->show();
    QCOMPARE(m_source->details.size(), std::size_t(2));
}

void TestOrderView::clockMovesTheSentence()
{
    OrderDetail detail = lateDelivery();
    load(detail);
    auto* header = child<OrderHeader>(*m_view, u"orderHeader"_s);
    const QString before = header->sentence();
    m_clock->advance(std::chrono::hours(30));
    QTRY_VERIFY(header->sentence() != before);
}

void TestOrderView::escapeCloses()
{
    load(stuckOrder());
    QSignalSpy closes(m_view.get(), &OrderView::closeRequested);
    timeline().setFocus();
    QTest::keyClick(&timeline(), Qt::Key_Escape);
    QCOMPARE(closes.size(), 1);
    child<QTabWidget>(*m_view, u"orderTabs"_s)->setCurrentIndex(LinesTab);
    auto* lines = child<TableView>(*m_view, u"lines"_s);
    lines->setFocus();
    QTest::keyClick(lines, Qt::Key_Escape);
    QCOMPARE(closes.size(), 2);
    QTest::mouseClick(child<QToolButton>(*m_view, u"back"_s), Qt::LeftButton);
    QCOMPARE(closes.size(), 3);
}

void TestOrderView::documentsFilterAndCopy()
{
    load(stuckOrder());
    QTest::keyClick(m_view.get(), Qt::Key_3, Qt::AltModifier);
    auto* documents = child<TableView>(*m_view, u"documents"_s);
    QTRY_VERIFY(documents->hasFocus());
    QSignalSpy filters(m_view.get(), &OrderView::filterRequested);
    documents->setCurrentIndex(documents->model()->index(2, ReferenceModel::IdColumn));
    QTest::keyClick(documents, Qt::Key_F);
    QCOMPARE(filters.size(), 1);
    QCOMPARE(filters.at(0).at(0).toString(), u"ref:0000000004711093"_s);
    QTest::keyClick(documents, Qt::Key_Y);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"0000000004711093"_s);
}

void TestOrderView::everyControlHasAName()
{
    load(lateDelivery());
    for (int tab = TimelineTab; tab <= EventsTab; ++tab) {
        child<QTabWidget>(*m_view, u"orderTabs"_s)->setCurrentIndex(tab);
        QCOMPARE(widgetWithoutName(*m_view), QString());
    }
}

void TestOrderView::objectNamesAreUnique()
{
    load(stuckOrder());
    for (const QString& name :
        {u"timeline"_s, u"steps"_s, u"documents"_s, u"lines"_s, u"events"_s, u"payload"_s, u"orderTabs"_s})
        QCOMPARE(m_view->findChildren<QWidget*>(name).size(), 1);
}

SIGNALBOX_TEST(TestOrderView)
#include "tst_orderview.moc"
