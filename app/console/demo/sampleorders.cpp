// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/demo/sampleorders.h"

#include "app/console/demo/samplegoods.h"
#include "models/domain/money.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr quint32 seed = 20'260'711;
constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

QByteArray compact(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QString instant(const QDateTime& time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QHash<QString, Process> readProcesses()
{
    QHash<QString, Process> processes;
    const QDir folder(u":/processes"_s);
    for (const QString& name : folder.entryList({u"*.json"_s})) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        if (const auto process = parseProcess(file.readAll()))
            processes.insert(process.value().name, process.value());
    }
    return processes;
}

/// How long a step usually takes, in seconds.
const QHash<QString, qint64>& usual()
{
    static const QHash<QString, qint64> seconds = {
        {u"validation"_s, 12},
        {u"acceptance"_s, 9 * minute},
        {u"fraud_screening"_s, 70},
        {u"payment_authorization"_s, 25},
        {u"inventory_reservation"_s, 18},
        {u"erp_order_creation"_s, 2 * minute},
        {u"fulfillment_routing"_s, 11 * minute},
        {u"shipment_confirmation"_s, 9 * hour},
        {u"goods_issue_posting"_s, 6 * minute},
        {u"shop_fulfillment_update"_s, 3 * minute},
        {u"marketplace_shipment_update"_s, 5 * minute},
        {u"delivery_confirmation"_s, 22 * hour},
        {u"ready_for_pickup"_s, 95 * minute},
        {u"collection"_s, 7 * hour},
        {u"payment_capture"_s, 4 * minute},
        {u"stock_posting"_s, 2 * minute},
        {u"invoice"_s, 35 * minute},
        {u"customer_notification"_s, 50},
        {u"settlement_receipt"_s, 14 * hour},
        {u"settlement_posting"_s, 5 * hour},
        {u"return_requested"_s, 10 * minute},
        {u"return_authorized"_s, 40 * minute},
        {u"return_received"_s, 20 * hour},
        {u"inspection"_s, 4 * hour},
        {u"restock_posted"_s, 8 * minute},
        {u"refund_issued"_s, 50 * minute},
        {u"refund_settled"_s, 6 * hour},
        {u"credit_memo_posted"_s, 2 * hour},
        {u"refund_notification"_s, minute},
    };
    return seconds;
}

} // namespace

SampleOrders::SampleOrders(const QDateTime& now)
    : m_now(QDateTime::fromSecsSinceEpoch(now.toSecsSinceEpoch(), Qt::UTC))
    , m_random(seed)
    , m_channels(makeChannels())
    , m_processes(readProcesses())
{
    for (const Channel& channel : std::as_const(m_channels)) {
        for (int index = 0; index < channel.orders; ++index)
            make(channel, index);
    }
}

QList<SampleOrders::Channel> SampleOrders::makeChannels()
{
    const QString home = u"ship_to_home"_s;
    const QString sale = u"store_sale"_s;
    return {
        {u"shop-de"_s, u"Web shop DE"_s, home, u"Europe/Berlin"_s, u"EUR"_s, u"DE"_s, u"de"_s, 122, 104'120, {}},
        {u"shop-uk"_s, u"Web shop UK"_s, home, u"Europe/London"_s, u"GBP"_s, u"UK"_s, u"co.uk"_s, 64, 58'310, {}},
        {u"shop-jp"_s, u"Web shop JP"_s, home, u"Asia/Tokyo"_s, u"JPY"_s, u"JP"_s, u"jp"_s, 34, 23'870, {}},
        {u"shop-kw"_s, u"Web shop KW"_s, home, u"Asia/Kuwait"_s, u"KWD"_s, u"KW"_s, u"com.kw"_s, 22, 7'415, {}},
        {u"collect-de"_s, u"Click & collect"_s, u"click_and_collect"_s, u"Europe/Berlin"_s, u"EUR"_s, u"CC"_s, u"de"_s,
            46, 31'240, {}},
        {u"pos-berlin"_s, u"Store Berlin"_s, sale, u"Europe/Berlin"_s, u"EUR"_s, u"BER"_s, QString(), 48, 880'112, {}},
        {u"pos-london"_s, u"Store London"_s, sale, u"Europe/London"_s, u"GBP"_s, u"LON"_s, QString(), 26, 412'077, {}},
        {u"market-eu"_s, u"Marketplace EU"_s, u"marketplace"_s, u"Europe/Berlin"_s, u"EUR"_s, u"MP"_s, u"com"_s, 44,
            702'455,
            {u"order_captured"_s, u"acceptance"_s, u"payment_authorization"_s, u"inventory_reservation"_s,
                u"erp_order_creation"_s, u"fulfillment_routing"_s, u"shipment_confirmation"_s, u"goods_issue_posting"_s,
                u"marketplace_shipment_update"_s, u"delivery_confirmation"_s, u"invoice"_s}},
    };
}

QList<QByteArray> SampleOrders::channels() const
{
    QList<QByteArray> definitions;
    for (const Channel& channel : m_channels) {
        QJsonObject definition{{u"channel"_s, channel.code}, {u"title"_s, channel.title},
            {u"process"_s, channel.process}, {u"zone"_s, channel.zone}};
        if (!channel.supplies.isEmpty())
            definition.insert(u"supplies"_s, QJsonArray::fromStringList(channel.supplies));
        definitions.append(compact(definition));
    }
    return definitions;
}

QDateTime SampleOrders::choosePlacedAt(const Channel& channel, int index)
{
    // most in the last three days, thinner further back, so that late stages and returns are there as well
    const double share = double(index) / channel.orders;
    const double days = share < 0.82 ? 3.0 * (1.0 - share / 0.82) : 3.0 + (share - 0.82) / 0.18 * 6.5;
    return m_now.addSecs(-qint64(days * day) - pick(40 * int(minute)) - 90);
}

SampleOrders::Trouble SampleOrders::chooseTrouble(const Draft& draft, int index)
{
    const qint64 age = draft.placedAt.secsTo(m_now);
    const QString& process = draft.channel->process;
    const bool sent = process == "ship_to_home"_L1 || process == "marketplace"_L1;
    // one cause, many orders: since some hours the ERP knows no tax code for one product group
    if (draft.channel->code == "shop-de"_L1 && age < 7 * hour && age > 20 * minute && index % 2 == 0)
        return Trouble::TaxCode;
    // the partner of the British warehouse has been slow since this morning
    if (draft.channel->code == "shop-uk"_L1 && age < 14 * hour && age > 90 * minute && index % 3 != 0)
        return Trouble::SlowWarehouse;
    if (draft.channel->code == "shop-uk"_L1 && age > 6 * day && index % 2 == 0)
        return Trouble::StuckInWarehouse;
    if (process == "store_sale"_L1) {
        const int dice = pick(40);
        return dice == 0 ? Trouble::ErpUnavailable
            : dice == 1  ? Trouble::StockMismatch
            : dice == 2  ? Trouble::SettlementMissing
            : dice == 3  ? Trouble::LateEvents
                         : Trouble::None;
    }
    const int dice = pick(100);
    if (dice < 2)
        return Trouble::CardDeclined;
    if (dice < 4)
        return Trouble::ManualFraudReview;
    if (dice < 6)
        return Trouble::CustomerBlocked;
    if (dice < 10)
        return Trouble::ErpUnavailable;
    if (dice < 13)
        return Trouble::Cancelled;
    if (dice < 14 && sent)
        return Trouble::ShippedAfterCancellation;
    if (dice < 17 && sent)
        return Trouble::MissingShipmentWebhook;
    if (dice < 20 && sent)
        return Trouble::ShopNotTold;
    if (dice < 22)
        return Trouble::CaptureFailed;
    if (dice < 24 && sent)
        return Trouble::CapturedTooEarly;
    if (dice < 27 && sent && age > 4 * day)
        return Trouble::LostParcel;
    if (dice < 30 && process == "click_and_collect"_L1)
        return Trouble::NotCollected;
    if (dice < 34)
        return Trouble::LateEvents;
    if (dice < 36 && age > 5 * day)
        return Trouble::SettlementMissing;
    return Trouble::None;
}

SampleOrders::Return SampleOrders::chooseReturn(const Draft& draft, int index) const
{
    if (draft.trouble != Trouble::None || draft.placedAt.secsTo(m_now) < 2 * day + 8 * hour)
        return Return::None;
    switch (index % 7) {
    case 1:
        return Return::RefundNotInFinance;
    case 3:
        return Return::OnItsWay;
    case 4:
        return Return::Closed;
    case 5:
        return draft.placedAt.secsTo(m_now) > 3 * day ? Return::RefundOnly : Return::Requested;
    default:
        return Return::None;
    }
}

void SampleOrders::make(const Channel& channel, int index)
{
    const auto process = m_processes.constFind(channel.process);
    if (process == m_processes.constEnd())
        return;
    Draft draft;
    draft.channel = &channel;
    draft.process = &*process;
    draft.placedAt = choosePlacedAt(channel, index);
    // numbers follow the time of purchase
    qint64 number = channel.firstNumber + (10 * day - draft.placedAt.secsTo(m_now)) / 240;
    while (m_keys.contains(channel.prefix + u'-' + QString::number(number)))
        ++number;
    draft.number = QString::number(number);
    draft.key = channel.prefix + u'-' + draft.number;
    m_keys.insert(draft.key);
    draft.trouble = chooseTrouble(draft, index);
    draft.back = chooseReturn(draft, index);
    draft.shipments = channel.process == "ship_to_home"_L1 && index % 9 == 4 ? 2 : 1;
    if (channel.process != "store_sale"_L1)
        draft.promisedAt = draft.placedAt.addSecs((2 + pick(3)) * day).addSecs(6 * hour);
    ++m_count;
    walk(draft);
    if (draft.back != Return::None)
        walkReturn(draft);
}

QJsonObject SampleOrders::orderData(Draft& draft)
{
    const Channel& channel = *draft.channel;
    const int digits = minorUnitDigits(channel.currency);
    const int lineCount = 1 + pick(3);
    qint64 minor = 0;
    QJsonArray lines;
    for (int line = 1; line <= lineCount; ++line) {
        const SampleGood& good = sampleGoods().at(pick(int(sampleGoods().size())));
        const int quantity = pick(5) == 0 ? 2 : 1;
        const qint64 price = samplePrice(good, channel.currency, digits);
        minor += price * quantity;
        lines.append(QJsonObject{{u"line"_s, QString::number(line)}, {u"sku"_s, good.sku}, {u"title"_s, good.title},
            {u"quantity"_s, QString::number(quantity)}, {u"unitPrice"_s, plainDecimal({price, channel.currency})}});
    }
    draft.total = plainDecimal({minor, channel.currency});
    QJsonObject order{{u"number"_s, draft.number}, {u"channel"_s, channel.code}, {u"process"_s, channel.process},
        {u"currency"_s, channel.currency}, {u"total"_s, draft.total}, {u"placedAt"_s, instant(draft.placedAt)}};
    if (draft.promisedAt.isValid())
        order.insert(u"promisedAt"_s, instant(draft.promisedAt));
    if (!channel.customers.isEmpty())
        order.insert(u"customer"_s, sampleCustomer(pick(4000), channel.customers));
    return {{u"order"_s, order}, {u"lines"_s, lines}};
}

qint64 SampleOrders::usualSeconds(const QString& step, const Draft& draft)
{
    const double median = double(usual().value(step, 10 * minute));
    // mostly near the middle, sometimes several times as long
    const double spread = std::exp((m_random.generateDouble() + m_random.generateDouble() - 1.0) * 0.9);
    const double far = draft.channel->currency == "JPY"_L1 || draft.channel->currency == "KWD"_L1 ? 1.3 : 1.0;
    return std::max<qint64>(1, qint64(median * spread * (step == "delivery_confirmation"_L1 ? far : 1.0)));
}

QString SampleOrders::sourceOf(const QString& system, const Draft& draft) const
{
    if (system == "wms"_L1)
        return draft.channel->code == "shop-uk"_L1 ? u"/wms/northgate-3pl"_s : u"/wms/halle-7"_s;
    if (system == "shop"_L1 || system == "pos"_L1 || system == "marketplace"_L1 || system == "store"_L1)
        return u'/' + system + u'/' + draft.channel->code;
    if (system == "psp"_L1)
        return u"/psp/paylane"_s;
    if (system == "carrier"_L1)
        return u"/carrier/parcelway"_s;
    return u'/' + system;
}

QJsonObject SampleOrders::reference(const Draft& draft, const ProcessStep& step, const QString& scope) const
{
    const auto ref = [](const QString& system, const QString& type, const QString& id) {
        return QJsonObject{{u"system"_s, system}, {u"type"_s, type}, {u"id"_s, id}};
    };
    const QString suffix = scope.endsWith(u'2') ? u"-2"_s : QString();
    if (step.step == "erp_order_creation"_L1)
        return ref(u"erp"_s, u"sales_order"_s, u"00450"_s + draft.number);
    if (step.step == "payment_authorization"_L1)
        return ref(u"psp"_s, u"payment"_s, u"pay_"_s + draft.key.toLower().remove(u'-') + u"8f2c"_s);
    if (step.step == "fulfillment_routing"_L1 && step.system == "wms"_L1)
        return ref(u"wms"_s, u"delivery"_s, u"80"_s + draft.number);
    if (step.step == "shipment_confirmation"_L1)
        return ref(u"carrier"_s, u"tracking_number"_s, u"PW"_s + draft.number + u"904"_s + suffix);
    if (step.step == "invoice"_L1)
        return ref(u"erp"_s, u"invoice"_s, u"90"_s + draft.number);
    if (step.step == "credit_memo_posted"_L1)
        return ref(u"erp"_s, u"credit_memo"_s, u"95"_s + draft.number);
    if (step.step == "refund_settled"_L1)
        return ref(u"psp"_s, u"refund"_s, u"ref_"_s + draft.key.toLower().remove(u'-') + u"1d07"_s);
    return {};
}

void SampleOrders::put(const Draft& draft, const QString& step, const QString& outcome, const QString& system,
    const QDateTime& time, QJsonObject data, const QString& scope)
{
    if (time > m_now)
        return; // has not happened yet
    if (!scope.isEmpty())
        data.insert(u"scope"_s, scope);
    QString id = draft.key + u'-' + step;
    if (!outcome.isEmpty())
        id += u'-' + outcome + u'-' + QString::number(time.toSecsSinceEpoch());
    if (!scope.isEmpty())
        id += u'-' + QString(scope).replace(u'/', u'-');
    QString type = u"com.signalbox.order."_s + step;
    if (!outcome.isEmpty())
        type += u'.' + outcome;
    QJsonObject event{{u"specversion"_s, u"1.0"_s}, {u"id"_s, id}, {u"source"_s, sourceOf(system, draft)},
        {u"type"_s, QString(type + u".v1"_s)}, {u"subject"_s, QString(u"order/"_s + draft.key)},
        {u"time"_s, instant(time)}};
    if (!data.isEmpty())
        event.insert(u"data"_s, data);
    m_events.append(compact(event));
}

QList<QByteArray> SampleOrders::brokenEvents() const
{
    const auto event = [this](const QString& id, const QString& source, const QString& type, qint64 age) {
        return QJsonObject{{u"specversion"_s, u"1.0"_s}, {u"id"_s, id}, {u"source"_s, source}, {u"type"_s, type},
            {u"subject"_s, u"order/DE-10412"_s}, {u"time"_s, instant(m_now.addSecs(-age))}};
    };
    const QString reserved = u"com.signalbox.order.inventory_reservation.v1"_s;
    const QJsonObject gift = event(u"gift-5521"_s, u"/shop/web-de"_s, u"com.example.giftcard.issued.v1"_s, 3 * hour);
    QJsonObject nowhere = event(u"res-88213"_s, u"/inventory"_s, reserved, 5 * hour);
    nowhere.remove(u"subject"_s);
    QJsonObject summer = event(u"res-88340"_s, u"/inventory"_s, reserved, 0);
    summer.insert(u"time"_s, u"31.02.2026 14:30"_s);
    QJsonObject early = event(u"cap-70917"_s, u"/psp"_s, u"com.signalbox.order.payment_capture.v1"_s, -90 * day);
    return {compact(nowhere), compact(summer), compact(early), compact(gift), compact(gift)};
}

void SampleOrders::walk(Draft& draft)
{
    for (const ProcessStep& each : draft.process->steps) {
        if (!draft.channel->supplies.isEmpty() && !draft.channel->supplies.contains(each.step)) {
            continue; // nobody tells of it in this channel
        }
        if (each.after.isEmpty()) {
            draft.reached.insert(each.step, draft.placedAt);
            put(draft, each.step, {}, each.system, draft.placedAt, orderData(draft));
            continue;
        }
        QDateTime eligible = draft.placedAt;
        bool blocked = false;
        for (const QString& before : each.after) {
            const QDateTime reached = draft.reached.value(before);
            blocked = blocked || !reached.isValid();
            eligible = std::max(eligible, reached);
        }
        const bool noneKnown = draft.channel->supplies.isEmpty();
        if (blocked && noneKnown && draft.trouble != Trouble::MissingShipmentWebhook)
            continue;
        if (each.scope == "shipment"_L1) {
            for (int shipment = 1; shipment <= draft.shipments; ++shipment)
                step(draft, each, u"shipment/"_s + QString::number(shipment),
                    eligible.addSecs(qint64{shipment - 1} * 100 * minute));
        } else {
            step(draft, each, each.scope == "payment"_L1 ? u"payment/1"_s : QString(), eligible);
        }
    }
    const bool cancelled = draft.trouble == Trouble::Cancelled || draft.trouble == Trouble::ShippedAfterCancellation;
    if (cancelled)
        put(draft, u"cancelled"_s, {}, u"shop"_s, draft.placedAt.addSecs(70 * minute),
            {{u"message"_s, u"Cancelled by the customer: ordered twice"_s}});
}

void SampleOrders::step(Draft& draft, const ProcessStep& each, const QString& scope, const QDateTime& eligible)
{
    if (interfere(draft, each, scope, eligible))
        return;
    qint64 took = usualSeconds(each.step, draft);
    if (draft.trouble == Trouble::LateEvents && each.system == "erp"_L1)
        took += 3 * hour;
    const QDateTime reached = eligible.addSecs(took);
    if (reached > m_now) {
        // long steps say when they have begun
        if (each.step == "shipment_confirmation"_L1 && eligible.addSecs(took / 3) < m_now)
            put(draft, each.step, u"started"_s, each.system, eligible.addSecs(took / 3), {}, scope);
        return;
    }
    QJsonObject data;
    if (const QJsonObject ref = reference(draft, each, scope); !ref.isEmpty())
        data.insert(u"refs"_s, QJsonArray{ref});
    put(draft, each.step, {}, each.system, reached, data, scope);
    draft.reached.insert(each.step, std::max(draft.reached.value(each.step), reached));
}

bool SampleOrders::interfere(Draft& draft, const ProcessStep& each, const QString& scope, const QDateTime& eligible)
{
    const auto fails = [&](const QString& message, qint64 after) {
        put(draft, each.step, u"failed"_s, each.system, eligible.addSecs(after), {{u"message"_s, message}}, scope);
    };
    const QString& name = each.step;
    switch (draft.trouble) {
    case Trouble::TaxCode:
        if (name != "erp_order_creation"_L1)
            return false;
        fails(u"Tax code A7 is not maintained for company code DE10, material group 0420"_s, 40);
        fails(u"Tax code A7 is not maintained for company code DE10, material group 0420"_s, 11 * minute);
        return true;
    case Trouble::CustomerBlocked:
        if (name != "erp_order_creation"_L1)
            return false;
        fails(u"Customer "_s + draft.number.right(5) + u" is blocked for all sales areas"_s, 55);
        return true;
    case Trouble::ErpUnavailable:
        if (name == "erp_order_creation"_L1)
            fails(u"HTTP 503: no free dialog process, retry later"_s, 30);
        return false; // the second try goes through
    case Trouble::SlowWarehouse:
        return name == "fulfillment_routing"_L1;
    case Trouble::StuckInWarehouse:
        if (name != "shipment_confirmation"_L1 || !scope.endsWith(u'1'))
            return name == "shipment_confirmation"_L1;
        put(draft, name, u"started"_s, each.system, eligible.addSecs(5 * hour), {}, scope);
        return true;
    case Trouble::MissingShipmentWebhook:
        return name == "shipment_confirmation"_L1 || name == "goods_issue_posting"_L1
            || name == "shop_fulfillment_update"_L1 || name == "marketplace_shipment_update"_L1;
    case Trouble::ShopNotTold:
        if (name != "shop_fulfillment_update"_L1 && name != "marketplace_shipment_update"_L1)
            return false;
        if (scope.endsWith(u'1'))
            fails(u"HTTP 422: fulfilment line 2 exceeds the quantity ordered"_s, 2 * minute);
        return true;
    case Trouble::CardDeclined:
        if (name != "payment_authorization"_L1)
            return false;
        fails(u"Declined by the issuer: insufficient funds (51)"_s, 9);
        return true;
    case Trouble::ManualFraudReview:
        if (name != "fraud_screening"_L1)
            return false;
        put(draft, name, u"started"_s, each.system, eligible.addSecs(30),
            {{u"message"_s, u"Score 78: manual review"_s}}, scope);
        return true;
    case Trouble::CaptureFailed:
        if (name != "payment_capture"_L1)
            return false;
        fails(u"The authorization has expired"_s, 3 * minute);
        return true;
    case Trouble::CapturedTooEarly:
        if (name != "payment_capture"_L1)
            return false;
        put(draft, name, {}, each.system, draft.placedAt.addSecs(4), {}, scope);
        draft.reached.insert(name, eligible);
        return true;
    case Trouble::LostParcel:
        return name == "delivery_confirmation"_L1;
    case Trouble::Cancelled:
        return name != "validation"_L1 && name != "payment_authorization"_L1 && name != "fraud_screening"_L1
            && name != "acceptance"_L1;
    case Trouble::SettlementMissing:
        return name == "settlement_receipt"_L1;
    case Trouble::NotCollected:
        return name == "collection"_L1;
    case Trouble::StockMismatch:
        if (name != "stock_posting"_L1)
            return false;
        fails(u"Posting would make the stock of location 0017 negative"_s, 70);
        return true;
    case Trouble::None:
    case Trouble::LateEvents:
    case Trouble::ShippedAfterCancellation:
    case Trouble::Count:
        return false;
    }
    return false;
}

void SampleOrders::walkReturn(Draft& draft)
{
    const auto process = m_processes.constFind(u"return"_s);
    // only what has arrived can come back
    const QDateTime arrived
        = std::max({draft.reached.value(u"delivery_confirmation"_s), draft.reached.value(u"collection"_s),
            draft.channel->process == "store_sale"_L1 ? draft.placedAt : QDateTime()});
    if (process == m_processes.constEnd() || !arrived.isValid())
        return;
    const bool refundOnly = draft.back == Return::RefundOnly;
    const QString scope = refundOnly ? u"refund/1"_s : u"return/1"_s;
    QHash<QString, QDateTime> reached;
    for (const ProcessStep& each : process->steps) {
        const bool goods
            = each.step == "return_received"_L1 || each.step == "inspection"_L1 || each.step == "restock_posted"_L1;
        if (refundOnly && goods)
            continue;
        if (draft.back == Return::Requested && each.step != "return_requested"_L1)
            continue;
        if (draft.back == Return::OnItsWay && (goods || each.step.startsWith("refund"_L1)))
            continue;
        const bool finance = each.step == "credit_memo_posted"_L1;
        if (finance && (draft.back == Return::RefundNotInFinance || refundOnly || draft.back == Return::OnItsWay))
            continue;
        QDateTime eligible = arrived.addSecs(2 * hour);
        for (const QString& before : each.after)
            eligible = std::max(eligible, reached.value(before));
        // these go quicker than usual, so that a short history shows whole returns
        const QDateTime at = eligible.addSecs(std::max<qint64>(20, usualSeconds(each.step, draft) / 2));
        QJsonObject data;
        if (const QJsonObject ref = reference(draft, each, scope); !ref.isEmpty())
            data.insert(u"refs"_s, QJsonArray{ref});
        if (each.after.isEmpty())
            data.insert(u"message"_s, refundOnly ? u"Goodwill: damaged packaging"_s : u"Does not fit"_s);
        put(draft, each.step, {}, each.system, at, data, scope);
        reached.insert(each.step, at);
    }
}
