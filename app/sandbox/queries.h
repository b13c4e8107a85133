// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/exchange.h"

class Books;
class Estate;
class ScenarioRun;

/// What whoever watches the estate asks: the ledger, the requests, the duplicates; and the control of the scenario. Any
/// thread may ask.
class Queries
{
public:
    Queries(const Estate& estate, Books& books, ScenarioRun& run, quint64 seed);

    /// Whether the path is one of these.
    static bool isQuery(std::string_view path);
    Reply answer(const Received& received);

private:
    Reply ledger(const Received& received) const;
    /// What systems did before the sandbox began.
    Reply takePast(const std::string& body);
    Reply requests(const Received& received) const;
    Reply duplicates(const Received& received) const;
    Reply statistics() const;
    Reply estate() const;
    Reply overview() const;
    Reply control(const std::string& body);

    const Estate& m_estate;
    Books& m_books;
    ScenarioRun& m_run;
    const quint64 m_seed;
};
