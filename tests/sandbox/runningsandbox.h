// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/sandbox.h"
#include "tests/sandbox/estateclient.h"

#include <QTemporaryDir>

#include <optional>

/// A sandbox in this process, with a client.
class RunningSandbox
{
public:
    /// scenario is JSON without its name and title, such as R"("hold": 0.1)"; empty = nothing goes wrong.
    explicit RunningSandbox(const QByteArray& scenario = {}, const SandboxSettings& settings = {});

    EstateClient& client() { return *m_client; }
    Sandbox& sandbox() { return *m_sandbox; }
    QString url() const;
    quint64 effects() { return m_sandbox->books().ledger().size(); }
    RequestLine lastRequest();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Sandbox> m_sandbox;
    std::optional<EstateClient> m_client;
};

/// {"orderKey": ..., "scope": "order"}, with an amount in EUR when there is one.
QByteArray callBody(const QByteArray& orderKey, const QByteArray& amount = {}, const QByteArray& scope = "order");

/// A whole scenario around its parts, which are JSON.
QByteArray scenarioJson(const QByteArray& parts);
