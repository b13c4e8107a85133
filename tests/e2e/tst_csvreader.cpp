// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/import/csvreader.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// What the reader makes of a text: "2|a|b" for a record in line 2, "!3|column|code" for one that is set aside.
static QStringList readAll(const QByteArray& content, char delimiter = ',')
{
    CsvReader reader(delimiter);
    if (const auto mistake = reader.open(content, u"test.csv"_s))
        return {u"header: "_s + *mistake};
    QStringList result{reader.header().join(u'|')};
    CsvRecord record;
    SetAside bad;
    while (true) {
        switch (reader.next(record, bad)) {
        case CsvReader::Step::Record:
            result.append(QString::number(record.line) + u'|' + record.fields.join(u'|'));
            break;
        case CsvReader::Step::SetAside:
            result.append(u'!' + QString::number(bad.line) + u'|' + bad.column + u'|' + bad.code);
            break;
        case CsvReader::Step::End:
            return result;
        }
    }
}

class CsvReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatRfc4180Allows_data();
    void readsWhatRfc4180Allows();
    void setsBrokenRecordsAsideAndGoesOn_data();
    void setsBrokenRecordsAsideAndGoesOn();
    void keepsTheBytesOfWhatItSetsAside();
    void saysWhereInvalidBytesBegin();
    void refusesAHeaderThatIsNone_data();
    void refusesAHeaderThatIsNone();
    void neverLosesAGoodLineToRandomDamage();
    void namesAFileThatIsNotThere();
};

void CsvReaderTest::readsWhatRfc4180Allows_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QStringList>("expected");
    const QStringList plain{u"a|b"_s, u"2|1|2"_s};
    QTest::newRow("line feed") << QByteArray("a,b\n1,2\n") << plain;
    QTest::newRow("carriage return and line feed") << QByteArray("a,b\r\n1,2\r\n") << plain;
    QTest::newRow("no end of the last line") << QByteArray("a,b\n1,2") << plain;
    QTest::newRow("lone carriage return at the end") << QByteArray("a,b\r\n1,2\r") << plain;
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                   "a,b\n1,2\n")
                                     << plain;
    QTest::newRow("byte order mark and quoted header") << QByteArray("\xEF\xBB\xBF\"a\",\"b\"\n1,2\n") << plain;
    QTest::newRow("empty lines count but are no records")
        << QByteArray("a,b\n\n\r\n1,2\n\n") << QStringList{u"a|b"_s, u"4|1|2"_s};
    QTest::newRow("quotes") << QByteArray("a,b\n\"1\",\"2\"\n") << plain;
    QTest::newRow("comma in quotes") << QByteArray("a,b\n\"1,5\",2\n") << QStringList{u"a|b"_s, u"2|1,5|2"_s};
    QTest::newRow("doubled quotes") << QByteArray("a,b\n\"say \"\"hi\"\"\",2\n")
                                    << QStringList{u"a|b"_s, u"2|say \"hi\"|2"_s};
    QTest::newRow("line end in quotes") << QByteArray("a,b\n\"1\r\n1\",2\n3,4\n")
                                        << QStringList{u"a|b"_s, u"2|1\r\n1|2"_s, u"4|3|4"_s};
    QTest::newRow("empty fields") << QByteArray("a,b\n,\n\"\",\n") << QStringList{u"a|b"_s, u"2||"_s, u"3||"_s};
    QTest::newRow("only a quoted empty field") << QByteArray("a\n\"\"\n") << QStringList{u"a"_s, u"2|"_s};
    QTest::newRow("quote within a plain field")
        << QByteArray("a,b\n5\" pipe,2\n") << QStringList{u"a|b"_s, u"2|5\" pipe|2"_s};
    QTest::newRow("umlauts and symbols") << QByteArray("a,b\n\xC3\xA4\xF0\x9F\x9A\x82,2\n")
                                         << QStringList{u"a|b"_s, u"2|ä🚂|2"_s};
    QTest::newRow("header with blanks") << QByteArray("a , b\n1,2\n") << plain;
    QTest::newRow("header alone") << QByteArray("a,b\n") << QStringList{u"a|b"_s};
}

void CsvReaderTest::readsWhatRfc4180Allows()
{
    QFETCH(QByteArray, content);
    QFETCH(QStringList, expected);
    QCOMPARE(readAll(content), expected);
    QCOMPARE(readAll(content.replace(',', ';'), ';').join(u'|').count(u'|'), expected.join(u'|').count(u'|'));
}

void CsvReaderTest::setsBrokenRecordsAsideAndGoesOn_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QStringList>("expected");
    const QString good = u"|3|4"_s;
    QTest::newRow("too few columns") << QByteArray("a,b\n1\n3,4\n")
                                     << QStringList{u"a|b"_s, u"!2|a|too_few_columns"_s, u'3' + good};
    QTest::newRow("too many columns") << QByteArray("a,b\n1,2,3\n3,4\n")
                                      << QStringList{u"a|b"_s, u"!2|3|too_many_columns"_s, u'3' + good};
    QTest::newRow("text behind a quote") << QByteArray("a,b\n1,\"2\"x\n3,4\n")
                                         << QStringList{u"a|b"_s, u"!2|b|text_after_quote"_s, u'3' + good};
    QTest::newRow("quote never closed") << QByteArray("a,b\n1,\"2\n3,4\n")
                                        << QStringList{u"a|b"_s, u"!2|b|open_quote"_s, u'3' + good};
    QTest::newRow("stray quote that swallows a line") << QByteArray(
        "a,b\n1,\"2\n3,4\n5,\"6\"\n") << QStringList{u"a|b"_s, u"!2|b|text_after_quote"_s, u'3' + good, u"4|5|6"_s};
    QTest::newRow("invalid UTF-8") << QByteArray("a,b\n1,\xFF\n3,4\n")
                                   << QStringList{u"a|b"_s, u"!2|b|invalid_utf8"_s, u'3' + good};
    QTest::newRow("Latin-1") << QByteArray("a,b\n\xE4 1,2\n3,4\n")
                             << QStringList{u"a|b"_s, u"!2|a|invalid_utf8"_s, u'3' + good};
    QTest::newRow("surrogate in UTF-8") << QByteArray("a,b\n\xED\xA0\x80,2\n3,4\n")
                                        << QStringList{u"a|b"_s, u"!2|a|invalid_utf8"_s, u'3' + good};
    QTest::newRow("NUL") << QByteArray("a,b\n1,x\0y\n3,4\n", 14)
                         << QStringList{u"a|b"_s, u"!2|b|nul_character"_s, u'3' + good};
    QTest::newRow("field of two megabytes") << "a,b\n1," + QByteArray(2'097'152, 'x') + "\n3,4\n"
                                            << QStringList{u"a|b"_s, u"!2|b|record_too_long"_s, u'3' + good};
    QTest::newRow("quote open for two megabytes") << "a,b\n1,\"" + QByteArray(2'097'152, 'x') + "\n3,4\n"
                                                  << QStringList{u"a|b"_s, u"!2|b|record_too_long"_s, u'3' + good};
}

void CsvReaderTest::setsBrokenRecordsAsideAndGoesOn()
{
    QFETCH(QByteArray, content);
    QFETCH(QStringList, expected);
    QCOMPARE(readAll(content), expected);
}

void CsvReaderTest::keepsTheBytesOfWhatItSetsAside()
{
    CsvReader reader;
    QVERIFY(!reader.open(QByteArray("a,b\n1,\xFF\r\n"), u"test.csv"_s));
    CsvRecord record;
    SetAside bad;
    QCOMPARE(reader.next(record, bad), CsvReader::Step::SetAside);
    QCOMPARE(bad.raw, QByteArray("1,\xFF"));
    QCOMPARE(bad.origin, u"test.csv"_s);
    QCOMPARE(bad.line, 2);
}

void CsvReaderTest::saysWhereInvalidBytesBegin()
{
    CsvReader reader;
    QVERIFY(!reader.open(QByteArray("a\nabc\xC3\xA4\xC3z\n"), u"test.csv"_s));
    CsvRecord record;
    SetAside bad;
    QCOMPARE(reader.next(record, bad), CsvReader::Step::SetAside);
    QVERIFY2(bad.reason.contains(u"byte 6"_s), qPrintable(bad.reason));
}

void CsvReaderTest::refusesAHeaderThatIsNone_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("said");
    QTest::newRow("nothing") << QByteArray() << u"empty"_s;
    QTest::newRow("only a byte order mark") << QByteArray("\xEF\xBB\xBF") << u"empty"_s;
    QTest::newRow("the same column twice") << QByteArray("a,b,a\n") << u"\"a\" twice"_s;
    QTest::newRow("invalid UTF-8") << QByteArray("a,\xFF\n") << u"UTF-8"_s;
    QTest::newRow("open quote") << QByteArray("a,\"b\n") << u"quote"_s;
}

void CsvReaderTest::refusesAHeaderThatIsNone()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, said);
    const QStringList result = readAll(content);
    QVERIFY2(result.constFirst().startsWith(u"header: "_s) && result.constFirst().contains(said),
        qPrintable(result.join(u'\n')));
}

void CsvReaderTest::neverLosesAGoodLineToRandomDamage()
{
    quint32 seed = 12345;
    const auto random = [&seed](int below) {
        seed = seed * 1664525U + 1013904223U;
        return static_cast<int>((seed >> 8U) % static_cast<quint32>(below));
    };
    static const QByteArray damage("\",\n\r\0\xFF", 6);
    for (int round = 0; round < 300; ++round) {
        QByteArrayList lines{"a,b"};
        for (int i = 0; i < 20; ++i)
            lines.append("left" + QByteArray::number(i) + ",right" + QByteArray::number(i));
        const int broken = 1 + random(19);
        for (int i = 0; i < 3; ++i)
            lines[broken].insert(random(static_cast<int>(lines.at(broken).size())), damage.at(random(6)));
        const QString result = readAll(lines.join('\n')).join(u'\n');
        for (int i = 0; i < 20; ++i) {
            if (i + 1 == broken)
                continue;
            QVERIFY2(result.contains(u"|left%1|right%1"_s.arg(i)), qPrintable(u"round %1:\n"_s.arg(round) + result));
        }
    }
}

void CsvReaderTest::namesAFileThatIsNotThere()
{
    CsvReader reader;
    const auto mistake = reader.open(u"/nowhere/orders.csv"_s);
    QVERIFY(mistake && mistake->contains(u"/nowhere/orders.csv"_s));
}

SIGNALBOX_TEST(CsvReaderTest)
#include "tst_csvreader.moc"
