// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/messageflow.h"

#include <QCoreApplication>
#include <QFile>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace {
QString text(const nlohmann::json& json)
{
    return QString::fromStdString(json.get<std::string>());
}
} // namespace

QString MessageFlow::systemFor(const QString& process) const
{
    for (const Route& route : routes)
        if (route.processes.isEmpty() || route.processes.contains(process))
            return route.system;
    return {};
}

QString MessageFlow::keyFor(const QString& orderKey, const QString& scope) const
{
    const QString key = u"signalbox/%1/%2"_s.arg(code, orderKey);
    return scope.isEmpty() ? key : key + u'/' + scope;
}

Outcome<QHash<QString, MessageFlow>> builtInFlows()
try {
    QFile file(u":/flows/sandbox-flows.json"_s);
    const QByteArray content = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    QHash<QString, MessageFlow> flows;
    for (const auto& json : nlohmann::json::parse(content.cbegin(), content.cend())) {
        if (!json.contains("step")) // a compensation: the past has none
            continue;
        MessageFlow flow{text(json.at("code")), text(json.at("step")), text(json.at("path")).sliced(1),
            json.at("payload").contains("amount"), json.value("evidence", true), {}};
        for (const auto& described : json.at("routes")) {
            MessageFlow::Route route{{}, text(described.at("target"))};
            for (const auto& process : described.value("/condition/process"_json_pointer, nlohmann::json::array()))
                route.processes.append(text(process));
            flow.routes.push_back(route);
        }
        flows.insert(flow.step, flow);
    }
    return flows;
} catch (const nlohmann::json::exception& e) {
    return Error{Failure::Invalid,
        QCoreApplication::translate("MessageFlow", "The flows of the estate cannot be read: %1.")
            .arg(QString::fromUtf8(e.what())),
        {}, {}};
}
