// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/healthsource.h"
#include "models/items/keyedtablemodel.h"

#include <QLocale>

/// The open breaches of one step.
struct BreachRow
{
    StepBreaches breaches;

    QString key() const { return breaches.step; }
    friend bool operator==(const BreachRow&, const BreachRow&) = default;
};

/// Open breaches by step and by how long they have been overdue; each cell carries the filter that lists its orders.
/// The chart beside it shows the same rows. Lives on the GUI thread.
class BreachModel final : public KeyedTableModel<BreachRow>
{
    Q_OBJECT
public:
    enum Column {
        StepColumn,
        SystemColumn,
        FirstAgeColumn, ///< ageBucketCount columns from here on
        TotalColumn = FirstAgeColumn + ageBucketCount,
        DueSoonColumn,
        ColumnCount
    };
    Q_ENUM(Column)

    explicit BreachModel(QObject* parent = nullptr);

    void setBreaches(const QList<StepBreaches>& breaches);

    /// "15 min to 1 h", for column heads and legends.
    static QString ageTitle(int bucket);
    /// "step:invoice target:breached overdue>=15m overdue<1h"; bucket -1 means any age.
    static QString filterFor(const QString& step, int bucket);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static qint64 countAt(const StepBreaches& breaches, int column);
    QString text(const StepBreaches& breaches, int column) const;
    static QString filter(const StepBreaches& breaches, int column);

    QLocale m_locale;
};
