// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/reconciliation.h"

#include "app/sandbox/estate.h"
#include "app/sandbox/fingerprint.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

using Said = MessageRecord::Said;

namespace {

/// The resource that an address means: its last two parts, as the estate names them.
const EstateResource* resourceAt(const Estate& estate, std::string_view url)
{
    url = url.substr(0, url.find_first_of("?#"));
    const std::size_t last = url.rfind('/');
    const std::size_t before = last == 0 || last == std::string_view::npos ? last : url.rfind('/', last - 1);
    if (before == std::string_view::npos)
        return nullptr;
    return estate.find(url.substr(before + 1, last - before - 1), url.substr(last + 1));
}

} // namespace

/// A message that goes to the estate, and its effects.
struct Reconciliation::Known
{
    const MessageRecord& message;
    const std::optional<Call>& call;
    const EstateResource& resource;
    std::vector<const LedgerEntry*> effects;

    bool misses() const { return effects.empty() && message.said == Said::Done; }
};

Reconciliation::Message::Message(MessageRecord from)
    : record(std::move(from))
{
    auto read = readCall(record.content);
    if (auto* readable = std::get_if<Call>(&read))
        call = std::move(*readable);
    record.content = {};
}

/// Finds the message of an effect: by its key, else by order and scope, for who did it by hand knew no key.
class Reconciliation::Index
{
public:
    explicit Index(std::vector<Known>& known)
    {
        for (Known& one : known) {
            const EstateResource& to = one.resource;
            m_byKey.try_emplace(fingerprintOf({to.system, to.name, one.message.key}), &one);
            if (one.call)
                m_byOrder.try_emplace(fingerprintOf({to.system, to.name, one.call->orderKey, one.call->scope}), &one);
        }
    }

    Known* find(const LedgerEntry& entry) const
    {
        if (const auto found = m_byKey.find(fingerprintOf({entry.system, entry.resource, entry.key}));
            found != m_byKey.end())
            return found->second;
        const auto found = m_byOrder.find(fingerprintOf({entry.system, entry.resource, entry.orderKey, entry.scope}));
        return found == m_byOrder.end() ? nullptr : found->second;
    }

private:
    std::unordered_map<Fingerprint, Known*, FingerprintHash> m_byKey;
    std::unordered_map<Fingerprint, Known*, FingerprintHash> m_byOrder;
};

void Reconciliation::Total::Side::add(const Money& amount)
{
    ++count;
    addTo(sums, amount);
}

Reconciliation::Reconciliation(const Estate& estate, const std::vector<LedgerEntry>& ledger,
    const std::vector<Message>& messages, const Later& later)
    : m_messages(messages.size())
{
    std::vector<Known> known;
    known.reserve(messages.size()); // the index points into it
    for (const Message& message : messages) {
        const EstateResource* resource = resourceAt(estate, message.record.url);
        if (resource == nullptr) {
            ++m_uncompared[message.record.flow].elsewhere;
            continue;
        }
        if (!message.call)
            ++m_uncompared[message.record.flow].unreadable;
        known.push_back({message.record, message.call, *resource, {}});
    }
    const Index index(known);
    for (const LedgerEntry& entry : ledger) {
        m_totals[entry.system].ledger.add(entry.amount);
        if (Known* owner = index.find(entry))
            owner->effects.push_back(&entry);
        else if (entry.told)
            m_totals[entry.system].before.add(entry.amount);
        else
            m_differences.push_back(
                {Finding::NoMessage, entry.system, entry.resource, entry.orderKey, entry.scope, 0, {}, {}, {entry}});
    }
    std::vector<LedgerEntry> since; // its entries are pointed at
    if (std::ranges::any_of(known, &Known::misses)) {
        since = later();
        addLater(since, index);
    }
    for (const Known& one : known)
        judge(one);
}

void Reconciliation::addLater(const std::vector<LedgerEntry>& entries, const Index& index)
{
    for (const LedgerEntry& entry : entries)
        if (Known* owner = index.find(entry); owner != nullptr && owner->misses()) {
            m_totals[entry.system].ledger.add(entry.amount);
            owner->effects.push_back(&entry);
        }
}

void Reconciliation::judge(const Known& known)
{
    const Said said = known.message.said;
    Total& total = m_totals[known.resource.system];
    if (said == Said::Done)
        total.delivered.add(known.call ? known.call->amount : Money());
    for (const LedgerEntry* effect : known.effects)
        if (said == Said::Open || said == Said::DoneByWord)
            (said == Said::Open ? total.open : total.byWord).add(effect->amount);
    if (known.effects.empty()) {
        if (said == Said::Done)
            add(Finding::Missing, known);
        else if (said == Said::DoneByWord)
            ++m_uncompared[known.message.flow].byWord;
        return;
    }
    if (said == Said::NotDone)
        add(Finding::NotCalledDone, known);
    if (known.effects.size() > 1)
        add(Finding::Repeated, known);
    if (known.call && std::ranges::any_of(known.effects, [&](const LedgerEntry* effect) {
            return effect->amount != known.call->amount;
        }))
        add(Finding::AnotherAmount, known);
}

void Reconciliation::add(Finding finding, const Known& known)
{
    Difference difference{
        finding, known.resource.system, known.resource.name, {}, {}, known.message.id, known.message.status, {}, {}};
    if (known.call) {
        difference.orderKey = known.call->orderKey;
        difference.scope = known.call->scope;
        difference.sent = known.call->amount;
    }
    for (const LedgerEntry* effect : known.effects)
        difference.effects.push_back(*effect);
    m_differences.push_back(std::move(difference));
}

std::string_view Reconciliation::nameOf(Finding finding)
{
    switch (finding) {
    case Finding::Repeated:
        return "repeated";
    case Finding::AnotherAmount:
        return "another_amount";
    case Finding::NotCalledDone:
        return "not_called_done";
    case Finding::NoMessage:
        return "no_message";
    case Finding::Missing:
        break;
    }
    return "missing";
}
