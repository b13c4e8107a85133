// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/completionpopup.h"

#include "widgets/common/theme.h"

#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int popupRowHeight = 26;
constexpr int mostRows = 9;
constexpr int mostOffered = 60;
constexpr int noteRole = Qt::UserRole;

/// A completion in body text with its meaning behind it, muted.
class CompletionDelegate final : public QStyledItemDelegate
{
public:
    CompletionDelegate(const Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    { }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {100, popupRowHeight}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        painter->save();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, m_theme.color(ColorId::Selection));
        else if (option.state & QStyle::State_MouseOver)
            painter->fillRect(option.rect, m_theme.color(ColorId::SurfaceHover));
        const QRect area = option.rect.adjusted(10, 0, -10, 0);
        const QString text = index.data().toString();
        painter->setFont(m_theme.font(FontRole::Body));
        painter->setPen(m_theme.color(ColorId::Text));
        painter->drawText(area, int(Qt::AlignLeading | Qt::AlignVCenter), text);
        const int used = std::max(painter->fontMetrics().horizontalAdvance(text) + 16, 130);
        painter->setFont(m_theme.font(FontRole::Small));
        painter->setPen(m_theme.color(ColorId::TextMuted));
        const QRect rest = QStyle::visualRect(option.direction, area, area.adjusted(used, 0, 0, 0));
        painter->drawText(rest, int(Qt::AlignLeading | Qt::AlignVCenter),
            painter->fontMetrics().elidedText(index.data(noteRole).toString(), Qt::ElideRight, rest.width()));
        painter->restore();
    }

private:
    const Theme& m_theme;
};

} // namespace

CompletionPopup::CompletionPopup(const Theme& theme, QWidget* owner)
    : QFrame(owner, Qt::ToolTip | Qt::FramelessWindowHint) // a tool tip never takes the focus
    , m_theme(theme)
    , m_owner(owner)
    , m_list(new QListWidget(this))
{
    setObjectName(u"completions"_s);
    m_list->setObjectName(u"completionList"_s);
    m_list->setAccessibleName(tr("What could come next"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new CompletionDelegate(theme, m_list));
    m_list->setMouseTracking(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 5, 1, 5);
    layout->addWidget(m_list);
    connect(m_list, &QListWidget::itemClicked, this, [this] {
        if (const auto completion = current())
            Q_EMIT chosen(*completion);
    });
}

void CompletionPopup::offer(const QList<FilterCompletion>& completions, int x)
{
    m_completions = completions.mid(0, mostOffered);
    m_list->clear();
    for (const FilterCompletion& completion : m_completions) {
        auto* item = new QListWidgetItem(completion.text, m_list);
        item->setData(noteRole, completion.note);
        item->setData(Qt::AccessibleDescriptionRole, completion.note);
    }
    m_list->setCurrentRow(-1);
    if (m_completions.isEmpty()) {
        hide();
        return;
    }
    const int rows = std::min(int(m_completions.size()), mostRows);
    resize(440, rows * popupRowHeight + 12);
    const int left = std::clamp(x - 10, 0, std::max(0, m_owner->width() - width()));
    QFrame::move(m_owner->mapToGlobal(QPoint(left, m_owner->height() + 3)));
    show();
    raise();
}

void CompletionPopup::move(int rows)
{
    const int count = m_list->count();
    if (count == 0)
        return;
    const int row = m_list->currentRow();
    const int next = row < 0 ? (rows > 0 ? 0 : count - 1) : std::clamp(row + rows, 0, count - 1);
    m_list->setCurrentRow(next);
}

bool CompletionPopup::takeKey(int key)
{
    switch (key) {
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_Tab:
        if (!current())
            move(1);
        [[fallthrough]];
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (const auto completion = current()) {
            Q_EMIT chosen(*completion);
            return true;
        }
        return false;
    case Qt::Key_Escape:
        hide();
        return true;
    default:
        return false;
    }
}

std::optional<FilterCompletion> CompletionPopup::current() const
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_completions.size())
        return std::nullopt;
    return m_completions.at(row);
}

int CompletionPopup::count() const
{
    return m_list->count();
}

void CompletionPopup::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(m_theme.color(ColorId::BorderStrong));
    painter.setBrush(m_theme.color(ColorId::Surface));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}
