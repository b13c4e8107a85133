// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/process.h"

#include <QWidget>

class QVBoxLayout;
class Theme;

/// The business calendars, one card each: zone, weekly hours, and the dates that are different.
class CalendarsPage : public QWidget
{
    Q_OBJECT
public:
    explicit CalendarsPage(const Theme& theme, QWidget* parent = nullptr);

    void setCalendars(const QList<BusinessCalendar>& calendars);

private:
    QWidget* makeCard(const BusinessCalendar& calendar);

    const Theme& m_theme;
    QVBoxLayout* m_cards;
    QList<BusinessCalendar> m_calendars;
};
