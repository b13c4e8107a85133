// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/filterexpression.h"
#include "models/domain/filterfields.h"
#include "models/domain/filtervalues.h"
#include "tests/support/testprogram.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

class TestFilter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void buildsTheTree_data();
    void buildsTheTree();
    void readsWords_data();
    void readsWords();
    void readsNumbersAndSpans_data();
    void readsNumbersAndSpans();
    void readsTimes_data();
    void readsTimes();
    void marksTheMistake_data();
    void marksTheMistake();
    void readsBackWhatItWrites_data();
    void readsBackWhatItWrites();
    void neverFailsOnNoise();
    void quotesWhatItMust_data();
    void quotesWhatItMust();
    void findsWildcards_data();
    void findsWildcards();
    void comparesDecimals_data();
    void comparesDecimals();
    void saysItInWords_data();
    void saysItInWords();
    void completes_data();
    void completes();
    void everyFieldIsDescribed_data();
    void everyFieldIsDescribed();
};

namespace {

// a Tuesday, 13:30 in Berlin
const QDateTime halfPastTwelve(QDate(2026, 11, 3), QTime(12, 30), Qt::UTC);
const QTimeZone berlin("Europe/Berlin");

ParsedFilter parsed(const QString& text)
{
    return parseFilter(text, halfPastTwelve, berlin);
}

/// The tree as a text with one spelling only: (and channel=pos (not state=failed)).
QString drawn(const FilterExpression& expression)
{
    using Kind = FilterExpression::Kind;
    if (expression.kind() == Kind::Everything)
        return u"everything"_s;
    if (expression.kind() == Kind::Term)
        return (expression.term().field == FilterField::Text ? u"text"_s : filterField(expression.term().field).name)
            + u'=' + expression.term().values.join(u'|');
    QString text = expression.kind() == Kind::And ? u"(and"_s : expression.kind() == Kind::Or ? u"(or"_s : u"(not"_s;
    for (const FilterExpression& child : expression.children())
        text += u' ' + drawn(child);
    return text + u')';
}

QString utc(const QDateTime& time)
{
    return time.toString(Qt::ISODateWithMs);
}

FilterTerm words(FilterField field, const QStringList& values)
{
    FilterTerm term;
    term.field = field;
    term.values = values;
    return term;
}

} // namespace

void TestFilter::buildsTheTree_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("tree");
    const auto row = [](const char* text, const char* tree) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(tree);
    };
    row("", "everything");
    row("  \t ", "everything");
    row("10412", "text=10412");
    row("a b", "(and text=a text=b)");
    row("a AND b", "(and text=a text=b)");
    row("a OR b", "(or text=a text=b)");
    row("a b OR c d", "(or (and text=a text=b) (and text=c text=d))");
    row("a (b OR c) d", "(and text=a (or text=b text=c) text=d)");
    row("(a b) c", "(and (and text=a text=b) text=c)");
    row("((a))", "text=a");
    row("(a)(b)", "(and text=a text=b)");
    row("-a", "(not text=a)");
    row("NOT a", "(not text=a)");
    row("--a", "(not (not text=a))");
    row("-(a OR b) c", "(and (not (or text=a text=b)) text=c)");
    row("-channel:test", "(not channel=test)");
    row("or and not", "(and text=or text=and text=not)");
    row("\"OR\" a", "(and text=OR text=a)");
    row("channel:pos,web state:failed", "(and channel=pos|web state=failed)");
    row("channel = pos state : failed", "(and channel=pos state=failed)");
    row("10412,10413", "text=10412|10413");
    row("DE-10412", "text=DE-10412");
    row("10:30", "text=10:30");
}

void TestFilter::buildsTheTree()
{
    QFETCH(QString, text);
    QFETCH(QString, tree);
    const ParsedFilter filter = parsed(text);
    QVERIFY2(!filter.mistake, filter.mistake ? qPrintable(filter.mistake->text) : "");
    QCOMPARE(drawn(filter.expression), tree);
}

void TestFilter::readsWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<FilterField>("field");
    QTest::addColumn<QStringList>("values");
    using F = FilterField;
    const auto row = [](const char* text, F field, const QStringList& values) {
        QTest::newRow(text) << QString::fromUtf8(text) << field << values;
    };
    row("order:DE-*", F::Order, {u"DE-*"_s});
    row("ORDER:1", F::Order, {u"1"_s});
    row("channel:\"two words\"", F::Channel, {u"two words"_s});
    row("channel:\"a\"\"b\"", F::Channel, {u"ab"_s});
    row("channel:\"say \\\"hi\\\"\"", F::Channel, {u"say \"hi\""_s});
    row("channel:\"a,b\",c", F::Channel, {u"a,b"_s, u"c"_s});
    row("channel:\"(a)\"", F::Channel, {u"(a)"_s});
    row("order:\"*\"", F::Order, {u"\\*"_s});
    row("order:\"a b\"*", F::Order, {u"a b*"_s});
    row("order:a\\b", F::Order, {u"a\\\\b"_s});
    row("customer:m***@example.org", F::Customer, {u"m***@example.org"_s});
    row("ref:SO-4711", F::Reference, {u"SO-4711"_s});
    row("reference:4711", F::Reference, {u"4711"_s});
    row("tag:VIP,b2b-*", F::Tag, {u"vip"_s, u"b2b-*"_s});
    row("step:ERP_Order_Creation", F::Step, {u"erp_order_creation"_s});
    row("system:ERP", F::System, {u"erp"_s});
    row("process:ship_to_home", F::Process, {u"ship_to_home"_s});
    row("currency:eur,JPY", F::Currency, {u"EUR"_s, u"JPY"_s});
    row("state:in_progress", F::State, {u"in_progress"_s});
    row("STATE:Open", F::State, {u"open"_s});
    row("sync:done", F::Sync, {u"done"_s});
    row("fulfilment:shipped", F::Fulfilment, {u"shipped"_s});
    row("fulfillment:shipped", F::Fulfilment, {u"shipped"_s});
    row("money:captured", F::Money, {u"captured"_s});
    row("target:breached,due_soon", F::Target, {u"breached"_s, u"due_soon"_s});
    row("target:late", F::Target, {u"late"_s});
    row("backlog:erp", F::Backlog, {u"erp"_s});
    row("anomaly:any", F::Anomaly, {u"any"_s});
    row("gr\xc3\xbc\xc3\x9f", F::Text, {u"grüß"_s});
}

void TestFilter::readsWords()
{
    QFETCH(QString, text);
    QFETCH(FilterField, field);
    QFETCH(QStringList, values);
    const ParsedFilter filter = parsed(text);
    QVERIFY2(!filter.mistake, filter.mistake ? qPrintable(filter.mistake->text) : "");
    QVERIFY(filter.expression == FilterExpression(words(field, values)));
}

void TestFilter::readsNumbersAndSpans_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<FilterTerm>("term");
    using F = FilterField;
    using Op = FilterOperator;
    const auto span = [](const char* text, F field, Op op, qint64 seconds, qint64 secondsTo = 0) {
        FilterTerm term;
        term.field = field;
        term.op = op;
        term.seconds = seconds;
        term.secondsTo = secondsTo;
        QTest::newRow(text) << QString::fromLatin1(text) << term;
    };
    span("age>2h", F::Age, Op::Greater, 7200);
    span("age > 2h", F::Age, Op::Greater, 7200);
    span("age>=90s", F::Age, Op::GreaterOrEqual, 90);
    span("age<15m", F::Age, Op::Less, 900);
    span("overdue<=1w", F::Overdue, Op::LessOrEqual, 604800);
    span("overdue>1d12h", F::Overdue, Op::Greater, 129600);
    span("overdue:1h..4h", F::Overdue, Op::Between, 3600, 14400);
    span("overdue:1h..", F::Overdue, Op::GreaterOrEqual, 3600);
    span("overdue:..4h", F::Overdue, Op::LessOrEqual, 14400);
    const auto amount = [](const char* text, Op op, const char* decimal, const char* decimalTo = "") {
        FilterTerm term;
        term.field = F::Value;
        term.op = op;
        term.decimal = QString::fromLatin1(decimal);
        term.decimalTo = QString::fromLatin1(decimalTo);
        if (term.decimalTo.isEmpty())
            term.decimalTo = QString();
        QTest::newRow(text) << QString::fromLatin1(text) << term;
    };
    amount("value>=500", Op::GreaterOrEqual, "500");
    amount("total<99.90", Op::Less, "99.90");
    amount("value:99.90", Op::Equals, "99.90");
    amount("value=-5", Op::Equals, "-5");
    amount("value:100..500.50", Op::Between, "100", "500.50");
    amount("value:100..", Op::GreaterOrEqual, "100");
    amount("value:..100", Op::LessOrEqual, "100");
    amount("value:9007199254740993.01..9007199254740993.02", Op::Between, "9007199254740993.01", "9007199254740993.02");
}

void TestFilter::readsNumbersAndSpans()
{
    QFETCH(QString, text);
    QFETCH(FilterTerm, term);
    const ParsedFilter filter = parsed(text);
    QVERIFY2(!filter.mistake, filter.mistake ? qPrintable(filter.mistake->text) : "");
    QVERIFY(filter.expression == FilterExpression(term));
}

void TestFilter::readsTimes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<FilterOperator>("op");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    using Op = FilterOperator;
    const auto row = [](const char* text, Op op, const char* from, const char* to) {
        QTest::newRow(text) << QString::fromLatin1(text) << op << QString::fromLatin1(from) << QString::fromLatin1(to);
    };
    row("placed:today", Op::Equals, "2026-11-02T23:00:00.000Z", "2026-11-03T23:00:00.000Z");
    row("placed:Yesterday", Op::Equals, "2026-11-01T23:00:00.000Z", "2026-11-02T23:00:00.000Z");
    row("promised=tomorrow", Op::Equals, "2026-11-03T23:00:00.000Z", "2026-11-04T23:00:00.000Z");
    row("placed:2026-10-25", Op::Equals, "2026-10-24T22:00:00.000Z", "2026-10-25T23:00:00.000Z"); // 25 hours long
    row("placed:2026-03-29", Op::Equals, "2026-03-28T23:00:00.000Z", "2026-03-29T22:00:00.000Z"); // 23 hours long
    row("placed:2018-05", Op::Equals, "2018-04-30T22:00:00.000Z", "2018-05-31T22:00:00.000Z");
    row("placed:2026-12", Op::Equals, "2026-11-30T23:00:00.000Z", "2026-12-31T23:00:00.000Z");
    row("placed:2018", Op::Equals, "2017-12-31T23:00:00.000Z", "2018-12-31T23:00:00.000Z");
    row("placed:2026-10..2026-11", Op::Equals, "2026-09-30T22:00:00.000Z", "2026-11-30T23:00:00.000Z");
    row("placed:yesterday..today", Op::Equals, "2026-11-01T23:00:00.000Z", "2026-11-03T23:00:00.000Z");
    row("placed:2026-10..", Op::GreaterOrEqual, "2026-09-30T22:00:00.000Z", "2026-09-30T22:00:00.000Z");
    row("placed:..2026-10", Op::Less, "2026-10-31T23:00:00.000Z", "2026-10-31T23:00:00.000Z");
    row("placed>=2026-11-01", Op::GreaterOrEqual, "2026-10-31T23:00:00.000Z", "2026-10-31T23:00:00.000Z");
    row("placed>2026-11-01", Op::GreaterOrEqual, "2026-11-01T23:00:00.000Z", "2026-11-01T23:00:00.000Z");
    row("promised<today", Op::Less, "2026-11-02T23:00:00.000Z", "2026-11-02T23:00:00.000Z");
    row("promised<=today", Op::Less, "2026-11-03T23:00:00.000Z", "2026-11-03T23:00:00.000Z");
    row("seen>=-24h", Op::GreaterOrEqual, "2026-11-02T12:30:00.000Z", "2026-11-02T12:30:00.000Z");
    row("promised<+2d", Op::Less, "2026-11-05T12:30:00.000Z", "2026-11-05T12:30:00.000Z");
    row("promised<now", Op::Less, "2026-11-03T12:30:00.000Z", "2026-11-03T12:30:00.000Z");
    row("late>=-24h", Op::GreaterOrEqual, "2026-11-02T12:30:00.000Z", "2026-11-02T12:30:00.000Z");
    row("seen:-2h..-1h", Op::Equals, "2026-11-03T10:30:00.000Z", "2026-11-03T11:30:00.000Z");
    row("seen:2026-11-03T10:00Z..now", Op::Equals, "2026-11-03T10:00:00.000Z", "2026-11-03T12:30:00.000Z");
    row("seen>=2026-11-03T10:00", Op::GreaterOrEqual, "2026-11-03T09:00:00.000Z", "2026-11-03T09:00:00.000Z");
    row("seen:2026-11-03T10:00:05.250+01:00", Op::Equals, "2026-11-03T09:00:05.250Z", "2026-11-03T09:00:06.250Z");
}

void TestFilter::readsTimes()
{
    QFETCH(QString, text);
    QFETCH(FilterOperator, op);
    QFETCH(QString, from);
    QFETCH(QString, to);
    const ParsedFilter filter = parsed(text);
    QVERIFY2(!filter.mistake, filter.mistake ? qPrintable(filter.mistake->text) : "");
    QCOMPARE(filter.expression.kind(), FilterExpression::Kind::Term);
    QCOMPARE(filter.expression.term().op, op);
    QCOMPARE(utc(filter.expression.term().from), from);
    QCOMPARE(utc(filter.expression.term().to), to);
}

void TestFilter::marksTheMistake_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("marked");
    QTest::addColumn<QString>("says");
    QTest::addColumn<QString>("suggestion");
    const auto row = [](const char* text, const char* marked, const char* says, const char* suggestion = "") {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(marked) << QString::fromUtf8(says)
                            << QString::fromUtf8(suggestion);
    };
    row("a chanel:pos", "chanel", "There is no field \"chanel\".", "channel");
    row("fulfilled:shipped", "fulfilled", "There is no field", "fulfilment");
    row("totl>5", "totl", "There is no field", "total");
    row("xyzzyx:1", "xyzzyx", "There is no field", "");
    row("http://x", "http", "There is no field", "");
    row("channel:", "channel:", "A value is missing after channel:");
    row("channel: ", "channel:", "A value is missing after channel:");
    row("(channel:)", "channel:", "A value is missing after channel:");
    row("channel:a,", "", "A value is missing here.");
    row("channel:a,,b", ",", "A value is missing here.");
    row("channel:\"\"", "channel:", "A value is missing");
    row("channel:a,\"\"", "\"\"", "A value is missing here.");
    row("channel>pos", ">", "cannot be compared", ":");
    row("a channel!=pos,web", "channel!=pos,web", "Write -", "-channel:pos,web");
    row("state:failled", "failled", "There are: open, pending, in_progress, failed, done, cancelled.", "failed");
    row("state:open,faild", "faild", "\"state\" has no value \"faild\"", "failed");
    row("target:breach", "breach", "has no value", "breached");
    row("target:due-soon", "due-soon", "has no value", "due_soon");
    row("backlog:refunds", "refunds", "has no value", "refund");
    row("anomaly:before", "before", "has no value", "before_predecessor");
    row("currency:ZZZ", "ZZZ", "ISO 4217 has no currency \"ZZZ\".");
    row("a OR", "OR", "A condition is missing after this.");
    row("OR a", "OR", "OR needs a condition before and after it.");
    row("a OR OR b", "OR", "OR needs a condition");
    row("a AND", "AND", "A condition is missing after this.");
    row("-", "-", "A condition is missing after this.");
    row("a - b", "-", "Write - directly before");
    row("(a", "(", "This parenthesis is not closed.");
    row("a ((b) c", "(", "This parenthesis is not closed.");
    row("a)", ")", "There is no ( before this ).");
    row("()", ")", "A condition is missing here.");
    row("a \"b c", "\"b c", "This quotation is not closed.", "\"b c\"");
    row(">5", ">", "A field must stand before >");
    row("age>2", "2", "is no span of time such as 90s", "2h");
    row("age>2min", "2min", "is no span of time", "2m");
    row("age>2days", "2days", "is no span of time", "2d");
    row("age>5x", "5x", "is no span of time");
    row("age>2m1h", "2m1h", "is no span of time");
    row("age>99999999999999999999d", "99999999999999999999d", "is no span of time");
    row("age:2h", "age:2h", "Say longer or shorter: age>2h or age<2h.", "age>2h");
    row("age>1h..2h", ">", "A range needs a colon.", ":");
    row("age:4h..1h", "4h..1h", "This range ends before it begins.", "1h..4h");
    row("age>1h,2h", "1h,2h", "takes one value or a range such as 1h..2h");
    row("value>=99,90", "99,90", "Amounts are written with a point and without groups: 99.90", "99.90");
    row("value:1.234,50", "1.234,50", "written with a point", "1234.50");
    row("value:1,234.50", "1,234.50", "written with a point", "1234.50");
    row("value>=5 value<1e3", "1e3", "is no amount");
    row("value:five", "five", "is no amount");
    row("value:500..100", "500..100", "This range ends before it begins.", "100..500");
    row("value:-1..-2", "-1..-2", "This range ends before it begins.", "-2..-1");
    row("placed:3.11.2026", "3.11.2026", "is no time such as", "2026-11-03");
    row("placed:2026/11/3", "2026/11/3", "is no time such as", "2026-11-03");
    row("placed:todya", "todya", "is no time such as", "today");
    row("placed:2026-02-30", "2026-02-30", "is no time such as");
    row("placed:2026-13", "2026-13", "is no time such as");
    row("placed:10000", "10000", "is no time such as");
    row("placed>24h", ">24h", "Write >=-24h for the last 24h", ">=-24h");
    row("placed:2026..2025", "2026..2025", "This range ends before it begins.", "2025..2026");
    row("placed:..", "..", "is no time such as");
    row("placed>=2025..2026", ">=", "A range needs a colon.", ":");
}

void TestFilter::marksTheMistake()
{
    QFETCH(QString, text);
    QFETCH(QString, marked);
    QFETCH(QString, says);
    QFETCH(QString, suggestion);
    const ParsedFilter filter = parsed(text);
    QVERIFY(filter.mistake);
    QVERIFY2(filter.mistake->text.contains(says), qPrintable(filter.mistake->text));
    QCOMPARE(text.mid(filter.mistake->position, filter.mistake->length), marked);
    QCOMPARE(filter.mistake->suggestion, suggestion);
    QVERIFY(filter.expression.isEverything());
    if (suggestion.isEmpty())
        return;
    // what is suggested mends that mistake
    QString mended = text;
    mended.replace(filter.mistake->position, filter.mistake->length, suggestion);
    const ParsedFilter again = parsed(mended);
    QVERIFY2(!again.mistake || again.mistake->text != filter.mistake->text, qPrintable(mended));
}

namespace {

class Writer
{
public:
    explicit Writer(quint32 seed, FilterSubject subject = FilterSubject::Orders)
        : m_subject(subject)
        , m_random(seed)
    { }

    FilterExpression expression(int depth)
    {
        using Kind = FilterExpression::Kind;
        switch (depth > 3 ? 0 : pick(4)) {
        case 1:
            return FilterExpression(Kind::And, children(depth));
        case 2:
            return FilterExpression(Kind::Or, children(depth));
        case 3:
            return FilterExpression(Kind::Not, {expression(depth + 1)});
        default:
            return FilterExpression(term());
        }
    }

    QString noise()
    {
        static const QStringList pieces{u"("_s, u")"_s, u"-"_s, u"\""_s, u"\\"_s, u":"_s, u">="_s, u"<"_s, u","_s,
            u".."_s, u" "_s, u"OR"_s, u"NOT "_s, u"age"_s, u"placed"_s, u"value"_s, u"channel"_s, u"2h"_s, u"2026-11"_s,
            u"5.5"_s, u"*"_s, u"ü"_s, u"!="_s, QString(QChar(0)), u"\n"_s, QString(QChar(0xd83d))};
        QString text;
        for (int i = pick(12); i > 0; --i)
            text += pieces[pick(static_cast<int>(pieces.size()))];
        return text;
    }

private:
    int pick(int count) { return m_random.bounded(count); }

    QList<FilterExpression> children(int depth)
    {
        QList<FilterExpression> result;
        for (int i = 2 + pick(2); i > 0; --i)
            result.append(expression(depth + 1));
        return result;
    }

    QString word(bool wildcards)
    {
        static const QString letters = u"abzAZ09_-. ,:()\"\\*ü%'<>=!\n"_s;
        QString text;
        for (int i = 1 + pick(6); i > 0; --i) {
            const QChar c = letters[pick(static_cast<int>(letters.size()))];
            if (wildcards && (c == u'\\' || (c == u'*' && pick(2) == 0)))
                text += u'\\';
            text += c;
        }
        return text;
    }

    FilterTerm term()
    {
        const auto& fields = filterFields(m_subject);
        const int place = pick(static_cast<int>(fields.size()) + 1);
        const FilterFieldInfo& info = place == 0 ? filterField(FilterField::Text) : fields[place - 1];
        FilterTerm term;
        term.field = info.field;
        switch (info.kind) {
        case FilterKind::Words:
        case FilterKind::Choice:
            for (int i = 1 + pick(3); i > 0; --i)
                term.values.append(value(info));
            return term;
        case FilterKind::Duration:
            term.op = comparison();
            term.seconds = pick(2000000);
            term.secondsTo = term.op == FilterOperator::Between ? term.seconds + pick(100000) : 0;
            return term;
        case FilterKind::Decimal:
            term.op = pick(5) == 0 ? FilterOperator::Equals : comparison();
            term.decimal = QString::number(pick(1000) - 500) + u".50"_s;
            if (term.op == FilterOperator::Between)
                term.decimalTo = QString::number(500 + pick(100));
            return term;
        case FilterKind::Number:
            term.op = pick(5) == 0 ? FilterOperator::Equals : comparison();
            term.decimal = QString::number(pick(1000));
            if (term.op == FilterOperator::Between)
                term.decimalTo = QString::number(1000 + pick(100));
            return term;
        case FilterKind::Time:
            break;
        }
        term.from
            = QDateTime::fromMSecsSinceEpoch(qint64{pick(2000000000)} * 1000 + (pick(2) ? pick(1000) : 0), Qt::UTC);
        term.op = pick(2) ? FilterOperator::Equals : pick(2) ? FilterOperator::Less : FilterOperator::GreaterOrEqual;
        term.to = term.op == FilterOperator::Equals ? term.from.addMSecs(1 + pick(100000000)) : term.from;
        return term;
    }

    QString value(const FilterFieldInfo& info)
    {
        if (info.kind == FilterKind::Choice)
            return info.choices[pick(static_cast<int>(info.choices.size()))];
        if (info.field == FilterField::Currency)
            return pick(2) ? u"EUR"_s : u"KWD"_s;
        if (info.field == FilterField::Group)
            return QString::number(pick(1000));
        const QString text = word(info.wildcards) + (info.field == FilterField::Payload ? u"abc"_s : QString());
        const bool lower = info.field == FilterField::Step || info.field == FilterField::System
            || info.field == FilterField::Process || info.field == FilterField::Tag;
        return lower ? text.toLower() : text;
    }

    FilterOperator comparison()
    {
        static const QList<FilterOperator> operators{FilterOperator::Less, FilterOperator::LessOrEqual,
            FilterOperator::Greater, FilterOperator::GreaterOrEqual, FilterOperator::Between};
        return operators[pick(static_cast<int>(operators.size()))];
    }

    FilterSubject m_subject;
    QRandomGenerator m_random;
};

} // namespace

void TestFilter::readsBackWhatItWrites_data()
{
    QTest::addColumn<FilterSubject>("subject");
    QTest::newRow("orders") << FilterSubject::Orders;
    QTest::newRow("problems") << FilterSubject::Problems;
}

void TestFilter::readsBackWhatItWrites()
{
    QFETCH(FilterSubject, subject);
    QCOMPARE(filterText({}), QString());
    Writer writer(4711, subject);
    for (int i = 0; i < 1500; ++i) {
        const FilterExpression expression = writer.expression(0);
        const QString text = filterText(expression);
        // read elsewhere and later: the text means the same
        const ParsedFilter again
            = parseFilter(text, halfPastTwelve.addDays(100), QTimeZone("America/Sao_Paulo"), subject);
        QVERIFY2(!again.mistake, qPrintable(text + u": "_s + (again.mistake ? again.mistake->text : QString())));
        QVERIFY2(again.expression == expression, qPrintable(text + u" is read as "_s + filterText(again.expression)));
        QVERIFY(!filterInWords(expression, QLocale::c(), subject).contains(u"%1"_s));
    }
}

void TestFilter::neverFailsOnNoise()
{
    Writer writer(42);
    int good = 0;
    for (int i = 0; i < 5000; ++i) {
        const QString text = writer.noise();
        const ParsedFilter filter = parsed(text);
        if (filter.mistake) {
            QVERIFY(filter.mistake->position >= 0 && filter.mistake->length >= 0);
            QVERIFY2(filter.mistake->position + filter.mistake->length <= text.size() + 1, qPrintable(text));
            QVERIFY(!filter.mistake->text.isEmpty());
        } else {
            ++good;
            QVERIFY2(parsed(filterText(filter.expression)).expression == filter.expression, qPrintable(text));
        }
        completeFilter(text, i % 15, {});
    }
    QVERIFY(good > 250);
    const ParsedFilter deep = parsed(QString(100000, u'('));
    QVERIFY(deep.mistake);
    QVERIFY(parsed(QString(100000, u'-') + u'a').mistake);
    QVERIFY(!parsed(u"order:"_s + QString(u"10412,"_s).repeated(5000) + u"1"_s).mistake);
}

void TestFilter::quotesWhatItMust_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("quoted");
    QTest::newRow("plain") << u"DE-10412"_s << u"DE-10412"_s;
    QTest::newRow("letters of all kinds") << u"grüße"_s << u"grüße"_s;
    QTest::newRow("masked") << u"m***@example.org"_s << u"\"m***@example.org\""_s;
    QTest::newRow("space") << u"two words"_s << u"\"two words\""_s;
    QTest::newRow("comma") << u"a,b"_s << u"\"a,b\""_s;
    QTest::newRow("quote") << u"a\"b"_s << u"\"a\\\"b\""_s;
    QTest::newRow("backslash") << u"a\\b"_s << u"\"a\\\\b\""_s;
    QTest::newRow("word of the language") << u"OR"_s << u"\"OR\""_s;
    QTest::newRow("minus") << u"-a"_s << u"\"-a\""_s;
    QTest::newRow("empty") << QString() << u"\"\""_s;
}

void TestFilter::quotesWhatItMust()
{
    QFETCH(QString, value);
    QFETCH(QString, quoted);
    QCOMPARE(quotedFilterValue(value), quoted);
    if (value.isEmpty())
        return;
    const ParsedFilter filter = parsed(u"order:"_s + quoted);
    QVERIFY2(!filter.mistake, filter.mistake ? qPrintable(filter.mistake->text) : "");
    QCOMPARE(wildcardParts(filter.expression.term().values.value(0)), QStringList(value)); // exactly that, no wildcard
}

void TestFilter::findsWildcards_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QStringList>("parts");
    QTest::newRow("none") << u"DE"_s << QStringList(u"DE"_s);
    QTest::newRow("behind") << u"DE-*"_s << QStringList({u"DE-"_s, QString()});
    QTest::newRow("between") << u"a*b*c"_s << QStringList({u"a"_s, u"b"_s, u"c"_s});
    QTest::newRow("alone") << u"*"_s << QStringList({QString(), QString()});
    QTest::newRow("escaped") << u"a\\*b"_s << QStringList(u"a*b"_s);
    QTest::newRow("escaped backslash") << u"a\\\\*"_s << QStringList({u"a\\"_s, QString()});
}

void TestFilter::findsWildcards()
{
    QFETCH(QString, value);
    QFETCH(QStringList, parts);
    QCOMPARE(wildcardParts(value), parts);
}

void TestFilter::comparesDecimals_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<int>("order");
    QTest::newRow("equal") << u"5"_s << u"5.00"_s << 0;
    QTest::newRow("zero has no sign") << u"-0.0"_s << u"0"_s << 0;
    QTest::newRow("leading zeros") << u"007"_s << u"7"_s << 0;
    QTest::newRow("not by letters") << u"9"_s << u"10"_s << -1;
    QTest::newRow("fraction") << u"1.5"_s << u"1.25"_s << 1;
    QTest::newRow("negative") << u"-2"_s << u"-1"_s << -1;
    QTest::newRow("signs") << u"-1"_s << u"1"_s << -1;
    QTest::newRow("past the digits of double") << u"9007199254740993"_s << u"9007199254740992"_s << 1;
}

void TestFilter::comparesDecimals()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(int, order);
    QCOMPARE(compareDecimals(a, b), order);
    QCOMPARE(compareDecimals(b, a), -order);
}

void TestFilter::saysItInWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* text, const char* sentence) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(sentence);
    };
    row("", "all orders");
    row("channel:pos,web age>2h", "channel is pos or web, and waiting for more than 2 h");
    row("channel:a,b,c", "channel is a, b or c");
    row("-channel:test", "channel is not test");
    row("step:erp_order_creation target:breached", "open step is Order created in the ERP, and target is Overdue");
    row("system:wms", "waiting on Warehouse");
    row("a OR (b c)",
        "number, key or reference starts with a, or (number, key or reference starts with b, and number, key or "
        "reference starts with c)");
    row("-(state:open OR state:failed)", "not (state is open, or state is failed)");
    row("order:DE-*", "order is DE-*");
    row("overdue:1h..4h", "overdue by between 1 h and 4 h");
    row("value>=1234.50 currency:EUR", "value is at least 1234.50, and currency is EUR");
    row("backlog:refund", "in the backlog Refunds not in finance");
    row("anomaly:any", "anomaly is any anomaly");
}

void TestFilter::saysItInWords()
{
    QFETCH(QString, text);
    QFETCH(QString, sentence);
    const ParsedFilter filter = parsed(text);
    QVERIFY2(!filter.mistake, filter.mistake ? qPrintable(filter.mistake->text) : "");
    QCOMPARE(filterInWords(filter.expression, QLocale::c()).replace(QChar(QChar::Nbsp), u' '), sentence);
}

void TestFilter::completes_data()
{
    QTest::addColumn<QString>("text"); // | is the cursor
    QTest::addColumn<QString>("first");
    QTest::addColumn<int>("count"); // -1: any
    const auto row = [](const char* text, const char* first, int count = -1) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(first) << count;
    };
    row("|", "order:");
    row("ch|", "channel:|", 1);
    row("CH|", "channel:|", 1);
    row("state:open a|", "state:open age>|");
    row("-ch|", "-channel:|", 1);
    row("(ch|", "(channel:|", 1);
    row("va|", "value>=|", 1);
    row("mise|", "promised:|", 1); // in the middle of the name
    row("a o|", "a order:|");
    row("state:|", "state:open|", 6);
    row("state:f|", "state:failed|", 1);
    row("state:open,f|", "state:open,failed|", 1);
    row("target:soon|", "target:due_soon|", 1);
    row("channel:|", "channel:pos|", 3);
    row("channel:w|", "channel:web|", 1);
    row("channel:\"two|", "channel:\"two words\"|", 1);
    row("channel:po| state:open", "channel:pos| state:open", 1);
    row("age>|", "age>15m|");
    row("placed>=|", "placed>=today|");
    row("placed:y|", "placed:yesterday|", 2);
    row("nonsense:|", "", 0);
    row("\"quoted ch|", "", 0);
}

void TestFilter::completes()
{
    QFETCH(QString, text);
    QFETCH(QString, first);
    QFETCH(int, count);
    const qsizetype cursor = text.indexOf(u'|');
    text.remove(u'|');
    first.remove(u'|');
    const QHash<QString, QStringList> live{{u"channel"_s, {u"pos"_s, u"web"_s, u"two words"_s}}};
    const QList<FilterCompletion> completions = completeFilter(text, cursor, live);
    if (count >= 0)
        QCOMPARE(completions.size(), qsizetype{count});
    if (first.isEmpty())
        return;
    QVERIFY(!completions.isEmpty());
    QCOMPARE(QString(text).replace(completions[0].start, cursor - completions[0].start, completions[0].text), first);
}

void TestFilter::everyFieldIsDescribed_data()
{
    QTest::addColumn<FilterSubject>("subject");
    QTest::newRow("orders") << FilterSubject::Orders;
    QTest::newRow("problems") << FilterSubject::Problems;
}

void TestFilter::everyFieldIsDescribed()
{
    QFETCH(FilterSubject, subject);
    for (const FilterFieldInfo& info : filterFields(subject)) {
        QVERIFY2(!filterFieldNote(info.field, subject).isEmpty(), qPrintable(info.name));
        QVERIFY(findFilterField(info.name, subject) == &info);
        QCOMPARE(info.kind == FilterKind::Choice, !info.choices.isEmpty());
        // a field that both have is written in one way
        QCOMPARE(info.kind, filterField(info.field).kind);
        QCOMPARE(info.wildcards, filterField(info.field).wildcards);
        QCOMPARE(info.name, filterField(info.field).name);
        for (const QString& choice : info.choices)
            QVERIFY2(!filterValueTitle(info.field, choice, subject).isEmpty(), qPrintable(info.name + u':' + choice));
    }
}

SIGNALBOX_TEST(TestFilter)
#include "tst_filter.moc"
