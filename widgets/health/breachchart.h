// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/breachmodel.h"

#include <QChartView>
#include <QTimer>

#include <utility>

class QBarCategoryAxis;
class QBarSet;
class QHorizontalStackedBarSeries;
class QValueAxis;
class Theme;

/// Open breaches, one bar a step with its total behind it, one piece an age. Older is told by lightness, so that it
/// reads without colours too; each piece opens its orders, by click or by arrow keys and Enter. Steps without a breach
/// have no bar.
class BreachChart : public QChartView
{
    Q_OBJECT
public:
    BreachChart(const Theme& theme, const BreachModel& model, QWidget* parent = nullptr);

    /// Bars become lower, down to a limit, where they would need more.
    void setMostHeight(int height);
    QSize sizeHint() const override;
    /// Where a piece lies in the viewport.
    QRectF pieceOf(int row, int bucket) const;
    QPoint placeOf(int row, int bucket) const { return pieceOf(row, bucket).center().toPoint(); }
    /// Where the total of a step stands in the viewport.
    QRectF totalOf(int row) const;

Q_SIGNALS:
    void drillDownRequested(const QString& filter);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void fill();
    void dress();
    void open(int row, int bucket);
    void tell(bool inside, int row, int bucket);
    /// Makes the piece current that is nearest among those that are there; false: there is none that way.
    bool choose(int row, int bucket, int step);
    QString pieceText(int row, int bucket) const;
    qint64 countOf(int row, int bucket) const;
    int categoryOf(int row) const { return int(m_rows.size() - 1 - m_rows.indexOf(row)); }
    int rowOfCategory(int category) const { return m_rows.value(m_rows.size() - 1 - category, -1); }

    const Theme& m_theme;
    const BreachModel& m_model;
    QHorizontalStackedBarSeries* m_series;
    QBarCategoryAxis* m_steps;
    QValueAxis* m_counts;
    QList<QBarSet*> m_sets;
    QList<int> m_rows; ///< of the model, those that have a bar, from top to bottom
    std::pair<int, int> m_current{-1, -1}; ///< row and age of the piece that the keys are at
    int m_mostHeight = 0; ///< 0: any
    QTimer m_soon; ///< many rows change at once: draw once
};
