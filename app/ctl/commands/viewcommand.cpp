// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands/viewcommand.h"

#include "app/ctl/finished.h"
#include "app/ctl/terminal.h"
#include "app/ctl/text/displaywidth.h"
#include "app/ctl/text/nearest.h"
#include "app/ctl/text/texttable.h"
#include "models/store/pgsavedviews.h"

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace {

/// The user's own of this name before one that is shared.
const SavedView* findView(const QList<SavedView>& views, SavedView::Screen screen, const QString& name)
{
    const SavedView* found = nullptr;
    for (const SavedView& view : views) {
        if (view.screen == screen && view.name == name && (!found || !view.shared))
            found = &view;
    }
    return found;
}

Error noSuchView(const QList<SavedView>& views, SavedView::Screen screen, const QString& name)
{
    const QString hint = QCoreApplication::translate("ViewCommand", "\"signalboxctl views\" lists them.");
    QStringList names;
    for (const SavedView& view : views) {
        if (view.screen == screen)
            names.append(view.name);
        else if (!findView(views, screen, name) && view.name == name)
            return {Failure::NotFound,
                (view.screen == SavedView::Screen::Orders
                        ? QCoreApplication::translate("ViewCommand", "\"%1\" is a view of orders, not of Triage.")
                        : QCoreApplication::translate("ViewCommand", "\"%1\" is a view of Triage, not of orders."))
                    .arg(printable(name)),
                hint, {}};
    }
    return {Failure::NotFound,
        QCoreApplication::translate("ViewCommand", "There is no view \"%1\"%2", "%2 ends the sentence")
            .arg(printable(name), guessOrFullStop(name, names)),
        hint, {}};
}

} // namespace

std::optional<Error> ViewCommand::open()
{
    const auto store = m_context.open();
    if (!store)
        return store.error();
    m_store = store.value();
    const auto known = finished(PgSavedViews(m_store->runner()).views());
    if (!known)
        return known.error();
    m_known = known.value();
    return std::nullopt;
}

ExitCode ViewCommand::list()
{
    if (const auto error = open())
        return m_context.fail(*error);
    if (m_context.json()) {
        auto json = nlohmann::ordered_json::array();
        for (const SavedView& view : m_known) {
            auto roles = nlohmann::ordered_json::array();
            for (const QString& role : view.roles)
                roles.push_back(role.toStdString());
            json.push_back({{"screen", toText(view.screen).toStdString()}, {"name", view.name.toStdString()},
                {"owner", view.owner.toStdString()}, {"shared", view.shared}, {"defaultFor", roles},
                {"queue", view.queue.toStdString()}, {"filter", view.filter.toStdString()}});
        }
        m_context.terminal().print(nlohmann::ordered_json{{"views", json}});
        return ExitCode::Done;
    }
    if (m_known.isEmpty()) {
        m_context.terminal().note(tr("There is no saved view."));
        return ExitCode::Done;
    }
    TextTable table;
    table.addColumn(tr("Screen", "column: where a view belongs"));
    table.addColumn(tr("View", "column: its name"), TextTable::Align::Left, true);
    table.addColumn(tr("Owner", "column"));
    table.addColumn(tr("Shared", "column: with whom"));
    table.addColumn(tr("Filter", "column"), TextTable::Align::Left, true);
    for (const SavedView& view : m_known) {
        QString shared = view.shared ? tr("everybody", "a view is shared with") : QString();
        if (!view.roles.isEmpty())
            shared = tr("begins here: %1", "roles").arg(view.roles.join(u", "_s));
        table.addRow(
            {toText(view.screen), printable(view.name), printable(view.owner), shared, printable(view.filter)});
    }
    m_context.terminal().print(table.render(m_context.terminal().width()));
    return ExitCode::Done;
}

ExitCode ViewCommand::save(const SavedView& view)
{
    if (const auto error = open())
        return m_context.fail(*error);
    SavedView wanted = view;
    if (const SavedView* former = findView(m_known, view.screen, view.name)) {
        wanted.columns = former->columns;
        wanted.grouped = former->grouped;
        wanted.sort = former->sort;
        wanted.ascending = former->ascending;
    }
    return report(
        finished(PgSavedViews(m_store->runner()).save(wanted)), tr("View \"%1\" is saved.").arg(printable(view.name)));
}

ExitCode ViewCommand::remove(SavedView::Screen screen, const QString& name)
{
    if (const auto error = open())
        return m_context.fail(*error);
    const SavedView* view = findView(m_known, screen, name);
    if (!view)
        return m_context.fail(noSuchView(m_known, screen, name));
    return report(
        finished(PgSavedViews(m_store->runner()).remove(view->id)), tr("View \"%1\" is removed.").arg(printable(name)));
}

ExitCode ViewCommand::setDefault(SavedView::Screen screen, const QString& role, const QString& name)
{
    if (const auto error = open())
        return m_context.fail(*error);
    const SavedView* view = nullptr;
    for (const SavedView& each : m_known) {
        if (each.screen == screen && each.name == name && each.shared)
            view = &each;
    }
    if (!view && !name.isEmpty())
        return m_context.fail(noSuchView(m_known, screen, name));
    return report(finished(PgSavedViews(m_store->runner()).setDefault(role, screen, view ? view->id : 0)),
        view ? tr("The role %1 begins with \"%2\".").arg(role, printable(name))
             : tr("The role %1 begins nowhere in particular.").arg(role));
}

Outcome<SavedView> ViewCommand::with(Store& store, SavedView asked)
{
    if (asked.name.isEmpty())
        return asked;
    PgSavedViews source(store.runner());
    const auto known = finished(source.views());
    if (!known)
        return known.error();
    const SavedView* view = findView(known.value(), asked.screen, asked.name);
    if (!view)
        return noSuchView(known.value(), asked.screen, asked.name);
    if (asked.filter.isEmpty())
        asked.filter = view->filter;
    else if (!view->filter.isEmpty())
        asked.filter = u"(%1) (%2)"_s.arg(view->filter, asked.filter);
    if (asked.queue.isEmpty())
        asked.queue = view->queue;
    return asked;
}

ExitCode ViewCommand::report(const Outcome<qint64>& outcome, const QString& text) const
{
    if (!outcome)
        return m_context.fail(outcome.error());
    if (m_context.json())
        m_context.terminal().print(nlohmann::ordered_json{{"view", outcome.value()}});
    else
        m_context.terminal().print(text + u'\n');
    return ExitCode::Done;
}
