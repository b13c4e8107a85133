// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/health/healthview.h"

#include "models/domain/formatduration.h"
#include "models/domain/statenames.h"
#include "models/domain/statetitles.h"
#include "models/domain/timetext.h"
#include "models/domain/whenfinished.h"
#include "models/items/itemroles.h"
#include "widgets/common/banner.h"
#include "widgets/common/card.h"
#include "widgets/common/columnwidths.h"
#include "widgets/common/inklabel.h"
#include "widgets/common/messagepanel.h"
#include "widgets/common/tableview.h"
#include "widgets/common/theme.h"
#include "widgets/common/viewstates.h"
#include "widgets/health/breachchart.h"
#include "widgets/health/metrictile.h"
#include "widgets/health/sharedelegate.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace {

constexpr int shortestPause = 2000; ///< between two reads that the change feed asks for
constexpr int ageMs = 1000;
constexpr int belowChart = 20; ///< edge of its card, and some air

/// What each backlog means, as shown with its number.
QString backlogDefinition(Backlog backlog)
{
    switch (backlog) {
    case Backlog::ErpPosting:
        return HealthView::tr("Orders whose creation in the ERP is open: could have been done, has not been reached.");
    case Backlog::Reservation:
        return HealthView::tr("Orders whose stock reservation is open: could have been confirmed, has not been.");
    case Backlog::Shipment:
        return HealthView::tr(
            "Orders with a shipment that some of warehouse, ERP and shop know of, but not all of them.");
    case Backlog::Refund:
        return HealthView::tr(
            "Orders with a refund that was paid out, but whose credit memo is not posted in finance.");
    }
    return {};
}

} // namespace

HealthView::HealthView(HealthSource& source, ChangeFeed& feed, const Clock& clock, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_source(source)
    , m_feed(feed)
    , m_clock(clock)
    , m_theme(theme)
    , m_banner(new Banner(theme, this))
    , m_title(new QLabel(tr("Health", "title of a page: how the synchronisation does"), this))
    , m_age(new QLabel(this))
{
    setObjectName(u"health"_s);
    m_states = new ViewStates(theme, makeContent(), this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_states);

    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &HealthView::refresh);
    m_ageTick.setInterval(ageMs);
    connect(&m_ageTick, &QTimer::timeout, this, &HealthView::showAge);
    connect(m_states, &ViewStates::retryRequested, this, &HealthView::refresh);
    connect(m_banner, &Banner::actionRequested, this, &HealthView::refresh);
    connect(&m_feed, &ChangeFeed::everything, this, &HealthView::refreshSoon);
    connect(&m_feed, &ChangeFeed::ordersChanged, this, &HealthView::refreshSoon);
    connect(&m_feed, &ChangeFeed::stateChanged, this, &HealthView::feedChanged);
    connect(&theme, &Theme::changed, this, &HealthView::dress);
    dress();
}

QWidget* HealthView::makeContent()
{
    m_age->setObjectName(u"healthAge"_s);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addStretch(1);
    head->addWidget(m_age);
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(20, 14, 20, 20);
    layout->setSpacing(12);
    layout->addLayout(head);
    layout->addWidget(makeTiles());
    auto* cards = new QGridLayout;
    cards->setSpacing(12);
    cards->addWidget(makeBreaches(), 0, 0);
    cards->addWidget(makeValues(), 0, 1);
    cards->setColumnStretch(0, 3);
    cards->setColumnStretch(1, 2);
    layout->addLayout(cards);
    auto* all = new Card(m_theme, tr("The same in numbers"),
        tr("Enter on a number opens its orders. An order counts once in each step, by the oldest breach that it has "
           "there."),
        page);
    all->addContent(m_breachTable);
    layout->addWidget(all);
    layout->addStretch(1);
    setTabOrder(m_backlogs.back(), m_chart);
    setTabOrder(m_chart, m_valueTable);
    setTabOrder(m_valueTable, m_breachTable);

    auto* area = new QScrollArea(this);
    m_viewport = area->viewport();
    m_viewport->installEventFilter(this);
    area->setObjectName(u"healthScroll"_s);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(page);
    auto* content = new QWidget(this);
    auto* outer = new QVBoxLayout(content);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(m_banner);
    outer->addWidget(area, 1);
    return content;
}

MetricTile* HealthView::makeTile(const TileText& text)
{
    auto* tile = new MetricTile(m_theme, text.name, text.definition, this);
    tile->setObjectName(text.objectName);
    tile->setFilter(text.filter);
    connect(tile, &MetricTile::drillDownRequested, this, &HealthView::drillDownRequested);
    return tile;
}

QWidget* HealthView::makeTiles()
{
    m_open = makeTile({tr("Open orders"), u"tileOpen"_s,
        tr("Orders in which at least one step could be done and has not been reached."), u"state:open"_s});
    m_late = makeTile({tr("Overdue", "name of a figure: orders past due"), u"tileBreached"_s,
        tr("Orders with at least one open step past its due time. Steps without a source of evidence never count."),
        u"target:breached"_s});
    m_dueSoon = makeTile({tr("Due soon", "name of a figure: orders"), u"tileDueSoon"_s,
        tr("Orders with nothing overdue, but with an open step past its warning time."), u"target:due_soon"_s});
    m_failed = makeTile({tr("Failed", "name of a figure: orders with a failed step"), u"tileFailed"_s,
        tr("Orders with a step that its system has reported as failed and that has not been reached since."),
        u"state:failed"_s});
    m_reachedLate = makeTile({tr("Reached late, 24 h"), u"tileLate"_s,
        tr("Orders in which a step was reached within the last 24 hours, but after its due time."), u"late>=-24h"_s});
    m_rejected = makeTile({tr("Events set aside"), u"tileRejected"_s,
        tr("Events that could not be taken in: broken, of an unknown type, or contradicting the contract. They belong "
           "to no order and are kept with the reason."),
        {}});
    m_rejected->setInvitation(tr("Click to see the events."));
    connect(m_rejected, &MetricTile::clicked, this, &HealthView::setAsideRequested);
    auto* grid = new QGridLayout;
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(12);
    constexpr int columns = 12;
    int column = 0;
    for (MetricTile* tile : {m_open, m_late, m_dueSoon, m_failed, m_reachedLate, m_rejected}) {
        grid->addWidget(tile, 0, column, 1, columns / 6);
        column += columns / 6;
    }
    for (int i = 0; i < backlogCount; ++i) {
        const auto backlog = Backlog(i);
        MetricTile* tile = makeTile({title(backlog), u"backlog_"_s + toText(backlog), backlogDefinition(backlog),
            u"backlog:"_s + toText(backlog)});
        m_backlogs.at(std::size_t(i)) = tile;
        grid->addWidget(tile, 1, i * columns / backlogCount, 1, columns / backlogCount);
    }
    for (int i = 0; i < columns; ++i)
        grid->setColumnStretch(i, 1);
    auto* tiles = new QWidget(this);
    tiles->setLayout(grid);
    return tiles;
}

TableView* HealthView::makeTable(
    const QString& name, const QString& title, QAbstractItemModel* model, const QList<int>& widths)
{
    auto* table = new TableView(m_theme, this);
    table->setObjectName(name);
    table->setAccessibleName(title);
    table->setModel(model);
    table->setDefaultColumns(columnWidths(*model, m_theme, widths), {}, 1);
    table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // as high as its rows; the page scrolls
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    const auto drill = [this](const QString& filter) {
        if (!filter.isEmpty())
            Q_EMIT drillDownRequested(filter);
    };
    connect(table, &TableView::rowActivated, this,
        [drill](const QModelIndex& index) { drill(index.data(ItemRoles::FilterRole).toString()); });
    connect(table, &TableView::filterRequested, this, drill);
    return table;
}

QWidget* HealthView::makeBreaches()
{
    auto* card = new Card(m_theme, tr("Open breaches by step and age"),
        tr("Orders in which the step is open and past due, by how long. A click or Enter on a bar shows them."), this);
    m_chart = new BreachChart(m_theme, m_breaches, this);
    m_breachTable = makeTable(
        u"breaches"_s, tr("Open breaches by step and age"), &m_breaches, {230, 140, 96, 96, 80, 84, 84, 92, 80, 80});
    m_breachTable->horizontalHeader()->setStretchLastSection(false);
    m_breachTable->horizontalHeader()->setSectionResizeMode(BreachModel::StepColumn, QHeaderView::Stretch);
    auto* nothing = new MessagePanel(m_theme, this);
    nothing->setObjectName(u"nothingLate"_s);
    nothing->setMessage(u"check"_s, Tone::Good, tr("Nothing is late"), tr("No open step is past its due time."));
    nothing->setMinimumHeight(220);
    m_breachStack = new QStackedWidget(this);
    m_breachStack->addWidget(m_chart);
    m_breachStack->addWidget(nothing);
    card->addContent(m_breachStack, 1);
    connect(m_chart, &BreachChart::drillDownRequested, this, &HealthView::drillDownRequested);
    return card;
}

QWidget* HealthView::makeValues()
{
    auto* card = new Card(m_theme, tr("Value at risk"),
        tr("Value of the orders with an open breach. Each currency for itself: they are never added up."), this);
    m_valueTable = makeTable(u"valueAtRisk"_s, tr("Value at risk per currency"), &m_values, {84, 140, 70, 150});
    m_valueTable->setItemDelegateForColumn(ValueAtRiskModel::ShareColumn, new ShareDelegate(m_theme, m_valueTable));
    m_valueTable->horizontalHeader()->setStretchLastSection(true);
    auto* nothing = new MessagePanel(m_theme, this);
    nothing->setObjectName(u"nothingAtRisk"_s);
    nothing->setMessage(u"check"_s, Tone::Good, tr("Nothing is at risk"), tr("No order has an open breach."));
    m_valueStack = new QStackedWidget(this);
    m_valueStack->addWidget(m_valueTable);
    m_valueStack->addWidget(nothing);
    card->addContent(m_valueStack, 1);
    return card;
}

void HealthView::refresh()
{
    m_soon.stop();
    if (m_reading) {
        m_again = true;
        return;
    }
    m_reading = true;
    m_again = false;
    m_dirty = false;
    m_lastRead = m_clock.now();
    whenFinished(m_source.health(), this, [this](const Outcome<HealthSnapshot>& snapshot) {
        m_reading = false;
        answer(snapshot);
        if (m_again)
            refreshSoon();
    });
}

void HealthView::refreshSoon()
{
    if (!isVisible()) {
        m_dirty = true;
        return;
    }
    if (m_soon.isActive())
        return;
    const qint64 since = m_lastRead.isValid() ? m_lastRead.msecsTo(m_clock.now()) : shortestPause;
    m_soon.start(int(std::clamp<qint64>(shortestPause - since, 0, shortestPause)));
}

void HealthView::answer(const Outcome<HealthSnapshot>& snapshot)
{
    if (!snapshot && snapshot.error().kind == Failure::Cancelled)
        return;
    m_answered = true;
    if (snapshot) {
        showSnapshot(snapshot.value());
        Q_EMIT snapshotRead(m_snapshot);
    } else if (!m_snapshot.asOf.isValid()) {
        m_states->showFailed(snapshot.error());
    } else {
        m_banner->setMessage(Tone::Warning, u"disconnected"_s,
            tr("Shown as of %1. It could not be read again: %2")
                .arg(secondText(m_snapshot.asOf, QLocale()), snapshot.error().text),
            tr("Retry", "button: ask the database again"));
    }
}

void HealthView::showSnapshot(const HealthSnapshot& snapshot)
{
    m_snapshot = snapshot;
    m_breaches.setBreaches(snapshot.steps);
    m_values.setValues(snapshot.valueAtRisk, snapshot.breachedOrders);
    showTotals();
    showBacklogs();
    const auto isLate = [](const StepBreaches& step) { return step.total() > 0; };
    m_breachStack->setCurrentIndex(std::any_of(snapshot.steps.begin(), snapshot.steps.end(), isLate) ? 0 : 1);
    m_valueStack->setCurrentIndex(snapshot.valueAtRisk.isEmpty() ? 1 : 0);
    m_breachTable->parentWidget()->setVisible(!snapshot.steps.isEmpty());
    m_breachTable->setFixedHeight(heightOf(m_breachTable));
    m_valueTable->setMinimumHeight(heightOf(m_valueTable));
    QMetaObject::invokeMethod(this, &HealthView::fitChart, Qt::QueuedConnection); // after its own layout
    m_banner->clear();
    feedChanged();
    showAge();
    m_states->showContent();
}

void HealthView::showTotals()
{
    const QLocale locale;
    const auto share = [this, &locale](qint64 count) {
        if (m_snapshot.openOrders <= 0 || count <= 0)
            return QString();
        const double percent = 100.0 * double(count) / double(m_snapshot.openOrders);
        //: Share of the open orders
        return tr("%1 % of open orders").arg(locale.toString(percent, 'f', percent < 10 ? 1 : 0));
    };
    const auto tone = [](qint64 count, Tone loud) { return count > 0 ? loud : Tone::Neutral; };
    const auto icon = [](qint64 count, const QString& name) { return count > 0 ? name : QString(); };
    const HealthSnapshot& s = m_snapshot;
    m_open->setFigure(locale.toString(s.openOrders), {});
    m_late->setFigure(locale.toString(s.breachedOrders),
        s.breachedOrders == 0 ? tr("nothing is late") : share(s.breachedOrders), tone(s.breachedOrders, Tone::Bad),
        icon(s.breachedOrders, u"alert"_s));
    m_dueSoon->setFigure(locale.toString(s.dueSoonOrders), share(s.dueSoonOrders), tone(s.dueSoonOrders, Tone::Warning),
        icon(s.dueSoonOrders, u"clock"_s));
    m_failed->setFigure(locale.toString(s.failedOrders), share(s.failedOrders), tone(s.failedOrders, Tone::Bad),
        icon(s.failedOrders, u"failed"_s));
    m_reachedLate->setFigure(locale.toString(s.lateOrders24h),
        s.lateOrders24h == 0 ? QString()
                             //: Context of a number of orders: how many of their steps were late
                             : tr("in %Ln step(s)", nullptr, int(s.completedLate24h)));
    m_rejected->setFigure(locale.toString(s.rejectedEvents), tr("not dealt with"),
        tone(s.rejectedEvents, Tone::Warning), icon(s.rejectedEvents, u"info"_s));
}

void HealthView::showBacklogs()
{
    const QLocale locale;
    for (int i = 0; i < backlogCount; ++i) {
        const BacklogSize& size = m_snapshot.backlogs.at(std::size_t(i));
        QStringList context;
        if (size.breached > 0)
            context.append(tr("%1 overdue", "number of orders").arg(locale.toString(size.breached)));
        if (size.oldest.isValid()) {
            const qint64 age = std::max<qint64>(0, size.oldest.secsTo(m_clock.now()));
            context.append(tr("oldest waits %1", "a duration").arg(formatDuration(age, locale)));
        }
        m_backlogs.at(std::size_t(i))
            ->setFigure(locale.toString(size.orders),
                size.orders == 0 ? tr("empty", "backlog without orders") : context.join(u" \u00b7 "_s),
                size.breached > 0 ? Tone::Bad : Tone::Neutral, size.breached > 0 ? u"alert"_s : QString());
    }
}

void HealthView::showAge()
{
    if (!m_snapshot.asOf.isValid())
        return;
    const QLocale locale;
    //: When the figures were read, and how long ago that is
    m_age->setText(tr("As of %1 (%2)")
                       .arg(secondText(m_snapshot.asOf, locale), formatAge(m_snapshot.asOf, m_clock.now(), locale)));
}

void HealthView::feedChanged()
{
    if (m_feed.state() != ChangeFeed::State::Lost || !m_snapshot.asOf.isValid())
        return;
    m_banner->setMessage(Tone::Warning, u"disconnected"_s,
        tr("The connection is lost. These are the figures as of %1.").arg(secondText(m_snapshot.asOf, QLocale())),
        tr("Retry", "button: ask the database again"));
}

int HealthView::heightOf(const TableView* table)
{
    return table->horizontalHeader()->sizeHint().height() + table->model()->rowCount() * Theme::rowHeight + 14;
}

/// Figures and charts are in sight at once, as long as the bars can be told apart.
void HealthView::fitChart()
{
    QWidget* page = m_breachTable->parentWidget()->parentWidget();
    page->layout()->activate();
    m_chart->setMostHeight(m_viewport->height() - m_chart->mapTo(page, QPoint()).y() - belowChart);
}

bool HealthView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_viewport && event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(this, &HealthView::fitChart, Qt::QueuedConnection); // after its own layout
    return QWidget::eventFilter(watched, event);
}

void HealthView::dress()
{
    inkLabel(m_title, m_theme, ColorId::Text, FontRole::Title);
    inkLabel(m_age, m_theme, ColorId::TextMuted, FontRole::Small);
}

void HealthView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_ageTick.start();
    if (m_dirty)
        refresh();
}

void HealthView::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_ageTick.stop();
}
