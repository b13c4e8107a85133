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
        : m_application(madeInUtf8(argc, argv, make))
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
    /// Without a UTF-8 locale, such as one that is not installed, Qt would complain on the standard error, and file
    /// names could not be read. The language stays the person's.
    static std::unique_ptr<QCoreApplication> madeInUtf8(int& argc, char** argv, Make make)
    {
        std::setlocale(LC_CTYPE, ""); // NOLINT(concurrency-mt-unsafe): there is one thread yet
        if (std::strcmp(::nl_langinfo(CODESET), "UTF-8") == 0) // NOLINT(concurrency-mt-unsafe)
            return make(argc, argv);
        const bool wasSet = qEnvironmentVariableIsSet("LC_ALL");
        const QByteArray locale = qgetenv("LC_ALL");
        qputenv("LC_ALL", "C.UTF-8");
        auto application = make(argc, argv);
        if (wasSet)
            qputenv("LC_ALL", locale);
        else
            qunsetenv("LC_ALL");
        return application;
    }

    std::unique_ptr<QCoreApplication> m_application;
    QTranslator m_texts;
};
