// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/history.h"

#include "app/sandbox/estate.h"
#include "app/sandbox/pastwalk.h"
#include "app/sandbox/payout.h"
#include "app/sandbox/worktime.h"

#include <QDir>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t eventsInBatch = 1000;

/// The lifecycles that travel with the program, by name.
Outcome<QHash<QString, Process>> builtInProcesses()
{
    QHash<QString, Process> processes;
    const QDir folder(u":/processes"_s);
    for (const QString& name : folder.entryList({u"*.json"_s})) {
        QFile file(folder.filePath(name));
        const auto process = parseProcess(file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
        if (!process)
            return process.error();
        processes.insert(process.value().name, process.value());
    }
    return processes;
}

struct Purchase
{
    QDateTime at;
    const SalesChannel* channel;
};

/// As customers come: by the hours of their day.
std::vector<Purchase> purchases(const History::Request& request)
{
    Dice dice(request.seed, fingerprintOf({"purchases"}), 0);
    const double span = double(request.days) * 24 * 3600 * 1000;
    std::vector<Purchase> bought;
    while (bought.size() < std::size_t(request.orders)) {
        const SalesChannel& channel = drawChannel(dice);
        for (int tries = 0; tries < 100; ++tries) { // a store may be closed all the time
            const QDateTime at = request.now.addMSecs(-qint64(dice.between(0, span)) - 1);
            if (!dice.happens(bustle(channel.isStore(), channel.zone, at)))
                continue;
            bought.push_back({at, &channel});
            break;
        }
    }
    std::stable_sort(bought.begin(), bought.end(), [](const Purchase& a, const Purchase& b) { return a.at < b.at; });
    return bought;
}

QString payoutOf(const OrderEvent& event)
{
    return event.step == "settlement_receipt"_L1
        ? QString::fromStdString(event.data.at("payout").at("id").get<std::string>())
        : QString();
}

} // namespace

QString orderKey(const SalesChannel& channel, const QString& run, qint64 number)
{
    return channel.prefix + run + u'-' + QString::number(number).rightJustified(4, u'0');
}

Outcome<History> History::make(const Request& request, const Estate& estate)
{
    const auto flows = builtInFlows();
    if (!flows)
        return flows.error();
    const auto processes = builtInProcesses();
    if (!processes)
        return processes.error();
    const PastWalk::Setting setting{estate, flows.value(), processes.value(), request.now};
    History history;
    qint64 number = 0;
    for (const Purchase& purchase : purchases(request)) {
        const QString key = orderKey(*purchase.channel, request.run, ++number);
        Dice dice(request.seed, fingerprintOf({"past order", std::to_string(number)}), 0);
        const Sale sale = drawSale(*purchase.channel, key, purchase.at, dice);
        history.m_orders.push_back(PastWalk(setting, sale, dice).order());
    }
    history.addUpPayouts();
    return history;
}

void History::addUpPayouts()
{
    QHash<QString, Payout> payouts;
    const auto each = [this](const auto& visit) {
        for (PastOrder& order : m_orders) {
            for (PastOrder::Told& told : order.told)
                if (const QString id = payoutOf(told.event); !id.isEmpty())
                    visit(id, told.event, order.sale);
            for (OrderEvent& event : order.expected)
                if (const QString id = payoutOf(event); !id.isEmpty())
                    visit(id, event, order.sale);
        }
    };
    each([&payouts](const QString& id, const OrderEvent&, const Sale& sale) {
        Payout& payout = payouts[id];
        payout.gross = {payout.gross.minor + sale.total().minor, sale.channel->currency};
        ++payout.payments;
    });
    each([&payouts](const QString& id, OrderEvent& event, const Sale&) {
        event.data["payout"] = payoutJson(id, payouts.value(id));
    });
}

std::vector<std::pair<std::size_t, std::size_t>> History::effectsByTime() const
{
    std::vector<std::pair<std::size_t, std::size_t>> places;
    for (std::size_t order = 0; order < m_orders.size(); ++order)
        for (std::size_t effect = 0; effect < m_orders[order].effects.size(); ++effect)
            places.emplace_back(order, effect);
    std::stable_sort(places.begin(), places.end(), [this](const auto& a, const auto& b) {
        return m_orders[a.first].effects[a.second].at < m_orders[b.first].effects[b.second].at;
    });
    return places;
}

std::vector<PastEffect> History::effects() const
{
    std::vector<PastEffect> effects;
    for (const auto& [order, effect] : effectsByTime())
        effects.push_back(m_orders[order].effects[effect]);
    return effects;
}

std::vector<QByteArray> History::batches(const QStringList& references) const
{
    std::vector<QStringList> given(m_orders.size());
    for (std::size_t i = 0; i < m_orders.size(); ++i)
        given[i].resize(qsizetype(m_orders[i].effects.size()));
    qsizetype next = 0;
    for (const auto& [order, effect] : effectsByTime())
        given[order][qsizetype(effect)] = references.value(next++);

    std::vector<QByteArray> batches;
    QByteArray batch;
    std::size_t events = 0;
    for (std::size_t i = 0; i < m_orders.size(); ++i) {
        for (const PastOrder::Told& told : m_orders[i].told) {
            OrderEvent event = told.event;
            if (told.effect)
                event.withReference(event.source.sliced(1), event.step, given[i].at(qsizetype(*told.effect)));
            batch += (batch.isEmpty() ? "[" : ",") + cloudEvent(event);
            ++events;
        }
        if (events >= eventsInBatch || i + 1 == m_orders.size()) {
            batches.push_back(batch + ']');
            batch.clear();
            events = 0;
        }
    }
    return batches;
}
