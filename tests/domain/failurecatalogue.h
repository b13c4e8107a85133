// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/answer.h"
#include "models/domain/failure.h"

#include <QByteArray>
#include <QList>

/// Failures as they were met in practice, numbered 1 to 90, with the verdict that each needs. A number may have more
/// than one answer; "(bare)" is the same answer when nobody says which connector it is of.
struct CatalogueRow
{
    QByteArray tag; ///< begins with the number
    DeliveryAnswer answer;
    FailureClass cls;
    Effect effect;
    Retry retry;
    QByteArray code; ///< of the verdict; not looked at when empty
};

QList<CatalogueRow> shopRows(); ///< 1 to 34
QList<CatalogueRow> erpRows(); ///< 35 to 66
QList<CatalogueRow> paymentAndCarrierRows(); ///< 67 to 90

inline QList<CatalogueRow> catalogue()
{
    return shopRows() + erpRows() + paymentAndCarrierRows();
}

inline DeliveryAnswer answered(const char* connector, int status, const QByteArray& body)
{
    DeliveryAnswer answer;
    answer.connector = QString::fromLatin1(connector);
    answer.status = status;
    answer.body = body;
    return answer;
}

inline DeliveryAnswer withHeader(DeliveryAnswer answer, const char* name, const char* value)
{
    answer.headers.append(DeliveryAnswer::Header(name, value));
    return answer;
}

inline DeliveryAnswer unanswered(const char* connector, DeliveryPhase phase, const char* error)
{
    DeliveryAnswer answer;
    answer.connector = QString::fromLatin1(connector);
    answer.phase = phase;
    answer.transportError = QString::fromLatin1(error);
    return answer;
}
