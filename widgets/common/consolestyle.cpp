// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/consolestyle.h"

#include "widgets/common/theme.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace {

void fillRounded(QPainter* painter, const QRectF& rect, qreal radius, const QColor& fill, const QColor& edge = {})
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(edge.isValid() ? QPen(edge, 1) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter->drawRoundedRect(edge.isValid() ? rect.adjusted(0.5, 0.5, -0.5, -0.5) : rect, radius, radius);
    painter->restore();
}

} // namespace

ConsoleStyle::ConsoleStyle(const Theme& theme)
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
    , m_theme(theme)
{ }

void ConsoleStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    const auto color = [this](ColorId id) { return m_theme.color(id); };
    switch (element) {
    case PE_PanelLineEdit: {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame && frame->lineWidth <= 0) // part of something that draws its own frame
            return;
        const bool focus = option->state & State_HasFocus;
        fillRounded(painter, option->rect, Theme::radius, color(ColorId::Surface),
            color(focus ? ColorId::Accent : ColorId::Border));
        return;
    }
    case PE_FrameLineEdit:
        return;
    case PE_PanelButtonCommand:
        drawButton(option, painter, widget);
        return;
    case PE_PanelButtonTool:
        drawToolButton(option, painter);
        return;
    case PE_FrameFocusRect:
        if (option->state & State_KeyboardFocusChange && !qobject_cast<const QAbstractItemView*>(widget))
            fillRounded(painter, option->rect, Theme::radius - 1, {}, color(ColorId::Accent));
        return;
    case PE_PanelItemViewRow:
        return; // drawn once, with the item
    case PE_PanelItemViewItem:
        drawItemRow(option, painter);
        return;
    case PE_Frame:
    case PE_FrameGroupBox:
    case PE_FrameTabWidget:
        if (qobject_cast<const QAbstractScrollArea*>(widget)) {
            painter->setPen(color(ColorId::Border));
            painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        }
        return;
    case PE_FrameMenu:
        return;
    case PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, color(ColorId::Surface));
        return;
    case PE_IndicatorHeaderArrow:
        drawSortArrow(option, painter);
        return;
    case PE_PanelMenu:
        fillRounded(painter, option->rect, 0, color(ColorId::SurfaceRaised), color(ColorId::Border));
        return;
    case PE_PanelTipLabel:
        fillRounded(painter, option->rect, 0, color(ColorId::SurfaceRaised), color(ColorId::BorderStrong));
        return;
    case PE_FrameTabBarBase:
        painter->fillRect(
            QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), color(ColorId::Border));
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void ConsoleStyle::drawButton(const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    const auto* button = qobject_cast<const QPushButton*>(widget);
    const bool enabled = option->state & State_Enabled;
    const bool pressed = option->state & (State_Sunken | State_On);
    const bool hover = enabled && (option->state & State_MouseOver);
    const bool primary = button && button->isDefault() && enabled;
    if (button && button->isFlat() && !hover && !pressed && !(option->state & State_HasFocus))
        return;
    QColor fill = m_theme.color(hover ? ColorId::SurfaceHover : ColorId::Surface);
    QColor edge = m_theme.color(hover ? ColorId::BorderStrong : ColorId::Border);
    if (primary) {
        fill = m_theme.color(hover || pressed ? ColorId::AccentHover : ColorId::Accent);
        edge = fill;
    } else if (pressed) {
        fill = m_theme.color(ColorId::AccentSoft);
        edge = m_theme.color(ColorId::Accent);
    }
    if (option->state & State_HasFocus && option->state & State_KeyboardFocusChange)
        edge = m_theme.color(primary ? ColorId::Text : ColorId::Accent);
    fillRounded(painter, option->rect, Theme::radius, fill, edge);
}

void ConsoleStyle::drawToolButton(const QStyleOption* option, QPainter* painter) const
{
    const bool on = option->state & State_On;
    const bool hover = (option->state & State_MouseOver) && (option->state & State_Enabled);
    const bool pressed = option->state & State_Sunken;
    if (on)
        fillRounded(painter, option->rect, Theme::radius, m_theme.color(ColorId::AccentSoft));
    else if (hover || pressed)
        fillRounded(painter, option->rect, Theme::radius, m_theme.color(ColorId::SurfaceHover));
    if (option->state & State_HasFocus && option->state & State_KeyboardFocusChange)
        fillRounded(painter, option->rect, Theme::radius, {}, m_theme.color(ColorId::Accent));
}

void ConsoleStyle::drawHeaderSection(const QStyleOption* option, QPainter* painter) const
{
    painter->fillRect(option->rect, m_theme.color(ColorId::Surface));
    if (option->state & State_MouseOver && option->state & State_Enabled)
        painter->fillRect(option->rect, m_theme.color(ColorId::SurfaceHover));
    painter->fillRect(
        QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), m_theme.color(ColorId::Border));
}

void ConsoleStyle::drawHeader(const QStyleOptionHeader& header, QPainter* painter, const QWidget* widget) const
{
    // Qt's own asks itself, not us, where the label and the arrow are
    painter->save();
    painter->setClipRect(header.rect);
    drawControl(CE_HeaderSection, &header, painter, widget);
    QStyleOptionHeader part = header;
    part.rect = subElementRect(SE_HeaderLabel, &header, widget);
    drawControl(CE_HeaderLabel, &part, painter, widget);
    part.rect = subElementRect(SE_HeaderArrow, &header, widget);
    drawSortArrow(&part, painter);
    painter->restore();
}

void ConsoleStyle::drawSortArrow(const QStyleOption* option, QPainter* painter) const
{
    const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
    if (!header || header->sortIndicator == QStyleOptionHeader::None)
        return;
    // Qt calls the arrow of an ascending column "down"
    const bool ascending = header->sortIndicator == QStyleOptionHeader::SortDown;
    const QString name = ascending ? u"up"_s : u"down"_s;
    const int size = std::min(header->rect.width(), header->rect.height());
    const QRect place(header->rect.center() - QPoint(size / 2 - 1, size / 2 - 1), QSize(size, size));
    painter->drawPixmap(
        place, m_theme.pixmap(name, m_theme.color(ColorId::Accent), size, painter->device()->devicePixelRatioF()));
}

void ConsoleStyle::drawItemRow(const QStyleOption* option, QPainter* painter) const
{
    const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option);
    if (!item)
        return;
    if (item->backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(item->rect, item->backgroundBrush);
    if (item->state & State_Selected) {
        const bool active = item->state & State_Active;
        painter->fillRect(item->rect, m_theme.color(active ? ColorId::Selection : ColorId::SelectionInactive));
    } else if (item->state & State_MouseOver) {
        painter->fillRect(item->rect, m_theme.color(ColorId::SurfaceHover));
    }
}

void ConsoleStyle::drawTab(const QStyleOption* option, QPainter* painter) const
{
    const bool selected = option->state & State_Selected;
    const bool hover = option->state & State_MouseOver;
    const QRect rect = option->rect;
    if (hover && !selected)
        fillRounded(painter, rect.adjusted(2, 4, -2, -4), Theme::radius, m_theme.color(ColorId::SurfaceHover));
    if (selected)
        painter->fillRect(
            QRect(rect.left() + 8, rect.bottom() - 1, rect.width() - 16, 2), m_theme.color(ColorId::Accent));
    if (option->state & State_HasFocus && option->state & State_KeyboardFocusChange)
        fillRounded(painter, rect.adjusted(2, 4, -2, -4), Theme::radius, {}, m_theme.color(ColorId::Accent));
}

void ConsoleStyle::drawControl(
    ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    switch (element) {
    case CE_Header:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
            drawHeader(*header, painter, widget);
            return;
        }
        break;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        drawHeaderSection(option, painter);
        return;
    case CE_HeaderLabel:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
            QStyleOptionHeader quiet = *header;
            quiet.state &= ~(State_On | State_Sunken); // no bold title for the column of the current cell
            quiet.palette.setColor(QPalette::ButtonText, m_theme.color(ColorId::TextMuted));
            QProxyStyle::drawControl(element, &quiet, painter, widget);
            return;
        }
        break;
    case CE_TabBarTabShape:
        drawTab(option, painter);
        return;
    case CE_TabBarTabLabel:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option)) {
            QStyleOptionTab quiet = *tab;
            quiet.state &= ~State_HasFocus;
            const bool selected = tab->state & State_Selected;
            quiet.palette.setColor(
                QPalette::WindowText, m_theme.color(selected ? ColorId::Text : ColorId::TextSecondary));
            QProxyStyle::drawControl(element, &quiet, painter, widget);
            return;
        }
        break;
    case CE_PushButtonLabel:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
            QStyleOptionButton label = *button;
            const auto* real = qobject_cast<const QPushButton*>(widget);
            if (real && real->isDefault() && (option->state & State_Enabled))
                label.palette.setColor(QPalette::ButtonText, m_theme.color(ColorId::AccentText));
            QProxyStyle::drawControl(element, &label, painter, widget);
            return;
        }
        break;
    case CE_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) {
            QStyleOptionMenuItem flat = *item;
            flat.palette.setColor(QPalette::Highlight, m_theme.color(ColorId::Selection));
            flat.palette.setColor(QPalette::HighlightedText, m_theme.color(ColorId::Text));
            flat.palette.setColor(QPalette::Window, m_theme.color(ColorId::SurfaceRaised));
            QProxyStyle::drawControl(element, &flat, painter, widget);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void ConsoleStyle::drawScrollBar(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (!bar)
        return;
    const bool overTable = widget && qobject_cast<const QAbstractItemView*>(widget->parentWidget()->parentWidget());
    painter->fillRect(bar->rect, m_theme.color(overTable ? ColorId::Surface : ColorId::Window));
    QRectF slider = subControlRect(CC_ScrollBar, bar, SC_ScrollBarSlider, widget);
    if (bar->maximum <= bar->minimum)
        return;
    const bool active = bar->state & State_MouseOver || bar->activeSubControls & SC_ScrollBarSlider;
    slider = bar->orientation == Qt::Vertical ? slider.adjusted(3, 2, -3, -2) : slider.adjusted(2, 3, -2, -3);
    const qreal radius = std::min(slider.width(), slider.height()) / 2;
    fillRounded(painter, slider, radius, m_theme.color(active ? ColorId::TextMuted : ColorId::BorderStrong));
}

void ConsoleStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option);
    if (control == CC_ScrollBar) {
        drawScrollBar(option, painter, widget);
    } else if (control == CC_ToolButton && button) {
        QStyleOptionToolButton plain = *button;
        plain.features.setFlag(QStyleOptionToolButton::HasMenu, false); // the button itself says that it opens one
        QProxyStyle::drawComplexControl(control, &plain, painter, widget);
    } else if (control == CC_ComboBox && qobject_cast<const QAbstractSpinBox*>(widget)) {
        drawDateField(option, painter, widget);
    } else {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

void ConsoleStyle::drawDateField(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    // a date with a calendar: a field like any other, with an arrow
    const ColorId edge = option->state & State_HasFocus ? ColorId::Accent : ColorId::Border;
    fillRounded(painter, option->rect, Theme::radius, m_theme.color(ColorId::Surface), m_theme.color(edge));
    constexpr int side = 16;
    const QRect room = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
    const QRect arrow = alignedRect(option->direction, Qt::AlignCenter, {side, side}, room);
    painter->drawPixmap(arrow,
        m_theme.pixmap(u"down"_s, m_theme.color(ColorId::TextMuted), side, painter->device()->devicePixelRatioF()));
}

QRect ConsoleStyle::subControlRect(
    ComplexControl control, const QStyleOptionComplex* option, SubControl part, const QWidget* widget) const
{
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::subControlRect(control, option, part, widget);
    // without arrow buttons the groove is the whole bar
    const bool vertical = bar->orientation == Qt::Vertical;
    const int length = vertical ? bar->rect.height() : bar->rect.width();
    const qint64 range = qint64(bar->maximum) - bar->minimum;
    int slider = length;
    if (range > 0)
        slider
            = std::clamp(int(qint64(bar->pageStep) * length / (range + bar->pageStep)), std::min(28, length), length);
    const int start
        = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - slider, bar->upsideDown);
    const auto stretch = [&](int from, int to) {
        return visualRect(bar->direction, bar->rect,
            vertical ? QRect(bar->rect.left(), bar->rect.top() + from, bar->rect.width(), to - from)
                     : QRect(bar->rect.left() + from, bar->rect.top(), to - from, bar->rect.height()));
    };
    switch (part) {
    case SC_ScrollBarGroove:
        return bar->rect;
    case SC_ScrollBarSlider:
        return stretch(start, start + slider);
    case SC_ScrollBarSubPage:
        return stretch(0, start);
    case SC_ScrollBarAddPage:
        return stretch(start + slider, length);
    default:
        return {};
    }
}

QRect ConsoleStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    constexpr int arrow = 14;
    constexpr int margin = 8;
    const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
    if (!header || (element != SE_HeaderArrow && element != SE_HeaderLabel))
        return QProxyStyle::subElementRect(element, option, widget);
    const QRect inner = header->rect.adjusted(margin, 0, -margin, 0);
    if (header->sortIndicator == QStyleOptionHeader::None)
        return element == SE_HeaderLabel ? inner : QRect();
    // right behind the words, on whichever side they are
    const int words = std::min(header->fontMetrics.horizontalAdvance(header->text) + 3, inner.width() - arrow);
    const bool trailing = header->textAlignment & (Qt::AlignRight | Qt::AlignTrailing);
    QRect label(inner.left(), inner.top(), words, inner.height());
    if (trailing)
        label.moveRight(inner.right() - arrow);
    const QRect sign(label.right() + 1, inner.center().y() - arrow / 2, arrow, arrow);
    return visualRect(header->direction, header->rect, element == SE_HeaderLabel ? label : sign);
}

QSize ConsoleStyle::sizeFromContents(
    ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        return {result.width() + 8, std::max(result.height(), 30)};
    case CT_LineEdit:
        return {result.width(), std::max(result.height(), 32)};
    case CT_ComboBox:
        return {result.width(), std::max(result.height(), 30)};
    case CT_HeaderSection:
        return {result.width(), std::max(result.height(), 28)};
    case CT_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
            item && item->menuItemType != QStyleOptionMenuItem::Separator)
            return {result.width() + 12, std::max(result.height(), 28)};
        return result;
    case CT_TabBarTab:
        return {result.width() + 4, std::max(result.height(), 36)};
    default:
        return result;
    }
}

int ConsoleStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ScrollView_ScrollBarOverlap:
        return 0;
    case PM_TabBarTabHSpace:
        return 20;
    case PM_TabBarBaseHeight:
    case PM_TabBarTabShiftVertical:
        return 0;
    case PM_HeaderMargin:
        return 8;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize:
        return 18;
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuVMargin:
        return 4;
    case PM_ToolTipLabelFrameWidth:
        return 5;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ConsoleStyle::styleHint(
    StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_Table_GridLineColor: // no grid; rows have their own hairline
        return hint == SH_Table_GridLineColor ? int(m_theme.color(ColorId::Separator).rgba()) : 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_UnderlineShortcut:
        return 1;
    case SH_ToolTip_WakeUpDelay:
        return 450;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

void ConsoleStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (auto* view = qobject_cast<QAbstractItemView*>(widget))
        view->viewport()->setAttribute(Qt::WA_Hover);
    if (auto* line = qobject_cast<QLineEdit*>(widget))
        line->setTextMargins(5, 0, 5, 0);
    // on a page with the role Base a label would take the ink of tables and ignore its own
    if (auto* label = qobject_cast<QLabel*>(widget); label && label->foregroundRole() == QPalette::Text)
        label->setForegroundRole(QPalette::WindowText);
}
