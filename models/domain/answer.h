// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QList>
#include <QString>

#include <utility>

/// How far a delivery came. What decides is whether anything can have reached the target.
enum class DeliveryPhase {
    NotSent, ///< refused, unknown host, TLS: the request did not reach the target
    SentNoAnswer, ///< reset or timed out after sending began
    Answered
};

/// What came back from one try to deliver, as it came: nothing in it is trusted to be well-formed.
struct DeliveryAnswer
{
    using Header = std::pair<QByteArray, QByteArray>;

    QString connector; ///< which table of codes speaks for the target ("shopify", "netsuite"); may be empty
    DeliveryPhase phase = DeliveryPhase::Answered;
    QString transportError; ///< what the connection said: "ECONNREFUSED", "certificate has expired"
    int status = 0; ///< HTTP status; 0 where the answer did not come by HTTP (a status record, a log)
    QList<Header> headers; ///< as they came; a name may come more than once, its case means nothing
    QByteArray body; ///< may be cut, binary or of any encoding
    QDateTime receivedAt; ///< for a Retry-After that names a time; the answer's Date header goes before it

    /// The first value of a header, without space around it; null when there is none.
    QByteArray header(QByteArrayView name) const
    {
        for (const Header& header : headers)
            if (header.first.compare(name, Qt::CaseInsensitive) == 0)
                return header.second.isNull() ? QByteArray("") : header.second.trimmed();
        return {};
    }
};
