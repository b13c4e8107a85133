// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands/rebuildcommand.h"

#include "app/ctl/interruption.h"
#include "app/ctl/progressbar.h"
#include "app/ctl/terminal.h"
#include "app/ctl/text/displaywidth.h"
#include "models/store/statusreader.h"

#include <QElapsedTimer>
#include <QLocale>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace {
constexpr int ordersPerPart = 500;
constexpr qsizetype keptDifferences = 1000;
constexpr qsizetype shownDifferences = 20;
constexpr qsizetype valueCells = 40;
} // namespace

RebuildCommand::RebuildCommand(const CommandContext& context)
    : m_context(context)
{ }

ExitCode RebuildCommand::run()
{
    QElapsedTimer timer;
    timer.start();
    const auto store = m_context.openForWork();
    if (!store)
        return m_context.fail(store.error());
    if (const auto error = rebuild(*store.value()))
        return m_context.fail(*error);
    const double seconds = static_cast<double>(timer.elapsed()) / 1000.0;
    if (m_context.json())
        printJson(seconds);
    else
        print(seconds);
    return m_differenceCount > 0 ? ExitCode::Failed : ExitCode::Done; // somebody should know why
}

std::optional<Error> RebuildCommand::rebuild(Store& store)
{
    const auto status = StatusReader(store.runner()).read();
    const double all = status && status.value().orders > 0 ? static_cast<double>(status.value().orders) : 0;
    Ingestor ingestor(store.runner());
    const Interruption interruption;
    ProgressBar bar(m_context.terminal(), tr("Rebuilding"));
    for (qint64 after = 0;;) {
        const auto part = ingestor.rebuild(after, ordersPerPart);
        if (!part)
            return part.error();
        m_orders += part.value().orders;
        m_differenceCount += part.value().differences.size();
        if (m_differences.size() < keptDifferences)
            m_differences += part.value().differences;
        if (!part.value().next)
            return std::nullopt;
        after = *part.value().next;
        bar.update(all > 0 ? static_cast<double>(m_orders) / all : -1,
            tr("%Ln order(s)", nullptr, static_cast<int>(m_orders)));
        if (interruption.requested())
            return Error{Failure::Cancelled,
                tr("The rebuild was given up after %Ln order(s).", nullptr, static_cast<int>(m_orders)),
                tr("What was rebuilt stays; start it again for the rest."), {}};
    }
}

void RebuildCommand::print(double seconds) const
{
    const QLocale locale;
    QString text = tr("%Ln order(s) were derived again in %1 s: %2.", nullptr, static_cast<int>(m_orders))
                       .arg(locale.toString(seconds, 'f', 1),
                           tr("%Ln difference(s)", nullptr, static_cast<int>(m_differenceCount)))
        + u'\n';
    const qsizetype shown = std::min(m_differences.size(), shownDifferences);
    for (qsizetype i = 0; i < shown; ++i)
        text += u"  "_s + printable(inWords(m_differences.at(i))) + u'\n';
    if (m_differenceCount > shown)
        text += u"  "_s + tr("and %1 more").arg(locale.toString(m_differenceCount - shown)) + u'\n';
    m_context.terminal().print(text);
}

QString RebuildCommand::inWords(const RebuildDifference& difference)
{
    const auto shown = [](const std::string& value) {
        const auto json = nlohmann::json::parse(value);
        if (json.is_null())
            return tr("none", "no value");
        return elided(QString::fromStdString(json.is_string() ? json.get<std::string>() : value), valueCells);
    };
    QStringList changes;
    for (const auto& change : difference.changes)
        changes
            += tr("%1: %2 → %3", "field: before → after").arg(change.field, shown(change.before), shown(change.after));
    QString place = difference.order;
    if (!difference.step.isEmpty())
        place = tr("%1, %2", "order, step").arg(place, difference.step);
    if (!difference.scope.isEmpty())
        place = tr("%1 (%2)", "order and step, part of the order").arg(place, difference.scope);
    return tr("%1: %2").arg(place, changes.join(u"; "_s));
}

void RebuildCommand::printJson(double seconds) const
{
    nlohmann::ordered_json json;
    json["orders"] = m_orders;
    json["differenceCount"] = m_differenceCount;
    json["differences"] = nlohmann::ordered_json::array();
    for (const RebuildDifference& difference : m_differences) {
        nlohmann::ordered_json entry{{"order", difference.order.toStdString()}, {"step", nullptr}};
        if (!difference.step.isEmpty()) {
            entry["step"] = difference.step.toStdString();
            entry["scope"] = difference.scope.toStdString();
        }
        entry["changes"] = nlohmann::ordered_json::array();
        for (const auto& change : difference.changes)
            entry["changes"].push_back(
                {{"field", change.field.toStdString()}, {"before", nlohmann::ordered_json::parse(change.before)},
                    {"after", nlohmann::ordered_json::parse(change.after)}});
        json["differences"].push_back(std::move(entry));
    }
    json["seconds"] = seconds;
    m_context.terminal().print(json);
}
