// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/naivelifecycle.h"

#include "models/domain/isoduration.h"
#include "models/domain/money.h"
#include "tests/support/integrationdatabase.h"

#include <algorithm>
#include <cmath>
#include <tuple>

using namespace Qt::StringLiterals;

namespace {

const QStringList& fulfilmentStates()
{
    static const QStringList states{
        u"reserved"_s, u"routed"_s, u"ready"_s, u"shipped"_s, u"delivered"_s, u"collected"_s};
    return states;
}

QString word(const QDateTime& time)
{
    return time.isValid() ? QString::number(time.toMSecsSinceEpoch()) : u"-"_s;
}

QString word(const QString& text)
{
    return text.isEmpty() ? u"-"_s : text;
}

/// Events of the same moment are in the order of their source and id.
bool earlier(const TestEvent& a, const TestEvent& b)
{
    return std::tuple(a.time, a.source.toUtf8(), a.identity().toUtf8())
        < std::tuple(b.time, b.source.toUtf8(), b.identity().toUtf8());
}

QString maskedMail(const QString& text)
{
    const auto at = text.indexOf(u'@');
    return at > 0 ? text.left(1) + u"***"_s + text.sliced(at) : text;
}

bool isOpen(const QString& state)
{
    return state == u"pending"_s || state == u"in_progress"_s || state == u"failed"_s;
}

QDateTime time(const QJsonObject& object, const QString& name)
{
    return QDateTime::fromString(object.value(name).toString(), Qt::ISODateWithMs).toUTC();
}

} // namespace

/// What was said of one step in one scope, by outcome, in the order of time.
struct NaiveLifecycle::Fact
{
    QMap<QString, QList<QDateTime>> said;
    QList<std::pair<QString, const TestEvent*>> events; // outcomes, in the order of time

    QDateTime first(const QString& outcome) const { return said.value(outcome).value(0); }
    QDateTime last(const QString& outcome) const
    {
        const auto times = said.value(outcome);
        return times.isEmpty() ? QDateTime() : times.constLast();
    }
    QDateTime begun() const
    {
        QDateTime earliest;
        for (auto it = said.begin(); it != said.end(); ++it) {
            // a failure that is followed by another is forgotten: only the last one of its kind is kept
            const bool firstIsKept = it.key() == u"started"_s || it.key() == u"completed"_s;
            const QDateTime kept = firstIsKept ? it->constFirst() : it->constLast();
            if (!earliest.isValid() || kept < earliest)
                earliest = kept;
        }
        return earliest;
    }
    /// The last word among completed, failed and reversed; of the same moment the gravest. Only without any of them
    /// count skipped, unknown and started.
    QString state() const
    {
        QString best;
        for (const QString& outcome : {u"failed"_s, u"completed"_s, u"reversed"_s}) {
            if (said.contains(outcome) && (best.isEmpty() || last(outcome) >= last(best)))
                best = outcome;
        }
        if (!best.isEmpty())
            return best;
        if (said.contains(u"skipped"_s))
            return u"not_applicable"_s;
        return said.contains(u"unknown"_s) ? u"unknown"_s : u"in_progress"_s;
    }
    /// The first completion counts, unless it was taken back or contradicted: then the last.
    QDateTime completedAt() const
    {
        for (const QString& outcome : {u"failed"_s, u"reversed"_s}) {
            if (said.contains(outcome) && last(outcome) >= first(u"completed"_s))
                return last(u"completed"_s);
        }
        return first(u"completed"_s);
    }
    /// The first event that completed it is the last of all as well, by its name, but came with another time.
    bool isToldTwice() const
    {
        const auto first = std::find_if(
            events.cbegin(), events.cend(), [](const auto& event) { return event.first == u"completed"_s; });
        return first != events.cend() && first->second->time != events.constLast().second->time
            && first->second->source == events.constLast().second->source
            && first->second->identity() == events.constLast().second->identity();
    }
    QDateTime doneAt() const
    {
        const QString now = state();
        if (now == u"completed"_s)
            return completedAt();
        if (now == u"not_applicable"_s)
            return last(u"skipped"_s);
        return now == u"unknown"_s ? last(u"unknown"_s) : QDateTime();
    }
};

/// One step of the order in one scope.
struct NaiveLifecycle::Node
{
    ProcessStep definition;
    QString scope;
    int ordinal = 0;
    bool ofReturn = false;
    bool inProcess = true;
    QStringList before;
    std::optional<Fact> fact;

    bool blocked = false;
    QDateTime readyAt;
    QDateTime eligibleAt;
    QDateTime warnAt;
    QDateTime dueAt;
    QString state;
    QDateTime completedAt;
    bool late = false;
    QStringList anomalies;

    bool exists() const { return fact || !blocked; } ///< blocked steps have no row
};

struct NaiveLifecycle::Attributes
{
    QString key;
    QString number;
    QString channel = u"unknown"_s;
    QString process;
    QString currency;
    QString totalMinor;
    QString customer;
    QDateTime placedAt;
    QDateTime promisedAt;
    QDateTime cancelledAt;
    QDateTime firstAt;
    QDateTime lastAt;
    QMap<std::pair<QDateTime, QString>, QString> captured; // when and by which source -> with which total
};

QMap<QString, QStringList> NaiveLifecycle::derive(const QList<TestEvent>& events) const
{
    QMap<QString, QList<TestEvent>> byOrder;
    QSet<QString> known;
    for (const TestEvent& event : events) {
        const QString identity = event.source + u'\n' + event.identity() + u'\n' + word(event.time);
        if (known.contains(identity))
            continue;
        known.insert(identity);
        byOrder[event.order].append(event);
    }
    QMap<QString, QStringList> result;
    for (auto it = byOrder.begin(); it != byOrder.end(); ++it) {
        std::sort(it->begin(), it->end(), earlier);
        result.insert(it.key(), deriveOrder(it.key(), *it));
    }
    return result;
}

NaiveLifecycle::Attributes NaiveLifecycle::attributes(const QString& key, const QList<TestEvent>& events)
{
    Attributes order;
    order.key = key;
    order.number = key;
    order.firstAt = events.constFirst().time;
    order.lastAt = events.constLast().time;
    QString looseCurrency;
    for (const TestEvent& event : events) { // the latest statement holds
        const QJsonObject said = event.data.value(u"order"_s).toObject();
        const bool captures = event.what == u"order_captured"_s || event.what == u"order_captured.completed"_s;
        const auto text = [&](const QString& name, QString& into) {
            if (said.contains(name))
                into = said.value(name).toString();
        };
        text(u"number"_s, order.number);
        text(u"channel"_s, order.channel);
        text(u"process"_s, order.process);
        text(u"currency"_s, looseCurrency);
        if (said.contains(u"customer"_s))
            order.customer = maskedMail(said.value(u"customer"_s).toString());
        if (said.contains(u"promisedAt"_s))
            order.promisedAt = time(said, u"promisedAt"_s);
        if (said.contains(u"placedAt"_s))
            order.placedAt = time(said, u"placedAt"_s);
        else if (captures)
            order.placedAt = event.time;
        if (said.contains(u"total"_s)) {
            order.currency = said.value(u"currency"_s).toString();
            const auto money = parseMoney(said.value(u"total"_s).toString(), order.currency);
            order.totalMinor = money ? QString::number(money.value().minor) : u"?"_s;
            if (captures)
                order.captured.insert({event.time, event.source}, order.currency + order.totalMinor);
        }
        if (event.what == u"cancelled"_s && !order.cancelledAt.isValid())
            order.cancelledAt = event.time;
    }
    if (order.totalMinor.isEmpty())
        order.currency = looseCurrency;
    if (!order.placedAt.isValid())
        order.placedAt = order.firstAt;
    return order;
}

QString NaiveLifecycle::scopeKind(const QString& step) const
{
    for (const Process& process : m_processes) {
        if (const ProcessStep* found = process.find(step))
            return found->scope;
    }
    return {};
}

QMap<std::pair<QString, QString>, NaiveLifecycle::Fact> NaiveLifecycle::facts(const QList<TestEvent>& events) const
{
    QMap<std::pair<QString, QString>, Fact> facts;
    for (const TestEvent& event : events) {
        const QString step = event.what.section(u'.', 0, 0);
        const QString kind = scopeKind(step);
        if (kind.isEmpty())
            continue; // changed, cancelled
        const QString outcome = event.what.contains(u'.') ? event.what.section(u'.', 1) : u"completed"_s;
        Fact& fact = facts[{step, kind == u"order"_s ? QString() : event.scope}];
        fact.said[outcome].append(event.time);
        fact.events.append({outcome, &event});
    }
    return facts;
}

const Process* NaiveLifecycle::processOf(const Attributes& order) const
{
    const QString channelProcess
        = m_channels.contains(order.channel) ? m_channels.value(order.channel).process : u"ship_to_home"_s;
    const QString name = order.process.isEmpty() ? channelProcess : order.process;
    const Process* best = nullptr; // the newest that was valid when the order was placed, else the oldest
    for (const Process& process : m_processes) {
        if (process.name != name)
            continue;
        if (!best)
            best = &process;
        else if (process.validFrom <= order.placedAt
                ? (best->validFrom > order.placedAt || process.validFrom > best->validFrom)
                : (best->validFrom > order.placedAt && process.validFrom < best->validFrom))
            best = &process;
    }
    return best;
}

QStringList NaiveLifecycle::effectivePredecessors(
    const Process& process, const ProcessStep& step, const Channel& channel)
{
    QStringList result;
    for (const QString& before : step.after) {
        if (channel.hasEvidence(before))
            result.append(before);
        else
            result.append(effectivePredecessors(process, *process.find(before), channel));
    }
    result.removeDuplicates();
    return result;
}

void NaiveLifecycle::place(Nodes& nodes, const Process& process, bool isReturn,
    const QMap<std::pair<QString, QString>, Fact>& facts, const Channel& channel) const
{
    for (int i = 0; i < process.steps.size(); ++i) {
        const ProcessStep& step = process.steps.at(i);
        QStringList scopes;
        if (step.scope == u"order"_s) {
            scopes = {QString()};
        } else {
            for (auto it = facts.keyBegin(); it != facts.keyEnd(); ++it) {
                if (scopeKind(it->first) == step.scope && !scopes.contains(it->second))
                    scopes.append(it->second);
            }
            if (scopes.isEmpty() && !isReturn)
                scopes = {QString()};
        }
        for (const QString& scope : std::as_const(scopes)) {
            Node node;
            node.definition = step;
            node.scope = scope;
            node.ordinal = i + 1 + (isReturn ? 100 : 0);
            node.ofReturn = isReturn;
            node.before = effectivePredecessors(process, step, channel);
            const std::pair<QString, QString> key{step.step, scope};
            if (facts.contains(key))
                node.fact = facts.value(key);
            const bool owed = channel.hasEvidence(step.step) && !(step.goods && scope.startsWith(u"refund/"_s));
            if (owed || node.fact)
                nodes.append(node);
        }
    }
}

void NaiveLifecycle::clock(Nodes& nodes, const Attributes& order) const
{
    for (Node& node : nodes) {
        bool waits = false;
        for (const Node& other : std::as_const(nodes)) {
            const bool sameKind = other.definition.scope == node.definition.scope;
            if (!node.before.contains(other.definition.step) || (sameKind && other.scope != node.scope))
                continue;
            waits = true;
            const QDateTime done = other.fact ? other.fact->doneAt() : QDateTime();
            if (!done.isValid())
                node.blocked = true;
            else if (!node.readyAt.isValid() || done > node.readyAt)
                node.readyAt = done;
        }
        if (waits) {
            node.eligibleAt = node.blocked ? QDateTime() : node.readyAt;
            continue;
        }
        node.eligibleAt = order.placedAt;
        if (node.scope.startsWith(u"return/"_s) || node.scope.startsWith(u"refund/"_s)) { // since it was first heard of
            QDateTime begun;
            for (const Node& other : std::as_const(nodes)) {
                if (other.scope == node.scope && other.fact && (!begun.isValid() || other.fact->begun() < begun))
                    begun = other.fact->begun();
            }
            node.eligibleAt = begun;
        }
    }
}

void NaiveLifecycle::setDue(Node& node, const Attributes& order) const
{
    const ProcessStep& step = node.definition;
    if (!node.eligibleAt.isValid() || step.target.isEmpty())
        return;
    const qint64 warn = step.warn.isEmpty() ? -1 : secondsOfIsoDuration(step.warn).value_or(-1); // -1: none stated
    if (step.target == u"promise"_s) {
        node.dueAt = order.promisedAt;
        if (node.dueAt.isValid())
            node.warnAt = std::max(node.eligibleAt, node.dueAt.addSecs(warn < 0 ? -86400 : -warn));
        return;
    }
    const qint64 target = secondsOfIsoDuration(step.target).value_or(0);
    const auto calendar = m_calendars.find(step.calendar);
    const qint64 warned = warn >= 0 ? warn : target * 4 / 5;
    if (calendar == m_calendars.end()) { // around the clock
        node.dueAt = node.eligibleAt.addSecs(target);
        node.warnAt = node.eligibleAt.addMSecs(warn >= 0 ? warn * 1000 : target * 800);
    } else {
        node.dueAt = calendar->second.due(node.eligibleAt, target).value_or(QDateTime());
        node.warnAt
            = node.dueAt.isValid() ? calendar->second.due(node.eligibleAt, warned).value_or(QDateTime()) : QDateTime();
    }
}

void NaiveLifecycle::judge(Node& node, const Attributes& order)
{
    const QString said = node.fact ? node.fact->state() : QString();
    const bool settled = node.fact && !isOpen(said);
    if (settled)
        node.state = said;
    else if (order.cancelledAt.isValid() && !node.ofReturn && node.inProcess)
        node.state = u"not_applicable"_s;
    else
        node.state = node.fact ? said : u"pending"_s;
    if (!node.fact)
        return;

    const bool completed = node.state == u"completed"_s;
    if (completed)
        node.completedAt = node.fact->completedAt();
    if (!node.inProcess) {
        node.anomalies = QStringList{u"not_in_process"_s};
        return;
    }
    node.late = completed && node.dueAt.isValid() && node.completedAt > node.dueAt;
    if (completed && !node.definition.mayPrecede) {
        if (node.readyAt.isValid() && node.readyAt > node.completedAt)
            node.anomalies.append(u"before_predecessor"_s);
        if (node.blocked)
            node.anomalies.append(u"predecessor_missing"_s);
    }
    if (node.fact->said.contains(u"reversed"_s))
        node.anomalies.append(u"reversed"_s);
    const bool failedLater = node.fact->said.contains(u"failed"_s) && node.fact->said.contains(u"completed"_s)
        && node.fact->last(u"failed"_s) > node.fact->first(u"completed"_s);
    if (failedLater || node.fact->isToldTwice()
        || (node.definition.step == u"order_captured"_s
            && QSet<QString>(order.captured.cbegin(), order.captured.cend()).size() > 1))
        node.anomalies.append(u"contradiction"_s);
    if (node.state == u"unknown"_s)
        node.anomalies.append(u"no_time"_s);
    if (completed && !node.ofReturn && order.cancelledAt.isValid() && node.completedAt > order.cancelledAt)
        node.anomalies.append(u"after_cancellation"_s);
}

QStringList NaiveLifecycle::deriveOrder(const QString& key, const QList<TestEvent>& events) const
{
    const Attributes order = attributes(key, events);
    const auto said = facts(events);
    const Process* process = processOf(order);
    const Channel channel = m_channels.value(order.channel);
    Nodes nodes;
    if (process)
        place(nodes, *process, false, said, channel);
    for (const Process& other : m_processes) {
        if (other.name == u"return"_s)
            place(nodes, other, true, said, channel);
    }
    clock(nodes, order);
    for (auto it = said.begin(); it != said.end(); ++it) {
        const bool placed = std::any_of(nodes.cbegin(), nodes.cend(),
            [&](const Node& node) { return node.definition.step == it.key().first && node.scope == it.key().second; });
        if (placed)
            continue;
        Node stranger;
        stranger.definition.step = it.key().first;
        stranger.scope = it.key().second;
        stranger.inProcess = false;
        stranger.fact = it.value();
        nodes.append(stranger);
    }
    for (Node& node : nodes) {
        setDue(node, order);
        judge(node, order);
    }
    return describe(order, process, nodes);
}

QString NaiveLifecycle::describe(const Node& node)
{
    const auto started = node.fact ? node.fact->first(u"started"_s) : QDateTime();
    return QStringList{node.definition.step, word(node.scope), node.state, u"eligible"_s, word(node.eligibleAt),
        u"warn"_s, word(node.warnAt), u"due"_s, word(node.dueAt), u"started"_s, word(started), u"completed"_s,
        word(node.completedAt), node.late ? u"late"_s : u"-"_s, word(node.anomalies.join(u','))}
        .join(u' ');
}

QStringList NaiveLifecycle::describe(const Attributes& order, const Process* process, const Nodes& nodes)
{
    int done = 0;
    int steps = 0;
    int open = 0;
    int late = 0;
    int failed = 0;
    int anomalies = 0;
    QDateTime warn;
    QDateTime due;
    const Node* waiting = nullptr;
    QMap<QString, bool> axisFailed;
    QMap<QString, bool> axisOwed;
    QMap<QString, std::pair<int, QString>> reached; // by axis: the latest step in process order
    QStringList lines;
    for (const Node& node : nodes) {
        const QString axis = node.definition.axis;
        if (node.inProcess) {
            axisOwed[axis] = true;
            if (!(node.state == u"not_applicable"_s)
                && !(!node.exists() && order.cancelledAt.isValid() && !node.ofReturn))
                ++steps;
        }
        if (!node.exists())
            continue;
        lines.append(describe(node));
        done += int(node.inProcess && (node.state == u"completed"_s || node.state == u"unknown"_s));
        late += int(node.late);
        failed += int(node.state == u"failed"_s);
        anomalies += int(!node.anomalies.isEmpty());
        if (node.state == u"failed"_s)
            axisFailed[axis] = true;
        const bool counts = node.state == u"completed"_s || (node.state == u"unknown"_s && axis != u"return"_s);
        if (counts && node.inProcess && !node.definition.reached.isEmpty()
            && (!reached.contains(axis) || reached[axis].first < node.ordinal))
            reached[axis] = {node.ordinal, node.definition.reached};
        if (!isOpen(node.state))
            continue;
        ++open;
        if (node.warnAt.isValid() && (!warn.isValid() || node.warnAt < warn))
            warn = node.warnAt;
        if (node.dueAt.isValid() && (!due.isValid() || node.dueAt < due))
            due = node.dueAt;
        const auto rank = [](const Node& n) {
            return std::tuple(
                !n.dueAt.isValid(), n.dueAt.isValid() ? n.dueAt.toMSecsSinceEpoch() : 0, n.ordinal, n.scope.toUtf8());
        };
        if (!waiting || rank(node) < rank(*waiting))
            waiting = &node;
    }
    lines.sort();

    const bool cancelled = order.cancelledAt.isValid();
    const QString sync = failed > 0 ? u"failed"_s
        : cancelled && open == 0    ? u"cancelled"_s
        : axisOwed.isEmpty()        ? u"unknown"_s
        : done >= steps             ? u"done"_s
                                    : u"waiting"_s;
    QString goods = reached.value(u"fulfilment"_s).second;
    if (cancelled && fulfilmentStates().indexOf(goods) < 3) // nothing had left
        goods = u"cancelled"_s;
    if (axisFailed.value(u"fulfilment"_s))
        goods = u"failed"_s;
    if (goods.isEmpty())
        goods = axisOwed.contains(u"fulfilment"_s) ? u"none"_s : u"unknown"_s;
    QString money = reached.value(u"money"_s).second;
    if (cancelled && money == u"authorized"_s)
        money = u"voided"_s;
    if (axisFailed.value(u"money"_s))
        money = u"failed"_s;
    if (money.isEmpty())
        money = axisOwed.contains(u"money"_s) ? u"none"_s : u"unknown"_s;
    const QString returned = reached.contains(u"return"_s) ? reached[u"return"_s].second : u"none"_s;

    QDateTime since;
    if (waiting) {
        since = waiting->eligibleAt;
        if (!since.isValid() && waiting->fact)
            since = waiting->fact->said.contains(u"started"_s) ? waiting->fact->first(u"started"_s)
                                                               : waiting->fact->last(u"failed"_s);
    }
    lines.prepend(QStringList{order.number, order.channel, process ? process->name : u"-"_s,
        QString::number(process ? process->version : 0), u"placed"_s, word(order.placedAt), u"promised"_s,
        word(order.promisedAt), u"cancelled"_s, word(order.cancelledAt), word(order.totalMinor), word(order.currency),
        word(order.customer), u"from"_s, word(order.firstAt), u"to"_s, word(order.lastAt), u"sync"_s, sync, u"goods"_s,
        goods, u"money"_s, money, u"return"_s, returned, u"waits"_s,
        word(waiting ? waiting->definition.step : QString()), word(waiting ? waiting->scope : QString()),
        word(waiting ? waiting->state : QString()), word(since), u"warn"_s, word(warn), u"due"_s, word(due), u"done"_s,
        QString::number(done), u"of"_s, QString::number(steps), u"open"_s, QString::number(open), u"late"_s,
        QString::number(late), u"failed"_s, QString::number(failed), u"odd"_s, QString::number(anomalies)}
                      .join(u' '));
    return lines;
}

QMap<QString, QStringList> NaiveLifecycle::stored(IntegrationDatabase& database)
{
    const auto ms = [](const char* column) {
        return u"coalesce(floor(extract(epoch FROM %1) * 1000 + 0.5)::bigint::text, '-')"_s.arg(
            QLatin1StringView(column));
    };
    const auto text
        = [](const char* column) { return u"coalesce(nullif(%1::text, ''), '-')"_s.arg(QLatin1StringView(column)); };
    const auto orders = database.rows(u"SELECT order_key, concat_ws(' ', order_number, channel, "_s + text("process")
        + u", process_version, 'placed', "_s + ms("placed_at") + u", 'promised', "_s + ms("promised_at")
        + u", 'cancelled', "_s + ms("cancelled_at") + u", "_s + text("total_minor") + u", "_s + text("currency")
        + u", "_s + text("customer") + u", 'from', "_s + ms("first_event_at") + u", 'to', "_s + ms("last_event_at")
        + u", 'sync', sync_state, 'goods', fulfilment_state, 'money', money_state, 'return', return_state, 'waits', "_s
        + text("waiting_step") + u", "_s + text("waiting_scope") + u", "_s + text("waiting_state") + u", "_s
        + ms("waiting_since") + u", 'warn', "_s + ms("next_warn_at") + u", 'due', "_s + ms("next_due_at")
        + u", 'done', done_count, 'of', step_count, 'open', open_count, 'late', late_count, 'failed', failed_count, 'odd', anomaly_count) "
          "FROM integration.sales_order"_s);
    const auto milestones = database.rows(u"SELECT o.order_key, concat_ws(' ', m.step, "_s + text("m.scope")
        + u", m.state, 'eligible', "_s + ms("m.eligible_at") + u", 'warn', "_s + ms("m.warn_at") + u", 'due', "_s
        + ms("m.due_at") + u", 'started', "_s + ms("m.started_at") + u", 'completed', "_s + ms("m.completed_at")
        + u", CASE WHEN m.late THEN 'late' ELSE '-' END, "_s + text("array_to_string(m.anomalies, ',')")
        + u") FROM integration.milestone m JOIN integration.sales_order o ON o.id = m.order_id"_s);
    QMap<QString, QStringList> result;
    for (const QStringList& row : milestones)
        result[row.at(0)].append(row.at(1));
    for (QStringList& lines : result)
        lines.sort();
    for (const QStringList& row : orders)
        result[row.at(0)].prepend(row.at(1));
    return result;
}
