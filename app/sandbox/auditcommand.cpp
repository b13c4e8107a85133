// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/auditcommand.h"

#include "app/sandbox/columns.h"
#include "app/sandbox/databaseaudit.h"
#include "app/sandbox/estate.h"
#include "app/sandbox/ledgerjson.h"
#include "app/sandbox/ledgerreader.h"
#include "app/sandbox/output.h"
#include "app/sandbox/reconciliationtext.h"

#include <QLocale>
#include <QStringList>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t duplicatesInTable = 50;

} // namespace

AuditCommand::AuditCommand(Options options)
    : m_options(std::move(options))
{ }

SandboxExit AuditCommand::run() const
{
    const auto estate = Estate::builtIn();
    if (!estate)
        return failed(estate.error(), SandboxExit::Usage);
    const auto entries = readLedger(m_options.ledger);
    if (!entries)
        return failed(entries.error(), SandboxExit::Usage);
    const Audit audit(estate.value(), entries.value());
    if (m_options.database.isEmpty() && !qEnvironmentVariableIsSet("SIGNALBOX_DB")) {
        print(m_options.json ? text(json(audit))
                             : table(audit) + tr("Not compared with a database: none was named.") + u'\n');
        return audit.isClean() ? SandboxExit::Done : SandboxExit::Failed;
    }
    const auto compared = compareWithDatabase(estate.value(), m_options.ledger, entries.value(), m_options.database);
    if (!compared)
        return failed(compared.error(), exitCodeFor(compared.error().kind));
    auto all = json(audit);
    all["database"] = ReconciliationText::json(compared.value());
    print(m_options.json ? text(all) : table(audit) + u'\n' + ReconciliationText::table(compared.value()));
    return audit.isClean() && compared.value().agrees() ? SandboxExit::Done : SandboxExit::Failed;
}

QString AuditCommand::text(const nlohmann::ordered_json& json)
{
    return QString::fromStdString(json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace)) + u'\n';
}

QString AuditCommand::table(const Audit& audit)
{
    const QLocale locale;
    QList<QStringList> totals{{tr("System", "column"), tr("Resource", "column: what was asked for"),
        tr("Effects", "column: how many things were done"), tr("Twice", "column: effects that were there before"),
        tr("Sum", "column: of amounts")}};
    for (const Audit::Total& total : audit.totals())
        totals.append({shown(total.system), shown(total.resource), locale.toString(total.effects),
            locale.toString(total.repeated), shown(total.sums)});
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

nlohmann::ordered_json AuditCommand::json(const Audit& audit)
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
    return {{"clean", audit.isClean()}, {"effects", audit.effects()}, {"totals", std::move(totals)},
        {"duplicates", std::move(duplicates)}};
}
