// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/triage/grouplist.h"

#include "models/domain/timetext.h"
#include "models/items/ordertexts.h"
#include "widgets/common/banner.h"
#include "widgets/common/columnwidths.h"
#include "widgets/common/inklabel.h"
#include "widgets/common/keymap.h"
#include "widgets/common/theme.h"
#include "widgets/common/viewstates.h"
#include "widgets/orders/newpill.h"
#include "widgets/triage/emptyqueue.h"
#include "widgets/triage/grouprowdelegate.h"
#include "widgets/triage/sortline.h"

#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int causeMinimum = 200;
constexpr int causeRoomyWidth = 860;
} // namespace

GroupList::GroupList(GroupTableModel& model, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_theme(theme)
    , m_table(new TableView(theme))
    , m_states(new ViewStates(theme, m_table, this))
    , m_banner(new Banner(theme, this))
    , m_pill(new NewPill(theme, m_table->viewport()))
    , m_count(new QLabel(this))
    , m_order(new SortLine(*m_table, theme, this))
    , m_asOf(new QLabel(this))
{
    setObjectName(u"groupList"_s);
    m_states->setObjectName(u"groupStates"_s);
    m_banner->setObjectName(u"groupBanner"_s);
    m_pill->setObjectName(u"sortGroups"_s);
    m_count->setObjectName(u"groupCount"_s);
    m_order->setObjectName(u"groupOrder"_s);
    m_asOf->setObjectName(u"groupsAsOf"_s);
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
    m_order->setStandard(tr("by time left, then value at risk", "how groups are sorted; the tool tip has the formula"),
        groupOrderText());
    connect(&model, &GroupTableModel::loadingChanged, this, [this] {
        if (m_model.isLoading() && !m_model.hasAnswer() && m_model.rowCount() == 0)
            m_states->showLoading();
        showStatus();
    });
    connect(&model, &GroupTableModel::answered, this, [this] {
        m_table->scrollToTop();
        if (!m_table->currentIndex().isValid())
            m_table->makeCurrent(0);
        m_table->scrollTo(m_table->currentIndex()); // it stays with its group
        Q_EMIT choiceChanged();
    });
    connect(&model, &GroupTableModel::aboutToMerge, this, [this] {
        m_merging = true;
        m_choice = m_table->choice();
        m_currentRow = std::max(m_table->currentIndex().row(), 0);
    });
    connect(&model, &GroupTableModel::merged, this, [this] {
        const bool reset = !m_table->currentIndex().isValid();
        if (reset ? !m_table->restoreChoice(m_choice) : m_model.rowOfId(m_choice.current.toLongLong()) < 0)
            m_table->makeCurrent(std::min(m_currentRow, m_model.rowCount() - 1));
        m_merging = false;
        showAnswer();
        Q_EMIT choiceChanged();
    });
    connect(&model, &GroupTableModel::failed, this, &GroupList::showFailure);
    connect(m_states, &ViewStates::retryRequested, &model, &GroupTableModel::refresh);
    connect(m_states, &ViewStates::emptyActionRequested, this, &GroupList::filterToBeCleared);
    connect(m_banner, &Banner::actionRequested, &model, &GroupTableModel::refresh);
    connect(m_order, &SortLine::chosen, this, &GroupList::setOrder);
    connect(m_order, &SortLine::refused, this, &GroupList::notice);
    connect(m_pill, &QPushButton::clicked, this, [this] { m_model.ask(m_model.query()); });
    connect(&theme, &Theme::changed, this, &GroupList::dress);
    dress();
}

void GroupList::buildTable()
{
    using Model = GroupTableModel;
    m_table->setObjectName(u"groups"_s);
    m_table->setAccessibleName(tr("Groups of problems"));
    m_table->setModel(&m_model);
    m_table->setCanMark(true);
    m_table->setItemDelegate(new GroupRowDelegate(m_theme, *m_table));
    m_table->verticalHeader()->setDefaultSectionSize(GroupRowDelegate::rowHeight);
    QList<int> widths(Model::ColumnCount, 96);
    widths[Model::TitleColumn] = causeMinimum;
    widths[Model::CountColumn] = 74;
    widths[Model::TrendColumn] = 62;
    const QDateTime due = QDateTime::fromSecsSinceEpoch(0); // any: words for late are longer in some languages
    widths[Model::DueColumn]
        = QFontMetrics(m_theme.font(FontRole::Body))
              .horizontalAdvance(dueText(due, due.addSecs(qint64{22} * 3600 + qint64{50} * 60), locale()))
        + 18;
    widths[Model::ValueColumn] = 124;
    widths[Model::StateColumn] = 128;
    widths[Model::FixColumn] = 160;
    widths[Model::HopColumn] = 170;
    m_table->setDefaultColumns(columnWidths(m_model, m_theme, widths),
        {Model::StateColumn, Model::OwnerColumn, Model::FixColumn, Model::HopColumn, Model::LastColumn,
            Model::SinceColumn, Model::CodeColumn, Model::TeamColumn},
        1);
    m_table->setElasticColumn(Model::TitleColumn, causeMinimum);
    const auto tell = [this] {
        if (!m_merging)
            Q_EMIT choiceChanged();
        showStatus();
    };
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, tell);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, tell);
}

void GroupList::restoreColumns(const QByteArray& state)
{
    m_roomy = m_table->restoreColumns(state) || m_roomy;
}

void GroupList::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_roomy || width() < causeRoomyWidth)
        return;
    m_roomy = true;
    const QSignalBlocker quiet(m_table); // nobody chose these columns: they are not to be kept
    using Model = GroupTableModel;
    for (const int column : {Model::StateColumn, Model::OwnerColumn, Model::FixColumn})
        m_table->setColumnHidden(column, false);
    m_table->setElasticColumn(Model::TitleColumn, causeMinimum);
}

void GroupList::showAnswer()
{
    m_failed = false;
    m_banner->clear();
    const bool hadFocus = m_states->isAncestorOf(QApplication::focusWidget());
    if (m_model.rowCount() > 0)
        m_states->showContent();
    else
        showEmptyQueue(
            *m_states, m_model.query(), m_model.isWatched(), tr("Groups that come to match show up by themselves."));
    if (hadFocus)
        focusTable();
    m_pill->setMessage(m_model.isSorted() ? 0 : 1, tr("The order has changed: sort anew"),
        KeyMap::instance().hint(tr("Sort anew"), Command::SortAnew));
    showStatus();
}

void GroupList::setOrder(const ProblemOrder& order)
{
    m_model.setOrder(order);
    m_order->setOrder(order);
}

void GroupList::sortByCell()
{
    m_order->sortBy(m_table->currentIndex().column());
}

void GroupList::showFailure(const Error& error)
{
    m_failed = true;
    if (m_model.rowCount() == 0)
        m_states->showFailed(error);
    else if (error.kind != Failure::Connection
        || !m_disconnected) // rows that are there stay, and say that they are old
        m_banner->setMessage(Tone::Warning, u"alert"_s,
            tr("The groups could not be brought up to date: %1").arg(error.text),
            tr("Retry", "button: ask the database again"));
    showStatus();
    Q_EMIT choiceChanged();
}

void GroupList::showStatus()
{
    QStringList parts;
    if (m_model.hasAnswer()) {
        const QString groups = m_model.hasMore() ? tr("%1+ groups").arg(locale().toString(m_model.rowCount()))
                                                 : tr("%Ln group(s)", nullptr, m_model.rowCount());
        parts.append(groups);
        parts.append(m_model.countedToTheEnd() ? tr("%Ln problem(s)", nullptr, int(m_model.problems()))
                                               : tr("%1+ problems").arg(locale().toString(m_model.problems())));
        if (m_model.cutPayloads() > 0)
            parts.append(cutPayloadsText(m_model.cutPayloads()));
    }
    const auto selected = m_table->selectionModel()->selectedRows().size();
    if (selected > 1 || m_table->isMarking())
        parts.append(tr("%Ln selected", "rows", int(selected)));
    m_count->setText(parts.join(u"  \u00b7  "_s));
    if (!m_model.asOf().isValid())
        m_asOf->clear();
    else if (m_disconnected || m_failed)
        m_asOf->setText(tr("Not up to date: as of %1").arg(secondText(m_model.asOf(), locale())));
    else
        //: When the list was read last
        m_asOf->setText(tr("As of %1").arg(secondText(m_model.asOf(), locale())));
    inkLabel(m_asOf, m_theme, m_disconnected || m_failed ? ColorId::WarningText : ColorId::TextMuted, FontRole::Small);
}

void GroupList::setDisconnected(bool disconnected)
{
    m_disconnected = disconnected;
    if (disconnected)
        m_banner->clear(); // the shell tells of it
    showStatus();
}

void GroupList::tick()
{
    const auto [first, last] = m_table->visibleRows();
    m_model.tick(first, last);
}

bool GroupList::isSettled() const
{
    return !m_model.isLoading() && (m_model.hasAnswer() || m_failed);
}

void GroupList::focusTable()
{
    if (m_states->state() != ViewStates::State::Content) {
        m_states->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_table->setFocus(Qt::OtherFocusReason);
    if (!m_table->selectionModel()->hasSelection() && m_model.rowCount() > 0)
        m_table->selectRow(std::max(m_table->currentIndex().row(), 0));
}

const ExceptionGroup* GroupList::current() const
{
    const int row = m_table->currentIndex().row();
    return row >= 0 && row < m_model.rowCount() ? &m_model.groupAt(row) : nullptr;
}

QList<ExceptionGroup> GroupList::chosen() const
{
    QList<int> rows;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        rows.append(index.row());
    if ((rows.isEmpty() || (rows.size() == 1 && !m_table->isMarking())) && current())
        rows = {m_table->currentIndex().row()};
    std::sort(rows.begin(), rows.end());
    QList<ExceptionGroup> groups;
    for (const int row : std::as_const(rows))
        groups.append(m_model.groupAt(row));
    return groups;
}

void GroupList::moveOn(const QList<qint64>& ids)
{
    int first = m_model.rowCount();
    int last = -1;
    for (const qint64 id : ids) {
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

void GroupList::dress()
{
    inkLabel(m_count, m_theme, ColorId::TextMuted, FontRole::Small);
    showStatus();
}
