// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testevent.h"

using namespace Qt::StringLiterals;

QString TestEvent::type() const
{
    return u"com.signalbox.order."_s + what + u".v1"_s;
}

QString TestEvent::identity() const
{
    return id.isEmpty() ? order + u'/' + what + u'/' + scope + u'/' + QString::number(time.toMSecsSinceEpoch()) : id;
}

QJsonObject TestEvent::json() const
{
    QJsonObject content = data;
    if (!scope.isEmpty())
        content.insert(u"scope"_s, scope);
    QJsonObject event{{u"specversion"_s, u"1.0"_s}, {u"source"_s, source}, {u"id"_s, identity()}, {u"type"_s, type()},
        {u"subject"_s, QString(u"order/"_s + order)},
        {u"time"_s, QString(time.toUTC().toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s) + u'Z')}};
    if (!content.isEmpty())
        event.insert(u"data"_s, content);
    return event;
}

QJsonArray TestEvent::array(const QList<TestEvent>& events)
{
    QJsonArray array;
    for (const TestEvent& event : events)
        array.append(event.json());
    return array;
}

QDateTime utc(const QString& text)
{
    QDateTime time = QDateTime::fromString(QString(text).replace(u' ', u'T'), Qt::ISODateWithMs);
    time.setTimeSpec(Qt::UTC);
    return time;
}

QDateTime utcOfMilliseconds(const QString& milliseconds)
{
    return milliseconds.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(milliseconds.toLongLong(), Qt::UTC);
}

QJsonObject orderData(const QString& channel, const QString& total, const QString& currency, const QJsonObject& more)
{
    QJsonObject order = more;
    order.insert(u"channel"_s, channel);
    order.insert(u"total"_s, total);
    order.insert(u"currency"_s, currency);
    return {{u"order"_s, order}};
}
