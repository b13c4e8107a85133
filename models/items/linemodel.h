// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/order.h"
#include "models/items/keyedtablemodel.h"

#include <QLocale>

/// A line of an order, by its number.
struct OrderLineRow
{
    OrderLine line;
    QString price;

    QString key() const { return line.line; }
    friend bool operator==(const OrderLineRow&, const OrderLineRow&) = default;
};

/// What an order consists of. Lives on the GUI thread.
class LineModel final : public KeyedTableModel<OrderLineRow>
{
    Q_OBJECT
public:
    enum Column { LineColumn, SkuColumn, TitleColumn, QuantityColumn, PriceColumn, ColumnCount };
    Q_ENUM(Column)

    explicit LineModel(QObject* parent = nullptr);

    void setLines(const QList<OrderLine>& lines);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const OrderLineRow& row, Column column) const;

    QLocale m_locale;
};
