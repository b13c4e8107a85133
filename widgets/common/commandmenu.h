// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/commandtarget.h"

#include <QList>

class QMenu;
class QPoint;
class QWidget;

/// The menu of a row, "rowMenu": these commands, as far as the screen has them, with their keys; why one is not
/// possible is its tool tip. It deletes itself when it is closed.
QMenu* popupCommands(CommandTarget& target, const QList<Command>& commands, QWidget& on, const QPoint& at);
