// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// What the program tells the shell.
enum class ExitCode { Done = 0, Failed = 1, Usage = 2, NoConnection = 3 };
