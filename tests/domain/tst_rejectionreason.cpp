// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/jsonsplitter.h"
#include "models/domain/money.h"
#include "models/domain/rejectionreason.h"
#include "tests/support/markedwords.h"
#include "tests/support/testprogram.h"

#include <QBuffer>

using namespace Qt::StringLiterals;

class TestRejectionReason : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTranslatedByItsCode_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* code, const QString& reason, const QString& expected) {
            QTest::newRow(name) << QString::fromLatin1(code) << reason << expected;
        };
        row("a value in quotes", "unknown_type", u"/type: no process knows the event type \"x \"y\" %1\""_s,
            u"~/type: no process knows the event type \"x \"y\" %1\""_s);
        row("the longer one that fits", "missing", u"/data/order/currency is missing: an amount needs its currency"_s,
            u"~/data/order/currency is missing: an amount needs its currency"_s);
        row("behind a column", "missing_value", u"price: A value is missing."_s, u"price: ~A value is missing."_s);
        row("behind a column and a key", "bad_decimal", u"price: id 4: 7: \"x\" is no plain decimal number."_s,
            u"price: id 4: 7: ~\"x\" is no plain decimal number."_s);
        row("over two lines", "bad_integer", u"\"1\n2\" is no whole number."_s, u"~\"1\n2\" is no whole number."_s);
        row("of another code", "bad_amount", u"/type must be a text"_s, u"/type must be a text"_s);
        row("of no known code", "house_rule", u"we do not sell that"_s, u"we do not sell that"_s);
        row("in other words", "missing", u"etwas fehlt"_s, u"etwas fehlt"_s);
        row("of an amount", "bad_amount", u"1.234 has more decimals than EUR allows (2)."_s,
            u"~1.234 has more decimals than EUR allows (2)."_s);
        row("of broken JSON", "broken_json", u"line 3, column 7: 'x' where a value should be"_s,
            u"~line 3, column 7: ~'x' where ~a value should be"_s);
    }

    void isTranslatedByItsCode()
    {
        QFETCH(QString, code);
        QFETCH(QString, reason);
        QCOMPARE(rejectionReason(code, reason), reason); // without a translation
        const MarkedWords words({u"RejectionReason"_s, u"Money"_s, u"Json"_s});
        QTEST(rejectionReason(code, reason), "expected");
    }

    void placesMayChangeTheirOrder()
    {
        class Turned final : public QTranslator
        {
        public:
            QString translate(const char*, const char*, const char*, int) const override { return u"%2 before %1"_s; }
            bool isEmpty() const override { return false; }
        } words;
        QCoreApplication::installTranslator(&words);
        QCOMPARE(rejectionReason(u"future"_s, u"%2 9 lies more than a day in the future"_s), u"9 before %2"_s);
    }

    /// Of which the table has copies: they are translated where they are made.
    void knowsWhatTheReadersSay_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char* text : {"x", "{} x", "[{} {}]", "[{},", "[1]", "{\"a\":}", "{\"a\":[1,]}", "{a:1}",
                 "{\"a\":\"\\u12x4\"}", "{\"a\":-}", "{\"a\":\"\\q\"}", "{\"a\":\"\\ud800\"}", "{\"a\":01}",
                 "{\"a\":\"\x01\"}", "{\"a\":\"\xff\"}", "{\"a\":\"\n\"}", "{\"a\":\"\\u0000\"}", "{\"a\":1,\"a\":2}",
                 "{\"a\":", "{\"a\":{}", "[{}"})
            QTest::newRow(text) << QByteArray(text);
        QTest::newRow("deep") << QByteArray("{\"a\":" + QByteArray(600, '[') + QByteArray(600, ']') + "}");
    }

    void knowsWhatTheReadersSay()
    {
        QFETCH(QByteArray, text);
        const auto collect = [&] {
            QStringList found;
            QBuffer buffer(&text);
            buffer.open(QIODevice::ReadOnly);
            JsonSplitter splitter(buffer);
            while (const auto item = splitter.next()) {
                if (!item->isGood())
                    found.append(item->mistakeWithPlace());
            }
            return found;
        };
        const QStringList english = collect();
        QVERIFY(!english.isEmpty());
        const MarkedWords words({u"Json"_s});
        const QStringList marked = collect();
        QCOMPARE(marked.size(), english.size());
        for (qsizetype i = 0; i < english.size(); ++i)
            QCOMPARE(rejectionReason(u"broken_json"_s, english.at(i)), marked.at(i));
    }

    void knowsWhatAmountsSay()
    {
        for (const auto& [amount, currency] : {std::pair(u"1"_s, u"XXY"_s), std::pair(u"1.234"_s, u"EUR"_s),
                 std::pair(u"x"_s, u"EUR"_s), std::pair(u"99999999999999999999"_s, u"EUR"_s)}) {
            const QString english = parseMoney(amount, currency).error().text;
            const MarkedWords words({u"Money"_s});
            QCOMPARE(rejectionReason(u"bad_amount"_s, english), parseMoney(amount, currency).error().text);
        }
    }
};

SIGNALBOX_TEST(TestRejectionReason)
#include "tst_rejectionreason.moc"
