// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>
#include <QStringView>

#include <chrono>
#include <optional>

/// What a delivery failed of. It says who has to do something, and whether time alone may heal it.
enum class FailureClass {
    Transient, ///< passes by itself: a lock, an outage, a lost connection
    Throttling, ///< too much at once
    Auth, ///< the target does not accept who we are or what we may do
    Data, ///< master data or a value is missing or wrong
    BusinessRule, ///< understood and refused: the state of the thing does not allow it
    Duplicate, ///< the target has it already, or has something with the same key
    Contract, ///< the message does not have the form that the target expects
    Configuration, ///< one of the systems or the connection is set up wrong
    Unclassified ///< no rule knows it: shown, and never sent again by itself
};

/// Whether the target has done what it was asked for.
enum class Effect { NotApplied, Applied, Unknown };

/// On what condition the same content may be sent again.
enum class Retry {
    ByItself, ///< after a delay, without a person
    SameKeyOnly, ///< under the same idempotency key while the target keeps it; otherwise look first
    LookFirst, ///< only after the target's state has been read
    Never ///< not before something was changed, if at all
};

/// What the rules say of one answer.
struct Verdict
{
    FailureClass cls = FailureClass::Unclassified;
    Effect effect = Effect::Unknown;
    Retry retry = Retry::Never;
    QString code; ///< the target's code, or that of the connection ("ECONNREFUSED"), or "HTTP 502"
    QString message; ///< what the answer says to a person, as it came, at most 500 characters
    QString advice; ///< what to do, in English; translated by the id of the rule
    QString rule; ///< id of the rule that decided, such as "netsuite.duplicate_record"
    std::optional<std::chrono::milliseconds> retryAfter; ///< how long the target asked to wait

    friend bool operator==(const Verdict&, const Verdict&) = default;
};

// How the database spells them: the enumerators in snake_case ("business_rule"). Reading accepts exactly what writing
// gives.
QString toText(FailureClass cls);
QString toText(Effect effect);
QString toText(Retry retry);

std::optional<FailureClass> failureClassFromText(QStringView text);
std::optional<Effect> effectFromText(QStringView text);
std::optional<Retry> retryFromText(QStringView text);

Q_DECLARE_METATYPE(Verdict)
