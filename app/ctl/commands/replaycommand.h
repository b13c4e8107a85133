// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/commandcontext.h"
#include "models/domain/filterexpression.h"
#include "models/domain/operation.h"

#include <QCoreApplication>

class OperationGateway;
class PgExceptionSource;

/// signalboxctl replay: plans, asks, starts and follows a replay of one or many exceptions. And signalboxctl verify:
/// the targets are asked whether they have them, and nothing is sent.
class ReplayCommand
{
    Q_DECLARE_TR_FUNCTIONS(ReplayCommand)

public:
    struct Options
    {
        OperationKind kind = OperationKind::Replay;
        QList<qint64> ids; ///< of exceptions; or by the three below
        std::optional<QString> matching; ///< a filter
        QString queue;
        qint64 group = 0; ///< 0: any
        QStringList classes;
        QString reason;
        bool dryRun = false;
        bool yes = false;
        bool wait = false;
        QList<int> ramp; ///< stages in per cent; empty: as the database is set
        double rate = 0;
        QString startAt;
        std::optional<int> stopShare;
    };

    ReplayCommand(const CommandContext& context, Options options);
    ExitCode run();

private:
    /// Says what is wrong with the options.
    bool isSound();
    Outcome<QList<qint64>> transactions(PgExceptionSource& source) const;
    qint64 chosen(const Operation& operation) const;
    /// Why somebody else has to approve it; empty: nobody has to.
    QStringList approvalReasons(const Operation& operation) const;
    void printPlan(const Operation& operation) const;
    /// Asks on the terminal when --yes did not answer already.
    bool mayStart(const Operation& operation) const;
    bool asks() const { return m_options.kind == OperationKind::Verify; }
    bool isGood(const Operation& operation) const;
    static QString startText(const Operation& operation);
    ExitCode carryOut(OperationGateway& gateway, const Operation& preview);
    /// Until every item has come to its end, or the person goes away.
    Outcome<Operation> follow(OperationGateway& gateway, Operation operation) const;
    ExitCode report(OperationGateway& gateway, const Operation& operation) const;

    const CommandContext& m_context;
    Options m_options;
    FilterExpression m_filter; ///< of `matching`
    ReplayOptions m_replay; ///< how it is started
};
