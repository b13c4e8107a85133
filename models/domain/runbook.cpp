// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/runbook.h"

#include "models/domain/exceptiontitles.h"
#include "models/domain/failure.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

QStringList runbookClasses()
{
    QStringList names;
    for (int i = 0; i <= static_cast<int>(FailureClass::Unclassified); ++i)
        names.append(toText(static_cast<FailureClass>(i)));
    names.append(u"overdue"_s);
    return names;
}

QString runbookClassTitle(const QString& errorClass)
{
    return errorClass == "overdue"_L1 ? QCoreApplication::translate("Runbook", "late without an error", "kind of error")
                                      : errorClassTitle(errorClass);
}

QString runbookScope(const Runbook& runbook)
{
    QStringList parts{runbookClassTitle(runbook.errorClass)};
    if (runbook.flow != "*"_L1)
        parts.append(QCoreApplication::translate("Runbook", "flow %1").arg(runbook.flow));
    if (!runbook.errorCode.isEmpty())
        parts.append(QCoreApplication::translate("Runbook", "code %1", "of an error").arg(runbook.errorCode));
    if (!runbook.fingerprint.isEmpty())
        parts.append(QCoreApplication::translate("Runbook", "this cause only"));
    if (!runbook.team.isEmpty())
        parts.append(QCoreApplication::translate("Runbook", "team %1").arg(runbook.team));
    return parts.join(u" \u00b7 "_s);
}
