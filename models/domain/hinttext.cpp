// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/hinttext.h"

#include "models/domain/exceptionnames.h"
#include "models/domain/exceptiontitles.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

QString jsonKindText(const QString& kind)
{
    if (kind == "string"_L1)
        return QCoreApplication::translate("JsonSchema", "a text", "a JSON type");
    if (kind == "number"_L1)
        return QCoreApplication::translate("JsonSchema", "a number", "a JSON type");
    if (kind == "boolean"_L1)
        return QCoreApplication::translate("JsonSchema", "true or false", "a JSON type");
    if (kind == "array"_L1)
        return QCoreApplication::translate("JsonSchema", "a list", "a JSON type");
    if (kind == "object"_L1)
        return QCoreApplication::translate("JsonSchema", "an object", "a JSON type");
    return kind;
}

} // namespace

QString remedyText(const PastRemedy& remedy)
{
    const QString worked = QString::number(remedy.worked);
    const QString tried = QString::number(remedy.tried);
    if (remedy.kind == "replay"_L1)
        return QCoreApplication::translate("HintText", "Replay: %1 of %2 worked").arg(worked, tried);
    if (remedy.kind == "edit"_L1)
        return QCoreApplication::translate("HintText", "Edit of %1, then replay: %2 of %3 worked", "%1 are fields")
            .arg(remedy.paths.join(u", "_s), worked, tried);
    const auto resolution = resolutionFromText(remedy.kind);
    return QCoreApplication::translate("HintText", "Resolved by hand (%1): %2", "%1 is how, %2 is how often")
        .arg(resolution ? title(*resolution) : remedy.kind, tried);
}

QString unusualText(const UnusualField& field)
{
    const QString usual = field.usual.join(u", "_s);
    switch (field.kind) {
    case UnusualField::Kind::Missing:
        return QCoreApplication::translate(
            "HintText", "%1 is missing; %2 % of what was delivered has it", "%1 is a field")
            .arg(field.path, usual);
    case UnusualField::Kind::Unknown:
        return QCoreApplication::translate("HintText", "%1 is %2; only %3 % of what was delivered has such a field")
            .arg(field.path, field.value, usual);
    case UnusualField::Kind::OtherKind: {
        QStringList kinds;
        for (const QString& kind : field.usual)
            kinds.append(jsonKindText(kind));
        return QCoreApplication::translate("HintText", "%1 is %2; elsewhere it is %3", "a field, its value, what kind")
            .arg(field.path, field.value,
                kinds.join(QCoreApplication::translate("JsonSchema", " or ", "between two JSON types, spaces around")));
    }
    case UnusualField::Kind::OutOfRange:
        return QCoreApplication::translate("HintText", "%1 is %2; usual is %3 to %4")
            .arg(field.path, field.value, field.usual.value(0), field.usual.value(1));
    case UnusualField::Kind::UnusualValue:
        return QCoreApplication::translate("HintText", "%1 is %2; elsewhere it is one of: %3")
            .arg(field.path, field.value, usual);
    }
    return {};
}
