// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/auditmodel.h"

#include "models/domain/exceptiontitles.h"
#include "models/items/itemroles.h"
#include "models/items/timetext.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

static_assert(std::tuple_size_v<decltype(AuditLine::cells)> == AuditModel::ColumnCount);

namespace {

QString plainValue(const QJsonValue& value)
{
    if (value.isNull() || value.isUndefined())
        return u"\u2013"_s;
    return value.toVariant().toString();
}

} // namespace

QString AuditModel::changeText(const AuditEntry& entry)
{
    const QJsonObject before = QJsonDocument::fromJson(entry.before.toUtf8()).object();
    const QJsonObject after = QJsonDocument::fromJson(entry.after.toUtf8()).object();
    QStringList changes;
    for (auto at = after.begin(); at != after.end(); ++at) {
        if (at.key() == "reason"_L1 || before.value(at.key()) == at.value()
            || (at->isNull() && !before.contains(at.key())))
            continue;
        changes.append(before.contains(at.key())
                ? u"%1: %2 \u2192 %3"_s.arg(at.key(), plainValue(before.value(at.key())), plainValue(at.value()))
                : u"%1: %2"_s.arg(at.key(), plainValue(at.value())));
    }
    if (!entry.reason.isEmpty())
        changes.prepend(entry.reason);
    return changes.join(u" \u00b7 "_s);
}

void AuditModel::setEntries(const QList<AuditEntry>& entries)
{
    QList<AuditLine> lines;
    lines.reserve(entries.size());
    for (const AuditEntry& entry : entries)
        lines.append(
            {entry, {minuteText(entry.at, m_locale), entry.actor, deedTitle(entry.action), changeText(entry)}});
    merge(std::move(lines));
}

int AuditModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant AuditModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    using ItemRoles::Emphasis;
    const AuditLine& line = row(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return line.cells.at(std::size_t(column));
    case Qt::ToolTipRole:
        return column == TimeColumn ? secondText(line.entry.at, m_locale) : line.cells.at(std::size_t(column));
    case ItemRoles::ValueRole:
        return column == TimeColumn ? QVariant(line.entry.at) : line.cells.at(std::size_t(column));
    case ItemRoles::IdRole:
        return line.entry.seq;
    case ItemRoles::NumericRole:
        return column == TimeColumn;
    case ItemRoles::EmphasisRole:
        return QVariant::fromValue(column == DeedColumn ? Emphasis::Normal : Emphasis::Secondary);
    default:
        return {};
    }
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case TimeColumn:
        return tr("When", "column: time of a deed");
    case ActorColumn:
        return tr("Who", "column: who did it");
    case DeedColumn:
        return tr("What", "column: what somebody did");
    case ChangeColumn:
        return tr("Why and what changed", "column: reason and differences");
    case ColumnCount:
        break;
    }
    return {};
}
