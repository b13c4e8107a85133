// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <optional>

/// An exact decimal number of up to 18 digits, as amounts come in files: never a binary fraction.
class Decimal
{
public:
    Decimal() = default;

    /// Plain decimals only, such as "99.9" or "-3.00": no exponent, no grouping, no sign of its own for zero digits.
    static std::optional<Decimal> parse(QStringView text);

    /// Nothing when the sum has more than 18 digits.
    std::optional<Decimal> plus(const Decimal& other) const;
    std::optional<Decimal> minus(const Decimal& other) const;
    Decimal magnitude() const;
    /// Whether this is more than the other; both may have any number of decimals.
    bool isGreaterThan(const Decimal& other) const;
    bool isNegative() const { return m_digits < 0; }

    /// With '.', and with as many decimals as it was read with.
    QString toString() const;

private:
    Decimal(qint64 digits, int decimals)
        : m_digits(digits)
        , m_decimals(decimals)
    { }
    std::optional<qint64> scaledTo(int decimals) const;

    qint64 m_digits = 0;
    int m_decimals = 0;
};
