// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeordersource.h"
#include "models/items/orderliveupdates.h"
#include "models/items/ordertablemodel.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

FilterExpression channelFilter(const QString& channel)
{
    FilterTerm term;
    term.field = FilterField::Channel;
    term.values = {channel};
    return FilterExpression(term);
}

QList<qint64> idsOf(const OrderTableModel& model)
{
    QList<qint64> ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids.append(model.order(row).id);
    return ids;
}

QList<qint64> range(qint64 first, qint64 last)
{
    QList<qint64> ids;
    for (qint64 id = first; id >= last; --id)
        ids.append(id);
    return ids;
}

/// "0-3;7-7" from the signals of rows inserted or removed.
QString rowsText(const QSignalSpy& spy)
{
    QStringList texts;
    for (const QList<QVariant>& call : spy)
        texts.append(QString::number(call.at(1).toInt()) + u'-' + QString::number(call.at(2).toInt()));
    return texts.join(u';');
}

QString changedText(const QSignalSpy& spy)
{
    QStringList texts;
    for (const QList<QVariant>& call : spy)
        texts.append(
            QString::number(call.at(0).toModelIndex().row()) + u'-' + QString::number(call.at(1).toModelIndex().row()));
    return texts.join(u';');
}

const Error brokenLink{Failure::Connection, u"gone"_s, {}, {}};
const Error pushedOut{Failure::Cancelled, {}, {}, {}};

/// A server that answers at once from a list of orders, for the random test: newest first, filter = sync is waiting.
class TinyServer final : public OrderSource
{
public:
    QFuture<Outcome<OrderPage>> page(const OrderPageRequest& request) override
    {
        OrderPage page;
        const QList<Order> all = matching();
        qsizetype at = 0;
        if (request.after) {
            while (at < all.size() && !isBehind(all.at(at), *request.after))
                ++at;
        }
        page.orders = all.mid(at, request.limit);
        if (at + request.limit < all.size())
            page.next = OrderCursor{
                QString::number(page.orders.constLast().placedAt.toMSecsSinceEpoch()), page.orders.constLast().id};
        page.asOf = fakeNow();
        return ready<OrderPage>(page);
    }
    QFuture<Outcome<CappedCount>> count(const FilterExpression&, qint64) override
    {
        return ready<CappedCount>(CappedCount{matching().size(), false});
    }
    QFuture<Outcome<QList<Order>>> byIds(const QList<qint64>&) override { return ready<QList<Order>>(QList<Order>()); }
    QFuture<Outcome<OrderDetail>> detail(qint64) override { return ready<OrderDetail>(OrderDetail()); }
    QFuture<Outcome<QList<Order>>> find(const QString&, int) override { return ready<QList<Order>>(QList<Order>()); }

    static bool matches(const Order& order) { return order.sync == SyncState::Waiting; }
    static bool before(const Order& a, const Order& b)
    {
        return a.placedAt != b.placedAt ? a.placedAt > b.placedAt : a.id > b.id;
    }
    QList<Order> matching() const
    {
        QList<Order> all;
        for (const Order& order : orders) {
            if (matches(order))
                all.append(order);
        }
        std::sort(all.begin(), all.end(), before);
        return all;
    }
    OrderChanges changesOf(const QList<qint64>& ids) const
    {
        OrderChanges changes{ids, {}, QSet<qint64>()};
        for (const qint64 id : ids) {
            if (!orders.contains(id))
                continue;
            changes.orders.append(orders.value(id));
            if (matches(orders.value(id)))
                changes.matching->insert(id);
        }
        return changes;
    }

    QHash<qint64, Order> orders;

private:
    static bool isBehind(const Order& order, const OrderCursor& cursor)
    {
        const qint64 key = cursor.key.toLongLong();
        const qint64 own = order.placedAt.toMSecsSinceEpoch();
        return own != key ? own < key : order.id < cursor.id;
    }
    template<typename T>
    static QFuture<Outcome<T>> ready(const T& value)
    {
        QPromise<Outcome<T>> promise;
        promise.start();
        promise.addResult(Outcome<T>(value));
        promise.finish();
        return promise.future();
    }
};

} // namespace

class tst_OrderTableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clock = std::make_unique<FakeClock>(fakeNow());
        m_source = std::make_unique<FakeOrderSource>();
        m_model = std::make_unique<OrderTableModel>(*m_source, *m_clock);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_source.reset();
    }

    void asksNothingBeforeAQuestion();
    void readsPageByPageByKey();
    void dropsAReplyForAnOlderFilter();
    void keepsTheOldRowsUntilTheFirstPageIsThere();
    void clearsRowsOfAnotherQuestionOnFailure();
    void doesNotAskAgainByItselfAfterAFailedPage();
    void asksAgainWhenAnotherRequestPushedItOut();
    void showsAnOrderThatMovedBetweenPagesOnce();
    void sortsOnTheServerByThreeColumnsOnly();
    void stopsAtTheRowLimitAndSaysSo();
    void refreshMergesWithTheFewestSignals();
    void refreshKeepsPersistentIndexesWhenTheOrderChanges();
    void refreshReadsAsManyRowsAsThereAre();
    void refreshKeepsTheRowsWhenItFails();
    void patchesByKeyAndIgnoresOlderVersions();
    void marksARowThatLeftTheFilterAndKeepsIt();
    void gathersNewOrdersUntilTheyAreWanted();
    void leavesOrdersBehindTheLoadedRowsToPaging();
    void insertsGatheredOrdersWhereTheyBelong();
    void readsAgainWhenTheServersOrderIsNotOurs();
    void tickSpeaksOnlyWhenWordsChange();
    void tellsValuesStatesAndFilters();
    void followsTheFeedInBatches();
    void asksTheFilterWhichOrdersStillMatch();
    void readsAgainWhatWasPushedOut();
    void waitsForThePageThatIsLoading();
    void leavesALostConnectionToTheNextEverything();
    void survivesRandomChanges_data();
    void survivesRandomChanges();

private:
    void load(qint64 first, qint64 last, bool more = false)
    {
        m_model->ask({}, OrderSort::PlacedAt, Qt::DescendingOrder);
        const std::size_t call = m_source->pages.size() - 1;
        m_source->pages.answer(call, fakePage(first, last, more));
        QTRY_VERIFY(!m_model->isLoading());
    }

    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<FakeOrderSource> m_source;
    std::unique_ptr<OrderTableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void tst_OrderTableModel::asksNothingBeforeAQuestion()
{
    QVERIFY(!m_model->canFetchMore({}));
    m_model->fetchMore({});
    QCOMPARE(m_source->requests.size(), 0);
    QCOMPARE(m_model->columnCount(), int(OrderTableModel::ColumnCount));
    QCOMPARE(m_model->columnCount(m_model->index(0, 0)), int(OrderTableModel::ColumnCount));
}

void tst_OrderTableModel::readsPageByPageByKey()
{
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    load(400, 201, true);
    QCOMPARE(m_source->requests.size(), 1);
    QCOMPARE(m_source->requests.at(0).limit, 200);
    QVERIFY(!m_source->requests.at(0).after);
    QVERIFY(m_model->canFetchMore({}));

    m_model->fetchMore({});
    m_model->fetchMore({}); // a view asks more than once
    QCOMPARE(m_source->requests.size(), 2);
    QCOMPARE(m_source->requests.at(1).after, std::optional(OrderCursor{u"201"_s, 201}));
    m_source->pages.answer(1, fakePage(200, 150));
    QTRY_COMPARE(m_model->rowCount(), 251);
    QCOMPARE(idsOf(*m_model), range(400, 150));
    QCOMPARE(rowsText(inserted), u"200-250"_s);
    QVERIFY(!m_model->canFetchMore({}));
    QVERIFY(m_model->isComplete());
}

void tst_OrderTableModel::dropsAReplyForAnOlderFilter()
{
    m_model->ask(channelFilter(u"pos"_s), OrderSort::PlacedAt, Qt::DescendingOrder);
    m_model->ask(channelFilter(u"web"_s), OrderSort::PlacedAt, Qt::DescendingOrder);
    m_source->pages.answer(1, fakePage(5, 4));
    QTRY_COMPARE(m_model->rowCount(), 2);
    m_source->pages.answer(0, fakePage(90, 80));
    m_source->counts.answer(1, CappedCount{2, false});
    m_source->counts.answer(0, CappedCount{11, false});
    QTRY_VERIFY(m_model->total());
    QCoreApplication::processEvents();
    QCOMPARE(idsOf(*m_model), range(5, 4));
    QCOMPARE(m_model->total()->count, 2);
}

void tst_OrderTableModel::keepsTheOldRowsUntilTheFirstPageIsThere()
{
    load(10, 1);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    m_model->ask(channelFilter(u"web"_s), OrderSort::PlacedAt, Qt::DescendingOrder);
    QVERIFY(!m_model->hasAnswer());
    QVERIFY(!m_model->canFetchMore({}));
    QCOMPARE(m_model->rowCount(), 10);
    QCOMPARE(reset.size(), 0);
    m_source->pages.answer(1, fakePage(3, 3));
    QTRY_COMPARE(reset.size(), 1);
    QCOMPARE(idsOf(*m_model), range(3, 3));
}

void tst_OrderTableModel::clearsRowsOfAnotherQuestionOnFailure()
{
    load(10, 1);
    QSignalSpy failed(m_model.get(), &OrderTableModel::failed);
    m_model->ask(channelFilter(u"web"_s), OrderSort::PlacedAt, Qt::DescendingOrder);
    m_source->pages.answer(1, brokenLink);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(m_model->rowCount(), 0);
    m_model->retry();
    m_source->pages.answer(2, fakePage(2, 1));
    QTRY_COMPARE(m_model->rowCount(), 2);
}

void tst_OrderTableModel::doesNotAskAgainByItselfAfterAFailedPage()
{
    load(400, 201, true);
    m_model->fetchMore({});
    QSignalSpy failed(m_model.get(), &OrderTableModel::failed);
    m_source->pages.answer(1, brokenLink);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(m_model->rowCount(), 200);
    QVERIFY(!m_model->canFetchMore({}));
    m_model->fetchMore({});
    QCOMPARE(m_source->requests.size(), 2);
    m_model->retry();
    QCOMPARE(m_source->requests.size(), 3);
    QCOMPARE(m_source->requests.at(2).after, std::optional(OrderCursor{u"201"_s, 201}));
    m_source->pages.answer(2, fakePage(200, 190));
    QTRY_COMPARE(m_model->rowCount(), 211);
}

void tst_OrderTableModel::asksAgainWhenAnotherRequestPushedItOut()
{
    QSignalSpy failed(m_model.get(), &OrderTableModel::failed);
    m_model->ask({}, OrderSort::PlacedAt, Qt::DescendingOrder);
    m_source->pages.answer(0, pushedOut);
    QTRY_COMPARE(m_source->requests.size(), 2);
    m_source->pages.answer(1, fakePage(4, 1));
    QTRY_COMPARE(m_model->rowCount(), 4);
    QCOMPARE(failed.size(), 0);
}

void tst_OrderTableModel::showsAnOrderThatMovedBetweenPagesOnce()
{
    load(400, 201, true);
    m_model->fetchMore({});
    OrderPage second = fakePage(203, 190);
    for (Order& order : second.orders)
        order.version = 2;
    second.orders.append(second.orders.constLast());
    m_source->pages.answer(1, second);
    QTRY_COMPARE(m_model->rowCount(), 211);
    QCOMPARE(idsOf(*m_model), range(400, 190));
    QCOMPARE(m_model->order(m_model->rowOf(202)).version, 2);
}

void tst_OrderTableModel::sortsOnTheServerByThreeColumnsOnly()
{
    int sortable = 0;
    for (int column = 0; column < OrderTableModel::ColumnCount; ++column) {
        if (const auto sort = OrderTableModel::sortOf(column)) {
            ++sortable;
            QCOMPARE(OrderTableModel::columnOf(*sort), column);
        }
    }
    QCOMPARE(sortable, 3);
    m_model->ask({}, OrderSort::NextDue, Qt::AscendingOrder);
    QCOMPARE(m_source->requests.at(0).sort, OrderSort::NextDue);
    QCOMPARE(m_source->requests.at(0).direction, Qt::AscendingOrder);
}

void tst_OrderTableModel::stopsAtTheRowLimitAndSaysSo()
{
    m_model->setRowLimit(250);
    load(400, 201, true);
    QVERIFY(!m_model->isAtRowLimit());
    m_model->fetchMore({});
    QCOMPARE(m_source->requests.at(1).limit, 50);
    m_source->pages.answer(1, fakePage(200, 151, true));
    QTRY_COMPARE(m_model->rowCount(), 250);
    QVERIFY(m_model->isAtRowLimit());
    QVERIFY(!m_model->canFetchMore({}));
}

void tst_OrderTableModel::refreshMergesWithTheFewestSignals()
{
    load(10, 1);
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    const QPersistentModelIndex five = m_model->index(m_model->rowOf(5), 2);

    m_model->refresh();
    OrderPage page; // 12 11 9 8 6 5 4 1: two came, 10, 7, 3, 2 went, 4 changed
    for (const qint64 id : {12, 11, 9, 8, 6, 5, 4, 1})
        page.orders.append(fakeOrder(id, id == 4 ? 2 : 1));
    m_source->pages.answer(1, page);
    QTRY_VERIFY(!m_model->isLoading());
    QCOMPARE(idsOf(*m_model), (QList<qint64>{12, 11, 9, 8, 6, 5, 4, 1}));
    QCOMPARE(rowsText(removed), u"7-8;3-3;0-0"_s);
    QCOMPARE(rowsText(inserted), u"0-1"_s);
    QCOMPARE(changedText(changed), u"6-6"_s);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(five.row(), 5);
    QCOMPARE(m_model->order(five.row()).id, 5);
}

void tst_OrderTableModel::refreshKeepsPersistentIndexesWhenTheOrderChanges()
{
    load(6, 1);
    QList<QPersistentModelIndex> before;
    for (int row = 0; row < 6; ++row)
        before.append(m_model->index(row, row));
    m_model->refresh();
    OrderPage page;
    for (const qint64 id : {3, 1, 6, 2, 5, 4})
        page.orders.append(fakeOrder(id));
    m_source->pages.answer(1, page);
    QTRY_VERIFY(!m_model->isLoading());
    QCOMPARE(idsOf(*m_model), (QList<qint64>{3, 1, 6, 2, 5, 4}));
    for (int row = 0; row < 6; ++row) {
        QCOMPARE(m_model->order(before.at(row).row()).id, 6 - row);
        QCOMPARE(before.at(row).column(), row);
    }
}

void tst_OrderTableModel::refreshReadsAsManyRowsAsThereAre()
{
    m_model->ask({}, OrderSort::PlacedAt, Qt::DescendingOrder);
    m_source->pages.answer(0, fakePage(3000, 1500, true)); // more than one refresh page
    QTRY_COMPARE(m_model->rowCount(), 1501);
    m_model->refresh();
    QCOMPARE(m_source->requests.at(1).limit, OrderTableModel::refreshPageSize);
    m_source->pages.answer(1, fakePage(3001, 2002, true));
    QTRY_COMPARE(m_source->requests.size(), 3);
    QCOMPARE(m_source->requests.at(2).limit, 501);
    QCOMPARE(m_source->requests.at(2).after, std::optional(OrderCursor{u"2002"_s, 2002}));
    m_source->pages.answer(2, fakePage(2001, 1501, true));
    QTRY_VERIFY(!m_model->isLoading());
    QCOMPARE(idsOf(*m_model), range(3001, 1501));
    QVERIFY(m_model->canFetchMore({}));
}

void tst_OrderTableModel::refreshKeepsTheRowsWhenItFails()
{
    load(10, 1);
    QSignalSpy failed(m_model.get(), &OrderTableModel::failed);
    m_model->refresh();
    m_source->pages.answer(1, brokenLink);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(idsOf(*m_model), range(10, 1));
    m_model->retry();
    m_source->pages.answer(2, fakePage(11, 1));
    QTRY_COMPARE(m_model->rowCount(), 11);
}

void tst_OrderTableModel::patchesByKeyAndIgnoresOlderVersions()
{
    load(10, 1);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    Order seven = fakeOrder(7, 3);
    seven.sync = SyncState::Failed;
    Order eight = fakeOrder(8, 2);
    Order two = fakeOrder(2, 2);
    m_model->apply({{7, 8, 2}, {two, seven, eight}, std::nullopt});
    QCOMPARE(changedText(changed), u"2-3;8-8"_s);
    QCOMPARE(m_model->index(3, OrderTableModel::SyncColumn).data(ItemRoles::StateRole).value<SyncState>(),
        SyncState::Failed);

    m_model->apply({{7}, {fakeOrder(7, 2)}, std::nullopt}); // a late notice
    QCOMPARE(m_model->order(3).sync, SyncState::Failed);
    QCOMPARE(changed.size(), 2);
}

void tst_OrderTableModel::marksARowThatLeftTheFilterAndKeepsIt()
{
    load(10, 1);
    m_model->apply({{7, 6}, {fakeOrder(7, 2)}, QSet<qint64>()}); // 7 matches no more, 6 is gone
    QCOMPARE(m_model->rowCount(), 10);
    QVERIFY(m_model->index(3, 0).data(ItemRoles::StaleRole).toBool());
    QVERIFY(m_model->index(4, 0).data(ItemRoles::StaleRole).toBool());
    QCOMPARE(m_model->leftCount(), 2);
    m_model->apply({{7}, {fakeOrder(7, 3)}, QSet<qint64>{7}}); // and back again
    QVERIFY(!m_model->index(3, 0).data(ItemRoles::StaleRole).toBool());
    m_model->refresh();
    OrderPage page = fakePage(10, 1);
    page.orders.removeAt(4);
    m_source->pages.answer(1, page);
    QTRY_COMPARE(m_model->rowCount(), 9);
    QCOMPARE(m_model->leftCount(), 0);
}

void tst_OrderTableModel::gathersNewOrdersUntilTheyAreWanted()
{
    load(10, 1);
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy count(m_model.get(), &OrderTableModel::newCountChanged);
    m_model->apply({{12, 11, 13}, {fakeOrder(11), fakeOrder(12), fakeOrder(13)}, QSet<qint64>{11, 12}});
    QCOMPARE(m_model->newCount(), 2);
    QCOMPARE(count.size(), 1);
    QCOMPARE(inserted.size(), 0);
    m_model->apply({{12}, {fakeOrder(12, 2)}, QSet<qint64>()}); // matches no more before anybody saw it
    QCOMPARE(m_model->newCount(), 1);
    m_model->takeInNew();
    QCOMPARE(m_model->newCount(), 0);
    QCOMPARE(idsOf(*m_model), range(11, 1));
    QCOMPARE(rowsText(inserted), u"0-0"_s);
}

void tst_OrderTableModel::leavesOrdersBehindTheLoadedRowsToPaging()
{
    load(400, 201, true);
    m_model->apply({{50, 401}, {fakeOrder(50), fakeOrder(401)}, std::nullopt});
    QCOMPARE(m_model->newCount(), 1);
    m_model->fetchMore({});
    m_source->pages.answer(1, fakePage(200, 40));
    QTRY_COMPARE(m_model->rowCount(), 361);
    QCOMPARE(m_model->rowOf(50), 350);
}

void tst_OrderTableModel::insertsGatheredOrdersWhereTheyBelong()
{
    m_model->ask({}, OrderSort::PlacedAt, Qt::DescendingOrder);
    OrderPage page;
    for (const qint64 id : {20, 18, 10, 5})
        page.orders.append(fakeOrder(id));
    m_source->pages.answer(0, page);
    QTRY_COMPARE(m_model->rowCount(), 4);
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QList<Order> orders;
    for (const qint64 id : {12, 21, 11, 1, 22})
        orders.append(fakeOrder(id));
    m_model->apply({{12, 21, 11, 1, 22}, orders, std::nullopt});
    m_model->takeInNew();
    QCOMPARE(idsOf(*m_model), (QList<qint64>{22, 21, 20, 18, 12, 11, 10, 5, 1}));
    QCOMPARE(inserted.size(), 3);
    QCOMPARE(m_source->requests.size(), 1);
}

void tst_OrderTableModel::readsAgainWhenTheServersOrderIsNotOurs()
{
    m_model->ask({}, OrderSort::Number, Qt::AscendingOrder);
    m_source->pages.answer(0, fakePage(10, 1));
    QTRY_COMPARE(m_model->rowCount(), 10);
    m_model->apply({{11}, {fakeOrder(11)}, std::nullopt});
    QCOMPARE(m_model->newCount(), 1);
    m_model->takeInNew();
    QCOMPARE(m_source->requests.size(), 2); // the collation is the server's
    m_source->pages.answer(1, fakePage(11, 1));
    QTRY_COMPARE(m_model->rowCount(), 11);
    QCOMPARE(m_model->newCount(), 0);
}

void tst_OrderTableModel::tickSpeaksOnlyWhenWordsChange()
{
    m_model->ask({}, OrderSort::PlacedAt, Qt::DescendingOrder);
    OrderPage page = fakePage(10, 1);
    page.orders[3].nextDueAt = fakeNow().addSecs(5);
    page.orders[3].nextWarnAt = fakeNow().addSecs(2);
    for (Order& order : page.orders)
        order.waitingSince = fakeNow().addDays(-40); // from 30 days on only days are said
    m_source->pages.answer(0, page);
    QTRY_COMPARE(m_model->rowCount(), 10);
    const auto target = [this] {
        return m_model->index(3, OrderTableModel::TargetColumn).data(ItemRoles::StateRole).value<TargetState>();
    };
    for (int row = 0; row < 10; ++row)
        QVERIFY(!m_model->index(row, OrderTableModel::WaitingTimeColumn).data().toString().isEmpty());
    QCOMPARE(target(), TargetState::OnTime);

    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->tick(0, 9);
    QCOMPARE(changed.size(), 0);
    m_clock->advance(std::chrono::seconds(3));
    m_model->tick(0, 9);
    QVERIFY(!changed.isEmpty());
    for (const QList<QVariant>& call : changed)
        QCOMPARE(call.at(0).toModelIndex().row(), 3);
    QCOMPARE(target(), TargetState::DueSoon);
    m_clock->advance(std::chrono::seconds(3));
    m_model->tick(0, 9);
    QCOMPARE(target(), TargetState::Breached);
    m_model->tick(-1, -1); // nothing in sight
}

void tst_OrderTableModel::tellsValuesStatesAndFilters()
{
    m_model->setLocale(QLocale(QLocale::German, QLocale::Germany));
    m_model->setChannelTitles({{u"shop-de"_s, u"Web shop"_s}});
    load(1, 1);
    const auto cell = [this](OrderTableModel::Column column, int role = Qt::DisplayRole) {
        return m_model->index(0, column).data(role);
    };
    QCOMPARE(cell(OrderTableModel::NumberColumn).toString(), u"10001"_s);
    QCOMPARE(cell(OrderTableModel::ChannelColumn).toString(), u"Web shop"_s);
    QVERIFY(cell(OrderTableModel::TotalColumn).toString().contains(u"10,01"_s));
    QCOMPARE(cell(OrderTableModel::TotalColumn, ItemRoles::ValueRole).toLongLong(), 1001);
    QCOMPARE(cell(OrderTableModel::ProgressColumn).toString(), u"4/12"_s);
    QCOMPARE(cell(OrderTableModel::NumberColumn, ItemRoles::IdRole).toLongLong(), 1);
    QCOMPARE(cell(OrderTableModel::ChannelColumn, ItemRoles::FilterRole).toString(), u"channel:shop-de"_s);
    QCOMPARE(cell(OrderTableModel::SyncColumn, ItemRoles::FilterRole).toString(), u"sync:waiting"_s);
    QCOMPARE(cell(OrderTableModel::WaitingForColumn, ItemRoles::FilterRole).toString(), u"step:erp_order_creation"_s);
    // what a cell filters by is read by the language without a mistake
    for (int column = 0; column < OrderTableModel::ColumnCount; ++column) {
        const QString filter = cell(OrderTableModel::Column(column), ItemRoles::FilterRole).toString();
        const ParsedFilter parsed = parseFilter(filter, fakeNow(), QTimeZone::utc());
        QVERIFY2(!parsed.mistake, qPrintable(filter));
        QVERIFY(!m_model->headerData(column, Qt::Horizontal).toString().isEmpty());
    }
}

void tst_OrderTableModel::followsTheFeedInBatches()
{
    FakeFeed feed;
    OrderLiveUpdates live(*m_source, feed, *m_model);
    load(10, 1);
    feed.change({3, 4});
    feed.change({4, 5, 11});
    QCOMPARE(m_source->asked.size(), 0);
    QTRY_COMPARE(m_source->asked.size(), 1);
    QCOMPARE(QSet<qint64>(m_source->asked.at(0).begin(), m_source->asked.at(0).end()), (QSet<qint64>{3, 4, 5, 11}));
    feed.change({6});
    m_source->lists.answer(0, QList<Order>{fakeOrder(3, 2), fakeOrder(4, 2), fakeOrder(5, 2), fakeOrder(11)});
    QTRY_COMPARE(m_model->newCount(), 1);
    QCOMPARE(m_model->order(m_model->rowOf(4)).version, 2);
    QCOMPARE(m_source->requests.size(), 1); // without a filter nobody asks what matches
    QTRY_COMPARE(m_source->asked.size(), 2);
    QCOMPARE(m_source->asked.at(1), QList<qint64>{6});

    feed.changeEverything();
    QCOMPARE(m_source->requests.size(), 2);
}

void tst_OrderTableModel::asksTheFilterWhichOrdersStillMatch()
{
    FakeFeed feed;
    OrderLiveUpdates live(*m_source, feed, *m_model);
    m_model->ask(channelFilter(u"shop-de"_s), OrderSort::PlacedAt, Qt::DescendingOrder);
    m_source->pages.answer(0, fakePage(10, 1));
    QTRY_COMPARE(m_model->rowCount(), 10);
    feed.change({3, 4, 12});
    QTRY_COMPARE(m_source->asked.size(), 1);
    m_source->lists.answer(0, QList<Order>{fakeOrder(3, 2), fakeOrder(4, 2), fakeOrder(12)});
    QTRY_COMPARE(m_source->requests.size(), 2);
    const FilterExpression& asked = m_source->requests.at(1).filter;
    QCOMPARE(asked.kind(), FilterExpression::Kind::And);
    QCOMPARE(asked.children().at(0), channelFilter(u"shop-de"_s));
    QCOMPARE(asked.children().at(1).term().values.size(), 3);
    OrderPage matching;
    matching.orders = {fakeOrder(4, 2), fakeOrder(12)};
    m_source->pages.answer(1, matching);
    QTRY_COMPARE(m_model->newCount(), 1);
    QVERIFY(m_model->index(m_model->rowOf(3), 0).data(ItemRoles::StaleRole).toBool());
    QVERIFY(!m_model->index(m_model->rowOf(4), 0).data(ItemRoles::StaleRole).toBool());
}

void tst_OrderTableModel::readsAgainWhatWasPushedOut()
{
    FakeFeed feed;
    OrderLiveUpdates live(*m_source, feed, *m_model);
    m_model->ask(channelFilter(u"shop-de"_s), OrderSort::PlacedAt, Qt::DescendingOrder);
    m_source->pages.answer(0, fakePage(10, 1));
    QTRY_COMPARE(m_model->rowCount(), 10);
    feed.change({3});
    QTRY_COMPARE(m_source->asked.size(), 1);
    m_source->lists.answer(0, QList<Order>{fakeOrder(3, 2)});
    QTRY_COMPARE(m_source->requests.size(), 2);
    m_source->pages.answer(1, pushedOut);
    QTRY_COMPARE(m_source->asked.size(), 2);
    QCOMPARE(m_source->asked.at(1), QList<qint64>{3});
}

void tst_OrderTableModel::waitsForThePageThatIsLoading()
{
    FakeFeed feed;
    OrderLiveUpdates live(*m_source, feed, *m_model);
    load(400, 201, true);
    m_model->fetchMore({});
    feed.change({300});
    QVERIFY(live.isCollecting());
    QTRY_VERIFY(!live.isCollecting()); // the time it must not use is over
    QCOMPARE(m_source->asked.size(), 0);
    m_source->pages.answer(1, fakePage(200, 190));
    QTRY_COMPARE(m_source->asked.size(), 1);
}

void tst_OrderTableModel::leavesALostConnectionToTheNextEverything()
{
    FakeFeed feed;
    OrderLiveUpdates live(*m_source, feed, *m_model);
    load(10, 1);
    feed.change({3});
    QTRY_COMPARE(m_source->asked.size(), 1);
    m_source->lists.answer(0, brokenLink);
    QCoreApplication::sendPostedEvents(); // the answer
    QVERIFY(!live.isCollecting());
    QCOMPARE(m_source->asked.size(), 1);
    feed.changeEverything();
    QCOMPARE(m_source->requests.size(), 2);
}

void tst_OrderTableModel::survivesRandomChanges_data()
{
    QTest::addColumn<int>("wanted");
    QTest::addColumn<bool>("tested");
    // the tester looks at every cell after every signal: it gets fewer of them
    QTest::newRow("few, under the model tester") << 400 << true;
    QTest::newRow("ten thousand") << 10'000 << false;
}

void tst_OrderTableModel::survivesRandomChanges()
{
    QFETCH(const int, wanted);
    QFETCH(const bool, tested);
    TinyServer server;
    OrderTableModel model(server, *m_clock);
    std::unique_ptr<QAbstractItemModelTester> tester;
    if (tested)
        tester = std::make_unique<QAbstractItemModelTester>(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QRandomGenerator random(4711);
    qint64 newest = 500;
    for (qint64 id = 1; id <= newest; ++id)
        server.orders.insert(id, fakeOrder(id));
    model.ask(channelFilter(u"any"_s), OrderSort::PlacedAt, Qt::DescendingOrder);
    QTRY_VERIFY(model.hasAnswer());

    int changes = 0;
    while (changes < wanted) {
        QList<qint64> ids;
        for (int each = random.bounded(1, 40); each > 0; --each, ++changes) {
            const int dice = random.bounded(100);
            if (dice < 12) {
                ids.append(++newest);
                server.orders.insert(newest, fakeOrder(newest));
                continue;
            }
            const qint64 id = random.bounded(1, int(newest));
            ids.append(id);
            if (dice < 14) {
                server.orders.remove(id);
            } else if (server.orders.contains(id)) {
                Order& order = server.orders[id]; // clazy:exclude=detaching-member
                ++order.version;
                order.total.minor += 1;
                order.sync = random.bounded(5) == 0 ? SyncState::Done : SyncState::Waiting;
            }
        }
        model.apply(server.changesOf(ids));
        const int dice = random.bounded(60);
        if (dice < 4)
            model.takeInNew();
        else if (dice < 7)
            model.fetchMore({});
        else if (dice == 7)
            model.refresh();
        while (model.isLoading())
            QCoreApplication::processEvents(); // the tiny server has answered already

        // every row shows what the server holds, and says whether it still matches
        for (int row = 0; row < model.rowCount(); ++row) {
            const Order& shown = model.order(row);
            const bool stale = model.index(row, 0).data(ItemRoles::StaleRole).toBool();
            QCOMPARE(stale, !server.orders.contains(shown.id) || !TinyServer::matches(server.orders.value(shown.id)));
            if (server.orders.contains(shown.id))
                QCOMPARE(shown, server.orders.value(shown.id));
            QCOMPARE(model.rowOf(shown.id), row);
        }
    }
    // rows and gathered orders together miss nothing that lies before the last loaded row
    const QList<Order> truth = server.matching();
    int missing = 0;
    for (const Order& order : truth) {
        const bool within = model.isComplete() || !TinyServer::before(model.order(model.rowCount() - 1), order);
        if (within && model.rowOf(order.id) < 0)
            ++missing;
    }
    QCOMPARE(model.newCount(), missing);

    model.refresh();
    QTRY_VERIFY(!model.isLoading());
    QList<qint64> first;
    for (qsizetype at = 0; at < std::min<qsizetype>(truth.size(), model.rowCount()); ++at)
        first.append(truth.at(at).id);
    QCOMPARE(idsOf(model), first);
}

SIGNALBOX_TEST(tst_OrderTableModel)
#include "tst_ordertablemodel.moc"
