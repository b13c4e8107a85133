// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/relay/delivery/lane.h"
#include "app/relay/delivery/metrics.h"
#include "models/store/deliverystore.h"
#include "models/store/queryrunner.h"
#include "tests/relay/lossyproxy.h"
#include "tests/support/fakerelay.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"
#include "tests/support/verifyoutcome.h"

#include <QScopeGuard>
#include <QTest>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A lane against a real database whose replies get lost.
class TestLane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { SIGNALBOX_REQUIRE(m_server); }

    /// The commit that gives a message back is done, and its reply is lost while the lane drains. Another lane of the
    /// same relay may have claimed the message since, under the same number: told a second time, the first lane would
    /// take that claim away while the message is being sent.
    void tellsOnceWhatItGivesBack()
    {
        const ConnectionSettings settings = m_server.freshDatabase();
        FakeRelay other(settings, u"relay-1"_s);
        putErp(other.database());
        const qint64 id = submit(other.database(), u"order-1"_s, u"n1"_s);

        LossyProxy proxy(settings);
        QueryRunner runner(proxy.settings());
        DeliveryStore store(runner, u"relay-1"_s);
        auto configuration = store.configuration();
        VERIFY_OUTCOME(configuration);
        SharedConfiguration shared;
        shared.set(
            {configuration.value().targets, {}}); // a flow that it does not know yet: what it claims it gives back
        Metrics metrics;
        Lane lane(store, shared, FailureClassifier::builtin(), metrics, {1, 20ms});
        proxy.loseCommitAfter("integration.finish(");
        std::atomic<bool> ended{false};
        std::thread thread([&] {
            lane.run();
            ended = true;
        });
        const auto join = qScopeGuard([&] {
            proxy.resume();
            lane.stop();
            thread.join();
        });
        QTRY_VERIFY_WITH_TIMEOUT(proxy.hasLost(), 30'000);
        lane.stop();

        const QList<Claimed> claimed = other.claim();
        QCOMPARE(claimed.size(), 1);
        QCOMPARE(claimed.constFirst().id, id);
        QCOMPARE(claimed.constFirst().number, 1);
        proxy.resume();
        QTRY_VERIFY_WITH_TIMEOUT(told(proxy) > 1 || ended, 5'000);
        QCOMPARE(told(proxy), 1);
        QCOMPARE(other.finish({TryEnd::delivered(claimed.constFirst(), u"4711"_s)}).value(id), u"delivered"_s);
    }

private:
    static int told(const LossyProxy& proxy) { return proxy.sent(R"("released")"); }

    TestServer m_server;
};

SIGNALBOX_TEST(TestLane)

#include "tst_lane.moc"
