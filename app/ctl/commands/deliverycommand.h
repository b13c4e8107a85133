// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/commandcontext.h"
#include "models/store/deliverybook.h"

#include <QCoreApplication>

/// signalboxctl flows, audit verify, and put for flows, targets, channels and master data: what delivers, how it is set
/// up, and whether the audit trail holds.
class DeliveryCommand
{
    Q_DECLARE_TR_FUNCTIONS(DeliveryCommand)

public:
    explicit DeliveryCommand(const CommandContext& context);

    ExitCode flows();
    /// From a file, or - for the standard input.
    ExitCode put(DeliveryBook::Kind kind, const QString& path);
    ExitCode verifyAudit();

private:
    void printFlows(const FlowOverview& overview) const;
    void printFlowsJson(const FlowOverview& overview) const;

    const CommandContext& m_context;
};
