// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/operations/operationpage.h"

#include "models/domain/exceptiontitles.h"
#include "models/domain/operationtexts.h"
#include "models/domain/timetext.h"
#include "models/domain/whenfinished.h"
#include "models/items/itemroles.h"
#include "widgets/common/banner.h"
#include "widgets/common/chip.h"
#include "widgets/common/columnwidths.h"
#include "widgets/common/inklabel.h"
#include "widgets/common/keymap.h"
#include "widgets/common/tableview.h"
#include "widgets/common/viewstates.h"
#include "widgets/operations/approvalbar.h"
#include "widgets/operations/outcomebar.h"
#include "widgets/operations/stagesteps.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
constexpr int operationSoonMs = 60; ///< what happens in the database is to be seen within a quarter of a second
constexpr int outcomeMinimum = 220;
} // namespace

OperationPage::OperationPage(OperationGateway& gateway, ChangeFeed& feed, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_gateway(gateway)
    , m_feed(feed)
    , m_theme(theme)
    , m_back(new QToolButton(this))
    , m_title(new QLabel(this))
    , m_state(new Chip(theme, this))
    , m_sentence(new QLabel(this))
    , m_pause(new QPushButton(this))
    , m_cancel(new QPushButton(this))
    , m_banner(new Banner(theme, this))
    , m_standing(new Banner(theme, this))
    , m_steps(new StageSteps(theme, this))
    , m_approval(new ApprovalBar(theme, this))
    , m_outcomes(new OutcomeBar(theme, this))
    , m_table(new TableView(theme, this))
    , m_count(new QLabel(this))
{
    setObjectName(u"operationPage"_s);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_states = new ViewStates(theme, makeContent(), this);
    m_states->setObjectName(u"operationStates"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(m_states, 1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(operationSoonMs);
    connect(&m_soon, &QTimer::timeout, this, &OperationPage::refresh);
    connect(m_states, &ViewStates::retryRequested, this, &OperationPage::refresh);
    connect(m_states, &ViewStates::emptyActionRequested, this, &OperationPage::closeRequested);
    connect(m_banner, &Banner::actionRequested, this, &OperationPage::refresh);
    connect(&m_feed, &ChangeFeed::exceptionsChanged, this, &OperationPage::refreshSoon);
    connect(&m_feed, &ChangeFeed::everything, this, &OperationPage::refreshSoon);
    connect(&theme, &Theme::changed, this, &OperationPage::dress);
    dress();
}

QWidget* OperationPage::makeHead()
{
    m_back->setObjectName(u"operationBack"_s);
    m_back->setAccessibleName(tr("Back"));
    m_back->setToolTip(tr("Back (Esc)"));
    m_back->setAutoRaise(true);
    m_back->setFocusPolicy(Qt::TabFocus);
    m_title->setObjectName(u"operationTitle"_s);
    m_sentence->setObjectName(u"operationSentence"_s);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_sentence->setWordWrap(true);
    m_pause->setObjectName(u"operationPause"_s);
    m_cancel->setObjectName(u"operationCancel"_s);
    m_cancel->setText(tr("Cancel the rest", "button: what has not been sent stays unsent"));
    m_cancel->setAccessibleName(m_cancel->text());
    for (QPushButton* button : {m_pause, m_cancel})
        button->setAutoDefault(false);
    connect(m_back, &QToolButton::clicked, this, &OperationPage::closeRequested);
    connect(m_pause, &QPushButton::clicked, this, [this] {
        control(m_operation.state == OperationState::Running ? OperationControl::Pause : OperationControl::Resume);
    });
    connect(m_approval, &ApprovalBar::approved, this,
        [this](const QString& note) { follow(m_gateway.approve(m_operation, note)); });
    connect(m_approval, &ApprovalBar::rejected, this,
        [this](const QString& reason) { follow(m_gateway.reject(m_operation.id, reason)); });
    connect(m_cancel, &QPushButton::clicked, this, [this] { control(OperationControl::Cancel); });
    auto* first = new QHBoxLayout;
    first->setSpacing(Theme::space);
    first->addWidget(m_back);
    first->addWidget(m_title);
    first->addSpacing(4);
    first->addWidget(m_state);
    first->addStretch(1);
    first->addWidget(m_pause);
    first->addWidget(m_cancel);
    auto* head = new QWidget(this);
    auto* layout = new QVBoxLayout(head);
    layout->setContentsMargins(16, 12, 16, 14);
    layout->setSpacing(Theme::space);
    layout->addLayout(first);
    layout->addWidget(m_sentence);
    layout->addWidget(m_approval);
    layout->addSpacing(Theme::space);
    layout->addWidget(m_outcomes);
    layout->addSpacing(4);
    layout->addWidget(m_steps);
    return head;
}

QWidget* OperationPage::makeContent()
{
    using Model = OperationItemModel;
    m_table->setObjectName(u"operationItems"_s);
    m_table->setAccessibleName(tr("Messages of the operation"));
    m_table->setModel(&m_items);
    m_table->setShowsCurrentCell(false);
    m_table->setDefaultColumns(columnWidths(m_items, m_theme, {90, 220, 150, 140, outcomeMinimum, 158}), {}, 1);
    m_table->setElasticColumn(Model::OutcomeColumn, outcomeMinimum);
    connect(m_table, &TableView::backRequested, this, &OperationPage::closeRequested);
    connect(m_table, &TableView::copied, this,
        [this](const QString& text) { Q_EMIT notice(tr("Copied: %1").arg(text.section(u'\n', 0, 0))); });
    connect(m_table, &TableView::rowActivated, this, [this](const QModelIndex& index) {
        if (const QString number = m_items.itemAt(index.row()).orderNumber; !number.isEmpty())
            Q_EMIT ordersRequested(u"order:"_s + number);
    });
    m_count->setObjectName(u"operationCount"_s);
    m_count->setContentsMargins(16, 5, 16, 5);
    auto* content = new QWidget(this);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_standing->setObjectName(u"operationStanding"_s);
    layout->addWidget(m_standing);
    layout->addWidget(makeHead());
    layout->addWidget(m_table, 1);
    layout->addWidget(m_count);
    return content;
}

// --- reading

void OperationPage::open(qint64 id)
{
    Operation operation;
    operation.id = id;
    m_operation = operation;
    ++m_generation;
    m_reading = 0;
    m_fresh = true;
    m_shown = false;
    m_items.setItems({}, true);
    m_banner->clear();
    m_states->showLoading();
    refresh();
}

void OperationPage::open(const Operation& operation)
{
    open(operation.id);
    m_operation = operation;
    showOperation();
    m_states->showContent();
}

void OperationPage::refreshSoon()
{
    if (m_operation.id == 0)
        return;
    if (!isVisible())
        m_dirty = true;
    else if (!m_soon.isActive())
        m_soon.start();
}

void OperationPage::refresh()
{
    if (m_operation.id == 0)
        return;
    if (m_reading > 0) {
        m_again = true;
        return;
    }
    m_again = false;
    m_dirty = false;
    m_reading = 2;
    const auto finish = [this] {
        if (--m_reading == 0 && m_again)
            refresh();
    };
    const quint64 generation = m_generation;
    whenFinished(m_gateway.operation(m_operation.id), this, [=, this](const Outcome<Operation>& operation) {
        if (generation != m_generation)
            return;
        take(operation);
        finish();
    });
    whenFinished(m_gateway.items(m_operation.id, listed), this, [=, this](const Outcome<QList<OperationItem>>& items) {
        if (generation != m_generation)
            return;
        takeItems(items);
        finish();
    });
}

void OperationPage::take(const Outcome<Operation>& operation)
{
    if (!operation) {
        fail(operation.error());
        return;
    }
    m_operation = operation.value();
    m_shown = true;
    m_banner->clear();
    m_states->showContent();
    showOperation();
}

void OperationPage::takeItems(const Outcome<QList<OperationItem>>& items)
{
    if (!items)
        return; // the operation itself tells of a failure
    m_items.setItems(items.value(), std::exchange(m_fresh, false), m_operation.kind);
    if (!m_table->currentIndex().isValid())
        m_table->makeCurrent(0);
    showStatus();
}

void OperationPage::fail(const Error& error)
{
    if (error.kind == Failure::Cancelled)
        return;
    m_shown = true;
    if (m_states->state() != ViewStates::State::Content) {
        m_states->showFailed(error);
        return;
    }
    m_banner->setMessage(Tone::Warning, u"alert"_s, tr("The counts are not up to date: %1").arg(error.text),
        tr("Retry", "button: ask the database again"));
}

void OperationPage::control(OperationControl action)
{
    follow(m_gateway.control(m_operation.id, action));
}

/// Until the answer nothing else can be asked for.
void OperationPage::follow(const QFuture<Outcome<Operation>>& change)
{
    m_pause->setEnabled(false);
    m_cancel->setEnabled(false);
    m_approval->setBusy(true);
    whenFinished(change, this, [this, generation = m_generation](const Outcome<Operation>& operation) {
        if (generation != m_generation)
            return;
        if (operation)
            m_operation = operation.value();
        m_approval->setBusy(false);
        showOperation();
        if (!operation)
            m_banner->setMessage(Tone::Bad, u"alert"_s, operation.error().text);
        refresh();
    });
}

// --- showing

void OperationPage::showOperation()
{
    const QLocale locale;
    const Operation& it = m_operation;
    const bool asks = it.kind == OperationKind::Verify;
    //: Title of a page: number of a replay
    m_title->setText(
        (asks ? tr("Question %1", "title of a page: targets are asked whether they have messages") : tr("Replay %1"))
            .arg(it.id));
    m_state->setState({}, chipLook(it.state), title(it.state));
    const QString many = tr("%Ln message(s)", nullptr, int(it.total));
    const QDateTime asked = it.askedAt.isValid() ? it.askedAt : it.startedAt;
    const QString moment = minuteText(asked, locale);
    QString sentence = many;
    if (it.startedAt.isValid())
        //: How many, who, when, why
        sentence = tr("%1, started by %2 on %3: %4").arg(many, it.requestedBy, moment, it.reason);
    if (it.startedAt.isValid() && it.reason.isEmpty())
        //: How many, who, when
        sentence = tr("%1, started by %2 on %3").arg(many, it.requestedBy, moment);
    else if (!it.startedAt.isValid() && asked.isValid())
        //: How many, who, when, why; it has not begun
        sentence = tr("%1, asked for by %2 on %3: %4").arg(many, it.requestedBy, moment, it.reason);
    if (!it.decidedBy.isEmpty() && it.state != OperationState::Rejected)
        //: A sentence before; who approved it
        sentence = tr("%1. Approved by %2.").arg(sentence, it.decidedBy);
    m_sentence->setText(sentence);
    const bool paused = it.state == OperationState::Paused || it.state == OperationState::Stopped;
    const bool live = !it.isOver() && it.state != OperationState::Previewed;
    const bool going = it.state == OperationState::Running || paused;
    m_pause->setText(paused ? tr("Resume", "button: go on") : tr("Pause", "button"));
    m_pause->setIcon(m_theme.icon(paused ? u"play"_s : u"pause"_s));
    m_pause->setAccessibleName(m_pause->text());
    m_pause->setEnabled(going);
    m_cancel->setEnabled(live);
    const QString ended = tr("The operation has ended.");
    const KeyMap& map = KeyMap::instance();
    m_pause->setToolTip(!live ? ended
            : !going          ? tr("It has not begun.")
            : paused          ? map.hint(asks ? tr("Go on asking") : tr("Go on sending"), Command::PauseOperation)
            : asks
            ? map.hint(tr("Ask no more for now. What a relay has begun comes to its end."), Command::PauseOperation)
            : map.hint(tr("Send no more for now. What a relay has begun comes to its end."), Command::PauseOperation));
    m_cancel->setToolTip(!live
            ? ended
            : map.hint(asks ? tr("What has not been asked about stays as it was. It cannot be taken up again.")
                            : tr("What has not been sent stays as it was. It cannot be taken up again."),
                Command::CancelOperation));
    m_outcomes->setOperation(it);
    m_steps->setOperation(it);
    m_approval->setOperation(it);
    showStanding();
    showStatus();
}

void OperationPage::showStanding()
{
    const QString text = OperationTexts::standing(m_operation, QLocale());
    if (text.isEmpty()) {
        m_standing->clear();
        return;
    }
    const ChipLook look = chipLook(m_operation.state);
    const bool waits = m_operation.state == OperationState::Running; // for a relay
    m_standing->setMessage(waits ? Tone::Warning : look.tone, waits ? u"clock"_s : look.icon, text);
}

void OperationPage::showStatus()
{
    m_count->setText(m_items.rowCount() < m_operation.total && m_items.rowCount() >= listed
            ? tr("%1 of %2 messages are listed, those that did not go well first")
                  .arg(locale().toString(m_items.rowCount()), locale().toString(m_operation.total))
            : tr("%Ln message(s)", nullptr, m_items.rowCount()));
}

void OperationPage::focusItems()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

void OperationPage::keyPressEvent(QKeyEvent* event)
{
    const KeyMap& map = KeyMap::instance();
    auto command = map.find(*event, CommandScope::Operation);
    if (!command)
        command = map.find(*event, CommandScope::List);
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested();
    else if (!command || !run(*command))
        QWidget::keyPressEvent(event);
}

QList<Command> OperationPage::commands() const
{
    QList<Command> commands;
    if (m_pause->isVisible())
        commands.append(Command::PauseOperation);
    if (m_cancel->isVisible())
        commands.append(Command::CancelOperation);
    if (m_approval->isVisible())
        commands.append(Command::ApproveOperation);
    if (m_table->currentIndex().isValid())
        commands.append(Command::OpenOrder);
    return commands;
}

QString OperationPage::obstacle(Command command) const
{
    const QWidget* button = command == Command::PauseOperation ? m_pause
        : command == Command::CancelOperation                  ? m_cancel
                                                               : nullptr;
    return button && !button->isEnabled() ? button->toolTip() : QString();
}

bool OperationPage::run(Command command)
{
    switch (command) {
    case Command::PauseOperation:
        m_pause->click();
        return true;
    case Command::CancelOperation:
        m_cancel->click();
        return true;
    case Command::ApproveOperation:
        if (m_approval->isVisible())
            m_approval->focusNote();
        return m_approval->isVisible();
    case Command::OpenOrder:
        if (m_table->currentIndex().isValid())
            Q_EMIT m_table->rowActivated(m_table->currentIndex());
        return true;
    default:
        return false;
    }
}

void OperationPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_dirty)
        refresh();
}

void OperationPage::dress()
{
    m_back->setIcon(m_theme.icon(u"back"_s));
    m_cancel->setIcon(m_theme.icon(u"ban"_s));
    inkLabel(m_title, m_theme, ColorId::Text, FontRole::Title);
    inkLabel(m_sentence, m_theme, ColorId::TextSecondary, FontRole::Body);
    inkLabel(m_count, m_theme, ColorId::TextMuted, FontRole::Small);
    if (m_operation.id != 0)
        showOperation();
}
