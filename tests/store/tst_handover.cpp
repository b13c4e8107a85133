// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/pggroupgateway.h"
#include "models/store/pggroupsource.h"
#include "models/store/pghandover.h"
#include "tests/store/replaydesk.h"
#include "tests/support/testprogram.h"

#include <numeric>

using namespace Qt::StringLiterals;

/// The handover against a real database: what is in it, since when, and that its numbers agree with each other.
class TestHandover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { SIGNALBOX_REQUIRE(m_server); }
    void init() { m_desk = std::make_unique<ReplayDesk>(m_server); }

    void anEmptyDatabaseHasNothingToTell()
    {
        const Handover h = read();
        QCOMPARE(h.since.secsTo(h.asOf), 3600 * HandoverRequest::usualHours);
        QVERIFY(h.queues.size() >= 9);
        QVERIFY(h.open.rows.isEmpty() && h.inDoubt.rows.isEmpty() && h.underWay.rows.isEmpty()
            && h.awaiting.rows.isEmpty() && h.opened.rows.isEmpty() && h.regressed.rows.isEmpty()
            && h.resolved.rows.isEmpty() && h.replayed.rows.isEmpty() && h.ownerChanges.rows.isEmpty()
            && h.notes.rows.isEmpty());
        QCOMPARE(h.environment.database, m_desk->sql("SELECT current_database()"));
    }

    void tellsWhatIsOpenWithItsLastNote()
    {
        m_desk->failed(3);
        decide(GroupAction::Note, {.text = u"first"_s});
        decide(GroupAction::Note, {.text = u"the ERP team looks"_s});
        const QDateTime until = QDateTime::currentDateTimeUtc().addDays(1);
        decide(GroupAction::Wait, {.waitingOn = u"the ERP team"_s, .until = until});
        const Handover h = read();
        QCOMPARE(h.open.total, 1);
        const HandoverGroup open = h.open.rows.value(0);
        QCOMPARE(open.group.count, 3);
        QCOMPARE(open.group.state, GroupState::Waiting);
        QCOMPARE(open.group.waitingOn, u"the ERP team"_s);
        QCOMPARE(open.group.until, until);
        QCOMPARE(open.lastNote.content, u"the ERP team looks"_s);
        QCOMPARE(open.lastNote.author, u"sue"_s);
        QCOMPARE(h.opened.rows.value(0).count, 3);
        QCOMPARE(h.notes.total, 2);
        QCOMPARE(h.notes.rows.value(0).comment.content, u"the ERP team looks"_s); // the newest first
        QCOMPARE(h.notes.rows.value(0).group.id, open.group.id);
        QCOMPARE(h.queues.at(0), (QueueCount{ExceptionQueue::Open, {}, 3}));
        QCOMPARE(std::accumulate(h.hours.begin(), h.hours.end(), 0), 3);
    }

    void tellsWhatIsInDoubtEvenWhenItIsPutOff()
    {
        submit(m_desk->database, u"1"_s, u"1"_s);
        const auto claimed = m_desk->relay.claim();
        m_desk->relay.sending(claimed);
        m_desk->relay.finish({TryEnd::timedOut(claimed.at(0))});
        ActionDetails later;
        later.until = QDateTime::currentDateTimeUtc().addDays(1);
        QVERIFY(m_desk->sue.change(ExceptionAction::Snooze, {1}, later).at(0).done);
        const Handover h = read();
        QCOMPARE(h.inDoubt.total, 1);
        QCOMPARE(h.inDoubt.rows.value(0).id, 1);
        QCOMPARE(h.open.total, 0);
    }

    void tellsWhatChangedSince()
    {
        const QList<qint64> ids = m_desk->failed(4);
        QVERIFY(m_desk->sue.change(ExceptionAction::Take, {1, 2}).at(1).done);
        ActionDetails why;
        why.resolution = Resolution::FixedInTarget;
        why.reason = u"entered by hand"_s;
        QVERIFY(m_desk->sue.change(ExceptionAction::Resolve, {1}, why).at(0).done);
        const Operation running = m_desk->startOf(ids.mid(1, 2));
        QCOMPARE(m_desk->deliver(), 2);
        const Handover h = read();
        QCOMPARE(h.open.rows.value(0).group.count, 1);
        QCOMPARE(h.opened.rows.value(0).count, 4);
        QCOMPARE(h.resolved.total, 2);
        const HandoverResolved byHand = h.resolved.rows.value(0); // what people did comes first
        QCOMPARE(byHand.by, u"sue"_s);
        QCOMPARE(byHand.reason, u"entered by hand"_s);
        QCOMPARE(byHand.resolution, Resolution::FixedInTarget);
        QCOMPARE(byHand.group.count, 1);
        QCOMPARE(h.resolved.rows.value(1).resolution, Resolution::Replayed);
        QCOMPARE(h.resolved.rows.value(1).group.count, 2);
        QCOMPARE(h.ownerChanges.total, 1);
        const HandoverOwnerChange taken = h.ownerChanges.rows.value(0);
        QCOMPARE(taken.from + u'>' + taken.to, u">sue"_s);
        QCOMPARE(taken.count, 2);
        QVERIFY(!taken.wholeGroup);
        QCOMPARE(h.replayed.total, 1);
        const Operation replayed = h.replayed.rows.value(0);
        QCOMPARE(replayed.id, running.id);
        QCOMPARE(replayed.confirmed, 2);
        QCOMPARE(replayed.confirmed + replayed.failed + replayed.skipped + replayed.inDoubt + replayed.notStarted,
            replayed.total);
        QCOMPARE(h.underWay.total, 0);
        // the same cause again, after it had been closed
        m_desk->failed(1);
        QCOMPARE(read().regressed.rows.value(0).count, 1);
    }

    void whatWasBeforeDoesNotCount()
    {
        m_desk->failed(2);
        QVERIFY(m_desk->sue.change(ExceptionAction::Take, {1}).at(0).done);
        decide(GroupAction::Note, {.text = u"old"_s});
        m_desk->database.run(u"UPDATE integration.exception SET opened_at = now() - interval '1 day' WHERE id = 1"_s);
        m_desk->database.run(u"UPDATE integration.comment SET at = now() - interval '1 day'"_s);
        m_desk->database.run(u"UPDATE integration.audit_entry SET at = now() - interval '1 day'"_s);
        const Handover h = read();
        QCOMPARE(h.open.rows.value(0).group.count, 2); // what is open counts, however old it is
        QCOMPARE(h.open.rows.value(0).lastNote.content, u"old"_s);
        QCOMPARE(h.opened.rows.value(0).count, 1);
        QCOMPARE(h.notes.total + h.ownerChanges.total, 0);
        HandoverRequest longer;
        longer.since = QDateTime::currentDateTimeUtc().addDays(-2);
        const Handover more = read(longer);
        QCOMPARE(more.opened.rows.value(0).count, 2);
        QCOMPARE(more.notes.total + more.ownerChanges.total, 2);
        longer.since = QDateTime::currentDateTimeUtc().addDays(1);
        QCOMPARE(waitFor(PgHandover(m_desk->sue.runner).handover(longer)).error().kind, Failure::Invalid);
    }

    void tellsWhatRunsAndWhatWaitsForApproval()
    {
        m_desk->database.run(u"SELECT integration.put_approval_limits('[{\"most\": 2}]')"_s);
        const Operation asked = m_desk->startOf(m_desk->failed(3));
        const Operation running = m_desk->startOf(m_desk->failed(1));
        m_desk->control(running.id, OperationControl::Pause);
        const Handover h = read();
        QCOMPARE(h.awaiting.total, 1);
        QCOMPARE(h.awaiting.rows.value(0).id, asked.id);
        QCOMPARE(h.awaiting.rows.value(0).requestedBy, u"sue"_s);
        QVERIFY(h.awaiting.rows.value(0).approvalUntil > h.asOf);
        QCOMPARE(h.underWay.rows.value(0).state, OperationState::Paused);
    }

    void longListsAreCutAndSayByHowMuch()
    {
        for (const QString& code : {u"A"_s, u"B"_s, u"C"_s}) {
            submit(m_desk->database, code, u"1"_s);
            m_desk->relay.finish({TryEnd::rejected(m_desk->relay.claim().at(0), code)});
            decide(GroupAction::Note, {.text = code});
        }
        HandoverRequest brief;
        brief.rows = 2;
        const Handover h = read(brief);
        QCOMPARE(h.open.rows.size(), 2);
        QCOMPARE(h.open.leftOut(), 1);
        QCOMPARE(h.opened.leftOut(), 1);
        QCOMPARE(h.notes.leftOut(), 1);
    }

    void whoMayOnlyLookMayReadItAndAStrangerMayNot()
    {
        m_desk->failed(1);
        Person vera = m_desk->person("vera", "signalbox_viewer");
        VERIFY_OUTCOME(waitFor(PgHandover(vera.runner).handover({})));
        Person shop = m_desk->person("shop", "signalbox_producer");
        QCOMPARE(waitFor(PgHandover(shop.runner).handover({})).error().kind, Failure::Permission);
    }

private:
    Handover read(const HandoverRequest& request = {})
    {
        const auto outcome = waitFor(PgHandover(m_desk->sue.runner).handover(request));
        if (!outcome)
            qFatal("%s", qPrintable(outcome.error().text));
        return outcome.value();
    }

    /// On the first group.
    void decide(GroupAction action, const GroupActionDetails& details)
    {
        PgGroupSource groups(m_desk->sue.runner);
        PgGroupGateway decisions(m_desk->sue.runner);
        const ExceptionGroup group = waitFor(groups.groups({})).value().groups.value(0);
        const auto results = waitFor(decisions.changeGroups(action, {{group.id, group.version}}, details));
        QVERIFY2(results && results.value().at(0).done, "the decision was not taken");
    }

    TestServer m_server;
    std::unique_ptr<ReplayDesk> m_desk;
};

SIGNALBOX_TEST(TestHandover)
#include "tst_handover.moc"
