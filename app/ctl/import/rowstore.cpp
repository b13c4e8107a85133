// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/import/rowstore.h"

#include <algorithm>

RowStore::RowStore(const Mapping& mapping)
    : m_mapping(mapping)
    , m_tables(mapping.tables.size())
{ }

void RowStore::add(int table, Row row)
{
    Table& target = m_tables[table];
    const int on = m_mapping.tables.at(table).joinOn;
    target.byKey[row.cells.at(on).text].append(target.rows.size());
    target.rows.append(std::move(row));
}

void RowStore::addMissing(int table, const Row& unchecked)
{
    const int on = m_mapping.tables.at(table).joinOn;
    if (on < unchecked.cells.size()) // a record that is not even one has no cells
        m_tables[table].incomplete.insert(unchecked.cells.at(on).text);
}

void RowStore::clear(int table)
{
    m_tables[table] = {};
}

const Row* RowStore::first(int table, const QString& key) const
{
    const Table& source = m_tables.at(table);
    const auto found = source.byKey.constFind(key);
    return found == source.byKey.cend() ? nullptr : &source.rows.at(found->constFirst());
}

QList<const Row*> RowStore::all(int table, const QString& key) const
{
    QList<const Row*> result;
    const Table& source = m_tables.at(table);
    const auto found = source.byKey.constFind(key);
    if (found == source.byKey.cend())
        return result;
    for (const qsizetype number : *found)
        result.append(&source.rows.at(number));
    return result;
}

RowContext::RowContext(const Mapping& mapping, const RowStore& store, const Row& order)
    : m_mapping(mapping)
    , m_store(store)
    , m_order(&order)
{ }

RowContext RowContext::at(int table, const Row& row) const
{
    RowContext inner(*this);
    inner.m_table = table;
    inner.m_row = &row;
    return inner;
}

QList<const Row*> RowContext::rowsOf(int table) const
{
    if (table == m_mapping.mainTable)
        return {m_order};
    const MappingTable& joined = m_mapping.tables.at(table);
    QList<const Row*> result;
    for (const Row* parent : rowsOf(joined.joinWith.table)) {
        const QString& key = parent->cells.at(joined.joinWith.column).text;
        if (!key.isEmpty())
            result += m_store.all(table, key);
    }
    return result;
}

bool RowContext::isComplete(int table) const
{
    if (table == m_mapping.mainTable)
        return true;
    const ColumnRef& with = m_mapping.tables.at(table).joinWith;
    const QList<const Row*> parents = rowsOf(with.table);
    return isComplete(with.table) && std::ranges::all_of(parents, [&](const Row* parent) {
        return m_store.isComplete(table, parent->cells.at(with.column).text);
    });
}

const Row* RowContext::rowOf(int table) const
{
    if (table == m_mapping.mainTable)
        return m_order;
    if (table == m_table)
        return m_row;
    const MappingTable& joined = m_mapping.tables.at(table);
    const Row* parent = rowOf(joined.joinWith.table);
    if (parent == nullptr)
        return nullptr;
    const QString& key = parent->cells.at(joined.joinWith.column).text;
    return key.isEmpty() ? nullptr : m_store.first(table, key);
}

const Cell* RowContext::cell(const ColumnRef& ref) const
{
    const Row* row = ref.isValid() ? rowOf(ref.table) : nullptr;
    return row == nullptr ? nullptr : &row->cells.at(ref.column);
}

bool RowContext::isEmpty(const ColumnRef& ref) const
{
    const Cell* found = cell(ref);
    return found == nullptr || found->isEmpty();
}

QString RowContext::text(const TextTemplate& source) const
{
    QString result;
    for (const TextTemplate::Piece& piece : source.pieces) {
        result += piece.text;
        for (const ColumnRef& ref : piece.columns) {
            if (isEmpty(ref))
                continue;
            result += cell(ref)->text;
            break;
        }
    }
    return result;
}

bool RowContext::holds(const RowCondition& condition) const
{
    return std::all_of(condition.terms.cbegin(), condition.terms.cend(), [this](const RowCondition::Term& term) {
        const Cell* found = cell(term.column);
        return term.values.contains(found == nullptr ? QString() : found->text);
    });
}

std::optional<Decimal> RowContext::amount(const AmountRule& rule, bool& overflow) const
{
    overflow = false;
    std::optional<Decimal> sum;
    const auto add = [&sum, &overflow](const Cell& cell) {
        const auto value = cell.isEmpty() ? std::nullopt : Decimal::parse(cell.text);
        if (!value)
            return;
        const auto next = sum ? sum->plus(*value) : value;
        overflow = overflow || !next;
        sum = next ? next : sum;
    };
    for (const ColumnRef& ref : rule.columns) {
        if (rule.single) {
            if (const Cell* found = cell(ref))
                add(*found);
            continue;
        }
        for (const Row* row : rowsOf(ref.table))
            add(row->cells.at(ref.column));
    }
    return sum;
}
