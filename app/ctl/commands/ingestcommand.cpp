// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands/ingestcommand.h"

#include "app/ctl/progressbar.h"
#include "app/ctl/terminal.h"
#include "app/ctl/text/displaywidth.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QLocale>

#include <nlohmann/json.hpp>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype eventsPerBatch = 2000;
constexpr qsizetype bytesPerBatch = qsizetype{16} * 1024 * 1024;
constexpr qsizetype keptPlaces = 1000;
} // namespace

IngestCommand::IngestCommand(const CommandContext& context, QString path)
    : m_context(context)
    , m_path(std::move(path))
{ }

ExitCode IngestCommand::run()
{
    QElapsedTimer timer;
    timer.start();
    if (const auto error = openInput())
        return m_context.fail(*error);
    const auto store = m_context.openForWork();
    if (!store)
        return m_context.fail(store.error());
    Ingestor ingestor(store.value()->runner());
    const auto error = readAll(ingestor);
    const double seconds = static_cast<double>(timer.elapsed()) / 1000.0;
    if (m_context.json())
        printJson(seconds);
    else
        printReport(seconds);
    if (error)
        return m_context.fail(*error);
    const qint64 setAside = m_counts.rejected + m_unreadableCount;
    if (m_counts.accepted + m_counts.duplicates == 0 && setAside > 0)
        return m_context.fail(SetAside::nothingTaken(setAside));
    return ExitCode::Done;
}

std::optional<Error> IngestCommand::openInput()
{
    const bool standardInput = m_path == u"-"_s;
    m_origin = standardInput ? u"stdin"_s : QFileInfo(m_path).fileName();
    m_file.setFileName(m_path);
    if (standardInput ? m_file.open(stdin, QIODevice::ReadOnly) : m_file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return Error{Failure::NotFound, tr("The file %1 cannot be read: %2.").arg(m_path, m_file.errorString()),
        tr("Name a file with events, or - for the standard input."), {}};
}

std::optional<Error> IngestCommand::readAll(Ingestor& ingestor)
{
    ProgressBar bar(m_context.terminal(), tr("Reading %1").arg(m_origin));
    JsonSplitter splitter(m_file);
    while (const auto item = splitter.next()) {
        add(*item);
        if (!isFull())
            continue;
        if (auto error = send(ingestor))
            return error;
        drawProgress(bar);
    }
    if (auto error = send(ingestor))
        return error;
    if (!splitter.readError().isEmpty())
        return Error{Failure::Other, tr("Reading %1 ended early: %2.").arg(m_origin, splitter.readError()),
            tr("What was read before is stored; the same again does no harm."), {}};
    return std::nullopt;
}

void IngestCommand::add(const JsonItem& item)
{
    if (item.isGood()) {
        if (!m_events.isEmpty())
            m_events += ",\n";
        m_events += item.json;
        m_lines.append(item.place.line);
        m_places.append(item.index + 1);
        return;
    }
    m_unreadable.append({m_origin, item.index + 1, u"broken_json"_s, item.mistakeWithPlace(), item.json});
    ++m_unreadableCount;
    note({m_origin, item.place.line, {}, u"broken_json"_s, item.mistakeWithPlace(), {}, item.index + 1});
}

bool IngestCommand::isFull() const
{
    return m_places.size() >= eventsPerBatch || m_events.size() >= bytesPerBatch
        || m_unreadable.size() >= eventsPerBatch;
}

std::optional<Error> IngestCommand::send(Ingestor& ingestor)
{
    if (m_places.isEmpty() && m_unreadable.isEmpty())
        return std::nullopt;
    IngestBatch batch;
    if (!m_places.isEmpty())
        batch.events = "[" + m_events + "]";
    batch.places = m_places;
    batch.unreadable = m_unreadable;
    const auto result = ingestor.ingest(batch);
    if (!result)
        return result.error();
    m_counts += result.value().counts;
    for (const RejectedEvent& event : result.value().rejected) {
        const QString reason = event.id.isEmpty() ? event.reason : tr("event %1: %2").arg(event.id, event.reason);
        note({m_origin, m_lines.value(event.item - 1), {}, event.code, reason, {}, m_places.value(event.item - 1)});
    }
    m_events.clear();
    m_lines.clear();
    m_places.clear();
    m_unreadable.clear();
    return std::nullopt;
}

void IngestCommand::note(const SetAside& item)
{
    if (m_setAside.size() < keptPlaces)
        m_setAside.append(item);
}

void IngestCommand::drawProgress(ProgressBar& bar) const
{
    const bool known = !m_file.isSequential() && m_file.size() > 0;
    const double share = known ? static_cast<double>(m_file.pos()) / static_cast<double>(m_file.size()) : -1;
    bar.update(share, tr("%Ln event(s)", nullptr, static_cast<int>(m_counts.received)));
}

void IngestCommand::printReport(double seconds) const
{
    const QLocale locale;
    QString text = tr("%Ln event(s) read in %1 s: %2 new, %3 known already, %4 set aside; %5.", nullptr,
                       static_cast<int>(m_counts.received + m_unreadableCount))
                       .arg(locale.toString(seconds, 'f', 1), locale.toString(m_counts.accepted),
                           locale.toString(m_counts.duplicates), locale.toString(m_counts.rejected + m_unreadableCount),
                           tr("%Ln order(s) touched", nullptr, static_cast<int>(m_counts.orders)))
        + u'\n';
    for (qsizetype i = 0; i < std::min(m_setAside.size(), shownPlaces); ++i)
        text += u"  "_s + printable(m_setAside.at(i).inWords()) + u'\n';
    const qint64 more = m_counts.rejected + m_unreadableCount - std::min(m_setAside.size(), shownPlaces);
    if (more > 0)
        text += u"  "_s + tr("and %1 more; all are kept in integration.rejected_event").arg(locale.toString(more))
            + u'\n';
    m_context.terminal().print(text);
}

void IngestCommand::printJson(double seconds) const
{
    nlohmann::ordered_json json;
    json["origin"] = m_origin.toStdString();
    json["received"] = m_counts.received + m_unreadableCount;
    json["accepted"] = m_counts.accepted;
    json["duplicates"] = m_counts.duplicates;
    json["rejected"] = m_counts.rejected + m_unreadableCount;
    json["orders"] = m_counts.orders;
    json["seconds"] = seconds;
    json["setAside"] = nlohmann::ordered_json::array();
    for (const SetAside& item : m_setAside)
        json["setAside"].push_back({{"line", item.line}, {"event", item.event}, {"code", item.code.toStdString()},
            {"reason", item.reason.toStdString()}});
    m_context.terminal().print(json);
}
