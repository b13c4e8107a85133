// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/processstepmodel.h"

#include "models/domain/formatduration.h"
#include "models/domain/isoduration.h"
#include "models/domain/statetitles.h"
#include "models/items/itemroles.h"

#include <QMetaEnum>

using namespace Qt::StringLiterals;

static_assert(std::tuple_size_v<decltype(ProcessStepRow::cells)> == ProcessStepModel::ColumnCount);

namespace {

QString durationText(const QString& iso, const QLocale& locale)
{
    const auto seconds = secondsOfIsoDuration(iso);
    return seconds ? formatDuration(*seconds, locale) : iso;
}

QString targetText(const ProcessStep& step, const QLocale& locale)
{
    if (step.target.isEmpty())
        return ProcessStepModel::tr("none", "a step without a target time");
    if (step.target == "promise"_L1)
        return ProcessStepModel::tr("the promised time", "target of a step");
    return durationText(step.target, locale);
}

QString warningText(const ProcessStep& step, const QLocale& locale)
{
    if (step.target.isEmpty())
        return {};
    if (step.warn.isEmpty())
        return ProcessStepModel::tr("last 20 % of the time");
    const QString time = durationText(step.warn, locale);
    return step.target == "promise"_L1
        ? ProcessStepModel::tr("%1 before", "warning ahead of the promised time").arg(time)
        : ProcessStepModel::tr("after %1", "warning once this much time has gone").arg(time);
}

QString calendarText(const ProcessStep& step, const QList<BusinessCalendar>& calendars)
{
    for (const BusinessCalendar& calendar : calendars) {
        if (calendar.name == step.calendar)
            return calendarTitle(calendar.name, calendar.title);
    }
    return step.calendar;
}

QString afterText(const ProcessStep& step, const Process& process)
{
    QStringList names;
    for (const QString& name : step.after) {
        const auto at = std::find_if(process.steps.begin(), process.steps.end(),
            [&name](const ProcessStep& other) { return other.step == name; });
        names.append(stepTitle(name, at == process.steps.end() ? QString() : at->title));
    }
    if (names.isEmpty())
        return ProcessStepModel::tr("the start", "a step that comes after no other");
    const QString list = names.join(u", "_s);
    return step.mayPrecede
        ? ProcessStepModel::tr("%1 (may come before)", "a step may precede its predecessors").arg(list)
        : list;
}

/// In which of the process's channels the step is known from events.
QString evidenceText(const ProcessStep& step, const Process& process, const QList<Channel>& channels)
{
    QStringList with;
    QStringList without;
    for (const Channel& channel : channels) {
        // returns have no channel of their own: any channel may name them
        const bool ours = channel.process == process.name || step.axis == "return"_L1;
        if (!ours)
            continue;
        (channel.hasEvidence(step.step) ? with : without)
            .append(channel.title.isEmpty() ? channel.code : channel.title);
    }
    if (with.isEmpty() && without.isEmpty())
        return ProcessStepModel::tr("no channel uses it");
    if (without.isEmpty())
        return ProcessStepModel::tr("all channels");
    if (with.isEmpty())
        return ProcessStepModel::tr("no source connected");
    return ProcessStepModel::tr("%1; not in %2", "channels with and without evidence of a step")
        .arg(with.join(u", "_s), without.join(u", "_s));
}

/// The state that an order's chip shows once the step is reached.
QString reachedText(const ProcessStep& step)
{
    if (step.reached.isEmpty())
        return {};
    const auto in = [&step]<typename Enum>(Enum /*kind*/) -> QString {
        const auto metaEnum = QMetaEnum::fromType<Enum>();
        for (int i = 0; i < metaEnum.keyCount(); ++i) {
            if (step.reached.compare(QLatin1StringView(metaEnum.key(i)), Qt::CaseInsensitive) == 0)
                return title(Enum(metaEnum.value(i)));
        }
        return {};
    };
    QString state;
    if (step.axis == "fulfilment"_L1)
        state = in(FulfilmentState::None);
    else if (step.axis == "money"_L1)
        state = in(MoneyState::None);
    return axisTitle(step.axis) + ": "_L1 + (state.isEmpty() ? step.reached : state);
}

} // namespace

ProcessStepModel::ProcessStepModel(QObject* parent)
    : KeyedTableModel(parent)
{ }

void ProcessStepModel::setProcess(
    const Process& process, const QList<BusinessCalendar>& calendars, const QList<Channel>& channels)
{
    QList<ProcessStepRow> rows;
    rows.reserve(process.steps.size());
    for (const ProcessStep& step : process.steps)
        rows.append(line(step, process, calendars, channels));
    merge(std::move(rows));
}

ProcessStepRow ProcessStepModel::line(const ProcessStep& step, const Process& process,
    const QList<BusinessCalendar>& calendars, const QList<Channel>& channels) const
{
    ProcessStepRow row{step, {}};
    row.cells[StepColumn] = stepTitle(step.step, step.title);
    row.cells[SystemColumn] = systemTitle(step.system);
    row.cells[AfterColumn] = afterText(step, process);
    row.cells[TargetColumn] = targetText(step, m_locale);
    row.cells[WarningColumn] = warningText(step, m_locale);
    row.cells[CalendarColumn] = step.target.isEmpty() ? QString() : calendarText(step, calendars);
    row.cells[ScopeColumn]
        = step.scope == "order"_L1 || step.scope.isEmpty() ? tr("Order", "scope of a step") : scopeTitle(step.scope);
    row.cells[ShowsColumn] = reachedText(step);
    row.cells[EvidenceColumn] = evidenceText(step, process, channels);
    return row;
}

int ProcessStepModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ProcessStepModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    using ItemRoles::Emphasis;
    const ProcessStepRow& entry = row(index.row());
    const auto column = std::size_t(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return entry.cells.at(column);
    case Qt::ToolTipRole:
        return column == StepColumn ? QString(entry.cells.at(column) + u'\n' + entry.step.step)
                                    : entry.cells.at(column);
    case ItemRoles::ValueRole:
        if (column == TargetColumn)
            return secondsOfIsoDuration(entry.step.target).value_or(-1);
        return entry.cells.at(column);
    case ItemRoles::IdRole:
        return entry.key();
    case ItemRoles::FilterRole:
        return QString("step:"_L1 + entry.step.step);
    case ItemRoles::EmphasisRole:
        if (column == TargetColumn)
            return QVariant::fromValue(entry.step.target.isEmpty() ? Emphasis::Muted : Emphasis::Strong);
        return QVariant::fromValue(column == StepColumn ? Emphasis::Strong : Emphasis::Normal);
    default:
        return {};
    }
}

QVariant ProcessStepModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const bool tip = role == Qt::ToolTipRole;
    switch (Column(section)) {
    case StepColumn:
        return tip ? tr("What must happen") : tr("Step", "column: a step of a process");
    case SystemColumn:
        return tip ? tr("The kind of system that must do it")
                   : tr("Owed by", "column: the system that must do the step");
    case AfterColumn:
        return tip ? tr("The clock starts when the last of these is reached")
                   : tr("After", "column: predecessors of a step");
    case TargetColumn:
        return tip ? tr("Time allowed, counted in the open hours of the calendar")
                   : tr("Target", "column: time allowed for a step");
    case WarningColumn:
        return tip ? tr("From here on an open step counts as due soon")
                   : tr("Warning", "column: when a step is due soon");
    case CalendarColumn:
        return tip ? tr("The hours in which the clock runs") : tr("Calendar", "column: business calendar");
    case ScopeColumn:
        return tip ? tr("What the step is about: it is expected once for each")
                   : tr("For each", "column: scope of a step");
    case ShowsColumn:
        return tip ? tr("The state that an order shows once this is reached")
                   : tr("Then shows", "column: state after a step");
    case EvidenceColumn:
        return tip ? tr("Channels in which events prove the step. Where nothing does, it is unknown and never late")
                   : tr("Evidence from", "column: channels that supply evidence");
    case ColumnCount:
        break;
    }
    return {};
}
