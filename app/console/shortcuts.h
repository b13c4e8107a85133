// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/shell/shortcutsheet.h"

/// All keys of the console as they are set now, as the sheet shows them.
QList<ShortcutGroup> consoleShortcuts();
