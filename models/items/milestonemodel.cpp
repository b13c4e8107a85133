// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/milestonemodel.h"

#include "models/domain/formatduration.h"
#include "models/domain/statetitles.h"
#include "models/domain/timetext.h"
#include "models/items/itemroles.h"

using namespace Qt::StringLiterals;

static_assert(std::tuple_size_v<decltype(MilestoneLine::cells)> == MilestoneModel::ColumnCount);

MilestoneModel::MilestoneModel(QObject* parent)
    : KeyedTableModel(parent)
{ }

void MilestoneModel::setDetail(const OrderDetail& detail, const QDateTime& now)
{
    m_detail = detail;
    setNow(now);
}

void MilestoneModel::setNow(const QDateTime& now)
{
    m_now = now;
    QList<MilestoneLine> lines;
    const QList<MilestoneRow> steps = milestoneRows(m_detail, now);
    lines.reserve(steps.size());
    for (const MilestoneRow& step : steps)
        lines.append(line(step));
    merge(std::move(lines));
}

void MilestoneModel::clear()
{
    m_detail = {};
    merge({});
}

QString MilestoneModel::paceText(const MilestoneRow& row) const
{
    const qint64 took = row.took(m_now);
    const bool normal = row.norm.samples > 0;
    const QString usual = formatDuration(row.norm.medianSeconds, m_locale);
    if (took < 0)
        return normal ? tr("normal is %1").arg(usual) : QString();
    const QString time = formatDuration(took, m_locale);
    if (row.isReached())
        return normal ? tr("%1; normal is %2", "time a step took; usual time").arg(time, usual) : time;
    return normal ? tr("%1 so far; normal is %2").arg(time, usual) : tr("%1 so far").arg(time);
}

QString MilestoneModel::remarkText(const MilestoneRow& row) const
{
    QStringList parts;
    for (const QString& anomaly : row.milestone.anomalies)
        parts.append(anomalyTitle(anomaly));
    if (!row.milestone.message.isEmpty())
        parts.append(row.milestone.message);
    return parts.join(u" \u00b7 "_s);
}

QString MilestoneModel::stateText(const MilestoneRow& row) const
{
    if (row.milestone.state != MilestoneState::Unknown)
        return title(row.milestone.state);
    return row.milestone.evidenceId.isEmpty() ? tr("No source connected") : tr("Reached, time not known");
}

MilestoneLine MilestoneModel::line(const MilestoneRow& row) const
{
    MilestoneLine line{row, {}};
    line.cells[StepColumn] = row.scopedTitle();
    line.cells[SystemColumn] = row.system.isEmpty() ? QString() : systemTitle(row.system);
    line.cells[StateColumn] = stateText(row);
    line.cells[TargetColumn] = row.targetState == TargetState::None ? QString() : title(row.targetState);
    line.cells[EligibleColumn] = secondText(row.milestone.eligibleAt, m_locale);
    line.cells[DueColumn] = secondText(row.milestone.dueAt, m_locale);
    line.cells[ReachedColumn] = secondText(row.milestone.completedAt, m_locale);
    line.cells[TookColumn] = paceText(row);
    line.cells[RemarkColumn] = remarkText(row);
    return line;
}

int MilestoneModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant MilestoneModel::value(const MilestoneRow& row, Column column) const
{
    switch (column) {
    case StepColumn:
        return row.scopedTitle();
    case SystemColumn:
        return row.system;
    case StateColumn:
        return int(row.milestone.state);
    case TargetColumn:
        return int(row.targetState);
    case EligibleColumn:
        return row.milestone.eligibleAt;
    case DueColumn:
        return row.milestone.dueAt;
    case ReachedColumn:
        return row.milestone.completedAt;
    case TookColumn:
        return row.took(m_now);
    case RemarkColumn:
        return remarkText(row);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant MilestoneModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const MilestoneLine& line = row(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return line.cells.at(std::size_t(column));
    case ItemRoles::ValueRole:
        return value(line.row, column);
    case ItemRoles::IdRole:
        return line.key();
    case ItemRoles::StateRole:
        if (column == StateColumn)
            return QVariant::fromValue(line.row.milestone.state);
        return column == TargetColumn ? QVariant::fromValue(line.row.targetState) : QVariant();
    case ItemRoles::EmphasisRole:
        return emphasis(line.row, column);
    default:
        return {};
    }
}

QVariant MilestoneModel::emphasis(const MilestoneRow& row, Column column)
{
    using ItemRoles::Emphasis;
    const bool idle
        = row.milestone.state == MilestoneState::Unknown || row.milestone.state == MilestoneState::NotApplicable;
    if (idle)
        return QVariant::fromValue(Emphasis::Muted);
    const bool bad = row.targetState == TargetState::Breached || row.milestone.state == MilestoneState::Failed;
    if (bad && (column == TookColumn || column == DueColumn))
        return QVariant::fromValue(Emphasis::Bad);
    if (column == RemarkColumn && !row.milestone.anomalies.isEmpty())
        return QVariant::fromValue(Emphasis::Warning);
    return QVariant::fromValue(column == StepColumn ? Emphasis::Strong : Emphasis::Normal);
}

QVariant MilestoneModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case StepColumn:
        return tr("Step", "column: a step of a process");
    case SystemColumn:
        return tr("Owed by", "column: the system that must do the step");
    case StateColumn:
        return tr("State", "column: state of a step");
    case TargetColumn:
        return tr("Target", "column: whether the target is kept");
    case EligibleColumn:
        return tr("Could start", "column: when the last step before it was reached");
    case DueColumn:
        return tr("Due", "column: target time of a step");
    case ReachedColumn:
        return tr("Reached", "column: when the step was reached");
    case TookColumn:
        return tr("Took", "column: how long the step took");
    case RemarkColumn:
        return tr("Remarks", "column: what is odd about a step");
    case ColumnCount:
        break;
    }
    return {};
}
