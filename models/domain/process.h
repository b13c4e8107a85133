// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/outcome.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

/// One step of a lifecycle process: who owes it, what must be reached before, and by when.
struct ProcessStep
{
    QString step; ///< name, unique within the process
    QString title; ///< business words, as in the definition (English); the console translates the known ones
    /// kind of system that owes it: shop, pos, psp, fraud, inventory, erp, wms, carrier, finance, crm, ...
    QString system;
    QString scope; ///< kind of thing it is about: order, shipment, payment, return
    QString axis; ///< sync, fulfilment, money or return
    QStringList after; ///< predecessors
    QString target; ///< ISO 8601 duration ("PT15M"), "promise" (due at the promised time), or empty: no target
    QString warn; ///< ISO 8601 duration after eligible; empty = the last 20 % of the target
    QString calendar; ///< business calendar that the clock runs in
    QString reached; ///< state that its axis shows once this is reached, or empty
    bool mayPrecede = false; ///< reaching it before its predecessors is legal
    bool supplied = true; ///< false: in this channel no source supplies evidence (state unknown)
    bool goods = false; ///< handles goods: not owed for a refund without a return

    friend bool operator==(const ProcessStep&, const ProcessStep&) = default;
};

/// A versioned lifecycle template: a directed acyclic graph of steps. An order keeps the version that it started with.
struct Process
{
    QString name;
    int version = 0;
    QString title;
    QDateTime validFrom;
    QList<ProcessStep> steps; ///< in an order in which every predecessor comes first

    const ProcessStep* find(const QString& step) const;
    friend bool operator==(const Process&, const Process&) = default;
};

/// Reads one process file and checks it: first against the JSON schema (resources/schemas/process.schema.json), then
/// what a schema cannot say: unique steps, known predecessors, no cycle. Every problem names its place as a JSON
/// pointer
/// ("/steps/3/after/0: there is no step \"fraud\""), one per line in Error::text. The steps come back in topological
/// order; where the graph leaves a choice, in the order of the file.
Outcome<Process> parseProcess(const QByteArray& json);

/// The same checks, for installing: the definition itself, its steps in topological order.
Outcome<QByteArray> processDefinition(const QByteArray& json);

/// When work counts: opening hours per weekday in a time zone, with dated exceptions.
struct BusinessCalendar
{
    struct Exception
    {
        QString date; ///< ISO date
        QStringList open; ///< "08:00-18:00", ...; empty = closed all day
        QString note;
        friend bool operator==(const Exception&, const Exception&) = default;
    };
    QString name;
    QString title;
    QString zone; ///< IANA name
    QList<QStringList> week; ///< seven lists of "HH:MM-HH:MM", Monday first; "24:00" ends a day
    QList<Exception> exceptions;

    friend bool operator==(const BusinessCalendar&, const BusinessCalendar&) = default;
};

/// A sales channel: which process its orders follow and which steps have a source of evidence there.
struct Channel
{
    QString code;
    QString title;
    QString process;
    std::optional<QStringList> supplies; ///< steps with a source of evidence; nothing = all
    qint64 orders = 0; ///< how many there are, estimated
    bool described = true; ///< false: an event named it, and nobody has said what is expected of it

    bool hasEvidence(const QString& step) const { return !supplies || supplies->contains(step); }

    friend bool operator==(const Channel&, const Channel&) = default;
};
