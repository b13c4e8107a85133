// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/estate.h"
#include "app/sandbox/history.h"
#include "app/sandbox/seller.h"
#include "tests/sandbox/runningsandbox.h"
#include "tests/support/seeds.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <nlohmann/json.hpp>

#include <set>

using namespace Qt::StringLiterals;

namespace {

using Standing = PastOrder::Standing;

/// The last such day that is over: a database takes no events of the future.
QDateTime last(Qt::DayOfWeek weekday, const QTime& time)
{
    const QDate today = QDateTime::currentDateTimeUtc().date();
    const int back = (today.dayOfWeek() - weekday + 6) % 7 + 1;
    return {today.addDays(-back), time, Qt::UTC};
}
const QDateTime monday = last(Qt::Monday, QTime(14, 30));
const QDateTime sunday = last(Qt::Sunday, QTime(3, 10));

History historyOf(quint64 seed, const QDateTime& now, const Estate& estate, int orders = 300, int days = 5)
{
    auto made = History::make({seed, now, u"7QK"_s, days, orders}, estate);
    if (!made)
        qFatal("%s", qPrintable(made.error().text));
    return std::move(made).value();
}

/// The numbers that a ledger gives to what was done.
QStringList recorded(const History& history, const Estate& estate)
{
    Ledger ledger(estate);
    QStringList references;
    for (const PastEffect& effect : history.effects())
        references.append(QString::fromStdString(ledger.recordPast(effect.request, effect.at).entry.reference));
    return references;
}

QByteArray pastCall(const QByteArray& more = {})
{
    return R"({"effects": [{"at": "2026-01-05T10:00:00.000000000Z", "system": "erp", "resource": "invoices", "orderKey": "W1-1",
        "scope": "order", "idempotencyKey": "k1", "amount": "12.50", "currency": "EUR"})"
        + more + "]}";
}

} // namespace

/// What the estate did before it began: by itself, in the ledgers, and as a real database takes it in.
class HistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theSameSeedMakesTheSamePast();
    void isPossible_data();
    void isPossible();
    void channelsAreThoseOfTheDatabase();
    void goesOnAsExpected();
    void ledgersTakeThePast();
    void ledgersTakeNoPastThatIsNone_data();
    void ledgersTakeNoPastThatIsNone();
    void aDatabaseTakesItIn_data();
    void aDatabaseTakesItIn();

private:
    static void addMoments();

    std::optional<Estate> m_estate;
    TestServer m_server;
};

void HistoryTest::initTestCase()
{
    auto estate = Estate::builtIn();
    QVERIFY(estate);
    m_estate = std::move(estate).value();
}

void HistoryTest::theSameSeedMakesTheSamePast()
{
    const auto told = [this](quint64 seed) {
        const History history = historyOf(seed, monday, *m_estate, 50);
        return history.batches(recorded(history, *m_estate));
    };
    QCOMPARE(told(1), told(1));
    QVERIFY(told(1) != told(2));
}

void HistoryTest::addMoments()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<QDateTime>("now");
    QTest::addColumn<int>("days");
    for (const quint32 seed : seeds({1, 2}))
        for (const QDateTime& now : {monday, sunday})
            for (const int days : {1, 5, 12})
                QTest::addRow("seed %u, %s, %d days", seed, qPrintable(now.toString(u"ddd"_s)), days)
                    << seed << now << days;
}

void HistoryTest::isPossible_data()
{
    addMoments();
}

void HistoryTest::isPossible()
{
    QFETCH(const quint32, seed);
    QFETCH(const QDateTime, now);
    QFETCH(const int, days);
    const History history = historyOf(seed, now, *m_estate, 300, days);
    QCOMPARE(history.orders().size(), 300U);
    std::set<QString> processes;
    for (const PastOrder& order : history.orders()) {
        processes.insert(order.sale.channel->process);
        QVERIFY(order.sale.placedAt >= now.addDays(-days) && order.sale.placedAt < now);
        for (const PastOrder::Told& told : order.told) {
            QVERIFY(told.event.at >= order.sale.placedAt && told.event.at <= now);
            if (order.standing == Standing::Cancelled)
                QVERIFY(told.event.at <= order.told.back().event.at);
        }
        for (const OrderEvent& expected : order.expected)
            QVERIFY(expected.at > now);
        QVERIFY(order.standing != Standing::Done || order.expected.empty()
            || order.expected.front().step == "return_requested"_L1);
        QVERIFY((order.standing == Standing::Stuck) == !order.stuckStep.isEmpty());
        std::set<std::tuple<const EstateResource*, std::string>> done;
        for (const PastEffect& effect : order.effects)
            QVERIFY2(done.emplace(effect.request.resource, effect.request.scope).second, "done twice");
    }
    QCOMPARE(processes.size(), 4U);
    const auto effects = history.effects();
    QVERIFY(std::is_sorted(
        effects.begin(), effects.end(), [](const PastEffect& a, const PastEffect& b) { return a.at < b.at; }));
}

void HistoryTest::channelsAreThoseOfTheDatabase()
{
    QFile file(QStringLiteral(SIGNALBOX_SOURCE_DIR "/resources/flows/sandbox-channels.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QMap<QString, QString> there;
    const QJsonArray channels = QJsonDocument::fromJson(file.readAll()).array();
    for (const auto& channel : channels)
        there.insert(
            channel.toObject().value(u"channel"_s).toString(), channel.toObject().value(u"process"_s).toString());
    QMap<QString, QString> ours;
    int shares = 0;
    for (const SalesChannel& channel : salesChannels()) {
        ours.insert(channel.code, channel.process);
        shares += channel.share;
    }
    QCOMPARE(ours, there);
    QCOMPARE(shares, 100);
}

void HistoryTest::goesOnAsExpected()
{
    const History history = historyOf(1, monday, *m_estate);
    Seller::Pace pace;
    pace.ordersPerSecond = 0;
    Seller seller(1, u"7QK"_s, pace);
    seller.carryOn(history.orders());
    QVERIFY(seller.happened(monday).empty());
    std::size_t expected = 0;
    for (const PastOrder& order : history.orders())
        expected += order.expected.size();
    QVERIFY(expected > 20);
    // and what follows from it: some is sent back
    QVERIFY(seller.happened(monday.addDays(9)).size() >= expected);
    QVERIFY(seller.happened(monday.addDays(30)).size() < expected / 4);
}

void HistoryTest::ledgersTakeThePast()
{
    RunningSandbox running;
    const HttpAnswer first = running.client().post(u"/ledger"_s, pastCall());
    QCOMPARE(first.status, 200);
    QCOMPARE(first.json().value(u"references"_s).toArray().size(), 1);
    QCOMPARE(running.client().post(u"/ledger"_s, pastCall()).json().value(u"references"_s),
        first.json().value(u"references"_s)); // told twice, there once
    QCOMPARE(running.effects(), 1U);
    const QJsonObject entry
        = running.client().get(u"/ledger"_s).json().value(u"entries"_s).toArray().first().toObject();
    QCOMPARE(entry.value(u"at"_s).toString(), u"2026-01-05T10:00:00.000000000Z"_s);
    QCOMPARE(entry.value(u"amount"_s).toString(), u"12.50"_s);
    // who asks whether it is done is told so
    QCOMPARE(running.client().get(u"/erp/invoices?key=k1"_s).status, 200);
}

void HistoryTest::ledgersTakeNoPastThatIsNone_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("says");
    QTest::newRow("no object") << QByteArray("[]") << u"effects"_s;
    const auto row = [](const char* name, const char* effect, const char* says) {
        QTest::newRow(name) << pastCall(QByteArray(",") + effect) << u"/effects/1: "_s + QString::fromLatin1(says);
    };
    row("no time", R"({"system": "erp", "resource": "invoices"})", "");
    row("a resource that is none", R"({"system": "erp", "resource": "dances", "at": "2026-01-05T10:00:00.000000000Z"})",
        "there is no such resource");
    row("the future", R"({"system": "erp", "resource": "invoices", "at": "2999-01-05T10:00:00.000000000Z"})", "\"at\"");
    row("no scope",
        R"({"system": "erp", "resource": "invoices", "at": "2026-01-05T10:00:00.000000000Z", "orderKey": "W1"})",
        "\"scope\"");
}

void HistoryTest::ledgersTakeNoPastThatIsNone()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, says);
    RunningSandbox running;
    const HttpAnswer answer = running.client().post(u"/ledger"_s, body);
    QCOMPARE(answer.status, 422);
    const QString detail = answer.json().value(u"detail"_s).toString();
    QVERIFY2(detail.contains(says), qPrintable(detail));
    QCOMPARE(running.effects(), 0U); // all of it or nothing
}

void HistoryTest::aDatabaseTakesItIn_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<QDateTime>("now");
    QTest::addColumn<int>("days");
    QTest::newRow("on a Monday") << 1U << monday << 5;
    QTest::newRow("on a Sunday") << 2U << sunday << 5;
    QTest::newRow("any") << seeds({}).constFirst() << monday << 5;
    QTest::newRow("any, longer") << seeds({}).constFirst() << sunday << 12;
}

void HistoryTest::aDatabaseTakesItIn()
{
    SIGNALBOX_REQUIRE(m_server);
    QFETCH(const quint32, seed);
    QFETCH(const QDateTime, now);
    QFETCH(const int, days);
    const ConnectionSettings database = m_server.freshDatabase();
    const auto value = [&database](const QString& sql) { return TestServer::value(database, sql); };
    QFile channels(QStringLiteral(SIGNALBOX_SOURCE_DIR "/resources/flows/sandbox-channels.json"));
    QFile flows(QStringLiteral(SIGNALBOX_SOURCE_DIR "/resources/flows/sandbox-flows.json"));
    QFile targets(QStringLiteral(SIGNALBOX_SOURCE_DIR "/resources/flows/sandbox-targets.json"));
    for (QFile* file : {&channels, &targets, &flows}) {
        QVERIFY(file->open(QIODevice::ReadOnly));
        const QString put = file == &channels ? u"put_channel"_s : file == &targets ? u"put_target"_s : u"put_flow"_s;
        TestServer::run(database,
            u"SELECT integration.%1(d) FROM jsonb_array_elements($d$%2$d$) d"_s.arg(
                put, QString::fromUtf8(file->readAll())));
    }
    // as when the estate was there before: a step of the past that waits for a system would be sent
    TestServer::run(database, u"UPDATE integration.flow SET since = now() - interval '1 year'"_s);

    const History history = historyOf(seed, now, *m_estate, 300, days);
    for (const QByteArray& batch : history.batches(recorded(history, *m_estate))) {
        const QString counts = value(u"SELECT integration.ingest($e$%1$e$::jsonb)"_s.arg(QString::fromUtf8(batch)));
        QCOMPARE(QJsonDocument::fromJson(counts.toUtf8()).object().value(u"accepted"_s),
            QJsonDocument::fromJson(counts.toUtf8()).object().value(u"received"_s));
    }
    QCOMPARE(value(u"SELECT count(*) FROM integration.rejected_event"_s), u"0"_s);
    QCOMPARE(value(u"SELECT count(*) FROM integration.milestone WHERE anomalies IS NOT NULL"_s), u"0"_s);
    QCOMPARE(value(u"SELECT string_agg(idempotency_key, ' ') FROM integration.transaction"_s), QString());
    QCOMPARE(value(u"SELECT count(DISTINCT process) FROM integration.sales_order"_s), u"4"_s);

    QHash<QString, QStringList> rows;
    for (const QStringList& row : TestServer::rows(database,
             uR"(SELECT o.order_key, o.sync_state, o.late_count, COALESCE(o.next_due_at > '%1', true), o.return_state,
                        (SELECT string_agg(step || ' ' || scope, ',') FROM integration.milestone m WHERE m.order_id = o.id AND m.state IN ('pending', 'in_progress', 'failed')),
                        (SELECT string_agg(format('%s after %s', step, completed_at - eligible_at), ',') FROM integration.milestone m WHERE m.order_id = o.id AND m.late)
                 FROM integration.sales_order o)"_s.arg(now.toString(Qt::ISODateWithMs))))
        rows.insert(row.first(), row);
    QCOMPARE(rows.size(), qsizetype(history.orders().size()));
    QMap<Standing, int> standings;
    int returns = 0;
    for (const PastOrder& order : history.orders()) {
        const QStringList row = rows.value(order.sale.key);
        const QString about = row.join(u' ');
        ++standings[order.standing];
        returns += order.returnState.isEmpty() ? 0 : 1;
        const QStringList states = order.standing == Standing::Done ? QStringList{u"done"_s}
            : order.standing == Standing::Cancelled                 ? QStringList{u"cancelled"_s}
            : order.standing == Standing::InWork                    ? QStringList{u"waiting"_s}
                                                                    : QStringList{u"waiting"_s, u"failed"_s};
        QVERIFY2(states.contains(row.at(1)), qPrintable(about));
        QVERIFY2(
            row.at(2).toInt() == order.lateSteps, qPrintable(about + u" late: " + QString::number(order.lateSteps)));
        if (order.standing == Standing::InWork)
            QVERIFY2(row.at(3) == u"t", qPrintable(about)); // nobody's time is up
        if (order.standing == Standing::Stuck)
            QVERIFY2(row.at(5).contains(order.stuckStep + u' ' + order.stuckScope), qPrintable(about));
        QCOMPARE(row.at(4), order.returnState.isEmpty() ? u"none"_s : order.returnState);
    }
    qInfo() << "done, in work, stuck, cancelled:" << standings.value(Standing::Done)
            << standings.value(Standing::InWork) << standings.value(Standing::Stuck)
            << standings.value(Standing::Cancelled) << "sent back:" << returns;
    QVERIFY(standings.value(Standing::Stuck) > 5 && standings.value(Standing::Stuck) < 60);
    QVERIFY(standings.value(Standing::Cancelled) > 2);
    if (days >= 5)
        QVERIFY(standings.value(Standing::Done) > 120 && returns > 5);
}

SIGNALBOX_TEST(HistoryTest)

#include "tst_history.moc"
