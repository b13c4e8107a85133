// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/outcome.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <functional>
#include <memory>

/// A request as it came, complete.
struct ServiceRequest
{
    QByteArray method;
    QByteArray path; ///< without the query
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
};

struct ServiceAnswer
{
    int status = 200;
    QByteArray contentType = "application/json";
    QByteArray body;
    QHash<QByteArray, QByteArray> headers;
};

/// A small HTTP server on one address, with two threads of its own. A body over `maxBody` bytes is answered with 413
/// and not kept. The handler runs on those threads.
class HttpService
{
public:
    static constexpr qsizetype maxBody = 16 * 1024 * 1024;
    using Handler = std::function<ServiceAnswer(const ServiceRequest&)>;

    /// address: an IPv4 address; port 0: any that is free.
    static Outcome<std::unique_ptr<HttpService>> listen(const QString& address, quint16 port, Handler handler);
    ~HttpService();
    HttpService(const HttpService&) = delete;
    HttpService& operator=(const HttpService&) = delete;

    quint16 port() const { return m_port; }

private:
    explicit HttpService(Handler handler);

    struct Callbacks;

    Handler m_handler;
    void* m_daemon = nullptr;
    quint16 m_port = 0;
};

/// The body of an error as RFC 9457 has it.
ServiceAnswer problem(int status, const QString& title, const QString& detail = {});
