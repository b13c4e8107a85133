// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/exceptionnames.h"
#include "models/domain/groupgateway.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// What a table must say: the names in the order of the enum, and nothing beyond them.
template<typename Enum, typename FromText>
void check(FromText fromText, const QStringList& names)
{
    for (qsizetype i = 0; i < names.size(); ++i) {
        const auto value = static_cast<Enum>(i);
        QCOMPARE(toText(value), names.at(i));
        QVERIFY2(fromText(names.at(i)) == std::optional(value), qPrintable(names.at(i)));
    }
    QCOMPARE(toText(static_cast<Enum>(names.size())), QString());
    for (const QString& other : QStringList{QString(), u"nonsense"_s, names.constFirst().toUpper()})
        QVERIFY(!fromText(other).has_value());
}

} // namespace

class TestExceptionNames : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void states()
    {
        check<ExceptionState>(
            exceptionStateFromText, {u"open"_s, u"assigned"_s, u"snoozed"_s, u"replaying"_s, u"resolved"_s});
        check<OperationState>(operationStateFromText,
            {u"previewed"_s, u"awaiting_approval"_s, u"scheduled"_s, u"running"_s, u"paused"_s, u"stopped"_s,
                u"settled"_s, u"cancelled"_s, u"rejected"_s});
        check<ItemState>(itemStateFromText,
            {u"planned"_s, u"claimed"_s, u"confirmed"_s, u"failed"_s, u"in_doubt"_s, u"skipped"_s, u"conflict"_s,
                u"cancelled"_s});
    }

    void kinds()
    {
        check<ExceptionKind>(exceptionKindFromText,
            {u"delivery_failure"_s, u"in_doubt"_s, u"business_rule"_s, u"contract"_s, u"overdue"_s, u"reported"_s});
        check<Severity>(severityFromText, {u"critical"_s, u"high"_s, u"normal"_s, u"low"_s});
        check<EffectClass>(effectClassFromText, {u"read"_s, u"upsert"_s, u"create"_s, u"money"_s, u"legal"_s});
        check<ReplayClass>(replayClassFromText,
            {u"safe"_s, u"verify"_s, u"will_fail"_s, u"done"_s, u"not_allowed"_s, u"not_failed"_s, u"by_hand"_s,
                u"no_lookup"_s});
        check<OperationKind>(operationKindFromText, {u"replay"_s, u"verify"_s});
        check<Resolution>(resolutionFromText,
            {u"replayed"_s, u"fixed_in_target"_s, u"compensated"_s, u"duplicate"_s, u"not_needed"_s});
        check<ExceptionQueue>(exceptionQueueFromText,
            {u"open"_s, u"mine"_s, u"unassigned"_s, u"in_doubt"_s, u"breaching"_s, u"overdue"_s, u"regressed"_s,
                u"snoozed"_s, u"resolved"_s, u"team"_s, u"new"_s, u"awaiting_approval"_s});
    }

    void groups()
    {
        check<GroupState>(groupStateFromText,
            {u"new"_s, u"acknowledged"_s, u"investigating"_s, u"waiting"_s, u"resolved"_s, u"archived"_s,
                u"regressed"_s});
        check<GroupAction>(groupActionFromText,
            {u"acknowledge"_s, u"investigate"_s, u"wait"_s, u"archive"_s, u"reopen"_s, u"take"_s, u"assign"_s,
                u"release"_s, u"watch"_s, u"unwatch"_s, u"rename"_s, u"note"_s, u"resolve"_s, u"undo"_s});
    }

    void actions()
    {
        check<ExceptionAction>(exceptionActionFromText,
            {u"take"_s, u"assign"_s, u"release"_s, u"note"_s, u"snooze"_s, u"wake"_s, u"resolve"_s, u"undo"_s});
        check<OperationControl>(operationControlFromText, {u"pause"_s, u"resume"_s, u"cancel"_s});
    }
};

SIGNALBOX_TEST(TestExceptionNames)
#include "tst_exceptionnames.moc"
