// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/failureadvice.h"

#include "models/domain/failureclassifier.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr auto lostRelay = "signalbox.relay_lost"_L1;

/// Verdicts of the delivery itself, which no rule gives; those of the rules are in resources/rules/failures.json, and
/// installer/translations collects both.
constexpr std::array<std::pair<const char*, const char*>, 5> ownAdvice{{
    {"signalbox.secret",
        QT_TRANSLATE_NOOP("FailureAdvice",
            "Nothing was sent: the relay could not read the secret of the connection. Put it where the message says, "
            "readable for the relay, then replay the group.")},
    {"signalbox.contract",
        QT_TRANSLATE_NOOP("FailureAdvice",
            "Nothing was sent: the content does not have the form that was agreed on. Fix the mapping or the event "
            "that it was made of, or correct the schema of the flow, then replay.")},
    {"signalbox.no_reference",
        QT_TRANSLATE_NOOP("FailureAdvice",
            "The target answered without the reference that shows that it was done. Look it up at the target; if its "
            "answers have changed, correct the place of the reference in the flow.")},
    {"signalbox.lookup_failed",
        QT_TRANSLATE_NOOP("FailureAdvice",
            "The target could not be asked whether it has the message, so nothing was sent again. Check that its "
            "lookup answers, then replay; if that takes too long, look at the target by hand.")},
    {"signalbox.relay_lost",
        QT_TRANSLATE_NOOP("FailureAdvice",
            "The relay stopped or lost its connection while it had the message. Check that relays are running; if "
            "the message may have arrived, look at the target before you send it again.")},
}};

} // namespace

QString failureAdvice(const QString& rule)
{
    constexpr const char* context = "FailureAdvice";
    const auto own = std::ranges::find_if(
        ownAdvice, [&rule](const auto& entry) { return rule == QLatin1StringView(entry.first); });
    if (own != ownAdvice.end())
        return QCoreApplication::translate(context, own->second);
    const QString advice = FailureClassifier::builtin().advice(rule);
    return advice.isEmpty() ? advice : QCoreApplication::translate(context, advice.toUtf8().constData());
}

QString failureAdvice(const Attempt& attempt)
{
    return failureAdvice(attempt.outcome == "lost"_L1 ? QString(lostRelay) : attempt.adviceId);
}

QString failureAdvice(const ExceptionDetail& detail)
{
    if (detail.exception.state == ExceptionState::Resolved || detail.attempts.isEmpty())
        return {};
    return failureAdvice(detail.attempts.constFirst());
}
