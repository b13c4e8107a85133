// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/operationtexts.h"

#include "models/domain/systemreason.h"
#include "models/domain/timetext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

qint64 ApprovalLimit::sizeOf(const QList<ReplayClass>& classes) const
{
    qint64 sum = 0;
    for (const auto& [replayClass, size] : of)
        sum += classes.contains(replayClass) ? size : 0;
    return sum;
}

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(OperationTexts)
};

QString moment(const QDateTime& time, const QLocale& locale)
{
    return minuteText(time, locale);
}

QString sizeText(const ApprovalLimit& limit, qint64 size, const QLocale& locale)
{
    if (!limit.currency.isEmpty())
        //: A sum of money, such as 5.300,00 €
        return Texts::tr("Orders worth %1").arg(formatMoney({size, limit.currency}, locale));
    const int count = int(size);
    if (limit.effectClass == u"money")
        return Texts::tr("%Ln message(s) that move money", nullptr, count);
    if (limit.effectClass == u"legal")
        return Texts::tr("%Ln message(s) that make legal documents", nullptr, count);
    return Texts::tr("%Ln message(s)", "size of a replay", count);
}

} // namespace

QString OperationTexts::limit(const ApprovalLimit& limit, const QList<ReplayClass>& classes, const QLocale& locale)
{
    const QString most
        = limit.currency.isEmpty() ? locale.toString(limit.most) : formatMoney({limit.most, limit.currency}, locale);
    const QString size = sizeText(limit, limit.sizeOf(classes), locale);
    if (limit.flow != u"%")
        //: How much, of which flows (a pattern), the limit
        return Texts::tr("%1 in %2: more than %3 need a second person.").arg(size, limit.flow, most);
    //: How much, the limit
    return Texts::tr("%1: more than %2 need a second person.").arg(size, most);
}

QStringList OperationTexts::approvalReasons(
    const Operation& operation, const QList<ReplayClass>& classes, const QLocale& locale)
{
    QStringList reasons;
    for (const ApprovalLimit& one : operation.limits) {
        if (one.isExceededBy(classes))
            reasons.append(limit(one, classes, locale));
    }
    return reasons;
}

QString OperationTexts::standing(const Operation& operation, const QLocale& locale)
{
    switch (operation.state) {
    case OperationState::AwaitingApproval:
        //: Until when
        return Texts::tr("Waits until %1 for somebody else's approval. Nothing has been sent.")
            .arg(moment(operation.approvalUntil, locale));
    case OperationState::Scheduled:
        //: A time
        return Texts::tr("Starts on %1.").arg(moment(operation.startAt, locale));
    case OperationState::Running:
        return operation.withoutRelay ? Texts::tr("Waits for a relay: none is running.") : QString();
    case OperationState::Stopped:
        if (operation.stop)
            //: How many, of how many, the error's text
            return Texts::tr("Stopped: %1 of %2 ended with the same error: %3")
                .arg(locale.toString(operation.stop->items), locale.toString(operation.stop->ended),
                    operation.stop->message);
        return {};
    case OperationState::Rejected:
        //: Who, why
        return Texts::tr("Rejected by %1: %2").arg(operation.decidedBy, operation.decisionNote);
    case OperationState::Cancelled:
        return operation.decidedBy.isEmpty() ? systemReason(operation.decisionNote) : QString();
    case OperationState::Previewed:
    case OperationState::Paused:
    case OperationState::Settled:
        break;
    }
    return {};
}

QString OperationTexts::ramp(const QList<int>& ramp, const QLocale& locale)
{
    QStringList shares;
    for (const int share : ramp)
        //: Share of a replay in per cent
        shares.append(Texts::tr("%1 %").arg(locale.toString(share)));
    return shares.join(u", "_s);
}
