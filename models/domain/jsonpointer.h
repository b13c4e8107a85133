// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <optional>

/// A place in a JSON text by RFC 6901, as its names.
using JsonPath = QList<QByteArray>;

/// "/lines/0/sku"; nullopt for what is no pointer.
std::optional<JsonPath> jsonPath(const QByteArray& pointer);
QByteArray jsonPointer(const JsonPath& path);

/// The index that a name means in an array: no sign, no leading zero; nullopt for any other name.
std::optional<qsizetype> arrayIndex(const QByteArray& name);

/// Whether a pattern such as "/lines/*/sku" covers this place: "*" stands for any one name, and what lies below is
/// covered as well.
bool covers(const QStringList& patterns, const QByteArray& pointer);

/// The pointer with "*" for every array index, so that the same field of any line is one: "/lines/*/sku".
QByteArray generalPointer(const QByteArray& pointer);
