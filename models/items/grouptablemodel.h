// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/domain/groupsource.h"
#include "models/items/itemroles.h"
#include "models/items/wordedtablemodel.h"

#include <QLocale>

#include <array>

/// A group, and the words of its cells once somebody has looked.
struct GroupLine
{
    ExceptionGroup group;
    mutable std::array<QString, 13> cells{};
    mutable bool written = false; ///< the cells

    QString key() const { return QString::number(group.id); }
    friend bool operator==(const GroupLine& a, const GroupLine& b) { return a.group == b.group; } // the words follow
};

/// The groups of a queue, in the order that they had when they were asked for: a refresh patches rows by their ids and
/// never moves one; new groups come at the end. Asking again sorts anew. Lives on the GUI thread.
class GroupTableModel final : public WordedTableModel<GroupLine>
{
    Q_OBJECT
public:
    enum Column {
        TitleColumn,
        CountColumn,
        TrendColumn,
        DueColumn,
        ValueColumn,
        StateColumn,
        OwnerColumn,
        FixColumn,
        HopColumn,
        LastColumn,
        SinceColumn,
        CodeColumn,
        TeamColumn,
        ColumnCount
    };
    Q_ENUM(Column)

    GroupTableModel(GroupSource& source, const Clock& clock, QObject* parent = nullptr);

    /// Asks a new question, or the same one to sort anew; its group and order do not count. The old rows stay until the
    /// answer is here.
    void ask(const ExceptionQuery& query);
    const ProblemOrder& order() const { return m_query.order; }
    void setOrder(const ProblemOrder& order);
    /// Reads the same again. While another read is under way, after it.
    void refresh();

    const ExceptionQuery& query() const { return m_query; }
    bool isLoading() const { return m_loading; }
    bool hasAnswer() const { return m_answered; } ///< the rows belong to the question
    bool hasMore() const { return m_more; } ///< more groups than are listed
    bool isSorted() const { return m_sorted; } ///< the rows are in the order that they would have if asked anew
    QDateTime asOf() const { return m_asOf; } ///< the server's clock at the newest answer
    bool isWatched() const { return m_watched; } ///< a relay looks for what is overdue
    int cutPayloads() const { return m_cutPayloads; } ///< of which only the beginning is searched
    qint64 problems() const; ///< exceptions in all groups listed
    bool countedToTheEnd() const; ///< else there may be more than problems()
    const ExceptionGroup& groupAt(int row) const { return m_rows.at(row).group; }
    int rowOfId(qint64 id) const { return rowOf(QString::number(id)); }

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void loadingChanged();
    void answered(); ///< of a new question
    void aboutToMerge(); ///< rows are about to change; merged() follows
    void merged();
    void failed(const Error& error);

private:
    void read();
    void take(const GroupPage& page);
    void write(const GroupLine& line) const override;
    QVariant value(const ExceptionGroup& group, Column column) const;
    static QVariant sortOf(Column column);
    static QString filterFor(const ExceptionGroup& group, Column column);
    QString valuesText(const ExceptionGroup& group) const;
    QString wholeText(const GroupLine& line) const;
    QString toolTip(const GroupLine& line, Column column) const;
    void setLoading(bool loading);

    GroupSource& m_source;
    const Clock& m_clock;
    QLocale m_locale;
    ExceptionQuery m_query;
    QDateTime m_asOf;
    bool m_watched = true;
    int m_cutPayloads = 0;
    quint64 m_generation = 0;
    bool m_fresh = true; ///< the answer to come is to a new question
    bool m_loading = false;
    bool m_again = false;
    bool m_answered = false;
    bool m_more = false;
    bool m_sorted = true;
};
