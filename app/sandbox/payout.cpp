// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/payout.h"

#include <cmath>

using namespace Qt::StringLiterals;

QString payoutId(const QString& payer, const QString& currency, const QDateTime& at)
{
    return u"po_%1_%2_%3"_s.arg(
        payer.first(2), currency.toLower(), at.toUTC().toString(u"yyyyMMddHHmmss"_s));
}

nlohmann::ordered_json payoutJson(const QString& id, const Payout& payout)
{
    const Money fee{payout.gross.minor * 19 / 1000, payout.gross.currency};
    const Money net{payout.gross.minor - fee.minor, payout.gross.currency};
    return {{"id", id.toStdString()}, {"currency", payout.gross.currency.toStdString()},
        {"gross", plainDecimal(payout.gross).toStdString()}, {"fee", plainDecimal(fee).toStdString()},
        {"net", plainDecimal(net).toStdString()}, {"payments", payout.payments}};
}

void OpenPayouts::add(const QString& payer, const QString& orderKey, const Money& amount, const QDateTime& now)
{
    Open& open = m_open[{payer, amount.currency}];
    if (open.orders.isEmpty()) {
        open.at = now.addMSecs(std::llround(m_seconds * 1000));
        open.payout = {{0, amount.currency}, 0};
    }
    open.payout.gross.minor += amount.minor;
    ++open.payout.payments;
    open.orders.append(orderKey);
}

std::vector<OrderEvent> OpenPayouts::paid(const QDateTime& now)
{
    std::vector<OrderEvent> events;
    for (auto& [whose, open] : m_open) {
        if (open.orders.isEmpty() || open.at > now)
            continue;
        const auto& [payer, currency] = whose;
        const QString id = payoutId(payer, currency, open.at);
        const auto described = payoutJson(id, open.payout);
        for (const QString& order : std::as_const(open.orders)) {
            OrderEvent event{open.at, u"settlement_receipt"_s, {}, u'/' + payer, order, {}, {}};
            event.data = {{"payout", described}};
            events.push_back(std::move(event.withReference(payer, u"payout"_s, id)));
        }
        open.orders.clear();
    }
    return events;
}
