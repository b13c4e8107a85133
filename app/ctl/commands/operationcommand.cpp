// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands/operationcommand.h"

#include "app/ctl/exceptionjson.h"
#include "app/ctl/finished.h"
#include "app/ctl/terminal.h"
#include "app/ctl/text/deliverytext.h"
#include "app/ctl/text/displaywidth.h"
#include "app/ctl/text/texttable.h"
#include "models/domain/exceptionnames.h"
#include "models/domain/exceptiontitles.h"
#include "models/domain/systemreason.h"
#include "models/domain/timetext.h"
#include "models/store/pgoperationgateway.h"

#include <QLocale>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace {

constexpr int listedItems = 100;

QString localTime(const QDateTime& time)
{
    return minuteText(time, QLocale());
}

} // namespace

OperationCommand::OperationCommand(const CommandContext& context)
    : m_context(context)
{ }

ExitCode OperationCommand::list(int limit)
{
    const auto store = m_context.open();
    if (!store)
        return m_context.fail(store.error());
    PgOperationGateway gateway(store.value()->runner());
    const auto operations = finished(gateway.operations(limit));
    if (!operations)
        return m_context.fail(operations.error());
    if (m_context.json()) {
        nlohmann::ordered_json json;
        json["operations"] = nlohmann::ordered_json::array();
        for (const Operation& operation : operations.value())
            json["operations"].push_back(operationJson(operation));
        m_context.terminal().print(json);
        return ExitCode::Done;
    }
    const QLocale locale;
    using Align = TextTable::Align;
    TextTable table;
    table.addColumn(tr("Id", "column: of an operation"), Align::Right);
    table.addColumn(tr("Started", "column: when an operation began"));
    table.addColumn(tr("By", "column: who asked for it"), Align::Left, true);
    table.addColumn(tr("State", "column: of an operation"));
    table.addColumn(tr("Total", "column: number of items"), Align::Right);
    table.addColumn(tr("Confirmed", "column: number of items"), Align::Right);
    table.addColumn(tr("Failed", "column: number of items"), Align::Right);
    table.addColumn(tr("Skipped", "column: number of items"), Align::Right);
    table.addColumn(tr("In doubt", "column: number of items"), Align::Right);
    table.addColumn(tr("Not started", "column: number of items"), Align::Right);
    table.addColumn(tr("Reason", "column: why it was asked for"), Align::Left, true);
    for (const Operation& o : operations.value())
        table.addRow({QString::number(o.id), localTime(o.askedAt), o.requestedBy, DeliveryText::stateAndStage(o),
            locale.toString(o.total), locale.toString(o.confirmed), locale.toString(o.failed),
            locale.toString(o.skipped), locale.toString(o.inDoubt), locale.toString(o.notStarted),
            o.kind == OperationKind::Replay ? o.reason : tr("Asks only: %1", "of an operation; why").arg(o.reason)});
    if (table.isEmpty())
        m_context.terminal().note(tr("There are no operations yet."));
    else
        m_context.terminal().print(table.render(m_context.terminal().width()));
    return ExitCode::Done;
}

ExitCode OperationCommand::show(qint64 id, const QString& control)
{
    const auto store = m_context.open();
    if (!store)
        return m_context.fail(store.error());
    PgOperationGateway gateway(store.value()->runner());
    if (const auto action = operationControlFromText(control)) {
        const auto controlled = finished(gateway.control(id, *action));
        if (!controlled)
            return m_context.fail(controlled.error());
    }
    const auto operation = finished(gateway.operation(id));
    if (!operation)
        return m_context.fail(operation.error());
    const auto items = finished(gateway.items(id, listedItems));
    if (!items)
        return m_context.fail(items.error());
    if (m_context.json()) {
        auto json = operationJson(operation.value());
        json["items"] = nlohmann::ordered_json::array();
        for (const OperationItem& item : items.value())
            json["items"].push_back(itemJson(item));
        m_context.terminal().print(json);
    } else {
        print(operation.value(), items.value());
    }
    return ExitCode::Done;
}

ExitCode OperationCommand::decide(qint64 id, bool approved, const QString& note)
{
    const auto store = m_context.open();
    if (!store)
        return m_context.fail(store.error());
    PgOperationGateway gateway(store.value()->runner());
    auto operation = finished(gateway.operation(id));
    if (operation) // what is approved is the list as it is now; it cannot change any more
        operation = approved ? finished(gateway.approve(operation.value(), note)) : finished(gateway.reject(id, note));
    if (!operation)
        return m_context.fail(operation.error());
    if (m_context.json())
        m_context.terminal().print(operationJson(operation.value()));
    else
        m_context.terminal().print(
            (approved ? tr("Operation %1 is approved.") : tr("Operation %1 is rejected.")).arg(id) + u'\n');
    return ExitCode::Done;
}

void OperationCommand::print(const Operation& operation, const QList<OperationItem>& items) const
{
    const bool asks = operation.kind == OperationKind::Verify;
    QStringList head{(asks ? tr("Operation %1, asks only") : tr("Operation %1")).arg(operation.id),
        DeliveryText::stateAndStage(operation), operation.requestedBy, localTime(operation.askedAt), operation.reason};
    head.removeAll(QString());
    QString text = printable(head.join(u" · "_s)) + u'\n' + DeliveryText::counts(operation) + u'\n';
    if (operation.underWay > 0)
        text += tr("%n item(s) with the relays.", nullptr, static_cast<int>(operation.underWay)) + u'\n';
    text += DeliveryText::course(operation);
    text += tr("The plan was:") + u'\n' + DeliveryText::plan(operation);
    TextTable table;
    table.addColumn(tr("Message", "column: its number"), TextTable::Align::Right);
    table.addColumn(tr("Order", "column: an order's number"), TextTable::Align::Left, true);
    table.addColumn(tr("Flow", "column: a flow's name"), TextTable::Align::Left, true);
    table.addColumn(tr("Planned as", "column: what a replay would do"));
    table.addColumn(tr("State", "column: of an item"));
    table.addColumn(tr("Outcome", "column: of an item"), TextTable::Align::Left, true);
    for (const OperationItem& item : items)
        table.addRow({QString::number(item.transactionId), item.orderNumber, item.flow,
            title(item.planned, operation.kind), title(item.state, operation.kind), systemReason(item.outcome)});
    if (!table.isEmpty())
        text += u'\n' + table.render(m_context.terminal().width());
    m_context.terminal().print(text);
    if (operation.total > items.size())
        m_context.terminal().note(tr("Only %1 of %2 items are shown, those that did not go well first.")
                                      .arg(QLocale().toString(items.size()), QLocale().toString(operation.total)));
}
