// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

#include <clocale>
#include <cstring>
#include <memory>

#include <langinfo.h>

/// What every program without a window does first: texts in the person's language, UTF-8 in and out.
class TerminalProgram
{
public:
    using Make = std::unique_ptr<QCoreApplication> (*)(int&, char**);

    /// make: another kind of application, for what takes more than texts.
    TerminalProgram(int& argc, char** argv, Make make = &TerminalProgram::plain)
        : m_application((assumeUtf8(), make(argc, argv)))
    {
        QCoreApplication::setApplicationName(QStringLiteral("signalbox"));
        // English too: it says the plural forms
        if (m_texts.load(QLocale(), QStringLiteral("signalbox"), QStringLiteral("_"), QStringLiteral(":/i18n"))
            || m_texts.load(QStringLiteral(":/i18n/signalbox_en.qm")))
            QCoreApplication::installTranslator(&m_texts);
    }

    static std::unique_ptr<QCoreApplication> plain(int& argc, char** argv)
    {
        return std::make_unique<QCoreApplication>(argc, argv);
    }

private:
    /// Without a UTF-8 locale Qt would complain on the standard error, and file names could not be read.
    static void assumeUtf8()
    {
        std::setlocale(LC_CTYPE, ""); // NOLINT(concurrency-mt-unsafe): there is one thread yet
        if (std::strcmp(::nl_langinfo(CODESET), "UTF-8") != 0) // NOLINT(concurrency-mt-unsafe)
            qputenv("LC_ALL", "C.UTF-8");
    }

    std::unique_ptr<QCoreApplication> m_application;
    QTranslator m_texts;
};
