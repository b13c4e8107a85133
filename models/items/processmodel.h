// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/process.h"
#include "models/items/keyedtablemodel.h"

#include <QLocale>

/// A version of a process, as the list of processes shows it.
struct ProcessRow
{
    Process process;
    bool current = false; ///< new orders start with it
    bool future = false; ///< not in force yet

    QString key() const { return process.name + u'/' + QString::number(process.version); }
    friend bool operator==(const ProcessRow&, const ProcessRow&) = default;
};

/// All versions of all processes, newest first within a name. Lives on the GUI thread.
class ProcessModel final : public KeyedTableModel<ProcessRow>
{
    Q_OBJECT
public:
    enum Column { TitleColumn, VersionColumn, ValidFromColumn, ColumnCount };
    Q_ENUM(Column)

    explicit ProcessModel(QObject* parent = nullptr);

    void setProcesses(const QList<Process>& processes, const QDateTime& now);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const ProcessRow& row, int column) const;

    QLocale m_locale;
};
