// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/dice.h"
#include "app/sandbox/messageflow.h"
#include "app/sandbox/pastorder.h"
#include "app/sandbox/refundcourse.h"
#include "app/sandbox/trouble.h"
#include "models/domain/process.h"

#include <QMap>

class Estate;

/// Walks one order through its lifecycle up to the end of the history, as its dice fall: what was said and done, how it
/// stands, and what is still to come.
class PastWalk
{
public:
    /// What every order of a history has in common.
    struct Setting
    {
        const Estate& estate;
        const QHash<QString, MessageFlow>& flows;
        const QHash<QString, Process>& processes;
        QDateTime now;
    };

    PastWalk(const Setting& setting, const Sale& sale, Dice dice);

    PastOrder order() { return std::move(m_order); }

private:
    void drawPlan(const Process& process);
    void walk(const Process& process);
    void walkReturn(const Process& process);
    void visit(const ProcessStep& step, const QString& scope);
    /// Null while something before it is missing.
    QDateTime eligible(const ProcessStep& step, const QString& scope) const;
    /// When it is done by whoever does it.
    QDateTime reachedAt(const ProcessStep& step, const QString& scope, const QDateTime& from);
    /// Whether the step ends here.
    bool hitByTrouble(const ProcessStep& step, const QString& scope, const QDateTime& from);
    void settleRefund(const ProcessStep& step, const QString& scope, const QDateTime& from);
    /// Done at that time, by whom nobody has to ask.
    void happen(const ProcessStep& step, const QString& scope, const QDateTime& from, const QDateTime& at);
    /// A message that was delivered. Its place among the effects.
    std::size_t deliver(const MessageFlow& flow, const QString& scope, const QDateTime& at);
    OrderEvent event(const ProcessStep& step, const QString& scope, const QDateTime& at) const;
    void tell(OrderEvent event, std::optional<std::size_t> effect = std::nullopt);
    void reach(const ProcessStep& step, const QString& scope, const QDateTime& from, const QDateTime& at);
    void stick(const ProcessStep& step, const QString& scope);
    const Sale& sale() const { return m_order.sale; }
    /// What of the order is in it.
    std::vector<Sale::Line> linesIn(const QString& scope) const;

    const Setting& m_setting;
    Dice m_dice;
    PastOrder m_order;
    QHash<QString, QMap<QString, QDateTime>> m_reached; ///< by step and scope, those to come included
    bool m_unfinished = false;

    // what was planned for it
    QDateTime m_cancelledAt;
    Trouble m_trouble;
    QString m_lateStep;
    int m_shipments = 1;
    QString m_returnScope;
    Money m_refund;
    RefundCourse m_course = RefundCourse::AtOnce;
};
