// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/console.h"

#include <QApplication>
#include <QTextStream>

namespace {

QtMessageHandler usualHandler = nullptr;

/// The offscreen platform complains of sizes once a window; nobody who draws pictures needs to know.
void withoutPlatformNoise(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    if (!text.startsWith(QLatin1StringView("This plugin does not support")))
        usualHandler(type, context, text);
}

} // namespace

int main(int argc, char** argv)
{
    if (needsNoDisplay(argc, argv) && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        usualHandler = qInstallMessageHandler(&withoutPlatformNoise);
    }
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("signalbox"));
    QApplication::setApplicationVersion(QStringLiteral(SIGNALBOX_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("signalbox"));

    const auto options = parseOptions(QApplication::arguments());
    if (!options) {
        QTextStream(stderr) << options.error().text << '\n' << options.error().hint << Qt::endl;
        return 2;
    }
    if (!options.value().text.isEmpty()) {
        QTextStream(stdout) << options.value().text;
        return 0;
    }
    Console console(application, options.value());
    QObject::connect(&console, &Console::finished, &application, &QApplication::exit, Qt::QueuedConnection);
    console.start();
    return QApplication::exec();
}
