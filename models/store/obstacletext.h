// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Why the database does not do something ("resolved already"), in the user's language; what it says beyond the known
/// reasons stays as it is.
QString obstacleText(const QString& reason);
