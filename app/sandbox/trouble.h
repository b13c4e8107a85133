// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

class Dice;

/// What stops an order in the estate's past, for good.
struct Trouble
{
    QString step;
    QString outcome; ///< what is said of the step: "failed", "started", or nothing
    QString message;
    qint64 shows = 0; ///< seconds after the step could have begun; younger orders do not have it yet
};

/// One that can befall an order with these steps.
Trouble drawTrouble(const QStringList& steps, Dice& dice);
