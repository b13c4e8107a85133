// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/import/mapping.h"
#include "app/ctl/import/rowstore.h"
#include "app/ctl/import/setaside.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

/// What became of one order's rows.
struct BuiltOrder
{
    QString key;
    QList<QByteArray> events; ///< CloudEvents as JSON, order_captured first
    QList<SetAside> setAside; ///< the order's row (then there are no events) or lines of it
    QStringList findings; ///< names of the mapping's checks that apply
};

/// Turns the rows of an order into CloudEvents by a mapping. The same rows give the same events with the same ids,
/// whenever and however often they are read; changed rows give new ids.
class EventBuilder
{
public:
    EventBuilder(const Mapping& mapping, const RowStore& store);

    BuiltOrder build(const Row& order) const;

private:
    struct Draft; ///< hides the JSON library
    /// Where a mistake stands: no column: the row as a whole; no row: the order's.
    struct Place
    {
        ColumnRef column;
        const Row* row = nullptr;
    };
    void buildCaptured(Draft& draft) const;
    void addTotal(Draft& draft) const;
    void addLines(Draft& draft) const;
    void addLine(Draft& draft, const RowContext& context, QStringList& known) const;
    void addReferences(Draft& draft) const;
    void addDetails(Draft& draft) const;
    void addFindings(Draft& draft) const;
    bool found(const CheckRule& check, const RowContext& context) const;
    void buildMilestones(const MilestoneRule& rule, Draft& draft) const;
    /// The first part of the total that is no amount, or a negative one.
    Place badAmount(const Draft& draft, const QString& currency) const;
    void refuse(Draft& draft, const Place& place, const char* code, const QString& reason) const;

    const Mapping& m_mapping;
    const RowStore& m_store;
};
