// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/ctlrunner.h"
#include "tests/support/integrationdatabase.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

/// Runbooks and tags on the command line: the real program against a real server.
class TestCtlRunbooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { SIGNALBOX_REQUIRE(m_server); }
    void init() { m_settings = m_server.freshDatabase(); }

    void writesListsShowsAndRemoves()
    {
        VERIFY_CONTAINS(ctl({u"runbook"_s, u"list"_s}).err, u"no runbooks yet"_s);
        const QString file = m_runner.write(u"one.json"_s,
            R"({"title": "Ask the ERP", "flow": "order.*", "error_class": "data", "content": ["1. Look", "2. Ask"], "owner": "erp"})");
        VERIFY_CONTAINS(ctl({u"runbook"_s, u"put"_s, file}).out, u"1 runbook"_s);
        VERIFY_CODE(ctl({u"runbook"_s, u"put"_s, file}), 0); // the same again replaces it
        const QJsonArray listed = ctl({u"runbook"_s, u"list"_s, u"--json"_s}).json().value(u"runbooks"_s).toArray();
        QCOMPARE(listed.size(), 1);
        QCOMPARE(listed.at(0).toObject().value(u"content"_s).toString(), u"1. Look\n2. Ask"_s);
        const QString id = QString::number(listed.at(0).toObject().value(u"id"_s).toInt());
        const Ran table = ctl({u"runbook"_s, u"list"_s});
        VERIFY_CONTAINS(table.out, u"Ask the ERP"_s);
        VERIFY_CONTAINS(table.out, u"flow order.*"_s);
        const Ran shown = ctl({u"runbook"_s, u"show"_s, id});
        VERIFY_CONTAINS(shown.out, u"1. Look\n2. Ask\n"_s);
        VERIFY_CONTAINS(shown.out, u"owner erp"_s);
        VERIFY_CODE(ctl({u"runbook"_s, u"remove"_s, id}), 0);
        VERIFY_CODE(ctl({u"runbook"_s, u"remove"_s, id}), 1);
        VERIFY_CODE(ctl({u"runbook"_s, u"show"_s, id}), 1);
    }

    /// What comes along for the simulated estate.
    void takesWhatIsShipped()
    {
        const QString file = QStringLiteral(SIGNALBOX_SOURCE_DIR "/resources/flows/sandbox-runbooks.json");
        VERIFY_CODE(ctl({u"runbook"_s, u"put"_s, file}), 0);
        IntegrationDatabase database(m_settings);
        const auto titleFor = [&database](const char* arguments) {
            return database.value(
                u"SELECT title FROM integration.runbook_for(%1)"_s.arg(QString::fromLatin1(arguments)));
        };
        VERIFY_CONTAINS(
            titleFor("'delivery_failure', 'erp', 'order.to-erp', 'data', 'M7/001', 'x'"), u"does not know"_s);
        VERIFY_CONTAINS(titleFor("'in_doubt', 'payments', 'payment.capture', 'transient', '', 'x'"), u"money moved"_s);
        VERIFY_CONTAINS(
            titleFor("'delivery_failure', 'service', 'customer.notify', 'auth', '401', 'x'"), u"credentials"_s);
        VERIFY_CONTAINS(titleFor("'overdue', 'fulfilment', '', '', '', 'x'"), u"warehouse"_s);
    }

    void saysWhatIsWrong()
    {
        VERIFY_CODE(ctl({u"runbook"_s}), 2);
        VERIFY_CODE(ctl({u"runbook"_s, u"put"_s, u"/no/such/file"_s}), 1);
        const Ran wrong = ctl({u"runbook"_s, u"put"_s,
            m_runner.write(u"x.json"_s, R"({"title": "x", "content": "y", "error_class": "dta"})")});
        VERIFY_CODE(wrong, 1);
        VERIFY_CONTAINS(wrong.err, u"dta"_s);
    }

    void putsTagsOnOrders()
    {
        ingest({u"10411"_s, u"10412"_s, u"10413"_s});
        VERIFY_CONTAINS(
            ctl({u"tag"_s, u"10411"_s, u"10412"_s, u"--add"_s, u"VIP,b2b"_s, u"--reason"_s, u"asked"_s}).out,
            u"2 orders"_s);
        VERIFY_CODE(ctl({u"tag"_s, u"10412"_s, u"--remove"_s, u"b2b"_s, u"--add"_s, u"test"_s}), 0);
        QCOMPARE(found({u"tag:vip"_s}), (QStringList{u"10411"_s, u"10412"_s}));
        QCOMPARE(found({u"tag:vip"_s, u"-tag:test"_s}), QStringList{u"10411"_s});
        QCOMPARE(found({u"-tag:*"_s}), QStringList{u"10413"_s});
        VERIFY_CONTAINS(ctl({u"order"_s, u"10412"_s}).out, u"Tags: test, vip"_s);
        const QJsonObject order = ctl({u"order"_s, u"10411"_s, u"--json"_s}).json();
        QCOMPARE(order.value(u"tags"_s).toArray().toVariantList(), (QVariantList{u"b2b"_s, u"vip"_s}));
        IntegrationDatabase database(m_settings);
        QCOMPARE(database.value(u"SELECT count(*) FROM integration.audit_entry WHERE action = 'tag'"_s), u"3"_s);
        QCOMPARE(database.value(u"SELECT DISTINCT reason FROM integration.audit_entry WHERE reason IS NOT NULL"_s),
            u"asked"_s);
        // two are called the same
        ingest({u"10411"_s}, u"other-"_s);
        const Ran both = ctl({u"tag"_s, u"10411"_s, u"--add"_s, u"x"_s});
        VERIFY_CODE(both, 1);
        VERIFY_CONTAINS(both.err, u"other-10411"_s);
        VERIFY_CODE(ctl({u"tag"_s, u"other-10411"_s, u"--add"_s, u"x"_s}), 0);
        QCOMPARE(found({u"tag:x"_s}), QStringList{u"10411"_s});
    }

    void saysWhatIsNoTag()
    {
        ingest({u"10411"_s});
        VERIFY_CODE(ctl({u"tag"_s, u"10411"_s}), 2);
        VERIFY_CODE(ctl({u"tag"_s, u"--add"_s, u"x"_s}), 2);
        const Ran wrong = ctl({u"tag"_s, u"10411"_s, u"--add"_s, u"a b"_s});
        VERIFY_CODE(wrong, 2);
        VERIFY_CONTAINS(wrong.err, u"40"_s);
        VERIFY_CODE(ctl({u"tag"_s, u"99999"_s, u"--add"_s, u"x"_s}), 1);
        VERIFY_CODE(ctl({u"tag"_s, u"1041*"_s, u"--add"_s, u"x"_s}), 1); // a name, no pattern
        QCOMPARE(found({u"tag:*"_s}), QStringList());
    }

private:
    void ingest(const QStringList& numbers, const QString& prefix = u"K-"_s)
    {
        IntegrationDatabase database(m_settings);
        QList<TestEvent> events;
        for (const QString& number : numbers)
            events.append({prefix + number, u"order_captured"_s, QDateTime::currentDateTimeUtc().addSecs(-60), {},
                orderData(u"web"_s, u"10.00"_s, u"EUR"_s, {{u"number"_s, number}})});
        database.ingest(events);
    }

    QStringList found(const QStringList& filter)
    {
        QStringList numbers;
        const QJsonArray orders
            = ctl(QStringList{u"orders"_s, u"--json"_s, u"--sort"_s, u"number"_s, u"--ascending"_s} + filter)
                  .json()
                  .value(u"orders"_s)
                  .toArray();
        for (const auto& order : orders)
            numbers.append(order.toObject().value(u"number"_s).toString());
        return numbers;
    }

    Ran ctl(const QStringList& arguments)
    {
        return m_runner.run(QStringList{u"--db"_s, CtlRunner::uri(m_settings)} + arguments);
    }

    TestServer m_server;
    CtlRunner m_runner;
    ConnectionSettings m_settings;
};

SIGNALBOX_TEST(TestCtlRunbooks)
#include "tst_ctlrunbooks.moc"
