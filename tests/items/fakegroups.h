// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakesources.h"
#include "models/domain/groupgateway.h"
#include "models/domain/groupsource.h"

/// Keeps every question about groups and everything that is asked for, so that a test answers when it likes.
class FakeGroups final : public GroupSource, public GroupGateway
{
public:
    struct Change
    {
        GroupAction action = GroupAction::Note;
        QList<GroupRef> groups;
        GroupActionDetails details;
    };

    QFuture<Outcome<GroupPage>> groups(const ExceptionQuery& query) override
    {
        queries.append(query);
        return pages.ask();
    }
    QFuture<Outcome<GroupDetail>> groupDetail(qint64 id) override
    {
        detailIds.append(id);
        return details.ask();
    }
    QFuture<Outcome<QList<GroupActionResult>>> changeGroups(
        GroupAction action, const QList<GroupRef>& list, const GroupActionDetails& with) override
    {
        changed.append({action, list, with});
        return changes.ask();
    }
    QFuture<Outcome<Regrouping>> merge(const QList<qint64>& groups, qint64 into) override
    {
        merged.append({groups, into});
        return regroupings.ask();
    }
    QFuture<Outcome<Regrouping>> split(qint64 group, const QString& field, const QString& value) override
    {
        splits.append({QString::number(group), field, value});
        return regroupings.ask();
    }
    QFuture<Outcome<Regrouping>> undo(qint64 change) override
    {
        undone.append(change);
        return regroupings.ask();
    }

    QList<ExceptionQuery> queries;
    QList<qint64> detailIds;
    QList<Change> changed;
    QList<std::pair<QList<qint64>, qint64>> merged;
    QList<QStringList> splits;
    QList<qint64> undone;
    PendingAnswers<GroupPage> pages;
    PendingAnswers<GroupDetail> details;
    PendingAnswers<QList<GroupActionResult>> changes;
    PendingAnswers<Regrouping> regroupings;
};
