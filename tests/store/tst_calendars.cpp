// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/integrationdatabase.h"
#include "tests/support/referencecalendar.h"
#include "tests/support/seeds.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"

#include <QJsonDocument>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace {

BusinessCalendar calendarOf(const QString& name, const QString& zone, const QList<QStringList>& week,
    const QList<BusinessCalendar::Exception>& exceptions = {})
{
    return {name, name, zone, week, exceptions};
}

QList<QStringList> sameEveryDay(const QStringList& hours, int days = 7)
{
    QList<QStringList> week(7);
    for (int day = 0; day < days; ++day)
        week[day] = hours;
    return week;
}

QByteArray definitionOf(const BusinessCalendar& calendar)
{
    QJsonArray week;
    for (const QStringList& day : calendar.week)
        week.append(QJsonArray::fromStringList(day));
    QJsonArray exceptions;
    for (const BusinessCalendar::Exception& e : calendar.exceptions)
        exceptions.append(
            QJsonObject{{u"date"_s, e.date}, {u"open"_s, QJsonArray::fromStringList(e.open)}, {u"note"_s, e.note}});
    return QJsonDocument(QJsonObject{{u"calendar"_s, calendar.name}, {u"zone"_s, calendar.zone}, {u"week"_s, week},
                             {u"exceptions"_s, exceptions}})
        .toJson(QJsonDocument::Compact);
}

QString text(const QDateTime& time)
{
    return time.isValid() ? time.toUTC().toString(u"yyyy-MM-dd HH:mm:ss"_s) : u"none"_s;
}

} // namespace

class TestCalendars : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        SIGNALBOX_REQUIRE(m_server);
        m_database = std::make_unique<IntegrationDatabase>(m_server.freshDatabase());
        const QStringList day{u"08:00-18:00"_s};
        m_calendars = {
            calendarOf(u"split_shift"_s, u"Europe/Berlin"_s, sameEveryDay({u"06:00-12:00"_s, u"13:30-22:00"_s}, 6)),
            calendarOf(
                u"night"_s, u"Europe/Berlin"_s, sameEveryDay({u"00:00-02:30"_s, u"02:45-06:00"_s, u"22:00-24:00"_s})),
            calendarOf(u"holidays"_s, u"Europe/Berlin"_s, sameEveryDay(day, 5),
                {{u"2018-12-24"_s, {u"08:00-12:00"_s}, u"short day"_s}, {u"2018-12-25"_s, {}, u"holiday"_s},
                    {u"2018-12-26"_s, {}, u"holiday"_s}, {u"2018-12-29"_s, {u"10:00-14:00"_s}, u"extra Saturday"_s}}),
            calendarOf(u"sao_paulo"_s, u"America/Sao_Paulo"_s, sameEveryDay({u"00:00-24:00"_s}, 5)),
            calendarOf(u"sao_paulo_late"_s, u"America/Sao_Paulo"_s, sameEveryDay({u"00:30-06:00"_s, u"20:00-23:30"_s})),
            calendarOf(u"lord_howe"_s, u"Australia/Lord_Howe"_s,
                sameEveryDay({u"00:00-01:45"_s, u"01:50-02:15"_s, u"08:00-17:00"_s})),
            calendarOf(u"troll"_s, u"Antarctica/Troll"_s, sameEveryDay({u"00:00-02:00"_s, u"02:15-09:00"_s})),
            calendarOf(u"weekdays"_s, u"Europe/Berlin"_s, sameEveryDay({u"00:00-24:00"_s}, 5)),
            calendarOf(u"warehouse"_s, u"Europe/Berlin"_s, sameEveryDay({u"06:00-22:00"_s}, 6)),
            calendarOf(u"office"_s, u"Europe/Berlin"_s, sameEveryDay(day, 5)),
        };
        for (const BusinessCalendar& calendar : std::as_const(m_calendars)) {
            if (QStringList{u"weekdays"_s, u"warehouse"_s, u"office"_s}.contains(calendar.name))
                continue; // as they come with the schema
            m_database->putCalendar(definitionOf(calendar));
        }
    }

    void knownAnswers_data()
    {
        QTest::addColumn<QString>("calendar");
        QTest::addColumn<QString>("start");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<QString>("due");
        const auto row = [](const char* name, const QString& calendar, const QString& start, int minutes,
                             const QString& due) { QTest::newRow(name) << calendar << start << minutes << due; };
        const QString always = u"always"_s;
        const QString weekdays = u"weekdays"_s;
        const QString warehouse = u"warehouse"_s;
        const QString office = u"office"_s;
        row("around the clock", always, u"2018-03-25 00:30:00"_s, 120, u"2018-03-25 02:30:00"_s);
        row("around the clock, no time", always, u"2018-03-25 00:30:00"_s, 0, u"2018-03-25 00:30:00"_s);
        row("weekdays: over the weekend", weekdays, u"2018-03-02 11:00:00"_s, 1440, u"2018-03-05 11:00:00"_s);
        row("weekdays: from Saturday", weekdays, u"2018-03-03 11:00:00"_s, 60, u"2018-03-05 00:00:00"_s);
        row("weekdays: ends with Friday", weekdays, u"2018-03-02 11:00:00"_s, 12 * 60, u"2018-03-02 23:00:00"_s);
        row("weekdays: a minute behind Friday", weekdays, u"2018-03-02 11:00:00"_s, 12 * 60 + 1,
            u"2018-03-04 23:01:00"_s);
        row("weekdays: the weekend of the spring forward", weekdays, u"2018-03-23 22:00:00"_s, 120,
            u"2018-03-25 23:00:00"_s);
        row("weekdays: the weekend of the fall back", weekdays, u"2018-10-26 21:00:00"_s, 120,
            u"2018-10-29 00:00:00"_s);
        row("weekdays: three days", weekdays, u"2018-03-21 10:00:00"_s, 3 * 1440, u"2018-03-26 09:00:00"_s);
        row("warehouse: inside a shift", warehouse, u"2018-03-05 10:00:00"_s, 60, u"2018-03-05 11:00:00"_s);
        row("warehouse: before the shift", warehouse, u"2018-03-05 02:00:00"_s, 60, u"2018-03-05 06:00:00"_s);
        row("warehouse: from the opening", warehouse, u"2018-03-05 05:00:00"_s, 60, u"2018-03-05 06:00:00"_s);
        row("warehouse: due at the closing", warehouse, u"2018-03-05 20:00:00"_s, 60, u"2018-03-05 21:00:00"_s);
        row("warehouse: a minute behind the closing", warehouse, u"2018-03-05 20:00:00"_s, 61,
            u"2018-03-06 05:01:00"_s);
        row("warehouse: begins at the closing", warehouse, u"2018-03-05 21:00:00"_s, 60, u"2018-03-06 06:00:00"_s);
        row("warehouse: closed on Sunday", warehouse, u"2018-03-04 10:00:00"_s, 30, u"2018-03-05 05:30:00"_s);
        row("warehouse: no time, open", warehouse, u"2018-03-05 10:00:00"_s, 0, u"2018-03-05 10:00:00"_s);
        row("warehouse: no time, closed", warehouse, u"2018-03-05 22:00:00"_s, 0, u"2018-03-06 05:00:00"_s);
        row("warehouse: the day after spring forward", warehouse, u"2018-03-24 20:30:00"_s, 60,
            u"2018-03-26 04:30:00"_s);
        row("warehouse: the day after fall back", warehouse, u"2018-10-27 19:30:00"_s, 60, u"2018-10-29 05:30:00"_s);
        row("office: Friday evening", office, u"2018-03-09 16:30:00"_s, 60, u"2018-03-12 07:30:00"_s);
        row("office: two weeks", office, u"2018-03-05 07:00:00"_s, 100 * 60, u"2018-03-16 17:00:00"_s);
        row("holiday: short day", u"holidays"_s, u"2018-12-24 10:30:00"_s, 60, u"2018-12-27 07:30:00"_s);
        row("holiday: opens on Saturday", u"holidays"_s, u"2018-12-28 16:30:00"_s, 60, u"2018-12-29 09:30:00"_s);
        row("holiday: from inside it", u"holidays"_s, u"2018-12-25 10:00:00"_s, 0, u"2018-12-27 07:00:00"_s);
        row("night: the skipped half hour", u"night"_s, u"2018-03-25 00:00:00"_s, 120, u"2018-03-25 02:15:00"_s);
        row("Sao Paulo: a day of 23 hours", u"sao_paulo"_s, u"2018-11-02 02:00:00"_s, 25 * 60 + 1,
            u"2018-11-05 02:01:00"_s);
        row("Lord Howe: the half hour that comes twice", u"lord_howe"_s, u"2018-03-31 13:00:00"_s, 106,
            u"2018-03-31 14:51:00"_s);
        row("beyond what is known", office, u"2045-12-29 16:00:00"_s, 60 * 24 * 60, QString());
        row("no such calendar", u"nowhere"_s, u"2018-03-05 10:00:00"_s, 1, QString());
    }

    void knownAnswers()
    {
        QFETCH(QString, calendar);
        QFETCH(QString, start);
        QFETCH(int, minutes);
        QFETCH(QString, due);
        QCOMPARE(due_(calendar, start, minutes * 60), due);
    }

    void agreesWithCountingMinutes()
    {
        const QDate from(2017, 12, 1);
        const QDate to(2019, 3, 1);
        for (const quint32 seed : seeds({1})) {
            QRandomGenerator random(seed);
            for (const BusinessCalendar& calendar : std::as_const(m_calendars)) {
                const ReferenceCalendar reference(calendar, from, to);
                for (int i = 0; i < 80; ++i)
                    compare(calendar.name, reference, start(random, i), length(random));
                if (QTest::currentTestFailed())
                    return;
            }
        }
    }

    void spansAreTheSameWhateverTheSessionsZone()
    {
        const QString sql = u"SELECT count(*), max(closes_at) AT TIME ZONE 'UTC', sum(extract(epoch FROM closes_at)) "
                            "FROM integration.calendar_span WHERE calendar = 'sao_paulo_late'"_s;
        const auto expected = m_database->rows(sql);
        for (const QString& zone :
            {u"America/Sao_Paulo"_s, u"Pacific/Apia"_s, u"Africa/Cairo"_s, u"Pacific/Kiritimati"_s}) {
            m_database->run(u"SET timezone = '%1'"_s.arg(zone));
            m_database->putCalendar(definitionOf(m_calendars.at(4)));
            QCOMPARE(m_database->rows(sql), expected);
        }
        m_database->run(u"SET timezone = 'UTC'"_s);
    }

    void refusesWhatIsNoCalendar_data()
    {
        QTest::addColumn<QString>("definition");
        QTest::addColumn<QString>("says");
        const QString week = u"[[],[],[],[],[],[],[]]"_s;
        QTest::newRow("zone") << uR"({"calendar":"x","zone":"Europe/Atlantis","week":%1})"_s.arg(week)
                              << u"there is no time zone \"Europe/Atlantis\""_s;
        QTest::newRow("six days") << uR"({"calendar":"x","zone":"UTC","week":[[],[],[],[],[],[]]})"_s
                                  << u"\"week\" must be seven lists"_s;
        QTest::newRow("no week") << uR"({"calendar":"x","zone":"UTC"})"_s << u"\"week\" must be seven lists"_s;
    }

    void refusesWhatIsNoCalendar()
    {
        QFETCH(QString, definition);
        QFETCH(QString, says);
        try {
            m_database->putCalendar(definition.toUtf8());
            QFAIL("taken");
        } catch (const std::exception& e) {
            QVERIFY2(QString::fromUtf8(e.what()).contains(says), e.what());
        }
        QCOMPARE(m_database->value(u"SELECT count(*) FROM integration.business_calendar WHERE name = 'x'"_s), u"0"_s);
    }

    void putAgainReplaces()
    {
        m_database->putCalendar(definitionOf(calendarOf(u"changing"_s, u"UTC"_s, sameEveryDay({u"08:00-18:00"_s}))));
        QCOMPARE(due_(u"changing"_s, u"2018-03-05 17:30:00"_s, 3600), u"2018-03-06 08:30:00"_s);
        m_database->putCalendar(definitionOf(calendarOf(u"changing"_s, u"UTC"_s, sameEveryDay({u"08:00-24:00"_s}))));
        QCOMPARE(due_(u"changing"_s, u"2018-03-05 17:30:00"_s, 3600), u"2018-03-05 18:30:00"_s);
    }

private:
    QString due_(const QString& calendar, const QString& start, qint64 seconds)
    {
        return m_database->value(u"SELECT to_char(due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') "
                                 "FROM integration.calendar_due($1, ($2 || 'Z')::timestamptz, $3::float8)"_s,
            {calendar, start, QString::number(seconds)});
    }

    /// Every other one close to a change of the clocks.
    static QDateTime start(QRandomGenerator& random, int i)
    {
        static const QList<QDateTime> changes{utc(u"2018-03-25 01:00"_s), utc(u"2018-10-28 01:00"_s),
            utc(u"2018-02-18 02:00"_s), utc(u"2018-11-04 03:00"_s), utc(u"2018-03-31 15:00"_s),
            utc(u"2018-10-06 15:30"_s), utc(u"2018-12-24 23:00"_s)};
        if (i % 2 == 0)
            return utc(u"2018-01-01 00:00"_s).addSecs(random.bounded(360 * 86400));
        const QDateTime near = changes.at(random.bounded(int(changes.size()))).addSecs(random.bounded(-72, 24) * 1800);
        return i % 4 == 1 ? near : near.addSecs(random.bounded(3600));
    }

    static qint64 length(QRandomGenerator& random)
    {
        static const QList<qint64> lengths{0, 1, 60, 900, 1800, 3600, 14400, 36000, 57600, 86400, 172800, 259200};
        return random.bounded(3) == 0 ? random.bounded(300000) : lengths.at(random.bounded(int(lengths.size())));
    }

    void compare(const QString& name, const ReferenceCalendar& reference, const QDateTime& start, qint64 seconds)
    {
        const auto expected = reference.due(start, seconds);
        QVERIFY2(expected, qPrintable(name));
        const QString found = due_(name, text(start), seconds);
        QVERIFY2(found == text(*expected),
            qPrintable(
                u"%1: %2 + %3 s is %4, counted %5"_s.arg(name, text(start)).arg(seconds).arg(found, text(*expected))));
    }

    TestServer m_server;
    std::unique_ptr<IntegrationDatabase> m_database;
    QList<BusinessCalendar> m_calendars;
};

SIGNALBOX_TEST(TestCalendars)
#include "tst_calendars.moc"
