// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/operations/operationsview.h"

#include "models/items/itemroles.h"
#include "widgets/common/banner.h"
#include "widgets/common/columnwidths.h"
#include "widgets/common/inklabel.h"
#include "widgets/common/tableview.h"
#include "widgets/common/theme.h"
#include "widgets/common/viewstates.h"
#include "widgets/operations/operationpage.h"

#include <QApplication>
#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
constexpr int gatherMs = 60;
constexpr int purposeMinimum = 200;
} // namespace

OperationsView::OperationsView(
    OperationGateway& gateway, ChangeFeed& feed, const Clock& clock, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_feed(feed)
    , m_theme(theme)
    , m_model(gateway, clock)
    , m_title(new QLabel(tr("Operations", "screen"), this))
    , m_note(new QLabel(tr("Replays that were started. They run in the database and with the relays, whether this "
                           "window is open or not."),
          this))
    , m_banner(new Banner(theme, this))
    , m_table(new TableView(theme, this))
    , m_states(new ViewStates(theme, m_table, this))
    , m_page(new OperationPage(gateway, feed, theme, this))
    , m_pages(new QStackedWidget(this))
{
    setObjectName(u"operationsView"_s);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_pages->addWidget(makeList());
    m_pages->addWidget(m_page);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    m_soon.setSingleShot(true);
    m_soon.setInterval(gatherMs);
    connect(&m_soon, &QTimer::timeout, this, &OperationsView::refresh);
    connect(&m_model, &OperationModel::answered, this, &OperationsView::showAnswer);
    connect(&m_model, &OperationModel::failed, this, &OperationsView::showFailure);
    connect(m_states, &ViewStates::retryRequested, this, &OperationsView::refresh);
    connect(m_banner, &Banner::actionRequested, this, &OperationsView::refresh);
    connect(m_page, &OperationPage::closeRequested, this, &OperationsView::backToList);
    connect(m_page, &OperationPage::ordersRequested, this, &OperationsView::ordersRequested);
    connect(m_page, &OperationPage::notice, this, &OperationsView::notice);
    connect(&m_feed, &ChangeFeed::exceptionsChanged, this, &OperationsView::refreshSoon);
    connect(&m_feed, &ChangeFeed::everything, this, &OperationsView::refreshSoon);
    connect(&theme, &Theme::changed, this, &OperationsView::dress);
    dress();
}

QWidget* OperationsView::makeList()
{
    m_note->setWordWrap(true);
    m_states->setObjectName(u"operationsStates"_s);
    m_table->setObjectName(u"operations"_s);
    m_table->setAccessibleName(tr("Operations", "screen"));
    m_table->setModel(&m_model);
    m_table->setShowsCurrentCell(false);
    m_table->setDefaultColumns(
        columnWidths(m_model, m_theme, {60, 108, purposeMinimum, 116, 124, 150, 86, 86, 86, 86}), {}, 1);
    m_table->setElasticColumn(OperationModel::ReasonColumn, purposeMinimum);
    connect(m_table, &TableView::rowActivated, this,
        [this](const QModelIndex& index) { open(index.data(ItemRoles::IdRole).toLongLong()); });
    connect(m_table, &TableView::copied, this,
        [this](const QString& text) { Q_EMIT notice(tr("Copied: %1").arg(text.section(u'\n', 0, 0))); });
    auto* head = new QVBoxLayout;
    head->setContentsMargins(16, 12, 16, 10);
    head->setSpacing(4);
    head->addWidget(m_title);
    head->addWidget(m_note);
    auto* list = new QWidget(this);
    auto* layout = new QVBoxLayout(list);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addLayout(head);
    layout->addWidget(m_states, 1);
    return list;
}

void OperationsView::refresh()
{
    m_soon.stop();
    m_dirty = false;
    m_model.refresh();
    if (m_pages->currentWidget() == m_page)
        m_page->refresh();
}

void OperationsView::refreshSoon()
{
    if (!isVisible())
        m_dirty = true;
    else if (!m_soon.isActive())
        m_soon.start();
}

void OperationsView::showAnswer()
{
    m_failed = false;
    m_banner->clear();
    if (m_model.rowCount() == 0) {
        m_states->showEmpty(u"operations"_s, tr("No operations yet"),
            tr("A replay that is started in Triage shows here, with what became of each message."));
        return;
    }
    const bool hadFocus = m_states->isAncestorOf(QApplication::focusWidget());
    m_states->showContent();
    m_table->makeCurrent(std::max(m_table->currentIndex().row(), 0));
    if (hadFocus)
        focusList();
}

void OperationsView::showFailure(const Error& error)
{
    m_failed = true;
    if (m_model.rowCount() == 0)
        m_states->showFailed(error);
    else
        m_banner->setMessage(Tone::Warning, u"alert"_s,
            tr("The list could not be brought up to date: %1").arg(error.text),
            tr("Retry", "button: ask the database again"));
}

void OperationsView::open(qint64 id)
{
    m_pages->setCurrentWidget(m_page);
    m_page->open(id);
    m_page->focusItems();
}

void OperationsView::backToList()
{
    m_pages->setCurrentIndex(0);
    focusList();
}

void OperationsView::focusList()
{
    if (m_pages->currentWidget() == m_page)
        m_page->focusItems();
    else if (m_states->state() == ViewStates::State::Content)
        m_table->setFocus(Qt::OtherFocusReason);
    else
        setFocus(Qt::OtherFocusReason);
}

bool OperationsView::isSettled() const
{
    if (m_pages->currentWidget() == m_page)
        return m_page->isSettled();
    return !m_soon.isActive() && !m_model.isLoading() && (m_model.hasAnswer() || m_failed);
}

void OperationsView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_dirty)
        refresh();
}

void OperationsView::dress()
{
    inkLabel(m_title, m_theme, ColorId::Text, FontRole::Title);
    inkLabel(m_note, m_theme, ColorId::TextMuted, FontRole::Small);
}
