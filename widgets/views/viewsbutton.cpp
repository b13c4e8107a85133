// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/viewsbutton.h"

#include "models/domain/systemreason.h"
#include "models/domain/whenfinished.h"
#include "widgets/common/theme.h"
#include "widgets/views/saveviewpanel.h"

#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shownName = 24;

QString roleTitle(const QString& role)
{
    if (role == "support"_L1)
        return ViewsButton::tr("Support", "role");
    if (role == "finance"_L1)
        return ViewsButton::tr("Finance", "role");
    if (role == "manager"_L1)
        return ViewsButton::tr("Managers", "role");
    if (role == "admin"_L1)
        return ViewsButton::tr("Administrators", "role");
    return ViewsButton::tr("Everybody else", "role: who only looks on");
}

} // namespace

ViewsButton::ViewsButton(
    SavedViews& views, SavedView::Screen screen, std::function<SavedView()> shown, const Theme& theme, QWidget* parent)
    : QToolButton(parent)
    , m_source(views)
    , m_screen(screen)
    , m_shown(std::move(shown))
    , m_theme(theme)
    , m_menu(new QMenu(this))
{
    setObjectName(u"viewsButton"_s);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::TabFocus);
    setFixedHeight(32);
    setToolTip(tr("Saved views: yours and those that are shared"));
    m_menu->setObjectName(u"viewsMenu"_s);
    m_menu->setToolTipsVisible(true);
    setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &ViewsButton::fillMenu);
    connect(&theme, &Theme::changed, this, &ViewsButton::dress);
    dress();
    showName();
}

void ViewsButton::refresh()
{
    ++m_asking;
    whenFinished(m_source.views(), this, [this](const Outcome<QList<SavedView>>& views) {
        --m_asking;
        if (!views)
            return; // the last known ones stay; the banner tells of a lost connection
        m_views = views.value();
        m_views.removeIf([this](const SavedView& view) { return view.screen != m_screen; });
        showName();
        Q_EMIT answered();
    });
}

const SavedView* ViewsButton::current() const
{
    const auto found = std::ranges::find(m_views, m_current, &SavedView::id);
    return found == m_views.end() ? nullptr : &*found;
}

bool ViewsButton::isChanged() const
{
    const SavedView* view = current();
    const SavedView shown = m_shown();
    return view
        && (shown.filter != view->filter || shown.columns != view->columns || shown.grouped != view->grouped
            || (!view->queue.isEmpty() && shown.queue != view->queue));
}

void ViewsButton::showName()
{
    const SavedView* view = current();
    const QString name = view ? view->name : tr("Views", "button: saved views");
    setText(name.size() > shownName ? QString(name.first(shownName - 1) + u'\u2026') : name);
    setAccessibleName(view ? tr("View %1").arg(name) : name);
}

void ViewsButton::choose(const SavedView& view)
{
    m_current = view.id;
    showName();
    Q_EMIT chosen(view);
}

void ViewsButton::fillMenu()
{
    m_menu->clear();
    for (const SavedView& view : std::as_const(m_views)) {
        //: A view that somebody else shares: its name and whose it is
        const QString text = view.shared ? tr("%1  (shared by %2)").arg(view.name, view.owner) : view.name;
        QAction* action = m_menu->addAction(QString(text).replace(u'&', u"&&"_s), this, [this, view] { choose(view); });
        action->setCheckable(true);
        action->setChecked(view.id == m_current && !isChanged());
        action->setToolTip(view.filter);
    }
    if (m_views.isEmpty())
        m_menu->addAction(tr("No view is saved yet"))->setEnabled(false);
    m_menu->addSeparator();
    m_menu->addAction(tr("Save as a view\u2026"), this, &ViewsButton::saveAs)->setObjectName(u"saveView"_s);
    if (const SavedView* view = current())
        addManaging(*view);
}

void ViewsButton::addManaging(const SavedView& current)
{
    QAction* update
        = m_menu->addAction(tr("Save the changes to \u201c%1\u201d").arg(current.name), this, [this, former = current] {
              SavedView view = m_shown();
              view.name = former.name;
              view.shared = former.shared;
              save(view);
          });
    update->setObjectName(u"updateView"_s);
    update->setEnabled(isChanged());
    m_menu->addAction(tr("Remove \u201c%1\u201d").arg(current.name), this, [this, view = current] { remove(view); })
        ->setObjectName(u"removeView"_s);
    if (!current.shared || !m_roles.contains(u"admin"_s))
        return;
    QMenu* roles = m_menu->addMenu(tr("Begins here", "menu: whose first view this is"));
    for (const QString& role : {u"support"_s, u"finance"_s, u"manager"_s, u"admin"_s, u"viewer"_s}) {
        const bool begins = current.roles.contains(role);
        QAction* action = roles->addAction(
            roleTitle(role), this, [this, role, begins, id = current.id] { setDefault(role, begins ? 0 : id); });
        action->setCheckable(true);
        action->setChecked(begins);
    }
}

void ViewsButton::saveAs()
{
    if (!m_panel) {
        m_panel = new SaveViewPanel(m_theme, window());
        connect(m_panel, &SaveViewPanel::saved, this, [this](const QString& name, bool shared) {
            SavedView view = m_shown();
            view.name = name;
            view.shared = shared;
            save(view);
        });
    }
    m_panel->ask(current() ? current()->name : QString(), m_shown());
}

void ViewsButton::save(const SavedView& view)
{
    ++m_asking;
    whenFinished(m_source.save(view), this, [this, name = view.name](const Outcome<qint64>& id) {
        --m_asking;
        if (id)
            m_current = id.value();
        Q_EMIT notice(id ? tr("View saved: %1").arg(name) : systemReason(id.error().text));
        refresh();
    });
}

void ViewsButton::remove(const SavedView& view)
{
    tell(m_source.remove(view.id), tr("View removed: %1").arg(view.name));
}

void ViewsButton::setDefault(const QString& role, qint64 id)
{
    tell(m_source.setDefault(role, m_screen, id), tr("Where the role begins is changed."));
}

void ViewsButton::tell(const QFuture<Outcome<qint64>>& future, const QString& done)
{
    ++m_asking;
    whenFinished(future, this, [this, done](const Outcome<qint64>& outcome) {
        --m_asking;
        Q_EMIT notice(outcome ? done : systemReason(outcome.error().text));
        refresh();
    });
}

void ViewsButton::dress()
{
    setFont(m_theme.font(FontRole::Body));
    setIcon(m_theme.icon(u"bookmark"_s));
}
