// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testprogram.h"
#include "viewsupport.h"
#include "widgets/common/theme.h"
#include "widgets/order/jsonedit.h"
#include "widgets/order/payloadview.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QTextBlock>
#include <QToolButton>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

BusinessEvent eventWith(const QString& data)
{
    BusinessEvent event;
    event.source = u"/erp"_s;
    event.id = u"1"_s;
    event.type = u"com.signalbox.order.invoice.v1"_s;
    event.data = data;
    return event;
}

const auto sample
    = u"{\"id\": 9007199254740993, \"order\": {\"total\": 10.50, \"lines\": [{\"sku\": \"A\"}, {\"sku\": \"B\"}]}}"_s;

} // namespace

class TestPayloadView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();

    void switchingKeepsEveryCharacter();
    void copiesWhatIsKept();
    void tellsAndCopiesThePath();
    void foldsByKeyAndUnfolds();
    void searchFindsOpensAndCounts();
    void anotherEventReplacesTheText();
    void hugeTextIsShownInPartAndCopiedWhole();
    void nothingToShowDisablesTheBar();
    void everyControlHasAName();

private:
    JsonEdit& text() { return *child<JsonEdit>(*m_view, u"payloadText"_s); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<PayloadView> m_view;
};

void TestPayloadView::init()
{
    m_view.reset();
    m_theme = std::make_unique<Theme>();
    m_view = std::make_unique<PayloadView>(*m_theme);
    m_view->resize(520, 500);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_view->setEvent(eventWith(sample));
}

void TestPayloadView::switchingKeepsEveryCharacter()
{
    QVERIFY(m_view->isIndented());
    QVERIFY(text().toPlainText().contains(u"\"id\": 9007199254740993,\n"_s));
    QVERIFY(text().toPlainText().contains(u"\"total\": 10.50"_s));
    QTest::mouseClick(child<QToolButton>(*m_view, u"payloadAsKept"_s), Qt::LeftButton);
    QCOMPARE(text().toPlainText(), sample);
    QTest::mouseClick(child<QToolButton>(*m_view, u"payloadIndented"_s), Qt::LeftButton);
    QCOMPARE(text().toPlainText().count(u'\n'), 13);
}

void TestPayloadView::copiesWhatIsKept()
{
    QTest::mouseClick(child<QToolButton>(*m_view, u"payloadCopy"_s), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), sample);
}

void TestPayloadView::tellsAndCopiesThePath()
{
    QTextCursor cursor = text().document()->find(u"\"B\""_s);
    QVERIFY(!cursor.isNull());
    text().setTextCursor(cursor);
    QCOMPARE(child<QLabel>(*m_view, u"payloadPath"_s)->text(), u"$.order.lines[1].sku"_s);
    QTest::mouseClick(child<QToolButton>(*m_view, u"payloadCopyPath"_s), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"$.order.lines[1].sku"_s);
}

void TestPayloadView::foldsByKeyAndUnfolds()
{
    const QTextCursor order = text().document()->find(u"\"order\""_s);
    text().setTextCursor(order);
    const int line = order.blockNumber();
    QVERIFY(text().isFoldable(line));
    QVERIFY(!text().isFoldable(line + 1));
    QTest::keyClick(&text(), Qt::Key_Minus);
    QVERIFY(text().isFolded(line));
    QVERIFY(!text().document()->findBlockByNumber(line + 1).isVisible());
    QVERIFY(text().document()->findBlockByNumber(text().blockCount() - 1).isVisible());
    QTest::keyClick(&text(), Qt::Key_Plus);
    QVERIFY(text().document()->findBlockByNumber(line + 1).isVisible());
    // the place of the arrow
    const QRect at = text().cursorRect(QTextCursor(text().document()->findBlockByNumber(line)));
    QWidget* gutter = nullptr;
    for (QWidget* each : text().findChildren<QWidget*>(Qt::FindDirectChildrenOnly)) {
        if (each->cursor().shape() == Qt::PointingHandCursor)
            gutter = each;
    }
    QVERIFY(gutter);
    QTest::mouseClick(gutter, Qt::LeftButton, {}, QPoint(8, at.center().y()));
    QVERIFY(text().isFolded(line));
}

void TestPayloadView::searchFindsOpensAndCounts()
{
    text().setFolded(text().document()->find(u"\"order\""_s).blockNumber(), true);
    QTest::keyClick(&text(), Qt::Key_Slash);
    auto* search = child<QLineEdit>(*m_view, u"payloadSearch"_s);
    QVERIFY(search->hasFocus());
    QTest::keyClicks(search, u"sku"_s);
    QCOMPARE(text().textCursor().selectedText(), u"sku"_s);
    QVERIFY(text().textCursor().block().isVisible()); // the fold around it has opened
    const int first = text().textCursor().selectionStart();
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(text().textCursor().selectionStart() > first);
    QTest::keyClick(search, Qt::Key_F3);
    QCOMPARE(text().textCursor().selectionStart(), first); // round again
    QTest::keyClick(search, Qt::Key_F3, Qt::ShiftModifier);
    QVERIFY(text().textCursor().selectionStart() > first);
    QCOMPARE(text().extraSelections().size(), 2);
    search->setText(u"nowhere"_s);
    QCOMPARE(text().extraSelections().size(), 0);
}

void TestPayloadView::anotherEventReplacesTheText()
{
    m_view->setEvent(eventWith(u"[1]"_s));
    QCOMPARE(text().toPlainText(), u"[\n  1\n]"_s);
    m_view->setIndented(false);
    QCOMPARE(text().toPlainText(), u"[1]"_s);
}

void TestPayloadView::hugeTextIsShownInPartAndCopiedWhole()
{
    QString huge = u"[\"start\""_s;
    while (huge.size() < 3 * PayloadView::shownLimit)
        huge += u", 12345678901234567890"_s;
    huge += u']';
    m_view->setEvent(eventWith(huge));
    QVERIFY(child<QLabel>(*m_view, u"payloadNote"_s)->isVisible());
    QVERIFY(text().toPlainText().size() < 2 * PayloadView::shownLimit);
    QTest::mouseClick(child<QToolButton>(*m_view, u"payloadCopy"_s), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text().size(), huge.size());
    m_view->setEvent(eventWith(sample));
    QVERIFY(!child<QLabel>(*m_view, u"payloadNote"_s)->isVisible());
}

void TestPayloadView::nothingToShowDisablesTheBar()
{
    m_view->clear();
    QCOMPARE(text().toPlainText(), QString());
    QVERIFY(!child<QToolButton>(*m_view, u"payloadCopy"_s)->isEnabled());
    QCOMPARE(m_view->path(), QString());
}

void TestPayloadView::everyControlHasAName()
{
    QCOMPARE(widgetWithoutName(*m_view), QString());
}

SIGNALBOX_TEST(TestPayloadView)
#include "tst_payloadview.moc"
