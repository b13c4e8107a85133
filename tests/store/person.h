// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/pgexceptionsource.h"
#include "models/store/pgoperationgateway.h"
#include "tests/support/fakerelay.h"
#include "tests/support/verifyoutcome.h"

/// A filter of problems; one with a mistake ends the test.
inline FilterExpression problems(const QString& text)
{
    const ParsedFilter filter
        = parseFilter(text, QDateTime::currentDateTimeUtc(), QTimeZone::utc(), FilterSubject::Problems);
    if (filter.mistake)
        qFatal("%s: %s", qPrintable(text), qPrintable(filter.mistake->text));
    return filter.expression;
}

template<typename T>
inline Outcome<T> waitFor(QFuture<Outcome<T>> future)
{
    future.waitForFinished();
    return future.result();
}

/// A person with the ports that a console of hers has.
struct Person
{
    explicit Person(const ConnectionSettings& settings)
        : runner(settings)
        , source(runner)
        , gateway(runner)
    { }

    /// The ids of a page, as it lists them.
    QList<qint64> listed(const ExceptionQuery& query)
    {
        const auto page = waitFor(source.page(query));
        if (!page)
            qFatal("%s", qPrintable(page.error().text));
        QList<qint64> ids;
        for (const Exception& exception : page.value().exceptions)
            ids.append(exception.id);
        return ids;
    }

    Exception one(qint64 id)
    {
        const auto found = waitFor(source.byIds({id}));
        return found && !found.value().isEmpty() ? found.value().constFirst() : Exception();
    }

    /// On what the person sees now.
    QList<ActionResult> change(ExceptionAction action, const QList<qint64>& ids, const ActionDetails& details = {})
    {
        QList<ExceptionRef> refs;
        for (const qint64 id : ids)
            refs.append({id, one(id).version});
        const auto outcome = waitFor(gateway.change(action, refs, details));
        if (!outcome)
            qFatal("%s", qPrintable(outcome.error().text));
        return outcome.value();
    }

    QueryRunner runner;
    PgExceptionSource source;
    PgOperationGateway gateway;
};

/// Messages that the target rejected, or whose delivery was refused for good; exceptions 1 to count in a new database.
inline void failMessages(IntegrationDatabase& database, FakeRelay& relay, int count, bool refused = false)
{
    for (int i = 1; i <= count; ++i)
        submit(database, QString::number(i), QStringLiteral("1"));
    QList<TryEnd> ends;
    for (const Claimed& claimed : relay.claim())
        ends.append(refused ? TryEnd::failed(
                        claimed, QStringLiteral("transient"), QStringLiteral("not_applied"), QStringLiteral("never"))
                            : TryEnd::rejected(claimed));
    QCOMPARE(relay.finish(ends).size(), count);
}

/// Data rows of a test, "role" and "may": support and administrators may, everybody else may not.
inline void rowsOfSupportAndAdministrators()
{
    QTest::addColumn<QString>("role");
    QTest::addColumn<bool>("may");
    for (const char* role : {"support", "admin"})
        QTest::newRow(role) << QString(QStringLiteral("signalbox_") + QLatin1StringView(role)) << true;
    for (const char* role : {"finance", "manager", "viewer"})
        QTest::newRow(role) << QString(QStringLiteral("signalbox_") + QLatin1StringView(role)) << false;
}
