// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/commandcontext.h"
#include "models/domain/filterexpression.h"
#include "models/domain/operationgateway.h"

#include <QCoreApplication>

#include <chrono>

class PgExceptionSource;

/// signalboxctl take, assign, release, note, snooze, wake, resolve: one action on one or many exceptions.
class ActionCommand
{
    Q_DECLARE_TR_FUNCTIONS(ActionCommand)

public:
    struct Options
    {
        ExceptionAction action = ExceptionAction::Take;
        QList<qint64> ids; ///< of exceptions; or by the two below
        std::optional<QString> matching; ///< a filter
        QString queue;
        bool yes = false; ///< what a filter finds is not asked about
        QString owner;
        QString text;
        QString until; ///< Snooze: a time
        QString duration; ///< Snooze: instead of a time
        QString resolution;
        QString reason;
        QString evidence;
    };

    ActionCommand(const CommandContext& context, Options options);
    ExitCode run();

    /// "90m", "4h", "2d"
    static std::optional<std::chrono::seconds> durationFromText(const QString& text);

private:
    /// What is wrong with the options is said, and there are no details.
    std::optional<ActionDetails> details() const;
    /// Says what is wrong with how the exceptions are named, or nothing is chosen.
    bool isSound();
    Outcome<QList<Exception>> exceptions(PgExceptionSource& source) const;
    ExitCode report(const QList<ActionResult>& results) const;

    const CommandContext& m_context;
    Options m_options;
    FilterExpression m_filter; ///< of `matching`
};
