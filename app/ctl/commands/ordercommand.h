// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/commandcontext.h"
#include "models/domain/ordersource.h"

#include <QString>

/// signalboxctl order: one order with everything that is known of it.
class OrderCommand
{
    Q_DECLARE_TR_FUNCTIONS(OrderCommand)

public:
    OrderCommand(const CommandContext& context, QString number);
    ExitCode run();

private:
    /// The one order that is meant; several are listed, none is said.
    std::optional<Order> choose(const QList<Order>& found) const;
    void print(const OrderDetail& detail) const;
    QString heading(const OrderDetail& detail) const;
    QString steps(const OrderDetail& detail) const;
    QString lines(const OrderDetail& detail) const;
    QString references(const OrderDetail& detail) const;
    QString events(const OrderDetail& detail) const;

    const CommandContext& m_context;
    QString m_number;
};
