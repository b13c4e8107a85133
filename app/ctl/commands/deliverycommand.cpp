// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands/deliverycommand.h"

#include "app/ctl/definitionfile.h"
#include "app/ctl/orderjson.h"
#include "app/ctl/terminal.h"
#include "app/ctl/text/deliverytext.h"
#include "app/ctl/text/texttable.h"
#include "models/domain/exceptionnames.h"
#include "models/domain/timetext.h"
#include "models/store/deliverybook.h"

#include <QLocale>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

DeliveryCommand::DeliveryCommand(const CommandContext& context)
    : m_context(context)
{ }

ExitCode DeliveryCommand::flows()
{
    const auto store = m_context.open();
    if (!store)
        return m_context.fail(store.error());
    const auto flows = DeliveryBook(store.value()->runner()).flows();
    if (!flows)
        return m_context.fail(flows.error());
    if (m_context.json())
        printFlowsJson(flows.value());
    else if (flows.value().flows.isEmpty())
        m_context.terminal().note(tr("There are no flows yet; \"signalboxctl flow put\" installs them."));
    else
        printFlows(flows.value());
    return ExitCode::Done;
}

void DeliveryCommand::printFlows(const FlowOverview& overview) const
{
    const QLocale locale;
    using Align = TextTable::Align;
    const QStringList statuses{
        u"pending"_s, u"delivering"_s, u"retrying"_s, u"delivered"_s, u"failed"_s, u"in_doubt"_s, u"cancelled"_s};
    TextTable table;
    table.addColumn(tr("Flow", "column: a flow's name"), Align::Left, true);
    table.addColumn(tr("Target", "column: where messages go"), Align::Left, true);
    table.addColumn(tr("Breaker", "column: whether messages are let through"));
    for (const QString& status : statuses)
        table.addColumn(DeliveryText::ofStatus(status), Align::Right);
    table.addColumn(tr("Remark", "column: of a flow"), Align::Left, true);
    for (const FlowStatus& flow : overview.flows) {
        QStringList cells{flow.flow, flow.target, DeliveryText::ofBreaker(flow.breaker)};
        for (const QString& status : statuses)
            cells.append(locale.toString(flow.counts.value(status)));
        cells.append(flow.enabled ? flow.breakerReason : tr("switched off", "of a flow"));
        table.addRow(cells);
    }
    m_context.terminal().print(table.render(m_context.terminal().width()));
    if (overview.doneSince.isValid())
        //: Below the list of flows. %1, %2: columns of it (delivered, cancelled), %3: date and time
        m_context.terminal().note(
            tr(R"("%1" and "%2" count the newest messages only, those since %3; all others count every message.)")
                .arg(DeliveryText::ofStatus(u"delivered"_s), DeliveryText::ofStatus(u"cancelled"_s),
                    minuteText(overview.doneSince, locale)));
}

void DeliveryCommand::printFlowsJson(const FlowOverview& overview) const
{
    nlohmann::ordered_json json;
    json["flows"] = nlohmann::ordered_json::array();
    for (const FlowStatus& flow : overview.flows) {
        nlohmann::ordered_json entry;
        entry["flow"] = flow.flow.toStdString();
        entry["title"] = flow.title.toStdString();
        entry["target"] = flow.target.toStdString();
        entry["team"] = flow.team.toStdString();
        entry["step"]
            = flow.step.isEmpty() ? nlohmann::ordered_json() : nlohmann::ordered_json(flow.step.toStdString());
        entry["effectClass"] = toText(flow.effectClass).toStdString();
        entry["enabled"] = flow.enabled;
        entry["breaker"] = {{"state", flow.breaker.toStdString()}, {"until", timeJson(flow.breakerUntil)},
            {"reason", flow.breakerReason.toStdString()}};
        entry["counts"] = nlohmann::ordered_json::object();
        for (const auto& [status, count] : flow.counts.asKeyValueRange())
            entry["counts"][status.toStdString()] = count;
        json["flows"].push_back(std::move(entry));
    }
    json["doneSince"] = timeJson(overview.doneSince);
    m_context.terminal().print(json);
}

ExitCode DeliveryCommand::put(DeliveryBook::Kind kind, const QString& path)
{
    const auto wanted = readDefinitions(path);
    if (!wanted)
        return m_context.fail(wanted.error());
    const auto store = m_context.open();
    if (!store)
        return m_context.fail(store.error());
    const auto count = DeliveryBook(store.value()->runner()).put(kind, wanted.value());
    if (!count)
        return m_context.fail(count.error());
    const int number = int(count.value());
    const auto [field, text] = [&]() -> std::pair<const char*, QString> {
        switch (kind) {
        case DeliveryBook::Kind::Target:
            return {"targets", tr("%n target(s) installed.", nullptr, number)};
        case DeliveryBook::Kind::Flow:
            return {"flows", tr("%n flow(s) installed.", nullptr, number)};
        case DeliveryBook::Kind::Channel:
            return {"channels", tr("%n channel(s) installed.", nullptr, number)};
        case DeliveryBook::Kind::Limit:
            return {"limits", tr("%n limit(s) installed.", nullptr, number)};
        case DeliveryBook::Kind::MasterRecord:
            break;
        }
        return {"masterRecords", tr("%n master record(s) installed.", nullptr, number)};
    }();
    if (m_context.json())
        m_context.terminal().print(nlohmann::ordered_json{{field, number}});
    else
        m_context.terminal().print(text + u'\n');
    return ExitCode::Done;
}

ExitCode DeliveryCommand::verifyAudit()
{
    const auto store = m_context.openForWork();
    if (!store)
        return m_context.fail(store.error());
    const auto audit = DeliveryBook(store.value()->runner()).verifyAudit();
    if (!audit)
        return m_context.fail(audit.error());
    const auto brokenAt = audit.value().brokenAt;
    if (m_context.json()) {
        nlohmann::ordered_json json;
        json["entries"] = audit.value().entries;
        json["brokenAt"] = brokenAt ? nlohmann::ordered_json(*brokenAt) : nlohmann::ordered_json();
        m_context.terminal().print(json);
        return brokenAt ? ExitCode::Failed : ExitCode::Done;
    }
    const QString entries = QLocale().toString(audit.value().entries);
    if (brokenAt)
        return m_context.fail({Failure::Other,
            tr("The audit trail is broken: entry %1 does not follow from the one before.").arg(*brokenAt),
            tr("It was changed, or one before it was taken out, by somebody with the owner's rights."), {}});
    m_context.terminal().print(
        tr("The audit trail holds: %1 entries, each follows from the one before.").arg(entries) + u'\n');
    return ExitCode::Done;
}
