// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/auditcommand.h"

#include "app/sandbox/estate.h"
#include "app/sandbox/ledgerjson.h"
#include "app/sandbox/ledgerreader.h"
#include "app/sandbox/output.h"

#include <QLocale>
#include <QStringList>

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t duplicatesInTable = 50;

/// Columns of equal width; the texts are of the estate and of the ledger.
QString aligned(const QList<QStringList>& rows)
{
    QList<qsizetype> widths;
    for (const QStringList& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths.at(i), row.at(i).size());
    }
    QString text;
    for (const QStringList& row : rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i)
            line += row.at(i).leftJustified(widths.at(i)) + u"  "_s;
        while (line.endsWith(u' '))
            line.chop(1);
        text += line + u'\n';
    }
    return text;
}

QString sumsOf(const Audit::Total& total)
{
    QStringList sums;
    for (const auto& [currency, minor] : total.sums)
        sums.append(plainDecimal({minor, currency}) + u' ' + currency);
    return sums.join(u", "_s);
}

/// Without what would move the cursor of a terminal.
QString shown(const std::string& text)
{
    QString result = QString::fromStdString(text);
    for (QChar& c : result)
        if (!c.isPrint() && !c.isSurrogate())
            c = u'?';
    return result;
}

} // namespace

AuditCommand::AuditCommand(Options options)
    : m_options(std::move(options))
{ }

SandboxExit AuditCommand::run() const
{
    const auto estate = Estate::builtIn();
    if (!estate)
        return failed(estate.error(), SandboxExit::Usage);
    auto entries = readLedger(m_options.ledger);
    if (!entries)
        return failed(entries.error(), SandboxExit::Usage);
    const Audit audit(estate.value(), std::move(entries).value());
    print(m_options.json ? json(audit) : table(audit));
    return audit.isClean() ? SandboxExit::Done : SandboxExit::Failed;
}

QString AuditCommand::table(const Audit& audit)
{
    const QLocale locale;
    QList<QStringList> totals{{tr("System", "column"), tr("Resource", "column: what was asked for"),
        tr("Effects", "column: how many things were done"), tr("Twice", "column: effects that were there before"),
        tr("Sum", "column: of amounts")}};
    for (const Audit::Total& total : audit.totals())
        totals.append({shown(total.system), shown(total.resource), locale.toString(total.effects),
            locale.toString(total.repeated), sumsOf(total)});
    QString text = aligned(totals) + u'\n';
    if (audit.isClean())
        return text + tr("Nothing was done twice.") + u'\n';
    text += tr("%n order(s) with an effect that was done more than once:", nullptr,
                static_cast<int>(audit.duplicates().size()))
        + u'\n';
    QList<QStringList> rows{{tr("System", "column"), tr("Resource", "column: what was asked for"),
        tr("Order", "column: key of an order"), tr("Scope", "column: which of the order's"),
        tr("Times", "column: how often it was done"), tr("Documents", "column: references")}};
    for (const Audit::Duplicate& duplicate : audit.duplicates()) {
        if (rows.size() > static_cast<qsizetype>(duplicatesInTable))
            break;
        QStringList references;
        for (const LedgerEntry& entry : duplicate.entries)
            references.append(shown(entry.reference));
        const LedgerEntry& first = duplicate.entries.front();
        rows.append({shown(first.system), shown(first.resource), shown(first.orderKey), shown(first.scope),
            locale.toString(static_cast<qlonglong>(duplicate.entries.size())), references.join(u", "_s)});
    }
    text += aligned(rows);
    if (audit.duplicates().size() > duplicatesInTable)
        text += tr("Only the first %1 are listed; --json has all.").arg(duplicatesInTable) + u'\n';
    return text;
}

QString AuditCommand::json(const Audit& audit)
{
    using Json = nlohmann::ordered_json;
    Json totals = Json::array();
    for (const Audit::Total& total : audit.totals()) {
        Json sums = Json::object();
        for (const auto& [currency, minor] : total.sums)
            sums[currency.toStdString()] = plainDecimal({minor, currency}).toStdString();
        totals.push_back({{"system", total.system}, {"resource", total.resource}, {"effects", total.effects},
            {"repeatedEffects", total.repeated}, {"sums", std::move(sums)}});
    }
    Json duplicates = Json::array();
    for (const Audit::Duplicate& duplicate : audit.duplicates()) {
        const LedgerEntry& first = duplicate.entries.front();
        Json entries = Json::array();
        for (const LedgerEntry& entry : duplicate.entries)
            entries.push_back(toJson(entry));
        duplicates.push_back({{"finding", Audit::nameOf(duplicate.finding)}, {"system", first.system},
            {"resource", first.resource}, {"orderKey", first.orderKey}, {"scope", first.scope},
            {"count", duplicate.entries.size()}, {"entries", std::move(entries)}});
    }
    const Json all{{"clean", audit.isClean()}, {"effects", audit.effects()}, {"totals", std::move(totals)},
        {"duplicates", std::move(duplicates)}};
    return QString::fromStdString(all.dump(2, ' ', false, Json::error_handler_t::replace)) + u'\n';
}
