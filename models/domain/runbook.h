// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/outcome.h"

#include <QDateTime>
#include <QFuture>
#include <QList>
#include <QString>

/// What a team does about a kind of error, in steps, and which problems it is for.
struct Runbook
{
    static constexpr int longestTitle = 120;
    static constexpr int longestContent = 20'000;

    qint64 id = 0; ///< 0: not written yet
    int version = 0;
    QString team; ///< empty: any
    QString flow = QStringLiteral("*"); ///< pattern, '*' for any text
    QString errorClass; ///< of FailureClass, or "overdue": late though nothing has failed
    QString errorCode; ///< pattern; empty: any
    QString fingerprint; ///< of one cause only; empty: any
    QString title;
    QString content; ///< Markdown
    QString owner; ///< who keeps it right; may be empty
    QDateTime updatedAt;
    QString updatedBy;

    friend bool operator==(const Runbook&, const Runbook&) = default;
};

/// The classes of error for which there can be a runbook, in the order in which they are offered.
QStringList runbookClasses();
/// "wrong data", "late without an error". Translated.
QString runbookClassTitle(const QString& errorClass);
/// Which problems it is for: "flow order.*, wrong data, code E1, team erp". Translated.
QString runbookScope(const Runbook& runbook);

/// Runbooks of all teams. Futures finish on any thread; use whenFinished().
class Runbooks
{
public:
    virtual ~Runbooks() = default;
    /// By title.
    virtual QFuture<Outcome<QList<Runbook>>> runbooks() = 0;
    /// With an id that one, if nobody has changed it since; else the one for the same problems is replaced. Its id.
    virtual QFuture<Outcome<qint64>> put(const Runbook& runbook) = 0;
    /// If nobody has changed it since; version 0: in any case.
    virtual QFuture<Outcome<qint64>> remove(qint64 id, int version) = 0;

protected:
    Runbooks() = default;
    Runbooks(const Runbooks&) = default;
    Runbooks& operator=(const Runbooks&) = default;
};
