// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/import/builtinmappings.h"
#include "app/ctl/import/decimal.h"
#include "app/ctl/import/mappingparser.h"
#include "app/ctl/import/sourcetime.h"
#include "tests/support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

static QByteArray smallMapping()
{
    return R"({
  "mapping": "shop", "version": 1, "title": "Shop", "eventSource": "/import/shop", "zone": "Europe/Berlin",
  "channel": { "channel": "shop", "title": "Shop", "process": "ship_to_home", "supplies": ["order_captured"] },
  "tables": {
    "orders": { "file": "orders.csv", "key": "id", "columns": {
      "id": { "type": "text", "required": true }, "placed": { "type": "localTime" }, "total": { "type": "decimal" },
      "state": { "type": "text" }, "customer": { "type": "text" } } },
    "items": { "file": "items.csv", "join": { "on": "order", "with": "orders.id" }, "columns": {
      "order": { "type": "text" }, "line": { "type": "integer" }, "price": { "type": "decimal" } } }
  },
  "order": { "from": "orders", "key": "S-{id}", "number": "{id}", "currency": "EUR", "total": "total", "placedAt": "placed" },
  "lines": { "from": "items", "line": "{line}", "quantity": "1", "unitPrice": "price" },
  "milestones": [ { "step": "validation", "time": "placed", "when": { "state": ["ok", ""] } } ],
  "checks": [ { "finding": "no_items", "text": "No items", "noRowsIn": "items" } ]
})";
}

class MappingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAMapping();
    void namesThePlaceOfEachMistake_data();
    void namesThePlaceOfEachMistake();
    void everyBuiltInMappingIsRight();
    void findsAMappingByNameOrPath();
    void readsDecimalsExactly_data();
    void readsDecimalsExactly();
    void addsDecimalsExactly();
    void readsLocalTimes_data();
    void readsLocalTimes();
    void readsTimesWithAZone_data();
    void readsTimesWithAZone();
};

void MappingTest::readsAMapping()
{
    const auto mapping = parseMapping(smallMapping());
    QVERIFY2(mapping, mapping ? "" : qPrintable(mapping.error().text));
    QCOMPARE(mapping.value().name, u"shop"_s);
    QCOMPARE(mapping.value().main().name, u"orders"_s);
    QCOMPARE(mapping.value().tables.size(), 2);
    QCOMPARE(mapping.value().milestones.size(), 1);
    QCOMPARE(mapping.value().order.key.pieces.size(), 2);
    QCOMPARE(mapping.value().channelCode, u"shop"_s);
}

void MappingTest::namesThePlaceOfEachMistake_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("said");
    // apostrophes stand for quotes
    const auto row = [](const char* name, const char* from, const char* to, const QString& said) {
        const auto quoted = [](const char* text) { return QByteArray(text).replace('\'', '"'); };
        QTest::newRow(name) << quoted(from) << quoted(to) << QString(said).replace(u'\'', u'"');
    };
    row("no JSON", "'version': 1,", "'version': 1,,", u"line 2, column"_s);
    row("key twice", "'version': 1,", "'version': 1, 'version': 2,", u"version"_s);
    row("missing part", "'zone': 'Europe/Berlin',", "", u"zone"_s);
    row("unknown part", "'version': 1,", "'version': 1, 'colour': 1,", u"colour"_s);
    row("wrong type", "'version': 1,", "'version': '1',", u"/version"_s);
    row("unknown zone", "'zone': 'Europe/Berlin'", "'zone': 'Europe/Berlim'", u"/zone: "_s);
    row("unknown column", "'placedAt': 'placed'", "'placedAt': 'palced'", u"/order/placedAt: "_s);
    row("says what was meant", "'placedAt': 'placed'", "'placedAt': 'palced'", u"did you mean 'placed'?"_s);
    row("unknown table", "'from': 'items'", "'from': 'item'", u"/lines/from: "_s);
    row("amount of text", "'total': 'total'", "'total': 'state'", u"/order/total: "_s);
    row("time of text", "'time': 'placed'", "'time': 'state'", u"/milestones/0/time: "_s);
    row("unknown column in a condition", "'when': { 'state'", "'when': { 'status'", u"/milestones/0/when/status: "_s);
    row("unknown column in a text", "'S-{id}'", "'S-{idd}'", u"/order/key: "_s);
    row("open brace", "'S-{id}'", "'S-{id'", u"/order/key: "_s);
    row("join to an unknown column", "'with': 'orders.id'", "'with': 'orders.number'", u"/tables/items/join/with: "_s);
    row("join on an unknown column", "'on': 'order'", "'on': 'number'", u"/tables/items/join/on: "_s);
    row("table without a join", ", 'join': { 'on': 'order', 'with': 'orders.id' }", "", u"/tables/items: "_s);
    row("orders without a key", "'key': 'id', ", "", u"/tables/orders: "_s);
    row("key that is no column", "'key': 'id', ", "'key': 'nr', ", u"/tables/orders/key: "_s);
    row("unknown type", "'type': 'integer'", "'type': 'number'", u"/tables/items/columns/line/type"_s);
    row("unknown outcome", "'step': 'validation',", "'step': 'validation', 'outcome': 'done',",
        u"/milestones/0/outcome"_s);
    row("unknown table in a check", "'noRowsIn': 'items'", "'noRowsIn': 'lines'", u"/checks/0/noRowsIn: "_s);
    row("file in a database", "'order': { 'from'", "'source': { 'sql': { 'uriEnv': 'SHOP' } }, 'order': { 'from'",
        u"/tables/orders: "_s);
}

void MappingTest::namesThePlaceOfEachMistake()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, said);
    QByteArray json = smallMapping();
    const qsizetype at = json.indexOf(from);
    QVERIFY(at >= 0);
    json.replace(at, from.size(), to);
    const auto mapping = parseMapping(json);
    QVERIFY(!mapping);
    QCOMPARE(mapping.error().kind, Failure::Invalid);
    QVERIFY2(mapping.error().text.contains(said), qPrintable(mapping.error().text));
}

void MappingTest::everyBuiltInMappingIsRight()
{
    const QStringList names = builtInMappings();
    QVERIFY(names.contains(u"olist"_s));
    for (const QString& name : names) {
        const auto json = findMapping(name);
        QVERIFY(json);
        const auto mapping = parseMapping(json.value());
        QVERIFY2(mapping, mapping ? "" : qPrintable(name + u": "_s + mapping.error().text));
        QCOMPARE(mapping.value().name, name);
    }
}

void MappingTest::findsAMappingByNameOrPath()
{
    QVERIFY(findMapping(u"olist"_s));
    const auto missing = findMapping(u"olyst"_s);
    QVERIFY(!missing);
    QVERIFY2(missing.error().text.contains(u"\"olist\""_s), qPrintable(missing.error().text));
    QVERIFY(findMapping(u":/mappings/olist.json"_s));
}

void MappingTest::readsDecimalsExactly_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); // empty: refused
    const auto row = [](const QString& text, const QString& expected) {
        QTest::newRow(qPrintable(text.isEmpty() ? u"empty"_s : text)) << text << expected;
    };
    row(u"99.9"_s, u"99.9"_s);
    row(u"0.10"_s, u"0.10"_s);
    row(u"-3.00"_s, u"-3.00"_s);
    row(u"007"_s, u"7"_s);
    row(u"0.005"_s, u"0.005"_s);
    row(u"123456789012345678"_s, u"123456789012345678"_s);
    row(u"1234567890123456789"_s, {});
    row({}, {});
    row(u"-"_s, {});
    row(u"."_s, {});
    row(u"1."_s, {});
    row(u".5"_s, {});
    row(u"1.2.3"_s, {});
    row(u"1,5"_s, {});
    row(u"1e3"_s, {});
    row(u"+1"_s, {});
    row(u"NaN"_s, {});
    row(u"٣"_s, {});
}

void MappingTest::readsDecimalsExactly()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const auto value = Decimal::parse(text);
    QCOMPARE(value.has_value(), !expected.isEmpty());
    if (value)
        QCOMPARE(value->toString(), expected);
}

void MappingTest::addsDecimalsExactly()
{
    Decimal sum;
    for (int i = 0; i < 10; ++i)
        sum = sum.plus(*Decimal::parse(u"0.1")).value();
    QCOMPARE(sum.toString(), u"1.0"_s);
    QCOMPARE(Decimal::parse(u"10")->minus(*Decimal::parse(u"0.05"))->toString(), u"9.95"_s);
    QVERIFY(Decimal::parse(u"0.06")->isGreaterThan(*Decimal::parse(u"0.05")));
    QVERIFY(!Decimal::parse(u"0.050")->isGreaterThan(*Decimal::parse(u"0.05")));
    QVERIFY(!Decimal::parse(u"999999999999999999")->plus(*Decimal::parse(u"0.01")));
}

void MappingTest::readsLocalTimes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("expected"); // empty: refused
    QTest::addColumn<QString>("note");
    const QString brazil = u"America/Sao_Paulo"_s;
    const QString berlin = u"Europe/Berlin"_s;
    QTest::newRow("winter in Brazil") << u"2017-07-09 21:57:05"_s << brazil << u"2017-07-10T00:57:05Z"_s << QString();
    QTest::newRow("summer in Brazil") << u"2017-12-09 21:57:05"_s << brazil << u"2017-12-09T23:57:05Z"_s << QString();
    QTest::newRow("clocks set back in Brazil")
        << u"2017-02-18 23:41:47"_s << brazil << u"2017-02-19T01:41:47Z"_s << u"ambiguous"_s;
    QTest::newRow("clocks set forward in Brazil")
        << u"2017-10-15 00:30:00"_s << brazil << u"2017-10-15T03:30:00Z"_s << u"skipped"_s;
    QTest::newRow("clocks set back in Berlin")
        << u"2026-10-25T02:30:00"_s << berlin << u"2026-10-25T00:30:00Z"_s << u"ambiguous"_s;
    QTest::newRow("clocks set forward in Berlin")
        << u"2026-03-29T02:30:00"_s << berlin << u"2026-03-29T01:30:00Z"_s << u"skipped"_s;
    QTest::newRow("fraction") << u"2018-01-01 00:00:00.120"_s << u"UTC"_s << u"2018-01-01T00:00:00.12Z"_s << QString();
    QTest::newRow("microseconds") << u"2018-01-01 00:00:00.123456"_s << u"UTC"_s << u"2018-01-01T00:00:00.123456Z"_s
                                  << QString();
    QTest::newRow("no seconds") << u"2018-01-01 10:30"_s << u"UTC"_s << u"2018-01-01T10:30:00Z"_s << QString();
    for (const QString& bad : {u"2018-02-30 10:00:00"_s, u"10000-01-01 00:00:00"_s, u"1999-12-31 00:00:00"_s,
             u"2018-01-01"_s, u"2018-01-01 24:00:00"_s, u"2018-01-01 10:60:00"_s, u"2018-01-01 10:00:00Z"_s,
             u"01.02.2018 10:00"_s, u"yesterday"_s, u"2018-01-01 10:00:00."_s, u"infinity"_s})
        QTest::newRow(qPrintable(bad)) << bad << u"UTC"_s << QString() << QString();
}

void MappingTest::readsLocalTimes()
{
    QFETCH(QString, text);
    QFETCH(QString, zone);
    QFETCH(QString, expected);
    QFETCH(QString, note);
    const auto time = parseLocalTime(text, QTimeZone(zone.toLatin1()));
    QCOMPARE(time.has_value(), !expected.isEmpty());
    if (!time)
        return;
    QCOMPARE(time->toString(), expected);
    QCOMPARE(time->ambiguous, note == u"ambiguous"_s);
    QCOMPARE(time->skipped, note == u"skipped"_s);
}

void MappingTest::readsTimesWithAZone_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); // empty: refused
    QTest::newRow("UTC") << u"2018-08-01T10:00:00Z"_s << u"2018-08-01T10:00:00Z"_s;
    QTest::newRow("as PostgreSQL writes it") << u"2018-08-01 10:00:00.5+02"_s << u"2018-08-01T08:00:00.5Z"_s;
    QTest::newRow("west") << u"2018-08-01T10:00:00-03:30"_s << u"2018-08-01T13:30:00Z"_s;
    QTest::newRow("four digits") << u"2018-08-01T10:00:00+0530"_s << u"2018-08-01T04:30:00Z"_s;
    QTest::newRow("no zone") << u"2018-08-01T10:00:00"_s << QString();
    QTest::newRow("text behind it") << u"2018-08-01T10:00:00Z now"_s << QString();
}

void MappingTest::readsTimesWithAZone()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const auto time = parseZonedTime(text);
    QCOMPARE(time ? time->toString() : QString(), expected);
}

SIGNALBOX_TEST(MappingTest)
#include "tst_mapping.moc"
