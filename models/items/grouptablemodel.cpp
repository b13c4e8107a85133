// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/grouptablemodel.h"

#include "models/domain/exceptiontitles.h"
#include "models/domain/statetitles.h"
#include "models/domain/timetext.h"
#include "models/domain/whenfinished.h"
#include "models/items/ordertexts.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

static_assert(std::tuple_size_v<decltype(GroupLine::cells)> == GroupTableModel::ColumnCount);

GroupTableModel::GroupTableModel(GroupSource& source, const Clock& clock, QObject* parent)
    : WordedTableModel(parent)
    , m_source(source)
    , m_clock(clock)
{ }

void GroupTableModel::ask(const ExceptionQuery& query)
{
    ExceptionQuery question = query;
    question.group = 0;
    question.order = order();
    m_answered = m_answered && question == m_query; // sorting anew leaves what is shown
    m_query = question;
    m_fresh = true;
    read();
}

void GroupTableModel::setOrder(const ProblemOrder& order)
{
    if (order == m_query.order)
        return;
    m_query.order = order;
    if (m_answered || m_loading) // else nothing was asked yet
        ask(m_query);
}

void GroupTableModel::refresh()
{
    if (m_loading)
        m_again = true;
    else
        read();
}

void GroupTableModel::read()
{
    m_again = false;
    setLoading(true);
    whenFinished(m_source.groups(m_query), this, [this, generation = ++m_generation](const Outcome<GroupPage>& page) {
        if (generation != m_generation)
            return; // a newer question is under way
        setLoading(false);
        if (page)
            take(page.value());
        else if (page.error().kind != Failure::Cancelled)
            Q_EMIT failed(page.error());
        if (m_again)
            refresh();
    });
}

void GroupTableModel::take(const GroupPage& page)
{
    QList<GroupLine> lines;
    for (const ExceptionGroup& group : page.groups)
        lines.append(GroupLine{group});
    const bool fresh = std::exchange(m_fresh, false);
    m_asOf = page.asOf;
    m_watched = page.watched;
    m_cutPayloads = page.cutPayloads;
    m_more = page.more;
    Q_EMIT aboutToMerge();
    if (fresh) {
        m_sorted = true;
    } else { // rows that are there keep their place
        QHash<QString, int> place;
        for (int at = 0; at < int(m_rows.size()); ++at)
            place.insert(m_rows.at(at).key(), at);
        QList<GroupLine> sorted = lines;
        std::stable_sort(sorted.begin(), sorted.end(), [&place](const GroupLine& a, const GroupLine& b) {
            const int last = int(place.size());
            return place.value(a.key(), last) < place.value(b.key(), last);
        });
        m_sorted = std::equal(sorted.cbegin(), sorted.cend(), lines.cbegin(), lines.cend(),
            [](const GroupLine& a, const GroupLine& b) { return a.group.id == b.group.id; });
        lines = std::move(sorted);
    }
    m_answered = true;
    merge(std::move(lines));
    Q_EMIT merged();
    if (fresh)
        Q_EMIT answered();
}

void GroupTableModel::setLoading(bool loading)
{
    if (m_loading == loading)
        return;
    m_loading = loading;
    Q_EMIT loadingChanged();
}

qint64 GroupTableModel::problems() const
{
    return std::accumulate(m_rows.cbegin(), m_rows.cend(), qint64(0),
        [](qint64 sum, const GroupLine& line) { return sum + line.group.count; });
}

bool GroupTableModel::countedToTheEnd() const
{
    return std::none_of(m_rows.cbegin(), m_rows.cend(), [](const GroupLine& line) { return line.group.atLeast; });
}

QString GroupTableModel::filterFor(const ExceptionGroup& group, Column column)
{
    switch (column) {
    case TitleColumn:
    case CodeColumn:
        return group.errorCode.isEmpty() ? filterTermFor("class"_L1, group.errorClass)
                                         : filterTermFor("code"_L1, group.errorCode);
    case HopColumn:
        return filterTermFor("flow"_L1, group.flow);
    case StateColumn:
        return filterTermFor("state"_L1, toText(group.state));
    case OwnerColumn:
        return group.owner.isEmpty() ? u"owner:none"_s : filterTermFor("owner"_L1, group.owner);
    case TeamColumn:
        return filterTermFor("team"_L1, group.team);
    case CountColumn:
        return filterTermFor("group"_L1, QString::number(group.id));
    default:
        return {};
    }
}

void GroupTableModel::write(const GroupLine& line) const
{
    const ExceptionGroup& group = line.group;
    const QDateTime now = m_clock.now();
    line.written = true;
    line.cells[TitleColumn] = groupTitle(group);
    line.cells[CountColumn] = group.atLeast
        ? tr("%1+", "a count that was not counted to its end").arg(m_locale.toString(group.count))
        : m_locale.toString(group.count);
    line.cells[DueColumn] = dueText(group.dueAt, now, m_locale);
    if (!group.values.isEmpty())
        line.cells[ValueColumn] = formatMoney(group.values.constFirst(), m_locale);
    if (group.values.size() > 1)
        line.cells[ValueColumn]
            //: A sum of money, and how many sums in other currencies there are beside it
            = tr("%1 +%2").arg(line.cells[ValueColumn], m_locale.toString(group.values.size() - 1));
    line.cells[StateColumn] = title(group.state);
    line.cells[OwnerColumn] = group.owner.isEmpty() ? tr("nobody", "who owns a group of problems") : group.owner;
    const auto fix = knownFix(group);
    line.cells[FixColumn] = fix ? title(*fix) : QString();
    line.cells[HopColumn] = group.sourceSystem.isEmpty() ? systemTitle(group.targetSystem)
                                                         : hopText(group.sourceSystem, group.targetSystem);
    line.cells[LastColumn] = momentText(group.lastAt, now, m_locale);
    line.cells[SinceColumn] = momentText(group.firstAt, now, m_locale);
    line.cells[CodeColumn] = group.errorCode;
    line.cells[TeamColumn] = group.team;
}

int GroupTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant GroupTableModel::value(const ExceptionGroup& group, Column column) const
{
    switch (column) {
    case CountColumn:
        return group.count;
    case DueColumn:
        return group.dueAt;
    case ValueColumn:
        return group.share;
    case StateColumn:
        return int(group.state);
    case LastColumn:
        return group.lastAt;
    case SinceColumn:
        return group.firstAt;
    default:
        return {};
    }
}

/// Each sum on a line, however many the cell has room for.
QString GroupTableModel::valuesText(const ExceptionGroup& group) const
{
    QString text;
    for (const Money& value : group.values)
        text += formatMoney(value, m_locale) + u'\n';
    return text;
}

/// The cause, and below it how things stand: also for who hears the row instead of seeing it.
QString GroupTableModel::wholeText(const GroupLine& line) const
{
    QStringList parts{cell(line, StateColumn), cell(line, OwnerColumn), cell(line, HopColumn)};
    if (const QString fix = cell(line, FixColumn); !fix.isEmpty())
        parts.append(tr("known fix: %1").arg(fix));
    return cell(line, TitleColumn) + u'\n' + parts.join(u", "_s);
}

QString GroupTableModel::toolTip(const GroupLine& line, Column column) const
{
    const ExceptionGroup& group = line.group;
    switch (column) {
    case TitleColumn:
        return QStringList{wholeText(line),
            tr("First seen %1, last failed %2").arg(cell(line, SinceColumn), cell(line, LastColumn)), whyGrouped(group)}
            .join(u'\n');
    case TrendColumn:
        return tr("Failures in each of the last 24 hours; %Ln altogether", nullptr,
            std::accumulate(group.hours.cbegin(), group.hours.cend(), 0));
    case DueColumn:
        return group.dueAt.isValid()
            ? tr("The first of its orders misses a target at %1").arg(minuteText(group.dueAt, m_locale))
            : tr("None of its orders has a target that it could miss.");
    case ValueColumn:
        return valuesText(group)
            + tr("Value of its orders, each currency by itself. An order with several problems counts with each.");
    case StateColumn:
        if (group.escalated)
            return tr("Back by itself: its time has come, or there are more than was agreed.");
        return groupStanding(group, minuteText(group.until, m_locale), m_locale);
    case FixColumn:
        return cell(line, FixColumn).isEmpty() ? QString() : tr("What has put most of these right so far");
    case LastColumn:
        return secondText(group.lastAt, m_locale);
    case SinceColumn:
        return secondText(group.firstAt, m_locale);
    default:
        return cell(line, column);
    }
}

QVariant GroupTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto column = Column(index.column());
    const GroupLine& line = m_rows.at(index.row());
    const bool figure = column == CountColumn || column == ValueColumn;
    switch (role) {
    case Qt::DisplayRole:
        return cell(line, column);
    case Qt::ToolTipRole:
        return toolTip(line, column);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (figure ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::AccessibleTextRole:
        return column == TitleColumn ? wholeText(line)
            : column == ValueColumn  ? valuesText(line.group).trimmed()
            : column == TrendColumn  ? toolTip(line, column)
                                     : cell(line, column);
    case ItemRoles::ValueRole:
        return value(line.group, column);
    case ItemRoles::IdRole:
        return line.group.id;
    case ItemRoles::StateRole:
        return column == StateColumn ? QVariant::fromValue(line.group.state) : QVariant();
    case ItemRoles::NumericRole:
        return figure;
    case ItemRoles::SeriesRole:
        return column == TrendColumn
            ? QVariant::fromValue(QList<int>(line.group.hours.cbegin(), line.group.hours.cend()))
            : QVariant();
    case ItemRoles::EmphasisRole:
        if (column == TitleColumn || column == CountColumn)
            return int(ItemRoles::Emphasis::Strong);
        if (column == DueColumn && timeLeft(line.group.dueAt, m_clock.now()) == TimeLeft::Overdue)
            return int(ItemRoles::Emphasis::Bad);
        if (column == DueColumn && timeLeft(line.group.dueAt, m_clock.now()) == TimeLeft::WithinAnHour)
            return int(ItemRoles::Emphasis::Warning);
        if (column == OwnerColumn && line.group.owner.isEmpty())
            return int(ItemRoles::Emphasis::Muted);
        return int(ItemRoles::Emphasis::Secondary);
    case ItemRoles::CopyRole:
        return column == TitleColumn ? QVariant(cell(line, TitleColumn)) : QVariant();
    case ItemRoles::FilterRole:
        return filterFor(line.group, column);
    default:
        return {};
    }
}

/// By what the database can sort; what a group is about is put in words here.
QVariant GroupTableModel::sortOf(Column column)
{
    switch (column) {
    case CountColumn:
        return int(ProblemSort::Count);
    case TrendColumn:
        return int(ProblemSort::Trend);
    case DueColumn:
        return int(ProblemSort::Due);
    case ValueColumn:
        return int(ProblemSort::Value);
    case StateColumn:
        return int(ProblemSort::State);
    case OwnerColumn:
        return int(ProblemSort::Owner);
    case LastColumn:
        return int(ProblemSort::Last);
    case SinceColumn:
        return int(ProblemSort::Opened);
    case CodeColumn:
        return int(ProblemSort::Code);
    case TeamColumn:
        return int(ProblemSort::Team);
    default:
        return {};
    }
}

QVariant GroupTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const auto column = Column(section);
    if (role == Qt::TextAlignmentRole)
        return int(
            Qt::AlignVCenter | (column == CountColumn || column == ValueColumn ? Qt::AlignRight : Qt::AlignLeft));
    if (role == ItemRoles::SortRole)
        return sortOf(column);
    if (role == Qt::ToolTipRole)
        return sortOf(column).isValid() ? tr("Click to sort") : QVariant();
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case TitleColumn:
        return tr("Cause", "column: what a group of problems is about");
    case CountColumn:
        return tr("Problems", "column: how many");
    case TrendColumn:
        return tr("24 h", "column: failures in the last 24 hours, drawn");
    case DueColumn:
        return tr("Due", "column: when the first order misses a target");
    case ValueColumn:
        return tr("At risk", "column: value of the orders");
    case StateColumn:
        return tr("State", "column: of a group of problems");
    case OwnerColumn:
        return tr("Owner", "column: who works on it");
    case FixColumn:
        return tr("Known fix", "column: what has helped before");
    case HopColumn:
        return tr("Way", "column: from which system to which");
    case LastColumn:
        return tr("Last failed", "column: time of the latest failure");
    case SinceColumn:
        return tr("First seen", "column: when a group began");
    case CodeColumn:
        return tr("Code", "column: code of an error");
    case TeamColumn:
        return tr("Team", "column: who looks after it");
    case ColumnCount:
        break;
    }
    return {};
}
