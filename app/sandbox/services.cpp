// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/services.h"

#include "app/sandbox/estate.h"

#include <QCryptographicHash>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace {
constexpr std::size_t longestKey = 255;

/// For who wants to know whether it is the same that is there.
std::string amountFields(const Money& amount)
{
    return amount.isValid() ? R"(,"amount":")" + plainDecimal(amount).toStdString() + R"(","currency":")"
            + amount.currency.toStdString() + '"'
                            : std::string();
}

qint64 receivedNow()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

/// The key without the quotes that a structured field has.
std::string plainKey(const std::string& header)
{
    return header.size() >= 2 && header.front() == '"' && header.back() == '"' ? header.substr(1, header.size() - 2)
                                                                               : header;
}

bool isUsableKey(const std::string& key)
{
    return key.size() <= longestKey && std::all_of(key.begin(), key.end(), [](char c) { return c > ' ' && c < 127; });
}

AnswerValues namesIn(const RequestLine& line)
{
    return {line.orderKey, line.scope, {}, {}, {}, {}};
}

Money partOf(const Money& whole, double share)
{
    constexpr qint64 all = 1'000'000; // the share in millionths: an amount is never a floating-point number
    const qint64 taken = std::llround(share * static_cast<double>(all));
    Money part = whole;
    part.minor = whole.minor / all * taken + whole.minor % all * taken / all;
    return part;
}

Reply notAllowed(const char* allowed)
{
    Reply reply = problemReply(405, "Method Not Allowed");
    reply.headers.emplace_back("Allow", allowed);
    return reply;
}
} // namespace

Services::Services(const Estate& estate, Books& books, ScenarioRun& run, quint64 seed)
    : m_estate(estate)
    , m_books(books)
    , m_run(run)
    , m_seed(seed)
{ }

Reply Services::answer(const Received& received)
{
    const std::string_view path = received.path;
    const std::size_t slash = path.find('/', 1);
    const EstateResource* resource
        = slash == std::string_view::npos ? nullptr : m_estate.find(path.substr(1, slash - 1), path.substr(slash + 1));
    if (resource == nullptr)
        return problemReply(404, "Not Found");
    const bool lookup = received.method == "GET";
    if (received.method != "POST" && !(lookup && resource->lookup))
        return notAllowed(resource->lookup ? "GET, POST" : "POST");
    return answer(*resource, received);
}

Reply Services::answer(const EstateResource& resource, const Received& received)
{
    Pass pass{resource, m_run.admit(resource.systemIndex, received.authorization), {}, {}};
    pass.line.at = receivedNow();
    pass.line.connection = received.connection;
    pass.line.resource = resource.index;
    pass.line.lookup = received.method == "GET";
    const std::string key = plainKey(received.idempotencyKey);
    if (!isUsableKey(key)) {
        pass.line.outcome = RequestOutcome::Invalid;
        return logged(
            pass, problemReply(400, "Bad Request", "The Idempotency-Key is not up to 255 visible ASCII characters."));
    }
    pass.line.key = key;
    if (auto away = turnedAway(pass))
        return logged(pass, *std::move(away));
    Reply reply = pass.line.lookup ? lookUp(pass, received) : post(pass, received);
    reply.place = std::move(pass.admission.place);
    return reply;
}

std::optional<Reply> Services::turnedAway(Pass& pass) const
{
    using Verdict = ScenarioRun::Admission::Verdict;
    const EstateSystem& system = m_estate.systemOf(pass.resource);
    const auto turned = [&](RequestOutcome outcome, const CannedAnswer* answer) {
        pass.line.outcome = outcome;
        return cannedReply(*answer, {}, pass.admission.retryAfter, m_run);
    };
    switch (pass.admission.verdict) {
    case Verdict::Admitted:
        return std::nullopt;
    case Verdict::Refused: {
        pass.line.outcome = RequestOutcome::Down;
        Reply reply;
        reply.delivery = Delivery::Reset;
        return reply;
    }
    case Verdict::Unavailable:
        return turned(RequestOutcome::Down, system.unavailable);
    case Verdict::Unauthorized:
        return turned(RequestOutcome::Unauthorized, system.unauthorized);
    case Verdict::TooFast:
    case Verdict::TooMany:
        break;
    }
    return turned(RequestOutcome::Limited, system.limited);
}

void Services::drawFate(Pass& pass)
{
    RequestLine& line = pass.line;
    const Fingerprint identity = Books::tryIdentity(pass.resource, line.key, line.orderKey, line.scope, line.lookup);
    line.tryNumber = m_books.tries().next(identity);
    pass.fate = fateOf(
        *pass.admission.scenario, line.resource, identity, line.tryNumber, line.lookup, pass.admission.seconds, m_seed);
    line.fault = pass.fate.fault.kind;
}

Reply Services::post(Pass& pass, const Received& received)
{
    pass.line.outcome = RequestOutcome::Invalid;
    if (received.tooLarge)
        return logged(pass, problemReply(413, "Content Too Large"));
    auto read = readCall(received.body);
    if (const auto* problem = std::get_if<CallProblem>(&read))
        return logged(pass,
            problemReply(
                problem->status, problem->status == 400 ? "Bad Request" : "Unprocessable Content", problem->detail));
    Call& call = std::get<Call>(read);
    pass.line.orderKey = call.orderKey;
    pass.line.scope = call.scope;
    drawFate(pass);
    if (pass.fate.fault.preventsEffect()) {
        pass.line.outcome = RequestOutcome::Failed;
        Reply reply;
        if (pass.fate.fault.kind == FaultKind::Answer)
            reply = faultAnswer(pass, {});
        spoil(pass, reply);
        return logged(pass, std::move(reply));
    }
    EffectRequest request{&pass.resource, std::move(call.orderKey), std::move(call.scope), pass.line.key, call.amount,
        QCryptographicHash::hash(QByteArrayView(received.body.data(), static_cast<qsizetype>(received.body.size())),
            QCryptographicHash::Sha256)};
    if (pass.fate.fault.kind == FaultKind::PartialAmount)
        request.amount = partOf(request.amount, pass.fate.fault.share);
    return pass.fate.fault.kind == FaultKind::LateEffect ? performLater(pass, request) : perform(pass, request);
}

Reply Services::perform(Pass& pass, const EffectRequest& request)
{
    const Ledger::Recorded recorded = m_books.ledger().record(request);
    Reply reply = settled(pass.resource, recorded, pass.line.outcome);
    const bool done = pass.line.outcome == RequestOutcome::Done || pass.line.outcome == RequestOutcome::Replayed;
    pass.line.effect = pass.line.outcome == RequestOutcome::Done ? recorded.entry.seq : 0;
    if (done && pass.fate.fault.kind == FaultKind::Answer)
        reply = faultAnswer(pass, recorded.entry);
    spoil(pass, reply);
    return logged(pass, std::move(reply));
}

Reply Services::performLater(Pass& pass, const EffectRequest& request)
{
    const Ledger::Recorded reserved = m_books.ledger().reserve(request);
    Reply reply = settled(pass.resource, reserved, pass.line.outcome);
    spoil(pass, reply);
    if (reserved.kind == Ledger::Recorded::Kind::Reserved)
        reply.later = [this, request] {
            RequestOutcome outcome{};
            return settled(*request.resource, m_books.ledger().complete(request), outcome);
        };
    return logged(pass, std::move(reply));
}

Reply Services::settled(const EstateResource& resource, const Ledger::Recorded& recorded, RequestOutcome& outcome) const
{
    using Kind = Ledger::Recorded::Kind;
    const EstateSystem& system = m_estate.systemOf(resource);
    const LedgerEntry& entry = recorded.entry;
    Reply reply;
    switch (recorded.kind) {
    case Kind::Created:
        outcome = RequestOutcome::Done;
        return success(resource, entry);
    case Kind::Reserved:
        outcome = RequestOutcome::Delayed;
        reply.status = 201;
        return reply;
    case Kind::Replayed:
        outcome = RequestOutcome::Replayed;
        reply = success(resource, entry);
        reply.headers.emplace_back("Idempotency-Replayed", "true");
        return reply;
    case Kind::Refused:
        outcome = RequestOutcome::DuplicateRefused;
        return cannedReply(
            *resource.duplicateAnswer, {entry.orderKey, entry.scope, entry.reference, {}, {}, {}}, {}, m_run);
    case Kind::KeyReused:
        outcome = RequestOutcome::KeyReused;
        return cannedReply(*system.keyReused, {}, {}, m_run);
    case Kind::InProgress:
        outcome = RequestOutcome::InProgress;
        return cannedReply(*system.inProgress, {}, {}, m_run);
    case Kind::NotWritten:
        break;
    }
    outcome = RequestOutcome::Failed;
    return problemReply(500, "Internal Server Error", "The journal cannot be written.");
}

Reply Services::success(const EstateResource& resource, const LedgerEntry& entry) const
{
    const std::string amount = entry.amount.isValid() ? plainDecimal(entry.amount).toStdString() : std::string();
    const std::string currency = entry.amount.currency.toStdString();
    Reply reply;
    reply.status = 201;
    reply.body = resource.answer.filled({entry.orderKey, entry.scope, entry.reference, amount, currency, {}});
    return reply;
}

Reply Services::faultAnswer(const Pass& pass, const LedgerEntry& entry) const
{
    const Fault& fault = pass.fate.fault;
    AnswerValues values = namesIn(pass.line);
    values.reference = entry.reference;
    return cannedReply(*fault.answer, values, fault.retryAfter, m_run);
}

void Services::spoil(Pass& pass, Reply& reply) const
{
    double delay = pass.fate.delay;
    switch (pass.fate.fault.kind) {
    case FaultKind::TimeoutBeforeEffect:
    case FaultKind::TimeoutAfterEffect:
        reply.delivery = Delivery::Withheld;
        delay = pass.admission.scenario->hold;
        break;
    case FaultKind::ResetBeforeEffect:
    case FaultKind::ResetAfterEffect:
        reply.delivery = Delivery::Reset;
        break;
    case FaultKind::GarbageBody:
        reply.body = "\xff\xfe<!-- \x01\x02 {\"reference\": \"";
        break;
    case FaultKind::EndlessBody:
        reply.delivery = Delivery::Endless;
        break;
    case FaultKind::TruncatedBody:
        reply.delivery = Delivery::Truncated;
        break;
    case FaultKind::WrongLength:
        reply.delivery = Delivery::WrongLength;
        break;
    case FaultKind::None:
    case FaultKind::Answer:
    case FaultKind::Slow:
    case FaultKind::LateEffect:
    case FaultKind::PartialAmount:
        break;
    }
    reply.delay = m_run.realTime(delay);
}

Reply Services::lookUp(Pass& pass, const Received& received)
{
    if (const auto key = received.argument("key"); !key.empty())
        pass.line.key = plainKey(std::string(key));
    pass.line.orderKey = received.argument("orderKey");
    pass.line.scope = received.argument("scope");
    if (pass.line.key.empty() && (pass.line.orderKey.empty() || pass.line.scope.empty())) {
        pass.line.outcome = RequestOutcome::Invalid;
        return logged(pass, problemReply(400, "Bad Request", "A lookup has ?key= or ?orderKey=&scope=."));
    }
    drawFate(pass);
    Reply reply;
    pass.line.outcome = RequestOutcome::Failed;
    if (pass.fate.fault.kind == FaultKind::Answer) {
        reply = faultAnswer(pass, {});
    } else if (!pass.fate.fault.preventsEffect()) {
        Ledger& ledger = m_books.ledger();
        const auto found = pass.line.key.empty()
            ? ledger.findByOrder(pass.resource, pass.line.orderKey, pass.line.scope)
            : ledger.findByKey(pass.resource, pass.line.key);
        pass.line.outcome = found ? RequestOutcome::Found : RequestOutcome::NotFound;
        reply.status = found ? 200 : 404;
        reply.body = found
            ? R"({"found":true,"reference":")" + found->entry.reference + R"(","count":)" + std::to_string(found->count)
                + amountFields(found->entry.amount) + R"(,"body":)" + success(pass.resource, found->entry).body + '}'
            : R"({"found":false})";
    }
    spoil(pass, reply);
    return logged(pass, std::move(reply));
}

Reply Services::logged(Pass& pass, Reply reply)
{
    pass.line.status = reply.reaches() ? reply.status : 0;
    m_books.requests().add(std::move(pass.line));
    return reply;
}
