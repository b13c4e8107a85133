// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/healthsource.h"
#include "models/items/keyedtablemodel.h"

#include <QLocale>

/// Value at risk in one currency.
struct ValueAtRiskRow
{
    ValueAtRisk risk;
    double share = 0; ///< of all orders at risk, 0 to 1

    QString key() const { return risk.value.currency; }
    friend bool operator==(const ValueAtRiskRow&, const ValueAtRiskRow&) = default;
};

/// Money in orders with an open breach, one row per currency: amounts are never added up across. The share is of
/// orders, the only thing that compares. Lives on the GUI thread.
class ValueAtRiskModel final : public KeyedTableModel<ValueAtRiskRow>
{
    Q_OBJECT
public:
    enum Column { CurrencyColumn, ValueColumn, OrdersColumn, ShareColumn, ColumnCount };
    Q_ENUM(Column)

    explicit ValueAtRiskModel(QObject* parent = nullptr);

    /// lateOrders: with or without an amount, of which the shares are.
    void setValues(const QList<ValueAtRisk>& values, qint64 lateOrders);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const ValueAtRiskRow& row, int column) const;
    static QVariant value(const ValueAtRiskRow& row, int column);

    QLocale m_locale;
};
