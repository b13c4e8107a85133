// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/linetexts.h"

#include <QCache>
#include <QColor>
#include <QFont>
#include <QHash>
#include <QIcon>
#include <QObject>
#include <QPalette>
#include <QPixmap>
#include <QString>

#include <array>

class QApplication;

/// Colours by meaning; each has a token of the same name (lower camel case) in resources/themes/tokens.json.
namespace ThemeTokens {
Q_NAMESPACE
enum class ColorId {
    Window, ///< behind everything
    Surface, ///< tables, cards, pages
    SurfaceRaised, ///< menus, popups
    SurfaceSunken, ///< wells, code
    SurfaceHover,
    Rail,
    Separator, ///< hairlines between rows
    Border, ///< edges of fields and cards
    BorderStrong, ///< edges that must be seen, hatching
    Text,
    TextSecondary,
    TextMuted,
    Accent,
    AccentHover,
    AccentSoft,
    AccentText, ///< on Accent
    Selection,
    SelectionInactive,
    NeutralText,
    NeutralFill,
    InfoText,
    InfoFill,
    GoodText,
    GoodFill,
    WarningText,
    WarningFill,
    BadText,
    BadFill,
    MutedText,
    MutedFill,
    AccentToneText,
    AccentToneFill,
    Production,
    Staging,
    Test,
    Demo,
    OtherEnvironment,
    EnvironmentText, ///< on the five before
    Grid, ///< lines of charts and timelines
    Age1, ///< six steps of lateness, told apart by lightness as well
    Age2,
    Age3,
    Age4,
    Age5,
    Age6,
    Shadow
};
Q_ENUM_NS(ColorId)

/// How loud a chip, a banner or a figure is.
enum class Tone { Neutral, Info, Good, Warning, Bad, Muted, Accent };
Q_ENUM_NS(Tone)

enum class FontRole {
    Body,
    BodyStrong,
    Small, ///< captions, column headers, hints
    SmallStrong,
    Title, ///< of a page
    Heading, ///< of a section
    Figure, ///< the big number of a tile
    Mono ///< payloads, ids
};
Q_ENUM_NS(FontRole)
} // namespace ThemeTokens
using ThemeTokens::ColorId;
using ThemeTokens::FontRole;
using ThemeTokens::Tone;

struct ToneColors
{
    QColor text; ///< readable (>= 4.5) on fill and on Surface
    QColor fill;
};

/// The looks of the console: colours and fonts by meaning and icons by name, light or dark, from one set of tokens.
/// Lives on the GUI thread; whoever paints listens to changed(). Never use literal colours, ask here.
class Theme : public QObject
{
    Q_OBJECT
public:
    enum class Mode { System, Light, Dark };
    Q_ENUM(Mode)

    explicit Theme(Mode mode = Mode::Light, QObject* parent = nullptr);

    Mode mode() const { return m_mode; }
    bool isDark() const { return m_dark; }
    void setMode(Mode mode);
    /// Gives the application style, palette and font, now and after each change.
    void attach(QApplication& application);

    QColor color(ColorId id) const { return m_colors.at(static_cast<std::size_t>(id)); }
    ToneColors tone(Tone tone) const;
    QFont font(FontRole role) const;
    QPalette palette() const;

    /// The drawing resources/icons/<name>.svg in one colour, sharp at every scale.
    QIcon icon(const QString& name, ColorId id = ColorId::TextSecondary) const;
    QIcon icon(const QString& name, const QColor& color) const;
    QPixmap pixmap(const QString& name, const QColor& color, int size, qreal devicePixelRatio) const;
    /// Texts that are painted often.
    LineTexts& lines() const { return m_lines; }

    static constexpr int rowHeight = 30;
    static constexpr int radius = 6;
    static constexpr int space = 8; ///< the unit of distances

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void loadTokens();
    void settle();
    static bool systemIsDark();

    static constexpr std::size_t colorCount = static_cast<std::size_t>(ColorId::Shadow) + 1;
    Mode m_mode;
    bool m_dark = false;
    std::array<QColor, colorCount> m_colors;
    QFont m_base;
    struct Drawing
    {
        QString name;
        QRgb color = 0;
        int size = 0;
        qreal devicePixelRatio = 1;
        friend bool operator==(const Drawing&, const Drawing&) = default;
        friend size_t qHash(const Drawing& d, size_t seed = 0)
        {
            return qHashMulti(seed, d.name, d.color, d.size, d.devicePixelRatio);
        }
    };
    mutable QHash<QString, QIcon> m_icons;
    mutable QCache<Drawing, QPixmap> m_pixmaps{400};
    mutable LineTexts m_lines;
    QApplication* m_application = nullptr;
};

/// WCAG contrast of two opaque colours, 1 to 21.
double contrastRatio(const QColor& a, const QColor& b);
