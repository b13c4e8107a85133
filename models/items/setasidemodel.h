// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/healthsource.h"
#include "models/items/keyedtablemodel.h"

#include <QLocale>

#include <array>

/// An event set aside and the words of its cells, made once.
struct SetAsideLine
{
    SetAsideEvent event;
    std::array<QString, 8> cells;

    QString key() const { return QString::number(event.id); }
    friend bool operator==(const SetAsideLine&, const SetAsideLine&) = default;
};

/// The events set aside, those that came last first, page by page. A refresh reads what is loaded again and moves only
/// what came once more. Lives on the GUI thread.
class SetAsideModel final : public KeyedTableModel<SetAsideLine>
{
    Q_OBJECT
public:
    enum Column {
        LastColumn,
        ProblemColumn,
        ReasonColumn,
        PlaceColumn,
        CountColumn,
        EventColumn,
        SourceColumn,
        FirstColumn,
        ColumnCount
    };
    Q_ENUM(Column)

    static constexpr int pageSize = 200;
    static constexpr int rowLimit = 10'000;

    explicit SetAsideModel(HealthSource& source, QObject* parent = nullptr);

    /// Reads what is loaded again, the first page at first.
    void refresh();
    /// After failed(): takes up what failed.
    void retry();

    bool isLoading() const { return m_loading; }
    bool hasAnswer() const { return m_asOf.isValid(); }
    bool isAtRowLimit() const { return rowCount() >= rowLimit && m_next; }
    CappedCount total() const { return m_total; }
    QDateTime asOf() const { return m_asOf; } ///< the server's clock at the newest answer
    const SetAsideEvent& eventAt(int row) const { return m_rows.at(row).event; }

    /// "orders.csv, entry 12": where it stood.
    static QString placeText(const SetAsideEvent& event, const QLocale& locale);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void loadingChanged();
    void aboutToMerge(); ///< a refresh is about to change rows; answered() follows
    void answered();
    void failed(const Error& error);

private:
    void ask(const std::optional<SetAsideCursor>& after, int limit);
    void take(const SetAsidePage& page, bool more);
    void append(const QList<SetAsideEvent>& events);
    void mergeAll(const QList<SetAsideEvent>& events);
    void setLoading(bool loading);
    SetAsideLine line(const SetAsideEvent& event) const;

    HealthSource& m_source;
    QLocale m_locale;
    std::optional<SetAsideCursor> m_next;
    CappedCount m_total;
    QDateTime m_asOf;
    int m_generation = 0;
    bool m_loading = false;
    bool m_blocked = false; ///< a page failed; views must not ask for it again by themselves
};
