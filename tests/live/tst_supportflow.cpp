// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/mainwindow.h"
#include "app/console/pgsources.h"
#include "models/domain/clock.h"
#include "tests/relay/testestate.h"
#include "tests/sandbox/estateclient.h"
#include "tests/support/integrationdatabase.h"
#include "tests/support/testprogram.h"
#include "widgets/common/tableview.h"
#include "widgets/triage/grouppane.h"
#include "widgets/triage/replaypanel.h"
#include "widgets/triage/triageview.h"

#include <QApplication>
#include <QClipboard>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

using namespace Qt::StringLiterals;

namespace {

constexpr int firstOrder = 4001;
constexpr int orders = 30;
constexpr int waitMs = 30'000;

/// A bad Monday at the ERP: most calls are turned away, some get no answer, and nobody can look up what was done.
constexpr auto badMonday = R"("hold": 1, "faults": [
    { "at": ["erp/sales-orders"], "sticky": true, "kinds": [
        { "fault": "timeout_after_effect", "probability": 0.12 },
        { "fault": "timeout_before_effect", "probability": 0.12 },
        { "fault": "answer", "answer": "too_many_requests", "retryAfter": 0, "probability": 0.2 },
        { "fault": "answer", "answer": "sap_locked", "probability": 0.56 } ] },
    { "at": ["erp/sales-orders"], "on": ["lookup"], "kinds": [
        { "fault": "answer", "answer": "service_unavailable", "probability": 1 } ] } ])";

} // namespace

/// The support desk's way through a bad Monday (3-console.md, first flow), by keyboard alone, with a real ERP in the
/// estate that counts what is done twice.
class TestSupportFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        SIGNALBOX_REQUIRE(m_server);
        m_estate = std::make_unique<TestEstate>(m_server, 11, badMonday);
        const QJsonObject payload{{u"orderKey"_s, u"$order.order_key"_s}, {u"scope"_s, u"$scope"_s},
            {u"amount"_s, u"$amount"_s}, {u"currency"_s, u"$order.currency"_s}};
        m_estate->putFlow(u"order.to-erp"_s, u"/erp/sales-orders"_s, {},
            {{u"title"_s, u"Order to the ERP"_s}, {u"step"_s, u"validation"_s}, {u"team"_s, u"finance"_s},
                {u"since"_s, u"2020-01-01"_s}, {u"payload"_s, payload}, {u"lookup"_s, true}, {u"max_attempts"_s, 2},
                {u"max_age"_s, u"3 seconds"_s},
                {u"lookup_equal"_s, QJsonObject{{u"amount"_s, u"amount"_s}, {u"currency"_s, u"currency"_s}}}});
        m_database = std::make_unique<IntegrationDatabase>(m_estate->database());
        QList<TestEvent> sold;
        for (int i = 0; i < orders; ++i)
            sold.append(
                {QString::number(firstOrder + i), u"order_captured"_s, QDateTime::currentDateTimeUtc().addSecs(-60), {},
                    orderData(u"web"_s, QString::number(20 + i) + u".00"_s, u"EUR"_s)});
        m_database->ingest(sold);
        m_estate->startRelays(1);
        QTRY_COMPARE_WITH_TIMEOUT(open(), orders, waitMs);
        openConsole();
    }

    void cleanupTestCase()
    {
        m_window.reset();
        m_sources.reset();
        m_estate.reset();
    }

    void aBadMondayIsPutRightByKeyboard()
    {
        TriageView& triage = *m_window->triageView();
        QTRY_VERIFY(triage.isGrouped() && triage.isSettled());

        // paste 30 order numbers: three causes, the largest is taken
        QStringList numbers;
        for (int i = 0; i < orders; ++i)
            numbers.append(QString::number(firstOrder + i));
        QGuiApplication::clipboard()->setText(numbers.join(u'\n'));
        press(Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(triage.groupPane()->table()->model()->rowCount(), 3);
        QTRY_VERIFY(triage.isSettled());
        const qint64 largest
            = m_database
                  ->value(u"SELECT group_id FROM integration.exception GROUP BY 1 ORDER BY count(*) DESC LIMIT 1"_s)
                  .toLongLong();
        for (int row = 0; row < 2 && triage.groupPane()->current()->id != largest; ++row)
            press(Qt::Key_J);
        QCOMPARE(triage.groupPane()->current()->id, largest);
        press(Qt::Key_1);
        QTRY_COMPARE(m_database->value(
                         u"SELECT owner FROM integration.exception_group WHERE id = $1"_s, {QString::number(largest)}),
            m_database->value(u"SELECT session_user"_s));

        // what is different, and back to the same row
        press(Qt::Key_D);
        QTRY_VERIFY(!triage.isGrouped() && triage.isSettled());
        QTRY_VERIFY(triage.findChild<QWidget*>(u"difference"_s)->isVisible());
        press(Qt::Key_Escape);
        press(Qt::Key_Escape);
        QTRY_VERIFY(triage.isGrouped());
        QCOMPARE(triage.groupPane()->current()->id, largest);

        // the ERP is back; meanwhile somebody has entered one order there under its key, with another amount
        EstateClient erp(m_estate->url());
        QCOMPARE(erp.put(u"/control"_s, R"({"scenario": "calm"})").status, 200);
        const QString byHand = inDoubtButNotDone();
        QVERIFY(!byHand.isEmpty());
        QVERIFY(erp.post(u"/erp/sales-orders"_s,
                       uR"({"orderKey": "%1", "scope": "%2", "amount": "1.00", "currency": "EUR"})"_s
                           .arg(byHand, scopeOf(byHand))
                           .toUtf8(),
                       keyOf(byHand).toUtf8())
                    .status
            < 300);
        const int inTheErp = int(ledger().size());
        QVERIFY(inTheErp > 1); // those whose answer was lost, and the clerk's

        // all of them, one plan: what would be sent, what is asked for first
        press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        press(Qt::Key_R);
        QTRY_VERIFY_WITH_TIMEOUT(triage.replayPanel()->isVisible() && triage.replayPanel()->isSettled(), waitMs);
        QCOMPARE(m_database->value(u"SELECT total FROM integration.operation"_s), QString::number(orders));
        QTest::keyClicks(QApplication::focusWidget(), u"The ERP is back"_s);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(
            m_database->value(u"SELECT state FROM integration.operation"_s), u"settled"_s, waitMs);
        QTRY_VERIFY_WITH_TIMEOUT(triage.replayPanel()->isSettled(), waitMs);

        // 27 or so sent, those that were there resolved without sending, one conflict left for a person
        QCOMPARE(m_database->value(
                     u"SELECT concat_ws(' ', confirmed, failed, skipped, in_doubt) FROM integration.operation"_s),
            u"%1 0 1 0"_s.arg(orders - 1));
        QCOMPARE(
            m_database->value(
                u"SELECT string_agg(t.business_key, ',') FROM integration.operation_item i JOIN integration.transaction t ON t.id = i.transaction_id WHERE i.state = 'conflict'"_s),
            byHand);
        const QStringList effects = ledger();
        QCOMPARE(effects.size(), orders); // every order is in the ERP
        QCOMPARE(QSet<QString>(effects.begin(), effects.end()).size(), orders); // and none twice
        QCOMPARE(open(), 1);

        // the conflict is handed over with a note
        press(Qt::Key_Escape);
        QTRY_VERIFY(triage.isVisible() && triage.isSettled());
        QTRY_COMPARE(triage.groupPane()->table()->model()->rowCount(), 1);
        press(Qt::Key_Return);
        QTRY_VERIFY(!triage.isGrouped() && triage.isSettled());
        QTRY_COMPARE(triage.table()->model()->rowCount(), 1);
        press(Qt::Key_N);
        QTest::keyClicks(QApplication::focusWidget(), u"Entered by hand with another amount"_s);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_database->value(u"SELECT content FROM integration.comment WHERE exception_id IS NOT NULL"_s),
            u"Entered by hand with another amount"_s);
        QTRY_VERIFY(triage.isSettled());
        press(Qt::Key_A);
        QTest::keyClicks(QApplication::focusWidget(), u"finance"_s);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(
            m_database->value(u"SELECT owner FROM integration.exception WHERE state <> 'resolved'"_s), u"finance"_s);

        // a decision too many is taken back
        QTRY_VERIFY(triage.isSettled());
        press(Qt::Key_Z);
        QTRY_COMPARE(
            m_database->value(u"SELECT owner IS NULL FROM integration.exception WHERE state <> 'resolved'"_s), u"t"_s);
    }

private:
    void openConsole()
    {
        Store::Options options;
        options.database = m_estate->database().redacted();
        const auto store = Store::open(options);
        QVERIFY2(store, store ? "" : qPrintable(store.error().text));
        m_store = store.value();
        m_sources = std::make_unique<PgSources>(*m_store);
        m_theme.attach(*qApp);
        m_window = std::make_unique<MainWindow>(m_clock, m_theme, m_settings);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->open(m_sources->all());
        QTRY_COMPARE_WITH_TIMEOUT(m_sources->feed.state(), ChangeFeed::State::Live, waitMs);
    }

    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QVERIFY(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }

    int open() const
    {
        return m_database->value(u"SELECT count(*) FROM integration.exception WHERE state <> 'resolved'"_s).toInt();
    }

    /// The order of each entry in the ERP's own books.
    QStringList ledger() const
    {
        EstateClient estate(m_estate->url());
        QStringList keys;
        const QJsonArray entries = estate.get(u"/ledger?limit=10000"_s).json().value(u"entries"_s).toArray();
        for (const auto entry : entries)
            keys.append(entry.toObject().value(u"orderKey"_s).toString());
        return keys;
    }

    /// One whose fate is not known and that is not in the ERP.
    QString inDoubtButNotDone() const
    {
        const QStringList there = ledger();
        for (const QStringList& row :
            m_database->rows(
                u"SELECT t.business_key FROM integration.transaction t WHERE t.error_effect = 'unknown' AND t.status IN ('in_doubt', 'failed') ORDER BY 1"_s)) {
            if (!there.contains(row.constFirst()))
                return row.constFirst();
        }
        return {};
    }

    QString keyOf(const QString& order) const
    {
        return m_database->value(
            u"SELECT idempotency_key FROM integration.transaction WHERE business_key = $1"_s, {order});
    }

    QString scopeOf(const QString& order) const
    {
        return m_database->value(
            u"SELECT p.content::jsonb->>'scope' FROM integration.transaction t JOIN integration.payload p ON p.transaction_id = t.id WHERE t.business_key = $1"_s,
            {order});
    }

    TestServer m_server;
    std::unique_ptr<TestEstate> m_estate;
    std::unique_ptr<IntegrationDatabase> m_database;
    SystemClock m_clock;
    Theme m_theme{Theme::Mode::Light};
    Settings m_settings{QString()};
    std::shared_ptr<Store> m_store;
    std::unique_ptr<PgSources> m_sources;
    std::unique_ptr<MainWindow> m_window;
};

SIGNALBOX_TEST(TestSupportFlow)
#include "tst_supportflow.moc"
