// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/outcome.h"

#include <QByteArray>
#include <QString>

/// A secret from where it lies: "env:NAME" (a variable of this process) or "file:PATH" (its first line). Read anew each
/// time, so that a changed file counts at once. Fails with the name, never with the secret.
Outcome<QByteArray> readSecret(const QString& reference);

/// How a secret appears in what is recorded: that there was one, and nothing of it.
inline constexpr char maskedSecret[] = "***";
