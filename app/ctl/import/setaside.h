// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/outcome.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QString>

/// How many of them a report lists; it counts the others.
inline constexpr qsizetype shownPlaces = 20;

/// A row (or event) that could not be taken: where it stood, what is wrong with it, and the bytes as they were.
struct SetAside
{
    Q_DECLARE_TR_FUNCTIONS(SetAside)

public:
    QString origin; ///< file name or table
    qint64 line = 0; ///< line or row number, from 1; 0 = the file as a whole
    QString column; ///< the column's name, or its number where it has none; may be empty
    QString code; ///< short and stable: bad_time, too_few_columns, ...
    QString reason; ///< one sentence in English: rejectionReason() says it in the person's language
    QByteArray raw;
    qint64 event = 0; ///< which event of the input, from 1; 0 = it is none

    /// "orders.csv, line 12, column price: ..." for reports.
    QString inWords() const;
    /// What to say when there was nothing but such.
    static Error nothingTaken(qint64 count);
};
