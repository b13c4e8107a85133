// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/connectionsettings.h"
#include "models/store/ingestor.h"
#include "tests/support/testevent.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <memory>

class Session;

/// An integration database as a test talks to it, over one connection of its own. Whatever the server refuses is thrown
/// as std::exception.
class IntegrationDatabase
{
public:
    explicit IntegrationDatabase(const ConnectionSettings& settings);
    ~IntegrationDatabase();

    const ConnectionSettings& settings() const { return m_settings; }

    IngestCounts ingest(const QByteArray& batch);
    IngestCounts ingest(const QList<TestEvent>& events);
    void putCalendar(const QByteArray& definition);
    void putChannel(const QByteArray& definition);
    int installProcess(const QByteArray& definition);
    /// All differences that deriving everything again finds, as "order: what".
    QStringList rebuild(int ordersAtOnce = 1000);

    void run(const QString& sql);
    /// All rows as text; NULL is a null string.
    QList<QStringList> rows(const QString& sql, const QStringList& args = {});
    /// The first column of the first row.
    QString value(const QString& sql, const QStringList& args = {});
    /// The SQLSTATE with which a statement is refused; empty when it is not.
    QString refusal(const QString& sql);

private:
    ConnectionSettings m_settings;
    std::unique_ptr<Session> m_session;
};
