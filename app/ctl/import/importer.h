// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/import/eventbuilder.h"
#include "app/ctl/import/importreport.h"
#include "app/ctl/import/importsink.h"
#include "app/ctl/import/importsource.h"
#include "app/ctl/import/mapping.h"
#include "app/ctl/import/rowstore.h"

#include <QHash>
#include <QString>

#include <functional>

/// Brings what a source holds into a sink: rows become events, a batch of them with the import's progress in one
/// transaction. Interrupted anywhere, the next run goes on behind the last batch; run again, it changes nothing.
class Importer
{
public:
    /// Between 0 and 1 (less than 0: unknown), and the orders so far; false gives the import up after the running
    /// batch.
    using Progress = std::function<bool(double, qint64)>;

    Importer(const Mapping& mapping, ImportSource& source, ImportSink& sink);

    /// Sends everything once more, also what an earlier run has stored.
    void startOver() { m_startOver = true; }
    Outcome<ImportReport> run(const Progress& progress);

    /// Orders per transaction: about 2,000 events of usual orders.
    static constexpr int ordersPerBatch = 500;

private:
    std::optional<Error> begin();
    std::optional<Error> take(const SourceBatch& batch, bool& finished);
    void build(const SourceBatch& batch, QList<QByteArray>& events, QList<SetAside>& setAside);
    void count(const BuiltOrder& order);
    std::optional<Error> store(
        const SourceBatch& batch, const QList<QByteArray>& events, const QList<SetAside>& setAside);

    const Mapping& m_mapping;
    ImportSource& m_source;
    ImportSink& m_sink;
    RowStore m_joined;
    EventBuilder m_builder;
    ImportReport m_report;
    QString m_importer;
    QHash<QString, qsizetype> m_findings; ///< position in the report
    qint64 m_storedBefore = 0;
    bool m_startOver = false;
};
