// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/books.h"
#include "app/sandbox/call.h"
#include "app/sandbox/exchange.h"

class Estate;
class ScenarioRun;

/// The systems of the estate: calls that have effects, lookups of what is there, and what the scenario does to them.
/// Any thread may ask.
class Services
{
public:
    Services(const Estate& estate, Books& books, ScenarioRun& run, quint64 seed);

    /// Answers a request to /<system>/<resource>.
    Reply answer(const Received& received);

private:
    /// A request on its way through.
    struct Pass
    {
        const EstateResource& resource;
        ScenarioRun::Admission admission;
        RequestLine line;
        Fate fate;
    };

    Reply answer(const EstateResource& resource, const Received& received);
    Reply post(Pass& pass, const Received& received);
    Reply lookUp(Pass& pass, const Received& received);
    /// Empty when the request may go on.
    std::optional<Reply> turnedAway(Pass& pass) const;
    /// Counts the try, and draws what goes wrong.
    void drawFate(Pass& pass);

    Reply perform(Pass& pass, const EffectRequest& request);
    Reply performLater(Pass& pass, const EffectRequest& request);
    /// The answer to a call by what the ledger said, and the outcome for the log.
    Reply settled(const EstateResource& resource, const Ledger::Recorded& recorded, RequestOutcome& outcome) const;
    Reply success(const EstateResource& resource, const LedgerEntry& entry) const;
    Reply faultAnswer(const Pass& pass, const LedgerEntry& entry) const;
    /// Does to an answer what the fault does to answers.
    void spoil(Pass& pass, Reply& reply) const;
    Reply logged(Pass& pass, Reply reply);

    const Estate& m_estate;
    Books& m_books;
    ScenarioRun& m_run;
    const quint64 m_seed;
};
