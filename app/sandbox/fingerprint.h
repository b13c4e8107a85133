// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstddef>
#include <initializer_list>
#include <string_view>

/// Stands for a few texts in tables that grow by the million: 128 bits, the same on every machine. Not a cryptographic
/// hash.
struct Fingerprint
{
    quint64 high = 0;
    quint64 low = 0;

    friend bool operator==(const Fingerprint&, const Fingerprint&) = default;
};

/// For std::unordered_map.
struct FingerprintHash
{
    std::size_t operator()(const Fingerprint& fingerprint) const noexcept { return fingerprint.low; }
};

/// ("ab", "c") and ("a", "bc") are different.
Fingerprint fingerprintOf(std::initializer_list<std::string_view> parts);

/// Spreads a number over all 64 bits.
quint64 mixed(quint64 value);
