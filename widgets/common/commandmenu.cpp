// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/commandmenu.h"

#include "widgets/common/keymap.h"

#include <QMenu>

QMenu* popupCommands(CommandTarget& target, const QList<Command>& commands, QWidget& on, const QPoint& at)
{
    auto* menu = new QMenu(&on);
    menu->setObjectName(QStringLiteral("rowMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    const QList<Command> offered = target.commands();
    for (const Command command : commands) {
        if (!offered.contains(command))
            continue;
        const QList<QKeySequence> keys = KeyMap::instance().keys(command);
        const QString key = keys.isEmpty() ? QString() : keys.constFirst().toString(QKeySequence::NativeText);
        QAction* action
            = menu->addAction(textOf(command) + u'\t' + key, menu, [&target, command] { target.run(command); });
        const QString why = target.obstacle(command);
        action->setEnabled(why.isEmpty());
        action->setToolTip(why);
    }
    menu->popup(on.mapToGlobal(at));
    return menu;
}
