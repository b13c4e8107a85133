// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/import/importsource.h"
#include "app/ctl/import/setaside.h"
#include "models/store/ingestor.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

/// How often one check of the mapping has found something, and where first.
struct FindingCount
{
    QString finding;
    QString text;
    qint64 orders = 0;
    QStringList examples; ///< the first orders' keys
};

/// What came of an import.
struct ImportReport
{
    static constexpr qsizetype keptPlaces = 1000;
    static constexpr qsizetype keptExamples = 3;

    QString mapping;
    QString title;
    QList<SourceCount> sources;
    qint64 orders = 0; ///< read, whether new or not
    qint64 events = 0; ///< made of them
    qint64 storedBefore = 0; ///< of these, by an earlier run that was interrupted or complete
    IngestCounts counts; ///< what the database said to the rest
    QList<FindingCount> findings; ///< in the mapping's order, those without any too
    qint64 setAsideCount = 0;
    QMap<QString, qint64> setAsideByCode;
    QList<SetAside> setAside; ///< the first keptPlaces, without their bytes
    qint64 ambiguousTimes = 0;
    qint64 skippedTimes = 0;
    double seconds = 0;

    void add(const SetAside& item);
};
