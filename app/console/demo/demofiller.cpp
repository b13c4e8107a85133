// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/demo/demofiller.h"

#include "app/console/demo/sampleorders.h"
#include "models/store/deliverystore.h"
#include "models/store/demodatabase.h"
#include "models/store/ingestor.h"
#include "models/store/migrations.h"
#include "models/store/store.h"

#include <QCoreApplication>
#include <QDateTime>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 freshSeconds = qint64{2} * 3600;
constexpr qsizetype batchSize = 1000;

std::optional<Error> migrate(Store& store)
{
    const auto migrated = Migrations(store.settings()).migrate();
    return migrated ? std::nullopt : std::optional(migrated.error());
}

/// Samples are not worth keeping: a schema of another version is made anew.
std::optional<Error> bringSchema(Store& store)
{
    const auto status = Migrations(store.settings()).status();
    if (!status)
        return status.error();
    switch (status.value().state) {
    case SchemaStatus::State::Current:
        return std::nullopt;
    case SchemaStatus::State::Missing:
    case SchemaStatus::State::Behind:
    case SchemaStatus::State::Foreign: // which is refused there
        return migrate(store);
    case SchemaStatus::State::Newer:
    case SchemaStatus::State::Altered:
        return DemoDatabase(store.runner()).remake();
    }
    return std::nullopt;
}

/// What an earlier fill left, finished or not, goes.
std::optional<Error> dropOldSamples(Store& store)
{
    auto error = DemoDatabase(store.runner()).remake();
    return error && error->kind == Failure::Permission ? std::nullopt : error; // not marked yet: a new database
}

std::optional<Error> ingestAll(Ingestor& ingestor, const QList<QByteArray>& events, qint64 stamp)
{
    for (qsizetype from = 0; from < events.size(); from += batchSize) {
        IngestBatch batch;
        batch.events = '[' + events.mid(from, batchSize).join(',') + ']';
        if (from + batchSize >= events.size()) {
            batch.importer = u"demo"_s; // noted last, with the last events: a fill that broke off starts over
            batch.done = stamp;
        }
        const auto result = ingestor.ingest(batch);
        if (!result)
            return result.error();
    }
    return std::nullopt;
}

/// No relay looks after the samples: what one would find is looked for here.
std::optional<Error> findProblems(Store& store)
{
    DeliveryStore relay(store.runner(), u"demo"_s);
    if (const auto overdue = relay.watchOverdue(); !overdue)
        return overdue.error();
    const auto reported = relay.watchReported();
    return reported ? std::nullopt : std::optional(reported.error());
}

} // namespace

std::optional<Error> fillDemo(Store& store)
{
    if (auto error = bringSchema(store))
        return error;
    Ingestor ingestor(store.runner());
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto filled = ingestor.importProgress(u"demo"_s);
    if (!filled)
        return filled.error();
    const qint64 age = now.toSecsSinceEpoch() - filled.value();
    if (age >= 0 && age < freshSeconds)
        return findProblems(store);
    if (auto error = dropOldSamples(store))
        return error;
    const QString name
        = QCoreApplication::translate("DemoFiller", "Demo", "name of the environment with sample orders");
    if (auto error = DemoDatabase(store.runner()).mark(name))
        return error;
    const SampleOrders samples(now);
    for (const QByteArray& channel : samples.channels()) {
        if (auto error = ingestor.putChannel(channel))
            return error;
    }
    for (const QByteArray& broken : samples.brokenEvents()) {
        IngestBatch batch;
        batch.events = '[' + broken + ']';
        if (const auto taken = ingestor.ingest(batch); !taken)
            return taken.error();
    }
    if (auto error = ingestAll(ingestor, samples.events(), now.toSecsSinceEpoch()))
        return error;
    if (auto error = ingestor.refreshNorms())
        return error;
    return findProblems(store);
}
