// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/rules/calendarspage.h"

#include "models/domain/statetitles.h"
#include "widgets/common/card.h"
#include "widgets/common/inklabel.h"
#include "widgets/common/theme.h"
#include "widgets/rules/weekhours.h"

#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

QString exceptionText(const BusinessCalendar::Exception& exception, const QLocale& locale)
{
    const QDate date = QDate::fromString(exception.date, Qt::ISODate);
    const QString day = date.isValid() ? locale.toString(date, QLocale::LongFormat) : exception.date;
    const QString hours = WeekHours::words(exception.open);
    //: A date with other hours than usual; then the same with a note such as a holiday's name
    return exception.note.isEmpty() ? CalendarsPage::tr("%1: %2").arg(day, hours)
                                    : CalendarsPage::tr("%1: %2 (%3)").arg(day, hours, exception.note);
}

} // namespace

CalendarsPage::CalendarsPage(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_cards(new QVBoxLayout)
{
    auto* page = new QWidget(this);
    m_cards->setContentsMargins(16, 16, 16, 16);
    m_cards->setSpacing(12);
    page->setLayout(m_cards);
    auto* area = new QScrollArea(this);
    area->setObjectName(u"calendars"_s);
    area->setAccessibleName(tr("Calendars", "list of business calendars"));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(page);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(area);
}

void CalendarsPage::setCalendars(const QList<BusinessCalendar>& calendars)
{
    if (calendars == m_calendars)
        return;
    m_calendars = calendars;
    while (QLayoutItem* item = m_cards->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const BusinessCalendar& calendar : calendars)
        m_cards->addWidget(makeCard(calendar));
    m_cards->addStretch(1);
}

QWidget* CalendarsPage::makeCard(const BusinessCalendar& calendar)
{
    const QLocale locale;
    const QString name = calendarTitle(calendar.name, calendar.title);
    auto* card = new Card(m_theme, name,
        tr("%1 \u00b7 times in %2", "name and time zone of a calendar").arg(calendar.name, calendar.zone), this);
    auto* inner = new QWidget(card);
    auto* layout = new QVBoxLayout(inner);
    layout->setContentsMargins(8, 4, 8, 8);
    layout->setSpacing(4);
    layout->addWidget(new WeekHours(m_theme, calendar, inner));
    if (!calendar.exceptions.isEmpty()) {
        auto* head = new QLabel(tr("Different on"), inner);
        inkLabel(head, m_theme, ColorId::TextSecondary, FontRole::SmallStrong);
        layout->addSpacing(6);
        layout->addWidget(head);
    }
    for (const BusinessCalendar::Exception& exception : calendar.exceptions) {
        auto* label = new QLabel(exceptionText(exception, locale), inner);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        layout->addWidget(label);
    }
    card->addContent(inner);
    return card;
}
