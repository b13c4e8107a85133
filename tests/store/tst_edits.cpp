// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/editpreview.h"
#include "models/domain/jsonpatch.h"
#include "models/domain/jsontree.h"
#include "models/store/pgpayloadeditor.h"
#include "tests/store/person.h"
#include "tests/support/randomjson.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

/// Every byte of it matters.
const QByteArray odd = R"( {"id" : 12345678901234567890,	"price":1.10, "huge": 1e400,
  "same": 1, "same":2, "lines": [ {"sku":"A", "n": 1.0}, {"sku":"B","n":2}  ,{"sku":"C","n":-0} ] } )";

QJsonObject editable(const QStringList& patterns)
{
    return {{u"editable"_s, QJsonArray::fromStringList(patterns)}};
}

} // namespace

/// Edited payloads: a new revision under a new key, and nothing that nobody named.
class TestEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { SIGNALBOX_REQUIRE(m_server); }

    void init()
    {
        const ConnectionSettings settings = m_server.freshDatabase();
        m_database = std::make_unique<IntegrationDatabase>(settings);
        m_relay = std::make_unique<FakeRelay>(m_server.as(settings, u"relay"_s, {u"signalbox_relay"_s}), u"A"_s);
        m_sue = std::make_unique<Person>(m_server.as(settings, u"sue"_s, {u"signalbox_support"_s}));
        putErp(*m_database, {}, editable({u"/lines/*/sku"_s, u"/price"_s}));
    }

    void everythingSurvivesToTheByte()
    {
        const qint64 id = failed(odd);
        QCOMPARE(waitFor(m_sue->source.detail(1)).value().payload.toUtf8(), odd);
        const EditableMessage message = basis(*m_sue, id);
        QCOMPARE(message.content, odd);
        const EditPreview preview = previewPatch(
            message, JsonPatch::read(R"([{"op": "replace", "path": "/lines/1/sku", "value": "X"}])").value());
        QVERIFY2(preview.isGood(), qPrintable(preview.obstacle));
        QCOMPARE(saved(*m_sue, preview.edit()), QString());
        const QByteArray expected = QByteArray(odd).replace("\"B\"", "\"X\"");
        QCOMPARE(waitFor(m_sue->source.detail(1)).value().payload.toUtf8(), expected);
        replay({id});
        const QList<Claimed> claimed = m_relay->claim();
        QCOMPARE(claimed.size(), 1);
        QCOMPARE(claimed.at(0).content.toUtf8(), expected);
        QCOMPARE(claimed.at(0).idempotencyKey, u"k/edit-2"_s);
        QCOMPARE(m_database->value(u"SELECT content FROM integration.payload WHERE revision = 1"_s).toUtf8(), odd);
    }

    void eachEditIsOneEntryWithAllItsChanges()
    {
        const qint64 id = failed(R"({"customer": {"email": "anna@bell.org"}, "price": 1.10, "lines": [{"sku": "A"}]})");
        Person admin(m_server.as(m_database->settings(), u"ada"_s, {u"signalbox_admin"_s}));
        const EditPreview preview = previewContent(basis(admin, id),
            R"({"customer": {"email": "bea@bell.org"}, "price": 1.1, "lines": [{"sku": "A"}, {"sku": "B"}], "note": null})");
        QCOMPARE(saved(admin, preview.edit()), QString());
        const auto rows = m_database->rows(
            u"SELECT actor, action, object_kind, object_id, before::text, after::text, reason FROM integration.audit_entry"_s);
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.at(0).mid(0, 4), (QStringList{u"ada"_s, u"edit"_s, u"transaction"_s, QString::number(id)}));
        QCOMPARE(rows.at(0).at(4), uR"({"key": "k", "revision": 1})"_s);
        QCOMPARE(rows.at(0).at(6), u"why not"_s);
        const QJsonArray changes
            = QJsonDocument::fromJson(rows.at(0).at(5).toUtf8()).object().value(u"changes"_s).toArray();
        // everybody reads the audit trail: customer data is masked in it
        QCOMPARE(changes,
            QJsonDocument::fromJson(
                "[{\"path\": \"/customer/email\", \"old\": \"\\\"a***@bell.org\\\"\", \"new\": \"\\\"b***@bell.org\\\"\"}, {\"path\": \"/price\", \"old\": \"1.10\", \"new\": \"1.1\"}, {\"path\": \"/lines/1\", \"new\": \"{\\\"sku\\\": \\\"B\\\"}\"}, {\"path\": \"/note\", \"new\": \"null\"}]")
                .array());
        QCOMPARE(m_database->value(u"SELECT count(*) FROM integration.payload"_s), u"2"_s);
        QCOMPARE(m_database->value(u"SELECT created_by FROM integration.payload WHERE revision = 2"_s), u"ada"_s);
        QCOMPARE(m_database->value(u"SELECT integration.audit_broken_at()"_s), QString());
    }

    void whatWasEditedIsSentAgainAndNotFoundUnderTheOldKey()
    {
        putErp(*m_database, {{u"idempotent"_s, true}, {u"key_holds"_s, u"1 hour"_s}}, editable({u""_s}));
        const qint64 id = failed(R"({"a": 1})");
        QCOMPARE(m_sue->one(1).replayClass, ReplayClass::WillFail);
        QCOMPARE(saved(*m_sue, previewContent(basis(*m_sue, id), R"({"a": 2})").edit()), QString());
        QCOMPARE(m_sue->one(1).replayClass, ReplayClass::Safe);
        QCOMPARE(m_database->value(u"SELECT keyed_at IS NULL FROM integration.transaction"_s), u"t"_s);
        QCOMPARE(saved(*m_sue, previewContent(basis(*m_sue, id), R"({"a": 3})").edit()), QString());
        replay({id});
        m_relay->finish({TryEnd::rejected(m_relay->claim().at(0))});
        QCOMPARE(m_sue->one(1).replayClass, ReplayClass::WillFail); // as it is now it was refused as well
        QCOMPARE(saved(*m_sue, previewContent(basis(*m_sue, id), R"({"a": 4})").edit()), QString());
        replay({id});
        const QList<Claimed> claimed = m_relay->claim();
        QCOMPARE(claimed.at(0).idempotencyKey, u"k/edit-4"_s);
        m_relay->finish({TryEnd::delivered(claimed.at(0), u"SO-1"_s)});
        QCOMPARE(m_sue->one(1).state, ExceptionState::Resolved);
        QCOMPARE(basis(*m_sue, id).mayNot, u"has not failed"_s);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("how"); // role, then what happens to the message first
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("changes"); // as {"path", "old", "new"}
        QTest::addColumn<QString>("why");
        const QByteArray before = R"({"price": 1.10, "x": 1e400, "x": 2, "lines": [{"sku": "A"}]})";
        const auto with
            = [before](const char* was, const QByteArray& is) { return QByteArray(before).replace(was, is); };
        const QString sku = u"[{\"path\": \"/lines/0/sku\", \"old\": \"\\\"A\\\"\", \"new\": \"\\\"B\\\"\"}]"_s;
        const QByteArray good = with("\"A\"", "\"B\"");
        const QString more = u"more is changed than was said"_s;
        const auto row = [](const char* name, const QString& how, const QByteArray& content, const QString& changes,
                             const QString& why) { QTest::newRow(name) << how << content << changes << why; };
        row("good", u"support failed"_s, good, sku, {});
        row("finance may as well", u"finance failed"_s, good, sku, {});
        row("viewer", u"viewer failed"_s, good, sku, u"that takes the role signalbox_support"_s);
        row("money", u"support money"_s, good, sku,
            u"this flow moves money or makes legal documents: that takes the role signalbox_finance"_s);
        row("money by finance", u"finance money"_s, good, sku, {});
        row("waiting", u"support pending"_s, good, sku, u"has not failed"_s);
        row("unknown", u"support unknown"_s, good, sku, u"whether it arrived is not known: verify it first"_s);
        row("changed meanwhile", u"support later"_s, good, sku, u"changed since you looked"_s);
        row("nothing", u"support failed"_s, good, u"[]"_s, u"nothing is changed"_s);
        row("no JSON", u"support failed"_s, "{", sku, u"the content is no JSON"_s);
        row("not as it was said", u"support failed"_s, before, sku, more);
        row("more than was said", u"support failed"_s, QByteArray(good).replace("1.10", "1.20"), sku, more);
        row("the spelling of a number", u"support failed"_s, QByteArray(good).replace("1.10", "1.1"), sku, more);
        row("a value that jsonb does not see", u"support failed"_s, QByteArray(good).replace("1e400", "1e401"), sku,
            more);
        row("one of two less", u"support failed"_s, QByteArray(good).replace("\"x\": 1e400, ", ""), sku, more);
        row("another old value", u"support failed"_s, good,
            u"[{\"path\": \"/lines/0/sku\", \"old\": \"\\\"Z\\\"\", \"new\": \"\\\"B\\\"\"}]"_s, more);
        row("a place from the end", u"support failed"_s, good,
            u"[{\"path\": \"/lines/-1/sku\", \"old\": \"\\\"A\\\"\", \"new\": \"\\\"B\\\"\"}]"_s, more);
        row("a field of the rest", u"support failed"_s, with("}]}", "}], \"y\": 1}"),
            uR"([{"path": "/y", "new": "1"}])"_s,
            u"a field is changed that may not be edited: that takes the role signalbox_admin"_s);
        row("a field of the rest by admin", u"admin failed"_s, with("}]}", "}], \"y\": 1}"),
            uR"([{"path": "/y", "new": "1"}])"_s, {});
        row("too many", u"support failed"_s, good,
            u'[' + u"{\"path\": \"/lines/0/sku\", \"new\": \"1\"},"_s.repeated(1000) + sku.sliced(1),
            u"more than 1000 changes at once"_s);
        row("a key twice", u"admin failed"_s, with("}]}", "}], \"y\": {\"a\": 1, \"a\": 2}}"),
            u"[{\"path\": \"/y\", \"new\": \"{\\\"a\\\": 1, \\\"a\\\": 2}\"}]"_s,
            u"a key comes twice in what is new"_s);
        row("too large", u"admin failed"_s, with("}]}", "}], \"y\": \"" + QByteArray(1024 * 1024, 'y') + "\"}"),
            uR"([{"path": "/y", "new": "1"}])"_s, u"the content is too large to be edited"_s);
    }

    void refuses()
    {
        QFETCH(QString, how);
        QFETCH(QByteArray, content);
        QFETCH(QString, changes);
        QFETCH(QString, why);
        const QString happens = how.section(u' ', 1);
        if (happens == u"money"_s)
            putErp(*m_database, {}, joined(editable({u"/lines/*/sku"_s}), {{u"effect_class"_s, u"money"_s}}));
        const QByteArray before = R"({"price": 1.10, "x": 1e400, "x": 2, "lines": [{"sku": "A"}]})";
        const qint64 id = happens == u"pending"_s ? submitted(before) : failed(before, happens == u"unknown"_s);
        int version = m_database->value(u"SELECT version FROM integration.transaction"_s).toInt();
        if (happens == u"later"_s)
            version -= 1;
        const QString role = how.section(u' ', 0, 0);
        Person person(m_server.as(m_database->settings(), role, {u"signalbox_"_s + role}));
        QList<JsonChange> list;
        const auto text = [](const QJsonValue& value) {
            return value.isString() ? std::optional(value.toString().toUtf8()) : std::nullopt;
        };
        const QJsonArray stated = QJsonDocument::fromJson(changes.toUtf8()).array();
        for (const auto change : stated)
            list.append({change[u"path"_s].toString().toUtf8(), text(change[u"old"_s]), text(change[u"new"_s])});
        QCOMPARE(saved(person, {id, version, content, list}), why);
        QCOMPARE(m_database->value(u"SELECT count(*) FROM integration.payload"_s), why.isEmpty() ? u"2"_s : u"1"_s);
        QCOMPARE(m_database->value(u"SELECT count(*) FROM integration.audit_entry"_s), why.isEmpty() ? u"1"_s : u"0"_s);
        QCOMPARE(m_database->value(u"SELECT revision FROM integration.transaction"_s), why.isEmpty() ? u"2"_s : u"1"_s);
    }

    void contentIsOnlyForThoseWhoMayEditIt()
    {
        const qint64 id = failed(odd);
        Person viewer(m_server.as(m_database->settings(), u"vera"_s, {u"signalbox_viewer"_s}));
        const EditableMessage message = basis(viewer, id);
        QVERIFY(message.content.isEmpty());
        QCOMPARE(message.mayNot, u"that takes the role signalbox_support"_s);
        QVERIFY(!previewContent(message, "{}").isGood());
        QCOMPARE(basis(*m_sue, id).rules.mayNotEditRest, u"that takes the role signalbox_admin"_s);
        QCOMPARE(basis(*m_sue, id).rules.editable, (QStringList{u"/lines/*/sku"_s, u"/price"_s}));
        QVERIFY(waitFor(PgPayloadEditor(m_sue->runner).editable({77})).value().isEmpty());
        const auto unreasoned = waitFor(PgPayloadEditor(m_sue->runner).edit({}, u" "_s));
        QVERIFY(!unreasoned);
        QCOMPARE(unreasoned.error().kind, Failure::Invalid);
    }

    void manyAtOnceEachByItself()
    {
        QList<qint64> ids;
        for (int i = 0; i < 4; ++i)
            ids.append(submitted(R"({"lines": [{"sku": "A"}]})", u"k%1"_s.arg(i)));
        rejectAll();
        QList<PayloadEdit> edits;
        const JsonPatch patch = JsonPatch::read(R"([{"op": "replace", "path": "/lines/0/sku", "value": "B"}])").value();
        const auto found = waitFor(PgPayloadEditor(m_sue->runner).editable(ids));
        VERIFY_OUTCOME(found);
        for (const EditableMessage& message : found.value())
            edits.append(previewPatch(message, patch).edit());
        edits[2].version += 1;
        const auto results = waitFor(PgPayloadEditor(m_sue->runner).edit(edits, u"mapping"_s));
        VERIFY_OUTCOME(results);
        QStringList said;
        for (const ActionResult& result : results.value())
            said.append(QString::number(result.id) + u' ' + (result.done ? u"done"_s : result.why));
        QCOMPARE(said, (QStringList{u"1 done"_s, u"2 done"_s, u"3 changed since you looked"_s, u"4 done"_s}));
        QCOMPARE(m_database->value(u"SELECT count(*) FROM integration.audit_entry"_s), u"3"_s);
        edits.append(edits.constFirst());
        QCOMPARE(waitFor(PgPayloadEditor(m_sue->runner).edit(edits, u"twice"_s)).error().kind, Failure::Invalid);
    }

    void theServerFollowsEveryDifference()
    {
        Person admin(m_server.as(m_database->settings(), u"ada"_s, {u"signalbox_admin"_s}));
        RandomJson generate(7);
        RandomJson::Json value = generate.value();
        const qint64 id = failed(RandomJson::text(value));
        int changed = 0;
        for (int i = 0; i < 150; ++i) {
            RandomJson::Json next = value;
            for (int n = generate.below(4); n >= 0; --n)
                generate.mutate(next);
            const EditPreview preview = previewContent(basis(admin, id), RandomJson::text(next, generate.below(3)));
            if (preview.check.changes.isEmpty())
                continue;
            QVERIFY2(preview.isGood(), preview.content.constData());
            PayloadEdit less = preview.edit();
            less.changes.removeLast();
            QVERIFY(!saved(admin, less).isEmpty());
            QCOMPARE(saved(admin, preview.edit()), QString());
            value = next;
            ++changed;
        }
        QVERIFY(changed > 100);
    }

    void aFlowSaysWhatMayBeEdited()
    {
        for (const QString& wrong : {u"lines"_s, u"/a~2"_s, u"/a~"_s})
            QCOMPARE(
                m_database->refusal(
                    uR"(SELECT integration.put_flow('{"code": "x", "source_system": "shop", "target_system": "erp", "effect_class": "create",
                             "routes": [{"target": "erp"}], "editable": ["%1"]}'))"_s.arg(wrong)),
                u"22023"_s);
        putErp(*m_database, {}, editable({u"/a~1b"_s}));
        QCOMPARE(m_database->value(u"SELECT editable FROM integration.flow"_s), u"{/a~1b}"_s);
    }

private:
    static QJsonObject joined(QJsonObject one, const QJsonObject& other)
    {
        for (auto at = other.begin(); at != other.end(); ++at)
            one.insert(at.key(), at.value());
        return one;
    }

    qint64 submitted(const QByteArray& content, const QString& key = u"k"_s)
    {
        return m_database
            ->value(u"SELECT integration.submit('erp.post', $1, $1, $2)"_s, {key, QString::fromUtf8(content)})
            .toLongLong();
    }

    void rejectAll(bool unknown = false)
    {
        const QList<Claimed> claimed = m_relay->claim();
        m_relay->sending(claimed);
        QList<TryEnd> ends;
        for (const Claimed& one : claimed)
            ends.append(unknown ? TryEnd::timedOut(one) : TryEnd::rejected(one));
        m_relay->finish(ends);
    }

    qint64 failed(const QByteArray& content, bool unknown = false)
    {
        const qint64 id = submitted(content);
        rejectAll(unknown);
        return id;
    }

    static EditableMessage basis(Person& person, qint64 id)
    {
        const auto found = waitFor(PgPayloadEditor(person.runner).editable({id}));
        return found && !found.value().isEmpty() ? found.value().constFirst() : EditableMessage();
    }

    /// Why it was not; empty: it was.
    static QString saved(Person& person, const PayloadEdit& edit)
    {
        const auto results = waitFor(PgPayloadEditor(person.runner).edit({edit}, u"why not"_s));
        if (!results)
            return results.error().text;
        return results.value().size() == 1 ? results.value().constFirst().why : u"no answer"_s;
    }

    void replay(const QList<qint64>& ids)
    {
        const auto plan = waitFor(m_sue->gateway.previewReplay(QUuid::createUuid(), ids));
        VERIFY_OUTCOME(plan);
        VERIFY_OUTCOME(waitFor(m_sue->gateway.start(plan.value(), {u"edited"_s, {ReplayClass::Safe}})));
        m_relay->handOver();
    }

    TestServer m_server;
    std::unique_ptr<IntegrationDatabase> m_database;
    std::unique_ptr<FakeRelay> m_relay;
    std::unique_ptr<Person> m_sue;
};

SIGNALBOX_TEST(TestEdits)
#include "tst_edits.moc"
