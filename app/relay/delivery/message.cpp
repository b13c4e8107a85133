// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/relay/delivery/message.h"

#include "app/relay/delivery/secret.h"
#include "models/domain/fingerprint.h"
#include "models/domain/jsonschema.h"

#include <QRegularExpression>
#include <QUrl>

#include <nlohmann/json.hpp>

#include <utility>

using namespace Qt::StringLiterals;

namespace {
using Json = nlohmann::json;
using Texts = QList<QPair<QByteArray, QByteArray>>;

constexpr qsizetype recordedBody = 4096; ///< of an answer, in the list of attempts

Verdict notSent(FailureClass cls, const QString& code, const QString& message)
{
    return {cls, Effect::NotApplied, Retry::Never, code, message.left(500), {}, u"signalbox."_s + code, {}};
}

Verdict unknown(FailureClass cls, const QString& code, const QString& message)
{
    return {cls, Effect::Unknown, Retry::LookFirst, code, message.left(500), {}, u"signalbox."_s + code, {}};
}

/// A text or a number at this place; null: there is none.
QString valueAt(Json value, const QStringList& place)
{
    for (const QString& name : place) {
        const auto found = value.is_object() ? value.find(name.toStdString()) : value.end();
        if (found == value.end())
            return {};
        value = Json(*found);
    }
    if (value.is_string())
        return QString::fromStdString(value.get<std::string>());
    return value.is_number() || value.is_boolean() ? QString::fromStdString(value.dump()) : QString();
}

QString referenceIn(const QByteArray& body, const QStringList& place)
{
    return valueAt(Json::parse(body.constBegin(), body.constEnd(), nullptr, false), place);
}

/// A decimal without the zeros that do not count, so that 139.9 is "139.90"; anything else as it is.
QString plain(QString value)
{
    static const QRegularExpression decimal(u"^-?[0-9]+[.][0-9]+$"_s);
    if (decimal.match(value).hasMatch()) {
        while (value.endsWith(u'0'))
            value.chop(1);
        if (value.endsWith(u'.'))
            value.chop(1);
    }
    return value;
}

/// What the target has that is not what would be sent; empty: nothing.
QString differences(const Json& answer, const QByteArray& content, const DeliveryFlow& flow, Message::LookupBy by)
{
    QStringList found;
    const Json mine = Json::parse(content.constBegin(), content.constEnd(), nullptr, false);
    for (const auto& [ours, theirs] : flow.lookupEqual) {
        const QString here = plain(valueAt(mine, ours));
        const QString there = plain(valueAt(answer, theirs));
        // what was not found under our key is ours only by what is really equal
        if (here != there || (by == Message::LookupBy::Fields && here.isNull()))
            found.append(u"%1 is %2 there and %3 here"_s.arg(
                ours.join(u'.'), there.isNull() ? u"missing"_s : there, here.isNull() ? u"missing"_s : here));
    }
    return found.join(u", "_s);
}

Message::Prepared prepared(const ClaimedMessage& message, const DeliveryTarget& target)
{
    Message::Prepared result;
    HttpRequest& request = result.request;
    request.headers = {{"Idempotency-Key", message.idempotencyKey}, {"traceparent", message.traceparent},
        {"Accept", "application/json"}, {"User-Agent", "signalbox-relay"}};
    request.headers += target.headers;
    request.connectTime = target.connectTime;
    request.answerTime = target.answerTime;
    result.recorded = request.headers;
    const Authentication& authentication = target.authentication;
    if (!authentication.scheme.isEmpty()) {
        const auto secret = readSecret(authentication.secret);
        if (!secret) {
            result.verdict = notSent(FailureClass::Configuration, u"secret"_s, secret.error().text);
            return result;
        }
        const QByteArray name
            = authentication.scheme == "header"_L1 ? authentication.name.toUtf8() : "Authorization"_ba;
        const QByteArray prefix = authentication.scheme == "bearer"_L1 ? "Bearer "_ba
            : authentication.scheme == "basic"_L1                      ? "Basic "_ba
                                                                       : QByteArray();
        request.headers.append({name, prefix + (prefix == "Basic " ? secret.value().toBase64() : secret.value())});
        result.recorded.append({name, prefix + maskedSecret});
    }
    result.ready = true;
    return result;
}

void answered(TryResult& result, const DeliveryAnswer& answer)
{
    result.finishedAt = answer.receivedAt;
    result.httpStatus = answer.status;
    result.responseHeaders.clear();
    for (const auto& [name, value] : answer.headers)
        if (name.compare("set-cookie", Qt::CaseInsensitive) != 0)
            result.responseHeaders.append({name, value});
    result.responseBody = answer.body.left(recordedBody);
}

} // namespace

Message::Prepared Message::prepareSend(
    const ClaimedMessage& message, const DeliveryTarget& target, const DeliveryFlow& flow)
{
    Prepared result;
    if (flow.schema != "{}")
        if (const QStringList problems = contractProblems(message.content, flow.schema); !problems.isEmpty()) {
            result.verdict = notSent(FailureClass::Contract, u"contract"_s, problems.join(u"; "_s));
            return result;
        }
    result = prepared(message, target);
    result.request.url = (target.baseUrl + flow.path).toUtf8();
    result.request.headers.prepend({"Content-Type", "application/json"});
    result.recorded.prepend({"Content-Type", "application/json"});
    result.request.body = message.content;
    result.request.ownConnection = !target.idempotent;
    return result;
}

Message::Prepared Message::prepareLookup(
    const ClaimedMessage& message, const DeliveryTarget& target, const DeliveryFlow& flow, LookupBy by)
{
    Prepared result = prepared(message, target);
    result.request.post = false;
    const auto asked = by == LookupBy::Key ? Texts{{"key", message.idempotencyKey}} : message.question;
    QByteArray query;
    for (const auto& [name, value] : asked)
        query += (query.isEmpty() ? '?' : '&') + QUrl::toPercentEncoding(QString::fromUtf8(name)) + '='
            + QUrl::toPercentEncoding(QString::fromUtf8(value));
    result.request.url = (target.baseUrl + flow.path).toUtf8() + query;
    if (by == LookupBy::Fields) { // else it might be looked for under the key once more
        const auto isKey = [](const auto& header) { return header.first == "Idempotency-Key"; };
        result.request.headers.removeIf(isKey);
        result.recorded.removeIf(isKey);
    }
    return result;
}

void Message::judgeSend(
    TryResult& result, const DeliveryAnswer& answer, const DeliveryFlow& flow, const FailureClassifier& rules)
{
    answered(result, answer);
    if (!rules.isSuccess(answer)) {
        fail(result, flow, rules.classify(answer));
        return;
    }
    if (!flow.reference.isEmpty()) {
        result.reference = referenceIn(answer.body, flow.reference);
        if (result.reference.isEmpty()) {
            fail(result, flow,
                unknown(FailureClass::Contract, u"no_reference"_s,
                    u"The target answered HTTP %1, but without \"%2\", which shows that it was done."_s.arg(
                        QString::number(answer.status), flow.reference.join(u'.'))));
            return;
        }
    }
    result.kind = TryResult::Kind::Delivered;
}

Message::Looked Message::judgeLookup(
    TryResult& result, const DeliveryAnswer& answer, const DeliveryFlow& flow, const QByteArray& content, LookupBy by)
{
    answered(result, answer);
    result.lookup = true;
    const Json json = Json::parse(answer.body.constBegin(), answer.body.constEnd(), nullptr, false);
    const auto found = json.is_object() ? json.find("found") : json.end();
    if (answer.phase == DeliveryPhase::Answered && found != json.end() && found->is_boolean()) {
        if (answer.status == 404 && !found->get<bool>())
            return Looked::Absent;
        if (answer.status == 200 && found->get<bool>()) {
            if (const QString different = differences(json, content, flow, by); !different.isEmpty()) {
                fail(result, flow,
                    {FailureClass::Duplicate, Effect::Unknown, Retry::Never, u"conflict"_s,
                        (by == LookupBy::Key
                                ? u"The target has something else under this key: %1."_s
                                : u"The target has something that may be this, under another key or none: %1."_s)
                            .arg(different)
                            .left(500),
                        {}, u"signalbox.conflict"_s, {}});
                return Looked::Conflict;
            }
            result.reference = referenceIn(answer.body, flow.reference);
            result.kind = TryResult::Kind::Found;
            return Looked::Present;
        }
    }
    leaveUnclear(result, flow,
        answer.phase == DeliveryPhase::Answered ? u"HTTP %1"_s.arg(answer.status) : answer.transportError);
    return Looked::Unclear;
}

void Message::leaveUnclear(TryResult& result, const DeliveryFlow& flow, const QString& why)
{
    fail(result, flow,
        unknown(FailureClass::Transient, u"lookup_failed"_s,
            u"The target could not say whether it has it already (%1)."_s.arg(why)));
}

void Message::fail(TryResult& result, const DeliveryFlow& flow, Verdict verdict)
{
    result.kind = TryResult::Kind::Failed;
    if (!result.finishedAt.isValid())
        result.finishedAt = QDateTime::currentDateTimeUtc();
    result.fingerprint = QString::fromLatin1(fingerprint(flow.code, verdict.code, verdict.message));
    result.verdict = std::move(verdict);
}
