// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/import/importer.h"

#include <QCoreApplication>
#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace {
QByteArray jsonArray(const QList<QByteArray>& events)
{
    return "[" + events.join(",\n") + "]";
}

UnreadableItem unreadable(const SetAside& item)
{
    const QString reason = item.column.isEmpty() ? item.reason : item.column + u": "_s + item.reason;
    return {item.origin, item.line, item.code, reason, item.raw};
}
} // namespace

Importer::Importer(const Mapping& mapping, ImportSource& source, ImportSink& sink)
    : m_mapping(mapping)
    , m_source(source)
    , m_sink(sink)
    , m_joined(mapping)
    , m_builder(mapping, m_joined)
{ }

Outcome<ImportReport> Importer::run(const Progress& progress)
{
    QElapsedTimer timer;
    timer.start();
    if (auto error = begin())
        return *error;
    for (bool finished = false; !finished;) {
        const auto batch = m_source.next(m_joined, ordersPerBatch);
        if (!batch)
            return batch.error();
        if (auto error = take(batch.value(), finished))
            return *error;
        if (!progress(m_source.progress(), m_report.orders) && !finished)
            return Error{Failure::Cancelled, QCoreApplication::translate("Importer", "The import was given up."),
                QCoreApplication::translate("Importer", "Start it again: it goes on where it ended."), {}};
    }
    m_report.sources = m_source.counts();
    m_report.ambiguousTimes = m_source.ambiguousTimes();
    m_report.skippedTimes = m_source.skippedTimes();
    m_report.seconds = static_cast<double>(timer.elapsed()) / 1000.0;
    return m_report;
}

std::optional<Error> Importer::begin()
{
    m_report = {};
    m_report.mapping = m_mapping.name;
    m_report.title = m_mapping.title;
    for (const CheckRule& check : m_mapping.checks) {
        m_findings.insert(check.finding, m_report.findings.size());
        m_report.findings.append({check.finding, check.text, 0, {}});
    }
    if (auto error = m_source.open())
        return error;
    if (auto error = m_sink.putChannel(m_mapping.channel))
        return error;
    m_importer = m_mapping.name + u':' + QString::fromLatin1(m_source.identity().left(32));
    if (m_startOver)
        return std::nullopt;
    const auto progress = m_sink.progress(m_importer);
    if (!progress)
        return progress.error();
    m_storedBefore = progress.value();
    m_source.startAt(m_storedBefore);
    return std::nullopt;
}

std::optional<Error> Importer::take(const SourceBatch& batch, bool& finished)
{
    finished = batch.end;
    QList<QByteArray> events;
    QList<SetAside> setAside = batch.setAside;
    build(batch, events, setAside);
    for (const SetAside& item : std::as_const(setAside))
        m_report.add(item);
    m_report.events += events.size();
    // A file is read from its start, for what is found in it; a table only from the watermark on, with some overlap.
    const bool known = m_mapping.source == Mapping::Source::Csv && batch.done <= m_storedBefore;
    if (known) {
        m_report.storedBefore += events.size();
        return std::nullopt;
    }
    if (batch.orders.isEmpty() && batch.setAside.isEmpty() && m_mapping.source == Mapping::Source::Sql)
        return std::nullopt;
    return store(batch, events, setAside);
}

void Importer::build(const SourceBatch& batch, QList<QByteArray>& events, QList<SetAside>& setAside)
{
    for (const Row& row : batch.orders) {
        const BuiltOrder order = m_builder.build(row);
        events += order.events;
        for (SetAside item : order.setAside) {
            if (m_mapping.source == Mapping::Source::Sql) { // the number of a row changes with every run
                item.line = 0;
                item.reason = order.key + u": "_s + item.reason;
            }
            setAside.append(item);
        }
        if (!order.events.isEmpty())
            count(order);
    }
}

void Importer::count(const BuiltOrder& order)
{
    ++m_report.orders;
    for (const QString& finding : order.findings) {
        FindingCount& entry = m_report.findings[m_findings.value(finding)];
        ++entry.orders;
        if (entry.examples.size() < ImportReport::keptExamples)
            entry.examples.append(order.key);
    }
}

std::optional<Error> Importer::store(
    const SourceBatch& batch, const QList<QByteArray>& events, const QList<SetAside>& setAside)
{
    IngestBatch sent;
    if (!events.isEmpty())
        sent.events = jsonArray(events);
    for (const SetAside& item : setAside)
        sent.unreadable.append(unreadable(item));
    sent.importer = m_importer;
    sent.done = batch.done;
    const auto result = m_sink.store(sent);
    if (!result) {
        Error error = result.error();
        if (error.kind == Failure::Connection || error.hint.isEmpty())
            error.hint = QCoreApplication::translate("Importer", "Start it again: it goes on where it ended.");
        return error;
    }
    m_report.counts += result.value().counts;
    for (const RejectedEvent& event : result.value().rejected)
        m_report.add({event.id, 0, {}, event.code, event.reason, {}});
    return std::nullopt;
}
