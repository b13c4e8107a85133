// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/pggroupsource.h"
#include "tests/store/person.h"
#include "tests/support/seeds.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"

#include <QMap>
#include <QRandomGenerator>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    qint64 id;
    QString search; ///< all that words are looked for in
    QString message;
};

QString oneOf(QRandomGenerator& random, const QStringList& texts)
{
    return texts.at(random.bounded(int(texts.size())));
}

/// Few different pieces, so that many problems of a group differ in nothing but what varies, and so that what varies
/// touches what does not in every way: quotes that open and never close, blanks of all kinds, in quotes as well.
QString randomMessage(QRandomGenerator& random)
{
    QString text;
    for (int i = random.bounded(1, 8); i > 0; --i)
        text += oneOf(random,
            {u"tax"_s, u"Code"_s, u" "_s, u" "_s, u" "_s, u"\t"_s, u"\u00A0"_s, u"\""_s, u"'"_s, u"\"a b\""_s, u"'x'"_s,
                u"7"_s, u"12"_s, u"a@b"_s, u"="_s, u"100%"_s, u"ta\\x"_s, u"\x01"_s, u"Ä1"_s});
    return text;
}

/// The same but for digits and what is quoted.
QString varied(QRandomGenerator& random, QString text)
{
    for (QChar& c : text) {
        if (c == u'7')
            c = QChar(u'0' + random.bounded(10));
        if (c == u'a' && random.bounded(3) == 0)
            c = u'b';
    }
    return text;
}

/// A part of a text as somebody might type it, sometimes with a star within.
QString partOf(QRandomGenerator& random, const QString& text)
{
    const qsizetype begin = random.bounded(int(text.size()));
    QString part = text.mid(begin, random.bounded(1, 12));
    QStringList escaped;
    const qsizetype star = random.bounded(4) == 0 ? random.bounded(int(part.size())) : -1;
    for (qsizetype i = 0; i < part.size(); ++i)
        escaped.append(i == star                      ? u"*"_s
                : part[i] == u'*' || part[i] == u'\\' ? u'\\' + QString(part[i])
                                                      : QString(part[i]));
    return random.bounded(2) ? escaped.join(QString()).toUpper() : escaped.join(QString());
}

bool contains(const QString& text, const QString& value)
{
    qsizetype at = 0;
    for (const QString& part : wildcardParts(value)) {
        at = text.indexOf(part, at, Qt::CaseInsensitive);
        if (at < 0)
            return false;
        at += part.size();
    }
    return true;
}

FilterExpression asking(FilterField field, const QString& value)
{
    FilterTerm term;
    term.field = field;
    term.values = {value};
    return FilterExpression(term);
}

} // namespace

/// Words are looked for in what groups know and in an index of what is each problem's own: together that is the text.
class TestProblemWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyPartOfAnyMessage()
    {
        SIGNALBOX_REQUIRE(m_server);
        for (const quint32 seed : seeds({3})) {
            QRandomGenerator random(seed);
            const ConnectionSettings settings = m_server.freshDatabase();
            IntegrationDatabase database(settings);
            fill(database, random);
            Person sue(m_server.as(settings, u"sue"_s, {u"signalbox_support"_s}));
            PgGroupSource groups(sue.runner);
            const QList<Words> all = readWords(database);
            QVERIFY(database.rows(u"SELECT count(*) FROM integration.exception WHERE usual"_s)
                        .constFirst()
                        .constFirst()
                        .toInt()
                    * 4
                > all.size());
            int found = 0;
            for (int i = 0; i < 250; ++i) {
                const FilterExpression filter = anyFilter(random, all);
                const ExceptionQuery query{oneQueue(random), {}, filter, {}, 1000};
                const QList<qint64> listed = sue.listed(query);
                const QSet<qint64> ids(listed.cbegin(), listed.cend());
                QSet<qint64> expected;
                for (const Words& words : all) {
                    if (matches(filter, words))
                        expected.insert(words.id);
                }
                QVERIFY2(ids == expected,
                    qPrintable(
                        u"%1: found %2, expected %3"_s.arg(describe(filter)).arg(ids.size()).arg(expected.size())));
                const auto counted = waitFor(groups.groups(query));
                VERIFY_OUTCOME(counted);
                qint64 sum = 0;
                for (const ExceptionGroup& group : counted.value().groups)
                    sum += group.count;
                QVERIFY2(sum == expected.size(), qPrintable(describe(filter)));
                found += int(!expected.isEmpty());
            }
            QVERIFY(found > 100);
        }
    }

private:
    static void fill(IntegrationDatabase& database, QRandomGenerator& random)
    {
        QStringList samples;
        for (int i = 0; i < 12; ++i) {
            samples.append(randomMessage(random));
            database.run(
                u"INSERT INTO integration.exception_group (fingerprint, flow, kind, error_class, error_code, sample) VALUES "
                "(%1, 'flow 7', 'delivery_failure', 'data', 'E1', %2)"_s.arg(
                    quoted(QString::number(i)), quoted(samples.last())));
        }
        for (int i = 0; i < 240; ++i) {
            const int group = random.bounded(12);
            const QString text = random.bounded(3) ? varied(random, samples.at(group)) : randomMessage(random);
            database.run(
                u"INSERT INTO integration.exception (kind, queue, severity, fingerprint, group_id, flow, error_code, error_text, due_at) "
                "SELECT g.kind, 'erp', 'normal', g.fingerprint, g.id, g.flow, %3, %2, now() FROM integration.exception_group g WHERE g.fingerprint = %1"_s
                    .arg(quoted(QString::number(group)), quoted(text),
                        quoted(random.bounded(5) ? u"E1"_s : u"Tax 12"_s)));
        }
    }

    static QString quoted(QString text)
    {
        return u"E'"_s + text.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s) + u'\'';
    }

    static QList<Words> readWords(IntegrationDatabase& database)
    {
        QList<Words> all;
        for (const QStringList& row :
            database.rows(
                u"SELECT id, order_number || E'\\n' || flow || E'\\n' || step || E'\\n' || error_code || E'\\n' || error_text, error_text FROM integration.exception"_s))
            all.append({row[0].toLongLong(), row[1], row[2]});
        return all;
    }

    static FilterExpression anyTerm(QRandomGenerator& random, const QList<Words>& all)
    {
        const Words& from = all.at(random.bounded(int(all.size())));
        while (true) {
            const bool message = random.bounded(4) == 0 && !from.message.isEmpty();
            const QString part = partOf(random, message ? from.message : from.search);
            const QStringList parts = wildcardParts(part);
            if (parts.size() == 1 && parts.constFirst().size() < leastSearchLetters && !message)
                continue; // begins a word, see tst_problemfilters
            return asking(message ? FilterField::Error : FilterField::Text, part);
        }
    }

    static FilterExpression anyFilter(QRandomGenerator& random, const QList<Words>& all)
    {
        FilterExpression one = anyTerm(random, all);
        switch (random.bounded(6)) {
        case 0:
            return {FilterExpression::Kind::And, {one, anyTerm(random, all)}};
        case 1:
            return {FilterExpression::Kind::Or, {one, anyTerm(random, all)}};
        case 2:
            return {FilterExpression::Kind::And, {one, {FilterExpression::Kind::Not, {anyTerm(random, all)}}}};
        default:
            return one;
        }
    }

    static bool matches(const FilterExpression& filter, const Words& words)
    {
        const auto matching = [&](const FilterExpression& child) { return matches(child, words); };
        switch (filter.kind()) {
        case FilterExpression::Kind::And:
            return std::ranges::all_of(filter.children(), matching);
        case FilterExpression::Kind::Or:
            return std::ranges::any_of(filter.children(), matching);
        case FilterExpression::Kind::Not:
            return !matching(filter.children().constFirst());
        default:
            return contains(filter.term().field == FilterField::Error ? words.message : words.search,
                filter.term().values.constFirst());
        }
    }

    static ExceptionQueue oneQueue(QRandomGenerator& random)
    {
        return random.bounded(3) ? ExceptionQueue::Open : ExceptionQueue::Breaching;
    }

    static QString describe(const FilterExpression& filter)
    {
        if (filter.kind() == FilterExpression::Kind::Term)
            return (filter.term().field == FilterField::Error ? u"error"_s : u"text"_s) + u'['
                + filter.term().values.constFirst() + u']';
        QStringList texts;
        for (const FilterExpression& child : filter.children())
            texts.append(describe(child));
        return QString::number(int(filter.kind())) + u'(' + texts.join(u' ') + u')';
    }

    TestServer m_server;
};

SIGNALBOX_TEST(TestProblemWords)
#include "tst_problemwords.moc"
