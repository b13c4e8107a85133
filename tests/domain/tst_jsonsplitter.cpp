// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/jsonsplitter.h"
#include "tests/support/testprogram.h"

#include <QBuffer>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

class TestJsonSplitter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void acceptsJson_data();
    void acceptsJson();
    void refuses_data();
    void refuses();
    void wantsMore_data();
    void wantsMore();
    void splitsEveryForm_data();
    void splitsEveryForm();
    void keepsEveryByte();
    void tellsWhereItemsAre();
    void reportsWhatIsBroken_data();
    void reportsWhatIsBroken();
    void goesOnAfterSomethingTooLarge_data();
    void goesOnAfterSomethingTooLarge();
    void readsFromASlowDevice();
    void saysWhenTheDeviceFails();
    void losesNothingGoodToRandomDamage_data();
    void losesNothingGoodToRandomDamage();
    void survivesNoise_data();
    void survivesNoise();
};

namespace {

QList<JsonItem> split(const QByteArray& text)
{
    QBuffer buffer;
    buffer.setData(text);
    buffer.open(QIODevice::ReadOnly);
    JsonSplitter splitter(buffer);
    QList<JsonItem> items;
    while (const auto item = splitter.next())
        items.append(*item);
    return items;
}

/// Good items as they are, broken ones as "! what is wrong".
QStringList inWords(const QList<JsonItem>& items)
{
    QStringList words;
    for (const JsonItem& item : items)
        words.append(item.isGood() ? QString::fromUtf8(item.json) : u"! "_s + item.mistakeWithPlace());
    return words;
}

/// Hands out a few bytes at a time, as a pipe does.
class SlowDevice : public QIODevice
{
public:
    SlowDevice(QByteArray text, qint64 atOnce, qint64 failAt = -1)
        : m_text(std::move(text))
        , m_atOnce(atOnce)
        , m_failAt(failAt)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char* data, qint64 most) override
    {
        if (m_failAt >= 0 && m_passed >= m_failAt) {
            setErrorString(u"the cable is cut"_s);
            return -1;
        }
        const qint64 count = std::min({most, m_atOnce, qint64{m_text.size()} - m_passed});
        std::copy_n(m_text.constData() + m_passed, count, data);
        m_passed += count;
        return count;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    QByteArray m_text;
    qint64 m_atOnce;
    qint64 m_failAt;
    qint64 m_passed = 0;
};

} // namespace

void TestJsonSplitter::acceptsJson_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const char* json : {"{}", "[]", "\"\"", "0", "-0", "1.5e-300", "1E9999", "true", "false", "null", " [1 , 2]",
             R"({"a":{"a":[{"a":1}]}})", R"("\u00e4\ud83d\ude00\"\\\/\b\f\n\r\t")",
             "\"gr\xc3\xbc\xc3\x9f\xf0\x9f\x98\x80\"", R"({"A":1,"a":2})", R"([{"k":1},{"k":2}])",
             "123456789012345678901234567890.123456789"})
        QTest::newRow(json) << QByteArray(json);
    QTest::newRow("200 deep") << QByteArray(200, '[') + QByteArray(200, ']');
    QTest::newRow("last code point") << QByteArray("\"\xf4\x8f\xbf\xbf\"");
    QByteArray many = "{";
    for (int i = 0; i < 50000; ++i)
        many += '"' + QByteArray::number(i) + "\":0,";
    QTest::newRow("many keys") << QByteArray(many + "\"last\":0}");
}

void TestJsonSplitter::acceptsJson()
{
    QFETCH(QByteArray, json);
    JsonScanner scanner;
    const auto result = scanner.scan(json, 0);
    QVERIFY2(result == JsonScanner::Result::Complete, qPrintable(scanner.mistake()));
    QCOMPARE(scanner.position(), json.size());
}

void TestJsonSplitter::refuses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<qsizetype>("position");
    QTest::addColumn<QString>("mistake");
    const auto row = [](const char* json, qsizetype position, QStringView mistake) {
        QTest::newRow(json) << QByteArray(json) << position << mistake.toString();
    };
    row("nope", 0, u"'n' where a value should be");
    row("{a:1}", 1, u"'a' where a key in double quotes should be");
    row("{\"a\" 1}", 5, u"'1' where ':' should be");
    row("{\"a\":1 \"b\":2}", 7, u"'\"' where ',' or '}' should be");
    row("{\"a\":1,}", 7, u"'}' where a key in double quotes should be");
    row("[1,]", 3, u"']' where a value should be");
    row("[1 2]", 3, u"'2' where ',' or ']' should be");
    row("[01]", 1, u"leading zero");
    row("[1.]", 3, u"']' where a digit should be");
    row("[-]", 2, u"']' where a digit should be");
    row("[+1]", 1, u"'+' where a value should be");
    row("[1e]", 3, u"']' where a digit should be");
    row("[1e10000]", 1, u"too many digits");
    row("[NaN]", 1, u"'N' where a value should be");
    row("[trUe]", 1, u"'t' where a value should be");
    row("['a']", 1, u"''' where a value should be");
    row("[\"\\x\"]", 2, u"no such escape");
    row("[\"\\u12G4\"]", 6, u"four hexadecimal digits");
    row("[\"\\u0000\"]", 2, u"NUL");
    row("[\"\\ud83d\"]", 2, u"half of a surrogate pair");
    row("[\"\\ud83dx\"]", 2, u"half of a surrogate pair");
    row("[\"\\ud83d\\u0041\"]", 2, u"half of a surrogate pair");
    row("[\"\\ude00\"]", 2, u"half of a surrogate pair");
    row("[\"a\nb\"]", 3, u"not closed before the end of its line");
    row("[\"a\tb\"]", 3, u"control character (0x09)");
    row("[\"\xff\"]", 2, u"no valid UTF-8 (byte 0xff)");
    row("[\"\xc3(\"]", 2, u"no valid UTF-8 (byte 0xc3)");
    row("[\"\xc0\xaf\"]", 2, u"no valid UTF-8"); // overlong
    row("[\"\xe0\x80\xaf\"]", 2, u"no valid UTF-8"); // overlong
    row("[\"\xed\xa0\x80\"]", 2, u"no valid UTF-8"); // surrogate
    row("[\"\xf4\x90\x80\x80\"]", 2, u"no valid UTF-8"); // past U+10FFFF
    row("[\x01]", 1, u"0x01 where a value should be");
    row("{\"a\":1,\"b\":2,\"a\":3}", 13, u"the key \"a\" a second time");
    row("{\"x\":{\"a\":1,\"\\u0061\":2}}", 12, u"the key \"a\" a second time");
    row("{\"\":1,\"\":2}", 6, u"the key \"\" a second time");
    QTest::newRow("NUL byte") << QByteArray("[\"a\0b\"]", 7) << qsizetype{3} << u"NUL"_s;
    QTest::newRow("too deep") << QByteArray(300, '[') << qsizetype{201} << u"nested more than 200 deep"_s;
    QTest::newRow("too many digits") << QByteArray(20000, '1') + " " << qsizetype{0} << u"too many digits"_s;
}

void TestJsonSplitter::refuses()
{
    QFETCH(QByteArray, json);
    QFETCH(qsizetype, position);
    QFETCH(QString, mistake);
    JsonScanner scanner;
    QVERIFY(scanner.scan(json, 0) == JsonScanner::Result::Mistake);
    QVERIFY2(scanner.mistake().contains(mistake), qPrintable(scanner.mistake()));
    QCOMPARE(scanner.position(), position);
}

void TestJsonSplitter::wantsMore_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    // every beginning of a value is incomplete, never wrong
    const QByteArray whole
        = "{\"gr\xc3\xbc\xc3\x9f\":[1.5e+3,true,null,\"\\u00e4\\ud83d\\ude00\xf0\x9f\x98\x80\"],\"b\":-1}";
    for (qsizetype i = 1; i < whole.size(); ++i)
        QTest::addRow("first %d bytes", static_cast<int>(i)) << whole.first(i);
}

void TestJsonSplitter::wantsMore()
{
    QFETCH(QByteArray, json);
    JsonScanner scanner;
    QVERIFY2(scanner.scan(json, 0) == JsonScanner::Result::Incomplete, qPrintable(scanner.mistake()));
}

void TestJsonSplitter::splitsEveryForm_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("items");
    const QStringList two{u"{\"a\":1}"_s, u"{\"b\": 2}"_s};
    QTest::newRow("nothing") << QByteArray() << QStringList();
    QTest::newRow("only space") << QByteArray(" \r\n\t\n") << QStringList();
    QTest::newRow("one event") << QByteArray("{\"a\":1}") << QStringList(u"{\"a\":1}"_s);
    QTest::newRow("one event over lines") << QByteArray("{\n  \"a\": 1\n}\n") << QStringList(u"{\n  \"a\": 1\n}"_s);
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf{\"a\":1}") << QStringList(u"{\"a\":1}"_s);
    QTest::newRow("lines") << QByteArray("{\"a\":1}\n{\"b\": 2}\n") << two;
    QTest::newRow("lines of Windows, blank ones too") << QByteArray("{\"a\":1}\r\n\r\n{\"b\": 2}\r\n") << two;
    QTest::newRow("last line without its end") << QByteArray("{\"a\":1}\n{\"b\": 2}") << two;
    QTest::newRow("one behind the other") << QByteArray("{\"a\":1}{\"b\": 2}") << two;
    QTest::newRow("array") << QByteArray("[{\"a\":1},{\"b\": 2}]") << two;
    QTest::newRow("array over lines") << QByteArray("[\n  {\"a\":1},\n  {\"b\": 2}\n]\n") << two;
    QTest::newRow("empty array") << QByteArray("[ ]") << QStringList();
    QTest::newRow("two arrays") << QByteArray("[{\"a\":1}]\n[{\"b\": 2}]") << two;
    QTest::newRow("batch") << QByteArray("{\"events\":[{\"a\":1},{\"b\": 2}]}") << two;
    QTest::newRow("batch with more in it")
        << QByteArray("{ \"sent\": 5, \"events\" : [ {\"a\":1} , {\"b\": 2} ], \"to\": {\"x\": [\"}\"]} }") << two;
    QTest::newRow("batch with more behind") << QByteArray("{\"events\":[{\"a\":1}],\"to\":\"y\"}\n{\"b\": 2}") << two;
    QTest::newRow("empty batch") << QByteArray("{\"events\":[]}") << QStringList();
    QTest::newRow("an event whose data has events") << QByteArray("{\"specversion\":\"1.0\",\"events\":[1]}")
                                                    << QStringList(u"{\"specversion\":\"1.0\",\"events\":[1]}"_s);
    QTest::newRow("events that is no list") << QByteArray("{\"events\":{}}") << QStringList(u"{\"events\":{}}"_s);
}

void TestJsonSplitter::splitsEveryForm()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, items);
    QCOMPARE(inWords(split(text)), items);
}

void TestJsonSplitter::keepsEveryByte()
{
    const QByteArray odd
        = "{ \"n\" : 1.00000000000000000000000000000000001e+02,\t\"id\":12345678901234567890, \"s\":\"\\u00e4\\/\" }";
    const QList<JsonItem> items = split("[" + odd + ",\n" + odd + "]");
    QCOMPARE(items.size(), 2);
    QCOMPARE(items[0].json, odd);
    QCOMPARE(items[1].json, odd);
}

void TestJsonSplitter::tellsWhereItemsAre()
{
    const QByteArray text = "[{\"a\":\"\xc3\xa4\"}, {\"b\":2},\n   {\"c\":3}]";
    const QList<JsonItem> items = split(text);
    QCOMPARE(items.size(), 3);
    for (qsizetype i = 0; i < items.size(); ++i) {
        QCOMPARE(items[i].index, qint64{i});
        QCOMPARE(text.sliced(items[i].offset, items[i].size), items[i].json);
    }
    QVERIFY(items[0].place == (TextPlace{1, 2}));
    QVERIFY(items[1].place == (TextPlace{1, 13})); // a column is a character, not a byte
    QVERIFY(items[2].place == (TextPlace{2, 4}));
}

void TestJsonSplitter::reportsWhatIsBroken_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("items");
    const QString a = u"{\"a\":1}"_s;
    const QString b = u"{\"b\":2}"_s;
    QTest::newRow("a word") << QByteArray("hello\n{\"a\":1}")
                            << QStringList({u"! line 1, column 1: 'h' where an event in { } should begin"_s, a});
    QTest::newRow("a broken line") << QByteArray("{\"a\":1}\n{\"x\":nope}\n{\"b\":2}")
                                   << QStringList({a, u"! line 2, column 6: 'n' where a value should be"_s, b});
    QTest::newRow("the first line broken") << QByteArray("{\"x\":nope}\n{\"b\":2}")
                                           << QStringList({u"! line 1, column 6: 'n' where a value should be"_s, b});
    QTest::newRow("a broken line with an object within")
        << QByteArray("{\"a\":1}\n{\"x\":nope,\"data\":{}}\n{\"b\":2}")
        << QStringList({a, u"! line 2, column 6: 'n' where a value should be"_s, b});
    QTest::newRow("a broken line with an object before the mistake")
        << QByteArray("{\"a\":1}\n{\"data\":{\"y\":{}},\"x\":nope}\n{\"b\":2}")
        << QStringList({a, u"! line 2, column 22: 'n' where a value should be"_s, b});
    QTest::newRow("a broken element with an object within")
        << QByteArray("[{\"a\":1},{\"x\":nope,\"data\":{}},{\"b\":2}]")
        << QStringList({a, u"! line 1, column 15: 'n' where a value should be"_s, b});
    QTest::newRow("a line that is not closed")
        << QByteArray("{\"a\":1}\n{\"x\":{\"y\":1}\n{\"b\":2}")
        << QStringList({a, u"! line 2, column 13: ends before it is closed"_s, b});
    QTest::newRow("the first line not closed") << QByteArray(
        "{\"x\":\n{\"b\":2}\n{\"a\":1}") << QStringList({u"! line 1, column 6: ends before it is closed"_s, b, a});
    QTest::newRow("a line that is closed by the next one")
        << QByteArray("{\"a\":1}\n{\"x\":\n{\"b\":2}\n}\n{\"a\":1}")
        << QStringList({a, u"! line 2, column 6: ends before it is closed"_s, b,
               u"! line 4, column 1: '}' where an event in { } should begin"_s, a});
    QTest::newRow("a text over two lines")
        << QByteArray("{\"a\":1}\n{\"x\":\"y\n{\"b\":2}")
        << QStringList({a, u"! line 2, column 8: a text that is not closed before the end of its line"_s, b});
    QTest::newRow("the last line cut off")
        << QByteArray("{\"a\":1}\n{\"b\":2}\n{\"x\":\"y")
        << QStringList({a, b, u"! line 3, column 8: ends in the middle of a value"_s});
    QTest::newRow("a key twice") << QByteArray("[{\"a\":1},{\"k\":1,\"k\":2},{\"b\":2}]")
                                 << QStringList(
                                        {a, u"! line 1, column 17: the key \"k\" a second time in one object"_s, b});
    QTest::newRow("no object in an array")
        << QByteArray("[{\"a\":1}, 5, {\"b\":2}]")
        << QStringList({a, u"! line 1, column 11: an event must be an object in { }"_s, b});
    QTest::newRow("a word in an array") << QByteArray("[{\"a\":1}, nope, {\"b\":2}]")
                                        << QStringList({a, u"! line 1, column 11: 'n' where a value should be"_s, b});
    QTest::newRow("wrong inside of an element")
        << QByteArray("[{\"a\":1},{\"x\":[1,}],\"s\":\"}{\"},{\"b\":2}]")
        << QStringList({a, u"! line 1, column 18: '}' where a value should be"_s, b});
    QTest::newRow("no valid UTF-8") << QByteArray("[{\"a\":1},{\"x\":\"\xff\"},{\"b\":2}]")
                                    << QStringList({a, u"! line 1, column 16: no valid UTF-8 (byte 0xff)"_s, b});
    QTest::newRow("NUL") << QByteArray("[{\"a\":1},{\"x\":\"\\u0000\"},{\"b\":2}]")
                         << QStringList({a, u"! line 1, column 16: a NUL character, which cannot be stored"_s, b});
    QTest::newRow("a comma too many") << QByteArray("[{\"a\":1},,{\"b\":2}]")
                                      << QStringList(
                                             {a, u"! line 1, column 10: ',' where an event in { } should begin"_s, b});
    QTest::newRow("a comma behind the last") << QByteArray("[{\"a\":1},{\"b\":2},]") << QStringList({a, b});
    QTest::newRow("a comma missing") << QByteArray("[{\"a\":1} {\"b\":2}]")
                                     << QStringList({a, u"! line 1, column 10: '{' where ',' or ']' belongs"_s, b});
    QTest::newRow("a brace too many") << QByteArray("[{\"a\":1}},{\"b\":2}]")
                                      << QStringList({a, u"! line 1, column 9: '}' where ',' or ']' belongs"_s, b});
    QTest::newRow("a brace missing, one element per line")
        << QByteArray("[\n {\"x\":{\"y\":1},\n {\"a\":1},\n {\"b\":2}\n]")
        << QStringList({u"! line 2, column 14: ends before it is closed"_s, a, b});
    QTest::newRow("a brace missing, all in one line")
        << QByteArray("[{\"x\":1,{\"specversion\":1},{\"specversion\":2}]")
        << QStringList(
               {u"! line 1, column 8: ends before it is closed"_s, u"{\"specversion\":1}"_s, u"{\"specversion\":2}"_s});
    QTest::newRow("a quote missing, all in one line")
        << QByteArray("[{\"x\":\"y,\"z\":\"1\"},{\"specversion\":1},{\"specversion\":2}]")
        << QStringList({u"! line 1, column 11: 'z' where ',' or '}' should be"_s, u"{\"specversion\":1}"_s,
               u"{\"specversion\":2}"_s});
    QTest::newRow("an array cut off") << QByteArray("[{\"a\":1},{\"b\":2}")
                                      << QStringList({a, b,
                                             u"! line 1, column 17: the list of events ends before it is closed"_s});
    QTest::newRow("an array cut off inside of an element") << QByteArray(
        "[{\"a\":1},{\"x\":") << QStringList({a, u"! line 1, column 15: ends in the middle of a value"_s});
    QTest::newRow("an array that ends too early")
        << QByteArray("[{\"a\":1}],\n{\"b\":2}]")
        << QStringList({a, u"! line 1, column 10: ',' where an event in { } should begin"_s, b,
               u"! line 2, column 8: ']' where an event in { } should begin"_s});
}

void TestJsonSplitter::reportsWhatIsBroken()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, items);
    QCOMPARE(inWords(split(text)), items);
}

void TestJsonSplitter::goesOnAfterSomethingTooLarge_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("between");
    QTest::addColumn<QByteArray>("behind");
    QTest::newRow("lines") << QByteArray() << QByteArray("\n") << QByteArray("\n");
    QTest::newRow("array") << QByteArray("[") << QByteArray(",") << QByteArray("]");
    QTest::newRow("batch") << QByteArray("{\"events\":[") << QByteArray(",\n") << QByteArray("]}");
}

void TestJsonSplitter::goesOnAfterSomethingTooLarge()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, between);
    QFETCH(QByteArray, behind);
    const QByteArray small = "{\"a\":1}";
    const QByteArray large = "{\"x\":{\"y\":\"" + QByteArray(JsonSplitter::maxItemBytes, 'z') + "\"}}";
    const QByteArray text = before + small + between + large + between + small + behind;
    const QList<JsonItem> items = split(text);
    QCOMPARE(items.size(), 3);
    QCOMPARE(items[0].json, small);
    QCOMPARE(items[1].mistake, u"larger than 16 MiB"_s);
    QCOMPARE(items[1].size, qint64{large.size()});
    QCOMPARE(items[1].json, large.first(JsonSplitter::keptOfTooLarge));
    QCOMPARE(items[2].json, small);
    QCOMPARE(text.sliced(items[2].offset, items[2].size), small);
}

void TestJsonSplitter::readsFromASlowDevice()
{
    const QByteArray text = "\xef\xbb\xbf[{\"a\":\"\xc3\xa4\\u00e4\"}, 1234, {\"b\":2.5}]\n{\"c\":3}";
    for (const qint64 atOnce : {1, 2, 3, 7, 100}) {
        SlowDevice device(text, atOnce);
        JsonSplitter splitter(device);
        QStringList items;
        while (const auto item = splitter.next())
            items.append(item->isGood() ? QString::fromUtf8(item->json) : QString::fromUtf8(item->json) + u" !"_s);
        QCOMPARE(items, QStringList({u"{\"a\":\"ä\\u00e4\"}"_s, u"1234 !"_s, u"{\"b\":2.5}"_s, u"{\"c\":3}"_s}));
        QVERIFY(splitter.readError().isEmpty());
    }
}

void TestJsonSplitter::saysWhenTheDeviceFails()
{
    SlowDevice device("{\"a\":1}\n{\"b\":2}\n", 4, 8);
    JsonSplitter splitter(device);
    const auto first = splitter.next();
    QVERIFY(first && first->isGood());
    QVERIFY(!splitter.next());
    QCOMPARE(splitter.readError(), u"the cable is cut"_s);
}

namespace {

QByteArray randomText(QRandomGenerator& random)
{
    static const QByteArrayList pieces{
        "a", "Z", "{", "}", "[", "]", ",", ":", "\\\"", "\\\\", "\\u00e4", "\xc3\xa4", " ", "1", "\\n", "/"};
    QByteArray text;
    for (int i = random.bounded(8); i > 0; --i)
        text += pieces[random.bounded(static_cast<int>(pieces.size()))];
    return '"' + text + '"';
}

QByteArray randomValue(QRandomGenerator& random, int depth)
{
    switch (depth > 3 ? random.bounded(3) : random.bounded(5)) {
    case 0:
        return randomText(random);
    case 1:
        return QByteArray::number(random.bounded(100000)) + ".50";
    case 2:
        return random.bounded(2) ? "true" : "null";
    case 3: {
        QByteArrayList values;
        for (int i = random.bounded(3); i > 0; --i)
            values.append(randomValue(random, depth + 1));
        return '[' + values.join(", ") + ']';
    }
    default: {
        QByteArrayList members;
        for (int i = random.bounded(3); i > 0; --i)
            members.append("\"k" + QByteArray::number(i) + "\":" + randomValue(random, depth + 1));
        return '{' + members.join(",") + '}';
    }
    }
}

QByteArray randomEvent(QRandomGenerator& random, int number)
{
    return "{\"specversion\":\"1.0\",\"id\":\"" + QByteArray::number(number) + "\",\"data\":" + randomValue(random, 0)
        + "}";
}

/// A few bytes of one event go wrong: lost, doubled, changed or added.
QByteArray damaged(QByteArray event, QRandomGenerator& random)
{
    static const QByteArray bytes("{}[]\",:\\x0 \xff\xc3\t");
    for (int i = 1 + random.bounded(3); i > 0 && !event.isEmpty(); --i) {
        const auto at = random.bounded(static_cast<int>(event.size()));
        const char byte = bytes[random.bounded(static_cast<int>(bytes.size()))];
        switch (random.bounded(4)) {
        case 0:
            event.remove(at, 1 + random.bounded(4));
            break;
        case 1:
            event.insert(at, byte);
            break;
        case 2:
            event[at] = byte;
            break;
        default:
            event.truncate(at);
        }
    }
    return event;
}

} // namespace

void TestJsonSplitter::losesNothingGoodToRandomDamage_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("between");
    QTest::addColumn<QByteArray>("behind");
    QTest::newRow("lines") << QByteArray() << QByteArray("\n") << QByteArray("\n");
    QTest::newRow("lines of Windows") << QByteArray() << QByteArray("\r\n") << QByteArray();
    QTest::newRow("array, an element per line") << QByteArray("[\n  ") << QByteArray(",\n  ") << QByteArray("\n]\n");
    QTest::newRow("array in one line") << QByteArray("[") << QByteArray(",") << QByteArray("]");
    QTest::newRow("batch") << QByteArray("{\"events\": [") << QByteArray(", ") << QByteArray("]}");
}

void TestJsonSplitter::losesNothingGoodToRandomDamage()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, between);
    QFETCH(QByteArray, behind);
    QRandomGenerator random(20261103);
    for (int round = 0; round < 500; ++round) {
        QByteArrayList events;
        QByteArrayList good;
        const int count = 1 + random.bounded(8);
        for (int i = 0; i < count; ++i) {
            const QByteArray event = randomEvent(random, i);
            const bool damage = random.bounded(4) == 0;
            events.append(damage ? damaged(event, random) : event);
            if (!damage)
                good.append(event);
        }
        const QByteArray text = before + events.join(between) + behind;
        const QList<JsonItem> items = split(text);
        QByteArrayList found;
        qint64 passed = 0;
        for (const JsonItem& item : items) {
            QVERIFY(item.offset >= passed);
            passed = item.offset + item.size;
            QCOMPARE(text.sliced(item.offset, item.size), item.json);
            QVERIFY(item.isGood() || item.mistakePlace.line >= 1);
            if (item.isGood())
                found.append(item.json);
        }
        for (const QByteArray& event : good) {
            // two damaged ones around it can make it a part of a value that is well-formed again
            const bool absorbed = std::any_of(
                found.begin(), found.end(), [&event](const QByteArray& item) { return item.contains(event); });
            QVERIFY2(found.removeOne(event) || absorbed, QByteArray("lost: " + event + "\nin: " + text).constData());
        }
    }
}

void TestJsonSplitter::survivesNoise_data()
{
    QTest::addColumn<QByteArray>("alphabet");
    QTest::newRow("structure") << QByteArray("{}[]\",: \n");
    QTest::newRow("structure and values") << QByteArray("{}[]\"\\,:1-.eantrufls \n");
    QTest::newRow("events") << QByteArray("{[\"events:]},\n");
    QByteArray any;
    for (int i = 0; i < 256; ++i)
        any.append(static_cast<char>(i));
    QTest::newRow("any bytes") << any;
}

void TestJsonSplitter::survivesNoise()
{
    QFETCH(QByteArray, alphabet);
    QRandomGenerator random(7);
    for (int round = 0; round < 1000; ++round) {
        QByteArray text = random.bounded(3) == 0 ? "{\"events\":[" : "";
        for (int i = random.bounded(200); i > 0; --i)
            text += alphabet[random.bounded(static_cast<int>(alphabet.size()))];
        qint64 passed = 0;
        for (const JsonItem& item : split(text)) {
            QVERIFY(item.offset >= passed);
            QVERIFY(!item.isGood() || item.json.startsWith('{'));
            passed = item.offset + item.size;
        }
        QVERIFY(passed <= text.size());
    }
}

SIGNALBOX_TEST(TestJsonSplitter)
#include "tst_jsonsplitter.moc"
