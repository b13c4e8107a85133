// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/estate.h"
#include "app/sandbox/scenario.h"
#include "models/domain/jsonschema.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// Turns a description that fits the schema into a scenario, and collects what a schema cannot see.
class ScenarioReader
{
    Q_DECLARE_TR_FUNCTIONS(Scenario)

public:
    explicit ScenarioReader(const Estate& estate)
        : m_estate(estate)
    { }

    Scenario read(const nlohmann::ordered_json& document)
    {
        m_scenario.name = document.at("scenario").get<std::string>();
        m_scenario.title = document.at("title").get<std::string>();
        m_scenario.hold = document.value("hold", m_scenario.hold);
        m_scenario.faults.resize(m_estate.resources().size());
        m_scenario.latencies.resize(m_estate.resources().size());
        m_scenario.outages.resize(m_estate.systems().size());
        m_scenario.limits.resize(m_estate.systems().size());
        m_scenario.tokens.resize(m_estate.systems().size());
        each(document, "faults", &ScenarioReader::readRule);
        each(document, "latencies", &ScenarioReader::readLatency);
        each(document, "outages", &ScenarioReader::readOutage);
        each(document, "limits", &ScenarioReader::readLimit);
        each(document, "tokens", &ScenarioReader::readToken);
        each(document, "webhooks", &ScenarioReader::readWebhooks);
        return std::move(m_scenario);
    }

    const QStringList& mistakes() const { return m_mistakes; }

private:
    using Described = nlohmann::ordered_json;

    void each(
        const Described& document, const char* list, void (ScenarioReader::*take)(const Described&, const QString&))
    {
        const auto found = document.find(list);
        if (found == document.end())
            return;
        int number = 0;
        for (const auto& described : *found)
            (this->*take)(described, u"/%1/%2"_s.arg(QString::fromUtf8(list)).arg(number++));
    }

    void wrong(const QString& place, const QString& mistake) { m_mistakes.append(place + u": "_s + mistake); }

    std::vector<std::size_t> places(const Described& described, const QString& place)
    {
        std::vector<std::size_t> result;
        int number = 0;
        for (const auto& pattern : described.at("at")) {
            const std::string wanted = pattern.get<std::string>();
            const std::size_t before = result.size();
            for (const EstateResource& resource : m_estate.resources())
                if (wanted == "*" || wanted == resource.system + "/*"
                    || wanted == resource.system + '/' + resource.name)
                    result.push_back(static_cast<std::size_t>(resource.index));
            if (result.size() == before)
                wrong(place + u"/at/%1"_s.arg(number),
                    tr("there is no resource %1 in the estate").arg(QString::fromStdString(wanted)));
            ++number;
        }
        std::sort(result.begin(), result.end());
        result.erase(std::unique(result.begin(), result.end()), result.end());
        return result;
    }

    std::optional<std::size_t> system(const Described& described, const QString& place)
    {
        const std::string name = described.at("system").get<std::string>();
        const int index = m_estate.systemIndex(name);
        if (index < 0) {
            wrong(place + u"/system"_s, tr("there is no system %1 in the estate").arg(QString::fromStdString(name)));
            return std::nullopt;
        }
        return static_cast<std::size_t>(index);
    }

    static std::optional<double> retryAfter(const Described& described)
    {
        const auto found = described.find("retryAfter");
        return found == described.end() ? std::nullopt : std::optional(found->get<double>());
    }

    static Delay delay(const Described& described)
    {
        return {described.value("median", 0.0), described.value("p99", 0.0)};
    }

    void readRule(const Described& described, const QString& place)
    {
        FaultRule rule;
        rule.number = ++m_rules;
        if (const auto on = described.find("on"); on != described.end()) {
            rule.calls = std::find(on->begin(), on->end(), "call") != on->end();
            rule.lookups = std::find(on->begin(), on->end(), "lookup") != on->end();
        }
        rule.from = described.value("from", rule.from);
        rule.until = described.value("until", rule.until);
        rule.firstTry = described.value("firstTry", rule.firstTry);
        rule.lastTry = described.value("lastTry", rule.lastTry);
        rule.sticky = described.value("sticky", false);
        if (rule.until <= rule.from)
            wrong(place, tr("it ends before it begins"));
        double sum = 0;
        int number = 0;
        for (const auto& kind : described.at("kinds")) {
            rule.chances.push_back(
                {kind.at("probability").get<double>(), fault(kind, place + u"/kinds/%1"_s.arg(number++))});
            sum += rule.chances.back().probability;
        }
        if (sum > 1 + 1e-9)
            wrong(place + u"/kinds"_s, tr("the probabilities are more than 1 together"));
        for (const std::size_t resource : places(described, place))
            m_scenario.faults[resource].push_back(rule);
    }

    Fault fault(const Described& described, const QString& place)
    {
        Fault fault;
        fault.kind = faultKindOf(described.at("fault").get<std::string>());
        fault.withEffect = described.value("effect", false);
        fault.retryAfter = retryAfter(described);
        fault.delay = delay(described);
        fault.share = described.value("share", fault.share);
        const bool delayed = fault.kind == FaultKind::Slow || fault.kind == FaultKind::LateEffect;
        if (delayed && !described.contains("median"))
            wrong(place, tr("\"%1\" is missing").arg(u"median"_s));
        if (fault.kind == FaultKind::PartialAmount && !described.contains("share"))
            wrong(place, tr("\"%1\" is missing").arg(u"share"_s));
        if (fault.kind == FaultKind::Answer) {
            const std::string name = described.value("answer", "");
            fault.answer = m_estate.catalogue().find(name);
            if (fault.answer == nullptr)
                wrong(place + u"/answer"_s, tr("there is no answer \"%1\"").arg(QString::fromStdString(name)));
        }
        return fault;
    }

    void readLatency(const Described& described, const QString& place)
    {
        for (const std::size_t resource : places(described, place))
            if (m_scenario.latencies[resource].median <= 0)
                m_scenario.latencies[resource] = delay(described);
    }

    void readOutage(const Described& described, const QString& place)
    {
        Outage outage;
        outage.from = described.at("from").get<double>();
        outage.until = described.at("until").get<double>();
        outage.every = described.value("every", 0.0);
        outage.refuses = described.at("mode") == "refuse";
        outage.retryAfter = retryAfter(described);
        if (outage.until <= outage.from)
            wrong(place, tr("it ends before it begins"));
        if (outage.every > 0 && outage.until > outage.every)
            wrong(place, tr("it is not over when it comes back"));
        if (const auto index = system(described, place))
            m_scenario.outages[*index].push_back(outage);
    }

    void readLimit(const Described& described, const QString& place)
    {
        Limit limit;
        limit.rate = described.value("rate", 0.0);
        limit.burst = described.value("burst", std::max(1.0, limit.rate));
        limit.concurrent = described.value("concurrent", 0);
        limit.retryAfter = retryAfter(described);
        if (const auto index = system(described, place))
            m_scenario.limits[*index] = limit;
    }

    void readToken(const Described& described, const QString& place)
    {
        if (const auto index = system(described, place))
            m_scenario.tokens[*index] = described.at("token").get<std::string>();
    }

    void readWebhooks(const Described& described, const QString& place)
    {
        WebhookRule rule{described.at("from").get<std::vector<std::string>>(), described.value("lost", 0.0),
            described.value("late", 0.0), delay(described)};
        if (rule.lost + rule.late > 1 + 1e-9)
            wrong(place, tr("the probabilities are more than 1 together"));
        if (rule.late > 0 && !described.contains("median"))
            wrong(place, tr("\"%1\" is missing").arg(u"median"_s));
        m_scenario.webhooks.push_back(std::move(rule));
    }

    const Estate& m_estate;
    Scenario m_scenario;
    QStringList m_mistakes;
    quint64 m_rules = 0;
};

} // namespace

Outcome<Scenario> parseScenario(const QByteArray& json, const Estate& estate)
{
    if (const QStringList problems = schemaProblems(json, u"sandbox-scenario.schema.json"_s); !problems.isEmpty())
        return Error{Failure::Invalid, problems.join(u'\n'), {}, {}};
    ScenarioReader reader(estate);
    Scenario scenario = reader.read(nlohmann::ordered_json::parse(json.cbegin(), json.cend()));
    if (!reader.mistakes().isEmpty())
        return Error{Failure::Invalid, reader.mistakes().join(u'\n'), {}, {}};
    return scenario;
}
