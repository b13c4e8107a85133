// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/exception.h"
#include "models/domain/filterexpression.h"
#include "models/domain/payloadedit.h"
#include "models/store/pqxxcompat.h"

#include <QList>
#include <QString>

/// What the audit trail calls a thing: "exception", "group", "transaction", and its id.
struct AuditObject
{
    const char* kind;
    qint64 id = 0;
};

/// Notes on an exception or a group, the oldest first.
QList<Comment> readComments(pqxx::transaction_base& tx, const AuditObject& of);
/// What was done to any of these, the newest first, up to 100.
QList<AuditEntry> readAudit(pqxx::transaction_base& tx, const std::vector<AuditObject>& objects);
/// A text[] column, read through to_jsonb(…)::text: its texts may have any letters.
QStringList textList(const pqxx::field& field);
/// What was done the last times about what has this fingerprint, and how often it worked.
QList<PastRemedy> readRemedies(pqxx::transaction_base& tx, const std::string& fingerprint);
/// The server's clock.
QDateTime serverTime(pqxx::transaction_base& tx);
/// What ends a page of problems or groups, in one round trip.
struct PageEnd
{
    QDateTime asOf; ///< the server's clock
    bool watched = false; ///< see ExceptionPage
    int cutPayloads = 0; ///< see ExceptionPage
};
PageEnd readPageEnd(pqxx::transaction_base& tx, const FilterExpression& filter);
