// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/terminalprogram.h"
#include "app/ctl/commandline.h"
#include "app/ctl/terminal.h"

int main(int argc, char* argv[])
{
    const TerminalProgram program(argc, argv);
    Terminal terminal;
    return static_cast<int>(CommandLine(terminal).run(QCoreApplication::arguments().sliced(1)));
}
