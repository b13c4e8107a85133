// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/text/amounttext.h"

using namespace Qt::StringLiterals;

QString amountText(const Money& money, const QLocale& locale)
{
    if (!money.isValid())
        return {};
    const QString plain = plainDecimal(money);
    const bool negative = plain.startsWith(u'-');
    const QString digits = negative ? plain.sliced(1) : plain;
    QString text = locale.toString(digits.section(u'.', 0, 0).toLongLong());
    if (digits.contains(u'.'))
        text += locale.decimalPoint() + digits.section(u'.', 1);
    return (negative ? locale.negativeSign() : QString()) + text + u' ' + money.currency;
}
