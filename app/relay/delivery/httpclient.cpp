// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/relay/delivery/httpclient.h"

#include <curl/curl.h>

#include <array>
#include <mutex>
#include <utility>

using namespace Qt::StringLiterals;

struct HttpClient::Exchange
{
    ~Exchange() { curl_slist_free_all(headers); }

    QByteArray body; ///< what is sent: libcurl reads it in place
    curl_slist* headers = nullptr;
    DeliveryAnswer answer;
    Finished finished;
    std::array<char, CURL_ERROR_SIZE> error{};
};

namespace {

std::size_t takeBody(char* data, std::size_t size, std::size_t count, void* user)
{
    QByteArray& body = static_cast<DeliveryAnswer*>(user)->body;
    const auto length = static_cast<qsizetype>(size) * static_cast<qsizetype>(count);
    if (body.size() + length > HttpClient::maxBody) {
        body.append(data, HttpClient::maxBody - body.size());
        return 0; // ends the transfer: an endless answer is cut, not read
    }
    body.append(data, length);
    return size * count;
}

std::size_t takeHeader(char* data, std::size_t size, std::size_t count, void* user)
{
    auto& answer = *static_cast<DeliveryAnswer*>(user);
    const QByteArrayView line(data, static_cast<qsizetype>(size) * static_cast<qsizetype>(count));
    if (line.startsWith("HTTP/")) // of 1xx answers only the last one's headers count
        answer.headers.clear();
    else if (const auto colon = line.indexOf(':'); colon > 0 && answer.headers.size() < 100)
        answer.headers.append(
            {line.first(colon).toByteArray(), line.sliced(colon + 1).toByteArray().trimmed().left(2000)});
    return size * count;
}

/// As the rules of failures name what a connection says.
QString transportError(CURLcode code, const char* detail)
{
    switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
        return u"ENOTFOUND"_s;
    case CURLE_COULDNT_CONNECT:
        return u"ECONNREFUSED"_s;
    case CURLE_OPERATION_TIMEDOUT:
        return u"ETIMEDOUT"_s;
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
    case CURLE_GOT_NOTHING:
    case CURLE_PARTIAL_FILE:
        return u"ECONNRESET"_s;
    case CURLE_WRITE_ERROR: // by takeBody
        return u"the answer is too long"_s;
    case CURLE_OUT_OF_MEMORY: // so libcurl calls it
        return u"a header of the answer is too long"_s;
    default:
        break;
    }
    return *detail != '\0' ? QString::fromUtf8(detail) : QString::fromUtf8(curl_easy_strerror(code));
}

/// Whether nothing can have reached the target: the request had not begun to be sent. The code does not tell: libcurl
/// has the same one for a protocol that it does not speak and for an answer that is no HTTP.
bool nothingSent(Curl* handle)
{
    long sent = 0;
    curl_easy_getinfo(handle, CURLINFO_REQUEST_SIZE, &sent);
    return sent == 0;
}

} // namespace

HttpClient::HttpClient()
{
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    m_multi = curl_multi_init();
    curl_multi_setopt(m_multi, CURLMOPT_MAXCONNECTS, 256L);
}

HttpClient::~HttpClient()
{
    for (const auto& [easy, exchange] : m_exchanges) {
        curl_multi_remove_handle(m_multi, easy);
        curl_easy_cleanup(easy);
    }
    for (Curl* easy : m_idle)
        curl_easy_cleanup(easy);
    curl_multi_cleanup(m_multi);
}

Curl* HttpClient::handle()
{
    if (m_idle.empty())
        return curl_easy_init();
    Curl* easy = m_idle.back();
    m_idle.pop_back();
    curl_easy_reset(easy);
    return easy;
}

void HttpClient::start(const HttpRequest& request, Finished finished)
{
    Curl* easy = handle();
    auto exchange = std::make_unique<Exchange>();
    exchange->body = request.body;
    exchange->finished = std::move(finished);
    for (const auto& [name, value] : request.headers)
        exchange->headers = curl_slist_append(exchange->headers, QByteArray(name + ": " + value).constData());
    exchange->headers = curl_slist_append(exchange->headers, "Expect:"); // no pause before the body
    curl_easy_setopt(easy, CURLOPT_URL, request.url.constData());
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, exchange->headers);
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, exchange->error.data());
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, takeBody);
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, takeHeader);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, &exchange->answer);
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, long(request.connectTime.count()));
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, long((request.connectTime + request.answerTime).count()));
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, long(CURL_HTTP_VERSION_1_1));
    curl_easy_setopt(easy, CURLOPT_FRESH_CONNECT, request.ownConnection ? 1L : 0L);
    curl_easy_setopt(easy, CURLOPT_FORBID_REUSE, request.ownConnection ? 1L : 0L);
    if (request.post) {
        curl_easy_setopt(easy, CURLOPT_POST, 1L);
        curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(exchange->body.size()));
        curl_easy_setopt(easy, CURLOPT_POSTFIELDS, exchange->body.constData());
    }
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &exchange->answer);
    curl_multi_add_handle(m_multi, easy);
    m_exchanges.emplace(easy, std::move(exchange));
}

void HttpClient::wait(std::chrono::milliseconds longest)
{
    int running = 0;
    curl_multi_perform(m_multi, &running);
    if (running == int(m_exchanges.size())) {
        curl_multi_poll(m_multi, nullptr, 0, int(longest.count()), nullptr);
        curl_multi_perform(m_multi, &running);
    }
    collect();
}

void HttpClient::wake()
{
    curl_multi_wakeup(m_multi);
}

void HttpClient::collect()
{
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(m_multi, &left)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        Curl* easy = message->easy_handle;
        const CURLcode code = message->data.result;
        const auto found = m_exchanges.find(easy);
        const std::unique_ptr<Exchange> exchange = std::move(found->second);
        m_exchanges.erase(found);
        DeliveryAnswer& answer = exchange->answer;
        long status = 0;
        curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
        // a refusal is one, however its body broke off; a success that cannot be read to its end proves nothing
        const bool answered = status >= 300 || (status >= 200 && code == CURLE_OK);
        answer.receivedAt = QDateTime::currentDateTimeUtc();
        answer.status = int(status);
        if (code != CURLE_OK)
            answer.transportError = transportError(code, exchange->error.data());
        answer.phase = answered ? DeliveryPhase::Answered
            : nothingSent(easy) ? DeliveryPhase::NotSent
                                : DeliveryPhase::SentNoAnswer;
        curl_multi_remove_handle(m_multi, easy);
        m_idle.push_back(easy);
        exchange->finished(answer);
    }
}
