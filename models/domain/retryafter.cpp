// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/retryafter.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr double longestWait = 30.0 * 24 * 3600 * 1000;

std::optional<milliseconds> waitOf(double ms)
{
    if (!std::isfinite(ms))
        return std::nullopt;
    return milliseconds(static_cast<qint64>(std::ceil(std::clamp(ms, 0.0, longestWait))));
}

/// A plain decimal number. An exponent or a sign is not what a server writes here.
std::optional<double> number(QByteArrayView text)
{
    const bool plain = !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
    bool ok = false;
    const double value = plain ? text.toByteArray().toDouble(&ok) : 0;
    return ok ? std::optional(value) : std::nullopt;
}

/// The form that HTTP prescribes: "Wed, 21 Oct 2026 07:28:00 GMT".
QDateTime httpTime(const QByteArray& text)
{
    QDateTime time = QLocale::c().toDateTime(QString::fromLatin1(text), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    time.setTimeSpec(Qt::UTC);
    return time;
}

std::optional<milliseconds> fromHeader(const DeliveryAnswer& answer, QByteArrayView name, double unit)
{
    const QByteArray value = answer.header(name);
    if (value.isEmpty())
        return std::nullopt;
    if (const auto amount = number(value))
        return waitOf(*amount * unit);
    const QDateTime until = httpTime(value);
    QDateTime now = httpTime(answer.header("date")); // by the clock of who named the time
    if (!now.isValid())
        now = answer.receivedAt;
    if (!until.isValid() || !now.isValid())
        return std::nullopt;
    return waitOf(static_cast<double>(now.msecsTo(until)));
}

/// What a GraphQL query costs more than the budget holds, at the rate at which the budget fills.
std::optional<milliseconds> fromQueryBudget(const BodyLeaves& body)
{
    std::optional<double> cost;
    std::optional<double> available;
    std::optional<double> rate;
    for (const BodyLeaf& leaf : body.leaves()) {
        if (leaf.path == "extensions.cost.requestedquerycost")
            cost = number(leaf.value.toLatin1());
        else if (leaf.path == "extensions.cost.throttlestatus.currentlyavailable")
            available = number(leaf.value.toLatin1());
        else if (leaf.path == "extensions.cost.throttlestatus.restorerate")
            rate = number(leaf.value.toLatin1());
    }
    if (!cost || !available || rate.value_or(0) <= 0 || *cost <= *available)
        return std::nullopt;
    return waitOf((*cost - *available) / *rate * 1000);
}

double unitOf(QStringView text)
{
    if (text.startsWith(u"ms") || text.startsWith(u"millisec"))
        return 1;
    if (text.startsWith(u"min"))
        return 60'000;
    if (text.startsWith(u"hour"))
        return 3'600'000;
    return text.startsWith(u's') ? 1000 : 0; // "sec", "seconds", "s"
}

std::optional<milliseconds> fromSentence(const QString& sentence)
{
    const QString text = sentence.toLower();
    for (const QStringView words : {QStringView(u"try again in "), QStringView(u"try again after "),
             QStringView(u"retry after "), QStringView(u"retry in ")}) {
        const auto found = text.indexOf(words);
        if (found < 0)
            continue;
        const QStringView rest = QStringView(text).sliced(found + words.size());
        qsizetype digits = 0;
        while (digits < rest.size() && digits < 9 && rest[digits] >= u'0' && rest[digits] <= u'9')
            ++digits;
        const double unit = unitOf(rest.sliced(digits).trimmed());
        if (digits > 0 && unit > 0)
            return waitOf(rest.first(digits).toDouble() * unit);
    }
    return std::nullopt;
}

} // namespace

std::optional<milliseconds> retryAfterHeader(const DeliveryAnswer& answer)
{
    constexpr std::array headers{std::pair{"retry-after-ms", 1.0}, std::pair{"x-ms-retry-after-ms", 1.0},
        std::pair{"retry-after", 1000.0}, std::pair{"x-retry-after", 1000.0}};
    for (const auto& [name, unit] : headers)
        if (const auto wait = fromHeader(answer, name, unit))
            return wait;
    return std::nullopt;
}

std::optional<milliseconds> retryAfter(const DeliveryAnswer& answer, const BodyLeaves& body)
{
    if (const auto wait = retryAfterHeader(answer))
        return wait;
    if (const auto wait = fromQueryBudget(body))
        return wait;
    for (const BodyLeaf& leaf : body.leaves())
        if (const auto wait = fromSentence(leaf.value))
            return wait;
    return std::nullopt;
}
