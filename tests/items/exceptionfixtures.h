// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/exceptionsource.h"
#include "models/domain/groupsource.h"
#include "models/domain/handover.h"
#include "models/domain/operationgateway.h"
#include "models/domain/savedview.h"

/// Realistic problems and replays for tests of models and views; all of them as of fixtureNow().

/// Fourteen over eight flows, the newest first: ids 114 down to 101.
QList<Exception> fixtureExceptions();
/// Plain ones with the ids from `first` down to `last`; `more` says that others follow.
ExceptionPage exceptionPage(qint64 first, qint64 last, bool more = false);
/// Seven causes in the order of the list, ids 1 to 7: of every state, one overdue without an error.
QList<ExceptionGroup> fixtureGroups();
GroupDetail fixtureGroupDetail(qint64 id);
QList<QueueCount> fixtureQueues();
/// The one of fixtureExceptions() with tries, content, notes and history.
ExceptionDetail fixtureDetail(qint64 id);
Runbook fixtureRunbook();
QList<SavedView> fixtureViews();

/// 24 messages: 14 safe, 3 to be verified, 4 that would fail again, one each done, not allowed and by hand.
Operation fixturePlan();
/// Which messages the targets can be asked about, and what they said.
Operation fixtureQuestion();
Operation fixtureAsked();
QList<OperationItem> fixtureAskedItems();
QList<OperationItem> fixturePlanItems();
/// The plan under way: 9 confirmed, 2 failed, 1 in doubt, 7 skipped, 5 not started.
Operation fixtureRunning();
QList<OperationItem> fixtureRunningItems();
QList<Operation> fixtureOperations();
/// All of these as the next shift is told.
Handover fixtureHandover();
