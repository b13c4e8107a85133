// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/handovercsv.h"

#include "models/domain/exceptionsentence.h"
#include "models/domain/exceptiontitles.h"
#include "models/domain/handoverwords.h"
#include "models/domain/systemreason.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// A row of any of the lists; what a list does not have stays empty.
struct Line
{
    QString list;
    qint64 id = 0;
    QString problem = {};
    QString order = {};
    QString flow = {};
    std::optional<qint64> count = {};
    QList<Money> values = {};
    QString state = {};
    QString owner = {};
    QString by = {};
    QDateTime at = {};
    QDateTime due = {};
    QDateTime until = {};
    QString text = {};
    const Operation* operation = nullptr;
};

class Sheet
{
    Q_DECLARE_TR_FUNCTIONS(HandoverCsv)

public:
    Sheet(const Handover& handover, const ReportManner& manner)
        : m_zone(manner.zone)
        , m_handover(handover)
    { }

    QByteArray csv();

private:
    void addGroups(const QString& list, const QList<ExceptionGroup>& groups);
    void addOperations(const QString& list, const QList<Operation>& operations);
    void addLeftOut(const QString& list, qint64 rows);
    void collect();
    QStringList head() const;
    QStringList cells(const Line& line) const;
    QString moment(const QDateTime& time) const
    {
        return time.isValid() ? time.toTimeZone(m_zone).toString(u"yyyy-MM-dd HH:mm:ss"_s) : QString();
    }

    const QTimeZone& m_zone;
    const Handover& m_handover;
    QList<Line> m_lines;
    QStringList m_currencies;
};

QString numberText(qint64 number)
{
    return QString::number(number);
}

void Sheet::addGroups(const QString& list, const QList<ExceptionGroup>& groups)
{
    for (const ExceptionGroup& group : groups)
        m_lines.append({.list = list,
            .id = group.id,
            .problem = groupTitle(group),
            .flow = group.flow,
            .count = group.count,
            .values = group.values,
            .state = title(group.state),
            .owner = group.owner,
            .at = group.lastAt,
            .due = group.dueAt,
            .until = group.until,
            .text = group.waitingOn});
}

void Sheet::addOperations(const QString& list, const QList<Operation>& operations)
{
    for (const Operation& operation : operations)
        m_lines.append({.list = list,
            .id = operation.id,
            .count = operation.total,
            .state = title(operation.state),
            .by = operation.requestedBy,
            .at = operation.finishedAt.isValid() ? operation.finishedAt
                : operation.startedAt.isValid()  ? operation.startedAt
                                                 : operation.askedAt,
            .until = operation.approvalUntil,
            .text = operation.reason,
            .operation = &operation});
}

void Sheet::addLeftOut(const QString& list, qint64 rows)
{
    if (rows > 0)
        m_lines.append({.list = list, .problem = tr("Left out here, so many rows:"), .count = rows});
}

void Sheet::collect()
{
    const auto& h = m_handover;
    const QString open = tr("Open causes");
    for (const HandoverGroup& one : h.open.rows) {
        addGroups(open, {one.group});
        if (!one.lastNote.author.isEmpty()) {
            QStringList texts{m_lines.last().text, one.lastNote.content};
            texts.removeAll(QString());
            m_lines.last().text = texts.join(u" \u2013 "_s);
            m_lines.last().by = one.lastNote.author;
        }
    }
    addLeftOut(open, h.open.leftOut());
    const QString doubt = tr("In doubt");
    for (const Exception& one : h.inDoubt.rows)
        m_lines.append({.list = doubt,
            .id = one.id,
            .problem = problemText(one),
            .order = one.orderNumber,
            .flow = one.flow,
            .values = one.value ? QList<Money>{*one.value} : QList<Money>(),
            .state = title(one.state),
            .owner = one.owner,
            .at = one.openedAt,
            .due = one.stepDueAt,
            .until = one.snoozedUntil,
            .text = exceptionSentence(one)});
    addLeftOut(doubt, h.inDoubt.leftOut());
    for (const auto& [list, operations] :
        {std::pair{tr("Waiting for approval"), &h.awaiting}, std::pair{tr("Replays under way"), &h.underWay}}) {
        addOperations(list, operations->rows);
        addLeftOut(list, operations->leftOut());
    }
    for (const auto& [list, groups] :
        {std::pair{tr("Opened since"), &h.opened}, std::pair{tr("Came back since"), &h.regressed}}) {
        addGroups(list, groups->rows);
        addLeftOut(list, groups->leftOut());
    }
    const QString closed = tr("Closed since");
    for (const HandoverResolved& one : h.resolved.rows)
        m_lines.append({.list = closed,
            .id = one.group.id,
            .problem = groupTitle(one.group),
            .flow = one.group.flow,
            .count = one.group.count,
            .values = one.group.values,
            .state = title(one.resolution),
            .by = one.by,
            .at = one.lastAt,
            .text = systemReason(one.reason)});
    addLeftOut(closed, h.resolved.leftOut());
    addOperations(tr("Replays that ended since"), h.replayed.rows);
    addLeftOut(tr("Replays that ended since"), h.replayed.leftOut());
    const QString owners = tr("Changes of owner since");
    for (const HandoverOwnerChange& one : h.ownerChanges.rows)
        m_lines.append({.list = owners,
            .id = one.group.id,
            .problem = groupTitle(one.group),
            .flow = one.group.flow,
            .count = one.count,
            .owner = one.to,
            .by = one.actor,
            .at = one.lastAt,
            .text = one.from.isEmpty() ? tr("was nobody's") : tr("was with %1", "an owner").arg(one.from)});
    addLeftOut(owners, h.ownerChanges.leftOut());
    const QString notes = tr("Notes since");
    for (const HandoverNote& one : h.notes.rows)
        m_lines.append({.list = notes,
            .id = one.group.id,
            .problem = groupTitle(one.group),
            .order = one.orderNumber,
            .flow = one.group.flow,
            .by = one.comment.author,
            .at = one.comment.at,
            .text = one.comment.content});
    addLeftOut(notes, h.notes.leftOut());
    for (const QueueCount& one : h.queues)
        m_lines.append({.list = tr("Queues"),
            .problem = one.queue == ExceptionQueue::Team ? one.team : title(one.queue),
            .count = one.count,
            .at = h.asOf});
}

QStringList Sheet::head() const
{
    const QString zone = QString::fromLatin1(m_zone.id());
    QStringList titles{tr("List", "column: which list a row is of"), tr("Id", "column"), tr("Problem", "column"),
        tr("Order", "column"), tr("Flow", "column"), tr("Count", "column")};
    for (const QString& currency : m_currencies)
        //: Column; %1 is a currency such as EUR
        titles.append(tr("Value %1").arg(currency));
    titles.append({tr("State", "column"), tr("Owner", "column"), tr("By", "column: who did or wrote it"),
        //: Column; %1 is a time zone
        tr("Time (%1)").arg(zone), tr("Due (%1)", "column; %1 is a time zone").arg(zone),
        tr("Until (%1)", "column; %1 is a time zone").arg(zone), tr("Text", "column"),
        tr("Confirmed", "column: messages of a replay"), tr("Failed", "column: messages of a replay"),
        tr("Skipped", "column: messages of a replay"), tr("In doubt", "column: messages of a replay"),
        tr("Not started", "column: messages of a replay"), tr("Total", "column: messages of a replay")});
    for (QString& title : titles)
        title = csvText(title);
    return titles;
}

QStringList Sheet::cells(const Line& line) const
{
    QStringList cells{csvText(line.list), line.id == 0 ? QString() : numberText(line.id),
        csvText(HandoverWords::withoutAddresses(line.problem)), csvText(line.order), csvText(line.flow),
        line.count ? numberText(*line.count) : QString()};
    for (const QString& currency : m_currencies) {
        const auto found = std::ranges::find(line.values, currency, &Money::currency);
        cells.append(found == line.values.cend() ? QString() : plainDecimal(*found));
    }
    cells.append({csvText(line.state), csvText(line.owner), csvText(line.by), moment(line.at), moment(line.due),
        moment(line.until), csvText(HandoverWords::withoutAddresses(line.text))});
    if (const Operation* o = line.operation)
        cells.append({numberText(o->confirmed), numberText(o->failed), numberText(o->skipped), numberText(o->inDoubt),
            numberText(o->notStarted), numberText(o->total)});
    else
        cells.append({{}, {}, {}, {}, {}, {}});
    return cells;
}

QByteArray Sheet::csv()
{
    collect();
    for (const Line& line : m_lines) {
        for (const Money& value : line.values) {
            if (minorUnitDigits(value.currency) >= 0 && !m_currencies.contains(value.currency))
                m_currencies.append(value.currency);
        }
    }
    m_currencies.sort();
    QString text = QString(QChar(QChar::ByteOrderMark)) + head().join(u',') + u"\r\n"_s;
    for (const Line& line : std::as_const(m_lines))
        text += cells(line).join(u',') + u"\r\n"_s;
    return text.toUtf8();
}

} // namespace

QString csvText(QString text)
{
    if (text.isEmpty())
        return text;
    // the wide forms too: spreadsheets of the Far East take them for the same
    if (QStringView(u"=+-@\t\r\n\uff1d\uff0b\uff0d\uff20").contains(text.front()))
        text.prepend(u'\'');
    text.remove(QChar(u'\0'));
    return u'"' + text.replace(u"\""_s, u"\"\""_s) + u'"';
}

QByteArray handoverCsv(const Handover& handover, const ReportManner& manner)
{
    return Sheet(handover, manner).csv();
}
