// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/exception.h"

#include <QMap>
#include <QStringList>

#include <array>

/// What people have decided about a group. Regressed is set by the system: it came back after it was resolved.
enum class GroupState { New, Acknowledged, Investigating, Waiting, Resolved, Archived, Regressed };

/// How little time is left until one of a group's orders misses a target; groups are listed in this order.
enum class TimeLeft { Overdue, WithinAnHour, WithinFourHours, WithinADay, Later };

/// What a part of a group has in common.
struct GroupPart
{
    QString field; ///< "channel", "target", "code" or "text"
    QString value;

    friend bool operator==(const GroupPart&, const GroupPart&) = default;
};

/// What one cause did, as far as it matches what was asked for.
struct ExceptionGroup
{
    qint64 id = 0;
    ExceptionKind kind = ExceptionKind::DeliveryFailure;
    GroupState state = GroupState::New;
    QString title; ///< as a person named it; empty: groupTitle() says it in words
    QList<GroupPart> splitBy; ///< by what it was split off from another; the last split comes last
    QString flow; ///< empty: an overdue step that no flow serves
    QString flowTitle;
    QString sourceSystem;
    QString targetSystem; ///< or the one that an overdue step is awaited from
    QString step;
    QString team;
    EffectClass effectClass = EffectClass::Create;
    QString runbook;
    QString errorClass;
    QString errorCode;
    QString sample; ///< the first one's message
    QString owner; ///< empty: nobody's
    QStringList watchers;
    QString waitingOn; ///< of Waiting
    QDateTime until; ///< of Waiting and Archived; null: without a time
    std::optional<int> most; ///< archived until more than so many are open
    bool escalated = false; ///< back by itself: the time has come, or there are too many
    std::optional<Resolution> resolution;
    QString reason;
    QString evidence;
    qint64 count = 0; ///< exceptions that match
    bool atLeast = false; ///< there may be more: not all were counted
    QList<Money> values; ///< of their orders, one sum a currency, the largest count first
    double share = 0; ///< of all value at risk among what matches, each currency by itself, added
    QDateTime dueAt; ///< the first target that one of its orders misses; null: none
    QDateTime firstAt;
    QDateTime lastAt; ///< of the latest failure
    std::array<int, 24> hours{}; ///< failures in each of the last 24 hours, the oldest first
    QMap<Resolution, qint64> resolved; ///< how many were resolved in which way, ever
    int version = 0; ///< an action names the version that the person saw

    friend bool operator==(const ExceptionGroup&, const ExceptionGroup&) = default;
};

/// The way that has put right most of what was resolved so far, when at least three were and it did four of five.
std::optional<Resolution> knownFix(const ExceptionGroup& group);
TimeLeft timeLeft(const QDateTime& dueAt, const QDateTime& now);

/// What it is about, in business words: "Order to the ERP: unknown tax code …".
QString groupTitle(const ExceptionGroup& group);
/// Why these are together, in a sentence.
QString whyGrouped(const ExceptionGroup& group);
/// By what the list is sorted, as a person reads it.
QString groupOrderText();
QString title(GroupState state);
/// The group's state; of one that waits or is archived also for whom, until when, or how many may be open. until: its
/// time, as the caller writes times.
QString groupStanding(const ExceptionGroup& group, const QString& until, const QLocale& locale);

QString toText(GroupState state);
std::optional<GroupState> groupStateFromText(QStringView text);
