// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/environmentbadge.h"

#include "models/domain/timetext.h"

#include <QPainter>

using namespace Qt::StringLiterals;

ColorId environmentColor(const Environment& environment)
{
    if (environment.kind == "production"_L1)
        return ColorId::Production;
    if (environment.kind == "staging"_L1)
        return ColorId::Staging;
    if (environment.kind == "test"_L1)
        return ColorId::Test;
    if (environment.kind == "demo"_L1)
        return ColorId::Demo;
    return ColorId::OtherEnvironment;
}

EnvironmentBadge::EnvironmentBadge(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(u"environment"_s);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void EnvironmentBadge::setEnvironment(const Environment& environment)
{
    if (environment == m_environment)
        return;
    m_environment = environment;
    setAccessibleName(tr("Environment: %1").arg(text()));
    const QString where = environment.host.isEmpty() ? tr("this machine") : environment.host;
    setToolTip(tr("Database %1 on %2").arg(environment.database, where));
    setVisible(!text().isEmpty());
    updateGeometry();
    update();
}

QString EnvironmentBadge::text() const
{
    QString name = m_environment.name.isEmpty() ? m_environment.database : m_environment.name;
    if (!m_environment.bundleAsOf.isValid())
        return name;
    //: An environment, a time
    return tr("Incident bundle \u00b7 %1 \u00b7 as of %2 \u00b7 read only")
        .arg(name, minuteText(m_environment.bundleAsOf, locale()));
}

QSize EnvironmentBadge::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(FontRole::SmallStrong));
    return {metrics.horizontalAdvance(text()) + 22, std::max(24, metrics.height() + 8)};
}

void EnvironmentBadge::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(environmentColor(m_environment)));
    painter.drawRoundedRect(rect(), 5, 5);
    painter.setPen(m_theme.color(ColorId::EnvironmentText));
    painter.setFont(m_theme.font(FontRole::SmallStrong));
    painter.drawText(rect(), Qt::AlignCenter, text());
}
