// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exceptionfixtures.h"

#include "orderfixtures.h"

using namespace Qt::StringLiterals;

namespace {

struct Flow
{
    QString code;
    QString title;
    QString source;
    QString target;
    QString step;
    QString team;
    EffectClass effect = EffectClass::Create;
};

Flow flow(int which)
{
    const QList<Flow> flows = {
        {u"erp-order-create"_s, u"Order to the ERP"_s, u"shop"_s, u"erp"_s, u"erp_order_creation"_s, u"erp"_s,
            EffectClass::Create},
        {u"wms-order-release"_s, u"Order to the warehouse"_s, u"oms"_s, u"wms"_s, u"fulfillment_routing"_s,
            u"logistics"_s, EffectClass::Create},
        {u"shop-shipment-update"_s, u"Shipment to the shop"_s, u"wms"_s, u"shop"_s, u"shop_fulfillment_update"_s,
            u"web"_s, EffectClass::Upsert},
        {u"psp-capture"_s, u"Capture of the payment"_s, u"oms"_s, u"psp"_s, u"payment_capture"_s, u"finance"_s,
            EffectClass::Money},
        {u"erp-invoice"_s, u"Invoice in the ERP"_s, u"oms"_s, u"erp"_s, u"invoice"_s, u"finance"_s, EffectClass::Legal},
        {u"pos-sale-erp"_s, u"Store sale to the ERP"_s, u"pos"_s, u"erp"_s, u"stock_posting"_s, u"stores"_s,
            EffectClass::Create},
        {u"marketplace-shipment"_s, u"Shipment to the marketplace"_s, u"oms"_s, u"marketplace"_s,
            u"marketplace_shipment_update"_s, u"web"_s, EffectClass::Upsert},
        {u"crm-notification"_s, u"Mail to the customer"_s, u"oms"_s, u"crm"_s, u"customer_notification"_s, u"web"_s,
            EffectClass::Create},
    };
    return flows.at(which);
}

Exception make(qint64 id, int flowIndex, int minutesOld, const QString& errorClass, const QString& code,
    const QString& text, ReplayClass replay)
{
    const Flow from = flow(flowIndex);
    Exception it;
    it.id = id;
    it.queue = from.team;
    it.fingerprint = code;
    it.flow = from.code;
    it.flowTitle = from.title;
    it.sourceSystem = from.source;
    it.targetSystem = from.target;
    it.step = from.step;
    it.effectClass = from.effect;
    it.transactionId = 9000 + id;
    it.lookup = true;
    it.orderId = 500 + id;
    it.orderNumber = QString::number(10'300 + id);
    it.channel = u"shop-de"_s;
    it.value = Money{4900 + id * 137, u"EUR"_s};
    it.errorClass = errorClass;
    it.errorEffect = replay == ReplayClass::Verify || replay == ReplayClass::ByHand ? u"unknown"_s : u"not_applied"_s;
    it.errorCode = code;
    it.errorText = text;
    it.openedAt = fixtureNow().addSecs(-60LL * minutesOld);
    it.lastAt = it.openedAt;
    it.attempts = 1;
    it.replayClass = replay;
    it.version = 1;
    return it;
}

} // namespace

QList<Exception> fixtureExceptions()
{
    QList<Exception> all = {
        make(114, 1, 2, u"transient"_s, u"503"_s, u"Service unavailable: release queue is being restarted"_s,
            ReplayClass::Safe),
        make(113, 0, 6, u"data"_s, u"V1-382"_s, u"Material 1234 is not defined for sales organisation 1000"_s,
            ReplayClass::WillFail),
        make(112, 3, 9, u"transient"_s, u"timeout"_s, u"No answer within 30 s after the request was sent"_s,
            ReplayClass::Verify),
        make(111, 0, 11, u"data"_s, u"V1-382"_s, u"Material 1234 is not defined for sales organisation 1000"_s,
            ReplayClass::WillFail),
        make(110, 5, 24, u"transient"_s, u"timeout"_s, u"The connection was closed before an answer came"_s,
            ReplayClass::ByHand),
        make(109, 2, 31, u"throttling"_s, u"429"_s, u"Exceeded 2 calls per second for api client"_s, ReplayClass::Safe),
        make(108, 6, 44, u"auth"_s, u"401"_s, u"The access token expired on 21 Nov 2026"_s, ReplayClass::Safe),
        make(107, 4, 58, u"business_rule"_s, u"F5-286"_s, u"Posting period 010 2026 is not open"_s,
            ReplayClass::WillFail),
        make(106, 1, 75, u"contract"_s, u"schema"_s, u"/lines/3/quantity: must be a whole number"_s,
            ReplayClass::WillFail),
        make(105, 0, 96, u"duplicate"_s, u"V4-219"_s, u"Purchase order 10405 of customer 77120 exists already"_s,
            ReplayClass::Done),
        make(104, 7, 131, u"configuration"_s, u"tls"_s, u"The certificate of mail.example.org is not trusted"_s,
            ReplayClass::Safe),
        make(103, 2, 170, u"transient"_s, u"502"_s, u"Bad gateway"_s, ReplayClass::Safe),
        make(102, 5, 1500, u"data"_s, u"VK-011"_s, u"Tax code Q7 is not known in country AT"_s, ReplayClass::WillFail),
        make(101, 3, 2950, u"unclassified"_s, u"X-90"_s, u"Unexpected state of the authorization"_s,
            ReplayClass::Verify),
    };
    all[1].attempts = 3;
    all[1].lookup = false;
    all[1].owner = u"anna"_s;
    all[1].state = ExceptionState::Assigned;
    all[2].kind = ExceptionKind::InDoubt;
    all[2].severity = Severity::High;
    all[2].stepDueAt = fixtureNow().addSecs(1260);
    all[2].mayNotReplay = u"this flow moves money or makes legal documents: that takes the role signalbox_finance"_s;
    all[4].kind = ExceptionKind::InDoubt;
    all[4].severity = Severity::High;
    all[5].attempts = 12;
    all[5].lastAt = fixtureNow().addSecs(-90);
    all[5].state = ExceptionState::Replaying;
    all[6].severity = Severity::Critical;
    all[6].stepDueAt = fixtureNow().addSecs(-2700);
    all[7].kind = ExceptionKind::BusinessRule;
    all[7].owner = u"c.brandstetter"_s;
    all[7].state = ExceptionState::Assigned;
    all[7].stepDueAt = fixtureNow().addSecs(5400);
    all[8].kind = ExceptionKind::Contract;
    all[8].regression = true;
    all[10].severity = Severity::High;
    all[10].orderId = 0;
    all[10].orderNumber.clear();
    all[10].value.reset();
    all[12].state = ExceptionState::Snoozed;
    all[12].snoozedUntil = fixtureNow().addSecs(3600 * 15);
    all[13].occurrences = 5;
    return all;
}

ExceptionPage exceptionPage(qint64 first, qint64 last, bool more)
{
    ExceptionPage page;
    for (qint64 id = first; id >= last; --id)
        page.exceptions.append(make(id, int(id % 8), int(2000 - id), u"data"_s, u"V1-382"_s,
            u"Material %1 is not defined"_s.arg(id), ReplayClass::Safe));
    if (more)
        page.next = OrderCursor{u"behind %1"_s.arg(last), last};
    page.asOf = fixtureNow();
    return page;
}

QList<ExceptionGroup> fixtureGroups()
{
    const QDateTime now = fixtureNow();
    const auto group = [&now](qint64 id, const QString& flow, const QString& flowTitle, const QString& source,
                           const QString& target, const QString& code, const QString& sample, qint64 count) {
        ExceptionGroup it;
        it.id = id;
        it.flow = flow;
        it.flowTitle = flowTitle;
        it.sourceSystem = source;
        it.targetSystem = target;
        it.team = target;
        it.errorClass = u"data"_s;
        it.errorCode = code;
        it.sample = sample;
        it.count = count;
        it.firstAt = now.addDays(-3);
        it.lastAt = now.addSecs(-300 * id);
        it.version = 1;
        for (std::size_t hour = 0; hour < it.hours.size(); ++hour)
            it.hours.at(hour)
                = int((hour * hour * std::size_t(id)) % 17) * int(hour > 24 - std::size_t(3 * id) ? 3 : 1);
        return it;
    };
    ExceptionGroup tax = group(1, u"order.to-erp"_s, u"Order to the ERP"_s, u"shop"_s, u"erp"_s, u"TAX-104"_s,
        u"Tax code 'V7' of material 10000812 is not maintained for plant 1000"_s, 1312);
    tax.values = {{18'422'050, u"EUR"_s}, {912'000, u"CHF"_s}};
    tax.dueAt = now.addSecs(-5400);
    tax.resolved = {{Resolution::FixedInTarget, 212}, {Resolution::NotNeeded, 9}};
    ExceptionGroup down = group(2, u"stock.reserve"_s, u"Reserve the goods"_s, u"shop"_s, u"wms"_s, u"refused"_s,
        u"Connection refused by wms-2.example.org:8443"_s, 408);
    down.errorClass = u"transient"_s;
    down.values = {{2'105'990, u"EUR"_s}};
    down.dueAt = now.addSecs(1500);
    down.state = GroupState::Investigating;
    down.owner = u"anna"_s;
    down.resolved = {{Resolution::Replayed, 61}};
    ExceptionGroup doubt = group(3, u"payment.capture"_s, u"Capture the payment"_s, u"shop"_s, u"psp"_s, u"timeout"_s,
        u"no answer within 30 s"_s, 24);
    doubt.kind = ExceptionKind::InDoubt;
    doubt.values = {{310'400, u"EUR"_s}};
    doubt.dueAt = now.addSecs(2 * 3600);
    doubt.state = GroupState::Waiting;
    doubt.waitingOn = u"the payment provider"_s;
    doubt.until = now.addSecs(7200);
    ExceptionGroup late = group(4, u"order.ship"_s, u"Shipping order"_s, u"erp"_s, u"wms"_s, {}, {}, 97);
    late.kind = ExceptionKind::Overdue;
    late.errorClass.clear();
    late.step = u"shipment_confirmation"_s;
    late.values = {{702'300, u"EUR"_s}};
    late.dueAt = now.addSecs(5 * 3600);
    ExceptionGroup back = group(5, u"refund.to-finance"_s, u"Refund to finance"_s, u"psp"_s, u"finance"_s, u"GL-17"_s,
        u"Account 1400 is blocked for posting in period 11/2026"_s, 6);
    back.state = GroupState::Regressed;
    back.values = {{48'890, u"EUR"_s}};
    ExceptionGroup archived = group(6, u"customer.notify"_s, u"Tell the customer"_s, u"wms"_s, u"crm"_s, u"422"_s,
        u"The e-mail address anna@example is not valid"_s, 40);
    archived.escalated = true;
    ExceptionGroup named = group(7, u"sale.to-inventory"_s, u"Store sale to the stock"_s, u"pos"_s, u"inventory"_s, {},
        u"unit of measure PCE unknown"_s, 2);
    named.title = u"Units of the new tills, ticket OPS-4711"_s;
    named.state = GroupState::Acknowledged;
    named.owner = u"bert"_s;
    return {tax, down, doubt, late, back, archived, named};
}

Runbook fixtureRunbook()
{
    Runbook runbook;
    runbook.id = 4;
    runbook.version = 3;
    runbook.flow = u"order.*"_s;
    runbook.errorClass = u"data"_s;
    runbook.title = u"The ERP does not know something in the order"_s;
    runbook.content
        = u"1. Open one problem and read **what the ERP says**.\n"
          "2. Ask master data ([their board](https://example.com/md)) whether it is *missing* or *named otherwise*.\n"
          "3. Missing: have it created, then replay the whole group.\n"
          "4. Named otherwise: `Shift+R` edits the line in all of them at once.\n\n"
          "If more than 20 orders are concerned, write a note with the ticket first."_s;
    runbook.owner = u"ERP team"_s;
    runbook.updatedAt = fixtureNow().addDays(-9);
    runbook.updatedBy = u"anna"_s;
    return runbook;
}

QList<SavedView> fixtureViews()
{
    SavedView tax;
    tax.id = 21;
    tax.screen = SavedView::Screen::Triage;
    tax.name = u"Tax codes"_s;
    tax.owner = u"bert"_s;
    tax.shared = true;
    tax.filter = u"error:\"tax code\" owner:none"_s;
    SavedView morning;
    morning.id = 22;
    morning.screen = SavedView::Screen::Triage;
    morning.name = u"Monday morning, the marketplaces"_s;
    morning.owner = u"anna"_s;
    morning.filter = u"channel:market* -tag:test"_s;
    morning.queue = u"mine"_s;
    return {morning, tax};
}

GroupDetail fixtureGroupDetail(qint64 id)
{
    GroupDetail detail;
    for (const ExceptionGroup& group : fixtureGroups()) {
        if (group.id == id)
            detail.group = group;
    }
    detail.facets = {{u"channel"_s, u"web"_s, 1100, u"Shop Germany"_s}, {u"target"_s, u"erp"_s, 1312},
        {u"channel"_s, u"pos"_s, 212}};
    detail.changes = {{5, true, fixtureNow().addSecs(-3600), u"anna"_s, {8, 9}, id, {}, {}}};
    detail.comments = {{fixtureNow().addSecs(-3000), u"anna"_s,
        u"@bert, the new materials lack the code. Master data adds it at 14:00."_s}};
    detail.audit = {{12, fixtureNow().addSecs(-3000), u"anna"_s, u"note"_s, {}, {}, {}}};
    for (const Exception& exception : fixtureExceptions())
        if (exception.id == 113)
            detail.sample = {exception, Attempt()};
    detail.sample->lastTry->number = 3;
    detail.sample->lastTry->action = u"send"_s;
    detail.sample->lastTry->outcome = u"failed"_s;
    detail.sample->lastTry->httpStatus = 422;
    detail.sample->lastTry->errorCode = u"TAX-104"_s;
    detail.sample->lastTry->startedAt = fixtureNow().addSecs(-300);
    detail.remedies = {{u"replay"_s, {}, 20, 18, fixtureNow().addDays(-1), u"anna"_s},
        {u"not_needed"_s, {}, 9, 9, fixtureNow().addDays(-2), u"bert"_s},
        {u"edit"_s, {u"/lines/*/taxCode"_s}, 7, 7, fixtureNow().addDays(-3), u"anna"_s}};
    detail.runbook = fixtureRunbook();
    detail.fingerprint = u"f1"_s;
    detail.asOf = fixtureNow();
    return detail;
}

QList<QueueCount> fixtureQueues()
{
    return {{ExceptionQueue::Open, {}, 14}, {ExceptionQueue::Mine, {}, 1}, {ExceptionQueue::Unassigned, {}, 11},
        {ExceptionQueue::InDoubt, {}, 2}, {ExceptionQueue::Breaching, {}, 2}, {ExceptionQueue::Overdue, {}, 0},
        {ExceptionQueue::Regressed, {}, 1}, {ExceptionQueue::Snoozed, {}, 1}, {ExceptionQueue::Resolved, {}, 1312},
        {ExceptionQueue::Team, u"erp"_s, 3}, {ExceptionQueue::Team, u"finance"_s, 3},
        {ExceptionQueue::Team, u"logistics"_s, 2}, {ExceptionQueue::Team, u"stores"_s, 2},
        {ExceptionQueue::Team, u"web"_s, 4}};
}

ExceptionDetail fixtureDetail(qint64 id)
{
    ExceptionDetail detail;
    for (const Exception& exception : fixtureExceptions()) {
        if (exception.id == id)
            detail.exception = exception;
    }
    const Exception& it = detail.exception;
    for (int number = it.attempts; number >= 1; --number) {
        Attempt attempt;
        attempt.number = number;
        attempt.relay = u"relay-1"_s;
        attempt.action = u"send"_s;
        attempt.startedAt = it.lastAt.addSecs(-240LL * (it.attempts - number) - 2);
        attempt.finishedAt = attempt.startedAt.addMSecs(830 + 40 * number);
        attempt.outcome = u"failed"_s;
        attempt.httpStatus = 422;
        attempt.errorClass = it.errorClass;
        attempt.errorEffect = it.errorEffect;
        attempt.errorCode = it.errorCode;
        attempt.errorText = it.errorText;
        attempt.adviceId = it.errorClass == u"transient"_s ? u"http.server_error"_s : u"http.unprocessable"_s;
        attempt.responseHeaders = uR"({"Content-Type":"application/json","X-Request-Id":"7f3a90"})"_s;
        attempt.responseBody
            = uR"({"error":{"code":"V1/382","message":{"value":"Material 1234 is not defined for sales organisation 1000"}}})"_s;
        detail.attempts.append(attempt);
    }
    detail.payload
        = uR"({"order":"%1","placedAt":"2026-11-20T09:41:07+01:00","lines":[{"sku":"1234","quantity":2,"price":19.90},)"
          uR"({"sku":"8801","quantity":1,"price":64.00}],"total":103.80,"id":9007199254740993})"_s.arg(it.orderNumber);
    detail.runbook = fixtureRunbook();
    detail.tags = {u"b2b"_s, u"vip"_s};
    detail.target = u"erp-prod"_s;
    detail.idempotencyKey = u"shop-de/%1/erp_order"_s.arg(it.orderNumber);
    detail.transactionStatus = u"failed"_s;
    detail.comments
        = {{fixtureNow().addSecs(-200), u"anna"_s,
               u"Master data says the material was created this morning, but not for our sales organisation."_s},
            {fixtureNow().addSecs(-80), u"c.brandstetter"_s, u"Asked purchasing to extend it. Ticket MD-4711."_s}};
    detail.audit
        = {{42, fixtureNow().addSecs(-80), u"c.brandstetter"_s, u"note"_s, uR"({"state":"assigned","owner":"anna"})"_s,
               uR"({"state":"assigned","owner":"anna","text":"Asked purchasing to extend it. Ticket MD-4711."})"_s, {}},
            {41, fixtureNow().addSecs(-250), u"anna"_s, u"take"_s, uR"({"state":"open","owner":null})"_s,
                uR"({"state":"assigned","owner":"anna"})"_s, {}}};
    detail.sameCause = 2;
    detail.asOf = fixtureNow();
    return detail;
}

Operation fixturePlan()
{
    Operation operation;
    operation.id = 17;
    operation.requestedBy = u"anna"_s;
    operation.manifest = "8f14e45f";
    operation.createdAt = fixtureNow().addSecs(-300);
    operation.plan = {{ReplayClass::Safe, 14}, {ReplayClass::Verify, 3}, {ReplayClass::WillFail, 4},
        {ReplayClass::Done, 1}, {ReplayClass::NotAllowed, 1}, {ReplayClass::ByHand, 1}};
    operation.total = 24;
    operation.notStarted = 24;
    return operation;
}

QList<OperationItem> fixturePlanItems()
{
    QList<OperationItem> items;
    for (const auto& [replay, count] : fixturePlan().plan) {
        for (int at = 0; at < int(count); ++at) {
            const int number = int(items.size());
            items.append({9101 + number, QString::number(10'400 + number), flow(number % 8).code, replay,
                ItemState::Planned, {}, {}});
        }
    }
    return items;
}

Operation fixtureQuestion()
{
    Operation operation = fixturePlan();
    operation.kind = OperationKind::Verify;
    operation.plan = {{ReplayClass::Verify, 21}, {ReplayClass::NotAllowed, 1}, {ReplayClass::NoLookup, 2}};
    operation.ramp = {100};
    return operation;
}

Operation fixtureAsked()
{
    Operation operation = fixtureQuestion();
    operation.state = OperationState::Running;
    operation.startedAt = fixtureNow().addSecs(-240);
    operation.confirmed = 9;
    operation.failed = 6;
    operation.inDoubt = 1;
    operation.skipped = 4;
    operation.notStarted = 4;
    operation.underWay = 2;
    return operation;
}

QList<OperationItem> fixtureAskedItems()
{
    QList<OperationItem> items;
    for (int at = 0; at < 24; ++at) {
        OperationItem item{9101 + at, QString::number(10'400 + at), flow(at % 8).code, ReplayClass::Verify,
            ItemState::Confirmed, u"the target had it already: SO 00040%1"_s.arg(71200 + at),
            fixtureNow().addSecs(-at)};
        if (at < 6)
            item = {item.transactionId, item.orderNumber, item.flow, item.planned, ItemState::Failed,
                u"the target does not have it"_s, item.at};
        else if (at == 6)
            item = {item.transactionId, item.orderNumber, item.flow, item.planned, ItemState::Conflict,
                u"The target has something that may be this, under another key or none: amount is 120 there and 139.9 here."_s,
                item.at};
        else if (at < 10)
            item = {item.transactionId, item.orderNumber, item.flow,
                at == 9 ? ReplayClass::NotAllowed : ReplayClass::NoLookup, ItemState::Skipped,
                at == 9 ? u"not allowed"_s : u"its flow cannot ask the target"_s, item.at};
        else if (at == 10)
            item = {item.transactionId, item.orderNumber, item.flow, item.planned, ItemState::InDoubt,
                u"the target could not be asked in time"_s, item.at};
        else if (at > 19)
            item = {item.transactionId, item.orderNumber, item.flow, item.planned, ItemState::Planned, {}, {}};
        items.append(item);
    }
    return items;
}

Operation fixtureRunning()
{
    Operation operation = fixturePlan();
    operation.state = OperationState::Running;
    operation.reason = u"ERP master data fixed, ticket MD-4711"_s;
    operation.startedAt = fixtureNow().addSecs(-240);
    operation.confirmed = 9;
    operation.failed = 2;
    operation.inDoubt = 1;
    operation.skipped = 7;
    operation.notStarted = 5;
    operation.underWay = 3;
    return operation;
}

QList<OperationItem> fixtureRunningItems()
{
    QList<OperationItem> items = fixturePlanItems();
    const auto settle = [&items](int at, ItemState state, const QString& outcome) {
        items[at].state = state;
        items[at].outcome = outcome;
        items[at].at = fixtureNow().addSecs(-200 + 6 * at);
    };
    for (int at = 0; at < 9; ++at)
        settle(at, ItemState::Confirmed, u"SO 00040%1"_s.arg(71200 + at));
    settle(3, ItemState::Failed, u"Material 1234 is not defined for sales organisation 1000"_s);
    settle(9, ItemState::Failed, u"Posting period 010 2026 is not open"_s);
    settle(10, ItemState::InDoubt, u"No answer within 30 s after the request was sent"_s);
    settle(14, ItemState::Confirmed, u"the target had it already: SO 0004071188"_s);
    for (int at = 17; at < 21; ++at)
        settle(at, ItemState::Skipped, u"would fail again"_s);
    settle(21, ItemState::Skipped, u"done already"_s);
    settle(22, ItemState::Skipped, u"not allowed"_s);
    settle(23, ItemState::Skipped, u"to be verified by hand"_s);
    for (const int at : {11, 12, 13})
        items[at].state = ItemState::Claimed;
    const auto rank = [](const OperationItem& item) {
        switch (item.state) {
        case ItemState::Failed:
            return 0;
        case ItemState::InDoubt:
            return 1;
        case ItemState::Skipped:
        case ItemState::Conflict:
        case ItemState::Cancelled:
            return 2;
        case ItemState::Planned:
        case ItemState::Claimed:
            return 3;
        case ItemState::Confirmed:
            return 4;
        }
        return 5;
    };
    std::stable_sort(items.begin(), items.end(),
        [&rank](const OperationItem& a, const OperationItem& b) { return rank(a) < rank(b); });
    return items;
}

QList<Operation> fixtureOperations()
{
    QList<Operation> operations{fixtureRunning()};
    Operation paused = fixtureRunning();
    paused.id = 16;
    paused.state = OperationState::Paused;
    paused.requestedBy = u"c.brandstetter"_s;
    paused.reason = u"Warehouse restarted, canary first"_s;
    paused.startedAt = fixtureNow().addSecs(-7300);
    paused.total = 412;
    paused.confirmed = 25;
    paused.failed = paused.inDoubt = paused.skipped = paused.underWay = 0;
    paused.notStarted = 387;
    Operation settled = fixtureRunning();
    settled.id = 15;
    settled.state = OperationState::Settled;
    settled.reason = u"Token of the marketplace renewed"_s;
    settled.startedAt = fixtureNow().addDays(-1);
    settled.finishedAt = fixtureNow().addDays(-1).addSecs(900);
    settled.total = settled.confirmed = 1312;
    settled.failed = settled.inDoubt = settled.skipped = settled.notStarted = settled.underWay = 0;
    Operation cancelled = settled;
    cancelled.id = 12;
    cancelled.state = OperationState::Cancelled;
    cancelled.reason = u"Wrong queue, sorry"_s;
    cancelled.startedAt = fixtureNow().addDays(-4);
    cancelled.total = 60;
    cancelled.confirmed = 4;
    cancelled.skipped = 56;
    return {operations.constFirst(), paused, settled, cancelled};
}

Handover fixtureHandover()
{
    Handover h;
    h.environment.name = u"Production"_s;
    h.environment.kind = u"production"_s;
    h.environment.database = u"integration"_s;
    h.environment.user = u"anna"_s;
    h.asOf = fixtureNow();
    h.since = fixtureNow().addSecs(-8 * 3600);
    h.queues = fixtureQueues();
    const Comment note{fixtureNow().addSecs(-1800), u"bob"_s,
        u"The ERP team restarts the tax service at noon; until then nothing is sent."_s};
    for (const ExceptionGroup& group : fixtureGroups()) {
        h.open.rows.append({group, group.id == 1 ? note : Comment()});
        h.opened.rows.append(group);
        h.resolved.rows.append({group, Resolution(group.id % 5), group.id % 2 ? u"anna"_s : u"signalbox"_s,
            group.id % 2 ? u"Tax code entered in the ERP, ticket MD-4711"_s : u"the target took it"_s, fixtureNow()});
        h.ownerChanges.rows.append({group, group.id % 2 == 0, u"anna"_s, {}, u"bob"_s, group.id, fixtureNow()});
        h.notes.rows.append({group, group.id, u"DE-1041%1"_s.arg(group.id), note});
    }
    h.regressed.rows = {h.opened.rows.constLast()};
    for (Exception exception : fixtureExceptions()) {
        exception.kind = ExceptionKind::InDoubt;
        h.inDoubt.rows.append(exception);
    }
    Operation waiting = fixturePlan();
    waiting.state = OperationState::AwaitingApproval;
    waiting.requestedBy = u"sue"_s;
    waiting.reason = u"Mapping of tax codes was repaired"_s;
    waiting.classes = {ReplayClass::Safe};
    waiting.value = {{ReplayClass::Safe, {{2'345'900, u"EUR"_s}, {412'000, u"JPY"_s}}}};
    waiting.limits = {{u"%"_s, u"money"_s, {}, 10, {{ReplayClass::Safe, 14}}}};
    waiting.sendable = 14;
    waiting.approvalUntil = fixtureNow().addSecs(5 * 3600);
    h.awaiting.rows = {waiting};
    for (const Operation& operation : fixtureOperations())
        (operation.isOver() ? h.replayed : h.underWay).rows.append(operation);
    h.open.total = 41;
    h.opened.total = h.opened.rows.size();
    h.resolved.total = h.resolved.rows.size();
    h.ownerChanges.total = h.ownerChanges.rows.size();
    h.notes.total = h.notes.rows.size();
    h.regressed.total = 1;
    h.inDoubt.total = h.inDoubt.rows.size();
    h.awaiting.total = 1;
    h.underWay.total = h.underWay.rows.size();
    h.replayed.total = h.replayed.rows.size();
    for (std::size_t at = 0; at < h.hours.size(); ++at)
        h.hours.at(at) = int(at * at % 17);
    return h;
}
