// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benchconsole.h"

#include "app/console/mainwindow.h"
#include "tests/bench/benchserver.h"

#include <QTest>

using namespace Qt::StringLiterals;

BenchConsole::BenchConsole(int& argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("XDG_CONFIG_HOME", m_settings.path().toUtf8());
    m_application.emplace(argc, argv);
    QApplication::setApplicationName(u"signalbox"_s);
}

MainWindow& BenchConsole::open(const ConnectionSettings& settings)
{
    Options options;
    options.database = settings.redacted();
    options.theme = u"light"_s;
    options.language = u"en"_s;
    m_console.emplace(*m_application, options);
    m_console->start();
    if (!QTest::qWaitFor([this] { return m_console->window().isOpen(); }, 20'000))
        exitOn({Failure::Other, m_console->window().problemText(), {}, {}});
    return m_console->window();
}
