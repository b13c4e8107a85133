// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pqxx/pqxx>

#include <optional>
#include <string>
#include <vector>

// Everything that differs between libpqxx 6.4 and 7.10 is here, and nowhere else.
#define SIGNALBOX_PQXX_AT_LEAST(a, b)                                                                                  \
    (PQXX_VERSION_MAJOR > (a) || (PQXX_VERSION_MAJOR == (a) && PQXX_VERSION_MINOR >= (b)))

using SqlText = std::optional<std::string>; ///< nullopt is SQL's NULL
using SqlArgs = std::vector<SqlText>;

using ReadWrite = pqxx::work; ///< read committed

/// A transaction that begins with the given text: BEGIN, and what is to be set for it, in a single round trip.
class Transaction final : public pqxx::internal::basic_transaction
{
public:
#if SIGNALBOX_PQXX_AT_LEAST(7, 0)
    Transaction(pqxx::connection& connection, const std::string& begin)
        : pqxx::internal::basic_transaction(connection, begin.c_str())
    { }
    ~Transaction() noexcept override
    {
        close();
    }
#else
    Transaction(pqxx::connection& connection, const std::string& begin)
        : pqxx::internal::namedclass("transaction")
        , pqxx::internal::basic_transaction(connection, {}, pqxx::read_write)
        , m_begin(begin)
    {
        Begin();
    }
    ~Transaction() noexcept override
    {
        End();
    }

private:
    void do_begin() override
    {
        direct_exec(m_begin.c_str(), 2);
    } // as often as the library's own

    const std::string m_begin;
#endif
};

/// Runs one statement; every parameter travels as text, so cast in the SQL where the type is not obvious.
inline pqxx::result exec(pqxx::transaction_base& tx, const std::string& sql, const SqlArgs& args)
{
#if SIGNALBOX_PQXX_AT_LEAST(7, 6)
    pqxx::params params;
    params.reserve(args.size());
    for (const auto& arg : args)
        params.append(arg);
#if SIGNALBOX_PQXX_AT_LEAST(7, 10)
    return tx.exec(sql, params); // exec_params is deprecated here
#else
    return tx.exec_params(sql, params);
#endif
#else // 6.4 must never see std::optional
    std::vector<const char*> texts;
    texts.reserve(args.size());
    for (const auto& arg : args)
        texts.push_back(arg ? arg->c_str() : nullptr);
    return tx.exec_params(sql, pqxx::prepare::make_dynamic_params(texts));
#endif
}

/// Runs text without parameters: one statement or several separated by semicolons.
inline pqxx::result exec(pqxx::transaction_base& tx, const std::string& sql)
{
    return tx.exec(sql);
}
