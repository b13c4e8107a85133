// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/pgordertags.h"

#include "models/store/orderrow.h"
#include "models/store/sqlterms.h"

#include <map>
#include <utility>

namespace {

QList<TagResult> changeTags(pqxx::transaction_base& tx, const QList<qint64>& orders, const QStringList& add,
    const QStringList& remove, const QString& reason)
{
    QList<TagResult> results;
    const pqxx::result rows = exec(tx,
        "SELECT order_id, done, why, array_to_string(put, ',') AS put, array_to_string(taken, ',') AS taken "
        "FROM integration.change_tags($1::bigint[], $2::text[], $3::text[], $4)",
        {idArray(orders), arrayText(add), arrayText(remove), reason.toStdString()});
    for (const auto& row : rows)
        results.append({row["order_id"].as<qint64>(), row["done"].as<bool>(), readText(row["why"]),
            readList(row["put"]), readList(row["taken"])});
    return results;
}

} // namespace

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
        .write([orders, add, remove, reason](
                   WriteScope& scope) { return changeTags(scope.tx, orders, add, remove, reason); })
        .future;
}

QFuture<Outcome<QList<TagResult>>> PgOrderTags::undo(const QList<TagResult>& changes)
{
    return m_runner
        .write([changes](WriteScope& scope) {
            std::map<std::pair<QStringList, QStringList>, QList<qint64>> orders; // most had the same change
            for (const TagResult& change : changes)
                orders[{change.added, change.removed}].append(change.order);
            QList<TagResult> results;
            for (const auto& [tags, ofThese] : orders)
                results.append(changeTags(scope.tx, ofThese, tags.second, tags.first, QStringLiteral("undo")));
            for (TagResult& result : results) {
                if (result.done && !result.hasChanged()) {
                    result.done = false;
                    result.why = QStringLiteral("changed since you looked");
                }
            }
            return results;
        })
        .future;
}
