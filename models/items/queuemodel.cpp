// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/queuemodel.h"

#include "models/domain/exceptiontitles.h"
#include "models/domain/whenfinished.h"

#include <QLocale>

QString QueueLine::countText() const
{
    if (!count)
        return {};
    const QString figures = QLocale().toString(*count);
    return more ? QueueModel::tr("%1+", "a count that was not counted to its end").arg(figures) : figures;
}

QueueModel::QueueModel(ExceptionSource& source, QObject* parent)
    : KeyedTableModel(parent)
    , m_source(source)
{
    for (const ExceptionQueue queue : {ExceptionQueue::Open, ExceptionQueue::Mine, ExceptionQueue::Unassigned,
             ExceptionQueue::InDoubt, ExceptionQueue::Breaching, ExceptionQueue::Overdue, ExceptionQueue::Regressed,
             ExceptionQueue::Snoozed, ExceptionQueue::Resolved})
        m_rows.append({queue, {}, {}, false});
}

void QueueModel::refresh()
{
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
    merge(std::move(lines));
    Q_EMIT answered();
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
    const QString name = line.team.isEmpty() ? title(line.queue) : line.team;
    switch (role) {
    case Qt::DisplayRole:
        return name;
    case Qt::ToolTipRole:
        return queueText(line.queue);
    case Qt::AccessibleTextRole:
        return line.count ? tr("%1, %2", "a queue and how much is in it").arg(name, line.countText()) : name;
    case ItemRoles::IdRole:
        return line.key();
    case ItemRoles::ValueRole:
        return line.count ? QVariant(*line.count) : QVariant();
    case ItemRoles::StateRole:
        return QVariant::fromValue(line.queue);
    case CountRole:
        return line.countText();
    case SectionRole:
        return line.begins ? tr("Teams", "heading above the queues of the teams") : QString();
    default:
        return {};
    }
}
