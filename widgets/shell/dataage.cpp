// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/dataage.h"

#include "models/domain/timetext.h"
#include "widgets/common/tabularfigures.h"
#include "widgets/common/theme.h"

#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace {
constexpr int ageDrawingSize = 16;
constexpr int ageGap = 5;
constexpr int paceMs = 250;
} // namespace

DataAge::DataAge(const Clock& clock, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_theme(theme)
{
    setObjectName(u"dataAge"_s);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    m_timer.setInterval(paceMs);
    connect(&m_timer, &QTimer::timeout, this, &DataAge::tell);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void DataAge::setFeed(const ChangeFeed* feed)
{
    m_feed = feed;
    if (feed) {
        connect(feed, &ChangeFeed::stateChanged, this, &DataAge::tell);
        connect(feed, &QObject::destroyed, this, [this] { m_feed = nullptr; });
        m_timer.start();
    }
    tell();
}

QString DataAge::words() const
{
    if (!m_feed)
        return {};
    const QDateTime contact = m_feed->lastContact();
    switch (m_feed->state()) {
    case ChangeFeed::State::Connecting:
        return contact.isValid() ? tr("reconnecting", "state of the connection")
                                 : tr("connecting", "state of the connection");
    case ChangeFeed::State::Live: {
        if (const QDateTime asOf = m_feed->environment().bundleAsOf; asOf.isValid())
            //: How old the data of an incident bundle is; %1 is a time
            return tr("as of %1").arg(minuteText(asOf, locale()));
        const double seconds = double(std::max<qint64>(0, contact.msecsTo(m_clock.now()))) / 1000.0;
        //: How old the data is; %1 is a number of seconds such as 0.2
        return tr("live, %1 s").arg(locale().toString(seconds, 'f', 1));
    }
    case ChangeFeed::State::Lost:
        if (!contact.isValid())
            return tr("no connection", "state of the connection");
        return tr("stale since %1").arg(locale().toString(contact.toLocalTime().time(), u"HH:mm:ss"_s));
    }
    return {};
}

void DataAge::tell()
{
    const QString text = words();
    if (text == m_text)
        return;
    const bool resized = text.size() != m_text.size();
    m_text = text;
    setAccessibleName(tr("Data: %1").arg(text));
    const bool bundle = m_feed && m_feed->environment().bundleAsOf.isValid();
    setToolTip(bundle ? tr("This is an incident bundle: it does not change any more.")
            : m_feed && m_feed->state() == ChangeFeed::State::Live
            ? tr("The database answered this long ago; changes show by themselves.")
            : tr("What is shown may be old."));
    if (resized)
        updateGeometry();
    update();
}

QSize DataAge::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(FontRole::Small));
    return {ageDrawingSize + ageGap + tabularWidth(metrics, m_text) + 2, std::max(ageDrawingSize, metrics.height())};
}

void DataAge::paintEvent(QPaintEvent*)
{
    if (!m_feed)
        return;
    QPainter painter(this);
    Tone tone = Tone::Info;
    QString icon = u"ring"_s;
    if (m_feed->environment().bundleAsOf.isValid()) {
        icon = u"database"_s; // it is not live, and will not be
    } else if (m_feed->state() == ChangeFeed::State::Live) {
        tone = Tone::Good;
        icon = u"dot"_s;
    } else if (m_feed->state() == ChangeFeed::State::Lost) {
        tone = Tone::Bad;
        icon = u"disconnected"_s;
    }
    const QColor ink = m_theme.tone(tone).text;
    const QRect place = QStyle::visualRect(
        layoutDirection(), rect(), QRect(0, (height() - ageDrawingSize) / 2, ageDrawingSize, ageDrawingSize));
    painter.drawPixmap(place, m_theme.pixmap(icon, ink, ageDrawingSize, devicePixelRatioF()));
    painter.setFont(m_theme.font(FontRole::Small));
    painter.setPen(tone == Tone::Good ? m_theme.color(ColorId::TextSecondary) : ink);
    drawTabular(painter, m_theme.lines(),
        QStyle::visualRect(
            layoutDirection(), rect(), QRect(ageDrawingSize + ageGap, 0, width() - ageDrawingSize - ageGap, height())),
        m_text, QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft));
}
