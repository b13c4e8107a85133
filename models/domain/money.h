// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/outcome.h"

#include <QLocale>
#include <QString>
#include <QStringList>

/// An amount in minor units of its own currency. Amounts of different currencies are never added.
struct Money
{
    qint64 minor = 0;
    QString currency; ///< ISO 4217 code, upper case; empty = no amount known

    bool isValid() const { return !currency.isEmpty(); }
    friend bool operator==(const Money&, const Money&) = default;
};

/// Digits after the decimal point by ISO 4217 (JPY 0, KWD 3, CLF 4), withdrawn codes still met included; -1 for a code
/// that ISO 4217 does not list or gives no minor unit (XAU, XXX).
int minorUnitDigits(const QString& currency);

/// The codes with so many digits.
QStringList currenciesWithDigits(int digits);

/// Reads a decimal such as "99.9" or "-3.00" exactly. Fails (Failure::Invalid) on an unknown currency, on anything that
/// is no plain decimal (no exponent, no grouping), on more decimals than the currency has (zeros there are harmless),
/// and outside of 64 bits.
Outcome<Money> parseMoney(const QString& decimal, const QString& currency);

/// "1.234,50 €" by the locale's rules, digits by the currency. An invalid amount gives an empty text.
QString formatMoney(const Money& money, const QLocale& locale);

/// The exact decimal with '.', for exports and JSON: "1234.50".
QString plainDecimal(const Money& money);
