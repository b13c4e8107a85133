// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// What the program tells the shell.
enum class SandboxExit {
    Done = 0,
    Failed = 1, ///< it could not be served, something was done twice, or ledger and database do not agree
    Usage = 2, ///< what it was given is wrong: arguments, scenario, ledger
    NoConnection = 3, ///< to the database
};
