// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/pgordertags.h"

#include "models/store/orderrow.h"
#include "models/store/sqlterms.h"

QFuture<Outcome<QStringList>> PgOrderTags::inUse()
{
    return m_runner
        .read([](ReadScope& scope) {
            QStringList tags;
            const pqxx::result rows
                = exec(scope.tx, "SELECT integration.tags_in_use($1::int)", {std::to_string(mostInUse)});
            for (const auto& row : rows)
                tags.append(readText(row[0]));
            return tags;
        })
        .future;
}

QFuture<Outcome<QHash<qint64, QStringList>>> PgOrderTags::ofOrders(const QList<qint64>& orders)
{
    return m_runner
        .read([orders](ReadScope& scope) {
            QHash<qint64, QStringList> tags;
            const pqxx::result rows = exec(scope.tx,
                "SELECT t.order_id, t.tag FROM integration.order_tag t WHERE t.order_id = ANY ($1::bigint[]) ORDER BY t.tag",
                {idArray(orders)});
            for (const auto& row : rows)
                tags[row[0].as<qint64>()].append(readText(row[1]));
            return tags;
        })
        .future;
}

QFuture<Outcome<QList<TagResult>>> PgOrderTags::change(
    const QList<qint64>& orders, const QStringList& add, const QStringList& remove, const QString& reason)
{
    return m_runner
        .write([orders = idArray(orders), add = arrayText(add), remove = arrayText(remove),
                   reason = reason.toStdString()](WriteScope& scope) {
            QList<TagResult> results;
            const pqxx::result rows = exec(scope.tx,
                "SELECT order_id, done, why FROM integration.change_tags($1::bigint[], $2::text[], $3::text[], $4)",
                {orders, add, remove, reason});
            for (const auto& row : rows)
                results.append({row["order_id"].as<qint64>(), row["done"].as<bool>(), readText(row["why"])});
            return results;
        })
        .future;
}
