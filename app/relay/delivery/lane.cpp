// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/relay/delivery/lane.h"

#include "app/relay/delivery/metrics.h"
#include "models/store/deliverystore.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr std::size_t resultBatch = 256;
constexpr auto resultDelay = 5ms; ///< results wait that long for others, so that they are taken in together
constexpr auto databasePause = 500ms;

bool isPassing(const Error& error)
{
    return error.kind == Failure::Connection || error.kind == Failure::InDoubt || error.kind == Failure::Retryable
        || error.kind == Failure::Authentication || error.kind == Failure::Cancelled;
}
} // namespace

struct Lane::Work
{
    ClaimedMessage message;
    Clock::time_point leaseUntil;
    DeliveryTarget target;
    DeliveryFlow flow;
    TryResult result;
};

std::shared_ptr<const DeliveryConfiguration> SharedConfiguration::get() const
{
    const std::lock_guard lock(m_mutex);
    return m_configuration;
}

void SharedConfiguration::set(DeliveryConfiguration configuration)
{
    auto fresh = std::make_shared<const DeliveryConfiguration>(std::move(configuration));
    const std::lock_guard lock(m_mutex);
    m_configuration = std::move(fresh);
}

Lane::Lane(DeliveryStore& store, const SharedConfiguration& configuration, const FailureClassifier& rules,
    Metrics& metrics, Share share)
    : m_store(store)
    , m_shared(configuration)
    , m_rules(rules)
    , m_metrics(metrics)
    , m_share(share)
{ }

Lane::~Lane() = default;

void Lane::stop()
{
    ++m_stops;
    m_client.wake();
}

void Lane::ask()
{
    m_asked = true;
    m_client.wake();
}

void Lane::run()
{
    while (true) {
        const bool stopping = m_stops > 0;
        if (stopping && ((m_works.empty() && m_results.empty()) || m_stops > 1))
            return;
        m_configuration = m_shared.get();
        const bool claimed = !stopping && claimDue();
        record();
        flush();
        if (!claimed)
            m_client.wait(m_client.running() > 0 || !m_results.empty() ? 5ms : m_share.pause);
    }
}

/// How many messages of this target fit; 0 while fewer than half of its connections are free, for a claim costs about
/// the same for one as for many.
int Lane::room(const DeliveryTarget& target) const
{
    const int most = std::max(1, target.connections / m_share.lanes);
    const int free = most - m_load.value(target.code);
    return 2 * free >= most ? free : 0;
}

/// Claims for each target that has something due as much as fits; true when there was any.
bool Lane::claimDue()
{
    const auto now = Clock::now();
    if (m_asked.exchange(false))
        m_nextQuestion = {};
    const auto fits = [this](const DeliveryTarget& target) { return room(target) > 0; };
    if (now < m_nextQuestion || now < m_databaseAgain || std::ranges::none_of(m_configuration->targets, fits))
        return false;
    const auto due = m_store.dueTargets();
    m_metrics.setDatabaseUp(bool(due));
    if (!due) {
        m_databaseAgain = now + databasePause;
        return false;
    }
    bool any = false;
    for (const QString& code : due.value()) {
        const auto target = m_configuration->targets.constFind(code);
        if (target == m_configuration->targets.constEnd() || !fits(*target))
            continue; // new: with the next configuration; full: when it has answered
        auto claimed = m_store.claim(code, room(*target));
        if (!claimed)
            continue; // with the lease's end, if it was one
        for (ClaimedMessage& message : std::move(claimed).value()) {
            any = true;
            ++m_load[code];
            const auto lease = Clock::now() + message.lease;
            const DeliveryFlow flow = m_configuration->flows.value(message.flow);
            m_works.push_back({std::move(message), lease, *target, flow, {}});
            begin(std::prev(m_works.end()));
        }
    }
    if (!any)
        m_nextQuestion = Clock::now() + m_share.pause; // or when answers have come in
    return any;
}

/// Whether so many requests, one after the other, might outlast the lease.
bool Lane::outOfTime(const Work& work, int requests) const
{
    return Clock::now() + requests * (work.target.connectTime + work.target.answerTime) > work.leaseUntil;
}

void Lane::begin(Works::iterator work)
{
    work->result.id = work->message.id;
    work->result.number = work->message.number;
    work->result.startedAt = QDateTime::currentDateTimeUtc();
    if (work->flow.code.isEmpty()) {
        end(work); // made a moment ago: given back till the configuration is read
        return;
    }
    if (work->message.verify || work->message.askOnly)
        look(work);
    else if (work->target.idempotent)
        send(work);
    else
        m_unrecorded.push_back(work);
}

void Lane::look(Works::iterator work, Message::LookupBy by)
{
    const auto lookup = Message::prepareLookup(work->message, work->target, work->flow, by);
    work->result.requestHeaders = lookup.recorded;
    work->result.lookup = true;
    if (!lookup.ready) {
        Message::fail(work->result, work->flow, lookup.verdict);
        work->result.verdict.effect = Effect::Unknown; // what is to be found out is still not known
        end(work);
        return;
    }
    m_client.start(lookup.request, [this, work, by](const DeliveryAnswer& answer) {
        looked(work, by, Message::judgeLookup(work->result, answer, work->flow, work->message.content, by));
    });
}

/// After the target has answered: it is asked once more by other fields, the message is sent, or its try is over.
void Lane::looked(Works::iterator work, Message::LookupBy by, Message::Looked looked)
{
    const ClaimedMessage& message = work->message;
    if (looked != Message::Looked::Absent) {
        end(work);
    } else if (by == Message::LookupBy::Key && !message.question.isEmpty()) {
        if (!outOfTime(*work, message.askOnly ? 1 : 2)) {
            look(work, Message::LookupBy::Fields);
            return;
        }
        Message::leaveUnclear(work->result, work->flow, u"it answers too slowly to be asked twice"_s);
        end(work);
    } else if (message.askOnly) {
        work->result.kind = TryResult::Kind::Absent;
        end(work);
    } else if (work->target.idempotent) {
        send(work);
    } else {
        m_unrecorded.push_back(work);
    }
}

/// Puts on record what is about to be sent, then sends it. Money and legal documents one by one, so that a crash leaves
/// no more than one of them in doubt.
void Lane::record()
{
    std::vector<Works::iterator> waiting = std::exchange(m_unrecorded, {});
    while (!waiting.empty()) {
        const auto together = waiting.front()->flow.careful
            ? std::next(waiting.begin())
            : std::ranges::find_if(waiting, [](Works::iterator work) { return work->flow.careful; });
        std::vector<const ClaimedMessage*> messages;
        for (auto work = waiting.begin(); work != together; ++work)
            if (!outOfTime(**work))
                messages.push_back(&(*work)->message);
        const auto allowed
            = messages.empty() ? Outcome<std::vector<qint64>>(std::vector<qint64>()) : m_store.sending(messages);
        for (auto work = waiting.begin(); work != together; ++work) {
            const bool ours
                = allowed && std::ranges::find(allowed.value(), (*work)->message.id) != allowed.value().end();
            if (ours) {
                send(*work);
            } else { // given back; where that was on record already, the lease's end settles it
                (*work)->result.kind = TryResult::Kind::Released;
                end(*work);
            }
        }
        waiting.erase(waiting.begin(), together);
    }
}

void Lane::send(Works::iterator work)
{
    work->result.lookup = false;
    if (outOfTime(*work) || work->message.askOnly) { // what is only asked about never comes here
        work->result.kind = TryResult::Kind::Released;
        end(work);
        return;
    }
    auto sent = Message::prepareSend(work->message, work->target, work->flow);
    work->result.requestHeaders = sent.recorded;
    if (!sent.ready) {
        Message::fail(work->result, work->flow, std::move(sent.verdict));
        end(work);
        return;
    }
    m_client.start(sent.request, [this, work](DeliveryAnswer answer) {
        answer.connector = work->target.connector;
        Message::judgeSend(work->result, answer, work->flow, m_rules);
        end(work);
    });
}

void Lane::end(Works::iterator work)
{
    m_metrics.count(work->message.flow, work->result);
    if (--m_load[work->message.target] == 0)
        m_load.remove(work->message.target);
    if (m_results.empty())
        m_resultsSince = Clock::now();
    m_results.push_back(std::move(work->result));
    m_works.erase(work);
}

/// Takes the results in. They are kept until the database says that it has them: asking twice does nothing twice. One
/// that it refuses does not hold up the others; its lease's end settles it.
void Lane::flush()
{
    const auto now = Clock::now();
    const bool ripe = m_results.size() >= resultBatch || m_client.running() == 0 || now - m_resultsSince >= resultDelay;
    if (m_results.empty() || !ripe || now < m_databaseAgain)
        return;
    auto finished = m_store.finish(m_results);
    if (!finished && !isPassing(finished.error())) {
        for (const TryResult& result : m_results)
            if (const auto alone = m_store.finish({result}); !alone)
                qWarning("message %lld: %s", result.id, qUtf8Printable(alone.error().text));
        finished = 0;
    }
    m_metrics.setDatabaseUp(bool(finished));
    if (finished) {
        m_results.clear();
        m_nextQuestion = {};
    } else {
        m_databaseAgain = Clock::now() + databasePause;
        // perhaps they are given back already, and claimed again under the same number: then telling it twice would
        // take the new claim away; if not, the lease's end settles them
        std::erase_if(m_results, [](const TryResult& result) { return result.kind == TryResult::Kind::Released; });
    }
}
