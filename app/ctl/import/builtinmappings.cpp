// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/import/builtinmappings.h"

#include "app/ctl/text/nearest.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

QStringList builtInMappings()
{
    QStringList names = QDir(u":/mappings"_s).entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    for (QString& name : names)
        name.chop(5);
    return names;
}

Outcome<QByteArray> findMapping(const QString& pathOrName)
{
    const QStringList names = builtInMappings();
    const bool file = QFileInfo(pathOrName).isFile();
    if (!file && !names.contains(pathOrName))
        return Error{Failure::NotFound,
            QCoreApplication::translate("BuiltInMappings",
                "There is no mapping file %1, and no built-in mapping of that name%2", "%2 ends the sentence")
                .arg(pathOrName, guessOrFullStop(pathOrName, names)),
            QCoreApplication::translate("BuiltInMappings", "Built in: %1.").arg(names.join(u", "_s)), {}};
    QFile source(file ? pathOrName : u":/mappings/%1.json"_s.arg(pathOrName));
    if (!source.open(QIODevice::ReadOnly))
        return Error{Failure::NotFound,
            QCoreApplication::translate("BuiltInMappings", "The mapping file %1 cannot be read: %2.")
                .arg(pathOrName, source.errorString()),
            {}, {}};
    return source.readAll();
}
