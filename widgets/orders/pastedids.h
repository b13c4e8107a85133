// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// A filter for order numbers pasted from a mail, a sheet or a chat: "10412\n10413" gives order:10412,10413. Separators
/// are spaces, line ends, tabs, commas and semicolons; a leading # and doubles are dropped. Empty when there is none.
QString filterOfPastedIds(const QString& text);
