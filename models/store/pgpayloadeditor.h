// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/payloadedit.h"
#include "models/store/queryrunner.h"

/// Edits payloads in PostgreSQL, by integration.edit_transactions. Call it from one thread; newer hints cancel older
/// ones at the server. Its runner must outlive it.
class PgPayloadEditor final : public PayloadEditor
{
public:
    explicit PgPayloadEditor(QueryRunner& runner)
        : m_runner(runner)
    { }

    QFuture<Outcome<QList<EditableMessage>>> editable(const QList<qint64>& transactions) override;
    QFuture<Outcome<QList<ActionResult>>> edit(const QList<PayloadEdit>& edits, const QString& reason) override;
    QFuture<Outcome<ExceptionHints>> hints(qint64 exception) override;

private:
    QueryRunner& m_runner;
    std::shared_ptr<CancelToken> m_hints;
};
