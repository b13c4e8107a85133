// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "orderfixtures.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace {

/// Builds milestones of a process from minutes after the order was placed.
class Story
{
public:
    Story(OrderDetail& detail, const QDateTime& placed)
        : m_detail(detail)
        , m_placed(placed)
    { }

    QDateTime at(double minutes) const { return m_placed.addMSecs(qint64(minutes * 60'000)); }

    Milestone& add(const QString& step, MilestoneState state, const QString& scope = {})
    {
        Milestone milestone;
        milestone.step = step;
        milestone.scope = scope;
        milestone.state = state;
        m_detail.milestones.append(milestone);
        return m_detail.milestones.last();
    }

    Milestone& done(const QString& step, double eligible, double reached, double allowed, const QString& scope = {})
    {
        Milestone& milestone = add(step, MilestoneState::Completed, scope);
        milestone.eligibleAt = at(eligible);
        milestone.completedAt = at(reached);
        if (allowed > 0)
            milestone.dueAt = at(eligible + allowed);
        milestone.late = allowed > 0 && reached > eligible + allowed;
        milestone.evidenceSource = u"/shop/de"_s;
        milestone.evidenceId = u"evt-"_s + step;
        event(step, scope, u"completed"_s, milestone.completedAt, 2);
        return milestone;
    }

    Milestone& open(const QString& step, MilestoneState state, double eligible, double warn, double allowed,
        const QString& scope = {})
    {
        Milestone& milestone = add(step, state, scope);
        milestone.eligibleAt = at(eligible);
        if (allowed > 0) {
            milestone.warnAt = at(eligible + warn);
            milestone.dueAt = at(eligible + allowed);
        }
        return milestone;
    }

    BusinessEvent& event(
        const QString& step, const QString& scope, const QString& outcome, const QDateTime& time, int delaySeconds)
    {
        BusinessEvent event;
        event.source = u"/shop/de"_s;
        event.id = (outcome == u"completed"_s ? u"evt-"_s : QString(u"evt-"_s + outcome + u'-')) + step;
        event.type = u"com.signalbox.order."_s + step
            + (outcome == u"completed"_s ? u".v1"_s : QString(u'.' + outcome + u".v1"_s));
        event.subject = u"order/"_s + m_detail.order.key;
        event.time = time;
        event.recordedAt = time.addSecs(delaySeconds);
        event.step = step;
        event.scope = scope;
        event.outcome = outcome;
        event.data
            = u"{\"scope\": \"%1\", \"refs\": [{\"id\": \"4711000000123456789\", \"type\": \"sales_order\", \"system\": \"erp\"}], "
              "\"order\": {\"total\": \"139.90\", \"weight\": 12345678901234567890.1234500, \"currency\": \"EUR\"}, \"lines\": []}"_s
                  .arg(scope);
        m_detail.events.append(event);
        return m_detail.events.last();
    }

private:
    OrderDetail& m_detail;
    QDateTime m_placed;
};

void describe(OrderDetail& detail, qint64 id, const QString& number, const QString& channel, const QString& process)
{
    detail.order.id = id;
    detail.order.version = 1;
    detail.order.number = number;
    detail.order.key = u"DE-"_s + number;
    detail.order.channel = channel;
    detail.order.process = process;
    detail.order.processVersion = 1;
    detail.order.customer = u"a\u2022\u2022\u2022@example.org"_s;
    detail.process = fixtureProcess(process);
    detail.asOf = fixtureNow();
    detail.lines = {{u"1"_s, u"LAMP-20-BR"_s, u"Table lamp \u201cKarla\u201d, brass"_s, u"1"_s, {9990, u"EUR"_s}},
        {u"2"_s, u"BULB-E27-6W"_s, u"LED bulb E27 6 W, warm white, set of two"_s, u"2"_s, {2000, u"EUR"_s}}};
    const auto norm = [&detail](const QString& step, qint64 median, qint64 p95) {
        detail.norms.insert(step, {median, p95, 812});
    };
    norm(u"validation"_s, 2, 9);
    norm(u"fraud_screening"_s, 95, 7200);
    norm(u"payment_authorization"_s, 4, 20);
    norm(u"inventory_reservation"_s, 6, 31);
    norm(u"erp_order_creation"_s, 110, 600);
    norm(u"fulfillment_routing"_s, 540, 2400);
    norm(u"shipment_confirmation"_s, 86'400, 180'000);
    norm(u"delivery_confirmation"_s, 150'000, 330'000);
}

} // namespace

QDateTime fixtureNow()
{
    return {QDate(2026, 11, 20), QTime(14, 2, 11), Qt::UTC};
}

Process fixtureProcess(const QString& name)
{
    QFile file(QStringLiteral(SIGNALBOX_SOURCE_DIR "/resources/processes/") + name + u".json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no process %s", qUtf8Printable(file.fileName()));
    const auto process = parseProcess(file.readAll());
    if (!process)
        qFatal("%s", qUtf8Printable(process.error().text));
    return process.value();
}

OrderDetail stuckOrder()
{
    OrderDetail detail;
    describe(detail, 7, u"10412"_s, u"web-de"_s, u"ship_to_home"_s);
    const QDateTime placed = fixtureNow().addSecs(-2 * 3600);
    detail.channelTitle = u"Web shop Germany"_s;
    detail.order.placedAt = placed;
    detail.order.promisedAt = placed.addDays(4);
    detail.order.lastEventAt = fixtureNow().addSecs(-40 * 60);
    detail.order.total = {13990, u"EUR"_s};
    detail.order.sync = SyncState::Failed;
    detail.order.fulfilment = FulfilmentState::Reserved;
    detail.order.money = MoneyState::Authorized;
    detail.order.doneCount = 5;
    detail.order.stepCount = 16;
    detail.order.lateCount = 0;
    detail.order.failedCount = 1;
    detail.order.tags = {u"b2b"_s, u"christmas-2026"_s, u"vip"_s};

    Story story(detail, placed);
    story.done(u"order_captured"_s, 0, 0, 0);
    story.done(u"validation"_s, 0, 0.05, 5);
    story.done(u"fraud_screening"_s, 0, 71, 240);
    story.done(u"payment_authorization"_s, 0, 0.1, 30, u"payment/P1"_s);
    story.done(u"inventory_reservation"_s, 0.05, 0.2, 5);
    Milestone erp = story.open(u"erp_order_creation"_s, MilestoneState::Failed, 71, 5, 15);
    erp.failedAt = story.at(80);
    erp.message = u"Material 4711 is not defined for sales org. 1710, distr. chan. 10, language EN"_s;
    erp.evidenceSource = u"/shop/de"_s;
    erp.evidenceId = u"evt-failed-erp_order_creation"_s;
    detail.milestones.last() = erp;
    story.event(u"erp_order_creation"_s, {}, u"failed"_s, erp.failedAt, 3);
    for (const auto& step : {u"fulfillment_routing"_s, u"shipment_confirmation"_s, u"goods_issue_posting"_s,
             u"shop_fulfillment_update"_s, u"customer_notification"_s, u"delivery_confirmation"_s, u"payment_capture"_s,
             u"invoice"_s, u"settlement_receipt"_s, u"settlement_posting"_s})
        story.add(step, MilestoneState::Blocked);
    detail.order.waitingStep = u"erp_order_creation"_s;
    detail.order.waitingState = MilestoneState::Failed;
    detail.order.waitingSince = erp.eligibleAt;
    detail.order.nextWarnAt = erp.warnAt;
    detail.order.nextDueAt = erp.dueAt;
    detail.references = {{u"shop"_s, u"order"_s, u"gid://shop/Order/5123456789012"_s, placed},
        {u"psp"_s, u"authorization"_s, u"8816 1234 5678 9012"_s, placed.addSecs(6)},
        {u"erp"_s, u"idoc"_s, u"0000000004711093"_s, erp.failedAt}};
    return detail;
}

OrderDetail lateDelivery()
{
    OrderDetail detail;
    describe(detail, 8, u"e481f51c"_s, u"olist"_s, u"marketplace"_s);
    const QDateTime placed = fixtureNow().addDays(-9).addSecs(-5000);
    detail.channelTitle = u"Olist"_s;
    detail.order.placedAt = placed;
    detail.order.promisedAt = fixtureNow().addSecs(-26 * 3600);
    detail.order.lastEventAt = placed.addDays(6);
    detail.order.total = {18'445, u"BRL"_s};
    detail.order.sync = SyncState::Waiting;
    detail.order.fulfilment = FulfilmentState::Shipped;
    detail.order.money = MoneyState::Authorized;
    detail.order.doneCount = 3;
    detail.order.stepCount = 4;
    detail.order.lateCount = 1;
    detail.order.anomalyCount = 1;
    const QStringList supplied{
        u"order_captured"_s, u"payment_authorization"_s, u"shipment_confirmation"_s, u"delivery_confirmation"_s};
    for (ProcessStep& step : detail.process.steps)
        step.supplied = supplied.contains(step.step);

    constexpr double day = 24 * 60;
    Story story(detail, placed);
    for (const ProcessStep& step : std::as_const(detail.process.steps)) {
        if (step.step == u"order_captured"_s)
            story.done(step.step, 0, 0, 0);
        else if (step.step == u"payment_authorization"_s)
            story.done(step.step, 0, 0.2, 3 * day);
        else if (step.step == u"shipment_confirmation"_s)
            story.done(step.step, 0.2, 5.4 * day, 3 * day, u"shipment/1"_s).anomalies = {u"predecessor_missing"_s};
        else if (step.step == u"delivery_confirmation"_s) {
            Milestone& delivery
                = story.open(step.step, MilestoneState::Pending, 5.4 * day, 1 * day, 1, u"shipment/1"_s);
            delivery.dueAt = detail.order.promisedAt;
            delivery.warnAt = detail.order.promisedAt.addDays(-1);
        } else {
            story.add(step.step, MilestoneState::Unknown);
        }
    }
    // the carrier's first scan came in a day after the shipment itself
    BusinessEvent& scan
        = story.event(u"shipment_confirmation"_s, u"shipment/1"_s, u"started"_s, story.at(5.0 * day), 86'400);
    scan.source = u"/carrier/correios"_s;
    detail.order.waitingStep = u"delivery_confirmation"_s;
    detail.order.waitingScope = u"shipment/1"_s;
    detail.order.waitingSince = story.at(5.4 * day);
    detail.order.nextDueAt = detail.order.promisedAt;
    detail.order.nextWarnAt = detail.order.promisedAt.addDays(-1);
    detail.references = {{u"marketplace"_s, u"order"_s, u"e481f51cbdc54678b7cc49136f2d6af7"_s, placed}};
    return detail;
}

OrderDetail returnedOrder()
{
    OrderDetail detail;
    describe(detail, 9, u"10388"_s, u"web-de"_s, u"ship_to_home"_s);
    const QDateTime placed = fixtureNow().addDays(-12);
    detail.channelTitle = u"Web shop Germany"_s;
    detail.returnProcess = fixtureProcess(u"return"_s);
    detail.order.placedAt = placed;
    detail.order.promisedAt = placed.addDays(4);
    detail.order.lastEventAt = fixtureNow().addSecs(-9000);
    detail.order.total = {9990, u"EUR"_s};
    detail.order.sync = SyncState::Waiting;
    detail.order.fulfilment = FulfilmentState::Delivered;
    detail.order.money = MoneyState::Settled;
    detail.order.doneCount = 20;
    detail.order.stepCount = 25;

    constexpr double day = 24 * 60;
    Story story(detail, placed);
    story.done(u"order_captured"_s, 0, 0, 0);
    story.done(u"validation"_s, 0, 0.04, 5);
    story.done(u"fraud_screening"_s, 0, 1.2, 240);
    story.done(u"payment_authorization"_s, 0, 0.1, 30, u"payment/P1"_s);
    story.done(u"inventory_reservation"_s, 0.05, 0.2, 5);
    story.done(u"erp_order_creation"_s, 1.2, 3, 15);
    story.done(u"fulfillment_routing"_s, 3, 11, 60);
    story.done(u"shipment_confirmation"_s, 11, 1.1 * day, 3 * day, u"shipment/1"_s);
    story.done(u"goods_issue_posting"_s, 1.1 * day, 1.1 * day + 150, 60, u"shipment/1"_s);
    story.done(u"shop_fulfillment_update"_s, 1.1 * day, 1.1 * day + 1, 30, u"shipment/1"_s);
    story.add(u"customer_notification"_s, MilestoneState::NotApplicable, u"shipment/1"_s);
    story.done(u"delivery_confirmation"_s, 1.1 * day, 2.9 * day, 2.9 * day, u"shipment/1"_s);
    story.done(u"payment_capture"_s, 1.1 * day, 1.1 * day + 4, 60, u"payment/P1"_s);
    story.done(u"invoice"_s, 1.1 * day, 1.2 * day, day);
    Milestone& settled = story.done(u"settlement_receipt"_s, 1.1 * day + 4, 3.1 * day, 3 * day, u"payment/P1"_s);
    settled.state = MilestoneState::Reversed;
    settled.anomalies = {u"reversed"_s};
    settled.message = u"Payout PO-2231 was returned by the bank"_s;
    story.open(u"settlement_posting"_s, MilestoneState::Pending, 3.1 * day, day, 3 * day, u"payment/P1"_s).dueAt
        = fixtureNow().addDays(1);
    const QString scope = u"return/R-88"_s;
    story.done(u"return_requested"_s, 7 * day, 7 * day, 0, scope);
    story.done(u"return_authorized"_s, 7 * day, 7.1 * day, day, scope);
    story.done(u"return_received"_s, 7.1 * day, 11.1 * day, 14 * day, scope);
    story.done(u"inspection"_s, 11.1 * day, 11.6 * day, 2 * day, scope);
    story.done(u"restock_posted"_s, 11.6 * day, 11.61 * day, 60, scope);
    Milestone& refund = story.done(u"refund_issued"_s, 11.6 * day, 10.2 * day, 2 * day, scope);
    refund.anomalies = {u"before_predecessor"_s};
    Milestone& paid = story.open(u"refund_settled"_s, MilestoneState::InProgress, 11.6 * day, day, 3 * day, scope);
    paid.startedAt = story.at(11.8 * day);
    story.open(u"credit_memo_posted"_s, MilestoneState::Pending, 11.6 * day, 0.2 * day, 2 * day, scope);
    story.add(u"refund_notification"_s, MilestoneState::Blocked, scope);
    detail.order.waitingStep = u"settlement_posting"_s;
    detail.order.waitingScope = u"payment/P1"_s;
    detail.order.waitingSince = story.at(3.1 * day);
    detail.order.nextDueAt = fixtureNow().addDays(1);
    detail.order.anomalyCount = 2;
    return detail;
}

HealthSnapshot busyHealth()
{
    HealthSnapshot health;
    health.asOf = fixtureNow();
    health.openOrders = 12'873;
    health.breachedOrders = 1312;
    health.dueSoonOrders = 208;
    health.failedOrders = 57;
    health.completedLate24h = 391;
    health.lateOrders24h = 355;
    health.rejectedEvents = 14;
    health.steps = {{u"fraud_screening"_s, u"fraud"_s, {12, 9, 4, 0, 0, 0}, 7},
        {u"payment_authorization"_s, u"psp"_s, {3, 0, 2, 1, 0, 0}, 0},
        {u"inventory_reservation"_s, u"inventory"_s, {40, 22, 8, 2, 0, 0}, 31},
        {u"erp_order_creation"_s, u"erp"_s, {61, 118, 164, 69, 12, 3}, 96},
        {u"shipment_confirmation"_s, u"wms"_s, {8, 21, 44, 120, 61, 22}, 40},
        {u"delivery_confirmation"_s, u"carrier"_s, {0, 4, 11, 96, 180, 205}, 34},
        {u"invoice"_s, u"erp"_s, {0, 0, 6, 12, 9, 1}, 0},
        {u"settlement_posting"_s, u"finance"_s, {0, 0, 0, 4, 28, 17}, 12}};
    health.valueAtRisk = {{{9'284'112, u"EUR"_s}, 861}, {{3'120'555, u"GBP"_s}, 288}, {{1'845'000, u"JPY"_s}, 140},
        {{912'345, u"KWD"_s}, 23}};
    health.backlogs[0] = {427, 391, fixtureNow().addDays(-4)};
    health.backlogs[1] = {72, 72, fixtureNow().addSecs(-5 * 3600)};
    health.backlogs[2] = {316, 276, fixtureNow().addDays(-6)};
    health.backlogs[3] = {0, 0, {}};
    return health;
}

SetAsidePage setAsidePage(qint64 first, qint64 last, bool more)
{
    SetAsidePage page;
    for (qint64 id = first; id >= last; --id) {
        SetAsideEvent event;
        event.id = id;
        event.origin = id % 3 == 0 ? u"orders.csv"_s : u"ingest"_s;
        event.item = id % 7 + 1;
        event.code = id % 3 == 0 ? u"too_few_columns"_s : u"unknown_type"_s;
        event.reason = id % 3 == 0 ? u"The record has 4 columns, the header has 9."_s
                                   : u"/type: no process knows the event type \"com.shop.gift.v1\""_s;
        event.source = id % 3 == 0 ? QString() : u"/shop"_s;
        event.eventId = id % 3 == 0 ? QString() : u"gift-%1"_s.arg(id);
        event.lastAt = fixtureNow().addSecs((id - 1000) * 60);
        event.firstAt = event.lastAt.addDays(-2);
        event.count = id % 5 + 1;
        page.events.append(event);
    }
    page.total = {more ? 450 : page.events.size(), false};
    if (more)
        page.next = SetAsideCursor{u"behind %1"_s.arg(last), last};
    page.asOf = fixtureNow();
    return page;
}

RuleBook fixtureRules()
{
    RuleBook rules;
    for (const auto& name : {u"ship_to_home"_s, u"click_and_collect"_s, u"marketplace"_s, u"store_sale"_s, u"return"_s})
        rules.processes.append(fixtureProcess(name));
    Process next = rules.processes.constFirst();
    next.version = 2;
    next.validFrom = QDateTime(QDate(2027, 1, 1), QTime(0, 0), Qt::UTC);
    rules.processes.prepend(next);
    const QStringList early{u"06:00-22:00"_s};
    const QStringList day{u"00:00-24:00"_s};
    const QStringList office{u"08:00-12:00"_s, u"13:00-18:00"_s};
    rules.calendars = {
        {u"always"_s, u"Around the clock"_s, u"UTC"_s, {day, day, day, day, day, day, day}, {}},
        {u"weekdays"_s, u"Weekdays"_s, u"Europe/Berlin"_s, {day, day, day, day, day, {}, {}},
            {{u"2026-12-25"_s, {}, u"Christmas"_s}, {u"2026-12-24"_s, {u"00:00-12:00"_s}, {}}}},
        {u"warehouse"_s, u"Warehouse"_s, u"Europe/Berlin"_s, {early, early, early, early, early, early, {}}, {}},
        {u"office"_s, u"Office hours"_s, u"Europe/Berlin"_s, {office, office, office, office, office, {}, {}}, {}},
    };
    rules.channels = {{u"web-de"_s, u"Web shop Germany"_s, u"ship_to_home"_s, {}, 412'000},
        {u"web-uk"_s, u"Web shop United Kingdom"_s, u"ship_to_home"_s,
            QStringList{u"order_captured"_s, u"validation"_s, u"payment_authorization"_s, u"shipment_confirmation"_s,
                u"invoice"_s},
            96'500},
        {u"olist"_s, u"Olist"_s, u"marketplace"_s,
            QStringList{u"order_captured"_s, u"payment_authorization"_s, u"shipment_confirmation"_s,
                u"delivery_confirmation"_s},
            5000},
        {u"pos"_s, u"Stores"_s, u"store_sale"_s, {}, 1'208'000},
        {u"popup"_s, u"popup"_s, u"ship_to_home"_s, {}, 38, false},
        {u"fair"_s, u"Trade fair"_s, u"store_sale"_s, QStringList(), 12}};
    return rules;
}
