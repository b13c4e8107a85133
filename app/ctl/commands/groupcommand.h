// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/queuequestion.h"
#include "models/domain/groupgateway.h"
#include "models/domain/groupsource.h"

#include <QCoreApplication>

/// signalboxctl groups, group, merge, split and regroup: causes, and what is done to them.
class GroupCommand
{
    Q_DECLARE_TR_FUNCTIONS(GroupCommand)

public:
    struct Action
    {
        GroupAction action = GroupAction::Take;
        GroupActionDetails details;
        QString until; ///< as it was given; empty: not
        QString resolution;
    };

    explicit GroupCommand(const CommandContext& context)
        : m_context(context)
    { }

    /// The causes of a queue's problems that have all the words, and match the saved view where one is named.
    ExitCode list(const QueueQuestion::Words& words);
    ExitCode show(qint64 id);
    ExitCode act(qint64 id, Action action);
    ExitCode merge(const QList<qint64>& ids, qint64 into);
    ExitCode split(qint64 id, const QString& field, const QString& value);
    ExitCode undo(qint64 change);

private:
    void print(const GroupPage& page, const ProblemOrder& order) const;
    void print(const GroupDetail& detail) const;
    ExitCode report(const Outcome<Regrouping>& outcome, const QString& text) const;

    const CommandContext& m_context;
};
