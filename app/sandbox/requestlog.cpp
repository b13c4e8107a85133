// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/requestlog.h"

#include "app/sandbox/estate.h"

#include <algorithm>

namespace {
constexpr std::array<std::string_view, requestOutcomeCount> outcomeNames{
    "done",
    "replayed",
    "duplicate_refused",
    "key_reused",
    "in_progress",
    "delayed",
    "failed",
    "invalid",
    "unauthorized",
    "down",
    "limited",
    "found",
    "not_found",
};
} // namespace

std::string_view nameOf(RequestOutcome outcome)
{
    return outcomeNames.at(static_cast<std::size_t>(outcome));
}

RequestLog::RequestLog(const Estate& estate, std::size_t keep, Sink sink)
    : m_keep(std::max<std::size_t>(1, keep))
    , m_sink(std::move(sink))
    , m_tallies(estate.resources().size())
{ }

void RequestLog::add(RequestLine line)
{
    const std::lock_guard lock(m_mutex);
    line.seq = m_last + 1;
    if (m_sink)
        m_sink(line); // a line that could not be written is one line less; the journal says so itself
    keep(std::move(line));
}

void RequestLog::restore(const RequestLine& line)
{
    const std::lock_guard lock(m_mutex);
    keep(line);
}

void RequestLog::keep(RequestLine line)
{
    Tally& tally = m_tallies[static_cast<std::size_t>(line.resource)];
    ++tally.requests;
    ++tally.outcomes[static_cast<std::size_t>(line.outcome)];
    ++tally.faults[static_cast<std::size_t>(line.fault)];
    m_last = line.seq;
    m_lines.push_back(std::move(line));
    if (m_lines.size() > m_keep)
        m_lines.pop_front();
}

RequestLog::Page RequestLog::page(quint64 after, std::size_t limit) const
{
    const std::lock_guard lock(m_mutex);
    Page page;
    page.first = m_lines.empty() ? m_last + 1 : m_lines.front().seq;
    const auto start = std::lower_bound(
        m_lines.begin(), m_lines.end(), after + 1, [](const RequestLine& line, quint64 seq) { return line.seq < seq; });
    const auto count = std::min<std::ptrdiff_t>(m_lines.end() - start, static_cast<std::ptrdiff_t>(limit));
    page.lines.assign(start, start + count);
    page.next = page.lines.empty() ? std::min(after, m_last) : page.lines.back().seq;
    page.more = start + count != m_lines.end();
    return page;
}

std::vector<RequestLog::Tally> RequestLog::tallies() const
{
    const std::lock_guard lock(m_mutex);
    return m_tallies;
}
