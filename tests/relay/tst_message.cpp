// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/relay/delivery/message.h"
#include "app/relay/delivery/metrics.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

DeliveryTarget erp(bool idempotent = false)
{
    DeliveryTarget target;
    target.code = u"erp"_s;
    target.baseUrl = u"http://127.0.0.1:9/erp"_s;
    target.idempotent = idempotent;
    return target;
}

DeliveryFlow orders()
{
    DeliveryFlow flow;
    flow.code = u"order.to-erp"_s;
    flow.path = u"/sales-orders"_s;
    flow.schema = "{}";
    flow.reference = {u"reference"_s};
    flow.lookup = true;
    return flow;
}

ClaimedMessage message()
{
    ClaimedMessage message;
    message.id = 7;
    message.number = 1;
    message.idempotencyKey = "a key/1";
    message.traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    message.content = R"({"orderKey": "A1", "total": 12345678901234567890})";
    return message;
}

DeliveryAnswer answer(int status, const QByteArray& body, DeliveryPhase phase = DeliveryPhase::Answered)
{
    DeliveryAnswer answer;
    answer.phase = phase;
    answer.status = status;
    answer.body = body;
    answer.receivedAt = QDateTime::currentDateTimeUtc();
    return answer;
}

QByteArray header(const QList<QPair<QByteArray, QByteArray>>& headers, const QByteArray& name)
{
    for (const auto& [key, value] : headers)
        if (key == name)
            return value;
    return {};
}

} // namespace

class TestMessage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsToTheByteUnderItsKey()
    {
        const auto sent = Message::prepareSend(message(), erp(), orders());
        QVERIFY(sent.ready);
        QCOMPARE(sent.request.url, "http://127.0.0.1:9/erp/sales-orders"_ba);
        QCOMPARE(sent.request.body, message().content);
        QCOMPARE(header(sent.request.headers, "Idempotency-Key"), "a key/1"_ba);
        QCOMPARE(header(sent.request.headers, "traceparent"), message().traceparent);
        QVERIFY(sent.request.ownConnection); // libcurl sends once more by itself over a kept one that breaks
        QVERIFY(!Message::prepareSend(message(), erp(true), orders()).request.ownConnection);
    }

    void secretsAreSentAndNotRecorded()
    {
        qputenv("SIGNALBOX_TEST_SECRET", "hush");
        DeliveryTarget target = erp();
        target.authentication = {u"bearer"_s, {}, u"env:SIGNALBOX_TEST_SECRET"_s};
        auto sent = Message::prepareSend(message(), target, orders());
        QCOMPARE(header(sent.request.headers, "Authorization"), "Bearer hush"_ba);
        QCOMPARE(header(sent.recorded, "Authorization"), "Bearer ***"_ba);
        target.authentication = {u"header"_s, u"X-Key"_s, u"env:SIGNALBOX_TEST_SECRET"_s};
        QCOMPARE(header(Message::prepareSend(message(), target, orders()).request.headers, "X-Key"), "hush"_ba);
        target.authentication.secret = u"env:SIGNALBOX_TEST_MISSING"_s;
        sent = Message::prepareSend(message(), target, orders());
        QVERIFY(!sent.ready);
        QCOMPARE(sent.verdict.cls, FailureClass::Configuration);
        QCOMPARE(sent.verdict.effect, Effect::NotApplied);
    }

    void aPayloadAgainstItsContractIsNotSent()
    {
        DeliveryFlow flow = orders();
        flow.schema = R"({"type": "object", "required": ["amount"]})";
        const auto sent = Message::prepareSend(message(), erp(), flow);
        QVERIFY(!sent.ready);
        QCOMPARE(sent.verdict.cls, FailureClass::Contract);
        QCOMPARE(sent.verdict.effect, Effect::NotApplied);
        QVERIFY2(sent.verdict.message.contains(u"amount"), qPrintable(sent.verdict.message));
    }

    void numbersOfAnySizeAndRepeatedKeysAreSentToTheByte()
    {
        DeliveryFlow flow = orders();
        flow.schema
            = R"({"type": "object", "required": ["amount"], "properties": {"amount": {"type": "number"}, "id": {"type": "integer"}}})";
        ClaimedMessage odd = message();
        odd.content = R"( {"amount" : 1e400, "id":123456789012345678901234567890, "rate": 1.10, "x": 1, "x": 2})";
        const auto sent = Message::prepareSend(odd, erp(), flow);
        QVERIFY2(sent.ready, qPrintable(sent.verdict.message));
        QCOMPARE(sent.request.body, odd.content);
    }

    void answers_data()
    {
        QTest::addColumn<DeliveryAnswer>("what");
        QTest::addColumn<bool>("delivered");
        QTest::addColumn<Effect>("effect");
        QTest::newRow("created") << answer(201, R"({"reference": "4500012345"})") << true << Effect::Applied;
        QTest::newRow("created, number") << answer(201, R"({"reference": 4500012345})") << true << Effect::Applied;
        QTest::newRow("200 without the reference") << answer(200, R"({"ok": true})") << false << Effect::Unknown;
        QTest::newRow("200 with garbage") << answer(200, "\xff\xfe<html>") << false << Effect::Unknown;
        QTest::newRow("200, empty") << answer(200, {}) << false << Effect::Unknown;
        QTest::newRow("no answer") << answer(0, {}, DeliveryPhase::SentNoAnswer) << false << Effect::Unknown;
        QTest::newRow("not reached") << answer(0, {}, DeliveryPhase::NotSent) << false << Effect::NotApplied;
        QTest::newRow("500") << answer(500, "oops") << false << Effect::Unknown;
        QTest::newRow("429") << answer(429, {}) << false << Effect::NotApplied;
    }
    void answers()
    {
        QFETCH(const DeliveryAnswer, what);
        TryResult result;
        Message::judgeSend(result, what, orders(), FailureClassifier::builtin());
        QTEST(result.kind == TryResult::Kind::Delivered, "delivered");
        if (result.kind == TryResult::Kind::Failed) {
            QTEST(result.verdict.effect, "effect");
            QVERIFY(!result.fingerprint.isEmpty());
        }
        QVERIFY(result.finishedAt.isValid());
    }

    void lookups_data()
    {
        QTest::addColumn<DeliveryAnswer>("what");
        QTest::addColumn<int>("looked");
        const auto row = [](const char* name, const DeliveryAnswer& what, Message::Looked looked) {
            QTest::newRow(name) << what << int(looked);
        };
        row("there", answer(200, R"({"found": true, "reference": "4711"})"), Message::Looked::Present);
        row("not there", answer(404, R"({"found": false})"), Message::Looked::Absent);
        row("a wrong address says 404 as well", answer(404, R"({"title": "Not Found"})"), Message::Looked::Unclear);
        row("404 without a body", answer(404, {}), Message::Looked::Unclear);
        row("a 200 that says no", answer(200, R"({"found": false})"), Message::Looked::Unclear);
        row("down", answer(503, {}), Message::Looked::Unclear);
        row("no answer", answer(0, {}, DeliveryPhase::SentNoAnswer), Message::Looked::Unclear);
        row("garbage", answer(200, "[1,"), Message::Looked::Unclear);
    }
    void lookups()
    {
        QFETCH(const DeliveryAnswer, what);
        TryResult result;
        QTEST(int(Message::judgeLookup(result, what, orders(), "{}")), "looked");
        if (result.kind == TryResult::Kind::Found)
            QCOMPARE(result.reference, u"4711"_s);
        if (result.kind == TryResult::Kind::Failed)
            QCOMPARE(result.verdict.effect, Effect::Unknown);
    }

    void whatIsFoundHasToAgree_data()
    {
        QTest::addColumn<QByteArray>("found");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("difference");
        const auto row = [](const char* name, const char* found, const char* content, const char* difference = "") {
            QTest::newRow(name) << QByteArray(found) << QByteArray(content) << QString::fromLatin1(difference);
        };
        row("the same", R"("body": {"amount": "139.90"}, "currency": "EUR")",
            R"({"amount": "139.90", "currency": "EUR"})");
        row("spelt otherwise", R"("body": {"amount": 139.9}, "currency": "EUR")",
            R"({"amount": "139.90", "currency": "EUR"})");
        row("another amount", R"("body": {"amount": "120.00"}, "currency": "EUR")",
            R"({"amount": "139.90", "currency": "EUR"})", "amount is 120 there and 139.9 here");
        row("another currency", R"("body": {"amount": "139.90"}, "currency": "USD")",
            R"({"amount": "139.90", "currency": "EUR"})", "currency is USD there and EUR here");
        row("not said", R"("currency": "EUR")", R"({"amount": "139.90", "currency": "EUR"})",
            "amount is missing there and 139.9 here");
        row("both", "\"count\": 1", R"({"amount": 7, "currency": "EUR"})",
            "amount is missing there and 7 here, currency is missing there and EUR here");
        row("neither has one", "\"count\": 1", "{}");
    }
    void whatIsFoundHasToAgree()
    {
        QFETCH(const QByteArray, found);
        QFETCH(const QByteArray, content);
        QFETCH(const QString, difference);
        DeliveryFlow flow = orders();
        flow.lookupEqual = {{{u"amount"_s}, {u"body"_s, u"amount"_s}}, {{u"currency"_s}, {u"currency"_s}}};
        TryResult result;
        const auto looked = Message::judgeLookup(
            result, answer(200, R"({"found": true, "reference": "4711", )" + found + '}'), flow, content);
        if (difference.isEmpty()) {
            QCOMPARE(int(looked), int(Message::Looked::Present));
            return;
        }
        QCOMPARE(int(looked), int(Message::Looked::Conflict));
        QCOMPARE(result.verdict.code, u"conflict"_s);
        QCOMPARE(result.verdict.retry, Retry::Never);
        QCOMPARE(result.verdict.effect, Effect::Unknown);
        QVERIFY2(result.verdict.message.contains(difference), qPrintable(result.verdict.message));
    }

    void theSecondQuestionIsAskedByFields()
    {
        ClaimedMessage asked = message();
        const auto first = Message::prepareLookup(asked, erp(), orders());
        QCOMPARE(first.request.url, "http://127.0.0.1:9/erp/sales-orders?key=a%20key%2F1"_ba);
        QVERIFY(!first.request.post);
        asked.question = {{"orderKey", "A1&x"}, {"scope", "order"}};
        const auto second = Message::prepareLookup(asked, erp(), orders(), Message::LookupBy::Fields);
        QCOMPARE(second.request.url, "http://127.0.0.1:9/erp/sales-orders?orderKey=A1%26x&scope=order"_ba);
        QVERIFY(!second.request.post);
        QCOMPARE(header(second.request.headers, "Idempotency-Key"), QByteArray()); // it would be looked for once more
        QCOMPARE(header(second.recorded, "Idempotency-Key"), QByteArray());
        QCOMPARE(header(second.request.headers, "traceparent"), asked.traceparent);
    }

    void whatIsFoundByFieldsIsOursOnlyWhereItAgrees_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("found");
        QTest::addColumn<int>("looked");
        const auto row = [](const char* name, const char* content, const char* found, Message::Looked looked) {
            QTest::newRow(name) << QByteArray(content) << QByteArray(found) << int(looked);
        };
        row("the same", R"({"amount": "1.00"})", R"("amount": "1.00")", Message::Looked::Present);
        row("another", R"({"amount": "1.00"})", R"("amount": "2.00")", Message::Looked::Conflict);
        row("nothing to compare", "{}", R"("count": 1)", Message::Looked::Conflict);
    }
    void whatIsFoundByFieldsIsOursOnlyWhereItAgrees()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QByteArray, found);
        DeliveryFlow flow = orders();
        flow.lookupEqual = {{{u"amount"_s}, {u"amount"_s}}};
        TryResult result;
        QTEST(int(Message::judgeLookup(result, answer(200, R"({"found": true, "reference": "4711", )" + found + '}'),
                  flow, content, Message::LookupBy::Fields)),
            "looked");
        if (result.kind == TryResult::Kind::Failed)
            QVERIFY2(result.verdict.message.contains(u"under another key or none"), qPrintable(result.verdict.message));
    }

    void metricsInBothFormats()
    {
        Metrics metrics;
        TryResult result;
        result.kind = TryResult::Kind::Delivered;
        result.startedAt = QDateTime::fromMSecsSinceEpoch(1'000);
        result.finishedAt = result.startedAt.addMSecs(30);
        metrics.count(u"a\"b"_s, result);
        const QByteArray text = metrics.text(Metrics::Format::OpenMetrics);
        QVERIFY2(
            text.contains("signalbox_attempts_total{flow=\"a\\\"b\",outcome=\"delivered\"} 1\n"), text.constData());
        QVERIFY2(text.contains("_bucket{flow=\"a\\\"b\",le=\"0.025\"} 0\n"), text.constData());
        QVERIFY2(text.contains("_bucket{flow=\"a\\\"b\",le=\"0.05\"} 1\n"), text.constData());
        QVERIFY(text.endsWith("# EOF\n"));
        const QByteArray older = metrics.text(Metrics::Format::Prometheus);
        QVERIFY2(older.contains("# TYPE signalbox_attempts_total counter\n"), older.constData());
        QVERIFY(!older.contains("# EOF") && !older.contains("# UNIT"));
    }
};

SIGNALBOX_TEST(TestMessage)

#include "tst_message.moc"
