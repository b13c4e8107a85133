// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exceptionfixtures.h"
#include "fakedelivery.h"
#include "fakeeditor.h"
#include "fakeordersource.h"
#include "orderfixtures.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testprogram.h"
#include "viewsupport.h"
#include "widgets/common/tableview.h"
#include "widgets/common/theme.h"
#include "widgets/triage/exceptioninspector.h"
#include "widgets/triage/payloadeditor.h"
#include "widgets/triage/payloadeditortext.h"
#include "widgets/triage/replaypanel.h"
#include "widgets/triage/triageview.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

/// From the list of Triage to the editor, to the plan of the replay.
class TestTriageEdit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_clock = std::make_unique<FakeClock>(fixtureNow());
        m_theme = std::make_unique<Theme>();
        m_source = std::make_unique<FakeExceptions>();
        m_gateway = std::make_unique<FakeOperations>();
        m_feed = std::make_unique<FakeFeed>();
        m_payloads = std::make_unique<FakePayloads>();
        m_view = std::make_unique<TriageView>(*m_source, *m_gateway, *m_feed, *m_clock, *m_theme);
        m_view->setPayloadEditor(*m_payloads);
        m_view->resize(1196, 720);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        m_view->focusList();
        m_source->pages.answer(0, ExceptionPage{fixtureExceptions(), std::nullopt, fixtureNow()});
        m_source->counts.answer(0, fixtureQueues());
        QTRY_VERIFY(m_view->model().hasAnswer());
        QTRY_VERIFY(m_source->details.size() > 0);
        m_source->details.answer(m_source->details.size() - 1, fixtureDetail(m_source->detailIds.constLast()));
        QTRY_VERIFY(child<ExceptionInspector>(*m_view, u"exceptionInspector"_s)->isSettled());
    }
    void cleanup() { m_view.reset(); }

    void editsAndPlansTheReplay()
    {
        QTest::keyClick(m_view->table(), Qt::Key_R, Qt::ShiftModifier);
        const qint64 message = m_view->model().exceptionAt(0).transactionId;
        QCOMPARE(m_payloads->asked, (QList<QList<qint64>>{{message}}));
        EditableMessage editable = fixtureEditable().constFirst();
        editable.id = message;
        m_payloads->messages.answer(0, QList<EditableMessage>{editable});
        auto* panel = m_view->editorPanel();
        QTRY_VERIFY(panel->isVisible() && panel->isSettled());
        auto* text = child<PayloadEditorText>(*panel, u"editText"_s);
        text->setPlainText(text->json().replace(u"SKU-7"_s, u"SKU-70"_s));
        child<QLineEdit>(*panel, u"editReason"_s)->setText(u"renamed"_s);
        auto* save = child<QPushButton>(*panel, u"editSave"_s);
        QTRY_VERIFY(save->isEnabled());
        save->click();
        m_payloads->results.answer(0, QList<ActionResult>{{message, true, {}}});
        QTRY_COMPARE(m_gateway->previewed, (QList<QList<qint64>>{{message}}));
        QVERIFY(m_view->replayPanel()->isVisible());
        QCOMPARE(child<QLabel>(*m_view, u"replayScope"_s)->text(), u"1 edited"_s);
    }

    void allThatAreChosenAreEdited()
    {
        QTest::keyClick(m_view->table(), Qt::Key_J, Qt::ShiftModifier);
        QTest::keyClick(m_view->table(), Qt::Key_R, Qt::ShiftModifier);
        QCOMPARE(m_payloads->asked.size(), 1);
        QCOMPARE(m_payloads->asked.constFirst().size(), 2);
        QTest::keyClick(m_view->editorPanel(), Qt::Key_Escape);
        QTRY_VERIFY(m_view->table()->isVisible());
    }

    void showsWhatIsDifferent()
    {
        QVERIFY(m_payloads->hinted.isEmpty());
        QTest::keyClick(m_view->table(), Qt::Key_D);
        QCOMPARE(m_payloads->hinted, QList<qint64>{m_view->model().exceptionAt(0).id});
        m_payloads->answers.answer(0, fixtureHints());
        auto* table = child<TableView>(*m_view, u"differences"_s);
        QTRY_VERIFY(table->isVisible());
        QTest::keyClick(table, Qt::Key_Escape);
        QTRY_VERIFY(m_view->table()->hasFocus());
    }

    void keysAreLettersWhereTextIsTyped()
    {
        auto* search = child<QLineEdit>(*m_view, u"triageSearch"_s);
        search->setFocus();
        QTest::keyClicks(search, u"dR"_s);
        QCOMPARE(search->text(), u"dR"_s);
        QVERIFY(m_payloads->asked.isEmpty() && m_payloads->hinted.isEmpty());
    }

private:
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<FakeExceptions> m_source;
    std::unique_ptr<FakeOperations> m_gateway;
    std::unique_ptr<FakeFeed> m_feed;
    std::unique_ptr<FakePayloads> m_payloads;
    std::unique_ptr<TriageView> m_view;
};

SIGNALBOX_TEST(TestTriageEdit)
#include "tst_triageedit.moc"
