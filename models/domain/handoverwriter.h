// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/handoverreport.h"

enum class HandoverFormat { Html, Pdf, Csv };

/// Puts a handover into files. Futures finish on any thread; use whenFinished().
class HandoverWriter
{
public:
    virtual ~HandoverWriter() = default;
    /// One file of each format in the folder, which is made where it is missing; a file that is there is never
    /// overwritten. Returns their paths.
    virtual QFuture<Outcome<QStringList>> write(
        const Handover& handover, const QList<HandoverFormat>& formats, const QString& folder)
        = 0;

protected:
    HandoverWriter() = default;
    HandoverWriter(const HandoverWriter&) = default;
    HandoverWriter& operator=(const HandoverWriter&) = default;
};
