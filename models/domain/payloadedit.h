// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/jsondifference.h"
#include "models/domain/operationgateway.h"
#include "models/domain/outcome.h"
#include "models/domain/payloadcheck.h"

#include <QFuture>
#include <QList>

/// A message as an editor needs it.
struct EditableMessage
{
    qint64 id = 0; ///< of the message
    qint64 exceptionId = 0; ///< its open exception; 0: none
    int version = 0; ///< an edit names the version that the person saw
    int revision = 1; ///< of the payload; 1 is the original
    QString flow;
    QString flowTitle;
    QString orderNumber; ///< may be empty
    QByteArray content; ///< as it is sent, to the byte; empty where it cannot be edited
    EditRules rules;
    QString mayNot; ///< why it cannot be edited; empty: it can

    friend bool operator==(const EditableMessage&, const EditableMessage&) = default;
};

/// What a person makes of one message.
struct PayloadEdit
{
    qint64 transaction = 0;
    int version = 0;
    QByteArray content;
    QList<JsonChange> changes;
};

/// A payload that was delivered, the nearest to one that was not.
struct NearestDelivered
{
    qint64 transaction = 0; ///< 0: there is none
    QString orderNumber;
    QDateTime deliveredAt;
    QByteArray content;
};

/// A field that differs from what messages of the flow that were delivered of late have there.
struct UnusualField
{
    enum class Kind {
        Missing, ///< nearly all have it
        Unknown, ///< nearly none has it
        OtherKind, ///< nearly all have a text, say, and here it is none
        OutOfRange, ///< a number beyond what nearly all have
        UnusualValue ///< nearly all have one of a few values
    };

    Kind kind = Kind::Missing;
    QString path; ///< pointer
    QString value; ///< as the payload has it; of Missing empty
    QStringList
        usual; ///< OutOfRange: from, to; UnusualValue: the values; OtherKind: kinds of JSON; else the share in percent
    int compared = 0; ///< payloads

    friend bool operator==(const UnusualField&, const UnusualField&) = default;
};

/// What was done the last times something of this cause failed, and how often it worked.
struct PastRemedy
{
    QString kind; ///< replay, edit, or a resolution: fixed_in_target, compensated, duplicate, not_needed
    QStringList paths; ///< of an edit: the fields, with "*" for any index
    int tried = 0;
    int worked = 0;
    QDateTime lastAt;
    QString lastBy;

    friend bool operator==(const PastRemedy&, const PastRemedy&) = default;
};

/// What is different, and what helped.
struct ExceptionHints
{
    NearestDelivered nearest;
    QList<JsonChange> difference; ///< from the nearest to this one
    QList<UnusualField> unusual;
    QList<PastRemedy> remedies; ///< what worked most often first
};

/// Editing of payloads. The original stays; each edit is a new revision under a new key. Futures finish on any thread;
/// use whenFinished().
class PayloadEditor
{
public:
    virtual ~PayloadEditor() = default;
    /// Those of the messages that are there.
    virtual QFuture<Outcome<QList<EditableMessage>>> editable(const QList<qint64>& transactions) = 0;
    /// Saves edits; each is done whole or not at all, and said. One database transaction.
    virtual QFuture<Outcome<QList<ActionResult>>> edit(const QList<PayloadEdit>& edits, const QString& reason) = 0;
    virtual QFuture<Outcome<ExceptionHints>> hints(qint64 exception) = 0;

protected:
    PayloadEditor() = default;
    PayloadEditor(const PayloadEditor&) = default;
    PayloadEditor& operator=(const PayloadEditor&) = default;
};
