// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/relay/http/eventreceiver.h"

#include "models/domain/jsonscanner.h"
#include "models/store/ingestor.h"

#include <QMessageAuthenticationCode>

#include <nlohmann/json.hpp>

#include <utility>

using namespace Qt::StringLiterals;

namespace {
using OrderedJson = nlohmann::ordered_json;

Error unreadable(const QString& text)
{
    return {Failure::Invalid, text, {}, {}};
}

/// Equal or not in the same time, so that the time tells nothing about a secret.
bool same(const QByteArray& a, const QByteArray& b)
{
    const auto digest = [](const QByteArray& value) {
        return QMessageAuthenticationCode::hash(value, "compare", QCryptographicHash::Sha256);
    };
    return digest(a) == digest(b);
}

QByteArray jsonText(const QByteArray& value)
{
    return QByteArray::fromStdString(OrderedJson(QString::fromUtf8(value).toStdString()).dump());
}

/// ce-* headers are the event's attributes, the body is its data.
Outcome<QByteArray> binaryMode(const ServiceRequest& request, const QByteArray& mediaType)
{
    QByteArray event = "[{";
    for (auto header = request.headers.begin(); header != request.headers.end(); ++header)
        if (header.key().startsWith("ce-"))
            event += jsonText(header.key().sliced(3)) + ':' + jsonText(QByteArray::fromPercentEncoding(header.value()))
                + ',';
    if (!request.body.isEmpty() && mediaType != "application/json" && !mediaType.endsWith("+json"))
        return unreadable(
            u"Data of an event in binary mode has to be JSON, not \"%1\"."_s.arg(QString::fromUtf8(mediaType)));
    if (!request.body.isEmpty())
        event += "\"datacontenttype\":" + jsonText(mediaType) + ",\"data\":" + request.body;
    else
        event += "\"data\":null";
    event += "}]";
    return event;
}
} // namespace

Outcome<QByteArray> eventsOf(const ServiceRequest& request)
{
    const QByteArray mediaType = request.headers.value("content-type").split(';').first().trimmed().toLower();
    Outcome<QByteArray> events = unreadable({});
    if (request.headers.contains("ce-specversion"))
        events = binaryMode(request, mediaType);
    else if (mediaType == "application/cloudevents+json")
        events = QByteArray("[" + request.body + "]");
    else if (mediaType == "application/cloudevents-batch+json")
        events = request.body;
    else
        return unreadable(
            u"Send application/cloudevents+json, application/cloudevents-batch+json, or ce- headers with JSON; not \"%1\"."_s
                .arg(QString::fromUtf8(mediaType)));
    if (!events)
        return events;
    JsonScanner scanner;
    const QByteArray& json = events.value();
    if (scanner.scan(json, 0) != JsonScanner::Result::Complete)
        return unreadable(u"The body is no JSON: %1"_s.arg(scanner.mistake()));
    if (!json.sliced(scanner.position()).trimmed().isEmpty() || !json.trimmed().startsWith('['))
        return unreadable(u"The body is not what its content type says: one event, or an array of events."_s);
    return events;
}

EventReceiver::EventReceiver(Ingestor& ingestor, Access access)
    : m_ingestor(ingestor)
    , m_access(std::move(access))
{ }

bool EventReceiver::allowed(const ServiceRequest& request) const
{
    if (m_access.token.isEmpty() && m_access.signatureKey.isEmpty())
        return true;
    if (!m_access.token.isEmpty() && same(request.headers.value("authorization"), "Bearer " + m_access.token))
        return true;
    return !m_access.signatureKey.isEmpty()
        && same(request.headers.value("x-signature-256"),
            "sha256="
                + QMessageAuthenticationCode::hash(request.body, m_access.signatureKey, QCryptographicHash::Sha256)
                      .toHex());
}

ServiceAnswer EventReceiver::receive(const ServiceRequest& request) const
{
    if (!allowed(request)) {
        ServiceAnswer refused
            = problem(401, u"Not allowed to send events"_s, u"The token or the signature is missing or wrong."_s);
        refused.headers.insert("WWW-Authenticate", "Bearer");
        return refused;
    }
    auto events = eventsOf(request);
    if (!events)
        return problem(400, u"The events cannot be read"_s, events.error().text);
    IngestBatch batch;
    batch.events = std::move(events).value();
    const auto taken = m_ingestor.ingest(batch);
    if (!taken) {
        ServiceAnswer failed = taken.error().kind == Failure::Invalid
            ? problem(400, u"The events cannot be read"_s, taken.error().text)
            : problem(503, u"The events could not be taken in; send them again"_s);
        if (failed.status == 503)
            failed.headers.insert("Retry-After", "5");
        return failed;
    }
    const IngestCounts& counts = taken.value().counts;
    OrderedJson rejected = OrderedJson::array();
    for (const RejectedEvent& event : taken.value().rejected)
        rejected.push_back(
            {{"item", event.item}, {"code", event.code.toStdString()}, {"reason", event.reason.toStdString()}});
    const OrderedJson body{{"received", counts.received}, {"accepted", counts.accepted},
        {"duplicates", counts.duplicates}, {"rejected", counts.rejected}, {"reasons", rejected}};
    return {202, "application/json", QByteArray::fromStdString(body.dump()), {}};
}
