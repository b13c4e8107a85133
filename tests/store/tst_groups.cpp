// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/pggroupgateway.h"
#include "models/store/pggroupsource.h"
#include "tests/store/person.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"

using namespace Qt::StringLiterals;

namespace {

/// A person who looks at groups.
struct GroupPerson : Person
{
    explicit GroupPerson(const ConnectionSettings& settings)
        : Person(settings)
        , groups(runner)
        , decide(runner)
    { }

    QList<ExceptionGroup> seen(const ExceptionQuery& query = {})
    {
        const auto page = waitFor(groups.groups(query));
        if (!page)
            qFatal("%s", qPrintable(page.error().text));
        return page.value().groups;
    }

    ExceptionGroup one(qint64 id) { return waitFor(groups.groupDetail(id)).value().group; }

    QList<GroupActionResult> act(GroupAction action, const QList<qint64>& ids, const GroupActionDetails& details = {})
    {
        QList<GroupRef> refs;
        for (const qint64 id : ids)
            refs.append({id, one(id).version});
        const auto outcome = waitFor(decide.changeGroups(action, refs, details));
        if (!outcome)
            qFatal("%s", qPrintable(outcome.error().text));
        return outcome.value();
    }

    PgGroupSource groups;
    PgGroupGateway decide;
};

} // namespace

/// Groups of exceptions against a real database: what is in them, what people do to them, how they come back.
class TestGroups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { SIGNALBOX_REQUIRE(m_server); }

    void everyDecisionCanBeTakenBack_data()
    {
        QTest::addColumn<GroupAction>("action");
        for (const GroupAction action :
            {GroupAction::Acknowledge, GroupAction::Investigate, GroupAction::Wait, GroupAction::Archive,
                GroupAction::Take, GroupAction::Assign, GroupAction::Watch, GroupAction::Rename, GroupAction::Resolve})
            QTest::newRow(qPrintable(toText(action))) << action;
    }

    void everyDecisionCanBeTakenBack()
    {
        QFETCH(GroupAction, action);
        fail({u"A"_s, u"A"_s, u"A"_s});
        const qint64 id = group(u"A"_s);
        const QString state
            = u"SELECT to_jsonb(g) - 'version' || jsonb_build_object('open', (SELECT count(*) FROM integration.exception x WHERE x.state = 'open')) FROM integration.exception_group g"_s;
        const QString before = m_database->value(state);
        m_sue->act(action, {id},
            {.owner = u"vera"_s,
                .title = u"ours"_s,
                .waitingOn = u"the ERP's people"_s,
                .until = QDateTime::currentDateTimeUtc().addDays(1),
                .resolution = Resolution::NotNeeded,
                .reason = u"test"_s});
        QVERIFY(m_database->value(state) != before);
        QCOMPARE(m_vera->act(GroupAction::Undo, {id}).constFirst().why, u"there is nothing of yours to undo"_s);
        const GroupActionResult undone = m_sue->act(GroupAction::Undo, {id}).constFirst();
        QVERIFY2(undone.done, qPrintable(undone.why));
        QCOMPARE(undone.resolved, action == GroupAction::Resolve ? 3 : 0);
        QCOMPARE(m_database->value(state), before);
        QCOMPARE(m_sue->act(GroupAction::Undo, {id}).constFirst().why, u"there is nothing of yours to undo"_s);
    }

    void init()
    {
        const ConnectionSettings settings = m_server.freshDatabase();
        m_database = std::make_unique<IntegrationDatabase>(settings);
        m_relay = std::make_unique<FakeRelay>(m_server.as(settings, u"relay"_s, {u"signalbox_relay"_s}), u"A"_s);
        m_sue = person(u"sue"_s, u"signalbox_support"_s);
        m_vera = person(u"vera"_s, u"signalbox_viewer"_s);
        putErp(*m_database);
    }

    void whatOneCauseDidIsOneGroup()
    {
        fail({u"A"_s, u"A"_s, u"B"_s});
        const QList<ExceptionGroup> groups = m_vera->seen();
        QCOMPARE(groups.size(), 2);
        const ExceptionGroup& largest = groups.at(0);
        QCOMPARE(largest.count, 2);
        QCOMPARE(largest.errorCode, u"A"_s);
        QCOMPARE(largest.sample, u"it said A"_s);
        QCOMPARE(largest.flow, u"erp.post"_s);
        QCOMPARE(largest.state, GroupState::New);
        QCOMPARE(largest.hours.back(), 2);
        QVERIFY(largest.values.isEmpty() && largest.owner.isEmpty() && !largest.dueAt.isValid());
        QCOMPARE(m_vera->listed({.group = largest.id}), (QList<qint64>{2, 1}));
        QCOMPARE(m_sue->Person::one(1).groupId, largest.id);
        QCOMPARE(waitFor(m_vera->groups.groupDetail(77)).error().kind, Failure::NotFound);
    }

    void valueIsSummedByCurrencyAndRanked()
    {
        putErp(*m_database, {}, {{u"step"_s, u"validation"_s}, {u"since"_s, u"2020-01-01"_s}});
        const QDateTime now = QDateTime::currentDateTimeUtc();
        int n = 0;
        for (const auto& [code, amount, currency] :
            {std::tuple(u"A"_s, u"10.00"_s, u"EUR"_s), {u"A"_s, u"5.00"_s, u"EUR"_s}, {u"A"_s, u"900"_s, u"JPY"_s},
                {u"B"_s, u"85.00"_s, u"EUR"_s}, {u"C"_s, u"100"_s, u"JPY"_s}}) {
            m_database->ingest(QList<TestEvent>{{QString::number(++n), u"order_captured"_s, now.addSecs(-60), {},
                orderData(u"web"_s, amount, currency)}});
            m_relay->finish({TryEnd::rejected(m_relay->claim().at(0), code)});
        }
        // A: 15 of 100 EUR and 900 of 1000 JPY = 1.05; B: 0.85; C: 0.1
        const QList<ExceptionGroup> groups = m_vera->seen();
        QCOMPARE(codes(groups), (QStringList{u"A"_s, u"B"_s, u"C"_s}));
        QCOMPARE(groups.at(0).values, (QList<Money>{{1500, u"EUR"_s}, {900, u"JPY"_s}}));
        QVERIFY(qAbs(groups.at(0).share - 1.05) < 1e-9);
        // what has least time comes first
        m_database->run(
            u"UPDATE integration.exception SET due_at = now() + interval '2 hours' WHERE error_code = 'A'"_s);
        m_database->run(
            u"UPDATE integration.exception SET due_at = now() - interval '1 minute' WHERE error_code = 'C'"_s);
        m_database->run(
            u"UPDATE integration.exception SET due_at = now() + interval '3 days' WHERE error_code = 'B'"_s);
        QCOMPARE(codes(m_vera->seen()), (QStringList{u"C"_s, u"A"_s, u"B"_s}));
        QCOMPARE(codes(m_vera->seen({.queue = ExceptionQueue::Breaching})), QStringList{u"C"_s});
        QCOMPARE(codes(m_vera->seen({.filter = problems(u"said b"_s)})), QStringList{u"B"_s});
        m_database->run(u"UPDATE integration.channel SET title = 'Shop Germany' WHERE code = 'web'"_s);
        const auto detail = waitFor(m_vera->groups.groupDetail(group(u"A"_s)));
        VERIFY_OUTCOME(detail);
        QVERIFY(detail.value().facets.contains(GroupFacet{u"channel"_s, u"web"_s, 3, u"Shop Germany"_s}));
    }

    void whoOwnsAGroupOwnsWhatIsInIt()
    {
        fail({u"A"_s, u"A"_s, u"B"_s});
        m_sue->change(ExceptionAction::Assign, {1}, {.owner = u"vera"_s});
        QVERIFY(m_sue->act(GroupAction::Take, {group(u"A"_s)}).constFirst().done);
        QCOMPARE(m_sue->listed({.queue = ExceptionQueue::New}), QList<qint64>{3}); // the other cause is known now
        QCOMPARE(countOf(ExceptionQueue::New), 1);
        QCOMPARE(codes(m_sue->seen({.queue = ExceptionQueue::New})), QStringList{u"B"_s});
        QCOMPARE(m_sue->Person::one(2).owner, u"sue"_s);
        QCOMPARE(m_sue->Person::one(2).state, ExceptionState::Assigned);
        QCOMPARE(m_sue->Person::one(1).owner, u"vera"_s); // it has one of its own
        QCOMPARE(m_sue->listed({.queue = ExceptionQueue::Mine}), QList<qint64>{2});
        QCOMPARE(m_sue->listed({.queue = ExceptionQueue::Unassigned}), QList<qint64>{3});
        fail({u"A"_s}); // what comes later as well
        QCOMPARE(m_sue->listed({.queue = ExceptionQueue::Mine}), (QList<qint64>{4, 2}));
        QCOMPARE(m_sue->seen({.queue = ExceptionQueue::Mine}).constFirst().count, 2);
        QCOMPARE(countOf(ExceptionQueue::Mine), 2);
        QCOMPARE(m_sue->one(group(u"A"_s)).state, GroupState::Acknowledged);
        m_sue->act(GroupAction::Release, {group(u"A"_s)});
        QCOMPARE(m_sue->listed({.queue = ExceptionQueue::Unassigned}), (QList<qint64>{4, 3, 2}));
    }

    void anArchivedGroupRestsAndComesBack_data()
    {
        QTest::addColumn<GroupActionDetails>("details");
        QTest::addColumn<QString>("meanwhile");
        QTest::addColumn<int>("more");
        QTest::addColumn<bool>("back");
        const QDateTime later = QDateTime::currentDateTimeUtc().addDays(1);
        QTest::newRow("before its time") << GroupActionDetails{.until = later} << QString() << 5 << false;
        QTest::newRow("at its time") << GroupActionDetails{.until
            = later} << u"UPDATE integration.exception_group SET until = now() WHERE state = 'archived'"_s
                                     << 0 << true;
        QTest::newRow("as many as were agreed") << GroupActionDetails{.most = 4} << QString() << 2 << false;
        QTest::newRow("more than were agreed") << GroupActionDetails{.most = 4} << QString() << 3 << true;
    }

    void anArchivedGroupRestsAndComesBack()
    {
        QFETCH(GroupActionDetails, details);
        QFETCH(QString, meanwhile);
        QFETCH(int, more);
        QFETCH(bool, back);
        fail({u"A"_s, u"A"_s, u"B"_s});
        QVERIFY(m_sue->act(GroupAction::Archive, {group(u"A"_s)}, details).constFirst().done);
        QCOMPARE(codes(m_sue->seen()), QStringList{u"B"_s});
        QCOMPARE(codes(m_sue->seen({.queue = ExceptionQueue::Snoozed})), QStringList{u"A"_s});
        QCOMPARE(m_sue->listed({.queue = ExceptionQueue::Snoozed}), (QList<qint64>{2, 1}));
        QCOMPARE(countOf(ExceptionQueue::Open), 1);
        QCOMPARE(countOf(ExceptionQueue::Snoozed), 2);
        fail(QStringList(more, u"A"_s)); // detection goes on
        if (!meanwhile.isEmpty())
            m_database->run(meanwhile);
        QCOMPARE(m_relay->database().value(u"SELECT integration.wake_groups()"_s), back ? u"1"_s : u"0"_s);
        QCOMPARE(countOf(ExceptionQueue::Open), back ? 3 + more : 1);
        const ExceptionGroup now = m_sue->one(group(u"A"_s));
        QCOMPARE(now.state, back ? GroupState::New : GroupState::Archived);
        QCOMPARE(now.escalated, back);
    }

    void waitingSaysOnWhomAndEnds()
    {
        fail({u"A"_s});
        m_sue->act(GroupAction::Wait, {group(u"A"_s)},
            {.waitingOn = u"the ERP team"_s, .until = QDateTime::currentDateTimeUtc().addSecs(60)});
        const ExceptionGroup waiting = m_sue->one(group(u"A"_s));
        QCOMPARE(waiting.state, GroupState::Waiting);
        QCOMPARE(waiting.waitingOn, u"the ERP team"_s);
        QVERIFY(waiting.until.isValid());
        QCOMPARE(countOf(ExceptionQueue::Open), 1); // waiting hides nothing
        m_database->run(u"UPDATE integration.exception_group SET until = now()"_s);
        m_relay->database().run(u"SELECT integration.wake_groups()"_s);
        QCOMPARE(m_sue->one(group(u"A"_s)).state, GroupState::Investigating);
        QVERIFY(m_sue->one(group(u"A"_s)).escalated);
    }

    void resolvingTakesWhatWasSeenAndReopensAsARegression()
    {
        fail({u"A"_s, u"A"_s});
        const QDateTime seen = waitFor(m_sue->groups.groups({})).value().asOf;
        fail({u"A"_s}); // came after the person looked
        const GroupActionDetails how{
            .resolution = Resolution::FixedInTarget, .reason = u"tax code added"_s, .evidence = u"T-1"_s, .asOf = seen};
        const auto results = m_sue->act(GroupAction::Resolve, {group(u"A"_s)}, how);
        QVERIFY(results.constFirst().done);
        QCOMPARE(results.constFirst().resolved, 2);
        QCOMPARE(m_sue->listed({}), QList<qint64>{3});
        QCOMPARE(m_sue->one(group(u"A"_s)).resolved, (QMap<Resolution, qint64>{{Resolution::FixedInTarget, 2}}));
        m_sue->act(GroupAction::Resolve, {group(u"A"_s)}, {.resolution = Resolution::NotNeeded, .reason = u"test"_s});
        QCOMPARE(m_sue->one(group(u"A"_s)).state, GroupState::Resolved);
        QVERIFY(m_sue->seen().isEmpty());
        fail({u"A"_s});
        QCOMPARE(m_sue->one(group(u"A"_s)).state, GroupState::Regressed);
        QCOMPARE(m_sue->seen({.queue = ExceptionQueue::Regressed}).size(), 1);
        QCOMPARE(
            m_database->value(u"SELECT count(*) FROM integration.audit_entry WHERE object_kind = 'group'"_s), u"2"_s);
        QCOMPARE(m_database->value(u"SELECT count(*) FROM integration.audit_entry WHERE object_kind = 'exception'"_s),
            u"3"_s);
        QCOMPARE(m_database->value(u"SELECT integration.audit_broken_at()"_s), QString());
    }

    void whatCannotBeResolvedIsNotSaidToBe()
    {
        fail({u"A"_s, u"A"_s, u"B"_s});
        const qint64 a = group(u"A"_s);
        const GroupActionDetails how{.resolution = Resolution::NotNeeded, .reason = u"test"_s};
        m_sue->act(GroupAction::Wait, {a}, {.waitingOn = u"the ERP team"_s});
        m_database->run(u"UPDATE integration.exception SET state = 'replaying' WHERE error_code = 'A'"_s);
        const QString decided
            = u"SELECT concat_ws(' ', (SELECT version FROM integration.exception_group WHERE id = $1::bigint), "
              "(SELECT count(*) FROM integration.audit_entry), (SELECT reason FROM integration.exception_group WHERE id = $1::bigint))"_s;
        const QString before = m_database->value(decided, {QString::number(a)});
        const QList<GroupActionResult> results = m_sue->act(GroupAction::Resolve, {a}, how);
        QVERIFY(!results.constFirst().done);
        QCOMPARE(results.constFirst().why, u"being replayed"_s);
        QCOMPARE(m_database->value(decided, {QString::number(a)}), before);
        QVERIFY(m_sue->act(GroupAction::Undo, {a}).constFirst().done); // that it waits
        // resolved as far as it can be, it goes on waiting for the rest
        m_sue->act(GroupAction::Wait, {a}, {.waitingOn = u"the ERP team"_s});
        m_database->run(u"UPDATE integration.exception SET state = 'open' WHERE id = 1"_s);
        QCOMPARE(m_sue->act(GroupAction::Resolve, {a}, how).constFirst().resolved, 1);
        QCOMPARE(m_sue->one(a).state, GroupState::Waiting);
    }

    void undoingGivesBackWhatTheDecisionChanged_data()
    {
        QTest::addColumn<GroupAction>("action");
        QTest::addColumn<QStringList>("watchers");
        QTest::newRow("take") << GroupAction::Take << QStringList{u"sue"_s, u"vera"_s};
        QTest::newRow("unwatch") << GroupAction::Unwatch << QStringList{u"vera"_s, u"sue"_s};
        QTest::newRow("archive") << GroupAction::Archive << QStringList{u"sue"_s, u"vera"_s};
    }

    void undoingGivesBackWhatTheDecisionChanged()
    {
        QFETCH(GroupAction, action);
        QFETCH(QStringList, watchers);
        fail({u"A"_s});
        const qint64 id = group(u"A"_s);
        m_sue->act(GroupAction::Watch, {id});
        m_sue->act(action, {id}, {.most = 9});
        m_vera->act(GroupAction::Note, {id}, {.text = u"@vera looks on"_s});
        const GroupActionResult undone = m_sue->act(GroupAction::Undo, {id}).constFirst();
        QVERIFY2(undone.done, qPrintable(undone.why));
        QCOMPARE(m_sue->one(id).watchers, watchers);
        QCOMPARE(m_sue->one(id).state, GroupState::New);
        QVERIFY(m_sue->one(id).owner.isEmpty());
    }

    void anUndoThatIsRefusedOpensNothing()
    {
        fail({u"A"_s, u"A"_s});
        const qint64 id = group(u"A"_s);
        m_sue->act(GroupAction::Resolve, {id}, {.resolution = Resolution::NotNeeded, .reason = u"test"_s});
        fail({u"A"_s}); // back, as a regression
        const GroupActionResult undone = m_sue->act(GroupAction::Undo, {id}).constFirst();
        QCOMPARE(undone.why, u"changed since you looked"_s);
        QCOMPARE(undone.resolved, 0);
        QCOMPARE(m_database->value(u"SELECT count(*) FROM integration.exception WHERE state = 'open'"_s), u"1"_s);
    }

    void anOwnerIsAPersonOrATeam_data()
    {
        QTest::addColumn<QString>("owner");
        QTest::addColumn<bool>("known");
        QTest::newRow("a person") << u"vera"_s << true;
        QTest::newRow("the flow's team") << u"erp team"_s << true;
        QTest::newRow("a team of the rules") << u"finance"_s << true;
        QTest::newRow("the team of a problem") << u"night shift"_s << true;
        QTest::newRow("a role, no person") << u"signalbox_viewer"_s << false;
        QTest::newRow("nobody") << u"nosuchperson"_s << false;
    }

    void anOwnerIsAPersonOrATeam()
    {
        QFETCH(QString, owner);
        QFETCH(bool, known);
        fail({u"A"_s, u"B"_s});
        m_database->run(u"UPDATE integration.routing_rule SET queue = 'finance' WHERE ordinal = 10"_s);
        m_database->run(u"UPDATE integration.exception SET queue = 'night shift' WHERE id = 2"_s);
        const GroupActionResult result
            = m_sue->act(GroupAction::Assign, {group(u"A"_s)}, {.owner = owner}).constFirst();
        const QString why = known ? QString() : u"there is neither a person nor a team \"%1\""_s.arg(owner);
        QCOMPARE(result.done, known);
        QCOMPARE(result.why, why);
        QCOMPARE(m_sue->one(group(u"A"_s)).owner, known ? owner : QString());
        const ActionResult single = m_sue->change(ExceptionAction::Assign, {2}, {.owner = owner}).constFirst();
        QCOMPARE(single.done, known);
        QCOMPARE(single.why, why);
    }

    void watchersNotesAndNames()
    {
        fail({u"A"_s});
        const qint64 id = group(u"A"_s);
        QVERIFY(m_vera->act(GroupAction::Watch, {id}).constFirst().done);
        QVERIFY(m_vera->act(GroupAction::Note, {id}, {.text = u"@sue, please look; @nobody-here too. x@vera"_s})
                    .constFirst()
                    .done);
        QCOMPARE(m_vera->one(id).watchers, (QStringList{u"vera"_s, u"sue"_s}));
        QVERIFY(m_vera->act(GroupAction::Unwatch, {id}).constFirst().done);
        QCOMPARE(m_vera->one(id).watchers, QStringList{u"sue"_s});
        m_sue->act(GroupAction::Rename, {id}, {.title = u"Tax codes since Friday"_s});
        QCOMPARE(groupTitle(m_sue->one(id)), u"Tax codes since Friday"_s);
        m_sue->act(GroupAction::Rename, {id});
        QCOMPARE(groupTitle(m_sue->one(id)), u"Orders to the ERP: it said A"_s);
        const auto detail = waitFor(m_vera->groups.groupDetail(id));
        VERIFY_OUTCOME(detail);
        QCOMPARE(detail.value().comments.size(), 1);
        QCOMPARE(detail.value().audit.size(), 5);
        QVERIFY(detail.value().sample);
        QCOMPARE(detail.value().sample->exception.id, 1);
        QCOMPARE(detail.value().facets.constFirst(), (GroupFacet{u"code"_s, u"A"_s, 1}));
    }

    void mergesAndSplitsHoldForWhatComesLater()
    {
        fail({u"A"_s, u"B"_s, u"C"_s});
        const qint64 a = group(u"A"_s);
        const auto merged = waitFor(m_sue->decide.merge({group(u"B"_s), group(u"C"_s), a}, a));
        VERIFY_OUTCOME(merged);
        fail({u"B"_s});
        QCOMPARE(m_sue->seen().size(), 1);
        QCOMPARE(m_sue->seen().constFirst().count, 4);
        const auto split = waitFor(m_sue->decide.split(a, u"text"_s, u"SAID b"_s));
        VERIFY_OUTCOME(split);
        QCOMPARE(m_sue->one(split.value().group).count, 2);
        fail({u"B"_s, u"C"_s});
        QCOMPARE(m_sue->one(split.value().group).count, 3);
        QCOMPARE(m_sue->one(a).count, 3);
        const auto detail = waitFor(m_sue->groups.groupDetail(a));
        QCOMPARE(detail.value().changes.size(), 2);
        QCOMPARE(detail.value().changes.at(0).id, split.value().change);
        // undone one after the other everything is where it would have been
        QCOMPARE(waitFor(m_sue->decide.merge({split.value().group}, a)).error().kind,
            Failure::Invalid); // was split off from there
        VERIFY_OUTCOME(waitFor(m_sue->decide.undo(detail.value().changes.at(0).id)));
        QCOMPARE(m_sue->one(a).count, 6);
        VERIFY_OUTCOME(waitFor(m_sue->decide.undo(merged.value().change)));
        VERIFY_OUTCOME(waitFor(m_sue->decide.undo(merged.value().change))); // twice is once
        QCOMPARE(m_sue->seen().size(), 3);
        for (const ExceptionGroup& each : m_sue->seen())
            QCOMPARE(each.count, each.errorCode == u"A"_s ? 1 : each.errorCode == u"B"_s ? 3 : 2);
        QVERIFY(waitFor(m_sue->groups.groupDetail(a)).value().changes.isEmpty());
    }

    void failuresByHourGoWithTheirProblems()
    {
        fail({u"A"_s, u"A"_s, u"B"_s});
        const qint64 a = group(u"A"_s);
        const qint64 b = group(u"B"_s);
        m_database->run(u"UPDATE integration.exception SET last_at = last_at - interval '3 hours' WHERE id = 1"_s);
        m_database->run(
            u"UPDATE integration.exception_hour SET hour = hour - interval '3 hours' WHERE ctid = (SELECT min(ctid) FROM integration.exception_hour)"_s);
        QCOMPARE(hoursOf(a), u"3:1 0:1"_s);
        const auto merged = waitFor(m_sue->decide.merge({a}, b));
        VERIFY_OUTCOME(merged);
        QCOMPARE(hoursOf(b), u"3:1 0:2"_s);
        const auto split = waitFor(m_sue->decide.split(b, u"code"_s, u"A"_s));
        VERIFY_OUTCOME(split);
        QCOMPARE(hoursOf(split.value().group), u"3:1 0:1"_s);
        QCOMPARE(hoursOf(b), u"0:1"_s);
        QCOMPARE(
            m_database->value(
                u"SELECT count(*) FROM (SELECT FROM integration.exception_hour GROUP BY hour, group_id HAVING sum(n) < 0) s"_s),
            u"0"_s);
        QCOMPARE(m_database->value(u"SELECT sum(n) FROM integration.exception_hour"_s), u"3"_s);
    }

    void whatIsSplitOffSaysByWhat()
    {
        fail({u"A"_s, u"B"_s, u"C"_s});
        const qint64 a = group(u"A"_s);
        VERIFY_OUTCOME(waitFor(m_sue->decide.merge({group(u"B"_s), group(u"C"_s)}, a)));
        const auto split = waitFor(m_sue->decide.split(a, u"text"_s, u"said"_s));
        VERIFY_OUTCOME(split);
        QCOMPARE(
            groupTitle(m_sue->one(split.value().group)), u"Orders to the ERP: it said A (text \u201csaid\u201d)"_s);
        QCOMPARE(groupTitle(m_sue->one(a)), u"Orders to the ERP: it said A"_s);
        const auto again = waitFor(m_sue->decide.split(split.value().group, u"code"_s, u"B"_s));
        VERIFY_OUTCOME(again);
        QCOMPARE(groupTitle(m_sue->one(again.value().group)),
            u"Orders to the ERP: it said A (text \u201csaid\u201d, code B)"_s);
        // a name that a person gave goes along, and says it too
        m_sue->act(GroupAction::Rename, {split.value().group}, {.title = u"Tax codes"_s});
        const auto named = waitFor(m_sue->decide.split(split.value().group, u"code"_s, u"C"_s));
        VERIFY_OUTCOME(named);
        QCOMPARE(groupTitle(m_sue->one(named.value().group)), u"Tax codes (C)"_s);
    }

    void whatCannotBeIsRefusedWithAReason()
    {
        fail({u"A"_s, u"B"_s});
        const qint64 a = group(u"A"_s);
        const auto why = [&](const auto& outcome) { return outcome ? QString() : outcome.error().text; };
        QVERIFY(why(waitFor(m_vera->decide.merge({a}, group(u"B"_s)))).contains(u"signalbox_support"_s));
        QVERIFY(why(waitFor(m_vera->decide.split(a, u"code"_s, u"A"_s))).contains(u"signalbox_support"_s));
        QVERIFY(why(waitFor(m_sue->decide.merge({a}, a))).contains(u"two groups"_s));
        QVERIFY(why(waitFor(m_sue->decide.merge({a}, 99))).contains(u"no group 99"_s));
        QVERIFY(why(waitFor(m_sue->decide.split(a, u"owner"_s, u"x"_s))).contains(u"channel, target, code or text"_s));
        QVERIFY(why(waitFor(m_sue->decide.split(a, u"code"_s, u"Z"_s))).contains(u"nothing"_s));
        QVERIFY(why(waitFor(m_sue->decide.undo(5))).contains(u"no change 5"_s));
        QVERIFY(!m_vera->act(GroupAction::Take, {a}).constFirst().done);
        const auto stale = waitFor(m_sue->decide.changeGroups(GroupAction::Take, {{a, 7}, {99, 1}}, {}));
        QCOMPARE(stale.value().at(0).why, u"changed since you looked"_s);
        QCOMPARE(stale.value().at(1).why, u"there is no such group"_s);
        for (const auto& [action, details] :
            {std::pair(GroupAction::Assign, GroupActionDetails{}), {GroupAction::Wait, {}}, {GroupAction::Archive, {}},
                {GroupAction::Note, {}}, {GroupAction::Resolve, {}},
                {GroupAction::Archive, {.until = QDateTime::currentDateTimeUtc().addSecs(-1)}}})
            QCOMPARE(waitFor(m_sue->decide.changeGroups(action, {{a, 1}}, details)).error().kind, Failure::Invalid);
        QCOMPARE(m_sue->act(GroupAction::Reopen, {a}).constFirst().why, u"it is open"_s);
        QCOMPARE(m_database->value(u"SELECT count(*) FROM integration.audit_entry"_s), u"0"_s);
    }

private:
    std::unique_ptr<GroupPerson> person(const QString& name, const QString& role)
    {
        return std::make_unique<GroupPerson>(m_server.as(m_database->settings(), name, {role}));
    }

    /// One message more for each code, rejected with it.
    void fail(const QStringList& errors)
    {
        for (const QString& code : errors) {
            submit(*m_database, QString::number(++m_messages), u"1"_s);
            m_relay->finish({TryEnd::rejected(m_relay->claim().at(0), code)});
        }
    }

    /// Where exceptions with this code would be without merges and splits.
    qint64 group(const QString& code)
    {
        return m_database->value(
                             u"SELECT id FROM integration.exception_group WHERE fingerprint = 'fp-' || $1"_s, {code})
            .toLongLong();
    }

    /// How long ago and how many, such as "3:1 0:2".
    QString hoursOf(qint64 id)
    {
        QStringList parts;
        const auto hours = m_sue->one(id).hours;
        for (std::size_t i = 0; i < hours.size(); ++i) {
            if (hours.at(i) != 0)
                parts.append(u"%1:%2"_s.arg(hours.size() - 1 - i).arg(hours.at(i)));
        }
        return parts.join(u' ');
    }

    qint64 countOf(ExceptionQueue queue)
    {
        const auto queues = waitFor(m_sue->source.queues());
        const auto found = std::ranges::find(queues.value(), queue, &QueueCount::queue);
        return found->count;
    }

    static QStringList codes(const QList<ExceptionGroup>& groups)
    {
        QStringList list;
        for (const ExceptionGroup& group : groups)
            list.append(group.errorCode);
        return list;
    }

    TestServer m_server;
    std::unique_ptr<IntegrationDatabase> m_database;
    std::unique_ptr<FakeRelay> m_relay;
    std::unique_ptr<GroupPerson> m_sue;
    std::unique_ptr<GroupPerson> m_vera;
    int m_messages = 0;
};

SIGNALBOX_TEST(TestGroups)
#include "tst_groups.moc"
