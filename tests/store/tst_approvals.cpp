// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/operationtexts.h"
#include "tests/store/replaydesk.h"
#include "tests/support/testprogram.h"

using namespace Qt::StringLiterals;

/// What takes a second person, and who that may be.
class TestApprovals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { SIGNALBOX_REQUIRE(m_server); }
    void init() { m_desk = std::make_unique<ReplayDesk>(m_server); }

    void limits_data()
    {
        QTest::addColumn<QString>("limits");
        QTest::addColumn<QString>("effectClass");
        QTest::addColumn<int>("messages");
        QTest::addColumn<QString>("reason"); // empty: one person is enough
        const QString usual;
        QTest::newRow("money, up to the limit") << usual << u"money"_s << 10 << QString();
        QTest::newRow("money, above") << usual << u"money"_s << 11
                                      << u"11 message(s) that move money: more than 10 need a second person."_s;
        QTest::newRow("legal, above")
            << usual << u"legal"_s << 11
            << u"11 message(s) that make legal documents: more than 10 need a second person."_s;
        QTest::newRow("others") << usual << u"create"_s << 30 << QString();
        QTest::newRow("the first that fits")
            << uR"([{"flow": "erp.%", "most": 5}, {"most": 2}])"_s << u"create"_s << 5 << QString();
        QTest::newRow("above it") << uR"([{"flow": "erp.%", "most": 5}, {"most": 2}])"_s << u"create"_s << 6
                                  << u"6 message(s) in erp.%: more than 5 need a second person."_s;
        QTest::newRow("of another flow") << uR"([{"flow": "psp.%", "most": 0}, {"most": 20}])"_s << u"create"_s << 6
                                         << QString();
        QTest::newRow("of another effect")
            << uR"([{"effect_class": "money", "most": 0}])"_s << u"create"_s << 6 << QString();
        QTest::newRow("everything") << uR"([{"most": 0}])"_s << u"read"_s << 1
                                    << u"1 message(s): more than 0 need a second person."_s;
        QTest::newRow("none") << u"[]"_s << u"money"_s << 30 << QString();
    }
    void limits()
    {
        QFETCH(const QString, limits);
        QFETCH(const QString, effectClass);
        QFETCH(const int, messages);
        QFETCH(const QString, reason);
        putErp(m_desk->database, {{u"idempotent"_s, true}}, {{u"effect_class"_s, effectClass}});
        m_desk->database.run(u"GRANT signalbox_finance TO sue"_s);
        if (!limits.isEmpty())
            putLimits(limits);
        const Operation preview = m_desk->preview(m_desk->failed(messages));
        const QStringList reasons = OperationTexts::approvalReasons(preview, {ReplayClass::Safe}, QLocale::c());
        QCOMPARE(reasons, reason.isEmpty() ? QStringList() : QStringList{reason});
        const Operation started = m_desk->start(preview);
        QCOMPARE(started.state, reason.isEmpty() ? OperationState::Running : OperationState::AwaitingApproval);
        QCOMPARE(m_desk->relay.claim().isEmpty(), !reason.isEmpty());
    }

    void onlyWhatIsSentCounts()
    {
        putLimits(u"[{\"most\": 2}]"_s);
        const QList<qint64> safe = m_desk->failed(2);
        submit(m_desk->database, u"bad"_s, u"1"_s);
        const auto claimed = m_desk->relay.claim();
        m_desk->relay.finish({TryEnd::rejected(claimed.at(0))});
        const Operation preview = m_desk->preview(safe + QList<qint64>{claimed.at(0).id});
        QVERIFY(OperationTexts::approvalReasons(preview, {ReplayClass::Safe}, QLocale::c()).isEmpty());
        QCOMPARE(
            OperationTexts::approvalReasons(preview, {ReplayClass::Safe, ReplayClass::WillFail}, QLocale::c()).size(),
            1);
        QCOMPARE(m_desk->start(preview).state, OperationState::Running);
    }

    /// As long as the question stands, and only what would be sent.
    void whatWaitsIsAQueue()
    {
        putLimits(u"[{\"most\": 2}]"_s);
        m_desk->failed(1); // not asked for
        const QList<qint64> safe = m_desk->failed(3);
        submit(m_desk->database, u"bad"_s, u"1"_s);
        const auto claimed = m_desk->relay.claim();
        m_desk->relay.finish({TryEnd::rejected(claimed.at(0))});
        const auto waiting = [this](const QString& filter = {}) {
            const ExceptionQuery query{.queue = ExceptionQueue::AwaitingApproval, .filter = problems(filter)};
            QList<qint64> ids = m_desk->sue.listed(query);
            qint64 counted = -1;
            const auto queues = waitFor(m_desk->sue.source.queues());
            for (const QueueCount& queue : queues.value())
                if (queue.queue == ExceptionQueue::AwaitingApproval)
                    counted = queue.count;
            if (filter.isEmpty() && counted != ids.size())
                qFatal("%lld are counted, %lld listed", counted, qint64(ids.size()));
            return ids;
        };
        const Operation preview = m_desk->preview(safe + QList<qint64>{claimed.at(0).id});
        QVERIFY(waiting().isEmpty()); // a plan that nobody has asked for yet
        const Operation asked = m_desk->start(preview);
        QCOMPARE(asked.state, OperationState::AwaitingApproval);
        QCOMPARE(waiting(), (QList<qint64>{4, 3, 2})); // what would fail again is left out
        QCOMPARE(waiting(u"order:nothing"_s), QList<qint64>());
        QCOMPARE(waiting(u"code:E0"_s), (QList<qint64>{4, 3, 2}));
        QVERIFY(waiting(u"code:other"_s).isEmpty());
        m_desk->database.run(u"UPDATE integration.operation SET approval_until = now() - interval '1 s'"_s);
        QVERIFY(waiting().isEmpty()); // nobody can approve it any more
        m_desk->database.run(u"UPDATE integration.operation SET approval_until = now() + interval '1 h'"_s);
        Person manager = m_desk->person("mary", "signalbox_manager");
        VERIFY_OUTCOME(waitFor(manager.gateway.reject(asked.id, u"not now"_s)));
        QVERIFY(waiting().isEmpty());
    }

    void valueInACurrency()
    {
        putLimits(uR"([{"currency": "EUR", "most": 10000}, {"currency": "JPY", "most": 100}, {"most": 1000}])"_s);
        const QList<qint64> ids = m_desk->failed(3);
        for (const qint64 id : ids) {
            const QString key = QString::number(id);
            m_desk->database.ingest({{key, u"order_captured"_s, utc(u"2026-11-01 10:00"_s), {},
                orderData(u"web"_s, u"50.00"_s, u"EUR"_s)}});
        }
        m_desk->database.run(
            u"UPDATE integration.transaction t SET order_id = o.id FROM integration.sales_order o WHERE o.order_number = t.id::text"_s);
        const Operation two = m_desk->preview(ids.first(2));
        QCOMPARE(
            m_desk->sql(
                "SELECT string_agg(concat_ws(' ', class, currency, items, value_minor), ', ') FROM integration.operation_part"),
            u"safe EUR 2 10000"_s);
        QCOMPARE(two.value, (std::map<ReplayClass, QList<Money>>{{ReplayClass::Safe, {{10'000, u"EUR"_s}}}}));
        QVERIFY(OperationTexts::approvalReasons(two, {ReplayClass::Safe}, QLocale::c()).isEmpty());
        const Operation three = m_desk->preview(ids);
        const QStringList reasons
            = OperationTexts::approvalReasons(three, {ReplayClass::Safe}, QLocale(QLocale::German));
        QCOMPARE(reasons.size(), 1);
        QVERIFY2(reasons.at(0).contains(u"150,00"_s) && reasons.at(0).contains(u"100,00"_s), qPrintable(reasons.at(0)));
        QCOMPARE(m_desk->start(three).state, OperationState::AwaitingApproval);
    }

    void whoMayApprove_data()
    {
        QTest::addColumn<QString>("role");
        QTest::addColumn<QString>("effectClass");
        QTest::addColumn<QString>("why"); // empty: may
        const QString finance
            = u"this flow moves money or makes legal documents: that takes the role signalbox_finance"_s;
        QTest::newRow("manager") << u"signalbox_manager"_s << u"money"_s << QString();
        QTest::newRow("admin") << u"signalbox_admin"_s << u"money"_s << QString();
        QTest::newRow("finance") << u"signalbox_finance"_s << u"money"_s << QString();
        QTest::newRow("support, money") << u"signalbox_support"_s << u"money"_s << finance;
        QTest::newRow("support") << u"signalbox_support"_s << u"create"_s << QString();
        QTest::newRow("viewer") << u"signalbox_viewer"_s << u"create"_s << u"that takes the role signalbox_support"_s;
    }
    void whoMayApprove()
    {
        QFETCH(const QString, role);
        QFETCH(const QString, effectClass);
        QFETCH(const QString, why);
        const Operation asked = ask(effectClass);
        const QByteArray name
            = "max_" + role.section(u'_', 1).toUtf8(); // roles belong to the server, not to this database
        Person max = m_desk->person(name.constData(), role.toUtf8().constData());
        const auto seen = waitFor(max.gateway.operation(asked.id));
        VERIFY_OUTCOME(seen);
        QCOMPARE(seen.value().mayNotApprove, why); // the view, the count and the database's refusal agree
        QCOMPARE(waitFor(max.gateway.counts()).value().forMe, why.isEmpty() ? 1 : 0);
        const auto approved = waitFor(max.gateway.approve(seen.value(), u"go"_s));
        QCOMPARE(bool(approved), why.isEmpty());
        if (!why.isEmpty()) {
            QCOMPARE(approved.error().kind, Failure::Permission);
            QVERIFY(approved.error().text.contains(why));
            const QString wanted = u"signalbox_"_s + why.section(u"signalbox_"_s, 1); // the role that would help
            QVERIFY2(approved.error().hint.contains(wanted), qPrintable(approved.error().hint));
            QCOMPARE(m_desk->now(asked.id).state, OperationState::AwaitingApproval);
            return;
        }
        QCOMPARE(approved.value().state, OperationState::Running);
        QCOMPARE(approved.value().decidedBy.toUtf8(), name);
        QCOMPARE(m_desk->relay.claim().size(), 3);
        QCOMPARE(
            m_desk->sql(
                "SELECT string_agg(actor || ' ' || action, ', ' ORDER BY seq) FROM integration.audit_entry WHERE object_kind = 'operation'"),
            QString(u"sue ask_approval, "_s + QString::fromUtf8(name) + u" approve"_s));
        QCOMPARE(m_desk->sql("SELECT DISTINCT actor FROM integration.audit_entry WHERE action = 'replay'"), u"sue"_s);
    }

    void whoAskedNeverApproves()
    {
        const Operation asked = ask(u"create"_s);
        m_desk->database.run(u"GRANT signalbox_admin, signalbox_manager TO sue"_s);
        const auto own = waitFor(m_desk->sue.gateway.approve(asked, {}));
        QVERIFY(!own);
        QCOMPARE(own.error().kind, Failure::Permission);
        QCOMPARE(own.error().hint, QString()); // no role makes her somebody else
        QVERIFY(!waitFor(m_desk->sue.gateway.reject(asked.id, u"no"_s)));
        QCOMPARE(waitFor(m_desk->sue.gateway.counts()).value().forMe, 0);
        QCOMPARE(m_desk->now(asked.id).state, OperationState::AwaitingApproval);
        m_desk->database.run(u"REVOKE signalbox_admin, signalbox_manager FROM sue"_s);
    }

    void anApprovalIsOfTheListThatWasLookedAt()
    {
        Operation seen = ask(u"create"_s);
        const Operation asked = seen;
        seen.manifest[3] = static_cast<char>(seen.manifest.at(3) ^ 1);
        Person max = m_desk->person("max", "signalbox_manager");
        QCOMPARE(waitFor(max.gateway.approve(seen, {})).error().kind, Failure::Invalid);
        VERIFY_OUTCOME(waitFor(max.gateway.approve(asked, {})));
        VERIFY_OUTCOME(waitFor(max.gateway.approve(asked, {}))); // asked twice
        Person eve = m_desk->person("eve", "signalbox_manager");
        QVERIFY(!waitFor(eve.gateway.reject(asked.id, u"late"_s)));
    }

    void itExpires()
    {
        const Operation asked = ask(u"create"_s);
        QVERIFY(asked.approvalUntil > QDateTime::currentDateTimeUtc().addSecs(7 * 3600));
        QVERIFY(m_desk->relay.claim().isEmpty());
        m_desk->database.run(u"UPDATE integration.operation SET approval_until = now()"_s);
        Person max = m_desk->person("max", "signalbox_manager");
        QCOMPARE(waitFor(max.gateway.counts()).value().forMe, 0);
        QVERIFY(!waitFor(max.gateway.approve(asked, {})));
        m_desk->relay.handOver();
        const Operation ended = m_desk->now(asked.id);
        QCOMPARE(ended.state, OperationState::Cancelled);
        QCOMPARE(OperationTexts::standing(ended, QLocale::c()), u"nobody approved it in time"_s);
        QCOMPARE(m_desk->counts(asked.id), u"0 0 3 0 0"_s);
    }

    void rejectedWithAReason()
    {
        const Operation asked = ask(u"create"_s);
        Person max = m_desk->person("max", "signalbox_manager");
        QCOMPARE(waitFor(max.gateway.reject(asked.id, u" "_s)).error().kind, Failure::Invalid);
        const auto rejected = waitFor(max.gateway.reject(asked.id, u"not before noon"_s));
        VERIFY_OUTCOME(rejected);
        QCOMPARE(rejected.value().state, OperationState::Rejected);
        QCOMPARE(OperationTexts::standing(rejected.value(), QLocale::c()), u"Rejected by max: not before noon"_s);
        QCOMPARE(m_desk->counts(asked.id), u"0 0 3 0 0"_s);
        QVERIFY(m_desk->relay.claim().isEmpty());
        QCOMPARE(
            m_desk->sql("SELECT reason FROM integration.audit_entry WHERE action = 'reject'"), u"not before noon"_s);
    }

    void driftDuringTheWaitIsSkipped()
    {
        const Operation asked = ask(u"create"_s);
        m_desk->database.run(
            u"SELECT integration.change_exceptions('resolve', ARRAY[1], ARRAY[1], '{\"resolution\": \"not_needed\", \"reason\": \"x\"}')"_s);
        Person max = m_desk->person("max", "signalbox_manager");
        VERIFY_OUTCOME(waitFor(max.gateway.approve(asked, {})));
        QCOMPARE(m_desk->deliver(), 2);
        QCOMPARE(m_desk->counts(asked.id), u"2 0 1 0 0"_s);
    }

    void approvedButForLater()
    {
        putLimits(u"[{\"most\": 0}]"_s);
        const Operation asked = m_desk->startOf(
            m_desk->failed(1), {.reason = {}, .startAt = QDateTime::currentDateTimeUtc().addSecs(3600)});
        QCOMPARE(asked.state, OperationState::AwaitingApproval);
        Person max = m_desk->person("max", "signalbox_manager");
        QCOMPARE(waitFor(max.gateway.approve(asked, {})).value().state, OperationState::Scheduled);
    }

private:
    void putLimits(const QString& limits)
    {
        m_desk->database.rows(u"SELECT integration.put_approval_limits($1::jsonb)"_s, {limits});
    }

    /// A replay of three messages that waits for approval.
    Operation ask(const QString& effectClass)
    {
        putErp(m_desk->database, {{u"idempotent"_s, true}}, {{u"effect_class"_s, effectClass}});
        if (effectClass == u"money"_s)
            m_desk->database.run(u"GRANT signalbox_finance TO sue"_s);
        putLimits(u"[{\"most\": 2}]"_s);
        Operation asked = m_desk->startOf(m_desk->failed(3));
        if (asked.state != OperationState::AwaitingApproval)
            qFatal("it does not wait");
        return asked;
    }

    TestServer m_server;
    std::unique_ptr<ReplayDesk> m_desk;
};

SIGNALBOX_TEST(TestApprovals)
#include "tst_approvals.moc"
