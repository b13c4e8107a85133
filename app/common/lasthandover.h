// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/changefeed.h"

#include <QDateTime>
#include <QSettings>
#include <QStandardPaths>

/// When this person last made a handover, for each database; the console and the command line share it.
class LastHandover
{
public:
    /// Empty: the usual place.
    explicit LastHandover(const QString& file = {})
        : m_store(file.isEmpty() ? usualFile() : file, QSettings::IniFormat)
    { }

    /// Null: never, or longer ago than a week: nobody hands over a month.
    QDateTime at(const Environment& environment, const QDateTime& now) const
    {
        const QDateTime last = QDateTime::fromString(m_store.value(key(environment)).toString(), Qt::ISODateWithMs);
        return last.isValid() && last <= now && last > now.addDays(-7) ? last : QDateTime();
    }
    void note(const Environment& environment, const QDateTime& time)
    {
        m_store.setValue(key(environment), time.toUTC().toString(Qt::ISODateWithMs));
        m_store.sync();
    }

private:
    static QString usualFile()
    {
        return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
            + QStringLiteral("/signalbox/handover.ini");
    }
    static QString key(const Environment& environment)
    {
        return QStringLiteral("last/")
            + QString::fromLatin1(
                (environment.host + u' ' + environment.database + u' ' + environment.user).toUtf8().toHex());
    }

    QSettings m_store;
};
