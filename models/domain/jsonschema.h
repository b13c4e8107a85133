// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

/// Everything that is wrong with a JSON text by a JSON schema (draft-07) of our resources, such as
/// "process.schema.json"; one sentence each, with its place in front: "/steps/3/axis: must be one of sync, fulfilment,
/// money, return". A text that is no JSON at all gives one problem with line and column instead. Empty = valid.
QStringList schemaProblems(const QByteArray& json, const QString& schemaName);

/// The same by a schema of somebody else's. What is wrong with the schema itself comes as the parser says it.
QStringList contractProblems(const QByteArray& json, const QByteArray& schema);
