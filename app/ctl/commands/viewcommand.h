// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/commandcontext.h"
#include "models/domain/savedview.h"

#include <QCoreApplication>

#include <memory>
#include <optional>

/// signalboxctl views, and view save, remove and default: saved views of the user and those that others share.
class ViewCommand
{
    Q_DECLARE_TR_FUNCTIONS(ViewCommand)

public:
    explicit ViewCommand(const CommandContext& context)
        : m_context(context)
    { }

    ExitCode list();
    /// What the view's filter leaves out of the other fields stays as it was saved in the console.
    ExitCode save(const SavedView& view);
    ExitCode remove(SavedView::Screen screen, const QString& name);
    /// An empty name: the role begins nowhere in particular.
    ExitCode setDefault(SavedView::Screen screen, const QString& role, const QString& name);

    /// What was asked for, with the view of its name, the user's own before a shared one: both filters count, and the
    /// view's queue where none is asked for. An empty name: as it was asked.
    static Outcome<SavedView> with(Store& store, SavedView asked);

private:
    /// The database and the views that are known in it.
    std::optional<Error> open();
    ExitCode report(const Outcome<qint64>& outcome, const QString& text) const;

    const CommandContext& m_context;
    std::shared_ptr<Store> m_store;
    QList<SavedView> m_known;
};
