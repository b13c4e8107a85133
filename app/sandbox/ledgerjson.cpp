// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/ledgerjson.h"

#include "app/sandbox/estate.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>
#include <ctime>

namespace {
constexpr qint64 nanosecondsPerSecond = 1'000'000'000;

Error misshapen(const char* what)
{
    return Error{Failure::Invalid,
        QCoreApplication::translate("Journal", "this is no entry of a ledger: %1").arg(QString::fromUtf8(what)), {},
        {}};
}

RequestOutcome outcomeOf(const std::string& name)
{
    for (int i = 0; i < requestOutcomeCount; ++i)
        if (nameOf(static_cast<RequestOutcome>(i)) == name)
            return static_cast<RequestOutcome>(i);
    return RequestOutcome::Failed;
}
} // namespace

std::string isoTime(qint64 nanoseconds)
{
    const std::time_t seconds = nanoseconds / nanosecondsPerSecond;
    std::tm parts{};
    ::gmtime_r(&seconds, &parts);
    std::array<char, 80> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02dT%02d:%02d:%02d.%09dZ", parts.tm_year + 1900,
        parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec,
        static_cast<int>(nanoseconds % nanosecondsPerSecond));
    return text.data();
}

std::optional<qint64> nanosecondsOfIsoTime(const std::string& text)
{
    std::tm parts{};
    int nanoseconds = 0;
    int end = 0;
    // NOLINTNEXTLINE(cert-err34-c): out of range is noticed by the comparison
    if (std::sscanf(text.c_str(), "%4d-%2d-%2dT%2d:%2d:%2d.%9dZ%n", &parts.tm_year, &parts.tm_mon, &parts.tm_mday,
            &parts.tm_hour, &parts.tm_min, &parts.tm_sec, &nanoseconds, &end)
        != 7)
        return std::nullopt;
    parts.tm_year -= 1900;
    parts.tm_mon -= 1;
    qint64 result = 0; // holds the years from 1678 to 2262
    if (__builtin_mul_overflow(qint64(::timegm(&parts)), nanosecondsPerSecond, &result)
        || __builtin_add_overflow(result, qint64(nanoseconds), &result))
        return std::nullopt;
    return isoTime(result) == text ? std::optional(result) : std::nullopt;
}

nlohmann::ordered_json toJson(const LedgerEntry& entry)
{
    nlohmann::ordered_json json{{"seq", entry.seq}, {"at", isoTime(entry.at)}, {"system", entry.system},
        {"resource", entry.resource}, {"orderKey", entry.orderKey}, {"scope", entry.scope}};
    if (!entry.key.empty())
        json["idempotencyKey"] = entry.key;
    if (entry.amount.isValid()) {
        json["amount"] = plainDecimal(entry.amount).toStdString();
        json["currency"] = entry.amount.currency.toStdString();
    }
    json["reference"] = entry.reference;
    json["requestDigest"] = entry.digest.toHex().toStdString();
    if (entry.told)
        json["told"] = true;
    return json;
}

nlohmann::ordered_json toJson(const RequestLine& line, const Estate& estate)
{
    const EstateResource& resource = estate.resources()[static_cast<std::size_t>(line.resource)];
    nlohmann::ordered_json json{{"seq", line.seq}, {"at", line.at}, {"connection", line.connection},
        {"system", resource.system}, {"resource", resource.name}, {"method", line.lookup ? "GET" : "POST"},
        {"orderKey", line.orderKey}, {"scope", line.scope}, {"key", line.key}, {"try", line.tryNumber},
        {"outcome", nameOf(line.outcome)}, {"status", line.status}};
    if (line.fault != FaultKind::None)
        json["fault"] = nameOf(line.fault);
    if (line.effect != 0)
        json["effect"] = line.effect;
    return json;
}

Outcome<LedgerEntry> ledgerEntryOf(const nlohmann::ordered_json& json)
try {
    LedgerEntry entry;
    entry.seq = json.at("seq").get<quint64>();
    const auto at = nanosecondsOfIsoTime(json.at("at").get<std::string>());
    if (!at)
        return misshapen("at");
    entry.at = *at;
    entry.system = json.at("system").get<std::string>();
    entry.resource = json.at("resource").get<std::string>();
    entry.orderKey = json.at("orderKey").get<std::string>();
    entry.scope = json.at("scope").get<std::string>();
    entry.key = json.value("idempotencyKey", "");
    if (json.contains("amount")) {
        auto amount = parseMoney(QString::fromStdString(json.at("amount").get<std::string>()),
            QString::fromStdString(json.at("currency").get<std::string>()));
        if (!amount)
            return amount.error();
        entry.amount = std::move(amount).value();
    }
    entry.reference = json.at("reference").get<std::string>();
    entry.digest = QByteArray::fromHex(QByteArray::fromStdString(json.at("requestDigest").get<std::string>()));
    entry.told = json.value("told", false);
    return entry;
} catch (const nlohmann::json::exception& e) {
    return misshapen(e.what());
}

Outcome<RequestLine> requestLineOf(const nlohmann::ordered_json& json, const Estate& estate)
try {
    RequestLine line;
    line.seq = json.at("seq").get<quint64>();
    line.at = json.at("at").get<qint64>();
    line.connection = json.at("connection").get<quint64>();
    const EstateResource* resource
        = estate.find(json.at("system").get<std::string>(), json.at("resource").get<std::string>());
    if (resource == nullptr)
        return misshapen("resource");
    line.resource = resource->index;
    line.lookup = json.at("method") == "GET";
    line.orderKey = json.at("orderKey").get<std::string>();
    line.scope = json.at("scope").get<std::string>();
    line.key = json.at("key").get<std::string>();
    line.tryNumber = json.at("try").get<quint32>();
    line.outcome = outcomeOf(json.at("outcome").get<std::string>());
    line.fault = faultKindOf(json.value("fault", ""));
    line.status = json.at("status").get<int>();
    line.effect = json.value("effect", quint64(0));
    return line;
} catch (const nlohmann::json::exception& e) {
    return misshapen(e.what());
}
