// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/exceptionsource.h"

#include <QString>

/// What to do about a failure, in the person's language, by the id of the rule that gave the verdict: one of
/// resources/rules/failures.json, or one that the delivery gave by itself, such as "signalbox.contract". Empty: nobody
/// knows the rule.
QString failureAdvice(const QString& rule);
/// The same for a try to deliver; empty where nothing failed.
QString failureAdvice(const Attempt& attempt);
/// What to do about an exception, by its latest try; empty where nothing is to be done any more.
QString failureAdvice(const ExceptionDetail& detail);
