// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/domain/operationgateway.h"
#include "models/items/keyedtablemodel.h"

#include <QLocale>

#include <array>

/// An operation and the words of its cells, made once.
struct OperationLine
{
    Operation operation;
    std::array<QString, 10> cells;

    QString key() const { return QString::number(operation.id); }
    friend bool operator==(const OperationLine&, const OperationLine&) = default;
};

/// The operations, the newest first. A refresh patches the rows. Lives on the GUI thread.
class OperationModel final : public KeyedTableModel<OperationLine>
{
    Q_OBJECT
public:
    enum Column {
        NumberColumn,
        StateColumn,
        ReasonColumn,
        ByColumn,
        StartedColumn,
        ProgressColumn,
        ConfirmedColumn,
        FailedColumn,
        InDoubtColumn,
        SkippedColumn,
        ColumnCount
    };
    Q_ENUM(Column)

    static constexpr int listed = 500;

    OperationModel(OperationGateway& gateway, const Clock& clock, QObject* parent = nullptr);

    /// Reads the list; a read that is under way is followed by another.
    void refresh();
    bool isLoading() const { return m_reading; }
    bool hasAnswer() const { return m_answered; }
    const Operation& operationAt(int row) const { return m_rows.at(row).operation; }

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void answered();
    void failed(const Error& error);

private:
    OperationLine line(const Operation& operation) const;

    OperationGateway& m_gateway;
    const Clock& m_clock;
    QLocale m_locale;
    bool m_reading = false;
    bool m_again = false;
    bool m_answered = false;
};
