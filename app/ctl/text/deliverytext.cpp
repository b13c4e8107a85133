// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/text/deliverytext.h"

#include "app/ctl/text/displaywidth.h"
#include "models/domain/exceptionnames.h"
#include "models/domain/exceptiontitles.h"
#include "models/domain/operationtexts.h"

#include <QLocale>

using namespace Qt::StringLiterals;

QString DeliveryText::ofStatus(const QString& status)
{
    if (status == u"pending"_s)
        return tr("Pending", "status of a message");
    if (status == u"delivering"_s)
        return tr("Delivering", "status of a message");
    if (status == u"delivered"_s)
        return tr("Delivered", "status of a message");
    if (status == u"retrying"_s)
        return tr("Retrying", "status of a message");
    if (status == u"failed"_s)
        return tr("Failed", "status of a message");
    if (status == u"in_doubt"_s)
        return tr("In doubt", "status of a message");
    if (status == u"cancelled"_s)
        return tr("Cancelled", "status of a message");
    return status;
}

QString DeliveryText::ofBreaker(const QString& breaker)
{
    if (breaker == u"closed"_s)
        return tr("Closed", "a breaker that lets messages through");
    if (breaker == u"open"_s)
        return tr("Open", "a breaker that holds messages back");
    if (breaker == u"half_open"_s)
        return tr("Probing", "a breaker that lets one message through to see");
    return breaker;
}

QString DeliveryText::plan(const Operation& operation)
{
    const QLocale locale;
    QString text;
    const bool asks = operation.kind == OperationKind::Verify;
    for (const auto& [replayClass, count] : operation.plan) {
        const QString number = locale.toString(count);
        QString line;
        switch (replayClass) {
        case ReplayClass::Safe:
            line = tr("%1 safe: nothing reached the target, or it knows the key").arg(number);
            break;
        case ReplayClass::Verify:
            line = asks ? tr("%1 can be asked about").arg(number)
                        : tr("%1 to verify first: the target is asked before anything is sent").arg(number);
            break;
        case ReplayClass::WillFail:
            line = tr("%1 would fail again: fix the cause first").arg(number);
            break;
        case ReplayClass::Done:
            line = tr("%1 done already: the effect is there").arg(number);
            break;
        case ReplayClass::NotAllowed:
            line = tr("%1 not allowed to you").arg(number);
            break;
        case ReplayClass::NotFailed:
            line = tr("%1 not failed, or not any more").arg(number);
            break;
        case ReplayClass::ByHand:
            line = tr("%1 to verify by hand: the outcome is unknown, and the target cannot be asked").arg(number);
            break;
        case ReplayClass::NoLookup:
            line = tr("%1 cannot be asked about: their flow has no lookup").arg(number);
            break;
        }
        text += u"  "_s + line + u'\n';
    }
    return text;
}

QString DeliveryText::stateAndStage(const Operation& operation)
{
    if (operation.isOver() || operation.ramp.size() < 2 || operation.stages.isEmpty())
        return title(operation.state);
    //: State of an operation, number of the stage, how many stages there are
    return tr("%1, stage %2 of %3")
        .arg(title(operation.state), QString::number(operation.stages.size()), QString::number(operation.ramp.size()));
}

QString DeliveryText::course(const Operation& operation)
{
    const QLocale locale;
    QString text;
    if (const QString standing = OperationTexts::standing(operation, locale); !standing.isEmpty())
        text += printable(standing) + u'\n';
    if (operation.state == OperationState::AwaitingApproval) {
        for (const QString& reason : OperationTexts::approvalReasons(operation, operation.classes, locale))
            text += u"  "_s + reason + u'\n';
    } else if (!operation.decidedBy.isEmpty() && operation.state != OperationState::Rejected) {
        const QString note = operation.decisionNote.isEmpty() ? QString() : u": "_s + printable(operation.decisionNote);
        text += tr("Approved by %1%2", "%2: a note with a colon before it, or nothing").arg(operation.decidedBy, note)
            + u'\n';
    }
    for (const OperationStage& stage : operation.ramp.size() > 1 ? operation.stages : QList<OperationStage>())
        text += u"  "_s
            + tr("stage %1, up to %2 %: %3 sent, %4 confirmed, %5 failed, %6 in doubt")
                  .arg(QString::number(stage.number), QString::number(operation.ramp.value(stage.number - 1)),
                      locale.toString(stage.size), locale.toString(stage.confirmed), locale.toString(stage.failed),
                      locale.toString(stage.inDoubt))
            + u'\n';
    return text;
}

QString DeliveryText::counts(const Operation& operation)
{
    const QLocale locale;
    const QString sum = operation.kind == OperationKind::Verify
        ? tr("%1 found + %2 not there + %3 skipped + %4 without an answer + %5 not asked yet = %6")
        : tr("%1 confirmed + %2 failed + %3 skipped + %4 in doubt + %5 not started = %6");
    return sum.arg(locale.toString(operation.confirmed), locale.toString(operation.failed),
        locale.toString(operation.skipped), locale.toString(operation.inDoubt), locale.toString(operation.notStarted),
        locale.toString(operation.total));
}
