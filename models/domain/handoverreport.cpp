// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/handoverreport.h"

#include "models/domain/exceptionsentence.h"
#include "models/domain/exceptiontitles.h"
#include "models/domain/handoverwords.h"
#include "models/domain/operationtexts.h"
#include "models/domain/statetitles.h"
#include "models/domain/systemreason.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace {

class Writer : HandoverWords
{
    Q_DECLARE_TR_FUNCTIONS(HandoverReport)

public:
    Writer(const Handover& handover, const ReportManner& manner)
        : HandoverWords(handover, manner)
    { }

    Report report() const;

private:
    qint64 queueSize(ExceptionQueue queue) const;
    QList<ReportFigure> figures() const;
    ReportChart chart() const;
    ReportTable open() const;
    ReportTable inDoubt() const;
    ReportTable awaiting() const;
    ReportTable underWay() const;
    ReportTable opened() const;
    ReportTable regressed() const;
    ReportTable resolved() const;
    ReportTable replayed() const;
    ReportTable ownerChanges() const;
    ReportTable notes() const;
    ReportTable queues() const;
    QList<QStringList> groupRows(const QList<ExceptionGroup>& groups) const;
};

qint64 Writer::queueSize(ExceptionQueue queue) const
{
    for (const QueueCount& one : m_handover.queues) {
        if (one.queue == queue)
            return one.count;
    }
    return 0;
}

QList<ReportFigure> Writer::figures() const
{
    const auto addCount = [](qint64 before, const auto& group) { return before + group.count; };
    const auto& opened = m_handover.opened.rows;
    const qint64 openedSince = std::accumulate(opened.cbegin(), opened.cend(), qint64(0), addCount);
    const auto& closed = m_handover.resolved.rows;
    const qint64 closedSince = std::accumulate(closed.cbegin(), closed.cend(), qint64(0),
        [](qint64 before, const HandoverResolved& one) { return before + one.group.count; });
    const auto atLeast = [this](qint64 number, bool whole) {
        //: A number that is not fully known: at least so many
        return whole ? count(number) : tr("%1+").arg(count(number));
    };
    return {{tr("open problems"), count(queueSize(ExceptionQueue::Open))}, {tr("causes"), count(m_handover.open.total)},
        {tr("due within an hour, or late"), count(queueSize(ExceptionQueue::Breaching))},
        {tr("in doubt"), count(m_handover.inDoubt.total)},
        {tr("replays waiting for approval"), count(m_handover.awaiting.total)},
        {tr("replays under way"), count(m_handover.underWay.total)},
        {tr("opened since"), atLeast(openedSince, m_handover.opened.leftOut() == 0)},
        {tr("closed since"), atLeast(closedSince, m_handover.resolved.leftOut() == 0)}};
}

ReportChart Writer::chart() const
{
    ReportChart chart;
    qint64 all = 0;
    qint64 most = 0;
    QString worst;
    const auto hours = qsizetype(m_handover.hours.size());
    QDateTime last = m_handover.asOf.toUTC();
    last.setTime(QTime(last.time().hour(), 0));
    for (qsizetype at = 0; at < hours; ++at) {
        const qint64 value = m_handover.hours.at(std::size_t(at));
        const QString label = hour(last.addSecs(3600 * (at - hours + 1)));
        chart.labels.append(label);
        chart.values.append(value);
        all += value;
        if (value > most) {
            most = value;
            worst = label;
        }
    }
    chart.title = tr("Failures by hour");
    chart.summary = all == 0
        ? tr("Nothing has failed in the last 24 hours.")
        : tr("%1 in the last 24 hours; most of them, %2, in the hour from %3.").arg(count(all), count(most), worst);
    return chart;
}

ReportTable Writer::open() const
{
    ReportTable table{u"open"_s, tr("Open causes"),
        tr("What needs somebody, without what is put off. First what has least time left, then the largest part of the "
           "value at risk."),
        {{tr("Time left", "column"), 10}, {tr("Problem", "column"), 38}, {tr("Count", "column"), 7, true},
            {tr("Value at risk", "column"), 15, true}, {tr("Owner", "column"), 11}, {tr("State", "column"), 19}},
        {}, leftOut(m_handover.open.leftOut(), tr("Triage and \"signalboxctl groups\" list all of them.")),
        tr("Nothing is open.")};
    for (const HandoverGroup& one : m_handover.open.rows)
        table.rows.append({timeLeftText(one.group.dueAt), QString(cut(groupTitle(one.group)) + noteText(one.lastNote)),
            count(one.group.count), money(one.group.values), who(one.group.owner), standing(one.group)});
    return table;
}

ReportTable Writer::inDoubt() const
{
    ReportTable table{u"doubt"_s, tr("In doubt"),
        tr("Sent, and nobody knows whether it was taken. Never sent again by itself. The oldest first."),
        {{tr("Id", "column: of an exception"), 7, true}, {tr("Order", "column"), 12}, {tr("Flow", "column"), 16},
            {tr("Since", "column"), 13}, {tr("Value", "column: of the order"), 12, true},
            {tr("What to do", "column"), 40}},
        {},
        leftOut(m_handover.inDoubt.leftOut(), tr("Triage and \"signalboxctl exceptions --queue in_doubt\" list them.")),
        tr("Nothing is in doubt.")};
    for (const Exception& one : m_handover.inDoubt.rows)
        table.rows.append({count(one.id), one.orderNumber, flowTitle(one.flow, one.flowTitle), moment(one.openedAt),
            one.value ? formatMoney(*one.value, m_locale) : QString(), cut(exceptionSentence(one))});
    return table;
}

ReportTable Writer::awaiting() const
{
    ReportTable table{u"approval"_s, tr("Waiting for approval"),
        tr("Replays that a second person has to approve. Nothing of them has been sent."),
        {{tr("Id", "column: of a replay"), 7, true}, {tr("Asked by", "column"), 16}, {tr("Why", "column"), 36},
            {tr("Messages", "column: how many"), 10, true}, {tr("Value", "column: of the orders"), 15, true},
            {tr("Expires", "column: when a request for approval does"), 14}},
        {}, leftOut(m_handover.awaiting.leftOut(), tr("Operations and \"signalboxctl operations\" list them.")),
        tr("Nothing waits for approval.")};
    for (const Operation& one : m_handover.awaiting.rows) {
        QList<Money> values;
        for (const ReplayClass replayClass : one.classes)
            if (const auto found = one.value.find(replayClass); found != one.value.end())
                values = sum(values, found->second);
        QStringList why{cut(one.reason)};
        why.append(OperationTexts::approvalReasons(one, one.classes, m_locale));
        table.rows.append({count(one.id), one.requestedBy, why.join(u'\n'), count(one.sendable), money(values),
            moment(one.approvalUntil)});
    }
    return table;
}

ReportTable Writer::underWay() const
{
    ReportTable table{u"underway"_s, tr("Replays under way"), tr("Running, scheduled, paused, or stopped by the rule."),
        {{tr("Id", "column: of a replay"), 7, true}, {tr("Asked by", "column"), 16}, {tr("Why", "column"), 24},
            {tr("State", "column"), 24}, {tr("Messages", "column: how many"), 30}},
        {}, leftOut(m_handover.underWay.leftOut(), tr("Operations and \"signalboxctl operations\" list them.")),
        tr("No replay is under way.")};
    for (const Operation& one : m_handover.underWay.rows) {
        QStringList state{title(one.state)};
        if (const QString more = OperationTexts::standing(one, m_locale); !more.isEmpty())
            state.append(cut(more));
        table.rows.append({count(one.id), one.requestedBy, cut(one.reason), state.join(u'\n'), countsText(one)});
    }
    return table;
}

QList<QStringList> Writer::groupRows(const QList<ExceptionGroup>& groups) const
{
    QList<QStringList> rows;
    for (const ExceptionGroup& group : groups)
        rows.append(
            {cut(groupTitle(group)), count(group.count), money(group.values), who(group.owner), standing(group)});
    return rows;
}

ReportTable Writer::opened() const
{
    return {u"opened"_s, tr("Opened since"),
        tr("What has failed or become late since then, by cause; some of it may be closed again."),
        {{tr("Problem", "column"), 44}, {tr("Count", "column"), 8, true},
            {tr("Value", "column: of the orders"), 16, true}, {tr("Owner", "column"), 12}, {tr("State", "column"), 20}},
        groupRows(m_handover.opened.rows),
        leftOut(m_handover.opened.leftOut(), tr("a later start of the report shows fewer.")),
        tr("Nothing was opened.")};
}

ReportTable Writer::regressed() const
{
    ReportTable table = opened();
    table.name = u"regressed"_s;
    table.title = tr("Came back since");
    table.note = tr("Their cause had been resolved before.");
    table.rows = groupRows(m_handover.regressed.rows);
    table.leftOut = leftOut(
        m_handover.regressed.leftOut(), tr("Triage and \"signalboxctl groups --queue regressed\" list them."));
    table.empty = tr("Nothing came back.");
    return table;
}

ReportTable Writer::resolved() const
{
    ReportTable table{u"resolved"_s, tr("Closed since"), tr("What people closed first, then what closed by itself."),
        {{tr("Problem", "column"), 36}, {tr("Count", "column"), 8, true},
            {tr("Value", "column: of the orders"), 15, true}, {tr("How", "column: why it is no problem any more"), 15},
            {tr("Reason", "column"), 26}, {tr("By", "column: who did it, and when"), 15}},
        {},
        leftOut(
            m_handover.resolved.leftOut(), tr("Triage and \"signalboxctl exceptions --queue resolved\" list them.")),
        tr("Nothing was closed.")};
    for (const HandoverResolved& one : m_handover.resolved.rows)
        table.rows.append({cut(groupTitle(one.group)), count(one.group.count), money(one.group.values),
            title(one.resolution), cut(systemReason(one.reason)),
            QString((one.by == "signalbox"_L1 ? tr("by itself", "who closed a problem") : one.by) + u'\n'
                + moment(one.lastAt))});
    return table;
}

ReportTable Writer::replayed() const
{
    ReportTable table{u"replayed"_s, tr("Replays that ended since"), {},
        {{tr("Id", "column: of a replay"), 7, true}, {tr("Asked by", "column"), 16}, {tr("Why", "column"), 24},
            {tr("Ended", "column: when and how"), 19}, {tr("Messages", "column: how many"), 30}},
        {}, leftOut(m_handover.replayed.leftOut(), tr("Operations and \"signalboxctl operations\" list them.")),
        tr("No replay has ended.")};
    for (const Operation& one : m_handover.replayed.rows) {
        QStringList end{QString(title(one.state) + u'\n' + moment(one.finishedAt))};
        if (const QString more = OperationTexts::standing(one, m_locale); !more.isEmpty())
            end.append(cut(more));
        table.rows.append({count(one.id), one.requestedBy, cut(one.reason), end.join(u'\n'), countsText(one)});
    }
    return table;
}

ReportTable Writer::ownerChanges() const
{
    ReportTable table{u"owners"_s, tr("Changes of owner since"), {},
        {{tr("Problem", "column"), 44}, {tr("Count", "column"), 12, true}, {tr("From", "column: an owner"), 14},
            {tr("To", "column: an owner"), 14}, {tr("By", "column: who did it, and when"), 16}},
        {}, leftOut(m_handover.ownerChanges.leftOut(), tr("the audit trail has all of them.")),
        tr("Nothing changed hands.")};
    for (const HandoverOwnerChange& one : m_handover.ownerChanges.rows)
        table.rows.append({cut(groupTitle(one.group)),
            one.wholeGroup ? tr("all of it", "how many problems of a group") : count(one.count), who(one.from),
            who(one.to), QString(one.actor + u'\n' + moment(one.lastAt))});
    return table;
}

ReportTable Writer::notes() const
{
    ReportTable table{u"notes"_s, tr("Notes since"), {},
        {{tr("By", "column: who did it, and when"), 16}, {tr("About", "column"), 34}, {tr("Note", "column"), 50}}, {},
        leftOut(m_handover.notes.leftOut(), tr("they are with their problems in Triage.")), tr("Nobody wrote a note.")};
    for (const HandoverNote& one : m_handover.notes.rows) {
        QString about = cut(groupTitle(one.group));
        if (!one.orderNumber.isEmpty())
            about += u'\n' + tr("Order %1").arg(one.orderNumber);
        table.rows.append(
            {QString(one.comment.author + u'\n' + moment(one.comment.at)), about, cut(one.comment.content)});
    }
    return table;
}

ReportTable Writer::queues() const
{
    ReportTable table{u"queues"_s, tr("Queues"), {},
        {{tr("Queue", "column"), 20}, {tr("Problems", "column: how many"), 10, true},
            {tr("What is in it", "column: of a queue"), 60}},
        {}, {}, {}};
    for (const QueueCount& one : m_handover.queues) {
        if (one.queue != ExceptionQueue::Mine) // it is not for the next one
            table.rows.append({one.queue == ExceptionQueue::Team ? one.team : title(one.queue), count(one.count),
                queueText(one.queue)});
    }
    return table;
}

Report Writer::report() const
{
    Report report;
    report.title = tr("Shift handover");
    report.environment
        = m_handover.environment.name.isEmpty() ? m_handover.environment.database : m_handover.environment.name;
    if (m_handover.environment.bundleAsOf.isValid())
        //: Where a report is from; %1 is an environment
        report.environment = tr("Incident bundle of %1").arg(report.environment);
    report.language = m_locale.bcp47Name();
    report.rightToLeft = m_locale.textDirection() == Qt::RightToLeft;
    const QString zone = m_handover.asOf.toTimeZone(m_zone).timeZoneAbbreviation();
    //: When the data was read, such as 23.11.2026 03:47 CET
    report.asOf = tr("as of %1 %2").arg(moment(m_handover.asOf), zone);
    report.facts = {//: Two times
        tr("What has changed counts from %1 to %2.").arg(moment(m_handover.since), moment(m_handover.asOf)),
        //: A time zone
        tr("All times are those of %1 (%2). All numbers are of the same moment.")
            .arg(QString::fromLatin1(m_zone.id()), zone),
        //: Who, in which database
        tr("Made by %1 from the database %2.").arg(m_handover.environment.user, m_handover.environment.database)};
    report.figures = figures();
    report.chart = chart();
    report.tables = {open(), inDoubt(), awaiting(), underWay(), opened(), regressed(), resolved(), replayed(),
        ownerChanges(), notes(), queues()};
    return report;
}

} // namespace

Report handoverReport(const Handover& handover, const ReportManner& manner)
{
    return Writer(handover, manner).report();
}

QString handoverFileName(const Handover& handover, const ReportManner& manner)
{
    static const QRegularExpression others(u"[^a-z0-9]+"_s);
    const QString& named = handover.environment.name;
    QString name = (named.isEmpty() ? handover.environment.database : named).toLower();
    name.replace(others, u"-"_s);
    return u"handover-"_s + handover.asOf.toTimeZone(manner.zone).toString(u"yyyy-MM-dd-HHmm"_s) + u'-' + name;
}
