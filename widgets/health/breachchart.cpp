// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/health/breachchart.h"

#include "models/domain/statetitles.h"
#include "widgets/common/theme.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QGraphicsLayout>
#include <QHorizontalStackedBarSeries>
#include <QKeyEvent>
#include <QLegend>
#include <QLegendMarker>
#include <QLocale>
#include <QPainter>
#include <QToolTip>
#include <QValueAxis>

#include <algorithm>
#include <climits>

using namespace Qt::StringLiterals;

namespace {

constexpr int barPitch = 30; ///< height of a bar with its space
constexpr int leastPitch = 17; ///< lower ones could not be told apart
constexpr int furniture = 46; ///< legend and margins
constexpr double barShare = 0.62; ///< of the pitch
constexpr int totalGap = 6;

} // namespace

BreachChart::BreachChart(const Theme& theme, const BreachModel& model, QWidget* parent)
    : QChartView(parent)
    , m_theme(theme)
    , m_model(model)
    , m_series(new QHorizontalStackedBarSeries(this))
    , m_steps(new QBarCategoryAxis(this))
    , m_counts(new QValueAxis(this))
{
    setObjectName(u"breachChart"_s);
    viewport()->setFocusPolicy(Qt::NoFocus); // first, for it sets that of its proxy too, which is the chart
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Chart of open breaches by step and age"));
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setMouseTracking(true);
    QChart* chart = this->chart();
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->setBackgroundRoundness(0);
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    chart->setLocalizeNumbers(true);
    for (int bucket = 0; bucket < ageBucketCount; ++bucket) {
        auto* set = new QBarSet(BreachModel::ageTitle(bucket), m_series);
        m_sets.append(set);
        m_series->append(set);
        connect(set, &QBarSet::clicked, this, [this, bucket](int category) { open(rowOfCategory(category), bucket); });
        connect(set, &QBarSet::hovered, this,
            [this, bucket](bool inside, int category) { tell(inside, rowOfCategory(category), bucket); });
    }
    m_series->setBarWidth(barShare);
    chart->addSeries(m_series);
    chart->addAxis(m_steps, Qt::AlignLeft);
    chart->addAxis(m_counts, Qt::AlignBottom);
    m_series->attachAxis(m_steps);
    m_series->attachAxis(m_counts);
    m_steps->setTruncateLabels(false);
    m_counts->setVisible(false); // each bar has its total
    chart->legend()->setAlignment(Qt::AlignTop);
    chart->legend()->setMarkerShape(QLegend::MarkerShapeRectangle);
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &BreachChart::fill);
    const auto soon = qOverload<>(&QTimer::start);
    connect(&model, &QAbstractItemModel::modelReset, &m_soon, soon);
    connect(&model, &QAbstractItemModel::dataChanged, &m_soon, soon);
    connect(&model, &QAbstractItemModel::rowsInserted, &m_soon, soon);
    connect(&model, &QAbstractItemModel::rowsRemoved, &m_soon, soon);
    connect(&theme, &Theme::changed, this, &BreachChart::dress);
    dress();
    fill();
}

void BreachChart::setMostHeight(int height)
{
    if (height == m_mostHeight)
        return;
    m_mostHeight = height;
    setFixedHeight(sizeHint().height());
}

QSize BreachChart::sizeHint() const
{
    const int bars = std::max(3, int(m_rows.size()));
    const int most = m_mostHeight > 0 ? std::max(m_mostHeight, furniture + leastPitch * bars) : INT_MAX;
    return {560, std::min(furniture + barPitch * bars, most)};
}

void BreachChart::fill()
{
    m_rows.clear();
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.row(row).breaches.total() > 0)
            m_rows.append(row);
    }
    const int rows = int(m_rows.size());
    QStringList titles;
    qint64 most = 1;
    for (int category = 0; category < rows; ++category) {
        const StepBreaches& step = m_model.row(rowOfCategory(category)).breaches;
        titles.append(stepTitle(step.step));
        most = std::max(most, step.total());
    }
    // two steps of the same name would become one bar
    for (int i = 0; i < titles.size(); ++i) {
        if (titles.indexOf(titles.at(i)) < i)
            titles[i] += u" ("_s + m_model.row(rowOfCategory(i)).breaches.step + u')';
    }
    for (int bucket = 0; bucket < ageBucketCount; ++bucket) {
        QBarSet* set = m_sets.at(bucket);
        if (set->count() > rows)
            set->remove(rows, set->count() - rows);
        for (int category = 0; category < rows; ++category) {
            const auto count = double(m_model.row(rowOfCategory(category)).breaches.byAge.at(std::size_t(bucket)));
            if (category < set->count())
                set->replace(category, count);
            else
                set->append(count);
        }
    }
    m_steps->setCategories(titles);
    if (rows > 0)
        m_steps->setRange(titles.constFirst(), titles.constLast());
    m_counts->setRange(0, double(most));
    const int widest = QFontMetrics(m_theme.font(FontRole::SmallStrong)).horizontalAdvance(QLocale().toString(most));
    chart()->setMargins({4, 0, widest + totalGap + 8, 0}); // the longest bar has its total too
    if (!m_rows.contains(m_current.first) || countOf(m_current.first, m_current.second) == 0)
        m_current = {-1, -1};
    setFixedHeight(sizeHint().height());
}

void BreachChart::dress()
{
    QChart* chart = this->chart();
    chart->setBackgroundBrush(m_theme.color(ColorId::Surface));
    chart->setBackgroundPen(Qt::NoPen);
    setBackgroundBrush(m_theme.color(ColorId::Surface));
    const QColor ink = m_theme.color(ColorId::TextSecondary);
    const QFont small = m_theme.font(FontRole::Small);
    m_steps->setGridLineVisible(false);
    m_steps->setLinePen(QPen(m_theme.color(ColorId::Border), 1));
    m_steps->setLabelsFont(m_theme.font(FontRole::Body));
    m_steps->setLabelsBrush(m_theme.color(ColorId::Text));
    chart->legend()->setFont(small);
    chart->legend()->setLabelBrush(ink);
    for (int bucket = 0; bucket < ageBucketCount; ++bucket) {
        QBarSet* set = m_sets.at(bucket);
        set->setBrush(m_theme.color(ColorId(int(ColorId::Age1) + bucket)));
        set->setPen(QPen(m_theme.color(ColorId::Surface), 1)); // a hairline between the pieces
    }
    const auto markers = chart->legend()->markers(m_series);
    for (QLegendMarker* marker : markers)
        marker->setPen(QPen(m_theme.color(ColorId::BorderStrong), 1));
}

qint64 BreachChart::countOf(int row, int bucket) const
{
    return m_model.row(row).breaches.byAge.at(std::size_t(bucket));
}

void BreachChart::open(int row, int bucket)
{
    if (row >= 0 && row < m_model.rowCount())
        Q_EMIT drillDownRequested(BreachModel::filterFor(m_model.row(row).breaches.step, bucket));
}

QString BreachChart::pieceText(int row, int bucket) const
{
    //: Tool tip of a bar: step, how long overdue, number of orders
    return tr("%1\nOverdue %2: %n order(s)", "", int(countOf(row, bucket)))
        .arg(stepTitle(m_model.row(row).breaches.step), BreachModel::ageTitle(bucket));
}

void BreachChart::tell(bool inside, int row, int bucket)
{
    viewport()->setCursor(inside ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (inside && row >= 0 && row < m_model.rowCount())
        QToolTip::showText(QCursor::pos(), pieceText(row, bucket), this);
    else
        QToolTip::hideText();
}

// --- where things are

QRectF BreachChart::pieceOf(int row, int bucket) const
{
    double before = 0;
    for (int i = 0; i < bucket; ++i)
        before += double(countOf(row, i));
    const auto place = [this, row](double count) {
        return QPointF(
            mapFromScene(chart()->mapToScene(chart()->mapToPosition(QPointF(count, categoryOf(row)), m_series))));
    };
    const QPointF begin = place(before);
    const QPointF end = place(before + double(countOf(row, bucket)));
    const double height = barShare * chart()->plotArea().height() / double(std::max<qsizetype>(1, m_rows.size()));
    return {begin.x(), begin.y() - height / 2, end.x() - begin.x(), height};
}

QRectF BreachChart::totalOf(int row) const
{
    const QFontMetrics metrics(m_theme.font(FontRole::SmallStrong));
    const QRectF last = pieceOf(row, ageBucketCount - 1);
    const QString text = QLocale().toString(m_model.row(row).breaches.total());
    return {last.right() + totalGap, last.center().y() - metrics.height() / 2.0,
        double(metrics.horizontalAdvance(text)) + 1, double(metrics.height())};
}

void BreachChart::paintEvent(QPaintEvent* event)
{
    QChartView::paintEvent(event);
    if (m_soon.isActive())
        return; // the bars are not yet those of the model
    QPainter painter(viewport());
    painter.setFont(m_theme.font(FontRole::SmallStrong));
    painter.setPen(m_theme.color(ColorId::Text));
    for (const int row : std::as_const(m_rows))
        painter.drawText(totalOf(row), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip,
            QLocale().toString(m_model.row(row).breaches.total()));
    if (!hasFocus() || m_current.first < 0)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.color(ColorId::Accent), 2));
    painter.drawRoundedRect(pieceOf(m_current.first, m_current.second).adjusted(-2, -2, 2, 2), 2, 2);
}

// --- by keyboard

bool BreachChart::choose(int row, int bucket, int step)
{
    for (int age = bucket; row >= 0 && age >= 0 && age < ageBucketCount; age += step) {
        if (countOf(row, age) == 0)
            continue;
        m_current = {row, age};
        setAccessibleDescription(pieceText(row, age));
        viewport()->update();
        return true;
    }
    return false;
}

void BreachChart::keyPressEvent(QKeyEvent* event)
{
    const auto [row, bucket] = m_current;
    const qsizetype at = m_rows.indexOf(row);
    const auto beside = [this, bucket = bucket](int other) { // the same age, else the next older, else the next younger
        return choose(other, std::max(0, bucket), 1) || choose(other, bucket, -1);
    };
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_K:
        beside(m_rows.value(at - 1, row));
        break;
    case Qt::Key_Down:
    case Qt::Key_J:
        beside(m_rows.value(at + 1, row));
        break;
    case Qt::Key_Left:
        choose(row, bucket - 1, -1);
        break;
    case Qt::Key_Right:
        choose(row, bucket + 1, 1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        open(row, bucket);
        break;
    default:
        QChartView::keyPressEvent(event);
    }
}

void BreachChart::focusInEvent(QFocusEvent* event)
{
    QChartView::focusInEvent(event);
    if (m_current.first < 0)
        choose(m_rows.value(0, -1), 0, 1);
    viewport()->update();
}

void BreachChart::focusOutEvent(QFocusEvent* event)
{
    QChartView::focusOutEvent(event);
    viewport()->update();
}
