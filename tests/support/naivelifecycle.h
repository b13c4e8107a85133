// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/process.h"
#include "tests/support/referencecalendar.h"
#include "tests/support/testevent.h"

#include <QHash>
#include <QMap>
#include <QSet>

#include <map>

class IntegrationDatabase;

/// The rules by which events become milestones and the state of an order, once more: one order at a time, naively, and
/// with nothing in common with the SQL that it is compared with.
class NaiveLifecycle
{
public:
    void addProcess(const Process& process) { m_processes.append(process); }
    void addChannel(const Channel& channel) { m_channels.insert(channel.code, channel); }
    void addCalendar(const QString& name, const ReferenceCalendar& calendar) { m_calendars.emplace(name, calendar); }

    /// The orders that the events speak of, by key, each as one line for itself and one for each of its milestones.
    QMap<QString, QStringList> derive(const QList<TestEvent>& events) const;
    /// What a database holds, in the same words.
    static QMap<QString, QStringList> stored(IntegrationDatabase& database);

private:
    struct Fact;
    struct Node;
    struct Attributes;
    struct Summary;
    using Nodes = QList<Node>;

    QStringList deriveOrder(const QString& key, const QList<TestEvent>& events) const;
    static Attributes attributes(const QString& key, const QList<TestEvent>& events);
    QMap<std::pair<QString, QString>, Fact> facts(const QList<TestEvent>& events) const;
    const Process* processOf(const Attributes& order) const;
    QString scopeKind(const QString& step) const;
    void place(Nodes& nodes, const Process& process, bool isReturn,
        const QMap<std::pair<QString, QString>, Fact>& facts, const Channel& channel) const;
    static QStringList effectivePredecessors(const Process& process, const ProcessStep& step, const Channel& channel);
    void clock(Nodes& nodes, const Attributes& order) const;
    static void judge(Node& node, const Attributes& order);
    void setDue(Node& node, const Attributes& order) const;
    static QString describe(const Node& node);
    static QStringList describe(const Attributes& order, const Process* process, const Nodes& nodes);

    QList<Process> m_processes;
    QHash<QString, Channel> m_channels;
    std::map<QString, ReferenceCalendar> m_calendars;
};
