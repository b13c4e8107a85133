// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/bundle.h"
#include "models/store/queryrunner.h"

/// Bundles from one snapshot of the database, which masks what is personal before it gives it away.
class PgBundle final : public BundleSource
{
    Q_DECLARE_TR_FUNCTIONS(PgBundle)
public:
    explicit PgBundle(QueryRunner& runner)
        : m_runner(runner)
    { }

    QFuture<Outcome<Bundle>> bundle(const BundleRequest& request) override;

    /// The tables of a bundle, in the order in which they are filled.
    static QStringList sections();
    /// One hash of the schema that this program brings.
    static QString schemaChecksum();
    static int schemaVersion();

private:
    QueryRunner& m_runner;
};
