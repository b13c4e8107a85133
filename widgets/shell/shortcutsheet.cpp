// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/shortcutsheet.h"

#include "widgets/common/theme.h"
#include "widgets/shell/keycap.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

ShortcutSheet::ShortcutSheet(const Theme& theme, QWidget* window)
    : Overlay(theme, window)
    , m_grid(new QGridLayout)
{
    setObjectName(u"shortcutSheet"_s);
    setAccessibleName(tr("All keys"));
    setFocusPolicy(Qt::StrongFocus);
    auto* title = new QLabel(tr("All keys"), panel());
    title->setFont(theme.font(FontRole::Title));
    auto* layout = new QVBoxLayout(panel());
    layout->setContentsMargins(28, 22, 28, 24);
    layout->setSpacing(14);
    layout->addWidget(title);
    layout->addLayout(m_grid);
    layout->addStretch();
    m_grid->setHorizontalSpacing(40);
    m_grid->setVerticalSpacing(18);
}

void ShortcutSheet::setGroups(const QList<ShortcutGroup>& groups)
{
    // each below the shorter column, so that all of it fits a small screen
    std::array<QVBoxLayout*, 2> columns{new QVBoxLayout, new QVBoxLayout};
    std::array<qsizetype, 2> lengths{};
    for (std::size_t column = 0; column < columns.size(); ++column) {
        columns.at(column)->setSpacing(m_grid->verticalSpacing());
        m_grid->addLayout(columns.at(column), 0, int(column));
    }
    for (const ShortcutGroup& group : groups) {
        auto* box = new QGridLayout;
        box->setHorizontalSpacing(14);
        box->setVerticalSpacing(5);
        auto* title = new QLabel(group.title, panel());
        title->setFont(m_theme.font(FontRole::SmallStrong));
        title->setForegroundRole(QPalette::PlaceholderText);
        box->addWidget(title, 0, 0, 1, 2);
        int row = 1;
        for (const ShortcutGroup::Line& line : group.lines) {
            box->addWidget(new KeyCap(m_theme, line.keys, panel()), row, 0, Qt::AlignLeading | Qt::AlignVCenter);
            auto* text = new QLabel(line.text, panel());
            text->setFont(m_theme.font(FontRole::Body));
            box->addWidget(text, row, 1);
            ++row;
        }
        box->setColumnMinimumWidth(0, 118);
        box->setColumnStretch(1, 1);
        const std::size_t shorter = lengths.at(1) < lengths.at(0) ? 1 : 0;
        columns.at(shorter)->addLayout(box);
        lengths.at(shorter) += group.lines.size() + 2;
    }
    for (QVBoxLayout* column : columns)
        column->addStretch(1);
}

void ShortcutSheet::open()
{
    Overlay::open();
    setFocus(Qt::ShortcutFocusReason);
}

QRect ShortcutSheet::panelRect(const QSize& area) const
{
    const QSize wanted = panel()->sizeHint().expandedTo({720, 100}).boundedTo(area - QSize(40, 40));
    return {QPoint((area.width() - wanted.width()) / 2, (area.height() - wanted.height()) / 2), wanted};
}

void ShortcutSheet::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Question)
        close();
    else
        Overlay::keyPressEvent(event);
}
