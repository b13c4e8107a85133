// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/groupgateway.h"
#include "models/store/queryrunner.h"

/// Actions on groups in `integration`, through its functions: right, state and version are checked there.
class PgGroupGateway final : public GroupGateway
{
public:
    explicit PgGroupGateway(QueryRunner& runner)
        : m_runner(runner)
    { }

    QFuture<Outcome<QList<GroupActionResult>>> changeGroups(
        GroupAction action, const QList<GroupRef>& groups, const GroupActionDetails& details) override;
    QFuture<Outcome<Regrouping>> merge(const QList<qint64>& groups, qint64 into) override;
    QFuture<Outcome<Regrouping>> split(qint64 group, const QString& field, const QString& value) override;
    QFuture<Outcome<Regrouping>> undo(qint64 change) override;

private:
    QueryRunner& m_runner;
};
