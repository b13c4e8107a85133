// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands/ordercommand.h"

#include "app/ctl/orderjson.h"
#include "app/ctl/terminal.h"
#include "app/ctl/text/amounttext.h"
#include "app/ctl/text/displaywidth.h"
#include "app/ctl/text/texttable.h"
#include "models/domain/formatduration.h"
#include "models/domain/ordersentence.h"
#include "models/domain/statetitles.h"
#include "models/domain/timetext.h"
#include "models/store/pgordersource.h"

#include <QLocale>

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int candidates = 20;

QString when(const QDateTime& time)
{
    return minuteText(time, QLocale());
}

QString joined(const QStringList& parts)
{
    QStringList filled = parts;
    filled.removeAll(QString());
    return filled.join(u" · "_s);
}

QString section(const QString& title, TextTable& table, int width)
{
    return table.isEmpty() ? QString() : u'\n' + title + u'\n' + table.render(width);
}

const ProcessStep* definition(const OrderDetail& detail, const QString& step)
{
    const ProcessStep* found = detail.process.find(step);
    return found != nullptr ? found : detail.returnProcess.find(step);
}
} // namespace

OrderCommand::OrderCommand(const CommandContext& context, QString number)
    : m_context(context)
    , m_number(std::move(number))
{ }

ExitCode OrderCommand::run()
{
    const auto store = m_context.open();
    if (!store)
        return m_context.fail(store.error());
    PgOrderSource source(store.value()->runner());
    const auto found = source.findNow(m_number, candidates);
    if (!found)
        return m_context.fail(found.error());
    const auto order = choose(found.value());
    if (!order)
        return ExitCode::Failed;
    const auto detail = source.detailNow(order->id);
    if (!detail)
        return m_context.fail(detail.error());
    if (m_context.json())
        m_context.terminal().print(orderDetailJson(detail.value(), detail.value().asOf));
    else
        print(detail.value());
    return ExitCode::Done;
}

std::optional<Order> OrderCommand::choose(const QList<Order>& found) const
{
    QList<Order> exact;
    std::copy_if(found.cbegin(), found.cend(), std::back_inserter(exact),
        [this](const Order& order) { return order.number == m_number || order.key == m_number; });
    const QList<Order>& meant = exact.isEmpty() ? found : exact;
    if (meant.size() == 1)
        return meant.constFirst();
    if (meant.isEmpty()) {
        m_context.fail({Failure::NotFound, tr("There is no order %1.").arg(printable(m_number)),
            tr("A number, a key, an external reference or its beginning finds an order; \"signalboxctl orders\" lists them."),
            {}});
        return std::nullopt;
    }
    QStringList keys;
    for (const Order& order : meant)
        keys.append(order.key);
    m_context.fail(
        {Failure::Invalid, tr("%1 stands for several orders: %2.").arg(printable(m_number), keys.join(u", "_s)),
            tr("Name one of these keys."), {}});
    return std::nullopt;
}

void OrderCommand::print(const OrderDetail& detail) const
{
    QString text = heading(detail) + steps(detail) + lines(detail) + references(detail) + events(detail);
    m_context.terminal().print(text);
    if (detail.moreEvents)
        m_context.terminal().note(
            tr("Only the newest %1 events are shown.").arg(QLocale().toString(OrderSource::eventLimit)));
}

QString OrderCommand::heading(const OrderDetail& detail) const
{
    const QLocale locale;
    const Order& order = detail.order;
    QStringList result;
    result << joined(
        {tr("Order %1").arg(order.number), detail.channelTitle, order.customer, amountText(order.total, locale)});
    result << joined(
        {tr("key %1").arg(order.key), order.placedAt.isValid() ? tr("placed %1").arg(when(order.placedAt)) : QString(),
            order.promisedAt.isValid() ? tr("promised for %1").arg(when(order.promisedAt)) : QString(),
            order.cancelledAt.isValid() ? tr("cancelled %1").arg(when(order.cancelledAt)) : QString()});
    result << joined(
        {tr("Sync: %1").arg(title(order.sync)), tr("Target: %1").arg(title(targetState(order, detail.asOf))),
            tr("Fulfilment: %1").arg(title(order.fulfilment)), tr("Money: %1").arg(title(order.money))});
    result << waitingSentence(detail, detail.asOf, locale);
    if (!order.tags.isEmpty())
        result << tr("Tags: %1", "words that people put on the order").arg(order.tags.join(u", "_s));
    QString text;
    for (const QString& line : std::as_const(result))
        text += printable(line) + u'\n';
    return text;
}

QString OrderCommand::steps(const OrderDetail& detail) const
{
    const QLocale locale;
    TextTable table;
    table.addColumn(tr("Step", "column: of a process"), TextTable::Align::Left, true);
    table.addColumn(tr("System", "column: who owes the step"));
    table.addColumn(tr("State", "column: of a step"));
    table.addColumn(tr("Eligible", "column: when the clock started"));
    table.addColumn(tr("Due", "column: when it should be reached"));
    table.addColumn(tr("Reached", "column: when it was reached"));
    table.addColumn(tr("Took", "column: from eligible to reached"), TextTable::Align::Right);
    table.addColumn(tr("Remark", "column: late, anomalies, message"), TextTable::Align::Left, true);
    for (const Milestone& milestone : detail.milestones) {
        const ProcessStep* step = definition(detail, milestone.step);
        QStringList remarks;
        const TargetState target = targetState(milestone, detail.asOf);
        if (target == TargetState::Breached || target == TargetState::DueSoon || target == TargetState::MetLate)
            remarks.append(title(target));
        for (const QString& anomaly : milestone.anomalies)
            remarks.append(anomalyTitle(anomaly));
        remarks.append(milestone.message);
        const bool took = milestone.eligibleAt.isValid() && milestone.completedAt.isValid();
        table.addRow({joined({stepTitle(milestone.step, step != nullptr ? step->title : QString()),
                          scopeTitle(milestone.scope)}),
            step != nullptr ? systemTitle(step->system) : QString(), title(milestone.state), when(milestone.eligibleAt),
            when(milestone.dueAt), when(milestone.completedAt),
            took ? formatDuration(std::max<qint64>(0, milestone.eligibleAt.secsTo(milestone.completedAt)), locale)
                 : QString(),
            joined(remarks)});
    }
    return section(tr("Steps", "heading: steps of an order's process"), table, m_context.terminal().width());
}

QString OrderCommand::lines(const OrderDetail& detail) const
{
    TextTable table;
    table.addColumn(tr("Line", "column: number of an order line"));
    table.addColumn(tr("Article", "column: SKU"), TextTable::Align::Left, true);
    table.addColumn(tr("Title", "column: name of an article"), TextTable::Align::Left, true);
    table.addColumn(tr("Quantity", "column: of an order line"), TextTable::Align::Right);
    table.addColumn(tr("Unit price", "column: of an order line"), TextTable::Align::Right);
    for (const OrderLine& line : detail.lines)
        table.addRow({line.line, line.sku, line.title, line.quantity, amountText(line.unitPrice, QLocale())});
    return section(tr("Lines", "heading: what was bought"), table, m_context.terminal().width());
}

QString OrderCommand::references(const OrderDetail& detail) const
{
    TextTable table;
    table.addColumn(tr("System", "column: who knows it by this id"));
    table.addColumn(tr("Document", "column: kind of object"));
    table.addColumn(tr("Id", "column: external id"), TextTable::Align::Left, true);
    for (const ExternalRef& reference : detail.references)
        table.addRow({systemTitle(reference.system), reference.objectType, reference.objectId});
    return section(tr("Documents", "heading: external ids"), table, m_context.terminal().width());
}

QString OrderCommand::events(const OrderDetail& detail) const
{
    TextTable table;
    table.addColumn(tr("Time", "column: of an event"));
    table.addColumn(tr("Event", "column: type of an event"), TextTable::Align::Left, true);
    table.addColumn(tr("Scope", "column: what it is about"), TextTable::Align::Left, true);
    table.addColumn(tr("Source", "column: of an event"), TextTable::Align::Left, true);
    table.addColumn(tr("Id", "column: of an event"), TextTable::Align::Left, true);
    for (const BusinessEvent& event : detail.events)
        table.addRow({when(event.time), event.type, scopeTitle(event.scope), event.source, event.id});
    return section(tr("Events", "heading: facts that systems published"), table, m_context.terminal().width());
}
