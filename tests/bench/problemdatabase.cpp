// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/problemdatabase.h"

#include "models/store/pqxxcompat.h"
#include "models/store/session.h"
#include "tests/bench/benchserver.h"

#include <algorithm>

namespace {

constexpr auto groupsSql
    = "INSERT INTO integration.exception_group (fingerprint, flow, kind, error_class, error_code, sample) "
      "SELECT md5(i::text), 'flow' || i % 40, 'delivery_failure', 'data', 'E' || i, (ARRAY['Tax code V1 of material 10 is not maintained for plant 1000', "
      "'Customer \"Bell\" is not known in sales area 0001', 'Price 5.00 differs from 4.90', 'Stock of \"SKU-1\" is locked', 'Order block 01 set'])[1 + i % 5] "
      "FROM generate_series(1, 500) i";
constexpr auto problemsSql
    = "INSERT INTO integration.exception (kind, queue, severity, fingerprint, group_id, flow, order_id, currency, total_minor, due_at, error_class, error_effect, error_code, "
      "error_text, opened_at, last_at) SELECT CASE WHEN i % 50 = 0 THEN 'in_doubt' ELSE 'delivery_failure' END, 'team' || g.id % 7, 'normal', g.fingerprint, g.id, g.flow, i, "
      "CASE WHEN i % 10 = 0 THEN 'CHF' ELSE 'EUR' END, i % 100000, now() + (i % 200000 - 50000) * interval '1 s', 'data', 'not_applied', g.error_code, "
      "replace(replace(g.sample, '10 ', i || ' '), 'Bell', 'Customer ' || i), now() - ($2::int - i) * interval '86 ms', now() - ($2::int - i) * interval '86 ms' "
      "FROM generate_series($1::int, $2::int) i JOIN integration.exception_group g ON g.id = i % 500 + 1";

} // namespace

void ProblemDatabase::fill(const ConnectionSettings& settings, int problems)
{
    Session session(settings);
    pqxx::nontransaction tx(session.connection());
    if (!exec(tx, "SELECT 1 FROM integration.exception LIMIT 1").empty())
        return;
    exec(tx, groupsSql);
    exec(tx, "DROP INDEX IF EXISTS integration.exception_search"); // made at once it takes less time
    constexpr int portion = 50'000;
    for (int first = 1; first <= problems; first += portion)
        exec(tx, problemsSql, {std::to_string(first), std::to_string(std::min(first + portion - 1, problems))});
    exec(tx, "SELECT integration.index_search()");
    exec(tx, "SELECT integration.fold_tallies()");
    exec(tx, "VACUUM ANALYZE integration.exception");
    exec(tx, "ANALYZE integration.exception_tally");
    exec(tx, "ANALYZE integration.exception_group");
}
