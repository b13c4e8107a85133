// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/outcome.h"
#include "models/store/ingestor.h"

#include <optional>

/// Where an import's events go.
class ImportSink
{
public:
    virtual ~ImportSink() = default;
    virtual std::optional<Error> putChannel(const QByteArray& definition) = 0;
    virtual Outcome<qint64> progress(const QString& importer) = 0;
    virtual Outcome<IngestResult> store(const IngestBatch& batch) = 0;

protected:
    ImportSink() = default;
    ImportSink(const ImportSink&) = default;
    ImportSink& operator=(const ImportSink&) = default;
};

/// The integration database.
class DatabaseSink final : public ImportSink
{
public:
    explicit DatabaseSink(Ingestor& ingestor)
        : m_ingestor(ingestor)
    { }
    std::optional<Error> putChannel(const QByteArray& definition) override { return m_ingestor.putChannel(definition); }
    Outcome<qint64> progress(const QString& importer) override { return m_ingestor.importProgress(importer); }
    Outcome<IngestResult> store(const IngestBatch& batch) override { return m_ingestor.ingest(batch); }

private:
    Ingestor& m_ingestor;
};
