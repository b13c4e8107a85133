// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/sums.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <string>

/// Columns of equal width.
QString aligned(const QList<QStringList>& rows);

/// Without what would move the cursor of a terminal.
QString shown(const std::string& text);

/// "12.50 EUR, 700 JPY".
QString shown(const Sums& sums);
