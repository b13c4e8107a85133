// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/failureadvice.h"
#include "models/domain/failureclassifier.h"
#include "models/domain/systemreason.h"
#include "tests/support/testprogram.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace {

QString fileText(const QString& path)
{
    QFile file(QStringLiteral(SIGNALBOX_SOURCE_DIR "/") + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList everyRule()
{
    return FailureClassifier::builtin().rules()
        + QStringList{u"signalbox.secret"_s, u"signalbox.contract"_s, u"signalbox.no_reference"_s,
            u"signalbox.lookup_failed"_s, u"signalbox.relay_lost"_s};
}

/// German while it lives.
class InGerman
{
public:
    InGerman() { QVERIFY(m_words.load(u":/i18n/signalbox_de.qm"_s) && QCoreApplication::installTranslator(&m_words)); }
    ~InGerman() { QCoreApplication::removeTranslator(&m_words); }
    Q_DISABLE_COPY_MOVE(InGerman)

private:
    QTranslator m_words;
};

Attempt attempt(const QString& outcome, const QString& rule)
{
    Attempt attempt;
    attempt.outcome = outcome;
    attempt.adviceId = rule;
    return attempt;
}

} // namespace

/// What a person reads of a failure: advice for every verdict, and the reasons that the database gives, in both
/// languages.
class TestFailureAdvice : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyRuleHasAdviceInBothLanguages();
    void everyVerdictOfTheDeliveryHasAdvice();
    void latestTryDecides();
    void reasonsOfTheDatabaseAreKnown();
};

void TestFailureAdvice::everyRuleHasAdviceInBothLanguages()
{
    const QStringList rules = everyRule();
    QVERIFY(rules.size() > 160);
    QHash<QString, QString> english;
    for (const QString& rule : rules) {
        english.insert(rule, failureAdvice(rule));
        QVERIFY2(english.value(rule).endsWith(u'.'), qPrintable(rule));
    }
    const InGerman german;
    for (const QString& rule : rules) {
        QVERIFY2(failureAdvice(rule).endsWith(u'.'), qPrintable(rule));
        QVERIFY2(failureAdvice(rule) != english.value(rule), qPrintable(rule));
    }
    QCOMPARE(failureAdvice(u"somebody.else"_s), QString());
    QCOMPARE(failureAdvice(QString::fromUtf16(FailureClassifier::successRule)), QString());
}

void TestFailureAdvice::everyVerdictOfTheDeliveryHasAdvice()
{
    static const QRegularExpression verdict(uR"~((?:notSent|unknown)\(FailureClass::\w+, u"(\w+)"_s)~"_s);
    auto found = verdict.globalMatch(fileText(u"app/relay/delivery/message.cpp"_s));
    QVERIFY(found.hasNext());
    while (found.hasNext()) {
        const QString rule = u"signalbox."_s + found.next().captured(1);
        QVERIFY2(!failureAdvice(rule).isEmpty(), qPrintable(rule));
    }
}

void TestFailureAdvice::latestTryDecides()
{
    ExceptionDetail detail;
    QCOMPARE(failureAdvice(detail), QString());
    detail.attempts = {attempt(u"failed"_s, u"http.moved"_s), attempt(u"failed"_s, u"http.auth"_s)};
    QCOMPARE(failureAdvice(detail), failureAdvice(u"http.moved"_s));
    detail.attempts.prepend(attempt(u"lost"_s, {})); // by the database, which names no rule
    QCOMPARE(failureAdvice(detail), failureAdvice(u"signalbox.relay_lost"_s));
    detail.exception.state = ExceptionState::Resolved;
    QCOMPARE(failureAdvice(detail), QString());
}

void TestFailureAdvice::reasonsOfTheDatabaseAreKnown()
{
    QString sql;
    QDirIterator files(QStringLiteral(SIGNALBOX_SOURCE_DIR "/resources/sql"), {u"*.sql"_s});
    while (files.hasNext())
        sql += fileText(u"resources/sql/"_s + QFileInfo(files.next()).fileName());
    static const QRegularExpression given(uR"((?:THEN|ELSE|reason =)\s+'([a-z]+ [^']+)')"_s);
    QSet<QString> reasons;
    for (auto found = given.globalMatch(sql); found.hasNext();)
        reasons.insert(found.next().captured(1));
    QVERIFY(reasons.contains(u"changed since preview"_s) && reasons.contains(u"the target took it"_s)
        && reasons.contains(u"that takes the role signalbox_support"_s));
    const InGerman german;
    for (const QString& reason : std::as_const(reasons))
        QVERIFY2(systemReason(reason) != reason, qPrintable(reason));
    QCOMPARE(systemReason(u"the target had it already: SO 12"_s), u"das Ziel hatte es schon: SO 12"_s);
    QCOMPARE(systemReason(u"SO 12"_s), u"SO 12"_s);
    QCOMPARE(systemReason({}), QString());
}

SIGNALBOX_TEST(TestFailureAdvice)
#include "tst_failureadvice.moc"
