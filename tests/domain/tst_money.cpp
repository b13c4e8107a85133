// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/money.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;

class TestMoney : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void digitsFollowIso4217_data();
    void digitsFollowIso4217();
    void aCodeWithoutMinorUnitHasNone_data();
    void aCodeWithoutMinorUnitHasNone();
    void readsExactly_data();
    void readsExactly();
    void refuses_data();
    void refuses();
    void writesWhatItRead_data();
    void writesWhatItRead();
    void formatsByTheLocale_data();
    void formatsByTheLocale();
};

namespace {

/// Current codes of the list of all ISO 4217 codes, where it lies beside the source tree.
void addRowsOfTheOfficialList()
{
    QFile file(QStringLiteral(SIGNALBOX_SOURCE_DIR) + u"/../shared/data/currency/codes-all.csv"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        qInfo("no list of ISO 4217 beside the source tree: only the built-in rows are checked");
        return;
    }
    QStringList seen;
    file.readLine();
    while (!file.atEnd()) {
        // from the right: only the first two columns can contain quoted commas
        const QStringList cells = QString::fromUtf8(file.readLine()).trimmed().split(u',');
        const QString code = cells.value(cells.size() - 4);
        bool number = false;
        const int digits = cells.value(cells.size() - 2).toInt(&number);
        if (!cells.last().isEmpty() || code.isEmpty() || !number || seen.contains(code))
            continue;
        seen.append(code);
        QTest::addRow("list: %s", qPrintable(code)) << code << digits;
    }
    QVERIFY2(seen.size() > 150, "the list was not understood");
}

} // namespace

void TestMoney::digitsFollowIso4217_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("digits");
    QTest::newRow("EUR") << u"EUR"_s << 2;
    QTest::newRow("BRL") << u"BRL"_s << 2;
    QTest::newRow("JPY") << u"JPY"_s << 0;
    QTest::newRow("KWD") << u"KWD"_s << 3;
    QTest::newRow("CLF") << u"CLF"_s << 4;
    QTest::newRow("withdrawn HRK") << u"HRK"_s << 2;
    QTest::newRow("withdrawn ITL") << u"ITL"_s << 0;
    addRowsOfTheOfficialList();
}

void TestMoney::digitsFollowIso4217()
{
    QFETCH(QString, code);
    QFETCH(int, digits);
    QCOMPARE(minorUnitDigits(code), digits);
}

void TestMoney::aCodeWithoutMinorUnitHasNone_data()
{
    QTest::addColumn<QString>("code");
    for (const char* code : {"XAU", "XXX", "XTS", "ZZZ", "eur", "", "EU", "EURO", " ", "EUR ", "CLF UYW"})
        QTest::newRow(code) << QString::fromLatin1(code);
}

void TestMoney::aCodeWithoutMinorUnitHasNone()
{
    QFETCH(QString, code);
    QCOMPARE(minorUnitDigits(code), -1);
}

void TestMoney::readsExactly_data()
{
    QTest::addColumn<QString>("decimal");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<qint64>("minor");
    QTest::newRow("two decimals") << u"139.94"_s << u"BRL"_s << qint64{13994};
    QTest::newRow("one decimal") << u"99.9"_s << u"BRL"_s << qint64{9990};
    QTest::newRow("whole") << u"5"_s << u"EUR"_s << qint64{500};
    QTest::newRow("negative") << u"-3.00"_s << u"EUR"_s << qint64{-300};
    QTest::newRow("negative below one") << u"-0.05"_s << u"EUR"_s << qint64{-5};
    QTest::newRow("yen") << u"1234"_s << u"JPY"_s << qint64{1234};
    QTest::newRow("dinar") << u"1.234"_s << u"KWD"_s << qint64{1234};
    QTest::newRow("zeros behind the last decimal") << u"139.9400"_s << u"EUR"_s << qint64{13994};
    QTest::newRow("yen with zeros") << u"1234.00"_s << u"JPY"_s << qint64{1234};
    QTest::newRow("leading zeros") << u"007.10"_s << u"EUR"_s << qint64{710};
    QTest::newRow("0.1 + 0.2") << u"0.30"_s << u"EUR"_s << qint64{30};
    QTest::newRow("past the digits of double") << u"90071992547409.93"_s << u"EUR"_s << qint64{9007199254740993};
    QTest::newRow("largest") << u"92233720368547758.07"_s << u"EUR"_s << std::numeric_limits<qint64>::max();
    QTest::newRow("smallest") << u"-92233720368547758.08"_s << u"EUR"_s << std::numeric_limits<qint64>::min();
}

void TestMoney::readsExactly()
{
    QFETCH(QString, decimal);
    QFETCH(QString, currency);
    QFETCH(qint64, minor);
    const Outcome<Money> money = parseMoney(decimal, currency);
    QVERIFY2(money, money ? "" : qPrintable(money.error().text));
    QCOMPARE(money.value().minor, minor);
    QCOMPARE(money.value().currency, currency);
}

void TestMoney::refuses_data()
{
    QTest::addColumn<QString>("decimal");
    QTest::addColumn<QString>("currency");
    for (const char* decimal :
        {"", "-", ".", "5.", ".5", "+5", "1e3", "1,50", "1.234,50", "1 000", " 5", "5 ", "0x10", "NaN", "inf", "--5",
            "5.5.5", "5-", "92233720368547758.08", "-92233720368547758.09", "99999999999999999999999", "1.234"})
        QTest::addRow("\"%s\"", decimal) << QString::fromLatin1(decimal) << u"EUR"_s;
    QTest::newRow("other digits") << u"١٢"_s << u"EUR"_s;
    QTest::newRow("yen with a decimal") << u"5.5"_s << u"JPY"_s;
    QTest::newRow("unknown currency") << u"5"_s << u"ZZZ"_s;
    QTest::newRow("no currency") << u"5"_s << QString();
}

void TestMoney::refuses()
{
    QFETCH(QString, decimal);
    QFETCH(QString, currency);
    const Outcome<Money> money = parseMoney(decimal, currency);
    QVERIFY(!money);
    QCOMPARE(money.error().kind, Failure::Invalid);
    QVERIFY(!money.error().text.isEmpty());
}

void TestMoney::writesWhatItRead_data()
{
    QTest::addColumn<QString>("decimal");
    QTest::addColumn<QString>("currency");
    for (const char* decimal : {"0.00", "0.05", "-0.05", "1234.50", "92233720368547758.07", "-92233720368547758.08"})
        QTest::addRow("EUR %s", decimal) << QString::fromLatin1(decimal) << u"EUR"_s;
    QTest::newRow("JPY") << u"-120"_s << u"JPY"_s;
    QTest::newRow("KWD") << u"1.050"_s << u"KWD"_s;
}

void TestMoney::writesWhatItRead()
{
    QFETCH(QString, decimal);
    QFETCH(QString, currency);
    const Outcome<Money> money = parseMoney(decimal, currency);
    QVERIFY2(money, money ? "" : qPrintable(money.error().text));
    QCOMPARE(plainDecimal(money.value()), decimal);
}

void TestMoney::formatsByTheLocale_data()
{
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QString>("text");
    const QLocale german(QLocale::German, QLocale::Germany);
    const QLocale english(QLocale::English, QLocale::UnitedStates);
    const QLocale british(QLocale::English, QLocale::UnitedKingdom);
    QTest::newRow("de EUR") << qint64{123450} << u"EUR"_s << german << u"1.234,50 €"_s;
    QTest::newRow("de negative") << qint64{-123450} << u"EUR"_s << german << u"-1.234,50 €"_s;
    QTest::newRow("de JPY") << qint64{123450} << u"JPY"_s << german << u"123.450 ¥"_s;
    QTest::newRow("de KWD") << qint64{5} << u"KWD"_s << german << u"0,005 KWD"_s;
    QTest::newRow("us USD") << qint64{123450} << u"USD"_s << english << u"$1,234.50"_s;
    QTest::newRow("us negative") << qint64{-5} << u"USD"_s << english << u"-$0.05"_s;
    QTest::newRow("us EUR") << qint64{123450} << u"EUR"_s << english << u"€1,234.50"_s;
    QTest::newRow("us KWD") << qint64{1234567} << u"KWD"_s << english << u"KWD 1,234.567"_s;
    QTest::newRow("gb USD is not taken for pounds") << qint64{100} << u"USD"_s << british << u"US$1.00"_s;
    QTest::newRow("us BRL") << qint64{13994} << u"BRL"_s << english << u"R$139.94"_s;
    QTest::newRow("past the digits of double")
        << qint64{9007199254740993} << u"EUR"_s << german << u"90.071.992.547.409,93 €"_s;
    QTest::newRow("smallest") << std::numeric_limits<qint64>::min() << u"EUR"_s << german
                              << u"-92.233.720.368.547.758,08 €"_s;
    QTest::newRow("invalid") << qint64{5} << QString() << german << QString();
}

void TestMoney::formatsByTheLocale()
{
    QFETCH(qint64, minor);
    QFETCH(QString, currency);
    QFETCH(QLocale, locale);
    QFETCH(QString, text);
    QString formatted = formatMoney({minor, currency}, locale);
    formatted.replace(QChar(QChar::Nbsp), u' ');
    QCOMPARE(formatted, text);
}

SIGNALBOX_TEST(TestMoney)
#include "tst_money.moc"
