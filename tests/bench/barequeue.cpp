// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/barequeue.h"

#include "models/store/pqxxcompat.h"
#include "models/store/queryrunner.h"
#include "tests/bench/benchserver.h"

#include <QElapsedTimer>

#include <arpa/inet.h>
#include <array>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

int connectTo(quint16 port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    const int yes = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    if (::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
        exitOn({Failure::Other, u"The target does not answer."_s, {}, {}});
    return socket;
}

/// Claims, sends one message on each socket and reads the answers, until nothing is left.
void drain(const ConnectionSettings& settings, quint16 port)
{
    QueryRunner runner(settings);
    std::array<int, 50> sockets{};
    for (int& socket : sockets)
        socket = connectTo(port);
    std::array<char, 4096> answer{};
    while (true) {
        std::string ids = "{";
        std::vector<std::string> bodies;
        orExit(runner.writeNow([&](WriteScope& scope) {
            for (const auto& row : exec(scope.tx,
                     "UPDATE public.bare_queue SET state = 1 WHERE id IN (SELECT id FROM public.bare_queue "
                     "WHERE state = 0 ORDER BY id LIMIT 500 FOR UPDATE SKIP LOCKED) RETURNING id, body")) {
                ids += (ids.size() > 1 ? "," : "") + row[0].as<std::string>();
                bodies.push_back(row[1].as<std::string>());
            }
            return 0;
        }));
        if (bodies.empty())
            break;
        for (std::size_t first = 0; first < bodies.size(); first += sockets.size()) {
            const std::size_t count = std::min(sockets.size(), bodies.size() - first);
            for (std::size_t i = 0; i < count; ++i) {
                const std::string& body = bodies.at(first + i);
                const std::string request = "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: "
                    + std::to_string(body.size()) + "\r\n\r\n" + body;
                if (::send(sockets.at(i), request.data(), request.size(), MSG_NOSIGNAL) < 0)
                    exitOn({Failure::Other, u"The target hung up."_s, {}, {}});
            }
            for (std::size_t i = 0; i < count; ++i)
                if (::read(sockets.at(i), answer.data(), answer.size()) <= 0)
                    exitOn({Failure::Other, u"The target hung up."_s, {}, {}});
        }
        orExit(runner.writeNow([&](WriteScope& scope) {
            exec(scope.tx, "UPDATE public.bare_queue SET state = 2 WHERE id = ANY ($1::bigint[])", {ids + "}"});
            return 0;
        }));
    }
    for (const int socket : sockets)
        ::close(socket);
}

} // namespace

double bareQueue(const ConnectionSettings& settings, quint16 port, int messages, int threads)
{
    QueryRunner setup(settings);
    orExit(setup.writeNow([&](WriteScope& scope) {
        exec(scope.tx,
            "CREATE TABLE public.bare_queue (id bigint PRIMARY KEY, state smallint NOT NULL, body text NOT NULL) WITH (fillfactor = 70)");
        exec(scope.tx, "CREATE INDEX ON public.bare_queue (id) WHERE state = 0");
        exec(scope.tx,
            "INSERT INTO public.bare_queue SELECT n, 0, repeat('x', 1000) FROM generate_series(1, $1::int) n",
            {std::to_string(messages)});
        return 0;
    }));
    QElapsedTimer timer;
    timer.start();
    std::vector<std::thread> workers;
    for (int i = 0; i < threads; ++i)
        workers.emplace_back(drain, settings, port);
    for (std::thread& worker : workers)
        worker.join();
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    orExit(setup.writeNow([](WriteScope& scope) {
        exec(scope.tx, "DROP TABLE public.bare_queue");
        return 0;
    }));
    return messages / seconds;
}
