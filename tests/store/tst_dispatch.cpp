// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakerelay.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

/// From an order's step to its message and back to the step.
class TestDispatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { SIGNALBOX_REQUIRE(m_server); }

    void init()
    {
        const ConnectionSettings settings = m_server.freshDatabase();
        m_database = std::make_unique<IntegrationDatabase>(settings);
        m_relay = std::make_unique<FakeRelay>(m_server.as(settings, u"relay"_s, {u"signalbox_relay"_s}), u"A"_s);
        m_start = QDateTime::currentDateTimeUtc().addSecs(-3600);
        putErp(*m_database, {},
            {{u"step"_s, u"validation"_s}, {u"since"_s, m_start.addDays(-1).toString(Qt::ISODate)}, {u"lookup"_s, true},
                {u"payload"_s,
                    QJsonObject{{u"key"_s, u"$key"_s}, {u"number"_s, u"$order.order_number"_s},
                        {u"amount"_s, u"$amount"_s},
                        {u"items"_s,
                            QJsonObject{{u"$each"_s, u"$lines"_s}, {u"as"_s, QJsonObject{{u"sku"_s, u"$item.sku"_s}}}}},
                        {u"price"_s, u"$$5"_s}, {u"none"_s, u"$order.nothing"_s}}}});
    }

    void aStepIsDispatchedOnce()
    {
        m_database->ingest({captured(u"1"_s)});
        QCOMPARE(m_database->value(u"SELECT count(*) FROM integration.transaction"_s), u"1"_s);
        m_database->ingest({captured(u"1"_s)});
        m_database->ingest({{u"1"_s, u"changed"_s, m_start.addSecs(60)}});
        QCOMPARE(
            m_database->value(u"SELECT integration.dispatch(ARRAY(SELECT id FROM integration.sales_order))"_s), u"0"_s);
        QCOMPARE(m_database->value(u"SELECT count(*) FROM integration.transaction"_s), u"1"_s);

        const auto claimed = m_relay->claim();
        QCOMPARE(claimed.size(), 1);
        QCOMPARE(claimed.at(0).businessKey, u"1"_s);
        QCOMPARE(claimed.at(0).idempotencyKey, u"signalbox/erp.post/1"_s);
        const QJsonObject content = QJsonDocument::fromJson(claimed.at(0).content.toUtf8()).object();
        QCOMPARE(content.value(u"key"_s).toString(), u"signalbox/erp.post/1"_s);
        QCOMPARE(content.value(u"number"_s).toString(), u"1"_s);
        QCOMPARE(content.value(u"amount"_s).toString(), u"12.50"_s);
        QCOMPARE(content.value(u"items"_s).toArray().at(1).toObject().value(u"sku"_s).toString(), u"B"_s);
        QCOMPARE(content.value(u"price"_s).toString(), u"$5"_s);
        QVERIFY(content.value(u"none"_s).isNull());
        m_relay->finish({TryEnd::rejected(claimed.at(0))});
        m_database->ingest({{u"1"_s, u"changed"_s, m_start.addSecs(90)}});
        QCOMPARE(m_database->value(u"SELECT count(*) FROM integration.transaction"_s), u"1"_s);
    }

    void aRefundIsOfWhatTheReturnStates_data()
    {
        QTest::addColumn<QJsonArray>("stated"); // by the events of the return, the first one first
        QTest::addColumn<QJsonValue>("amount");
        const auto money = [](const char* amount, const char* currency) {
            return QJsonObject{{u"amount"_s, QLatin1StringView(amount)}, {u"currency"_s, QLatin1StringView(currency)}};
        };
        QTest::newRow("nothing: all of it") << QJsonArray{QJsonObject{}} << QJsonValue(u"12.50"_s);
        QTest::newRow("a part") << QJsonArray{money("4.5", "EUR")} << QJsonValue(u"4.50"_s);
        QTest::newRow("the latest") << QJsonArray{money("4.50", "EUR"), money("3.10", "EUR")} << QJsonValue(u"3.10"_s);
        QTest::newRow("nothing new") << QJsonArray{money("4.50", "EUR"), QJsonObject{}} << QJsonValue(u"4.50"_s);
        QTest::newRow("another currency") << QJsonArray{money("4.50", "USD")} << QJsonValue(QJsonValue::Null);
    }

    void aRefundIsOfWhatTheReturnStates()
    {
        QFETCH(QJsonArray, stated);
        QFETCH(QJsonValue, amount);
        putErp(*m_database, {},
            {{u"step"_s, u"refund_issued"_s}, {u"since"_s, m_start.addDays(-1).toString(Qt::ISODate)},
                {u"payload"_s, QJsonObject{{u"amount"_s, u"$amount"_s}}}});
        const QString scope = u"return/R1"_s;
        QList<TestEvent> events{captured(u"1"_s)};
        for (qsizetype i = 0; i < stated.size(); ++i) {
            QJsonObject data;
            if (!stated.at(i).toObject().isEmpty())
                data.insert(u"refund"_s, stated.at(i));
            events.prepend({u"1"_s, i == 0 ? u"return_requested"_s : u"return_authorized"_s, m_start.addSecs(10 + i),
                scope, data});
        }
        events.append({u"1"_s, u"inspection"_s, m_start.addSecs(60), scope});
        m_database->ingest(events);
        const auto claimed = m_relay->claim();
        QCOMPARE(claimed.size(), 1);
        QCOMPARE(QJsonDocument::fromJson(claimed.at(0).content.toUtf8()).object().value(u"amount"_s), amount);
    }

    void whatIsOldOrCancelledIsLeftAlone()
    {
        TestEvent old = captured(u"old"_s);
        old.time = m_start.addDays(-3);
        m_database->ingest({old});
        m_database->ingest({captured(u"gone"_s), {u"gone"_s, u"cancelled"_s, m_start.addSecs(10)}});
        QCOMPARE(
            m_database->value(
                u"SELECT string_agg(order_key, ', ') FROM integration.sales_order o JOIN integration.transaction t ON t.order_id = o.id"_s),
            QString());
    }

    void aRouteIsChosenByItsConditions()
    {
        m_database->run(
            u"SELECT integration.put_target('{\"code\": \"erp2\", \"system\": \"erp\", \"base_url\": \"http://erp2.invalid\"}')"_s);
        putErp(*m_database, {},
            {{u"step"_s, u"validation"_s},
                {u"routes"_s,
                    QJsonArray{QJsonObject{{u"condition"_s,
                                               QJsonObject{{u"currency"_s, QJsonArray{u"USD"_s}},
                                                   {u"channel"_s, QJsonArray{u"app"_s, u"web"_s}}}},
                                   {u"target"_s, u"erp2"_s}},
                        QJsonObject{{u"target"_s, u"erp"_s}}}}});
        m_database->ingest({captured(u"1"_s), captured(u"2"_s, u"USD"_s), captured(u"3"_s, u"USD"_s, u"pos"_s)});
        QCOMPARE(
            m_database->value(
                u"SELECT string_agg(business_key || ' ' || target, ', ' ORDER BY business_key) FROM integration.transaction WHERE business_key < '3'"_s),
            u"1 erp, 2 erp2"_s);
        QVERIFY(m_database->value(
                    u"SELECT count(*) FROM integration.transaction WHERE business_key = '3' AND target = 'erp2'"_s)
            == u"0"_s);
    }

    void theTargetsAnswerIsEvidence()
    {
        m_database->ingest({captured(u"1"_s)});
        auto claimed = m_relay->claim();
        m_relay->finish({TryEnd::rejected(claimed.at(0))});
        QCOMPARE(milestone(), (QStringList{u"failed"_s, u"it said E1"_s, u"/signalbox/erp.post"_s}));
        replay();
        claimed = m_relay->claim();
        QCOMPARE(
            m_relay->finish({TryEnd::delivered(claimed.at(0), u"SO-77"_s)}).value(claimed.at(0).id), u"delivered"_s);
        QCOMPARE(milestone().at(0), u"completed"_s);
        QCOMPARE(m_database->value(
                     u"SELECT system || ' ' || object_type || ' ' || object_id FROM integration.external_ref"_s),
            u"erp validation SO-77"_s);
        QCOMPARE(m_database->rows(u"SELECT state, resolution, reason, evidence FROM integration.exception"_s).value(0),
            (QStringList{u"resolved"_s, u"replayed"_s, u"the target took it"_s, u"SO-77"_s}));
        QCOMPARE(m_database->rebuild(), QStringList());
        QCOMPARE(m_database->value(u"SELECT count(*) FROM integration.rejected_event"_s), u"0"_s);
    }

    void whereAnotherEventIsTheEvidenceTheAnswerIsNone()
    {
        putErp(*m_database, {}, {{u"step"_s, u"validation"_s}, {u"evidence"_s, false}});
        m_database->ingest({captured(u"1"_s)});
        m_relay->finish({TryEnd::delivered(m_relay->claim().at(0))});
        QCOMPARE(milestone().at(0), u"pending"_s);
    }

    void whatIsDoneAlreadyIsNotSent_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::newRow("waiting") << u"pending"_s << u"cancelled"_s;
        QTest::newRow("failed") << u"failed"_s << u"cancelled"_s;
        QTest::newRow("in doubt") << u"in_doubt"_s << u"delivered"_s;
        QTest::newRow("being replayed") << u"replayed"_s << u"cancelled"_s;
    }

    void whatIsDoneAlreadyIsNotSent()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        if (before == u"in_doubt"_s)
            putErp(*m_database, {}, {{u"step"_s, u"validation"_s}});
        m_database->ingest({captured(u"1"_s)});
        if (before != u"pending"_s) {
            const auto claimed = m_relay->claim();
            m_relay->sending(claimed);
            m_relay->finish(
                {before == u"in_doubt"_s ? TryEnd::timedOut(claimed.at(0)) : TryEnd::rejected(claimed.at(0))});
        }
        if (before == u"replayed"_s)
            replay();
        m_database->ingest({{u"1"_s, u"validation"_s, QDateTime::currentDateTimeUtc().addSecs(60)}});
        QCOMPARE(m_database->value(u"SELECT status FROM integration.transaction"_s), after);
        QVERIFY(m_relay->claim().isEmpty());
        QCOMPARE(m_database->value(u"SELECT count(*) FROM integration.exception WHERE state <> 'resolved'"_s), u"0"_s);
        if (before != u"pending"_s)
            QCOMPARE(m_database->value(u"SELECT resolution FROM integration.exception"_s), u"not_needed"_s);
        if (before == u"replayed"_s)
            QCOMPARE(m_database->rows(u"SELECT state, total, skipped, not_started FROM integration.operation_row"_s)
                         .value(0),
                (QStringList{u"settled"_s, u"1"_s, u"1"_s, u"0"_s}));
    }

    void aFailureThatComesTooLateIsNoException_data()
    {
        QTest::addColumn<QString>("how");
        QTest::newRow("rejected") << u"rejected"_s;
        QTest::newRow("would be tried again") << u"refused"_s;
        QTest::newRow("given back") << u"released"_s;
        QTest::newRow("lost") << u"lost"_s;
    }

    void aFailureThatComesTooLateIsNoException()
    {
        QFETCH(QString, how);
        m_database->ingest({captured(u"1"_s)});
        const Claimed claimed = m_relay->claim().at(0);
        m_database->ingest({{u"1"_s, u"validation"_s, m_start.addSecs(120)}}); // while it is under way
        if (how == u"lost"_s) {
            letTimePass(*m_database);
            QCOMPARE(m_relay->recover(), 1);
        } else {
            m_relay->finish({how == u"rejected"_s ? TryEnd::rejected(claimed)
                    : how == u"refused"_s         ? TryEnd::refused(claimed)
                                                  : TryEnd::released(claimed)});
        }
        QCOMPARE(m_database->value(u"SELECT status FROM integration.transaction"_s), u"cancelled"_s);
        QCOMPARE(m_database->value(u"SELECT count(*) FROM integration.exception WHERE state <> 'resolved'"_s), u"0"_s);
        QCOMPARE(milestone().at(0), u"completed"_s);
    }

    void theSameKeyIsTheSameMessage()
    {
        IntegrationDatabase producer(m_server.as(m_database->settings(), u"shop"_s, {u"signalbox_producer"_s}));
        const qint64 id = submit(producer, u"k"_s, u"1"_s);
        QVERIFY(id > 0);
        QCOMPARE(submit(producer, u"k"_s, u"1"_s), id);
        QVERIFY(submit(producer, u"k"_s, u"2"_s) != id);
        QCOMPARE(m_database->value(u"SELECT count(*) FROM integration.payload"_s), u"2"_s);
        QCOMPARE(producer.refusal(u"SELECT integration.submit('nothing', 'a', 'b', '{}')"_s), u"22023"_s);
    }

    void aDefinitionIsChecked_data()
    {
        QTest::addColumn<QString>("call");
        QTest::addColumn<QString>("code");
        QTest::newRow("unknown field") << u"put_target('{\"code\": \"x\", \"colour\": 1}')"_s << u"22023"_s;
        QTest::newRow("no system") << u"put_target('{\"code\": \"x\", \"base_url\": \"http://x\"}')"_s << u"23502"_s;
        QTest::newRow("no URL") << u"put_target('{\"code\": \"x\", \"system\": \"erp\", \"base_url\": \"x\"}')"_s
                                << u"23514"_s;
        QTest::newRow("flow without a route") << u"put_flow('{\"code\": \"x\"}')"_s << u"22023"_s;
        QTest::newRow("a last route that is not for all")
            << u"put_flow('{\"code\": \"x\", \"routes\": [{\"target\": \"erp\", \"condition\": {\"channel\": [\"web\"]}}]}')"_s
            << u"22023"_s;
        QTest::newRow("unknown target")
            << u"put_flow('{\"code\": \"x\", \"source_system\": \"shop\", \"target_system\": \"erp\", \"effect_class\": \"create\", \"routes\": [{\"target\": \"nowhere\"}]}')"_s
            << u"23503"_s;
    }

    void aDefinitionIsChecked()
    {
        QFETCH(QString, call);
        QFETCH(QString, code);
        QCOMPARE(m_database->refusal(u"SELECT integration."_s + call), code);
    }

private:
    TestEvent captured(
        const QString& order, const QString& currency = u"EUR"_s, const QString& channel = u"web"_s) const
    {
        QJsonObject data = orderData(channel, u"12.50"_s, currency);
        data.insert(u"lines"_s,
            QJsonArray{QJsonObject{{u"line"_s, u"1"_s}, {u"sku"_s, u"A"_s}, {u"quantity"_s, u"1"_s}},
                QJsonObject{{u"line"_s, u"2"_s}, {u"sku"_s, u"B"_s}, {u"quantity"_s, u"1"_s}}});
        return {order, u"order_captured"_s, m_start, {}, data};
    }

    QStringList milestone()
    {
        return m_database
            ->rows(
                u"SELECT m.state, m.message, e.source FROM integration.sales_order o, integration.order_milestones(o.id) m "
                "LEFT JOIN integration.business_event e ON e.source LIKE '/signalbox/%' AND e.type LIKE '%failed%' WHERE m.step = 'validation'"_s)
            .value(0);
    }

    void replay()
    {
        m_database->value(
            u"SELECT integration.preview_replay(gen_random_uuid(), ARRAY(SELECT id FROM integration.transaction WHERE status IN ('failed', 'in_doubt')))"_s);
        m_database->run(
            u"SELECT integration.start_operation(o.id, o.manifest, 'again', '{safe,verify,will_fail}') FROM integration.operation o WHERE o.state = 'previewed'"_s);
        m_relay->handOver();
    }

    TestServer m_server;
    std::unique_ptr<IntegrationDatabase> m_database;
    std::unique_ptr<FakeRelay> m_relay;
    QDateTime m_start;
};

SIGNALBOX_TEST(TestDispatch)
#include "tst_dispatch.moc"
