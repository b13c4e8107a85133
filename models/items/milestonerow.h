// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ordersource.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

/// One step of one order together with what its process says of it and when it can be expected: what the timeline draws
/// and the table of steps tells. A plain value.
struct MilestoneRow
{
    Milestone milestone;
    QString title; ///< translated
    QString system; ///< kind of system that owes it
    QStringList after; ///< predecessors' names
    QString target; ///< as in the process
    bool supplied = true; ///< false: no source of evidence is connected
    StepNorm norm;
    TargetState targetState = TargetState::None;
    QDateTime expectedFrom; ///< open and blocked steps: when it starts at the usual pace; null when reached
    QDateTime expectedTo;

    QString key() const { return milestone.scope + u'\n' + milestone.step; }
    /// The step's title, with the shipment, payment or return that it is about.
    QString scopedTitle() const;
    bool isReached() const;
    /// When the work on it began as far as anybody knows: eligible, else started, else reached or failed.
    QDateTime from() const;
    /// Until when it has gone on: reached, else the failure or `now` while open.
    QDateTime until(const QDateTime& now) const;
    /// Seconds from eligible to reached, or to `now` while it is open; -1 when nobody knows.
    qint64 took(const QDateTime& now) const;

    friend bool operator==(const MilestoneRow&, const MilestoneRow&);
};

/// The steps of an order in process order. What is still to come is expected at the usual pace of each step (its
/// median), else at its target, one after the other, never before `now`.
QList<MilestoneRow> milestoneRows(const OrderDetail& detail, const QDateTime& now);
