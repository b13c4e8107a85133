// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/handoverreport.h"

#include <QCoreApplication>

/// The words of a handover's cells, for its report and its table. The handover and the manner outlive it.
class HandoverWords
{
    Q_DECLARE_TR_FUNCTIONS(HandoverReport)

public:
    HandoverWords(const Handover& handover, const ReportManner& manner)
        : m_handover(handover)
        , m_locale(manner.locale)
        , m_zone(manner.zone)
    { }

    QString moment(const QDateTime& time) const;
    QString count(qint64 number) const { return m_locale.toString(number); }
    QString money(const QList<Money>& values) const;
    QString timeLeftText(const QDateTime& dueAt) const;
    QString standing(const ExceptionGroup& group) const;
    QString who(const QString& name) const;
    QString noteText(const Comment& note) const;
    QString countsText(const Operation& operation) const;
    static QString cut(QString text);
    /// Addresses of electronic mail with all but their first letter and their place masked: the report leaves the
    /// house.
    static QString withoutAddresses(QString text);
    QString leftOut(qint64 rows, const QString& where) const;
    static QList<Money> sum(QList<Money> sums, const QList<Money>& values); ///< by currency
    QString hour(const QDateTime& time) const;

protected:
    const Handover& m_handover;
    const QLocale& m_locale;
    const QTimeZone& m_zone;
};
