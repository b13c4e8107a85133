// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/print/printingapplication.h"

#include <QGuiApplication>

namespace {

QtMessageHandler handlerBefore = nullptr;

/// Where a session's sockets would be is of no interest to who prints.
void withoutSessionNoise(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    if (!text.startsWith(QLatin1StringView("QStandardPaths: XDG_RUNTIME_DIR")))
        handlerBefore(type, context, text);
}

} // namespace

std::unique_ptr<QCoreApplication> printingApplication(int& argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    handlerBefore = qInstallMessageHandler(&withoutSessionNoise);
    return std::make_unique<QGuiApplication>(argc, argv);
}
