// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/messagerecords.h"

#include "models/store/pqxxcompat.h"
#include "models/store/queryrunner.h"

namespace {

// A cursor, so that a million contents are never in memory at once. Only the target's own word is proof: what a person
// or another event settled has no try that says so.
constexpr const char* allMessages = R"(
    DECLARE messages NO SCROLL CURSOR FOR
    SELECT t.id, t.flow, g.base_url || f.path, t.idempotency_key, t.status,
           CASE WHEN t.status = 'delivered' THEN CASE WHEN EXISTS (
                    SELECT FROM integration.attempt a WHERE a.transaction_id = t.id
                    AND (a.outcome IN ('delivered', 'found') OR a.error_effect = 'applied')) THEN 0 ELSE 1 END
                WHEN t.status IN ('delivering', 'in_doubt') OR t.error_effect = 'unknown' THEN 2
                ELSE 3 END,
           COALESCE(integration.transaction_payload(t.id), '')
    FROM integration.transaction t
    JOIN integration.flow f ON f.code = t.flow
    JOIN integration.target g ON g.code = t.target
    ORDER BY t.id)";

} // namespace

Outcome<qint64> readMessageRecords(QueryRunner& runner, const std::function<void(MessageRecord)>& take)
{
    return runner.readNow([&take](ReadScope& scope) {
        exec(scope.tx, allMessages);
        for (qint64 count = 0;;) {
            const pqxx::result page = exec(scope.tx, "FETCH FORWARD 5000 FROM messages");
            if (page.empty())
                return count;
            for (const auto& row : page) {
                take({row[0].as<qint64>(), row[1].c_str(), row[2].c_str(), row[3].c_str(), row[4].c_str(),
                    static_cast<MessageRecord::Said>(row[5].as<int>()), row[6].c_str()});
                ++count;
            }
        }
    });
}
