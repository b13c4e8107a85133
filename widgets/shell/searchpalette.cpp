// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/searchpalette.h"

#include "models/domain/filterexpression.h"
#include "models/domain/statetitles.h"
#include "models/domain/whenfinished.h"
#include "widgets/common/theme.h"
#include "widgets/shell/searchitemdelegate.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int pauseMs = 120;
constexpr int panelWidth = 620;
constexpr int panelHeight = 440;
constexpr int panelHeightWithoutRows = 110;
constexpr int fromTop = 56;
} // namespace

SearchPalette::SearchPalette(const Clock& clock, const Theme& theme, QWidget* window)
    : Overlay(theme, window)
    , m_clock(clock)
    , m_line(new QLineEdit(panel()))
    , m_list(new QListWidget(panel()))
    , m_hint(new QLabel(panel()))
{
    setObjectName(u"searchPalette"_s);
    m_line->setObjectName(u"searchLine"_s);
    m_line->setPlaceholderText(tr("Order number, reference, or a command"));
    m_line->setAccessibleName(tr("Search", "field"));
    m_line->setFixedHeight(38);
    m_list->setObjectName(u"searchResults"_s);
    m_list->setAccessibleName(tr("Results", "of a search"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus); // the line keeps it, the arrows reach the list
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new SearchItemDelegate(theme, m_list));
    m_list->setMouseTracking(true);
    m_list->viewport()->setAutoFillBackground(false);
    m_hint->setObjectName(u"searchHint"_s);
    m_hint->setText(tr("Up and down to choose, Enter to open, Esc to close"));
    m_hint->setFont(theme.font(FontRole::Small));
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    auto* layout = new QVBoxLayout(panel());
    layout->setContentsMargins(12, 12, 12, 10);
    layout->setSpacing(8);
    layout->addWidget(m_line);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_hint);
    m_line->installEventFilter(this);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &SearchPalette::search);
    connect(m_line, &QLineEdit::textEdited, this, &SearchPalette::typed);
    connect(m_list, &QListWidget::itemClicked, this, &SearchPalette::choose);
    connect(this, &Overlay::closed, this, [this] {
        ++m_generation;
        m_pause.stop();
    });
}

void SearchPalette::open()
{
    m_commands = m_offer ? m_offer() : QList<OfferedCommand>();
    Overlay::open();
    m_line->clear();
    m_found.clear();
    m_failure.clear();
    m_searching = false;
    showNow();
    m_line->setFocus(Qt::ShortcutFocusReason);
}

void SearchPalette::typed()
{
    ++m_generation;
    m_found.clear();
    m_failure.clear();
    m_searching = m_source && !m_line->text().trimmed().isEmpty();
    showNow();
    m_pause.start();
}

void SearchPalette::ask(const QString& text)
{
    m_line->setText(text);
    typed();
}

bool SearchPalette::isSettled() const
{
    return !m_searching && !m_pause.isActive();
}

void SearchPalette::noteOpened(const Order& order)
{
    m_recent.removeIf([&order](const Order& known) { return known.id == order.id; });
    m_recent.prepend(order);
    if (m_recent.size() > mostRecent)
        m_recent.removeLast();
}

QRect SearchPalette::panelRect(const QSize& area) const
{
    const int width = std::min(panelWidth, area.width() - 40);
    int height = panelHeightWithoutRows;
    for (int row = 0; row < m_list->count(); ++row)
        height += m_list->sizeHintForRow(row);
    return {(area.width() - width) / 2, fromTop, width, std::min({height, panelHeight, area.height() - fromTop - 20})};
}

bool SearchPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_line && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Down:
            move(1);
            return true;
        case Qt::Key_Up:
            move(-1);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            choose();
            return true;
        case Qt::Key_Tab:
        case Qt::Key_Backtab:
            return true;
        default:
            break;
        }
    }
    return Overlay::eventFilter(watched, event);
}

void SearchPalette::search()
{
    const QString text = m_line->text().trimmed();
    if (text.isEmpty() || !m_source)
        return;
    whenFinished(
        m_source->find(text, mostOrders), this, [this, generation = m_generation](const Outcome<QList<Order>>& orders) {
            if (generation != m_generation)
                return;
            m_searching = false;
            if (orders)
                m_found = orders.value();
            else if (orders.error().kind != Failure::Cancelled)
                m_failure = orders.error().text;
            showNow();
        });
}

void SearchPalette::addHeading(const QString& text)
{
    auto* item = new QListWidgetItem(text, m_list);
    item->setFlags(Qt::NoItemFlags);
    item->setData(SearchItemDelegate::HeadingRole, true);
}

void SearchPalette::addOrder(const Order& order)
{
    auto* item = new QListWidgetItem(order.number, m_list);
    QStringList notes = {order.channel, formatMoney(order.total, locale())};
    if (!order.waitingStep.isEmpty())
        notes.append(stepTitle(order.waitingStep));
    notes.removeAll(QString());
    item->setData(SearchItemDelegate::NoteRole, notes.join(u"  ·  "_s));
    item->setData(SearchItemDelegate::IconRole, u"orders"_s);
    item->setData(SearchItemDelegate::OrderRole, order.id);
    item->setData(SearchItemDelegate::StateRole, QVariant::fromValue(targetState(order, m_clock.now())));
}

void SearchPalette::addCommands(const QString& text)
{
    bool first = true;
    for (qsizetype at = 0; at < m_commands.size(); ++at) {
        const OfferedCommand& command = m_commands.at(at);
        if (!command.text.contains(text, Qt::CaseInsensitive))
            continue;
        if (std::exchange(first, false))
            addHeading(tr("Commands", "heading"));
        auto* item = new QListWidgetItem(command.text, m_list);
        item->setData(SearchItemDelegate::NoteRole, command.obstacle.isEmpty() ? command.keys : command.obstacle);
        item->setData(SearchItemDelegate::IconRole, u"command"_s);
        item->setData(SearchItemDelegate::CommandRole, int(at));
        if (!command.obstacle.isEmpty())
            item->setFlags(Qt::NoItemFlags);
    }
}

void SearchPalette::showNow()
{
    const QString text = m_line->text().trimmed();
    m_list->clear();
    if (text.isEmpty()) {
        if (!m_recent.isEmpty())
            addHeading(tr("Open last", "heading: orders that were open last"));
        for (const Order& order : std::as_const(m_recent))
            addOrder(order);
    } else {
        addHeading(tr("Orders", "heading"));
        for (const Order& order : std::as_const(m_found))
            addOrder(order);
        if (m_found.isEmpty()) {
            const QString why = !m_failure.isEmpty() ? m_failure
                : m_searching                        ? tr("Searching …")
                                                     : tr("No order, key or reference starts with this.");
            auto* item = new QListWidgetItem(why, m_list);
            item->setFlags(Qt::NoItemFlags);
        }
        auto* list = new QListWidgetItem(tr("List all orders that match “%1”").arg(text), m_list);
        list->setData(SearchItemDelegate::IconRole, u"filter"_s);
        list->setData(SearchItemDelegate::FilterRole, text);
    }
    addCommands(text);
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->flags() & Qt::ItemIsSelectable) {
            m_list->setCurrentRow(row);
            break;
        }
    }
    place();
    update();
}

void SearchPalette::move(int rows)
{
    int row = m_list->currentRow() + rows;
    while (row >= 0 && row < m_list->count() && !(m_list->item(row)->flags() & Qt::ItemIsSelectable))
        row += rows;
    if (row >= 0 && row < m_list->count())
        m_list->setCurrentRow(row);
}

void SearchPalette::choose()
{
    const QListWidgetItem* item = m_list->currentItem();
    if (!item || !(item->flags() & Qt::ItemIsSelectable))
        return;
    const QVariant order = item->data(SearchItemDelegate::OrderRole);
    const QVariant command = item->data(SearchItemDelegate::CommandRole);
    const QString filter = item->data(SearchItemDelegate::FilterRole).toString();
    close(); // before acting: what is chosen may move the focus
    if (order.isValid())
        Q_EMIT orderChosen(order.toLongLong());
    else if (command.isValid())
        m_commands.at(command.toInt()).run();
    else
        Q_EMIT filterChosen(filter);
}
