// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/operationgateway.h"
#include "models/store/queryrunner.h"

/// Actions and operations in `integration`, through its functions: right, state and version are checked there.
class PgOperationGateway final : public OperationGateway
{
public:
    static constexpr int maxLimit = 10'000; ///< of a list

    explicit PgOperationGateway(QueryRunner& runner)
        : m_runner(runner)
    { }

    QFuture<Outcome<QList<ActionResult>>> change(
        ExceptionAction action, const QList<ExceptionRef>& exceptions, const ActionDetails& details) override;
    QFuture<Outcome<Operation>> previewReplay(const QUuid& request, const QList<qint64>& transactions) override;
    QFuture<Outcome<Operation>> previewVerify(const QUuid& request, const QList<qint64>& transactions) override;
    QFuture<Outcome<Operation>> start(const Operation& previewed, const ReplayOptions& options) override;
    QFuture<Outcome<Operation>> control(qint64 operation, OperationControl action) override;
    QFuture<Outcome<Operation>> approve(const Operation& seen, const QString& note) override;
    QFuture<Outcome<Operation>> reject(qint64 operation, const QString& reason) override;
    QFuture<Outcome<OperationCounts>> counts() override;
    QFuture<Outcome<Operation>> operation(qint64 id) override;
    QFuture<Outcome<QList<Operation>>> operations(int limit) override;
    QFuture<Outcome<QList<OperationItem>>> items(qint64 operation, int limit) override;

private:
    QFuture<Outcome<Operation>> preview(const char* statement, const QUuid& request, const QList<qint64>& transactions);

    QueryRunner& m_runner;
};
