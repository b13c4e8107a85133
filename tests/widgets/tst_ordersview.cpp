// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeordersource.h"
#include "models/items/ordertablemodel.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testprogram.h"
#include "viewsupport.h"
#include "widgets/common/banner.h"
#include "widgets/common/completionpopup.h"
#include "widgets/common/filterbar.h"
#include "widgets/common/filteredit.h"
#include "widgets/common/tableview.h"
#include "widgets/common/theme.h"
#include "widgets/common/viewstates.h"
#include "widgets/orders/ordersview.h"

#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

class tst_OrdersView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clock = std::make_unique<FakeClock>(fakeNow());
        m_source = std::make_unique<FakeOrderSource>();
        m_model = std::make_unique<OrderTableModel>(*m_source, *m_clock);
        m_view = std::make_unique<OrdersView>(*m_model, *m_clock, m_theme);
        m_view->resize(1100, 700);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        m_table = child<TableView>(*m_view, u"orders"_s);
        m_line = child<FilterEdit>(*m_view, u"filter"_s);
    }
    void cleanup()
    {
        m_view.reset();
        m_model.reset();
        m_source.reset();
    }

    void asksOnlyWhenStarted();
    void showsRowsEmptyAndFailed();
    void retryAsksAgain();
    void readsOnWhenScrolledNearTheEnd();
    void keepsTheSelectionOverRefreshSortAndFilter();
    void keepsWhatIsLookedAtWhenRowsComeAbove();
    void newOrdersWaitBehindThePill();
    void newOrdersComeByThemselvesAtTheTop();
    void sortsByHeaderOnlyWhereTheServerCan();
    void tagsAreAskedForTheSelectedOrders();
    void enterOpensAndFFilters();
    void pastedNumbersBecomeTheFilter();
    void emptyFilterCanBeCleared();
    void oldRowsStayWhenARefreshFails();
    void saysHowManyThereAre();
    void isReachableByKeyboardAndScreenReader();

private:
    void answer(std::size_t call, const OrderPage& page)
    {
        m_source->pages.answer(call, page);
        QTRY_VERIFY(!m_model->isLoading());
    }
    void startWith(const OrderPage& page)
    {
        m_view->start();
        answer(0, page);
    }
    ViewStates::State state() const { return child<ViewStates>(*m_view, u"ordersStates"_s)->state(); }
    QString countText() const { return child<QLabel>(*m_view, u"orderCount"_s)->text(); }

    Theme m_theme;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<FakeOrderSource> m_source;
    std::unique_ptr<OrderTableModel> m_model;
    std::unique_ptr<OrdersView> m_view;
    TableView* m_table = nullptr;
    FilterEdit* m_line = nullptr;
};

void tst_OrdersView::asksOnlyWhenStarted()
{
    QCOMPARE(m_source->requests.size(), 0);
    m_view->refresh();
    QCOMPARE(m_source->requests.size(), 0);
    m_view->start();
    m_view->start();
    QCOMPARE(m_source->requests.size(), 1);
    QVERIFY(!m_view->isSettled());
}

void tst_OrdersView::showsRowsEmptyAndFailed()
{
    QCOMPARE(state(), ViewStates::State::Loading);
    startWith(fakePage(30, 1));
    QCOMPARE(state(), ViewStates::State::Content);
    QVERIFY(m_view->isSettled());
    m_view->setFilterText(u"channel:pos"_s);
    QCOMPARE(state(), ViewStates::State::Content); // the old rows stay until the answer
    answer(1, OrderPage());
    QCOMPARE(state(), ViewStates::State::Empty);
    m_view->setFilterText(u"channel:web"_s);
    m_source->pages.answer(2, Error{Failure::Other, u"It broke."_s, {}, {}});
    QTRY_COMPARE(state(), ViewStates::State::Failed);
    QCOMPARE(child<QLabel>(*m_view, u"messageText"_s)->text(), u"It broke."_s);
}

void tst_OrdersView::retryAsksAgain()
{
    m_view->start();
    m_source->pages.answer(0, Error{Failure::Connection, u"gone"_s, {}, {}});
    QTRY_COMPARE(state(), ViewStates::State::Failed);
    auto* button = child<QPushButton>(*m_view, u"messageAction"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(m_source->requests.size(), 2);
    answer(1, fakePage(3, 1));
    QCOMPARE(state(), ViewStates::State::Content);
}

void tst_OrdersView::readsOnWhenScrolledNearTheEnd()
{
    startWith(fakePage(400, 201, true));
    QCoreApplication::processEvents();
    QCOMPARE(m_source->requests.size(), 1);
    m_table->verticalScrollBar()->setValue(m_table->verticalScrollBar()->maximum() / 2);
    QTRY_COMPARE(m_source->requests.size(), 2);
    answer(1, fakePage(200, 101, true));
    QCOMPARE(m_model->rowCount(), 300);
}

void tst_OrdersView::keepsTheSelectionOverRefreshSortAndFilter()
{
    startWith(fakePage(30, 1));
    m_view->select(20);
    m_table->setFocus();
    QTest::keyClick(m_table, Qt::Key_J, Qt::ShiftModifier);
    const auto selected = [this] {
        QSet<qint64> ids;
        for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
            ids.insert(index.data(ItemRoles::IdRole).toLongLong());
        return ids;
    };
    QCOMPARE(selected(), (QSet<qint64>{20, 19}));
    QCOMPARE(m_view->currentOrder(), 19);

    m_view->refresh();
    answer(1, fakePage(40, 5));
    QCOMPARE(selected(), (QSet<qint64>{20, 19}));
    QCOMPARE(m_view->currentOrder(), 19);

    m_view->setFilterText(u"channel:shop-de"_s);
    answer(2, fakePage(25, 10));
    QCOMPARE(selected(), (QSet<qint64>{20, 19}));
    QCOMPARE(m_view->currentOrder(), 19);

    m_view->setFilterText(u"channel:shop-d*"_s);
    answer(3, fakePage(19, 10)); // 20 is not in it
    QCOMPARE(selected(), QSet<qint64>{19});
}

void tst_OrdersView::keepsWhatIsLookedAtWhenRowsComeAbove()
{
    startWith(fakePage(200, 1));
    m_table->verticalScrollBar()->setValue(50 * Theme::rowHeight + 7);
    const qint64 top = m_model->order(m_table->rowAt(0)).id;
    const int offset = m_table->rowViewportPosition(m_table->rowAt(0));
    m_view->refresh();
    answer(1, fakePage(230, 1));
    QCOMPARE(m_model->order(m_table->rowAt(0)).id, top);
    QCOMPARE(m_table->rowViewportPosition(m_table->rowAt(0)), offset);
}

void tst_OrdersView::newOrdersWaitBehindThePill()
{
    startWith(fakePage(100, 1));
    m_view->select(60);
    auto* pill = child<QPushButton>(*m_view, u"newOrders"_s);
    QVERIFY(!pill->isVisible());
    m_model->apply({{101, 102}, {fakeOrder(101), fakeOrder(102)}, std::nullopt});
    QCoreApplication::processEvents();
    QVERIFY(pill->isVisible());
    QVERIFY(pill->text().contains(u"2"_s));
    QCOMPARE(m_model->rowCount(), 100);
    QTest::mouseClick(pill, Qt::LeftButton);
    QCOMPARE(m_model->rowCount(), 102);
    QVERIFY(!pill->isVisible());
    QCOMPARE(m_view->currentOrder(), 60);
    QCOMPARE(m_table->rowAt(0), 0);

    m_model->apply({{103}, {fakeOrder(103)}, std::nullopt});
    m_table->setFocus();
    QTest::keyClick(m_table, Qt::Key_N);
    QCOMPARE(m_model->rowCount(), 103);
}

void tst_OrdersView::newOrdersComeByThemselvesAtTheTop()
{
    startWith(fakePage(100, 1));
    m_model->apply({{101}, {fakeOrder(101)}, std::nullopt});
    QTRY_COMPARE(m_model->rowCount(), 101);
    QVERIFY(!child<QPushButton>(*m_view, u"newOrders"_s)->isVisible());
}

void tst_OrdersView::tagsAreAskedForTheSelectedOrders()
{
    m_view->start();
    OrderPage page = fakePage(5, 1);
    page.orders[1].tags = {u"b2b"_s, u"vip"_s};
    m_source->pages.answer(0, page);
    QTRY_COMPARE(m_table->model()->rowCount(), 5);
    QVERIFY(m_table->isColumnHidden(OrderTableModel::TagsColumn)); // until somebody wants it
    const auto cell = [this](int row) { return m_table->model()->index(row, OrderTableModel::TagsColumn); };
    QCOMPARE(cell(1).data().toString(), u"b2b, vip"_s);
    QCOMPARE(cell(1).data(ItemRoles::FilterRole).toString(), u"tag:b2b"_s);
    QCOMPARE(cell(0).data(ItemRoles::FilterRole).toString(), u"-tag:*"_s);
    QSignalSpy asked(m_view.get(), &OrdersView::tagsRequested);
    QSignalSpy notice(m_view.get(), &OrdersView::notice);
    m_view->focusTable();
    QTest::keyClick(m_table, Qt::Key_L);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.at(0).at(0).value<QList<qint64>>(), QList<qint64>{5});
    QCOMPARE(asked.at(0).at(1).toString(), u"order 10005"_s);
    QTest::keyClick(m_table, Qt::Key_J, Qt::ShiftModifier);
    QTest::keyClick(m_table, Qt::Key_L);
    QCOMPARE(asked.at(1).at(0).value<QList<qint64>>().size(), 2);
    m_view->setRoles({u"viewer"_s});
    QTest::keyClick(m_table, Qt::Key_L);
    QCOMPARE(asked.size(), 2);
    QVERIFY(notice.constLast().constFirst().toString().contains(u"signalbox_support"_s));
    // by mouse
    m_view->setRoles({u"admin"_s});
    Q_EMIT m_table->customContextMenuRequested(QPoint(10, 10));
    auto* menu = m_view->findChild<QMenu*>(u"rowMenu"_s);
    QVERIFY(menu);
    QAction* tags = menu->actions().constLast();
    QVERIFY2(tags->text().contains(textOf(Command::Tags)), qPrintable(tags->text()));
    tags->trigger();
    QCOMPARE(asked.size(), 3);
    menu->close();
    // what is in use is offered
    m_view->setTagsInUse({u"vip"_s});
    m_line->setFocus();
    QTest::keyClicks(m_line, u"tag:"_s);
    QCOMPARE(m_line->popup()->count(), 1);
}

void tst_OrdersView::sortsByHeaderOnlyWhereTheServerCan()
{
    startWith(fakePage(10, 1));
    QHeaderView* head = m_table->horizontalHeader();
    QCOMPARE(head->sortIndicatorSection(), int(OrderTableModel::PlacedColumn));
    QCOMPARE(head->sortIndicatorOrder(), Qt::DescendingOrder);
    const auto click = [head](int column) {
        const QPoint at(head->sectionViewportPosition(column) + head->sectionSize(column) / 2, head->height() / 2);
        QTest::mouseClick(head->viewport(), Qt::LeftButton, {}, at);
    };
    QSignalSpy notice(m_view.get(), &OrdersView::notice);
    click(OrderTableModel::SyncColumn);
    QCOMPARE(m_source->requests.size(), 1);
    QCOMPARE(notice.size(), 1);
    QCOMPARE(head->sortIndicatorSection(), int(OrderTableModel::PlacedColumn));
    click(OrderTableModel::NumberColumn);
    QCOMPARE(m_source->requests.size(), 2);
    QCOMPARE(m_source->requests.at(1).sort, OrderSort::Number);
    QCOMPARE(m_source->requests.at(1).direction, Qt::AscendingOrder);
    click(OrderTableModel::NumberColumn);
    QCOMPARE(m_source->requests.at(2).direction, Qt::DescendingOrder);
    QCOMPARE(head->sortIndicatorSection(), int(OrderTableModel::NumberColumn));
}

void tst_OrdersView::enterOpensAndFFilters()
{
    startWith(fakePage(10, 1));
    QSignalSpy opened(m_view.get(), &OrdersView::orderActivated);
    m_view->focusTable();
    QTest::keyClick(m_table, Qt::Key_J);
    QTest::keyClick(m_table, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.at(0).at(0).toLongLong(), 9);
    m_table->setCurrentIndex(m_model->index(2, OrderTableModel::ChannelColumn));
    QTest::keyClick(m_table, Qt::Key_F);
    QCOMPARE(m_view->filterText(), u"channel:shop-de"_s);
    QCOMPARE(m_source->requests.size(), 2);
    answer(1, fakePage(10, 1));
    QTest::keyClick(m_table, Qt::Key_F);
    QCOMPARE(m_view->filterText(), QString());
    QTest::keyClick(m_table, Qt::Key_Slash);
    QTRY_VERIFY(m_line->hasFocus());
    m_line->popup();
    QTest::keyClick(m_line, Qt::Key_Escape);
    QTRY_VERIFY(m_table->hasFocus());
}

void tst_OrdersView::pastedNumbersBecomeTheFilter()
{
    startWith(fakePage(10, 1));
    m_view->focusTable();
    QGuiApplication::clipboard()->setText(u"10003\n10007"_s);
    QTest::keySequence(m_table, QKeySequence::Paste);
    QCOMPARE(m_view->filterText(), u"order:10003,10007"_s);
    QCOMPARE(m_source->requests.size(), 2);
    QCOMPARE(m_source->requests.at(1).filter.term().values, (QStringList{u"10003"_s, u"10007"_s}));
}

void tst_OrdersView::emptyFilterCanBeCleared()
{
    m_view->setFilterText(u"channel:pos"_s);
    startWith(OrderPage());
    QCOMPARE(state(), ViewStates::State::Empty);
    QTest::mouseClick(child<QPushButton>(*m_view, u"messageAction"_s), Qt::LeftButton);
    QCOMPARE(m_view->filterText(), QString());
    QCOMPARE(m_source->requests.size(), 2);
}

void tst_OrdersView::oldRowsStayWhenARefreshFails()
{
    startWith(fakePage(10, 1));
    m_view->refresh();
    m_source->pages.answer(1, Error{Failure::Other, u"Too slow."_s, {}, {}});
    QTRY_VERIFY(m_view->findChild<Banner*>()->isVisible());
    QCOMPARE(state(), ViewStates::State::Content);
    QCOMPARE(m_model->rowCount(), 10);
    QTest::mouseClick(child<QPushButton>(*m_view, u"bannerAction"_s), Qt::LeftButton);
    answer(2, fakePage(11, 1));
    QVERIFY(!m_view->findChild<Banner*>()->isVisible());
}

void tst_OrdersView::saysHowManyThereAre()
{
    startWith(fakePage(400, 201, true));
    m_source->counts.answer(0, CappedCount{10'000, true});
    QTRY_VERIFY(countText().contains(u'+'));
    m_model->apply({{300}, {}, QSet<qint64>()});
    QVERIFY(countText().contains(u'1'));
    m_view->setDisconnected(true);
    QVERIFY(child<QLabel>(*m_view, u"ordersAsOf"_s)->text().contains(u"2026"_s));
}

void tst_OrdersView::isReachableByKeyboardAndScreenReader()
{
    startWith(fakePage(10, 1));
    QCOMPARE(widgetWithoutName(*m_view), QString());
    QSet<QString> names;
    for (const QWidget* widget : m_view->findChildren<QWidget*>()) {
        const QString name = widget->objectName();
        if (name.isEmpty() || name.startsWith(u"qt_"_s))
            continue;
        QVERIFY2(
            !names.contains(name) || widget->parentWidget()->objectName().startsWith(u"message"_s), qPrintable(name));
        names.insert(name);
    }
}

SIGNALBOX_TEST(tst_OrdersView)
#include "tst_ordersview.moc"
