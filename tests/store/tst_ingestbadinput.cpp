// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/rejectionreason.h"
#include "models/store/pgordersource.h"
#include "tests/support/integrationdatabase.h"
#include "tests/support/markedwords.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"
#include "tests/support/verifyoutcome.h"

#include <QJsonDocument>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace {

QString jsonTextOf(const QJsonValue& value)
{
    const QString list = QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
    return list.sliced(1, list.size() - 2);
}

QByteArray batchOf(const QStringList& events)
{
    return QString(u'[' + events.join(u',') + u']').toUtf8();
}

/// Letters that do not compress.
QString letters(int count)
{
    QRandomGenerator random(7);
    QString text;
    for (int i = 0; i < count; ++i)
        text += QChar(random.bounded(0x4E00, 0x9F00));
    return text;
}

const QString captured = u"com.signalbox.order.order_captured.v1"_s;

} // namespace

class TestIngestBadInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        SIGNALBOX_REQUIRE(m_server);
        m_database = std::make_unique<IntegrationDatabase>(m_server.freshDatabase());
    }

    void isSetAside_data()
    {
        QTest::addColumn<QString>(
            "event"); // whole, or what to change in a good one: "name=value" with value as JSON, or "-name"
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const QString& event, const char* code, const QString& says) {
            QTest::newRow(name) << event << QString::fromLatin1(code) << says;
        };
        const QString noObject = u"an event must be an object"_s;
        row("an array", u"[]"_s, "wrong_type", noObject);
        row("a text", u"\"x\""_s, "wrong_type", noObject);
        row("a number", u"5"_s, "wrong_type", noObject);
        row("null", u"null"_s, "wrong_type", noObject);
        row("true", u"true"_s, "wrong_type", noObject);
        row("an empty object", u"{}"_s, "specversion", u"/specversion"_s);

        row("specversion missing", u"-specversion"_s, "specversion", u"/specversion"_s);
        row("specversion 0.3", u"specversion=\"0.3\""_s, "specversion", u"/specversion"_s);
        row("specversion a number", u"specversion=1.0"_s, "specversion", u"/specversion"_s);
        for (const char* name : {"id", "source"}) {
            const QString field = QString::fromLatin1(name);
            const auto each = [&](const char* what, const QString& event) {
                row(qPrintable(field + u' ' + QLatin1StringView(what)), event, name, u'/' + field);
            };
            each("missing", u'-' + field);
            each("empty", field + u"=\"\""_s);
            each("null", field + u"=null"_s);
            each("a number", field + u"=5"_s);
            each("an object", field + u"={}"_s);
            each("too long", field + u"=\""_s + QString(501, u'x') + u'"');
        }
        row("type missing", u"-type"_s, "type", u"/type"_s);
        row("type a number", u"type=5"_s, "type", u"/type"_s);
        row("type unknown", u"type=\"com.example.nothing.v1\""_s, "unknown_type",
            u"/type: no process knows the event type \"com.example.nothing.v1\""_s);
        row("type empty", u"type=\"\""_s, "unknown_type", u"/type"_s);
        row("subject missing", u"-subject"_s, "subject", u"/subject"_s);
        row("subject of something else", u"subject=\"customer/1\""_s, "subject", u"/subject"_s);
        row("subject without a key", u"subject=\"order/\""_s, "subject", u"/subject"_s);
        row("subject too long", u"subject=\"order/"_s + QString(201, u'x') + u'"', "subject", u"/subject"_s);
        row("subject a number", u"subject=7"_s, "subject", u"/subject"_s);

        row("time missing", u"-time"_s, "missing", u"/time is missing"_s);
        row("time null", u"time=null"_s, "missing", u"/time is missing"_s);
        row("time in the future",
            u"time=\""_s + QDateTime::currentDateTimeUtc().addDays(2).toString(Qt::ISODate) + u'"', "future",
            u"/time"_s);
        const QList<std::pair<const char*, QString>> times{{"without zone", u"\"2018-03-05T10:00:00\""_s},
            {"31 February", u"\"2018-02-31T10:00:00Z\""_s}, {"29 February", u"\"2018-02-29T10:00:00Z\""_s},
            {"31 April", u"\"2018-04-31T10:00:00+01:00\""_s}, {"year 10000", u"\"10000-01-01T10:00:00Z\""_s},
            {"year 9999", u"\"9999-01-01T10:00:00Z\""_s}, {"year 1999", u"\"1999-12-31T23:59:59Z\""_s},
            {"month 13", u"\"2018-13-05T10:00:00Z\""_s}, {"month 0", u"\"2018-00-05T10:00:00Z\""_s},
            {"hour 24", u"\"2018-03-05T24:00:00Z\""_s}, {"hour 25", u"\"2018-03-05T25:00:00Z\""_s},
            {"minute 60", u"\"2018-03-05T10:60:00Z\""_s}, {"a number", u"1520244000"_s}, {"a day", u"\"2018-03-05\""_s},
            {"a word", u"\"yesterday\""_s}, {"infinity", u"\"infinity\""_s}, {"now", u"\"now\""_s},
            {"empty", u"\"\""_s}, {"zone of 23 hours", u"\"2018-03-05T10:00:00+23:00\""_s},
            {"zone of 99 hours", u"\"2018-03-05T10:00:00+99:00\""_s}, {"PM", u"\"2018-03-05T10:00:00 PM Z\""_s},
            {"BC", u"\"2018-03-05T10:00:00BCZ\""_s}, {"zone by name", u"\"2018-03-05T10:00:00 CET\""_s},
            {"a space in it", u"\"2018-03- 5T10:00:00Z\""_s}, {"an object", u"{}"_s}};
        for (const auto& [name, time] : times)
            row(qPrintable(u"time "_s + QLatin1StringView(name)), u"time="_s + time, "bad_time", u"/time \""_s);

        row("data an array", u"data=[1]"_s, "wrong_type", u"/data must be an object"_s);
        row("data a text", u"data=\"order\""_s, "wrong_type", u"/data must be an object"_s);
        row("message a number", uR"(data={"message":5})"_s, "wrong_type", u"/data/message"_s);
        row("order an array", uR"(data={"order":[]})"_s, "wrong_type", u"/data/order must be an object"_s);
        row("order a text", uR"(data={"order":"1"})"_s, "wrong_type", u"/data/order must be an object"_s);
        row("number a number", uR"(data={"order":{"number":10412}})"_s, "wrong_type", u"/data/order/number"_s);
        row("number empty", uR"(data={"order":{"number":""}})"_s, "empty", u"/data/order/number"_s);
        row("number too long", uR"(data={"order":{"number":"%1"}})"_s.arg(QString(201, u'x')), "too_long",
            u"/data/order/number"_s);
        row("channel empty", uR"(data={"order":{"channel":""}})"_s, "empty", u"/data/order/channel"_s);
        row("channel too long", uR"(data={"order":{"channel":"%1"}})"_s.arg(QString(65, u'x')), "too_long",
            u"/data/order/channel"_s);
        row("channel an object", uR"(data={"order":{"channel":{}}})"_s, "wrong_type", u"/data/order/channel"_s);
        row("customer an object", uR"(data={"order":{"customer":{"name":"Anna"}}})"_s, "wrong_type",
            u"/data/order/customer"_s);
        row("process unknown", uR"(data={"order":{"process":"teleport"}})"_s, "unknown_process", u"\"teleport\""_s);
        row("process of returns", uR"(data={"order":{"process":"return"}})"_s, "unknown_process",
            u"/data/order/process"_s);
        row("promised without zone", uR"(data={"order":{"promisedAt":"2018-03-05T10:00:00"}})"_s, "bad_time",
            u"/data/order/promisedAt"_s);
        row("promised on 31 February", uR"(data={"order":{"promisedAt":"2018-02-31T10:00:00Z"}})"_s, "bad_time",
            u"/data/order/promisedAt"_s);
        row("promised in a zone of 23 hours", uR"(data={"order":{"promisedAt":"2018-03-05T10:00:00+23:00"}})"_s,
            "bad_time", u"/data/order/promisedAt"_s);
        row("placed in the year 10000", uR"(data={"order":{"placedAt":"10000-03-05T10:00:00Z"}})"_s, "bad_time",
            u"/data/order/placedAt"_s);
        row("currency unknown", uR"(data={"order":{"currency":"EURO"}})"_s, "unknown_currency", u"\"EURO\""_s);
        row("currency in small letters", uR"(data={"order":{"currency":"eur"}})"_s, "unknown_currency",
            u"/data/order/currency"_s);
        row("currency a number", uR"(data={"order":{"currency":978}})"_s, "wrong_type", u"/data/order/currency"_s);
        const auto total = [&row](const char* name, const QString& currency, const QString& amount, const char* code) {
            row(name, uR"(data={"order":{"currency":"%1","total":%2}})"_s.arg(currency, amount), code,
                u"/data/order/total"_s);
        };
        const auto refund = [&row](const char* name, const QString& value, const char* code, const QString& place) {
            row(name, uR"(data={"scope":"return/R1","refund":%1})"_s.arg(value), code, place);
        };
        refund("refund a number", u"5"_s, "wrong_type", u"/data/refund"_s);
        refund("refund negative", uR"({"amount":"-1.00","currency":"EUR"})"_s, "negative_amount",
            u"/data/refund/amount"_s);
        refund("refund a word", uR"({"amount":"all","currency":"EUR"})"_s, "bad_amount", u"/data/refund/amount"_s);
        refund("refund with decimals of yen", uR"({"amount":"1.5","currency":"JPY"})"_s, "bad_amount",
            u"/data/refund/amount"_s);
        refund("refund of no currency", uR"({"amount":"1.50"})"_s, "missing", u"/data/refund/currency"_s);
        refund("refund of an unknown currency", uR"({"amount":"1.50","currency":"EURO"})"_s, "unknown_currency",
            u"/data/refund/currency"_s);
        total("total negative", u"EUR"_s, u"\"-1.00\""_s, "negative_amount");
        total("total negative, a number", u"EUR"_s, u"-1"_s, "negative_amount");
        total("total with three decimals", u"EUR"_s, u"\"1.234\""_s, "bad_amount");
        total("total with decimals of yen", u"JPY"_s, u"1.5"_s, "bad_amount");
        total("total with a comma", u"EUR"_s, u"\"1,50\""_s, "bad_amount");
        total("total a word", u"EUR"_s, u"\"a lot\""_s, "bad_amount");
        total("total empty", u"EUR"_s, u"\"\""_s, "bad_amount");
        total("total true", u"EUR"_s, u"true"_s, "bad_amount");
        total("total an object", u"EUR"_s, u"{}"_s, "bad_amount");
        total("total too large", u"EUR"_s, u"1e30"_s, "bad_amount");
        total("total not a number", u"EUR"_s, u"\"NaN\""_s, "bad_amount");
        total("total beyond 64 bits", u"CLF"_s, u"\"999999999999999\""_s, "bad_amount");
        row("total without currency", uR"(data={"order":{"total":"1.00"}})"_s, "missing", u"/data/order/currency"_s);
        row("refs an object", uR"(data={"refs":{}})"_s, "wrong_type", u"/data/refs must be an array"_s);
        row("refs null", uR"(data={"refs":null})"_s, "wrong_type", u"/data/refs must be an array"_s);
        row("the second reference without id",
            uR"(data={"refs":[{"system":"erp","type":"so","id":"1"},{"system":"erp","type":"so"}]})"_s, "bad_reference",
            u"/data/refs/1"_s);
        row("a reference that is a text", uR"(data={"refs":["4711"]})"_s, "bad_reference", u"/data/refs/0"_s);
        row("a reference too long",
            uR"(data={"refs":[{"system":"erp","type":"so","id":"%1"}]})"_s.arg(QString(500, u'x')), "bad_reference",
            u"/data/refs/0"_s);
        row("lines an object", uR"(data={"lines":{}})"_s, "wrong_type", u"/data/lines must be an array"_s);
        row("a line without a name", uR"(data={"lines":[{"sku":"A"}]})"_s, "bad_line", u"/data/lines/0"_s);
        row("two lines of one name",
            uR"(data={"lines":[{"line":"1","quantity":"1","unitPrice":"1"},{"line":"1","quantity":"2","unitPrice":"1"}]})"_s,
            "bad_line", u"/data/lines/1/line"_s);
        row("a line that is a number", uR"(data={"lines":[1]})"_s, "bad_line", u"/data/lines/0"_s);
        row("the second line's quantity",
            uR"(data={"lines":[{"line":"1","quantity":"1"},{"line":"2","quantity":"many"}]})"_s, "bad_line",
            u"/data/lines/1/quantity"_s);
        row("a price with a comma", uR"(data={"lines":[{"line":"1","unitPrice":"1,50"}]})"_s, "bad_line",
            u"/data/lines/0/unitPrice"_s);
        row("quantity an object", uR"(data={"lines":[{"line":"1","quantity":{},"unitPrice":"1"}]})"_s, "bad_line",
            u"/data/lines/0/quantity"_s);
        row("quantity a list", uR"(data={"lines":[{"line":"1","quantity":["5"],"unitPrice":"1"}]})"_s, "bad_line",
            u"/data/lines/0/quantity"_s);
        row("price true", uR"(data={"lines":[{"line":"1","quantity":"1","unitPrice":true}]})"_s, "bad_line",
            u"/data/lines/0/unitPrice"_s);
        row("lines within lines", uR"(data={"lines":[[{"line":"1","quantity":"1","unitPrice":"1"}]]})"_s, "bad_line",
            u"/data/lines/0"_s);
        row("references within references", uR"(data={"refs":[[{"system":"erp","type":"so","id":"1"}]]})"_s,
            "bad_reference", u"/data/refs/0"_s);
        row("promised at hour 24", uR"(data={"order":{"promisedAt":"2018-03-05T24:00:00Z"}})"_s, "bad_time",
            u"/data/order/promisedAt"_s);
        const auto scope = [&row](const char* name, const QString& step, const QString& value, const QString& says) {
            row(name, u"type=\"com.signalbox.order.%1.v1\"&&data={\"scope\":%2}"_s.arg(step, value), "scope", says);
        };
        scope("a shipment's step in a payment", u"shipment_confirmation"_s, u"\"payment/1\""_s,
            u"/data/scope must be \"shipment/"_s);
        scope("a payment's step in a shipment", u"payment_capture"_s, u"\"shipment/1\""_s,
            u"/data/scope must be \"payment/"_s);
        scope("a shipment without a name", u"shipment_confirmation"_s, u"\"shipment/\""_s, u"/data/scope"_s);
        scope("a scope that is a number", u"shipment_confirmation"_s, u"5"_s, u"/data/scope"_s);
        scope("a scope too long", u"shipment_confirmation"_s, u"\"shipment/"_s + QString(101, u'x') + u'"',
            u"/data/scope"_s);
        scope("a return's step without a return", u"return_received"_s, u"null"_s, u"/data/scope must be \"return/"_s);
        scope("a return's step in a shipment", u"return_received"_s, u"\"shipment/1\""_s,
            u"/data/scope must be \"return/"_s);
        row("names of too many bytes", u"id=\"%1\"&&source=\"%1\""_s.arg(letters(500)), "too_long",
            u"/source and /id"_s);
        row("too large", u"data={\"message\":\""_s + QString(1100000, u'x') + u"\"}"_s, "too_large", u"1,048,576"_s);
    }

    void isSetAside()
    {
        QFETCH(QString, event);
        QFETCH(QString, code);
        QFETCH(QString, says);
        const QStringList batch{good(), changed(event), good()};
        const qint64 before = rejected();

        const IngestCounts first = m_database->ingest(batchOf(batch));
        QCOMPARE(first, (IngestCounts{3, 2, 0, 1, 2}));
        QCOMPARE(rejected(), before + 1);
        const QStringList row
            = m_database
                  ->rows(
                      u"SELECT origin, item, code, reason, convert_from(raw, 'UTF8')::jsonb = $1::jsonb, count, coalesce(source, ''), coalesce(event_id, '') "
                      "FROM integration.rejected_event ORDER BY id DESC LIMIT 1"_s,
                      {batch.at(1)})
                  .constFirst();
        QCOMPARE(row.at(0), u"ingest"_s);
        QCOMPARE(row.at(1), u"2"_s);
        QCOMPARE(row.at(2), code);
        QVERIFY2(row.at(3).contains(says), qPrintable(row.at(3)));
        QVERIFY2(row.at(3).size() < 400, qPrintable(row.at(3)));
        QCOMPARE(row.at(4), u"t"_s); // whole
        QCOMPARE(row.at(5), u"1"_s);

        const IngestCounts again = m_database->ingest(batchOf(batch));
        QCOMPARE(again, (IngestCounts{3, 0, 2, 1, 0}));
        QCOMPARE(rejected(), before + 1);
        QCOMPARE(m_database->value(u"SELECT count FROM integration.rejected_event ORDER BY id DESC LIMIT 1"_s), u"2"_s);
    }

    void manyMistakesAtOnceAreEachInTheirPlace()
    {
        const QStringList batch{changed(u"time=\"2018-02-31T10:00:00Z\""_s), good(), u"7"_s, changed(u"-id"_s), good(),
            changed(u"time=\"2018-03-05T10:00:00+23:00\""_s)};
        QCOMPARE(m_database->ingest(batchOf(batch)), (IngestCounts{6, 2, 0, 4, 2}));
        QCOMPARE(
            m_database->rows(
                u"SELECT item, code FROM (SELECT * FROM integration.rejected_event ORDER BY last_at DESC LIMIT 4) s ORDER BY item"_s),
            QList<QStringList>(
                {{u"1"_s, u"bad_time"_s}, {u"3"_s, u"wrong_type"_s}, {u"4"_s, u"id"_s}, {u"6"_s, u"bad_time"_s}}));
    }

    void aTimeIsReadAlikeInAnyCompany_data()
    {
        QTest::addColumn<QString>("time");
        QTest::addColumn<QString>("read");
        const auto row = [](const char* name, const char* time, const char* read) {
            QTest::newRow(name) << QString::fromLatin1(time) << QString::fromLatin1(read);
        };
        row("UTC", "2018-03-05T10:00:00Z", "2018-03-05 10:00:00");
        row("milliseconds", "2018-03-05T10:00:00.123Z", "2018-03-05 10:00:00.123");
        row("microseconds", "2018-03-05T10:00:00.123456Z", "2018-03-05 10:00:00.123456");
        row("nanoseconds", "2018-03-05T10:00:00.123456489Z", "2018-03-05 10:00:00.123456");
        row("one digit", "2018-03-05T10:00:00.5Z", "2018-03-05 10:00:00.5");
        row("offset", "2018-03-05T10:00:00+05:30", "2018-03-05 04:30:00");
        row("negative offset", "2018-03-05T10:00:00.25-03:00", "2018-03-05 13:00:00.25");
        row("widest offset", "2018-03-05T10:00:00+14:00", "2018-03-04 20:00:00");
        row("small letters", "2018-03-05t10:00:00z", "2018-03-05 10:00:00");
        row("a space between", "2018-03-05 10:00:00Z", "2018-03-05 10:00:00");
        row("leap second", "2016-12-31T23:59:60Z", "2017-01-01 00:00:00");
        row("leap day", "2016-02-29T12:00:00Z", "2016-02-29 12:00:00");
        row("unknown offset", "2018-03-05T10:00:00-00:00", "2018-03-05 10:00:00");
    }

    void aTimeIsReadAlikeInAnyCompany()
    {
        QFETCH(QString, time);
        QFETCH(QString, read);
        for (const QStringList& company : {QStringList{}, QStringList{changed(u"time=\"2018-02-31T10:00:00Z\""_s)},
                 QStringList{changed(u"time=\"2018-03-05T10:00:00+23:00\""_s)}}) {
            const QString event = changed(u"time=\""_s + time + u'"');
            const QString key = QString::number(m_number);
            QCOMPARE(m_database->ingest(batchOf(company + QStringList{event})).accepted, 1);
            QCOMPARE(
                m_database->value(
                    u"SELECT time AT TIME ZONE 'UTC' = $2::timestamp FROM integration.business_event WHERE id = $1"_s,
                    {u"e"_s + key, read}),
                u"t"_s);
        }
    }

    void sameIdOtherContent()
    {
        const QString event = changed(u"data={\"message\":\"one\"}"_s);
        const QString other = QString(event).replace(u"one"_s, u"two"_s);
        const QString otherType = QString(event).replace(u"order_captured"_s, u"validation"_s);
        QCOMPARE(m_database->ingest(batchOf({event})), (IngestCounts{1, 1, 0, 0, 1}));
        const qint64 before = rejected();
        for (int i = 0; i < 2; ++i) { // the second time without new rows
            QCOMPARE(m_database->ingest(batchOf({other, event, otherType})), (IngestCounts{3, 0, 1, 2, 0}));
            QCOMPARE(rejected(), before + 2);
        }
        const auto rows = m_database->rows(
            u"SELECT item, code, count FROM (SELECT * FROM integration.rejected_event ORDER BY id DESC LIMIT 2) s ORDER BY item"_s);
        QCOMPARE(rows,
            QList<QStringList>(
                {{u"1"_s, u"conflicting_content"_s, u"2"_s}, {u"3"_s, u"conflicting_content"_s, u"2"_s}}));
        QCOMPARE(m_database->value(
                     u"SELECT string_agg(data->>'message', ',') FROM integration.business_event WHERE id = $1"_s,
                     {u"e%1"_s.arg(m_number)}),
            u"one"_s);
        QCOMPARE(m_database->rebuild(), QStringList());
    }

    void sameIdOtherContentInOneBatch()
    {
        const QString event = changed(u"data={\"message\":\"one\"}"_s);
        const QString other = QString(event).replace(u"one"_s, u"two"_s);
        QCOMPARE(m_database->ingest(batchOf({event, other, event, other})), (IngestCounts{4, 1, 1, 2, 1}));
        QCOMPARE(m_database->value(
                     u"SELECT count(*) FROM integration.business_event WHERE id = $1"_s, {u"e%1"_s.arg(m_number)}),
            u"1"_s);
    }

    void whatIsNoBatch_data()
    {
        QTest::addColumn<QByteArray>("batch");
        QTest::addColumn<QString>("code");
        QTest::newRow("an object") << QByteArray("{}") << u"22023"_s;
        QTest::newRow("a text") << QByteArray("\"x\"") << u"22023"_s;
        QTest::newRow("null") << QByteArray("null") << u"22023"_s;
        QTest::newRow("no JSON") << QByteArray("[{") << u"22P02"_s;
        QTest::newRow("a NUL character") << QByteArray("[\"\\u0000\"]") << u"22P05"_s;
        QTest::newRow("very deep") << QByteArray(200000, '[') + QByteArray(200000, ']') << u"54001"_s;
    }

    void whatIsNoBatch()
    {
        QFETCH(QByteArray, batch);
        QFETCH(QString, code);
        const QString orders = m_database->value(u"SELECT count(*) FROM integration.sales_order"_s);
        QCOMPARE(m_database->refusal(u"SELECT integration.ingest($json$"_s + QString::fromLatin1(batch) + u"$json$)"_s),
            code);
        QCOMPARE(
            m_database->value(u"SELECT count(*) FROM integration.sales_order"_s), orders); // and the connection lives
    }

    void anEmptyBatch() { QCOMPARE(m_database->ingest("[]"), (IngestCounts{0, 0, 0, 0, 0})); }

    void aHugePayloadIsKeptWhole()
    {
        const QString huge = changed(u"data={\"message\":\""_s + QString(10'000'000, u'y') + u"\"}"_s);
        QCOMPARE(m_database->ingest(batchOf({good(), huge})), (IngestCounts{2, 1, 0, 1, 1}));
        QCOMPARE(
            m_database->value(
                u"SELECT length(convert_from(raw, 'UTF8')::jsonb->'data'->>'message') FROM integration.rejected_event ORDER BY id DESC LIMIT 1"_s),
            u"10000000"_s);
    }

    void whatIsDeepCanBeReadAgain()
    {
        constexpr int depth = 2000;
        const QString deep
            = changed(u"data={\"message\":\"deep\",\"x\":"_s + QString(depth, u'[') + QString(depth, u']') + u'}');
        QCOMPARE(m_database->ingest(batchOf({deep})).accepted, 1);
        QueryRunner runner(m_database->settings());
        PgOrderSource source(runner);
        const qint64 id
            = m_database
                  ->value(u"SELECT id FROM integration.sales_order WHERE order_key = $1"_s, {u"o%1"_s.arg(m_number)})
                  .toLongLong();
        const auto detail = source.detailNow(id);
        VERIFY_OUTCOME(detail);
        QCOMPARE(detail.value().events.size(), 1);
        QVERIFY(detail.value().events.constFirst().data.contains(u"\"deep\""_s));
    }

    void fieldsThatNobodyAskedForAreKeptAndHarmless()
    {
        const QString odd = changed(
            u"type=\"com.signalbox.order.changed.v1\"&&traceparent=\"00-abc\"&&data={\"captured\":\"no time\",\"order\":{\"number\":\"7\",\"facts\":{}},\"scope\":{\"a\":1},\"id\":5}"_s);
        QCOMPARE(m_database->ingest(batchOf({odd, good()})), (IngestCounts{2, 2, 0, 0, 2}));
        const QString key = u"o%1"_s.arg(m_number - 1);
        QCOMPARE(m_database->value(u"SELECT order_number FROM integration.sales_order WHERE order_key = $1"_s, {key}),
            u"7"_s);
        QCOMPARE(
            m_database->value(
                u"SELECT extensions->>'traceparent' FROM integration.business_event WHERE subject = 'order/' || $1"_s,
                {key}),
            u"00-abc"_s);
        QCOMPARE(
            m_database->value(
                u"SELECT data->>'captured' FROM integration.business_event WHERE subject = 'order/' || $1"_s, {key}),
            u"no time"_s);
        QCOMPARE(m_database->rebuild(), QStringList());
    }

    void strangeKeysAreTakenAsTheyAre_data()
    {
        QTest::addColumn<QString>("key");
        QTest::newRow("quotes") << u"'; DROP TABLE integration.sales_order; --"_s;
        QTest::newRow("umlauts") << u"DE-Äß✓"_s;
        QTest::newRow("emoji") << u"\U0001F4E6"_s;
        QTest::newRow("slashes") << u"a/b\\c"_s;
        QTest::newRow("percent") << u"100%_"_s;
        QTest::newRow("space") << u" x "_s;
        QTest::newRow("longest") << letters(200);
        QTest::newRow("braces") << u"{a,\"b\"}"_s;
    }

    void strangeKeysAreTakenAsTheyAre()
    {
        QFETCH(QString, key);
        const QString event = changed(u"subject="_s + jsonTextOf(QString(u"order/"_s + key)));
        QCOMPARE(m_database->ingest(batchOf({event})), (IngestCounts{1, 1, 0, 0, 1}));
        QCOMPARE(
            m_database->value(u"SELECT count(*) FROM integration.sales_order WHERE order_key = $1"_s, {key}), u"1"_s);
    }

    void whatCouldNotBeParsedIsSetAsideOnce()
    {
        const qint64 before = rejected();
        for (int i = 0; i < 3; ++i)
            m_database->rows(
                u"SELECT integration.reject('orders.csv', 17, 'columns', 'line 17 has 3 columns instead of 8', '\\xff00fe'::bytea)"_s);
        m_database->rows(
            u"SELECT integration.reject('orders.csv', 17, 'encoding', 'line 17 is no UTF-8', '\\xff00fe'::bytea)"_s);
        QCOMPARE(rejected(), before + 2);
        QCOMPARE(
            m_database->rows(
                u"SELECT origin, code, item, count, raw FROM integration.rejected_event ORDER BY id DESC LIMIT 2"_s),
            QList<QStringList>({{u"orders.csv"_s, u"encoding"_s, u"17"_s, u"1"_s, u"\\xff00fe"_s},
                {u"orders.csv"_s, u"columns"_s, u"17"_s, u"3"_s, u"\\xff00fe"_s}}));
    }

    /// After all that was set aside above.
    void cleanupTestCase()
    {
        const MarkedWords words({u"RejectionReason"_s});
        for (const QStringList& row :
            m_database->rows(u"SELECT code, reason FROM integration.rejected_event WHERE origin = 'ingest'"_s))
            QVERIFY2(rejectionReason(row.at(0), row.at(1)) == u'~' + row.at(1), qPrintable(row.join(u": "_s)));
    }

private:
    qint64 rejected() { return m_database->value(u"SELECT count(*) FROM integration.rejected_event"_s).toLongLong(); }

    QString good() { return changed({}); }

    /// A good event of a new order with changes, or the text as it is when it is no list of changes.
    QString changed(const QString& changes)
    {
        ++m_number;
        if (!changes.isEmpty() && !changes.contains(u'=') && !changes.startsWith(u'-'))
            return changes;
        QList<std::pair<QString, QString>> fields{{u"specversion"_s, u"\"1.0\""_s}, {u"source"_s, u"\"/bad\""_s},
            {u"id"_s, u"\"e%1\""_s.arg(m_number)}, {u"type"_s, u'"' + captured + u'"'},
            {u"subject"_s, u"\"order/o%1\""_s.arg(m_number)}, {u"time"_s, u"\"2018-03-05T10:00:00Z\""_s}};
        for (const QString& change : changes.split(u"&&"_s, Qt::SkipEmptyParts)) {
            const QString name = change.startsWith(u'-') ? change.sliced(1) : change.section(u'=', 0, 0);
            const auto same = [&name](const auto& field) { return field.first == name; };
            const QString value = change.startsWith(u'-') ? QString() : change.section(u'=', 1);
            const auto found = std::find_if(fields.begin(), fields.end(), same);
            if (value.isEmpty())
                fields.removeIf(same);
            else if (found != fields.end())
                found->second = value;
            else
                fields.append({name, value});
        }
        QStringList parts;
        for (const auto& [name, value] : std::as_const(fields))
            parts.append(u'"' + name + u"\":"_s + value);
        return u'{' + parts.join(u',') + u'}';
    }

    TestServer m_server;
    std::unique_ptr<IntegrationDatabase> m_database;
    int m_number = 0;
};

SIGNALBOX_TEST(TestIngestBadInput)
#include "tst_ingestbadinput.moc"
