// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/import/builtinmappings.h"
#include "app/ctl/import/csvsource.h"
#include "app/ctl/import/importer.h"
#include "app/ctl/import/mappingparser.h"
#include "tests/support/markedwords.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// Keeps what an import sends; refuses from a given batch on, as a lost server does.
class FakeSink final : public ImportSink
{
public:
    std::optional<Error> putChannel(const QByteArray& definition) override
    {
        channel = definition;
        return std::nullopt;
    }
    Outcome<qint64> progress(const QString& importer) override { return done.value(importer, 0); }
    Outcome<IngestResult> store(const IngestBatch& batch) override
    {
        if (batches++ == refuseFrom)
            return Error{Failure::Connection, u"lost"_s, {}, {}};
        IngestResult result;
        const QJsonArray list = QJsonDocument::fromJson(batch.events).array();
        for (const auto value : list) {
            const QJsonObject event = value.toObject();
            const QString id = event.value(u"id"_s).toString();
            ++result.counts.received;
            ++(known.contains(id) ? result.counts.duplicates : result.counts.accepted);
            known.insert(id);
            events.append(event);
        }
        unreadable += batch.unreadable;
        done.insert(batch.importer, batch.done);
        return result;
    }
    QJsonObject event(const QString& idStart) const
    {
        for (const QJsonObject& candidate : events) {
            if (candidate.value(u"id"_s).toString().startsWith(idStart))
                return candidate;
        }
        return {};
    }

    QByteArray channel;
    QList<QJsonObject> events;
    QSet<QString> known;
    QList<UnreadableItem> unreadable;
    QHash<QString, qint64> done;
    int batches = 0;
    int refuseFrom = -1;
};

static QByteArray mappingJson()
{
    return R"({
  "mapping": "shop", "version": 1, "title": "Shop", "eventSource": "/import/shop", "zone": "Europe/Berlin",
  "channel": { "channel": "shop", "title": "Shop", "process": "ship_to_home" },
  "tables": {
    "orders": { "file": "orders.csv", "key": "id", "columns": {
      "id": { "type": "text", "required": true }, "placed": { "type": "localTime", "required": true },
      "shipped": { "type": "localTime" }, "currency": { "type": "text" }, "state": { "type": "text" } } },
    "items": { "file": "items.csv", "join": { "on": "order", "with": "orders.id" }, "columns": {
      "order": { "type": "text", "required": true }, "line": { "type": "integer" }, "sku": { "type": "text" },
      "price": { "type": "decimal", "required": true } } },
    "products": { "file": "products.csv", "join": { "on": "sku", "with": "items.sku" }, "columns": {
      "sku": { "type": "text", "required": true }, "name": { "type": "text" } } },
    "parcels": { "file": "parcels.csv", "join": { "on": "order", "with": "orders.id" }, "columns": {
      "order": { "type": "text", "required": true }, "parcel": { "type": "text" }, "delivered": { "type": "date" } } }
  },
  "order": { "from": "orders", "key": "S-{id}", "number": "{id}", "currency": "{currency}",
             "total": { "sum": ["items.price"] }, "placedAt": "placed", "attributes": { "state": "{state}" } },
  "lines": { "from": "items", "line": "{line}", "sku": "{sku}", "title": "{products.name|sku}", "quantity": "1", "unitPrice": "price" },
  "refs": [ { "from": "parcels", "system": "carrier", "type": "parcel", "id": "{parcel}" } ],
  "milestones": [
    { "step": "shipment_confirmation", "time": "shipped" },
    { "from": "parcels", "step": "delivery_confirmation", "scope": "shipment/{parcel}", "time": "delivered" },
    { "fact": "cancelled", "time": { "latest": ["placed", "shipped"] }, "when": { "state": ["cancelled"] }, "message": "no time" }
  ],
  "checks": [
    { "finding": "shipped_first", "text": "Shipped before it was placed", "before": ["shipped", "placed"] },
    { "finding": "no_parcel", "text": "Shipped without a parcel", "noRowsIn": "parcels", "when": { "state": ["shipped"] } },
    { "finding": "unknown_state", "text": "A state that nobody knows", "unlike": { "state": ["", "shipped", "cancelled"] } }
  ]
})";
}

class ImportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void makesEventsOfJoinedRows();
    void setsBadRowsAsideAndGoesOn_data();
    void setsBadRowsAsideAndGoesOn();
    void countsFindings();
    void goesOnWhereItWasInterrupted();
    void secondRunSendsNothing();
    void startingOverGivesTheSameIds();
    void aChangedRowGetsAnotherId();
    void aTotalThatLacksARowIsNotStated();
    void saysWhichColumnAFileLacks();
    void readsAnotherFormOfCsv();
    void olistComesOutAsKnown();
    void olistRowsBecomeTheseEvents();

private:
    void write(const QString& name, const QByteArray& content);
    Outcome<ImportReport> run(FakeSink& sink, bool startOver = false, const QByteArray& json = mappingJson());
    static QString olistFolder();

    std::unique_ptr<QTemporaryDir> m_folder;
};

void ImportTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    write(u"orders.csv"_s,
        "id,placed,shipped,currency,state\n1,2026-01-05 10:00:00,2026-01-06 09:00:00,EUR,shipped\n2,2026-07-01 08:00:00,,EUR,cancelled\n");
    write(u"items.csv"_s, "order,line,sku,price\n1,1,A,19.90\n1,2,B,0.10\n2,1,C,5\n");
    write(u"products.csv"_s, "sku,name\nA,Apple\n");
    write(u"parcels.csv"_s, "order,parcel,delivered\n1,P1,2026-01-08\n1,P2,\n");
}

void ImportTest::write(const QString& name, const QByteArray& content)
{
    QFile file(m_folder->filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

Outcome<ImportReport> ImportTest::run(FakeSink& sink, bool startOver, const QByteArray& json)
{
    const auto mapping = parseMapping(json);
    if (!mapping)
        return mapping.error();
    CsvSource source(mapping.value(), m_folder->path());
    Importer importer(mapping.value(), source, sink);
    if (startOver)
        importer.startOver();
    return importer.run([](double, qint64) { return true; });
}

void ImportTest::makesEventsOfJoinedRows()
{
    FakeSink sink;
    const auto report = run(sink);
    QVERIFY2(report, report ? "" : qPrintable(report.error().text));
    QCOMPARE(report.value().orders, 2);
    QCOMPARE(sink.events.size(), 5);
    QCOMPARE(QJsonDocument::fromJson(sink.channel).object().value(u"process"_s).toString(), u"ship_to_home"_s);
    const QJsonObject captured = sink.event(u"S-1/order_captured/"_s);
    QCOMPARE(captured.value(u"type"_s).toString(), u"com.signalbox.order.order_captured.v1"_s);
    QCOMPARE(captured.value(u"subject"_s).toString(), u"order/S-1"_s);
    QCOMPARE(captured.value(u"time"_s).toString(), u"2026-01-05T09:00:00Z"_s);
    const QJsonObject data = captured.value(u"data"_s).toObject();
    QCOMPARE(data.value(u"order"_s).toObject().value(u"total"_s).toString(), u"20.00"_s);
    const QJsonArray lines = data.value(u"lines"_s).toArray();
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines.at(0).toObject().value(u"title"_s).toString(), u"Apple"_s);
    QCOMPARE(lines.at(1).toObject().value(u"title"_s).toString(), u"B"_s);
    QCOMPARE(lines.at(1).toObject().value(u"unitPrice"_s).toString(), u"0.10"_s);
    QCOMPARE(data.value(u"refs"_s).toArray().size(), 2);
    const QJsonObject delivered = sink.event(u"S-1/delivery_confirmation@shipment/P1/"_s);
    QCOMPARE(delivered.value(u"data"_s).toObject().value(u"scope"_s).toString(), u"shipment/P1"_s);
    QCOMPARE(delivered.value(u"time"_s).toString(), u"2026-01-07T23:00:00Z"_s);
    const QJsonObject cancelled = sink.event(u"S-2/cancelled/"_s);
    QCOMPARE(cancelled.value(u"type"_s).toString(), u"com.signalbox.order.cancelled.v1"_s);
    QCOMPARE(cancelled.value(u"time"_s).toString(), u"2026-07-01T06:00:00Z"_s);
}

void ImportTest::setsBadRowsAsideAndGoesOn_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("line"); // added at the end of the file
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("said"); // in the report
    const QString orders = u"orders.csv"_s;
    QTest::newRow("no number") << orders << QByteArray(",2026-01-05 10:00:00,,EUR,x") << u"missing_value"_s
                               << u"line 4, column id"_s;
    QTest::newRow("no time") << orders << QByteArray("3,,,EUR,x") << u"missing_value"_s << u"line 4, column placed"_s;
    QTest::newRow("year 10000") << orders << QByteArray("3,10000-01-05 10:00:00,,EUR,x") << u"bad_time"_s
                                << u"line 4, column placed"_s;
    QTest::newRow("31 February") << orders << QByteArray("3,2026-01-05 10:00:00,2026-02-31 00:00:00,EUR,x")
                                 << u"bad_time"_s << u"line 4, column shipped"_s;
    QTest::newRow("unknown currency") << orders << QByteArray("9,2026-01-05 10:00:00,,XYZ,x") << u"unknown_currency"_s
                                      << u"orders.csv, line 4, column currency"_s;
    QTest::newRow("duplicate key") << orders << QByteArray("1,2026-01-05 10:00:00,,EUR,x") << u"duplicate_key"_s
                                   << u"in line 2 already"_s;
    QTest::newRow("order without an amount") << orders << QByteArray("4,2026-01-05 10:00:00,,EUR,x")
                                             << u"missing_value"_s << u"line 4: There is no amount"_s;
    QTest::newRow("invalid UTF-8") << orders << QByteArray("3,2026-01-05 10:00:00,,EUR,\xFE") << u"invalid_utf8"_s
                                   << u"line 4, column state"_s;
    QTest::newRow("too few columns") << orders << QByteArray("3,2026-01-05 10:00:00") << u"too_few_columns"_s
                                     << u"line 4"_s;
    const QString items = u"items.csv"_s;
    QTest::newRow("price that is no number")
        << items << QByteArray("1,3,D,free") << u"bad_decimal"_s << u"line 5, column price"_s;
    QTest::newRow("price with an exponent")
        << items << QByteArray("1,3,D,1e3") << u"bad_decimal"_s << u"line 5, column price"_s;
    QTest::newRow("half a line number") << items << QByteArray("1,1.5,D,1") << u"bad_integer"_s
                                        << u"line 5, column line"_s;
    QTest::newRow("line there twice") << items << QByteArray("1,2,D,1") << u"duplicate_key"_s << u"items.csv, line 5"_s;
    QTest::newRow("no such order") << items << QByteArray("77,1,D,1") << u"no_order"_s
                                   << u"items.csv, line 5, column order"_s;
    QTest::newRow("negative total") << items << QByteArray("2,2,D,-50") << u"negative_amount"_s
                                    << u"items.csv, line 5, column price"_s;
    QTest::newRow("more decimals than cents")
        << items << QByteArray("2,2,D,0.001") << u"bad_amount"_s << u"items.csv, line 5, column price"_s;
}

void ImportTest::setsBadRowsAsideAndGoesOn()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, line);
    QFETCH(QString, code);
    QFETCH(QString, said);
    QFile old(m_folder->filePath(file));
    QVERIFY(old.open(QIODevice::Append));
    old.write(line + "\n");
    old.close();
    write(u"items.csv"_s, file == u"items.csv"_s ? [&] { QFile f(m_folder->filePath(file)); return f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray(); }()
                                                 : QByteArray("order,line,sku,price\n1,1,A,19.90\n1,2,B,0.10\n2,1,C,5\n3,1,D,1\n9,1,D,1\n"));
    FakeSink sink;
    const auto report = run(sink);
    QVERIFY2(report, report ? "" : qPrintable(report.error().text));
    const QStringList codes = report.value().setAsideByCode.keys();
    QVERIFY2(codes.contains(code), qPrintable(codes.join(u',')));
    QString words;
    bool kept = false;
    for (const SetAside& item : report.value().setAside)
        words += item.inWords() + u'\n';
    QVERIFY2(words.contains(said), qPrintable(words));
    const MarkedWords marked({u"RejectionReason"_s, u"Money"_s});
    for (const SetAside& item : report.value().setAside) // in English it is kept, in the person's language it is said
        QVERIFY2(!item.reason.contains(u'~') && item.inWords().contains(u'~'), qPrintable(item.inWords()));
    for (const UnreadableItem& item : std::as_const(sink.unreadable))
        kept = kept || (item.code == code && !item.raw.isEmpty());
    QVERIFY(kept);
    QVERIFY(!sink.event(u"S-1/order_captured/"_s).isEmpty());
}

void ImportTest::countsFindings()
{
    write(u"orders.csv"_s,
        "id,placed,shipped,currency,state\n1,2026-01-05 10:00:00,2026-01-04 09:00:00,EUR,shipped\n2,2026-07-01 08:00:00,2026-07-02 08:00:00,EUR,shipped\n3,2026-07-01 08:00:00,,EUR,lost\n");
    write(u"items.csv"_s, "order,line,sku,price\n1,1,A,19.90\n2,1,C,5\n3,1,D,1\n");
    FakeSink sink;
    const auto report = run(sink);
    QVERIFY(report);
    QCOMPARE(report.value().findings.size(), 3);
    QCOMPARE(report.value().findings.at(0).orders, 1);
    QCOMPARE(report.value().findings.at(0).examples, QStringList{u"S-1"_s});
    QCOMPARE(report.value().findings.at(1).examples, QStringList{u"S-2"_s});
    QCOMPARE(report.value().findings.at(2).examples, QStringList{u"S-3"_s});
    const QJsonObject data = sink.event(u"S-2/order_captured/"_s).value(u"data"_s).toObject();
    QCOMPARE(data.value(u"findings"_s).toArray(), QJsonArray{u"no_parcel"_s});
}

void ImportTest::goesOnWhereItWasInterrupted()
{
    QByteArray orders("id,placed,shipped,currency,state\n");
    QByteArray items("order,line,sku,price\n");
    for (int i = 0; i < 1700; ++i) {
        orders += QByteArray::number(i) + ",2026-01-05 10:00:00,,EUR,x\n";
        items += QByteArray::number(i) + ",1,A,1.00\n";
    }
    write(u"orders.csv"_s, orders);
    write(u"items.csv"_s, items + "nobody,1,A,1.00\n");
    write(u"parcels.csv"_s, "order,parcel,delivered\n");
    FakeSink sink;
    sink.refuseFrom = 2;
    const auto first = run(sink);
    QVERIFY(!first);
    QCOMPARE(first.error().kind, Failure::Connection);
    QCOMPARE(sink.events.size(), 1000);
    const auto second = run(sink);
    QVERIFY2(second, second ? "" : qPrintable(second.error().text));
    QCOMPARE(sink.events.size(), 1700);
    QCOMPARE(sink.known.size(), 1700);
    QCOMPARE(second.value().storedBefore, 1000);
    QCOMPARE(second.value().counts.accepted, 700);
    QCOMPARE(second.value().counts.duplicates, 0);
    QVERIFY(second.value().setAsideByCode.contains(u"no_order"_s));
}

void ImportTest::secondRunSendsNothing()
{
    FakeSink sink;
    QVERIFY(run(sink));
    const int batches = sink.batches;
    const auto again = run(sink);
    QVERIFY(again);
    QCOMPARE(sink.batches, batches);
    QCOMPARE(again.value().orders, 2);
    QCOMPARE(again.value().storedBefore, 5);
}

void ImportTest::startingOverGivesTheSameIds()
{
    FakeSink sink;
    QVERIFY(run(sink));
    const auto again = run(sink, true);
    QVERIFY(again);
    QCOMPARE(again.value().counts.accepted, 0);
    QCOMPARE(again.value().counts.duplicates, 5);
}

void ImportTest::aChangedRowGetsAnotherId()
{
    FakeSink sink;
    QVERIFY(run(sink));
    write(u"orders.csv"_s,
        "id,placed,shipped,currency,state\n1,2026-01-05 10:00:00,2026-01-07 09:00:00,EUR,shipped\n2,2026-07-01 08:00:00,,EUR,cancelled\n");
    const auto again = run(sink);
    QVERIFY(again);
    QCOMPARE(again.value().counts.accepted, 1);
    QCOMPARE(again.value().counts.duplicates, 4);
}

void ImportTest::aTotalThatLacksARowIsNotStated()
{
    write(u"items.csv"_s, "order,line,sku,price\n1,1,A,19.90\n1,2,B,abc\n2,1,C,5\n");
    FakeSink sink;
    QVERIFY(run(sink));
    const auto total = [&sink](const QString& idStart) {
        return sink.event(idStart)
            .value(u"data"_s)
            .toObject()
            .value(u"order"_s)
            .toObject()
            .value(u"total"_s)
            .toString();
    };
    QVERIFY(!sink.event(u"S-1/order_captured/"_s).isEmpty());
    QCOMPARE(total(u"S-1/order_captured/"_s), QString());
    QCOMPARE(total(u"S-2/order_captured/"_s), u"5.00"_s);
}

void ImportTest::saysWhichColumnAFileLacks()
{
    write(u"items.csv"_s, "order,line,sku,prize\n1,1,A,19.90\n");
    FakeSink sink;
    const auto report = run(sink);
    QVERIFY(!report);
    QCOMPARE(report.error().kind, Failure::Invalid);
    QVERIFY2(report.error().text.contains(u"items.csv"_s) && report.error().text.contains(u"\"price\""_s)
            && report.error().text.contains(u"\"prize\""_s),
        qPrintable(report.error().text));
    QCOMPARE(sink.batches, 0);
    QVERIFY(QFile::remove(m_folder->filePath(u"items.csv"_s)));
    const auto missing = run(sink);
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, Failure::NotFound);
}

void ImportTest::readsAnotherFormOfCsv()
{
    QByteArray json = mappingJson();
    json.replace(R"("tables": {)", R"("source": { "csv": { "delimiter": ";", "decimalPoint": "," } }, "tables": {)");
    const QStringList names = QDir(m_folder->path()).entryList(QDir::Files);
    for (const QString& name : names) {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll().replace(',', ';').replace("19.90", "19,90").replace("0.10", "0,10");
        file.close();
        write(name, content);
    }
    FakeSink sink;
    const auto report = run(sink, false, json);
    QVERIFY2(report, report ? "" : qPrintable(report.error().text));
    const QJsonObject order
        = sink.event(u"S-1/order_captured/"_s).value(u"data"_s).toObject().value(u"order"_s).toObject();
    QCOMPARE(order.value(u"total"_s).toString(), u"20.00"_s);
}

QString ImportTest::olistFolder()
{
    const QString folder = QDir::cleanPath(QStringLiteral(SIGNALBOX_SOURCE_DIR) + u"/../shared/data/olist"_s);
    if (!QDir(folder).exists())
        qInfo("The Olist data is not beside the sources (%s): nothing to compare with.", qPrintable(folder));
    return QDir(folder).exists() ? folder : QString();
}

void ImportTest::olistComesOutAsKnown()
{
    const QString folder = olistFolder();
    if (folder.isEmpty())
        return;
    const auto mapping = parseMapping(findMapping(u"olist"_s).value());
    QVERIFY(mapping);
    CsvSource source(mapping.value(), folder);
    FakeSink sink;
    Importer importer(mapping.value(), source, sink);
    const auto report = importer.run([](double, qint64) { return true; });
    QVERIFY2(report, report ? "" : qPrintable(report.error().text));
    QCOMPARE(report.value().setAsideCount, 0);
    QCOMPARE(report.value().orders, 8135);
    QCOMPARE(report.value().sources.at(1).rows, 8365);
    QCOMPARE(report.value().sources.at(2).rows, 8924);
    QMap<QString, qint64> findings;
    for (const FindingCount& finding : report.value().findings)
        findings.insert(finding.finding, finding.orders);
    const QMap<QString, qint64> known{{u"no_items"_s, 775}, {u"carrier_before_approval"_s, 77},
        {u"delivered_before_carrier"_s, 3}, {u"delivered_without_date"_s, 8}, {u"no_approval"_s, 146},
        {u"later_than_promised"_s, 415}, {u"amounts_differ"_s, 22}, {u"unknown_status"_s, 0}};
    QCOMPARE(findings, known);
    QMap<QString, int> states;
    QMap<QString, int> payments;
    for (const QJsonObject& event : std::as_const(sink.events)) {
        const QJsonObject data = event.value(u"data"_s).toObject();
        if (event.value(u"type"_s).toString() != u"com.signalbox.order.order_captured.v1"_s)
            continue;
        ++states[data.value(u"attributes"_s).toObject().value(u"status"_s).toString()];
        const QJsonArray list = data.value(u"details"_s).toObject().value(u"payments"_s).toArray();
        for (const auto payment : list)
            ++payments[payment.toObject().value(u"type"_s).toString()];
    }
    const QMap<QString, int> knownStates{{u"delivered"_s, 5172}, {u"shipped"_s, 1107}, {u"canceled"_s, 625},
        {u"unavailable"_s, 609}, {u"invoiced"_s, 314}, {u"processing"_s, 301}, {u"created"_s, 5}, {u"approved"_s, 2}};
    QCOMPARE(states, knownStates);
    const QMap<QString, int> knownPayments{{u"credit_card"_s, 6255}, {u"boleto"_s, 1580}, {u"voucher"_s, 964},
        {u"debit_card"_s, 122}, {u"not_defined"_s, 3}};
    QCOMPARE(payments, knownPayments);
    QCOMPARE(sink.known.size(), sink.events.size());
}

void ImportTest::olistRowsBecomeTheseEvents()
{
    const QString folder = olistFolder();
    if (folder.isEmpty())
        return;
    const auto mapping = parseMapping(findMapping(u"olist"_s).value());
    QVERIFY(mapping);
    CsvSource source(mapping.value(), folder);
    FakeSink sink;
    Importer importer(mapping.value(), source, sink);
    QVERIFY(importer.run([](double, qint64) { return true; }));
    const QString key = u"olist-a4591c265e18cb1dcee52889e2d8acc3"_s;
    const QJsonObject captured = sink.event(key + u"/order_captured/"_s);
    QCOMPARE(captured.value(u"time"_s).toString(), u"2017-07-10T00:57:05Z"_s);
    const QJsonObject order = captured.value(u"data"_s).toObject().value(u"order"_s).toObject();
    QCOMPARE(order.value(u"channel"_s).toString(), u"olist"_s);
    QCOMPARE(order.value(u"currency"_s).toString(), u"BRL"_s);
    QCOMPARE(order.value(u"promisedAt"_s).toString(), u"2017-08-01T03:00:00Z"_s);
    QCOMPARE(sink.event(key + u"/payment_authorization/"_s).value(u"time"_s).toString(), u"2017-07-10T01:10:13Z"_s);
    QCOMPARE(sink.event(key + u"/shipment_confirmation/"_s).value(u"time"_s).toString(), u"2017-07-11T17:58:04Z"_s);
    QCOMPARE(sink.event(key + u"/delivery_confirmation/"_s).value(u"time"_s).toString(), u"2017-07-26T13:57:55Z"_s);
    const QJsonObject ambiguous = sink.event(u"olist-fc8121263d345c1d739f85edda7be0cb/order_captured/"_s);
    QCOMPARE(ambiguous.value(u"time"_s).toString(), u"2017-02-19T01:41:47Z"_s);
}

SIGNALBOX_TEST(ImportTest)
#include "tst_import.moc"
