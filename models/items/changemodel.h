// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/jsondifference.h"
#include "models/items/keyedtablemodel.h"

#include <array>

/// A place where two payloads differ and the words of its cells, made once.
struct ChangeLine
{
    int number = 0;
    JsonChange change;
    std::array<QString, 3> cells;

    QString key() const { return QString::number(number); }
    friend bool operator==(const ChangeLine&, const ChangeLine&) = default;
};

/// The difference of two payloads: field, before, after. Lives on the GUI thread.
class ChangeModel final : public KeyedTableModel<ChangeLine>
{
    Q_OBJECT
public:
    enum Column { PathColumn, BeforeColumn, AfterColumn, ColumnCount };
    Q_ENUM(Column)
    enum class Words {
        Edit, ///< before, after
        Comparison ///< of a payload that was delivered with this one
    };
    static constexpr qsizetype shownRows = 500;

    explicit ChangeModel(Words words, QObject* parent = nullptr)
        : KeyedTableModel(parent)
        , m_words(words)
    { }

    /// Shows the first shownRows of them.
    void setChanges(const QList<JsonChange>& changes);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Words m_words;
};
