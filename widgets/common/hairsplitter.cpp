// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/hairsplitter.h"

#include "widgets/common/theme.h"

#include <QPainter>

namespace {

class Hairline final : public QSplitterHandle
{
public:
    Hairline(const Theme& theme, Qt::Orientation orientation, QSplitter* parent)
        : QSplitterHandle(orientation, parent)
        , m_theme(theme)
    { }

protected:
    void paintEvent(QPaintEvent*) override { QPainter(this).fillRect(rect(), m_theme.color(ColorId::Border)); }

private:
    const Theme& m_theme;
};

} // namespace

HairSplitter::HairSplitter(const Theme& theme, Qt::Orientation orientation, QWidget* parent)
    : QSplitter(orientation, parent)
    , m_theme(theme)
{
    setHandleWidth(1);
    setChildrenCollapsible(false);
}

QSplitterHandle* HairSplitter::createHandle()
{
    return new Hairline(m_theme, orientation(), this);
}
