// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

/// One event as a test says it; everything that the envelope needs beside it has a default.
struct TestEvent
{
    QString order; ///< key
    QString what; ///< "validation", "validation.failed", "changed"
    QDateTime time;
    QString scope = {};
    QJsonObject data = {}; ///< beside the scope
    QString source = QStringLiteral("/test");
    QString id = {}; ///< empty: made from all of the above

    QString type() const;
    QString identity() const;
    QJsonObject json() const;
    static QJsonArray array(const QList<TestEvent>& events);
};

/// A UTC time from "2018-03-05T10:00:00" or "2018-03-05 10:00".
QDateTime utc(const QString& text);
/// A UTC time from milliseconds since 1970, as the database gives them to a test; null for a null text.
QDateTime utcOfMilliseconds(const QString& milliseconds);
/// An amount and its currency as data of an event that captures an order.
QJsonObject orderData(
    const QString& channel, const QString& total, const QString& currency, const QJsonObject& more = {});
