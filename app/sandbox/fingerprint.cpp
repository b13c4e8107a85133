// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/fingerprint.h"

namespace {
constexpr quint64 prime = 0x100000001b3;

quint64 continued(quint64 hash, std::string_view part)
{
    for (const char c : part)
        hash = (hash ^ static_cast<unsigned char>(c)) * prime;
    return mixed(hash ^ part.size());
}
} // namespace

quint64 mixed(quint64 value)
{
    value += 0x9e3779b97f4a7c15;
    value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9;
    value = (value ^ (value >> 27U)) * 0x94d049bb133111eb;
    return value ^ (value >> 31U);
}

Fingerprint fingerprintOf(std::initializer_list<std::string_view> parts)
{
    Fingerprint result{0xcbf29ce484222325, 0x84222325cbf29ce4};
    for (const std::string_view part : parts) {
        result.high = continued(result.high, part);
        result.low = continued(result.low, part);
    }
    return result;
}
