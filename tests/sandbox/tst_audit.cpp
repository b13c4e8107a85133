// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/audit.h"
#include "app/sandbox/auditcommand.h"
#include "app/sandbox/estate.h"
#include "tests/support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace {
LedgerEntry entry(
    quint64 seq, const char* system, const char* resource, const char* order, const char* key, qint64 cents)
{
    LedgerEntry entry;
    entry.seq = seq;
    entry.system = system;
    entry.resource = resource;
    entry.orderKey = order;
    entry.scope = "order";
    entry.key = key;
    entry.amount = {cents, u"EUR"_s};
    entry.reference = "R" + std::to_string(seq);
    return entry;
}
} // namespace

/// What was done twice is found in any list of entries.
class AuditTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsAPlantedDuplicate_data();
    void findsAPlantedDuplicate();
    void addsUpAmountsByCurrency();
    void saysItAsTableAndAsJson();
};

void AuditTest::findsAPlantedDuplicate_data()
{
    QTest::addColumn<QString>("system");
    QTest::addColumn<QString>("resource");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("order");
    QTest::addColumn<QString>("finding");

    QTest::newRow("another order") << u"erp"_s << u"sales-orders"_s << u"k2"_s << u"A2"_s << QString();
    QTest::newRow("a second document") << u"erp"_s << u"sales-orders"_s << u"k1"_s << u"A1"_s << u"repeated"_s;
    QTest::newRow("kept key") << u"psp"_s << u"captures"_s << u"k1"_s << u"A1"_s << u"same_key"_s;
    QTest::newRow("should have been refused") << u"psp"_s << u"captures"_s << u"k2"_s << u"A1"_s << u"not_refused"_s;
    QTest::newRow("two keys") << u"psp"_s << u"authorizations"_s << u"k2"_s << u"A1"_s << u"repeated"_s;
    QTest::newRow("unknown system") << u"oms"_s << u"orders"_s << u"k1"_s << u"A1"_s << u"repeated"_s;
}

void AuditTest::findsAPlantedDuplicate()
{
    QFETCH(const QString, system);
    QFETCH(const QString, resource);
    QFETCH(const QString, key);
    QFETCH(const QString, order);
    QFETCH(const QString, finding);
    const auto estate = Estate::builtIn();
    const QByteArray in = system.toUtf8();
    const QByteArray of = resource.toUtf8();
    const Audit audit(estate.value(),
        {entry(1, in.constData(), of.constData(), "A1", "k1", 100), entry(2, "wms", "shipping-orders", "A1", "k1", 0),
            entry(3, in.constData(), of.constData(), qPrintable(order), qPrintable(key), 100)});
    QCOMPARE(audit.effects(), 3U);
    QCOMPARE(audit.isClean(), finding.isEmpty());
    if (audit.isClean())
        return;
    QCOMPARE(audit.duplicates().size(), 1U);
    const Audit::Duplicate& duplicate = audit.duplicates().front();
    QCOMPARE(QString::fromStdString(std::string(Audit::nameOf(duplicate.finding))), finding);
    QCOMPARE(duplicate.entries.size(), 2U);
    QCOMPARE(duplicate.entries.back().seq, 3U);
}

void AuditTest::addsUpAmountsByCurrency()
{
    LedgerEntry yen = entry(3, "psp", "refunds", "A3", "k3", 700);
    yen.amount.currency = u"JPY"_s;
    const Audit audit(Estate::builtIn().value(),
        {entry(1, "psp", "refunds", "A1", "k1", 100), entry(2, "psp", "refunds", "A2", "k2", 250), yen});
    QVERIFY(audit.isClean());
    QCOMPARE(audit.totals().size(), 1U);
    QCOMPARE(audit.totals().front().sums.at(u"EUR"_s), 350);
    QCOMPARE(audit.totals().front().sums.at(u"JPY"_s), 700);
}

void AuditTest::saysItAsTableAndAsJson()
{
    const Audit audit(Estate::builtIn().value(),
        {entry(1, "erp", "invoices", "A1\x1b[2J", "k1", 100), entry(2, "erp", "invoices", "A1\x1b[2J", "k1", 100)});
    const QString table = AuditCommand::table(audit);
    QVERIFY2(
        table.contains(u"A1?[2J"_s) && table.contains(u"R1, R2"_s) && table.contains(u"2.00 EUR"_s), qPrintable(table));
    const QJsonObject json = QJsonDocument::fromJson(AuditCommand::text(AuditCommand::json(audit)).toUtf8()).object();
    QCOMPARE(json.value(u"clean"_s).toBool(), false);
    QCOMPARE(json.value(u"duplicates"_s).toArray().at(0).toObject().value(u"count"_s).toInt(), 2);
    QCOMPARE(json.value(u"totals"_s).toArray().at(0).toObject().value(u"repeatedEffects"_s).toInt(), 1);
    QVERIFY(AuditCommand::table(Audit(Estate::builtIn().value(), {})).contains(u"Nothing was done twice."_s));
}

SIGNALBOX_TEST(AuditTest)
#include "tst_audit.moc"
