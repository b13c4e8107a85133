// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/runbook.h"
#include "models/store/pqxxcompat.h"
#include "models/store/queryrunner.h"

#include <optional>

/// Runbooks in `integration`.
class PgRunbooks final : public Runbooks
{
public:
    explicit PgRunbooks(QueryRunner& runner)
        : m_runner(runner)
    { }

    QFuture<Outcome<QList<Runbook>>> runbooks() override;
    QFuture<Outcome<qint64>> put(const Runbook& runbook) override;
    QFuture<Outcome<qint64>> remove(qint64 id, int version) override;
    /// Writes what these JSON objects define, as integration.put_runbook reads them; all of them or none. How many.
    Outcome<qsizetype> putNow(const QList<QByteArray>& definitions);

private:
    QueryRunner& m_runner;
};

/// The one for this exception, or for this group; nullopt: there is none.
std::optional<Runbook> readRunbookOfException(pqxx::transaction_base& tx, qint64 id);
std::optional<Runbook> readRunbookOfGroup(pqxx::transaction_base& tx, qint64 id);
