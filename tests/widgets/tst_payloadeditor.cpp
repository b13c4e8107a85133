// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeeditor.h"
#include "tests/support/testprogram.h"
#include "viewsupport.h"
#include "widgets/common/banner.h"
#include "widgets/common/tableview.h"
#include "widgets/common/theme.h"
#include "widgets/common/viewstates.h"
#include "widgets/triage/differencepage.h"
#include "widgets/triage/payloadeditor.h"
#include "widgets/triage/payloadeditortext.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

/// Edit and replay, from the text to what is saved.
class TestPayloadEditor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_theme = std::make_unique<Theme>();
        m_payloads = std::make_unique<FakePayloads>();
        m_panel = std::make_unique<PayloadEditorPanel>(*m_payloads, *m_theme);
        m_panel->resize(1196, 720);
        m_panel->show();
    }
    void cleanup() { m_panel.reset(); }

    void nothingIsSavedThatNobodyChanged();
    void savesTheContentAsItIsKeptWithTheChange();
    void charactersSurviveTheEditor_data();
    void charactersSurviveTheEditor();
    void problemsAreMarkedWhereTheyAre_data();
    void problemsAreMarkedWhereTheyAre();
    void theSameForOthersWhereTheyHoldTheSame();
    void manyAreLookedAtAndSavedInPortions();
    void savingManyCanBeStopped();
    void anErrorAmongManyIsSaid_data();
    void anErrorAmongManyIsSaid();
    void whatCannotBeEditedIsSaid_data();
    void whatCannotBeEditedIsSaid();
    void escapeDoesNotDropWhatWasTyped();
    void aRefusedSaveIsSaid_data();
    void aRefusedSaveIsSaid();
    void everyControlHasAName();
    void theDifferenceIsReadWhenLookedAt();

private:
    void open(const QList<EditableMessage>& messages)
    {
        QList<qint64> ids;
        for (const EditableMessage& message : messages)
            ids.append(message.id);
        m_panel->open(ids);
        m_payloads->messages.answer(m_payloads->messages.size() - 1, messages);
        QTRY_VERIFY(m_panel->isSettled());
    }
    PayloadEditorText* text() const { return child<PayloadEditorText>(*m_panel, u"editText"_s); }
    QPushButton* save() const { return child<QPushButton>(*m_panel, u"editSave"_s); }
    /// Types it in place of the first `was`.
    void replace(const QString& was, const QString& is)
    {
        const auto at = text()->json().indexOf(was);
        QVERIFY(at >= 0);
        QTextCursor cursor = text()->textCursor();
        cursor.setPosition(int(at));
        cursor.setPosition(int(at + was.size()), QTextCursor::KeepAnchor);
        text()->setTextCursor(cursor);
        text()->insertPlainText(is);
    }
    /// The same, and waits for what comes of it.
    void type(const QString& was, const QString& is)
    {
        replace(was, is);
        QTRY_VERIFY(m_panel->isSettled());
    }
    /// Answers the last question for messages with those that were asked for.
    void answerMessages()
    {
        QList<EditableMessage> answer;
        for (const EditableMessage& message : m_many)
            if (m_payloads->asked.constLast().contains(message.id))
                answer.append(message);
        m_payloads->messages.answer(m_payloads->messages.size() - 1, answer);
    }
    /// Opens 1,300 of which each hundredth holds another SKU, changes the SKU and lets all be looked at.
    void openMany()
    {
        m_many = fixtureEditable(1300);
        for (EditableMessage& message : m_many)
            if (message.id % 100 == 0)
                message.content.replace("SKU-7\"", "SKU-9\"");
        QList<qint64> ids;
        for (const EditableMessage& message : m_many)
            ids.append(message.id);
        m_panel->open(ids);
        answerMessages();
        QTRY_VERIFY(m_panel->isSettled());
        replace(u"SKU-7"_s, u"SKU-70"_s);
        reach(2);
    }
    /// So many questions for messages have been asked.
    void reach(qsizetype questions) { QTRY_COMPARE(m_payloads->asked.size(), questions); }
    void lookAtTheRest()
    {
        answerMessages();
        reach(3);
        answerMessages();
        QTRY_VERIFY(m_panel->isSettled());
    }
    /// Says that all that was saved last is done; which that is.
    QList<qint64> answerSaved()
    {
        QList<qint64> done;
        QList<ActionResult> results;
        for (const PayloadEdit& edit : m_payloads->saved.constLast()) {
            done.append(edit.transaction);
            results.append({edit.transaction, true, {}});
        }
        m_payloads->results.answer(m_payloads->results.size() - 1, results);
        return done;
    }
    void reason() { child<QLineEdit>(*m_panel, u"editReason"_s)->setText(u"mapping"_s); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<FakePayloads> m_payloads;
    std::unique_ptr<PayloadEditorPanel> m_panel;
    QList<EditableMessage> m_many;
};

void TestPayloadEditor::nothingIsSavedThatNobodyChanged()
{
    open(fixtureEditable());
    QVERIFY(text()->json().contains(u"\n  \"id\": 12345678901234567890,\n"_s));
    reason();
    QVERIFY(!save()->isEnabled());
    QCOMPARE(child<QLabel>(*m_panel, u"editState"_s)->text(), u"Nothing is changed yet."_s);
    type(u"\"rate\": "_s, u"\"rate\":   "_s); // white space is none
    QVERIFY(!save()->isEnabled());
    QTest::keyClick(m_panel.get(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(m_payloads->saved.isEmpty());
}

void TestPayloadEditor::savesTheContentAsItIsKeptWithTheChange()
{
    const EditableMessage message = fixtureEditable().constFirst();
    open({message});
    QSignalSpy saved(m_panel.get(), &PayloadEditorPanel::saved);
    type(u"SKU-7"_s, u"SKU-70"_s);
    QVERIFY(!save()->isEnabled()); // why?
    reason();
    QVERIFY(save()->isEnabled());
    const auto* changes = child<TableView>(*m_panel, u"editChanges"_s)->model();
    QAbstractItemModelTester tester(
        const_cast<QAbstractItemModel*>(changes), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(changes->rowCount(), 1);
    QCOMPARE(changes->index(0, ChangeModel::PathColumn).data().toString(), u"/lines/0/sku"_s);
    QCOMPARE(changes->index(0, ChangeModel::AfterColumn).data().toString(), u"\"SKU-70\""_s);
    type(u"\"taxCode\": null"_s, u"\"taxCode\": {\n  \"code\": \"A 1\"\n}"_s);
    QCOMPARE(changes->rowCount(), 2);
    QTest::keyClick(text(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_payloads->saved.size(), 1);
    const PayloadEdit edit = m_payloads->saved.constFirst().constFirst();
    QCOMPARE(
        edit.content, QByteArray(message.content).replace("SKU-7\"", "SKU-70\"").replace("null", R"({"code":"A 1"})"));
    QCOMPARE(edit.version, 3);
    QCOMPARE(edit.changes.size(), 2);
    QCOMPARE(m_payloads->reasons.constFirst(), u"mapping"_s);
    m_payloads->results.answer(0, QList<ActionResult>{{1, true, {}}});
    QTRY_COMPARE(saved.size(), 1);
    QCOMPARE(saved.at(0).at(0).value<QList<qint64>>(), QList<qint64>{1});
}

void TestPayloadEditor::charactersSurviveTheEditor_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("survives");
    QTest::newRow("plain") << u"{\"a\": 1}"_s << true;
    QTest::newRow("no-break space") << u"{\"a\": \"1\u00a0000\"}"_s << true;
    QTest::newRow("line separator") << u"{\"a\": \"x\u2028y\"}"_s << true;
    QTest::newRow("paragraph separator") << u"{\"a\": \"x\u2029y\"}"_s << false;
    QTest::newRow("beyond 16 bits") << u"{\"a\": \"\U0001f6d2\"}"_s << true;
    QTest::newRow("carriage return") << u"{\r\n\"a\": 1}"_s << false;
    QTest::newRow("tab") << u"{\t\"a\": 1}"_s << true;
    QTest::newRow("numbers") << u"[12345678901234567890, 1.10, 1e400, -0]"_s << true;
}

void TestPayloadEditor::charactersSurviveTheEditor()
{
    QFETCH(QString, text);
    QFETCH(bool, survives);
    PayloadEditorText editor(*m_theme);
    QCOMPARE(editor.setJson(text), survives);
    if (survives)
        QCOMPARE(editor.json(), text);
}

void TestPayloadEditor::problemsAreMarkedWhereTheyAre_data()
{
    QTest::addColumn<QString>("was");
    QTest::addColumn<QString>("is");
    QTest::addColumn<QString>("problem");
    QTest::addColumn<QString>("marked");
    QTest::newRow("no JSON") << u"\"EUR\","_s << u"\"EUR\""_s << u"line 7, column 3: '\"' where ',' or '}' should be"_s
                             << u"\""_s;
    QTest::newRow("contract") << u"\"139.90\""_s << u"139.90"_s << u"/amount: must be a text"_s
                              << u"\"amount\": 139.90"_s;
    QTest::newRow("field") << u"1.10"_s << u"1.1"_s
                           << u"/rate: this field may not be edited here: that takes the role signalbox_admin"_s
                           << u"\"rate\": 1.1"_s;
    QTest::newRow("behind an umlaut")
        << u"\"SKU-7\""_s << u"\"\u00c4\", \"quantity\": 1, \"x\": 1"_s
        << u"/lines/0/x: this field may not be edited here: that takes the role signalbox_admin"_s << u"\"x\": 1"_s;
}

void TestPayloadEditor::problemsAreMarkedWhereTheyAre()
{
    QFETCH(QString, was);
    QFETCH(QString, is);
    QFETCH(QString, problem);
    QFETCH(QString, marked);
    EditableMessage message = fixtureEditable().constFirst();
    message.content.replace(",\"quantity\":1}", "}");
    open({message});
    reason();
    type(was, is);
    QStringList found;
    QStringList places;
    for (const PayloadEditorText::Mark& mark : text()->marks()) {
        found.append(mark.text);
        places.append(text()->json().sliced(mark.start, mark.end - mark.start));
    }
    QVERIFY2(found.contains(problem), qPrintable(found.join(u'\n')));
    QVERIFY2(places.contains(marked), qPrintable(places.join(u'\n')));
    auto* list = child<QListWidget>(*m_panel, u"editProblems"_s);
    QVERIFY(list->isVisible());
    QCOMPARE(list->count(), found.size());
    QVERIFY(!save()->isEnabled());
    list->setCurrentRow(int(found.indexOf(problem)));
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(text()->textCursor().selectedText(), places.at(found.indexOf(problem)));
}

void TestPayloadEditor::theSameForOthersWhereTheyHoldTheSame()
{
    open(fixtureEditable(3)); // the third has another SKU
    type(u"SKU-7"_s, u"SKU-70"_s);
    reason();
    const auto* items = child<TableView>(*m_panel, u"editItems"_s)->model();
    QCOMPARE(items->rowCount(), 3);
    QCOMPARE(items->index(1, EditItemModel::ResultColumn).data().toString(), u"1 change(s)"_s);
    QCOMPARE(
        items->index(2, EditItemModel::ResultColumn).data().toString(), u"/lines/0/sku is \"SKU-8\", not \"SKU-7\""_s);
    QCOMPARE(save()->text(), u"Save 2 and plan the replay"_s);
    save()->click();
    QCOMPARE(m_payloads->saved.constFirst().size(), 2);
    QVERIFY(m_payloads->saved.constFirst().at(1).content.contains("SKU-70"));
    QSignalSpy saved(m_panel.get(), &PayloadEditorPanel::saved);
    QSignalSpy said(m_panel.get(), &PayloadEditorPanel::notice);
    m_payloads->results.answer(0, QList<ActionResult>{{1, true, {}}, {2, false, u"changed since you looked"_s}});
    QTRY_COMPARE(saved.size(), 1);
    QCOMPARE(saved.at(0).at(0).value<QList<qint64>>(), QList<qint64>{1});
    QCOMPARE(said.size(), 1);

    open(fixtureEditable(3));
    child<QCheckBox>(*m_panel, u"editEveryone"_s)->setChecked(false);
    type(u"SKU-7"_s, u"SKU-70"_s);
    QCOMPARE(items->rowCount(), 1);
    QCOMPARE(save()->text(), u"Save and plan the replay"_s);
}

void TestPayloadEditor::manyAreLookedAtAndSavedInPortions()
{
    openMany();
    const auto* tally = child<QLabel>(*m_panel, u"editTally"_s);
    QVERIFY2(tally->text().startsWith(u"500 of 1,300 looked at"_s), qPrintable(tally->text()));
    reason();
    QVERIFY(!save()->isEnabled()); // nothing is saved that nobody has looked at
    lookAtTheRest();
    QCOMPARE(tally->text(),
        u"The first 500 of 1,300 are listed\n1,286 change, 0 stay as they are, 14 cannot be edited in this way\n"
        "13: /lines/0/sku is \"SKU-9\", not \"SKU-7\"\n1: /lines/0/sku is \"SKU-8\", not \"SKU-7\""_s);
    QCOMPARE(save()->text(), u"Save 1,286 and plan the replay"_s);
    QSignalSpy saved(m_panel.get(), &PayloadEditorPanel::saved);
    QSignalSpy said(m_panel.get(), &PayloadEditorPanel::notice);
    save()->click();
    m_many[1000].version = 4; // somebody was faster
    QList<qint64> done;
    for (std::size_t part = 0; part < 3; ++part) {
        if (part > 0)
            answerMessages();
        QTRY_COMPARE(m_payloads->saved.size(), qsizetype(part + 1));
        QVERIFY(m_payloads->saved.constLast().size() <= BulkEdit::portion);
        QVERIFY(tally->text().startsWith(u"Saving: %1 of 1,286."_s.arg(done.size() + (part == 2 ? 1 : 0))));
        done += answerSaved();
        QTRY_VERIFY(part == 2 ? saved.size() == 1 : m_payloads->asked.size() == qsizetype(4 + part));
    }
    QCOMPARE(done.size(), 1285);
    QCOMPARE(saved.at(0).at(0).value<QList<qint64>>(), done);
    QCOMPARE(said.size(), 1);
    QVERIFY(said.at(0).at(0).toString().contains(u"changed since you looked"_s));
}

void TestPayloadEditor::savingManyCanBeStopped()
{
    openMany();
    lookAtTheRest();
    reason();
    QSignalSpy saved(m_panel.get(), &PayloadEditorPanel::saved);
    save()->click();
    QTest::keyClick(text(), Qt::Key_Escape);
    const QList<qint64> done = answerSaved();
    QTRY_COMPARE(saved.size(), 1);
    QCOMPARE(saved.at(0).at(0).value<QList<qint64>>(), done);
    QCOMPARE(m_payloads->saved.size(), 1);
}

void TestPayloadEditor::anErrorAmongManyIsSaid_data()
{
    QTest::addColumn<Failure>("failure");
    QTest::addColumn<QString>("said");
    QTest::newRow("no server") << Failure::Connection << u"494 saved, the rest is as it was: no server"_s;
    QTest::newRow("lost") << Failure::InDoubt << u"494 saved; the next ones may have been"_s;
}

void TestPayloadEditor::anErrorAmongManyIsSaid()
{
    QFETCH(Failure, failure);
    QFETCH(QString, said);
    openMany();
    lookAtTheRest();
    reason();
    QSignalSpy saved(m_panel.get(), &PayloadEditorPanel::saved);
    QSignalSpy notices(m_panel.get(), &PayloadEditorPanel::notice);
    save()->click();
    const QList<qint64> done = answerSaved();
    QTRY_COMPARE(m_payloads->asked.size(), 4);
    answerMessages();
    QTRY_COMPARE(m_payloads->saved.size(), 2);
    m_payloads->results.answer(1, Error{failure, u"no server"_s, {}, {}});
    QTRY_COMPARE(saved.size(), 1);
    QCOMPARE(saved.at(0).at(0).value<QList<qint64>>(), done);
    QVERIFY2(notices.at(0).at(0).toString().contains(said), qPrintable(notices.at(0).at(0).toString()));
}

void TestPayloadEditor::whatCannotBeEditedIsSaid_data()
{
    QTest::addColumn<QString>("mayNot");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("masked") << u"that takes the role signalbox_support"_s << QByteArray();
    QTest::newRow("unknown") << u"whether it arrived is not known: verify it first"_s << QByteArray();
    QTest::newRow("characters") << QString() << QByteArray("{\"a\":\"x\xe2\x80\xa9y\"}");
}

void TestPayloadEditor::whatCannotBeEditedIsSaid()
{
    QFETCH(QString, mayNot);
    QFETCH(QByteArray, content);
    EditableMessage message = fixtureEditable().constFirst();
    message.mayNot = mayNot;
    message.content = content;
    open({message});
    QCOMPARE(child<ViewStates>(*m_panel, u"editStates"_s)->state(), ViewStates::State::Empty);
    QStringList texts;
    for (const QLabel* label : m_panel->findChildren<QLabel*>())
        if (label->isVisible())
            texts.append(label->text());
    QVERIFY2(texts.join(u'\n').contains(mayNot), qPrintable(texts.join(u'\n')));
    QSignalSpy closed(m_panel.get(), &PayloadEditorPanel::closeRequested);
    QTest::keyClick(m_panel.get(), Qt::Key_Escape);
    QCOMPARE(closed.size(), 1);
}

void TestPayloadEditor::escapeDoesNotDropWhatWasTyped()
{
    open(fixtureEditable());
    QSignalSpy closed(m_panel.get(), &PayloadEditorPanel::closeRequested);
    type(u"SKU-7"_s, u"SKU-70"_s);
    QTest::keyClick(text(), Qt::Key_Escape);
    QCOMPARE(closed.size(), 0);
    QVERIFY(child<Banner>(*m_panel, u"editBanner"_s)->text().contains(u"not saved"_s));
    QTest::keyClick(text(), Qt::Key_Escape);
    QCOMPARE(closed.size(), 1);
    open(fixtureEditable());
    QTest::keyClick(text(), Qt::Key_Escape); // nothing was typed
    QCOMPARE(closed.size(), 2);
}

void TestPayloadEditor::aRefusedSaveIsSaid_data()
{
    QTest::addColumn<bool>("answered");
    QTest::addColumn<Failure>("failure");
    QTest::addColumn<QString>("said");
    QTest::newRow("changed") << true << Failure::Other << u"Nothing was saved: changed since you looked."_s;
    QTest::newRow("no server") << false << Failure::Connection << u"It was not saved: no server"_s;
    QTest::newRow("lost") << false << Failure::InDoubt << u"it may have been saved"_s;
}

void TestPayloadEditor::aRefusedSaveIsSaid()
{
    QFETCH(bool, answered);
    QFETCH(Failure, failure);
    QFETCH(QString, said);
    open(fixtureEditable());
    QSignalSpy saved(m_panel.get(), &PayloadEditorPanel::saved);
    type(u"SKU-7"_s, u"SKU-70"_s);
    reason();
    save()->click();
    if (answered)
        m_payloads->results.answer(0, QList<ActionResult>{{1, false, u"changed since you looked"_s}});
    else
        m_payloads->results.answer(0, Error{failure, u"no server"_s, {}, {}});
    auto* banner = child<Banner>(*m_panel, u"editBanner"_s);
    QTRY_VERIFY2(banner->text().contains(said), qPrintable(banner->text()));
    QCOMPARE(saved.size(), 0);
    QVERIFY(text()->json().contains(u"SKU-70"_s));
}

void TestPayloadEditor::everyControlHasAName()
{
    open(fixtureEditable(2));
    QCOMPARE(widgetWithoutName(*m_panel), QString());
}

void TestPayloadEditor::theDifferenceIsReadWhenLookedAt()
{
    DifferencePage page(*m_payloads, *m_theme);
    page.resize(420, 500);
    page.setException(5, 1);
    QVERIFY(m_payloads->hinted.isEmpty());
    page.show();
    QCOMPARE(m_payloads->hinted, QList<qint64>{5});
    m_payloads->answers.answer(0, fixtureHints());
    auto* helped = child<QLabel>(page, u"helped"_s);
    QTRY_COMPARE(helped->text(),
        u"Replay: 18 of 20 worked\nEdit of /taxCode, then replay: 7 of 7 worked\nResolved by hand (The target has it already): 2"_s);
    QVERIFY(child<QLabel>(page, u"unusual"_s)
                ->text()
                .startsWith(u"/taxCode is null; elsewhere it is a text\n/lines/0/unit is missing;"_s));
    QVERIFY(child<QLabel>(page, u"nearest"_s)->text().startsWith(u"Compared with DE-10398, delivered "_s));
    QCOMPARE(child<TableView>(page, u"differences"_s)->model()->rowCount(), 4);
    page.setException(5, 1); // the same again is no question
    page.read();
    QCOMPARE(m_payloads->hinted.size(), 1);
    page.setException(6, 1);
    QCOMPARE(m_payloads->hinted, (QList<qint64>{5, 6}));
    m_payloads->answers.answer(1, ExceptionHints());
    QTRY_COMPARE(helped->text(), u"Nothing is known yet of this cause."_s);
    QCOMPARE(child<QLabel>(page, u"unusual"_s)->text(), u"Nothing that stands out."_s);
    QCOMPARE(widgetWithoutName(page), QString());
}

SIGNALBOX_TEST(TestPayloadEditor)
#include "tst_payloadeditor.moc"
