// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/referencemodel.h"

#include "models/domain/filterexpression.h"
#include "models/domain/statetitles.h"
#include "models/domain/timetext.h"
#include "models/items/itemroles.h"

using namespace Qt::StringLiterals;

ReferenceModel::ReferenceModel(QObject* parent)
    : KeyedTableModel(parent)
{ }

void ReferenceModel::setReferences(const QList<ExternalRef>& references)
{
    QList<ReferenceLine> lines;
    lines.reserve(references.size());
    for (const ExternalRef& reference : references) {
        lines.append({reference, systemTitle(reference.system), documentTitle(reference.objectType),
            secondText(reference.since, m_locale)});
    }
    merge(std::move(lines));
}

int ReferenceModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString ReferenceModel::text(const ReferenceLine& line, Column column)
{
    switch (column) {
    case SystemColumn:
        return line.system;
    case KindColumn:
        return line.kind;
    case IdColumn:
        return line.reference.objectId;
    case SinceColumn:
        return line.since;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant ReferenceModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    using ItemRoles::Emphasis;
    const ReferenceLine& line = row(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(line, column);
    case ItemRoles::ValueRole:
        return column == SinceColumn ? QVariant(line.reference.since) : QVariant(text(line, column));
    case ItemRoles::IdRole:
        return line.key();
    case ItemRoles::EmphasisRole:
        return QVariant::fromValue(column == IdColumn ? Emphasis::Strong
                : column == SinceColumn               ? Emphasis::Secondary
                                                      : Emphasis::Normal);
    case ItemRoles::CopyRole: // the first column stands for the row
        return column == SystemColumn ? QVariant(line.reference.objectId) : QVariant();
    case ItemRoles::FilterRole:
        return column == IdColumn ? QString("ref:"_L1 + quotedFilterValue(line.reference.objectId)) : QString();
    default:
        return {};
    }
}

QVariant ReferenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case SystemColumn:
        return tr("System", "column: the system that keeps a document");
    case KindColumn:
        return tr("Document", "column: kind of document");
    case IdColumn:
        return tr("Its id there", "column: id of a document in its system");
    case SinceColumn:
        return tr("Known since", "column: when we first heard of a document");
    case ColumnCount:
        break;
    }
    return {};
}
