// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/commandcontext.h"
#include "models/domain/operation.h"

#include <QCoreApplication>

class OperationGateway;

/// signalboxctl operations: the last ones. signalboxctl operation: one of them with its items, to pause, resume or
/// cancel it too. signalboxctl approve, reject.
class OperationCommand
{
    Q_DECLARE_TR_FUNCTIONS(OperationCommand)

public:
    explicit OperationCommand(const CommandContext& context);

    ExitCode list(int limit);
    /// control: empty, "pause", "resume" or "cancel".
    ExitCode show(qint64 id, const QString& control);

    /// Approves or rejects what somebody else asked for.
    ExitCode decide(qint64 id, bool approved, const QString& note);

private:
    void print(const Operation& operation, const QList<OperationItem>& items) const;

    const CommandContext& m_context;
};
