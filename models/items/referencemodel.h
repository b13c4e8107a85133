// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/order.h"
#include "models/items/keyedtablemodel.h"

#include <QLocale>

/// A document of another system and the words of its cells.
struct ReferenceLine
{
    ExternalRef reference;
    QString system;
    QString kind;
    QString since;

    QString key() const { return reference.system + u'\n' + reference.objectType + u'\n' + reference.objectId; }
    friend bool operator==(const ReferenceLine&, const ReferenceLine&) = default;
};

/// What the other systems call an order and its documents. Lives on the GUI thread.
class ReferenceModel final : public KeyedTableModel<ReferenceLine>
{
    Q_OBJECT
public:
    enum Column { SystemColumn, KindColumn, IdColumn, SinceColumn, ColumnCount };
    Q_ENUM(Column)

    explicit ReferenceModel(QObject* parent = nullptr);

    void setReferences(const QList<ExternalRef>& references);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static QString text(const ReferenceLine& line, Column column);

    QLocale m_locale;
};
