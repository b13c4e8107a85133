// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/queryrunner.h"
#include "tests/support/integrationdatabase.h"
#include "tests/support/naivelifecycle.h"
#include "tests/support/rumours.h"
#include "tests/support/seeds.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"
#include "tests/support/verifyoutcome.h"

#include <QJsonDocument>

#include <algorithm>
#include <thread>

using namespace Qt::StringLiterals;

class TestIngestRandom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        SIGNALBOX_REQUIRE(m_server);
        m_processes = Rumours::builtInProcesses();
        QCOMPARE(m_processes.size(), 5);
        for (const Process& process : std::as_const(m_processes))
            m_model.addProcess(process);
        const auto calendar = [this](const QString& name, const QString& hours, int days) {
            QList<QStringList> week(7);
            for (int day = 0; day < days; ++day)
                week[day] = {hours};
            m_model.addCalendar(
                name, ReferenceCalendar({name, name, u"Europe/Berlin"_s, week, {}}, {2017, 11, 1}, {2020, 1, 1}));
        };
        calendar(u"weekdays"_s, u"00:00-24:00"_s, 5);
        calendar(u"warehouse"_s, u"06:00-22:00"_s, 6);
        calendar(u"office"_s, u"08:00-18:00"_s, 5);
        m_channels = Rumours::channels();
        for (const Channel& channel : std::as_const(m_channels))
            m_model.addChannel(channel);
    }

    void endsInTheSameState_data()
    {
        QTest::addColumn<quint32>("seed");
        for (const quint32 seed : seeds({1, 20181122}))
            QTest::addRow("%u", seed) << seed;
    }

    void endsInTheSameState()
    {
        QFETCH(quint32, seed);
        Rumours rumours(seed, m_processes, utc(u"2018-01-05 00:00"_s), utc(u"2018-12-01 00:00"_s));
        const QList<TestEvent> events = rumours.events(110);
        const auto expected = m_model.derive(events);
        QVERIFY(events.size() > 1000);

        QStringList attributes;
        for (int round = 0; round < 3; ++round) {
            const auto settings = m_server.freshDatabase();
            IntegrationDatabase database(settings);
            for (const Channel& channel : std::as_const(m_channels))
                database.putChannel(Rumours::definitionOf(channel));
            send(settings, events, rumours, round);
            if (QTest::currentTestFailed())
                return;
            compare(NaiveLifecycle::stored(database), expected);
            if (QTest::currentTestFailed())
                return;
            attributes.append(attributesIn(database));
            QCOMPARE(attributes.constLast(), attributes.constFirst());
            QCOMPARE(database.rebuild(37), QStringList());
            compare(NaiveLifecycle::stored(database), expected);
            QCOMPARE(attributesIn(database), attributes.constFirst());
            QCOMPARE(
                database.value(u"SELECT count(*) FROM integration.business_event"_s), QString::number(events.size()));
            QCOMPARE(database.value(u"SELECT count(*) FROM integration.rejected_event"_s), u"0"_s);
        }
    }

private:
    /// The first time as they come, in one go; then shuffled, some twice, in batches of any size, over two connections.
    static void send(const ConnectionSettings& settings, const QList<TestEvent>& events, Rumours& rumours, int round)
    {
        QList<QList<TestEvent>> batches;
        if (round == 0) {
            batches = {events};
        } else {
            QList<TestEvent> shuffled = events;
            for (const TestEvent& event : events) {
                if (rumours.chance(20))
                    shuffled.append(event);
            }
            std::shuffle(shuffled.begin(), shuffled.end(), rumours.random());
            for (qsizetype at = 0; at < shuffled.size();) {
                const qsizetype size = std::min<qsizetype>(shuffled.size() - at,
                    rumours.chance(30) ? 1 + rumours.random().bounded(4) : 20 + rumours.random().bounded(200));
                batches.append(shuffled.sliced(at, size));
                at += size;
            }
        }
        QList<QString> problems(2);
        IngestCounts counts[2];
        const auto work = [&](int connection) {
            QueryRunner runner(settings);
            Ingestor ingestor(runner);
            for (qsizetype i = connection; i < batches.size(); i += 2) {
                IngestBatch batch;
                batch.events = QJsonDocument(TestEvent::array(batches.at(i))).toJson(QJsonDocument::Compact);
                const auto taken = ingestor.ingest(batch);
                if (!taken)
                    problems[connection] = taken.error().text;
                else
                    counts[connection] += taken.value().counts;
            }
        };
        problems.detach();
        std::thread other(work, 1);
        work(0);
        other.join();
        QCOMPARE(problems, QList<QString>(2));
        counts[0] += counts[1];
        QCOMPARE(counts[0].accepted, events.size());
        QCOMPARE(counts[0].rejected, 0);
        QCOMPARE(counts[0].accepted + counts[0].duplicates, counts[0].received);
    }

    static void compare(const QMap<QString, QStringList>& found, const QMap<QString, QStringList>& expected)
    {
        QCOMPARE(found.keys(), expected.keys());
        for (auto it = expected.begin(); it != expected.end(); ++it) {
            const QStringList lines = found.value(it.key());
            if (lines == it.value())
                continue;
            QStringList differences;
            for (const QString& line : it.value()) {
                if (!lines.contains(line))
                    differences.append(u"expected "_s + line);
            }
            for (const QString& line : lines) {
                if (!it.value().contains(line))
                    differences.append(u"found    "_s + line);
            }
            QFAIL(qPrintable(it.key() + u":\n"_s + differences.join(u'\n')));
        }
    }

    /// What the reference does not speak of, to be the same every time.
    static QString attributesIn(IntegrationDatabase& database)
    {
        return database.value(
            u"SELECT string_agg(t, E'\\n' ORDER BY t) FROM ("
            "SELECT concat_ws(' ', order_key, line, sku, l.stamp) AS t FROM integration.order_line l JOIN integration.sales_order o ON o.id = l.order_id "
            "UNION ALL SELECT concat_ws(' ', order_key, object_id, since) FROM integration.external_ref r JOIN integration.sales_order o ON o.id = r.order_id "
            "UNION ALL SELECT concat_ws(' ', order_key, statements, stated_process, placed_stated) FROM integration.sales_order "
            "UNION ALL SELECT concat_ws(' ', order_key, step, scope, first_stamp, last_stamp, failed_at, skipped_at, reversed_at, unknown_at, last_completed_at) "
            "FROM integration.milestone m JOIN integration.sales_order o ON o.id = m.order_id) s"_s);
    }

    TestServer m_server;
    QList<Process> m_processes;
    QList<Channel> m_channels;
    NaiveLifecycle m_model;
};

SIGNALBOX_TEST(TestIngestRandom)
#include "tst_ingestrandom.moc"
