// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/process.h"
#include "tests/support/testevent.h"

#include <QList>
#include <QRandomGenerator>

class IntegrationDatabase;

/// Makes up what systems say of orders: mostly in order, sometimes early, late, twice, contradictory or about nothing.
/// The same seed tells the same. Channels: web, market, till, pickup, sparse, thin, mute and fresh.
class Rumours
{
public:
    /// Orders are placed in [from, to).
    Rumours(quint32 seed, const QList<Process>& processes, const QDateTime& from, const QDateTime& to);

    /// No event is later than this.
    void setLatest(const QDateTime& latest) { m_latest = latest; }
    /// Orders, ...
    QList<TestEvent> events(int orders);

    QRandomGenerator& random() { return m_random; }
    bool chance(int percent) { return m_random.bounded(100) < percent; }

    static QList<Process> builtInProcesses();
    /// The channels that have to be put before: all but fresh.
    static QList<Channel> channels();
    static QByteArray definitionOf(const Channel& channel);
    static void putChannels(IntegrationDatabase& database);

private:
    template<typename List>
    auto any(const List& list)
    {
        return list.at(m_random.bounded(static_cast<int>(list.size())));
    }
    const Process& process(const QString& name) const;
    void tell(QList<TestEvent>& all);
    QJsonObject orderAttributes(const QString& channel);
    QStringList scopes(const QString& prefix);
    void addAmount(QJsonObject& order);
    void tellStep(const QString& step, const QString& scope, QList<TestEvent>& all);
    QJsonObject documents();
    void change(const QDateTime& time, QList<TestEvent>& all);
    void say(const QString& what, const QString& scope, const QDateTime& time, const QJsonObject& data,
        QList<TestEvent>& all);

    QRandomGenerator m_random;
    QList<Process> m_processes;
    QDateTime m_from;
    QDateTime m_to;
    QDateTime m_latest;
    QString m_key;
    QDateTime m_now;
    QJsonObject m_captured;
    int m_reach = 100;
};
