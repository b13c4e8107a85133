// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/print/handoverfiles.h"

#include "app/print/reportpdf.h"
#include "models/domain/handovercsv.h"
#include "models/domain/reporthtml.h"

#include <QDir>
#include <QFile>
#include <QPromise>
#include <QSaveFile>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

QString ending(HandoverFormat format)
{
    switch (format) {
    case HandoverFormat::Html:
        return u".html"_s;
    case HandoverFormat::Pdf:
        return u".pdf"_s;
    case HandoverFormat::Csv:
        return u".csv"_s;
    }
    return {};
}

/// Of this name, with a number behind it where such a file is there already.
QString freePath(const QDir& folder, const QString& name, const QString& end)
{
    QString path = folder.filePath(name + end);
    for (int number = 2; QFile::exists(path); ++number)
        path = folder.filePath(name + u'-' + QString::number(number) + end);
    return path;
}

} // namespace

HandoverFiles::HandoverFiles(ReportManner manner)
    : m_manner(std::move(manner))
{
    m_thread.setObjectName(u"handover files"_s);
    m_thread.setMaxThreadCount(1);
}

HandoverFiles::~HandoverFiles()
{
    m_thread.waitForDone();
}

Outcome<QByteArray> HandoverFiles::content(const Handover& handover, HandoverFormat format, const ReportManner& manner)
{
    switch (format) {
    case HandoverFormat::Html:
        return reportHtml(handoverReport(handover, manner)).toUtf8();
    case HandoverFormat::Pdf:
        return reportPdf(handoverReport(handover, manner));
    case HandoverFormat::Csv:
        break;
    }
    return handoverCsv(handover, manner);
}

std::optional<Error> HandoverFiles::save(const QString& path, const QByteArray& content)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit())
        return std::nullopt;
    return Error{
        Failure::Other, tr("%1 cannot be written: %2").arg(QDir::toNativeSeparators(path), file.errorString()), {}, {}};
}

Outcome<QStringList> HandoverFiles::writeAll(
    const Handover& handover, const QList<HandoverFormat>& formats, const QString& folder, const ReportManner& manner)
{
    const QDir place(folder);
    if (!place.mkpath(u"."_s))
        return Error{Failure::Other, tr("The folder %1 cannot be made.").arg(QDir::toNativeSeparators(folder)), {}, {}};
    QStringList paths;
    for (const HandoverFormat format : formats) {
        const auto bytes = content(handover, format, manner);
        if (!bytes)
            return bytes.error();
        const QString path = freePath(place, handoverFileName(handover, manner), ending(format));
        if (const auto error = save(path, bytes.value()))
            return *error;
        paths.append(path);
    }
    return paths;
}

QFuture<Outcome<QStringList>> HandoverFiles::write(
    const Handover& handover, const QList<HandoverFormat>& formats, const QString& folder)
{
    auto promise = std::make_shared<QPromise<Outcome<QStringList>>>();
    promise->start();
    m_thread.start([promise, handover, formats, folder, manner = m_manner] {
        promise->addResult(writeAll(handover, formats, folder, manner));
        promise->finish();
    });
    return promise->future();
}
