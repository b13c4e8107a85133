// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/processmodel.h"

#include "models/domain/statetitles.h"
#include "models/domain/timetext.h"
#include "models/items/itemroles.h"

#include <QSet>

using namespace Qt::StringLiterals;

ProcessModel::ProcessModel(QObject* parent)
    : KeyedTableModel(parent)
{ }

void ProcessModel::setProcesses(const QList<Process>& processes, const QDateTime& now)
{
    QHash<QString, int> inForce; // newest version by name that is valid already
    for (const Process& process : processes) {
        if (!process.validFrom.isValid() || process.validFrom <= now)
            inForce.insert(process.name, std::max(process.version, inForce.value(process.name, process.version)));
    }
    QList<ProcessRow> rows;
    rows.reserve(processes.size());
    for (const Process& process : processes) {
        const bool future = process.validFrom.isValid() && process.validFrom > now;
        rows.append({process, !future && inForce.value(process.name) == process.version, future});
    }
    merge(std::move(rows));
}

int ProcessModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString ProcessModel::text(const ProcessRow& row, int column) const
{
    switch (column) {
    case TitleColumn:
        return processTitle(row.process.name, row.process.title);
    case VersionColumn:
        if (row.current)
            return tr("%1, current", "version of a process that new orders start with")
                .arg(m_locale.toString(row.process.version));
        return row.future ? tr("%1, to come", "version of a process").arg(m_locale.toString(row.process.version))
                          : m_locale.toString(row.process.version);
    case ValidFromColumn:
        return dateText(row.process.validFrom, m_locale);
    default:
        return {};
    }
}

QVariant ProcessModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    using ItemRoles::Emphasis;
    const ProcessRow& entry = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(entry, index.column());
    case Qt::ToolTipRole:
        return tr("%1, version %2, for orders from %3 on")
            .arg(text(entry, TitleColumn), m_locale.toString(entry.process.version), text(entry, ValidFromColumn));
    case ItemRoles::ValueRole:
        if (index.column() == VersionColumn)
            return entry.process.version;
        return index.column() == ValidFromColumn ? QVariant(entry.process.validFrom)
                                                 : QVariant(text(entry, TitleColumn));
    case ItemRoles::IdRole:
        return entry.key();
    case ItemRoles::FilterRole:
        return QString("process:"_L1 + entry.process.name);
    case ItemRoles::EmphasisRole:
        if (!entry.current)
            return QVariant::fromValue(Emphasis::Muted);
        return QVariant::fromValue(index.column() == TitleColumn ? Emphasis::Strong : Emphasis::Secondary);
    default:
        return {};
    }
}

QVariant ProcessModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TitleColumn:
        return tr("Process", "column: a lifecycle template");
    case VersionColumn:
        return tr("Version", "column: version of a process");
    case ValidFromColumn:
        return tr("Valid from", "column: since when a version is in force");
    default:
        return {};
    }
}
