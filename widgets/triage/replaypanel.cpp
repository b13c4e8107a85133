// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/triage/replaypanel.h"

#include "models/domain/operationtexts.h"
#include "models/domain/whenfinished.h"
#include "widgets/common/banner.h"
#include "widgets/common/columnwidths.h"
#include "widgets/common/hairsplitter.h"
#include "widgets/common/inklabel.h"
#include "widgets/common/tableview.h"
#include "widgets/common/viewstates.h"
#include "widgets/operations/operationpage.h"
#include "widgets/triage/planlines.h"
#include "widgets/triage/planoptions.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
constexpr int sideWidth = 500;
}

ReplayPanel::ReplayPanel(OperationGateway& gateway, ChangeFeed& feed, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_gateway(gateway)
    , m_theme(theme)
    , m_pages(new QStackedWidget(this))
    , m_page(new OperationPage(gateway, feed, theme, this))
    , m_back(new QToolButton(this))
    , m_title(new QLabel(this))
    , m_scope(new QLabel(this))
    , m_lines(new PlanLines(theme, this))
    , m_sum(new QLabel(this))
    , m_options(new PlanOptions(theme, this))
    , m_approval(new QLabel(this))
    , m_edge(new QFrame(this))
    , m_reasonCaption(new QLabel(tr("Reason", "caption: why a replay is started"), this))
    , m_reason(new QLineEdit(this))
    , m_start(new QPushButton(this))
    , m_cancel(new QPushButton(tr("Cancel", "button: leave the plan"), this))
    , m_frozen(new QLabel(this))
    , m_banner(new Banner(theme, this))
    , m_table(new TableView(theme, this))
{
    setObjectName(u"replayPanel"_s);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_pages->addWidget(makePlan());
    m_pages->addWidget(m_page);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    connect(m_back, &QToolButton::clicked, this, &ReplayPanel::closeRequested);
    connect(m_cancel, &QPushButton::clicked, this, &ReplayPanel::closeRequested);
    connect(m_start, &QPushButton::clicked, this, &ReplayPanel::start);
    connect(m_reason, &QLineEdit::textChanged, this, &ReplayPanel::enable);
    connect(m_lines, &PlanLines::changed, this, &ReplayPanel::enable);
    connect(m_options, &PlanOptions::changed, this, &ReplayPanel::enable);
    connect(m_states, &ViewStates::retryRequested, this, &ReplayPanel::preview);
    connect(m_states, &ViewStates::emptyActionRequested, this, &ReplayPanel::closeRequested);
    connect(m_page, &OperationPage::closeRequested, this, &ReplayPanel::closeRequested);
    connect(m_page, &OperationPage::ordersRequested, this, &ReplayPanel::ordersRequested);
    connect(m_page, &OperationPage::notice, this, &ReplayPanel::notice);
    connect(m_banner, &Banner::actionRequested, this, &ReplayPanel::lookWhetherItStarted);
    connect(&theme, &Theme::changed, this, &ReplayPanel::dress);
    dress();
}

QWidget* ReplayPanel::makeSide()
{
    m_scope->setObjectName(u"replayScope"_s);
    m_scope->setTextFormat(Qt::PlainText);
    m_sum->setObjectName(u"replaySum"_s);
    m_options->setObjectName(u"replayOptions"_s);
    m_approval->setObjectName(u"replayApproval"_s);
    m_approval->setTextFormat(Qt::PlainText);
    m_reason->setObjectName(u"replayReason"_s);
    m_reason->setAccessibleName(m_reasonCaption->text());
    m_reasonCaption->setBuddy(m_reason);
    m_start->setObjectName(u"replayStart"_s);
    m_start->setDefault(true);
    m_start->setAutoDefault(false);
    m_cancel->setObjectName(u"replayCancel"_s);
    m_cancel->setAutoDefault(false);
    m_cancel->setAccessibleName(m_cancel->text());
    m_cancel->setToolTip(tr("Leave the plan; nothing is sent (Esc)"));
    for (QLabel* label : {m_scope, m_sum, m_approval, m_frozen})
        label->setWordWrap(true);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(Theme::space);
    buttons->addWidget(m_start);
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(16, 4, 24, 12);
    layout->setSpacing(Theme::space);
    layout->addWidget(m_scope);
    layout->addWidget(m_lines);
    layout->addSpacing(4);
    layout->addWidget(m_sum);
    layout->addWidget(m_options);
    layout->addStretch(1);
    auto* area = new QScrollArea(this);
    area->setObjectName(u"replaySide"_s);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(page);
    auto* last = new QVBoxLayout; // what decides is always to be seen, however long the plan is
    last->setContentsMargins(16, 8, 24, 12);
    last->setSpacing(Theme::space);
    last->addWidget(m_reasonCaption);
    last->addWidget(m_reason);
    last->addWidget(m_approval);
    last->addLayout(buttons);
    last->addWidget(m_frozen);
    auto* side = new QWidget(this);
    side->setMinimumWidth(380);
    auto* parts = new QVBoxLayout(side);
    parts->setContentsMargins(0, 0, 0, 0);
    parts->setSpacing(0);
    m_edge->setFrameStyle(int(QFrame::HLine) | int(QFrame::Plain));
    parts->addWidget(area, 1);
    parts->addWidget(m_edge);
    parts->addLayout(last);
    return side;
}

QWidget* ReplayPanel::makePlan()
{
    using Model = OperationItemModel;
    m_back->setObjectName(u"replayBack"_s);
    m_back->setAccessibleName(tr("Back to the list"));
    m_back->setToolTip(tr("Back to the list; nothing is sent (Esc)"));
    m_back->setAutoRaise(true);
    m_back->setFocusPolicy(Qt::TabFocus);
    m_table->setObjectName(u"replayItems"_s);
    m_table->setAccessibleName(tr("Messages of the plan"));
    m_table->setModel(&m_items);
    m_table->setShowsCurrentCell(false);
    m_table->setDefaultColumns(columnWidths(m_items, m_theme, {90, 200, 160, 100, 100, 100}),
        {Model::StateColumn, Model::OutcomeColumn, Model::TimeColumn}, 1); // nothing has happened yet
    m_table->setElasticColumn(Model::FlowColumn, 160);
    connect(m_table, &TableView::backRequested, this, &ReplayPanel::closeRequested);
    auto* splitter = new HairSplitter(m_theme, Qt::Horizontal, this);
    splitter->setObjectName(u"replaySplitter"_s);
    splitter->addWidget(makeSide());
    splitter->addWidget(m_table);
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({sideWidth, 700});
    m_states = new ViewStates(m_theme, splitter, this);
    m_states->setObjectName(u"replayStates"_s);
    m_banner->setObjectName(u"replayBanner"_s);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(16, 12, 16, 10);
    head->setSpacing(Theme::space);
    head->addWidget(m_back);
    head->addWidget(m_title, 1);
    auto* plan = new QWidget(this);
    auto* layout = new QVBoxLayout(plan);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addLayout(head);
    layout->addWidget(m_states, 1);
    return plan;
}

// --- the plan

void ReplayPanel::plan(const QString& scope, const QList<qint64>& transactions, OperationKind kind)
{
    ++m_generation;
    m_kind = kind;
    m_request = QUuid::createUuid();
    m_transactions = transactions;
    m_previewed = {};
    m_starting = false;
    sayWhat();
    m_scope->setText(scope);
    m_reason->clear();
    m_items.setItems({}, true);
    m_pages->setCurrentIndex(0);
    m_states->showLoading();
    m_banner->clear();
    preview();
    setFocus(Qt::OtherFocusReason);
}

void ReplayPanel::preview()
{
    m_planning = true;
    m_states->showLoading();
    // the same request again, should the answer get lost, is the same plan
    whenFinished(asks() ? m_gateway.previewVerify(m_request, m_transactions)
                        : m_gateway.previewReplay(m_request, m_transactions),
        this, [this, generation = m_generation](const Outcome<Operation>& operation) {
            if (generation == m_generation)
                takePreview(operation);
        });
}

void ReplayPanel::takePreview(const Outcome<Operation>& operation)
{
    m_planning = false;
    if (!operation) {
        m_states->showFailed(operation.error());
        return;
    }
    m_previewed = operation.value();
    if (m_previewed.total == 0) {
        m_states->showEmpty(u"check"_s, asks() ? tr("There is nothing to ask about") : tr("There is nothing to send"),
            tr("None of these messages exists any more, or they are resolved."), tr("Back to the list"));
        return;
    }
    m_lines->setPlan(m_previewed);
    m_options->setPlan(m_previewed);
    enable();
    m_states->showContent();
    focusInside();
    whenFinished(m_gateway.items(m_previewed.id, OperationPage::listed), this,
        [this, generation = m_generation](const Outcome<QList<OperationItem>>& items) {
            if (generation == m_generation && items)
                m_items.setItems(items.value(), true, m_kind);
        });
}

QString ReplayPanel::missing() const
{
    if (m_starting)
        return tr("It is being started.");
    if (asks())
        return m_lines->sending() == 0 ? tr("None of these can be asked about.") : QString();
    if (m_lines->sending() == 0)
        return tr("The plan sends nothing.");
    if (QString missing = m_options->missing(); !missing.isEmpty())
        return missing;
    return m_reason->text().trimmed().isEmpty() ? tr("A reason is needed.") : QString();
}

QStringList ReplayPanel::approvalReasons() const
{
    return OperationTexts::approvalReasons(m_previewed, m_lines->classes(), QLocale());
}

void ReplayPanel::enable()
{
    if (asks()) {
        enableQuestion();
        return;
    }
    const qint64 sending = m_lines->sending();
    const qint64 rest = m_lines->total() - sending;
    const QString sent = tr("%Ln message(s) will be sent", nullptr, int(sending));
    //: How many are sent, how many are not
    m_sum->setText(
        rest > 0 ? tr("%1, %2.").arg(sent, tr("%Ln left out", "messages of a plan", int(rest))) : sent + u'.');
    const QStringList reasons = approvalReasons();
    m_approval->setText(reasons.isEmpty()
            ? tr("Nobody else has to approve it.")
            : QString(tr("Somebody else has to approve it.") + u'\n' + reasons.join(u'\n')));
    inkLabel(m_approval, m_theme, reasons.isEmpty() ? ColorId::TextMuted : ColorId::WarningText, FontRole::Body);
    m_start->setText(sending == 0 ? tr("Start", "button: start a replay")
            : !reasons.isEmpty()
            ? tr("Ask for approval: %Ln", "button: a replay that somebody else approves", int(sending))
            : tr("Start: send %Ln", "button: start a replay", int(sending)));
    m_start->setAccessibleName(m_start->text());
    const QString what = missing();
    m_start->setEnabled(what.isEmpty());
    m_start->setToolTip(!what.isEmpty() ? what
            : reasons.isEmpty()         ? tr("Start the replay as it is planned here (Ctrl+Enter)")
                                        : tr("Ask for approval of the replay as it is planned here (Ctrl+Enter)"));
}

// --- from the plan to the operation

void ReplayPanel::start()
{
    if (!missing().isEmpty())
        return;
    m_starting = true;
    m_banner->clear();
    enable();
    ReplayOptions options = asks() ? ReplayOptions() : m_options->options();
    options.reason = m_reason->text().trimmed();
    options.classes = m_lines->classes();
    whenFinished(m_gateway.start(m_previewed, options), this,
        [this, generation = m_generation](const Outcome<Operation>& operation) {
            if (generation == m_generation)
                takeStart(operation);
        });
}

void ReplayPanel::takeStart(const Outcome<Operation>& operation)
{
    m_starting = false;
    enable();
    if (operation) {
        showStarted(operation.value());
        return;
    }
    const Error& error = operation.error();
    if (error.kind == Failure::InDoubt) {
        m_banner->setMessage(Tone::Warning, u"unknown"_s,
            tr("The answer was lost: it may have been started. Looking …"), tr("Look again", "button"));
        lookWhetherItStarted();
        return;
    }
    m_banner->setMessage(Tone::Bad, u"alert"_s, tr("It was not started: %1").arg(error.text));
}

void ReplayPanel::lookWhetherItStarted()
{
    whenFinished(m_gateway.operation(m_previewed.id), this,
        [this, generation = m_generation](const Outcome<Operation>& operation) {
            if (generation != m_generation)
                return;
            if (operation && operation.value().state != OperationState::Previewed)
                showStarted(operation.value());
            else if (operation)
                m_banner->setMessage(Tone::Info, u"info"_s, tr("It was not started. Nothing has been sent."));
            else
                m_banner->setMessage(Tone::Warning, u"unknown"_s,
                    tr("Whether it was started is not known yet: %1").arg(operation.error().text),
                    tr("Look again", "button"));
        });
}

void ReplayPanel::showStarted(const Operation& operation)
{
    m_banner->clear();
    m_page->open(operation);
    m_pages->setCurrentWidget(m_page);
    m_page->focusItems();
}

bool ReplayPanel::isStarted() const
{
    return m_pages->currentWidget() == m_page;
}

void ReplayPanel::focusInside()
{
    if (isStarted())
        m_page->focusItems();
    else if (m_states->state() == ViewStates::State::Content)
        m_reason->setFocus(Qt::OtherFocusReason);
    else
        setFocus(Qt::OtherFocusReason);
}

bool ReplayPanel::isSettled() const
{
    return isStarted() ? m_page->isSettled() : !m_planning && !m_starting;
}

void ReplayPanel::refresh()
{
    if (isStarted())
        m_page->refresh();
}

void ReplayPanel::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested();
    else if (enter && event->modifiers() & Qt::ControlModifier && !isStarted())
        start();
    else
        event->accept(); // keys of the list mean nothing here
}

void ReplayPanel::dress()
{
    m_back->setIcon(m_theme.icon(u"back"_s));
    m_start->setIcon(m_theme.icon(asks() ? u"search"_s : u"replay"_s, ColorId::AccentText));
    QPalette edge = m_edge->palette();
    edge.setColor(QPalette::WindowText, m_theme.color(ColorId::Border));
    m_edge->setPalette(edge);
    inkLabel(m_title, m_theme, ColorId::Text, FontRole::Title);
    inkLabel(m_scope, m_theme, ColorId::TextSecondary, FontRole::Body);
    inkLabel(m_sum, m_theme, ColorId::Text, FontRole::Heading);
    inkLabel(m_reasonCaption, m_theme, ColorId::TextSecondary, FontRole::Body);
    inkLabel(m_frozen, m_theme, ColorId::TextMuted, FontRole::Small);
    if (m_previewed.total > 0)
        m_lines->setPlan(m_previewed);
}
