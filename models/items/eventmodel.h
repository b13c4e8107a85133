// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/order.h"
#include "models/items/keyedtablemodel.h"

#include <QLocale>

#include <array>

/// An event and the words of its cells, made once.
struct EventLine
{
    BusinessEvent event;
    bool late = false; ///< came in after newer events of the same order
    std::array<QString, 7> cells;

    QString key() const
    {
        return event.source + u'\n' + event.id + u'\n' + QString::number(event.time.toMSecsSinceEpoch());
    }
    friend bool operator==(const EventLine&, const EventLine&) = default;
};

/// The events of one order by the time at which they happened. Lives on the GUI thread.
class EventModel final : public KeyedTableModel<EventLine>
{
    Q_OBJECT
public:
    enum Column {
        TimeColumn,
        WhatColumn,
        OutcomeColumn,
        ReceivedColumn,
        SourceColumn,
        IdColumn,
        TypeColumn,
        ColumnCount
    };
    Q_ENUM(Column)

    explicit EventModel(QObject* parent = nullptr);

    void setEvents(const QList<BusinessEvent>& events);
    /// The row of the event that proves a step, or -1.
    int rowOfEvidence(const QString& source, const QString& id) const;

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    EventLine line(const BusinessEvent& event, bool late) const;
    QVariant value(const BusinessEvent& event, Column column) const;

    QLocale m_locale;
};
