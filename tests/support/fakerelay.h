// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/integrationdatabase.h"

#include <QJsonObject>
#include <QMap>

/// A message that a relay holds.
struct Claimed
{
    qint64 id = 0;
    int number = 0;
    QString flow;
    QString businessKey;
    QString idempotencyKey;
    bool verify = false;
    QString content;
    bool askOnly = false;
    QString question; ///< JSON; null: nothing but the key
};

/// What came of a try, as integration.finish takes it.
struct TryEnd
{
    qint64 id = 0;
    int number = 0;
    QJsonObject fields; ///< beside id, number and times

    static TryEnd delivered(const Claimed& claimed, const QString& reference = {});
    static TryEnd found(const Claimed& claimed, const QString& reference = {});
    /// It was asked only, and does not have it.
    static TryEnd absent(const Claimed& claimed);
    /// It was asked, and has something else.
    static TryEnd conflict(const Claimed& claimed);
    static TryEnd released(const Claimed& claimed);
    /// errorClass, effect and retry as the classifier spells them.
    static TryEnd failed(const Claimed& claimed, const QString& errorClass, const QString& effect, const QString& retry,
        const QString& code = QStringLiteral("E1"));
    /// The connection was refused.
    static TryEnd refused(const Claimed& claimed);
    /// It was sent, and there was no answer.
    static TryEnd timedOut(const Claimed& claimed);
    /// The target does not want it, now or later.
    static TryEnd rejected(const Claimed& claimed, const QString& code = QStringLiteral("E1"));
    /// The look at the target failed.
    TryEnd whileLooking() const;
};

/// The relays' protocol without HTTP, over a connection of its own.
class FakeRelay
{
public:
    FakeRelay(const ConnectionSettings& settings, const QString& name)
        : m_database(settings)
        , m_name(name)
    { }

    IntegrationDatabase& database() { return m_database; }
    const QString& name() const { return m_name; }

    /// Hands over what may go of the operations that run, in portions of at most so many; returns how many it dealt
    /// with.
    int handOver(int most = 1000);
    /// After handing over.
    QList<Claimed> claim(int count = 100, const QString& target = QStringLiteral("erp"));
    QList<qint64> sending(const QList<Claimed>& claimed);
    /// The messages that were still this relay's, with their new status.
    QMap<qint64, QString> finish(const QList<TryEnd>& ends);
    int recover() { return m_database.value(QStringLiteral("SELECT integration.recover()")).toInt(); }

private:
    IntegrationDatabase m_database;
    QString m_name;
};

/// A target "erp" and a flow "erp.post" to it; what is given replaces or adds to plain settings.
void putErp(IntegrationDatabase& database, const QJsonObject& target = {}, const QJsonObject& flow = {});
/// A message of a flow by hand; the idempotency key is "key/name".
qint64 submit(IntegrationDatabase& database, const QString& key, const QString& name,
    const QString& flow = QStringLiteral("erp.post"));
/// Waits become past, as if a day had gone by: leases, due times, breakers.
void letTimePass(IntegrationDatabase& database);
