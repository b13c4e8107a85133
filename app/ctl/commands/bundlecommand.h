// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/commandcontext.h"
#include "models/domain/bundle.h"
#include "models/domain/filterexpression.h"

#include <QCoreApplication>
#include <QStringList>

#include <optional>

/// signalboxctl bundle: what an incident is made of, in one file.
class BundleCommand
{
    Q_DECLARE_TR_FUNCTIONS(BundleCommand)

public:
    struct Options
    {
        QList<qint64> exceptions;
        std::optional<QStringList> orders; ///< a filter, as it was given
        std::optional<QString> matching;
        qint64 group = 0; ///< 0: none
        QString output;
    };

    BundleCommand(const CommandContext& context, Options options);

    ExitCode run();

private:
    /// Fills the request with what was asked for.
    std::optional<Error> choose(Store& store, const FilterExpression& problems, BundleRequest& request) const;
    ExitCode report(const Bundle& bundle, qsizetype bytes) const;

    const CommandContext& m_context;
    Options m_options;
};
