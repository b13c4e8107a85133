// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/attemptmodel.h"

#include "models/domain/exceptiontitles.h"
#include "models/domain/failureadvice.h"
#include "models/domain/systemreason.h"
#include "models/domain/timetext.h"
#include "models/items/itemroles.h"

using namespace Qt::StringLiterals;

static_assert(std::tuple_size_v<decltype(AttemptLine::cells)> == AttemptModel::ColumnCount);

void AttemptModel::setAttempts(const QList<Attempt>& attempts)
{
    QList<AttemptLine> lines;
    lines.reserve(attempts.size());
    for (const Attempt& attempt : attempts)
        lines.append(line(attempt));
    merge(std::move(lines));
}

AttemptLine AttemptModel::line(const Attempt& attempt) const
{
    AttemptLine line{attempt, {}, systemReason(attempt.errorText)};
    if (const QString advice = failureAdvice(attempt); !advice.isEmpty())
        line.toolTip += (line.toolTip.isEmpty() ? QString() : u"\n\n"_s) + tr("What to do: %1").arg(advice);
    line.cells[NumberColumn] = m_locale.toString(attempt.number);
    line.cells[StartedColumn] = secondText(attempt.startedAt, m_locale);
    line.cells[OutcomeColumn] = attempt.action == "lookup"_L1 && attempt.outcome == "failed"_L1
        ? tr("Asked, failed", "outcome of asking the target whether it has the message")
        : tryTitle(attempt.outcome);
    if (attempt.httpStatus > 0)
        line.cells[AnswerColumn] = QString::number(attempt.httpStatus);
    if (!attempt.errorCode.isEmpty() && attempt.errorCode != line.cells[AnswerColumn])
        line.cells[AnswerColumn]
            += (line.cells[AnswerColumn].isEmpty() ? QString() : u" \u00b7 "_s) + attempt.errorCode;
    if (line.cells[AnswerColumn].isEmpty())
        line.cells[AnswerColumn] = tr("none", "the target gave no answer");
    if (attempt.startedAt.isValid() && attempt.finishedAt.isValid()) {
        const double seconds = double(attempt.startedAt.msecsTo(attempt.finishedAt)) / 1000;
        line.cells[TookColumn] = tr("%1 s", "seconds").arg(m_locale.toString(seconds, 'f', seconds < 10 ? 2 : 0));
    }
    line.cells[RelayColumn] = attempt.relay;
    return line;
}

int AttemptModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant AttemptModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    using ItemRoles::Emphasis;
    const AttemptLine& line = row(index.row());
    const auto column = Column(index.column());
    const bool figure = column == NumberColumn || column == TookColumn;
    switch (role) {
    case Qt::DisplayRole:
        return line.cells.at(std::size_t(column));
    case Qt::ToolTipRole:
        return line.toolTip.isEmpty() ? line.cells.at(std::size_t(column)) : line.toolTip;
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (figure ? Qt::AlignRight : Qt::AlignLeft));
    case ItemRoles::ValueRole:
        if (column == NumberColumn)
            return line.attempt.number;
        return column == StartedColumn ? QVariant(line.attempt.startedAt) : line.cells.at(std::size_t(column));
    case ItemRoles::IdRole:
        return line.attempt.number;
    case ItemRoles::NumericRole:
        return figure || column == StartedColumn;
    case ItemRoles::EmphasisRole:
        if (column != OutcomeColumn)
            return QVariant::fromValue(Emphasis::Secondary);
        if (line.attempt.outcome == "failed"_L1)
            return QVariant::fromValue(Emphasis::Bad);
        return QVariant::fromValue(line.attempt.outcome == "lost"_L1 ? Emphasis::Warning : Emphasis::Normal);
    default:
        return {};
    }
}

QVariant AttemptModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(
            Qt::AlignVCenter | (section == NumberColumn || section == TookColumn ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case NumberColumn:
        return tr("No.", "column: number of a try to send");
    case StartedColumn:
        return tr("Sent", "column: when a try to send began");
    case OutcomeColumn:
        return tr("Outcome", "column: outcome of a try to send");
    case AnswerColumn:
        return tr("Answer", "column: status and code that the target answered with");
    case TookColumn:
        return tr("Took", "column: how long a try to send took");
    case RelayColumn:
        return tr("Sent by", "column: which program sent it");
    case ColumnCount:
        break;
    }
    return {};
}
