// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakerelay.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

QString text(const QJsonObject& object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject joined(QJsonObject base, const QJsonObject& more)
{
    for (auto field = more.begin(); field != more.end(); ++field)
        base.insert(field.key(), field.value());
    return base;
}

QString idArray(const QList<qint64>& ids)
{
    QStringList texts;
    for (const qint64 id : ids)
        texts.append(QString::number(id));
    return u'{' + texts.join(u',') + u'}';
}

} // namespace

TryEnd TryEnd::delivered(const Claimed& claimed, const QString& reference)
{
    const QString given = reference.isEmpty() ? u"DOC-%1"_s.arg(claimed.id) : reference;
    return {claimed.id, claimed.number, {{u"outcome"_s, u"delivered"_s}, {u"status"_s, 201}, {u"reference"_s, given}}};
}

TryEnd TryEnd::found(const Claimed& claimed, const QString& reference)
{
    TryEnd end = delivered(claimed, reference);
    end.fields.insert(u"outcome"_s, u"found"_s);
    end.fields.insert(u"action"_s, u"lookup"_s);
    end.fields.insert(u"code"_s, u"found"_s);
    return end;
}

TryEnd TryEnd::absent(const Claimed& claimed)
{
    return {claimed.id, claimed.number, {{u"outcome"_s, u"absent"_s}, {u"action"_s, u"lookup"_s}, {u"status"_s, 404}}};
}

TryEnd TryEnd::conflict(const Claimed& claimed)
{
    return failed(claimed, u"duplicate"_s, u"unknown"_s, u"never"_s, u"conflict"_s).whileLooking();
}

TryEnd TryEnd::released(const Claimed& claimed)
{
    return {claimed.id, claimed.number, {{u"outcome"_s, u"released"_s}}};
}

TryEnd TryEnd::failed(
    const Claimed& claimed, const QString& errorClass, const QString& effect, const QString& retry, const QString& code)
{
    return {claimed.id, claimed.number,
        {{u"outcome"_s, u"failed"_s}, {u"class"_s, errorClass}, {u"effect"_s, effect}, {u"retry"_s, retry},
            {u"code"_s, code}, {u"message"_s, QString(u"it said "_s + code)}, {u"rule"_s, u"unclassified"_s},
            {u"fingerprint"_s, QString(u"fp-"_s + code)},
            {u"retryAfter"_s, 3600}}}; // or the wait is random, and may be over at once
}

TryEnd TryEnd::refused(const Claimed& claimed)
{
    return failed(claimed, u"transient"_s, u"not_applied"_s, u"by_itself"_s, u"refused"_s);
}

TryEnd TryEnd::timedOut(const Claimed& claimed)
{
    return failed(claimed, u"transient"_s, u"unknown"_s, u"look_first"_s, u"timeout"_s);
}

TryEnd TryEnd::rejected(const Claimed& claimed, const QString& code)
{
    return failed(claimed, u"data"_s, u"not_applied"_s, u"never"_s, code);
}

TryEnd TryEnd::whileLooking() const
{
    TryEnd end = *this;
    end.fields.insert(u"action"_s, u"lookup"_s);
    return end;
}

QList<Claimed> FakeRelay::claim(int count, const QString& target)
{
    handOver();
    QList<Claimed> claimed;
    const auto rows = m_database.rows(
        u"SELECT id, number, flow, business_key, idempotency_key, verify, content, ask_only, question FROM integration.claim($1, $2, $3::int) ORDER BY id"_s,
        {m_name, target, QString::number(count)});
    for (const QStringList& row : rows)
        claimed.append({row.at(0).toLongLong(), row.at(1).toInt(), row.at(2), row.at(3), row.at(4), row.at(5) == u"t"_s,
            row.at(6), row.at(7) == u"t"_s, row.at(8)});
    return claimed;
}

int FakeRelay::handOver(int most)
{
    int all = 0;
    while (const int dealt
        = m_database.value(u"SELECT integration.release_items($1::int)"_s, {QString::number(most)}).toInt())
        all += dealt;
    return all;
}

QList<qint64> FakeRelay::sending(const QList<Claimed>& claimed)
{
    QList<qint64> ids;
    QList<qint64> numbers;
    for (const Claimed& one : claimed) {
        ids.append(one.id);
        numbers.append(one.number);
    }
    QList<qint64> sent;
    const auto rows = m_database.rows(u"SELECT s FROM integration.sending($1, $2::bigint[], $3::int[]) s ORDER BY 1"_s,
        {m_name, idArray(ids), idArray(numbers)});
    for (const QStringList& row : rows)
        sent.append(row.at(0).toLongLong());
    return sent;
}

QMap<qint64, QString> FakeRelay::finish(const QList<TryEnd>& ends)
{
    QJsonArray results;
    const QString now = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
    for (const TryEnd& end : ends)
        results.append(joined(
            {{u"id"_s, end.id}, {u"number"_s, end.number}, {u"started"_s, now}, {u"finished"_s, now}}, end.fields));
    QMap<qint64, QString> statuses;
    const auto rows = m_database.rows(u"SELECT id, status FROM integration.finish($1, $2::jsonb)"_s,
        {m_name, QString::fromUtf8(QJsonDocument(results).toJson(QJsonDocument::Compact))});
    for (const QStringList& row : rows)
        statuses.insert(row.at(0).toLongLong(), row.at(1));
    return statuses;
}

void putErp(IntegrationDatabase& database, const QJsonObject& target, const QJsonObject& flow)
{
    const QJsonObject plainTarget{
        {u"code"_s, u"erp"_s}, {u"system"_s, u"erp"_s}, {u"base_url"_s, u"http://erp.invalid"_s}};
    const QJsonObject plainFlow{{u"code"_s, u"erp.post"_s}, {u"title"_s, u"Orders to the ERP"_s},
        {u"source_system"_s, u"shop"_s}, {u"target_system"_s, u"erp"_s}, {u"effect_class"_s, u"create"_s},
        {u"breaker_failures"_s, 1000}, {u"team"_s, u"erp team"_s},
        {u"routes"_s, QJsonArray{QJsonObject{{u"target"_s, u"erp"_s}}}}};
    database.rows(u"SELECT integration.put_target($1::jsonb)"_s, {text(joined(plainTarget, target))});
    database.rows(u"SELECT integration.put_flow($1::jsonb)"_s, {text(joined(plainFlow, flow))});
}

qint64 submit(IntegrationDatabase& database, const QString& key, const QString& name, const QString& flow)
{
    return database
        .value(u"SELECT integration.submit($1, $2, $3, $4)"_s,
            {flow, QString(key + u'/' + name), key, u"{\"name\":\"%1\",\"customer\":\"Anna Bell\"}"_s.arg(name)})
        .toLongLong();
}

void letTimePass(IntegrationDatabase& database)
{
    database.run(
        u"UPDATE integration.transaction SET lease_until = now() - interval '1 second' WHERE status = 'delivering'"_s);
    database.run(u"UPDATE integration.transaction SET due_at = now() WHERE status IN ('pending', 'retrying')"_s);
    database.run(u"UPDATE integration.breaker SET until = now() WHERE state <> 'closed'"_s);
}
