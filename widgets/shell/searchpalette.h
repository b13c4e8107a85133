// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/domain/ordersource.h"
#include "widgets/shell/overlay.h"

#include <QTimer>

#include <functional>

class QLabel;
class QLineEdit;
class QListWidget;

/// A command as the search offers it.
struct OfferedCommand
{
    QString text;
    QString keys; ///< as a person reads them
    QString obstacle; ///< why it is not possible now; empty: it is
    std::function<void()> run;
};

/// One search over everything (Ctrl+K): orders by number, key or reference, commands, and what was open last.
class SearchPalette : public Overlay
{
    Q_OBJECT
public:
    static constexpr int mostOrders = 8;
    static constexpr int mostRecent = 6;

    SearchPalette(const Clock& clock, const Theme& theme, QWidget* window);

    void setSource(OrderSource* source) { m_source = source; }
    /// Asked whenever the search opens: what is possible depends on the screen behind it.
    void setCommands(std::function<QList<OfferedCommand>()> offer) { m_offer = std::move(offer); }
    void noteOpened(const Order& order);
    void open() override;
    /// As if it had been typed.
    void ask(const QString& text);
    bool isSettled() const; ///< shows all that it can find

Q_SIGNALS:
    void orderChosen(qint64 id);
    void filterChosen(const QString& filter); ///< list the orders of this text

protected:
    QRect panelRect(const QSize& area) const override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void typed();
    void search();
    void showNow();
    void addHeading(const QString& text);
    void addOrder(const Order& order);
    void addCommands(const QString& text);
    void move(int rows);
    void choose();

    const Clock& m_clock;
    OrderSource* m_source = nullptr;
    std::function<QList<OfferedCommand>()> m_offer;
    QList<OfferedCommand> m_commands;
    QList<Order> m_recent;
    QList<Order> m_found;
    QLineEdit* m_line;
    QListWidget* m_list;
    QLabel* m_hint;
    QTimer m_pause;
    int m_generation = 0;
    bool m_searching = false;
    QString m_failure;
};
