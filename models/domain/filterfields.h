// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/filterexpression.h"

#include <QList>
#include <QString>
#include <QStringList>

/// What the values of a field of the filter language look like.
enum class FilterKind {
    Words, ///< free text
    Choice, ///< one of a closed set
    Duration,
    Time,
    Decimal,
    Number ///< whole, not negative
};

/// A field of the filter language as it is written.
struct FilterFieldInfo
{
    FilterField field;
    QString name;
    FilterKind kind = FilterKind::Words;
    bool wildcards = false;
    QStringList choices; ///< of a Choice
    QString alias; ///< another spelling that is understood
};

/// All fields but the bare text, in the order in which they are offered.
const QList<FilterFieldInfo>& filterFields(FilterSubject subject = FilterSubject::Orders);
/// A field that both subjects have is the same but for its choices.
const FilterFieldInfo& filterField(FilterField field);
const FilterFieldInfo* findFilterField(const QString& name, FilterSubject subject = FilterSubject::Orders);

/// What a field means, for the completion. Translated.
QString filterFieldNote(FilterField field, FilterSubject subject = FilterSubject::Orders);
/// What a value of a field means: "Order created in the ERP". Translated; the value itself where nothing is known.
QString filterValueTitle(FilterField field, const QString& value, FilterSubject subject = FilterSubject::Orders);

/// The candidate that was most likely meant; empty when none is close.
QString nearestWord(const QString& word, const QStringList& candidates);
