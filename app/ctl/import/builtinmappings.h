// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/outcome.h"

#include <QByteArray>
#include <QStringList>

/// Names of the mappings that travel with the program.
QStringList builtInMappings();

/// The mapping file that a person means: a path, else the name of a built-in one.
Outcome<QByteArray> findMapping(const QString& pathOrName);
