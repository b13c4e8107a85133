// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ordersource.h"
#include "models/domain/outcome.h"
#include "models/domain/problemorder.h"

#include <QByteArray>
#include <QFuture>
#include <QList>
#include <QString>
#include <QStringList>

/// A screen as somebody wants to see it again: what it shows and how.
struct SavedView
{
    enum class Screen { Triage, Orders };

    qint64 id = 0; ///< 0: not saved yet
    Screen screen = Screen::Orders;
    QString name = {}; ///< at most 80 characters
    QString owner = {};
    bool shared = false; ///< with everybody
    QStringList roles = {}; ///< that begin here, such as "support"
    QString filter = {}; ///< in the filter language
    QString queue = {}; ///< of Triage: "mine", "in_doubt", ... or a team; empty: whatever is chosen
    bool grouped = true; ///< of Triage
    OrderSort sort = OrderSort::PlacedAt; ///< of Orders
    bool ascending = false; ///< of Orders
    ProblemOrder problemOrder = {}; ///< of Triage
    ProblemOrder groupOrder = {}; ///< of Triage
    QByteArray columns = {}; ///< with widths and order, as the table saves them; empty: as they are

    friend bool operator==(const SavedView&, const SavedView&) = default;
};

QString toText(SavedView::Screen screen);
std::optional<SavedView::Screen> viewScreenFromText(QStringView text);
QString toText(OrderSort sort);
std::optional<OrderSort> orderSortFromText(QStringView text);

/// Where a person with these roles begins, of the views of one screen: with that of the first role that has one, those
/// who decide before those who look on. nullptr: nowhere in particular.
const SavedView* defaultView(const QList<SavedView>& views, const QStringList& roles);

/// Saved views of the user and those that others share. Futures finish on any thread; use whenFinished().
class SavedViews
{
public:
    virtual ~SavedViews() = default;
    /// By name, of all screens.
    virtual QFuture<Outcome<QList<SavedView>>> views() = 0;
    /// Saves it under its name: the user's own of that name is replaced. Returns its id.
    virtual QFuture<Outcome<qint64>> save(const SavedView& view) = 0;
    virtual QFuture<Outcome<qint64>> remove(qint64 id) = 0;
    /// Makes a shared view the one where a role ("support") begins; 0: none. Administrators only.
    virtual QFuture<Outcome<qint64>> setDefault(const QString& role, SavedView::Screen screen, qint64 id) = 0;

protected:
    SavedViews() = default;
    SavedViews(const SavedViews&) = default;
    SavedViews& operator=(const SavedViews&) = default;
};
