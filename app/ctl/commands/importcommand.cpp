// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands/importcommand.h"

#include "app/ctl/import/builtinmappings.h"
#include "app/ctl/import/csvsource.h"
#include "app/ctl/import/importer.h"
#include "app/ctl/import/mappingparser.h"
#include "app/ctl/import/sqlsource.h"
#include "app/ctl/interruption.h"
#include "app/ctl/progressbar.h"
#include "app/ctl/terminal.h"
#include "app/ctl/text/displaywidth.h"
#include "app/ctl/text/texttable.h"

#include <QLocale>

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;

ImportCommand::ImportCommand(const CommandContext& context, Options options)
    : m_context(context)
    , m_options(std::move(options))
{ }

ExitCode ImportCommand::run()
{
    const auto json = findMapping(m_options.mapping);
    if (!json)
        return m_context.fail(json.error());
    const auto mapping = parseMapping(json.value());
    if (!mapping) {
        Error error = mapping.error();
        error.text = tr("The mapping %1 has mistakes:").arg(m_options.mapping) + u'\n' + error.text;
        return m_context.fail(error);
    }
    if (mapping.value().source == Mapping::Source::Csv && m_options.folder.isEmpty())
        return m_context.misused(tr("The mapping %1 reads CSV files: name their folder.").arg(m_options.mapping),
            tr("signalboxctl import %1 FOLDER").arg(m_options.mapping));
    auto rows = source(mapping.value());
    if (!rows)
        return m_context.fail(rows.error());
    const auto store = m_context.openForWork();
    if (!store)
        return m_context.fail(store.error());
    const auto report = import(mapping.value(), *rows.value(), *store.value());
    if (!report)
        return m_context.fail(report.error());
    if (m_context.json())
        printJson(report.value());
    else
        printReport(report.value());
    const IngestCounts& counts = report.value().counts;
    if (counts.accepted + counts.duplicates + report.value().storedBefore == 0 && report.value().setAsideCount > 0)
        return m_context.fail(SetAside::nothingTaken(report.value().setAsideCount));
    return ExitCode::Done;
}

Outcome<std::unique_ptr<ImportSource>> ImportCommand::source(const Mapping& mapping) const
{
    if (mapping.source == Mapping::Source::Csv)
        return std::unique_ptr<ImportSource>(std::make_unique<CsvSource>(mapping, m_options.folder));
    const QString uri = qEnvironmentVariable(mapping.uriEnvironment.toLatin1().constData());
    if (uri.isEmpty())
        return Error{Failure::Invalid,
            tr("The variable %1 is not set: it names the database to read from.").arg(mapping.uriEnvironment),
            tr("Set it to a connection URI such as postgresql://host/database."), {}};
    return std::unique_ptr<ImportSource>(std::make_unique<SqlSource>(mapping, uri));
}

Outcome<ImportReport> ImportCommand::import(const Mapping& mapping, ImportSource& source, Store& store) const
{
    Ingestor ingestor(store.runner());
    DatabaseSink sink(ingestor);
    Importer importer(mapping, source, sink);
    if (m_options.startOver)
        importer.startOver();
    const Interruption interruption;
    ProgressBar bar(m_context.terminal(), tr("Importing %1").arg(mapping.name));
    auto report = importer.run([&](double share, qint64 orders) {
        bar.update(share, tr("%Ln order(s)", nullptr, static_cast<int>(orders)));
        return !interruption.requested();
    });
    if (report && report.value().counts.accepted > 0) {
        bar.update(-1, tr("learning what is usual for each step"));
        if (const auto error = ingestor.refreshNorms())
            m_context.terminal().note(tr("What is usual for each step could not be learned: %1").arg(error->text));
        if (const auto error = ingestor.collectStatistics())
            m_context.terminal().note(
                tr("Statistics for the server's planner could not be collected: %1").arg(error->text));
    }
    return report;
}

void ImportCommand::printReport(const ImportReport& report) const
{
    const QLocale locale;
    TextTable files;
    files.addColumn(tr("File or table", "column: source of rows"), TextTable::Align::Left, true);
    files.addColumn(tr("Rows", "column: how many"), TextTable::Align::Right);
    files.addColumn(tr("Set aside", "column: how many rows could not be taken"), TextTable::Align::Right);
    for (const SourceCount& source : report.sources)
        files.addRow({source.name, locale.toString(source.rows), locale.toString(source.setAside)});
    const int width = m_context.terminal().width();
    m_context.terminal().print(
        report.title + u"\n\n"_s + files.render(width) + u'\n' + summary(report) + findings(report) + setAside(report));
}

QString ImportCommand::summary(const ImportReport& report) const
{
    const QLocale locale;
    QString text = tr("%Ln order(s) gave %1 in %2 s: %3 new, %4 known already, %5 set aside.", nullptr,
                       static_cast<int>(report.orders))
                       .arg(tr("%Ln event(s)", nullptr, static_cast<int>(report.events)),
                           locale.toString(report.seconds, 'f', 1), locale.toString(report.counts.accepted),
                           locale.toString(report.counts.duplicates + report.storedBefore),
                           locale.toString(report.counts.rejected))
        + u'\n';
    if (report.storedBefore > 0 && report.storedBefore == report.events)
        text += tr("All of it was imported before; --start-over sends it again.") + u'\n';
    else if (report.storedBefore > 0)
        text += tr("An earlier run was interrupted; this one went on behind its %Ln event(s).", nullptr,
                    static_cast<int>(report.storedBefore))
            + u'\n';
    if (report.ambiguousTimes > 0)
        text += tr("%Ln local time(s) came twice, when clocks were set back: the earlier moment was taken.", nullptr,
                    static_cast<int>(report.ambiguousTimes))
            + u'\n';
    if (report.skippedTimes > 0)
        text += tr("%Ln local time(s) did not exist, when clocks were set forward: the moment after the gap was taken.",
                    nullptr, static_cast<int>(report.skippedTimes))
            + u'\n';
    return text;
}

QString ImportCommand::findings(const ImportReport& report) const
{
    TextTable table;
    table.addColumn(tr("Odd in the source", "column: what a check has found"), TextTable::Align::Left, true);
    table.addColumn(tr("Orders", "column: how many"), TextTable::Align::Right);
    table.addColumn(tr("For example", "column: some orders' keys"), TextTable::Align::Left, true);
    for (const FindingCount& finding : report.findings) {
        if (finding.orders > 0)
            table.addRow({finding.text, QLocale().toString(finding.orders), finding.examples.value(0)});
    }
    return table.isEmpty() ? QString() : u'\n' + table.render(m_context.terminal().width());
}

QString ImportCommand::setAside(const ImportReport& report) const
{
    if (report.setAsideCount == 0)
        return {};
    const QLocale locale;
    QString text = u'\n' + tr("Set aside: %1").arg(locale.toString(report.setAsideCount)) + u'\n';
    const qsizetype shown = std::min(report.setAside.size(), shownPlaces);
    for (qsizetype i = 0; i < shown; ++i)
        text += u"  "_s + printable(report.setAside.at(i).inWords()) + u'\n';
    if (report.setAsideCount > shown)
        text += u"  "_s
            + tr("and %1 more; all are kept in integration.rejected_event")
                  .arg(locale.toString(report.setAsideCount - shown))
            + u'\n';
    return text;
}

void ImportCommand::printJson(const ImportReport& report) const
{
    nlohmann::ordered_json json;
    json["mapping"] = report.mapping.toStdString();
    json["files"] = nlohmann::ordered_json::array();
    for (const SourceCount& source : report.sources)
        json["files"].push_back(
            {{"name", source.name.toStdString()}, {"rows", source.rows}, {"setAside", source.setAside}});
    json["orders"] = report.orders;
    json["events"] = report.events;
    json["storedBefore"] = report.storedBefore;
    json["accepted"] = report.counts.accepted;
    json["duplicates"] = report.counts.duplicates;
    json["rejected"] = report.counts.rejected;
    json["seconds"] = report.seconds;
    json["ambiguousTimes"] = report.ambiguousTimes;
    json["skippedTimes"] = report.skippedTimes;
    json["findings"] = nlohmann::ordered_json::array();
    for (const FindingCount& finding : report.findings) {
        nlohmann::ordered_json entry{{"finding", finding.finding.toStdString()}, {"text", finding.text.toStdString()},
            {"orders", finding.orders}};
        entry["examples"] = nlohmann::ordered_json::array();
        for (const QString& key : finding.examples)
            entry["examples"].push_back(key.toStdString());
        json["findings"].push_back(std::move(entry));
    }
    json["setAside"]["count"] = report.setAsideCount;
    json["setAside"]["byCode"] = nlohmann::ordered_json::object();
    for (const auto& [code, count] : report.setAsideByCode.toStdMap())
        json["setAside"]["byCode"][code.toStdString()] = count;
    json["setAside"]["places"] = nlohmann::ordered_json::array();
    for (const SetAside& item : report.setAside)
        json["setAside"]["places"].push_back(
            {{"origin", item.origin.toStdString()}, {"line", item.line}, {"column", item.column.toStdString()},
                {"code", item.code.toStdString()}, {"reason", item.reason.toStdString()}});
    m_context.terminal().print(json);
}
