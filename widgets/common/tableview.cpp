// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/tableview.h"

#include "models/items/itemroles.h"
#include "widgets/common/celldelegate.h"
#include "widgets/common/keymap.h"
#include "widgets/common/theme.h"

#include <QClipboard>
#include <QDataStream>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace {

bool isPlainLetter(const QKeyEvent& event)
{
    const auto modifiers = event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    return modifiers == Qt::NoModifier && !event.text().isEmpty() && event.text().at(0).isPrint()
        && event.key() != Qt::Key_Space;
}

} // namespace

TableView::TableView(const Theme& theme, QWidget* parent)
    : QTableView(parent)
    , m_theme(theme)
{
    setItemDelegate(new CellDelegate(theme, this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false); // Tab leaves the table
    setFrameShape(NoFrame);
    setMouseTracking(true);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(Theme::rowHeight);
    verticalHeader()->setDefaultSectionSize(Theme::rowHeight);
    QHeaderView* head = horizontalHeader();
    head->setSectionsMovable(true);
    head->setHighlightSections(false);
    head->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    head->setMinimumSectionSize(44);
    head->setContextMenuPolicy(Qt::CustomContextMenu);
    head->setObjectName(u"columns"_s);
    head->setAccessibleName(tr("Column headers"));
    verticalScrollBar()->setSingleStep(Theme::rowHeight);
    connect(head, &QHeaderView::customContextMenuRequested, this, [this, head](const QPoint& at) {
        QMenu* menu = columnsMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(head->mapToGlobal(at));
    });
    connect(head, &QHeaderView::sectionMoved, this, &TableView::columnsChanged);
    connect(head, &QHeaderView::sectionResized, this, [this](int column) {
        if (m_fitting)
            return;
        if (column == m_elasticColumn && !isColumnHidden(column) && QGuiApplication::mouseButtons() != Qt::NoButton)
            m_elasticColumn = -1; // dragged: now it has the width that was wanted
        Q_EMIT columnsChanged();
    });
    connect(this, &TableView::columnsChanged, this, &TableView::fitElasticColumn);
    connect(&theme, &Theme::changed, this, [this, head] {
        head->setFont(m_theme.font(FontRole::SmallStrong));
        viewport()->update();
    });
    head->setFont(m_theme.font(FontRole::SmallStrong));
}

void TableView::setModel(QAbstractItemModel* model)
{
    QTableView::setModel(model);
    if (!model)
        return;
    connect(model, &QAbstractItemModel::modelReset, this, [this] { hover(-1); });
    connect(model, &QAbstractItemModel::rowsInserted, this, &TableView::visibleRowsChanged);
}

void TableView::setDefaultColumns(const QList<int>& widths, const QList<int>& hidden, int version)
{
    m_defaultWidths = widths;
    m_defaultHidden = hidden;
    m_columnsVersion = version;
    resetColumns();
}

void TableView::setElasticColumn(int column, int minimumWidth)
{
    m_elasticColumn = column;
    m_elasticMinimum = minimumWidth;
    fitElasticColumn();
}

void TableView::fitElasticColumn()
{
    if (m_elasticColumn < 0 || m_fitting || isColumnHidden(m_elasticColumn))
        return;
    const QHeaderView* head = horizontalHeader();
    const int others = head->length() - columnWidth(m_elasticColumn);
    m_fitting = true;
    setColumnWidth(m_elasticColumn, std::max(m_elasticMinimum, viewport()->width() - others));
    m_fitting = false;
}

void TableView::resetColumns()
{
    QHeaderView* head = horizontalHeader();
    for (int column = 0; column < head->count(); ++column) {
        head->moveSection(head->visualIndex(column), column);
        setColumnHidden(column, m_defaultHidden.contains(column));
        if (column < m_defaultWidths.size())
            setColumnWidth(column, m_defaultWidths.at(column));
    }
    Q_EMIT columnsChanged();
}

QByteArray TableView::saveColumns() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    const QHeaderView* head = horizontalHeader();
    stream << qint32(m_columnsVersion) << qint32(head->count());
    for (int visual = 0; visual < head->count(); ++visual) {
        const int column = head->logicalIndex(visual);
        // a hidden section has no width of its own; the one it would come back with is what counts
        const bool hidden = head->isSectionHidden(column);
        stream << qint32(column) << hidden << qint32(hidden ? 0 : head->sectionSize(column));
    }
    return bytes;
}

bool TableView::restoreColumns(const QByteArray& state)
{
    QDataStream stream(state);
    stream.setVersion(QDataStream::Qt_6_4);
    qint32 version = 0;
    qint32 count = 0;
    stream >> version >> count;
    QHeaderView* head = horizontalHeader();
    if (stream.status() != QDataStream::Ok || version != m_columnsVersion || count != head->count())
        return false;
    struct Place
    {
        qint32 column = 0;
        bool hidden = false;
        qint32 width = 0;
    };
    QList<Place> places;
    QSet<int> seen;
    for (int i = 0; i < count; ++i) {
        Place place;
        stream >> place.column >> place.hidden >> place.width;
        if (stream.status() != QDataStream::Ok || place.column < 0 || place.column >= count)
            return false;
        seen.insert(place.column);
        places.append(place);
    }
    if (seen.size() != count)
        return false;
    for (int visual = 0; visual < count; ++visual) {
        const Place& place = places.at(visual);
        head->moveSection(head->visualIndex(place.column), visual);
        setColumnHidden(place.column, place.hidden);
        if (!place.hidden && place.width > 0)
            setColumnWidth(place.column, place.width);
    }
    return true;
}

QMenu* TableView::columnsMenu(QWidget* parent)
{
    auto* menu = new QMenu(tr("Columns"), parent);
    menu->setObjectName(u"columnsMenu"_s);
    const QHeaderView* head = horizontalHeader();
    for (int visual = 0; visual < head->count(); ++visual) {
        const int column = head->logicalIndex(visual);
        QAction* action = menu->addAction(model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        const bool last = !isColumnHidden(column) && head->hiddenSectionCount() == head->count() - 1;
        action->setEnabled(!last); // a table without columns could not be brought back
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            setColumnHidden(column, !shown);
            if (shown && columnWidth(column) < horizontalHeader()->minimumSectionSize())
                setColumnWidth(column, m_defaultWidths.value(column, 100));
            Q_EMIT columnsChanged();
        });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Reset columns")), &QAction::triggered, this, &TableView::resetColumns);
    return menu;
}

QString TableView::selectedText() const
{
    QModelIndexList rows = selectionModel() ? selectionModel()->selectedRows() : QModelIndexList();
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.row() < b.row(); });
    QStringList lines;
    const QHeaderView* head = horizontalHeader();
    for (const QModelIndex& row : rows) {
        QStringList cells;
        for (int visual = 0; visual < head->count(); ++visual) {
            const int column = head->logicalIndex(visual);
            if (!isColumnHidden(column))
                cells.append(row.siblingAtColumn(column).data().toString());
        }
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n');
}

void TableView::makeCurrent(int row)
{
    if (row >= 0 && row != currentIndex().row())
        selectionModel()->setCurrentIndex(
            model()->index(row, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

QVariant TableView::currentId() const
{
    return currentIndex().data(ItemRoles::IdRole);
}

TableView::Choice TableView::choice() const
{
    Choice choice{{}, currentId(), std::max(currentIndex().column(), 0)};
    for (const QModelIndex& index : selectionModel()->selectedRows())
        choice.selected.append(index.data(ItemRoles::IdRole));
    return choice;
}

bool TableView::restoreChoice(const Choice& choice)
{
    QHash<QString, int> rows;
    for (int row = 0; row < model()->rowCount(); ++row)
        rows.insert(model()->index(row, 0).data(ItemRoles::IdRole).toString(), row);
    QItemSelection selection;
    for (const QVariant& id : choice.selected) {
        const int row = rows.value(id.toString(), -1);
        if (row >= 0)
            selection.select(model()->index(row, 0), model()->index(row, model()->columnCount() - 1));
    }
    const QModelIndex current = model()->index(rows.value(choice.current.toString(), -1), choice.column);
    if (current.isValid())
        selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (current.isValid())
        scrollTo(current);
    return current.isValid();
}

std::pair<int, int> TableView::visibleRows() const
{
    const int count = model() ? model()->rowCount() : 0;
    if (count == 0)
        return {-1, -1};
    const int first = rowAt(0);
    const int last = rowAt(viewport()->height() - 1);
    return {std::max(first, 0), last < 0 ? count - 1 : last};
}

void TableView::moveBy(int rows, bool extend)
{
    const int count = model() ? model()->rowCount() : 0;
    if (count == 0)
        return;
    const QModelIndex current = currentIndex();
    // the view makes the first row current when it gets the focus, but does not select it
    if (!extend && !m_marking && current.isValid() && !selectionModel()->isRowSelected(current.row()))
        rows = 0;
    const int row = current.isValid() ? std::clamp(current.row() + rows, 0, count - 1) : 0;
    int column = current.isValid() ? current.column() : horizontalHeader()->logicalIndex(0);
    if (column < 0)
        column = 0;
    const QModelIndex next = model()->index(row, column);
    const auto other = m_marking ? QItemSelectionModel::NoUpdate : QItemSelectionModel::ClearAndSelect;
    selectionModel()->setCurrentIndex(next, (extend ? QItemSelectionModel::Select : other) | QItemSelectionModel::Rows);
    scrollTo(next);
}

void TableView::toggleMark()
{
    if (!currentIndex().isValid())
        return;
    if (m_marking)
        selectionModel()->select(currentIndex(), QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
    else // the row with the cursor is selected already: now it stays so
        selectionModel()->select(currentIndex(), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    m_marking = selectionModel()->hasSelection();
    viewport()->update();
}

void TableView::clearMarks()
{
    m_marking = false;
    selectionModel()->select(currentIndex(), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void TableView::activateCurrent()
{
    if (currentIndex().isValid())
        Q_EMIT rowActivated(currentIndex());
}

void TableView::copyId()
{
    const QModelIndex current = currentIndex();
    if (!current.isValid())
        return;
    // the first column names the row, unless it says otherwise
    const QModelIndex name = current.siblingAtColumn(0);
    const QVariant own = name.data(ItemRoles::CopyRole);
    const QString text = own.isValid() ? own.toString() : name.data().toString();
    QGuiApplication::clipboard()->setText(text);
    Q_EMIT copied(text);
}

void TableView::copyRows()
{
    const QString text = selectedText();
    if (text.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(text);
    Q_EMIT copied(text);
}

bool TableView::takeLetter(const QKeyEvent& event)
{
    const KeyMap& map = KeyMap::instance();
    const auto extends = [&event, &map](Command command) { // with Shift beside its own keys
        const QKeyEvent plain(event.type(), event.key(), event.modifiers() & ~Qt::ShiftModifier);
        return event.modifiers().testFlag(Qt::ShiftModifier) && map.matches(plain, command);
    };
    if (map.matches(event, Command::NextRow))
        moveBy(1, false);
    else if (map.matches(event, Command::PreviousRow))
        moveBy(-1, false);
    else if (map.matches(event, Command::CopyNumber))
        copyId();
    else if (map.matches(event, Command::GoToFilter))
        Q_EMIT filterFocusRequested();
    else if (map.matches(event, Command::FilterByCell))
        filterByCell();
    else if (extends(Command::NextRow))
        moveBy(1, true);
    else if (extends(Command::PreviousRow))
        moveBy(-1, true);
    else
        return false;
    return true;
}

void TableView::filterByCell()
{
    if (const QString filter = currentIndex().data(ItemRoles::FilterRole).toString(); !filter.isEmpty())
        Q_EMIT filterRequested(filter);
}

void TableView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        copyRows();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        activateCurrent();
        return;
    case Qt::Key_Escape:
        if (m_marking)
            clearMarks();
        else
            Q_EMIT backRequested();
        return;
    case Qt::Key_Space:
        if (m_canMark)
            toggleMark();
        else
            QTableView::keyPressEvent(event);
        return;
    default:
        if (takeLetter(*event))
            return;
        if (isPlainLetter(*event))
            event->ignore(); // for whoever has the table, instead of Qt's search by letters
        else
            QTableView::keyPressEvent(event);
    }
}

void TableView::hover(int row)
{
    if (row == m_hoveredRow)
        return;
    const int before = std::exchange(m_hoveredRow, row);
    for (const int each : {before, row}) {
        if (each >= 0)
            viewport()->update(0, rowViewportPosition(each), viewport()->width(), rowHeight(each));
    }
}

void TableView::mousePressEvent(QMouseEvent* event)
{
    m_marking = m_canMark && event->modifiers() & Qt::ControlModifier;
    QTableView::mousePressEvent(event);
}

void TableView::mouseMoveEvent(QMouseEvent* event)
{
    hover(rowAt(event->position().toPoint().y()));
    QTableView::mouseMoveEvent(event);
}

void TableView::mouseDoubleClickEvent(QMouseEvent* event)
{
    QTableView::mouseDoubleClickEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index.isValid())
        Q_EMIT rowActivated(index);
}

void TableView::leaveEvent(QEvent* event)
{
    hover(-1);
    QTableView::leaveEvent(event);
}

void TableView::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    const QModelIndex current = currentIndex();
    if (!current.isValid() || (!m_marking && !selectionModel()->isRowSelected(current.row())))
        return;
    // a bar at the leading edge tells the current row of a larger selection, without colour alone
    QPainter painter(viewport());
    const QRect bar = QStyle::visualRect(layoutDirection(), viewport()->rect(),
        QRect(0, rowViewportPosition(current.row()), 3, rowHeight(current.row()) - 1));
    painter.fillRect(bar, m_theme.color(hasFocus() ? ColorId::Accent : ColorId::BorderStrong));
}

void TableView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitElasticColumn();
    Q_EMIT visibleRowsChanged();
}

void TableView::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    Q_EMIT visibleRowsChanged();
}
