// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tags/tagpanel.h"

#include "models/domain/systemreason.h"
#include "models/domain/whenfinished.h"
#include "widgets/common/flowlayout.h"
#include "widgets/common/inklabel.h"
#include "widgets/tags/tagline.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int tagPanelWidth = 520;
constexpr int tagsFromTop = 96;
} // namespace

TagPanel::TagPanel(OrderTags& source, const Theme& theme, QWidget* window)
    : Overlay(theme, window)
    , m_source(source)
    , m_heading(new QLabel(panel()))
    , m_chips(new QWidget(panel()))
    , m_line(new TagLine(theme, panel()))
    , m_reason(new QLineEdit(panel()))
    , m_problem(new QLabel(panel()))
    , m_cancel(new QPushButton(tr("Cancel", "button: do nothing"), panel()))
    , m_apply(new QPushButton(tr("Apply", "button: change the tags of orders"), panel()))
{
    setObjectName(u"tagPanel"_s);
    build();
    connect(m_line, &TagLine::typed, this, &TagPanel::plan);
    connect(m_line, &TagLine::done, this, &TagPanel::apply);
    connect(m_apply, &QPushButton::clicked, this, &TagPanel::apply);
    connect(m_cancel, &QPushButton::clicked, this, &Overlay::close);
}

void TagPanel::build()
{
    m_heading->setObjectName(u"tagHeading"_s);
    m_heading->setTextFormat(Qt::PlainText);
    m_heading->setWordWrap(true);
    m_heading->setFont(m_theme.font(FontRole::Title));
    m_chips->setObjectName(u"tagButtons"_s);
    auto* chips = new FlowLayout(m_chips, 6, 6);
    chips->setContentsMargins(0, 0, 0, 0);
    m_line->setPlaceholderText(tr("A tag such as vip; -vip takes it away"));
    m_line->setAccessibleName(tr("Tag to put on them"));
    m_reason->setObjectName(u"tagReason"_s);
    m_reason->setPlaceholderText(tr("Why, for the audit trail (may stay empty)"));
    m_reason->setAccessibleName(tr("Reason"));
    m_problem->setObjectName(u"tagProblem"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    inkLabel(m_problem, m_theme, ColorId::BadText, FontRole::Body);
    m_apply->setObjectName(u"tagApply"_s);
    m_apply->setDefault(true);
    m_apply->setToolTip(u"Ctrl+Enter"_s);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_apply);
    auto* layout = new QVBoxLayout(panel());
    layout->setContentsMargins(24, 20, 24, 18);
    layout->setSpacing(12);
    layout->addWidget(m_heading);
    layout->addWidget(m_chips);
    layout->addWidget(m_line);
    layout->addWidget(m_reason);
    layout->addWidget(m_problem);
    layout->addLayout(buttons);
}

void TagPanel::ask(const QList<qint64>& orders, const QString& what)
{
    m_orders = orders;
    m_counts.clear();
    m_plans.clear();
    //: Heading; %1 is "order 10412" or "3 orders"
    m_heading->setText(tr("Tags of %1").arg(what));
    setAccessibleName(m_heading->text());
    m_line->clear();
    m_reason->clear();
    say({});
    showTags();
    open();
    m_line->setFocus(Qt::OtherFocusReason);
    read();
}

void TagPanel::read()
{
    ++m_generation;
    m_asking += 2;
    whenFinished(m_source.inUse(), this, [this](const Outcome<QStringList>& tags) {
        --m_asking;
        if (tags) // else nothing is completed
            m_line->setKnown(tags.value());
    });
    whenFinished(m_source.ofOrders(m_orders), this,
        [this, generation = m_generation](const Outcome<QHash<qint64, QStringList>>& tags) {
            --m_asking;
            if (generation != m_generation)
                return;
            if (!tags) {
                say(tr("The tags could not be read: %1").arg(tags.error().text));
                return;
            }
            for (const QStringList& ofOne : tags.value())
                for (const QString& tag : ofOne)
                    ++m_counts[tag];
            showTags();
        });
}

void TagPanel::plan(const QString& typed)
{
    const bool away = typed.startsWith(u'-');
    const QString tag = tagOf(away ? typed.sliced(1) : typed);
    if (tag.isEmpty()) {
        say(tr("\u201c%1\u201d is no tag: up to %2 letters, digits, hyphens, underscores and points.")
                .arg(typed, locale().toString(OrderTags::longest)));
        m_line->setText(typed); // to be mended
        return;
    }
    say({});
    m_plans[tag] = away ? Plan::Remove : Plan::Add;
    if (away && !m_counts.contains(tag))
        m_plans.remove(tag); // none of them has it
    showTags();
}

/// What some have: for all, for none, and as it is; what all have: for none, and as it is.
void TagPanel::turn(const QString& tag)
{
    const int count = m_counts.value(tag);
    switch (m_plans.value(tag, Plan::Keep)) {
    case Plan::Keep:
        m_plans[tag] = count == m_orders.size() ? Plan::Remove : Plan::Add;
        break;
    case Plan::Add:
        if (count > 0)
            m_plans[tag] = Plan::Remove;
        else
            m_plans.remove(tag);
        break;
    case Plan::Remove:
        m_plans.remove(tag);
        break;
    }
    showTags();
}

void TagPanel::showTags()
{
    QStringList tags = m_counts.keys();
    for (auto at = m_plans.keyBegin(); at != m_plans.keyEnd(); ++at)
        if (!tags.contains(*at))
            tags.append(*at);
    tags.sort();
    const auto* before = qobject_cast<QToolButton*>(QWidget::focusWidget());
    const QString focused = before ? before->property("tag").toString() : QString();
    while (QLayoutItem* item = m_chips->layout()->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // its click may be what brought us here
        delete item;
    }
    for (const QString& tag : std::as_const(tags)) {
        const Plan plan = m_plans.value(tag, Plan::Keep);
        const int count = m_counts.value(tag);
        auto* button = new QToolButton(m_chips);
        button->setProperty("tag", tag);
        button->setObjectName(u"tag_"_s + tag);
        button->setCheckable(true);
        button->setChecked(plan != Plan::Keep);
        button->setFocusPolicy(Qt::TabFocus);
        const QString some = count > 0 && count < m_orders.size()
            ? tr("%1 (%2 of %3)", "a tag, and how many of the orders have it")
                  .arg(tag, locale().toString(count), locale().toString(m_orders.size()))
            : tag;
        button->setText(plan == Plan::Add ? u"+ "_s + tag : plan == Plan::Remove ? u"\u2212 "_s + tag : some);
        QFont font = m_theme.font(FontRole::Body);
        font.setStrikeOut(plan == Plan::Remove);
        button->setFont(font);
        button->setIcon(m_theme.icon(u"bookmark"_s, ColorId::TextMuted));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        const QString meaning = plan == Plan::Add ? tr("%1: will be put on all of them").arg(tag)
            : plan == Plan::Remove                ? tr("%1: will be taken away").arg(tag)
                                                  : tr("%1: stays as it is").arg(some);
        button->setAccessibleName(meaning);
        button->setToolTip(meaning);
        connect(button, &QToolButton::clicked, this, [this, tag] { turn(tag); });
        m_chips->layout()->addWidget(button);
        button->show();
        if (tag == focused)
            button->setFocus(Qt::OtherFocusReason);
    }
    m_chips->setVisible(!tags.isEmpty());
    showState();
}

void TagPanel::showState()
{
    m_apply->setEnabled(m_asking == 0 || !m_plans.isEmpty());
    place();
    update();
}

void TagPanel::say(const QString& problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    place();
    update();
}

QStringList TagPanel::planned(Plan plan) const
{
    return m_plans.keys(plan);
}

void TagPanel::apply()
{
    if (!m_line->text().trimmed().isEmpty())
        plan(m_line->text().trimmed());
    if (!m_problem->isHidden() && !m_line->text().isEmpty())
        return; // what is there is no tag
    if (m_plans.isEmpty()) {
        close();
        return;
    }
    ++m_asking;
    whenFinished(m_source.change(m_orders, planned(Plan::Add), planned(Plan::Remove), m_reason->text().trimmed()), this,
        [this](const Outcome<QList<TagResult>>& results) {
            --m_asking;
            if (results)
                takeResults(results.value());
            else
                say(results.error().kind == Failure::InDoubt
                        ? tr("The answer was lost: it may have been done. Look at the orders before you do it again.")
                        : tr("Nothing was changed: %1").arg(systemReason(results.error().text)));
        });
}

void TagPanel::takeResults(const QList<TagResult>& results)
{
    const auto refused = std::ranges::find(results, false, &TagResult::done);
    const int done = int(std::ranges::count(results, true, &TagResult::done));
    if (done > 0)
        Q_EMIT changed(results);
    if (refused != results.end()) {
        const int others = int(results.size()) - done;
        say(tr("%Ln not changed: %1", "orders", others).arg(systemReason(refused->why)));
        return;
    }
    close();
    Q_EMIT notice(tr("%Ln order(s) tagged.", nullptr, done));
}

QRect TagPanel::panelRect(const QSize& area) const
{
    const int width = std::min(tagPanelWidth, area.width() - 40);
    const int height = panel()->layout()->totalHeightForWidth(width);
    return {(area.width() - width) / 2, tagsFromTop, width, std::max(height, panel()->minimumSizeHint().height())};
}

QList<QWidget*> TagPanel::ring() const
{
    QList<QWidget*> widgets{m_line};
    for (int i = 0; i < m_chips->layout()->count(); ++i)
        widgets.append(m_chips->layout()->itemAt(i)->widget());
    widgets.append({m_reason, m_cancel, m_apply});
    return widgets;
}

bool TagPanel::focusNextPrevChild(bool next)
{
    const QList<QWidget*> widgets = ring();
    const auto at = widgets.indexOf(focusWidget());
    widgets.at((at + (next ? 1 : widgets.size() - 1)) % widgets.size())->setFocus(Qt::TabFocusReason);
    return true;
}

void TagPanel::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && (event->modifiers() & Qt::ControlModifier || focusWidget() == m_reason)) {
        apply();
        event->accept();
        return;
    }
    Overlay::keyPressEvent(event);
}
