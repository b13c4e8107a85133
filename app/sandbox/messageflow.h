// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/outcome.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

/// Who is told what of a step, as far as the estate's past needs it: a flow of resources/flows/sandbox-flows.json.
struct MessageFlow
{
    struct Route
    {
        QStringList processes; ///< empty: all others
        QString system;
    };

    QString code;
    QString step;
    QString resource; ///< of the system
    bool hasAmount = false;
    bool evidence = true; ///< the answer says that the step is done
    std::vector<Route> routes;

    QString systemFor(const QString& process) const;
    /// As a relay calls the message: what it sends again is then known by its key.
    QString keyFor(const QString& orderKey, const QString& scope) const;
};

/// The flows that travel with the program, by step.
Outcome<QHash<QString, MessageFlow>> builtInFlows();
