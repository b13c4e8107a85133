// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/relay/delivery/metrics.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

QByteArray label(QString value)
{
    return '"' + value.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s).replace(u'\n', u"\\n"_s).toUtf8() + '"';
}

} // namespace

void Metrics::count(const QString& flow, const TryResult& result)
{
    if (result.kind == TryResult::Kind::Released)
        return;
    const QString outcome = result.kind == TryResult::Kind::Delivered ? u"delivered"_s
        : result.kind == TryResult::Kind::Found                       ? u"found"_s
        : result.kind == TryResult::Kind::Absent                      ? u"absent"_s
                                                                      : toText(result.verdict.cls);
    const double seconds = double(result.startedAt.msecsTo(result.finishedAt)) / 1000;
    const std::lock_guard lock(m_mutex);
    Flow& counts = m_flows[flow];
    ++counts.outcomes[outcome];
    ++counts.tries;
    counts.seconds += seconds;
    ++counts.buckets.at(std::size_t(std::ranges::lower_bound(bounds, seconds) - bounds.begin()));
}

void Metrics::setBacklog(std::map<std::pair<QString, QString>, qint64> backlog)
{
    const std::lock_guard lock(m_mutex);
    m_backlog = std::move(backlog);
}

void Metrics::setDatabaseUp(bool up)
{
    const std::lock_guard lock(m_mutex);
    m_databaseUp = up;
}

bool Metrics::databaseUp() const
{
    const std::lock_guard lock(m_mutex);
    return m_databaseUp;
}

QByteArray Metrics::text(Format format) const
{
    const std::lock_guard lock(m_mutex);
    const bool open = format == Format::OpenMetrics;
    const QByteArray attempts = open ? "signalbox_attempts" : "signalbox_attempts_total"; // of which family it is
    QByteArray text
        = "# HELP " + attempts + " Tries to deliver, by flow and outcome.\n# TYPE " + attempts + " counter\n";
    for (const auto& [flow, counts] : m_flows)
        for (const auto& [outcome, n] : counts.outcomes)
            text += "signalbox_attempts_total{flow=" + label(flow) + ",outcome=" + label(outcome) + "} "
                + QByteArray::number(n) + '\n';
    text += "# HELP signalbox_attempt_duration_seconds How long a try took.\n"
            "# TYPE signalbox_attempt_duration_seconds histogram\n";
    if (open)
        text += "# UNIT signalbox_attempt_duration_seconds seconds\n";
    for (const auto& [flow, counts] : m_flows) {
        qint64 below = 0;
        for (std::size_t i = 0; i < bounds.size(); ++i) {
            below += counts.buckets.at(i);
            text += "signalbox_attempt_duration_seconds_bucket{flow=" + label(flow) + ",le=\""
                + QByteArray::number(bounds.at(i)) + "\"} " + QByteArray::number(below) + '\n';
        }
        text += "signalbox_attempt_duration_seconds_bucket{flow=" + label(flow) + ",le=\"+Inf\"} "
            + QByteArray::number(counts.tries) + '\n' + "signalbox_attempt_duration_seconds_sum{flow=" + label(flow)
            + "} " + QByteArray::number(counts.seconds) + '\n' + "signalbox_attempt_duration_seconds_count{flow="
            + label(flow) + "} " + QByteArray::number(counts.tries) + '\n';
    }
    text
        += "# HELP signalbox_backlog Messages that are not done, by flow and status.\n# TYPE signalbox_backlog gauge\n";
    for (const auto& [key, n] : m_backlog)
        text += "signalbox_backlog{flow=" + label(key.first) + ",status=" + label(key.second) + "} "
            + QByteArray::number(n) + '\n';
    text += "# HELP signalbox_database_up Whether the database answered last.\n# TYPE signalbox_database_up gauge\n"
            "signalbox_database_up "
        + QByteArray::number(int(m_databaseUp)) + '\n';
    return open ? QByteArray(text + "# EOF\n") : text;
}
