// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/runningsandbox.h"

#include <QFile>

using namespace Qt::StringLiterals;

QByteArray scenarioJson(const QByteArray& parts)
{
    return R"({"scenario": "test", "title": "Test")" + (parts.isEmpty() ? QByteArray() : ", " + parts) + '}';
}

QByteArray callBody(const QByteArray& orderKey, const QByteArray& amount, const QByteArray& scope)
{
    const QByteArray money = amount.isEmpty() ? QByteArray() : R"(, "amount": ")" + amount + R"(", "currency": "EUR")";
    return R"({"orderKey": ")" + orderKey + R"(", "scope": ")" + scope + '"' + money + '}';
}

RunningSandbox::RunningSandbox(const QByteArray& scenario, const SandboxSettings& settings)
{
    QFile file(m_folder.filePath(u"scenario.json"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(scenarioJson(scenario)) < 0)
        qFatal("%s", qPrintable(file.errorString()));
    file.close();
    SandboxSettings all = settings;
    all.scenario = file.fileName();
    auto started = Sandbox::start(all);
    if (!started)
        qFatal("%s", qPrintable(started.error().text));
    m_sandbox = std::move(started).value();
    m_client.emplace(url());
}

QString RunningSandbox::url() const
{
    return u"http://127.0.0.1:%1"_s.arg(m_sandbox->port());
}

RequestLine RunningSandbox::lastRequest()
{
    const RequestLog::Page page = m_sandbox->books().requests().page(0, 1'000'000);
    return page.lines.empty() ? RequestLine() : page.lines.back();
}
