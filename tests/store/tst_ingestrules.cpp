// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/pgrulessource.h"
#include "tests/support/integrationdatabase.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

const QDateTime monday = utc(u"2018-03-05 00:00"_s); // 01:00 in Berlin

/// "10:00" is on that Monday, "2 10:00" two days later.
QDateTime timeOf(const QString& text)
{
    const QString clock = text.section(u' ', -1);
    const int days = text.contains(u' ') ? text.section(u' ', 0, 0).toInt() : 0;
    return monday.addDays(days).addSecs(
        clock.section(u':', 0, 0).toInt() * 3600 + clock.section(u':', 1, 1).toInt() * 60);
}

QString textOf(const QString& milliseconds)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(milliseconds.toLongLong(), Qt::UTC);
    const qint64 days = monday.daysTo(time);
    const QString clock = time.toString(time.time().second() == 0 ? u"HH:mm"_s : u"HH:mm:ss"_s);
    return days == 0 ? clock : QString::number(days) + u' ' + clock;
}

/// "10:00 order_captured, 1 09:30 shipment_confirmation@shipment/1" as events of one order.
QList<TestEvent> eventsOf(const QString& order, const QString& text, const QString& channel)
{
    static const QRegularExpression form(u"^((?:\\d+ )?\\d+:\\d+) ([a-z_.]+)(?:@(\\S+))?\\z"_s);
    QList<TestEvent> events;
    for (const QString& part : text.split(u", "_s, Qt::SkipEmptyParts)) {
        const auto match = form.match(part.trimmed());
        if (!match.hasMatch())
            qFatal("no event: %s", qPrintable(part));
        TestEvent event{order, match.captured(2), timeOf(match.captured(1)), match.captured(3), {}};
        if (event.what == u"order_captured"_s)
            event.data = orderData(channel, u"139.94"_s, u"EUR"_s, {{u"number"_s, QString(u"N-"_s + order)}});
        events.append(event);
    }
    return events;
}

const QString path
    = u"10:00 order_captured, 10:01 validation, 10:02 fraud_screening, 10:03 payment_authorization@payment/1, "
      "10:04 inventory_reservation, 10:05 erp_order_creation, 10:06 fulfillment_routing"_s;

} // namespace

class TestIngestRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        SIGNALBOX_REQUIRE(m_server);
        m_database = std::make_unique<IntegrationDatabase>(m_server.freshDatabase());
        for (const char* channel :
            {R"({"channel":"web","process":"ship_to_home"})", R"({"channel":"market","process":"marketplace"})",
                R"({"channel":"till","process":"store_sale"})", R"({"channel":"pickup","process":"click_and_collect"})",
                R"({"channel":"sparse","process":"ship_to_home","supplies":["order_captured","payment_authorization",
                     "shipment_confirmation","delivery_confirmation"]})",
                R"({"channel":"mute","process":"ship_to_home","supplies":[]})",
                R"({"channel":"open","process":"ship_to_home","supplies":null})"})
            m_database->putChannel(channel);
    }

    void milestones_data()
    {
        QTest::addColumn<QString>("channel");
        QTest::addColumn<QString>("events");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char* name, const QString& channel, const QString& events,
                             const QStringList& expected) { QTest::newRow(name) << channel << events << expected; };
        const QString captured = u"10:00 order_captured, "_s;
        const QString web = u"web"_s;

        row("captured", web, captured,
            {u"order_captured: completed at 10:00 eligible 10:00"_s,
                u"validation: pending eligible 10:00 warn 10:01 due 10:05"_s,
                u"fraud_screening: pending eligible 10:00 warn 10:15 due 14:00"_s,
                u"payment_authorization: pending eligible 10:00 warn 10:05 due 10:30"_s,
                u"inventory_reservation: blocked"_s, u"erp_order_creation: blocked"_s,
                u"shipment_confirmation: blocked"_s, u"settlement_posting: blocked"_s});
        row("completed", web, captured + u"10:04 validation"_s,
            {u"validation: completed at 10:04 eligible 10:00 warn 10:01 due 10:05"_s,
                u"inventory_reservation: pending eligible 10:04 warn 10:05 due 10:09"_s,
                u"erp_order_creation: blocked"_s});
        row("completed exactly when due", web, captured + u"10:05 validation"_s,
            {u"validation: completed at 10:05 eligible 10:00 warn 10:01 due 10:05"_s});
        row("completed late", web, captured + u"10:06 validation"_s,
            {u"validation: completed at 10:06 eligible 10:00 warn 10:01 due 10:05 late"_s});
        row("completed twice: the first counts", web, captured + u"10:06 validation, 10:04 validation.completed"_s,
            {u"validation: completed at 10:04 eligible 10:00 warn 10:01 due 10:05"_s});
        row("started", web, captured + u"10:02 validation.started"_s,
            {u"validation: in_progress started 10:02 eligible 10:00 warn 10:01 due 10:05"_s});
        row("started twice: the first counts", web, captured + u"10:03 validation.started, 10:02 validation.started"_s,
            {u"validation: in_progress started 10:02 eligible 10:00 warn 10:01 due 10:05"_s});
        row("started and completed", web, captured + u"10:02 validation.started, 10:03 validation"_s,
            {u"validation: completed at 10:03 started 10:02 eligible 10:00 warn 10:01 due 10:05"_s});
        row("failed", web, captured + u"10:02 validation.failed"_s,
            {u"validation: failed failed 10:02 eligible 10:00 warn 10:01 due 10:05"_s,
                u"inventory_reservation: blocked"_s});
        row("failed, then completed", web, captured + u"10:02 validation.failed, 10:03 validation"_s,
            {u"validation: completed at 10:03 failed 10:02 eligible 10:00 warn 10:01 due 10:05"_s,
                u"inventory_reservation: pending eligible 10:03 warn 10:04 due 10:08"_s});
        row("completed, then failed", web, captured + u"10:02 validation, 10:03 validation.failed"_s,
            {u"validation: failed failed 10:03 eligible 10:00 warn 10:01 due 10:05 contradiction"_s,
                u"inventory_reservation: blocked"_s});
        row("completed, failed, completed", web,
            captured + u"10:02 validation, 10:03 validation.failed, 10:08 validation"_s,
            {u"validation: completed at 10:08 failed 10:03 eligible 10:00 warn 10:01 due 10:05 late contradiction"_s});
        row("failed and completed at once", web, captured + u"10:02 validation.failed, 10:02 validation"_s,
            {u"validation: completed at 10:02 failed 10:02 eligible 10:00 warn 10:01 due 10:05"_s});
        row("reversed", web, captured + u"10:02 validation, 10:03 validation.reversed"_s,
            {u"validation: reversed eligible 10:00 warn 10:01 due 10:05 reversed"_s,
                u"inventory_reservation: blocked"_s});
        row("reversed and completed at once", web, captured + u"10:02 validation, 10:02 validation.reversed"_s,
            {u"validation: reversed eligible 10:00 warn 10:01 due 10:05 reversed"_s});
        row("reversed, then completed again", web,
            captured + u"10:02 validation, 10:03 validation.reversed, 10:04 validation"_s,
            {u"validation: completed at 10:04 eligible 10:00 warn 10:01 due 10:05 reversed"_s});
        row("reversed without a completion", web, captured + u"10:02 validation.reversed"_s,
            {u"validation: reversed eligible 10:00 warn 10:01 due 10:05 reversed"_s});
        row("skipped", web,
            captured + u"10:01 validation, 10:02 payment_authorization, 10:03 fraud_screening.skipped"_s,
            {u"fraud_screening: not_applicable eligible 10:00 warn 10:15 due 14:00"_s,
                u"erp_order_creation: pending eligible 10:03 warn 10:08 due 10:18"_s});
        row("skipped, then completed", web, captured + u"10:02 fraud_screening.skipped, 10:03 fraud_screening"_s,
            {u"fraud_screening: completed at 10:03 eligible 10:00 warn 10:15 due 14:00"_s});
        row("unknown", web,
            captured + u"10:01 validation, 10:02 payment_authorization, 10:04 fraud_screening.unknown"_s,
            {u"fraud_screening: unknown eligible 10:00 warn 10:15 due 14:00 no_time"_s,
                u"erp_order_creation: pending eligible 10:04 warn 10:09 due 10:19"_s});
        row("unknown, long past due, is not late", web, captured + u"3 10:00 validation.unknown"_s,
            {u"validation: unknown eligible 10:00 warn 10:01 due 10:05 no_time"_s});
        row("unknown, then completed", web, captured + u"10:01 validation.unknown, 10:02 validation"_s,
            {u"validation: completed at 10:02 eligible 10:00 warn 10:01 due 10:05"_s});
        row("predecessor missing", web, captured + u"10:05 erp_order_creation"_s,
            {u"erp_order_creation: completed at 10:05 predecessor_missing"_s});
        row("predecessor later", web, captured + u"10:04 validation, 10:02 inventory_reservation"_s,
            {u"inventory_reservation: completed at 10:02 eligible 10:04 warn 10:05 due 10:09 before_predecessor"_s});
        row("one predecessor later, one missing", web, captured + u"10:04 validation, 10:02 erp_order_creation"_s,
            {u"erp_order_creation: completed at 10:02 before_predecessor,predecessor_missing"_s});
        row("may precede", web, path + u", 10:07 payment_capture@payment/1, 11:00 shipment_confirmation@shipment/1"_s,
            {u"payment_capture@payment/1: completed at 10:07 eligible 11:00 warn 11:15 due 12:00"_s,
                u"settlement_receipt@payment/1: pending eligible 10:07 warn 2 10:07 due 3 10:07"_s});
        row("may precede what is missing", web, path + u", 10:07 payment_capture@payment/1"_s,
            {u"payment_capture@payment/1: completed at 10:07"_s});
        row("in the warehouse's hours", web, path.chopped(27) + u", 21:30 fulfillment_routing"_s,
            {u"fulfillment_routing: completed at 21:30 eligible 10:05 warn 10:20 due 11:05 late"_s});
        row("routing waits for the morning", web,
            u"20:40 order_captured, 20:41 validation, 20:42 fraud_screening, "
            "20:43 payment_authorization, 20:44 inventory_reservation, 20:45 erp_order_creation"_s,
            {u"fulfillment_routing: pending eligible 20:45 warn 21:00 due 1 05:45"_s});
        row("three days do not count the weekend", web,
            QString(path).replace(u", "_s, u", 3 "_s).replace(u"10:00 order"_s, u"3 10:00 order"_s),
            {u"shipment_confirmation: pending eligible 3 10:06 warn 7 19:42 due 8 10:06"_s});

        row("cancelled", web, captured + u"10:03 validation, 10:10 cancelled"_s,
            {u"validation: completed at 10:03 eligible 10:00 warn 10:01 due 10:05"_s,
                u"inventory_reservation: not_applicable eligible 10:03 warn 10:04 due 10:08"_s,
                u"erp_order_creation: not_applicable"_s, u"settlement_posting: not_applicable"_s});
        row("cancelled: failed and started are moot", web,
            captured + u"10:01 validation.failed, 10:01 fraud_screening.started, 10:10 cancelled"_s,
            {u"validation: not_applicable failed 10:01 eligible 10:00 warn 10:01 due 10:05"_s,
                u"fraud_screening: not_applicable started 10:01 eligible 10:00 warn 10:15 due 14:00"_s});
        row("reached after the cancellation", web, captured + u"10:12 validation, 10:10 cancelled"_s,
            {u"validation: completed at 10:12 eligible 10:00 warn 10:01 due 10:05 late after_cancellation"_s});
        row("cancelled twice: the first counts", web,
            captured + u"10:12 validation, 10:14 cancelled, 10:10 cancelled"_s,
            {u"validation: completed at 10:12 eligible 10:00 warn 10:01 due 10:05 late after_cancellation"_s});

        row("split shipments", web,
            path
                + u", 1 09:00 shipment_confirmation@shipment/1, 1 15:00 shipment_confirmation@shipment/2, 1 09:20 goods_issue_posting@shipment/1"_s,
            {u"shipment_confirmation@shipment/1: completed at 1 09:00 eligible 10:06 warn 2 19:42 due 3 10:06"_s,
                u"goods_issue_posting@shipment/1: completed at 1 09:20 eligible 1 09:00 warn 1 09:30 due 1 10:00"_s,
                u"goods_issue_posting@shipment/2: pending eligible 1 15:00 warn 1 15:30 due 1 16:00"_s,
                u"shop_fulfillment_update@shipment/1: pending eligible 1 09:00 warn 1 09:10 due 1 09:30"_s,
                u"payment_capture@payment/1: pending eligible 1 15:00 warn 1 15:15 due 1 16:00"_s,
                u"invoice: pending eligible 1 15:00 warn 1 16:00 due 2 15:00"_s, u"shipment_confirmation: none"_s});
        row("a shipment known, not yet shipped", web,
            path + u", 1 09:00 shipment_confirmation@shipment/1, 1 09:00 shipment_confirmation.started@shipment/2"_s,
            {u"shipment_confirmation@shipment/2: in_progress started 1 09:00 eligible 10:06 warn 2 19:42 due 3 10:06"_s,
                u"goods_issue_posting@shipment/1: pending eligible 1 09:00 warn 1 09:30 due 1 10:00"_s,
                u"goods_issue_posting@shipment/2: blocked"_s, u"invoice: blocked"_s});
        row("two payments", web,
            captured
                + u"10:01 validation, 10:02 fraud_screening, 10:03 payment_authorization@payment/card, 10:20 payment_authorization@payment/voucher"_s,
            {u"payment_authorization@payment/card: completed at 10:03 eligible 10:00 warn 10:05 due 10:30"_s,
                u"payment_authorization@payment/voucher: completed at 10:20 eligible 10:00 warn 10:05 due 10:30"_s,
                u"erp_order_creation: pending eligible 10:20 warn 10:25 due 10:35"_s,
                u"payment_capture@payment/card: blocked"_s, u"payment_capture@payment/voucher: blocked"_s,
                u"payment_capture: none"_s});
        row("one of two payments", web,
            captured
                + u"10:01 validation, 10:02 fraud_screening, 10:03 payment_authorization@payment/card, 10:04 payment_authorization.failed@payment/voucher"_s,
            {u"payment_authorization@payment/voucher: failed failed 10:04 eligible 10:00 warn 10:05 due 10:30"_s,
                u"erp_order_creation: blocked"_s});
        row("a return", web, captured + u"1 09:00 return_requested@return/R1"_s,
            {u"return_requested@return/R1: completed at 1 09:00 eligible 1 09:00"_s,
                u"return_authorized@return/R1: pending eligible 1 09:00 warn 1 21:00 due 2 09:00"_s,
                u"return_received@return/R1: blocked"_s, u"refund_issued@return/R1: blocked"_s});
        row("a return heard of late", web, captured + u"1 09:00 return_authorized@return/R1"_s,
            {u"return_requested@return/R1: pending eligible 1 09:00"_s,
                u"return_authorized@return/R1: completed at 1 09:00 predecessor_missing"_s});
        row("a refund without goods", web, captured + u"1 09:00 refund_issued@refund/F1"_s,
            {u"refund_issued@refund/F1: completed at 1 09:00 eligible 1 09:00 warn 2 09:00 due 3 09:00"_s,
                u"refund_settled@refund/F1: pending eligible 1 09:00 warn 2 09:00 due 4 09:00"_s,
                u"credit_memo_posted@refund/F1: pending eligible 1 09:00 warn 2 09:00 due 3 09:00"_s,
                u"return_received@refund/F1: none"_s, u"inspection@refund/F1: none"_s,
                u"restock_posted@refund/F1: none"_s});
        row("a refund with goods after all", web,
            captured + u"1 09:00 refund_issued@refund/F1, 1 08:00 return_received@refund/F1"_s,
            {u"return_received@refund/F1: completed at 1 08:00 predecessor_missing"_s,
                u"inspection@refund/F1: none"_s});
        row("a refund may precede the inspection", web,
            captured
                + u"1 08:00 return_requested@return/R1, 1 08:10 return_authorized@return/R1, "
                  "1 08:20 refund_issued@return/R1"_s,
            {u"refund_issued@return/R1: completed at 1 08:20"_s,
                u"return_received@return/R1: pending eligible 1 08:10 warn 11 08:10 due 15 08:10"_s,
                u"refund_settled@return/R1: pending eligible 1 08:20 warn 2 08:20 due 4 08:20"_s});
        row("two returns", web,
            captured
                + u"1 09:00 return_requested@return/R1, 2 09:00 return_requested@return/R2, 2 10:00 return_authorized@return/R2"_s,
            {u"return_authorized@return/R1: pending eligible 1 09:00 warn 1 21:00 due 2 09:00"_s,
                u"return_authorized@return/R2: completed at 2 10:00 eligible 2 09:00 warn 2 21:00 due 3 09:00"_s});
        row("a return of a cancelled order goes on", web,
            captured + u"10:10 cancelled, 1 09:00 return_requested@return/R1"_s,
            {u"validation: not_applicable eligible 10:00 warn 10:01 due 10:05"_s,
                u"return_authorized@return/R1: pending eligible 1 09:00 warn 1 21:00 due 2 09:00"_s});

        row("without a source", u"sparse"_s, captured + u"10:03 payment_authorization"_s,
            {u"validation: unknown"_s, u"erp_order_creation: unknown"_s, u"invoice: unknown"_s,
                u"payment_authorization: completed at 10:03 eligible 10:00 warn 10:05 due 10:30"_s,
                u"shipment_confirmation: pending eligible 10:03 warn 2 19:39 due 3 10:03"_s,
                u"delivery_confirmation: blocked"_s});
        row("without a source, yet something was said", u"sparse"_s,
            captured + u"10:03 payment_authorization, 10:30 erp_order_creation"_s,
            {u"erp_order_creation: completed at 10:30 eligible 10:03 warn 10:08 due 10:18 late"_s,
                u"shipment_confirmation: pending eligible 10:03 warn 2 19:39 due 3 10:03"_s});
        row("no step has a source", u"mute"_s, captured + u"10:04 validation"_s,
            {u"order_captured: completed at 10:00 eligible 10:00"_s,
                u"validation: completed at 10:04 eligible 10:00 warn 10:01 due 10:05"_s,
                u"inventory_reservation: unknown"_s, u"erp_order_creation: unknown"_s, u"invoice: unknown"_s});
        row("no list of sources is all steps", u"open"_s, captured,
            {u"validation: pending eligible 10:00 warn 10:01 due 10:05"_s, u"erp_order_creation: blocked"_s});
        row("not in the process", web, captured + u"10:02 acceptance"_s,
            {u"acceptance: completed at 10:02 not_in_process"_s,
                u"validation: pending eligible 10:00 warn 10:01 due 10:05"_s});
        row("not in the process, failed", u"till"_s, captured + u"10:02 fraud_screening.failed"_s,
            {u"fraud_screening: failed failed 10:02 not_in_process"_s});

        row("store sale", u"till"_s, captured + u"10:20 stock_posting, 10:10 erp_order_creation"_s,
            {u"stock_posting: completed at 10:20 eligible 10:00 warn 10:15 due 10:30"_s,
                u"payment_capture: pending eligible 10:00 warn 22:00 due 1 10:00"_s,
                u"invoice: pending eligible 10:10 warn 11:10 due 1 10:10"_s});
        row("marketplace", u"market"_s, captured + u"10:30 acceptance, 10:05 payment_authorization"_s,
            {u"acceptance: completed at 10:30 eligible 10:00 warn 10:15 due 11:00"_s,
                u"payment_authorization: completed at 10:05 eligible 10:30 warn 1 10:30 due 3 10:30"_s, // may precede
                u"inventory_reservation: pending eligible 10:30 warn 10:31 due 10:35"_s,
                u"erp_order_creation: pending eligible 10:30 warn 10:35 due 10:45"_s});
        row("click and collect", u"pickup"_s, path + u", 11:00 ready_for_pickup@shipment/1"_s,
            {u"ready_for_pickup@shipment/1: completed at 11:00 eligible 10:06 warn 12:06 due 14:06"_s,
                u"collection@shipment/1: pending eligible 11:00 warn 5 11:00 due 7 11:00"_s,
                u"customer_notification@shipment/1: pending eligible 11:00 warn 11:05 due 11:30"_s});
    }

    void milestones()
    {
        QFETCH(QString, channel);
        QFETCH(QString, events);
        QFETCH(QStringList, expected);
        const QString forward = nextOrder();
        const QString backward = nextOrder();
        const QList<TestEvent> said = eventsOf(forward, events, channel);
        m_database->ingest(said);
        const QList<TestEvent> again = eventsOf(backward, events, channel);
        for (auto event = again.crbegin(); event != again.crend(); ++event) // each by itself, the last one first
            m_database->ingest(QList<TestEvent>{*event});

        for (const QString& order : {forward, backward}) {
            const QMap<QString, QString> told = milestonesOf(order);
            for (const QString& line : std::as_const(expected)) {
                const QString step = line.section(u": "_s, 0, 0);
                QCOMPARE(step + u": "_s + told.value(step, u"none"_s), line);
            }
        }
        QCOMPARE(m_database->rebuild(), QStringList());
    }

    void orders_data()
    {
        QTest::addColumn<QString>("channel");
        QTest::addColumn<QString>("events");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const QString& channel, const QString& events, const QString& expected) {
            QTest::newRow(name) << channel << events << expected;
        };
        const QString web = u"web"_s;
        const QString captured = u"10:00 order_captured, "_s;
        const QString shipped = path
            + u", 11:00 shipment_confirmation@shipment/1, 11:05 goods_issue_posting@shipment/1, "
              "11:06 shop_fulfillment_update@shipment/1, 11:07 customer_notification@shipment/1"_s;
        const QString done = shipped
            + u", 2 11:00 delivery_confirmation@shipment/1, 11:10 payment_capture@payment/1, 11:20 invoice, "
              "1 11:00 settlement_receipt@payment/1, 1 12:00 settlement_posting@payment/1"_s;
        row("captured", web, captured,
            u"waiting none none none; waits validation pending since 10:00 warn 10:01 due 10:05; 1 of 16 open 3 late 0 failed 0 odd 0"_s);
        row("failed", web, captured + u"10:02 fraud_screening.failed"_s,
            u"failed none none none; waits validation pending since 10:00 warn 10:01 due 10:05; 1 of 16 open 3 late 0 failed 1 odd 0"_s);
        row("reserved, authorized", web, path.chopped(53),
            u"waiting reserved authorized none; waits erp_order_creation pending since 10:03 warn 10:08 due 10:18; 5 of 16 open 1 late 0 failed 0 odd 0"_s);
        row("routed", web, path,
            u"waiting routed authorized none; waits shipment_confirmation pending since 10:06 warn 2 19:42 due 3 10:06; 7 of 16 open 1 late 0 failed 0 odd 0"_s);
        row("authorization failed", web, captured + u"10:01 payment_authorization.failed"_s,
            u"failed none failed none; waits validation pending since 10:00 warn 10:01 due 10:05; 1 of 16 open 3 late 0 failed 1 odd 0"_s);
        row("shipped", web, shipped,
            u"waiting shipped authorized none; waits payment_capture@payment/1 pending since 11:00 warn 11:15 due 12:00; 11 of 16 open 3 late 0 failed 0 odd 0"_s);
        row("done", web, done, u"done delivered posted none; waits none; 16 of 16 open 0 late 0 failed 0 odd 0"_s);
        row("skipped steps do not apply", web, captured + u"10:01 validation.skipped, 10:01 fraud_screening.skipped"_s,
            u"waiting none none none; waits inventory_reservation pending since 10:01 warn 10:02 due 10:06; 1 of 14 open 2 late 0 failed 0 odd 0"_s);
        row("done, late once", web,
            QString(done)
                .replace(u"10:01 validation"_s, u"10:06 validation"_s)
                .replace(u"10:04 inv"_s, u"10:07 inv"_s)
                .replace(u"10:05 erp"_s, u"10:07 erp"_s)
                .replace(u"10:06 fulf"_s, u"10:08 fulf"_s),
            u"done delivered posted none; waits none; 16 of 16 open 0 late 1 failed 0 odd 0"_s);
        row("cancelled early", web, captured + u"10:03 validation, 10:10 cancelled"_s,
            u"cancelled cancelled none none; waits none; 2 of 2 open 0 late 0 failed 0 odd 0"_s);
        row("cancelled after the authorization", web, path + u", 10:10 cancelled"_s,
            u"cancelled cancelled voided none; waits none; 7 of 7 open 0 late 0 failed 0 odd 0"_s);
        row("cancelled after the shipment", web, shipped + u", 11:10 payment_capture@payment/1, 11:30 cancelled"_s,
            u"cancelled shipped captured none; waits none; 12 of 12 open 0 late 0 failed 0 odd 0"_s);
        row("cancelled, a failure before is moot", web, captured + u"10:03 validation.failed, 10:10 cancelled"_s,
            u"cancelled cancelled none none; waits none; 1 of 1 open 0 late 0 failed 0 odd 0"_s);
        row("cancelled and all done, a step of another process under way", u"pickup"_s,
            captured + u"10:01 stock_posting.started, 10:10 cancelled"_s,
            u"done cancelled none none; waits stock_posting in_progress since 10:01; 1 of 1 open 1 late 0 failed 0 odd 1"_s);
        row("return requested", web, done + u", 9 09:00 return_requested@return/R1"_s,
            u"waiting delivered posted requested; waits return_authorized@return/R1 pending since 9 09:00 warn 9 21:00 due 10 09:00; 17 of 25 open 1 late 0 failed 0 odd 0"_s);
        row("return authorized changes no money", web,
            done + u", 9 09:00 return_requested@return/R1, 9 10:00 return_authorized@return/R1"_s,
            u"waiting delivered posted authorized; waits return_received@return/R1 pending since 9 10:00 warn 19 10:00 due 23 10:00; 18 of 25 open 1 late 0 failed 0 odd 0"_s);
        row("refunded, not settled", web,
            done
                + u", 9 09:00 return_requested@return/R1, 9 10:00 return_authorized@return/R1, 9 11:00 refund_issued@return/R1"_s,
            u"waiting delivered posted refunded; waits credit_memo_posted@return/R1 pending since 9 11:00 warn 10 11:00 due 11 11:00; 19 of 25 open 3 late 0 failed 0 odd 0"_s);
        row("refund settled", web, done + u", 9 11:00 refund_settled@refund/F1"_s,
            u"waiting delivered refunded none; waits refund_notification@refund/F1 pending since 9 11:00 warn 9 11:05 due 9 11:30; 17 of 22 open 3 late 0 failed 0 odd 1"_s);
        row("return closed", web,
            done
                + u", 9 09:00 return_requested@return/R1, 9 10:00 return_authorized@return/R1, "
                  "9 11:00 return_received@return/R1, 9 12:00 inspection@return/R1, 9 12:10 restock_posted@return/R1, "
                  "9 13:00 refund_issued@return/R1, 9 14:00 refund_settled@return/R1, "
                  "9 15:00 credit_memo_posted@return/R1, 9 14:10 refund_notification@return/R1"_s,
            u"done delivered refunded closed; waits none; 25 of 25 open 0 late 0 failed 0 odd 0"_s);
        row("reversed: neither open nor done", web,
            captured
                + u"10:02 validation, 10:03 validation.reversed, 10:03 fraud_screening, 10:03 payment_authorization"_s,
            u"waiting none authorized none; waits none; 3 of 16 open 0 late 0 failed 0 odd 1"_s);
        row("store sale", u"till"_s, captured,
            u"waiting collected none none; waits stock_posting pending since 10:00 warn 10:15 due 10:30; 1 of 7 open 3 late 0 failed 0 odd 0"_s);
        row("without a source", u"sparse"_s, captured,
            u"waiting none none none; waits payment_authorization pending since 10:00 warn 10:05 due 10:30; 1 of 4 open 1 late 0 failed 0 odd 0"_s);
        row("without a source, done", u"sparse"_s,
            captured
                + u"10:05 payment_authorization, 11:00 shipment_confirmation@shipment/1, 2 11:00 delivery_confirmation@shipment/1"_s,
            u"done delivered authorized none; waits none; 4 of 4 open 0 late 0 failed 0 odd 0"_s);
        row("no step has a source", u"mute"_s, captured,
            u"done unknown unknown none; waits none; 1 of 1 open 0 late 0 failed 0 odd 0"_s);
        row("not in the process does not count as done", web, captured + u"10:02 acceptance"_s,
            u"waiting none none none; waits validation pending since 10:00 warn 10:01 due 10:05; 1 of 16 open 3 late 0 failed 0 odd 1"_s);
        row("unknown is done, not late", web, captured + u"3 10:00 validation.unknown"_s,
            u"waiting none none none; waits payment_authorization pending since 10:00 warn 10:05 due 10:30; 2 of 16 open 3 late 0 failed 0 odd 1"_s);
        row("what has no due time waits last", web,
            captured
                + u"10:01 validation, 10:01 fraud_screening, 10:01 payment_authorization, "
                  "10:01 inventory_reservation, 10:01 erp_order_creation, 10:01 fulfillment_routing, "
                  "11:00 shipment_confirmation@shipment/1, 11:00 goods_issue_posting@shipment/1, "
                  "11:00 shop_fulfillment_update@shipment/1, 11:00 customer_notification@shipment/1, "
                  "11:00 payment_capture, 11:00 invoice, 11:00 settlement_receipt, 11:00 settlement_posting"_s,
            u"waiting shipped posted none; waits delivery_confirmation@shipment/1 pending since 11:00; 15 of 16 open 1 late 0 failed 0 odd 0"_s);
    }

    void orders()
    {
        QFETCH(QString, channel);
        QFETCH(QString, events);
        QFETCH(QString, expected);
        const QString order = nextOrder();
        m_database->ingest(eventsOf(order, events, channel));
        QCOMPARE(summaryOf(order), expected);
    }

    void anOrderBeforeItsCapture()
    {
        const QString order = nextOrder();
        m_database->ingest(eventsOf(order, u"10:30 erp_order_creation"_s, {}));
        QCOMPARE(
            m_database->rows(
                u"SELECT order_number, channel, process, placed_at, total_minor, currency FROM integration.sales_order "
                "WHERE order_key = $1"_s,
                {order}),
            QList<QStringList>({{order, u"unknown"_s, u"ship_to_home"_s, u"2018-03-05 10:30:00+00"_s, {}, {}}}));
        QCOMPARE(milestonesOf(order).value(u"order_captured"_s), u"pending eligible 10:30"_s);

        m_database->ingest(eventsOf(order, u"10:00 order_captured"_s, u"market"_s));
        QCOMPARE(
            m_database->rows(
                u"SELECT order_number, channel, process, placed_at, total_minor, currency, first_event_at, last_event_at "
                "FROM integration.sales_order WHERE order_key = $1"_s,
                {order}),
            QList<QStringList>({{u"N-"_s + order, u"market"_s, u"marketplace"_s, u"2018-03-05 10:00:00+00"_s,
                u"13994"_s, u"EUR"_s, u"2018-03-05 10:00:00+00"_s, u"2018-03-05 10:30:00+00"_s}}));
        const auto told = milestonesOf(order);
        QCOMPARE(told.value(u"order_captured"_s), u"completed at 10:00 eligible 10:00"_s);
        QCOMPARE(told.value(u"acceptance"_s), u"pending eligible 10:00 warn 10:15 due 11:00"_s);
        QVERIFY(!told.contains(u"validation"_s));
    }

    void attributesSettleByEventTime()
    {
        const auto changed = [](const QString& order, const QString& time, const QString& id, const QJsonObject& said) {
            TestEvent event{order, u"changed"_s, timeOf(time), {}, {{u"order"_s, said}}};
            event.id = order + id;
            return event;
        };
        QStringList states;
        for (int turn = 0; turn < 6; ++turn) {
            const QString order = nextOrder();
            QList<TestEvent> events = eventsOf(order, u"10:00 order_captured"_s, u"web"_s);
            events[0].data = orderData(
                u"web"_s, u"100"_s, u"EUR"_s, {{u"number"_s, u"1"_s}, {u"customer"_s, u"anna@example.org"_s}});
            events.append(changed(order, u"12:00"_s, u"b"_s, {{u"total"_s, u"90.50"_s}, {u"currency"_s, u"EUR"_s}}));
            events.append(changed(order, u"11:00"_s, u"c"_s,
                {{u"total"_s, u"70"_s}, {u"currency"_s, u"USD"_s}, {u"customer"_s, u"bert@example.org"_s},
                    {u"promisedAt"_s, u"2018-03-09T00:00:00+01:00"_s}}));
            events.append(changed(order, u"12:00"_s, u"a"_s,
                {{u"total"_s, u"80"_s}, {u"currency"_s, u"EUR"_s}, {u"number"_s, u"2"_s}})); // a tie: b counts
            events.append(changed(order, u"13:00"_s, u"d"_s,
                {{u"number"_s, QJsonValue()}, {u"total"_s, QJsonValue()},
                    {u"customer"_s, QJsonValue()}})); // says nothing
            std::rotate(events.begin(), events.begin() + turn % events.size(), events.end());
            if (turn == 5)
                std::reverse(events.begin(), events.end());
            for (const TestEvent& event : std::as_const(events))
                m_database->ingest(QList<TestEvent>{event});
            states.append(
                m_database
                    ->rows(
                        u"SELECT order_number, total_minor, currency, customer, promised_at, placed_at FROM integration.sales_order "
                        "WHERE order_key = $1"_s,
                        {order})
                    .constFirst()
                    .join(u' '));
        }
        states.removeDuplicates();
        QCOMPARE(states, QStringList(u"2 9050 EUR b***@example.org 2018-03-08 23:00:00+00 2018-03-05 10:00:00+00"_s));
        QCOMPARE(m_database->rebuild(), QStringList());
    }

    void contradictionsAreMarked_data()
    {
        QTest::addColumn<QStringList>("captures"); // time, id, total
        QTest::addColumn<bool>("marked");
        const auto row = [](const char* name, const QStringList& captures, bool marked) {
            QTest::newRow(name) << captures << marked;
        };
        row("captured once", {u"10:00 a 5"_s}, false);
        row("by two with the same total", {u"10:00 a 5"_s, u"10:01 b 5.00"_s}, false);
        row("by two with different totals", {u"10:00 a 5"_s, u"10:01 b 6"_s}, true);
        row("with different totals at once", {u"10:00 a 5"_s, u"10:00 b 6 /other"_s}, true);
        row("corrected by its source", {u"10:00 a 5"_s, u"10:00 b 6"_s}, false);
        row("the last agrees with the first", {u"10:00 a 5"_s, u"10:01 b 6"_s, u"10:02 c 5"_s}, true);
        row("one names no total", {u"10:00 a 5"_s, u"10:01 b"_s}, false);
        row("the same event at another time", {u"10:00 a 5"_s, u"10:01 a 5"_s}, true);
        row("the same event again", {u"10:00 a 5"_s, u"10:00 a 5"_s}, false);
    }

    void contradictionsAreMarked()
    {
        QFETCH(QStringList, captures);
        QFETCH(bool, marked);
        for (int turn = 0; turn < 6; ++turn) { // in any order
            const QString order = nextOrder();
            QList<TestEvent> events;
            for (const QString& capture : std::as_const(captures)) {
                const QStringList words = capture.split(u' ');
                TestEvent event{order, u"order_captured"_s, timeOf(words.at(0)), {}, {}};
                event.id = order + words.at(1);
                if (words.size() > 3)
                    event.source = words.at(3);
                if (words.size() > 2)
                    event.data = orderData(u"web"_s, words.at(2), u"EUR"_s);
                events.append(event);
            }
            TestEvent amended{order, u"changed"_s, timeOf(u"11:00"_s), {}, orderData(u"web"_s, u"7"_s, u"EUR"_s)};
            events.append(amended); // an amendment contradicts nothing
            events.append(TestEvent{order, u"validation"_s, timeOf(u"11:01"_s), {}, {}});
            std::sort(events.begin(), events.end(), [turn](const TestEvent& a, const TestEvent& b) {
                return qHash(a.identity() + a.time.toString(), size_t(turn))
                    < qHash(b.identity() + b.time.toString(), size_t(turn));
            });
            for (const TestEvent& event : std::as_const(events))
                m_database->ingest(QList<TestEvent>{event});
            const auto told = milestonesOf(order);
            QVERIFY(told.value(u"order_captured"_s).startsWith(u"completed at 10:00 "_s));
            QCOMPARE(told.value(u"order_captured"_s).contains(u"contradiction"_s), marked);
            QVERIFY(!told.value(u"validation"_s).contains(u"contradiction"_s));
        }
        QCOMPARE(m_database->rebuild(), QStringList());
    }

    void linesAndReferencesSettleByEventTime()
    {
        for (const bool backward : {false, true}) {
            const QString order = nextOrder();
            QList<TestEvent> events = eventsOf(order, u"10:00 order_captured"_s, u"web"_s);
            const auto line = [](const char* name, const char* sku, const char* quantity) {
                return QJsonObject{{u"line"_s, QLatin1StringView(name)}, {u"sku"_s, QLatin1StringView(sku)},
                    {u"quantity"_s, QLatin1StringView(quantity)}, {u"unitPrice"_s, u"9.90"_s}};
            };
            const auto reference = [](const QString& id) {
                return QJsonObject{{u"system"_s, u"erp"_s}, {u"type"_s, u"sales_order"_s}, {u"id"_s, id}};
            };
            events[0].data.insert(u"lines"_s, QJsonArray{line("1", "A", "1"), line("2", "B", "2.50")});
            TestEvent later{order, u"changed"_s, timeOf(u"11:00"_s), {}, {}};
            later.data = {{u"lines"_s, QJsonArray{line("2", "C", "3")}},
                {u"refs"_s, QJsonArray{reference(u"4711"_s), reference(u"4712"_s)}}};
            TestEvent between{order, u"changed"_s, timeOf(u"10:30"_s), {}, {}};
            between.data
                = {{u"lines"_s, QJsonArray{line("2", "X", "9")}}, {u"refs"_s, QJsonArray{reference(u"4711"_s)}}};
            events += {later, between};
            if (backward)
                std::reverse(events.begin(), events.end());
            for (const TestEvent& event : std::as_const(events))
                m_database->ingest(QList<TestEvent>{event});
            QCOMPARE(
                m_database->rows(
                    u"SELECT line, sku, quantity, unit_price FROM integration.order_line l JOIN integration.sales_order o ON o.id = l.order_id "
                    "WHERE order_key = $1 ORDER BY line"_s,
                    {order}),
                QList<QStringList>({{u"1"_s, u"A"_s, u"1"_s, u"9.90"_s}, {u"2"_s, u"C"_s, u"3"_s, u"9.90"_s}}));
            QCOMPARE(
                m_database->rows(
                    u"SELECT object_id, since FROM integration.external_ref r JOIN integration.sales_order o ON o.id = r.order_id "
                    "WHERE order_key = $1 ORDER BY object_id"_s,
                    {order}),
                QList<QStringList>(
                    {{u"4711"_s, u"2018-03-05 10:30:00+00"_s}, {u"4712"_s, u"2018-03-05 11:00:00+00"_s}}));
        }
    }

    void moneyByTheCurrencysDigits_data()
    {
        QTest::addColumn<QString>("currency");
        QTest::addColumn<QString>("total"); // as JSON
        QTest::addColumn<QString>("minor");
        QTest::newRow("EUR") << u"EUR"_s << uR"("139.94")"_s << u"13994"_s;
        QTest::newRow("EUR, a number") << u"EUR"_s << u"139.94"_s << u"13994"_s;
        QTest::newRow("EUR, one decimal") << u"EUR"_s << u"99.9"_s << u"9990"_s;
        QTest::newRow("EUR, zeros behind") << u"EUR"_s << uR"("1.5000")"_s << u"150"_s;
        QTest::newRow("EUR, an exponent") << u"EUR"_s << u"1.5e2"_s << u"15000"_s;
        QTest::newRow("zero") << u"EUR"_s << uR"("0")"_s << u"0"_s;
        QTest::newRow("JPY") << u"JPY"_s << uR"("1500")"_s << u"1500"_s;
        QTest::newRow("KWD") << u"KWD"_s << uR"("1.234")"_s << u"1234"_s;
        QTest::newRow("CLF") << u"CLF"_s << uR"("1.2345")"_s << u"12345"_s;
        QTest::newRow("a lot") << u"EUR"_s << uR"("999999999999999.99")"_s << u"99999999999999999"_s;
        QTest::newRow("a lot of CLF") << u"CLF"_s << uR"("900000000000000")"_s << u"9000000000000000000"_s;
        QTest::newRow("withdrawn") << u"DEM"_s << uR"("10.00")"_s << u"1000"_s;
    }

    void moneyByTheCurrencysDigits()
    {
        QFETCH(QString, currency);
        QFETCH(QString, total);
        QFETCH(QString, minor);
        const QString order = nextOrder();
        const QString event
            = uR"([{"specversion":"1.0","source":"/m","id":"%1","type":"com.signalbox.order.order_captured.v1",
            "subject":"order/%1","time":"2018-03-05T10:00:00Z","data":{"order":{"channel":"web","currency":"%2","total":%3}}}])"_s
                  .arg(order, currency, total);
        QCOMPARE(m_database->ingest(event.toUtf8()).rejected, 0);
        QCOMPARE(m_database->rows(
                     u"SELECT total_minor, currency FROM integration.sales_order WHERE order_key = $1"_s, {order}),
            QList<QStringList>({{minor, currency}}));
    }

    void anOrderKeepsItsProcessVersion()
    {
        QFile file(u":/processes/ship_to_home.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QJsonObject process = QJsonDocument::fromJson(file.readAll()).object();
        const QString before = nextOrder();
        const QString after = nextOrder();
        const QString stub = nextOrder();
        m_database->ingest(eventsOf(before, u"1 10:00 order_captured"_s, u"web"_s));
        m_database->ingest(eventsOf(after, u"3 10:00 order_captured"_s, u"web"_s));
        m_database->ingest(eventsOf(stub, u"3 10:02 validation"_s, {})); // looks like an order of the new version

        QJsonArray steps = process.value(u"steps"_s).toArray();
        QJsonObject validation = steps.at(1).toObject();
        QCOMPARE(validation.value(u"step"_s).toString(), u"validation"_s);
        validation.insert(u"target"_s, u"PT20M"_s);
        steps.replace(1, validation);
        process.insert(u"steps"_s, steps);
        process.insert(u"version"_s, 2);
        process.insert(u"validFrom"_s, u"2018-03-07T12:00:00Z"_s);
        const QByteArray definition = QJsonDocument(process).toJson();
        const int id = m_database->installProcess(definition);
        QCOMPARE(m_database->installProcess(definition), id); // the same again is no change
        process.insert(u"title"_s, u"Other"_s);
        QVERIFY_THROWS_EXCEPTION(std::exception, m_database->installProcess(QJsonDocument(process).toJson()));

        const auto version = [this](const QString& order) {
            return m_database->value(
                u"SELECT process_version FROM integration.sales_order WHERE order_key = $1"_s, {order});
        };
        QCOMPARE(version(after), u"1"_s); // until something is said of it
        m_database->ingest(eventsOf(before, u"5 10:01 validation.started"_s, {}));
        m_database->ingest(eventsOf(after, u"3 10:01 validation.started"_s, {}));
        m_database->ingest(eventsOf(stub, u"1 10:00 order_captured"_s, u"web"_s));
        QCOMPARE(version(before), u"1"_s);
        QCOMPARE(version(after), u"2"_s);
        QCOMPARE(version(stub), u"1"_s);
        QCOMPARE(milestonesOf(before).value(u"validation"_s),
            u"in_progress started 5 10:01 eligible 1 10:00 warn 1 10:01 due 1 10:05"_s);
        QCOMPARE(milestonesOf(after).value(u"validation"_s),
            u"in_progress started 3 10:01 eligible 3 10:00 warn 3 10:01 due 3 10:20"_s);
        // orders placed in the meantime of which nothing was said since follow when they are derived again, the others
        // stay
        const QStringList moved = m_database->rebuild();
        for (const QString& kept : {before, after, stub})
            QVERIFY2(moved.filter(kept + u':').isEmpty(), qPrintable(moved.join(u'\n')));
        QCOMPARE(m_database->rebuild(), QStringList());
    }

    void aChannelThatAnEventNamesOwesAllUntilDescribed()
    {
        const QString order = nextOrder();
        m_database->ingest(eventsOf(order, u"10:00 order_captured"_s, u"popup"_s));
        const Channel named = channel(u"popup"_s);
        QVERIFY(!named.described && !named.supplies && named.hasEvidence(u"invoice"_s));
        QVERIFY(milestonesOf(order).value(u"validation"_s).startsWith(u"pending"_s));

        m_database->putChannel(
            R"({"channel":"popup","title":"Pop-up","process":"ship_to_home","supplies":["order_captured"]})");
        const Channel put = channel(u"popup"_s);
        QVERIFY(put.described && put.hasEvidence(u"order_captured"_s) && !put.hasEvidence(u"invoice"_s));
        QVERIFY(!m_database->rebuild().filter(order + u':').isEmpty());
        QCOMPARE(milestonesOf(order).value(u"validation"_s), u"unknown"_s);

        const Channel mute = channel(u"mute"_s);
        QVERIFY(mute.described && mute.supplies && mute.supplies->isEmpty() && !mute.hasEvidence(u"invoice"_s));
        QVERIFY(channel(u"web"_s).hasEvidence(u"invoice"_s));
    }

    void promisedTimesAreDueTimes()
    {
        const QString order = nextOrder();
        QList<TestEvent> events = eventsOf(order, path + u", 11:00 shipment_confirmation@shipment/1"_s, u"web"_s);
        events[0].data = orderData(u"web"_s, u"1"_s, u"EUR"_s, {{u"promisedAt"_s, u"2018-03-08T00:00:00-03:00"_s}});
        m_database->ingest(events);
        QCOMPARE(milestonesOf(order).value(u"delivery_confirmation@shipment/1"_s),
            u"pending eligible 11:00 warn 2 03:00 due 3 03:00"_s);
        TestEvent earlier{order, u"changed"_s, timeOf(u"12:00"_s), {},
            {{u"order"_s, QJsonObject{{u"promisedAt"_s, u"2018-03-05T20:00:00Z"_s}}}}};
        m_database->ingest({earlier, {order, u"delivery_confirmation"_s, timeOf(u"21:00"_s), u"shipment/1"_s, {}}});
        QCOMPARE(milestonesOf(order).value(u"delivery_confirmation@shipment/1"_s),
            u"completed at 21:00 eligible 11:00 warn 11:00 due 20:00 late"_s);
    }

private:
    /// As the console reads it.
    Channel channel(const QString& code) const
    {
        QueryRunner runner(m_database->settings());
        auto rules = PgRulesSource(runner).rules();
        rules.waitForFinished();
        const QList<Channel> channels = rules.result() ? rules.result().value().channels : QList<Channel>();
        const auto found = std::find_if(
            channels.begin(), channels.end(), [&code](const Channel& each) { return each.code == code; });
        return found == channels.end() ? Channel() : *found;
    }

    QString nextOrder() { return u"T-%1"_s.arg(++m_orders); }

    /// Every step of an order as the console reads them, "step@scope" -> words.
    QMap<QString, QString> milestonesOf(const QString& order)
    {
        const auto rows = m_database->rows(
            u"SELECT m.step, m.scope, m.state, extract(epoch FROM m.completed_at) * 1000, extract(epoch FROM m.started_at) * 1000, "
            "extract(epoch FROM m.failed_at) * 1000, extract(epoch FROM m.eligible_at) * 1000, extract(epoch FROM m.warn_at) * 1000, "
            "extract(epoch FROM m.due_at) * 1000, CASE WHEN m.late THEN 'late' END, array_to_string(m.anomalies, ',') "
            "FROM integration.sales_order o, integration.order_milestones(o.id) m WHERE o.order_key = $1"_s,
            {order});
        QMap<QString, QString> result;
        for (const QStringList& row : rows) {
            QStringList words{row.at(2)};
            const QStringList names{u"at"_s, u"started"_s, u"failed"_s, u"eligible"_s, u"warn"_s, u"due"_s};
            for (int i = 0; i < names.size(); ++i) {
                if (!row.at(3 + i).isNull())
                    words.append(names.at(i) + u' ' + textOf(QString::number(qRound64(row.at(3 + i).toDouble()))));
            }
            for (const QString& word : row.sliced(9)) {
                if (!word.isEmpty())
                    words.append(word);
            }
            result.insert(row.at(1).isEmpty() ? row.at(0) : QString(row.at(0) + u'@' + row.at(1)), words.join(u' '));
        }
        return result;
    }

    QString summaryOf(const QString& order)
    {
        const QStringList row
            = m_database
                  ->rows(
                      u"SELECT concat_ws(' ', sync_state, fulfilment_state, money_state, return_state), waiting_step, waiting_scope, waiting_state, "
                      "(extract(epoch FROM waiting_since) * 1000)::bigint, (extract(epoch FROM next_warn_at) * 1000)::bigint, (extract(epoch FROM next_due_at) * 1000)::bigint, "
                      "format('%s of %s open %s late %s failed %s odd %s', done_count, step_count, open_count, late_count, failed_count, anomaly_count) "
                      "FROM integration.sales_order WHERE order_key = $1"_s,
                      {order})
                  .value(0);
        QStringList words{u"waits"_s};
        if (row.value(1).isEmpty()) {
            words.append(u"none"_s);
        } else {
            words.append(row.at(2).isEmpty() ? row.at(1) : QString(row.at(1) + u'@' + row.at(2)));
            words.append(row.at(3));
            const QStringList names{u"since"_s, u"warn"_s, u"due"_s};
            for (int i = 0; i < names.size(); ++i) {
                if (!row.at(4 + i).isNull())
                    words.append(names.at(i) + u' ' + textOf(row.at(4 + i)));
            }
        }
        return row.value(0) + u"; "_s + words.join(u' ') + u"; "_s + row.value(7);
    }

    TestServer m_server;
    std::unique_ptr<IntegrationDatabase> m_database;
    int m_orders = 0;
};

SIGNALBOX_TEST(TestIngestRules)
#include "tst_ingestrules.moc"
