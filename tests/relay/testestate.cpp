// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/relay/testestate.h"

#include "app/sandbox/databaseaudit.h"
#include "app/sandbox/ledgerreader.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

QJsonObject with(QJsonObject object, const QJsonObject& more)
{
    for (auto field = more.begin(); field != more.end(); ++field)
        object.insert(field.key(), field.value());
    return object;
}

template<typename T>
T valueOf(Outcome<T> outcome)
{
    if (!outcome)
        qFatal("%s", qPrintable(outcome.error().text));
    return std::move(outcome).value();
}

} // namespace

void putFlow(const ConnectionSettings& database, const QString& estate, const QString& code, const QString& path,
    const QJsonObject& target, const QJsonObject& flow)
{
    const QString system = path.section(u'/', 1, 1);
    const auto put = [&database](const QString& function, const QJsonObject& definition) {
        TestServer::run(database,
            u"SELECT integration.%1('%2'::jsonb)"_s.arg(
                function, QString::fromUtf8(QJsonDocument(definition).toJson(QJsonDocument::Compact))));
    };
    put(u"put_target"_s,
        with({{u"code"_s, system}, {u"system"_s, system}, {u"base_url"_s, QString(estate + u'/' + system)},
                 {u"connect_seconds"_s, 0.5}, {u"answer_seconds"_s, 0.7}, {u"slack_seconds"_s, 0.5}},
            target));
    put(u"put_flow"_s,
        with({{u"code"_s, code}, {u"source_system"_s, u"middleware"_s}, {u"target_system"_s, system},
                 {u"effect_class"_s, u"create"_s}, {u"path"_s, QString(u'/' + path.section(u'/', 2))},
                 {u"backoff_seconds"_s, 0.05}, {u"backoff_limit_seconds"_s, 0.5}, {u"max_attempts"_s, 20},
                 {u"breaker_failures"_s, 1000}, {u"routes"_s, QJsonArray{QJsonObject{{u"target"_s, system}}}}},
            flow));
}

TestEstate::TestEstate(TestServer& server, quint32 seed, const QByteArray& scenario)
    : m_database(server.freshDatabase())
{
    QFile file(m_folder.filePath(u"scenario.json"_s));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("%s", qPrintable(file.errorString()));
    file.write(R"({"scenario": "test", "title": "Test")" + (scenario.isEmpty() ? scenario : ", " + scenario) + '}');
    file.close();
    SandboxSettings settings;
    settings.scenario = file.fileName();
    settings.seed = seed;
    m_sandbox = valueOf(Sandbox::start(settings));
}

TestEstate::~TestEstate()
{
    for (auto& relay : m_relays)
        relay->drain();
}

void TestEstate::putFlow(const QString& code, const QString& path, const QJsonObject& target, const QJsonObject& flow)
{
    ::putFlow(m_database, url(), code, path, target, flow);
}

void TestEstate::submit(const QString& flow, int keys, int each)
{
    TestServer::run(m_database,
        uR"(SELECT count(integration.submit('%1', format('%1/order-%s/%s', k, n), 'order-' || k,
                format('{"orderKey": "order-%s", "scope": "part/%s", "amount": "%s", "currency": "EUR"}', k, n, round(k * 7.77 + n, 2))))
            FROM (SELECT k, n FROM generate_series(1, %3) n, generate_series(1, %2) k ORDER BY n, k) x)"_s.arg(
            flow, QString::number(keys), QString::number(each)));
}

void TestEstate::startRelays(int count)
{
    for (int i = 0; i < count; ++i) {
        Relay::Options options;
        options.database = m_database.redacted();
        options.port = 0;
        options.name = u"relay-%1"_s.arg(i);
        m_relays.push_back(valueOf(Relay::start(options)));
    }
}

int TestEstate::undelivered() const
{
    return TestServer::value(m_database, u"SELECT count(*) FROM integration.transaction WHERE status <> 'delivered'"_s)
        .toInt();
}

Outcome<Reconciliation> TestEstate::compared() const
{
    const auto entries = readLedger(url());
    if (!entries)
        return entries.error();
    return compareWithDatabase(m_sandbox->estate(), url(), entries.value(), m_database.redacted());
}
