// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme.h"

class QLabel;

/// Gives a label its colour and font by meaning, wherever it stands: on a surface that uses another palette role, a
/// label's own WindowText would not be used.
void inkLabel(QLabel* label, const Theme& theme, ColorId color, FontRole role);
