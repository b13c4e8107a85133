// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// What the database says by itself of why something was or was not done ("resolved already"), in the person's
/// language; any other text stays as it is.
QString systemReason(const QString& reason);
