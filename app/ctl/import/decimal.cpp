// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/import/decimal.h"

#include <algorithm>

namespace {
constexpr int maxDigits = 18;

bool isDigit(QChar c)
{
    return c >= QLatin1Char('0') && c <= QLatin1Char('9');
}
} // namespace

std::optional<Decimal> Decimal::parse(QStringView text)
{
    const bool negative = text.startsWith(QLatin1Char('-'));
    if (negative)
        text = text.sliced(1);
    qint64 value = 0;
    int decimals = 0;
    int digits = 0;
    int whole = 0;
    bool point = false;
    for (const QChar c : text) {
        if (c == QLatin1Char('.') && !point && whole > 0) {
            point = true;
            continue;
        }
        if (!isDigit(c))
            return std::nullopt;
        value = value * 10 + (c.unicode() - u'0');
        digits += value != 0 ? 1 : 0;
        decimals += point ? 1 : 0;
        whole += point ? 0 : 1;
        if (digits > maxDigits || decimals > maxDigits)
            return std::nullopt;
    }
    if (whole == 0 || (point && decimals == 0))
        return std::nullopt;
    return Decimal(negative ? -value : value, decimals);
}

std::optional<qint64> Decimal::scaledTo(int decimals) const
{
    qint64 value = m_digits;
    for (int i = m_decimals; i < decimals; ++i) {
        if (__builtin_mul_overflow(value, qint64(10), &value))
            return std::nullopt;
    }
    return value;
}

std::optional<Decimal> Decimal::plus(const Decimal& other) const
{
    const int decimals = std::max(m_decimals, other.m_decimals);
    const auto a = scaledTo(decimals);
    const auto b = other.scaledTo(decimals);
    qint64 sum = 0;
    if (!a || !b || __builtin_add_overflow(*a, *b, &sum))
        return std::nullopt;
    return Decimal(sum, decimals);
}

std::optional<Decimal> Decimal::minus(const Decimal& other) const
{
    return plus(Decimal(-other.m_digits, other.m_decimals));
}

Decimal Decimal::magnitude() const
{
    return {m_digits < 0 ? -m_digits : m_digits, m_decimals};
}

bool Decimal::isGreaterThan(const Decimal& other) const
{
    const auto difference = minus(other);
    return difference ? difference->m_digits > 0 : !isNegative();
}

QString Decimal::toString() const
{
    QString text = QString::number(m_digits < 0 ? -m_digits : m_digits);
    if (m_decimals > 0) {
        text = text.rightJustified(m_decimals + 1, QLatin1Char('0'));
        text.insert(text.size() - m_decimals, QLatin1Char('.'));
    }
    return m_digits < 0 ? QLatin1Char('-') + text : text;
}
