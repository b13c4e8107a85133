// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/definitionfile.h"

#include <QCoreApplication>
#include <QFile>

#include <nlohmann/json.hpp>

#include <cstdio>

using namespace Qt::StringLiterals;

Outcome<QList<QByteArray>> readDefinitions(const QString& path)
{
    QFile file(path);
    if (!(path == u"-"_s ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly)))
        return Error{Failure::NotFound,
            QCoreApplication::translate("DeliveryCommand", "The file %1 cannot be read: %2.")
                .arg(path, file.errorString()),
            QCoreApplication::translate(
                "DeliveryCommand", "Name a file with definitions, or - for the standard input."),
            {}};
    nlohmann::ordered_json json;
    try {
        json = nlohmann::ordered_json::parse(file.readAll().toStdString());
    } catch (const nlohmann::ordered_json::parse_error& error) {
        return Error{Failure::Invalid,
            QCoreApplication::translate("DeliveryCommand", "The file %1 is no JSON: %2")
                .arg(path, QString::fromUtf8(error.what())),
            {}, {}};
    }
    if (json.is_object())
        json = nlohmann::ordered_json::array({json});
    QList<QByteArray> definitions;
    for (const auto& definition : json) {
        if (!definition.is_object())
            return Error{Failure::Invalid,
                QCoreApplication::translate(
                    "DeliveryCommand", "The file %1 must hold one definition, an object, or an array of them.")
                    .arg(path),
                {}, {}};
        definitions.append(QByteArray::fromStdString(definition.dump()));
    }
    return definitions;
}
