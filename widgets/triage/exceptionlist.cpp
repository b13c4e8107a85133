// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/triage/exceptionlist.h"

#include "models/domain/timetext.h"
#include "widgets/common/banner.h"
#include "widgets/common/columnwidths.h"
#include "widgets/common/inklabel.h"
#include "widgets/common/theme.h"
#include "widgets/common/viewstates.h"
#include "widgets/orders/newpill.h"
#include "widgets/triage/emptyqueue.h"
#include "widgets/triage/sortline.h"

#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
constexpr int problemPrefetch = 100;
constexpr int problemMinimum = 150;
constexpr int problemRoomyWidth = 860;
constexpr int spaciousWidth = 1150;
constexpr int roomyState = 128;
} // namespace

ExceptionList::ExceptionList(ExceptionTableModel& model, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_theme(theme)
    , m_table(new TableView(theme))
    , m_states(new ViewStates(theme, m_table, this))
    , m_banner(new Banner(theme, this))
    , m_pill(new NewPill(theme, m_table->viewport()))
    , m_order(new SortLine(*m_table, theme, this))
    , m_count(new QLabel(this))
    , m_asOf(new QLabel(this))
{
    setObjectName(u"exceptionList"_s);
    m_states->setObjectName(u"exceptionStates"_s);
    m_banner->setObjectName(u"exceptionBanner"_s);
    m_pill->setObjectName(u"newExceptions"_s);
    m_order->setObjectName(u"problemOrder"_s);
    m_count->setObjectName(u"exceptionCount"_s);
    m_asOf->setObjectName(u"exceptionsAsOf"_s);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(16, 5, 16, 5);
    foot->setSpacing(Theme::space * 2);
    foot->addWidget(m_count);
    foot->addWidget(m_order);
    foot->addStretch();
    foot->addWidget(m_asOf);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(m_states, 1);
    layout->addLayout(foot);
    buildTable();
    connectModel();
    showOrder();
    connect(m_states, &ViewStates::retryRequested, &model, &ExceptionTableModel::retry);
    connect(m_states, &ViewStates::emptyActionRequested, this, &ExceptionList::searchToBeCleared);
    connect(m_banner, &Banner::actionRequested, &model, &ExceptionTableModel::retry);
    connect(m_order, &SortLine::chosen, this, &ExceptionList::setOrder);
    connect(m_order, &SortLine::refused, this, &ExceptionList::notice);
    connect(m_pill, &QPushButton::clicked, this, &ExceptionList::takeInNew);
    connect(&theme, &Theme::changed, this, &ExceptionList::dress);
    dress();
}

void ExceptionList::buildTable()
{
    using Model = ExceptionTableModel;
    m_table->setObjectName(u"exceptions"_s);
    m_table->setAccessibleName(tr("Problems"));
    m_table->setModel(&m_model);
    m_table->setCanMark(true);
    QList<int> widths(Model::ColumnCount, 90);
    widths[Model::SeverityColumn] = 70;
    widths[Model::NumberColumn] = 112;
    widths[Model::ProblemColumn] = problemMinimum;
    widths[Model::TargetColumn] = 100;
    widths[Model::HopColumn] = 196;
    widths[Model::ReplayColumn] = 138;
    widths[Model::StateColumn] = 94;
    widths[Model::DueColumn] = 106;
    widths[Model::ValueColumn] = 96;
    widths[Model::AttemptsColumn] = 56;
    widths[Model::CodeColumn] = 130;
    widths[Model::LastColumn] = 96;
    widths[Model::SinceColumn] = 78;
    m_table->setDefaultColumns(columnWidths(m_model, m_theme, widths),
        {Model::HopColumn, Model::ReplayColumn, Model::DueColumn, Model::ValueColumn, Model::AttemptsColumn,
            Model::CodeColumn, Model::TeamColumn, Model::OwnerColumn, Model::LastColumn},
        1);
    m_table->setElasticColumn(Model::ProblemColumn, problemMinimum);
    connect(m_table, &TableView::visibleRowsChanged, this, &ExceptionList::prefetch);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (!m_merging) {
            Q_EMIT selectionMade();
            Q_EMIT choiceChanged();
        }
        showStatus();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex& current, const QModelIndex& previous) {
            if (m_merging)
                return;
            Q_EMIT choiceChanged();
            if (current.row() == 0 && m_model.newCount() > 0)
                showNewCount();
            if (previous.isValid() && previous.data(ItemRoles::StaleRole).toBool()) // after the selection's own turn
                QMetaObject::invokeMethod(&m_model, &ExceptionTableModel::dropLeft, Qt::QueuedConnection);
        });
}

void ExceptionList::connectModel()
{
    connect(&m_model, &ExceptionTableModel::loadingChanged, this, [this] {
        if (m_model.isLoading() && !m_model.hasAnswer() && m_model.rowCount() == 0)
            m_states->showLoading();
        showStatus();
    });
    connect(&m_model, &ExceptionTableModel::answered, this, [this] {
        m_decided.clear();
        m_table->scrollToTop();
        m_table->makeCurrent(0);
        showAnswer();
        Q_EMIT choiceChanged();
    });
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_choice = m_table->choice(); });
    connect(&m_model, &ExceptionTableModel::sorted, this, &ExceptionList::showSorted);
    connect(&m_model, &ExceptionTableModel::aboutToMerge, this, &ExceptionList::rememberPlace);
    connect(&m_model, &ExceptionTableModel::merged, this, [this] {
        restorePlace();
        showAnswer();
        Q_EMIT choiceChanged();
    });
    connect(&m_model, &ExceptionTableModel::failed, this, &ExceptionList::showFailure);
    connect(&m_model, &ExceptionTableModel::newCountChanged, this, &ExceptionList::showNewCount);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &ExceptionList::showStatus);
}

// --- showing

void ExceptionList::showAnswer()
{
    m_failed = false;
    m_banner->clear();
    const bool hadFocus = m_states->isAncestorOf(QApplication::focusWidget());
    if (m_model.rowCount() > 0) {
        m_states->showContent();
        if (hadFocus && !m_table->hasFocus())
            focusTable();
    } else {
        showEmptyQueue(
            *m_states, m_model.query(), m_model.isWatched(), tr("Problems that come to match show up by themselves."));
    }
    if (hadFocus && m_model.rowCount() == 0)
        focusTable();
    showOrder();
    showStatus();
    showNewCount();
}

void ExceptionList::setOrder(const ProblemOrder& order)
{
    QSet<qint64> wanted;
    for (const Exception& exception : chosen())
        wanted.insert(exception.id);
    wanted.removeIf([this](qint64 id) {
        const int row = m_model.rowOfId(id);
        return row < 0 || m_model.hasLeft(row);
    });
    m_model.setOrder(order, wanted);
    showOrder();
}

void ExceptionList::sortByCell()
{
    m_order->sortBy(m_table->currentIndex().column());
}

void ExceptionList::showOrder()
{
    if (m_model.query().queue == ExceptionQueue::Resolved)
        m_order->setStandard(tr("the latest first", "how a list is sorted"), tr("What was resolved last comes first."));
    else
        m_order->setStandard(tr("the newest first", "how a list is sorted"), tr("What was opened last comes first."),
            ProblemOrder{ProblemSort::Opened, false});
    m_order->setOrder(m_model.order());
}

/// The same problems in another order: who looked at one still does.
void ExceptionList::showSorted()
{
    m_merging = true; // nobody has chosen anything else
    const bool there = m_table->restoreChoice(m_choice);
    if (!there) {
        m_table->scrollToTop();
        m_table->makeCurrent(0);
    }
    m_merging = false;
    showAnswer();
    Q_EMIT choiceChanged();
    if (!there && m_choice.current.isValid())
        Q_EMIT notice(tr("The problem that was chosen is further down than this list goes."));
}

void ExceptionList::showFailure(const Error& error)
{
    if (error.kind == Failure::Cancelled)
        return;
    m_failed = true;
    if (m_model.rowCount() == 0) {
        m_states->showFailed(error);
        Q_EMIT choiceChanged();
    } else if (error.kind != Failure::Connection || !m_disconnected) {
        // rows that are there stay, and say that they are old
        m_banner->setMessage(Tone::Warning, u"alert"_s,
            tr("The list could not be brought up to date: %1").arg(error.text),
            tr("Retry", "button: ask the database again"));
    }
    showStatus();
}

QString ExceptionList::countText() const
{
    if (!m_model.hasAnswer())
        return {};
    QStringList parts;
    if (m_model.isComplete())
        parts.append(tr("%Ln problem(s)", nullptr, m_model.rowCount()));
    else if (const auto& matching = m_model.total())
        parts.append(matching->more ? tr("%1+ problems").arg(locale().toString(matching->count))
                                    : tr("%Ln problem(s)", nullptr, int(matching->count)));
    else if (m_total && m_model.query().filter.isEverything())
        parts.append(tr("%Ln problem(s)", nullptr, int(*m_total)));
    else
        //: A count that is not known to its end, such as "200+ problems"
        parts.append(tr("%1+ problems").arg(locale().toString(m_model.rowCount())));
    if (m_model.isAtRowLimit())
        parts.append(
            (m_model.order() == ProblemOrder() ? tr("the newest %1 are listed") : tr("the first %1 are listed"))
                .arg(locale().toString(ExceptionTableModel::rowLimit)));
    if (m_model.cutPayloads() > 0)
        parts.append(cutPayloadsText(m_model.cutPayloads()));
    const auto selected = m_table->selectionModel()->selectedRows().size();
    if (selected > 1 || m_table->isMarking())
        parts.append(tr("%Ln selected", "rows", int(selected)));
    return parts.join(u"  \u00b7  "_s);
}

void ExceptionList::showStatus()
{
    m_count->setText(countText());
    if (!m_model.asOf().isValid())
        m_asOf->clear();
    else if (m_disconnected || m_failed)
        m_asOf->setText(tr("Not up to date: as of %1").arg(secondText(m_model.asOf(), locale())));
    else
        //: When the list was read last
        m_asOf->setText(tr("As of %1").arg(secondText(m_model.asOf(), locale())));
    inkLabel(m_asOf, m_theme, m_disconnected || m_failed ? ColorId::WarningText : ColorId::TextMuted, FontRole::Small);
}

void ExceptionList::setDisconnected(bool disconnected)
{
    if (m_disconnected == disconnected)
        return;
    m_disconnected = disconnected;
    if (disconnected)
        m_banner->clear(); // the shell tells of it
    showStatus();
}

void ExceptionList::setTotal(std::optional<qint64> total)
{
    m_total = total;
    showStatus();
}

void ExceptionList::tick()
{
    const auto [first, last] = m_table->visibleRows();
    m_model.tick(first, last);
}

bool ExceptionList::isSettled() const
{
    return !m_model.isLoading() && (m_model.hasAnswer() || m_failed);
}

// --- rows that come and go

void ExceptionList::showNewCount()
{
    const int count = m_model.newCount();
    const bool onTop = m_table->verticalScrollBar()->value() == 0 && m_table->currentIndex().row() <= 0
        && m_table->selectionModel()->selectedRows().size() <= 1;
    if (count > 0 && (onTop || m_states->state() == ViewStates::State::Empty)) {
        // after this turn, since the model is in the middle of its own
        QMetaObject::invokeMethod(this, &ExceptionList::takeInNew, Qt::QueuedConnection);
        return;
    }
    m_pill->setMessage(count, tr("%n new problem(s)", nullptr, count), tr("Show them (Home)"));
}

void ExceptionList::takeInNew()
{
    m_model.takeInNew();
    m_table->scrollToTop();
}

void ExceptionList::prefetch()
{
    const int last = m_table->visibleRows().second;
    // not inside the view's own layout or the model's insertion
    if (last >= 0 && last + problemPrefetch > m_model.rowCount() && m_model.canFetchMore({}))
        QMetaObject::invokeMethod(
            &m_model, [this] { m_model.fetchMore({}); }, Qt::QueuedConnection);
}

void ExceptionList::rememberPlace()
{
    m_merging = true;
    m_place = {};
    m_place.current = m_table->currentId().toLongLong();
    m_place.currentRow = std::max(m_table->currentIndex().row(), 0);
    QSet<qint64> kept{m_place.current};
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        kept.insert(index.data(ItemRoles::IdRole).toLongLong());
    m_model.keep(kept - m_decided); // whoever looks at a row sees that it left, instead of another one in its place
    if (m_table->verticalScrollBar()->value() == 0)
        return; // at the top it stays at the top
    const int top = m_table->rowAt(0);
    if (top >= 0) {
        m_place.top = m_model.exceptionAt(top).id;
        m_place.topOffset = m_table->rowViewportPosition(top);
    }
}

void ExceptionList::restorePlace()
{
    m_merging = false;
    if (!m_table->currentIndex().isValid() || m_model.rowOfId(m_place.current) < 0)
        m_table->makeCurrent(std::min(m_place.currentRow, m_model.rowCount() - 1));
    if (const int top = m_model.rowOfId(m_place.top); top >= 0) {
        QScrollBar* bar = m_table->verticalScrollBar(); // rows that came above must not move what is in sight
        bar->setValue(bar->value() + m_table->rowViewportPosition(top) - m_place.topOffset);
    }
}

// --- the choice

void ExceptionList::focusTable()
{
    if (m_states->state() != ViewStates::State::Content) {
        m_states->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_table->setFocus(Qt::OtherFocusReason);
    if (!m_table->selectionModel()->hasSelection() && m_model.rowCount() > 0)
        m_table->selectRow(std::max(m_table->currentIndex().row(), 0));
}

const Exception* ExceptionList::current() const
{
    const int row = m_table->currentIndex().row();
    return row >= 0 && row < m_model.rowCount() ? &m_model.exceptionAt(row) : nullptr;
}

QList<Exception> ExceptionList::chosen() const
{
    QList<int> rows;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        rows.append(index.row());
    // Ctrl with an arrow moves the cursor away from what is selected: what is looked at counts then, marks aside
    const bool astray = rows.size() == 1 && !m_table->isMarking() && rows.constFirst() != m_table->currentIndex().row();
    if ((rows.isEmpty() || astray) && current())
        rows = {m_table->currentIndex().row()};
    std::sort(rows.begin(), rows.end());
    QList<Exception> exceptions;
    for (const int row : std::as_const(rows))
        exceptions.append(m_model.exceptionAt(row));
    return exceptions;
}

void ExceptionList::moveOn(const QList<qint64>& ids)
{
    int first = m_model.rowCount();
    int last = -1;
    for (const qint64 id : ids) {
        m_decided.insert(id);
        const int row = m_model.rowOfId(id);
        first = row < 0 ? first : std::min(first, row);
        last = std::max(last, row);
    }
    if (last < 0)
        return;
    const int next = last + 1 < m_model.rowCount() ? last + 1 : std::max(first - 1, 0);
    m_table->selectionModel()->setCurrentIndex(m_model.index(next, std::max(m_table->currentIndex().column(), 0)),
        QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_table->clearMarks();
    m_table->scrollTo(m_table->currentIndex());
}

void ExceptionList::restoreColumns(const QByteArray& state)
{
    m_roomy = m_table->restoreColumns(state) || m_roomy;
}

void ExceptionList::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_roomy || width() < problemRoomyWidth)
        return;
    m_roomy = true;
    const QSignalBlocker quiet(m_table); // nobody chose these columns: they are not to be kept
    using Model = ExceptionTableModel;
    for (const int column : {Model::ReplayColumn, Model::DueColumn})
        m_table->setColumnHidden(column, false);
    m_table->setColumnHidden(Model::ValueColumn, width() < spaciousWidth);
    m_table->setColumnWidth(Model::StateColumn, roomyState);
    m_table->setElasticColumn(Model::ProblemColumn, problemMinimum);
}

void ExceptionList::dress()
{
    inkLabel(m_count, m_theme, ColorId::TextMuted, FontRole::Small);
    showStatus();
}
