// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands/handovercommand.h"

#include "app/common/lasthandover.h"
#include "app/ctl/commands/actioncommand.h"
#include "app/ctl/finished.h"
#include "app/ctl/handoverjson.h"
#include "app/ctl/terminal.h"
#include "app/print/handoverfiles.h"
#include "models/store/pghandover.h"

#include <QFileInfo>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

HandoverCommand::HandoverCommand(const CommandContext& context, Options options)
    : m_context(context)
    , m_options(std::move(options))
{ }

std::optional<ExitCode> HandoverCommand::check()
{
    QString& format = m_options.format;
    if (m_options.output == "-"_L1)
        m_options.output.clear();
    if (format.isEmpty() && m_context.json())
        format = u"json"_s;
    if (format.isEmpty()) {
        const QString end = QFileInfo(m_options.output).suffix().toLower();
        format = QStringList{u"pdf"_s, u"csv"_s, u"json"_s}.contains(end) ? end : u"html"_s;
    }
    if (format == "pdf"_L1 && m_options.output.isEmpty())
        return m_context.misused(tr("A PDF needs a file: --output FILE."));
    if (m_options.rows > 0)
        m_request.rows = m_options.rows;
    if (m_options.since.isEmpty() || m_options.since == "last"_L1)
        return std::nullopt;
    if (const auto duration = ActionCommand::durationFromText(m_options.since)) {
        m_request.since = QDateTime::currentDateTimeUtc().addSecs(-duration->count());
        return std::nullopt;
    }
    m_request.since = QDateTime::fromString(m_options.since, Qt::ISODate);
    if (!m_request.since.isValid())
        return m_context.misused(
            tr(R"("%1" is neither a time such as 2026-11-30T06:00 nor a duration such as 8h, nor "last".)")
                .arg(m_options.since));
    return std::nullopt;
}

ExitCode HandoverCommand::run()
{
    if (const auto misused = check())
        return *misused;
    const auto store = m_context.open();
    if (!store)
        return m_context.fail(store.error());
    PgHandover source(store.value()->runner());
    LastHandover last;
    const bool fromLast = m_options.since == "last"_L1;
    if (fromLast) {
        const auto environment = source.environment();
        if (!environment)
            return m_context.fail(environment.error());
        m_request.since = last.at(environment.value(), QDateTime::currentDateTimeUtc());
    }
    const auto handover = finished(source.handover(m_request));
    if (!handover)
        return m_context.fail(handover.error());
    const ExitCode code = write(handover.value());
    if (fromLast && code == ExitCode::Done)
        last.note(handover.value().environment, handover.value().asOf);
    return code;
}

ExitCode HandoverCommand::write(const Handover& handover) const
{
    QByteArray bytes;
    if (m_options.format == "json"_L1) {
        bytes = QByteArray::fromStdString(
            handoverJson(handover).dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n');
    } else {
        const HandoverFormat format = m_options.format == "pdf"_L1 ? HandoverFormat::Pdf
            : m_options.format == "csv"_L1                         ? HandoverFormat::Csv
                                                                   : HandoverFormat::Html;
        const auto content = HandoverFiles::content(handover, format, {});
        if (!content)
            return m_context.fail(content.error());
        bytes = content.value();
    }
    if (m_options.output.isEmpty()) {
        m_context.terminal().printBytes(bytes);
        return ExitCode::Done;
    }
    if (const auto error = HandoverFiles::save(m_options.output, bytes))
        return m_context.fail(*error);
    m_context.terminal().note(tr("Written: %1").arg(m_options.output));
    return ExitCode::Done;
}
