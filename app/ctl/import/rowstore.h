// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/import/mapping.h"
#include "app/ctl/import/row.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

/// The rows of all tables that are joined to the orders, found by their key.
class RowStore
{
public:
    explicit RowStore(const Mapping& mapping);

    void add(int table, Row row);
    /// A row was set aside, so what is there of its key is not all.
    void addMissing(int table, const Row& unchecked);
    void clear(int table);

    const Row* first(int table, const QString& key) const;
    QList<const Row*> all(int table, const QString& key) const;
    bool isComplete(int table, const QString& key) const { return !m_tables.at(table).incomplete.contains(key); }
    const QList<Row>& rows(int table) const { return m_tables.at(table).rows; }

private:
    struct Table
    {
        QList<Row> rows;
        QHash<QString, QList<qsizetype>> byKey;
        QSet<QString> incomplete;
    };
    const Mapping& m_mapping;
    QList<Table> m_tables;
};

/// What belongs to one order: its own row, the rows joined to it, and optionally the one joined row that is at hand.
class RowContext
{
public:
    RowContext(const Mapping& mapping, const RowStore& store, const Row& order);

    /// The same with a row of a joined table at hand.
    RowContext at(int table, const Row& row) const;

    /// All rows of the table that belong to the order; for the orders' own table its one row.
    QList<const Row*> rowsOf(int table) const;
    const Cell* cell(const ColumnRef& ref) const;
    bool isEmpty(const ColumnRef& ref) const;
    QString text(const TextTemplate& source) const;
    bool holds(const RowCondition& condition) const;
    /// The row that is at hand: that of at(), else the order's own.
    const Row& current() const { return m_row != nullptr ? *m_row : *m_order; }
    /// Whether no row was set aside that would belong to the order by this table, or by one between them.
    bool isComplete(int table) const;
    /// Nothing when there is no row with a value; the sum when all went well. `overflow` says it did not.
    std::optional<Decimal> amount(const AmountRule& rule, bool& overflow) const;

    /// The order's row, the one at hand, or the first that is joined to it; nullptr: there is none.
    const Row* rowOf(int table) const;

private:
    const Mapping& m_mapping;
    const RowStore& m_store;
    const Row* m_order;
    const Row* m_row = nullptr;
    int m_table = -1;
};
