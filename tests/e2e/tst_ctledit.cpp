// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/ctlrunner.h"
#include "tests/support/fakerelay.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {

/// Every byte of it matters.
const QByteArray odd
    = "{\"id\" : 12345678901234567890,\"price\":1.10, \"huge\": 1e400, \"same\": 1, \"same\":2, \"sku\":\"A\" }";
const QString toB = u"[{\"op\": \"replace\", \"path\": \"/sku\", \"value\": \"B\"}]"_s;

} // namespace

/// signalboxctl edit: the real program against a real server and a relay without HTTP.
class TestCtlEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { SIGNALBOX_REQUIRE(m_server); }

    void init()
    {
        m_sent = 0;
        m_runner = std::make_unique<CtlRunner>();
        m_settings = m_server.freshDatabase();
        m_database = std::make_unique<IntegrationDatabase>(m_settings);
        m_relay = std::make_unique<FakeRelay>(m_settings, u"A"_s);
        putErp(*m_database, {}, {{u"editable"_s, QJsonArray{u"/sku"_s}}});
    }

    void showsWhatWouldChange()
    {
        fail(odd, 2);
        const Ran dry = ctl({u"edit"_s, u"1"_s, u"2"_s, u"--patch"_s, toB, u"--dry-run"_s});
        VERIFY_CODE(dry, 0);
        VERIFY_CONTAINS(dry.out, u"Exception 2, Orders to the ERP\n  /sku: \"A\" \u2192 \"B\"\n2 of 2 can be saved."_s);
        QCOMPARE(m_database->value(u"SELECT count(*) FROM integration.payload"_s), u"2"_s);
        const Ran json = ctl({u"edit"_s, u"1"_s, u"--patch"_s, toB, u"--dry-run"_s, u"--json"_s});
        const QJsonObject one = json.json().value(u"edits"_s).toArray().at(0).toObject();
        QCOMPARE(one.value(u"valid"_s).toBool(), true);
        QCOMPARE(one.value(u"done"_s).toBool(true), false);
        QCOMPARE(one.value(u"changes"_s).toArray().at(0).toObject(),
            (QJsonObject{{u"path"_s, u"/sku"_s}, {u"old"_s, u"\"A\""_s}, {u"new"_s, u"\"B\""_s}}));
    }

    void savesManyInPortions()
    {
        fail(odd, 1001);
        m_database->run(u"UPDATE integration.transaction SET error_effect = 'unknown' WHERE id = 700"_s);
        const Ran ran = ctl(
            {u"edit"_s, u"--matching"_s, QString(), u"--patch"_s, toB, u"--reason"_s, u"wrong SKU"_s, u"--yes"_s});
        VERIFY_CODE(ran, 1);
        VERIFY_CONTAINS(ran.out, u"1000 of 1001 can be saved."_s);
        VERIFY_CONTAINS(ran.out, u"1000 edits saved."_s);
        QCOMPARE(m_database->value(u"SELECT count(*) FROM integration.payload WHERE revision = 2"_s), u"1000"_s);
        QCOMPARE(m_database->value(u"SELECT count(*) FROM integration.audit_entry WHERE action = 'edit'"_s), u"1000"_s);
    }

    void savesAndSendsToTheByte()
    {
        fail(odd, 1);
        const Ran ran
            = ctl({u"edit"_s, u"1"_s, u"--patch"_s, toB, u"--reason"_s, u"wrong SKU"_s, u"--yes"_s, u"--replay"_s});
        VERIFY_CODE(ran, 0);
        VERIFY_CONTAINS(ran.out, u"1 edit saved."_s);
        VERIFY_CONTAINS(ran.out, u"Operation 1 has been started."_s);
        const QList<Claimed> claimed = m_relay->claim();
        QCOMPARE(claimed.size(), 1);
        QCOMPARE(claimed.at(0).content.toUtf8(), QByteArray(odd).replace("\"A\"", "\"B\""));
        QCOMPARE(claimed.at(0).idempotencyKey, u"k1/edit-2"_s);
        m_relay->finish({TryEnd::delivered(claimed.at(0))});
        VERIFY_CODE(ctl({u"audit"_s, u"verify"_s}), 0);
    }

    void saysWhatHelpedAndWhatIsDifferent()
    {
        savesAndSendsToTheByte();
        fail(odd, 1);
        const Ran shown = ctl({u"exception"_s, u"2"_s});
        VERIFY_CODE(shown, 0);
        VERIFY_CONTAINS(shown.out, u"What helped before\n  Edit of /sku, then replay: 1 of 1 worked\n"_s);
        VERIFY_CONTAINS(shown.out, u"Different from message 1, which was delivered\n  /sku: \"B\" \u2192 \"A\"\n"_s);
        VERIFY_CONTAINS(shown.out, QString::fromUtf8(odd));
        const QJsonObject hints = ctl({u"exception"_s, u"2"_s, u"--json"_s}).json().value(u"hints"_s).toObject();
        QCOMPARE(hints.value(u"nearestDelivered"_s).toInt(), 1);
        QCOMPARE(hints.value(u"helped"_s).toArray().at(0).toObject().value(u"worked"_s).toInt(), 1);
    }

    void aWholePayloadFromAFile()
    {
        fail(odd, 1);
        const QByteArray content = QByteArray(odd).replace("\"A\"", "\"\xc3\x84\"");
        const QString file = m_runner->write(u"payload.json"_s, content);
        VERIFY_CODE(ctl({u"edit"_s, u"1"_s, u"--payload"_s, file, u"--reason"_s, u"x"_s, u"--yes"_s}), 0);
        QCOMPARE(m_database->value(u"SELECT content FROM integration.payload WHERE revision = 2"_s).toUtf8(), content);
        const QString patch = m_runner->write(u"patch.json"_s, toB.toUtf8());
        VERIFY_CODE(ctl({u"edit"_s, u"1"_s, u"--patch"_s, patch, u"--reason"_s, u"x"_s, u"--yes"_s}), 0);
        VERIFY_CODE(ctl({u"edit"_s, u"1"_s, u"--patch"_s, u"-"_s, u"--dry-run"_s}, "[]"), 1);
    }

    void refuses_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing to do") << QStringList{} << 2 << u"Say what to change"_s;
        QTest::newRow("both") << QStringList{u"--patch"_s, toB, u"--payload"_s, u"x"_s} << 2 << u"Say what to change"_s;
        QTest::newRow("no reason") << QStringList{u"--patch"_s, toB, u"--yes"_s} << 2 << u"needs a reason"_s;
        QTest::newRow("nobody to ask") << QStringList{u"--patch"_s, toB, u"--reason"_s, u"x"_s} << 2 << u"--yes"_s;
        QTest::newRow("no file") << QStringList{u"--patch"_s, u"none.json"_s, u"--dry-run"_s} << 1
                                 << u"none.json cannot be read"_s;
        QTest::newRow("no patch") << QStringList{u"--patch"_s, u"[{}]"_s, u"--dry-run"_s} << 1
                                  << u"Step 1 of the patch: \"op\" is missing"_s;
        QTest::newRow("another field")
            << QStringList{u"--patch"_s, u"[{\"op\": \"remove\", \"path\": \"/price\"}]"_s, u"--dry-run"_s} << 1
            << u"wrong: /price: this field may not be edited here: that takes the role signalbox_admin"_s;
        QTest::newRow("a key twice") << QStringList{u"--patch"_s, u"[{\"op\": \"remove\", \"path\": \"/same\"}]"_s,
            u"--dry-run"_s} << 1 << u"The key \"same\" comes more than once"_s;
        QTest::newRow("the same") << QStringList{u"--patch"_s,
            u"[{\"op\": \"test\", \"path\": \"/price\", \"value\": 1.1}]"_s, u"--dry-run"_s}
                                  << 1 << u"cannot be edited: nothing is changed"_s;
    }

    void refuses()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QString, text);
        fail(odd, 1);
        const Ran ran = m_runner->run(
            QStringList{u"--db"_s, CtlRunner::uri(m_server.as(m_settings, u"sue"_s, {u"signalbox_support"_s})),
                u"edit"_s, u"1"_s}
            + arguments);
        VERIFY_CODE(ran, code);
        VERIFY_CONTAINS(ran.out + ran.err, text);
        QCOMPARE(m_database->value(u"SELECT count(*) FROM integration.payload"_s), u"1"_s);
    }

private:
    Ran ctl(const QStringList& arguments, const QByteArray& input = {}) const
    {
        return m_runner->run(QStringList{u"--db"_s, CtlRunner::uri(m_settings)} + arguments, input);
    }

    void fail(const QByteArray& content, int count)
    {
        for (int i = 0; i < count; ++i)
            m_database->value(u"SELECT integration.submit('erp.post', $1, $1, $2)"_s,
                {u"k%1"_s.arg(++m_sent), QString::fromUtf8(content)});
        QList<TryEnd> ends;
        for (const Claimed& claimed : m_relay->claim(count))
            ends.append(TryEnd::rejected(claimed));
        m_relay->finish(ends);
    }

    TestServer m_server;
    ConnectionSettings m_settings;
    std::unique_ptr<CtlRunner> m_runner;
    std::unique_ptr<IntegrationDatabase> m_database;
    std::unique_ptr<FakeRelay> m_relay;
    int m_sent = 0;
};

SIGNALBOX_TEST(TestCtlEdit)
#include "tst_ctledit.moc"
