// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/handoverwriter.h"

#include <QCoreApplication>
#include <QThreadPool>

/// Handovers in files, written on a thread of its own.
class HandoverFiles final : public HandoverWriter
{
    Q_DECLARE_TR_FUNCTIONS(HandoverFiles)

public:
    explicit HandoverFiles(ReportManner manner);
    ~HandoverFiles() override;

    QFuture<Outcome<QStringList>> write(
        const Handover& handover, const QList<HandoverFormat>& formats, const QString& folder) override;

    /// What a file of this format holds. PDF needs an application that draws.
    static Outcome<QByteArray> content(const Handover& handover, HandoverFormat format, const ReportManner& manner);
    /// Writes a whole file, or none.
    static std::optional<Error> save(const QString& path, const QByteArray& content);

private:
    static Outcome<QStringList> writeAll(const Handover& handover, const QList<HandoverFormat>& formats,
        const QString& folder, const ReportManner& manner);

    ReportManner m_manner;
    QThreadPool m_thread;
};
