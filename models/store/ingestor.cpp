// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/ingestor.h"

#include "models/store/pqxxcompat.h"
#include "models/store/queryrunner.h"

#include <nlohmann/json.hpp>

#include <string>

using namespace Qt::StringLiterals;

namespace {
constexpr int maxTries = 5;

std::string sql(const QString& text)
{
    return text.toStdString();
}

std::string hexBytes(const QByteArray& bytes)
{
    return "\\x" + bytes.toHex().toStdString();
}

struct Taken
{
    IngestCounts counts;
    QString at; ///< the transaction's time, by which its rejections are found
};

void setAside(pqxx::transaction_base& tx, const UnreadableItem& item)
{
    exec(tx, "SELECT integration.reject($1::text, $2::bigint, $3::text, $4::text, $5::bytea)",
        {sql(item.origin), std::to_string(item.item), sql(item.code), sql(item.reason), hexBytes(item.raw)});
}

SqlText placesOf(const IngestBatch& batch)
{
    if (batch.places.isEmpty())
        return std::nullopt;
    std::string places;
    for (const qint64 place : batch.places)
        places += (places.empty() ? "{" : ",") + std::to_string(place);
    return places + "}";
}

Taken take(pqxx::transaction_base& tx, const IngestBatch& batch)
{
    Taken taken;
    if (!batch.events.isEmpty()) {
        const std::string events = batch.importer.isEmpty() ? "$1::jsonb" : "integration.as_corrections($1::jsonb)";
        const pqxx::result rows = exec(tx,
            "SELECT (r->>'received')::bigint, (r->>'accepted')::bigint, (r->>'duplicates')::bigint, "
            "(r->>'rejected')::bigint, (r->>'orders')::bigint, now()::text FROM integration.ingest("
                + events + ", $2::bigint[]) AS r",
            {batch.events.toStdString(), placesOf(batch)});
        const pqxx::row row = rows.at(0);
        taken.counts
            = {row[0].as<qint64>(), row[1].as<qint64>(), row[2].as<qint64>(), row[3].as<qint64>(), row[4].as<qint64>()};
        taken.at = QString::fromUtf8(row[5].c_str());
    }
    for (const UnreadableItem& item : batch.unreadable)
        setAside(tx, item);
    if (!batch.importer.isEmpty())
        exec(tx, "SELECT integration.set_import_progress($1::text, $2::bigint)",
            {sql(batch.importer), std::to_string(batch.done)});
    return taken;
}

QString textIn(const nlohmann::json& object, const char* name)
{
    const auto text = object.find(name);
    return text != object.end() && text->is_string() ? QString::fromStdString(text->get<std::string>()) : QString();
}

RebuildDifference rebuildDifference(const nlohmann::json& json)
{
    RebuildDifference difference{textIn(json, "order"), textIn(json, "step"), textIn(json, "scope"), {}};
    for (const auto& change : json.value("changes", nlohmann::json::array()))
        difference.changes.append({textIn(change, "field"), change.value("before", nlohmann::json()).dump(),
            change.value("after", nlohmann::json()).dump()});
    return difference;
}

RebuildPart rebuildPart(const std::string& answer)
{
    RebuildPart part;
    const auto json = nlohmann::json::parse(answer, nullptr, false);
    if (!json.is_object())
        return part;
    if (const auto next = json.find("next"); next != json.end() && next->is_number_integer())
        part.next = next->get<qint64>();
    part.orders = json.value("orders", qint64(0));
    const auto differences = json.find("differences");
    if (differences == json.end() || !differences->is_array())
        return part;
    for (const auto& difference : *differences)
        part.differences.append(rebuildDifference(difference));
    return part;
}
} // namespace

IngestCounts& IngestCounts::operator+=(const IngestCounts& other)
{
    received += other.received;
    accepted += other.accepted;
    duplicates += other.duplicates;
    rejected += other.rejected;
    orders += other.orders;
    return *this;
}

Ingestor::Ingestor(QueryRunner& runner)
    : m_runner(runner)
{ }

Outcome<IngestResult> Ingestor::ingest(const IngestBatch& batch)
{
    Error error;
    for (int i = 0; i < maxTries; ++i) {
        const auto taken = m_runner.writeNow([&batch](WriteScope& scope) { return take(scope.tx, batch); });
        if (taken) {
            IngestResult result{taken.value().counts, {}};
            if (result.counts.rejected > 0)
                result.rejected = rejectedOf(batch, taken.value().at);
            return result;
        }
        error = taken.error();
        // in doubt too: an event that did come in is a duplicate the second time
        if (error.kind != Failure::Retryable && error.kind != Failure::InDoubt)
            break;
    }
    return error;
}

QList<RejectedEvent> Ingestor::rejectedOf(const IngestBatch& batch, const QString& at)
{
    const auto found = m_runner.readNow([&batch, &at](ReadScope& scope) {
        const pqxx::result rows = exec(scope.tx,
            "SELECT b.n, r.code, r.reason, coalesce(r.event_id, '') FROM integration.rejected_event r "
            "JOIN jsonb_array_elements($1::jsonb) WITH ORDINALITY AS b(e, n) ON r.raw = convert_to(b.e::text, 'UTF8') "
            "WHERE r.last_at = $2::timestamptz AND r.origin = 'ingest' ORDER BY b.n",
            {batch.events.toStdString(), sql(at)});
        QList<RejectedEvent> rejected;
        for (const auto& row : rows)
            rejected.append({row[0].as<qint64>(), QString::fromUtf8(row[1].c_str()), QString::fromUtf8(row[2].c_str()),
                QString::fromUtf8(row[3].c_str())});
        return rejected;
    });
    return found ? found.value() : QList<RejectedEvent>(); // a producer may write events and read nothing
}

Outcome<int> Ingestor::installProcess(const QByteArray& definition)
{
    return m_runner.writeNow([&definition](WriteScope& scope) {
        return exec(scope.tx, "SELECT integration.install_process($1::jsonb)", {definition.toStdString()})
            .at(0)[0]
            .as<int>();
    });
}

std::optional<Error> Ingestor::call(const QByteArray& statement, const QByteArray& definition)
{
    const auto done = m_runner.writeNow([&](WriteScope& scope) {
        exec(scope.tx, statement.toStdString(), {definition.toStdString()});
        return true;
    });
    return done ? std::nullopt : std::optional(done.error());
}

std::optional<Error> Ingestor::putCalendar(const QByteArray& definition)
{
    return call("SELECT integration.put_calendar($1::jsonb)", definition);
}

std::optional<Error> Ingestor::putChannel(const QByteArray& definition)
{
    return call("SELECT integration.put_channel($1::jsonb)", definition);
}

Outcome<qint64> Ingestor::importProgress(const QString& importer)
{
    return m_runner.readNow([&importer](ReadScope& scope) {
        const pqxx::result rows = exec(scope.tx, "SELECT integration.import_progress($1::text)", {sql(importer)});
        return rows.at(0)[0].is_null() ? qint64(0) : rows.at(0)[0].as<qint64>();
    });
}

Outcome<RebuildPart> Ingestor::rebuild(qint64 afterId, int maxOrders)
{
    return m_runner.writeNow([&](WriteScope& scope) {
        const pqxx::result rows = exec(scope.tx, "SELECT integration.rebuild($1::bigint, $2::int)",
            {std::to_string(afterId), std::to_string(maxOrders)});
        return rebuildPart(rows.at(0)[0].c_str());
    });
}

std::optional<Error> Ingestor::refreshNorms()
{
    const auto done = m_runner.writeNow([](WriteScope& scope) {
        exec(scope.tx, "SELECT integration.refresh_norms()");
        return true;
    });
    return done ? std::nullopt : std::optional(done.error());
}

std::optional<Error> Ingestor::collectStatistics()
{
    const auto done = m_runner.writeNow([](WriteScope& scope) {
        exec(scope.tx, "SELECT integration.collect_statistics()");
        return true;
    });
    return done ? std::nullopt : std::optional(done.error());
}
