// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakesources.h"
#include "models/domain/runbook.h"

/// Keeps everything that was asked for, so that a test answers when it likes.
class FakeRunbooks final : public Runbooks
{
public:
    QFuture<Outcome<QList<Runbook>>> runbooks() override { return lists.ask(); }
    QFuture<Outcome<qint64>> put(const Runbook& runbook) override
    {
        written.append(runbook);
        return ids.ask();
    }
    QFuture<Outcome<qint64>> remove(qint64 id, int version) override
    {
        removed.append({id, version});
        return ids.ask();
    }

    QList<Runbook> written;
    QList<std::pair<qint64, int>> removed;
    PendingAnswers<QList<Runbook>> lists;
    PendingAnswers<qint64> ids;
};
