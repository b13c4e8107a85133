// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/answer.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <unordered_map>
#include <vector>

using Curl = void; // as libcurl declares CURL and CURLM

/// One request as it goes out.
struct HttpRequest
{
    QByteArray url;
    bool post = true; ///< else GET, without a body
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
    std::chrono::milliseconds connectTime{5'000};
    std::chrono::milliseconds answerTime{30'000}; ///< from the connection on
    /// A connection of its own. Over a kept one that breaks before any answer libcurl sends once more by itself, which
    /// only a target that knows the key may see.
    bool ownConnection = false;
};

/// Many HTTP requests at once on one thread: start() begins one, wait() lets them go on. Connections are kept. An
/// answer's body is read up to maxBody; follows no redirect. Not thread safe.
class HttpClient
{
public:
    static constexpr qsizetype maxBody = 256 * 1024;
    using Finished = std::function<void(const DeliveryAnswer&)>;

    HttpClient();
    ~HttpClient();
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;

    void start(const HttpRequest& request, Finished finished);
    int running() const { return int(m_exchanges.size()); }
    /// Works until something has ended or the time is up; what has ended is reported from in here.
    void wait(std::chrono::milliseconds longest);
    /// Ends a wait(), from any thread.
    void wake();

private:
    struct Exchange;

    Curl* handle();
    void collect();

    Curl* m_multi;
    std::vector<Curl*> m_idle; ///< handles to use again: they keep what they know of a host
    std::unordered_map<Curl*, std::unique_ptr<Exchange>> m_exchanges;
};
