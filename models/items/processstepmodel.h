// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/process.h"
#include "models/items/keyedtablemodel.h"

#include <QLocale>

#include <array>

/// A step of a process and the words of its cells.
struct ProcessStepRow
{
    ProcessStep step;
    std::array<QString, 9> cells;

    QString key() const { return step.step; }
    friend bool operator==(const ProcessStepRow&, const ProcessStepRow&) = default;
};

/// The steps of one version of a process: who owes them, after what, by when, and where they are known from.
/// Lives on the GUI thread.
class ProcessStepModel final : public KeyedTableModel<ProcessStepRow>
{
    Q_OBJECT
public:
    enum Column {
        StepColumn,
        SystemColumn,
        AfterColumn,
        TargetColumn,
        WarningColumn,
        CalendarColumn,
        ScopeColumn,
        ShowsColumn,
        EvidenceColumn,
        ColumnCount
    };
    Q_ENUM(Column)

    explicit ProcessStepModel(QObject* parent = nullptr);

    void setProcess(const Process& process, const QList<BusinessCalendar>& calendars, const QList<Channel>& channels);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    ProcessStepRow line(const ProcessStep& step, const Process& process, const QList<BusinessCalendar>& calendars,
        const QList<Channel>& channels) const;

    QLocale m_locale;
};
