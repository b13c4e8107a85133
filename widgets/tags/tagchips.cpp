// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tags/tagchips.h"

#include "widgets/common/chip.h"
#include "widgets/common/flowlayout.h"

using namespace Qt::StringLiterals;

TagChips::TagChips(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(u"tagChips"_s);
    auto* layout = new FlowLayout(this, 6, 4);
    layout->setContentsMargins(0, 0, 0, 0);
    hide();
}

void TagChips::setTags(const QStringList& tags)
{
    if (tags == m_tags)
        return;
    m_tags = tags;
    while (QLayoutItem* item = layout()->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const QString& tag : tags) {
        auto* chip = new Chip(m_theme, this);
        chip->setState({}, {Tone::Accent, u"bookmark"_s}, tag);
        layout()->addWidget(chip);
    }
    setAccessibleName(tags.isEmpty() ? QString() : tr("Tags: %1").arg(tags.join(u", "_s)));
    setVisible(!tags.isEmpty());
}
