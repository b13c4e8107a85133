// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/outcome.h"

/// What the program tells the shell.
enum class ExitCode { Done = 0, Failed = 1, Usage = 2, NoConnection = 3 };

/// The same whether it is a window that cannot draw or a command that cannot answer.
inline ExitCode exitCodeFor(Failure kind)
{
    return kind == Failure::Connection || kind == Failure::Authentication ? ExitCode::NoConnection : ExitCode::Failed;
}
