// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/keyedtablemodel.h"
#include "models/items/milestonerow.h"

#include <QLocale>

#include <array>

/// A row of the table of steps: the step and the words of its cells, made once.
struct MilestoneLine
{
    MilestoneRow row;
    std::array<QString, 9> cells;

    QString key() const { return row.key(); }
    friend bool operator==(const MilestoneLine&, const MilestoneLine&) = default;
};

/// The steps of one order as a table: the timeline draws these rows, the table reads them out. IdRole names the step
/// across refreshes. Lives on the GUI thread.
class MilestoneModel final : public KeyedTableModel<MilestoneLine>
{
    Q_OBJECT
public:
    enum Column {
        StepColumn,
        SystemColumn,
        StateColumn,
        TargetColumn,
        EligibleColumn,
        DueColumn,
        ReachedColumn,
        TookColumn,
        RemarkColumn,
        ColumnCount
    };
    Q_ENUM(Column)
    explicit MilestoneModel(QObject* parent = nullptr);

    void setDetail(const OrderDetail& detail, const QDateTime& now);
    /// The clock has moved on: open steps are judged again.
    void setNow(const QDateTime& now);
    void clear();
    QDateTime now() const { return m_now; }

    /// "How long it took; normal is 9 min", in words; also for steps that are still open.
    QString paceText(const MilestoneRow& row) const;
    /// What is odd about the step, and what the source said of it; several sentences, or empty.
    QString remarkText(const MilestoneRow& row) const;
    /// State in words: says why an unknown step is unknown.
    QString stateText(const MilestoneRow& row) const;

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    MilestoneLine line(const MilestoneRow& row) const;
    QVariant value(const MilestoneRow& row, Column column) const;
    static QVariant emphasis(const MilestoneRow& row, Column column);

    OrderDetail m_detail;
    QDateTime m_now;
    QLocale m_locale;
};
