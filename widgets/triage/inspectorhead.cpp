// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/triage/inspectorhead.h"

#include "models/domain/exceptionsentence.h"
#include "models/domain/exceptiontitles.h"
#include "models/domain/failureadvice.h"
#include "models/domain/formatduration.h"
#include "models/domain/statetitles.h"
#include "models/domain/systemreason.h"
#include "models/domain/timetext.h"
#include "widgets/common/chip.h"
#include "widgets/common/flowlayout.h"
#include "widgets/common/inklabel.h"
#include "widgets/common/keymap.h"
#include "widgets/order/fact.h"
#include "widgets/triage/runbookcard.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

enum FactPlace {
    SinceFact,
    LastFact,
    OwnerFact,
    SnoozedFact,
    ResolvedFact,
    EvidenceFact,
    DueFact,
    ValueFact,
    FlowFact,
    EffectFact,
    CodeFact,
    CauseFact,
    KeyFact,
    RunbookFact,
    TagsFact,
    FactCount
};

} // namespace

InspectorHead::InspectorHead(const Clock& clock, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_theme(theme)
    , m_title(new QLabel(this))
    , m_order(new QToolButton(this))
    , m_copy(new QToolButton(this))
    , m_sentence(new QLabel(this))
    , m_adviceCaption(new QLabel(tr("What to do", "caption: advice on a failure"), this))
    , m_advice(new QLabel(this))
    , m_runbook(new RunbookCard(theme, this))
    , m_state(new Chip(theme, this))
    , m_severity(new Chip(theme, this))
    , m_replay(new Chip(theme, this))
{
    build();
    connect(&theme, &Theme::changed, this, &InspectorHead::dress);
    dress();
}

void InspectorHead::build()
{
    m_title->setObjectName(u"exceptionTitle"_s);
    m_sentence->setObjectName(u"exceptionSentence"_s);
    m_adviceCaption->setObjectName(u"exceptionAdviceCaption"_s);
    m_advice->setObjectName(u"exceptionAdvice"_s);
    m_advice->setAccessibleName(m_adviceCaption->text());
    for (QLabel* label : {m_title, m_sentence, m_advice}) {
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setWordWrap(true);
    }
    m_order->setObjectName(u"exceptionOrder"_s);
    m_order->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_copy->setObjectName(u"copyNumber"_s);
    m_copy->setAccessibleName(tr("Copy the order number"));
    m_copy->setToolTip(tr("Copy the order number (Y)"));
    for (QToolButton* button : {m_order, m_copy}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
    }
    connect(m_order, &QToolButton::clicked, this, &InspectorHead::orderRequested);
    connect(m_copy, &QToolButton::clicked, this, &InspectorHead::copyRequested);

    auto* first = new QHBoxLayout;
    first->setSpacing(4);
    first->addWidget(m_title, 1);
    first->addWidget(m_order, 0, Qt::AlignTop);
    first->addWidget(m_copy, 0, Qt::AlignTop);
    auto* chips = new FlowLayout(nullptr, Theme::space, 6);
    for (Chip* chip : {m_state, m_severity, m_replay})
        chips->addWidget(chip);
    auto* facts = new FlowLayout(nullptr, Theme::space * 3, 4);
    const QStringList captions = {tr("Since", "caption: when a problem was opened"),
        tr("Last failed", "caption: time of the latest failure"), tr("Owner", "caption: who works on it"),
        tr("Snoozed until", "caption"), tr("Resolved", "caption: when, by whom and why"),
        tr("Evidence", "caption: what shows that it is so"), tr("Due", "caption: when the step is due"),
        tr("Order value", "caption"), tr("Flow", "caption: which kind of message"),
        tr("What it does", "caption: what a message does at its target"), tr("Error code", "caption"),
        tr("Same cause", "caption: how many open problems share the cause"),
        tr("Key at the target", "caption: the key by which the target knows the message"), tr("Runbook", "caption"),
        tr("Tags of the order", "caption: words that people put on it")};
    for (const QString& caption : captions) {
        auto* fact = new Fact(m_theme, caption, this, Fact::Shape::Stacked);
        m_facts.append(fact);
        facts->addWidget(fact);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 12, 10);
    layout->setSpacing(Theme::space);
    layout->addLayout(first);
    layout->addLayout(chips);
    layout->addWidget(m_sentence);
    auto* advice = new QVBoxLayout;
    advice->setSpacing(2);
    advice->addWidget(m_adviceCaption);
    advice->addWidget(m_advice);
    layout->addLayout(advice);
    layout->addWidget(m_runbook);
    layout->addLayout(facts);
}

void InspectorHead::setException(const Exception& it)
{
    m_title->setText(
        it.flowTitle.isEmpty() ? hopText(it.sourceSystem, it.targetSystem) : flowTitle(it.flow, it.flowTitle));
    const bool hasOrder = it.orderId != 0;
    m_order->setEnabled(hasOrder);
    m_order->setText(hasOrder ? tr("Order %1").arg(it.orderNumber) : tr("no order"));
    m_order->setAccessibleName(m_order->text());
    m_order->setToolTip(hasOrder ? KeyMap::instance().hint(tr("Open the order"), Command::OpenOrder)
                                 : tr("This message belongs to no order."));
    m_state->setState({}, chipLook(it.state), standingTitle(it));
    m_severity->setState({}, chipLook(it.severity), title(it.severity));
    m_replay->setState({}, chipLook(it.replayClass), replayTitle(it));
    m_replay->setVisible(it.state != ExceptionState::Resolved);
    m_replay->setToolTip(planText(it.replayClass));
    m_sentence->setText(exceptionSentence(it));
    if (it.id != m_id || it.state == ExceptionState::Resolved)
        setAdvice({}); // that of the same one stays until its detail is here
    if (it.id != m_id) {
        m_runbook->clear();
        m_facts.at(TagsFact)->setValue({});
    }
    m_id = it.id;
    setFacts(it);
}

void InspectorHead::setAdvice(const QString& advice)
{
    m_advice->setText(advice);
    for (QLabel* label : {m_adviceCaption, m_advice})
        label->setVisible(!advice.isEmpty());
}

void InspectorHead::setFacts(const Exception& it)
{
    const QLocale locale;
    const auto set
        = [this](FactPlace place, const QString& value, bool bad = false) { m_facts.at(place)->setValue(value, bad); };
    const QString age = formatAge(it.openedAt, m_clock.now(), locale);
    //: A moment and how long ago that was
    set(SinceFact, tr("%1, %2").arg(minuteText(it.openedAt, locale), age));
    set(LastFact, it.lastAt == it.openedAt ? QString() : minuteText(it.lastAt, locale));
    set(OwnerFact,
        it.owner.isEmpty() ? tr("nobody, team %1").arg(it.queue) : tr("%1, team %2").arg(it.owner, it.queue));
    set(SnoozedFact, minuteText(it.snoozedUntil, locale));
    set(ResolvedFact,
        it.resolution
            ? tr("%1 by %2: %3 (%4)", "when, by whom, resolution and reason")
                  .arg(minuteText(it.resolvedAt, locale), it.resolvedBy, title(*it.resolution), systemReason(it.reason))
            : QString());
    set(EvidenceFact, it.evidence);
    set(DueFact, minuteText(it.stepDueAt, locale), it.stepDueAt.isValid() && it.stepDueAt < m_clock.now());
    set(ValueFact, it.value ? formatMoney(*it.value, locale) : QString());
    set(FlowFact, it.flow);
    set(EffectFact, title(it.effectClass));
    set(CodeFact, it.errorCode);
    set(RunbookFact, it.runbook);
    set(CauseFact, {});
    set(KeyFact, {});
}

void InspectorHead::setDetail(const ExceptionDetail& detail)
{
    setException(detail.exception);
    setAdvice(failureAdvice(detail));
    m_runbook->setRunbook(detail.runbook);
    m_facts.at(TagsFact)->setValue(detail.tags.join(u", "_s));
    if (detail.sameCause > 1)
        m_facts.at(CauseFact)->setValue(tr("%Ln open", nullptr, int(detail.sameCause)));
    m_facts.at(KeyFact)->setValue(detail.idempotencyKey);
}

void InspectorHead::dress()
{
    m_copy->setIcon(m_theme.icon(u"copy"_s));
    m_order->setIcon(m_theme.icon(u"right"_s));
    inkLabel(m_title, m_theme, ColorId::Text, FontRole::Heading);
    inkLabel(m_adviceCaption, m_theme, ColorId::TextMuted, FontRole::Small);
    inkLabel(m_advice, m_theme, ColorId::Text, FontRole::Body);
    inkLabel(m_sentence, m_theme, ColorId::Text, FontRole::Body);
}
