// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/topbar.h"

#include "widgets/common/theme.h"
#include "widgets/shell/dataage.h"
#include "widgets/shell/environmentbadge.h"
#include "widgets/shell/searchbutton.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

constexpr int stripeHeight = 3;

QString rightText(const QString& role)
{
    if (role == "bundle"_L1)
        return QCoreApplication::translate("TopBar", "reads only", "right: in an incident bundle");
    if (role == "viewer"_L1)
        return QCoreApplication::translate("TopBar", "viewer", "right: may look at everything");
    if (role == "support"_L1)
        return QCoreApplication::translate("TopBar", "support", "right: support operator");
    if (role == "finance"_L1)
        return QCoreApplication::translate("TopBar", "finance", "right: finance user");
    if (role == "manager"_L1)
        return QCoreApplication::translate("TopBar", "manager", "right: may approve");
    if (role == "admin"_L1)
        return QCoreApplication::translate("TopBar", "administrator", "right: may configure");
    if (role == "producer"_L1)
        return QCoreApplication::translate("TopBar", "producer", "right: may send events");
    if (role == "relay"_L1)
        return QCoreApplication::translate("TopBar", "relay", "right: delivery worker");
    return role;
}

} // namespace

QString mainRightText(const QStringList& roles)
{
    // who may more may do the lesser as well; finance and support stand side by side
    for (const char* all : {"admin", "manager"}) {
        if (roles.contains(QLatin1StringView(all)))
            return rightText(QString::fromLatin1(all));
    }
    if (roles.contains("bundle"_L1))
        return rightText(u"bundle"_s);
    QStringList words;
    for (const char* each : {"support", "finance"}) {
        if (roles.contains(QLatin1StringView(each)))
            words.append(rightText(QString::fromLatin1(each)));
    }
    return words.isEmpty() ? rightsText(roles) : words.join(u", "_s);
}

QString rightsText(const QStringList& roles)
{
    QStringList words;
    for (const QString& role : roles)
        words.append(rightText(role));
    return words.join(u", "_s);
}

TopBar::TopBar(const Clock& clock, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_badge(new EnvironmentBadge(theme, this))
    , m_search(new SearchButton(theme, this))
    , m_age(new DataAge(clock, theme, this))
    , m_userIcon(new QLabel(this))
    , m_user(new QLabel(this))
    , m_menu(new QToolButton(this))
{
    setObjectName(u"topBar"_s);
    m_badge->hide();
    m_search->setObjectName(u"search"_s);
    m_user->setObjectName(u"user"_s);
    m_menu->setObjectName(u"menu"_s);
    m_menu->setAccessibleName(tr("Menu", "button"));
    m_menu->setToolTip(tr("Menu (F10)"));
    m_menu->setPopupMode(QToolButton::InstantPopup);
    m_menu->setFocusPolicy(Qt::TabFocus);
    m_menu->setFixedSize(32, 32);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, stripeHeight + 7, 10, 8);
    layout->setSpacing(12);
    layout->addWidget(m_badge);
    layout->addWidget(m_search);
    layout->addStretch(1);
    layout->addWidget(m_age);
    layout->addSpacing(4);
    layout->addWidget(m_userIcon);
    layout->setSpacing(8);
    layout->addWidget(m_user);
    layout->addWidget(m_menu);
    connect(m_search, &QPushButton::clicked, this, &TopBar::searchRequested);
    connect(&theme, &Theme::changed, this, &TopBar::dress);
    dress();
}

void TopBar::setFeed(const ChangeFeed* feed)
{
    m_age->setFeed(feed);
    if (feed)
        setEnvironment(feed->environment());
}

void TopBar::setEnvironment(const Environment& environment)
{
    m_environment = environment;
    m_badge->setEnvironment(environment);
    const QString rights = rightsText(environment.roles);
    if (environment.user.isEmpty())
        m_user->clear();
    else if (rights.isEmpty())
        m_user->setText(environment.user);
    else
        //: Who I am and what I may do: "anna (support)"
        m_user->setText(tr("%1 (%2)").arg(environment.user, mainRightText(environment.roles)));
    m_user->setToolTip(rights.isEmpty() ? QString() : tr("Your rights in this database: %1").arg(rights));
    dress();
}

void TopBar::setMenu(QMenu* menu)
{
    m_menu->setMenu(menu);
}

void TopBar::dress()
{
    QPalette palette = m_user->palette();
    palette.setColor(QPalette::WindowText, m_theme.color(ColorId::TextSecondary));
    m_user->setPalette(palette);
    m_user->setFont(m_theme.font(FontRole::Small));
    m_userIcon->setVisible(!m_user->text().isEmpty());
    m_userIcon->setPixmap(m_theme.pixmap(u"person"_s, m_theme.color(ColorId::TextMuted), 16, devicePixelRatioF()));
    m_menu->setIcon(m_theme.icon(u"menu"_s));
    update();
}

void TopBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorId::Surface));
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color(ColorId::Border));
    if (!m_environment.database.isEmpty())
        painter.fillRect(QRect(0, 0, width(), stripeHeight), m_theme.color(environmentColor(m_environment)));
}
