// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/jsonpointer.h"

#include <algorithm>

std::optional<JsonPath> jsonPath(const QByteArray& pointer)
{
    if (pointer.isEmpty())
        return JsonPath();
    if (!pointer.startsWith('/'))
        return std::nullopt;
    JsonPath path = pointer.mid(1).split('/');
    for (QByteArray& name : path) {
        for (qsizetype at = name.indexOf('~'); at >= 0; at = name.indexOf('~', at + 1))
            if (at + 1 == name.size() || (name.at(at + 1) != '0' && name.at(at + 1) != '1'))
                return std::nullopt;
        name.replace("~1", "/").replace("~0", "~");
    }
    return path;
}

QByteArray jsonPointer(const JsonPath& path)
{
    QByteArray pointer;
    for (QByteArray name : path)
        pointer += '/' + name.replace('~', "~0").replace('/', "~1");
    return pointer;
}

std::optional<qsizetype> arrayIndex(const QByteArray& name)
{
    const bool digits = std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (name.isEmpty() || name.size() > 9 || !digits || (name.size() > 1 && name.startsWith('0')))
        return std::nullopt;
    return name.toLongLong();
}

bool covers(const QStringList& patterns, const QByteArray& pointer)
{
    const QList<QByteArray> names = pointer.split('/');
    return std::any_of(patterns.begin(), patterns.end(), [&names](const QString& pattern) {
        const QList<QByteArray> wanted = pattern.toUtf8().split('/');
        return wanted.size() <= names.size()
            && std::equal(wanted.begin(), wanted.end(), names.begin(),
                [](const QByteArray& want, const QByteArray& name) { return want == "*" || want == name; });
    });
}

QByteArray generalPointer(const QByteArray& pointer)
{
    QList<QByteArray> names = pointer.split('/');
    for (QByteArray& name : names)
        if (arrayIndex(name))
            name = "*";
    return names.join('/');
}
