// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/outcome.h"

#include <QByteArray>
#include <QList>

/// The JSON objects of a file, or of the standard input for "-": one object or an array of them.
Outcome<QList<QByteArray>> readDefinitions(const QString& path);
