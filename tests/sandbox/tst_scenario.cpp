// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/estate.h"
#include "app/sandbox/scenario.h"
#include "app/sandbox/scenariorun.h"
#include "tests/sandbox/runningsandbox.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <random>
#include <set>

using namespace Qt::StringLiterals;

namespace {
Estate estate()
{
    auto read = Estate::builtIn();
    if (!read)
        qFatal("%s", qPrintable(read.error().text));
    return std::move(read).value();
}

Scenario scenario(const Estate& of, const QByteArray& parts)
{
    auto read = parseScenario(scenarioJson(parts), of);
    if (!read)
        qFatal("%s", qPrintable(read.error().text));
    return std::move(read).value();
}

QByteArray estateJson(const QByteArray& systems)
{
    return R"({"estate": "test", "version": 1, "systems": [)" + systems + "]}";
}

const char* const smallResource
    = R"({"resource": "orders", "idempotent": true, "lookup": true, "reference": "A-####", "answer": {}})";

QString mistakesIn(const QByteArray& estateText)
{
    const auto catalogue = AnswerCatalogue::parse(R"({"answers": {
        "unauthorized": {"status": 401, "text": ""}, "too_many_requests": {"status": 429, "text": ""},
        "service_unavailable_retry": {"status": 503, "text": ""}, "idempotency_key_reused": {"status": 422, "text": ""},
        "request_in_progress": {"status": 409, "text": ""}, "conflict": {"status": 409, "text": ""}}})");
    const auto read = Estate::parse(estateText, std::make_shared<const AnswerCatalogue>(catalogue.value()));
    return read ? QString() : read.error().text;
}

int systemNamed(const Estate& in, const char* name)
{
    return in.systemIndex(name);
}
} // namespace

/// What goes wrong, by which rule and when.
class ScenarioTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyBuiltInScenarioIsRight();
    void namesThePlaceOfEachMistakeInAScenario_data();
    void namesThePlaceOfEachMistakeInAScenario();
    void namesThePlaceOfEachMistakeInAnEstate_data();
    void namesThePlaceOfEachMistakeInAnEstate();
    void aFateDependsOnSeedKeyAndTryAlone();
    void aStickyRuleGivesEveryTryTheSameLuck();
    void faultsAreAsFrequentAsTheirProbability();
    void delaysFollowTheirMedianAndP99();
    void outagesComeAndGo_data();
    void outagesComeAndGo();
    void aRateLimitLetsThroughWhatItSays();
    void aLimitOfConcurrencyCountsWhatIsUnderWay();
    void everyDocumentHasItsOwnReference();
};

void ScenarioTest::everyBuiltInScenarioIsRight()
{
    const Estate all = estate();
    const QStringList names = builtInScenarios();
    for (const QString& expected : {u"calm"_s, u"flash_sale"_s, u"erp_outage"_s, u"slow_warehouse"_s,
             u"partial_refunds"_s, u"lost_webhooks"_s, u"schema_change"_s, u"fire"_s})
        QVERIFY2(names.contains(expected), qPrintable(expected));
    for (const QString& name : names) {
        const auto read = findScenario(name, all);
        QVERIFY2(read, qPrintable(name + u": "_s + (read ? QString() : read.error().text)));
        QCOMPARE(QString::fromStdString(read.value().name), name);
    }
}

void ScenarioTest::namesThePlaceOfEachMistakeInAScenario_data()
{
    QTest::addColumn<QByteArray>("parts");
    QTest::addColumn<QString>("mistake");

    QTest::newRow("unknown resource") << QByteArray(R"("faults": [{"at": ["erp/orders"], "kinds": [
        {"fault": "slow", "median": 1, "probability": 1}]}])")
                                      << u"/faults/0/at/0: there is no resource erp/orders in the estate"_s;
    QTest::newRow("unknown system") << QByteArray(R"("outages": [
        {"system": "oms", "from": 1, "until": 2, "mode": "refuse"}])")
                                    << u"/outages/0/system: there is no system oms in the estate"_s;
    QTest::newRow("unknown answer") << QByteArray(R"("faults": [{"at": ["*"], "kinds": [
        {"fault": "answer", "answer": "nothing", "probability": 1}]}])")
                                    << u"/faults/0/kinds/0/answer: there is no answer \"nothing\""_s;
    QTest::newRow("unknown fault") << QByteArray(R"("faults": [{"at": ["*"], "kinds": [
        {"fault": "rain", "probability": 1}]}])")
                                   << u"/faults/0/kinds/0/fault: must be one of answer, "_s;
    QTest::newRow("too likely") << QByteArray(R"("faults": [{"at": ["*"], "kinds": [
        {"fault": "reset_before_effect", "probability": 0.6}, {"fault": "reset_after_effect", "probability": 0.6}]}])")
                                << u"/faults/0/kinds: the probabilities are more than 1 together"_s;
    QTest::newRow("slow by how much") << QByteArray(R"("faults": [{"at": ["*"], "kinds": [
        {"fault": "slow", "probability": 0.6}]}])")
                                      << u"/faults/0/kinds/0: \"median\" is missing"_s;
    QTest::newRow("late by how much") << QByteArray(R"("webhooks": [{"from": ["wms"], "late": 0.5}])")
                                      << u"/webhooks/0: \"median\" is missing"_s;
    QTest::newRow("lost and late") << QByteArray(R"("webhooks": [
        {"from": ["wms"], "lost": 0.6, "late": 0.5, "median": 1}])")
                                   << u"/webhooks/0: the probabilities are more than 1 together"_s;
    QTest::newRow("ends before it begins") << QByteArray(R"("outages": [
        {"system": "erp", "from": 3, "until": 2, "mode": "refuse"}])")
                                           << u"/outages/0: it ends before it begins"_s;
    QTest::newRow("comes back too soon") << QByteArray(R"("outages": [
        {"system": "erp", "from": 1, "until": 5, "every": 4, "mode": "refuse"}])")
                                         << u"/outages/0: it is not over when it comes back"_s;
}

void ScenarioTest::namesThePlaceOfEachMistakeInAScenario()
{
    QFETCH(const QByteArray, parts);
    QFETCH(const QString, mistake);
    const auto read = parseScenario(scenarioJson(parts), estate());
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Failure::Invalid);
    QVERIFY2(read.error().text.contains(mistake), qPrintable(read.error().text));
}

void ScenarioTest::namesThePlaceOfEachMistakeInAnEstate_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("mistake");

    const QByteArray good = R"({"system": "erp", "title": "ERP", "resources": [)" + QByteArray(smallResource) + "]}";
    QTest::newRow("right") << estateJson(good) << QString();
    QTest::newRow("no JSON") << QByteArray("{") << u"line 1, column 2"_s;
    QTest::newRow("twice") << estateJson(good + ',' + good) << u"/systems/1/system: there is a second erp"_s;
    QTest::newRow("no reference") << estateJson(QByteArray(good).replace(R"("reference": "A-####", )", ""))
                                  << u"/systems/0/resources/0: \"reference\" is missing"_s;
    QTest::newRow("short reference") << estateJson(QByteArray(good).replace("####", "#"))
                                     << u"/systems/0/resources/0/reference: does not have the form"_s;
    QTest::newRow("unknown answer") << estateJson(
        R"({"system": "erp", "title": "ERP", "answers": {"limited": "slow_down"}, "resources": [)"
        + QByteArray(smallResource) + "]}")
                                    << u"/systems/0/answers/limited: there is no answer \"slow_down\""_s;
}

void ScenarioTest::namesThePlaceOfEachMistakeInAnEstate()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, mistake);
    const QString mistakes = mistakesIn(json);
    QCOMPARE(mistakes.isEmpty(), mistake.isEmpty());
    QVERIFY2(mistakes.contains(mistake), qPrintable(mistakes));
}

void ScenarioTest::aFateDependsOnSeedKeyAndTryAlone()
{
    const Estate all = estate();
    const Scenario fire = findScenario(u"fire"_s, all).value();
    const auto fates = [&](quint64 seed, const std::vector<int>& order) {
        std::map<int, std::pair<FaultKind, double>> result;
        for (const int key : order) {
            const Fate fate = fateOf(fire, 0, fingerprintOf({std::to_string(key)}), 1, false, 0, seed);
            result[key] = {fate.fault.kind, fate.delay};
        }
        return result;
    };
    std::vector<int> order(500);
    std::iota(order.begin(), order.end(), 0);
    const auto first = fates(7, order);
    std::shuffle(order.begin(), order.end(), std::mt19937(1)); // NOLINT(cert-msc51-cpp): the same in each run
    QVERIFY(fates(7, order) == first);
    QVERIFY(fates(8, order) != first);
    const auto fault
        = [&](quint32 tryNumber) { return fateOf(fire, 0, fingerprintOf({"key"}), tryNumber, false, 0, 7).fault.kind; };
    QCOMPARE(fault(5), FaultKind::None); // the fifth try is right
    QCOMPARE(fault(1), fault(1));
}

void ScenarioTest::aStickyRuleGivesEveryTryTheSameLuck()
{
    const Estate all = estate();
    const Scenario bad = scenario(all, R"("faults": [{"at": ["*"], "sticky": true, "kinds": [
        {"fault": "answer", "answer": "sap_material", "probability": 0.5}]}])");
    int failing = 0;
    for (int key = 0; key < 200; ++key) {
        const Fingerprint request = fingerprintOf({std::to_string(key)});
        const FaultKind first = fateOf(bad, 0, request, 1, false, 0, 1).fault.kind;
        for (quint32 tryNumber = 2; tryNumber < 6; ++tryNumber)
            QCOMPARE(fateOf(bad, 0, request, tryNumber, false, 0, 1).fault.kind, first);
        failing += first == FaultKind::Answer ? 1 : 0;
    }
    QVERIFY2(failing > 60 && failing < 140, qPrintable(QString::number(failing)));
}

void ScenarioTest::faultsAreAsFrequentAsTheirProbability()
{
    const Estate all = estate();
    const Scenario some = scenario(all, R"("faults": [{"at": ["*"], "kinds": [
        {"fault": "reset_before_effect", "probability": 0.1}, {"fault": "reset_after_effect", "probability": 0.3}]}])");
    std::map<FaultKind, int> counts;
    for (int key = 0; key < 20'000; ++key)
        ++counts[fateOf(some, 0, fingerprintOf({std::to_string(key)}), 1, false, 0, 3).fault.kind];
    QVERIFY(std::abs(counts[FaultKind::ResetBeforeEffect] - 2000) < 200);
    QVERIFY(std::abs(counts[FaultKind::ResetAfterEffect] - 6000) < 300);
}

void ScenarioTest::delaysFollowTheirMedianAndP99()
{
    const Delay delay{0.5, 4};
    std::vector<double> drawn;
    for (int key = 0; key < 20'000; ++key) {
        Dice dice(1, fingerprintOf({std::to_string(key)}), 0);
        drawn.push_back(delay.draw(dice));
    }
    std::sort(drawn.begin(), drawn.end());
    QVERIFY(std::abs(drawn[10'000] - 0.5) < 0.05);
    QVERIFY(std::abs(drawn[19'800] - 4) < 0.8);
    Dice dice(1, fingerprintOf({"x"}), 0);
    QCOMPARE((Delay{2, 0}.draw(dice)), 2.0);
}

void ScenarioTest::outagesComeAndGo_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<int>("state");

    QTest::newRow("before") << 9 << static_cast<int>(SystemState::Up);
    QTest::newRow("begins") << 10 << static_cast<int>(SystemState::Refusing);
    QTest::newRow("then 503") << 20 << static_cast<int>(SystemState::Unavailable);
    QTest::newRow("over") << 30 << static_cast<int>(SystemState::Up);
    QTest::newRow("comes back") << 112 << static_cast<int>(SystemState::Refusing);
}

void ScenarioTest::outagesComeAndGo()
{
    QFETCH(const int, seconds);
    QFETCH(const int, state);
    const Estate all = estate();
    const int erp = systemNamed(all, "erp");
    std::chrono::nanoseconds now(0);
    ScenarioRun run(all, scenario(all, R"("outages": [
        {"system": "erp", "from": 10, "until": 20, "every": 100, "mode": "refuse"},
        {"system": "erp", "from": 20, "until": 30, "mode": "unavailable", "retryAfter": 8}])"),
        2, [&now] { return now; });
    now = std::chrono::milliseconds(seconds * 500); // twice as fast as the clock
    QCOMPARE(static_cast<int>(run.state(erp)), state);
    QCOMPARE(run.state(systemNamed(all, "wms")), SystemState::Up);
    run.setMode(erp, SystemMode::Up);
    QCOMPARE(run.state(erp), SystemState::Up);
    run.setMode(erp, SystemMode::Down);
    QCOMPARE(run.state(erp), SystemState::Refusing);
    run.setMode(erp, SystemMode::Scheduled);
    QCOMPARE(static_cast<int>(run.state(erp)), state);
}

void ScenarioTest::aRateLimitLetsThroughWhatItSays()
{
    using Verdict = ScenarioRun::Admission::Verdict;
    const Estate all = estate();
    const int shop = systemNamed(all, "shop");
    std::chrono::nanoseconds now(0);
    ScenarioRun run(all, scenario(all, R"("limits": [{"system": "shop", "rate": 2, "burst": 3, "retryAfter": 7}])"), 1,
        [&now] { return now; });
    const auto admitted = [&] {
        int count = 0;
        while (run.admit(shop, {}).verdict == Verdict::Admitted)
            ++count;
        return count;
    };
    QCOMPARE(admitted(), 3);
    QCOMPARE(run.admit(shop, {}).verdict, Verdict::TooFast);
    QCOMPARE(run.admit(shop, {}).retryAfter.value_or(0), 7.0);
    now = std::chrono::seconds(1);
    QCOMPARE(admitted(), 2);
    now = std::chrono::seconds(60);
    QCOMPARE(admitted(), 3);
}

void ScenarioTest::aLimitOfConcurrencyCountsWhatIsUnderWay()
{
    using Verdict = ScenarioRun::Admission::Verdict;
    const Estate all = estate();
    const int erp = systemNamed(all, "erp");
    ScenarioRun run(all, scenario(all, R"("limits": [{"system": "erp", "concurrent": 2}])"), 1);
    auto first = run.admit(erp, {});
    {
        const auto second = run.admit(erp, {});
        QCOMPARE(second.verdict, Verdict::Admitted);
        QCOMPARE(run.admit(erp, {}).verdict, Verdict::TooMany);
        QCOMPARE(run.admit(systemNamed(all, "wms"), {}).verdict, Verdict::Admitted);
    }
    QCOMPARE(run.admit(erp, {}).verdict, Verdict::Admitted);
    QCOMPARE(run.overview().inFlight.at(static_cast<std::size_t>(erp)), 1);
    first = {};
    QCOMPARE(run.overview().inFlight.at(static_cast<std::size_t>(erp)), 0);
}

void ScenarioTest::everyDocumentHasItsOwnReference()
{
    const ReferencePattern digits("45########");
    QCOMPARE(digits.reference(12'345), std::string("4500012345"));
    const ReferencePattern letters("pay_@@@@@@@@@@@@@@@@");
    std::set<std::string> seen;
    for (quint64 number = 1; number <= 20'000; ++number)
        seen.insert(letters.reference(number));
    QCOMPARE(seen.size(), std::size_t(20'000));
    QCOMPARE(letters.reference(5), letters.reference(5));
}

SIGNALBOX_TEST(ScenarioTest)
#include "tst_scenario.moc"
