// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/import/setaside.h"

#include "models/domain/rejectionreason.h"

#include <QLocale>

QString SetAside::inWords() const
{
    const QString why = rejectionReason(code, reason);
    if (line == 0 && !column.isEmpty())
        return tr("%1, column %2: %3").arg(origin, column, why);
    if (line == 0)
        return tr("%1: %2").arg(origin, why);
    if (event > 0) // many may stand in one line
        return tr("%1, line %2, event %3: %4").arg(origin).arg(line).arg(QLocale().toString(event), why);
    if (column.isEmpty())
        return tr("%1, line %2: %3").arg(origin).arg(line).arg(why);
    return tr("%1, line %2, column %3: %4").arg(origin).arg(line).arg(column, why);
}

Error SetAside::nothingTaken(qint64 count)
{
    return {Failure::Invalid, tr("Nothing was taken in; set aside: %1.").arg(QLocale().toString(count)),
        tr("Each is kept with its reason in integration.rejected_event; the console lists them: Health, Events set "
           "aside."),
        {}};
}
