// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commandlineparts.h"
#include "app/ctl/commands/viewcommand.h"
#include "app/ctl/filterquestion.h"

using namespace Qt::StringLiterals;

void CommandLine::defineViews(Definition& definition, Parsed& parsed)
{
    using Command = Parsed::Command;
    definition.add(
        definition.app, "views", tr("List saved views: yours and those that are shared"), parsed, Command::Views);
    CLI::App* view = definition.add(
        definition.app, "view", tr("Save, remove or share a view, or let a role begin with it"), parsed, Command::None);
    view->require_subcommand(1);
    CLI::App* save = definition.add(*view, "save", tr("Save a filter under a name"), parsed, Command::SaveView);
    save->add_option("NAME", parsed.text, tr("Its name; yours of that name is replaced").toStdString())->required();
    save->add_option("FILTER", parsed.filter, tr("Filter, as in the console").toStdString());
    save->add_option("--queue", parsed.queue, tr("Queue of Triage, such as mine or in_doubt").toStdString());
    save->add_flag("--shared", parsed.shared, tr("Everybody may use it").toStdString());
    CLI::App* remove = definition.add(*view, "remove", tr("Remove a view of yours"), parsed, Command::RemoveView);
    remove->add_option("NAME", parsed.text, tr("Its name").toStdString())->required();
    CLI::App* begin = definition.add(
        *view, "default", tr("Let the people of a role begin with a shared view"), parsed, Command::DefaultView);
    begin->add_option("ROLE", parsed.owner, tr("Role").toStdString())
        ->required()
        ->check(CLI::IsMember({"viewer", "support", "finance", "manager", "admin"}));
    begin->add_option("NAME", parsed.text, tr("The view; left out: none").toStdString());
    for (CLI::App* command : {save, remove, begin})
        command->add_option("--screen", parsed.screen, tr("Where it belongs").toStdString())
            ->check(CLI::IsMember({"orders", "triage"}))
            ->capture_default_str();
}

ExitCode CommandLine::dispatchViews(const CommandContext& context, const Parsed& parsed)
{
    ViewCommand command(context);
    const auto screen = viewScreenFromText(withMinus(parsed.screen)).value_or(SavedView::Screen::Orders);
    const QString name = withMinus(parsed.text);
    switch (parsed.command) {
    case Parsed::Command::Views:
        return command.list();
    case Parsed::Command::SaveView: {
        const QStringList words = withMinus(parsed.filter);
        if (screen == SavedView::Screen::Orders && !FilterQuestion::read(context, words))
            return ExitCode::Usage;
        SavedView view;
        view.screen = screen;
        view.name = name;
        view.shared = parsed.shared;
        view.queue = withMinus(parsed.queue);
        view.filter = words.join(u' ');
        return command.save(view);
    }
    case Parsed::Command::RemoveView:
        return command.remove(screen, name);
    case Parsed::Command::DefaultView:
        return command.setDefault(screen, withMinus(parsed.owner), name);
    default:
        return dispatchRunbooks(context, parsed);
    }
}
