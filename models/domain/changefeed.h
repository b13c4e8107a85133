// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/outcome.h"

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QString>

/// What we are connected to, as the window's head and status show it. No secret is in here.
struct Environment
{
    QString name; ///< such as "Production"; from the database, else its name
    QString kind; ///< production, staging, test, demo or bundle: decides the colour
    QString database;
    QString host; ///< empty for a Unix socket
    QString user;
    QStringList roles; ///< our group roles that the user has: viewer, support, ...
    QString serverVersion;
    int schemaVersion = 0;
    QDateTime bundleAsOf = {}; ///< of an incident bundle: when its data was read; null: it is none

    friend bool operator==(const Environment&, const Environment&) = default;
};

/// Tells what has changed in the database and whether we can still see it. Lives on the GUI thread; works on its own.
/// Reconnects by itself; after each (re)connection everything() is emitted once, since changes may have been missed.
class ChangeFeed : public QObject
{
    Q_OBJECT
public:
    enum class State { Connecting, Live, Lost };
    Q_ENUM(State)

    using QObject::QObject;

    virtual State state() const = 0;
    /// When the server was last heard (server answered), UTC; null before the first answer.
    virtual QDateTime lastContact() const = 0;
    /// Why the connection is lost; empty text when it is not.
    virtual Error lastError() const = 0;
    virtual Environment environment() const = 0;
    /// Try now instead of at the next turn.
    virtual void retryNow() = 0;

Q_SIGNALS:
    void stateChanged();
    void contacted(); ///< the server answered: lastContact() moved
    void everything(); ///< read again whatever is shown
    void ordersChanged(const QList<qint64>& ids); ///< these orders were written; new ones included
    void exceptionsChanged(); ///< exceptions or operations were written
};
