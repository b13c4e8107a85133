// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/auditmodel.h"

#include "models/domain/editpreview.h"
#include "models/domain/exceptiontitles.h"
#include "models/domain/timetext.h"
#include "models/items/itemroles.h"

#include <QJsonArray>
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

/// What an edit changed: its values are raw JSON texts.
QStringList editTexts(const QJsonArray& changes)
{
    const auto raw = [](const QJsonValue& value) {
        return value.isString() ? std::optional(value.toString().toUtf8()) : std::nullopt;
    };
    QStringList texts;
    for (const auto value : changes) {
        const QJsonObject change = value.toObject();
        const JsonChange one{change[u"path"_s].toString().toUtf8(), raw(change[u"old"_s]), raw(change[u"new"_s])};
        if (one.before || one.after)
            texts.append(::changeText(one));
    }
    return texts;
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
        if (at->isArray()) {
            changes += editTexts(at->toArray());
            continue;
        }
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
