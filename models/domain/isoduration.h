// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <optional>

/// Seconds of an ISO 8601 duration without years and months ("PT15M", "P3D", "P1W"); a day counts as 24 hours of
/// whatever calendar the duration is used in. nullopt for anything else and outside of 64 bits.
std::optional<qint64> secondsOfIsoDuration(QStringView text);
