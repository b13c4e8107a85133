// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/commandcontext.h"
#include "models/domain/order.h"

#include <QCoreApplication>

/// signalboxctl tag: puts words on orders and takes them away.
class TagCommand
{
    Q_DECLARE_TR_FUNCTIONS(TagCommand)

public:
    struct Options
    {
        QStringList orders; ///< numbers or keys
        QStringList add;
        QStringList remove;
        QString reason;
    };

    TagCommand(const CommandContext& context, Options options)
        : m_context(context)
        , m_options(std::move(options))
    { }

    ExitCode run();

private:
    /// The orders that are meant, each name standing for exactly one.
    Outcome<QList<Order>> meant(Store& store) const;

    const CommandContext& m_context;
    Options m_options;
};
