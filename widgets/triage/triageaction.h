// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/exception.h"

#include <QList>
#include <QString>
#include <QStringList>

/// What a person can do with the problems that are chosen.
enum class TriageAction { Take, Assign, Note, Snooze, Wake, Resolve, Replay, Verify };

/// What the buttons judge by.
struct TriageChoice
{
    QList<Exception> exceptions;
    bool everyMatch = false; ///< all that match the query are chosen, also those that are not listed
    QStringList roles; ///< the user's, as in Environment; empty: not known
};

/// The name on a button.
QString actionTitle(TriageAction action);
/// What it does, for a tool tip.
QString actionText(TriageAction action);
/// Why somebody with these roles decides nothing, as a sentence; empty: he may, or his roles are not known.
QString roleObstacle(const QStringList& roles);
/// The same of runbooks and tags, which are for support.
QString writerObstacle(const QStringList& roles);
/// Why it is not possible now, as a sentence; empty: it is. The database has the last word.
QString actionObstacle(TriageAction action, const TriageChoice& choice);
