// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exceptionfixtures.h"
#include "fakedelivery.h"
#include "models/domain/exceptionsentence.h"
#include "models/domain/exceptiontitles.h"
#include "models/domain/systemreason.h"
#include "models/items/attemptmodel.h"
#include "models/items/auditmodel.h"
#include "models/items/exceptiontablemodel.h"
#include "models/items/operationitemmodel.h"
#include "models/items/operationmodel.h"
#include "models/items/queuemodel.h"
#include "orderfixtures.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr auto failureReporting = QAbstractItemModelTester::FailureReportingMode::QtTest;

/// "0-2 5-5": the rows that a signal with two indexes told of.
QString changedRows(const QSignalSpy& spy)
{
    QStringList rows;
    for (const QList<QVariant>& call : spy)
        rows.append(u"%1-%2"_s.arg(call.at(0).value<QModelIndex>().row()).arg(call.at(1).value<QModelIndex>().row()));
    return rows.join(u' ');
}

/// "0-2 5-5": the rows that came or went.
QString movedRows(const QSignalSpy& spy)
{
    QStringList rows;
    for (const QList<QVariant>& call : spy)
        rows.append(u"%1-%2"_s.arg(call.at(1).toInt()).arg(call.at(2).toInt()));
    return rows.join(u' ');
}

} // namespace

class TestExceptionModels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void sentencesSayWhatIsTheMatter_data();
    void sentencesSayWhatIsTheMatter();
    void sentencesSayWhatTheTargetSaid();
    void everyStateHasATitle();
    void comesPageByPage();
    void aChangePatchesItsRow();
    void newOnesGatherUntilTheyAreWanted();
    void othersComeInWhereTheyBelong();
    void whatLeftGoesUnlessItIsKept();
    void aChangeWhileReadingIsReadAfterwards();
    void olderAnswersCountNothing();
    void failsAndGoesOn();
    void pushedOutIsAskedAgain();
    void followsChangesLikeANaiveList();
    void rowsTellWhatTheyMean();
    void timesMoveOn();
    void queuesAreThereBeforeTheirCounts();
    void viewsAreCountedOneAfterTheOther();
    void triesTellWhatWasAnswered();
    void historyTellsWhatChanged();
    void operationsArePatched();
    void itemsStayWhereTheyAre();

private:
    void answer(const Outcome<ExceptionPage>& page)
    {
        m_source->pages.answer(m_source->pages.size() - 1, page);
        QCoreApplication::processEvents();
    }
    void load(const ExceptionPage& page)
    {
        m_model->ask({});
        answer(page);
        QVERIFY(m_model->hasAnswer());
    }
    void refreshWith(const Outcome<ExceptionPage>& page)
    {
        m_model->refresh();
        answer(page);
    }
    QList<qint64> ids() const
    {
        QList<qint64> ids;
        for (int row = 0; row < m_model->rowCount(); ++row)
            ids.append(m_model->exceptionAt(row).id);
        return ids;
    }

    FakeClock m_clock{fixtureNow()};
    std::unique_ptr<FakeExceptions> m_source;
    std::unique_ptr<ExceptionTableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestExceptionModels::init()
{
    m_clock.setNow(fixtureNow());
    m_source = std::make_unique<FakeExceptions>();
    m_model = std::make_unique<ExceptionTableModel>(*m_source, m_clock);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(), failureReporting);
}

void TestExceptionModels::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_source.reset();
}

void TestExceptionModels::sentencesSayWhatIsTheMatter_data()
{
    QTest::addColumn<qint64>("id");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("data") << qint64(113)
                          << u"ERP refused it: Material 1234 is not defined for sales organisation 1000 (data). Sent 3 "
                             "time(s). A replay would fail again: edit it or fix the cause first."_s;
    QTest::newRow("in doubt") << qint64(112)
                              << u"Nobody knows whether Payment provider took it: No answer within 30 s after the "
                                 "request was sent (passing disturbance). Sent 1 time(s). A replay asks Payment "
                                 "provider first and sends only what is not there."_s;
    QTest::newRow("replaying") << qint64(109)
                               << u"Shop had too much to do: Exceeded 2 calls per second for api client (too many "
                                  "requests). Sent 12 time(s). It is being sent again right now."_s;
    QTest::newRow("access")
        << qint64(108)
        << u"Marketplace did not let us in: The access token expired on 21 Nov 2026 (access). Sent 1 "
           "time(s). A replay is safe."_s;
}

void TestExceptionModels::sentencesSayWhatIsTheMatter()
{
    QFETCH(const qint64, id);
    QFETCH(const QString, sentence);
    QCOMPARE(exceptionSentence(fixtureDetail(id).exception), sentence);
}

void TestExceptionModels::sentencesSayWhatTheTargetSaid()
{
    Exception exception = fixtureDetail(112).exception;
    exception.kind = ExceptionKind::DeliveryFailure;
    exception.replayClass = ReplayClass::Safe;
    exception.absentAt = fixtureNow();
    const QString said = u"Payment provider said on %1 that it does not have it. A replay is safe."_s.arg(
        QLocale().toString(fixtureNow().toLocalTime(), QLocale::ShortFormat));
    QVERIFY2(exceptionSentence(exception).endsWith(said), qPrintable(exceptionSentence(exception)));
    exception.state = ExceptionState::Replaying;
    QVERIFY(exceptionSentence(exception).endsWith(u"It is being sent again right now."_s));
    QCOMPARE(standingTitle(exception), u"Replaying"_s);
    exception.asking = true;
    QCOMPARE(standingTitle(exception), u"Being verified"_s);
    QVERIFY(exceptionSentence(exception).endsWith(u"Payment provider is being asked right now whether it has it."_s));
}

void TestExceptionModels::everyStateHasATitle()
{
    const auto told = [](auto last) {
        QSet<QString> titles;
        for (int at = 0; at <= int(last); ++at)
            titles.insert(title(decltype(last)(at)));
        return !titles.contains(QString()) && titles.size() == int(last) + 1;
    };
    QVERIFY(told(ExceptionState::Resolved));
    QVERIFY(told(ExceptionKind::Contract));
    QVERIFY(told(Severity::Low));
    QVERIFY(told(ReplayClass::NoLookup));
    QVERIFY(told(EffectClass::Legal));
    QVERIFY(told(Resolution::NotNeeded));
    QVERIFY(told(OperationState::Cancelled));
    QVERIFY(told(ItemState::Cancelled));
    QVERIFY(told(ExceptionQueue::AwaitingApproval));
    QCOMPARE(errorClassTitle(u"something_new"_s), u"something_new"_s);
    QCOMPARE(systemReason(u"a reason of tomorrow"_s), u"a reason of tomorrow"_s);
}

void TestExceptionModels::comesPageByPage()
{
    load(exceptionPage(1000, 801, true));
    QCOMPARE(m_model->rowCount(), 200);
    QVERIFY(m_model->canFetchMore({}));
    m_model->fetchMore({});
    QVERIFY(!m_model->canFetchMore({})); // one at a time
    QCOMPARE(m_source->queries.constLast().after, (OrderCursor{u"behind 801"_s, 801}));
    answer(exceptionPage(801, 701)); // one of them moved behind the cursor
    QCOMPARE(m_model->rowCount(), 300);
    QVERIFY(m_model->isComplete());
    QVERIFY(!m_model->canFetchMore({}));
}

void TestExceptionModels::aChangePatchesItsRow()
{
    load(exceptionPage(1000, 951));
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    ExceptionPage page = exceptionPage(1000, 951);
    page.exceptions[7].state = ExceptionState::Assigned;
    page.exceptions[7].owner = u"anna"_s;
    page.exceptions[7].version = 2;
    refreshWith(page);
    QCOMPARE(changedRows(changed), u"7-7"_s);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(m_model->index(7, ExceptionTableModel::StateColumn).data().toString(), u"anna"_s);
    refreshWith(page);
    QCOMPARE(changed.size(), 1); // nothing new, nothing told
}

void TestExceptionModels::newOnesGatherUntilTheyAreWanted()
{
    load(exceptionPage(1000, 951));
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    refreshWith(exceptionPage(1003, 951));
    QCOMPARE(m_model->newCount(), 3);
    QCOMPARE(inserted.size(), 0);
    refreshWith(exceptionPage(1004, 951));
    QCOMPARE(m_model->newCount(), 4);
    m_model->takeInNew();
    QCOMPARE(movedRows(inserted), u"0-3"_s);
    QCOMPARE(m_model->newCount(), 0);
    QCOMPARE(m_model->exceptionAt(0).id, 1004);
    refreshWith(exceptionPage(1004, 951));
    QCOMPARE(m_model->newCount(), 0);
}

void TestExceptionModels::othersComeInWhereTheyBelong()
{
    ExceptionPage page = exceptionPage(1000, 951);
    page.exceptions.removeAt(20); // snoozed
    load(page);
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    refreshWith(exceptionPage(1000, 951)); // awake again
    QCOMPARE(movedRows(inserted), u"20-20"_s);
    QCOMPARE(m_model->newCount(), 0);
}

void TestExceptionModels::whatLeftGoesUnlessItIsKept()
{
    load(exceptionPage(1000, 951));
    QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    m_model->keep({997});
    ExceptionPage page = exceptionPage(1000, 951);
    page.exceptions.removeAt(5);
    page.exceptions.removeAt(3);
    refreshWith(page);
    QCOMPARE(movedRows(removed), u"5-5"_s);
    QCOMPARE(m_model->exceptionAt(3).id, 997);
    QVERIFY(m_model->hasLeft(3));
    QVERIFY(m_model->index(3, 0).data(ItemRoles::StaleRole).toBool());
    refreshWith(exceptionPage(1000, 951)); // both are back
    QVERIFY(!m_model->hasLeft(3));
    QCOMPARE(m_model->rowCount(), 50);
    refreshWith(page);
    m_model->keep({});
    m_model->dropLeft();
    QCOMPARE(m_model->rowCount(), 48);
    QCOMPARE(m_model->rowOfId(997), -1);
}

void TestExceptionModels::aChangeWhileReadingIsReadAfterwards()
{
    load(exceptionPage(1000, 951));
    const std::size_t before = m_source->pages.size();
    m_model->refresh();
    for (int at = 0; at < 20; ++at)
        m_model->refresh();
    QCOMPARE(m_source->pages.size(), before + 1);
    answer(exceptionPage(1000, 951));
    QCOMPARE(m_source->pages.size(), before + 2);
    answer(exceptionPage(1000, 951));
    QCOMPARE(m_source->pages.size(), before + 2);
    QVERIFY(!m_model->isLoading());
}

void TestExceptionModels::olderAnswersCountNothing()
{
    load(exceptionPage(1000, 951));
    ExceptionQuery mine;
    mine.queue = ExceptionQueue::Mine;
    m_model->ask(mine);
    ExceptionQuery snoozed;
    snoozed.queue = ExceptionQueue::Snoozed;
    m_model->ask(snoozed);
    m_source->pages.answer(2, exceptionPage(30, 21));
    QCoreApplication::processEvents();
    QCOMPARE(m_model->rowCount(), 10);
    m_source->pages.answer(1, exceptionPage(60, 41));
    QCoreApplication::processEvents();
    QCOMPARE(m_model->exceptionAt(0).id, 30);
    QCOMPARE(m_model->query().queue, ExceptionQueue::Snoozed);
}

void TestExceptionModels::failsAndGoesOn()
{
    QSignalSpy failed(m_model.get(), &ExceptionTableModel::failed);
    load(exceptionPage(1000, 801, true));
    m_model->fetchMore({});
    answer(Error{Failure::Connection, u"gone"_s, {}, {}});
    QCOMPARE(failed.size(), 1);
    QVERIFY(!m_model->canFetchMore({})); // or the view would ask without end
    QCOMPARE(m_model->rowCount(), 200);
    m_model->retry();
    QVERIFY(m_source->queries.constLast().after.has_value());
    answer(exceptionPage(800, 751));
    QCOMPARE(m_model->rowCount(), 250);
    ExceptionQuery mine;
    mine.queue = ExceptionQueue::Mine;
    m_model->ask(mine);
    answer(Error{Failure::Other, u"It broke."_s, {}, {}});
    QCOMPARE(m_model->rowCount(), 0); // rows of another queue would lie
}

void TestExceptionModels::pushedOutIsAskedAgain()
{
    QSignalSpy failed(m_model.get(), &ExceptionTableModel::failed);
    m_model->ask({});
    answer(Error{Failure::Cancelled, {}, {}, {}});
    QCOMPARE(m_source->pages.size(), std::size_t(2));
    QCOMPARE(failed.size(), 0);
    answer(exceptionPage(10, 1));
    QCOMPARE(m_model->rowCount(), 10);
}

void TestExceptionModels::followsChangesLikeANaiveList()
{
    // what the database has after each of many changes; the model must show the same, kept and gathered ones aside
    quint32 seed = 20261122;
    const auto random = [&seed](int below) {
        seed = seed * 1664525U + 1013904223U;
        return int((seed >> 16U) % quint32(below));
    };
    ExceptionPage page = exceptionPage(60, 1);
    load(page);
    qint64 next = 61;
    for (int step = 0; step < 400; ++step) {
        const int count = int(page.exceptions.size());
        if (count > 0 && random(3) == 0)
            page.exceptions.removeAt(random(count));
        else if (count > 0 && random(2) == 0)
            page.exceptions[random(count)].version += 1;
        else
            page.exceptions.prepend(exceptionPage(next, next).exceptions.constFirst());
        ++next;
        refreshWith(page);
        m_model->takeInNew();
        QList<qint64> expected;
        for (const Exception& exception : std::as_const(page.exceptions))
            expected.append(exception.id);
        QCOMPARE(ids(), expected);
        for (int row = 0; row < m_model->rowCount(); ++row)
            QCOMPARE(m_model->exceptionAt(row).version, page.exceptions.at(row).version);
    }
}

void TestExceptionModels::rowsTellWhatTheyMean()
{
    using Model = ExceptionTableModel;
    ExceptionPage page;
    page.exceptions = fixtureExceptions();
    page.asOf = fixtureNow();
    load(page);
    const auto cell = [this](int row, int column) { return m_model->index(row, column).data().toString(); };
    QCOMPARE(cell(1, Model::HopColumn), u"Shop \u2192 ERP"_s);
    QCOMPARE(cell(1, Model::ReplayColumn), u"Would fail again"_s);
    QCOMPARE(cell(1, Model::StateColumn), u"anna"_s);
    QCOMPARE(cell(1, Model::SeverityColumn), QString()); // what is usual needs no word
    QCOMPARE(cell(6, Model::SeverityColumn), u"Critical"_s);
    QCOMPARE(cell(10, Model::NumberColumn), u"\u2013"_s);
    QCOMPARE(m_model->index(1, 0).data(ItemRoles::CopyRole).toString(), u"10413"_s);
    QCOMPARE(m_model->index(10, 0).data(ItemRoles::CopyRole).toString(), u"104"_s);
    QVERIFY(m_model->index(2, Model::ReplayColumn).data(Qt::ToolTipRole).toString().contains(u"signalbox_finance"_s));
    QCOMPARE(m_model->index(6, Model::DueColumn).data(ItemRoles::EmphasisRole).value<ItemRoles::Emphasis>(),
        ItemRoles::Emphasis::Bad);
    QCOMPARE(m_model->index(1, Model::HopColumn).data(ItemRoles::FilterRole).toString(), u"flow:erp-order-create"_s);
    QVERIFY(m_model->index(1, Model::SinceColumn).data(ItemRoles::ValueRole).toDateTime() < fixtureNow());
}

void TestExceptionModels::timesMoveOn()
{
    ExceptionPage page;
    page.exceptions = fixtureExceptions();
    load(page);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->tick(0, 13);
    QCOMPARE(changed.size(), 0);
    m_clock.advance(std::chrono::minutes(22));
    m_model->tick(0, 13);
    QVERIFY(changedRows(changed).contains(u"2-2"_s));
    QVERIFY(m_model->index(2, ExceptionTableModel::DueColumn).data().toString().contains(u"late"_s));
}

void TestExceptionModels::queuesAreThereBeforeTheirCounts()
{
    QueueModel model(*m_source, m_clock);
    const QAbstractItemModelTester tester(&model, failureReporting);
    QCOMPARE(model.rowCount(), 11);
    QVERIFY(!model.index(0, 0).data(ItemRoles::ValueRole).isValid());
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.refresh();
    model.refresh();
    QCOMPARE(m_source->counts.size(), std::size_t(1));
    m_source->counts.answer(0, fixtureQueues());
    QTRY_COMPARE(m_source->counts.size(), std::size_t(2)); // what came while it was being read
    QCOMPARE(model.rowCount(), 14);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(model.index(0, 0).data(ItemRoles::ValueRole).toLongLong(), 14);
    QCOMPARE(model.index(9, 0).data().toString(), u"erp"_s);
    QVERIFY(!model.index(9, 0).data(QueueModel::SectionRole).toString().isEmpty());
    QVERIFY(model.index(10, 0).data(QueueModel::SectionRole).toString().isEmpty());
    QSignalSpy failed(&model, &QueueModel::failed);
    m_source->counts.answer(1, Error{Failure::Connection, u"gone"_s, {}, {}});
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(model.rowCount(), 14); // the last counts stay
}

void TestExceptionModels::viewsAreCountedOneAfterTheOther()
{
    QueueModel model(*m_source, m_clock);
    const QAbstractItemModelTester tester(&model, failureReporting);
    model.setViewsPause(0);
    SavedView tax{1, SavedView::Screen::Triage, u"Tax"_s, u"anna"_s, true, {}, u"tax owner:none"_s};
    SavedView mine{2, SavedView::Screen::Triage, u"Mine"_s, u"me"_s};
    mine.queue = u"erp"_s;
    SavedView wrong{3, SavedView::Screen::Triage, u"Wrong"_s, u"me"_s, false, {}, u"ownr:me"_s};
    const SavedView orders{4, SavedView::Screen::Orders, u"Orders"_s, u"me"_s};
    model.setViews({tax, mine, wrong, orders});
    QCOMPARE(model.rowCount(), 14); // not that of orders
    QCOMPARE(model.index(11, 0).data(QueueModel::SectionRole).toString(), u"Views"_s);
    QCOMPARE(model.index(11, 0).data().toString(), u"Tax"_s);
    QVERIFY(model.index(11, 0).data(Qt::ToolTipRole).toString().contains(u"anna"_s));
    QVERIFY(model.index(11, 0).data(QueueModel::CountRole).toString().isEmpty());
    QCOMPARE(m_source->counted.size(), 1); // never two at a time
    QCOMPARE(filterText(m_source->counted.at(0).filter), u"tax owner:none"_s);
    m_source->viewCounts.answer(0, CappedCount{10'000, true});
    QTRY_COMPARE(m_source->counted.size(), 2);
    QCOMPARE(m_source->counted.at(1).team, u"erp"_s);
    QCOMPARE(model.index(11, 0).data(QueueModel::CountRole).toString(), u"10,000+"_s);
    m_source->viewCounts.answer(1, Error{Failure::Permission, u"no"_s, {}, {}});
    QTRY_VERIFY(!model.isCountingViews()); // the one with the mistake is not asked for
    QCOMPARE(m_source->counted.size(), 2);
    QVERIFY(model.index(12, 0).data(QueueModel::CountRole).toString().isEmpty());
    // the queues come and go above them
    model.refresh();
    m_source->counts.answer(0, fixtureQueues());
    QTRY_COMPARE(model.rowCount(), 17);
    QCOMPARE(model.rowOf(QueueLine::viewKey(1)), 14);
    QTRY_COMPARE(m_source->counted.size(), 3);
    model.setViews({mine});
    QCOMPARE(model.rowCount(), 15);
    m_source->viewCounts.answer(2, CappedCount{5, false}); // of one that is gone
    QTRY_COMPARE(m_source->counted.size(), 4);
    QCOMPARE(m_source->counted.at(3).team, u"erp"_s);
    m_source->viewCounts.answer(3, CappedCount{5, false});
    QTRY_COMPARE(model.index(14, 0).data(ItemRoles::ValueRole).toLongLong(), 5);
    model.setViews({});
    QCOMPARE(model.rowCount(), 14); // without a view there is no heading either
}

void TestExceptionModels::triesTellWhatWasAnswered()
{
    AttemptModel model;
    const QAbstractItemModelTester tester(&model, failureReporting);
    QList<Attempt> attempts = fixtureDetail(113).attempts;
    attempts[0].httpStatus = 0;
    attempts[0].errorCode.clear();
    attempts[0].outcome = u"lost"_s;
    model.setAttempts(attempts);
    QCOMPARE(model.index(0, AttemptModel::AnswerColumn).data().toString(), u"none"_s);
    QCOMPARE(model.index(0, AttemptModel::OutcomeColumn).data().toString(), u"No word back"_s);
    QCOMPARE(model.index(1, AttemptModel::AnswerColumn).data().toString(), u"422 \u00b7 V1-382"_s);
    const QString hint = model.index(1, AttemptModel::AnswerColumn).data(Qt::ToolTipRole).toString();
    QVERIFY2(hint.startsWith(attempts.at(1).errorText) && hint.contains(u"What to do: The target understood"_s),
        qPrintable(hint));
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    attempts.prepend(attempts.constFirst());
    attempts[0].number = 4;
    model.setAttempts(attempts);
    QCOMPARE(movedRows(inserted), u"0-0"_s);
}

void TestExceptionModels::historyTellsWhatChanged()
{
    const QList<AuditEntry> entries = fixtureDetail(113).audit;
    QCOMPARE(AuditModel::changeText(entries.at(1)), u"owner: \u2013 \u2192 anna \u00b7 state: open \u2192 assigned"_s);
    AuditEntry resolved = entries.at(1);
    resolved.reason = u"Booked by hand"_s;
    resolved.after = uR"({"state":"resolved","reason":"Booked by hand","owner":null,"evidence":"FI-12"})"_s;
    QCOMPARE(AuditModel::changeText(resolved),
        u"Booked by hand \u00b7 evidence: FI-12 \u00b7 state: open \u2192 resolved"_s);
    AuditEntry edited;
    edited.reason = u"renamed"_s;
    edited.before = uR"({"revision":1})"_s;
    edited.after
        = uR"({"revision":2,"changes":[{"path":"/lines/0/sku","old":"7","new":"1.10"},{"path":"/x","old":"1e400"}]})"_s;
    QCOMPARE(AuditModel::changeText(edited),
        u"renamed \u00b7 /lines/0/sku: 7 \u2192 1.10 \u00b7 gone /x: 1e400 \u00b7 revision: 1 \u2192 2"_s);
    AuditModel model;
    const QAbstractItemModelTester tester(&model, failureReporting);
    model.setEntries(entries);
    QCOMPARE(model.index(1, AuditModel::DeedColumn).data().toString(), u"Took it"_s);
}

void TestExceptionModels::operationsArePatched()
{
    FakeOperations gateway;
    OperationModel model(gateway, m_clock);
    const QAbstractItemModelTester tester(&model, failureReporting);
    model.refresh();
    gateway.lists.answer(0, fixtureOperations());
    QTRY_COMPARE(model.rowCount(), 4);
    QCOMPARE(model.index(0, OperationModel::ProgressColumn).data().toString(), u"19 of 24"_s);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QList<Operation> later = fixtureOperations();
    later[0].confirmed += 1;
    later[0].notStarted -= 1;
    model.refresh();
    gateway.lists.answer(1, later);
    QTRY_COMPARE(changedRows(changed), u"0-0"_s);
    QCOMPARE(model.index(0, OperationModel::ConfirmedColumn).data(ItemRoles::ValueRole).toLongLong(), 10);
}

void TestExceptionModels::itemsStayWhereTheyAre()
{
    OperationItemModel model;
    const QAbstractItemModelTester tester(&model, failureReporting);
    model.setItems(fixturePlanItems(), true);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    model.setItems(fixtureRunningItems(), false); // those that failed come first in this answer
    QCOMPARE(reset.size() + removed.size(), 0);
    QCOMPARE(model.itemAt(3).transactionId, fixturePlanItems().at(3).transactionId);
    QCOMPARE(model.itemAt(3).state, ItemState::Failed);
    QCOMPARE(model.index(17, OperationItemModel::OutcomeColumn).data().toString(), u"would fail again"_s);
    QCOMPARE(systemReason(u"the target had it already: SO 12"_s), u"the target had it already: SO 12"_s);
    QCOMPARE(systemReason(u"SO 12"_s), u"SO 12"_s);
    model.setItems(fixtureRunningItems(), true);
    QCOMPARE(model.itemAt(0).state, ItemState::Failed);
}

SIGNALBOX_TEST(TestExceptionModels)
#include "tst_exceptionmodels.moc"
