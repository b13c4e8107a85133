// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/money.h"

#include <QLocale>
#include <QString>

/// "1,227.78 BRL": by the locale's marks and with the ISO code, since a terminal's columns are compared and searched.
QString amountText(const Money& money, const QLocale& locale);
