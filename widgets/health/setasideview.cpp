// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/health/setasideview.h"

#include "models/domain/rejectionreason.h"
#include "models/domain/statetitles.h"
#include "models/domain/timetext.h"
#include "models/items/itemroles.h"
#include "widgets/common/banner.h"
#include "widgets/common/columnwidths.h"
#include "widgets/common/hairsplitter.h"
#include "widgets/common/inklabel.h"
#include "widgets/common/tableview.h"
#include "widgets/common/theme.h"
#include "widgets/common/viewstates.h"
#include "widgets/order/fact.h"

#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
constexpr int soonMs = 2000;
constexpr int againMs = 30'000;
constexpr int prefetchRows = 60;
constexpr int reasonMinimum = 160;
constexpr int detailLines = 9; ///< a reason of two lines, the facts, where it is kept, and the gaps
} // namespace

SetAsideView::SetAsideView(HealthSource& source, ChangeFeed& feed, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_feed(feed)
    , m_theme(theme)
    , m_model(source)
    , m_back(new QToolButton(this))
    , m_title(new QLabel(tr("Events set aside"), this))
    , m_note(new QLabel(
          tr("These could not be taken in and belong to no order. Mend them where they come from and send them again: "
             "what has been taken in already is not taken in twice."),
          this))
    , m_banner(new Banner(theme, this))
    , m_table(new TableView(theme, this))
    , m_problem(new QLabel(this))
    , m_reason(new QLabel(this))
    , m_kept(new QLabel(this))
    , m_where(new Fact(theme, tr("Where it stood", "caption: file and line of an event"), this))
    , m_times(new Fact(theme, tr("Came", "caption: how often, and when first"), this))
    , m_source(new Fact(theme, tr("Source", "caption: who published an event"), this))
    , m_event(new Fact(theme, tr("Event id", "caption: the event's id at its source"), this))
    , m_count(new QLabel(this))
    , m_asOf(new QLabel(this))
{
    setObjectName(u"setAside"_s);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_states = new ViewStates(theme, makeTable(), this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(makeHead());
    layout->addWidget(m_states, 1);
    layout->addWidget(makeFoot());

    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    m_again.setInterval(againMs);
    connect(&m_soon, &QTimer::timeout, this, &SetAsideView::refresh);
    connect(&m_again, &QTimer::timeout, this, &SetAsideView::refresh);
    connect(m_states, &ViewStates::retryRequested, &m_model, &SetAsideModel::retry);
    connect(m_banner, &Banner::actionRequested, &m_model, &SetAsideModel::retry);
    connect(&m_model, &SetAsideModel::loadingChanged, this, &SetAsideView::showStatus);
    connect(&m_model, &SetAsideModel::aboutToMerge, this, &SetAsideView::rememberPlace);
    connect(&m_model, &SetAsideModel::answered, this, &SetAsideView::showAnswer);
    connect(&m_model, &SetAsideModel::failed, this, &SetAsideView::showFailure);
    connect(&m_feed, &ChangeFeed::everything, this, &SetAsideView::refreshSoon);
    connect(&m_feed, &ChangeFeed::ordersChanged, this, &SetAsideView::refreshSoon);
    connect(&m_feed, &ChangeFeed::stateChanged, this, &SetAsideView::showStatus);
    connect(&theme, &Theme::changed, this, &SetAsideView::dress);
    dress();
    showDetail();
}

QWidget* SetAsideView::makeHead()
{
    m_back->setObjectName(u"back"_s);
    m_back->setAccessibleName(tr("Back to Health"));
    m_back->setToolTip(tr("Back to Health (Esc)"));
    m_back->setAutoRaise(true);
    m_back->setFocusPolicy(Qt::TabFocus);
    m_note->setObjectName(u"setAsideNote"_s);
    m_note->setWordWrap(true);
    connect(m_back, &QToolButton::clicked, this, &SetAsideView::closeRequested);
    auto* first = new QHBoxLayout;
    first->setSpacing(Theme::space);
    first->addWidget(m_back);
    first->addWidget(m_title, 1);
    auto* head = new QWidget(this);
    auto* layout = new QVBoxLayout(head);
    layout->setContentsMargins(16, 10, 16, 10);
    layout->setSpacing(4);
    layout->addLayout(first);
    layout->addWidget(m_note);
    return head;
}

QWidget* SetAsideView::makeTable()
{
    using Model = SetAsideModel;
    m_table->setObjectName(u"setAsideEvents"_s);
    m_table->setAccessibleName(tr("Events set aside"));
    m_table->setModel(&m_model);
    m_table->setShowsCurrentCell(false); // no filter by cells here
    m_table->setTextElideMode(Qt::ElideMiddle); // both ends of a place, an id and a reason tell them apart
    SetAsideEvent far;
    far.origin = u"ingest"_s;
    far.item = 99'999;
    const int place
        = 18 + QFontMetrics(m_theme.font(FontRole::Body)).horizontalAdvance(SetAsideModel::placeText(far, QLocale()));
    m_table->setDefaultColumns(columnWidths(m_model, m_theme, {150, 200, 260, place, 60, 130, 120, 150}),
        {Model::FirstColumn}, 1); // the details tell it
    m_table->setElasticColumn(Model::ReasonColumn, reasonMinimum);
    connect(m_table, &TableView::backRequested, this, &SetAsideView::closeRequested);
    connect(m_table, &TableView::visibleRowsChanged, this, &SetAsideView::prefetch);
    connect(m_table, &TableView::copied, this,
        [this](const QString& text) { Q_EMIT notice(tr("Copied: %1").arg(text.section(u'\n', 0, 0))); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SetAsideView::showDetail);
    auto* splitter = new HairSplitter(m_theme, Qt::Vertical, this);
    splitter->setObjectName(u"setAsideSplitter"_s);
    splitter->addWidget(m_table);
    splitter->addWidget(makeDetail());
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);
    splitter->setCollapsible(0, false);
    const int line = QFontMetrics(m_theme.font(FontRole::Body)).lineSpacing();
    splitter->setSizes({40 * line, detailLines * line});
    return splitter;
}

QWidget* SetAsideView::makeDetail()
{
    m_problem->setObjectName(u"setAsideProblem"_s);
    m_reason->setObjectName(u"setAsideReason"_s);
    m_kept->setObjectName(u"setAsideKept"_s);
    for (QLabel* label : {m_problem, m_reason, m_kept}) {
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setWordWrap(true);
    }
    auto* facts = new QHBoxLayout;
    facts->setSpacing(Theme::space * 4);
    for (Fact* fact : {m_where, m_times, m_source, m_event})
        facts->addWidget(fact);
    facts->addStretch(1);
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(16, 10, 16, 10);
    layout->setSpacing(6);
    layout->addWidget(m_problem);
    layout->addWidget(m_reason);
    layout->addLayout(facts);
    layout->addWidget(m_kept);
    layout->addStretch(1);
    auto* area = new QScrollArea(this);
    area->setObjectName(u"setAsideDetail"_s);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidgetResizable(true);
    area->setMinimumHeight(60);
    area->setWidget(page);
    return area;
}

QWidget* SetAsideView::makeFoot()
{
    m_count->setObjectName(u"setAsideCount"_s);
    m_asOf->setObjectName(u"setAsideAsOf"_s);
    auto* foot = new QWidget(this);
    auto* layout = new QHBoxLayout(foot);
    layout->setContentsMargins(16, 5, 16, 5);
    layout->addWidget(m_count);
    layout->addStretch();
    layout->addWidget(m_asOf);
    return foot;
}

// --- asking

void SetAsideView::refresh()
{
    m_soon.stop();
    m_dirty = false;
    m_model.refresh();
}

void SetAsideView::refreshSoon()
{
    if (!isVisible())
        m_dirty = true;
    else if (!m_soon.isActive())
        m_soon.start();
}

void SetAsideView::prefetch()
{
    const int last = m_table->visibleRows().second;
    // not inside the view's own layout or the model's insertion
    if (last >= 0 && last + prefetchRows > m_model.rowCount() && m_model.canFetchMore({}))
        QMetaObject::invokeMethod(
            &m_model, [this] { m_model.fetchMore({}); }, Qt::QueuedConnection);
}

// --- showing

bool SetAsideView::hasFocusInside() const
{
    const QWidget* focus = QApplication::focusWidget();
    return focus && (focus == this || m_states->isAncestorOf(focus));
}

void SetAsideView::showAnswer()
{
    m_answered = true;
    m_failed = false;
    m_banner->clear();
    const bool hadFocus = hasFocusInside();
    if (m_model.rowCount() > 0) {
        m_states->showContent();
        restorePlace();
    } else {
        m_states->showEmpty(
            u"check"_s, tr("Nothing was set aside"), tr("Every event that was sent could be taken in."));
    }
    if (hadFocus && !m_table->hasFocus())
        focusList();
    showStatus();
}

void SetAsideView::showFailure(const Error& error)
{
    if (error.kind == Failure::Cancelled)
        return;
    m_answered = true;
    m_failed = true;
    if (m_model.rowCount() == 0) {
        const bool hadFocus = hasFocusInside();
        m_states->showFailed(error);
        if (hadFocus)
            focusList();
    } else {
        m_banner->setMessage(Tone::Warning, u"alert"_s,
            tr("The list could not be brought up to date: %1").arg(error.text),
            tr("Retry", "button: ask the database again"));
    }
    showStatus();
}

QString SetAsideView::countText() const
{
    if (!m_model.hasAnswer())
        return {};
    const QLocale locale;
    const CappedCount total = m_model.total();
    QStringList parts;
    //: A count that stops at a limit, such as "10,000+ events"
    parts.append(total.more ? tr("%1+ events").arg(locale.toString(total.count))
                            : tr("%Ln event(s)", nullptr, int(total.count)));
    if (m_model.isAtRowLimit())
        parts.append(tr("the newest %1 are listed").arg(locale.toString(SetAsideModel::rowLimit)));
    return parts.join(u"  \u00b7  "_s);
}

void SetAsideView::showStatus()
{
    const QLocale locale;
    m_count->setText(countText());
    if (!m_model.hasAnswer())
        m_asOf->clear();
    else if (m_failed || m_feed.state() == ChangeFeed::State::Lost)
        m_asOf->setText(tr("Not up to date: as of %1").arg(secondText(m_model.asOf(), locale)));
    else
        //: When the list was read last, a time of day
        m_asOf->setText(tr("As of %1").arg(secondText(m_model.asOf(), locale)));
}

void SetAsideView::showDetail()
{
    const int row = m_table->currentIndex().row();
    if (row < 0 || row >= m_model.rowCount())
        return;
    const QLocale locale;
    const SetAsideEvent& event = m_model.eventAt(row);
    m_problem->setText(rejectionTitle(event.code));
    m_reason->setText(rejectionReason(event.code, event.reason));
    m_where->setValue(SetAsideModel::placeText(event, locale));
    m_times->setValue(event.count > 1
            ? tr("%Ln times, first on %1", nullptr, int(event.count)).arg(secondText(event.firstAt, locale))
            : tr("once, on %1").arg(secondText(event.firstAt, locale)));
    m_source->setValue(event.source);
    m_event->setValue(event.eventId);
    m_kept->setText(
        tr("What was sent is kept word for word in integration.rejected_event, id %1. Only administrators can "
           "read it there, since it may hold customer data.")
            .arg(event.id));
}

void SetAsideView::rememberPlace()
{
    m_place = {};
    m_place.current = m_table->currentId().toLongLong();
    if (m_table->verticalScrollBar()->value() == 0)
        return; // at the top it stays at the top
    const int top = m_table->rowAt(0);
    if (top >= 0) {
        m_place.top = m_model.eventAt(top).id;
        m_place.topOffset = m_table->rowViewportPosition(top);
    }
}

void SetAsideView::restorePlace()
{
    // what came once more was taken out and stands further up now: it is still the one looked at
    const int current = m_model.rowOf(QString::number(m_place.current));
    if (current >= 0)
        m_table->makeCurrent(current);
    else if (!m_table->currentIndex().isValid())
        m_table->makeCurrent(0);
    if (const int top = m_model.rowOf(QString::number(m_place.top)); top >= 0) {
        QScrollBar* bar = m_table->verticalScrollBar(); // rows that came above must not move what is in sight
        bar->setValue(bar->value() + m_table->rowViewportPosition(top) - m_place.topOffset);
    }
    m_place = {};
    showDetail();
}

void SetAsideView::focusList()
{
    if (m_states->state() == ViewStates::State::Content)
        m_table->setFocus(Qt::OtherFocusReason);
    else
        setFocus(Qt::OtherFocusReason);
}

void SetAsideView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested();
    else
        QWidget::keyPressEvent(event);
}

void SetAsideView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_again.start();
    if (m_dirty)
        refresh();
}

void SetAsideView::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_again.stop();
    m_soon.stop();
    m_dirty = true; // it is read anew when it is looked at again
}

void SetAsideView::dress()
{
    m_back->setIcon(m_theme.icon(u"back"_s));
    inkLabel(m_title, m_theme, ColorId::Text, FontRole::Title);
    inkLabel(m_note, m_theme, ColorId::TextMuted, FontRole::Small);
    inkLabel(m_problem, m_theme, ColorId::Text, FontRole::Heading);
    inkLabel(m_reason, m_theme, ColorId::Text, FontRole::Body);
    inkLabel(m_kept, m_theme, ColorId::TextMuted, FontRole::Small);
    for (QLabel* label : {m_count, m_asOf})
        inkLabel(label, m_theme, ColorId::TextMuted, FontRole::Small);
}
