// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/exceptionsource.h"
#include "models/domain/operation.h"

#include <QString>

// What a person reads for a state or a name around exceptions, replays and their history. Translated at each call.
QString title(ExceptionState state);
/// How this problem stands: "Being verified" where its message is only asked about.
QString standingTitle(const Exception& exception);
QString title(ExceptionKind kind);
QString title(Severity severity);
QString title(ReplayClass replay);
/// What a replay would do with this problem; "No message" where there is none of ours to send again.
QString replayTitle(const Exception& exception);
QString title(EffectClass effect);
QString title(Resolution resolution);
QString title(OperationState state);
QString title(ItemState state);
/// Of a message that is only asked about: "Not there" where a replay would say "Failed".
QString title(ItemState state, OperationKind kind);
QString title(ReplayClass replay, OperationKind kind);
QString title(ExceptionQueue queue);

/// What a plan does with messages of this class, in one line: "Sent again".
QString planText(ReplayClass replay);
QString planText(ReplayClass replay, OperationKind kind);
/// What is in a list: "Nobody works on them".
QString queueText(ExceptionQueue queue);
/// "Data" for "data".
QString errorClassTitle(const QString& errorClass);
/// "Did not take effect" for "not_applied".
QString errorEffectTitle(const QString& effect);
/// What became of one try: "Delivered".
QString tryTitle(const QString& outcome);
/// What somebody did, from the audit trail: "Took it" for "take".
QString deedTitle(const QString& action);
/// "Shop → ERP".
QString hopText(const QString& sourceSystem, const QString& targetSystem);
