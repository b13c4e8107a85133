// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exceptionfixtures.h"
#include "fakedelivery.h"
#include "fakegroups.h"
#include "fakeordersource.h"
#include "fakerunbooks.h"
#include "faketags.h"
#include "orderfixtures.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testprogram.h"
#include "viewsupport.h"
#include "widgets/common/banner.h"
#include "widgets/common/tableview.h"
#include "widgets/common/theme.h"
#include "widgets/triage/exceptioninspector.h"
#include "widgets/triage/groupinspector.h"
#include "widgets/triage/grouppane.h"
#include "widgets/triage/runbookcard.h"
#include "widgets/triage/runbookpanel.h"
#include "widgets/triage/triageview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTextBrowser>
#include <QToolButton>

using namespace Qt::StringLiterals;

/// Runbooks in Triage: beside problems and groups, and how they are written.
class TestRunbooksInTriage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_source = std::make_unique<FakeExceptions>();
        m_gateway = std::make_unique<FakeOperations>();
        m_groups = std::make_unique<FakeGroups>();
        m_feed = std::make_unique<FakeFeed>();
        m_books = std::make_unique<FakeRunbooks>();
        m_feed->place.roles = {u"support"_s, u"viewer"_s};
        m_view = std::make_unique<TriageView>(*m_source, *m_gateway, *m_feed, m_clock, m_theme);
        m_view->enableGroups(*m_groups, *m_groups);
        m_view->setRunbooks(*m_books);
        m_view->resize(1196, 720);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
        m_groups->pages.answer(0, GroupPage{fixtureGroups(), false, fixtureNow()});
        QTRY_COMPARE(m_groups->detailIds.size(), 1);
        m_group = fixtureGroupDetail(m_groups->detailIds.constFirst());
    }
    void cleanup() { m_view.reset(); }

    void theCardShowsTheStepsAndLoadsNothing()
    {
        RunbookCard card(m_theme);
        Runbook runbook = fixtureRunbook();
        runbook.content
            += u"\n\n![x](https://example.com/x.png) <img src=\"file:///etc/hostname\"> [run](file:///bin/sh)"_s;
        card.resize(400, 300);
        card.setRunbook(runbook);
        card.show();
        auto* steps = child<QTextBrowser>(card, u"runbookSteps"_s);
        QVERIFY(steps->toPlainText().contains(u"what the ERP says"_s));
        QVERIFY(steps->toPlainText().contains(u"<img"_s)); // no markup but Markdown's
        QVERIFY(!steps->loadResource(QTextDocument::ImageResource, QUrl(u"https://example.com/x.png"_s)).isValid());
        QVERIFY(child<QToolButton>(card, u"runbookFold"_s)->text().contains(runbook.title));
        const QString foot = child<QLabel>(card, u"runbookFoot"_s)->text();
        for (const QString& part : {u"flow order.*"_s, u"anna"_s, u"ERP team"_s})
            QVERIFY2(foot.contains(part), qPrintable(foot));
        QSignalSpy asked(&card, &RunbookCard::linkRequested);
        QSignalSpy refused(&card, &RunbookCard::linkRefused);
        Q_EMIT steps->anchorClicked(QUrl(u"https://example.com/md"_s));
        QCOMPARE(asked.size(), 1);
        Q_EMIT steps->anchorClicked(QUrl(u"file:///bin/sh"_s));
        Q_EMIT steps->anchorClicked(QUrl(u"other.md"_s));
        QCOMPARE(asked.size(), 1);
        QCOMPARE(refused.size(), 2);
        QVERIFY(steps->toPlainText().contains(u"what the ERP says"_s)); // it went nowhere itself
        QTest::keyClick(child<QToolButton>(card, u"runbookFold"_s), Qt::Key_Space);
        QVERIFY(!steps->isVisible());
        QVERIFY(!card.isUnfolded());
        card.setRunbook({});
        QVERIFY(!card.isVisible()); // nothing to show, and nobody who could write one
        card.setMayWrite(true);
        QVERIFY(card.isVisible());
        QCOMPARE(widgetWithoutName(card), QString());
    }

    void aGroupShowsItsRunbook()
    {
        const auto* card = m_view->findChild<GroupInspector*>()->runbookCard();
        QVERIFY(!card->isVisible()); // not known yet
        answerGroup();
        QVERIFY(card->isVisible());
        QCOMPARE(*card->runbook(), fixtureRunbook());
        QVERIFY(child<QToolButton>(*card, u"runbookWrite"_s)->isVisible());
        QCOMPARE(widgetWithoutName(*m_view), QString());
    }

    void aProblemShowsItsRunbook()
    {
        const RunbookCard* card = openProblems();
        QVERIFY(card->isVisible());
        QCOMPARE(*card->runbook(), fixtureRunbook());
    }

    void foldingHoldsForBoth()
    {
        answerGroup();
        QSignalSpy told(m_view.get(), &TriageView::runbookUnfolded);
        const auto* ofGroup = m_view->findChild<GroupInspector*>()->runbookCard();
        QTest::mouseClick(child<QToolButton>(*ofGroup, u"runbookFold"_s), Qt::LeftButton);
        QCOMPARE(told.size(), 1);
        QVERIFY(!m_view->findChild<ExceptionInspector*>()->runbookCard()->isUnfolded());
    }

    void onlySupportWrites_data()
    {
        QTest::addColumn<QStringList>("roles");
        QTest::addColumn<bool>("may");
        QTest::newRow("support") << QStringList{u"support"_s} << true;
        QTest::newRow("admin") << QStringList{u"admin"_s} << true;
        QTest::newRow("finance") << QStringList{u"finance"_s} << false;
        QTest::newRow("viewer") << QStringList{u"viewer"_s} << false;
        QTest::newRow("bundle") << QStringList{u"bundle"_s, u"viewer"_s} << false;
    }

    void onlySupportWrites()
    {
        QFETCH(QStringList, roles);
        QFETCH(bool, may);
        m_feed->place.roles = roles;
        m_feed->setState(ChangeFeed::State::Live);
        answerGroup();
        const auto* card = m_view->findChild<GroupInspector*>()->runbookCard();
        QCOMPARE(child<QToolButton>(*card, u"runbookWrite"_s)->isVisible(), may);
    }

    void oneIsEditedByKeyboard()
    {
        answerGroup();
        QTest::mouseClick(write(), Qt::LeftButton);
        RunbookPanel* panel = m_view->runbookPanel();
        QVERIFY(panel && panel->isVisible());
        auto* steps = child<QPlainTextEdit>(*panel, u"runbookEdit"_s);
        QVERIFY(steps->hasFocus());
        QCOMPARE(steps->toPlainText(), fixtureRunbook().content);
        steps->selectAll();
        QTest::keyClicks(steps, u"1. better"_s);
        QTest::keyClick(steps, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_books->written.size(), 1);
        Runbook expected = fixtureRunbook();
        expected.content = u"1. better"_s;
        QCOMPARE(m_books->written.constFirst(), expected);
        m_books->ids.answer(0, Error{Failure::Constraint, u"changed since you looked"_s, {}, {}});
        auto* problem = child<QLabel>(*panel, u"runbookProblem"_s);
        QTRY_VERIFY(problem->isVisible());
        QVERIFY(problem->text().contains(u"changed since you looked"_s));
        QVERIFY(panel->isVisible()); // what was written is not lost
        QTest::keyClick(steps, Qt::Key_Return, Qt::ControlModifier);
        const auto asked = m_groups->detailIds.size();
        m_books->ids.answer(1, qint64{4});
        QTRY_VERIFY(!panel->isVisible());
        QTRY_VERIFY(m_groups->detailIds.size() > asked); // and it is shown
    }

    void thePreviewFollowsWhatIsWritten()
    {
        answerGroup();
        QTest::mouseClick(write(), Qt::LeftButton);
        RunbookPanel* panel = m_view->runbookPanel();
        auto* steps = child<QPlainTextEdit>(*panel, u"runbookEdit"_s);
        const auto* preview = child<QTextBrowser>(*panel, u"runbookPreview"_s);
        QVERIFY(preview->isVisible());
        QVERIFY(preview->toPlainText().contains(u"what the ERP says"_s)); // as it is now
        QVERIFY(!preview->toPlainText().contains(u"**"_s));
        steps->selectAll();
        QTest::keyClicks(steps, u"ask **anna** <b>now</b> ![x](file:///etc/passwd)"_s);
        QVERIFY2(preview->toPlainText().startsWith(u"ask anna <b>now</b>"_s), qPrintable(preview->toPlainText()));
        QCOMPARE(preview->document()->find(u"anna"_s).charFormat().fontWeight(), int(QFont::Bold));
        QTest::keyClick(panel->focusWidget(), Qt::Key_Tab); // it is reached, to be scrolled
        QVERIFY(preview->hasFocus());
        QTest::keyClick(panel->focusWidget(), Qt::Key_Tab);
        QVERIFY(child<QPushButton>(*panel, u"runbookRemove"_s)->hasFocus());
        QCOMPARE(widgetWithoutName(*panel), QString());
    }

    void theFirstOneBeginsWithWhatIsShown()
    {
        m_group.runbook.reset();
        answerGroup();
        QTest::mouseClick(write(), Qt::LeftButton);
        RunbookPanel* panel = m_view->runbookPanel();
        auto* title = child<QLineEdit>(*panel, u"runbookTitle"_s);
        QVERIFY(title->hasFocus());
        QCOMPARE(child<QLineEdit>(*panel, u"runbookFlow"_s)->text(), m_group.group.flow);
        QCOMPARE(child<QLineEdit>(*panel, u"runbookCode"_s)->text(), m_group.group.errorCode);
        QCOMPARE(child<QComboBox>(*panel, u"runbookClass"_s)->currentData().toString(), m_group.group.errorClass);
        auto* save = child<QPushButton>(*panel, u"runbookSave"_s);
        QVERIFY(!save->isEnabled()); // it says nothing yet
        QTest::keyClicks(title, u"Tax"_s);
        auto* steps = child<QPlainTextEdit>(*panel, u"runbookEdit"_s);
        for (int at = 0; at < 20 && !steps->hasFocus(); ++at)
            QTest::keyClick(panel->focusWidget(), Qt::Key_Tab);
        QVERIFY(steps->hasFocus());
        QTest::keyClicks(steps, u"ask"_s);
        QVERIFY(save->isEnabled());
        child<QCheckBox>(*panel, u"runbookCause"_s)->setChecked(true);
        QTest::keyClick(steps, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_books->written.size(), 1);
        QCOMPARE(m_books->written.constFirst().id, 0);
        QCOMPARE(m_books->written.constFirst().fingerprint, u"f1"_s);
        QCOMPARE(widgetWithoutName(*panel), QString());
    }

    void escapeAsksOnceMore()
    {
        answerGroup();
        QTest::mouseClick(write(), Qt::LeftButton);
        RunbookPanel* panel = m_view->runbookPanel();
        auto* steps = child<QPlainTextEdit>(*panel, u"runbookEdit"_s);
        QTest::keyClick(steps, Qt::Key_Escape);
        QVERIFY(!panel->isVisible()); // nothing was written
        QTest::mouseClick(write(), Qt::LeftButton);
        QTest::keyClicks(steps, u"x"_s);
        QTest::keyClick(steps, Qt::Key_Escape);
        QVERIFY(panel->isVisible());
        QTest::keyClick(steps, Qt::Key_Escape);
        QVERIFY(!panel->isVisible());
        QVERIFY(m_books->written.isEmpty());
    }

    void removingAsksOnceMore()
    {
        answerGroup();
        QTest::mouseClick(write(), Qt::LeftButton);
        auto* remove = child<QPushButton>(*m_view->runbookPanel(), u"runbookRemove"_s);
        QTest::mouseClick(remove, Qt::LeftButton);
        QVERIFY(m_books->removed.isEmpty());
        QTest::mouseClick(remove, Qt::LeftButton);
        QCOMPARE(m_books->removed, (QList<std::pair<qint64, int>>{{4, 3}}));
    }

    void tagsAreAskedForTheOrdersOfProblems()
    {
        QSignalSpy asked(m_view.get(), &TriageView::tagsRequested);
        QSignalSpy notice(m_view.get(), &TriageView::notice);
        m_view->focusList();
        QTest::keyClick(m_view->groupPane()->table(), Qt::Key_L);
        QCOMPARE(notice.size(), 1); // a group first has to be opened
        openProblems();
        m_view->focusList();
        QTest::keyClick(m_view->table(), Qt::Key_L);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.at(0).at(0).value<QList<qint64>>(), QList<qint64>{fixtureExceptions().at(1).orderId});
        m_feed->place.roles = {u"viewer"_s};
        QTest::keyClick(m_view->table(), Qt::Key_L);
        QCOMPARE(asked.size(), 1);
        QVERIFY(notice.constLast().constFirst().toString().contains(u"signalbox_support"_s));
    }

    void tagsAreTakenBack()
    {
        FakeTags tags;
        m_view->setTags(tags);
        QSignalSpy notice(m_view.get(), &TriageView::notice);
        QSignalSpy takenBack(m_view.get(), &TriageView::tagsTakenBack);
        openProblems();
        m_view->focusList();
        const auto undo = [this] { QTest::keyClick(m_view->table(), Qt::Key_Z); };
        const auto said = [&notice] { return notice.isEmpty() ? QString() : notice.constLast().at(0).toString(); };
        const TagResult changed{fixtureExceptions().at(1).orderId, true, {}, {u"vip"_s}, {u"test"_s}};
        m_view->rememberTags({changed, {7, true, {}}, {8, false, u"there is no such order"_s}});
        undo();
        QCOMPARE(tags.undone, (QList<QList<TagResult>>{{changed}}));
        tags.undos.answer(0, Error{Failure::InDoubt, u"lost"_s, {}, {}});
        QTRY_VERIFY(child<Banner>(*m_view, u"actionResult"_s)->text().contains(u"lost"_s));
        undo(); // without an answer it still can be
        QTRY_COMPARE(tags.undone.size(), 2);
        tags.undos.answer(1, QList<TagResult>{changed});
        QTRY_COMPARE(said(), u"The tags of 1 order(s) are as they were."_s);
        QTRY_COMPARE(takenBack.size(), 2);
        undo();
        QCOMPARE(said(), u"There is nothing to undo."_s);
        m_view->rememberTags({changed});
        undo();
        tags.undos.answer(2, QList<TagResult>{{changed.order, false, u"changed since you looked"_s}});
        auto* result = child<Banner>(*m_view, u"actionResult"_s);
        QTRY_VERIFY(result->text().contains(u"changed since you looked"_s));
        QVERIFY(result->text().contains(fixtureExceptions().at(1).orderNumber));
    }

private:
    void answerGroup()
    {
        m_groups->details.answer(m_groups->details.size() - 1, m_group);
        QTRY_VERIFY(m_view->findChild<GroupInspector*>()->detail());
    }

    QToolButton* write() const
    {
        return child<QToolButton>(*m_view->findChild<GroupInspector*>()->runbookCard(), u"runbookWrite"_s);
    }

    const RunbookCard* openProblems()
    {
        m_view->setGrouped(false);
        m_source->pages.answer(
            m_source->pages.size() - 1, ExceptionPage{fixtureExceptions(), std::nullopt, fixtureNow()});
        const RunbookCard* card = m_view->findChild<ExceptionInspector*>()->runbookCard();
        if (!QTest::qWaitFor([this] { return m_view->model().hasAnswer(); }))
            return card;
        m_view->table()->makeCurrent(1);
        const auto before = m_source->details.size();
        if (!QTest::qWaitFor([&] { return m_source->details.size() > before; }))
            return card;
        m_source->details.answer(m_source->details.size() - 1, fixtureDetail(m_source->detailIds.constLast()));
        (void)QTest::qWaitFor([card] { return card->runbook().has_value(); });
        return card;
    }

    const FakeClock m_clock{fixtureNow()};
    Theme m_theme{Theme::Mode::Light};
    GroupDetail m_group;
    std::unique_ptr<FakeExceptions> m_source;
    std::unique_ptr<FakeOperations> m_gateway;
    std::unique_ptr<FakeGroups> m_groups;
    std::unique_ptr<FakeFeed> m_feed;
    std::unique_ptr<FakeRunbooks> m_books;
    std::unique_ptr<TriageView> m_view;
};

SIGNALBOX_TEST(TestRunbooksInTriage)
#include "tst_triagerunbooks.moc"
