// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakesources.h"
#include "models/domain/savedview.h"

/// Keeps everything that was asked for, so that a test answers when it likes.
class FakeViews final : public SavedViews
{
public:
    QFuture<Outcome<QList<SavedView>>> views() override { return lists.ask(); }
    QFuture<Outcome<qint64>> save(const SavedView& view) override
    {
        saved.append(view);
        return ids.ask();
    }
    QFuture<Outcome<qint64>> remove(qint64 id) override
    {
        removed.append(id);
        return ids.ask();
    }
    QFuture<Outcome<qint64>> setDefault(const QString& role, SavedView::Screen, qint64 id) override
    {
        defaults.append({role, id});
        return ids.ask();
    }

    QList<SavedView> saved;
    QList<qint64> removed;
    QList<std::pair<QString, qint64>> defaults;
    PendingAnswers<QList<SavedView>> lists;
    PendingAnswers<qint64> ids;
};
