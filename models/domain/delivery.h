// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/failure.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>

#include <chrono>

/// How a relay shows a target who it is. The secret itself is never here: `secret` says where it lies ("env:NAME",
/// "file:PATH").
struct Authentication
{
    QString scheme; ///< bearer, basic or header; empty: none
    QString name; ///< of the header, for scheme header
    QString secret;
};

/// A place that messages are delivered to.
struct DeliveryTarget
{
    QString code;
    QString baseUrl; ///< without a slash at the end
    QString connector; ///< whose error codes it answers with
    bool idempotent = false; ///< the same key a second time has no second effect
    QList<QPair<QByteArray, QByteArray>> headers;
    Authentication authentication;
    std::chrono::milliseconds connectTime{5'000};
    std::chrono::milliseconds answerTime{30'000};
    int connections = 16; ///< of one relay
};

/// What a relay has to know of a flow.
struct DeliveryFlow
{
    QString code;
    QString path; ///< begins with a slash
    QByteArray schema; ///< JSON schema of the payload; "{}" allows everything
    QStringList reference; ///< where the answer holds the target's own id; empty: the answer alone is enough
    bool lookup = false; ///< GET ?key= on the same path tells whether the effect is there; see ClaimedMessage::question
    QList<QPair<QStringList, QStringList>>
        lookupEqual; ///< places in the payload and in the lookup's answer: must agree
    bool careful = false; ///< money or legal documents: each send is put on record by itself
};

struct DeliveryConfiguration
{
    QHash<QString, DeliveryTarget> targets;
    QHash<QString, DeliveryFlow> flows;
};

/// A message that is leased to this relay.
struct ClaimedMessage
{
    qint64 id = 0;
    int number = 0; ///< of the try, from 1
    QString flow;
    QString target;
    QByteArray idempotencyKey;
    QByteArray traceparent;
    bool verify = false; ///< ask the target before sending
    bool askOnly = false; ///< with verify: never send, whatever the target says
    QList<QPair<QByteArray, QByteArray>> question; ///< what to ask for when the key finds nothing; empty: nothing else
    QByteArray content;
    std::chrono::milliseconds lease{0}; ///< from the claim on
};

/// What came of a try.
struct TryResult
{
    enum class Kind {
        Delivered,
        Found, ///< a lookup shows that the effect is there
        Absent, ///< the target was asked only, and does not have it
        Failed,
        Released ///< nothing was tried: given back
    };

    qint64 id = 0;
    int number = 0;
    Kind kind = Kind::Released;
    bool lookup = false; ///< the try ended with asking, not with sending
    QDateTime startedAt;
    QDateTime finishedAt;
    int httpStatus = 0;
    Verdict verdict; ///< of Failed
    QString fingerprint; ///< of Failed
    QString reference; ///< the target's own id
    QList<QPair<QByteArray, QByteArray>> requestHeaders; ///< secrets masked
    QList<QPair<QByteArray, QByteArray>> responseHeaders;
    QByteArray responseBody; ///< its beginning
};
