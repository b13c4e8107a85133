// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakerelay.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

/// A step that is given up takes back what was done before it.
class TestCompensation : public QObject
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
        putErp(*m_database, {}, undo(u"payment.void"_s, u"payment_authorization"_s, u"money"_s));
        putErp(*m_database, {}, undo(u"fraud.withdraw"_s, u"fraud_screening"_s));
        putErp(*m_database, {}, validation({}));
    }

    void aPersonGivesItUp_data()
    {
        QTest::addColumn<QString>("done");
        QTest::addColumn<QString>("sent");
        QTest::newRow("both done") << u"payment_authorization fraud_screening"_s << u"fraud.withdraw payment.void"_s;
        QTest::newRow("only what was done") << u"payment_authorization"_s << u"payment.void"_s;
        QTest::newRow("nothing done") << QString() << QString();
    }

    void aPersonGivesItUp()
    {
        QFETCH(QString, done);
        QFETCH(QString, sent);
        fail(done);
        QCOMPARE(compensations(), QString());
        resolve(u"compensated"_s);
        QCOMPARE(compensations(), sent);
        QCOMPARE(
            m_database->value(u"SELECT status FROM integration.transaction WHERE flow = 'erp.post'"_s), u"cancelled"_s);
    }

    void anotherResolutionTakesNothingBack()
    {
        fail(u"payment_authorization"_s);
        resolve(u"fixed_in_target"_s);
        QCOMPARE(compensations(), QString());
    }

    void itsSuccessIsTheEvidence()
    {
        fail(u"payment_authorization"_s);
        resolve(u"compensated"_s);
        const auto claimed = m_relay->claim();
        QCOMPARE(claimed.size(), 1);
        QVERIFY2(claimed.at(0).idempotencyKey.startsWith(u"signalbox/payment.void/1/"_s),
            qPrintable(claimed.at(0).idempotencyKey));
        m_relay->finish({TryEnd::delivered(claimed.at(0))});
        QCOMPARE(state(u"payment_authorization"_s), u"reversed"_s);
        QCOMPARE(state(u"validation"_s), u"failed"_s);
        QCOMPARE(m_database->rebuild(), QStringList());
    }

    void aFailureOfItIsAnExceptionAndCanBeReplayed()
    {
        fail(u"payment_authorization"_s);
        resolve(u"compensated"_s);
        m_relay->finish({TryEnd::rejected(m_relay->claim().at(0))});
        QCOMPARE(
            m_database->value(u"SELECT string_agg(flow, ' ') FROM integration.exception WHERE state <> 'resolved'"_s),
            u"payment.void"_s);
        QCOMPARE(state(u"payment_authorization"_s), u"completed"_s);
        m_database->value(
            u"SELECT integration.preview_replay(gen_random_uuid(), ARRAY(SELECT id FROM integration.transaction WHERE status = 'failed'))"_s);
        m_database->run(
            u"SELECT integration.start_operation(o.id, o.manifest, 'again', '{safe,verify,will_fail}') FROM integration.operation o"_s);
        m_relay->finish({TryEnd::delivered(m_relay->claim().at(0))});
        QCOMPARE(state(u"payment_authorization"_s), u"reversed"_s);
    }

    void itsFlowMayGiveItUpAtOnce()
    {
        putErp(*m_database, {}, validation({u"business_rule"_s}));
        m_database->ingest(events(u"payment_authorization"_s));
        m_relay->finish({TryEnd::failed(m_relay->claim().at(0), u"data"_s, u"not_applied"_s, u"never"_s)});
        QCOMPARE(compensations(), QString()); // another class: a person looks
        m_database->ingest(events(u"payment_authorization"_s, u"2"_s));
        m_relay->finish({TryEnd::failed(m_relay->claim().at(0), u"business_rule"_s, u"not_applied"_s, u"never"_s)});
        QCOMPARE(compensations(), u"payment.void"_s);
        QCOMPARE(
            m_database
                ->rows(
                    u"SELECT x.state, x.resolution, x.resolved_by, t.status FROM integration.exception x JOIN integration.transaction t ON t.id = x.transaction_id WHERE t.business_key = '2'"_s)
                .value(0),
            (QStringList{u"resolved"_s, u"compensated"_s, u"signalbox"_s, u"cancelled"_s}));
    }

    void whoMayNotMoveMoneyMayNotTakeItBack()
    {
        fail(u"payment_authorization"_s);
        const auto as = [this](const QString& name, const QString& role) {
            IntegrationDatabase person(m_server.as(m_database->settings(), name, {role}));
            return person.value(change(u"compensated"_s));
        };
        QVERIFY(as(u"sue"_s, u"signalbox_support"_s).contains(u"signalbox_finance"_s));
        QCOMPARE(compensations(), QString());
        QCOMPARE(as(u"fin"_s, u"signalbox_finance"_s), QString());
        QCOMPARE(compensations(), u"payment.void"_s);
    }

    void aDefinitionIsChecked_data()
    {
        QTest::addColumn<QJsonObject>("flow");
        QTest::newRow("unknown compensation") << QJsonObject{{u"compensation"_s, QJsonArray{u"nothing"_s}}};
        QTest::newRow("one that undoes nothing") << QJsonObject{{u"compensation"_s, QJsonArray{u"erp.post"_s}}};
        QTest::newRow("a compensation with one of its own")
            << QJsonObject{{u"undoes"_s, u"validation"_s}, {u"compensation"_s, QJsonArray{u"payment.void"_s}}};
        QTest::newRow("a compensation with a step")
            << QJsonObject{{u"undoes"_s, u"validation"_s}, {u"step"_s, u"validation"_s}};
    }

    void aDefinitionIsChecked()
    {
        QFETCH(QJsonObject, flow);
        flow.insert(u"code"_s, u"x"_s);
        flow.insert(u"source_system"_s, u"shop"_s);
        flow.insert(u"target_system"_s, u"erp"_s);
        flow.insert(u"effect_class"_s, u"create"_s);
        flow.insert(u"routes"_s, QJsonArray{QJsonObject{{u"target"_s, u"erp"_s}}});
        QCOMPARE(m_database->refusal(u"SELECT integration.put_flow('%1')"_s.arg(
                     QString::fromUtf8(QJsonDocument(flow).toJson(QJsonDocument::Compact)))),
            u"22023"_s);
    }

    void masterDataEnrichesAndRoutes()
    {
        putErp(*m_database, {{u"code"_s, u"cloud"_s}, {u"base_url"_s, u"http://cloud.invalid"_s}});
        const auto put
            = [this](const QString& record) { m_database->run(u"SELECT integration.put_master('%1')"_s.arg(record)); };
        put(uR"({"kind": "product", "key": "A", "data": {"gtin": "4006381333931"}})"_s);
        put(uR"({"kind": "channel", "key": "web", "data": {"company": "1000"}})"_s);
        put(uR"({"kind": "channel", "key": "web", "data": {"company": "2000"}})"_s);
        QJsonObject flow = validation({});
        flow.insert(u"payload"_s,
            QJsonObject{{u"company"_s, u"$master.company"_s},
                {u"items"_s,
                    QJsonObject{
                        {u"$each"_s, u"$lines"_s}, {u"as"_s, QJsonObject{{u"gtin"_s, u"$item.master.gtin"_s}}}}}});
        flow.insert(u"routes"_s,
            QJsonArray{QJsonObject{{u"condition"_s, QJsonObject{{u"master.company"_s, QJsonArray{u"2000"_s}}}},
                           {u"target"_s, u"cloud"_s}},
                QJsonObject{{u"target"_s, u"erp"_s}}});
        putErp(*m_database, {}, flow);
        m_database->ingest(events({}));
        const auto claimed = m_relay->claim(10, u"cloud"_s);
        QCOMPARE(claimed.size(), 1);
        QCOMPARE(QJsonDocument::fromJson(claimed.at(0).content.toUtf8()).object(),
            QJsonDocument::fromJson(R"({"company": "2000", "items": [{"gtin": "4006381333931"}, {"gtin": null}]})")
                .object());
    }

private:
    static QJsonObject undo(const QString& code, const QString& step, const QString& effect = u"create"_s)
    {
        return {{u"code"_s, code}, {u"undoes"_s, step}, {u"effect_class"_s, effect}};
    }

    QJsonObject validation(const QStringList& giveUpOn) const
    {
        return {{u"step"_s, u"validation"_s}, {u"since"_s, m_start.addDays(-1).toString(Qt::ISODate)},
            {u"compensation"_s, QJsonArray{u"payment.void"_s, u"fraud.withdraw"_s}},
            {u"compensate_on"_s, QJsonArray::fromStringList(giveUpOn)}};
    }

    QList<TestEvent> events(const QString& done, const QString& order = u"1"_s) const
    {
        QJsonObject data = orderData(u"web"_s, u"12.50"_s, u"EUR"_s);
        data.insert(u"lines"_s,
            QJsonArray{QJsonObject{{u"line"_s, u"1"_s}, {u"sku"_s, u"A"_s}, {u"quantity"_s, u"1"_s}},
                QJsonObject{{u"line"_s, u"2"_s}, {u"sku"_s, u"B"_s}, {u"quantity"_s, u"1"_s}}});
        QList<TestEvent> events{{order, u"order_captured"_s, m_start, {}, data}};
        for (const QString& step : done.split(u' ', Qt::SkipEmptyParts))
            events.append({order, step, m_start.addSecs(10)});
        return events;
    }

    /// An order whose validation has failed for good, after these steps were done.
    void fail(const QString& done)
    {
        m_database->ingest(events(done));
        m_relay->finish({TryEnd::rejected(m_relay->claim().at(0))});
    }

    static QString change(const QString& resolution)
    {
        return uR"(SELECT c.why FROM (SELECT array_agg(id) AS ids, array_agg(version) AS versions FROM integration.exception) x,
            integration.change_exceptions('resolve', x.ids, x.versions, '{"resolution": "%1", "reason": "told so"}') c)"_s
            .arg(resolution);
    }
    void resolve(const QString& resolution) { QCOMPARE(m_database->value(change(resolution)), QString()); }

    QString compensations()
    {
        return m_database->value(
            u"SELECT string_agg(flow, ' ' ORDER BY flow) FROM integration.transaction WHERE flow <> 'erp.post'"_s);
    }
    QString state(const QString& step)
    {
        return m_database->value(u"SELECT state FROM integration.milestone WHERE step = '%1'"_s.arg(step));
    }

    TestServer m_server;
    std::unique_ptr<IntegrationDatabase> m_database;
    std::unique_ptr<FakeRelay> m_relay;
    QDateTime m_start;
};

SIGNALBOX_TEST(TestCompensation)
#include "tst_compensation.moc"
