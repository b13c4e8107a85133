// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/terminalprogram.h"
#include "app/ctl/commandline.h"
#include "app/ctl/terminal.h"
#include "app/print/printingapplication.h"

#include <string_view>

namespace {

/// A PDF is laid out with fonts, which takes another kind of application than everything else here.
bool asksForPdf(int argc, char** argv)
{
    bool handover = false;
    bool pdf = false;
    for (int at = 1; at < argc; ++at) {
        const std::string_view word = argv[at];
        handover = handover || word == "handover";
        pdf = pdf || QByteArray(word.data(), qsizetype(word.size())).toLower().endsWith("pdf");
    }
    return handover && pdf;
}

} // namespace

int main(int argc, char* argv[])
{
    const TerminalProgram program(argc, argv, asksForPdf(argc, argv) ? &printingApplication : &TerminalProgram::plain);
    Terminal terminal;
    return static_cast<int>(CommandLine(terminal).run(QCoreApplication::arguments().sliced(1)));
}
