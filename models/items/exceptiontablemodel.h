// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/domain/exceptionsource.h"
#include "models/items/itemroles.h"
#include "models/items/wordedtablemodel.h"

#include <QLocale>
#include <QSet>

#include <array>
#include <optional>

/// An exception, and the words of its cells once somebody has looked: most rows of a page are never in sight.
struct ExceptionLine
{
    Exception exception;
    bool left = false; ///< no longer in the queue that is shown
    mutable std::array<QString, 15> cells{};
    mutable bool written = false; ///< the cells

    QString key() const { return QString::number(exception.id); }
    friend bool operator==(const ExceptionLine& a, const ExceptionLine& b)
    {
        return a.exception == b.exception && a.left == b.left; // the words follow
    }
};

/// The exceptions of a queue in the order that is wanted, page by page. A refresh reads what is loaded again and
/// patches the rows by their ids; new ones gather at the top until they are asked for; rows that left go, save those
/// that are kept because somebody looks at them. Lives on the GUI thread.
class ExceptionTableModel final : public WordedTableModel<ExceptionLine>
{
    Q_OBJECT
public:
    enum Column {
        SeverityColumn,
        NumberColumn,
        ProblemColumn,
        TargetColumn,
        HopColumn,
        ReplayColumn,
        StateColumn,
        DueColumn,
        ValueColumn,
        AttemptsColumn,
        CodeColumn,
        TeamColumn,
        OwnerColumn,
        LastColumn,
        SinceColumn,
        ColumnCount
    };
    Q_ENUM(Column)

    static constexpr int pageSize = 200;
    static constexpr int refreshPageSize = 1000;
    static constexpr int rowLimit = 10'000;

    ExceptionTableModel(ExceptionSource& source, const Clock& clock, QObject* parent = nullptr);

    /// Asks a new question; its cursor, limit and order do not count. The old rows stay until the first page is here.
    void ask(const ExceptionQuery& query);
    const ProblemOrder& order() const { return m_query.order; }
    /// Reads on in the new order until these rows are there, or as many as can be listed; sorted() tells.
    void setOrder(const ProblemOrder& order, const QSet<qint64>& wanted = {});
    /// Reads what is loaded again. While another read is under way, after it.
    void refresh();
    /// After failed(): takes up what failed.
    void retry();

    const ExceptionQuery& query() const { return m_query; }
    /// How many match, where the answer said so.
    const std::optional<CappedCount>& total() const { return m_total; }
    bool isLoading() const { return m_loading; }
    bool hasAnswer() const { return m_answered; } ///< the rows belong to the question
    bool isAtRowLimit() const { return rowCount() >= rowLimit && m_next; }
    bool isComplete() const { return m_answered && !m_next; }
    QDateTime asOf() const { return m_asOf; } ///< the server's clock at the newest answer
    bool isWatched() const { return m_watched; } ///< a relay looks for what is overdue
    int cutPayloads() const { return m_cutPayloads; } ///< of which only the beginning is searched
    const Exception& exceptionAt(int row) const { return m_rows.at(row).exception; }
    bool hasLeft(int row) const { return m_rows.at(row).left; }
    int rowOfId(qint64 id) const;

    /// These stay, marked, when they leave the queue; others go with the next answer.
    void keep(const QSet<qint64>& ids) { m_kept = ids; }
    /// Takes out the rows that left and are not kept.
    void dropLeft();
    int newCount() const { return int(m_gathered.size()); }
    void takeInNew();

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void loadingChanged();
    void answered(); ///< the first page of a new question is in
    void sorted(); ///< the same rows as far as they are listed, in another order
    void aboutToMerge(); ///< rows are about to change; merged() follows
    void merged();
    void failed(const Error& error);
    void newCountChanged();

private:
    enum class Task { FirstPage, NextPage, Refresh, Sort };

    void start(Task task);
    void askPage(const std::optional<OrderCursor>& after, int limit);
    void takePage(const ExceptionPage& page);
    void takeFailure(const Error& error);
    void finish();
    void append(const QList<Exception>& exceptions);
    void resetTo(const QList<Exception>& exceptions);
    void patch(const QList<Exception>& exceptions);
    void gather(QList<ExceptionLine>& lines);
    void keepLeft(QList<ExceptionLine>& lines) const;
    void removeMoved(const QList<ExceptionLine>& lines);
    void setGathered(QList<ExceptionLine> lines);
    void setLoading(bool loading);
    void write(const ExceptionLine& line) const override;
    QVariant value(const Exception& exception, Column column) const;
    QVariant state(const Exception& exception, Column column) const;
    static QVariant sortOf(Column column);
    ItemRoles::Emphasis emphasis(const Exception& exception, Column column) const;
    QString filterFor(const Exception& exception, Column column) const;
    QString toolTip(const ExceptionLine& line, Column column) const;

    ExceptionSource& m_source;
    const Clock& m_clock;
    QLocale m_locale;
    ExceptionQuery m_query;
    std::optional<CappedCount> m_total;
    Task m_task = Task::FirstPage;
    std::optional<OrderCursor> m_next;
    QList<Exception> m_read; ///< pages of a refresh or in another order
    QSet<qint64> m_wanted; ///< are to be listed in the other order
    int m_target = 0;
    QList<ExceptionLine> m_gathered;
    QSet<qint64> m_kept;
    QDateTime m_asOf;
    bool m_watched = true;
    int m_cutPayloads = 0;
    int m_generation = 0;
    int m_cancelledTimes = 0;
    bool m_loading = false;
    bool m_answered = false;
    bool m_blocked = false; ///< a page failed; views must not ask for it again by themselves
    bool m_again = false; ///< something changed while a read was under way
};
