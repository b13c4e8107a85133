// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/shortcutsheet.h"

#include "widgets/common/keymap.h"
#include "widgets/common/theme.h"
#include "widgets/shell/keycap.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int sheetColumns = 3;

QLayout* boxOf(const ShortcutGroup& group, const Theme& theme, QWidget* parent)
{
    auto* box = new QGridLayout;
    box->setHorizontalSpacing(12);
    box->setVerticalSpacing(4);
    auto* title = new QLabel(group.title, parent);
    title->setFont(theme.font(FontRole::SmallStrong));
    title->setForegroundRole(QPalette::PlaceholderText);
    box->addWidget(title, 0, 0, 1, 2);
    int row = 1;
    for (const ShortcutGroup::Line& line : group.lines) {
        box->addWidget(new KeyCap(theme, line.keys, parent), row, 0, Qt::AlignLeading | Qt::AlignTop);
        auto* text = new QLabel(line.text, parent);
        text->setFont(theme.font(FontRole::Body));
        text->setWordWrap(true);
        box->addWidget(text, row, 1);
        ++row;
    }
    box->setColumnMinimumWidth(0, 96);
    box->setColumnStretch(1, 1);
    return box;
}

} // namespace

ShortcutSheet::ShortcutSheet(const Theme& theme, QWidget* window)
    : Overlay(theme, window)
    , m_keys(new QWidget(this))
    , m_columns(new QHBoxLayout(m_keys))
    , m_change(new QPushButton(tr("Change keys\u2026"), panel()))
{
    setObjectName(u"shortcutSheet"_s);
    setAccessibleName(tr("All keys"));
    setFocusPolicy(Qt::StrongFocus);
    auto* title = new QLabel(tr("All keys"), panel());
    title->setFont(theme.font(FontRole::Title));
    m_change->setObjectName(u"changeKeys"_s);
    connect(m_change, &QPushButton::clicked, this, [this] {
        close();
        Q_EMIT changeRequested();
    });
    auto* head = new QHBoxLayout;
    head->addWidget(title);
    head->addStretch();
    head->addWidget(m_change);
    auto* scroll = new QScrollArea(panel());
    scroll->setWidget(m_keys);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    m_keys->setAutoFillBackground(false);
    m_columns->setContentsMargins(0, 0, 8, 0);
    m_columns->setSpacing(32);
    auto* layout = new QVBoxLayout(panel());
    layout->setContentsMargins(28, 20, 20, 20);
    layout->setSpacing(12);
    layout->addLayout(head);
    layout->addWidget(scroll, 1);
}

void ShortcutSheet::setGroups(const QList<ShortcutGroup>& groups)
{
    qDeleteAll(m_keys->findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
    while (QLayoutItem* column = m_columns->takeAt(0))
        delete column;
    QList<QVBoxLayout*> columns;
    QList<qsizetype> filled(sheetColumns, 0);
    for (int at = 0; at < sheetColumns; ++at) {
        columns.append(new QVBoxLayout);
        columns.last()->setSpacing(18);
        m_columns->addLayout(columns.last(), 1);
    }
    for (const ShortcutGroup& group : groups) { // where there is most room
        const auto at = std::ranges::min_element(filled) - filled.begin();
        columns.at(at)->addLayout(boxOf(group, m_theme, m_keys));
        filled[at] += group.lines.size() + 2;
    }
    for (QVBoxLayout* column : std::as_const(columns))
        column->addStretch();
}

void ShortcutSheet::open()
{
    Overlay::open();
    setFocus(Qt::ShortcutFocusReason);
}

QRect ShortcutSheet::panelRect(const QSize& area) const
{
    const QSize keys = m_keys->sizeHint();
    const QSize wanted = QSize(std::max(keys.width() + 48, 1120), keys.height() + 100).boundedTo(area - QSize(40, 40));
    return {QPoint((area.width() - wanted.width()) / 2, (area.height() - wanted.height()) / 2), wanted};
}

void ShortcutSheet::keyPressEvent(QKeyEvent* event)
{
    if (KeyMap::instance().matches(*event, Command::ShowKeys))
        close();
    else
        Overlay::keyPressEvent(event);
}
