// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRandomGenerator>

/// Seeds of a randomised test: some that never change and a new one, which is printed. SIGNALBOX_SEED=n runs that
/// alone.
inline QList<quint32> seeds(QList<quint32> fixed)
{
    bool given = false;
    const int wanted = qEnvironmentVariableIntValue("SIGNALBOX_SEED", &given);
    if (given)
        return {static_cast<quint32>(wanted)};
    fixed.append(QRandomGenerator::global()->generate() >> 1U);
    qInfo("to repeat the random part: SIGNALBOX_SEED=%u", fixed.constLast());
    return fixed;
}
