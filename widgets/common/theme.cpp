// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/theme.h"

#include "widgets/common/consolestyle.h"

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QIconEngine>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMetaEnum>
#include <QPainter>
#include <QStyleHints>
#include <QSvgRenderer>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

QByteArray drawing(const QString& name, const QColor& color)
{
    QFile file(u":/icons/"_s + name + u".svg"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll().replace("currentColor", color.name().toLatin1());
}

/// Renders a one-colour SVG at whatever size and scale is asked for; a disabled icon is paler.
class LineIconEngine final : public QIconEngine
{
public:
    LineIconEngine(QByteArray svg, QString name)
        : m_svg(std::move(svg))
        , m_name(std::move(name))
    { }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        QSvgRenderer renderer(m_svg);
        painter->save();
        if (mode == QIcon::Disabled)
            painter->setOpacity(0.4);
        painter->setRenderHint(QPainter::Antialiasing);
        renderer.render(painter, rect);
        painter->restore();
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect({}, size), mode, state);
        return pixmap;
    }

    QIconEngine* clone() const override { return new LineIconEngine(m_svg, m_name); }
    QString key() const override { return u"signalbox-line"_s; }
    QString iconName() override { return m_name; }
    bool isNull() override { return m_svg.isEmpty(); }

private:
    QByteArray m_svg;
    QString m_name;
};

QString tokenName(const char* enumerator)
{
    QString name = QString::fromLatin1(enumerator);
    name[0] = name.at(0).toLower();
    return name;
}

QFont baseFont()
{
    if (QFontDatabase::hasFamily(u"Inter"_s)) {
        QFont font(u"Inter"_s);
        font.setPixelSize(13);
        return font;
    }
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    if (font.pixelSize() <= 0 && font.pointSizeF() < 9)
        font.setPointSizeF(9);
    return font;
}

/// Larger or smaller by a factor, in the unit the font is given in, so that a person's own text size keeps its say.
void scaleFont(QFont& font, double factor)
{
    if (font.pixelSize() > 0)
        font.setPixelSize(qRound(font.pixelSize() * factor));
    else
        font.setPointSizeF(font.pointSizeF() * factor);
}

double luminance(const QColor& color)
{
    const auto channel
        = [](double value) { return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4); };
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
}

} // namespace

double contrastRatio(const QColor& a, const QColor& b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

Theme::Theme(Mode mode, QObject* parent)
    : QObject(parent)
    , m_mode(mode)
    , m_base(baseFont())
{
    settle();
}

void Theme::setMode(Mode mode)
{
    m_mode = mode;
    settle();
}

void Theme::attach(QApplication& application)
{
    m_application = &application;
    QApplication::setStyle(new ConsoleStyle(*this));
    application.installEventFilter(this);
    settle();
}

bool Theme::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_application && event->type() == QEvent::ThemeChange && m_mode == Mode::System)
        settle();
    return QObject::eventFilter(watched, event);
}

bool Theme::systemIsDark()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
#else
    // Qt 6.4 tells it only by the palette that the desktop brought; ours replaces it, so it is read once
    static const bool dark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
    return dark;
#endif
}

void Theme::settle()
{
    const bool systemDark = systemIsDark();
    m_dark = m_mode == Mode::Dark || (m_mode == Mode::System && systemDark);
    m_icons.clear();
    loadTokens();
    if (m_application) {
        QApplication::setPalette(palette());
        QApplication::setFont(font(FontRole::Body));
    }
    Q_EMIT changed();
}

void Theme::loadTokens()
{
    QFile file(u":/themes/tokens.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The theme's tokens are not part of this program.");
    const QJsonObject colors = QJsonDocument::fromJson(file.readAll()).object().value("colors"_L1).toObject();
    const auto ids = QMetaEnum::fromType<ColorId>();
    for (int i = 0; i < ids.keyCount(); ++i) {
        const QJsonObject token = colors.value(tokenName(ids.key(i))).toObject();
        QColor color;
        color.setNamedColor(token.value(m_dark ? "dark"_L1 : "light"_L1).toString());
        Q_ASSERT_X(color.isValid(), "Theme", ids.key(i));
        m_colors.at(static_cast<std::size_t>(ids.value(i))) = color;
    }
}

ToneColors Theme::tone(Tone tone) const
{
    switch (tone) {
    case Tone::Neutral:
        return {color(ColorId::NeutralText), color(ColorId::NeutralFill)};
    case Tone::Info:
        return {color(ColorId::InfoText), color(ColorId::InfoFill)};
    case Tone::Good:
        return {color(ColorId::GoodText), color(ColorId::GoodFill)};
    case Tone::Warning:
        return {color(ColorId::WarningText), color(ColorId::WarningFill)};
    case Tone::Bad:
        return {color(ColorId::BadText), color(ColorId::BadFill)};
    case Tone::Muted:
        return {color(ColorId::MutedText), color(ColorId::MutedFill)};
    case Tone::Accent:
        return {color(ColorId::AccentToneText), color(ColorId::AccentToneFill)};
    }
    return {};
}

QFont Theme::font(FontRole role) const
{
    QFont font = m_base;
    switch (role) {
    case FontRole::Body:
        break;
    case FontRole::BodyStrong:
        font.setWeight(QFont::DemiBold);
        break;
    case FontRole::Small:
        scaleFont(font, 0.92);
        break;
    case FontRole::SmallStrong:
        scaleFont(font, 0.92);
        font.setWeight(QFont::Medium);
        break;
    case FontRole::Title:
        scaleFont(font, 1.4);
        font.setWeight(QFont::DemiBold);
        break;
    case FontRole::Heading:
        scaleFont(font, 1.08);
        font.setWeight(QFont::DemiBold);
        break;
    case FontRole::Figure:
        scaleFont(font, 1.85);
        font.setWeight(QFont::DemiBold);
        break;
    case FontRole::Mono: {
        QFont mono = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        if (font.pixelSize() > 0)
            mono.setPixelSize(qRound(font.pixelSize() * 0.96));
        else
            mono.setPointSizeF(font.pointSizeF() * 0.96);
        return mono;
    }
    }
    return font;
}

QPalette Theme::palette() const
{
    QPalette palette;
    const auto set = [&palette, this](QPalette::ColorRole role, ColorId id) { palette.setColor(role, color(id)); };
    set(QPalette::Window, ColorId::Window);
    set(QPalette::WindowText, ColorId::Text);
    set(QPalette::Base, ColorId::Surface);
    set(QPalette::AlternateBase, ColorId::Window);
    set(QPalette::ToolTipBase, ColorId::SurfaceRaised);
    set(QPalette::ToolTipText, ColorId::Text);
    set(QPalette::PlaceholderText, ColorId::TextMuted);
    set(QPalette::Text, ColorId::Text);
    set(QPalette::Button, ColorId::Surface);
    set(QPalette::ButtonText, ColorId::Text);
    set(QPalette::BrightText, ColorId::BadText);
    set(QPalette::Light, ColorId::SurfaceRaised);
    set(QPalette::Midlight, ColorId::SurfaceHover);
    set(QPalette::Mid, ColorId::Border);
    set(QPalette::Dark, ColorId::BorderStrong);
    set(QPalette::Shadow, ColorId::BorderStrong);
    set(QPalette::Highlight, ColorId::Selection);
    set(QPalette::HighlightedText, ColorId::Text);
    set(QPalette::Link, ColorId::Accent);
    set(QPalette::LinkVisited, ColorId::Accent);
    palette.setColor(QPalette::Inactive, QPalette::Highlight, color(ColorId::SelectionInactive));
    QColor disabled = color(ColorId::TextMuted);
    disabled.setAlphaF(0.6F);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, disabled);
    return palette;
}

QIcon Theme::icon(const QString& name, ColorId id) const
{
    return icon(name, color(id));
}

QIcon Theme::icon(const QString& name, const QColor& color) const
{
    const QString key = name + color.name();
    if (!m_icons.contains(key))
        m_icons.insert(key, QIcon(new LineIconEngine(drawing(name, color), name)));
    return m_icons.value(key);
}

QPixmap Theme::pixmap(const QString& name, const QColor& color, int size, qreal devicePixelRatio) const
{
    const Drawing drawing{name, color.rgba(), size, devicePixelRatio};
    if (const QPixmap* known = m_pixmaps.object(drawing))
        return *known;
    QPixmap made = icon(name, color).pixmap(QSize(size, size), devicePixelRatio);
    m_pixmaps.insert(drawing, new QPixmap(made));
    return made;
}
