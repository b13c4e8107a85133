// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

/// Everything that is wrong with a JSON text by a JSON schema (draft-07) of our resources, such as
/// "process.schema.json"; one sentence each, with its place in front: "/steps/3/axis: must be one of sync, fulfilment,
/// money, return". A text that is no JSON at all gives one problem with line and column instead. Empty = valid.
QStringList schemaProblems(const QByteArray& json, const QString& schemaName);

/// What is wrong, and where.
struct ContractProblem
{
    QString path; ///< pointer; empty: the whole
    QString text;

    friend bool operator==(const ContractProblem&, const ContractProblem&) = default;
};

/// The same by a schema of somebody else's, on a text that is sent to the byte: numbers of any size are numbers, a key
/// that comes twice is none of the contract's business. What is wrong with the schema itself comes as the parser says
/// it.
QList<ContractProblem> contractFindings(const QByteArray& json, const QByteArray& schema);
/// These as lines: "/lines/0: "sku" is missing".
QStringList contractProblems(const QByteArray& json, const QByteArray& schema);
