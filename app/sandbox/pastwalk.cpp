// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/pastwalk.h"

#include "app/sandbox/estate.h"
#include "app/sandbox/payout.h"
#include "app/sandbox/worktime.h"
#include "models/domain/isoduration.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

using Json = nlohmann::ordered_json;

namespace {

constexpr qint64 hour = 3600;

/// As the operations team sees it: a process waits within an hour for what a system does.
bool canBeLate(const ProcessStep& step, const QHash<QString, MessageFlow>& flows)
{
    return flows.contains(step.step) && hasPlainTarget(step) && secondsOfIsoDuration(step.target).value_or(0) <= hour;
}

/// How the inventory calls what a step moves.
const char* movementOf(const QString& step)
{
    return step == "inventory_reservation"_L1 ? "reservation"
        : step == "goods_issue_posting"_L1    ? "goods_issue"
        : step == "stock_posting"_L1          ? "sale"
        : step == "restock_posted"_L1         ? "restock"
                                              : nullptr;
}

} // namespace

PastWalk::PastWalk(const Setting& setting, const Sale& sale, Dice dice)
    : m_setting(setting)
    , m_dice(dice)
{
    m_order.sale = sale;
    const auto process = setting.processes.constFind(sale.channel->process);
    if (process == setting.processes.constEnd())
        return;
    drawPlan(*process);
    walk(*process);
    if (!m_returnScope.isEmpty())
        walkReturn(setting.processes.value(u"return"_s));
    if (m_order.standing == PastOrder::Standing::Stuck)
        return;
    if (m_cancelledAt.isValid())
        m_order.standing = PastOrder::Standing::Cancelled;
    else if (m_unfinished)
        m_order.standing = PastOrder::Standing::InWork;
}

void PastWalk::drawPlan(const Process& process)
{
    const Sale& sold = m_order.sale;
    if (sold.lines.size() > 1 && sold.channel->process == "ship_to_home"_L1 && m_dice.happens(0.12))
        m_shipments = 2;
    const double fate = m_dice.roll();
    if (fate < 0.04 && !sold.channel->isStore()) {
        m_cancelledAt = sold.placedAt.addSecs(qint64(m_dice.between(600, hour)));
        if (m_cancelledAt > m_setting.now)
            m_cancelledAt = {};
    } else if (fate < 0.12) {
        QStringList steps;
        for (const ProcessStep& step : process.steps)
            steps.append(step.step);
        m_trouble = drawTrouble(steps, m_dice);
    } else if (fate < 0.2) {
        QStringList steps;
        for (const ProcessStep& step : process.steps)
            if (canBeLate(step, m_setting.flows))
                steps.append(step.step);
        m_lateStep = steps.at(m_dice.below(int(steps.size())));
    } else if (fate < 0.36) {
        const bool goodwill = m_dice.happens(0.12) && !sold.channel->isStore();
        m_returnScope = (goodwill ? u"refund/R"_s : u"return/R"_s) + sold.key.section(u'-', -1);
        m_refund = sold.total();
        if (sold.lines.size() > 1 && m_dice.happens(0.5)) // keeps the rest
            m_refund = sold.total(0);
        m_course = drawRefundCourse(m_dice);
        if (m_dice.happens(0.1))
            m_trouble = {u"credit_memo_posted"_s, u"failed"_s, u"The posting period is not open"_s, hour};
    }
}

void PastWalk::walk(const Process& process)
{
    for (OrderEvent& told : saleEvents(sale())) {
        m_reached[told.step][told.scope] = told.at;
        tell(std::move(told));
    }
    for (const ProcessStep& step : process.steps) {
        if (m_reached.contains(step.step))
            continue;
        for (int shipment = 1; shipment <= (step.scope == "shipment"_L1 ? m_shipments : 1); ++shipment)
            visit(step, step.scope == "shipment"_L1 ? u"shipment/"_s + QString::number(shipment) : QString());
    }
    if (m_cancelledAt.isValid()) {
        OrderEvent cancelled{m_cancelledAt, u"cancelled"_s, {}, sale().channel->source, sale().key, {}, {}};
        tell(cancelled.withMessage(u"Cancelled by the customer"_s));
    }
}

void PastWalk::walkReturn(const Process& process)
{
    // only what has arrived can come back
    QDateTime arrived = sale().channel->isStore() ? sale().placedAt : QDateTime();
    for (const QString& step : {u"delivery_confirmation"_s, u"collection"_s}) {
        const auto reached = m_reached.value(step);
        for (const QDateTime& at : reached)
            arrived = std::max(arrived, at);
    }
    if (!arrived.isValid() || arrived >= m_setting.now)
        return; // whether it comes back is seen when it is there
    m_reached[u"arrived"_s][m_returnScope] = arrived;
    const bool unfinished = m_unfinished;
    for (const ProcessStep& step : process.steps)
        if (!step.goods || m_returnScope.startsWith("return/"_L1))
            visit(step, m_returnScope);
    if (m_order.returnState.isEmpty()) // nobody knows yet that it will come back
        m_unfinished = unfinished;
}

QDateTime PastWalk::eligible(const ProcessStep& step, const QString& scope) const
{
    if (step.after.isEmpty())
        return m_reached.value(u"arrived"_s).value(scope);
    QDateTime latest;
    for (const QString& before : step.after) {
        // a refund without goods waits for nobody
        const bool noGoods = scope.startsWith("refund/"_L1) && before == "inspection"_L1;
        const auto reached = m_reached.value(noGoods ? u"return_requested"_s : before);
        const bool byShipment = !reached.isEmpty() && reached.firstKey().startsWith("shipment/"_L1);
        if (byShipment && scope.startsWith("shipment/"_L1)) {
            if (!reached.contains(scope))
                return {};
            latest = std::max(latest, reached.value(scope));
            continue;
        }
        if (reached.isEmpty() || (byShipment && reached.size() < m_shipments))
            return {};
        latest = std::max(latest, *std::max_element(reached.cbegin(), reached.cend()));
    }
    return latest;
}

void PastWalk::visit(const ProcessStep& step, const QString& scope)
{
    const QDateTime from = eligible(step, scope);
    if (!from.isValid()) {
        m_unfinished = true;
        return;
    }
    if ((m_cancelledAt.isValid() && from >= m_cancelledAt) || hitByTrouble(step, scope, from))
        return;
    const auto flow = m_setting.flows.constFind(step.step);
    const bool asked = flow != m_setting.flows.constEnd();
    if (from > m_setting.now && (asked || step.axis == "money"_L1)) {
        m_unfinished = true; // what a relay will send, and what follows from that
        return;
    }
    if (step.step == "refund_settled"_L1) {
        settleRefund(step, scope, from);
        return;
    }
    QDateTime at = reachedAt(step, scope, from);
    if (asked && flow->evidence) // is answered at once: nothing is on its way when the history ends
        at = std::min(at, m_setting.now);
    if (m_cancelledAt.isValid() && at >= m_cancelledAt)
        return;
    if (step.step == "refund_issued"_L1) {
        OrderEvent requested = event(step, scope, from);
        requested.outcome = u"started"_s;
        requested.source = u"/shop"_s;
        requested.data["refund"]["state"] = "requested";
        tell(std::move(requested));
    }
    if (!asked) {
        happen(step, scope, from, at);
    } else if (flow->evidence) {
        tell(event(step, scope, at), deliver(*flow, scope, at));
        reach(step, scope, from, at);
    } else {
        if (!sale().channel->isStore()) { // there the goods lie on the counter
            OrderEvent begun = event(step, scope, std::min(from.addSecs(2), m_setting.now));
            begun.outcome = u"started"_s; // else nobody would know, and a relay would ask again
            const std::size_t effect = deliver(*flow, scope, begun.at);
            tell(begun.withMessage(u"The warehouse expects it"_s), effect);
        }
        happen(step, scope, from, at);
    }
}

QDateTime PastWalk::reachedAt(const ProcessStep& step, const QString& scope, const QDateTime& from)
{
    if (step.step == "settlement_receipt"_L1)
        return payoutAfter(from);
    if (step.step == m_lateStep)
        return from.addMSecs(std::llround(lateSeconds(step, m_dice) * 1000));
    const bool counter = (sale().channel->isStore() || scope.startsWith("refund/"_L1))
        && (step.step == "return_authorized"_L1 || step.step == "return_received"_L1 || step.step == "inspection"_L1);
    double seconds = counter ? 0 : usualSeconds(step, m_dice);
    if (step.step == "shipment_confirmation"_L1 && scope == "shipment/2"_L1)
        seconds += 2 * hour;
    const QDateTime at = from.addMSecs(std::llround(seconds * 1000));
    return counter ? at : atWork(step.step, at, m_dice);
}

bool PastWalk::hitByTrouble(const ProcessStep& step, const QString& scope, const QDateTime& from)
{
    if (m_trouble.step != step.step || from.addSecs(m_trouble.shows) >= m_setting.now)
        return false;
    if (!m_trouble.outcome.isEmpty()) {
        OrderEvent said = event(step, scope, from.addMSecs(std::llround(m_dice.between(5'000, 300'000))));
        said.outcome = m_trouble.outcome;
        said.data = Json::object();
        tell(said.withMessage(m_trouble.message));
    }
    stick(step, m_trouble.outcome.isEmpty() ? QString() : scope); // nobody has named a shipment that never was
    return true;
}

void PastWalk::settleRefund(const ProcessStep& step, const QString& scope, const QDateTime& from)
{
    const QDateTime until = from.addMSecs(std::llround(usualSeconds(step, m_dice) * 1000));
    QString last;
    for (OrderEvent& said :
        refundEvents(m_course, sale().channel->payer(), sale().key, scope, m_refund, from.addSecs(1), until)) {
        if (said.at > m_setting.now) {
            m_order.expected.push_back(std::move(said));
            continue;
        }
        last = said.outcome;
        if (last.isEmpty())
            reach(step, scope, from, said.at);
        tell(std::move(said));
    }
    if (m_reached.contains(step.step))
        return;
    m_unfinished = true;
    const bool forgotten = m_course == RefundCourse::Open && from.addSecs(3 * hour) < m_setting.now;
    if (last == "failed"_L1 || forgotten)
        stick(step, scope);
}

void PastWalk::happen(const ProcessStep& step, const QString& scope, const QDateTime& from, const QDateTime& at)
{
    if (step.step == "shipment_confirmation"_L1 && m_shipments > 1) { // else one parcel would pass for all
        OrderEvent packed = event(step, scope, std::min(from.addSecs(60), m_setting.now));
        packed.outcome = u"started"_s;
        packed.data = Json::object();
        tell(packed.withMessage(u"Packed as %1 parcels"_s.arg(m_shipments)));
    }
    if (at <= m_setting.now) {
        tell(event(step, scope, at));
        reach(step, scope, from, at);
        return;
    }
    m_unfinished = true;
    m_order.expected.push_back(event(step, scope, at));
    m_reached[step.step][scope] = at;
}

std::size_t PastWalk::deliver(const MessageFlow& flow, const QString& scope, const QDateTime& at)
{
    const std::string system = flow.systemFor(sale().channel->process).toStdString();
    const EstateResource* resource = m_setting.estate.find(system, flow.resource.toStdString());
    if (resource == nullptr)
        qFatal(
            "no resource %s/%s", system.c_str(), qPrintable(flow.resource)); // the files that travel along do not fit
    const bool back = scope.startsWith("return/"_L1) || scope.startsWith("refund/"_L1);
    m_order.effects.push_back({at.toMSecsSinceEpoch() * 1'000'000,
        {resource, sale().key.toStdString(), scope.isEmpty() ? "order" : scope.toStdString(),
            flow.keyFor(sale().key, scope).toStdString(),
            !flow.hasAmount ? Money()
                : back      ? m_refund
                            : sale().total(),
            {}}});
    return m_order.effects.size() - 1;
}

OrderEvent PastWalk::event(const ProcessStep& step, const QString& scope, const QDateTime& at) const
{
    const Sale& sold = m_order.sale;
    const auto flow = m_setting.flows.constFind(step.step);
    const bool asked = flow != m_setting.flows.constEnd() && flow->evidence;
    const QString payer = sold.channel->payer();
    const QString system = asked ? flow->systemFor(sold.channel->process) : step.system;
    OrderEvent said{at, step.step, {}, u'/' + system, sold.key, scope, Json::object()};
    if (const char* movement = movementOf(step.step))
        said.data["movement"] = movementJson(movement, linesIn(scope));
    if (step.step == "shipment_confirmation"_L1) {
        said.withReference(u"carrier"_s, u"tracking_number"_s,
            u"PW904"_s + sold.key.section(u'-', -1) + scope.section(u'/', -1).rightJustified(3, u'0'));
    } else if (step.step == "settlement_receipt"_L1) {
        said.source = u'/' + payer;
        const QString payout = payoutId(payer, sold.channel->currency, at);
        said.data["payout"] = {{"id", payout.toStdString()}};
        said.withReference(payer, u"payout"_s, payout);
    } else if (step.step == "return_requested"_L1) {
        said.withReference(u"shop"_s, u"return"_s, scope.section(u'/', 1));
        said.withMessage(scope.startsWith("refund/"_L1) ? u"Goodwill: arrived damaged"_s : u"Does not fit"_s);
        said.data["refund"] = moneyJson(m_refund);
    } else if (step.step == "refund_issued"_L1 || step.step == "credit_memo_posted"_L1) {
        said.data["refund"] = moneyJson(m_refund);
    }
    return said;
}

std::vector<Sale::Line> PastWalk::linesIn(const QString& scope) const
{
    std::vector<Sale::Line> lines = m_order.sale.lines;
    if (scope.startsWith("return/"_L1) && m_refund != m_order.sale.total())
        lines.resize(1);
    if (!scope.startsWith("shipment/"_L1) || m_shipments == 1)
        return lines;
    std::vector<Sale::Line> part; // the first parcel has the first line, the second the others
    for (std::size_t i = 0; i < lines.size(); ++i)
        if ((i == 0) == (scope == "shipment/1"_L1))
            part.push_back(lines[i]);
    return part;
}

void PastWalk::tell(OrderEvent event, std::optional<std::size_t> effect)
{
    m_order.told.push_back({std::move(event), effect});
}

void PastWalk::reach(const ProcessStep& step, const QString& scope, const QDateTime& from, const QDateTime& at)
{
    m_reached[step.step][scope] = at;
    if (isLate(step, from, at, sale().promisedAt))
        ++m_order.lateSteps;
    if (step.axis == "return"_L1 && !step.reached.isEmpty())
        m_order.returnState = step.reached;
}

void PastWalk::stick(const ProcessStep& step, const QString& scope)
{
    if (m_order.standing == PastOrder::Standing::Stuck)
        return; // at the first
    m_order.standing = PastOrder::Standing::Stuck;
    m_order.stuckStep = step.step;
    m_order.stuckScope = scope;
}
