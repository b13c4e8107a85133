// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/connectionsettings.h"

#include <QCoreApplication>
#include <QList>
#include <QString>
#include <QStringList>

namespace pqxx {
class transaction_base;
}

/// One thing that the doctor has looked at.
struct DoctorCheck
{
    enum class Verdict { Ok, Warning, Failed };

    QString id; ///< stable, for scripts: "server_version"
    QString title;
    Verdict verdict = Verdict::Ok;
    QString text;
    QString hint; ///< what to do; empty when nothing is to be done
};

/// Looks at a database from all sides and says what is well, what is not and what to do about it. Changes nothing.
/// Blocks.
class Doctor
{
    Q_DECLARE_TR_FUNCTIONS(Doctor)
public:
    explicit Doctor(ConnectionSettings settings);

    /// In a fixed order; when the connection fails that is the only one.
    QList<DoctorCheck> examine() const;
    /// Three of them say enough.
    static QString shortList(const QStringList& names);

private:
    using Examination = DoctorCheck (Doctor::*)(pqxx::transaction_base&) const;

    DoctorCheck connection(pqxx::transaction_base& tx) const;
    DoctorCheck serverVersion(pqxx::transaction_base& tx) const;
    DoctorCheck encoding(pqxx::transaction_base& tx) const;
    DoctorCheck schema(pqxx::transaction_base& tx) const;
    DoctorCheck rights(pqxx::transaction_base& tx) const;
    DoctorCheck clock(pqxx::transaction_base& tx) const;
    DoctorCheck timeZones(pqxx::transaction_base& tx) const;
    DoctorCheck durability(pqxx::transaction_base& tx) const;
    DoctorCheck connections(pqxx::transaction_base& tx) const;
    DoctorCheck partitions(pqxx::transaction_base& tx) const;
    DoctorCheck invalidIndexes(pqxx::transaction_base& tx) const;
    DoctorCheck missingIndexes(pqxx::transaction_base& tx) const;
    DoctorCheck channels(pqxx::transaction_base& tx) const;
    DoctorCheck search(pqxx::transaction_base& tx) const;
    DoctorCheck statistics(pqxx::transaction_base& tx) const;

    ConnectionSettings m_settings;
};
