// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/pggroupsource.h"
#include "models/store/pgrunbooks.h"
#include "tests/store/person.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"

using namespace Qt::StringLiterals;

/// Runbooks against a real database: which one is for what, who writes them, what is told of it.
class TestRunbooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { SIGNALBOX_REQUIRE(m_server); }

    void init()
    {
        m_settings = m_server.freshDatabase();
        m_database = std::make_unique<IntegrationDatabase>(m_settings);
        m_sue = std::make_unique<Person>(m_server.as(m_settings, u"sue"_s, {u"signalbox_support"_s}));
        m_books = std::make_unique<PgRunbooks>(m_sue->runner);
    }
    void cleanup()
    {
        m_books.reset();
        m_sue.reset();
        m_database.reset();
    }

    void theMostExactOneIsShown_data()
    {
        QTest::addColumn<QStringList>("written"); // team|flow|class|code|fingerprint, the title is the same
        QTest::addColumn<QString>("expected"); // for team|flow|class|code|fingerprint below
        const auto row = [](const char* name, const QStringList& written, const QString& expected) {
            QTest::newRow(name) << written << expected;
        };
        const QString any = u"|*|data||"_s;
        row("none", {}, {});
        row("of any flow", {any}, any);
        row("of another class", {u"|*|auth||"_s}, {});
        row("of another team", {u"wms|*|data||"_s}, {});
        row("of its team", {any, u"erp|*|data||"_s}, u"erp|*|data||"_s);
        row("a pattern of the flow", {any, u"|erp.*|data||"_s, u"|wms.*|data||"_s}, u"|erp.*|data||"_s);
        row("a longer pattern", {u"|erp.*|data||"_s, u"|erp.po*|data||"_s}, u"|erp.po*|data||"_s);
        row("the flow itself before its team", {u"erp|erp.*|data||"_s, u"|erp.post|data||"_s}, u"|erp.post|data||"_s);
        row("the code before the flow", {u"|erp.post|data||"_s, u"|*|data|E1|"_s}, u"|*|data|E1|"_s);
        row("the code itself before a pattern", {u"|*|data|E*|"_s, u"|*|data|E1|"_s}, u"|*|data|E1|"_s);
        row("another code", {u"|*|data|E2|"_s}, {});
        row("a pattern means no other signs", {u"|erp_post|data||"_s, u"|%|data||"_s}, {});
        row("the cause before all", {u"erp|erp.post|data|E1|"_s, u"|*|data||f1"_s}, u"|*|data||f1"_s);
        row("another cause", {u"|*|data||f2"_s}, {});
    }

    void theMostExactOneIsShown()
    {
        QFETCH(QStringList, written);
        QFETCH(QString, expected);
        for (const QString& scope : written)
            VERIFY_OUTCOME(waitFor(m_books->put(book(scope))));
        QCOMPARE(
            m_database->value(
                u"SELECT title FROM integration.runbook_for('delivery_failure', 'erp', 'erp.post', 'data', 'E1', 'f1')"_s),
            expected.isEmpty() ? QString() : expected);
    }

    void whatIsLateHasRunbooksOfItsOwn()
    {
        VERIFY_OUTCOME(waitFor(m_books->put(book(u"|*|unclassified||"_s))));
        VERIFY_OUTCOME(waitFor(m_books->put(book(u"|*|overdue||"_s))));
        QCOMPARE(m_database->value(u"SELECT title FROM integration.runbook_for('overdue', 'wms', '', '', '', 'x')"_s),
            u"|*|overdue||"_s);
    }

    void problemsAndGroupsShowIt()
    {
        putErp(*m_database);
        FakeRelay relay(m_settings, u"A"_s);
        failMessages(*m_database, relay, 2);
        const auto before = waitFor(m_sue->source.detail(1));
        VERIFY_OUTCOME(before);
        QVERIFY(!before.value().runbook);
        const Exception& it = before.value().exception;
        Runbook wanted = book(u"|erp.*|%1||"_s.arg(it.errorClass));
        wanted.title = u"Ask the ERP"_s;
        wanted.content = u"1. Look\n2. *Ask*"_s;
        wanted.owner = u"erp"_s;
        VERIFY_OUTCOME(waitFor(m_books->put(wanted)));
        const auto detail = waitFor(m_sue->source.detail(1));
        VERIFY_OUTCOME(detail);
        QVERIFY(detail.value().runbook);
        const Runbook& shown = *detail.value().runbook;
        QCOMPARE(shown.title, wanted.title);
        QCOMPARE(shown.content, wanted.content);
        QCOMPARE(shown.owner, u"erp"_s);
        QCOMPARE(shown.updatedBy, u"sue"_s);
        QVERIFY(shown.updatedAt.isValid());
        PgGroupSource groups(m_sue->runner);
        const auto group = waitFor(groups.groupDetail(it.groupId));
        VERIFY_OUTCOME(group);
        QCOMPARE(group.value().runbook, detail.value().runbook);
        QCOMPARE(group.value().fingerprint, it.fingerprint);
        QCOMPARE(waitFor(m_books->runbooks()).value(), QList<Runbook>{shown});
    }

    void supportAndAdministratorsWrite_data() { rowsOfSupportAndAdministrators(); }

    void supportAndAdministratorsWrite()
    {
        QFETCH(QString, role);
        QFETCH(bool, may);
        const qint64 id = waitFor(m_books->put(book(u"|*|data||"_s))).value();
        // a person for each: what a role was granted outlives the database
        QueryRunner runner(m_server.as(m_settings, u"p_"_s + role, {role}));
        PgRunbooks books(runner);
        QCOMPARE(waitFor(books.runbooks()).value().size(), 1); // everybody reads them
        const auto put = waitFor(books.put(book(u"|*|auth||"_s)));
        const auto removed = waitFor(books.remove(id, 1));
        QCOMPARE(bool(put), may);
        QCOMPARE(bool(removed), may);
        if (!may) {
            QCOMPARE(put.error().kind, Failure::Permission);
            QCOMPARE(removed.error().kind, Failure::Permission);
        }
    }

    void everyChangeIsOnRecordAndTold()
    {
        const auto told = [this] {
            return m_database->value(u"SELECT count(*) FROM integration.change_log WHERE exceptions"_s).toInt();
        };
        const int before = told();
        Runbook runbook = book(u"|*|data||"_s);
        runbook.id = waitFor(m_books->put(runbook)).value();
        runbook.version = 1;
        runbook.content = u"better"_s;
        VERIFY_OUTCOME(waitFor(m_books->put(runbook)));
        VERIFY_OUTCOME(waitFor(m_books->remove(runbook.id, 2)));
        QCOMPARE(told(), before + 3);
        QCOMPARE(
            m_database->rows(
                u"SELECT action, actor, before->>'content', after->>'content' FROM integration.audit_entry WHERE object_kind = 'runbook' ORDER BY seq"_s),
            (QList<QStringList>{{u"write"_s, u"sue"_s, QString(), u"do"_s},
                {u"write"_s, u"sue"_s, u"do"_s, u"better"_s}, {u"remove"_s, u"sue"_s, u"better"_s, QString()}}));
        QVERIFY(m_database->value(u"SELECT integration.audit_broken_at()"_s).isNull());
    }

    void nobodyOverwritesWhatHeHasNotSeen()
    {
        Runbook runbook = book(u"|*|data||"_s);
        runbook.id = waitFor(m_books->put(runbook)).value();
        runbook.version = 1;
        VERIFY_OUTCOME(waitFor(m_books->put(runbook)));
        const auto late = waitFor(m_books->put(runbook)); // still version 1
        QVERIFY(!late);
        QVERIFY2(late.error().text.contains(u"changed since you looked"_s), qPrintable(late.error().text));
        QVERIFY(!waitFor(m_books->remove(runbook.id, 1)));
        Runbook other = book(u"|*|auth||"_s);
        other.id = waitFor(m_books->put(other)).value();
        other.version = 1;
        other.errorClass = u"data"_s;
        QVERIFY(!waitFor(m_books->put(other))); // there is one for these
        // without an id the one for the same problems is replaced
        QCOMPARE(waitFor(m_books->put(book(u"|*|data||"_s))).value(), runbook.id);
        QCOMPARE(waitFor(m_books->runbooks()).value().size(), 2);
    }

    void whatIsWrongIsSaid_data()
    {
        QTest::addColumn<QString>("definition");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* definition, const char* says) {
            QTest::newRow(definition) << QString::fromUtf8(definition) << QString::fromUtf8(says);
        };
        row(R"({"content": "x", "error_class": "data"})", "needs a title");
        row(R"({"title": " ", "content": "x", "error_class": "data"})", "needs a title");
        row(R"({"title": "x", "content": [], "error_class": "data"})", "needs a title");
        row(R"({"title": "x", "content": "x"})", "needs a title");
        row(R"({"title": "x", "content": "x", "error_class": "dta"})", "there is no kind of error \"dta\"");
        row(R"({"title": "x", "content": "x", "error_class": "data", "steps": 1})", "has no field \"steps\"");
        row(R"({"id": 99, "version": 1, "title": "x", "content": "x", "error_class": "data"})",
            "changed since you looked");
    }

    void whatIsWrongIsSaid()
    {
        QFETCH(QString, definition);
        QFETCH(QString, says);
        const auto outcome
            = m_books->putNow({R"({"title": "a", "content": ["1", "2"], "error_class": "auth"})", definition.toUtf8()});
        QVERIFY(!outcome);
        QVERIFY2(outcome.error().text.contains(says), qPrintable(outcome.error().text));
        QVERIFY(waitFor(m_books->runbooks()).value().isEmpty()); // all or none
    }

    void linesAreJoined()
    {
        VERIFY_OUTCOME(m_books->putNow({R"({"title": "a", "content": ["1. x", "", "2. y"], "error_class": "auth"})"}));
        QCOMPARE(waitFor(m_books->runbooks()).value().constFirst().content, u"1. x\n\n2. y"_s);
    }

private:
    /// "team|flow|class|code|fingerprint", which is its title too.
    static Runbook book(const QString& scope)
    {
        const QStringList parts = scope.split(u'|');
        Runbook runbook;
        runbook.team = parts.at(0);
        runbook.flow = parts.at(1);
        runbook.errorClass = parts.at(2);
        runbook.errorCode = parts.at(3);
        runbook.fingerprint = parts.at(4);
        runbook.title = scope;
        runbook.content = u"do"_s;
        return runbook;
    }

    TestServer m_server;
    ConnectionSettings m_settings;
    std::unique_ptr<IntegrationDatabase> m_database;
    std::unique_ptr<Person> m_sue;
    std::unique_ptr<PgRunbooks> m_books;
};

SIGNALBOX_TEST(TestRunbooks)
#include "tst_runbooks.moc"
