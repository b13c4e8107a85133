// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/sellcommand.h"

#include "app/sandbox/ledgerjson.h"
#include "app/sandbox/output.h"

#include <curl/curl.h>
#include <nlohmann/json.hpp>

#include <csignal>
#include <ctime>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

std::size_t append(char* data, std::size_t size, std::size_t count, void* body)
{
    static_cast<QByteArray*>(body)->append(data, qsizetype(size * count));
    return size * count;
}

/// One request, waited for. The status; 0 when there was no answer.
struct Answer
{
    long status = 0;
    QByteArray body;
};
Answer ask(CURL* curl, const QString& url, const QByteArray* content = nullptr)
{
    Answer answer;
    curl_easy_reset(curl);
    const QByteArray address = url.toUtf8();
    curl_easy_setopt(curl, CURLOPT_URL, address.constData());
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, 10'000L);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, append);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &answer.body);
    const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> headers(
        curl_slist_append(nullptr, "Content-Type: application/cloudevents-batch+json"), &curl_slist_free_all);
    if (content != nullptr) {
        curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, long(content->size()));
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, content->constData());
    }
    if (curl_easy_perform(curl) == CURLE_OK)
        curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer.status);
    return answer;
}

/// What the estate did after `after`, which moves on.
std::vector<LedgerEntry> newEffects(CURL* curl, const QString& estate, quint64& after)
{
    std::vector<LedgerEntry> entries;
    const Answer answer = ask(curl, u"%1/ledger?limit=1000&after=%2"_s.arg(estate, QString::number(after)));
    const auto page = nlohmann::ordered_json::parse(answer.body.constBegin(), answer.body.constEnd(), nullptr, false);
    if (answer.status != 200 || !page.is_object() || !page.contains("entries"))
        return entries;
    for (const auto& described : page.at("entries"))
        if (auto entry = ledgerEntryOf(described))
            entries.push_back(std::move(entry).value());
    after = page.value("next", after);
    return entries;
}

} // namespace

SellCommand::SellCommand(Options options)
    : m_options(std::move(options))
{ }

SandboxExit SellCommand::run() const
{
    sigset_t ending;
    ::sigemptyset(&ending);
    ::sigaddset(&ending, SIGTERM);
    ::sigaddset(&ending, SIGINT);
    ::pthread_sigmask(SIG_BLOCK, &ending, nullptr);
    const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(), &curl_easy_cleanup);
    // each run has orders of its own
    const QString prefix
        = u"E%1-"_s.arg(QString::number(QDateTime::currentSecsSinceEpoch() / 60 % 46'656, 36).toUpper());
    Seller seller(quint32(m_options.seed), prefix, m_options.pace);
    std::vector<QByteArray> untold;
    quint64 after = 0;
    const timespec pause{0, 200'000'000};
    while (::sigtimedwait(&ending, nullptr, &pause) < 0) {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        seller.took(newEffects(curl.get(), m_options.estate, after), now);
        for (QByteArray& event : seller.happened(now))
            untold.push_back(std::move(event));
        if (untold.empty())
            continue;
        QByteArray batch = "[";
        for (const QByteArray& event : untold)
            batch += (batch.size() > 1 ? "," : "") + event;
        batch += ']';
        if (ask(curl.get(), m_options.relay + u"/v1/events"_s, &batch).status == 202)
            untold.clear(); // else they are told again: who has them already sees it
    }
    return SandboxExit::Done;
}
