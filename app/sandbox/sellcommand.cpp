// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/sellcommand.h"

#include "app/sandbox/estate.h"
#include "app/sandbox/history.h"
#include "app/sandbox/ledgerjson.h"
#include "app/sandbox/output.h"

#include <curl/curl.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <csignal>
#include <ctime>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

std::size_t append(char* data, std::size_t size, std::size_t count, void* body)
{
    static_cast<QByteArray*>(body)->append(data, static_cast<qsizetype>(size) * static_cast<qsizetype>(count));
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
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, 60'000L); // a batch of the past is large
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

/// What the estate's scenario does to webhooks.
std::vector<WebhookRule> webhookRules(CURL* curl, const QString& estate)
{
    const Answer answer = ask(curl, estate + u"/control"_s);
    const auto control
        = nlohmann::ordered_json::parse(answer.body.constBegin(), answer.body.constEnd(), nullptr, false);
    std::vector<WebhookRule> rules;
    if (answer.status != 200 || !control.is_object() || !control.contains("webhooks"))
        return rules;
    for (const auto& rule : control.at("webhooks"))
        rules.push_back({rule.at("from").get<std::vector<std::string>>(), rule.at("lost"), rule.at("late"),
            {rule.at("median"), rule.at("p99")}});
    return rules;
}

/// Puts effects into the estate's ledger. The numbers of their documents; what is in the ledger then ends at `after`.
Outcome<QStringList> tellEffects(
    CURL* curl, const QString& estate, const std::vector<PastEffect>& effects, quint64& after)
{
    constexpr std::size_t atOnce = 1000;
    QStringList references;
    for (std::size_t from = 0; from < effects.size(); from += atOnce) {
        nlohmann::ordered_json described{{"effects", nlohmann::ordered_json::array()}};
        for (std::size_t i = from; i < std::min(effects.size(), from + atOnce); ++i)
            described["effects"].push_back(toJson(effects[i]));
        const QByteArray body = QByteArray::fromStdString(described.dump());
        const Answer answer = ask(curl, estate + u"/ledger"_s, &body);
        const auto taken
            = nlohmann::ordered_json::parse(answer.body.constBegin(), answer.body.constEnd(), nullptr, false);
        if (answer.status != 200 || !taken.is_object() || !taken.contains("references"))
            return Error{Failure::Connection,
                QCoreApplication::translate("SellCommand", "The sandbox at %1 did not take the past of its systems: %2")
                    .arg(estate, QString::fromUtf8(answer.body)),
                {}, {}};
        for (const auto& reference : taken.at("references"))
            references.append(QString::fromStdString(reference.get<std::string>()));
        after = taken.value("next", after);
    }
    return references;
}

} // namespace

SellCommand::SellCommand(Options options)
    : m_options(std::move(options))
{ }

std::optional<Error> SellCommand::tellHistory(void* curl, const QString& run, Seller& seller, quint64& after) const
{
    const auto estate = Estate::builtIn();
    if (!estate)
        return estate.error();
    const auto history = History::make(
        {m_options.seed, QDateTime::currentDateTimeUtc(), run, m_options.historyDays, m_options.historyOrders},
        estate.value());
    if (!history)
        return history.error();
    const auto references = tellEffects(curl, m_options.estate, history.value().effects(), after);
    if (!references)
        return references.error();
    for (const QByteArray& batch : history.value().batches(references.value())) {
        const Answer answer = ask(curl, m_options.relay + u"/v1/events"_s, &batch);
        if (answer.status != 202)
            return Error{Failure::Connection,
                tr("The relay at %1 did not take the history: %2").arg(m_options.relay, QString::fromUtf8(answer.body)),
                {}, {}};
    }
    seller.carryOn(history.value().orders());
    std::array<qlonglong, 4> standings{};
    for (const PastOrder& order : history.value().orders())
        ++standings.at(static_cast<std::size_t>(order.standing));
    print(tr("%n order(s) of the past: %1 done, %2 in work, %3 stuck, %4 cancelled.", nullptr,
              int(history.value().orders().size()))
              .arg(standings[0])
              .arg(standings[1])
              .arg(standings[2])
              .arg(standings[3])
        + u'\n');
    return std::nullopt;
}

SandboxExit SellCommand::run() const
{
    sigset_t ending;
    ::sigemptyset(&ending);
    ::sigaddset(&ending, SIGTERM);
    ::sigaddset(&ending, SIGINT);
    ::pthread_sigmask(SIG_BLOCK, &ending, nullptr);
    const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(), &curl_easy_cleanup);
    // each run has orders of its own, unless it begins within seconds of another one
    const QString run
        = QString::number(QDateTime::currentSecsSinceEpoch() / 4 % 1'679'616, 36).toUpper().rightJustified(4, u'0');
    Seller seller(m_options.seed, run, m_options.pace);
    quint64 after = 0;
    if (m_options.historyDays > 0)
        if (const auto error = tellHistory(curl.get(), run, seller, after))
            return failed(*error, SandboxExit::Failed);
    std::vector<QByteArray> untold;
    const timespec pause{0, 200'000'000};
    while (::sigtimedwait(&ending, nullptr, &pause) < 0) {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        seller.setWebhooks(webhookRules(curl.get(), m_options.estate));
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
