// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/estateclient.h"

#include <QJsonDocument>

#include <curl/curl.h>

struct EstateClient::Transfer
{
    HttpAnswer answer;
    qsizetype enough = 0;
};

QJsonObject HttpAnswer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

EstateClient::EstateClient(QString base)
    : m_base(std::move(base))
    , m_handle(curl_easy_init())
{ }

EstateClient::~EstateClient()
{
    curl_easy_cleanup(m_handle);
}

std::size_t EstateClient::takeBody(const char* data, std::size_t /*size*/, std::size_t count, Transfer* transfer)
{
    transfer->answer.body.append(data, static_cast<qsizetype>(count));
    return transfer->answer.body.size() > transfer->enough ? 0 : count;
}

std::size_t EstateClient::takeHeader(const char* data, std::size_t /*size*/, std::size_t count, Transfer* transfer)
{
    const QByteArray line(data, static_cast<qsizetype>(count));
    const qsizetype colon = line.indexOf(':');
    if (colon > 0)
        transfer->answer.headers.insert(line.first(colon).toLower(), line.sliced(colon + 1).trimmed());
    return count;
}

HttpAnswer EstateClient::send(
    const QByteArray& method, const QString& path, const QByteArray& body, const Headers& headers)
{
    CURL* curl = m_handle;
    curl_easy_reset(curl);
    Transfer transfer;
    transfer.enough = m_enough;
    curl_slist* list = nullptr;
    for (const QByteArray& header : headers)
        list = curl_slist_append(list, header.constData());
    list = curl_slist_append(list, "Expect:"); // no pause before large bodies
    const QByteArray url = (m_base + path).toUtf8();
    curl_easy_setopt(curl, CURLOPT_URL, url.constData());
    curl_easy_setopt(curl, CURLOPT_NOPROXY, "*");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 60L);
    curl_easy_setopt(curl, CURLOPT_FRESH_CONNECT, m_fresh ? 1L : 0L);
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &EstateClient::takeBody);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &transfer);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, &EstateClient::takeHeader);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, &transfer);
    if (method != "GET") {
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.constData());
        curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, method.constData());
    }
    transfer.answer.error = curl_easy_perform(curl);
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    transfer.answer.status = static_cast<int>(status);
    curl_slist_free_all(list);
    return transfer.answer;
}

HttpAnswer EstateClient::post(const QString& path, const QByteArray& body, const QByteArray& key)
{
    Headers headers{"Content-Type: application/json"};
    if (!key.isEmpty())
        headers.append("Idempotency-Key: " + key);
    return send("POST", path, body, headers);
}
