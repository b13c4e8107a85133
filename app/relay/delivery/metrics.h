// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/delivery.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <map>
#include <mutex>

/// What this relay has done since it started, by flow. Thread safe.
class Metrics
{
public:
    void count(const QString& flow, const TryResult& result);
    void setBacklog(std::map<std::pair<QString, QString>, qint64> backlog);
    void setDatabaseUp(bool up);
    bool databaseUp() const;

    enum class Format {
        Prometheus, ///< text format 0.0.4
        OpenMetrics ///< 1.0, the end mark included
    };
    QByteArray text(Format format) const;

private:
    static constexpr std::array<double, 10> bounds{0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30}; ///< seconds

    struct Flow
    {
        std::map<QString, qint64> outcomes; ///< delivered, found, or the class of the failure
        std::array<qint64, bounds.size() + 1> buckets{};
        double seconds = 0;
        qint64 tries = 0;
    };

    mutable std::mutex m_mutex;
    std::map<QString, Flow> m_flows;
    std::map<std::pair<QString, QString>, qint64> m_backlog; ///< by flow and status
    bool m_databaseUp = false;
};
