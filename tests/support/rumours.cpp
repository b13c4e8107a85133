// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rumours.h"

#include "tests/support/integrationdatabase.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

Rumours::Rumours(quint32 seed, const QList<Process>& processes, const QDateTime& from, const QDateTime& to)
    : m_random(seed)
    , m_processes(processes)
    , m_from(from)
    , m_to(to)
{ }

QList<Process> Rumours::builtInProcesses()
{
    QList<Process> processes;
    const QStringList names = QDir(u":/processes"_s).entryList();
    for (const QString& name : names) {
        QFile file(u":/processes/"_s + name);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        if (const auto process = parseProcess(file.readAll()))
            processes.append(process.value());
    }
    return processes;
}

QList<Channel> Rumours::channels()
{
    return {{u"web"_s, {}, u"ship_to_home"_s, {}}, {u"market"_s, {}, u"marketplace"_s, {}},
        {u"till"_s, {}, u"store_sale"_s, {}}, {u"pickup"_s, {}, u"click_and_collect"_s, {}},
        {u"sparse"_s, {}, u"ship_to_home"_s,
            QStringList{u"order_captured"_s, u"payment_authorization"_s, u"shipment_confirmation"_s,
                u"delivery_confirmation"_s, u"refund_issued"_s, u"credit_memo_posted"_s}},
        {u"thin"_s, {}, u"marketplace"_s,
            QStringList{u"acceptance"_s, u"shipment_confirmation"_s, u"settlement_posting"_s}},
        {u"mute"_s, {}, u"ship_to_home"_s, QStringList()}};
}

QByteArray Rumours::definitionOf(const Channel& channel)
{
    QJsonObject definition{{u"channel"_s, channel.code}, {u"process"_s, channel.process}};
    if (channel.supplies)
        definition.insert(u"supplies"_s, QJsonArray::fromStringList(*channel.supplies));
    return QJsonDocument(definition).toJson();
}

void Rumours::putChannels(IntegrationDatabase& database)
{
    for (const Channel& channel : channels())
        database.putChannel(definitionOf(channel));
}

QList<TestEvent> Rumours::events(int orders)
{
    QList<TestEvent> all;
    for (int i = 0; i < orders; ++i) {
        m_key = u"R-%1"_s.arg(i);
        tell(all);
    }
    return all;
}

const Process& Rumours::process(const QString& name) const
{
    return *std::find_if(m_processes.cbegin(), m_processes.cend(), [&](const Process& p) { return p.name == name; });
}

QJsonObject Rumours::orderAttributes(const QString& channel)
{
    QJsonObject order{{u"channel"_s, channel}, {u"number"_s, QString::number(m_random.bounded(1000))}};
    if (chance(8))
        order.insert(u"process"_s, u"click_and_collect"_s);
    if (chance(80))
        addAmount(order);
    if (chance(60))
        order.insert(u"promisedAt"_s, m_now.addSecs(m_random.bounded(10 * 86400)).toString(Qt::ISODate));
    if (chance(15))
        order.insert(u"placedAt"_s, m_now.addSecs(m_random.bounded(-7200, 7200)).toString(Qt::ISODate));
    return order;
}

void Rumours::tell(QList<TestEvent>& all)
{
    m_now = m_from.addSecs(m_random.bounded(static_cast<int>(m_from.secsTo(m_to))));
    static const QList<std::pair<QString, QString>> known{{u"web"_s, u"ship_to_home"_s},
        {u"market"_s, u"marketplace"_s}, {u"till"_s, u"store_sale"_s}, {u"pickup"_s, u"click_and_collect"_s},
        {u"sparse"_s, u"ship_to_home"_s}, {u"thin"_s, u"marketplace"_s}, {u"mute"_s, u"ship_to_home"_s},
        {u"fresh"_s, u"ship_to_home"_s}};
    const auto [channel, name] = any(known);
    m_captured = chance(90) ? QJsonObject{{u"order"_s, orderAttributes(channel)}} : QJsonObject();

    const QStringList shipments = scopes(u"shipment/"_s);
    const QStringList payments = scopes(u"payment/"_s);
    const QDateTime start = m_now;
    m_reach = chance(40) ? 100 : m_random.bounded(20, 95);
    for (const ProcessStep& step : process(name).steps) {
        const QStringList own = step.scope == u"shipment"_s ? shipments
            : step.scope == u"payment"_s                    ? payments
                                                            : QStringList{QString()};
        for (const QString& scope : own)
            tellStep(step.step, scope, all);
    }
    for (const QString& prefix : {u"return/R"_s, u"refund/F"_s}) {
        for (int i = 1; chance(14); ++i) {
            for (const ProcessStep& step : process(u"return"_s).steps)
                tellStep(step.step, prefix + QString::number(i), all);
        }
    }
    while (chance(7)) {
        const ProcessStep stranger = any(any(m_processes).steps);
        tellStep(stranger.step, stranger.scope == u"order"_s ? QString() : QString(stranger.scope + u"/1"_s), all);
    }
    while (chance(8))
        say(u"cancelled"_s, {}, start.addSecs(m_random.bounded(5 * 86400)), {}, all);
    while (chance(35))
        change(start.addSecs(m_random.bounded(20 * 86400)), all);
    if (chance(5))
        say(u"changed"_s, {}, start.addSecs(-3600), {}, all);
}

QStringList Rumours::scopes(const QString& prefix)
{
    switch (m_random.bounded(6)) {
    case 0:
        return {QString()};
    case 1:
        return {prefix + u'1', prefix + u'2'};
    case 2:
        return {QString(), prefix + u'1'};
    default:
        return {prefix + u'1'};
    }
}

void Rumours::addAmount(QJsonObject& order)
{
    static const QList<std::pair<QString, QString>> amounts{{u"EUR"_s, u"139.94"_s}, {u"BRL"_s, u"99.9"_s},
        {u"JPY"_s, u"1500"_s}, {u"KWD"_s, u"1.234"_s}, {u"EUR"_s, u"0"_s}, {u"CLF"_s, u"99.9"_s}};
    const auto [currency, total] = any(amounts);
    order.insert(u"currency"_s, currency);
    order.insert(u"total"_s, total);
}

void Rumours::tellStep(const QString& step, const QString& scope, QList<TestEvent>& all)
{
    if (!chance(m_reach))
        return;
    if (!chance(20)) // else a tie
        m_now = m_now.addSecs(chance(85) ? m_random.bounded(90 * 60) : m_random.bounded(-2 * 86400, 6 * 86400));
    QStringList outcomes{QString()};
    if (chance(30)) {
        static const QStringList odd{
            u""_s, u".started"_s, u".failed"_s, u".skipped"_s, u".unknown"_s, u".reversed"_s, u".completed"_s};
        outcomes.clear();
        do
            outcomes.append(any(odd));
        while (chance(45));
    }
    for (const QString& outcome : std::as_const(outcomes)) {
        say(step + outcome, scope, m_now, step == u"order_captured"_s && outcome.isEmpty() ? m_captured : documents(),
            all);
        if (chance(3)) { // once more under the same name, at another time
            TestEvent again = all.constLast();
            again.time = again.time.addSecs(-m_random.bounded(1, 3600));
            all.append(again);
        }
        if (chance(20) && m_captured.contains(u"order"_s)) { // the next capture tells of another amount
            QJsonObject order = m_captured.value(u"order"_s).toObject();
            addAmount(order);
            m_captured.insert(u"order"_s, order);
        }
        if (chance(60))
            m_now = m_now.addSecs(m_random.bounded(3600));
    }
}

QJsonObject Rumours::documents()
{
    if (!chance(15))
        return {};
    QJsonObject data;
    if (chance(60))
        data.insert(u"refs"_s,
            QJsonArray{QJsonObject{{u"system"_s, u"erp"_s}, {u"type"_s, u"doc"_s},
                {u"id"_s, QString(u"D-"_s + QString::number(m_random.bounded(30)))}}});
    if (chance(60))
        data.insert(u"lines"_s,
            QJsonArray{QJsonObject{{u"line"_s, QString::number(m_random.bounded(3))},
                {u"sku"_s, QString::number(m_random.bounded(1000))}}});
    return data;
}

void Rumours::change(const QDateTime& time, QList<TestEvent>& all)
{
    QJsonObject order;
    if (chance(40))
        order.insert(u"customer"_s, any(QStringList{u"anna@example.org"_s, u"bert@example.org"_s}));
    if (chance(30))
        addAmount(order);
    if (chance(20))
        order.insert(u"currency"_s, order.contains(u"total"_s) ? order.value(u"currency"_s) : QJsonValue(u"USD"_s));
    if (chance(30))
        order.insert(u"promisedAt"_s, time.addSecs(m_random.bounded(86400)).toString(Qt::ISODate));
    if (chance(8))
        order.insert(u"channel"_s, any(QStringList{u"web"_s, u"thin"_s}));
    if (chance(20))
        order.insert(u"number"_s, QString::number(m_random.bounded(1000)));
    if (chance(5))
        order.insert(u"placedAt"_s, time.addSecs(-86400).toString(Qt::ISODate));
    say(u"changed"_s, {}, time, {{u"order"_s, order}}, all);
    if (chance(20))
        say(u"changed"_s, {}, time, {{u"order"_s, QJsonObject{{u"number"_s, u"tie"_s}}}}, all);
}

void Rumours::say(
    const QString& what, const QString& scope, const QDateTime& time, const QJsonObject& data, QList<TestEvent>& all)
{
    TestEvent event{m_key, what, m_latest.isValid() ? std::min(time, m_latest) : time, scope, data};
    event.source = any(QStringList{u"/erp"_s, u"/erp/eu"_s, u"/shop"_s});
    event.id = QString::number(m_random.generate(), 36) + u'-' + QString::number(all.size());
    all.append(event);
}
