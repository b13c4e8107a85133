// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

/// One numbered step of the schema. Once released, its text never changes.
struct Migration
{
    int version = 0;
    QString name; ///< of its file, such as "0001_roles.sql"
    QByteArray sql;

    /// SHA-256 of the text, in hexadecimal digits.
    QString checksum() const;
    /// Those that this program brings along, in order.
    static QList<Migration> builtIn();
};
