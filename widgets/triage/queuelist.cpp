// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/triage/queuelist.h"

#include "models/items/itemroles.h"
#include "models/items/queuemodel.h"
#include "widgets/common/chip.h"
#include "widgets/common/tabularfigures.h"
#include "widgets/common/theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace {

constexpr int queueHeight = 32;
constexpr int sectionHeight = 34;
constexpr int queueDrawing = 17;

class QueueDelegate final : public QStyledItemDelegate
{
public:
    QueueDelegate(const Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    { }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        const bool begins = !index.data(QueueModel::SectionRole).toString().isEmpty();
        return {120, queueHeight + (begins ? sectionHeight : 0)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        QRect area = option.rect;
        if (const QString section = index.data(QueueModel::SectionRole).toString(); !section.isEmpty()) {
            painter->setFont(m_theme.font(FontRole::SmallStrong));
            painter->setPen(m_theme.color(ColorId::TextMuted));
            painter->drawText(QRect(area.left() + 16, area.top(), area.width() - 24, sectionHeight - 4),
                int(Qt::AlignLeading | Qt::AlignBottom), section);
            area.setTop(area.top() + sectionHeight);
        }
        paintQueue(*painter, option, index, area.adjusted(8, 1, -8, -1));
        painter->restore();
    }

private:
    void paintQueue(
        QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index, const QRect& area) const
    {
        const bool current = option.state & QStyle::State_Selected;
        const bool focus = current && option.widget && option.widget->hasFocus();
        painter.setPen(focus ? QPen(m_theme.color(ColorId::Accent), 1) : QPen(Qt::NoPen));
        if (current)
            painter.setBrush(m_theme.color(ColorId::Selection));
        else
            painter.setBrush(option.state & QStyle::State_MouseOver ? QBrush(m_theme.color(ColorId::SurfaceHover))
                                                                    : QBrush(Qt::NoBrush));
        if (current || option.state & QStyle::State_MouseOver)
            painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), Theme::radius, Theme::radius);

        const bool isView = index.data(QueueModel::ViewRole).toLongLong() != 0;
        const QVariant count = index.data(ItemRoles::ValueRole);
        const ChipLook look = chipLook(index.data(ItemRoles::StateRole));
        const bool alarming = count.toLongLong() > 0 && (look.tone == Tone::Bad || look.tone == Tone::Warning);
        const QColor ink = alarming ? m_theme.tone(look.tone).text
                                    : m_theme.color(current ? ColorId::Accent : ColorId::TextSecondary);
        const auto place = [&](const QRect& rect) { return QStyle::visualRect(option.direction, area, rect); };
        painter.drawPixmap(
            place(QRect(area.left() + 8, area.center().y() - queueDrawing / 2, queueDrawing, queueDrawing)),
            m_theme.pixmap(isView ? u"bookmark"_s : look.icon, ink, queueDrawing,
                option.widget ? option.widget->devicePixelRatioF() : 1.0));

        const QString figures = index.data(QueueModel::CountRole).toString();
        const QFont strong = m_theme.font(FontRole::BodyStrong);
        const int room = figures.isEmpty() ? 0 : tabularWidth(QFontMetrics(strong), figures) + 4;
        const QFont font = m_theme.font(current ? FontRole::BodyStrong : FontRole::Body);
        painter.setFont(font);
        painter.setPen(m_theme.color(current ? ColorId::Text : ColorId::TextSecondary));
        const int start = 8 + queueDrawing + 8;
        const QRect words(area.left() + start, area.top(), area.width() - start - room - 12, area.height());
        painter.drawText(place(words), int(Qt::AlignLeading | Qt::AlignVCenter),
            QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, words.width() + 1));
        if (figures.isEmpty())
            return;
        painter.setFont(strong);
        painter.setPen(alarming ? ink : m_theme.color(count.toLongLong() > 0 ? ColorId::Text : ColorId::TextMuted));
        drawTabular(painter, m_theme.lines(), place(QRect(area.right() - room - 8, area.top(), room, area.height())),
            figures, QStyle::visualAlignment(option.direction, Qt::AlignRight | Qt::AlignVCenter));
    }

    const Theme& m_theme;
};

} // namespace

QueueList::QueueList(QueueModel& model, const Theme& theme, QWidget* parent)
    : QListView(parent)
    , m_queues(model)
{
    setObjectName(u"queues"_s);
    setAccessibleName(tr("Queues and views"));
    setModel(&model);
    setItemDelegate(new QueueDelegate(theme, this));
    setFrameShape(NoFrame);
    setMouseTracking(true);
    setUniformItemSizes(false);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumWidth(150);
    setViewportMargins(0, Theme::space, 0, Theme::space);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        const QString key = index.data(ItemRoles::IdRole).toString();
        if (!index.isValid() || key == m_key)
            return;
        m_key = key;
        if (const qint64 view = index.data(QueueModel::ViewRole).toLongLong(); view != 0)
            Q_EMIT viewChosen(view);
        else
            Q_EMIT queueChosen(index.row());
    });
    connect(&model, &QueueModel::answered, this, [this] { select(m_key); }); // a team may be gone, and come again
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void QueueList::select(const QString& key)
{
    const int row = m_queues.rowOf(key);
    if (row >= 0 && row != currentIndex().row())
        setCurrentIndex(m_queues.index(row, 0));
}

void QueueList::mark(const QString& key)
{
    if (m_queues.rowOf(key) < 0)
        return;
    m_key = key;
    select(key);
}

QString QueueList::currentKey() const
{
    return m_key;
}

void QueueList::keyPressEvent(QKeyEvent* event)
{
    const int step = event->key() == Qt::Key_J ? 1 : event->key() == Qt::Key_K ? -1 : 0;
    if (step != 0 && event->modifiers() == Qt::NoModifier) {
        const int row = std::clamp(currentIndex().row() + step, 0, m_queues.rowCount() - 1);
        setCurrentIndex(m_queues.index(row, 0));
        return;
    }
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Escape:
    case Qt::Key_Right:
        Q_EMIT left();
        return;
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
        QListView::keyPressEvent(event);
        return;
    default:
        event->ignore(); // keys of the page, instead of Qt's search by letters
    }
}
