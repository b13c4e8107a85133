// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/triage/groupinspector.h"

#include "models/domain/exceptionnames.h"
#include "models/domain/exceptiontitles.h"
#include "models/domain/hinttext.h"
#include "models/domain/statetitles.h"
#include "models/domain/systemreason.h"
#include "models/domain/timetext.h"
#include "models/domain/whenfinished.h"
#include "models/items/ordertexts.h"
#include "widgets/common/banner.h"
#include "widgets/common/chip.h"
#include "widgets/common/columnwidths.h"
#include "widgets/common/flowlayout.h"
#include "widgets/common/inklabel.h"
#include "widgets/common/tableview.h"
#include "widgets/order/fact.h"
#include "widgets/triage/groupsample.h"
#include "widgets/triage/notelist.h"
#include "widgets/triage/runbookcard.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace {

/// Tabs that take what height is left. Those of Qt ask for what their pages would like, and what is above them is cut.
class LeftoverTabs : public QTabWidget
{
public:
    using QTabWidget::QTabWidget;
    bool hasHeightForWidth() const override { return false; }
};

enum GroupFact {
    GroupCountFact,
    GroupValueFact,
    GroupDueFact,
    GroupFirstFact,
    GroupLastFact,
    GroupOwnerFact,
    GroupWatchersFact,
    GroupStateFact,
    GroupFlowFact,
    GroupRunbookFact
};
enum GroupTab { SampleTab, PartsTab, GroupNotesTab, GroupHistoryTab };

constexpr int groupStayMs = 90;

} // namespace

GroupInspector::GroupInspector(GroupSource& source, const Clock& clock, const Theme& theme, QWidget* parent)
    : Pane(parent)
    , m_source(source)
    , m_clock(clock)
    , m_theme(theme)
    , m_pages(new QStackedWidget(this))
    , m_nothing(new QLabel(tr("Choose a group to see what is the matter"), this))
{
    setObjectName(u"groupInspector"_s);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setMinimumWidth(320);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_pages->addWidget(m_nothing);
    m_pages->addWidget(makePage());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    m_staying.setSingleShot(true);
    m_staying.setInterval(groupStayMs);
    connect(&m_staying, &QTimer::timeout, this, &GroupInspector::read);
    connect(&theme, &Theme::changed, this, &GroupInspector::dress);
    dress();
}

QWidget* GroupInspector::makePage()
{
    auto* page = new Pane(this);
    m_title = new QLabel(page);
    m_title->setObjectName(u"groupTitle"_s);
    m_open = new QPushButton(tr("Show the problems"), page);
    m_open->setObjectName(u"groupOpen"_s);
    m_open->setToolTip(tr("List what is in this group (Enter)"));
    m_state = new Chip(m_theme, page);
    m_kind = new Chip(m_theme, page);
    m_why = new QLabel(page);
    m_why->setObjectName(u"groupWhy"_s);
    m_helped = new QLabel(page);
    m_helped->setObjectName(u"groupHelped"_s);
    for (QLabel* label : {m_title, m_why, m_helped}) {
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setWordWrap(true);
    }
    auto* chips = new FlowLayout(nullptr, Theme::space, 6);
    chips->addWidget(m_state);
    chips->addWidget(m_kind);
    auto* facts = new FlowLayout(nullptr, Theme::space * 3, 4);
    for (const QString& caption : {tr("Open problems", "caption: how many"), tr("Value of their orders", "caption"),
             tr("First due", "caption: when the first of its orders misses a target"), tr("First seen", "caption"),
             tr("Last failed", "caption: time of the latest failure"), tr("Owner", "caption: who works on it"),
             tr("Watchers", "caption: who wants to know"), tr("State", "caption: of a group, with what belongs to it"),
             tr("Flow", "caption: which kind of message"), tr("Runbook", "caption")}) {
        m_facts.append(new Fact(m_theme, caption, page, Fact::Shape::Stacked));
        facts->addWidget(m_facts.constLast());
    }
    m_banner = new Banner(m_theme, page);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(16, 12, 12, 10);
    head->setSpacing(Theme::space);
    auto* first = new QHBoxLayout;
    first->addWidget(m_title, 1);
    first->addWidget(m_open, 0, Qt::AlignTop);
    head->addLayout(first);
    head->addLayout(chips);
    head->addWidget(m_why);
    head->addWidget(m_helped);
    m_runbook = new RunbookCard(m_theme, page);
    m_runbook->setMostHeight(110);
    head->addWidget(m_runbook);
    head->addLayout(facts);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addLayout(head);
    layout->addWidget(makeTabs(), 1);
    connect(m_open, &QPushButton::clicked, this, &GroupInspector::openRequested);
    connect(m_banner, &Banner::actionRequested, this, &GroupInspector::read);
    return page;
}

QWidget* GroupInspector::makeTabs()
{
    m_tabs = new LeftoverTabs(this);
    m_tabs->setObjectName(u"groupTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->setMinimumHeight(140);
    m_tabs->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_tabs->setAccessibleName(tr("Parts of the group"));
    m_tabs->tabBar()->setAccessibleName(m_tabs->accessibleName());
    m_tabs->tabBar()->setExpanding(false);
    m_parts = new QListWidget(this);
    m_parts->setObjectName(u"groupParts"_s);
    m_parts->setAccessibleName(tr("What they have in common"));
    m_parts->setFrameShape(QFrame::NoFrame);
    m_change = new QLabel(this);
    m_change->setObjectName(u"groupChange"_s);
    m_change->setWordWrap(true);
    m_undo = new QPushButton(tr("Undo", "button: take back a merge or a split of groups"), this);
    m_undo->setObjectName(u"groupUndo"_s);
    m_undo->setToolTip(tr("Undo the last merge or split (Z)"));
    auto* changes = new QHBoxLayout;
    changes->setContentsMargins(16, 8, 12, 4);
    changes->addWidget(m_change, 1);
    changes->addWidget(m_undo, 0, Qt::AlignTop);
    auto* parts = new QWidget(this);
    auto* layout = new QVBoxLayout(parts);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(changes);
    auto* made = new QHBoxLayout;
    made->setContentsMargins(12, 4, 12, 8);
    made->addWidget(m_parts);
    layout->addLayout(made, 1);
    m_sample = new GroupSampleCard(m_theme, this);
    m_notes = new NoteList(m_theme, this);
    const auto scrolled = [this](QWidget* widget, const QString& name) {
        auto* scroll = new QScrollArea(this);
        scroll->setWidgetResizable(true);
        scroll->setFrameShape(QFrame::NoFrame);
        scroll->setWidget(widget);
        scroll->setAccessibleName(name);
        return scroll;
    };
    m_auditTable = new TableView(m_theme, this);
    m_auditTable->setObjectName(u"groupHistory"_s);
    m_auditTable->setAccessibleName(tr("What was done to it"));
    m_auditTable->setModel(&m_audit);
    m_auditTable->setShowsCurrentCell(false);
    m_auditTable->setDefaultColumns(columnWidths(m_audit, m_theme, {120, 90, 130, 200}), {}, 1);
    m_auditTable->horizontalHeader()->setStretchLastSection(true);
    m_tabs->addTab(scrolled(m_sample, tr("Sample of the group")), {});
    m_tabs->addTab(parts, {});
    m_tabs->addTab(scrolled(m_notes, tr("Notes")), {});
    m_tabs->addTab(m_auditTable, {});
    connect(m_sample, &GroupSampleCard::openRequested, this, &GroupInspector::sampleRequested);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        if (m_detail && !m_detail->changes.isEmpty())
            Q_EMIT undoRequested(m_detail->changes.constFirst().id);
    });
    connect(m_auditTable, &TableView::backRequested, this, &GroupInspector::left);
    return m_tabs;
}

void GroupInspector::setGroup(const ExceptionGroup* group)
{
    if (!group) {
        ++m_generation;
        m_reading = false;
        m_staying.stop();
        m_group = {};
        m_pages->setCurrentIndex(0);
        return;
    }
    m_pages->setCurrentIndex(1);
    if (group->id == m_group.id && *group == m_group)
        return;
    if (group->id != m_group.id) { // nothing of the one before may stand under this one's name
        m_detail.reset();
        m_banner->clear();
        m_runbook->clear();
        m_sample->clear();
        m_parts->clear();
        m_change->hide();
        m_undo->hide();
        m_notes->setNotes({});
        m_audit.setEntries({});
        dress();
    }
    showGroup(*group);
    m_staying.start();
}

void GroupInspector::refresh()
{
    if (m_group.id != 0 && m_pages->currentIndex() == 1 && !m_staying.isActive())
        read();
}

void GroupInspector::read()
{
    m_reading = true;
    whenFinished(m_source.groupDetail(m_group.id), this,
        [this, generation = ++m_generation](const Outcome<GroupDetail>& detail) {
            if (generation != m_generation)
                return;
            m_reading = false;
            if (detail)
                showDetail(detail.value());
            else if (detail.error().kind != Failure::Cancelled)
                m_banner->setMessage(Tone::Warning, u"alert"_s,
                    tr("The group could not be read: %1").arg(detail.error().text), tr("Retry", "button"));
        });
}

void GroupInspector::showGroup(const ExceptionGroup& group)
{
    m_group = group;
    const QLocale locale;
    m_title->setText(groupTitle(group));
    m_state->setState({}, chipLook(group.state), title(group.state));
    m_kind->setState({}, chipLook(group.kind), title(group.kind));
    m_why->setText(tr("Together because of: %1").arg(whyGrouped(group)));
    showHelped();
    QStringList values;
    for (const Money& value : group.values)
        values.append(formatMoney(value, locale));
    const auto set
        = [this](GroupFact place, const QString& value, bool bad = false) { m_facts.at(place)->setValue(value, bad); };
    set(GroupCountFact, locale.toString(group.count));
    set(GroupValueFact, values.join(u" \u00b7 "_s));
    set(GroupDueFact, minuteText(group.dueAt, locale), group.dueAt.isValid() && group.dueAt < m_clock.now());
    set(GroupFirstFact, minuteText(group.firstAt, locale));
    set(GroupLastFact, minuteText(group.lastAt, locale));
    const QString owner = group.owner.isEmpty() ? tr("nobody", "who owns a group of problems") : group.owner;
    // groups of several flows have no team, nor have flows that nobody described
    set(GroupOwnerFact, group.team.isEmpty() ? owner : tr("%1, team %2").arg(owner, group.team));
    set(GroupWatchersFact, group.watchers.join(u", "_s));
    QString state;
    if (group.state == GroupState::Waiting || group.state == GroupState::Archived)
        state = groupStanding(group, minuteText(group.until, locale), locale);
    else if (group.escalated)
        state = tr("back by itself");
    else if (group.resolution)
        state = u"%1: %2"_s.arg(title(*group.resolution), group.reason);
    set(GroupStateFact, state);
    set(GroupFlowFact, group.flow);
    set(GroupRunbookFact, group.runbook);
}

void GroupInspector::showDetail(const GroupDetail& detail)
{
    m_banner->clear();
    ExceptionGroup whole = detail.group; // the list knows how many match what was asked for
    whole.count = m_group.count;
    whole.values = m_group.values;
    whole.share = m_group.share;
    m_detail = detail;
    showGroup(whole);
    m_sample->setSample(detail.sample);
    m_parts->clear();
    for (const GroupFacet& facet : detail.facets) {
        const QString name = facet.field == "channel"_L1 ? tr("Channel %1", "a sales channel")
            : facet.field == "target"_L1                 ? tr("Target %1", "where messages are delivered to")
                                                         : tr("Code %1", "code of an error");
        m_parts->addItem(
            u"%1   %2"_s.arg(locale().toString(facet.count), name.arg(channelTitle(facet.value, facet.title))));
    }
    const bool changed = !detail.changes.isEmpty();
    m_change->setVisible(changed);
    m_undo->setVisible(changed);
    if (changed)
        m_change->setText(changeText(detail.changes.constFirst()));
    m_runbook->setRunbook(detail.runbook);
    m_notes->setNotes(detail.comments);
    m_audit.setEntries(detail.audit);
    dress();
    Q_EMIT detailRead(detail);
}

/// How all of it was resolved, which is known at once; and how often a replay worked the last times.
void GroupInspector::showHelped()
{
    QStringList resolved;
    for (auto at = m_group.resolved.cbegin(); at != m_group.resolved.cend(); ++at)
        resolved.append(u"%1 %2"_s.arg(title(at.key()), QLocale().toString(at.value())));
    QStringList tried;
    if (m_detail)
        for (const PastRemedy& remedy : m_detail->remedies)
            if (!resolutionFromText(remedy.kind)) // what people say that they did always worked
                tried.append(remedyText(remedy));
    QStringList lines;
    if (!resolved.isEmpty())
        lines.append(tr("So far: %1").arg(resolved.join(u", "_s)));
    if (!tried.isEmpty())
        lines.append(tried.join(u" \u00b7 "_s));
    m_helped->setText(lines.join(u'\n'));
    m_helped->setVisible(!lines.isEmpty());
}

QString GroupInspector::changeText(const GroupChange& change) const
{
    const QString when = minuteText(change.at, locale());
    if (change.merged)
        return tr("%Ln group(s) merged by %1, %2", nullptr, int(change.groups.size()) + 1).arg(change.actor, when);
    return change.into == m_group.id
        ? tr("Split off by %1, %2: what has %3 \u201c%4\u201d").arg(change.actor, when, change.field, change.value)
        : tr("What has %3 \u201c%4\u201d was split off by %1, %2").arg(change.actor, when, change.field, change.value);
}

void GroupInspector::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QWidget::keyPressEvent(event);
}

void GroupInspector::dress()
{
    const auto named = [this](const QString& name, qsizetype count) {
        return count == 0 ? name : u"%1  %2"_s.arg(name, locale().toString(count));
    };
    m_tabs->setTabText(SampleTab, tr("Sample", "tab: one problem of a group"));
    m_tabs->setTabText(PartsTab, tr("Made of", "tab: the channels, targets and codes in a group"));
    m_tabs->setTabText(GroupNotesTab, named(tr("Notes", "tab"), m_detail ? m_detail->comments.size() : 0));
    m_tabs->setTabText(GroupHistoryTab, named(tr("History", "tab"), m_detail ? m_detail->audit.size() : 0));
    inkLabel(m_nothing, m_theme, ColorId::TextMuted, FontRole::Body);
    inkLabel(m_title, m_theme, ColorId::Text, FontRole::Heading);
    inkLabel(m_why, m_theme, ColorId::TextSecondary, FontRole::Body);
    inkLabel(m_helped, m_theme, ColorId::Text, FontRole::Body);
    inkLabel(m_change, m_theme, ColorId::TextSecondary, FontRole::Body);
}
