// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/changefeed.h"
#include "models/domain/operationgateway.h"
#include "widgets/common/theme.h"

#include <QPushButton>
#include <QTimer>

/// Replays at a glance, for the window's bottom bar: "2 running · 5 in doubt · 1 waits for my approval". Follows the
/// change feed; a click leads to the operations. Hidden while there is nothing to tell.
class OperationSummary : public QPushButton
{
    Q_OBJECT
public:
    explicit OperationSummary(const Theme& theme, QWidget* parent = nullptr);

    void setSources(OperationGateway& gateway, ChangeFeed& feed);
    bool isSettled() const { return !m_reading && !m_soon.isActive(); }

private:
    void refresh();
    void show(const OperationCounts& counts);
    void dress();

    const Theme& m_theme;
    OperationGateway* m_gateway = nullptr;
    QTimer m_soon;
    bool m_reading = false;
    bool m_again = false;
    qint64 m_forMe = 0;
};
