// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/fingerprint.h"
#include "tests/support/testprogram.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

class TestFingerprint : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void replacesWhatDiffers_data();
    void replacesWhatDiffers();
    void aSecondPassChangesNothing();
    void isAtMost200CharactersLong();
    void groupsByFlowCodeAndCause();
    void staysTheSameFromVersionToVersion();
};

void TestFingerprint::replacesWhatDiffers_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const QString& message, const QString& expected) {
        QTest::newRow(name) << message << expected;
    };
    row("nothing", u""_s, u""_s);
    row("plain", u"Not everything can be mapped."_s, u"Not everything can be mapped."_s);
    row("spaces", u"  a \t\r\n  b\u00a0c  "_s, u"a b c"_s);
    row("control characters", QString(u"a\u0000\u0007b"_s), u"a b"_s);
    row("numbers", u"Material 1234 is not defined for sales org.1710, distr.chan.10, language EN"_s,
        u"Material <number> is not defined for sales org.<number>, distr.chan.<number>, language EN"_s);
    row("thousands", u"limit of 1,200,000 milliseconds over 300 seconds."_s,
        u"limit of <number> milliseconds over <number> seconds."_s);
    row("decimals and signs", u"diff -3.50 vs +4,25 (12%)"_s, u"diff <number> vs <number> (<number>%)"_s);
    row("number in an identifier", u"SO-10023 / INV10023 / SC_00007"_s, u"SO-<number> / INV<number> / SC_<number>"_s);
    row("other digits", u"\u0661\u0662 items"_s, u"<number> items"_s);
    row("uuid", u"id b5a0b7a2-1b1c-4F6E-9d4b-0a1b2c3d4e5f."_s, u"id <uuid>."_s);
    row("uuid in braces", u"{B5A0B7A2-1B1C-4F6E-9D4B-0A1B2C3D4E5F}"_s, u"{<uuid>}"_s);
    row("hexadecimal", u"tx 5f2a3c1e at 0xDEADBEEF"_s, u"tx <id> at <id>"_s);
    row("hexadecimal words", u"facade accede deadbeef"_s, u"facade accede deadbeef"_s);
    row("id of letters and digits", u"Charge ch_3LkDJ2eZvKYlo2C was refunded"_s, u"Charge ch_<id> was refunded"_s);
    row("tracking number", u"parcel 1Z999AA10123456784"_s, u"parcel <id>"_s);
    row("quotes", u"type 'SalesOrderLineV3Entity' or \"x y\" or \u201eab\u201c or \u00abq\u00bb"_s,
        u"type <text> or <text> or <text> or <text>"_s);
    row("apostrophes", u"The consumer isn't authorized; order's line"_s,
        u"The consumer isn't authorized; order's line"_s);
    row("quote with apostrophe", u"value 'it isn't' here"_s, u"value <text> here"_s);
    row("open quote", u"he said \"never"_s, u"he said \"never"_s);
    row("escaped quote", u"got \"a \\\" b\" there"_s, u"got <text> there"_s);
    row("json", u"{\"a\":\"b\",\"n\":12}"_s, u"{<text>:<text>,<text>:<number>}"_s);
    row("iso time", u"at 2026-11-03T14:02:11.123+01:00 failed"_s, u"at <time> failed"_s);
    row("iso time utc", u"2026-11-03 14:02:11Z"_s, u"<time>"_s);
    row("date", u"due 2026-11-03, 03.11.2026 or 11/3/26"_s, u"due <time>, <time> or <time>"_s);
    row("clock", u"until 14:02 or 14:02:11"_s, u"until <time> or <time>"_s);
    row("http date", u"Tue, 03 Nov 2026 14:02:11 GMT"_s, u"<time>"_s);
    row("date in words", u"since November 3, 2026 (3 Nov 2026)"_s, u"since <time> (<time>)"_s);
    row("words that begin like a month", u"Marked Sunday Market"_s, u"Marked Sunday Market"_s);
    row("version", u"release 1.2.3"_s, u"release <number>"_s);
    row("e-mail", u"customer jane.doe+x@mail.example.com, exists"_s, u"customer <email>, exists"_s);
    row("at sign", u"meet @home a@b"_s, u"meet @home a@b"_s);
    row("link", u"see https://api.example/v1/orders/17?x=1&y=%20#z."_s, u"see <url>."_s);
    row("link in brackets", u"(gid://shopify/Order/123)"_s, u"(<url>)"_s);
    row("www", u"www.example.com/a"_s, u"<url>"_s);
    row("ipv4", u"connect ECONNREFUSED 10.0.0.7:443"_s, u"connect ECONNREFUSED <ip>"_s);
    row("ipv6", u"connect 2001:db8::1 and [::1]:8080 or ::1"_s, u"connect <ip> and <ip> or <ip>"_s);
    row("colons", u"a::b std::string"_s, u"a::b std::string"_s);
    row("chinese", u"订单 12 失败"_s, u"订单 <number> 失败"_s);
    row("beyond the first plane", u"\U0001F600 5"_s, u"\U0001F600 <number>"_s);
}

void TestFingerprint::replacesWhatDiffers()
{
    QFETCH(QString, message);
    QFETCH(QString, expected);
    QCOMPARE(normalisedMessage(message), expected);
    QCOMPARE(normalisedMessage(expected), expected);
}

void TestFingerprint::aSecondPassChangesNothing()
{
    const QString alphabet = u"ab1f09 -:./@'\"<>[]TZ,+x\u201e\u201c(){}#%`\\MonJan"_s;
    QRandomGenerator random(4711);
    for (int i = 0; i < 20'000; ++i) {
        QString message;
        for (auto left = random.bounded(60); left > 0; --left)
            message += alphabet[random.bounded(alphabet.size())];
        const QString once = normalisedMessage(message);
        if (normalisedMessage(once) != once) // the loop is too long for a QCOMPARE of each
            QCOMPARE(normalisedMessage(once) + u" of "_s + message, once);
    }
}

void TestFingerprint::isAtMost200CharactersLong()
{
    QCOMPARE(normalisedMessage(QString(100'000, u'x')), QString(200, u'x'));
    QCOMPARE(normalisedMessage(QString(100'000, u' ')), QString());
    QCOMPARE(normalisedMessage(QString(QString(199, u'x') + u" 12"_s)), QString(199, u'x')); // no placeholder is cut
    QCOMPARE(normalisedMessage(QString(QString(199, u'.') + u"\U0001F600"_s)), QString(199, u'.')); // nor a character
    QCOMPARE(normalisedMessage(QString(QString(QChar(0xd83d)) + u'a')), u"a"_s); // half a character
}

void TestFingerprint::groupsByFlowCodeAndCause()
{
    const auto of
        = [](QStringView flow, QStringView code, QStringView message) { return fingerprint(flow, code, message); };
    QCOMPARE(of(u"f", u"c", u"Order 1 is locked"), of(u"f", u"c", u"Order  2 is locked"));
    QVERIFY(of(u"f", u"c", u"Order 1 is locked") != of(u"f", u"c", u"Order 1 is gone"));
    QVERIFY(of(u"f", u"c", u"m") != of(u"g", u"c", u"m"));
    QVERIFY(of(u"f", u"c", u"m") != of(u"f", u"d", u"m"));
    QVERIFY(of(u"fc", u"", u"m") != of(u"f", u"c", u"m"));
    QCOMPARE(of(u"", u"", u"").size(), 32);
}

void TestFingerprint::staysTheSameFromVersionToVersion()
{
    // kept in databases: a change here would open every known problem again as a new one
    QCOMPARE(fingerprint(u"shop.order → erp.sales_order", u"VL/045", u"The sales order 4711 is locked by 'MILLER'"),
        QByteArray("6b2a43752fec90fcb2e278a05748bbd8"));
}

SIGNALBOX_TEST(TestFingerprint)
#include "tst_fingerprint.moc"
