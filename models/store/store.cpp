// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/store.h"

#include "models/store/bundledatabase.h"
#include "models/store/migrations.h"
#include "models/store/pqxxcompat.h"

namespace {

std::optional<Error> prepare(const ConnectionSettings& settings, Store::Schema schema)
{
    const Migrations migrations(settings);
    if (schema == Store::Schema::Ignore)
        return std::nullopt;
    if (schema == Store::Schema::Bring) {
        const auto migrated = migrations.migrate();
        return migrated ? std::nullopt : std::optional(migrated.error());
    }
    const auto status = migrations.status();
    return status ? Migrations::problem(status.value()) : status.error();
}

/// Partitions ahead, old change notices gone: whoever may do it does it when coming by.
bool maintain(WriteScope& scope)
{
    const auto allowed = exec(scope.tx,
        "SELECT 1 WHERE NOT pg_is_in_recovery() AND to_regprocedure('integration.maintain()') IS NOT NULL "
        "AND has_function_privilege('integration.maintain()', 'EXECUTE')");
    if (!allowed.empty())
        exec(scope.tx, "SELECT integration.maintain()");
    return !allowed.empty();
}

} // namespace

Outcome<std::shared_ptr<Store>> Store::open(const Options& options)
{
    if (!options.bundle.isEmpty())
        return openBundle(options);
    const auto chosen = ConnectionSettings::choose(options.database);
    if (!chosen && !options.embeddedOnly)
        return chosen.error();
    std::shared_ptr<Store> store(new Store);
    ConnectionSettings settings = chosen ? chosen.value() : ConnectionSettings();
    if (settings.isEmbedded() || options.embeddedOnly) {
        store->m_server = std::make_unique<EmbeddedServer>();
        const auto started = store->m_server->start(options.embeddedDatabase);
        if (!started)
            return started.error();
        settings = started.value();
    }
    if (const auto problem = prepare(settings, store->m_server ? options.embedded : options.named))
        return *problem;
    store->m_runner = std::make_unique<QueryRunner>(settings, options.limits);
    if (options.maintain)
        store->m_runner->write(&maintain);
    return store;
}

Outcome<std::shared_ptr<Store>> Store::openBundle(const Options& options)
{
    std::shared_ptr<Store> store(new Store);
    store->m_server = std::make_unique<EmbeddedServer>();
    const auto started = store->m_server->start(QStringLiteral("postgres"));
    if (!started)
        return started.error();
    const auto opened = BundleDatabase(started.value()).open(options.bundle);
    if (!opened)
        return opened.error();
    if (const auto problem = prepare(opened.value(), Schema::Require))
        return *problem;
    store->m_runner = std::make_unique<QueryRunner>(opened.value(), options.limits);
    return store;
}
