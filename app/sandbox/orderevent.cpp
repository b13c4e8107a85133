// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/orderevent.h"

using namespace Qt::StringLiterals;
using Json = nlohmann::ordered_json;

OrderEvent& OrderEvent::withMessage(const QString& message)
{
    data["message"] = message.toStdString();
    return *this;
}

OrderEvent& OrderEvent::withReference(const QString& system, const QString& type, const QString& id)
{
    data["refs"].push_back({{"system", system.toStdString()}, {"type", type.toStdString()}, {"id", id.toStdString()}});
    return *this;
}

std::string timeText(const QDateTime& at)
{
    return at.toUTC().toString(Qt::ISODateWithMs).toStdString();
}

Json moneyJson(const Money& money)
{
    return {{"amount", plainDecimal(money).toStdString()}, {"currency", money.currency.toStdString()}};
}

QByteArray cloudEvent(const OrderEvent& event)
{
    QString id = event.step + u'-' + event.orderKey;
    if (!event.scope.isEmpty())
        id += u'-' + event.scope;
    if (!event.outcome.isEmpty()) // a step can fail twice
        id += u'-' + event.outcome + u'-' + QString::number(event.at.toMSecsSinceEpoch());
    const QString type = event.outcome.isEmpty() ? event.step : event.step + u'.' + event.outcome;
    Json json{{"specversion", "1.0"}, {"id", id.toStdString()}, {"source", event.source.toStdString()},
        {"type", u"com.signalbox.order.%1.v1"_s.arg(type).toStdString()},
        {"subject", u"order/"_s.append(event.orderKey).toStdString()}, {"time", timeText(event.at)},
        {"datacontenttype", "application/json"}};
    if (!event.scope.isEmpty() || !event.data.empty()) {
        Json data = event.data;
        if (!event.scope.isEmpty())
            data["scope"] = event.scope.toStdString();
        json["data"] = std::move(data);
    }
    return QByteArray::fromStdString(json.dump());
}
