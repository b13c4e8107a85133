// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/exception.h"
#include "models/items/keyedtablemodel.h"

#include <QLocale>

#include <array>

/// An entry of the audit trail and the words of its cells, made once.
struct AuditLine
{
    AuditEntry entry;
    std::array<QString, 4> cells;

    QString key() const { return QString::number(entry.seq); }
    friend bool operator==(const AuditLine&, const AuditLine&) = default;
};

/// What was done to something and by whom, the newest first. Lives on the GUI thread.
class AuditModel final : public KeyedTableModel<AuditLine>
{
    Q_OBJECT
public:
    enum Column { TimeColumn, ActorColumn, DeedColumn, ChangeColumn, ColumnCount };
    Q_ENUM(Column)

    using KeyedTableModel::KeyedTableModel;

    void setEntries(const QList<AuditEntry>& entries);
    /// "owner: anna → bert, reason": what differs between two JSON objects, and why.
    static QString changeText(const AuditEntry& entry);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QLocale m_locale;
};
