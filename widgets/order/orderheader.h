// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ordersource.h"

#include <QWidget>

class Chip;
class Fact;
class QLabel;
class QToolButton;
class TagChips;
class Theme;

/// What an order is and where it stands: number, channel, value, dates, its four states, and one plain sentence.
class OrderHeader : public QWidget
{
    Q_OBJECT
public:
    explicit OrderHeader(const Theme& theme, QWidget* parent = nullptr);

    void setDetail(const OrderDetail& detail, const QDateTime& now);
    /// Only what moves with the clock.
    void setNow(const OrderDetail& detail, const QDateTime& now);
    QString sentence() const;
    /// Offers to change the tags.
    void setMayTag(bool may);

Q_SIGNALS:
    void backRequested();
    void tagsRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void dress();

    const Theme& m_theme;
    QToolButton* m_back;
    QLabel* m_number;
    QToolButton* m_copy;
    QLabel* m_channel;
    QLabel* m_value;
    QLabel* m_sentence;
    Chip* m_sync;
    Chip* m_target;
    Chip* m_fulfilment;
    Chip* m_money;
    TagChips* m_tags;
    QToolButton* m_tag;
    Fact* m_customer;
    Fact* m_placed;
    Fact* m_promised;
    Fact* m_progress;
    Fact* m_lastEvent;
};
