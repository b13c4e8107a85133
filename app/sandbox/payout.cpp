// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/payout.h"

#include <cmath>

using namespace Qt::StringLiterals;

QString payoutId(const QString& payer, const QString& currency, const QDateTime& at)
{
    return u"po_%1_%2_%3"_s.arg(payer.first(2), currency.toLower(), at.toUTC().toString(u"yyyyMMddHHmmss"_s));
}

nlohmann::ordered_json payoutJson(const QString& id, const Payout& payout)
{
    const Money fee{payout.gross.minor * 19 / 1000, payout.gross.currency};
    const Money net{payout.gross.minor - fee.minor, payout.gross.currency};
    return {{"id", id.toStdString()}, {"currency", payout.gross.currency.toStdString()},
        {"gross", plainDecimal(payout.gross).toStdString()}, {"fee", plainDecimal(fee).toStdString()},
        {"net", plainDecimal(net).toStdString()}, {"payments", payout.payments}};
}

QDateTime OpenPayouts::after(const QDateTime& now, double share) const
{
    return now.addMSecs(std::llround(share * m_seconds * 1000));
}

void OpenPayouts::add(const QString& payer, const QString& orderKey, const Money& amount, const QDateTime& now)
{
    std::vector<Open>& open = m_open[{payer, amount.currency}];
    // what has just come in waits for the next: its capture may not be known to all yet
    if (open.empty() || open.back().at < after(now, 0.3))
        open.push_back({after(now, 1), {{0, amount.currency}, 0}, {}});
    Open& next = open.back();
    next.payout.gross.minor += amount.minor;
    ++next.payout.payments;
    next.orders.append(orderKey);
}

std::vector<OrderEvent> OpenPayouts::paid(const QDateTime& now)
{
    std::vector<OrderEvent> events;
    for (auto& [whose, open] : m_open) {
        const auto& [payer, currency] = whose;
        for (; !open.empty() && open.front().at <= now; open.erase(open.begin())) {
            const QDateTime at = open.front().at;
            const QString id = payoutId(payer, currency, at);
            for (const QString& order : std::as_const(open.front().orders)) {
                OrderEvent event{at, u"settlement_receipt"_s, {}, u'/' + payer, order, {}, {}};
                event.data = {{"payout", payoutJson(id, open.front().payout)}};
                events.push_back(std::move(event.withReference(payer, u"payout"_s, id)));
            }
        }
    }
    return events;
}
