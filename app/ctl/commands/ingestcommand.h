// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/commandcontext.h"
#include "app/ctl/import/setaside.h"
#include "models/domain/jsonsplitter.h"
#include "models/store/ingestor.h"

#include <QFile>
#include <QList>
#include <QString>

class ProgressBar;

/// signalboxctl ingest: takes events from a file or the standard input, in batches, each in a transaction of its own.
/// The bytes of every event go to the database as they are.
class IngestCommand
{
    Q_DECLARE_TR_FUNCTIONS(IngestCommand)

public:
    /// "-" is the standard input.
    IngestCommand(const CommandContext& context, QString path);
    ExitCode run();

private:
    std::optional<Error> openInput();
    std::optional<Error> readAll(Ingestor& ingestor);
    void add(const JsonItem& item);
    bool isFull() const;
    std::optional<Error> send(Ingestor& ingestor);
    void note(const SetAside& item);
    void drawProgress(ProgressBar& bar) const;
    void printReport(double seconds) const;
    void printJson(double seconds) const;

    const CommandContext& m_context;
    QString m_path;
    QString m_origin;
    QFile m_file;
    QByteArray m_events; ///< of the batch, without the brackets
    QList<qint64> m_lines; ///< of the batch's events
    QList<qint64> m_places; ///< which events they are, from 1
    QList<UnreadableItem> m_unreadable; ///< of the batch
    IngestCounts m_counts;
    qint64 m_unreadableCount = 0;
    QList<SetAside> m_setAside; ///< the first ones
};
