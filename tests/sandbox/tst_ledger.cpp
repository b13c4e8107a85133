// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/call.h"
#include "app/sandbox/estate.h"
#include "app/sandbox/journal.h"
#include "app/sandbox/ledger.h"
#include "tests/support/testprogram.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;
using Kind = Ledger::Recorded::Kind;

/// The rules of what happens when something is asked twice, without HTTP.
class LedgerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void decidesWhatASecondRequestDoes_data();
    void decidesWhatASecondRequestDoes();
    void aKeyRunsUntilItsLateEffectIsDone();
    void anEffectThatCannotBeWrittenDoesNotHappen();
    void manyThreadsMakeOneEffectOfOneKey();
    void findsByKeyAndByOrder();
    void listsWhatWasDoneTwice();
    void readsBackWhatItShows();
    void readsCalls_data();
    void readsCalls();

private:
    EffectRequest request(const char* system, const char* resource, const char* key, const char* content = "a",
        const char* order = "A1") const;

    std::optional<Estate> m_estate;
};

void LedgerTest::initTestCase()
{
    auto estate = Estate::builtIn();
    QVERIFY(estate);
    m_estate = std::move(estate).value();
}

EffectRequest LedgerTest::request(
    const char* system, const char* resource, const char* key, const char* content, const char* order) const
{
    return {m_estate->find(system, resource), order, "order", key, {1999, u"EUR"_s},
        QCryptographicHash::hash(content, QCryptographicHash::Sha256)};
}

void LedgerTest::decidesWhatASecondRequestDoes_data()
{
    QTest::addColumn<QByteArray>("resource");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("kind");

    const auto row = [](const char* name, const char* resource, const char* key, const char* content, Kind kind) {
        QTest::newRow(name) << QByteArray(resource) << QByteArray(key) << QByteArray(content) << static_cast<int>(kind);
    };
    row("idempotent, same key", "authorizations", "k1", "a", Kind::Replayed);
    row("idempotent, same key, other content", "authorizations", "k1", "b", Kind::KeyReused);
    row("idempotent, other key", "authorizations", "k2", "a", Kind::Created);
    row("idempotent, no key", "authorizations", "", "a", Kind::Created);
    row("takes no second, same key", "captures", "k1", "a", Kind::Replayed);
    row("takes no second, other key", "captures", "k2", "a", Kind::Refused);
    row("takes no second, no key", "captures", "", "a", Kind::Refused);
}

void LedgerTest::decidesWhatASecondRequestDoes()
{
    QFETCH(const QByteArray, resource);
    QFETCH(const QByteArray, key);
    QFETCH(const QByteArray, content);
    QFETCH(const int, kind);
    Ledger ledger(*m_estate);
    const auto first = ledger.record(request("psp", resource.constData(), "k1"));
    QCOMPARE(first.kind, Kind::Created);
    const auto second = ledger.record(request("psp", resource.constData(), key.constData(), content.constData()));
    QCOMPARE(static_cast<int>(second.kind), kind);
    const bool created = second.kind == Kind::Created;
    QCOMPARE(ledger.size(), created ? 2U : 1U);
    QCOMPARE(second.entry.reference != first.entry.reference, created);
    // what is no idempotent system makes a second of the same
    QCOMPARE(ledger.record(request("erp", "invoices", "k1")).kind, Kind::Created);
    QCOMPARE(ledger.record(request("erp", "invoices", "k1")).kind, Kind::Created);
}

void LedgerTest::aKeyRunsUntilItsLateEffectIsDone()
{
    Ledger ledger(*m_estate);
    const EffectRequest late = request("psp", "authorizations", "k1");
    QCOMPARE(ledger.reserve(late).kind, Kind::Reserved);
    QCOMPARE(ledger.size(), 0U);
    QVERIFY(!ledger.findByKey(*late.resource, "k1"));
    QCOMPARE(ledger.record(late).kind, Kind::InProgress);
    QCOMPARE(ledger.complete(late).kind, Kind::Created);
    QCOMPARE(ledger.record(late).kind, Kind::Replayed);
    // without keys nothing keeps the second one away, and the first comes all the same
    const EffectRequest document = request("erp", "sales-orders", "k1");
    QCOMPARE(ledger.reserve(document).kind, Kind::Reserved);
    QCOMPARE(ledger.record(document).kind, Kind::Created);
    QCOMPARE(ledger.complete(document).kind, Kind::Created);
    QCOMPARE(ledger.duplicates(10).size(), 1U);
}

void LedgerTest::anEffectThatCannotBeWrittenDoesNotHappen()
{
    bool writable = false;
    Ledger ledger(*m_estate, [&writable](const LedgerEntry&) { return writable; });
    QCOMPARE(ledger.record(request("psp", "captures", "k1")).kind, Kind::NotWritten);
    QCOMPARE(ledger.size(), 0U);
    writable = true;
    QCOMPARE(ledger.record(request("psp", "captures", "k1")).kind, Kind::Created);
}

void LedgerTest::manyThreadsMakeOneEffectOfOneKey()
{
    Ledger ledger(*m_estate);
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&] {
            for (int key = 0; key < 500; ++key)
                ledger.record(
                    request("psp", "captures", std::to_string(key).c_str(), "a", std::to_string(key).c_str()));
        });
    for (std::thread& thread : threads)
        thread.join();
    QCOMPARE(ledger.size(), 500U);
    QVERIFY(ledger.duplicates(10).empty());
}

void LedgerTest::findsByKeyAndByOrder()
{
    Ledger ledger(*m_estate);
    const auto first = ledger.record(request("erp", "sales-orders", "k1"));
    ledger.record(request("erp", "sales-orders", "k2"));
    const EstateResource& orders = *m_estate->find("erp", "sales-orders");
    QCOMPARE(ledger.findByKey(orders, "k1")->entry.reference, first.entry.reference);
    QCOMPARE(ledger.findByOrder(orders, "A1", "order")->count, 2U);
    QVERIFY(!ledger.findByOrder(orders, "A1", "other"));
    QVERIFY(!ledger.findByKey(*m_estate->find("erp", "invoices"), "k1"));
}

void LedgerTest::listsWhatWasDoneTwice()
{
    Ledger ledger(*m_estate);
    for (const char* order : {"A1", "A2", "A1", "A3", "A1"})
        ledger.record(request("wms", "shipping-orders", "", "a", order));
    const auto groups = ledger.duplicates(10);
    QCOMPARE(groups.size(), 1U);
    QCOMPARE(groups.front().size(), 3U);
    QCOMPARE(groups.front().front().seq, 1U);
    QCOMPARE(groups.front().back().seq, 5U);
    const auto totals = ledger.totals();
    const auto index = static_cast<std::size_t>(m_estate->find("wms", "shipping-orders")->index);
    QCOMPARE(totals.at(index).repeated, 2U);
    QCOMPARE(totals.at(index).sums.at(u"EUR"_s), 5 * 1999);
    const Ledger::Page page = ledger.page("wms", {}, 2, 2);
    QCOMPARE(page.entries.size(), 2U);
    QCOMPARE(page.next, 4U);
    QVERIFY(page.more);
}

void LedgerTest::readsBackWhatItShows()
{
    Ledger ledger(*m_estate);
    const LedgerEntry entry = ledger.record(request("psp", "refunds", "k\\1", "a", "A \"1\" ü")).entry;
    const auto back = ledgerEntryOf(toJson(entry));
    QVERIFY2(back, back ? "" : qPrintable(back.error().text));
    QCOMPARE(back.value(), entry);
    QVERIFY(!ledgerEntryOf({{"seq", 1}}));
    QVERIFY(!nanosecondsOfIsoTime("2026-02-30T10:00:00.000000000Z"));
}

void LedgerTest::readsCalls_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");

    QTest::newRow("least") << QByteArray(R"({"orderKey": "A", "scope": "s"})") << 0;
    QTest::newRow("with an amount") << QByteArray(
        R"({"lines": [{"orderKey": 5}], "orderKey": "A", "scope": "s", "amount": "12.30", "currency": "EUR"})")
                                    << 0;
    QTest::newRow("nothing") << QByteArray() << 400;
    QTest::newRow("no JSON") << QByteArray("orderKey=A") << 400;
    QTest::newRow("cut off") << QByteArray(R"({"orderKey": "A", )") << 400;
    QTest::newRow("more after it") << QByteArray(R"({"orderKey": "A", "scope": "s"} x)") << 400;
    QTest::newRow("no UTF-8") << QByteArray("{\"orderKey\": \"\xff\", \"scope\": \"s\"}") << 400;
    QTest::newRow("a list") << QByteArray(R"([{"orderKey": "A", "scope": "s"}])") << 422;
    QTest::newRow("very deep") << QByteArray(200'000, '[') << 400;
    QTest::newRow("no order") << QByteArray(R"({"scope": "s"})") << 422;
    QTest::newRow("order further in") << QByteArray(R"({"scope": "s", "data": {"orderKey": "A"}})") << 422;
    QTest::newRow("order of null") << QByteArray(R"({"orderKey": null, "scope": "s"})") << 422;
    QTest::newRow("order is a number") << QByteArray(R"({"orderKey": 1, "scope": "s"})") << 422;
    QTest::newRow("order is a list") << QByteArray(R"({"orderKey": ["A"], "scope": "s"})") << 422;
    QTest::newRow("empty scope") << QByteArray(R"({"orderKey": "A", "scope": ""})") << 422;
    QTest::newRow("long order") << R"({"orderKey": ")" + QByteArray(201, 'A') + R"(", "scope": "s"})" << 422;
    QTest::newRow("amount is a number") << QByteArray(
        R"({"orderKey": "A", "scope": "s", "amount": 12.3, "currency": "EUR"})")
                                        << 422;
    QTest::newRow("no currency") << QByteArray(R"({"orderKey": "A", "scope": "s", "amount": "12.3"})") << 422;
    QTest::newRow("half a yen") << QByteArray(R"({"orderKey": "A", "scope": "s", "amount": "12.5", "currency": "JPY"})")
                                << 422;
    QTest::newRow("all the money") << QByteArray(
        R"({"orderKey": "A", "scope": "s", "amount": "99999999999999", "currency": "EUR"})")
                                   << 422;
}

void LedgerTest::readsCalls()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    const auto read = readCall(body.toStdString());
    const auto* problem = std::get_if<CallProblem>(&read);
    QCOMPARE(problem == nullptr ? 0 : problem->status, status);
    if (problem == nullptr)
        QCOMPARE(std::get<Call>(read).orderKey, std::string("A"));
}

SIGNALBOX_TEST(LedgerTest)
#include "tst_ledger.moc"
