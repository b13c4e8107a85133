// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/jsontext.h"
#include "tests/support/testprogram.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// Everything but the white space outside of strings.
QString essence(const QString& text)
{
    QString all;
    const auto tokens = jsonTokens(text);
    for (const JsonToken& token : tokens)
        all += QStringView(text).mid(token.start, token.length);
    return all;
}

QString randomValue(QRandomGenerator& random, int depth)
{
    switch (random.bounded(depth > 3 ? 4 : 6)) {
    case 0:
        return QString::number(random.generate64()) + u'.' + QString::number(random.generate()) + u"00"_s;
    case 1:
        return u"\"a\\\"b\\\\ {[,:\u00e9 \\u0041\""_s;
    case 2:
        return u"-0.0e+17"_s;
    case 3:
        return random.bounded(2) ? u"null"_s : u"true"_s;
    case 4: {
        QStringList members;
        for (int i = random.bounded(4); i > 0; --i)
            members.append(u"\"k%1\" : "_s.arg(i) + randomValue(random, depth + 1));
        return u"{ "_s + members.join(u" ,"_s) + u" }"_s;
    }
    default: {
        QStringList values;
        for (int i = random.bounded(4); i > 0; --i)
            values.append(randomValue(random, depth + 1));
        return u"[ "_s + values.join(u",\t"_s) + u"\n]"_s;
    }
    }
}

} // namespace

class TestJsonText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsKeysFromStrings();
    void laysOut_data();
    void laysOut();
    void keepsEveryCharacterOfEveryToken();
    void leavesAloneWhatIsNoJson();
    void laysOutWhatWasCutOff();
    void namesThePath_data();
    void namesThePath();
};

void TestJsonText::tellsKeysFromStrings()
{
    using Kind = JsonToken::Kind;
    const QString text = u"{\"a\": \"b\", \"c\": [1, true]}"_s;
    QList<Kind> kinds;
    const auto tokens = jsonTokens(text);
    for (const JsonToken& token : tokens)
        kinds.append(token.kind);
    QCOMPARE(kinds,
        (QList<Kind>{Kind::Open, Kind::Key, Kind::Colon, Kind::String, Kind::Comma, Kind::Key, Kind::Colon, Kind::Open,
            Kind::Number, Kind::Comma, Kind::Literal, Kind::Close, Kind::Close}));
}

void TestJsonText::laysOut_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("number") << u"1.2300"_s << u"1.2300"_s;
    QTest::newRow("empty object") << u"{}"_s << u"{}"_s;
    QTest::newRow("empty list inside") << u"{\"a\":[ ]}"_s << u"{\n  \"a\": []\n}"_s;
    QTest::newRow("digits are kept") << u"{\"id\":9007199254740993,\"x\":1e400,\"y\":0.10}"_s
                                     << u"{\n  \"id\": 9007199254740993,\n  \"x\": 1e400,\n  \"y\": 0.10\n}"_s;
    QTest::newRow("nested") << u"[{\"a\":1},2]"_s << u"[\n  {\n    \"a\": 1\n  },\n  2\n]"_s;
    QTest::newRow("brackets in strings") << u"[\"{\",\"\\\"]\"]"_s << u"[\n  \"{\",\n  \"\\\"]\"\n]"_s;
    QTest::newRow("again") << u"{\n  \"a\": []\n}"_s << u"{\n  \"a\": []\n}"_s;
}

void TestJsonText::laysOut()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    QCOMPARE(indentedJson(text), expected);
}

void TestJsonText::keepsEveryCharacterOfEveryToken()
{
    QRandomGenerator random(4711);
    for (int i = 0; i < 500; ++i) {
        const QString text = randomValue(random, 0);
        const QString laidOut = indentedJson(text);
        QCOMPARE(essence(laidOut), essence(text));
        QCOMPARE(indentedJson(laidOut), laidOut);
    }
}

void TestJsonText::leavesAloneWhatIsNoJson()
{
    const QString text = u"<xml a=\"1\"> {not: json} </xml>"_s;
    QCOMPARE(indentedJson(text), text);
}

void TestJsonText::laysOutWhatWasCutOff()
{
    QCOMPARE(indentedJson(u"{\"a\":1,\"b\":[2,\"thr"_s), u"{\n  \"a\": 1,\n  \"b\": [\n    2,\n    \"thr"_s);
    QCOMPARE(indentedJson(u"{\"a\":tru"_s), u"{\n  \"a\": tru"_s);
    QCOMPARE(indentedJson(u"]]"_s), u"\n]\n]"_s);
}

void TestJsonText::namesThePath_data()
{
    QTest::addColumn<QString>("at"); // the place is marked by |
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing") << u"|"_s << u"$"_s;
    QTest::newRow("whole") << u"|{\"a\": 1}"_s << u"$"_s;
    QTest::newRow("key") << u"{\"|a\": 1}"_s << u"$.a"_s;
    QTest::newRow("value") << u"{\"a\": |1}"_s << u"$.a"_s;
    QTest::newRow("deeper") << u"{\"order\": {\"total\": \"1|3\"}}"_s << u"$.order.total"_s;
    QTest::newRow("object itself") << u"{\"order\": |{\"total\": 1}}"_s << u"$.order"_s;
    QTest::newRow("object's end") << u"{\"order\": {\"total\": 1|}}"_s << u"$.order"_s;
    QTest::newRow("after it") << u"{\"order\": {\"total\": 1}, \"b|\": 2}"_s << u"$.b"_s;
    QTest::newRow("list") << u"{\"lines\": [{\"sku\": \"A\"}, {\"sku\": \"|B\"}]}"_s << u"$.lines[1].sku"_s;
    QTest::newRow("list of lists") << u"[[1, 2], [3, |4]]"_s << u"$[1][1]"_s;
    QTest::newRow("odd key") << u"{\"a b\": |1}"_s << u"$[\"a b\"]"_s;
    QTest::newRow("digits first") << u"{\"1a\": |1}"_s << u"$[\"1a\"]"_s;
    QTest::newRow("brackets in a string") << u"{\"a\": \"[{\", \"b\": |1}"_s << u"$.b"_s;
}

void TestJsonText::namesThePath()
{
    QFETCH(QString, at);
    QFETCH(const QString, expected);
    const auto place = at.indexOf(u'|');
    at.remove(place, 1);
    QCOMPARE(jsonPathAt(at, place), expected);
}

SIGNALBOX_TEST(TestJsonText)
#include "tst_jsontext.moc"
