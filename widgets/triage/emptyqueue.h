// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

struct ExceptionQuery;
class ViewStates;

/// What a list of problems or groups without a row says: no more than is known. watched: see ExceptionPage; toCome: how
/// rows come that match the filter.
void showEmptyQueue(ViewStates& states, const ExceptionQuery& query, bool watched, const QString& toCome);

/// What a search in payloads has not looked at, for both lists.
QString cutPayloadsText(int payloads);
