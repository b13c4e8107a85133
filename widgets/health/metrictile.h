// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme.h"

#include <QAbstractButton>

/// One number with its name, a line of context and its definition; a click or Enter opens the list behind it: orders by
/// a filter, or whatever the owner shows when clicked(). The definition is the tool tip and the accessible description.
class MetricTile : public QAbstractButton
{
    Q_OBJECT
public:
    MetricTile(const Theme& theme, const QString& name, const QString& definition, QWidget* parent = nullptr);

    /// Lists the orders that are counted.
    void setFilter(const QString& filter);
    QString filter() const { return m_filter; }
    /// What a click does when the list is not of orders, as a sentence for the tool tip.
    void setInvitation(const QString& invitation);
    /// `tone` other than Neutral adds a sign beside the number, `icon`.
    void setFigure(const QString& figure, const QString& context, Tone tone = Tone::Neutral, const QString& icon = {});
    QString figure() const { return m_figure; }
    QString context() const { return m_context; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

Q_SIGNALS:
    void drillDownRequested(const QString& filter);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    bool hitButton(const QPoint& position) const override;

private:
    void describe();

    const Theme& m_theme;
    QString m_name;
    QString m_definition;
    QString m_filter;
    QString m_invitation; ///< empty: there is no list to open
    QString m_figure;
    QString m_context;
    QString m_icon;
    Tone m_tone = Tone::Neutral;
    bool m_byKeyboard = false; ///< the focus came by key: show where it is
};
