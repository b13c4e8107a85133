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
#include <QLegend>
#include <QLegendMarker>
#include <QToolTip>
#include <QValueAxis>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr int barPitch = 30; ///< height of a bar with its space
constexpr int furniture = 84; ///< legend and axis

/// Distance of marks so that there are about five, all on whole numbers.
qint64 roundInterval(qint64 most)
{
    const double wanted = std::max(1.0, double(most) / 5);
    const double power = std::pow(10.0, std::floor(std::log10(wanted)));
    for (const int factor : {1, 2, 5, 10}) {
        if (factor * power >= wanted)
            return std::max<qint64>(1, qint64(factor * power));
    }
    return 1;
}

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
    setFocusPolicy(Qt::NoFocus); // the table says the same, by keyboard
    viewport()->setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("Chart of open breaches by step and age"));
    setAccessibleDescription(tr("The table below has the same numbers."));
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setMouseTracking(true);
    QChart* chart = this->chart();
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->setBackgroundRoundness(0);
    chart->setMargins({4, 0, 8, 0});
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    chart->setLocalizeNumbers(true);
    for (int bucket = 0; bucket < ageBucketCount; ++bucket) {
        auto* set = new QBarSet(BreachModel::ageTitle(bucket), m_series);
        m_sets.append(set);
        m_series->append(set);
        connect(set, &QBarSet::clicked, this, [this, bucket](int category) { open(bucket, category); });
        connect(set, &QBarSet::hovered, this,
            [this, bucket](bool inside, int category) { tell(inside, bucket, category); });
    }
    m_series->setBarWidth(0.62);
    chart->addSeries(m_series);
    chart->addAxis(m_steps, Qt::AlignLeft);
    chart->addAxis(m_counts, Qt::AlignBottom);
    m_series->attachAxis(m_steps);
    m_series->attachAxis(m_counts);
    m_steps->setTruncateLabels(false);
    m_counts->setLabelFormat(u"%.0f"_s);
    m_counts->setTickType(QValueAxis::TicksDynamic);
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

QSize BreachChart::sizeHint() const
{
    return {560, furniture + barPitch * std::max(3, m_model.rowCount())};
}

void BreachChart::fill()
{
    const int rows = m_model.rowCount();
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
    const qint64 interval = roundInterval(most);
    m_counts->setTickInterval(double(interval));
    const qint64 lines = (most + interval - 1) / interval;
    m_counts->setRange(0, double(lines * interval));
    setMinimumHeight(sizeHint().height());
    updateGeometry();
}

void BreachChart::dress()
{
    QChart* chart = this->chart();
    chart->setBackgroundBrush(m_theme.color(ColorId::Surface));
    chart->setBackgroundPen(Qt::NoPen);
    setBackgroundBrush(m_theme.color(ColorId::Surface));
    const QColor ink = m_theme.color(ColorId::TextSecondary);
    const QFont small = m_theme.font(FontRole::Small);
    for (QAbstractAxis* axis : {static_cast<QAbstractAxis*>(m_steps), static_cast<QAbstractAxis*>(m_counts)}) {
        axis->setLabelsBrush(ink);
        axis->setLabelsFont(small);
        axis->setGridLinePen(QPen(m_theme.color(ColorId::Grid), 1));
        axis->setLinePen(QPen(m_theme.color(ColorId::Border), 1));
    }
    m_steps->setGridLineVisible(false);
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

void BreachChart::open(int bucket, int category)
{
    const int row = rowOfCategory(category);
    if (row >= 0 && row < m_model.rowCount())
        Q_EMIT drillDownRequested(BreachModel::filterFor(m_model.row(row).breaches.step, bucket));
}

void BreachChart::tell(bool inside, int bucket, int category)
{
    const int row = rowOfCategory(category);
    viewport()->setCursor(inside ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (!inside || row < 0 || row >= m_model.rowCount()) {
        QToolTip::hideText();
        return;
    }
    const StepBreaches& step = m_model.row(row).breaches;
    const auto count = step.byAge.at(std::size_t(bucket));
    QToolTip::showText(QCursor::pos(),
        //: Tool tip of a bar: step, how long overdue, number of orders
        tr("%1\nOverdue %2: %n order(s)", "", int(count)).arg(stepTitle(step.step), BreachModel::ageTitle(bucket)),
        this);
}

QPoint BreachChart::placeOf(int row, int bucket) const
{
    const StepBreaches& step = m_model.row(row).breaches;
    double before = 0;
    for (int i = 0; i < bucket; ++i)
        before += double(step.byAge.at(std::size_t(i)));
    const double middle = before + double(step.byAge.at(std::size_t(bucket))) / 2;
    const QPointF value(middle, m_model.rowCount() - 1 - row);
    return mapFromScene(chart()->mapToScene(chart()->mapToPosition(value, m_series)));
}
