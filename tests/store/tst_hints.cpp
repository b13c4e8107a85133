// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/editpreview.h"
#include "models/store/pggroupsource.h"
#include "models/store/pgpayloadeditor.h"
#include "tests/store/person.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {

QStringList lines(const ExceptionHints& hints)
{
    static const QStringList kinds{u"missing"_s, u"unknown"_s, u"other kind"_s, u"out of range"_s, u"unusual"_s};
    QStringList result;
    for (const UnusualField& field : hints.unusual)
        result.append(kinds.at(int(field.kind)) + u' ' + field.path + u' ' + field.value + u" ("_s
            + field.usual.join(u' ') + u')');
    return result;
}

QStringList remedies(const ExceptionHints& hints)
{
    QStringList result;
    for (const PastRemedy& remedy : hints.remedies)
        result.append(u"%1 %2: %3 of %4 by %5"_s.arg(remedy.kind, remedy.paths.join(u','))
                          .arg(remedy.worked)
                          .arg(remedy.tried)
                          .arg(remedy.lastBy));
    return result;
}

} // namespace

/// What is different from what worked, and what helped before.
class TestHints : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { SIGNALBOX_REQUIRE(m_server); }

    void init()
    {
        const ConnectionSettings settings = m_server.freshDatabase();
        m_database = std::make_unique<IntegrationDatabase>(settings);
        m_relay = std::make_unique<FakeRelay>(m_server.as(settings, u"relay"_s, {u"signalbox_relay"_s}), u"A"_s);
        m_sue = std::make_unique<Person>(m_server.as(settings, u"sue"_s, {u"signalbox_support"_s}));
        putErp(*m_database, {}, {{u"editable"_s, QJsonArray{u"/lines/*/sku"_s}}});
    }

    void theNearestIsOneThatTheTargetTook()
    {
        submitted(u"{\"n\": 1}"_s);
        deliver();
        submitted(u"{\"n\": 2}"_s);
        rejectAll();
        // entered by hand: the target never took this content
        QVERIFY(m_sue
                    ->change(ExceptionAction::Resolve, {1},
                        {.resolution = Resolution::FixedInTarget, .reason = u"by hand"_s})
                    .constFirst()
                    .done);
        QCOMPARE(
            m_database->value(u"SELECT count(*) FROM integration.transaction WHERE status = 'delivered'"_s), u"2"_s);
        submitted(u"{\"n\": 1e400, \"x\": 1}"_s);
        rejectAll();
        const ExceptionHints hints = hintsOf(*m_sue, 2);
        QCOMPARE(hints.nearest.transaction, 1);
        QCOMPARE(hints.difference.size(), 2);
        QCOMPARE(hints.difference.at(0), (JsonChange{"/n", "1", "1e400"}));
        QCOMPARE(hints.difference.at(1), (JsonChange{"/x", std::nullopt, "1"}));
        QVERIFY(hints.unusual.isEmpty()); // one is no rule
        QVERIFY(hints.nearest.deliveredAt.isValid());
    }

    void whereNothingWasDeliveredThereIsNothingToCompareWith()
    {
        submitted(u"{\"n\": 1}"_s);
        rejectAll();
        const ExceptionHints hints = hintsOf(*m_sue, 1);
        QCOMPARE(hints.nearest.transaction, 0);
        QVERIFY(hints.difference.isEmpty() && hints.unusual.isEmpty() && hints.remedies.isEmpty());
    }

    void unusualFieldsAreFound_data()
    {
        QTest::addColumn<QString>("payload");
        QTest::addColumn<QStringList>("expected");
        const QString usual
            = uR"({"id": 999, "currency": "EUR", "amount": "12.50", "tax": "A", "lines": [{"sku": "S", "n": 2}]})"_s;
        const auto with = [usual](const QString& was, const QString& is) { return QString(usual).replace(was, is); };
        QTest::newRow("nothing") << usual << QStringList{};
        QTest::newRow("missing") << with(u", \"tax\": \"A\""_s, u""_s) << QStringList{u"missing /tax  (100)"_s};
        QTest::newRow("missing in a line")
            << with(u"[{"_s, u"[{\"n\": 1}, {"_s) << QStringList{u"missing /lines/0/sku  (100)"_s};
        QTest::newRow("null") << with(u"\"A\""_s, u"null"_s) << QStringList{u"other kind /tax null (string)"_s};
        QTest::newRow("a number in quotes")
            << with(u"\"12.50\""_s, u"12.50"_s) << QStringList{u"other kind /amount 12.50 (string)"_s};
        QTest::newRow("too much") << with(u"12.50"_s, u"1250.00"_s)
                                  << QStringList{u"out of range /amount \"1250.00\" (10.50 49.50)"_s};
        QTest::newRow("beyond everything")
            << with(u"\"n\": 2"_s, u"\"n\": 1e400"_s) << QStringList{u"out of range /lines/0/n 1e400 (1 3)"_s};
        QTest::newRow("another value") << with(u"EUR"_s, u"NOK"_s)
                                       << QStringList{u"unusual /currency \"NOK\" (CHF EUR)"_s};
        QTest::newRow("unknown") << with(u"\"tax\""_s, u"\"texts\": 1, \"tax\""_s)
                                 << QStringList{u"unknown /texts 1 (0)"_s};
    }

    void unusualFieldsAreFound()
    {
        QFETCH(QString, payload);
        QFETCH(QStringList, expected);
        for (int i = 0; i < 60; ++i)
            submitted(
                uR"({"id": %1, "currency": "%2", "amount": "%3.50", "tax": "%4", "lines": [{"sku": "S%1", "n": %5}]})"_s
                    .arg(QString::number(i), i % 9 == 0 ? u"CHF"_s : u"EUR"_s, QString::number(10 + i % 40),
                        QString(QChar(u'A' + i % 8)), QString::number(1 + i % 3)));
        deliver();
        submitted(payload);
        rejectAll();
        QCOMPARE(lines(hintsOf(*m_sue, 1)), expected);
    }

    void whatHelpedIsCounted()
    {
        for (int i = 0; i < 6; ++i)
            submitted(uR"({"lines": [{"sku": "A"}]})"_s);
        rejectAll();
        replay({1, 2}, 1); // 1 worked, 2 failed again
        edit(2);
        edit(3);
        replay({2, 3}, 2);
        QVERIFY(
            m_sue->change(
                     ExceptionAction::Resolve, {4}, {.resolution = Resolution::NotNeeded, .reason = u"cancelled"_s})
                .constFirst()
                .done);
        const ExceptionHints hints = hintsOf(*m_sue, 5);
        QCOMPARE(remedies(hints),
            (QStringList{
                u"edit /lines/*/sku: 2 of 2 by sue"_s, u"not_needed : 1 of 1 by sue"_s, u"replay : 1 of 2 by sue"_s}));
        QVERIFY(hints.remedies.constFirst().lastAt.isValid());
        const auto group = waitFor(PgGroupSource(m_sue->runner).groupDetail(1));
        VERIFY_OUTCOME(group);
        QCOMPARE(group.value().remedies, hints.remedies); // the group is told the same
        const std::optional<GroupSample>& sample = group.value().sample;
        QVERIFY(sample && sample->lastTry);
        QCOMPARE(sample->exception.id, 6); // the newest that is open
        QCOMPARE(sample->exception.attempts, 1);
        QCOMPARE(sample->lastTry->outcome, u"failed"_s);
        QVERIFY(sample->lastTry->startedAt.isValid());
    }

    void viewersSeeNoCustomer()
    {
        submitted(uR"({"customer": {"email": "anna@bell.org"}, "n": 1})"_s);
        deliver();
        submitted(uR"({"customer": {"email": "carl@bell.org"}, "n": 2})"_s);
        rejectAll();
        Person viewer(m_server.as(m_database->settings(), u"vera"_s, {u"signalbox_viewer"_s}));
        const ExceptionHints hints = hintsOf(viewer, 1);
        QVERIFY(!hints.nearest.content.contains("anna"));
        for (const JsonChange& change : hints.difference)
            QVERIFY(!change.before->contains("anna") && !change.after->contains("carl"));
        const auto none = waitFor(PgPayloadEditor(viewer.runner).hints(77));
        QVERIFY(!none);
        QCOMPARE(none.error().kind, Failure::NotFound);
    }

private:
    void submitted(const QString& content)
    {
        m_database->value(u"SELECT integration.submit('erp.post', $1, $1, $2)"_s, {u"k%1"_s.arg(++m_count), content});
    }

    void deliver()
    {
        QList<TryEnd> ends;
        for (const Claimed& claimed : m_relay->claim())
            ends.append(TryEnd::delivered(claimed));
        m_relay->finish(ends);
    }

    void rejectAll()
    {
        QList<TryEnd> ends;
        for (const Claimed& claimed : m_relay->claim())
            ends.append(TryEnd::rejected(claimed));
        m_relay->finish(ends);
    }

    /// The first `worked` succeed.
    void replay(const QList<qint64>& ids, int worked)
    {
        const auto plan = waitFor(m_sue->gateway.previewReplay(QUuid::createUuid(), ids));
        VERIFY_OUTCOME(plan);
        VERIFY_OUTCOME(
            waitFor(m_sue->gateway.start(plan.value(), {u"again"_s, {ReplayClass::Safe, ReplayClass::WillFail}})));
        m_relay->handOver();
        QList<TryEnd> ends;
        for (const Claimed& claimed : m_relay->claim())
            ends.append(ends.size() < worked ? TryEnd::delivered(claimed) : TryEnd::rejected(claimed));
        m_relay->finish(ends);
    }

    void edit(qint64 id)
    {
        PgPayloadEditor editor(m_sue->runner);
        const auto found = waitFor(editor.editable({id}));
        VERIFY_OUTCOME(found);
        const auto saved = waitFor(
            editor.edit({previewContent(found.value().constFirst(), R"({"lines": [{"sku": "B"}]})").edit()}, u"sku"_s));
        VERIFY_OUTCOME(saved);
        QVERIFY2(saved.value().constFirst().done, qPrintable(saved.value().constFirst().why));
    }

    static ExceptionHints hintsOf(Person& person, qint64 exception)
    {
        const auto hints = waitFor(PgPayloadEditor(person.runner).hints(exception));
        if (!hints)
            qFatal("%s", qPrintable(hints.error().text));
        return hints.value();
    }

    TestServer m_server;
    std::unique_ptr<IntegrationDatabase> m_database;
    std::unique_ptr<FakeRelay> m_relay;
    std::unique_ptr<Person> m_sue;
    int m_count = 0;
};

SIGNALBOX_TEST(TestHints)
#include "tst_hints.moc"
