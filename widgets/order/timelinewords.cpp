// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/order/timelinewords.h"

#include "models/domain/formatduration.h"
#include "models/domain/statetitles.h"
#include "models/domain/timetext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct Timeline
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

/// The first predecessor that is not through yet.
QString holdUp(const MilestoneModel& model, const MilestoneRow& row)
{
    for (const QString& step : row.after) {
        for (const MilestoneLine& other : model.rows()) {
            const auto state = other.row.milestone.state;
            const bool open = other.row.milestone.isOpen() || state == MilestoneState::Blocked;
            const bool ours = other.row.milestone.scope.isEmpty() || row.milestone.scope.isEmpty()
                || other.row.milestone.scope == row.milestone.scope;
            if (open && ours && other.row.milestone.step == step)
                return other.row.title;
        }
    }
    return {};
}

QString openLabel(const MilestoneModel& model, const MilestoneRow& row, const QLocale& locale)
{
    const bool failed = row.milestone.state == MilestoneState::Failed;
    if (row.targetState == TargetState::Breached) {
        const QString late = formatDuration(row.milestone.dueAt.secsTo(model.now()), locale);
        return failed ? Timeline::tr("failed, overdue by %1").arg(late) : Timeline::tr("overdue by %1").arg(late);
    }
    const qint64 took = row.took(model.now());
    const QString time = took < 0 ? QString() : formatDuration(took, locale);
    if (failed)
        return time.isEmpty() ? Timeline::tr("failed", "a step of an order")
                              : Timeline::tr("failed, open for %1").arg(time);
    return time.isEmpty() ? Timeline::tr("open", "a step of an order") : Timeline::tr("%1 so far").arg(time);
}

QString reachedLabel(const MilestoneModel& model, const MilestoneRow& row, const QLocale& locale)
{
    QStringList parts;
    const qint64 took = row.took(model.now());
    if (took >= 1)
        parts.append(formatDuration(took, locale));
    if (row.milestone.late && row.milestone.dueAt.isValid())
        parts.append(
            Timeline::tr("%1 late").arg(formatDuration(row.milestone.dueAt.secsTo(row.milestone.completedAt), locale)));
    if (row.milestone.state == MilestoneState::Reversed)
        parts.append(Timeline::tr("taken back", "a step that was done and then reversed"));
    if (row.milestone.state == MilestoneState::Overridden)
        parts.append(Timeline::tr("declared done"));
    return parts.join(u", "_s);
}

} // namespace

QString timelineLabel(const MilestoneModel& model, const MilestoneRow& row, const QLocale& locale)
{
    switch (row.milestone.state) {
    case MilestoneState::Unknown:
        return row.isReached() ? reachedLabel(model, row, locale) : model.stateText(row);
    case MilestoneState::NotApplicable:
        return Timeline::tr("not needed");
    case MilestoneState::Blocked: {
        const QString step = holdUp(model, row);
        return step.isEmpty() ? Timeline::tr("to come") : Timeline::tr("waits for: %1", "name of a step").arg(step);
    }
    case MilestoneState::Pending:
    case MilestoneState::InProgress:
    case MilestoneState::Failed:
        return openLabel(model, row, locale);
    case MilestoneState::Completed:
    case MilestoneState::Overridden:
    case MilestoneState::Reversed:
        return reachedLabel(model, row, locale);
    }
    return {};
}

QString stepInWords(const MilestoneModel& model, const MilestoneRow& row, const QLocale& locale)
{
    const Milestone& milestone = row.milestone;
    QStringList lines{row.scopedTitle()};
    if (!row.system.isEmpty())
        lines.append(Timeline::tr("Owed by: %1").arg(systemTitle(row.system)));
    QString state = Timeline::tr("State: %1").arg(model.stateText(row));
    if (row.targetState != TargetState::None)
        state += u", "_s + title(row.targetState);
    lines.append(state);
    const QString label = timelineLabel(model, row, locale);
    if (!label.isEmpty() && milestone.state != MilestoneState::Unknown
        && milestone.state != MilestoneState::NotApplicable)
        lines.append(label);
    const auto moment = [&lines, &locale](const QString& text, const QDateTime& when) {
        if (when.isValid())
            lines.append(text.arg(secondText(when, locale)));
    };
    moment(Timeline::tr("Could start: %1"), milestone.eligibleAt);
    moment(Timeline::tr("Due: %1"), milestone.dueAt);
    if (row.isReached())
        moment(Timeline::tr("Reached: %1"), milestone.completedAt);
    else if (row.expectedTo > model.now())
        moment(Timeline::tr("Expected at the usual pace: %1"), row.expectedTo);
    if (row.norm.samples > 0)
        lines.append(Timeline::tr("Normal is %1").arg(formatDuration(row.norm.medianSeconds, locale)));
    const QString remark = model.remarkText(row);
    if (!remark.isEmpty())
        lines.append(remark);
    return lines.join(u'\n');
}
