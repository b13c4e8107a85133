// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/terminalprogram.h"
#include "app/sandbox/commandline.h"

int main(int argc, char* argv[])
{
    const TerminalProgram program(argc, argv);
    return static_cast<int>(SandboxCommandLine::run(QCoreApplication::arguments().sliced(1)));
}
