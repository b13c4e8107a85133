// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/changefeed.h"
#include "models/domain/clock.h"

#include <QTimer>
#include <QWidget>

class Theme;

/// How fresh everything in the window is: "live, 0.2 s", "connecting", "stale since 14:02:11".
class DataAge : public QWidget
{
    Q_OBJECT
public:
    DataAge(const Clock& clock, const Theme& theme, QWidget* parent = nullptr);

    /// nullptr: there is no database yet.
    void setFeed(const ChangeFeed* feed);
    QString text() const { return m_text; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void tell();
    QString words() const;

    const Clock& m_clock;
    const Theme& m_theme;
    const ChangeFeed* m_feed = nullptr;
    QTimer m_timer;
    QString m_text;
};
