// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"

#include <chrono>
#include <utility>

/// A clock that moves only when a test says so.
class FakeClock final : public Clock
{
public:
    explicit FakeClock(QDateTime now)
        : m_now(std::move(now))
    { }

    QDateTime now() const override { return m_now; }
    void setNow(const QDateTime& now) { m_now = now.toUTC(); }
    void advance(std::chrono::milliseconds by) { m_now = m_now.addMSecs(by.count()); }

private:
    QDateTime m_now;
};
