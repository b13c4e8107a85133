// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/queries.h"

#include "app/sandbox/books.h"
#include "app/sandbox/estate.h"
#include "app/sandbox/pasteffects.h"

#include <nlohmann/json.hpp>

#include <array>
#include <charconv>
#include <chrono>

namespace {

using QueryJson = nlohmann::ordered_json;

constexpr quint64 usualPage = 1000;
constexpr quint64 largestPage = 10'000;

constexpr std::array<std::pair<SystemMode, const char*>, 4> modeNames{{
    {SystemMode::Scheduled, "scheduled"},
    {SystemMode::Up, "up"},
    {SystemMode::Down, "down"},
    {SystemMode::Unavailable, "unavailable"},
}};

const char* stateName(SystemState state)
{
    switch (state) {
    case SystemState::Up:
        break;
    case SystemState::Refusing:
        return "down";
    case SystemState::Unavailable:
        return "unavailable";
    }
    return "up";
}

Reply jsonReply(const QueryJson& json)
{
    Reply reply;
    reply.body = json.dump(-1, ' ', false, QueryJson::error_handler_t::replace);
    return reply;
}

/// Otherwise where the argument is missing; empty when it is no number.
std::optional<quint64> numberArgument(const Received& received, std::string_view name, quint64 otherwise)
{
    const std::string_view text = received.argument(name);
    if (text.empty())
        return otherwise;
    quint64 number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

struct PageWanted
{
    quint64 after = 0;
    std::size_t limit = 0;
};

std::optional<PageWanted> pageWanted(const Received& received)
{
    const auto after = numberArgument(received, "after", 0);
    const auto limit = numberArgument(received, "limit", usualPage);
    if (!after || !limit || *limit == 0)
        return std::nullopt;
    return PageWanted{*after, static_cast<std::size_t>(std::min(*limit, largestPage))};
}

Reply noPage()
{
    return problemReply(400, "Bad Request", R"("after" and "limit" are whole numbers.)");
}

/// Only what occurred, by name.
template<typename Kind, std::size_t size>
QueryJson countsOf(const std::array<quint64, size>& counts)
{
    QueryJson json = QueryJson::object();
    for (std::size_t i = 0; i < size; ++i)
        if (const auto name = nameOf(static_cast<Kind>(i)); counts[i] > 0 && !name.empty())
            json[std::string(name)] = counts[i];
    return json;
}

} // namespace

Queries::Queries(const Estate& estate, Books& books, ScenarioRun& run, quint64 seed)
    : m_estate(estate)
    , m_books(books)
    , m_run(run)
    , m_seed(seed)
{ }

bool Queries::isQuery(std::string_view path)
{
    return path.find('/', 1) == std::string_view::npos;
}

Reply Queries::answer(const Received& received)
{
    const std::string& path = received.path;
    if (path == "/control" && received.method == "PUT")
        return received.tooLarge ? problemReply(413, "Content Too Large") : control(received.body);
    if (path == "/ledger" && received.method == "POST")
        return received.tooLarge ? problemReply(413, "Content Too Large") : takePast(received.body);
    const bool known = path == "/" || path == "/ledger" || path == "/requests" || path == "/duplicates"
        || path == "/statistics" || path == "/control" || path == "/healthz";
    if (!known)
        return problemReply(404, "Not Found");
    if (received.method != "GET") {
        Reply reply = problemReply(405, "Method Not Allowed");
        reply.headers.emplace_back("Allow", path == "/control" ? "GET, PUT" : path == "/ledger" ? "GET, POST" : "GET");
        return reply;
    }
    if (path == "/ledger")
        return ledger(received);
    if (path == "/requests")
        return requests(received);
    if (path == "/duplicates")
        return duplicates(received);
    if (path == "/statistics")
        return statistics();
    if (path == "/control")
        return overview();
    return path == "/healthz" ? jsonReply({{"status", "ok"}}) : estate();
}

Reply Queries::ledger(const Received& received) const
{
    const auto wanted = pageWanted(received);
    if (!wanted)
        return noPage();
    const Ledger::Page page = m_books.ledger().page(
        received.argument("system"), received.argument("resource"), wanted->after, wanted->limit);
    QueryJson entries = QueryJson::array();
    for (const LedgerEntry& entry : page.entries)
        entries.push_back(toJson(entry));
    return jsonReply({{"entries", std::move(entries)}, {"next", page.next}, {"more", page.more}});
}

Reply Queries::takePast(const std::string& body)
{
    using namespace std::chrono;
    const auto effects
        = readPastEffects(body, m_estate, duration_cast<nanoseconds>(system_clock::now().time_since_epoch()).count());
    if (!effects)
        return problemReply(422, "Unprocessable Content", effects.error().text.toStdString());
    QueryJson references = QueryJson::array();
    for (const PastEffect& effect : effects.value()) {
        const Ledger::Recorded recorded = m_books.ledger().recordPast(effect.request, effect.at);
        if (recorded.kind == Ledger::Recorded::Kind::NotWritten)
            return problemReply(500, "Internal Server Error", "The journal cannot be written.");
        references.push_back(recorded.entry.reference);
    }
    return jsonReply({{"references", std::move(references)}, {"next", m_books.ledger().size()}});
}

Reply Queries::requests(const Received& received) const
{
    const auto wanted = pageWanted(received);
    if (!wanted)
        return noPage();
    const RequestLog::Page page = m_books.requests().page(wanted->after, wanted->limit);
    QueryJson lines = QueryJson::array();
    for (const RequestLine& line : page.lines)
        lines.push_back(toJson(line, m_estate));
    return jsonReply({{"requests", std::move(lines)}, {"first", page.first}, {"next", page.next}, {"more", page.more}});
}

Reply Queries::duplicates(const Received& received) const
{
    const auto wanted = pageWanted(received);
    if (!wanted)
        return noPage();
    QueryJson groups = QueryJson::array();
    for (const std::vector<LedgerEntry>& group : m_books.ledger().duplicates(wanted->limit)) {
        const LedgerEntry& first = group.front();
        QueryJson entries = QueryJson::array();
        for (const LedgerEntry& entry : group)
            entries.push_back(toJson(entry));
        groups.push_back({{"system", first.system}, {"resource", first.resource}, {"orderKey", first.orderKey},
            {"scope", first.scope}, {"count", group.size()}, {"entries", std::move(entries)}});
    }
    quint64 effects = 0;
    for (const Ledger::Totals& totals : m_books.ledger().totals())
        effects += totals.repeated;
    return jsonReply({{"duplicates", std::move(groups)}, {"repeatedEffects", effects}});
}

Reply Queries::statistics() const
{
    const auto totals = m_books.ledger().totals();
    const auto tallies = m_books.requests().tallies();
    QueryJson resources = QueryJson::array();
    quint64 effects = 0;
    quint64 requests = 0;
    for (const EstateResource& resource : m_estate.resources()) {
        const auto index = static_cast<std::size_t>(resource.index);
        QueryJson sums = QueryJson::object();
        for (const auto& [currency, minor] : totals[index].sums)
            sums[currency.toStdString()] = plainDecimal({minor, currency}).toStdString();
        resources.push_back(
            {{"system", resource.system}, {"resource", resource.name}, {"requests", tallies[index].requests},
                {"effects", totals[index].effects}, {"repeatedEffects", totals[index].repeated},
                {"sums", std::move(sums)}, {"outcomes", countsOf<RequestOutcome>(tallies[index].outcomes)},
                {"faults", countsOf<FaultKind>(tallies[index].faults)}});
        effects += totals[index].effects;
        requests += tallies[index].requests;
    }
    return jsonReply({{"requests", requests}, {"effects", effects}, {"resources", std::move(resources)}});
}

Reply Queries::estate() const
{
    QueryJson resources = QueryJson::array();
    for (const EstateResource& resource : m_estate.resources())
        resources.push_back({{"path", '/' + resource.system + '/' + resource.name}, {"idempotent", resource.idempotent},
            {"lookup", resource.lookup},
            {"duplicates", resource.duplicates == DuplicateRule::Refuse ? "refuse" : "create"}});
    return jsonReply(
        {{"program", "signalbox-sandbox"}, {"version", SIGNALBOX_VERSION}, {"resources", std::move(resources)}});
}

Reply Queries::overview() const
{
    const ScenarioRun::Overview now = m_run.overview();
    QueryJson systems = QueryJson::object();
    for (std::size_t i = 0; i < m_estate.systems().size(); ++i)
        systems[m_estate.systems()[i].name] = {{"mode", modeNames.at(static_cast<std::size_t>(now.modes[i])).second},
            {"state", stateName(now.states[i])}, {"inFlight", now.inFlight[i]}};
    QueryJson webhooks = QueryJson::array();
    for (const WebhookRule& rule : now.scenario->webhooks)
        webhooks.push_back({{"from", rule.from}, {"lost", rule.lost}, {"late", rule.late},
            {"median", rule.delay.median / m_run.speed()}, {"p99", rule.delay.p99 / m_run.speed()}});
    return jsonReply(
        {{"scenario", now.scenario->name}, {"title", now.scenario->title}, {"seed", m_seed}, {"speed", m_run.speed()},
            {"seconds", now.seconds}, {"systems", std::move(systems)}, {"webhooks", std::move(webhooks)}});
}

Reply Queries::control(const std::string& body)
{
    const auto json = QueryJson::parse(body, nullptr, false);
    if (!json.is_object())
        return problemReply(400, "Bad Request", "The body is no JSON object.");
    const auto text = [&json](const char* name) {
        const auto found = json.find(name);
        return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    if (const auto wanted = json.find("scenario"); wanted != json.end()) {
        const QString name = QString::fromStdString(text("scenario"));
        if (!wanted->is_object() && !builtInScenarios().contains(name))
            return problemReply(422, "Unprocessable Content", "\"scenario\" is neither built in nor an object.");
        auto scenario = wanted->is_object() ? parseScenario(QByteArray::fromStdString(wanted->dump()), m_estate)
                                            : findScenario(name, m_estate);
        if (!scenario)
            return problemReply(422, "Unprocessable Content", scenario.error().text.toStdString());
        m_run.play(std::move(scenario).value());
        return overview();
    }
    const int system = m_estate.systemIndex(text("system"));
    if (system < 0)
        return problemReply(422, "Unprocessable Content", R"(Neither a "scenario" nor a "system" of the estate.)");
    for (const auto& [mode, name] : modeNames) {
        if (text("mode") == name) {
            m_run.setMode(system, mode);
            return overview();
        }
    }
    return problemReply(422, "Unprocessable Content", "\"mode\" is one of scheduled, up, down, unavailable.");
}
