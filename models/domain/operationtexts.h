// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/operation.h"

#include <QLocale>

/// What the window and the command line say of an operation, in the same words.
namespace OperationTexts {

/// "24 messages that move money: more than 10 need a second person."
QString limit(const ApprovalLimit& limit, const QList<ReplayClass>& classes, const QLocale& locale);
/// One line for each limit that is exceeded; empty: nobody else has to approve.
QStringList approvalReasons(const Operation& operation, const QList<ReplayClass>& classes, const QLocale& locale);
/// What it waits for, or why it ended as it did: "Stopped: 4 of 9 ended with the same error: ...". Empty when it simply
/// runs or is done.
QString standing(const Operation& operation, const QLocale& locale);
/// "1 %, 5 %, 25 %, 100 %".
QString ramp(const QList<int>& ramp, const QLocale& locale);

} // namespace OperationTexts
