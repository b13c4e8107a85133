// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commandcontext.h"

#include "app/ctl/terminal.h"

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace {
/// A word for scripts, one per kind of failure.
const char* kindName(Failure kind)
{
    switch (kind) {
    case Failure::Connection:
        return "connection";
    case Failure::Authentication:
        return "authentication";
    case Failure::InDoubt:
        return "in_doubt";
    case Failure::Retryable:
        return "retryable";
    case Failure::Cancelled:
        return "cancelled";
    case Failure::Permission:
        return "permission";
    case Failure::Constraint:
        return "constraint";
    case Failure::Schema:
        return "schema";
    case Failure::NotFound:
        return "not_found";
    case Failure::Invalid:
        return "invalid";
    case Failure::Other:
        break;
    }
    return "other";
}
} // namespace

CommandContext::CommandContext(Terminal& terminal, const QString& database, bool json, const QString& bundle)
    : m_terminal(terminal)
    , m_database(database)
    , m_json(json)
    , m_bundle(bundle)
{ }

Outcome<std::shared_ptr<Store>> CommandContext::open() const
{
    return open(Store::Options());
}

Outcome<std::shared_ptr<Store>> CommandContext::openAsItIs(Store::Schema embedded) const
{
    Store::Options options;
    options.named = Store::Schema::Ignore;
    options.embedded = embedded;
    options.maintain = false;
    return open(options);
}

Outcome<std::shared_ptr<Store>> CommandContext::openForWork() const
{
    Store::Options options;
    options.limits.readTime = std::chrono::milliseconds(0);
    options.limits.writeTime = std::chrono::milliseconds(0);
    return open(options);
}

Outcome<std::shared_ptr<Store>> CommandContext::open(const Store::Options& options) const
{
    Store::Options all = options;
    all.database = m_database;
    all.bundle = m_bundle;
    all.limits.connections = 2;
    return Store::open(all);
}

ExitCode CommandContext::fail(const Error& error) const
{
    if (m_json) {
        nlohmann::ordered_json object;
        object["error"]["kind"] = kindName(error.kind);
        object["error"]["text"] = error.text.toStdString();
        if (!error.hint.isEmpty())
            object["error"]["hint"] = error.hint.toStdString();
        if (!error.sqlstate.isEmpty())
            object["error"]["sqlstate"] = error.sqlstate.toStdString();
        m_terminal.note(QString::fromStdString(object.dump()));
        return exitCodeFor(error.kind);
    }
    m_terminal.note(u"signalboxctl: "_s + error.text);
    if (!error.hint.isEmpty())
        m_terminal.note(error.hint);
    return exitCodeFor(error.kind);
}

ExitCode CommandContext::misused(const QString& text, const QString& hint) const
{
    fail(Error{Failure::Invalid, text, hint, {}});
    return ExitCode::Usage;
}
