// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/reconciliationtext.h"

#include "app/sandbox/columns.h"
#include "app/sandbox/ledgerjson.h"

#include <QLocale>

#include <nlohmann/json.hpp>

#include <set>

using namespace Qt::StringLiterals;
using Finding = Reconciliation::Finding;
using Side = Reconciliation::Total::Side;
using Json = nlohmann::ordered_json;

namespace {

constexpr qsizetype differencesInTable = 50;

QString sumOf(const Side& side, const QString& currency)
{
    const auto found = side.sums.find(currency);
    return found == side.sums.end() ? QString() : plainDecimal({found->second, currency});
}

QString shown(const Money& amount)
{
    return amount.isValid() ? plainDecimal(amount) + u' ' + amount.currency : QString();
}

Json jsonOf(const Side& side)
{
    Json sums = Json::object();
    for (const auto& [currency, minor] : side.sums)
        sums[currency.toStdString()] = plainDecimal({minor, currency}).toStdString();
    return {{"count", side.count}, {"sums", std::move(sums)}};
}

} // namespace

QString ReconciliationText::table(const Reconciliation& compared)
{
    QString text = totals(compared) + u'\n';
    const QStringList notes = notCompared(compared);
    if (!notes.isEmpty())
        text += notes.join(u'\n') + u"\n\n"_s;
    if (compared.agrees())
        return text + tr("Ledger and database agree to the last cent.") + u'\n';
    return text + differences(compared);
}

/// One row for each currency of a system: what is equal is in one column on both sides.
QString ReconciliationText::totals(const Reconciliation& compared)
{
    const QLocale locale;
    QList<QStringList> rows{{tr("System", "column"), tr("Effects", "column: how many things were done"),
        tr("Delivered", "column: messages of which their target said so"),
        tr("By word", "column: effects of messages that a person called delivered"),
        tr("Open", "column: effects of messages on their way or in doubt"),
        tr("Before", "column: effects of before that were told"), tr("Currency", "column"),
        tr("In the ledger", "column: sum of amounts"), tr("Delivered", "column: sum of amounts"),
        tr("By word", "column: sum of amounts"), tr("Open", "column: sum of amounts"),
        tr("Before", "column: sum of amounts")}};
    for (const auto& [system, total] : compared.totals()) {
        QStringList first{shown(system), locale.toString(total.ledger.count), locale.toString(total.delivered.count),
            locale.toString(total.byWord.count), locale.toString(total.open.count),
            locale.toString(total.before.count)};
        std::set<QString> currencies;
        for (const Side* side : {&total.ledger, &total.delivered, &total.byWord, &total.open, &total.before})
            for (const auto& [currency, minor] : side->sums)
                currencies.insert(currency);
        if (currencies.empty())
            rows.append(first);
        for (const QString& currency : currencies) {
            rows.append(first
                + QStringList{currency, sumOf(total.ledger, currency), sumOf(total.delivered, currency),
                    sumOf(total.byWord, currency), sumOf(total.open, currency), sumOf(total.before, currency)});
            first = QStringList(first.size(), QString());
        }
    }
    return aligned(rows);
}

QStringList ReconciliationText::notCompared(const Reconciliation& compared)
{
    QStringList notes;
    for (const auto& [flow, counts] : compared.uncompared()) {
        if (counts.elsewhere > 0)
            notes.append(tr("%1: %n message(s) not compared, for they go to no system of this estate.", nullptr,
                static_cast<int>(counts.elsewhere))
                             .arg(shown(flow)));
        if (counts.unreadable > 0)
            notes.append(tr("%1: the amount of %n message(s) not compared, for the content cannot be read.", nullptr,
                static_cast<int>(counts.unreadable))
                             .arg(shown(flow)));
        if (counts.byWord > 0)
            notes.append(
                tr("%1: %n message(s) that a person or another event called delivered are not there under their order.",
                    nullptr, static_cast<int>(counts.byWord))
                    .arg(shown(flow)));
    }
    return notes;
}

QString ReconciliationText::differences(const Reconciliation& compared)
{
    QString text = tr("Ledger and database do not agree in %n place(s):", nullptr,
                       static_cast<int>(compared.differences().size()))
        + u'\n';
    QList<QStringList> rows{{tr("System", "column"), tr("Resource", "column: what was asked for"),
        tr("Order", "column: key of an order"), tr("Scope", "column: which of the order's"),
        tr("Message", "column: number of a message"), tr("Status", "column: of a message"),
        tr("Sent", "column: an amount"), tr("Documents", "column: references"), tr("What", "column: what is wrong")}};
    for (const Reconciliation::Difference& one : compared.differences()) {
        if (rows.size() > differencesInTable)
            break;
        QStringList documents;
        for (const LedgerEntry& effect : one.effects)
            documents.append(effect.amount.isValid() ? shown(effect.reference) + u' ' + shown(effect.amount)
                                                     : shown(effect.reference));
        rows.append({shown(one.system), shown(one.resource), shown(one.orderKey), shown(one.scope),
            one.message > 0 ? QString::number(one.message) : QString(), shown(one.status), shown(one.sent),
            documents.join(u", "_s), inWords(one.finding)});
    }
    text += aligned(rows);
    if (compared.differences().size() > static_cast<std::size_t>(differencesInTable))
        text += tr("Only the first %1 are listed; --json has all.").arg(differencesInTable) + u'\n';
    return text;
}

QString ReconciliationText::inWords(Finding finding)
{
    switch (finding) {
    case Finding::Missing:
        return tr("called delivered, not there");
    case Finding::Repeated:
        return tr("there more than once");
    case Finding::AnotherAmount:
        return tr("another amount", "than was sent");
    case Finding::NotCalledDone:
        return tr("there, not called delivered");
    case Finding::NoMessage:
        break;
    }
    return tr("there, no message asked for it");
}

Json ReconciliationText::json(const Reconciliation& compared)
{
    Json totals = Json::object();
    for (const auto& [system, total] : compared.totals())
        totals[system] = {{"ledger", jsonOf(total.ledger)}, {"delivered", jsonOf(total.delivered)},
            {"byWord", jsonOf(total.byWord)}, {"open", jsonOf(total.open)}, {"before", jsonOf(total.before)}};
    Json uncompared = Json::object();
    for (const auto& [flow, counts] : compared.uncompared())
        uncompared[flow]
            = {{"elsewhere", counts.elsewhere}, {"unreadable", counts.unreadable}, {"byWordNotThere", counts.byWord}};
    Json differences = Json::array();
    for (const Reconciliation::Difference& one : compared.differences()) {
        Json difference{{"finding", Reconciliation::nameOf(one.finding)}, {"system", one.system},
            {"resource", one.resource}, {"orderKey", one.orderKey}, {"scope", one.scope}};
        if (one.message > 0) {
            difference["message"] = one.message;
            difference["status"] = one.status;
        }
        if (one.sent.isValid()) {
            difference["amount"] = plainDecimal(one.sent).toStdString();
            difference["currency"] = one.sent.currency.toStdString();
        }
        Json effects = Json::array();
        for (const LedgerEntry& effect : one.effects)
            effects.push_back(toJson(effect));
        difference["effects"] = std::move(effects);
        differences.push_back(std::move(difference));
    }
    return {{"agrees", compared.agrees()}, {"messages", compared.messages()}, {"totals", std::move(totals)},
        {"notCompared", std::move(uncompared)}, {"differences", std::move(differences)}};
}
