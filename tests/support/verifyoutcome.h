// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/outcome.h"

#include <QTest>

/// Why an outcome has no value; empty when it has one. (QVERIFY2 evaluates its message in any case.)
template<typename T>
QString reasonOf(const Outcome<T>& outcome)
{
    return outcome ? QString() : outcome.error().text;
}

#define VERIFY_OUTCOME(outcome) QVERIFY2(outcome, qPrintable(reasonOf(outcome)))
