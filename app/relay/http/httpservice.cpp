// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/relay/http/httpservice.h"

#include <microhttpd.h>

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <utility>

using namespace Qt::StringLiterals;

struct HttpService::Callbacks
{
    struct Exchange
    {
        ServiceRequest request;
        bool tooLong = false;
    };

    static MHD_Result header(void* user, MHD_ValueKind, const char* name, const char* value)
    {
        static_cast<Exchange*>(user)->request.headers.insert(QByteArray(name).toLower(), QByteArray(value));
        return MHD_YES;
    }

    static MHD_Result answer(MHD_Connection* connection, const ServiceAnswer& what)
    {
        MHD_Response* response = MHD_create_response_from_buffer(
            std::size_t(what.body.size()), const_cast<char*>(what.body.constData()), MHD_RESPMEM_MUST_COPY);
        MHD_add_response_header(response, "Content-Type", what.contentType.constData());
        for (auto header = what.headers.begin(); header != what.headers.end(); ++header)
            MHD_add_response_header(response, header.key().constData(), header.value().constData());
        const MHD_Result queued = MHD_queue_response(connection, unsigned(what.status), response);
        MHD_destroy_response(response);
        return queued;
    }

    static MHD_Result handle(void* user, MHD_Connection* connection, const char* url, const char* method, const char*,
        const char* data, std::size_t* size, void** state)
    {
        if (*state == nullptr) {
            auto* begun = new Exchange;
            begun->request.method = method;
            begun->request.path = url;
            MHD_get_connection_values(connection, MHD_HEADER_KIND, header, begun);
            *state = begun;
            return MHD_YES;
        }
        auto& exchange = *static_cast<Exchange*>(*state);
        if (*size > 0) {
            if (exchange.request.body.size() + qsizetype(*size) > maxBody) {
                exchange.tooLong = true;
                exchange.request.body.clear();
            } else if (!exchange.tooLong) {
                exchange.request.body.append(data, qsizetype(*size));
            }
            *size = 0;
            return MHD_YES;
        }
        if (exchange.tooLong)
            return answer(
                connection, problem(413, u"The body is too long"_s, u"At most %1 bytes are taken."_s.arg(maxBody)));
        return answer(connection, static_cast<HttpService*>(user)->m_handler(exchange.request));
    }

    static void completed(void*, MHD_Connection*, void** state, MHD_RequestTerminationCode)
    {
        delete static_cast<Exchange*>(*state);
        *state = nullptr;
    }
};

HttpService::HttpService(Handler handler)
    : m_handler(std::move(handler))
{ }

HttpService::~HttpService()
{
    if (m_daemon != nullptr)
        MHD_stop_daemon(static_cast<MHD_Daemon*>(m_daemon));
}

Outcome<std::unique_ptr<HttpService>> HttpService::listen(const QString& address, quint16 port, Handler handler)
{
    const auto failed = [&](const QString& why) {
        return Error{Failure::Other,
            QCoreApplication::translate("HttpService", "Cannot listen on %1:%2: %3")
                .arg(address, QString::number(port), why),
            {}, {}};
    };
    sockaddr_in where{};
    where.sin_family = AF_INET;
    where.sin_port = htons(port);
    if (inet_pton(AF_INET, address.toLatin1().constData(), &where.sin_addr) != 1)
        return failed(QCoreApplication::translate("HttpService", "this is no IPv4 address"));
    std::unique_ptr<HttpService> service(new HttpService(std::move(handler)));
    MHD_Daemon* daemon = MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD, port, nullptr, nullptr, Callbacks::handle,
        service.get(), MHD_OPTION_SOCK_ADDR, reinterpret_cast<sockaddr*>(&where), MHD_OPTION_THREAD_POOL_SIZE, 2U,
        MHD_OPTION_CONNECTION_TIMEOUT, 60U, MHD_OPTION_CONNECTION_LIMIT, 1000U, MHD_OPTION_NOTIFY_COMPLETED,
        Callbacks::completed, nullptr, MHD_OPTION_END);
    if (daemon == nullptr)
        return failed(QString::fromLocal8Bit(std::strerror(errno))); // NOLINT(concurrency-mt-unsafe)
    service->m_daemon = daemon;
    service->m_port = MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT)->port;
    return service;
}

ServiceAnswer problem(int status, const QString& title, const QString& detail)
{
    QJsonObject body{{u"type"_s, u"about:blank"_s}, {u"title"_s, title}, {u"status"_s, status}};
    if (!detail.isEmpty())
        body.insert(u"detail"_s, detail);
    return {status, "application/problem+json", QJsonDocument(body).toJson(QJsonDocument::Compact), {}};
}
