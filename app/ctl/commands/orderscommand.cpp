// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands/orderscommand.h"

#include "app/ctl/commands/viewcommand.h"
#include "app/ctl/filterquestion.h"
#include "app/ctl/orderjson.h"
#include "app/ctl/terminal.h"
#include "app/ctl/text/amounttext.h"
#include "app/ctl/text/texttable.h"
#include "models/domain/formatduration.h"
#include "models/domain/statetitles.h"
#include "models/domain/timetext.h"
#include "models/store/pgordersource.h"

#include <QLocale>

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int pageSize = 1000;
constexpr qint64 countCap = 10'000;

FilterExpression openBreaches(const FilterExpression& filter)
{
    FilterTerm term;
    term.field = FilterField::Target;
    term.values = {u"breached"_s};
    const FilterExpression breached(term);
    return filter.isEverything() ? breached : FilterExpression(FilterExpression::Kind::And, {breached, filter});
}
} // namespace

OrdersCommand::OrdersCommand(const CommandContext& context, Options options)
    : m_context(context)
    , m_options(std::move(options))
{ }

ExitCode OrdersCommand::runOrders()
{
    return run(Kind::Orders);
}

ExitCode OrdersCommand::runBreaches()
{
    return run(Kind::Breaches);
}

ExitCode OrdersCommand::run(Kind kind)
{
    auto filter = FilterQuestion::read(m_context, m_options.filter);
    if (!filter)
        return ExitCode::Usage;
    const auto store = m_context.open();
    if (!store)
        return m_context.fail(store.error());
    if (!m_options.view.isEmpty()) {
        const auto asked = ViewCommand::with(*store.value(),
            {.screen = SavedView::Screen::Orders, .name = m_options.view, .filter = m_options.filter.join(u' ')});
        if (!asked)
            return m_context.fail(asked.error());
        filter = FilterQuestion::read(m_context, {asked.value().filter});
        if (!filter)
            return ExitCode::Usage;
    }
    PgOrderSource source(store.value()->runner());
    OrderPageRequest request;
    request.filter = kind == Kind::Breaches ? openBreaches(*filter) : *filter;
    request.sort = kind == Kind::Breaches ? OrderSort::NextDue : m_options.sort;
    request.direction = kind == Kind::Breaches || m_options.ascending ? Qt::AscendingOrder : Qt::DescendingOrder;
    if (const auto error = printAll(source, request, kind))
        return m_context.fail(*error);
    std::optional<CappedCount> count;
    if (m_more) {
        const auto counted = source.countNow(request.filter, countCap);
        if (counted)
            count = counted.value();
    }
    if (m_context.json())
        printEndJson(count);
    else if (m_printed == 0)
        noteNone(kind, !filter->isEverything());
    else
        noteMore(count);
    return ExitCode::Done;
}

std::optional<Error> OrdersCommand::printAll(PgOrderSource& source, OrderPageRequest page, Kind kind)
{
    TextTable table;
    addColumns(table, kind);
    while (true) {
        const qint64 missing = m_options.all ? pageSize : m_options.limit - m_printed;
        page.limit = static_cast<int>(std::min<qint64>(pageSize, missing));
        const auto answer = source.pageNow(page);
        if (!answer)
            return answer.error();
        if (m_context.json())
            printPageJson(answer.value());
        else
            printPage(answer.value(), table, kind);
        m_printed += answer.value().orders.size();
        page.after = answer.value().next;
        m_more = page.after.has_value();
        if (!m_more || (!m_options.all && m_printed >= m_options.limit))
            return std::nullopt;
    }
}

void OrdersCommand::printPage(const OrderPage& page, TextTable& table, Kind kind)
{
    if (!m_asOf.isValid())
        m_asOf = page.asOf;
    for (const Order& order : page.orders)
        table.addRow(cells(order, kind));
    if (!table.isEmpty())
        m_context.terminal().print(table.render(m_context.terminal().width()));
}

/// One order a line.
void OrdersCommand::printPageJson(const OrderPage& page)
{
    QString text;
    if (!m_asOf.isValid()) {
        m_asOf = page.asOf;
        text = u"{\"asOf\": %1, \"orders\": ["_s.arg(QString::fromStdString(timeJson(m_asOf).dump()));
    }
    qint64 number = m_printed;
    for (const Order& order : page.orders)
        text += (number++ == 0 ? u"\n"_s : u",\n"_s) + QString::fromStdString(orderJson(order, m_asOf).dump());
    m_context.terminal().print(text);
}

QString OrdersCommand::when(const QDateTime& time) const
{
    return minuteText(time, QLocale());
}

void OrdersCommand::addColumns(TextTable& table, Kind kind) const
{
    using Align = TextTable::Align;
    table.addColumn(tr("Order", "column: an order's number"), Align::Left, true);
    table.addColumn(tr("Channel", "column: where it was sold"), Align::Left, true);
    table.addColumn(tr("Placed", "column: when the customer bought"));
    table.addColumn(tr("Total", "column: an order's amount"), Align::Right);
    if (kind == Kind::Breaches) {
        table.addColumn(tr("Waiting for", "column: the step that is open"), Align::Left, true);
        table.addColumn(tr("Due", "column: when it should have been reached"));
        table.addColumn(tr("Overdue by", "column: time past due"), Align::Right);
        return;
    }
    table.addColumn(tr("Sync", "column: do all systems have it"), Align::Left, true);
    table.addColumn(tr("Target", "column: is the target kept"), Align::Left, true);
    table.addColumn(tr("Fulfilment", "column: where the goods are"), Align::Left, true);
    table.addColumn(tr("Money", "column: where the money is"), Align::Left, true);
    table.addColumn(tr("Waiting for", "column: the step that is open"), Align::Left, true);
    table.addColumn(tr("Since", "column: how long it has waited"), Align::Right);
}

QStringList OrdersCommand::cells(const Order& order, Kind kind) const
{
    const QLocale locale;
    const QString step = order.waitingStep.isEmpty() ? QString() : stepTitle(order.waitingStep);
    QStringList result{order.number, order.channel, when(order.placedAt), amountText(order.total, locale)};
    if (kind == Kind::Breaches) {
        result << step << when(order.nextDueAt) << formatDuration(order.nextDueAt.secsTo(m_asOf), locale);
        return result;
    }
    result << title(order.sync) << title(targetState(order, m_asOf)) << title(order.fulfilment) << title(order.money)
           << step
           << (order.waitingSince.isValid() ? formatDuration(order.waitingSince.secsTo(m_asOf), locale) : QString());
    return result;
}

void OrdersCommand::noteNone(Kind kind, bool filtered) const
{
    if (kind == Kind::Breaches)
        m_context.terminal().note(filtered ? tr("No order that matches is overdue.") : tr("No order is overdue."));
    else
        m_context.terminal().note(filtered ? tr("No order matches.") : tr("There are no orders yet."));
}

void OrdersCommand::noteMore(const std::optional<CappedCount>& count) const
{
    if (!m_more)
        return;
    const QLocale locale;
    const QString shown = locale.toString(m_printed);
    if (!count)
        m_context.terminal().note(
            tr("%Ln order(s) are shown, there are more; --all shows every one.", nullptr, static_cast<int>(m_printed)));
    else if (count->more)
        m_context.terminal().note(
            tr("%1 of more than %2 orders; --all shows every one.").arg(shown, locale.toString(count->count)));
    else
        m_context.terminal().note(
            tr("%1 of %2 orders; --all shows every one.").arg(shown, locale.toString(count->count)));
}

void OrdersCommand::printEndJson(const std::optional<CappedCount>& count) const
{
    nlohmann::ordered_json json;
    json["more"] = m_more;
    json["count"] = count ? count->count : m_printed;
    json["countIsExact"] = count ? !count->more : !m_more;
    m_context.terminal().print(u"\n], "_s + QString::fromStdString(json.dump()).sliced(1) + u'\n');
}
