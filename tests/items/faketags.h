// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakesources.h"
#include "models/domain/ordertags.h"

/// Keeps everything that was asked for, so that a test answers when it likes.
class FakeTags final : public OrderTags
{
public:
    struct Change
    {
        QList<qint64> orders;
        QStringList add;
        QStringList remove;
        QString reason;
    };

    QFuture<Outcome<QStringList>> inUse() override { return used.ask(); }
    QFuture<Outcome<QHash<qint64, QStringList>>> ofOrders(const QList<qint64>& orders) override
    {
        asked.append(orders);
        return tags.ask();
    }
    QFuture<Outcome<QList<TagResult>>> change(
        const QList<qint64>& orders, const QStringList& add, const QStringList& remove, const QString& reason) override
    {
        changed.append({orders, add, remove, reason});
        return changes.ask();
    }
    QFuture<Outcome<QList<TagResult>>> undo(const QList<TagResult>& what) override
    {
        undone.append(what);
        return undos.ask();
    }

    QList<QList<qint64>> asked;
    QList<Change> changed;
    PendingAnswers<QStringList> used;
    PendingAnswers<QHash<qint64, QStringList>> tags;
    PendingAnswers<QList<TagResult>> changes;
    QList<QList<TagResult>> undone;
    PendingAnswers<QList<TagResult>> undos;
};
