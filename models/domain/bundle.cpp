// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/bundle.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace {

constexpr auto magicLine = "Signalbox incident bundle\n";
constexpr quint32 mostBytes = 400'000'000; // of one section, unpacked

struct BundleTexts
{
    Q_DECLARE_TR_FUNCTIONS(Bundle)
};

QByteArray hashOf(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

Error unreadable(const QString& text, const QString& hint = {})
{
    return {Failure::Invalid, text, hint, {}};
}

Error damaged()
{
    return unreadable(BundleTexts::tr("The incident bundle is damaged or was cut off."),
        BundleTexts::tr("Have it sent again, or have it made again."));
}

/// What comes before the next line's end, which is skipped.
QByteArray takeLine(const QByteArray& file, qsizetype& at)
{
    const qsizetype end = file.indexOf('\n', at);
    if (end < 0)
        return {};
    QByteArray line = file.mid(at, end - at);
    at = end + 1;
    return line;
}

BundleManifest manifestOf(const QJsonObject& json)
{
    BundleManifest manifest;
    manifest.product = json.value(u"product"_s).toString();
    manifest.schemaVersion = json.value(u"schemaVersion"_s).toInt();
    manifest.schemaChecksum = json.value(u"schemaChecksum"_s).toString();
    manifest.environment = json.value(u"environment"_s).toString();
    manifest.environmentKind = json.value(u"environmentKind"_s).toString();
    manifest.asOf = QDateTime::fromString(json.value(u"asOf"_s).toString(), Qt::ISODateWithMs).toUTC();
    manifest.filter = json.value(u"filter"_s).toString();
    manifest.madeBy = json.value(u"madeBy"_s).toString();
    manifest.more = json.value(u"more"_s).toBool();
    return manifest;
}

} // namespace

QByteArray bundleFile(const Bundle& bundle)
{
    QJsonArray sections;
    QByteArray content;
    for (const BundleSection& section : bundle.sections) {
        const QByteArray packed = qCompress(section.lines, 9);
        sections.append(QJsonObject{{u"name"_s, section.name}, {u"rows"_s, section.rows}, {u"bytes"_s, packed.size()},
            {u"sha256"_s, QString::fromLatin1(hashOf(packed))}});
        content += packed;
    }
    const BundleManifest& manifest = bundle.manifest;
    const QByteArray line = QJsonDocument(
        QJsonObject{{u"format"_s, BundleManifest::format}, {u"product"_s, manifest.product},
            {u"schemaVersion"_s, manifest.schemaVersion}, {u"schemaChecksum"_s, manifest.schemaChecksum},
            {u"environment"_s, manifest.environment}, {u"environmentKind"_s, manifest.environmentKind},
            {u"asOf"_s, manifest.asOf.toUTC().toString(Qt::ISODateWithMs)}, {u"filter"_s, manifest.filter},
            {u"madeBy"_s, manifest.madeBy}, {u"more"_s, manifest.more},
            {u"sections"_s,
                sections}}).toJson(QJsonDocument::Compact);
    return magicLine + hashOf(line) + '\n' + line + '\n' + content;
}

Outcome<Bundle> readBundle(const QByteArray& file)
{
    if (!file.startsWith(magicLine))
        return unreadable(BundleTexts::tr("This file is no incident bundle of Signalbox."));
    qsizetype at = QByteArray(magicLine).size();
    const QByteArray hash = takeLine(file, at);
    const QByteArray line = takeLine(file, at);
    if (hash.isEmpty() || hashOf(line) != hash)
        return damaged();
    const QJsonObject json = QJsonDocument::fromJson(line).object();
    if (const int format = json.value(u"format"_s).toInt(); format > BundleManifest::format)
        return unreadable(
            BundleTexts::tr(
                "The incident bundle was made by a newer Signalbox (%1, format %2); this one reads format %3.")
                .arg(json.value(u"product"_s).toString(), QString::number(format),
                    QString::number(BundleManifest::format)),
            BundleTexts::tr("Open it with that version."));
    Bundle bundle{manifestOf(json), {}};
    const QJsonArray sections = json.value(u"sections"_s).toArray();
    for (const auto& value : sections) {
        const QJsonObject described = value.toObject();
        BundleSection section;
        section.name = described.value(u"name"_s).toString();
        section.rows = described.value(u"rows"_s).toInteger();
        section.bytes = described.value(u"bytes"_s).toInteger();
        section.sha256 = described.value(u"sha256"_s).toString().toLatin1();
        if (section.bytes < 4 || section.bytes > file.size() - at)
            return damaged();
        const QByteArray packed = file.mid(at, section.bytes);
        at += section.bytes;
        if (hashOf(packed) != section.sha256 || qFromBigEndian<quint32>(packed.constData()) > mostBytes)
            return damaged();
        section.lines = qUncompress(packed);
        if (section.lines.count('\n') != section.rows)
            return damaged();
        bundle.sections.append(section);
    }
    if (at != file.size() || !bundle.manifest.asOf.isValid())
        return damaged();
    return bundle;
}
