// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ordertags.h"
#include "models/store/queryrunner.h"

/// Tags of orders in `integration`.
class PgOrderTags final : public OrderTags
{
public:
    explicit PgOrderTags(QueryRunner& runner)
        : m_runner(runner)
    { }

    QFuture<Outcome<QStringList>> inUse() override;
    QFuture<Outcome<QHash<qint64, QStringList>>> ofOrders(const QList<qint64>& orders) override;
    QFuture<Outcome<QList<TagResult>>> change(
        const QList<qint64>& orders, const QStringList& add, const QStringList& remove, const QString& reason) override;
    QFuture<Outcome<QList<TagResult>>> undo(const QList<TagResult>& changes) override;

private:
    QueryRunner& m_runner;
};
