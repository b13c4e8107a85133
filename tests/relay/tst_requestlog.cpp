// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/reconciliationtext.h"
#include "tests/relay/testestate.h"
#include "tests/support/seeds.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"
#include "tests/support/verifyoutcome.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <map>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

constexpr int relays = 3;

using Lines = std::vector<RequestLine>;

/// Most lines that any second has.
std::size_t mostInASecond(const Lines& lines)
{
    constexpr qint64 second = 1'000'000'000;
    std::vector<qint64> times;
    for (const RequestLine& line : lines)
        times.push_back(line.at);
    std::ranges::sort(times);
    std::size_t most = 0;
    for (auto first = times.begin(), last = first; first != times.end(); ++first) {
        last = std::find_if(last, times.end(), [&](qint64 at) { return at >= *first + second; });
        most = std::max(most, std::size_t(last - first));
    }
    return most;
}

} // namespace

/// What three relays send, as it arrives at the systems: the simulated estate's log of requests is the witness, not
/// what the relays or the database say of themselves.
class TestRequestLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { SIGNALBOX_REQUIRE(m_server); }

    /// Messages of one business key arrive at a target in the order in which they were made: failures that are tried
    /// again, outcomes that are looked up and replays by hand do not let a later one past an earlier one.
    void keepsTheOrderOfEachKey()
    {
        constexpr int keys = 25;
        constexpr int each = 6;
        TestEstate estate(m_server, seeds({}).constFirst(), R"("hold": 1, "faults": [
            {"at": ["*"], "lastTry": 5, "kinds": [
                {"fault": "timeout_before_effect", "probability": 0.02}, {"fault": "timeout_after_effect", "probability": 0.02},
                {"fault": "reset_before_effect", "probability": 0.06}, {"fault": "reset_after_effect", "probability": 0.06},
                {"fault": "answer", "answer": "internal_error", "probability": 0.04},
                {"fault": "answer", "answer": "internal_error", "effect": true, "probability": 0.04},
                {"fault": "answer", "answer": "sap_unknown_property", "probability": 0.12},
                {"fault": "garbage_body", "probability": 0.03}, {"fault": "slow", "median": 0.1, "p99": 0.3, "probability": 0.1}]},
            {"at": ["*"], "on": ["lookup"], "lastTry": 3, "kinds": [
                {"fault": "reset_before_effect", "probability": 0.1}, {"fault": "answer", "answer": "internal_error", "probability": 0.1}]}])");
        estate.putFlow(u"to-shop"_s, u"/shop/fulfillments"_s, {{u"idempotent"_s, true}});
        estate.putFlow(u"to-erp"_s, u"/erp/sales-orders"_s, {}, {{u"lookup"_s, true}});
        for (const QString& flow : {u"to-shop"_s, u"to-erp"_s})
            estate.submit(flow, keys, each);
        estate.startRelays(relays);
        int replays = 0;
        QElapsedTimer time;
        for (time.start(); estate.undelivered() > 0 && time.elapsed() < 90'000; QTest::qWait(200))
            replays += replayFailures(estate.database());
        QCOMPARE(estate.undelivered(), 0);
        QVERIFY(replays > 0);
        QCOMPARE(relaysAtWork(estate), relays);

        std::map<std::pair<int, std::string>, int> done; // by resource and business key: how many
        std::size_t faults = 0;
        for (const RequestLine& line : estate.requests()) {
            faults += line.fault != FaultKind::None ? 1 : 0;
            const QStringList key = QString::fromStdString(line.key).split(u'/'); // flow, business key, number
            QCOMPARE(key.size(), 3);
            int& before = done[{line.resource, key.at(1).toStdString()}];
            const int number = key.at(2).toInt();
            // neither an effect nor a request that might have one comes before all earlier effects are there
            QVERIFY2(number <= before + 1,
                qPrintable(u"%1 after %2 of its key"_s.arg(key.join(u'/'), QString::number(before))));
            if (line.effect != 0) {
                QCOMPARE(number, before + 1);
                before = number;
            }
        }
        QCOMPARE(done.size(), std::size_t(2 * keys));
        QVERIFY(std::ranges::all_of(done, [](const auto& one) { return one.second == each; }));
        qInfo() << "requests" << estate.requests().size() << "faults" << faults << "replayed" << replays;
        QVERIFY(faults > std::size_t(keys));
        booksAgree(estate);
    }

    /// A target's limit counts what reaches it: questions as well as messages, of all relays together.
    void sharesTheRateLimit()
    {
        constexpr int rate = 5; // so slow that a late request does not count for the second after it
        constexpr int burst = 4;
        TestEstate estate(
            m_server, seeds({}).constFirst(), R"("hold": 1, "faults": [{"at": ["*"], "lastTry": 3, "kinds": [
            {"fault": "reset_before_effect", "probability": 0.3}, {"fault": "reset_after_effect", "probability": 0.3}]}])");
        estate.putFlow(
            u"to-wms"_s, u"/wms/shipping-orders"_s, {{u"rate"_s, rate}, {u"burst"_s, burst}}, {{u"lookup"_s, true}});
        estate.submit(u"to-wms"_s, 20, 1);
        estate.startRelays(relays);
        QTRY_COMPARE_WITH_TIMEOUT(estate.undelivered(), 0, 60'000);
        const Lines all = estate.requests();
        const auto lookups = std::ranges::count_if(all, &RequestLine::lookup);
        const double seconds = double(all.back().at - all.front().at) / 1e9;
        const std::size_t most = mostInASecond(all);
        qInfo() << all.size() << "requests," << lookups << "of them lookups, in" << seconds << "s; at most" << most
                << "in a second";
        QVERIFY(lookups > 5);
        QVERIFY2(most <= rate + burst, qPrintable(QString::number(most)));
        QVERIFY2(double(all.size()) / seconds > rate * 0.5, "the limit is not made use of");
        QVERIFY(relaysAtWork(estate) > 1);
        booksAgree(estate);
    }

private:
    static int relaysAtWork(const TestEstate& estate)
    {
        return TestServer::value(estate.database(), u"SELECT count(DISTINCT relay) FROM integration.attempt"_s).toInt();
    }

    /// As a person does it. Returns how many.
    static int replayFailures(const ConnectionSettings& database)
    {
        const int failed = TestServer::value(
            database, u"SELECT count(*) FROM integration.transaction WHERE status IN ('failed', 'in_doubt')"_s)
                               .toInt();
        if (failed > 0)
            TestServer::run(database, uR"(DO $$
                DECLARE
                    unlimited text := integration.put_approval_limits('[]'); -- nobody is there to approve
                    ids bigint[] := (SELECT array_agg(id) FROM integration.transaction WHERE status IN ('failed', 'in_doubt'));
                    replay bigint := integration.preview_replay(gen_random_uuid(), ids);
                BEGIN
                    PERFORM integration.start_operation(replay, (SELECT manifest FROM integration.operation WHERE id = replay), 'test', '{safe,verify,will_fail}',
                    '{"ramp": [100], "stopShare": 100}');
                END $$)"_s);
        return failed;
    }

    static void booksAgree(const TestEstate& estate)
    {
        const auto compared = estate.compared();
        VERIFY_OUTCOME(compared);
        QVERIFY2(compared.value().agrees(), qPrintable(ReconciliationText::table(compared.value())));
    }

    TestServer m_server;
};

SIGNALBOX_TEST(TestRequestLog)

#include "tst_requestlog.moc"
