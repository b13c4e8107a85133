// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faketags.h"
#include "tests/support/testprogram.h"
#include "viewsupport.h"
#include "widgets/common/completionpopup.h"
#include "widgets/common/theme.h"
#include "widgets/tags/tagline.h"
#include "widgets/tags/tagpanel.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::StringLiterals;

/// The panel that puts tags on orders, by keyboard.
class TestTagPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_window->resize(1280, 800);
        m_source = std::make_unique<FakeTags>();
        m_panel = new TagPanel(*m_source, m_theme, m_window.get());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_line = child<TagLine>(*m_panel, u"tagLine"_s);
        m_panel->ask({1, 2, 3}, u"3 orders"_s);
        QCOMPARE(m_source->asked, (QList<QList<qint64>>{{1, 2, 3}}));
        m_source->used.answer(0, QStringList{u"b2b"_s, u"test"_s, u"vip"_s, u"vip-gold"_s});
        m_source->tags.answer(
            0, QHash<qint64, QStringList>{{1, {u"test"_s, u"vip"_s}}, {2, {u"test"_s}}, {3, {u"test"_s}}});
        QTRY_VERIFY(m_panel->isSettled());
    }
    void cleanup() { m_window.reset(); }

    void showsWhatTheyHave()
    {
        QVERIFY(m_line->hasFocus());
        QCOMPARE(child<QLabel>(*m_panel, u"tagHeading"_s)->text(), u"Tags of 3 orders"_s);
        QCOMPARE(button(u"test"_s)->text(), u"test"_s);
        QCOMPARE(button(u"vip"_s)->text(), u"vip (1 of 3)"_s);
        QCOMPARE(widgetWithoutName(*m_panel), QString());
    }

    void typedTagsAreAddedAndTakenAway()
    {
        QSignalSpy changed(m_panel, &TagPanel::changed);
        QSignalSpy notice(m_panel, &TagPanel::notice);
        QTest::keyClicks(m_line, u"Late,-test "_s);
        QCOMPARE(m_line->text(), QString());
        QCOMPARE(button(u"late"_s)->text(), u"+ late"_s);
        QCOMPARE(button(u"test"_s)->text(), u"\u2212 test"_s);
        QTest::keyClick(m_line, Qt::Key_Return); // an empty line: that is all
        QCOMPARE(m_source->changed.size(), 1);
        QCOMPARE(m_source->changed.at(0).orders, (QList<qint64>{1, 2, 3}));
        QCOMPARE(m_source->changed.at(0).add, QStringList{u"late"_s});
        QCOMPARE(m_source->changed.at(0).remove, QStringList{u"test"_s});
        m_source->changes.answer(0, QList<TagResult>{{1, true, {}}, {2, true, {}}, {3, true, {}}});
        QTRY_VERIFY(!m_panel->isVisible());
        QCOMPARE(changed.size(), 1);
        QCOMPARE(notice.constFirst().constFirst().toString(), u"3 order(s) tagged."_s);
    }

    void knownOnesAreCompleted()
    {
        QTest::keyClicks(m_line, u"vi"_s);
        QTRY_VERIFY(m_line->popup()->isVisible());
        QCOMPARE(m_line->popup()->count(), 2);
        QTest::keyClick(m_line, Qt::Key_Down);
        QTest::keyClick(m_line, Qt::Key_Down);
        QTest::keyClick(m_line, Qt::Key_Return);
        QVERIFY(!m_line->popup()->isVisible());
        QCOMPARE(button(u"vip-gold"_s)->text(), u"+ vip-gold"_s);
        QTest::keyClicks(m_line, u"-te"_s); // to be taken away: completed as well
        QTest::keyClick(m_line, Qt::Key_Tab);
        QCOMPARE(button(u"test"_s)->text(), u"\u2212 test"_s);
        QTest::keyClicks(m_line, u"gol"_s);
        QVERIFY(m_line->popup()->isVisible()); // it only contains it
        QTest::keyClick(m_line, Qt::Key_Escape);
        QVERIFY(!m_line->popup()->isVisible());
        QVERIFY(m_panel->isVisible());
    }

    void chipsAreTurnedByKeyboard()
    {
        QTest::keyClick(m_line, Qt::Key_Tab);
        QTRY_VERIFY(button(u"test"_s)->hasFocus());
        QTest::keyClick(button(u"test"_s), Qt::Key_Space); // all have it: away with it
        QTRY_COMPARE(button(u"test"_s)->text(), u"\u2212 test"_s);
        QVERIFY(button(u"test"_s)->hasFocus());
        QTest::keyClick(button(u"test"_s), Qt::Key_Space);
        QTRY_COMPARE(button(u"test"_s)->text(), u"test"_s);
        QTest::keyClick(button(u"test"_s), Qt::Key_Tab);
        QTRY_VERIFY(button(u"vip"_s)->hasFocus());
        QTest::keyClick(button(u"vip"_s), Qt::Key_Space); // some have it: for all
        QTRY_COMPARE(button(u"vip"_s)->text(), u"+ vip"_s);
        auto* reason = child<QLineEdit>(*m_panel, u"tagReason"_s);
        QTest::keyClick(button(u"vip"_s), Qt::Key_Tab);
        QTRY_VERIFY(reason->hasFocus());
        QTest::keyClicks(reason, u"they asked"_s);
        QTest::keyClick(reason, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_source->changed.size(), 1);
        QCOMPARE(m_source->changed.at(0).add, QStringList{u"vip"_s});
        QCOMPARE(m_source->changed.at(0).remove, QStringList());
        QCOMPARE(m_source->changed.at(0).reason, u"they asked"_s);
    }

    void whatIsNoTagIsSaidAndKept()
    {
        QTest::keyClicks(m_line, u"a*b"_s);
        QTest::keyClick(m_line, Qt::Key_Return, Qt::ControlModifier);
        const auto* problem = child<QLabel>(*m_panel, u"tagProblem"_s);
        QVERIFY(problem->isVisible());
        QVERIFY(problem->text().contains(u"a*b"_s));
        QCOMPARE(m_line->text(), u"a*b"_s);
        QVERIFY(m_source->changed.isEmpty());
        m_line->clear();
        QTest::keyClicks(m_line, u"-never"_s); // none of them has it
        QTest::keyClick(m_line, Qt::Key_Return);
        QTest::keyClick(m_line, Qt::Key_Return);
        QVERIFY(m_source->changed.isEmpty());
        QVERIFY(!m_panel->isVisible()); // there is nothing to do
    }

    void whatIsRefusedIsSaid()
    {
        QTest::keyClicks(m_line, u"x"_s);
        QTest::keyClick(m_line, Qt::Key_Return, Qt::ControlModifier);
        m_source->changes.answer(
            0, QList<TagResult>{{1, true, {}}, {2, false, u"an order has 20 tags at most"_s}, {3, true, {}}});
        const auto* problem = child<QLabel>(*m_panel, u"tagProblem"_s);
        QTRY_VERIFY(problem->text().contains(u"20 tags"_s));
        QVERIFY(m_panel->isVisible());
        QTest::keyClick(m_panel, Qt::Key_Return, Qt::ControlModifier);
        m_source->changes.answer(1, Error{Failure::Permission, u"that takes the role signalbox_support"_s, {}, {}});
        QTRY_VERIFY(problem->text().contains(u"signalbox_support"_s));
    }

    void escapeChangesNothing()
    {
        QTest::keyClicks(m_line, u"x "_s);
        QTest::keyClick(m_line, Qt::Key_Escape);
        QVERIFY(!m_panel->isVisible());
        QVERIFY(m_source->changed.isEmpty());
        m_panel->ask({9}, u"order 9"_s); // nothing is left of it
        for (const QToolButton* each : m_panel->findChildren<QToolButton*>(u"tag_x"_s))
            QVERIFY(!each->isVisible());
    }

private:
    QToolButton* button(const QString& tag) const
    {
        const auto all = m_panel->findChildren<QToolButton*>(u"tag_"_s + tag);
        for (QToolButton* each : all) // those that were there before go with the next turn
            if (each->isVisible())
                return each;
        QTest::qFail(qPrintable(u"no button for "_s + tag), __FILE__, __LINE__);
        return all.value(0);
    }

    Theme m_theme{Theme::Mode::Light};
    std::unique_ptr<FakeTags> m_source;
    std::unique_ptr<QWidget> m_window;
    TagPanel* m_panel = nullptr;
    TagLine* m_line = nullptr;
};

SIGNALBOX_TEST(TestTagPanel)
#include "tst_tagpanel.moc"
