// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

#include <algorithm>
#include <utility>

/// A small table that is fully loaded and takes each new answer by key: rows that stay keep their place, selection and
/// focus; only what differs is signalled. `Row` is a plain value with `key()` and `operator==`. Lives on the GUI
/// thread.
template<typename Row>
class KeyedTableModel : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }

    const QList<Row>& rows() const { return m_rows; }
    const Row& row(int row) const { return m_rows.at(row); }

    /// The row of a key, or -1.
    int rowOf(const QString& key) const
    {
        const auto at = std::find_if(m_rows.begin(), m_rows.end(), [&key](const Row& row) { return row.key() == key; });
        return at == m_rows.end() ? -1 : int(at - m_rows.begin());
    }

protected:
    void merge(QList<Row> rows)
    {
        if (!sameOrder(rows)) {
            beginResetModel(); // the question has changed, not the answer
            m_rows = std::move(rows);
            endResetModel();
            return;
        }
        removeAllBut(keysOf(rows));
        for (int at = 0; at < int(rows.size()); ++at)
            take(at, std::move(rows[at]));
    }

    QList<Row> m_rows;

private:
    static QSet<QString> keysOf(const QList<Row>& rows)
    {
        QSet<QString> keys;
        for (const Row& row : rows)
            keys.insert(row.key());
        return keys;
    }

    /// Whether the rows that stay come in the order that they have, and no key comes twice.
    bool sameOrder(const QList<Row>& rows) const
    {
        QHash<QString, int> place;
        for (int at = 0; at < int(rows.size()); ++at)
            place.insert(rows.at(at).key(), at);
        if (place.size() != rows.size())
            return false;
        int last = -1;
        for (const Row& row : m_rows) {
            const int at = place.value(row.key(), -1);
            if (at < 0)
                continue;
            if (at <= last)
                return false;
            last = at;
        }
        return true;
    }

    void removeAllBut(const QSet<QString>& keys)
    {
        for (int at = int(m_rows.size()) - 1; at >= 0; --at) {
            if (keys.contains(m_rows.at(at).key()))
                continue;
            beginRemoveRows({}, at, at);
            m_rows.removeAt(at);
            endRemoveRows();
        }
    }

    void take(int at, Row row)
    {
        if (at < int(m_rows.size()) && m_rows.at(at).key() == row.key()) {
            if (m_rows.at(at) == row)
                return;
            m_rows[at] = std::move(row);
            Q_EMIT dataChanged(index(at, 0), index(at, columnCount() - 1));
            return;
        }
        beginInsertRows({}, at, at);
        m_rows.insert(at, std::move(row));
        endInsertRows();
    }
};
