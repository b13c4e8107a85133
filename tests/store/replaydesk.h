// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/store/person.h"
#include "tests/support/testserver.h"

#include <QJsonArray>

/// A database with one target and one flow, a relay, and people who plan, start and approve replays of what has failed.
class ReplayDesk
{
public:
    explicit ReplayDesk(TestServer& server)
        : m_settings(server.freshDatabase())
        , m_server(server)
        , database(m_settings)
        , relay(
              server.as(m_settings, QStringLiteral("relay"), {QStringLiteral("signalbox_relay")}), QStringLiteral("A"))
        , sue(person("sue", "signalbox_support"))
    {
        putErp(database);
    }

    /// A person with this group role.
    Person person(const char* name, const char* role)
    {
        return Person(m_server.as(m_settings, QString::fromLatin1(name), {QString::fromLatin1(role)}));
    }

    /// That many messages which the target was not reached with; each of an order of its own.
    QList<qint64> failed(int count, const QString& flow = QStringLiteral("erp.post"))
    {
        QList<qint64> ids;
        for (int i = 0; i < count; ++i)
            ids.append(submit(database, QString::number(++m_orders), QStringLiteral("1"), flow));
        fail(relay.claim(count));
        return ids;
    }
    /// What was claimed has not reached the target.
    void fail(const QList<Claimed>& claimed)
    {
        QList<TryEnd> ends;
        for (const Claimed& one : claimed)
            ends.append(TryEnd::failed(one, QStringLiteral("auth"), QStringLiteral("not_applied"),
                QStringLiteral("never"), QStringLiteral("E0")));
        relay.finish(ends);
    }

    Operation preview(const QList<qint64>& ids) { return value(sue.gateway.previewReplay(QUuid::createUuid(), ids)); }
    Operation start(const Operation& previewed, ReplayOptions options = {})
    {
        if (options.reason.isEmpty())
            options.reason = QStringLiteral("again");
        if (options.classes.isEmpty())
            options.classes = {ReplayClass::Safe, ReplayClass::Verify};
        return value(sue.gateway.start(previewed, options));
    }
    Operation startOf(const QList<qint64>& ids, const ReplayOptions& options = {})
    {
        return start(preview(ids), options);
    }
    Operation now(qint64 id) { return value(sue.gateway.operation(id)); }
    Operation control(qint64 id, OperationControl action) { return value(sue.gateway.control(id, action)); }

    /// Confirmed, failed, skipped, in doubt, not started: in all the total.
    QString counts(qint64 id)
    {
        const Operation o = now(id);
        if (o.confirmed + o.failed + o.skipped + o.inDoubt + o.notStarted != o.total)
            return QStringLiteral("they do not add up");
        return QStringLiteral("%1 %2 %3 %4 %5")
            .arg(o.confirmed)
            .arg(o.failed)
            .arg(o.skipped)
            .arg(o.inDoubt)
            .arg(o.notStarted);
    }
    /// All that the relay may have now is taken.
    int deliver()
    {
        QList<TryEnd> ends;
        for (const Claimed& one : relay.claim(10'000)) {
            relay.sending({one});
            ends.append(TryEnd::delivered(one));
        }
        relay.finish(ends);
        return int(ends.size());
    }
    /// The first `count` of what the relay may have now are refused, with this code.
    void refuse(int count, const QString& code)
    {
        QList<TryEnd> ends;
        for (const Claimed& one : relay.claim(count)) {
            relay.sending({one});
            ends.append(TryEnd::rejected(one, code));
        }
        relay.finish(ends);
    }
    QString sql(const char* statement) { return database.value(QString::fromUtf8(statement)); }

private:
    template<typename T>
    static T value(QFuture<Outcome<T>> future)
    {
        const auto outcome = waitFor(std::move(future));
        if (!outcome)
            qFatal("%s", qPrintable(outcome.error().text));
        return outcome.value();
    }

    ConnectionSettings m_settings;
    TestServer& m_server;
    int m_orders = 0;

public:
    IntegrationDatabase database;
    FakeRelay relay;
    Person sue; ///< of support: she asks
};
