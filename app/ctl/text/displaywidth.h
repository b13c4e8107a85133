// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

/// How many cells of a terminal a text takes: wide characters (Chinese, emoji) take two, combining marks none.
qsizetype displayWidth(QStringView text);

/// The text cut to so many cells, with "…" where something was cut off.
QString elided(const QString& text, qsizetype cells);

/// A text from outside, safe on a terminal and in one line: control characters become blanks or "?".
QString printable(const QString& text);
