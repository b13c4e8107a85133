// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/relay/relay.h"
#include "app/sandbox/reconciliation.h"
#include "app/sandbox/sandbox.h"
#include "tests/support/testserver.h"

#include <QJsonObject>
#include <QTemporaryDir>

#include <memory>
#include <vector>

/// A target of the same name as the system of the estate at this address, and a flow to it; what is given replaces or
/// adds to settings that fit a test: short waits, many tries.
void putFlow(const ConnectionSettings& database, const QString& estate, const QString& code, const QString& path,
    const QJsonObject& target = {}, const QJsonObject& flow = {});

/// A simulated estate, a database and relays, in this process.
class TestEstate
{
public:
    /// scenario: JSON without its name and title; empty: nothing goes wrong.
    TestEstate(TestServer& server, quint32 seed, const QByteArray& scenario = {});
    ~TestEstate();

    const ConnectionSettings& database() const { return m_database; }
    QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_sandbox->port()); }
    /// All that came in so far.
    std::vector<RequestLine> requests() const { return m_sandbox->books().requests().page(0, 1'000'000).lines; }

    /// path: "/erp/sales-orders".
    void putFlow(
        const QString& code, const QString& path, const QJsonObject& target = {}, const QJsonObject& flow = {});
    /// Messages "flow/key/number" with an amount, the first of every key first.
    void submit(const QString& flow, int keys, int each);
    void startRelays(int count);
    int undelivered() const;
    /// The estate's ledger and the database.
    Outcome<Reconciliation> compared() const;

private:
    const ConnectionSettings m_database;
    QTemporaryDir m_folder;
    std::unique_ptr<Sandbox> m_sandbox;
    std::vector<std::unique_ptr<Relay>> m_relays;
};
