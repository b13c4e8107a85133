// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/outcome.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <string>

class QueryRunner;

struct IngestCounts
{
    qint64 received = 0;
    qint64 accepted = 0;
    qint64 duplicates = 0; ///< there already, word for word
    qint64 rejected = 0; ///< set aside with a reason
    qint64 orders = 0; ///< orders whose state was derived anew

    IngestCounts& operator+=(const IngestCounts& other);
    friend bool operator==(const IngestCounts&, const IngestCounts&) = default;
};

/// Something that could not even be read as an event, to be kept with its reason.
struct UnreadableItem
{
    QString origin; ///< file, table or program
    qint64 item = 0; ///< position there, from 1
    QString code;
    QString reason;
    QByteArray raw;
};

/// What one transaction takes in.
struct IngestBatch
{
    QByteArray events; ///< JSON array of CloudEvents; empty = none
    QList<UnreadableItem> unreadable;
    QString importer; ///< whose progress to note; empty = none
    qint64 done = 0;
    QList<qint64> places = {}; ///< of each event its position where it came from, from 1; empty = that in the batch
};

/// An event that the database set aside.
struct RejectedEvent
{
    qint64 item = 0; ///< position in the batch, from 1
    QString code;
    QString reason;
    QString id; ///< the event's id, where it has one
};

struct IngestResult
{
    IngestCounts counts;
    QList<RejectedEvent> rejected; ///< empty as well where the user may not read them
};

/// A difference that deriving the state again from the events has found.
struct RebuildDifference
{
    struct Change
    {
        QString field;
        std::string before; ///< JSON, as is what follows
        std::string after;
    };

    QString order;
    QString step; ///< empty: the order itself
    QString scope;
    QList<Change> changes;
};

struct RebuildPart
{
    std::optional<qint64> next; ///< call again with it; nullopt: done
    qint64 orders = 0;
    QList<RebuildDifference> differences;
};

/// Writes into the integration database through its functions: events, configuration, import progress. Blocks until the
/// server has answered, so it belongs on no GUI thread. What only lost a race is tried again; events can be sent again
/// safely.
class Ingestor
{
public:
    explicit Ingestor(QueryRunner& runner);

    /// All of it or nothing; a bad event is set aside and does not stop the others.
    Outcome<IngestResult> ingest(const IngestBatch& batch);

    /// Each takes the definition as JSON. The same again is no change.
    Outcome<int> installProcess(const QByteArray& definition);
    std::optional<Error> putCalendar(const QByteArray& definition);
    std::optional<Error> putChannel(const QByteArray& definition);

    /// How far an import came; 0 at first.
    Outcome<qint64> importProgress(const QString& importer);

    /// Derives the state of up to maxOrders orders behind afterId again, and says what was different.
    Outcome<RebuildPart> rebuild(qint64 afterId, int maxOrders);
    /// Learns anew what is usual for each step.
    std::optional<Error> refreshNorms();
    /// For the server's planner, after much has come in.
    std::optional<Error> collectStatistics();

private:
    std::optional<Error> call(const QByteArray& statement, const QByteArray& definition);
    QList<RejectedEvent> rejectedOf(const IngestBatch& batch, const QString& at);

    QueryRunner& m_runner;
};
