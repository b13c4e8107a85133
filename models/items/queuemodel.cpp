// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/queuemodel.h"

#include "models/domain/exceptionnames.h"
#include "models/domain/exceptiontitles.h"
#include "models/domain/whenfinished.h"

#include <QLocale>
#include <QTimeZone>

#include <algorithm>

QString QueueLine::countText() const
{
    if (!count)
        return {};
    const QString figures = QLocale().toString(*count);
    return more ? QueueModel::tr("%1+", "a count that was not counted to its end").arg(figures) : figures;
}

QueueModel::QueueModel(ExceptionSource& source, const Clock& clock, QObject* parent)
    : KeyedTableModel(parent)
    , m_source(source)
    , m_clock(clock)
{
    for (const ExceptionQueue queue : fixedQueues)
        m_queues.append({queue, {}, {}, false});
    m_rows = m_queues;
    m_pause.setSingleShot(true);
    m_pause.setInterval(viewsPauseMs);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (m_countAgain)
            countViews();
    });
}

void QueueModel::refresh()
{
    countViews();
    if (m_reading) {
        m_again = true;
        return;
    }
    m_reading = true;
    m_again = false;
    whenFinished(m_source.queues(), this, [this](const Outcome<QList<QueueCount>>& counts) {
        m_reading = false;
        if (counts)
            take(counts.value());
        else if (counts.error().kind != Failure::Cancelled)
            Q_EMIT failed(counts.error());
        if (m_again)
            refresh();
    });
}

void QueueModel::take(const QList<QueueCount>& counts)
{
    QList<QueueLine> lines;
    bool inTeams = false;
    for (const QueueCount& count : counts) {
        const bool team = count.queue == ExceptionQueue::Team;
        lines.append({count.queue, count.team, count.count, team && !inTeams, count.more});
        inTeams = inTeams || team;
    }
    m_answered = true;
    m_queues = std::move(lines);
    show();
}

void QueueModel::show()
{
    merge(m_queues + viewLines());
    Q_EMIT answered();
}

// --- saved views

void QueueModel::setViews(const QList<SavedView>& views)
{
    m_views = views;
    m_views.removeIf([](const SavedView& view) { return view.screen != SavedView::Screen::Triage; });
    m_viewCounts.removeIf([this](const auto& count) { return !view(count.key()); });
    show();
    countViews();
}

const SavedView* QueueModel::view(qint64 id) const
{
    const auto found = std::ranges::find(m_views, id, &SavedView::id);
    return found == m_views.end() ? nullptr : &*found;
}

std::optional<ExceptionQuery> QueueModel::queryOf(const SavedView& view) const
{
    const ParsedFilter filter
        = parseFilter(view.filter, m_clock.now(), QTimeZone::systemTimeZone(), FilterSubject::Problems);
    if (filter.mistake)
        return std::nullopt;
    ExceptionQuery query;
    query.filter = filter.expression;
    if (!view.queue.isEmpty()) {
        query.queue = exceptionQueueFromText(view.queue).value_or(ExceptionQueue::Team);
        query.team = query.queue == ExceptionQueue::Team ? view.queue : QString();
    }
    return query;
}

QList<QueueLine> QueueModel::viewLines() const
{
    QList<QueueLine> lines;
    for (const SavedView& view : m_views) {
        QueueLine line;
        line.view = view.id;
        line.viewName = view.name;
        line.viewText
            = view.filter.isEmpty() ? tr("Everything", "what a saved view without a filter shows") : view.filter;
        if (view.shared)
            line.viewText += u'\n' + tr("Shared by %1").arg(view.owner);
        line.begins = lines.isEmpty();
        if (const auto count = m_viewCounts.constFind(view.id); count != m_viewCounts.constEnd()) {
            line.count = count->count;
            line.more = count->more;
        }
        lines.append(line);
    }
    return lines;
}

void QueueModel::countViews()
{
    if (m_counting || m_pause.isActive()) {
        m_countAgain = true;
        return;
    }
    m_countAgain = false;
    m_toCount.clear();
    for (const SavedView& view : std::as_const(m_views).first(std::min(m_views.size(), mostCountedViews)))
        m_toCount.append(view.id);
    countNext();
}

void QueueModel::countNext()
{
    std::optional<ExceptionQuery> query;
    qint64 id = 0;
    while (!query && !m_toCount.isEmpty()) {
        id = m_toCount.takeFirst();
        if (const SavedView* next = view(id))
            query = queryOf(*next);
    }
    m_counting = query.has_value();
    if (!query) {
        if (!m_views.isEmpty())
            m_pause.start();
        return;
    }
    whenFinished(m_source.count(*query), this, [this, id](const Outcome<CappedCount>& count) {
        if (!view(id) || (!count && count.error().kind != Failure::Cancelled))
            m_viewCounts.remove(id); // gone, or of what this person may not search
        else if (count)
            m_viewCounts.insert(id, count.value());
        show();
        countNext();
    });
}

int QueueModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : 1;
}

QVariant QueueModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const QueueLine& line = row(index.row());
    const QString name = line.view != 0 ? line.viewName : line.team.isEmpty() ? title(line.queue) : line.team;
    switch (role) {
    case Qt::DisplayRole:
        return name;
    case Qt::ToolTipRole:
        return line.view != 0 ? QString(line.viewName + u'\n' + line.viewText) : queueText(line.queue);
    case Qt::AccessibleTextRole:
        return line.count ? tr("%1, %2", "a queue and how much is in it").arg(name, line.countText()) : name;
    case ItemRoles::IdRole:
        return line.key();
    case ItemRoles::ValueRole:
        return line.count ? QVariant(*line.count) : QVariant();
    case ItemRoles::StateRole:
        return line.view != 0 ? QVariant() : QVariant::fromValue(line.queue);
    case ViewRole:
        return line.view;
    case CountRole:
        return line.countText();
    case SectionRole:
        return !line.begins  ? QString()
            : line.view != 0 ? tr("Views", "heading above the saved views")
                             : tr("Teams", "heading above the queues of the teams");
    default:
        return {};
    }
}
