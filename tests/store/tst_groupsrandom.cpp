// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/pggroupsource.h"
#include "tests/store/person.h"
#include "tests/support/seeds.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"

#include <QMap>

#include <random>

using namespace Qt::StringLiterals;

namespace {

/// Where exceptions belong, worked out the slow way: the split of a group that fits comes first, then what it was
/// merged into, and so on from there.
struct NaiveRoutes
{
    struct Split
    {
        QString code;
        qint64 into = 0;
    };
    QMap<qint64, QList<Split>> splits;
    QMap<qint64, qint64> merged;

    qint64 of(qint64 group, const QString& code) const
    {
        for (const Split& split : splits.value(group)) {
            if (split.code == code)
                return of(split.into, code);
        }
        return merged.contains(group) ? of(merged.value(group), code) : group;
    }
};

} // namespace

/// Any sequence of failures, actions, merges, splits and undoings: counts add up, and everything is where it belongs.
class TestGroupsRandom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { SIGNALBOX_REQUIRE(m_server); }

    void countsAddUpAndEverythingIsInItsPlace_data()
    {
        QTest::addColumn<quint32>("seed");
        for (const quint32 seed : seeds({1, 2, 3}))
            QTest::addRow("%u", seed) << seed;
    }

    void countsAddUpAndEverythingIsInItsPlace()
    {
        QFETCH(quint32, seed);
        std::mt19937 dice(seed);
        const auto roll = [&dice](int n) { return int(dice() % unsigned(n)); };
        const ConnectionSettings settings = m_server.freshDatabase();
        IntegrationDatabase database(settings);
        FakeRelay relay(settings, u"A"_s);
        putErp(database);
        QueryRunner runner(settings);
        PgGroupSource source(runner);
        NaiveRoutes routes;
        struct Change
        {
            qint64 id = 0;
            QList<qint64> merged; ///< empty: a split
            qint64 group = 0;
            qint64 into = 0;
            QString code;
        };
        QList<Change> changes;
        QMap<QString, qint64> origin;
        int messages = 0;
        for (int step = 0; step < 60; ++step) {
            const QList<QStringList> groups
                = database.rows(u"SELECT id FROM integration.exception_group WHERE merged_into IS NULL ORDER BY id"_s);
            const auto any = [&] { return groups.at(roll(int(groups.size()))).at(0).toLongLong(); };
            switch (groups.size() < 2 ? 0 : roll(10)) {
            case 0:
            case 1:
            case 2: { // a few messages fail, each in its own way; codes of one fingerprint differ
                for (int i = roll(4); i >= 0; --i)
                    submit(database, QString::number(++messages), u"1"_s);
                QList<TryEnd> ends;
                for (const Claimed& claimed : relay.claim()) {
                    TryEnd end = TryEnd::rejected(claimed, u"E%1"_s.arg(roll(3)));
                    const QString print = u"fp%1"_s.arg(roll(4));
                    end.fields.insert(u"fingerprint"_s, print);
                    ends.append(end);
                }
                relay.finish(ends);
                for (const QStringList& row : database.rows(
                         u"SELECT fingerprint, id FROM integration.exception_group WHERE fingerprint IS NOT NULL"_s))
                    origin.insert(row.at(0), row.at(1).toLongLong());
                break;
            }
            case 3: { // somebody does something to some of them
                const QStringList actions{u"take"_s, u"release"_s, u"resolve"_s, u"snooze"_s};
                database.run(
                    u"SELECT integration.change_exceptions('%1', array_agg(id), array_agg(version), "
                    "'{\"resolution\": \"not_needed\", \"reason\": \"x\", \"until\": \"2100-01-01\"}') FROM (SELECT id, version FROM integration.exception WHERE id % 3 = %2) x"_s
                        .arg(actions.at(roll(4)))
                        .arg(roll(3)));
                break;
            }
            case 9: // steps are due at other times
                database.run(
                    u"UPDATE integration.exception SET due_at = NULLIF(now() + (id % 7 - %1) * interval '40 minutes', now()), currency = 'EUR', total_minor = id WHERE id % 2 = %2"_s
                        .arg(roll(7))
                        .arg(roll(2)));
                break;
            case 4: { // or to a group
                const QStringList actions{u"take"_s, u"release"_s, u"archive"_s, u"reopen"_s, u"resolve"_s};
                database.run(
                    u"SELECT integration.change_groups('%1', ARRAY[id], ARRAY[version], '{\"resolution\": \"not_needed\", \"reason\": \"x\", \"most\": 3}') "
                    "FROM integration.exception_group WHERE id = %2"_s.arg(actions.at(roll(5)))
                        .arg(any()));
                database.run(u"SELECT integration.wake_groups()"_s);
                break;
            }
            case 5: { // merged
                const qint64 from = any();
                const qint64 into = any();
                const QString id
                    = attempt(database, u"SELECT integration.merge_groups(ARRAY[%1], %2)"_s.arg(from).arg(into));
                if (!id.isEmpty()) {
                    routes.merged.insert(from, into);
                    changes.append({id.toLongLong(), {from}, 0, into, {}});
                }
                break;
            }
            case 6: { // split
                const qint64 group = any();
                const QString code = u"E%1"_s.arg(roll(3));
                const QString into
                    = attempt(database, u"SELECT integration.split_group(%1, 'code', '%2')"_s.arg(group).arg(code));
                if (!into.isEmpty()) {
                    routes.splits[group].append({code, into.toLongLong()});
                    changes.append({database.value(u"SELECT max(id) FROM integration.group_change"_s).toLongLong(), {},
                        group, into.toLongLong(), code});
                }
                break;
            }
            case 7: { // undone
                if (changes.isEmpty())
                    break;
                const int at = roll(int(changes.size()));
                const Change change = changes.at(at);
                if (attempt(database, u"SELECT 1 FROM integration.undo_group_change(%1)"_s.arg(change.id)).isEmpty())
                    break;
                changes.removeAt(at);
                for (const qint64 group : change.merged) {
                    if (routes.merged.value(group) == change.into)
                        routes.merged.remove(group);
                }
                if (change.merged.isEmpty())
                    routes.splits[change.group].removeIf(
                        [&](const NaiveRoutes::Split& split) { return split.into == change.into; });
                break;
            }
            default: // tallies are folded, however few there are
                database.run(
                    u"INSERT INTO integration.exception_tally SELECT id, '', '', 'open', 'in_doubt', false, '', '', 0, 0, now() "
                    "FROM integration.exception_group, generate_series(1, 500)"_s);
                database.run(u"SELECT integration.fold_tallies()"_s);
            }
            // every exception is where it belongs
            for (const QStringList& row :
                database.rows(u"SELECT id, fingerprint, error_code, group_id FROM integration.exception"_s))
                QCOMPARE(row.at(3).toLongLong(), routes.of(origin.value(row.at(1)), row.at(2)));
            // and every count is what counting gives
            const QString dimensions
                = u"group_id, queue, COALESCE(owner, ''), state, kind, regression, COALESCE(resolution, '')"_s;
            QCOMPARE(
                database.rows(
                    u"SELECT %1, sum(n)::bigint FROM integration.exception_tally GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(n) <> 0 ORDER BY 1, 2, 3, 4, 5, 6, 7"_s
                        .arg(dimensions)),
                database.rows(
                    u"SELECT %1, count(*) FROM integration.exception GROUP BY 1, 2, 3, 4, 5, 6, 7 ORDER BY 1, 2, 3, 4, 5, 6, 7"_s
                        .arg(dimensions)));
            QCOMPARE(
                database.rows(
                    u"SELECT hour, group_id, state, currency, sum(n)::bigint, sum(minor)::bigint FROM integration.exception_due_hour GROUP BY 1, 2, 3, 4 "
                    "HAVING sum(n) <> 0 ORDER BY 1, 2, 3, 4"_s),
                database.rows(
                    u"SELECT date_trunc('hour', due_at, 'UTC'), group_id, state, COALESCE(currency, ''), count(*), COALESCE(sum(total_minor), 0)::bigint "
                    "FROM integration.exception WHERE due_at IS NOT NULL AND state <> 'resolved' GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4"_s));
            QCOMPARE(
                database.value(
                    u"SELECT (SELECT COALESCE(sum(n), 0) FROM integration.breaching_row WHERE state <> 'snoozed') - "
                    "(SELECT count(*) FROM integration.exception_row WHERE state NOT IN ('resolved', 'snoozed') AND step_due_at < now() + interval '1 hour')"_s),
                u"0"_s);
            qint64 listed = 0;
            const auto page = waitFor(source.groups({}));
            VERIFY_OUTCOME(page);
            for (const ExceptionGroup& group : page.value().groups)
                listed += group.count;
            QCOMPARE(listed,
                database
                    .value(
                        u"SELECT count(*) FROM integration.exception_row WHERE state NOT IN ('resolved', 'snoozed')"_s)
                    .toLongLong());
        }
        QCOMPARE(database.value(u"SELECT integration.audit_broken_at()"_s), QString());
    }

private:
    /// The value, or nothing when the server refuses for a reason of its rules.
    static QString attempt(IntegrationDatabase& database, const QString& sql)
    {
        try {
            return database.value(sql);
        } catch (const std::exception&) {
            return {};
        }
    }

    TestServer m_server;
};

SIGNALBOX_TEST(TestGroupsRandom)
#include "tst_groupsrandom.moc"
