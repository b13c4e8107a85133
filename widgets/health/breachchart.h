// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/breachmodel.h"

#include <QChartView>
#include <QTimer>

class QBarCategoryAxis;
class QBarSet;
class QHorizontalStackedBarSeries;
class QValueAxis;
class Theme;

/// Open breaches, one bar a step, one piece an age. Older is told by lightness, so that it reads without colours too;
/// each piece opens its orders. The table of the same model beside it serves keyboard and screen reader.
class BreachChart : public QChartView
{
    Q_OBJECT
public:
    BreachChart(const Theme& theme, const BreachModel& model, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    /// Where a piece lies in the viewport; for tests and tool tips.
    QPoint placeOf(int row, int bucket) const;

Q_SIGNALS:
    void drillDownRequested(const QString& filter);

private:
    void fill();
    void dress();
    void open(int bucket, int category);
    void tell(bool inside, int bucket, int category);
    int rowOfCategory(int category) const { return m_model.rowCount() - 1 - category; }

    const Theme& m_theme;
    const BreachModel& m_model;
    QHorizontalStackedBarSeries* m_series;
    QBarCategoryAxis* m_steps;
    QValueAxis* m_counts;
    QList<QBarSet*> m_sets;
    QTimer m_soon; ///< many rows change at once: draw once
};
