// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/exceptioncondition.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace {

QString likePattern(QString word)
{
    word.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    return u'%' + word + u'%';
}

} // namespace

const char* conditionOf(ExceptionQueue queue)
{
// own_state is what the indexes know
#define SIGNALBOX_WAITING "r.own_state <> 'resolved' AND r.state <> 'snoozed'"
    switch (queue) {
    case ExceptionQueue::Open:
    case ExceptionQueue::Team:
        return SIGNALBOX_WAITING;
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

bool isTallied(const ExceptionQuery& query)
{
    return query.text.simplified().isEmpty() && query.queue != ExceptionQueue::Breaching
        && query.queue != ExceptionQueue::Resolved;
}

ExceptionCondition conditionFor(const ExceptionQuery& query)
{
    ExceptionCondition where{conditionOf(query.queue), {}};
    if (query.queue == ExceptionQueue::Team)
        where.sql += " AND r.queue = " + addArgument(where.args, query.team);
    if (query.group != 0)
        where.sql += " AND r.group_id = " + addArgument(where.args, QString::number(query.group)) + "::bigint";
    const QStringList words = query.text.simplified().split(u' ', Qt::SkipEmptyParts);
    for (const QString& word : words) {
        const std::string pattern = addArgument(where.args, likePattern(word));
        where.sql += " AND (r.order_number ILIKE " + pattern + " OR r.flow ILIKE " + pattern + " OR r.step ILIKE "
            + pattern + " OR r.error_code ILIKE " + pattern + " OR r.error_text ILIKE " + pattern + ")";
    }
    return where;
}
