// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/savedview.h"

#include <QToolButton>

#include <functional>

class QMenu;
class SaveViewPanel;
class Theme;

/// The saved views of one screen behind a button: choose one, save what is shown under a name, share it, remove it, let
/// a role begin with it. Says beside its name whether what is shown still is that view.
class ViewsButton : public QToolButton
{
    Q_OBJECT
public:
    /// `shown` gives the screen as it is now; its id, name and owner do not count.
    ViewsButton(SavedViews& views, SavedView::Screen screen, std::function<SavedView()> shown, const Theme& theme,
        QWidget* parent = nullptr);

    void refresh();
    const QList<SavedView>& views() const { return m_views; } ///< of this screen
    bool isSettled() const { return m_asking == 0; }
    void setRoles(const QStringList& roles) { m_roles = roles; }
    void choose(const SavedView& view);
    void saveAs();

Q_SIGNALS:
    void chosen(const SavedView& view);
    void answered(); ///< the views are known, or known anew
    void notice(const QString& text);

private:
    void fillMenu();
    void addManaging(const SavedView& current);
    void save(const SavedView& view);
    void remove(const SavedView& view);
    void setDefault(const QString& role, qint64 id);
    void tell(const QFuture<Outcome<qint64>>& future, const QString& done);
    const SavedView* current() const;
    bool isChanged() const;
    void showName();
    void dress();

    SavedViews& m_source;
    const SavedView::Screen m_screen;
    const std::function<SavedView()> m_shown;
    const Theme& m_theme;
    QList<SavedView> m_views;
    QStringList m_roles;
    qint64 m_current = 0; ///< the view that was chosen or saved last
    int m_asking = 0;
    QMenu* m_menu;
    SaveViewPanel* m_panel = nullptr;
};
