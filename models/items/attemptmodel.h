// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/exception.h"
#include "models/items/keyedtablemodel.h"

#include <QLocale>

#include <array>

/// A try to deliver and the words of its cells, made once.
struct AttemptLine
{
    Attempt attempt;
    std::array<QString, 6> cells;
    QString toolTip; ///< what went wrong and what to do; empty: the cell's own text

    QString key() const { return QString::number(attempt.number); }
    friend bool operator==(const AttemptLine&, const AttemptLine&) = default;
};

/// All tries to deliver one message, the newest first. Lives on the GUI thread.
class AttemptModel final : public KeyedTableModel<AttemptLine>
{
    Q_OBJECT
public:
    enum Column { NumberColumn, OutcomeColumn, AnswerColumn, StartedColumn, TookColumn, RelayColumn, ColumnCount };
    Q_ENUM(Column)

    using KeyedTableModel::KeyedTableModel;

    void setAttempts(const QList<Attempt>& attempts);
    const Attempt& attemptAt(int row) const { return m_rows.at(row).attempt; }

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    AttemptLine line(const Attempt& attempt) const;

    QLocale m_locale;
};
