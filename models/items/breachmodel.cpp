// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/breachmodel.h"

#include "models/domain/filterexpression.h"
#include "models/domain/statetitles.h"
#include "models/items/itemroles.h"

using namespace Qt::StringLiterals;

namespace {

/// Lower ends of the age buckets as the filter language writes them; each ends where the next begins.
constexpr std::array<const char*, ageBucketCount> bucketStart{"0s", "15m", "1h", "4h", "1d", "3d"};

bool isAge(int column)
{
    return column >= BreachModel::FirstAgeColumn && column < BreachModel::FirstAgeColumn + ageBucketCount;
}

bool isCount(int column)
{
    return column >= BreachModel::FirstAgeColumn && column < BreachModel::ColumnCount;
}

} // namespace

BreachModel::BreachModel(QObject* parent)
    : KeyedTableModel(parent)
{ }

void BreachModel::setBreaches(const QList<StepBreaches>& breaches)
{
    QList<BreachRow> rows;
    rows.reserve(breaches.size());
    for (const StepBreaches& step : breaches)
        rows.append({step});
    merge(std::move(rows));
}

QString BreachModel::ageTitle(int bucket)
{
    switch (bucket) {
    case 0:
        return tr("under 15 min", "how long overdue");
    case 1:
        return tr("15 min to 1 h", "how long overdue");
    case 2:
        return tr("1 to 4 h", "how long overdue");
    case 3:
        return tr("4 to 24 h", "how long overdue");
    case 4:
        return tr("1 to 3 days", "how long overdue");
    case 5:
        return tr("over 3 days", "how long overdue");
    default:
        return {};
    }
}

QString BreachModel::filterFor(const QString& step, int bucket)
{
    QString filter = "step:"_L1 + quotedFilterValue(step) + " target:breached"_L1;
    if (bucket > 0)
        filter += " overdue>="_L1 + QLatin1StringView(bucketStart.at(std::size_t(bucket)));
    if (bucket >= 0 && bucket + 1 < ageBucketCount)
        filter += " overdue<"_L1 + QLatin1StringView(bucketStart.at(std::size_t(bucket) + 1));
    return filter;
}

int BreachModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

qint64 BreachModel::countAt(const StepBreaches& breaches, int column)
{
    if (isAge(column))
        return breaches.byAge.at(std::size_t(column - FirstAgeColumn));
    return column == TotalColumn ? breaches.total() : breaches.dueSoon;
}

QString BreachModel::text(const StepBreaches& breaches, int column) const
{
    if (column == StepColumn)
        return stepTitle(breaches.step);
    if (column == SystemColumn)
        return systemTitle(breaches.system);
    const qint64 count = countAt(breaches, column);
    return count == 0 ? u"\u2013"_s : m_locale.toString(count);
}

QString BreachModel::filter(const StepBreaches& breaches, int column)
{
    if (isCount(column) && countAt(breaches, column) == 0)
        return {};
    if (isAge(column))
        return filterFor(breaches.step, column - FirstAgeColumn);
    if (column == DueSoonColumn)
        return "step:"_L1 + quotedFilterValue(breaches.step) + " target:due_soon"_L1;
    if (column == SystemColumn)
        return "system:"_L1 + quotedFilterValue(breaches.system) + " target:breached"_L1;
    return filterFor(breaches.step, -1);
}

QVariant BreachModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    using ItemRoles::Emphasis;
    const StepBreaches& breaches = row(index.row()).breaches;
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(breaches, column);
    case Qt::ToolTipRole:
        return isCount(column) ? headerData(column, Qt::Horizontal, Qt::ToolTipRole) : QVariant(text(breaches, column));
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (isCount(column) ? Qt::AlignRight : Qt::AlignLeft));
    case ItemRoles::ValueRole:
        return isCount(column) ? QVariant(countAt(breaches, column)) : QVariant(text(breaches, column));
    case ItemRoles::NumericRole:
        return isCount(column);
    case ItemRoles::IdRole:
        return breaches.step;
    case ItemRoles::FilterRole:
        return filter(breaches, column);
    case ItemRoles::EmphasisRole:
        if (isCount(column) && countAt(breaches, column) == 0)
            return QVariant::fromValue(Emphasis::Muted);
        return QVariant::fromValue(column == StepColumn || column == TotalColumn ? Emphasis::Strong : Emphasis::Normal);
    default:
        return {};
    }
}

QVariant BreachModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (isCount(section) ? Qt::AlignRight : Qt::AlignLeft));
    if (role == Qt::ToolTipRole) {
        if (isAge(section))
            return tr(
                "Orders in which this step is open and has been overdue for this long. Where it is open more than once, "
                "as with several shipments, the oldest counts.");
        if (section == TotalColumn)
            return tr("Orders in which this step is open and past its due time.");
        return section == DueSoonColumn
            ? tr("Orders in which this step is open, not late yet, but past its warning time.")
            : QString();
    }
    if (role != Qt::DisplayRole)
        return {};
    if (isAge(section))
        return ageTitle(section - FirstAgeColumn);
    switch (section) {
    case StepColumn:
        return tr("Step", "column: a step of a process");
    case SystemColumn:
        return tr("Owed by", "column: the system that must do the step");
    case TotalColumn:
        return tr("Overdue", "column: number of orders past due");
    case DueSoonColumn:
        return tr("Due soon", "column: number of orders");
    default:
        return {};
    }
}
