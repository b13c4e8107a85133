// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/exceptionsource.h"
#include "models/items/itemroles.h"
#include "models/items/keyedtablemodel.h"

#include <optional>

/// A queue and how much is in it; nullopt: not known yet.
struct QueueLine
{
    ExceptionQueue queue = ExceptionQueue::Open;
    QString team;
    std::optional<qint64> count;
    bool begins = false; ///< the first of the teams
    bool more = false; ///< counted no further

    QString countText() const;
    QString key() const { return QString::number(int(queue)) + u'/' + team; }
    friend bool operator==(const QueueLine&, const QueueLine&) = default;
};

/// The queues of Triage with their live counts. The fixed ones are there before the first answer. Lives on the GUI
/// thread.
class QueueModel final : public KeyedTableModel<QueueLine>
{
    Q_OBJECT
public:
    enum Role {
        SectionRole = ItemRoles::FirstFreeRole, ///< text above the row where a new part begins; else empty
        CountRole, ///< the count as a text, such as "10,000+"; empty: not known yet
    };

    explicit QueueModel(ExceptionSource& source, QObject* parent = nullptr);

    /// Reads the counts; a read that is under way is followed by another.
    void refresh();
    bool isLoading() const { return m_reading; }
    bool hasAnswer() const { return m_answered; }

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

Q_SIGNALS:
    void answered();
    void failed(const Error& error);

private:
    void take(const QList<QueueCount>& counts);

    ExceptionSource& m_source;
    bool m_reading = false;
    bool m_again = false;
    bool m_answered = false;
};
