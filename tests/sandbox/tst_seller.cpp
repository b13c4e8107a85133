// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/estate.h"
#include "app/sandbox/refundcourse.h"
#include "app/sandbox/seller.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QDateTime begin(QDate(2026, 11, 16), QTime(10, 0), Qt::UTC);

QJsonArray shipped(const char* file)
{
    QFile opened(u"%1/resources/flows/%2"_s.arg(QStringLiteral(SIGNALBOX_SOURCE_DIR), QString::fromLatin1(file)));
    return opened.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(opened.readAll()).array() : QJsonArray();
}

/// The estate without its systems: a test says what they did.
class Market
{
public:
    explicit Market(qint64 orders, double haste = 1)
        : seller(7, u"7QK"_s, {1000, orders, haste})
    {
        QList<QJsonObject> events = until(begin);
        events += until(begin.addSecs(60));
        for (const QJsonObject& event : std::as_const(events))
            if (step(event) == u"order_captured"_s)
                captured.append(event);
    }

    /// What is told by then.
    QList<QJsonObject> until(const QDateTime& now)
    {
        QList<QJsonObject> events;
        for (const QByteArray& event : seller.happened(now))
            events.append(QJsonDocument::fromJson(event).object());
        return events;
    }

    static QString step(const QJsonObject& event)
    {
        return event.value(u"type"_s).toString().section(u'.', 3).chopped(3);
    }
    static QString orderOf(const QJsonObject& event) { return event.value(u"subject"_s).toString().section(u'/', 1); }
    static QString textIn(const QJsonObject& event, const QString& object, const QString& name)
    {
        return event.value(u"data"_s).toObject().value(object).toObject().value(name).toString();
    }

    /// Keys of the orders of a channel.
    QStringList of(const QString& channel) const
    {
        QStringList keys;
        for (const QJsonObject& event : captured)
            if (textIn(event, u"order"_s, u"channel"_s) == channel)
                keys.append(orderOf(event));
        return keys;
    }

    void did(const char* system, const char* resource, const QString& key, const char* scope = "order",
        const QString& currency = u"EUR"_s)
    {
        LedgerEntry entry;
        entry.system = system;
        entry.resource = resource;
        entry.orderKey = key.toStdString();
        entry.scope = scope;
        entry.reference = "SO-00000007";
        entry.amount = {1000, currency};
        seller.took({entry}, begin.addSecs(60));
    }

    Seller seller;
    QList<QJsonObject> captured;
};

QStringList stepsOf(const QList<QJsonObject>& events, const QString& key)
{
    QStringList steps;
    for (const QJsonObject& event : events)
        if (Market::orderOf(event) == key)
            steps.append(Market::step(event));
    return steps;
}

} // namespace

/// What customers and partners do by themselves while the estate runs.
class SellerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void flowsFitTheEstate();
    void sellsThroughEveryChannel();
    void partnersGoOn_data();
    void partnersGoOn();
    void paysForManyOrdersAtOnce();
    void refundsGoManyWays();
    void someIsSentBack();
    void webhooksGetLostOrLate();
    void knowsItsOwnOrdersOnly();
};

void SellerTest::flowsFitTheEstate()
{
    const auto estate = Estate::builtIn();
    QVERIFY(estate);
    QHash<QString, QJsonObject> targets;
    const QJsonArray shippedTargets = shipped("sandbox-targets.json");
    for (const auto& target : shippedTargets)
        targets.insert(target.toObject().value(u"code"_s).toString(), target.toObject());
    QSet<QString> steps;
    const QJsonArray shippedFlows = shipped("sandbox-flows.json");
    for (const auto& described : shippedFlows) {
        const QJsonObject flow = described.toObject();
        const QString name = flow.value(u"code"_s).toString();
        const QString step = flow.value(u"step"_s).toString(u"undo "_s + flow.value(u"undoes"_s).toString());
        QVERIFY2(!steps.contains(step), qPrintable(name));
        steps.insert(step);
        const QJsonArray routes = flow.value(u"routes"_s).toArray();
        for (const auto& route : routes) {
            const QString target = route.toObject().value(u"target"_s).toString();
            QVERIFY2(targets.contains(target), qPrintable(name));
            const EstateResource* resource
                = estate.value().find(target.toStdString(), flow.value(u"path"_s).toString().sliced(1).toStdString());
            QVERIFY2(resource != nullptr, qPrintable(name));
            QVERIFY2(resource->lookup || !flow.value(u"lookup"_s).toBool(), qPrintable(name));
            QCOMPARE(targets.value(target).value(u"idempotent"_s).toBool(), resource->idempotent);
        }
    }
    QVERIFY(steps.contains(u"refund_issued"_s) && steps.contains(u"credit_memo_posted"_s));
}

void SellerTest::sellsThroughEveryChannel()
{
    const Market market(400);
    QCOMPARE(market.captured.size(), 400);
    for (const SalesChannel& channel : salesChannels())
        QVERIFY2(market.of(channel.code).size() > 5, qPrintable(channel.code));
}

void SellerTest::partnersGoOn_data()
{
    QTest::addColumn<QString>("channel");
    QTest::addColumn<QByteArray>("did");
    QTest::addColumn<QByteArray>("scope");
    QTest::addColumn<QStringList>("follows");
    const auto row
        = [](const char* name, const char* channel, const char* did, const char* scope, const QStringList& follows) {
              QTest::newRow(name) << QString::fromLatin1(channel) << QByteArray(did) << QByteArray(scope) << follows;
          };
    row("a warehouse ships", "web", "wms/shipping-orders", "order",
        {u"shipment_confirmation"_s, u"delivery_confirmation"_s});
    row("a store has it ready", "collect", "store/shipping-orders", "order", {u"ready_for_pickup"_s, u"collection"_s});
    row("a warehouse takes back", "web", "wms/return-orders", "return/R1", {u"return_received"_s, u"inspection"_s});
    row("a capture is paid on", "web", "psp/captures", "order", {u"settlement_receipt"_s});
}

void SellerTest::partnersGoOn()
{
    QFETCH(const QString, channel);
    QFETCH(const QByteArray, did);
    QFETCH(const QByteArray, scope);
    QFETCH(const QStringList, follows);
    Market market(100);
    const QString key = market.of(channel).constFirst();
    const qsizetype slash = did.indexOf('/');
    market.did(did.first(slash).constData(), did.sliced(slash + 1).constData(), key, scope.constData());
    const QStringList told = stepsOf(market.until(begin.addSecs(800)), key);
    QCOMPARE(told.first(follows.size()), follows);
}

void SellerTest::paysForManyOrdersAtOnce()
{
    Market market(100);
    for (const QString& key : market.of(u"web-jp"_s))
        market.did("psp", "captures", key, "order", u"JPY"_s);
    QSet<QString> payouts;
    qsizetype paid = 0;
    for (const QJsonObject& event : market.until(begin.addSecs(500))) {
        if (!market.of(u"web-jp"_s).contains(Market::orderOf(event)) || Market::step(event) != u"settlement_receipt"_s)
            continue;
        ++paid;
        const QJsonObject reference = event.value(u"data"_s).toObject().value(u"refs"_s).toArray().first().toObject();
        QCOMPARE(reference.value(u"type"_s).toString(), u"payout"_s);
        payouts.insert(reference.value(u"id"_s).toString());
        const Money gross{1000 * market.of(u"web-jp"_s).size(), u"JPY"_s}; // nobody else pays in it
        QCOMPARE(Market::textIn(event, u"payout"_s, u"gross"_s), plainDecimal(gross));
    }
    QCOMPARE(paid, market.of(u"web-jp"_s).size());
    QCOMPARE(payouts.size(), 1);
}

void SellerTest::refundsGoManyWays()
{
    Market market(400);
    QSet<QString> states;
    for (const QJsonObject& event : market.captured)
        market.did("psp", "refunds", Market::orderOf(event), "return/R1");
    for (const QJsonObject& event : market.until(begin.addSecs(400))) {
        const QString step = Market::step(event);
        if (!step.startsWith("refund_settled"_L1))
            continue;
        const QString state = Market::textIn(event, u"refund"_s, u"state"_s);
        states.insert(state);
        QCOMPARE(step,
            state == "succeeded"_L1                              ? u"refund_settled"_s
                : state == "failed"_L1 || state == "canceled"_L1 ? u"refund_settled.failed"_s
                                                                 : u"refund_settled.started"_s);
    }
    QCOMPARE(states, QSet<QString>({u"pending"_s, u"requires_action"_s, u"succeeded"_s, u"failed"_s, u"canceled"_s}));
}

void SellerTest::someIsSentBack()
{
    Market market(400);
    for (const QString& key : market.of(u"web"_s))
        market.did("wms", "shipping-orders", key);
    int asked = 0;
    int counter = 0;
    for (const QJsonObject& event : market.until(begin.addSecs(3600))) {
        asked += Market::step(event) == u"return_requested"_s ? 1 : 0;
        counter += Market::step(event) == u"inspection"_s ? 1 : 0; // in a store, where nobody has to be asked
    }
    QVERIFY2(asked > 10 && asked < 60, qPrintable(QString::number(asked)));
    QVERIFY2(counter > 0 && counter < asked, qPrintable(QString::number(counter)));
}

void SellerTest::webhooksGetLostOrLate()
{
    Market market(100);
    const QString lost = market.of(u"web"_s).constFirst();
    market.did("wms", "shipping-orders", lost);
    market.seller.setWebhooks({{{"wms"}, 1, 0, {}}, {{"carrier"}, 0, 1, {1000, 0}}});
    QVERIFY(stepsOf(market.until(begin.addSecs(900)), lost).isEmpty());
    QCOMPARE(
        stepsOf(market.until(begin.addSecs(2000)), lost).constFirst(), u"delivery_confirmation"_s); // at its own time
}

void SellerTest::knowsItsOwnOrdersOnly()
{
    Market market(10);
    market.did("wms", "shipping-orders", u"DE-10412"_s);
    QVERIFY(stepsOf(market.until(begin.addSecs(900)), u"DE-10412"_s).isEmpty());
}

SIGNALBOX_TEST(SellerTest)

#include "tst_seller.moc"
