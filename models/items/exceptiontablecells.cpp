// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/exceptionnames.h"
#include "models/domain/exceptionsentence.h"
#include "models/domain/exceptiontitles.h"
#include "models/domain/statetitles.h"
#include "models/domain/systemreason.h"
#include "models/domain/timetext.h"
#include "models/items/exceptiontablemodel.h"
#include "models/items/ordertexts.h"

using namespace Qt::StringLiterals;

namespace {

QString ownedStateText(const Exception& exception)
{
    // who works on it says more than that somebody does
    return exception.state == ExceptionState::Assigned && !exception.owner.isEmpty() ? exception.owner
                                                                                     : standingTitle(exception);
}

bool isFigure(ExceptionTableModel::Column column)
{
    return column == ExceptionTableModel::ValueColumn || column == ExceptionTableModel::AttemptsColumn;
}

} // namespace

void ExceptionTableModel::write(const ExceptionLine& line) const
{
    const Exception& exception = line.exception;
    const QDateTime now = m_clock.now();
    line.written = true;
    line.cells[SeverityColumn].clear();
    if (exception.severity == Severity::Critical || exception.severity == Severity::High)
        line.cells[SeverityColumn] = title(exception.severity); // what is usual needs no word
    line.cells[NumberColumn] = exception.orderNumber.isEmpty() ? u"\u2013"_s : exception.orderNumber;
    line.cells[ProblemColumn] = problemText(exception);
    line.cells[TargetColumn] = systemTitle(exception.targetSystem);
    line.cells[HopColumn] = hopText(exception.sourceSystem, exception.targetSystem);
    line.cells[ReplayColumn] = replayTitle(exception);
    line.cells[StateColumn] = ownedStateText(exception);
    line.cells[DueColumn] = dueText(exception.stepDueAt, now, m_locale);
    line.cells[ValueColumn] = exception.value ? formatMoney(*exception.value, m_locale) : QString();
    line.cells[AttemptsColumn] = m_locale.toString(exception.attempts);
    line.cells[CodeColumn] = exception.errorCode;
    line.cells[TeamColumn] = exception.queue;
    line.cells[OwnerColumn] = exception.owner;
    line.cells[LastColumn] = momentText(exception.lastAt, now, m_locale);
    line.cells[SinceColumn] = momentText(exception.openedAt, now, m_locale);
}

int ExceptionTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ExceptionTableModel::value(const Exception& exception, Column column) const
{
    switch (column) {
    case SeverityColumn:
        return int(exception.severity);
    case NumberColumn:
        return exception.orderNumber;
    case ProblemColumn:
        return exception.errorText;
    case TargetColumn:
        return exception.targetSystem;
    case HopColumn:
        return exception.flow;
    case ReplayColumn:
        return int(exception.replayClass);
    case StateColumn:
        return int(exception.state);
    case DueColumn:
        return exception.stepDueAt;
    case ValueColumn:
        return exception.value ? QVariant(exception.value->minor) : QVariant();
    case AttemptsColumn:
        return exception.attempts;
    case CodeColumn:
        return exception.errorCode;
    case TeamColumn:
        return exception.queue;
    case OwnerColumn:
        return exception.owner;
    case LastColumn:
        return exception.lastAt;
    case SinceColumn:
        return exception.openedAt;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant ExceptionTableModel::state(const Exception& exception, Column column) const
{
    if (column == SeverityColumn)
        return QVariant::fromValue(exception.severity);
    if (column == ReplayColumn)
        return QVariant::fromValue(exception.replayClass);
    if (column == StateColumn)
        return QVariant::fromValue(exception.state);
    return {};
}

ItemRoles::Emphasis ExceptionTableModel::emphasis(const Exception& exception, Column column) const
{
    using ItemRoles::Emphasis;
    switch (column) {
    case NumberColumn:
        return exception.orderNumber.isEmpty() ? Emphasis::Muted : Emphasis::Strong;
    case ProblemColumn:
        return Emphasis::Normal;
    case DueColumn:
        return exception.stepDueAt.isValid() && exception.stepDueAt < m_clock.now() ? Emphasis::Bad
                                                                                    : Emphasis::Secondary;
    default:
        return Emphasis::Secondary;
    }
}

QString ExceptionTableModel::filterFor(const Exception& exception, Column column) const
{
    const auto day = [](const QDateTime& time) { return time.toLocalTime().date().toString(Qt::ISODate); };
    switch (column) {
    case SeverityColumn:
        return filterTermFor("severity"_L1, toText(exception.severity));
    case NumberColumn:
        return filterTermFor("order"_L1, exception.orderNumber);
    case ProblemColumn:
    case CodeColumn:
        return exception.errorCode.isEmpty() ? filterTermFor("class"_L1, exception.errorClass)
                                             : filterTermFor("code"_L1, exception.errorCode);
    case TargetColumn:
        return filterTermFor("system"_L1, exception.targetSystem);
    case HopColumn:
        return filterTermFor("flow"_L1, exception.flow);
    case StateColumn:
        if (exception.state != ExceptionState::Open && exception.state != ExceptionState::Assigned)
            return filterTermFor("state"_L1, toText(exception.state));
        [[fallthrough]];
    case OwnerColumn:
        return exception.owner.isEmpty() ? u"owner:none"_s : filterTermFor("owner"_L1, exception.owner);
    case TeamColumn:
        return filterTermFor("team"_L1, exception.queue);
    case ValueColumn:
        return exception.value ? filterTermFor("currency"_L1, exception.value->currency) : QString();
    case AttemptsColumn:
        return filterTermFor("attempts"_L1, QString::number(exception.attempts));
    case LastColumn:
        return filterTermFor("seen"_L1, day(exception.lastAt));
    case SinceColumn:
        return filterTermFor("opened"_L1, day(exception.openedAt));
    default:
        return {};
    }
}

QString ExceptionTableModel::toolTip(const ExceptionLine& line, Column column) const
{
    const Exception& exception = line.exception;
    if (line.left)
        return tr("No longer in this list. It goes when you move on.");
    switch (column) {
    case SeverityColumn:
        return title(exception.severity);
    case NumberColumn:
        return exception.orderNumber.isEmpty() ? tr("This message belongs to no order.") : exception.orderNumber;
    case ProblemColumn:
        return exceptionSentence(exception);
    case TargetColumn:
    case HopColumn:
        return QString(flowTitle(exception.flow, exception.flowTitle) + u"\n"_s
            + hopText(exception.sourceSystem, exception.targetSystem));
    case ReplayColumn:
        return exception.mayNotReplay.isEmpty() ? planText(exception.replayClass)
                                                : systemReason(exception.mayNotReplay);
    case StateColumn:
        if (exception.state == ExceptionState::Snoozed)
            return tr("Snoozed until %1").arg(minuteText(exception.snoozedUntil, m_locale));
        return exception.owner.isEmpty() ? cell(line, StateColumn) : tr("Owner: %1").arg(exception.owner);
    case DueColumn:
        return minuteText(exception.stepDueAt, m_locale);
    case LastColumn:
        return secondText(exception.lastAt, m_locale);
    case SinceColumn:
        return secondText(exception.openedAt, m_locale);
    default:
        return cell(line, column);
    }
}

QVariant ExceptionTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ExceptionLine& line = row(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cell(line, column);
    case Qt::ToolTipRole:
        return toolTip(line, column);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (isFigure(column) ? Qt::AlignRight : Qt::AlignLeft));
    case ItemRoles::ValueRole:
        return value(line.exception, column);
    case ItemRoles::IdRole:
        return line.exception.id;
    case ItemRoles::StateRole:
        return state(line.exception, column);
    case ItemRoles::EmphasisRole:
        return QVariant::fromValue(emphasis(line.exception, column));
    case ItemRoles::NumericRole:
        return isFigure(column) || column == NumberColumn || column == DueColumn || column == LastColumn
            || column == SinceColumn;
    case ItemRoles::CopyRole: // the first column stands for the row
        if (column != SeverityColumn)
            return {};
        return line.exception.orderNumber.isEmpty() ? line.key() : line.exception.orderNumber;
    case ItemRoles::FilterRole:
        return filterFor(line.exception, column);
    case ItemRoles::StaleRole:
        return line.left;
    default:
        return {};
    }
}

/// By what an index serves pages of a million.
QVariant ExceptionTableModel::sortOf(Column column)
{
    switch (column) {
    case DueColumn:
        return int(ProblemSort::Due);
    case SinceColumn:
        return int(ProblemSort::Opened);
    default:
        return {};
    }
}

QVariant ExceptionTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (isFigure(Column(section)) ? Qt::AlignRight : Qt::AlignLeft));
    if (role == ItemRoles::SortRole)
        return sortOf(Column(section));
    if (role == Qt::ToolTipRole) {
        if (section == DueColumn)
            return QString(tr("When the step that this message serves is due") + u'\n' + tr("Click to sort"));
        if (section == SinceColumn)
            return tr("Click to sort");
        return section == ReplayColumn ? tr("What sending it again would do") : QVariant();
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case SeverityColumn:
        return tr("Urgency", "column: how urgent a problem is");
    case NumberColumn:
        return tr("Order", "column: number of an order");
    case ProblemColumn:
        return tr("Problem", "column: what went wrong");
    case TargetColumn:
        return tr("Target", "column: to which system");
    case HopColumn:
        return tr("Way", "column: from which system to which");
    case ReplayColumn:
        return tr("Replay", "column: what sending it again would do");
    case StateColumn:
        return tr("State", "column: state of a problem, or who works on it");
    case DueColumn:
        return tr("Due", "column: when the step is due");
    case ValueColumn:
        return tr("Value", "column: value of the order");
    case AttemptsColumn:
        return tr("Tries", "column: how often it was sent");
    case CodeColumn:
        return tr("Code", "column: code of an error");
    case TeamColumn:
        return tr("Team", "column: who looks after it");
    case OwnerColumn:
        return tr("Owner", "column: who works on it");
    case LastColumn:
        return tr("Last failed", "column: time of the latest failure");
    case SinceColumn:
        return tr("Since", "column: when a problem was opened");
    case ColumnCount:
        break;
    }
    return {};
}
