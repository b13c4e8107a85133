// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/relay/delivery/httpclient.h"
#include "models/domain/delivery.h"
#include "models/domain/failureclassifier.h"

/// How a message becomes a request, and an answer a result. Plain functions: no network, no database.
namespace Message {

/// POST with the message, under its idempotency key. Fails with the verdict (contract, secret) when it must not go out.
struct Prepared
{
    HttpRequest request;
    QList<QPair<QByteArray, QByteArray>> recorded; ///< its headers with secrets masked
    bool ready = false;
    Verdict verdict; ///< when not ready
};
Prepared prepareSend(const ClaimedMessage& message, const DeliveryTarget& target, const DeliveryFlow& flow);
/// What the target is asked by. What somebody entered by hand does not have our key: its fields may find it.
enum class LookupBy { Key, Fields };
/// GET that asks whether the effect is there.
Prepared prepareLookup(
    const ClaimedMessage& message, const DeliveryTarget& target, const DeliveryFlow& flow, LookupBy by = LookupBy::Key);

/// What an answer to a send means. Delivered needs the target's own reference where the flow says where it is.
void judgeSend(
    TryResult& result, const DeliveryAnswer& answer, const DeliveryFlow& flow, const FailureClassifier& rules);

enum class Looked {
    Present,
    Absent,
    Conflict, ///< something else is there, under the key or with these fields; the result says what
    Unclear ///< the result says why
};
/// What an answer to a lookup means. Only {"found": false} says absent: any other 404 may be of a wrong address.
/// content: what would be sent, and has to agree with what is there as far as the flow says so.
Looked judgeLookup(TryResult& result, const DeliveryAnswer& answer, const DeliveryFlow& flow, const QByteArray& content,
    LookupBy by = LookupBy::Key);
/// The target could not say whether the effect is there, for this reason.
void leaveUnclear(TryResult& result, const DeliveryFlow& flow, const QString& why);

/// Makes a result of a verdict.
void fail(TryResult& result, const DeliveryFlow& flow, Verdict verdict);

} // namespace Message
