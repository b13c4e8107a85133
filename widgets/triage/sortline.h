// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/problemorder.h"

#include <QWidget>

#include <optional>

class QLabel;
class QToolButton;
class TableView;
class Theme;

/// Below a list of Triage: by what it is sorted, and the way back to its standard order. Heads of columns that say by
/// what they sort (ItemRoles::SortRole) are clicked for it.
class SortLine : public QWidget
{
    Q_OBJECT
public:
    SortLine(TableView& table, const Theme& theme, QWidget* parent);

    /// What the standard order is, in few words and in detail; the column's own order that it is the same as.
    void setStandard(
        const QString& words, const QString& detail, const std::optional<ProblemOrder>& same = std::nullopt);
    void setOrder(const ProblemOrder& order);
    /// As a click on the head of this column does.
    void sortBy(int column);

Q_SIGNALS:
    void chosen(const ProblemOrder& order);
    void refused(const QString& why);

private:
    void showOrder();
    int columnOf(ProblemSort sort) const;
    QString titleOf(int column) const;
    void dress();

    TableView& m_table;
    const Theme& m_theme;
    QLabel* m_words;
    QToolButton* m_back;
    QString m_standard;
    QString m_detail;
    std::optional<ProblemOrder> m_same;
    ProblemOrder m_order;
};
