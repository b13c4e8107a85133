// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/text/displaywidth.h"

#include <QChar>
#include <QList>

#include <algorithm>
#include <array>
#include <iterator>

namespace {
struct Range
{
    char32_t first;
    char32_t last;
};

/// Blocks that terminals show in two cells (Unicode, East Asian Width W and F).
constexpr std::array wideRanges{
    Range{0x1100, 0x115F},
    Range{0x231A, 0x231B},
    Range{0x2329, 0x232A},
    Range{0x23E9, 0x23EC},
    Range{0x2614, 0x2615},
    Range{0x2648, 0x2653},
    Range{0x26A1, 0x26A1},
    Range{0x26BD, 0x26BE},
    Range{0x2705, 0x2705},
    Range{0x274C, 0x274C},
    Range{0x2753, 0x2755},
    Range{0x2795, 0x2797},
    Range{0x2E80, 0x303E},
    Range{0x3041, 0x33FF},
    Range{0x3400, 0x4DBF},
    Range{0x4E00, 0x9FFF},
    Range{0xA000, 0xA4CF},
    Range{0xA960, 0xA97F},
    Range{0xAC00, 0xD7A3},
    Range{0xF900, 0xFAFF},
    Range{0xFE30, 0xFE6F},
    Range{0xFF01, 0xFF60},
    Range{0xFFE0, 0xFFE6},
    Range{0x1F300, 0x1F64F},
    Range{0x1F680, 0x1F6FF},
    Range{0x1F900, 0x1F9FF},
    Range{0x1FA70, 0x1FAFF},
    Range{0x20000, 0x3FFFD},
};

qsizetype widthOf(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Other_Format:
    case QChar::Other_Control:
        return 0;
    default:
        break;
    }
    const bool wide = std::any_of(wideRanges.cbegin(), wideRanges.cend(),
        [c](const Range& range) { return c >= range.first && c <= range.last; });
    return wide ? 2 : 1;
}

/// The character at a position, and how many code units it takes.
std::pair<char32_t, qsizetype> characterAt(QStringView text, qsizetype at)
{
    const QChar first = text[at];
    if (first.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate())
        return {QChar::surrogateToUcs4(first, text[at + 1]), 2};
    return {first.unicode(), 1};
}
} // namespace

qsizetype displayWidth(QStringView text)
{
    qsizetype width = 0;
    for (qsizetype at = 0; at < text.size();) {
        const auto [character, units] = characterAt(text, at);
        width += widthOf(character);
        at += units;
    }
    return width;
}

QString elided(const QString& text, qsizetype cells)
{
    if (displayWidth(text) <= cells)
        return text;
    qsizetype width = 0;
    qsizetype at = 0;
    while (at < text.size()) {
        const auto [character, units] = characterAt(text, at);
        if (width + widthOf(character) > cells - 1)
            break;
        width += widthOf(character);
        at += units;
    }
    return cells > 0 ? text.left(at) + QChar(u'…') : QString();
}

QString printable(const QString& text)
{
    QString result = text;
    for (QChar& c : result) {
        if (c == u'\n' || c == u'\r' || c == u'\t')
            c = u' ';
        else if (c.category() == QChar::Other_Control)
            c = u'?';
    }
    return result;
}
