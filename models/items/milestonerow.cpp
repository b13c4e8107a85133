// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/milestonerow.h"

#include "models/domain/isoduration.h"
#include "models/domain/statetitles.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

const ProcessStep* definitionOf(const OrderDetail& detail, const QString& step)
{
    const auto in = [&step](const Process& process) -> const ProcessStep* {
        const auto at = std::find_if(process.steps.begin(), process.steps.end(),
            [&step](const ProcessStep& candidate) { return candidate.step == step; });
        return at == process.steps.end() ? nullptr : &*at;
    };
    const ProcessStep* found = in(detail.process);
    return found ? found : in(detail.returnProcess);
}

QDateTime later(const QDateTime& a, const QDateTime& b)
{
    if (!a.isValid() || !b.isValid())
        return a.isValid() ? a : b;
    return std::max(a, b);
}

/// When the predecessors of a row are through: reached, or expected to be. A predecessor counts in the row's own scope;
/// where it has none there, in all of its scopes.
QDateTime predecessorsDone(const QList<MilestoneRow>& rows, const MilestoneRow& row)
{
    QDateTime done;
    for (const QString& step : row.after) {
        QDateTime own;
        QDateTime any;
        for (const MilestoneRow& other : rows) {
            if (other.milestone.step != step)
                continue;
            const QDateTime end = other.isReached() ? other.milestone.completedAt : other.expectedTo;
            any = later(any, end);
            if (other.milestone.scope == row.milestone.scope)
                own = later(own, end);
        }
        done = later(done, own.isValid() ? own : any);
    }
    return done;
}

void expect(MilestoneRow& row, const QList<MilestoneRow>& rows, const QDateTime& promisedAt, const QDateTime& now)
{
    const Milestone& milestone = row.milestone;
    if (!milestone.isOpen() && milestone.state != MilestoneState::Blocked)
        return;
    row.expectedFrom = milestone.isOpen() ? row.from() : later(predecessorsDone(rows, row), now);
    if (!row.expectedFrom.isValid())
        row.expectedFrom = now;
    const auto target = secondsOfIsoDuration(row.target);
    QDateTime to = row.expectedFrom;
    if (row.norm.samples > 0)
        to = row.expectedFrom.addSecs(row.norm.medianSeconds);
    else if (row.target == "promise"_L1)
        to = later(to, promisedAt);
    else if (target)
        to = row.expectedFrom.addSecs(*target);
    row.expectedTo = std::max(to, std::max(row.expectedFrom, now));
}

MilestoneRow makeRow(const OrderDetail& detail, const Milestone& milestone, const QDateTime& now)
{
    MilestoneRow row;
    row.milestone = milestone;
    const ProcessStep* definition = definitionOf(detail, milestone.step);
    row.title = stepTitle(milestone.step, definition ? definition->title : QString());
    row.norm = detail.norms.value(milestone.step);
    row.targetState = targetState(milestone, now);
    if (definition) {
        row.system = definition->system;
        row.after = definition->after;
        row.target = definition->target;
        row.supplied = definition->supplied;
    }
    return row;
}

} // namespace

QString MilestoneRow::scopedTitle() const
{
    if (milestone.scope.isEmpty())
        return title;
    return QCoreApplication::translate(
        "MilestoneRow", "%1 \u00b7 %2", "a step and the shipment, payment or return it is about")
        .arg(title, scopeTitle(milestone.scope));
}

bool MilestoneRow::isReached() const
{
    return milestone.completedAt.isValid()
        && (milestone.state == MilestoneState::Completed || milestone.state == MilestoneState::Overridden
            || milestone.state == MilestoneState::Reversed || milestone.state == MilestoneState::Unknown);
}

QDateTime MilestoneRow::from() const
{
    for (const QDateTime& moment :
        {milestone.eligibleAt, milestone.startedAt, milestone.completedAt, milestone.failedAt}) {
        if (moment.isValid())
            return moment;
    }
    return {};
}

QDateTime MilestoneRow::until(const QDateTime& now) const
{
    if (isReached())
        return milestone.completedAt;
    return milestone.isOpen() ? now : milestone.failedAt;
}

qint64 MilestoneRow::took(const QDateTime& now) const
{
    const QDateTime end = isReached() ? milestone.completedAt : milestone.isOpen() ? now : QDateTime();
    if (!milestone.eligibleAt.isValid() || !end.isValid())
        return -1;
    return std::max<qint64>(0, milestone.eligibleAt.secsTo(end));
}

bool operator==(const MilestoneRow& a, const MilestoneRow& b)
{
    return a.milestone == b.milestone && a.title == b.title && a.system == b.system && a.after == b.after
        && a.target == b.target && a.supplied == b.supplied && a.norm.medianSeconds == b.norm.medianSeconds
        && a.norm.p95Seconds == b.norm.p95Seconds && a.norm.samples == b.norm.samples && a.targetState == b.targetState
        && a.expectedFrom == b.expectedFrom && a.expectedTo == b.expectedTo;
}

QList<MilestoneRow> milestoneRows(const OrderDetail& detail, const QDateTime& now)
{
    QList<MilestoneRow> rows;
    rows.reserve(detail.milestones.size());
    for (const Milestone& milestone : detail.milestones) {
        MilestoneRow row = makeRow(detail, milestone, now);
        expect(row, rows, detail.order.promisedAt, now);
        rows.append(std::move(row));
    }
    return rows;
}
