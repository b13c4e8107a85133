// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>

#include <memory>

/// What came back.
struct HttpAnswer
{
    int error = 0; ///< CURLcode
    int status = 0; ///< 0 = none came
    QByteArray body;
    QMap<QByteArray, QByteArray> headers; ///< names in lower case

    QJsonObject json() const;
};

/// One connection to a server, kept alive between requests. Waits for each answer.
class EstateClient
{
public:
    using Headers = QList<QByteArray>;

    explicit EstateClient(QString base);
    ~EstateClient();

    HttpAnswer send(
        const QByteArray& method, const QString& path, const QByteArray& body = {}, const Headers& headers = {});
    HttpAnswer get(const QString& path) { return send("GET", path); }
    HttpAnswer post(const QString& path, const QByteArray& body, const QByteArray& key = {});
    HttpAnswer put(const QString& path, const QByteArray& body) { return send("PUT", path, body); }

    /// A new connection for each request: nothing is sent again by the library where the old one broke.
    void setFresh(bool fresh) { m_fresh = fresh; }
    /// Breaks off an answer that is longer.
    void setEnough(qsizetype bytes) { m_enough = bytes; }

private:
    struct Transfer;
    static std::size_t takeBody(const char* data, std::size_t size, std::size_t count, Transfer* transfer);
    static std::size_t takeHeader(const char* data, std::size_t size, std::size_t count, Transfer* transfer);

    const QString m_base;
    void* m_handle;
    bool m_fresh = false;
    qsizetype m_enough = 64 << 20;
};
