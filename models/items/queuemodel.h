// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/domain/exceptionsource.h"
#include "models/domain/savedview.h"
#include "models/items/itemroles.h"
#include "models/items/keyedtablemodel.h"

#include <QTimer>

#include <optional>

/// A queue, or a saved view, and how much is in it; nullopt: not known yet.
struct QueueLine
{
    ExceptionQueue queue = ExceptionQueue::Open;
    QString team;
    std::optional<qint64> count;
    bool begins = false; ///< the first of the teams, or of the views
    bool more = false; ///< counted no further
    qint64 view = 0; ///< a saved view; 0: a queue
    QString viewName = {};
    QString viewText = {}; ///< what it shows and whose it is

    QString countText() const;
    QString key() const { return view != 0 ? viewKey(view) : QString::number(int(queue)) + u'/' + team; }
    static QString viewKey(qint64 view) { return QStringLiteral("view/") + QString::number(view); }
    friend bool operator==(const QueueLine&, const QueueLine&) = default;
};

/// The queues of Triage and the saved views below them, with their live counts. The fixed ones are there before the
/// first answer. Views are counted one after the other, and no more often than that costs the database little. Lives on
/// the GUI thread.
class QueueModel final : public KeyedTableModel<QueueLine>
{
    Q_OBJECT
public:
    enum Role {
        SectionRole = ItemRoles::FirstFreeRole, ///< text above the row where a new part begins; else empty
        ViewRole, ///< the id of a saved view; 0: a queue
        CountRole, ///< the count as a text, such as "10,000+"; empty: not known yet
    };

    static constexpr qsizetype mostCountedViews = 30; ///< the others stand without a count
    static constexpr int viewsPauseMs = 2000;

    QueueModel(ExceptionSource& source, const Clock& clock, QObject* parent = nullptr);

    /// Those of Triage, in the order in which they are listed.
    void setViews(const QList<SavedView>& views);
    const SavedView* view(qint64 id) const;
    /// What a view asks for; nullopt: its filter has a mistake.
    std::optional<ExceptionQuery> queryOf(const SavedView& view) const;
    /// How long views are not counted again after they were.
    void setViewsPause(int milliseconds) { m_pause.setInterval(milliseconds); }
    bool isCountingViews() const { return m_counting; }

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
    void show();
    void countViews();
    void countNext();
    QList<QueueLine> viewLines() const;

    ExceptionSource& m_source;
    const Clock& m_clock;
    QList<QueueLine> m_queues;
    QList<SavedView> m_views;
    QHash<qint64, CappedCount> m_viewCounts;
    QList<qint64> m_toCount;
    QTimer m_pause;
    bool m_counting = false;
    bool m_countAgain = false;
    bool m_reading = false;
    bool m_again = false;
    bool m_answered = false;
};
