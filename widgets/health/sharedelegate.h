// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/celldelegate.h"

/// Draws a share between 0 and 1 (ValueRole) as a bar with its words beside it.
class ShareDelegate : public CellDelegate
{
    Q_OBJECT
public:
    explicit ShareDelegate(const Theme& theme, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
};
