// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/outcome.h"

#include <QFuture>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

/// How a tag is kept: in small letters, without the white space around it; empty when the text is none. The database
/// has the same rule.
QString tagOf(const QString& text);

/// What a change came to for one order.
struct TagResult
{
    qint64 order = 0;
    bool done = false;
    QString why; ///< when it was not
    QStringList added = {}; ///< what the order did not have before
    QStringList removed = {}; ///< what it did have

    bool hasChanged() const { return !added.isEmpty() || !removed.isEmpty(); }

    friend bool operator==(const TagResult&, const TagResult&) = default;
};

/// The words that people put on orders. Futures finish on any thread; use whenFinished().
class OrderTags
{
public:
    static constexpr int longest = 40;
    static constexpr int mostOfOrder = 20;
    static constexpr int mostInUse = 500; ///< that are offered
    static constexpr int mostOrders = 10'000; ///< in one change

    virtual ~OrderTags() = default;
    /// The tags that any order has, by name; the first mostInUse.
    virtual QFuture<Outcome<QStringList>> inUse() = 0;
    /// Of these orders, those without any left out.
    virtual QFuture<Outcome<QHash<qint64, QStringList>>> ofOrders(const QList<qint64>& orders) = 0;
    /// Every order that can be changed is, in one transaction with its entries in the audit trail.
    virtual QFuture<Outcome<QList<TagResult>>> change(
        const QList<qint64>& orders, const QStringList& add, const QStringList& remove, const QString& reason)
        = 0;
    /// Takes away what these changes added and puts back what they removed, as far as it still is as they left it; all
    /// in one transaction.
    virtual QFuture<Outcome<QList<TagResult>>> undo(const QList<TagResult>& changes) = 0;

protected:
    OrderTags() = default;
    OrderTags(const OrderTags&) = default;
    OrderTags& operator=(const OrderTags&) = default;
};
