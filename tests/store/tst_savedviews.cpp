// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/pgsavedviews.h"
#include "tests/store/person.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"

using namespace Qt::StringLiterals;

/// Saved views against a real database: whose they are, who sees them, where roles begin.
class TestSavedViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { SIGNALBOX_REQUIRE(m_server); }

    void init()
    {
        m_settings = m_server.freshDatabase();
        m_sue = person(u"sue"_s, u"signalbox_support"_s);
        m_vera = person(u"vera"_s, u"signalbox_viewer"_s);
        m_ada = person(u"ada"_s, u"signalbox_admin"_s);
    }

    void aViewComesBackAsItWasSaved()
    {
        SavedView orders = view(u"Late \u201epos\u201c & more"_s);
        orders.filter = u"channel:pos overdue>2h \"a \\\" b\""_s;
        orders.sort = OrderSort::NextDue;
        orders.ascending = true;
        orders.columns = QByteArray("\0\1\2\377", 4);
        SavedView triage = view(u"Mine"_s, SavedView::Screen::Triage);
        triage.queue = u"payments"_s;
        triage.grouped = false;
        triage.problemOrder = {ProblemSort::Due, true};
        triage.groupOrder = {ProblemSort::Code, true};
        orders.id = id(m_vera->views.save(orders));
        triage.id = id(m_vera->views.save(triage));
        orders.owner = triage.owner = u"vera"_s;
        QCOMPARE(seen(*m_vera), (QList<SavedView>{orders, triage}));
        QVERIFY(seen(*m_sue).isEmpty());
        orders.filter = u"channel:web"_s; // the same name again replaces it
        QCOMPARE(id(m_vera->views.save(orders)), orders.id);
        QCOMPARE(seen(*m_vera), (QList<SavedView>{orders, triage}));
    }

    void sharingIsForThoseWhoDecide()
    {
        SavedView shared = view(u"Late"_s);
        shared.shared = true;
        QCOMPARE(waitFor(m_vera->views.save(shared)).error().kind, Failure::Permission);
        const qint64 first = id(m_sue->views.save(shared));
        QCOMPARE(seen(*m_vera).size(), 1);
        QCOMPARE(seen(*m_vera).constFirst().owner, u"sue"_s);
        QVERIFY(!waitFor(m_ada->views.save(shared))); // one view of this name for everybody
        SavedView own = view(u"Late"_s);
        id(m_vera->views.save(own)); // beside it one of her own
        QCOMPARE(seen(*m_vera).size(), 2);
        QVERIFY(!waitFor(m_vera->views.remove(first)));
        QCOMPARE(id(m_ada->views.remove(first)), first);
        QCOMPARE(seen(*m_vera).size(), 1);
    }

    void rolesBeginWithASharedView()
    {
        SavedView shared = view(u"Late"_s);
        shared.shared = true;
        const qint64 late = id(m_sue->views.save(shared));
        const qint64 own = id(m_sue->views.save(view(u"Own"_s)));
        QCOMPARE(waitFor(m_sue->views.setDefault(u"support"_s, SavedView::Screen::Orders, late)).error().kind,
            Failure::Permission);
        QVERIFY(!waitFor(m_ada->views.setDefault(u"support"_s, SavedView::Screen::Orders, own)));
        QVERIFY(!waitFor(m_ada->views.setDefault(u"support"_s, SavedView::Screen::Triage, late)));
        id(m_ada->views.setDefault(u"support"_s, SavedView::Screen::Orders, late));
        const QList<SavedView> views = seen(*m_vera);
        QCOMPARE(views.constFirst().roles, QStringList{u"support"_s});
        QCOMPARE(defaultView(views, {u"viewer"_s, u"support"_s}), &views.constFirst());
        QCOMPARE(defaultView(views, {u"viewer"_s, u"finance"_s}), nullptr);
        shared.shared = false; // no longer shared: nobody begins there
        id(m_sue->views.save(shared));
        QVERIFY(seen(*m_sue).constFirst().roles.isEmpty());
        shared.shared = true;
        id(m_sue->views.save(shared));
        id(m_ada->views.setDefault(u"support"_s, SavedView::Screen::Orders, late));
        id(m_ada->views.setDefault(u"support"_s, SavedView::Screen::Orders, 0));
        QVERIFY(seen(*m_sue).constFirst().roles.isEmpty());
    }

    void whatCannotBeSavedIsRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("filter");
        QTest::newRow("no name") << u"  "_s << QString();
        QTest::newRow("a long name") << QString(81, u'x') << QString();
        QTest::newRow("a huge filter") << u"huge"_s << QString(30'000, u'x');
    }

    void whatCannotBeSavedIsRefused()
    {
        QFETCH(QString, name);
        QFETCH(QString, filter);
        SavedView wrong = view(name);
        wrong.filter = filter;
        QVERIFY(!waitFor(m_sue->views.save(wrong)));
        QVERIFY(seen(*m_sue).isEmpty());
    }

private:
    struct Viewer
    {
        explicit Viewer(const ConnectionSettings& settings)
            : runner(settings)
            , views(runner)
        { }
        QueryRunner runner;
        PgSavedViews views;
    };

    std::unique_ptr<Viewer> person(const QString& name, const QString& role)
    {
        return std::make_unique<Viewer>(m_server.as(m_settings, name, {role}));
    }

    static SavedView view(const QString& name, SavedView::Screen screen = SavedView::Screen::Orders)
    {
        SavedView view;
        view.screen = screen;
        view.name = name;
        return view;
    }

    static qint64 id(QFuture<Outcome<qint64>> future)
    {
        const auto outcome = waitFor(std::move(future));
        if (!outcome)
            qFatal("%s", qPrintable(outcome.error().text));
        return outcome.value();
    }

    static QList<SavedView> seen(Viewer& viewer)
    {
        const auto views = waitFor(viewer.views.views());
        if (!views)
            qFatal("%s", qPrintable(views.error().text));
        return views.value();
    }

    TestServer m_server;
    ConnectionSettings m_settings;
    std::unique_ptr<Viewer> m_sue;
    std::unique_ptr<Viewer> m_vera;
    std::unique_ptr<Viewer> m_ada;
};

SIGNALBOX_TEST(TestSavedViews)
#include "tst_savedviews.moc"
