// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/httpserver.h"

#include "app/sandbox/rawsocket.h"

#include <QCoreApplication>

#include <microhttpd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

/// A request while it is read, waited for and answered.
struct HttpServer::Exchange
{
    std::string path;
    std::string method;
    std::string body;
    std::size_t bodySize = 0;
    bool waited = false; ///< the reply is there, and its delay is over
    Reply reply;
};

namespace {

/// What is read and thrown away so that the other side gets an answer; who sends more is cut off.
constexpr std::size_t readAtMost = 256U << 20U;
constexpr quint64 endlessIs = 1ULL << 30U; ///< bytes; for callers that never have enough
constexpr std::size_t blockSize = 16384;
constexpr unsigned idleSeconds = 300;
constexpr unsigned connectionsAtMost = 20'000;
constexpr std::size_t connectionMemory = 16384; ///< headers have to fit; cleared for every request

int descriptorOf(MHD_Connection* connection)
{
    const auto* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    return info == nullptr ? -1 : info->connect_fd;
}

std::string headerOf(MHD_Connection* connection, const char* name)
{
    const char* value = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
    return value == nullptr ? std::string() : value;
}

std::string rawAnswer(const Reply& reply)
{
    const std::size_t half = reply.body.size() / 2;
    std::string text = "HTTP/1.1 " + std::to_string(reply.status) + " \r\nContent-Type: " + reply.contentType
        + "\r\nContent-Length: " + std::to_string(reply.delivery == Delivery::Truncated ? reply.body.size() : half)
        + "\r\n";
    for (const auto& [name, value] : reply.headers)
        text.append(name).append(": ").append(value).append("\r\n");
    text += "\r\n";
    text.append(reply.body, 0, reply.delivery == Delivery::Truncated ? half : std::string::npos);
    return text;
}

MHD_Response* endlessAnswer(const std::string& body)
{
    return MHD_create_response_from_callback(
        MHD_SIZE_UNKNOWN, blockSize,
        [](void* context, std::uint64_t position, char* buffer, std::size_t size) -> ssize_t {
            const std::string& start = *static_cast<std::string*>(context);
            if (position > endlessIs)
                return MHD_CONTENT_READER_END_WITH_ERROR;
            if (position >= start.size()) {
                std::memset(buffer, ' ', size);
                return static_cast<ssize_t>(size);
            }
            const std::size_t part = std::min<std::size_t>(size, start.size() - position);
            std::copy_n(start.data() + position, part, buffer);
            return static_cast<ssize_t>(part);
        },
        new std::string(body.substr(0, body.size() - 1)), // without its last brace: it goes on
        [](void* context) { delete static_cast<std::string*>(context); });
}

} // namespace

/// What the library calls.
struct HttpCallbacks
{
    static MHD_Result request(void* server, MHD_Connection* connection, const char* url, const char* method,
        const char* /*version*/, const char* data, std::size_t* size, void** context)
    {
        auto* exchange = static_cast<HttpServer::Exchange*>(*context);
        if (exchange == nullptr) {
            exchange = new HttpServer::Exchange; // freed by completed()
            exchange->path = url;
            exchange->method = method;
            *context = exchange;
            return MHD_YES;
        }
        if (*size > 0) {
            exchange->bodySize += *size;
            if (exchange->bodySize <= HttpServer::largestBody)
                exchange->body.append(data, *size);
            *size = 0;
            return exchange->bodySize <= readAtMost ? MHD_YES : MHD_NO;
        }
        return static_cast<HttpServer*>(server)->handle(connection, *exchange) != 0 ? MHD_YES : MHD_NO;
    }

    static void completed(
        void* /*server*/, MHD_Connection* /*connection*/, void** context, MHD_RequestTerminationCode /*how*/)
    {
        delete static_cast<HttpServer::Exchange*>(*context);
        *context = nullptr;
    }

    static void connectionChanged(
        void* server, MHD_Connection* /*connection*/, void** context, MHD_ConnectionNotificationCode what)
    {
        if (what == MHD_CONNECTION_NOTIFY_STARTED) // the pointer holds the connection's number
            *context = reinterpret_cast<void*>(++static_cast<HttpServer*>(server)->m_connections); // NOLINT
    }

    static MHD_Result argument(void* list, MHD_ValueKind /*kind*/, const char* name, const char* value)
    {
        static_cast<std::vector<std::pair<std::string, std::string>>*>(list)->emplace_back(
            name, value == nullptr ? "" : value);
        return MHD_YES;
    }
};

HttpServer::HttpServer(Handler handler)
    : m_handler(std::move(handler))
{ }

HttpServer::~HttpServer()
{
    m_stopping = true;
    m_listener.stop();
    m_delays.close(); // the library cannot be stopped while connections are suspended
    for (MHD_Daemon* daemon : m_daemons)
        MHD_stop_daemon(daemon);
}

Outcome<bool> HttpServer::start(int threads, Listener::IsShut isShut)
{
    for (int i = 0; i < threads; ++i) {
        // the library's own pool of threads needs a socket that it listens on itself
        MHD_Daemon* daemon
            = MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_NO_LISTEN_SOCKET | MHD_ALLOW_SUSPEND_RESUME, 0,
                nullptr, nullptr, &HttpCallbacks::request, this, MHD_OPTION_NOTIFY_COMPLETED, &HttpCallbacks::completed,
                this, MHD_OPTION_NOTIFY_CONNECTION, &HttpCallbacks::connectionChanged, this,
                MHD_OPTION_CONNECTION_TIMEOUT, idleSeconds, MHD_OPTION_CONNECTION_LIMIT, connectionsAtMost,
                MHD_OPTION_CONNECTION_MEMORY_LIMIT, connectionMemory, MHD_OPTION_END);
        if (daemon == nullptr)
            return Error{Failure::Other,
                QCoreApplication::translate("HttpServer", "The HTTP server cannot be started: %1.")
                    .arg(qt_error_string(errno)),
                {}, {}};
        m_daemons.push_back(daemon);
    }
    m_listener.start(
        [this, next = std::size_t(0)](int descriptor, const sockaddr_in& peer) mutable {
            MHD_Daemon* daemon = m_daemons[next++ % m_daemons.size()];
            // NOLINTNEXTLINE(*reinterpret-cast)
            MHD_add_connection(daemon, descriptor, reinterpret_cast<const sockaddr*>(&peer), sizeof peer);
        },
        std::move(isShut));
    return true;
}

Received HttpServer::received(MHD_Connection* connection, Exchange& exchange) const
{
    Received received;
    received.method = std::move(exchange.method);
    received.path = std::move(exchange.path);
    received.tooLarge = exchange.bodySize > largestBody;
    if (!received.tooLarge)
        received.body = std::move(exchange.body);
    received.idempotencyKey = headerOf(connection, "Idempotency-Key");
    received.authorization = headerOf(connection, "Authorization");
    MHD_get_connection_values(connection, MHD_GET_ARGUMENT_KIND, &HttpCallbacks::argument, &received.arguments);
    const auto* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    if (info != nullptr)
        received.connection = reinterpret_cast<quint64>(info->socket_context); // NOLINT(*reinterpret-cast)
    return received;
}

int HttpServer::handle(MHD_Connection* connection, Exchange& exchange)
{
    if (!exchange.waited) {
        exchange.reply = m_handler(received(connection, exchange));
        exchange.waited = true;
        if (exchange.reply.delay.count() > 0 && !m_stopping) {
            wait(connection, exchange.reply.delay);
            return MHD_YES;
        }
    }
    if (m_stopping)
        return MHD_NO;
    if (exchange.reply.later) {
        Reply done = exchange.reply.later();
        done.place = std::move(exchange.reply.place);
        exchange.reply = std::move(done);
    }
    return deliver(connection, exchange);
}

void HttpServer::wait(MHD_Connection* connection, std::chrono::nanoseconds delay)
{
    MHD_suspend_connection(connection);
    m_delays.add(DelayQueue::Clock::now() + delay, [connection] { MHD_resume_connection(connection); });
}

int HttpServer::deliver(MHD_Connection* connection, Exchange& exchange)
{
    Reply& reply = exchange.reply;
    switch (reply.delivery) {
    case Delivery::Withheld:
        return MHD_NO; // closes it
    case Delivery::Reset:
        resetConnection(descriptorOf(connection));
        return MHD_NO;
    case Delivery::Truncated:
    case Delivery::WrongLength:
        sendRaw(descriptorOf(connection), rawAnswer(reply));
        return MHD_NO;
    case Delivery::Endless:
    case Delivery::Whole:
        break;
    }
    MHD_Response* response = reply.delivery == Delivery::Endless && !reply.body.empty()
        ? endlessAnswer(reply.body)
        : MHD_create_response_from_buffer(reply.body.size(), reply.body.data(), MHD_RESPMEM_MUST_COPY);
    MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, reply.contentType.c_str());
    for (const auto& [name, value] : reply.headers)
        MHD_add_response_header(response, name.c_str(), value.c_str());
    const MHD_Result result = MHD_queue_response(connection, static_cast<unsigned>(reply.status), response);
    MHD_destroy_response(response);
    return result;
}
