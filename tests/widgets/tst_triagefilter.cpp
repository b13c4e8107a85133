// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exceptionfixtures.h"
#include "fakedelivery.h"
#include "fakegroups.h"
#include "fakeordersource.h"
#include "orderfixtures.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testprogram.h"
#include "viewsupport.h"
#include "widgets/common/completionpopup.h"
#include "widgets/common/filterbar.h"
#include "widgets/common/filteredit.h"
#include "widgets/common/tableview.h"
#include "widgets/common/theme.h"
#include "widgets/triage/grouppane.h"
#include "widgets/triage/triageview.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

/// The filter of Triage, over groups and over problems.
class TestTriageFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_theme.attach(*qApp);
        m_source = std::make_unique<FakeExceptions>();
        m_gateway = std::make_unique<FakeOperations>();
        m_groups = std::make_unique<FakeGroups>();
        m_feed = std::make_unique<FakeFeed>();
        m_view = std::make_unique<TriageView>(*m_source, *m_gateway, *m_feed, m_clock, m_theme);
        m_view->enableGroups(*m_groups, *m_groups);
        m_view->resize(1196, 720);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        m_line = child<FilterEdit>(*m_view, u"triageSearch"_s);
        m_groups->pages.answer(0, GroupPage{fixtureGroups(), false, fixtureNow()});
        QTRY_COMPARE(m_view->groupPane()->table()->model()->rowCount(), 7);
        m_view->focusList();
    }
    void cleanup() { m_view.reset(); }

    void groupsAreAskedForWhatIsTyped()
    {
        type(u"tax owner:me"_s);
        QTRY_COMPARE(asked(), u"tax owner:me"_s);
        QCOMPARE(m_source->pages.size(), std::size_t(0)); // single problems are not asked for
        QVERIFY(child<QLabel>(*m_view, u"filterWords"_s)->text().contains(u"owner is me"_s));
        type(u" due<1h"_s);
        QTRY_COMPARE(asked(), u"tax owner:me due<1h"_s);
        // the answers come late and in the wrong order
        m_groups->pages.answer(m_groups->pages.size() - 1, GroupPage{fixtureGroups().mid(0, 2), false, fixtureNow()});
        QTRY_COMPARE(m_view->groupPane()->table()->model()->rowCount(), 2);
        m_groups->pages.answer(m_groups->pages.size() - 2, GroupPage{fixtureGroups(), false, fixtureNow()});
        QTRY_VERIFY(m_view->filterBar()->isSettled());
        QCOMPARE(m_view->groupPane()->table()->model()->rowCount(), 2);
    }

    void aMistakeIsMarkedAndNotAsked()
    {
        const auto before = m_groups->queries.size();
        type(u"ownr:me"_s);
        auto* suggestion = child<QPushButton>(*m_view, u"filterSuggestion"_s);
        QTRY_VERIFY(suggestion->isVisible());
        QCOMPARE(child<QLabel>(*m_view, u"filterWords"_s)->text(), u"There is no field \"ownr\"."_s);
        QCOMPARE(m_groups->queries.size(), before);
        QTest::mouseClick(suggestion, Qt::LeftButton);
        QTRY_COMPARE(asked(), u"owner:me"_s);
    }

    void valuesComeFromTheData()
    {
        QTRY_COMPARE(m_source->values.size(), std::size_t(1));
        m_source->values.answer(0, FilterValues{{u"flow"_s, {u"erp-order-create"_s, u"erp-invoice"_s}}});
        QTRY_VERIFY([this] {
            m_line->clear();
            type(u"flow:inv"_s);
            return m_line->popup()->isVisible() && m_line->popup()->count() == 1;
        }());
        QTest::keyClick(m_line, Qt::Key_Tab);
        QTRY_COMPARE(asked(), u"flow:erp-invoice"_s);
    }

    void anOpenedGroupKeepsTheFilter()
    {
        type(u"tax"_s);
        QTest::keyClick(m_line, Qt::Key_Return);
        QTRY_COMPARE(asked(), u"tax"_s);
        m_groups->pages.answer(m_groups->pages.size() - 1, GroupPage{fixtureGroups(), false, fixtureNow()});
        m_view->focusList();
        QTest::keyClick(m_view->groupPane()->table(), Qt::Key_Return);
        QTRY_COMPARE(m_source->queries.size(), 1);
        QCOMPARE(filterText(m_source->queries.constLast().filter), u"tax"_s);
        QCOMPARE(m_source->queries.constLast().group, 1);
        QTest::keyClick(m_view->table(), Qt::Key_Escape);
        QTRY_VERIFY(m_view->isGrouped());
        QCOMPARE(m_line->text(), u"tax"_s);
    }

    void theCellIsTakenAndLeftAgain()
    {
        TableView* table = m_view->groupPane()->table();
        table->setCurrentIndex(table->model()->index(0, GroupTableModel::TitleColumn));
        QTest::keyClick(table, Qt::Key_F);
        QTRY_COMPARE(asked(), u"code:TAX-104"_s);
        m_line->setText(u"tax"_s);
        QTest::keyClick(table, Qt::Key_F);
        QTRY_COMPARE(asked(), u"tax code:TAX-104"_s);
        QTest::keyClick(table, Qt::Key_F);
        QTRY_COMPARE(asked(), u"tax"_s);
    }

    void pastedNumbersBecomeAFilter()
    {
        QApplication::clipboard()->setText(u"10412\n10413, #10414"_s);
        QTest::keySequence(m_view->groupPane()->table(), QKeySequence(QKeySequence::Paste));
        QTRY_COMPARE(asked(), u"order:10412,10413,10414"_s);
        QSignalSpy notice(m_view.get(), &TriageView::notice);
        QApplication::clipboard()->setText(u" \n"_s);
        QTest::keySequence(m_view->groupPane()->table(), QKeySequence(QKeySequence::Paste));
        QCOMPARE(notice.size(), 1);
        QCOMPARE(asked(), u"order:10412,10413,10414"_s);
    }

    void whatWasLookedForIsOffered()
    {
        FilterBar* bar = m_view->filterBar();
        bar->setRecent({u"owner:me"_s, u"tax code"_s});
        QSignalSpy changed(bar, &FilterBar::recentChanged);
        m_line->setFocus();
        QTest::keyClick(m_line, Qt::Key_Down);
        QVERIFY(m_line->popup()->isVisible());
        QCOMPARE(m_line->popup()->count(), 2);
        QTest::keyClick(m_line, Qt::Key_Down);
        QTest::keyClick(m_line, Qt::Key_Return);
        QCOMPARE(m_line->text(), u"tax code"_s);
        QVERIFY(!m_line->popup()->isVisible());
        QTRY_COMPARE(asked(), u"tax code"_s);
        QTest::keyClick(m_line, Qt::Key_Return);
        QCOMPARE(bar->recent(), (QStringList{u"tax code"_s, u"owner:me"_s})); // each of them once
        QCOMPARE(changed.size(), 1);
        m_line->setFocus();
        m_line->clear();
        QTest::keyClick(m_line, Qt::Key_Space, Qt::ControlModifier);
        QVERIFY(m_line->popup()->isVisible());
        QTest::keyClick(m_line, Qt::Key_Escape);
        type(u"ownr:x"_s); // a mistake is nothing to come back to
        QTest::keyClick(m_line, Qt::Key_Return);
        QCOMPARE(changed.size(), 1);
        for (int i = 0; i < 20; ++i)
            bar->setText(QString::number(i));
        QCOMPARE(bar->recent().size(), FilterBar::mostRecent);
        QCOMPARE(bar->recent().constFirst(), u"19"_s);
    }

    void aCountThatWasCutSaysSo()
    {
        QList<ExceptionGroup> groups = fixtureGroups().mid(0, 2);
        groups[0].count = 9'990;
        groups[0].atLeast = true;
        groups[1].count = 10;
        type(u"value>=5"_s);
        QTRY_COMPARE(asked(), u"value>=5"_s);
        m_groups->pages.answer(m_groups->pages.size() - 1, GroupPage{groups, true, fixtureNow()});
        auto* count = child<QLabel>(*m_view, u"groupCount"_s);
        QTRY_VERIFY2(count->text().contains(u"10,000+ problems"_s), qPrintable(count->text()));
        const QAbstractItemModel* model = m_view->groupPane()->table()->model();
        QCOMPARE(model->index(0, GroupTableModel::CountColumn).data().toString(), u"9,990+"_s);
        QCOMPARE(model->index(1, GroupTableModel::CountColumn).data().toString(), u"10"_s);
    }

private:
    void type(const QString& text)
    {
        m_line->setFocus();
        QTest::keyClicks(m_line, text);
    }
    QString asked() const { return filterText(m_groups->queries.constLast().filter); }

    const FakeClock m_clock{fixtureNow()};
    Theme m_theme{Theme::Mode::Light};
    std::unique_ptr<FakeExceptions> m_source;
    std::unique_ptr<FakeOperations> m_gateway;
    std::unique_ptr<FakeGroups> m_groups;
    std::unique_ptr<FakeFeed> m_feed;
    std::unique_ptr<TriageView> m_view;
    FilterEdit* m_line = nullptr;
};

SIGNALBOX_TEST(TestTriageFilter)
#include "tst_triagefilter.moc"
