// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/filterfields.h"
#include "models/domain/filtervalues.h"
#include "models/domain/order.h"
#include "models/domain/statenames.h"
#include "models/store/pgordersource.h"
#include "tests/support/integrationdatabase.h"
#include "tests/support/rumours.h"
#include "tests/support/seeds.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"
#include "tests/support/verifyoutcome.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace {

using Kind = FilterExpression::Kind;

struct OpenStep
{
    QString step;
    QString system;
    QString state;
    QDateTime eligibleAt;
    QDateTime warnAt;
    QDateTime dueAt;
};

/// One order as it is stored, with what filters speak of.
struct StoredOrder
{
    Order order;
    QString currency;
    int openCount = 0;
    QList<OpenStep> open;
    QStringList stepStates;
    QStringList anomalies;
    QStringList references;
    QStringList tags;
    QList<QDateTime> reachedLate;
};

/// What a filter means, said once more without SQL.
class Judge
{
public:
    explicit Judge(const QDateTime& now)
        : m_now(now)
    { }

    bool matches(const FilterExpression& filter, const StoredOrder& order) const
    {
        switch (filter.kind()) {
        case Kind::Everything:
            return true;
        case Kind::Not:
            return !matches(filter.children().constFirst(), order);
        case Kind::Or:
            return std::ranges::any_of(filter.children(), [&](const auto& child) { return matches(child, order); });
        case Kind::And:
            return matchesAll(filter.children(), order);
        case Kind::Term:
            return matchesAll({filter}, order);
        }
        return false;
    }

private:
    static bool namesStep(const FilterExpression& e)
    {
        static const QSet<FilterField> fields{FilterField::Step, FilterField::System, FilterField::Backlog};
        return e.kind() == Kind::Term && fields.contains(e.term().field);
    }

    static bool speaksOfStep(const FilterExpression& e)
    {
        if (e.kind() != Kind::Term)
            return false;
        const auto only = [&e](const QSet<QString>& known) {
            return std::ranges::all_of(e.term().values, [&](const QString& value) { return known.contains(value); });
        };
        switch (e.term().field) {
        case FilterField::Age:
        case FilterField::Overdue:
            return true;
        case FilterField::Target:
            return only({u"breached"_s, u"due_soon"_s});
        case FilterField::State:
            return only({u"failed"_s, u"pending"_s, u"in_progress"_s, u"open"_s});
        default:
            return namesStep(e);
        }
    }

    /// Conditions on open steps that stand together speak of one step, as soon as one of them names it.
    bool matchesAll(const QList<FilterExpression>& children, const StoredOrder& order) const
    {
        const bool aboutOneStep = std::ranges::any_of(children, namesStep);
        QList<FilterTerm> ofStep;
        for (const FilterExpression& child : children) {
            if (aboutOneStep && speaksOfStep(child))
                ofStep.append(child.term());
            else if (!(child.kind() == Kind::Term ? matchesTerm(child.term(), order) : matches(child, order)))
                return false;
        }
        return ofStep.isEmpty() || matchesOpen(ofStep, order.open);
    }

    /// How long the order is overdue is said of the steps that the other conditions leave: the oldest of them counts.
    bool matchesOpen(const QList<FilterTerm>& terms, QList<OpenStep> steps) const
    {
        QList<FilterTerm> overdue;
        for (const FilterTerm& term : terms) {
            if (term.field == FilterField::Overdue)
                overdue.append(term);
            else
                steps.removeIf([&](const OpenStep& step) { return !matchesStep(term, step); });
        }
        if (overdue.isEmpty() || steps.isEmpty())
            return !steps.isEmpty();
        steps.removeIf([](const OpenStep& step) { return !step.dueAt.isValid(); });
        const auto oldest = std::ranges::min_element(steps, {}, &OpenStep::dueAt);
        return oldest != steps.end()
            && std::ranges::all_of(overdue, [&](const FilterTerm& term) { return matchesStep(term, *oldest); });
    }

    bool matchesStep(const FilterTerm& term, const OpenStep& step) const
    {
        const bool breached = step.dueAt.isValid() && step.dueAt < m_now;
        switch (term.field) {
        case FilterField::Step:
            return likeAny(step.step, term.values);
        case FilterField::System:
            return likeAny(step.system, term.values);
        case FilterField::Backlog:
            return std::ranges::any_of(term.values, [&](const QString& value) { return inBacklog(step.step, value); });
        case FilterField::Target:
            return (breached && term.values.contains(u"breached"_s))
                || (!breached && step.warnAt.isValid() && step.warnAt <= m_now && term.values.contains(u"due_soon"_s));
        case FilterField::State:
            return term.values.contains(u"open"_s) || term.values.contains(step.state);
        case FilterField::Age:
            return elapsed(step.eligibleAt, term);
        case FilterField::Overdue:
            return breached && elapsed(step.dueAt, term);
        default:
            return false;
        }
    }

    static bool inBacklog(const QString& step, const QString& backlog)
    {
        if (backlog == u"erp"_s)
            return step == u"erp_order_creation"_s;
        if (backlog == u"reservation"_s)
            return step == u"inventory_reservation"_s;
        if (backlog == u"refund"_s)
            return step == u"credit_memo_posted"_s;
        return QStringList{u"goods_issue_posting"_s, u"shop_fulfillment_update"_s, u"marketplace_shipment_update"_s,
            u"stock_posting"_s}
            .contains(step);
    }

    bool matchesTerm(const FilterTerm& term, const StoredOrder& stored) const
    {
        const Order& order = stored.order;
        switch (term.field) {
        case FilterField::Text:
            return std::ranges::any_of(term.values, [&](const QString& value) {
                return std::ranges::any_of(stored.references + QStringList{order.number, order.key},
                    [&](const QString& name) { return like(name, value + u'*'); });
            });
        case FilterField::Order:
            return likeAny(order.number, term.values) || likeAny(order.key, term.values);
        case FilterField::Channel:
            return likeAny(order.channel, term.values);
        case FilterField::Process:
            return likeAny(order.process, term.values);
        case FilterField::Customer:
            return likeAny(order.customer, term.values);
        case FilterField::Reference:
            return std::ranges::any_of(
                stored.references, [&](const QString& reference) { return likeAny(reference, term.values); });
        case FilterField::Tag:
            return std::ranges::any_of(stored.tags, [&](const QString& tag) { return likeAny(tag, term.values); });
        case FilterField::Currency:
            return term.values.contains(stored.currency);
        case FilterField::Sync:
            return term.values.contains(toText(order.sync));
        case FilterField::Fulfilment:
            return term.values.contains(toText(order.fulfilment));
        case FilterField::Money:
            return term.values.contains(toText(order.money));
        case FilterField::State:
            return std::ranges::any_of(term.values, [&](const QString& value) { return inState(stored, value); });
        case FilterField::Target:
            return term.values.contains(targetWord(order));
        case FilterField::Anomaly:
            return std::ranges::any_of(term.values, [&](const QString& value) {
                return value == u"any"_s ? order.anomalyCount > 0
                    : value == u"none"_s ? order.anomalyCount == 0
                                         : stored.anomalies.contains(value);
            });
        case FilterField::Age:
            return elapsed(order.waitingSince, term);
        case FilterField::Overdue:
            return order.nextDueAt.isValid() && order.nextDueAt < m_now && elapsed(order.nextDueAt, term);
        case FilterField::Placed:
            return within(order.placedAt, term);
        case FilterField::Seen:
            return within(order.lastEventAt, term);
        case FilterField::Late:
            return std::ranges::any_of(stored.reachedLate, [&](const QDateTime& time) { return within(time, term); });
        case FilterField::Promised:
            return within(order.promisedAt, term);
        case FilterField::Value:
            return amount(order.total, term);
        case FilterField::Step:
        case FilterField::System:
        case FilterField::Backlog:
            return false; // matchesStep()
        default: // of problems only
            break;
        }
        return false;
    }

    static bool inState(const StoredOrder& stored, const QString& state)
    {
        if (state == u"open"_s)
            return stored.openCount > 0;
        if (state == u"done"_s)
            return stored.order.sync == SyncState::Done;
        if (state == u"cancelled"_s)
            return stored.order.cancelledAt.isValid();
        return stored.stepStates.contains(state);
    }

    QString targetWord(const Order& order) const
    {
        const TargetState state = targetState(order, m_now);
        return state == TargetState::MetLate ? u"late"_s : toText(state);
    }

    bool elapsed(const QDateTime& since, const FilterTerm& term) const
    {
        if (!since.isValid())
            return false;
        const qint64 passed = since.msecsTo(m_now);
        switch (term.op) {
        case FilterOperator::Less:
            return passed < term.seconds * 1000;
        case FilterOperator::LessOrEqual:
        case FilterOperator::Equals:
            return passed <= term.seconds * 1000;
        case FilterOperator::Greater:
            return passed > term.seconds * 1000;
        case FilterOperator::GreaterOrEqual:
            return passed >= term.seconds * 1000;
        case FilterOperator::Between:
            return passed >= term.seconds * 1000 && passed <= term.secondsTo * 1000;
        }
        return false;
    }

    static bool within(const QDateTime& time, const FilterTerm& term)
    {
        if (!time.isValid())
            return false;
        if (term.op == FilterOperator::Less)
            return time < term.from;
        return time >= term.from && (term.op == FilterOperator::GreaterOrEqual || time < term.to);
    }

    static bool amount(const Money& total, const FilterTerm& term)
    {
        if (!total.isValid())
            return false;
        const int order = compareDecimals(plainDecimal(total), term.decimal);
        switch (term.op) {
        case FilterOperator::Less:
            return order < 0;
        case FilterOperator::LessOrEqual:
            return order <= 0;
        case FilterOperator::Equals:
            return order == 0;
        case FilterOperator::Greater:
            return order > 0;
        case FilterOperator::GreaterOrEqual:
            return order >= 0;
        case FilterOperator::Between:
            return order >= 0 && compareDecimals(plainDecimal(total), term.decimalTo) <= 0;
        }
        return false;
    }

    static bool likeAny(const QString& text, const QStringList& values)
    {
        return std::ranges::any_of(values, [&](const QString& value) { return like(text, value); });
    }

    static bool like(const QString& text, const QString& value)
    {
        QStringList parts = wildcardParts(value);
        for (QString& part : parts)
            part = QRegularExpression::escape(part);
        const QRegularExpression form(
            u"\\A"_s + parts.join(u".*"_s) + u"\\z"_s, QRegularExpression::DotMatchesEverythingOption);
        return form.match(text).hasMatch();
    }

    QDateTime m_now;
};

const QStringList hostile{u"'; DROP TABLE integration.sales_order; --"_s, u"100%"_s, u"100x"_s, u"a_b"_s, u"axb"_s,
    u"back\\slash"_s, u"back\\\\slash"_s, u"trailing\\"_s, u"quo\"te"_s, u"it's"_s, u"{brace}"_s, u"{a,b}"_s, u"a,b"_s,
    u"star*"_s, u"starfish"_s, u"NULL"_s, u"null"_s, u"$1"_s, u"Ünï ✓"_s, u"ÜNÏ ✓"_s, u"\U0001F4E6"_s, u"(paren)"_s,
    u"a:b"_s, u"OR"_s, u"-minus"_s, u" space "_s, u"E'\\n'"_s, u"--"_s, u"/*"_s, u"line\nbreak"_s, u"%"_s, u"_"_s,
    u"\\"_s, u"*"_s, u"\\*"_s, u"\""_s};

} // namespace

class TestFilters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        SIGNALBOX_REQUIRE(m_server);
        m_database = std::make_unique<IntegrationDatabase>(m_server.freshDatabase());
        Rumours::putChannels(*m_database);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        Rumours rumours(4711, Rumours::builtInProcesses(), now.addDays(-12), now.addSecs(-3600));
        rumours.setLatest(QDateTime::fromSecsSinceEpoch(now.toSecsSinceEpoch(), Qt::UTC));
        const QList<TestEvent> events = rumours.events(260);
        m_database->ingest(events);
        QSet<QString> told; // of some nothing is
        for (const TestEvent& event : events)
            told.insert(event.order);
        QList<TestEvent> odd;
        for (qsizetype i = 0; i < hostile.size(); ++i) {
            const QString& text = hostile.at(i);
            TestEvent event{u"H-%1"_s.arg(i), u"order_captured"_s, now.addSecs(-86400 - i), {},
                orderData(text, u"1"_s, u"EUR"_s, {{u"number"_s, text}, {u"customer"_s, text}})};
            event.data.insert(
                u"refs"_s, QJsonArray{QJsonObject{{u"system"_s, u"erp"_s}, {u"type"_s, u"x"_s}, {u"id"_s, text}}});
            odd.append(event);
        }
        QCOMPARE(m_database->ingest(odd).rejected, 0);
        m_database->run(
            u"SELECT integration.change_tags(ARRAY(SELECT o.id FROM integration.sales_order o WHERE o.id % d.n = 0), d.tags, '{}', NULL) "
            "FROM (VALUES (3, ARRAY['test']), (7, ARRAY['vip', 'b2b_x']), (11, ARRAY['prüfen'])) d (n, tags)"_s);
        m_runner = std::make_unique<QueryRunner>(m_database->settings());
        m_source = std::make_unique<PgOrderSource>(*m_runner);
        read();
        QVERIFY(told.size() > 200);
        QCOMPARE(m_orders.size(), told.size() + hostile.size());
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
        const ParsedFilter parsed = parseFilter(filter, QDateTime::currentDateTimeUtc(), QTimeZone::utc());
        QVERIFY2(!parsed.mistake, qPrintable(parsed.mistake ? parsed.mistake->text : QString()));
        check(parsed.expression, filter);
    }

    /// A test over nothing would always agree.
    void theAtomsDivideTheOrders()
    {
        int dividing = 0;
        const auto all = atoms();
        const QDateTime now = QDateTime::currentDateTimeUtc();
        for (const QString& text : all) {
            const auto found = expected(parseFilter(text, now, QTimeZone::utc()).expression, now);
            dividing += int(!found.isEmpty() && found.size() < m_orders.size());
        }
        QVERIFY2(dividing * 10 > all.size() * 8, qPrintable(u"%1 of %2"_s.arg(dividing).arg(all.size())));
    }

    void everyFieldIsTried()
    {
        QSet<QString> tried;
        for (const QString& text : atoms())
            tried.insert(text.section(QRegularExpression(u"[^a-z]"_s), 0, 0));
        for (const FilterFieldInfo& field : filterFields())
            QVERIFY2(tried.contains(field.name), qPrintable(field.name));
    }

    void combinations()
    {
        for (const quint32 seed : seeds({5})) {
            QRandomGenerator random(seed);
            for (int i = 0; i < 150; ++i) {
                const QString text = combination(random, 3);
                const ParsedFilter parsed = parseFilter(text, QDateTime::currentDateTimeUtc(), QTimeZone::utc());
                QVERIFY2(!parsed.mistake, qPrintable(text));
                check(parsed.expression, text);
                if (QTest::currentTestFailed())
                    return;
            }
        }
    }

    void oneStep_data()
    {
        QTest::addColumn<QString>("filter");
        for (const char* text : {"step:invoice overdue>1h", "step:invoice target:breached", "system:erp state:failed",
                 "backlog:shipment target:due_soon,breached", "step:invoice,goods_issue_posting age>2d state:pending",
                 "system:psp overdue<1d target:breached age>1h", "step:validation state:open",
                 "step:validation -target:breached", "step:validation (target:breached OR state:failed)",
                 "step:validation state:done", "step:shipment_confirmation overdue<1d",
                 "step:shipment_confirmation overdue>=1h overdue<4h", "system:wms overdue:1h..2d",
                 "step:shipment_confirmation overdue<=2d overdue>1h", "step:invoice step:goods_issue_posting",
                 "step:invoice target:late", "(step:invoice overdue>1h) target:breached", "step:invoice OR overdue>1h",
                 "-step:invoice overdue>1h"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void oneStep()
    {
        QFETCH(QString, filter);
        check(parseFilter(filter, QDateTime::currentDateTimeUtc(), QTimeZone::utc()).expression, filter);
    }

    void hostileValuesMeanThemselves_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("number");
        for (int i = 0; i < hostile.size(); ++i)
            QTest::addRow("%d", i) << hostile.at(i) << i;
    }

    void hostileValuesMeanThemselves()
    {
        QFETCH(QString, value);
        QFETCH(int, number);
        const bool pair = value.at(0).isSurrogate(); // half a character is none
        const QStringList itself{u"H-%1"_s.arg(number)};
        const QDateTime now = QDateTime::currentDateTimeUtc();
        for (const QString& field : {u"order:"_s, u"channel:"_s, u"ref:"_s}) {
            const QString text = field + quotedFilterValue(value);
            const ParsedFilter parsed = parseFilter(text, now, QTimeZone::utc());
            QVERIFY2(!parsed.mistake, qPrintable(text));
            QCOMPARE(found(parsed.expression), itself);
        }
        for (const QString& text :
            QStringList{u"customer:"_s + quotedFilterValue(value), u"order:nothing,"_s + quotedFilterValue(value),
                quotedFilterValue(value), u"channel:"_s + quotedFilterValue(value.left(pair ? 2 : 1)) + u'*',
                u"ref:*"_s + quotedFilterValue(value.right(pair ? 2 : 1)),
                u"order:*"_s + quotedFilterValue((pair ? value : value.mid(1, 1)) + u"b"_s) + u'*',
                u"-channel:"_s + quotedFilterValue(value), u"step:"_s + quotedFilterValue(value),
                u"system:"_s + quotedFilterValue(value), u"process:"_s + quotedFilterValue(value)}) {
            const ParsedFilter parsed = parseFilter(text, now, QTimeZone::utc());
            QVERIFY2(!parsed.mistake, qPrintable(text));
            check(parsed.expression, text);
        }
        const auto orders = m_source->findNow(value, 100);
        VERIFY_OUTCOME(orders);
        QStringList startingWithIt;
        for (const QString& other : hostile) {
            if (other.startsWith(value))
                startingWithIt.append(other);
        }
        QStringList numbers;
        for (const Order& order : orders.value())
            numbers.append(order.number);
        numbers.sort();
        startingWithIt.sort();
        QCOMPARE(numbers, startingWithIt);
        QCOMPARE(
            m_database->value(u"SELECT count(*) FROM integration.sales_order"_s), QString::number(m_orders.size()));
    }

    void aNulCharacterMatchesNothing()
    {
        for (const FilterField field :
            {FilterField::Order, FilterField::Channel, FilterField::Reference, FilterField::Text}) {
            for (const QString& tail : {u""_s, u"*"_s}) {
                FilterTerm term;
                term.field = field;
                term.values = {QString(u"R"_s + QChar(0) + tail)};
                QCOMPARE(found(FilterExpression(term)), QStringList());
            }
        }
    }

    void manyValuesAreOneParameter()
    {
        FilterTerm term;
        term.field = FilterField::Order;
        for (int i = 0; i < 30000; ++i)
            term.values.append(u"R-%1"_s.arg(i));
        QCOMPARE(found(FilterExpression(term)).size(), m_orders.size() - hostile.size());
    }

    void emptyGroupsAreEverything()
    {
        QCOMPARE(found({}).size(), m_orders.size());
        QCOMPARE(found(FilterExpression(Kind::And, {})).size(), m_orders.size());
        QCOMPARE(found(FilterExpression(Kind::And, {FilterExpression(), FilterExpression()})).size(), m_orders.size());
    }

private:
    static QStringList atoms()
    {
        QStringList texts{u"order:R-17"_s, u"order:R-1*"_s, u"order:5*"_s, u"order:*7,R-3"_s, u"channel:web"_s,
            u"channel:web,till"_s, u"channel:*a*"_s, u"process:ship_to_home"_s, u"process:*collect"_s,
            u"currency:EUR"_s, u"currency:JPY,KWD"_s, u"customer:a***@example.org"_s,
            u"customer:\"a***@example.org\""_s, u"customer:b*"_s, u"step:erp_order_creation"_s, u"step:payment_*"_s,
            u"step:invoice,validation"_s, u"system:erp"_s, u"system:psp,carrier"_s, u"system:w*"_s, u"ref:D-7"_s,
            u"ref:D-1*"_s, u"tag:test"_s, u"tag:VIP,prüfen"_s, u"tag:*i*"_s, u"tag:b2b_*"_s, u"tag:*"_s, u"R-2"_s,
            u"D-1"_s, u"\"R-2\""_s, u"target:breached,due_soon"_s, u"state:failed,done"_s,
            u"state:pending,in_progress"_s, u"anomaly:reversed,no_time"_s, u"backlog:erp,refund"_s, u"value:139.94"_s,
            u"value>=99.9"_s, u"value<1.5"_s, u"value<=1.234"_s, u"value>1499.99"_s, u"value:1..139.94"_s, u"value:0"_s,
            u"age>2h"_s, u"age>=1d"_s, u"age<3d"_s, u"age<=90m"_s, u"age:1h..5d"_s, u"age:..2d"_s, u"overdue>1h"_s,
            u"overdue>=1d"_s, u"overdue<2d"_s, u"overdue<=12h"_s, u"overdue:1h..3d"_s, u"placed:today"_s,
            u"placed:yesterday"_s, u"placed>=-3d"_s, u"placed<-5d"_s, u"placed>yesterday"_s, u"placed<=yesterday"_s,
            u"placed:-7d..-2d"_s, u"seen:today"_s, u"seen<-1d"_s, u"seen>=-6h"_s, u"late>=-24h"_s, u"late:today"_s,
            u"late<-5d"_s, u"promised<today"_s, u"promised>=today"_s, u"promised:-3d..+3d"_s, u"promised>+1d"_s};
        for (const FilterFieldInfo& field : filterFields()) {
            for (const QString& choice : field.choices)
                texts.append(field.name + u':' + choice);
        }
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
            return any() + u' ' + any() + u' ' + combination(random, depth - 1);
        default:
            return u'(' + combination(random, depth - 1) + u' ' + combination(random, depth - 1) + u')';
        }
    }

    void read()
    {
        QHash<QString, StoredOrder> byId;
        OrderPageRequest request;
        request.limit = 1000;
        const auto page = m_source->pageNow(request);
        VERIFY_OUTCOME(page);
        for (const Order& order : page.value().orders)
            byId[QString::number(order.id)].order = order;
        for (const QStringList& row :
            m_database->rows(u"SELECT id, open_count, currency FROM integration.sales_order"_s)) {
            byId[row.at(0)].openCount = row.at(1).toInt();
            byId[row.at(0)].currency = row.at(2);
        }
        for (const QStringList& row : m_database->rows(u"SELECT order_id, tag FROM integration.order_tag"_s))
            byId[row.at(0)].tags.append(row.at(1));
        for (const QStringList& row : m_database->rows(u"SELECT order_id, object_id FROM integration.external_ref"_s))
            byId[row.at(0)].references.append(row.at(1));
        const auto steps = m_database->rows(
            u"SELECT m.order_id, m.step, (SELECT p.system FROM integration.plan_step p WHERE p.plan_id = o.plan_id AND p.step = m.step), "
            "m.state, (extract(epoch FROM m.eligible_at) * 1000)::bigint, (extract(epoch FROM m.warn_at) * 1000)::bigint, "
            "(extract(epoch FROM m.due_at) * 1000)::bigint, array_to_string(m.anomalies, ','), "
            "CASE WHEN m.late THEN (extract(epoch FROM m.completed_at) * 1000)::bigint END "
            "FROM integration.milestone m JOIN integration.sales_order o ON o.id = m.order_id"_s);
        for (const QStringList& row : steps) {
            StoredOrder& order = byId[row.at(0)];
            order.stepStates.append(row.at(3));
            order.anomalies.append(row.at(7).split(u',', Qt::SkipEmptyParts));
            if (!row.at(8).isNull())
                order.reachedLate.append(utcOfMilliseconds(row.at(8)));
            if (QStringList{u"pending"_s, u"in_progress"_s, u"failed"_s}.contains(row.at(3)))
                order.open.append({row.at(1), row.at(2), row.at(3), utcOfMilliseconds(row.at(4)),
                    utcOfMilliseconds(row.at(5)), utcOfMilliseconds(row.at(6))});
        }
        m_orders = byId.values();
    }

    QSet<QString> expected(const FilterExpression& filter, const QDateTime& now) const
    {
        const Judge judge(now);
        QSet<QString> keys;
        for (const StoredOrder& order : m_orders) {
            if (judge.matches(filter, order))
                keys.insert(order.order.key);
        }
        return keys;
    }

    QStringList found(const FilterExpression& filter)
    {
        OrderPageRequest request;
        request.filter = filter;
        request.limit = 1000;
        const auto page = m_source->pageNow(request);
        if (!page)
            return {u"error: "_s + page.error().text};
        QStringList keys;
        for (const Order& order : page.value().orders)
            keys.append(order.key);
        return keys;
    }

    /// The clock runs on meanwhile: orders that come or go just now may be either.
    void check(const FilterExpression& filter, const QString& text)
    {
        const auto before = expected(filter, QDateTime::currentDateTimeUtc().addMSecs(-5));
        const QStringList keys = found(filter);
        const auto count = m_source->countNow(filter, 5000);
        const auto after = expected(filter, QDateTime::currentDateTimeUtc().addMSecs(5));
        const QSet<QString> unique(keys.cbegin(), keys.cend());
        QVERIFY2(unique.size() == keys.size(), qPrintable(text + u": an order comes twice"_s));
        const QSet<QString> wrong = (unique - (before | after)) | ((before & after) - unique);
        QVERIFY2(wrong.isEmpty(),
            qPrintable(u"%1: found %2, expected %3, wrong %4"_s.arg(text)
                           .arg(unique.size())
                           .arg(after.size())
                           .arg(QStringList(wrong.cbegin(), wrong.cend()).join(u' '))));
        VERIFY_OUTCOME(count);
        QVERIFY(before != after || count.value() == (CappedCount{keys.size(), false}));
    }

    TestServer m_server;
    std::unique_ptr<IntegrationDatabase> m_database;
    std::unique_ptr<QueryRunner> m_runner;
    std::unique_ptr<PgOrderSource> m_source;
    QList<StoredOrder> m_orders;
};

SIGNALBOX_TEST(TestFilters)
#include "tst_filters.moc"
