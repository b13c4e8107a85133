// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/relay/http/httpservice.h"

class Ingestor;

/// POST /v1/events: CloudEvents 1.0 over HTTP in structured, batch and binary mode. Thread safe.
class EventReceiver
{
public:
    /// Who may send: whoever has the token (Authorization: Bearer), or signs the body with the key (X-Signature-256:
    /// sha256=<hex of HMAC-SHA256>). With neither, everybody who reaches the address.
    struct Access
    {
        QByteArray token;
        QByteArray signatureKey;
    };

    EventReceiver(Ingestor& ingestor, Access access);

    ServiceAnswer receive(const ServiceRequest& request) const;

private:
    bool allowed(const ServiceRequest& request) const;

    Ingestor& m_ingestor;
    const Access m_access;
};

/// The body of a request as a JSON array of events, as integration.ingest takes it; or why it cannot be read as events.
Outcome<QByteArray> eventsOf(const ServiceRequest& request);
