// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/changefeed.h"
#include "models/domain/clock.h"

#include <QWidget>

class DataAge;
class EnvironmentBadge;
class QLabel;
class QMenu;
class QPushButton;
class QToolButton;
class Theme;

/// The head of the window: where we are connected to, search, how fresh the data is, who I am and what I may do.
class TopBar : public QWidget
{
    Q_OBJECT
public:
    TopBar(const Clock& clock, const Theme& theme, QWidget* parent = nullptr);

    void setFeed(const ChangeFeed* feed);
    void setEnvironment(const Environment& environment);
    void setMenu(QMenu* menu);
    DataAge* dataAge() const { return m_age; }

Q_SIGNALS:
    void searchRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void dress();

    const Theme& m_theme;
    Environment m_environment;
    EnvironmentBadge* m_badge;
    QPushButton* m_search;
    DataAge* m_age;
    QLabel* m_userIcon;
    QLabel* m_user;
    QToolButton* m_menu;
};

/// The group roles of a user as a person says them: "viewer, support".
QString rightsText(const QStringList& roles);
/// The ones that say most.
QString mainRightText(const QStringList& roles);
