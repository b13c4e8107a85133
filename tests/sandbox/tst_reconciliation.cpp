// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/estate.h"
#include "app/sandbox/reconciliation.h"
#include "app/sandbox/reconciliationtext.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;
using Said = MessageRecord::Said;

namespace {

/// As the ledger has it: the order is "A" and the number, the amount in cents.
LedgerEntry effect(const char* key, qint64 cents, const QString& currency = u"EUR"_s, const char* order = "A1")
{
    LedgerEntry entry;
    entry.system = "erp";
    entry.resource = "sales-orders";
    entry.orderKey = order;
    entry.scope = "order";
    entry.key = key;
    if (cents != 0)
        entry.amount = {cents, currency};
    entry.reference = "45001";
    return entry;
}

MessageRecord message(Said said, const char* content = nullptr)
{
    MessageRecord record;
    record.id = 7;
    record.flow = "order.to-erp";
    record.url = "http://127.0.0.1:8070/erp/sales-orders";
    record.key = "k1";
    record.status = said == Said::Done ? "delivered" : "in_doubt";
    record.said = said;
    record.content
        = content != nullptr ? content : R"({"orderKey": "A1", "scope": "order", "amount": "1.00", "currency": "EUR"})";
    return record;
}

using Entries = std::vector<LedgerEntry>;

Entries nothing()
{
    return {};
}

} // namespace

Q_DECLARE_METATYPE(MessageRecord)
Q_DECLARE_METATYPE(Entries)

/// Ledger and database are compared message by message and effect by effect.
class ReconciliationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_estate = std::make_unique<Estate>(Estate::builtIn().value()); }

    void finds_data()
    {
        QTest::addColumn<MessageRecord>("record");
        QTest::addColumn<Entries>("entries");
        QTest::addColumn<QString>("findings");
        const auto row
            = [](const char* name, const MessageRecord& record, const Entries& entries, const char* findings) {
                  QTest::newRow(name) << record << entries << QString::fromLatin1(findings);
              };
        row("delivered and there", message(Said::Done), {effect("k1", 100)}, "");
        row("there by its order, done by hand", message(Said::Done), {effect("", 100)}, "");
        row("delivered and not there", message(Said::Done), {}, "missing");
        row("twice under its key", message(Said::Done), {effect("k1", 100), effect("k1", 100)}, "repeated");
        row("again under another key", message(Said::Done), {effect("k1", 100), effect("k2", 100)}, "repeated");
        row("a cent more", message(Said::Done), {effect("k1", 101)}, "another_amount");
        row("another currency", message(Said::Done), {effect("k1", 100, u"USD"_s)}, "another_amount");
        row("without its amount", message(Said::Done), {effect("k1", 0)}, "another_amount");
        row("in doubt and there", message(Said::Open), {effect("k1", 100)}, "");
        row("in doubt and not there", message(Said::Open), {}, "");
        row("in doubt and there twice", message(Said::Open), {effect("k1", 100), effect("k1", 100)}, "repeated");
        row("not done and not there", message(Said::NotDone), {}, "");
        row("not done and there", message(Said::NotDone), {effect("k1", 100)}, "not_called_done");
        row("called done by a person", message(Said::DoneByWord), {}, "");
        row("called done by a person and there", message(Said::DoneByWord), {effect("", 100)}, "");
        row("an order that nobody asked for", message(Said::Done),
            {effect("k1", 100), effect("k2", 100, u"EUR"_s, "A2")}, "no_message");
        LedgerEntry past = effect("k2", 100, u"EUR"_s, "A2");
        past.told = true;
        row("an order of before, told", message(Said::Done), {effect("k1", 100), past}, "");
        past.key = "k1";
        row("told, and done again", message(Said::Done), {effect("k1", 100), past}, "repeated");
        row("content that cannot be read", message(Said::Done, "<order/>"), {effect("k1", 100)}, "");
        row("content that cannot be read, not there", message(Said::Done, "<order/>"), {}, "missing");
    }
    void finds()
    {
        QFETCH(const MessageRecord, record);
        QFETCH(const Entries, entries);
        const Reconciliation compared(*m_estate, entries, {record}, nothing);
        QStringList names;
        for (const auto& difference : compared.differences())
            names += QString::fromStdString(std::string(Reconciliation::nameOf(difference.finding)));
        QTEST(names.join(u' '), "findings");
        QCOMPARE(compared.agrees(), names.isEmpty());
    }

    /// While everything is at work the database is read after the ledger: what came between the two is looked up.
    void whatCameMeanwhileCountsForWhatIsMissing()
    {
        const auto came = [](const LedgerEntry& entry) {
            return [entry] { return Entries{entry, effect("k9", 1, u"EUR"_s, "A9")}; };
        };
        QVERIFY(Reconciliation(*m_estate, {}, {message(Said::Done)}, came(effect("k1", 100))).agrees());
        QVERIFY(Reconciliation(*m_estate, {}, {message(Said::NotDone)}, came(effect("k1", 100))).agrees());
        const Reconciliation wrong(*m_estate, {}, {message(Said::Done)}, came(effect("k1", 99)));
        QCOMPARE(wrong.differences().size(), 1U);
    }

    void sumsAreOfEachSystemAndCurrency()
    {
        MessageRecord yen
            = message(Said::Open, R"({"orderKey": "A2", "scope": "order", "amount": "700", "currency": "JPY"})");
        yen.key = "k2";
        const Reconciliation compared(
            *m_estate, {effect("k1", 100), effect("k2", 700, u"JPY"_s, "A2")}, {message(Said::Done), yen}, nothing);
        QVERIFY(compared.agrees());
        const auto& erp = compared.totals().at("erp");
        QCOMPARE(erp.ledger.count, 2U);
        QCOMPARE(erp.ledger.sums, (Sums{{u"EUR"_s, 100}, {u"JPY"_s, 700}}));
        QCOMPARE(erp.delivered.sums, (Sums{{u"EUR"_s, 100}}));
        QCOMPARE(erp.open.sums, (Sums{{u"JPY"_s, 700}}));
        const QString table = ReconciliationText::table(compared);
        QVERIFY2(table.contains(u"agree to the last cent"_s) && table.contains(u"JPY"_s), qPrintable(table));
    }

    void saysWhatItCannotCompare()
    {
        MessageRecord elsewhere = message(Said::Done);
        elsewhere.url = "https://erp.example.com/api/v2/orders?draft=1";
        elsewhere.flow = "order.to-cloud";
        const Reconciliation compared(
            *m_estate, {}, {elsewhere, message(Said::DoneByWord), message(Said::Open, "<order/>")}, nothing);
        QVERIFY(compared.agrees());
        QCOMPARE(compared.uncompared().at("order.to-cloud").elsewhere, 1U);
        QCOMPARE(compared.uncompared().at("order.to-erp").byWord, 1U);
        QCOMPARE(compared.uncompared().at("order.to-erp").unreadable, 1U);
        const QString table = ReconciliationText::table(compared);
        QVERIFY2(table.contains(u"order.to-cloud: 1"_s), qPrintable(table));
    }

    void namesTheOrders()
    {
        const Reconciliation compared(
            *m_estate, {effect("k2", 250, u"EUR"_s, "A2\x1b[2J")}, {message(Said::Done)}, nothing);
        const QString table = ReconciliationText::table(compared);
        QVERIFY2(table.contains(u"A2?[2J"_s) && table.contains(u"no message asked for it"_s)
                && table.contains(u"2.50 EUR"_s),
            qPrintable(table));
        const auto json = ReconciliationText::json(compared);
        QCOMPARE(json.at("agrees").get<bool>(), false);
        QCOMPARE(json.at("differences").at(0).at("orderKey").get<std::string>(), std::string("A2\x1b[2J"));
        QCOMPARE(json.at("differences").at(1).at("finding").get<std::string>(), std::string("missing"));
        QCOMPARE(json.at("totals").at("erp").at("ledger").at("sums").at("EUR").get<std::string>(), std::string("2.50"));
    }

private:
    std::unique_ptr<Estate> m_estate;
};

SIGNALBOX_TEST(ReconciliationTest)
#include "tst_reconciliation.moc"
