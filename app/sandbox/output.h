// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/exitcode.h"
#include "models/domain/outcome.h"

/// Writes results on the standard output, and no more than that.
void print(const QString& text);

/// Says on the standard error what went wrong and what to do about it, and gives back the code.
SandboxExit failed(const Error& error, SandboxExit code);
