// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/commandcontext.h"
#include "models/domain/exceptionsource.h"

#include <QCoreApplication>

#include <optional>

/// The exceptions that were named on the command line, by their queue and by a filter.
class QueueQuestion
{
    Q_DECLARE_TR_FUNCTIONS(QueueQuestion)

public:
    static constexpr qsizetype mostMatching = 10'000;

    /// As on the command line.
    struct Words
    {
        QString queue;
        QString view; ///< saved; empty: none
        QStringList filter;
        ProblemOrder order = {};
    };
    /// What is asked for, the saved view's part included; nothing when that cannot be told: `why` is the exit code
    /// then, and the reason is shown.
    static std::optional<ExceptionQuery> read(
        const CommandContext& context, class Store& store, const Words& words, ExitCode& why);

    /// queue: one of the fixed ones ("in_doubt"), a team, or empty for everything open.
    static Outcome<ExceptionQuery> read(ExceptionSource& source, const QString& queue, const FilterExpression& filter);
    /// Everything that matches; fails when nothing does, or more than one command takes.
    static Outcome<QList<Exception>> matching(ExceptionSource& source, ExceptionQuery query);
    /// The given exceptions in this order; fails when one of them does not exist.
    static Outcome<QList<Exception>> byIds(class PgExceptionSource& source, const QList<qint64>& ids);
};
