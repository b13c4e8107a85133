// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/operation.h"

#include <QWidget>

class Theme;

/// Five counts that add up to the total, as a bar in proportion and as figures below it: Confirmed, Failed, In doubt,
/// Skipped, Not started.
class OutcomeBar : public QWidget
{
    Q_OBJECT
public:
    struct Part
    {
        ItemState state = ItemState::Planned;
        QString name;
        qint64 count = 0;
    };

    explicit OutcomeBar(const Theme& theme, QWidget* parent = nullptr);

    void setOperation(const Operation& operation);
    const QList<Part>& parts() const { return m_parts; }
    /// Where each part of the bar begins and ends, in pixels; whatever is there is at least a few pixels wide.
    static QList<std::pair<int, int>> spans(const QList<Part>& parts, int width);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {300, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintFigures(QPainter& painter) const;

    const Theme& m_theme;
    QList<Part> m_parts;
    qint64 m_underWay = 0;
};
