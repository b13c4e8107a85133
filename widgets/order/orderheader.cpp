// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/order/orderheader.h"

#include "models/domain/formatduration.h"
#include "models/domain/ordersentence.h"
#include "models/domain/statetitles.h"
#include "models/domain/timetext.h"
#include "widgets/common/chip.h"
#include "widgets/common/inklabel.h"
#include "widgets/common/keymap.h"
#include "widgets/common/theme.h"
#include "widgets/order/fact.h"
#include "widgets/tags/tagchips.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

OrderHeader::OrderHeader(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_back(new QToolButton(this))
    , m_number(new QLabel(this))
    , m_copy(new QToolButton(this))
    , m_channel(new QLabel(this))
    , m_value(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_sync(new Chip(theme, this))
    , m_target(new Chip(theme, this))
    , m_fulfilment(new Chip(theme, this))
    , m_money(new Chip(theme, this))
    , m_tags(new TagChips(theme, this))
    , m_tag(new QToolButton(this))
    , m_customer(new Fact(theme, tr("Customer", "caption: who bought, masked"), this, Fact::Shape::Inline))
    , m_placed(new Fact(theme, tr("Placed", "caption: when the customer bought"), this, Fact::Shape::Inline))
    , m_promised(new Fact(theme, tr("Promised", "caption: when delivery was promised"), this, Fact::Shape::Inline))
    , m_progress(new Fact(theme, tr("Steps done", "caption: number of steps reached"), this, Fact::Shape::Inline))
    , m_lastEvent(
          new Fact(theme, tr("Last event", "caption: when we last heard of the order"), this, Fact::Shape::Inline))
{
    setObjectName(u"orderHeader"_s);
    m_number->setObjectName(u"orderNumber"_s);
    m_sentence->setObjectName(u"orderSentence"_s);
    for (QLabel* label : {m_number, m_channel, m_value, m_sentence}) {
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_sentence->setWordWrap(true);
    m_back->setObjectName(u"back"_s);
    m_back->setAccessibleName(tr("Back to the list"));
    m_back->setToolTip(tr("Back to the list (Esc)"));
    m_copy->setObjectName(u"copyNumber"_s);
    m_copy->setAccessibleName(tr("Copy the order number"));
    m_copy->setToolTip(m_copy->accessibleName());
    m_tag->setObjectName(u"orderTag"_s);
    m_tag->setText(tr("Tags\u2026", "button: change the tags of the order"));
    m_tag->setAccessibleName(tr("Change the tags of the order"));
    m_tag->setToolTip(KeyMap::instance().hint(m_tag->accessibleName(), Command::Tags));
    m_tag->hide();
    for (QToolButton* button : {m_back, m_copy, m_tag}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
    }

    auto* first = new QHBoxLayout;
    first->setSpacing(Theme::space);
    first->addWidget(m_back);
    first->addWidget(m_number);
    first->addWidget(m_copy);
    first->addSpacing(4);
    first->addWidget(m_channel);
    first->addStretch(1);
    first->addWidget(m_value);
    auto* second = new QHBoxLayout;
    second->setSpacing(Theme::space * 2);
    for (Chip* chip : {m_sync, m_target, m_fulfilment, m_money})
        second->addWidget(chip, 0, Qt::AlignVCenter);
    second->addWidget(m_tags, 1, Qt::AlignVCenter);
    second->addWidget(m_tag, 0, Qt::AlignVCenter);
    second->addStretch(0);
    auto* facts = new QHBoxLayout;
    facts->setSpacing(Theme::space * 3);
    for (Fact* fact : {m_customer, m_placed, m_promised, m_progress, m_lastEvent})
        facts->addWidget(fact);
    facts->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 6);
    layout->setSpacing(6);
    layout->addLayout(first);
    layout->addWidget(m_sentence);
    layout->addLayout(second);
    layout->addLayout(facts);

    connect(m_tag, &QToolButton::clicked, this, &OrderHeader::tagsRequested);
    connect(m_back, &QToolButton::clicked, this, &OrderHeader::backRequested);
    connect(m_copy, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_number->text()); });
    connect(&theme, &Theme::changed, this, &OrderHeader::dress);
    dress();
}

void OrderHeader::setDetail(const OrderDetail& detail, const QDateTime& now)
{
    const QLocale locale;
    const Order& order = detail.order;
    m_number->setText(order.number);
    m_number->setToolTip(order.key == order.number ? QString() : tr("Key in this database: %1").arg(order.key));
    const QString channel = channelTitle(order.channel, detail.channelTitle);
    //: Channel, then the process that its orders follow; such as "Olist · Marketplace order"
    m_channel->setText(tr("%1 \u00b7 %2").arg(channel, processTitle(order.process, detail.process.title)));
    m_channel->setToolTip(tr("Version %1 of the process, the one that the order started with")
                              .arg(locale.toString(order.processVersion)));
    m_value->setText(order.total.isValid() ? formatMoney(order.total, locale) : QString());
    m_value->setAccessibleName(tr("Value: %1").arg(m_value->text()));
    m_sync->setState(tr("Sync", "caption of a state"), chipLook(order.sync), title(order.sync));
    m_fulfilment->setState(tr("Fulfilment", "caption of a state"), chipLook(order.fulfilment), title(order.fulfilment));
    m_money->setState(tr("Money", "caption of a state"), chipLook(order.money), title(order.money));
    m_tags->setTags(order.tags);
    m_customer->setValue(order.customer);
    m_placed->setValue(minuteText(order.placedAt, locale));
    m_promised->setValue(minuteText(order.promisedAt, locale));
    m_progress->setValue(order.stepCount > 0
            ? tr("%1 of %2", "steps done, of all")
                  .arg(locale.toString(order.doneCount), locale.toString(order.stepCount))
            : QString());
    setNow(detail, now);
}

void OrderHeader::setNow(const OrderDetail& detail, const QDateTime& now)
{
    const QLocale locale;
    const TargetState target = targetState(detail.order, now);
    m_target->setState(tr("Target", "caption of a state"), chipLook(target), title(target));
    m_sentence->setText(waitingSentence(detail, now, locale));
    m_lastEvent->setValue(formatAge(detail.order.lastEventAt, now, locale));
}

void OrderHeader::setMayTag(bool may)
{
    m_tag->setVisible(may);
}

QString OrderHeader::sentence() const
{
    return m_sentence->text();
}

void OrderHeader::dress()
{
    inkLabel(m_number, m_theme, ColorId::Text, FontRole::Title);
    inkLabel(m_channel, m_theme, ColorId::TextSecondary, FontRole::Body);
    inkLabel(m_value, m_theme, ColorId::Text, FontRole::Title);
    inkLabel(m_sentence, m_theme, ColorId::Text, FontRole::Heading);
    m_back->setIcon(m_theme.icon(u"back"_s));
    m_copy->setIcon(m_theme.icon(u"copy"_s, ColorId::TextMuted));
    m_tag->setIcon(m_theme.icon(u"bookmark"_s, ColorId::TextMuted));
    m_tag->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_tag->setFont(m_theme.font(FontRole::Body));
    update();
}

void OrderHeader::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), m_theme.color(ColorId::Surface));
}
