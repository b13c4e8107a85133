// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/commandcontext.h"
#include "models/domain/ordersource.h"

#include <QStringList>

class PgOrderSource;
class TextTable;

/// signalboxctl orders: the orders that match a filter. signalboxctl breaches: those of them with a step that is open
/// and past due, the longest overdue first.
class OrdersCommand
{
    Q_DECLARE_TR_FUNCTIONS(OrdersCommand)

public:
    struct Options
    {
        QStringList filter;
        QString view; ///< a saved view whose filter counts too; empty: none
        OrderSort sort = OrderSort::PlacedAt;
        bool ascending = false;
        bool all = false;
        int limit = 50;
    };

    OrdersCommand(const CommandContext& context, Options options);

    ExitCode runOrders();
    ExitCode runBreaches();

private:
    enum class Kind { Orders, Breaches };

    ExitCode run(Kind kind);
    /// Reads and prints page by page, so that any number of orders takes the memory of one page.
    std::optional<Error> printAll(PgOrderSource& source, OrderPageRequest page, Kind kind);
    void printPage(const OrderPage& page, TextTable& table, Kind kind);
    void printPageJson(const OrderPage& page);
    void addColumns(TextTable& table, Kind kind) const;
    QStringList cells(const Order& order, Kind kind) const;
    void printEndJson(const std::optional<CappedCount>& count) const;
    void noteNone(Kind kind, bool filtered) const;
    void noteMore(const std::optional<CappedCount>& count) const;
    QString when(const QDateTime& time) const;

    const CommandContext& m_context;
    Options m_options;
    qint64 m_printed = 0;
    QDateTime m_asOf; ///< null: nothing is printed yet
    bool m_more = false;
};
