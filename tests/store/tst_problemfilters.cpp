// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/filterfields.h"
#include "models/domain/filtervalues.h"
#include "models/store/pggroupsource.h"
#include "tests/store/person.h"
#include "tests/support/seeds.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using TermKind = FilterExpression::Kind;

/// A problem as it is stored, with what filters speak of; by the name of the column.
using StoredProblem = QMap<QString, QString>;

/// What a filter means, said once more without SQL.
class ProblemJudge
{
public:
    ProblemJudge(const QDateTime& now, const QString& me)
        : m_now(now)
        , m_me(me)
    { }

    bool matches(const FilterExpression& filter, const StoredProblem& p) const
    {
        const auto matching = [&](const FilterExpression& child) { return matches(child, p); };
        switch (filter.kind()) {
        case TermKind::Everything:
            return true;
        case TermKind::Not:
            return !matching(filter.children().constFirst());
        case TermKind::Or:
            return std::ranges::any_of(filter.children(), matching);
        case TermKind::And:
            return std::ranges::all_of(filter.children(), matching);
        case TermKind::Term:
            break;
        }
        return matchesTerm(filter.term(), p);
    }

    /// What the queue Open holds, in the light of the filter.
    static bool isInOpen(const FilterExpression& filter, const StoredProblem& p)
    {
        const QString states = statesIn(filter);
        if (states.isEmpty())
            return isWaiting(p);
        return p[u"own_state"_s] != u"resolved"_s || states.contains(u"resolved"_s);
    }

private:
    static QString statesIn(const FilterExpression& filter)
    {
        if (filter.kind() == TermKind::Term)
            return filter.term().field == FilterField::State ? filter.term().values.join(u' ') : QString();
        QString states;
        for (const FilterExpression& child : filter.children())
            states += statesIn(child);
        return states;
    }

    static bool isWaiting(const StoredProblem& p)
    {
        return p[u"own_state"_s] != u"resolved"_s && p[u"state"_s] != u"snoozed"_s;
    }

    static QRegularExpression pattern(const QString& value, bool contained)
    {
        QStringList parts;
        for (const QString& part : wildcardParts(value))
            parts.append(QRegularExpression::escape(part));
        const QString text = parts.join(u".*"_s);
        return contained ? QRegularExpression(
                   text, QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption)
                         : QRegularExpression(
                             QRegularExpression::anchoredPattern(text), QRegularExpression::DotMatchesEverythingOption);
    }

    static bool anyOf(const FilterTerm& term, const QString& text, bool contained = false)
    {
        return !text.isNull() && std::ranges::any_of(term.values, [&](const QString& value) {
            return pattern(value, contained).match(text).hasMatch();
        });
    }

    bool inState(const QString& value, const StoredProblem& p) const
    {
        const bool unresolved = p[u"own_state"_s] != u"resolved"_s;
        if (value == u"open"_s)
            return isWaiting(p);
        if (value == u"failed"_s)
            return unresolved && p[u"kind"_s] != u"in_doubt"_s && p[u"kind"_s] != u"overdue"_s;
        if (value == u"regressed"_s)
            return p[u"regression"_s] == u"t"_s || p[u"group_state"_s] == value;
        if (QStringList{u"assigned"_s, u"replaying"_s, u"snoozed"_s, u"resolved"_s}.contains(value))
            return p[u"state"_s] == value;
        return p[u"group_state"_s] == value;
    }

    static bool compares(const FilterTerm& term, double value, double low, double high)
    {
        switch (term.op) {
        case FilterOperator::Less:
            return value < low;
        case FilterOperator::LessOrEqual:
            return value <= low;
        case FilterOperator::Greater:
            return value > low;
        case FilterOperator::GreaterOrEqual:
            return value >= low;
        case FilterOperator::Between:
            return value >= low && value <= high;
        case FilterOperator::Equals:
            break;
        }
        return value == low;
    }

    static bool seconds(const FilterTerm& term, const QDateTime& from, const QDateTime& to)
    {
        return from.isValid() && to.isValid()
            && compares(term, double(from.msecsTo(to)) / 1000, double(term.seconds), double(term.secondsTo));
    }

    static bool inTime(const FilterTerm& term, const QDateTime& time)
    {
        switch (term.op) {
        case FilterOperator::Less:
            return time < term.from;
        case FilterOperator::GreaterOrEqual:
            return time >= term.from;
        default:
            return time >= term.from && time < term.to;
        }
    }

    static bool number(const FilterTerm& term, const QString& text)
    {
        return !text.isNull() && compares(term, text.toDouble(), term.decimal.toDouble(), term.decimalTo.toDouble());
    }

    bool matchesTerm(const FilterTerm& term, const StoredProblem& p) const
    {
        const QDateTime due = utcOfMilliseconds(p[u"due_at"_s]);
        switch (term.field) {
        case FilterField::Text: {
            const QString search
                = QStringList{p[u"order_number"_s], p[u"flow"_s], p[u"step"_s], p[u"error_code"_s], p[u"error_text"_s]}
                      .join(u'\n');
            return std::ranges::any_of(term.values, [&](const QString& value) {
                const QStringList parts = wildcardParts(value);
                if (parts.size() > 1 || parts.constFirst().size() >= leastSearchLetters)
                    return pattern(value, true).match(search).hasMatch();
                // a letter or two begin a word of what is the same in many
                const QString shared
                    = QStringList{p[u"fixed"_s], p[u"flow"_s], p[u"step"_s], p[u"error_code"_s]}.join(u'\n');
                return QRegularExpression(u"(^|[ \n\\-._/:(\"'])"_s + QRegularExpression::escape(parts.constFirst()),
                    QRegularExpression::CaseInsensitiveOption)
                    .match(shared)
                    .hasMatch();
            });
        }
        case FilterField::Error:
            return anyOf(term, p[u"error_text"_s], true);
        case FilterField::Payload:
            return p[u"own_state"_s] != u"resolved"_s && anyOf(term, p[u"payload"_s], true);
        case FilterField::Order:
            return anyOf(term, p[u"order_number"_s].isEmpty() ? QString() : p[u"order_number"_s])
                || anyOf(term, p[u"order_key"_s]);
        case FilterField::State:
            return std::ranges::any_of(term.values, [&](const QString& value) { return inState(value, p); });
        case FilterField::Kind:
            return std::ranges::any_of(term.values, [&](const QString& value) {
                return value == u"failure"_s ? p[u"kind"_s] != u"overdue"_s : p[u"kind"_s] == value;
            });
        case FilterField::Owner:
            return std::ranges::any_of(term.values, [&](const QString& value) {
                const QString owner = p[u"owner"_s];
                return value == filterOwnerNone ? owner.isNull()
                    : value == filterOwnerMe    ? owner == m_me
                                                : !owner.isNull() && pattern(value, false).match(owner).hasMatch();
            });
        case FilterField::Tag: {
            const QStringList tags = p[u"tags"_s].split(u',', Qt::SkipEmptyParts);
            return std::ranges::any_of(tags, [&](const QString& tag) { return anyOf(term, tag); });
        }
        case FilterField::Due:
            return seconds(term, m_now, due);
        case FilterField::Overdue:
            return due.isValid() && due < m_now && seconds(term, due, m_now);
        case FilterField::Age:
            return seconds(term, utcOfMilliseconds(p[u"opened_at"_s]), m_now);
        case FilterField::Opened:
            return inTime(term, utcOfMilliseconds(p[u"opened_at"_s]));
        case FilterField::Seen:
            return inTime(term, utcOfMilliseconds(p[u"last_at"_s]));
        case FilterField::Value:
            return number(term, p[u"major"_s]);
        case FilterField::Attempts:
            return number(term, p[u"attempts"_s]);
        case FilterField::Http:
            return number(term, p[u"http"_s]);
        default:
            return anyOf(term, p.value(columns.value(term.field)));
        }
    }

    static inline const QMap<FilterField, QString> columns{{FilterField::Flow, u"flow"_s},
        {FilterField::Code, u"error_code"_s}, {FilterField::Class, u"error_class"_s},
        {FilterField::Effect, u"error_effect"_s}, {FilterField::Severity, u"severity"_s},
        {FilterField::System, u"target_system"_s}, {FilterField::Step, u"step"_s},
        {FilterField::Currency, u"currency"_s}, {FilterField::Team, u"queue"_s}, {FilterField::Group, u"group_id"_s},
        {FilterField::Channel, u"channel"_s}, {FilterField::Process, u"process"_s}};

    QDateTime m_now;
    QString m_me;
};

} // namespace

/// Filters of problems on a real server, against the model above: lists, groups, counts and plans agree.
class TestProblemFilters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        SIGNALBOX_REQUIRE(m_server);
        const ConnectionSettings settings = m_server.freshDatabase();
        m_database = std::make_unique<IntegrationDatabase>(settings);
        fill();
        m_sue = std::make_unique<Person>(m_server.as(settings, u"sue"_s, {u"signalbox_support"_s}));
        m_vera = std::make_unique<Person>(m_server.as(settings, u"vera"_s, {u"signalbox_viewer"_s}));
        m_groups = std::make_unique<PgGroupSource>(m_sue->runner);
        read();
    }

    void fieldsAndOperators_data()
    {
        QTest::addColumn<QString>("filter");
        for (const QString& text : atoms())
            QTest::newRow(qPrintable(text)) << text;
    }

    void fieldsAndOperators()
    {
        QFETCH(QString, filter);
        check(filter);
        check(u"-"_s + filter);
    }

    /// A test over nothing would always agree.
    void theAtomsDivideTheProblems()
    {
        int dividing = 0;
        for (const QString& text : atoms()) {
            const auto found = expected(problems(text), QDateTime::currentDateTimeUtc());
            dividing += int(!found.isEmpty() && found.size() < m_problems.size());
        }
        QVERIFY2(dividing * 10 > atoms().size() * 9, qPrintable(u"%1 of %2"_s.arg(dividing).arg(atoms().size())));
        QSet<QString> tried;
        for (const QString& text : atoms())
            tried.insert(text.section(QRegularExpression(u"[^a-z]"_s), 0, 0));
        for (const FilterFieldInfo& field : filterFields(FilterSubject::Problems))
            QVERIFY2(tried.contains(field.name), qPrintable(field.name));
    }

    void combinations()
    {
        for (const quint32 seed : seeds({7})) {
            QRandomGenerator random(seed);
            for (int i = 0; i < 120; ++i) {
                check(combination(random, 3));
                if (QTest::currentTestFailed())
                    return;
            }
        }
    }

    void everyQueueTakesAFilter()
    {
        for (const ExceptionQueue queue : {ExceptionQueue::New, ExceptionQueue::Mine, ExceptionQueue::Unassigned,
                 ExceptionQueue::InDoubt, ExceptionQueue::Breaching, ExceptionQueue::Regressed, ExceptionQueue::Snoozed,
                 ExceptionQueue::AwaitingApproval, ExceptionQueue::Resolved, ExceptionQueue::Team}) {
            for (const QString& text : {QString(), u"tax"_s, u"code:E1"_s, u"value>=50"_s, u"tax OR age>1d"_s}) {
                const ExceptionQuery query{queue, u"erp team"_s, problems(text), {}, 1000};
                const auto page = waitFor(m_sue->source.page(query));
                VERIFY_OUTCOME(page);
                const auto groups = waitFor(m_groups->groups(query));
                VERIFY_OUTCOME(groups);
                qint64 sum = 0;
                for (const ExceptionGroup& group : groups.value().groups)
                    sum += group.count;
                QCOMPARE(sum, page.value().exceptions.size());
                QVERIFY(!groups.value().more);
            }
        }
    }

    void anOpenedGroupKeepsTheFilter()
    {
        ExceptionQuery query{ExceptionQueue::Open, {}, problems(u"tax value>=20"_s), {}, 1000};
        const auto groups = waitFor(m_groups->groups(query));
        VERIFY_OUTCOME(groups);
        QVERIFY(!groups.value().groups.isEmpty());
        for (const ExceptionGroup& group : groups.value().groups) {
            query.group = group.id;
            QCOMPARE(m_sue->listed(query).size(), group.count);
            QCOMPARE(waitFor(m_groups->groups(query)).value().groups.size(), 1);
        }
    }

    void payloadsAreSearchedToTheirEnd_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<bool>("found");
        QTest::newRow("long") << 50'000 << true;
        QTest::newRow("as long as is searched") << 60'000 << true;
        QTest::newRow("longer: and that is said") << 80'000 << false;
    }

    void payloadsAreSearchedToTheirEnd()
    {
        QFETCH(int, size);
        QFETCH(bool, found);
        const QString id
            = m_database->value(u"SELECT min(transaction_id) FROM integration.exception WHERE state <> 'resolved'"_s);
        // many that are different, one that comes again and again, and one at the end
        m_database->rows(
            u"INSERT INTO integration.payload (transaction_id, revision, content) SELECT $1::bigint, max(p.revision) + 1, "
            "(SELECT jsonb_agg(CASE WHEN i % 2 = 0 THEN 'the same' ELSE md5(i::text) END) || '\"at the very end\"' FROM generate_series(1, $2::int / 16) i)::text "
            "FROM integration.payload p WHERE p.transaction_id = $1::bigint"_s,
            {id, QString::number(size)});
        const ExceptionQuery query{ExceptionQueue::Open, {}, problems(u"payload:\"the very end\""_s), {}, 9};
        const auto page = waitFor(m_sue->source.page(query));
        VERIFY_OUTCOME(page);
        QCOMPARE(page.value().exceptions.size(), found ? 1 : 0);
        QCOMPARE(page.value().cutPayloads, found ? 0 : 1);
        QCOMPARE(waitFor(m_groups->groups(query)).value().cutPayloads, found ? 0 : 1);
        QCOMPARE(waitFor(m_sue->source.page({})).value().cutPayloads, 0); // it is not asked for
        m_database->rows(
            u"DELETE FROM integration.payload p USING integration.transaction t WHERE p.transaction_id = $1::bigint AND t.id = p.transaction_id AND p.revision > t.revision"_s,
            {id});
        m_database->rows(
            u"UPDATE integration.payload_search s SET words = integration.payload_words(p.content) FROM integration.payload p WHERE s.transaction_id = $1::bigint AND p.transaction_id = s.transaction_id"_s,
            {id});
    }

    void payloadsAreForThoseWhoMayReadThem()
    {
        QVERIFY(!m_sue->listed({ExceptionQueue::Open, {}, problems(u"payload:sku-1"_s), {}, 9}).isEmpty());
        const auto page = waitFor(m_vera->source.page({ExceptionQueue::Open, {}, problems(u"payload:sku-1"_s), {}, 9}));
        QVERIFY(!page);
        QCOMPARE(page.error().kind, Failure::Permission);
    }

    void valuesAreOffered()
    {
        const auto values = waitFor(m_vera->source.filterValues());
        VERIFY_OUTCOME(values);
        QVERIFY(values.value().value(u"flow"_s).contains(u"erp.post"_s));
        QCOMPARE(values.value().value(u"owner"_s).mid(0, 2), (QStringList{u"me"_s, u"none"_s}));
        QVERIFY(values.value().value(u"owner"_s).contains(u"sue"_s));
        QVERIFY(values.value().value(u"team"_s).contains(u"money team"_s));
        QVERIFY(values.value().value(u"code"_s).contains(u"E1"_s));
        QCOMPARE(values.value().value(u"tag"_s), (QStringList{u"b2b_x"_s, u"test"_s, u"vip"_s}));
    }

    /// What the queue list shows of a saved view.
    void countsAreThoseOfTheGroups()
    {
        for (const QString& text :
            {QString(), u"tax"_s, u"code:E1"_s, u"value>=50"_s, u"-tag:test"_s, u"tag:vip OR tax"_s}) {
            const ExceptionQuery query{ExceptionQueue::Open, {}, problems(text), {}, 1000};
            const auto count = waitFor(m_sue->source.count(query));
            VERIFY_OUTCOME(count);
            QVERIFY2(count.value() == (CappedCount{m_sue->listed(query).size(), false}), qPrintable(text));
        }
        QVERIFY(!waitFor(m_vera->source.count({ExceptionQueue::Open, {}, problems(u"payload:sku-1"_s), {}, 9})));
    }

    /// Last: it adds to the problems.
    void whatTheTalliesKnowIsCountedToTheEnd()
    {
        insertProblems(1001, 30'000, u"i <> i"_s);
        for (const auto& [text, exact] : {std::pair{u"tax"_s, true}, {u"tax code:E1,E3"_s, true}, {u"E"_s, true},
                 {u"e -zz"_s, true}, {u"age>1h"_s, false}, {u"tax age>1h"_s, false}, {u"flow:erp.post"_s, true}}) {
            const ExceptionQuery query{ExceptionQueue::Open, {}, problems(text), {}, 10};
            const auto groups = waitFor(m_groups->groups(query));
            VERIFY_OUTCOME(groups);
            const auto page = waitFor(m_sue->source.page(query));
            VERIFY_OUTCOME(page);
            QVERIFY(page.value().total);
            QCOMPARE(page.value().total->more, !exact);
            QCOMPARE(groups.value().more, !exact);
            qint64 sum = 0;
            bool atLeast = false;
            for (const ExceptionGroup& group : groups.value().groups) {
                sum += group.count;
                atLeast = atLeast || group.atLeast;
            }
            QCOMPARE(atLeast, !exact);
            QVERIFY(exact ? sum > 10'000 : sum >= 10'000);
            if (exact)
                QCOMPARE(page.value().total->count, sum);
        }
    }

private:
    void fill()
    {
        putErp(*m_database);
        putErp(*m_database, {},
            {{u"code"_s, u"pay.post"_s}, {u"team"_s, u"money team"_s}, {u"target_system"_s, u"psp"_s}});
        const QDateTime now = QDateTime::currentDateTimeUtc();
        QList<TestEvent> events;
        const QStringList currencies{u"EUR"_s, u"JPY"_s, u"KWD"_s};
        for (int i = 1; i <= 20; ++i)
            events.append({u"R-%1"_s.arg(i), u"order_captured"_s, now.addSecs(-600 * i), {},
                orderData(i % 3 ? u"web"_s : u"till"_s, u"9"_s, currencies.at(i % 3),
                    {{u"number"_s, u"N%1"_s.arg(i + 4700)}})});
        m_database->ingest(events);
        for (int i = 1; i <= 30; ++i)
            submit(*m_database, QString::number(i), u"1"_s, i % 4 ? u"erp.post"_s : u"pay.post"_s);
        m_database->run(
            u"UPDATE integration.payload SET content = CASE WHEN transaction_id % 5 = 0 THEN 'no JSON, Anna' ELSE "
            "'{\"sku\": \"SKU-' || transaction_id || '\", \"n\": [1, {\"price\": ' || transaction_id || '.50}]}' END"_s);
        m_database->run(u"UPDATE integration.transaction SET attempts = id % 4"_s);
        m_database->run(
            u"INSERT INTO integration.attempt (transaction_id, number, relay, started_at, finished_at, outcome, http_status) "
            "SELECT t.id, n, 'A', now(), now(), 'failed', CASE WHEN t.id % 7 <> 0 THEN 500 + (t.id + n) % 4 END "
            "FROM integration.transaction t, generate_series(1, t.attempts) n"_s);
        m_database->run(
            u"INSERT INTO integration.exception_group (fingerprint, flow, kind, step, system, error_class, error_code, sample, state, owner, waiting_on) VALUES "
            "('a', 'erp.post', 'delivery_failure', '', '', 'data', 'E1', 'Tax code V7 of 10000812 is not maintained', 'new', NULL, NULL), "
            "('b', 'pay.post', 'delivery_failure', '', '', 'auth', 'E2', 'Customer \"Bell\" isn''t known: 5%', 'acknowledged', 'sue', NULL), "
            "('c', 'erp.post', 'in_doubt', '', '', 'transient', '', 'Time out, tax_total unknown', 'waiting', NULL, 'the ERP team'), "
            "('d', '', 'overdue', 'validation', 'wms', '', '', '', 'archived', NULL, NULL), "
            "('e', 'erp.post', 'delivery_failure', '', '', 'data', 'E3', 'Tax code 5', 'regressed', 'vera', NULL)"_s);
        insertProblems(1, 300, u"i % 10 < 3"_s);
        m_database->run(
            u"SELECT integration.change_tags(ARRAY(SELECT o.id FROM integration.sales_order o WHERE o.id % d.n = 0), d.tags, '{}', NULL) "
            "FROM (VALUES (3, ARRAY['test']), (4, ARRAY['vip', 'b2b_x'])) d (n, tags)"_s);
    }

    /// unlike: which messages are not like those of their group.
    void insertProblems(int first, int last, const QString& unlike)
    {
        m_database->run(
            u"INSERT INTO integration.exception (kind, queue, severity, fingerprint, group_id, flow, transaction_id, order_id, step, system, scope, currency, total_minor, due_at, "
            "error_class, error_effect, error_code, error_text, opened_at, last_at, regression, state, owner, snoozed_until, resolved_at, resolution) "
            "SELECT g.kind, CASE WHEN i % 4 = 0 THEN 'money team' ELSE 'erp team' END, (ARRAY['critical', 'high', 'normal', 'low'])[1 + i % 4], g.fingerprint, g.id, g.flow, "
            "CASE WHEN i <= 30 THEN i END, (SELECT o.id FROM integration.sales_order o WHERE o.order_number = 'N' || (4700 + i % 25)), g.step, g.system, i::text, "
            "c.code, CASE WHEN c.code IS NOT NULL THEN i * 40 END, CASE WHEN i % 3 <> 0 THEN now() + (i - 150) * interval '5 minutes' + interval '17 s' END, "
            "g.error_class, (ARRAY['unknown', 'applied', 'not_applied'])[1 + i % 3], CASE WHEN i % 11 = 0 THEN 'E_%' ELSE g.error_code END, "
            "CASE WHEN %3 THEN 'Something else: a 100% ta\\x code, ' || i ELSE replace(replace(g.sample, 'V7', 'V' || i), 'Bell', 'B ' || i) END, "
            "now() - i * interval '31 minutes', now() - i * interval '7 minutes', i % 13 = 0, "
            "CASE WHEN i > 300 OR i <= 30 THEN 'open' WHEN i % 9 = 0 THEN 'resolved' WHEN i % 9 = 1 THEN 'snoozed' WHEN i % 9 = 2 THEN 'replaying' WHEN i % 5 = 0 THEN 'assigned' ELSE 'open' END, "
            "CASE WHEN i % 5 = 0 AND i < 300 THEN (ARRAY['sue', 'vera'])[1 + i % 2] END, "
            "CASE WHEN i > 30 AND i <= 300 AND i % 9 = 1 THEN now() + interval '1 day' END, "
            "CASE WHEN i > 30 AND i <= 300 AND i % 9 = 0 THEN now() - interval '1 day' END, "
            "CASE WHEN i > 30 AND i <= 300 AND i % 9 = 0 THEN 'not_needed' END "
            "FROM generate_series(%1, %2) i JOIN integration.exception_group g ON g.id = 1 + i % 5 AND (i <= 300 OR g.fingerprint IN ('a', 'e')), "
            "LATERAL (SELECT (ARRAY['EUR', 'JPY', 'KWD', NULL])[1 + i % 4] AS code) c"_s.arg(first)
                .arg(last)
                .arg(unlike));
    }

    static QStringList atoms()
    {
        QStringList texts{u"tax"_s, u"TAX"_s, u"\"tax code\""_s, u"E1"_s, u"erp"_s, u"valid"_s, u"470"_s, u"N4711"_s,
            u"5"_s, u"a"_s, u"is"_s, u"3,v1"_s, u"100%"_s, u"ta\\x"_s, u"tax*code"_s, u"E_"_s, u"tax,customer"_s,
            u"error:\"tax code\""_s, u"error:customer"_s, u"error:V*7"_s, u"error:time,\"isn't\""_s, u"order:N4711"_s,
            u"order:N47*"_s, u"order:R-3,N4705"_s, u"flow:erp.post"_s, u"flow:pay*"_s, u"flow:erp.post,pay.post"_s,
            u"owner:me"_s, u"owner:none"_s, u"owner:vera"_s, u"owner:s*,none"_s, u"code:E1"_s, u"code:E*"_s,
            u"code:\"E_%\""_s, u"system:erp"_s, u"system:w*,psp"_s, u"target:psp"_s, u"step:validation"_s,
            u"step:val*"_s, u"due<1h"_s, u"due<=4h"_s, u"due>3h"_s, u"due>=30m"_s, u"due:1h..5h"_s, u"overdue>2h"_s,
            u"overdue>=1h"_s, u"overdue<3h"_s, u"overdue:1h..6h"_s, u"age>2h"_s, u"age<=1d"_s, u"age:1h..3d"_s,
            u"opened:today"_s, u"opened>=-24h"_s, u"opened:-3d..-1d"_s, u"seen:today"_s, u"seen<-12h"_s, u"value>=50"_s,
            u"value<3"_s, u"value:120"_s, u"value:1..12.5"_s, u"value<=0.400"_s, u"currency:EUR"_s,
            u"currency:jpy,kwd"_s, u"channel:web"_s, u"channel:t*"_s, u"process:*"_s, u"team:\"erp team\""_s,
            u"team:money*"_s, u"queue:\"erp team\",x"_s, u"attempts>=2"_s, u"attempts:1"_s, u"attempts:2..3"_s,
            u"http:502"_s, u"http>=502"_s, u"http:500..501"_s, u"payload:sku-1"_s, u"payload:\"17.5\""_s,
            u"payload:anna"_s, u"tag:TEST"_s, u"tag:v*,none"_s, u"tag:b2b_x"_s, u"tag:*"_s, u"group:1"_s,
            u"group:2,3"_s, u"state:open,snoozed"_s, u"kind:overdue,contract"_s, u"kind:failure"_s, u"kind:overdue"_s,
            u"kind:in_doubt"_s, u"class:data"_s, u"class:auth,transient"_s};
        for (const FilterFieldInfo& field : filterFields(FilterSubject::Problems)) {
            if (field.field == FilterField::Kind || field.field == FilterField::Class)
                continue; // not every one of these is there
            for (const QString& choice : field.choices)
                texts.append(field.name + u':' + choice);
        }
        texts.removeAll(u"state:investigating"_s); // no group is
        return texts;
    }

    static QString combination(QRandomGenerator& random, int depth)
    {
        static const QStringList all = atoms();
        const auto any = [&] { return all.at(random.bounded(int(all.size()))); };
        if (depth == 0 || random.bounded(4) == 0)
            return any();
        switch (random.bounded(4)) {
        case 0:
            return u'(' + combination(random, depth - 1) + u" OR "_s + combination(random, depth - 1) + u')';
        case 1:
            return u"-("_s + combination(random, depth - 1) + u')';
        case 2:
            return any() + u' ' + combination(random, depth - 1);
        default:
            return u'(' + combination(random, depth - 1) + u' ' + combination(random, depth - 1) + u')';
        }
    }

    void read()
    {
        const QStringList names{u"id"_s, u"kind"_s, u"queue"_s, u"severity"_s, u"group_id"_s, u"own_state"_s,
            u"owner"_s, u"flow"_s, u"transaction_id"_s, u"step"_s, u"currency"_s, u"error_class"_s, u"error_effect"_s,
            u"error_code"_s, u"error_text"_s, u"regression"_s, u"target_system"_s, u"group_state"_s, u"order_number"_s,
            u"order_key"_s, u"channel"_s, u"process"_s, u"payload"_s, u"attempts"_s, u"http"_s, u"major"_s, u"due_at"_s,
            u"opened_at"_s, u"last_at"_s, u"tags"_s, u"fixed"_s};
        const auto rows = m_database->rows(
            u"SELECT x.id, x.kind, x.queue, x.severity, x.group_id, x.state, COALESCE(x.owner, g.owner), x.flow, x.transaction_id, x.step, x.currency, x.error_class, "
            "x.error_effect, x.error_code, x.error_text, x.regression, CASE WHEN x.system <> '' THEN x.system ELSE COALESCE(f.target_system, '') END, g.state, COALESCE(o.order_number, ''), "
            "o.order_key, o.channel, o.process, (SELECT CASE WHEN p.content LIKE '{%' THEN concat_ws(' ', p.content::jsonb->>'sku', p.content::jsonb->'n'->>0, p.content::jsonb->'n'->1->>'price') ELSE p.content END "
            "FROM integration.payload p WHERE p.transaction_id = x.transaction_id), "
            "COALESCE(t.attempts, 0), (SELECT a.http_status FROM integration.attempt a WHERE a.transaction_id = x.transaction_id AND a.number = t.attempts), "
            "x.total_minor / (CASE x.currency WHEN 'JPY' THEN 1.0 WHEN 'KWD' THEN 1000.0 ELSE 100.0 END), "
            "(extract(epoch FROM x.due_at) * 1000)::bigint, (extract(epoch FROM x.opened_at) * 1000)::bigint, (extract(epoch FROM x.last_at) * 1000)::bigint, "
            "COALESCE((SELECT string_agg(w.tag, ',') FROM integration.order_tag w WHERE w.order_id = x.order_id), ''), CASE WHEN x.usual THEN g.fixed END "
            "FROM integration.exception x JOIN integration.exception_group g ON g.id = x.group_id LEFT JOIN integration.flow f ON f.code = x.flow "
            "LEFT JOIN integration.transaction t ON t.id = x.transaction_id LEFT JOIN integration.sales_order o ON o.id = x.order_id"_s);
        for (const QStringList& row : rows) {
            StoredProblem problem;
            for (qsizetype i = 0; i < names.size(); ++i)
                problem[names.at(i)] = row.at(i);
            QString state = problem[u"own_state"_s];
            const bool free = state == u"open"_s || state == u"assigned"_s;
            if (free && problem[u"group_state"_s] == u"archived"_s)
                state = u"snoozed"_s;
            else if (state == u"open"_s && (problem[u"group_id"_s] == u"2"_s || problem[u"group_id"_s] == u"5"_s))
                state = u"assigned"_s; // their groups have owners
            problem[u"state"_s] = state;
            m_problems.append(problem);
        }
        QCOMPARE(m_problems.size(), 300);
    }

    QSet<qint64> expected(const FilterExpression& filter, const QDateTime& now) const
    {
        const ProblemJudge judge(now, u"sue"_s);
        QSet<qint64> ids;
        for (const StoredProblem& problem : m_problems) {
            if (ProblemJudge::isInOpen(filter, problem) && judge.matches(filter, problem))
                ids.insert(problem[u"id"_s].toLongLong());
        }
        return ids;
    }

    /// The clock runs on meanwhile: problems that come or go just now may be either.
    void check(const QString& text)
    {
        const FilterExpression filter = problems(text);
        const ExceptionQuery query{ExceptionQueue::Open, {}, filter, {}, 1000};
        const auto before = expected(filter, QDateTime::currentDateTimeUtc().addMSecs(-5));
        const auto page = waitFor(m_sue->source.page(query));
        const auto groups = waitFor(m_groups->groups(query));
        const auto planned = waitFor(m_sue->source.matching(query, 1000));
        const auto after = expected(filter, QDateTime::currentDateTimeUtc().addMSecs(5));
        QVERIFY2(page, qPrintable(text + u": "_s + (page ? QString() : page.error().text)));
        VERIFY_OUTCOME(groups);
        VERIFY_OUTCOME(planned);
        QSet<qint64> ids;
        QMap<qint64, qint64> inGroups;
        QSet<qint64> transactions;
        for (const Exception& exception : page.value().exceptions) {
            ids.insert(exception.id);
            ++inGroups[exception.groupId];
            if (exception.transactionId != 0 && exception.state != ExceptionState::Resolved)
                transactions.insert(exception.transactionId);
        }
        QCOMPARE(ids.size(), page.value().exceptions.size());
        const QSet<qint64> wrong = (ids - (before | after)) | ((before & after) - ids);
        QVERIFY2(wrong.isEmpty(),
            qPrintable(u"%1: found %2, expected %3, wrong is %4"_s.arg(text)
                           .arg(ids.size())
                           .arg(after.size())
                           .arg(wrong.isEmpty() ? 0 : *wrong.cbegin())));
        if (before != after)
            return;
        QMap<qint64, qint64> counted;
        for (const ExceptionGroup& group : groups.value().groups)
            counted[group.id] = group.count;
        QVERIFY2(counted == inGroups, qPrintable(text + u": groups count otherwise than the list"_s));
        const QList<qint64> messages = messagesOf(planned.value());
        QCOMPARE(QSet<qint64>(messages.cbegin(), messages.cend()), transactions);
    }

    TestServer m_server;
    std::unique_ptr<IntegrationDatabase> m_database;
    std::unique_ptr<Person> m_sue;
    std::unique_ptr<Person> m_vera;
    std::unique_ptr<PgGroupSource> m_groups;
    QList<StoredProblem> m_problems;
};

SIGNALBOX_TEST(TestProblemFilters)
#include "tst_problemfilters.moc"
