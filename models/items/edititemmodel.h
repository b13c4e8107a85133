// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/editpreview.h"
#include "models/items/keyedtablemodel.h"

#include <array>

/// A message of an edit over many and the words of its cells, made once.
struct EditItemLine
{
    qint64 id = 0;
    bool good = false;
    std::array<QString, 3> cells;

    QString key() const { return QString::number(id); }
    friend bool operator==(const EditItemLine&, const EditItemLine&) = default;
};

/// What one edit makes of each of many messages. Lives on the GUI thread.
class EditItemModel final : public KeyedTableModel<EditItemLine>
{
    Q_OBJECT
public:
    enum Column { OrderColumn, FlowColumn, ResultColumn, ColumnCount };
    Q_ENUM(Column)

    using KeyedTableModel::KeyedTableModel;

    void setPreviews(const QList<EditPreview>& previews);
    /// "2 changes", or why not.
    static QString resultText(const EditPreview& preview);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};
