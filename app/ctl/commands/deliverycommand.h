// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/commandcontext.h"

#include <QCoreApplication>

struct FlowStatus;

/// signalboxctl flows, flow put, target put, channel put, audit verify: what delivers, how it is set up, and whether
/// the audit trail holds.
class DeliveryCommand
{
    Q_DECLARE_TR_FUNCTIONS(DeliveryCommand)

public:
    explicit DeliveryCommand(const CommandContext& context);

    ExitCode flows();
    ExitCode putFlows(const QString& path);
    ExitCode putTargets(const QString& path);
    ExitCode putChannels(const QString& path);
    ExitCode verifyAudit();

private:
    /// One object or an array of them.
    Outcome<QList<QByteArray>> definitions(const QString& path) const;
    void printFlows(const QList<FlowStatus>& flows) const;
    void printFlowsJson(const QList<FlowStatus>& flows) const;
    ExitCode reportPut(const Outcome<qsizetype>& count, const char* what) const;

    const CommandContext& m_context;
};
