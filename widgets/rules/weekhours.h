// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/process.h"

#include <QWidget>

class Theme;

/// The seven days of a business calendar with their open hours, drawn along 24 hours and written beside.
class WeekHours : public QWidget
{
    Q_OBJECT
public:
    WeekHours(const Theme& theme, const BusinessCalendar& calendar, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {320, sizeHint().height()}; }

    /// Open stretches as parts of the day, 0 to 1; what cannot be read is left out.
    static QList<std::pair<double, double>> stretches(const QStringList& open);
    /// "08:00–18:00", "all day", "closed".
    static QString words(const QStringList& open);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    BusinessCalendar m_calendar;
};
