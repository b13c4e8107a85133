// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commandline.h"
#include "app/ctl/terminal.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

#include <clocale>
#include <cstring>

#include <langinfo.h>

using namespace Qt::StringLiterals;

/// Without a UTF-8 locale Qt would complain on the standard error, and file names could not be read.
static void assumeUtf8()
{
    std::setlocale(LC_CTYPE, ""); // NOLINT(concurrency-mt-unsafe): there is one thread yet
    if (std::strcmp(::nl_langinfo(CODESET), "UTF-8") != 0) // NOLINT(concurrency-mt-unsafe)
        qputenv("LC_ALL", "C.UTF-8");
}

int main(int argc, char* argv[])
{
    assumeUtf8();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"signalbox"_s);
    QTranslator ours;
    // English too: it says the plural forms
    if (ours.load(QLocale(), u"signalbox"_s, u"_"_s, u":/i18n"_s) || ours.load(u":/i18n/signalbox_en.qm"_s))
        QCoreApplication::installTranslator(&ours);
    Terminal terminal;
    return static_cast<int>(CommandLine(terminal).run(QCoreApplication::arguments().sliced(1)));
}
