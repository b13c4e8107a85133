// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/relay/delivery/secret.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

Outcome<QByteArray> readSecret(const QString& reference)
{
    const auto missing = [](const QString& text) { return Error{Failure::Invalid, text, {}, {}}; };
    if (reference.startsWith("env:"_L1)) {
        const QString name = reference.sliced(4);
        const QByteArray value = qgetenv(name.toUtf8().constData());
        if (value.isEmpty())
            return missing(QCoreApplication::translate("Secret", "the secret in the variable %1 is not set").arg(name));
        return value;
    }
    if (reference.startsWith("file:"_L1)) {
        QFile file(reference.sliced(5));
        if (!file.open(QIODevice::ReadOnly))
            return missing(QCoreApplication::translate("Secret", "the secret's file %1 cannot be read: %2")
                               .arg(file.fileName(), file.errorString()));
        return file.readLine(8192).trimmed();
    }
    return missing(QCoreApplication::translate("Secret", "\"%1\" names no secret: it has to begin with env: or file:")
                       .arg(reference));
}
