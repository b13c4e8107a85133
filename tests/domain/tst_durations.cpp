// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/formatduration.h"
#include "models/domain/isoduration.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;

class TestDurations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsIso8601_data();
    void readsIso8601();
    void saysTheLargestUnits_data();
    void saysTheLargestUnits();
    void saysTheAge_data();
    void saysTheAge();
};

void TestDurations::readsIso8601_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("seconds"); // -1: none
    QTest::newRow("minutes") << u"PT15M"_s << qint64{900};
    QTest::newRow("days") << u"P3D"_s << qint64{259200};
    QTest::newRow("weeks") << u"P2W"_s << qint64{1209600};
    QTest::newRow("all") << u"P1W1DT1H1M1S"_s << qint64{604800 + 86400 + 3600 + 60 + 1};
    QTest::newRow("zero") << u"PT0S"_s << qint64{0};
    QTest::newRow("more than a day of hours") << u"PT36H"_s << qint64{129600};
    for (const char* wrong :
        {"", "P", "PT", "P1", "15M", "P1M", "P1Y", "PT1D", "P1H", "PT1M1H", "P1D1D", "PT-1M", "-PT1M", "PT1.5H", "pt1m",
            "P1DT", "PTT1M", "P 1D", "P1D ", "P99999999999999999999D", "P9223372036854775807W"})
        QTest::addRow("wrong: %s", wrong) << QString::fromLatin1(wrong) << qint64{-1};
}

void TestDurations::readsIso8601()
{
    QFETCH(QString, text);
    QFETCH(qint64, seconds);
    QCOMPARE(secondsOfIsoDuration(text).value_or(-1), seconds);
}

void TestDurations::saysTheLargestUnits_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<int>("units");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << qint64{0} << 2 << u"0 s"_s;
    QTest::newRow("seconds") << qint64{45} << 2 << u"45 s"_s;
    QTest::newRow("just below a minute") << qint64{59} << 2 << u"59 s"_s;
    QTest::newRow("minutes") << qint64{540} << 2 << u"9 min"_s;
    QTest::newRow("minutes and seconds") << qint64{541} << 2 << u"9 min 1 s"_s;
    QTest::newRow("hours") << qint64{11520} << 2 << u"3 h 12 min"_s;
    QTest::newRow("the rest is cut off, not rounded") << qint64{11579} << 2 << u"3 h 12 min"_s;
    QTest::newRow("hours and seconds skip the seconds") << qint64{3659 - 59} << 2 << u"1 h"_s;
    QTest::newRow("days") << qint64{2 * 86400 + 4 * 3600 + 59} << 2 << u"2 d 4 h"_s;
    QTest::newRow("whole days") << qint64{2 * 86400 + 59} << 2 << u"2 d"_s;
    QTest::newRow("only days") << qint64{30 * 86400 + 7200} << 2 << u"30 d"_s;
    QTest::newRow("many days") << qint64{1234} * 86400 << 2 << u"1,234 d"_s;
    QTest::newRow("one unit") << qint64{11520} << 1 << u"3 h"_s;
    QTest::newRow("three units") << qint64{86400 + 3600 + 60} << 3 << u"1 d 1 h 1 min"_s;
    QTest::newRow("negative") << qint64{-540} << 2 << u"9 min"_s;
    QTest::newRow("smallest") << std::numeric_limits<qint64>::min() << 2 << u"106,751,991,167,300 d"_s;
}

void TestDurations::saysTheLargestUnits()
{
    QFETCH(qint64, seconds);
    QFETCH(int, units);
    QFETCH(QString, text);
    const QLocale english(QLocale::English, QLocale::UnitedStates);
    QCOMPARE(formatDuration(seconds, english, units).replace(QChar(QChar::Nbsp), u' '), text);
}

void TestDurations::saysTheAge_data()
{
    QTest::addColumn<qint64>("age");
    QTest::addColumn<QString>("text");
    QTest::newRow("now") << qint64{0} << u"just now"_s;
    QTest::newRow("clocks differ a little") << qint64{-4} << u"just now"_s;
    QTest::newRow("past") << qint64{200} << u"3 min ago"_s;
    QTest::newRow("future") << qint64{-7300} << u"in 2 h"_s;
}

void TestDurations::saysTheAge()
{
    QFETCH(qint64, age);
    QFETCH(QString, text);
    const QDateTime now(QDate(2026, 11, 3), QTime(12, 0), Qt::UTC);
    QCOMPARE(formatAge(now.addSecs(-age), now, QLocale::c()).replace(QChar(QChar::Nbsp), u' '), text);
    QCOMPARE(formatAge({}, now, QLocale::c()), QString());
}

SIGNALBOX_TEST(TestDurations)
#include "tst_durations.moc"
