// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/operation.h"
#include "models/items/keyedtablemodel.h"

#include <QLocale>

#include <array>

/// A message of an operation and the words of its cells, made once.
struct OperationItemLine
{
    OperationItem item;
    std::array<QString, 6> cells;

    QString key() const { return QString::number(item.transactionId); }
    friend bool operator==(const OperationItemLine&, const OperationItemLine&) = default;
};

/// The messages of one operation, those that did not go well first when it is opened. Later answers patch the rows
/// where they stand. Lives on the GUI thread.
class OperationItemModel final : public KeyedTableModel<OperationItemLine>
{
    Q_OBJECT
public:
    enum Column { OrderColumn, FlowColumn, PlannedColumn, StateColumn, OutcomeColumn, TimeColumn, ColumnCount };
    Q_ENUM(Column)

    using KeyedTableModel::KeyedTableModel;

    /// `fresh`: of another operation than before, so that their order counts.
    void setItems(const QList<OperationItem>& items, bool fresh, OperationKind kind = OperationKind::Replay);
    const OperationItem& itemAt(int row) const { return m_rows.at(row).item; }

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    OperationItemLine line(const OperationItem& item, OperationKind kind) const;

    QLocale m_locale;
};
