// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakesources.h"
#include "models/domain/handoverwriter.h"

/// Keeps what was asked for, so that a test answers when it likes.
class FakeHandovers final : public HandoverSource, public HandoverWriter
{
public:
    struct Writing
    {
        QDateTime asOf;
        QList<HandoverFormat> formats;
        QString folder;
    };

    QFuture<Outcome<Handover>> handover(const HandoverRequest& request) override
    {
        requests.append(request);
        return answers.ask();
    }
    QFuture<Outcome<QStringList>> write(
        const Handover& handover, const QList<HandoverFormat>& formats, const QString& folder) override
    {
        writings.append({handover.asOf, formats, folder});
        return paths.ask();
    }

    QList<HandoverRequest> requests;
    QList<Writing> writings;
    PendingAnswers<Handover> answers;
    PendingAnswers<QStringList> paths;
};
