// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/commandcontext.h"
#include "models/store/ingestor.h"

#include <QList>

/// signalboxctl rebuild: derives the state of every order again from its events, and says where that gave something
/// else.
class RebuildCommand
{
    Q_DECLARE_TR_FUNCTIONS(RebuildCommand)

public:
    explicit RebuildCommand(const CommandContext& context);
    ExitCode run();

private:
    std::optional<Error> rebuild(Store& store);
    void print(double seconds) const;
    void printJson(double seconds) const;
    static QString inWords(const RebuildDifference& difference);

    const CommandContext& m_context;
    qint64 m_orders = 0;
    qint64 m_differenceCount = 0;
    QList<RebuildDifference> m_differences; ///< the first ones
};
