// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/savedview.h"
#include "models/store/queryrunner.h"

/// Saved views in `integration`.
class PgSavedViews final : public SavedViews
{
public:
    explicit PgSavedViews(QueryRunner& runner)
        : m_runner(runner)
    { }

    QFuture<Outcome<QList<SavedView>>> views() override;
    QFuture<Outcome<qint64>> save(const SavedView& view) override;
    QFuture<Outcome<qint64>> remove(qint64 id) override;
    QFuture<Outcome<qint64>> setDefault(const QString& role, SavedView::Screen screen, qint64 id) override;

private:
    QueryRunner& m_runner;
};
