// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/bundledatabase.h"
#include "models/store/pgbundle.h"
#include "models/store/pggroupsource.h"
#include "models/store/pghandover.h"
#include "models/store/pgordersource.h"
#include "tests/store/replaydesk.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {

// as an order's events and messages say it; none of it may get out
const QStringList personal{u"Anna Bell"_s, u"anna.bell@example.org"_s, u"Elm Street"_s, u"+49 171"_s, u"s3cret"_s};

} // namespace

/// Incident bundles against a real server: what gets out, what arrives, and that nothing can be changed there.
class TestBundle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        SIGNALBOX_REQUIRE(m_server);
        m_desk = std::make_unique<ReplayDesk>(m_server);
        IntegrationDatabase& db = m_desk->database;
        db.run(
            u"SELECT integration.put_target('{\"code\": \"erp\", \"system\": \"erp\", \"base_url\": \"http://me:s3cret@erp.invalid\", \"headers\": {\"X-Key\": \"s3cret\"}}')"_s);
        for (int at = 1; at <= 4; ++at)
            db.ingest({{QString::number(at), u"order_captured"_s, utc(u"2026-11-20 10:00"_s), {},
                orderData(u"web"_s, QString::number(at), u"EUR"_s,
                    {{u"customer"_s, u"Anna Bell anna.bell@example.org"_s}, {u"phone"_s, u"+49 171 5550"_s}})}});
        db.run(uR"(SELECT integration.submit('erp.post', 'k' || o.id, 'k' || o.id,
            '{ "amount": 1.10,  "id": 12345678901234567890, "customer": {"name": "Anna Bell", "street": "Elm Street 5"} }')
            FROM integration.sales_order o)"_s);
        db.run(
            u"UPDATE integration.transaction t SET order_id = o.id FROM integration.sales_order o WHERE t.business_key = 'k' || o.id"_s);
        QList<TryEnd> ends;
        for (const Claimed& one : m_desk->relay.claim()) {
            TryEnd end = TryEnd::rejected(one, u"E7"_s);
            end.fields.insert(u"message"_s, u"Anna Bell is not known, ask anna.bell@example.org"_s);
            end.fields.insert(u"responseBody"_s, u"<p>No customer Anna Bell</p>"_s);
            end.fields.insert(
                u"requestHeaders"_s, QJsonObject{{u"Authorization"_s, u"s3cret"_s}, {u"Accept"_s, u"json"_s}});
            ends.append(end);
        }
        QCOMPARE(m_desk->relay.finish(ends).size(), 4);
        db.run(
            u"SELECT integration.change_exceptions('note', ARRAY[1], ARRAY[1], '{\"text\": \"called Anna Bell\"}')"_s);
        db.run(u"SELECT integration.change_tags(ARRAY[1, 4], ARRAY['vip'], '{}', 'for Anna Bell')"_s);
        db.run(
            uR"(SELECT integration.put_runbook('{"title": "Ask", "content": "Ask anna.bell@example.org", "error_class": "data"}'))"_s);
        // a part of a part, by what is personal as well
        db.run(
            u"SELECT integration.split_group(integration.split_group(group_id, 'text', 'bell'), 'target', 'erp') FROM integration.exception WHERE id = 1"_s);
        m_desk->startOf({1}, {u"Anna Bell waits"_s, {ReplayClass::WillFail}});
        m_file = m_folder.filePath(u"incident.signalbox"_s);
        m_bundle = make({.exceptions = {1, 2}, .words = u"two of them"_s});
        save(m_file, bundleFile(m_bundle));
    }

    void holdsWhatWasChosenAndNothingPersonal()
    {
        QCOMPARE(rows(u"sales_order"), 2);
        QCOMPARE(rows(u"exception"), 2);
        QCOMPARE(rows(u"exception_group"), 3);
        QCOMPARE(rows(u"group_split"), 2);
        QCOMPARE(rows(u"attempt"), 2);
        QCOMPARE(rows(u"comment"), 1);
        QCOMPARE(rows(u"order_tag"), 1);
        QCOMPARE(rows(u"runbook"), 1);
        QCOMPARE(rows(u"operation"), 1);
        for (const BundleSection& section : m_bundle.sections) {
            for (const QString& secret : personal)
                QVERIFY2(!section.lines.contains(secret.toUtf8()), qPrintable(section.name + u": "_s + secret));
        }
        // the test would notice: the database has them
        for (const QString& secret : {personal.at(0), personal.at(2)})
            QVERIFY(m_desk->sql("SELECT string_agg(content, '') FROM integration.payload").contains(secret));
    }

    void opensWithTheSameContent()
    {
        Person reader(opened(m_file));
        PgOrderSource orders(reader.runner);
        PgOrderSource before(m_desk->sue.runner);
        const auto page = orders.pageNow({});
        VERIFY_OUTCOME(page);
        QCOMPARE(page.value().orders.size(), 2);
        for (const Order& order : page.value().orders) {
            const auto there = before.detailNow(order.id);
            const auto here = orders.detailNow(order.id);
            VERIFY_OUTCOME(here);
            QCOMPARE(here.value().order, there.value().order);
            QCOMPARE(here.value().milestones, there.value().milestones);
            QCOMPARE(here.value().events.size(), there.value().events.size());
        }
        QCOMPARE(reader.listed({}).size(), 2);
        const ExceptionDetail there = waitFor(m_desk->sue.source.detail(2)).value();
        const ExceptionDetail here = waitFor(reader.source.detail(2)).value();
        QCOMPARE(here.attempts.size(), there.attempts.size());
        QCOMPARE(here.attempts.at(0).startedAt, there.attempts.at(0).startedAt);
        QCOMPARE(here.exception.errorText, u"A*** B*** is not known, ask a***@example.org"_s);
        QCOMPARE(here.audit.size(), there.audit.size());
        // to the byte, but for what is masked
        QCOMPARE(
            IntegrationDatabase(m_owner).value(u"SELECT content FROM integration.payload WHERE transaction_id = 2"_s),
            uR"({ "amount": 1.10,  "id": 12345678901234567890, "customer": {"name": "A*** B***", "street": "E*** S*** 5***"} })"_s);
        const Operation operation = waitFor(reader.gateway.operations(10)).value().value(0);
        QCOMPARE(operation.requestedBy, u"sue"_s);
        const auto environment = PgHandover(reader.runner).environment();
        VERIFY_OUTCOME(environment);
        QCOMPARE(environment.value().kind, u"bundle"_s);
        QCOMPARE(waitFor(PgHandover(reader.runner).handover({})).value().asOf, m_bundle.manifest.asOf);
        QCOMPARE(environment.value().bundleAsOf, m_bundle.manifest.asOf);
        QCOMPARE(environment.value().roles, (QStringList{u"bundle"_s, u"viewer"_s}));
    }

    void groupsSayByWhatTheyWereSplit()
    {
        Person reader(opened(m_file));
        const auto groups = waitFor(PgGroupSource(reader.runner).groups({}));
        VERIFY_OUTCOME(groups);
        QCOMPARE(groups.value().groups.size(), 1);
        const ExceptionGroup group = groups.value().groups.constFirst();
        QCOMPARE(group.count, 2);
        const QString title = groupTitle(group);
        QVERIFY2(title.contains(u"b***"_s) && title.contains(u"erp"_s), qPrintable(title));
    }

    void nothingCanBeWritten_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("insert") << u"INSERT INTO integration.comment (exception_id, content) VALUES (1, 'x')"_s;
        QTest::newRow("update") << u"UPDATE integration.sales_order SET customer = 'x'"_s;
        QTest::newRow("delete") << u"DELETE FROM integration.exception"_s;
        QTest::newRow("note")
            << u"SELECT integration.change_exceptions('note', ARRAY[1], ARRAY[1], '{\"text\": \"x\"}')"_s;
        QTest::newRow("group") << u"SELECT integration.change_groups('take', ARRAY[1], ARRAY[1], '{}')"_s;
        QTest::newRow("plan") << u"SELECT integration.preview_replay(gen_random_uuid(), ARRAY[1])"_s;
        QTest::newRow("edit") << u"SELECT integration.edit_transactions('[]', 'x')"_s;
        QTest::newRow("table") << u"CREATE TABLE integration.mine ()"_s;
        QTest::newRow("temporary") << u"CREATE TEMP TABLE mine ()"_s;
    }
    void nothingCanBeWritten()
    {
        QFETCH(const QString, sql);
        QCOMPARE(IntegrationDatabase(opened(m_file)).refusal(sql), u"42501"_s);
    }

    void everyActionSaysWhyNot()
    {
        Person reader(opened(m_file));
        const QString reason = u"this is an incident bundle: it can only be read"_s;
        QCOMPARE(reader.one(1).mayNotReplay, reason);
        const auto outcome = waitFor(reader.gateway.change(ExceptionAction::Take, {{1, reader.one(1).version}}, {}));
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, Failure::Permission);
        QVERIFY2(outcome.error().text.contains(reason), qPrintable(outcome.error().text));
        QVERIFY(!waitFor(reader.gateway.previewReplay(QUuid::createUuid(), {1})));
    }

    void severalProgramsShareIt()
    {
        const ConnectionSettings one = opened(m_file);
        Person reader(one);
        QCOMPARE(opened(m_file).database(), one.database());
        QVERIFY(!reader.listed({}).isEmpty());
        const QString copy = m_folder.filePath(u"copy.signalbox"_s);
        QVERIFY(QFile::copy(m_file, copy));
        QCOMPARE(opened(copy).database(), one.database());
        QCOMPARE(m_desk->sql("SELECT count(*) FROM pg_database WHERE datname LIKE 'bundle%'"), u"1"_s);
    }

    void oldOnesAreDroppedWhenNobodyUsesThem()
    {
        const QString other = m_folder.filePath(u"other.signalbox"_s);
        save(other, bundleFile(make({.exceptions = {3}})));
        const QString old = opened(other).database();
        m_desk->database.run(u"COMMENT ON DATABASE \"%1\" IS '2020-01-01T00:00:00Z'"_s.arg(old));
        opened(m_file);
        QTRY_VERIFY(!m_desk->sql("SELECT string_agg(datname, ' ') FROM pg_database").contains(old));
    }

    void onlyWhoMayLookMayTakeOneAlong()
    {
        Person vera = m_desk->person("vera", "signalbox_viewer");
        VERIFY_OUTCOME(waitFor(PgBundle(vera.runner).bundle({.exceptions = {1}})));
        Person shop = m_desk->person("shop", "signalbox_producer");
        QVERIFY(!waitFor(PgBundle(shop.runner).bundle({.exceptions = {1}})));
        QCOMPARE(waitFor(PgBundle(m_desk->sue.runner).bundle({.exceptions = {77}})).error().kind, Failure::NotFound);
    }

    void aWrongFileIsTold_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("text");
        QTest::newRow("foreign") << 0 << u"no incident bundle"_s;
        QTest::newRow("empty") << 1 << u"no incident bundle"_s;
        QTest::newRow("cut") << 2 << u"damaged"_s;
        QTest::newRow("longer") << 3 << u"damaged"_s;
        QTest::newRow("a byte") << 4 << u"damaged"_s;
        QTest::newRow("manifest") << 5 << u"damaged"_s;
        QTest::newRow("newer schema") << 6 << u"schema 99"_s;
        QTest::newRow("unknown part") << 7 << u"does not know"_s;
        QTest::newRow("absent") << 8 << u"cannot be read"_s;
    }
    void aWrongFileIsTold()
    {
        QFETCH(const int, kind);
        QFETCH(const QString, text);
        QByteArray content = bundleFile(m_bundle);
        Bundle changed = m_bundle;
        if (kind == 0)
            content = "PK\x03\x04 something else";
        else if (kind == 1)
            content.clear();
        else if (kind == 2)
            content.chop(100);
        else if (kind == 3)
            content += '\n';
        else if (kind == 4)
            content[content.size() - 200] = char(content.at(content.size() - 200) ^ 1);
        else if (kind == 5)
            content.replace("\"format\":1", "\"format\":2");
        else if (kind == 6)
            changed.manifest.schemaVersion = 99;
        else if (kind == 7)
            changed.sections[0].name = u"pg_authid"_s;
        if (kind == 6 || kind == 7)
            content = bundleFile(changed);
        const QString file = m_folder.filePath(u"wrong-%1"_s.arg(kind));
        if (kind != 8)
            save(file, content);
        const auto outcome = BundleDatabase(m_desk->database.settings()).open(file);
        QVERIFY(!outcome);
        QVERIFY2(outcome.error().text.contains(text), qPrintable(outcome.error().text));
        QVERIFY(!m_desk->sql("SELECT string_agg(datname, ' ') FROM pg_database WHERE datname ~ '^bundle_.*_[0-9]+$'")
                     .contains(u"bundle"_s));
    }

private:
    Bundle make(const BundleRequest& request)
    {
        const auto bundle = waitFor(PgBundle(m_desk->sue.runner).bundle(request));
        if (!bundle)
            qFatal("%s", qPrintable(bundle.error().text));
        return bundle.value();
    }

    static void save(const QString& path, const QByteArray& content)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(path));
    }

    ConnectionSettings opened(const QString& file)
    {
        const auto outcome = BundleDatabase(m_desk->database.settings()).open(file);
        if (!outcome)
            qFatal("%s", qPrintable(outcome.error().text));
        m_owner = m_desk->database.settings().withDatabase(outcome.value().database());
        return outcome.value();
    }

    qint64 rows(QStringView name) const
    {
        for (const BundleSection& section : m_bundle.sections) {
            if (section.name == name)
                return section.rows;
        }
        return -1;
    }

    TestServer m_server;
    QTemporaryDir m_folder;
    std::unique_ptr<ReplayDesk> m_desk;
    ConnectionSettings m_owner;
    Bundle m_bundle;
    QString m_file;
};

SIGNALBOX_TEST(TestBundle)
#include "tst_bundle.moc"
