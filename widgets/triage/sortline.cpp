// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/triage/sortline.h"

#include "models/items/itemroles.h"
#include "widgets/common/inklabel.h"
#include "widgets/common/tableview.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

SortLine::SortLine(TableView& table, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_table(table)
    , m_theme(theme)
    , m_words(new QLabel(this))
    , m_back(new QToolButton(this))
{
    m_words->setObjectName(u"orderWords"_s);
    m_back->setObjectName(u"standardOrder"_s);
    m_back->setText(tr("Usual order", "button: sort a list as it is sorted when nobody says otherwise"));
    m_back->setAccessibleName(m_back->text());
    m_back->setAutoRaise(true);
    m_back->setFocusPolicy(Qt::TabFocus);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space);
    layout->addWidget(m_words);
    layout->addWidget(m_back);
    QHeaderView* head = table.horizontalHeader();
    head->setSectionsClickable(true);
    head->setSortIndicatorShown(true);
    connect(head, &QHeaderView::sectionClicked, this, &SortLine::sortBy);
    connect(m_back, &QToolButton::clicked, this, [this] {
        m_table.setFocus(Qt::OtherFocusReason); // the button goes
        Q_EMIT chosen({});
    });
    connect(&theme, &Theme::changed, this, &SortLine::dress);
    dress();
}

void SortLine::setStandard(const QString& words, const QString& detail, const std::optional<ProblemOrder>& same)
{
    m_standard = words;
    m_detail = detail;
    m_same = same;
    m_back->setToolTip(detail);
    m_back->setAccessibleDescription(detail);
    showOrder();
}

void SortLine::setOrder(const ProblemOrder& order)
{
    m_order = order;
    showOrder();
}

void SortLine::sortBy(int column)
{
    const QVariant sort = m_table.model()->headerData(column, Qt::Horizontal, ItemRoles::SortRole);
    if (!sort.isValid()) {
        showOrder(); // the head has moved its arrow already
        QStringList titles;
        for (int each = 0; each < m_table.model()->columnCount(); ++each)
            if (m_table.model()->headerData(each, Qt::Horizontal, ItemRoles::SortRole).isValid())
                titles.append(titleOf(each));
        Q_EMIT refused(tr("This list can be sorted by: %1.", "columns").arg(titles.join(u", "_s)));
        return;
    }
    const bool standard = m_order == ProblemOrder();
    const ProblemOrder next = nextOrder(standard ? m_same.value_or(m_order) : m_order, ProblemSort(sort.toInt()));
    Q_EMIT chosen(next == m_same ? ProblemOrder() : next);
}

void SortLine::showOrder()
{
    const bool standard = m_order == ProblemOrder();
    const ProblemOrder order = standard ? m_same.value_or(m_order) : m_order;
    const int column = columnOf(order.sort);
    m_table.horizontalHeader()->setSortIndicator(column, order.ascending ? Qt::AscendingOrder : Qt::DescendingOrder);
    m_back->setVisible(!standard);
    if (standard) {
        m_words->setText(m_standard);
        m_words->setToolTip(m_detail);
        m_words->setAccessibleName(m_standard);
        return;
    }
    //: How a list is sorted: the title of a column, and an arrow
    m_words->setText(tr("by %1 %2").arg(titleOf(column), order.ascending ? u"\u2191"_s : u"\u2193"_s));
    m_words->setAccessibleName(order.ascending ? tr("by %1, ascending", "how a list is sorted").arg(titleOf(column))
                                               : tr("by %1, descending", "how a list is sorted").arg(titleOf(column)));
    m_words->setToolTip(m_words->accessibleName());
}

int SortLine::columnOf(ProblemSort sort) const
{
    for (int column = 0; column < m_table.model()->columnCount(); ++column) {
        const QVariant own = m_table.model()->headerData(column, Qt::Horizontal, ItemRoles::SortRole);
        if (own.isValid() && ProblemSort(own.toInt()) == sort)
            return column;
    }
    return -1; // no arrow
}

QString SortLine::titleOf(int column) const
{
    return m_table.model()->headerData(column, Qt::Horizontal).toString();
}

void SortLine::dress()
{
    inkLabel(m_words, m_theme, ColorId::TextMuted, FontRole::Small);
    m_back->setFont(m_theme.font(FontRole::Small));
}
