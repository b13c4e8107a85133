// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/exceptioncondition.h"

#include "models/store/problemfilter.h"

using namespace Qt::StringLiterals;

const char* conditionOf(ExceptionQueue queue)
{
// own_state is what the indexes know
#define SIGNALBOX_WAITING "r.own_state <> 'resolved' AND r.state <> 'snoozed'"
    switch (queue) {
    case ExceptionQueue::Open:
    case ExceptionQueue::Team:
        return SIGNALBOX_WAITING;
    case ExceptionQueue::New:
        return SIGNALBOX_WAITING " AND r.group_state = 'new'";
    case ExceptionQueue::Mine:
        return SIGNALBOX_WAITING " AND r.owner = session_user";
    case ExceptionQueue::Unassigned:
        return SIGNALBOX_WAITING " AND r.owner IS NULL";
    case ExceptionQueue::InDoubt:
        return SIGNALBOX_WAITING " AND r.kind = 'in_doubt'";
    case ExceptionQueue::Breaching:
        return SIGNALBOX_WAITING " AND r.step_due_at < now() + interval '1 hour'";
    case ExceptionQueue::Overdue:
        return SIGNALBOX_WAITING " AND r.kind = 'overdue'";
    case ExceptionQueue::Regressed:
        return SIGNALBOX_WAITING " AND r.regression";
    case ExceptionQueue::Snoozed:
        return "r.own_state <> 'resolved' AND r.state = 'snoozed'";
    case ExceptionQueue::AwaitingApproval: // as an array: by the index of messages, however many problems there are
        return SIGNALBOX_WAITING
            " AND r.transaction_id = ANY (ARRAY(SELECT i.transaction_id FROM integration.operation o "
            "JOIN integration.operation_item i ON i.operation_id = o.id AND i.state = 'planned' "
            "WHERE o.state = 'awaiting_approval' AND o.approval_until > now()))";
    case ExceptionQueue::Resolved: // the history grows without end
        return "r.own_state = 'resolved' AND r.resolved_at > now() - interval '7 days'";
    }
    return "false";
#undef SIGNALBOX_WAITING
}

std::string addArgument(SqlArgs& args, const QString& value)
{
    args.emplace_back(value.toStdString());
    return "$" + std::to_string(args.size());
}

bool asksForResolved(const ExceptionQuery& query)
{
    return query.queue == ExceptionQueue::Resolved
        || (query.queue == ExceptionQueue::Open && namesState(query.filter, u"resolved"_s));
}

bool hasTalliedScope(const ExceptionQuery& query)
{
    return query.queue != ExceptionQueue::Breaching && query.queue != ExceptionQueue::AwaitingApproval
        && !asksForResolved(query);
}

std::string scopeOf(const ExceptionQuery& query, SqlArgs& args)
{
    std::string scope = conditionOf(query.queue);
    if (query.queue == ExceptionQueue::Open && namesState(query.filter))
        scope = asksForResolved(query) ? "(r.own_state <> 'resolved' OR r.resolved_at > now() - interval '7 days')"
                                       : "r.own_state <> 'resolved'";
    if (query.queue == ExceptionQueue::Team)
        scope += " AND r.queue = " + addArgument(args, query.team);
    if (query.group != 0)
        scope += " AND r.group_id = " + addArgument(args, QString::number(query.group)) + "::bigint";
    return scope;
}

std::string conditionFor(const ExceptionQuery& query, SqlArgs& args)
{
    const std::string scope = scopeOf(query, args);
    return query.filter.isEverything() ? scope : scope + " AND " + problemCondition(query.filter, args);
}
