// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands/exceptionscommand.h"

#include "app/ctl/exceptionjson.h"
#include "app/ctl/filterquestion.h"
#include "app/ctl/finished.h"
#include "app/ctl/orderjson.h"
#include "app/ctl/terminal.h"
#include "app/ctl/text/texttable.h"
#include "models/domain/exceptiontitles.h"
#include "models/domain/formatduration.h"
#include "models/store/pgexceptionsource.h"

#include <QLocale>

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int exceptionsPerPage = 1000;
} // namespace

ExceptionsCommand::ExceptionsCommand(const CommandContext& context, Options options)
    : m_context(context)
    , m_options(std::move(options))
{ }

ExitCode ExceptionsCommand::run()
{
    if (!FilterQuestion::read(m_context, m_options.words.filter, FilterSubject::Problems))
        return ExitCode::Usage;
    const auto store = m_context.open();
    if (!store)
        return m_context.fail(store.error());
    ExitCode why = ExitCode::Done;
    const auto query = QueueQuestion::read(m_context, *store.value(), m_options.words, why);
    if (!query)
        return why;
    PgExceptionSource source(store.value()->runner());
    if (const auto error = printAll(source, *query))
        return m_context.fail(*error);
    if (m_context.json())
        m_context.terminal().print(m_more ? u"\n], \"more\": true}\n"_s : u"\n], \"more\": false}\n"_s);
    else if (m_printed == 0)
        m_context.terminal().note(
            query->isEverythingOpen() ? tr("There is no open exception.") : tr("No exception matches."));
    else if (m_more)
        m_context.terminal().note(
            tr("%1 exceptions are shown, there are more; --all shows every one.").arg(QLocale().toString(m_printed)));
    return ExitCode::Done;
}

std::optional<Error> ExceptionsCommand::printAll(ExceptionSource& source, ExceptionQuery query)
{
    TextTable table;
    addColumns(table);
    while (true) {
        const qint64 missing = m_options.all ? exceptionsPerPage : m_options.limit - m_printed;
        query.limit = static_cast<int>(std::min<qint64>(exceptionsPerPage, missing));
        const auto page = finished(source.page(query));
        if (!page)
            return page.error();
        if (m_context.json()) {
            printPageJson(page.value());
        } else {
            m_asOf = page.value().asOf;
            for (const Exception& exception : page.value().exceptions)
                table.addRow(cells(exception));
            if (!table.isEmpty())
                m_context.terminal().print(table.render(m_context.terminal().width()));
        }
        m_printed += page.value().exceptions.size();
        query.after = page.value().next;
        m_more = query.after.has_value();
        if (!m_more || (!m_options.all && m_printed >= m_options.limit))
            return std::nullopt;
    }
}

void ExceptionsCommand::addColumns(TextTable& table)
{
    using Align = TextTable::Align;
    table.addColumn(tr("Id", "column: of an exception"), Align::Right);
    table.addColumn(tr("Age", "column: since when it is open"), Align::Right);
    table.addColumn(tr("Severity", "column: of an exception"));
    table.addColumn(tr("State", "column: of an exception"));
    table.addColumn(tr("Owner", "column: who looks after it"), Align::Left, true);
    table.addColumn(tr("Order", "column: an order's number"), Align::Left, true);
    table.addColumn(tr("Flow", "column: a flow's name"), Align::Left, true);
    table.addColumn(tr("Replay", "column: what a replay would do"));
    table.addColumn(tr("Error", "column: code and text"), Align::Left, true);
}

QStringList ExceptionsCommand::cells(const Exception& exception) const
{
    QStringList error{exception.errorCode, exception.errorText};
    error.removeAll(QString());
    return {QString::number(exception.id),
        formatDuration(std::max<qint64>(0, exception.openedAt.secsTo(m_asOf)), QLocale()), title(exception.severity),
        standingTitle(exception), exception.owner, exception.orderNumber, exception.flow, replayTitle(exception),
        error.join(u": "_s)};
}

/// One exception a line.
void ExceptionsCommand::printPageJson(const ExceptionPage& page)
{
    QString text;
    if (!m_asOf.isValid()) {
        m_asOf = page.asOf;
        text = u"{\"asOf\": %1, \"exceptions\": ["_s.arg(QString::fromStdString(timeJson(m_asOf).dump()));
    }
    qint64 number = m_printed;
    for (const Exception& exception : page.exceptions)
        text += (number++ == 0 ? u"\n"_s : u",\n"_s) + QString::fromStdString(exceptionJson(exception).dump());
    m_context.terminal().print(text);
}
