// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/exception.h"
#include "models/store/queryrunner.h"

#include <QByteArray>
#include <QList>
#include <QMap>

#include <optional>

/// A flow and one of the targets that its messages go to, or have gone to.
struct FlowStatus
{
    QString flow;
    QString title;
    QString target;
    QString team;
    QString step; ///< empty: by hand only
    EffectClass effectClass = EffectClass::Create;
    bool enabled = true;
    QString breaker; ///< closed, open, half_open
    QString breakerReason;
    QDateTime breakerUntil; ///< null: closed
    QMap<QString, qint64> counts; ///< messages by status; statuses without any are left out
};

struct FlowOverview
{
    QList<FlowStatus> flows;
    /// Since when the delivered and cancelled messages that are counted were made: those before are too many to count
    /// at every look. Null: all are counted. Messages that are not done are always counted, whatever their age.
    QDateTime doneSince;
};

/// What administrators see and set of delivery, on the calling thread: flows, targets, the channels whose orders they
/// are for, and whether the audit trail holds.
class DeliveryBook
{
public:
    explicit DeliveryBook(QueryRunner& runner)
        : m_runner(runner)
    { }

    static constexpr qint64 newestMessages = 100'000;
    /// Of the delivered and cancelled messages only those among the newest so many ones are counted.
    Outcome<FlowOverview> flows(qint64 newest = newestMessages);
    enum class Kind { Target, Flow, Channel, MasterRecord, Limit };
    /// Installs or changes what these JSON objects define; all of them or none. Returns how many. Limits replace those
    /// that there are.
    Outcome<qsizetype> put(Kind kind, const QList<QByteArray>& definitions);

    struct Audit
    {
        qint64 entries = 0;
        std::optional<qint64> brokenAt; ///< the first entry that does not follow from the one before
    };
    Outcome<Audit> verifyAudit();

private:
    QueryRunner& m_runner;
};
