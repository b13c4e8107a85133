// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/call.h"
#include "app/sandbox/ledgerentry.h"
#include "app/sandbox/sums.h"
#include "models/domain/messagerecord.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

class Estate;

/// Holds the systems' ledgers against what a database says of its messages. Knows nothing of where they come from.
class Reconciliation
{
public:
    enum class Finding {
        Missing, ///< called delivered, and nothing is there
        Repeated, ///< there more than once
        AnotherAmount, ///< there with another amount or currency than was sent
        NotCalledDone, ///< there, and the database says that it is not
        NoMessage, ///< there, and no message asked for it
    };

    struct Difference
    {
        Finding finding = Finding::Missing;
        std::string system;
        std::string resource;
        std::string orderKey; ///< empty where the content cannot be read
        std::string scope;
        qint64 message = 0; ///< 0: none
        std::string status; ///< of the message
        Money sent;
        std::vector<LedgerEntry> effects;
    };

    /// Of one system: how many, and their amounts.
    struct Total
    {
        struct Side
        {
            quint64 count = 0;
            Sums sums;
            void add(const Money& amount);
        };
        Side ledger; ///< all effects
        Side delivered; ///< messages whose target said so
        Side byWord; ///< effects of messages that a person or another event called delivered
        Side open; ///< effects of messages that are on their way or in doubt
        Side before; ///< effects of before that were told: no message was ever needed
    };

    /// Messages that cannot be compared.
    struct Uncompared
    {
        quint64 elsewhere = 0; ///< they go to no system of this estate
        quint64 unreadable = 0; ///< there or not can be said, but not the amount
        quint64 byWord = 0; ///< nothing is there under their key or order: who settled it knows where it is
    };

    /// A message with what its content says in place of the content.
    struct Message
    {
        Message(MessageRecord from); // NOLINT(google-explicit-constructor): it is one

        MessageRecord record; ///< without its content
        std::optional<Call> call; ///< none: the content cannot be read
    };

    /// What the ledger has got since it was read.
    using Later = std::function<std::vector<LedgerEntry>()>;

    /// ledger: as it was before the messages were read. Where one misses its effect `later` is asked, for everything
    /// may be at work: an effect of then counts only for those that miss one, it may be of a message that is not among
    /// these.
    Reconciliation(const Estate& estate, const std::vector<LedgerEntry>& ledger, const std::vector<Message>& messages,
        const Later& later);

    bool agrees() const { return m_differences.empty(); }
    const std::vector<Difference>& differences() const { return m_differences; }
    const std::map<std::string, Total>& totals() const { return m_totals; } ///< by system
    const std::map<std::string, Uncompared>& uncompared() const { return m_uncompared; } ///< by flow
    quint64 messages() const { return m_messages; }

    /// "missing", "repeated", "another_amount", "not_called_done", "no_message".
    static std::string_view nameOf(Finding finding);

private:
    struct Known;
    class Index;

    void addLater(const std::vector<LedgerEntry>& entries, const Index& index);
    void judge(const Known& known);
    void add(Finding finding, const Known& known);

    std::vector<Difference> m_differences;
    std::map<std::string, Total> m_totals;
    std::map<std::string, Uncompared> m_uncompared;
    quint64 m_messages = 0;
};
