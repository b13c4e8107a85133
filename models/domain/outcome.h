// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

#include <utility>
#include <variant>

/// What kind of failure it was. The window and the command line decide by this, never by the text.
enum class Failure {
    Connection, ///< no server, or the connection was lost before the work was done
    Authentication, ///< the server refused the user or the password
    InDoubt, ///< the commit's reply was lost: the change may or may not have happened; never repeated blindly
    Retryable, ///< serialisation failure or deadlock: nothing happened, the same may be tried again
    Cancelled, ///< given up by us or by a newer request; not an error for a person
    Permission, ///< the database does not allow it to this role
    Constraint, ///< a rule of the database refused the value
    Schema, ///< the schema is missing, newer than this program or altered
    NotFound, ///< what was asked for is not there
    Invalid, ///< the input is wrong; text says where
    Other
};

/// A failure as a person reads it: what went wrong and, where we know, what to do about it.
struct Error
{
    Failure kind = Failure::Other;
    QString text; ///< one sentence, translated, without secrets
    QString hint; ///< what to do; may be empty
    QString sqlstate; ///< SQLSTATE where a server gave one

    friend bool operator==(const Error&, const Error&) = default;
};

/// A value or the reason why there is none. The only way a failure leaves a port.
template<typename T>
class [[nodiscard]] Outcome
{
public:
    Outcome(T value) // NOLINT(google-explicit-constructor): a value is an outcome
        : m_state(std::in_place_index<0>, std::move(value))
    { }
    Outcome(Error error) // NOLINT(google-explicit-constructor)
        : m_state(std::in_place_index<1>, std::move(error))
    { }

    explicit operator bool() const noexcept { return m_state.index() == 0; }
    const T& value() const& { return std::get<0>(m_state); }
    T&& value() && { return std::get<0>(std::move(m_state)); }
    const Error& error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

Q_DECLARE_METATYPE(Error)
