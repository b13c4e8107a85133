// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/editpreview.h"
#include "models/domain/jsonpatch.h"
#include "models/store/pgpayloadeditor.h"
#include "tests/store/person.h"
#include "tests/support/testserver.h"

#include <QRandomGenerator>

#include <array>

/// People who do anything to problems, groups, payloads and orders that a console lets them, mostly at once and now and
/// then on what they saw before; and somebody who may only look, and tries. Counts what the audit trail must hold of
/// it.
class Crowd
{
public:
    /// Whether the effect of a message is there: whoever says that it is has looked.
    using IsThere = std::function<bool(qint64 message)>;

    Crowd(TestServer& server, const ConnectionSettings& settings, QRandomGenerator& random, IsThere isThere)
        : m_random(random)
        , m_isThere(std::move(isThere))
        , m_owner(settings)
        , m_people{Member(server, settings, "sue", "signalbox_support"),
              Member(server, settings, "tom", "signalbox_support"), Member(server, settings, "vic", "signalbox_viewer")}
        , m_groupAction(pick(100))
    { }

    /// One deed of one of them; its name.
    QString act()
    {
        m_who = pick(12) == 0 ? 2 : pick(2);
        switch (pick(13)) {
        case 0:
        case 1:
        case 2:
            return onProblems();
        case 3:
            return resolve();
        case 4:
        case 5:
        case 12:
            return onGroups();
        case 6:
            return merge();
        case 7:
            return split();
        case 8:
            return undoChange();
        case 9:
            return tag();
        default:
            return edit();
        }
    }

    /// An order comes, or something is told of one; what is told is true. What came of it.
    QString tell()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const QString key = m_orders.isEmpty() ? QString() : m_orders.at(pick(int(m_orders.size())));
        const QDateTime later = now.addSecs(-60 + int(m_orders.size()));
        switch (key.isEmpty() ? 0 : pick(6)) {
        case 2:
            m_owner.ingest(QList<TestEvent>{{key, QStringLiteral("cancelled"), later}});
            return QStringLiteral("cancelled order");
        case 3: {
            const auto rows = m_owner.rows(QStringLiteral(
                "SELECT t.id, o.order_key FROM integration.transaction t JOIN integration.sales_order o ON o.id = t.order_id ORDER BY 1"));
            for (const QStringList& row : rows) {
                if (m_isThere(row.at(0).toLongLong()))
                    m_owner.ingest(QList<TestEvent>{{row.at(1), QStringLiteral("validation"), later}});
            }
            return QStringLiteral("told to be done");
        }
        case 4:
            m_owner.ingest(QList<TestEvent>{{key, QStringLiteral("fraud_screening.failed"), later, {},
                {{QStringLiteral("message"), QStringLiteral("No screening of %1").arg(key)}},
                QStringLiteral("/fraud")}});
            m_owner.value(QStringLiteral(
                "SELECT integration.open_reported(jsonb_agg(jsonb_build_object('order', order_id, 'step', step, 'scope', scope, 'fingerprint', 'told ' || step, 'message', message))) "
                "FROM integration.reported_failures()"));
            return QStringLiteral("told to fail");
        case 5:
            m_owner.value(QStringLiteral("SELECT integration.watch_overdue()"));
            return QStringLiteral("late");
        default:
            m_orders.append(QStringLiteral("o%1").arg(m_orders.size()));
            m_owner.ingest(QList<TestEvent>{
                {m_orders.constLast(), QStringLiteral("order_captured"), now.addSecs(-60 * (10 + pick(400))), {},
                    orderData(pick(2) == 0 ? QStringLiteral("web") : QStringLiteral("pos"), QStringLiteral("9.90"),
                        QStringLiteral("EUR"))}});
            return QStringLiteral("order");
        }
    }

    /// What the audit trail must hold of all that, as "exception take": how often.
    const QMap<QString, int>& deeds() const { return m_deeds; }
    /// What somebody did who may not; empty: nothing.
    const QString& outrage() const { return m_outrage; }

private:
    struct Member
    {
        Member(TestServer& server, const ConnectionSettings& settings, const char* name, const char* role)
            : settings(server.as(settings, QString::fromLatin1(name), {QString::fromLatin1(role)}))
            , database(std::make_unique<IntegrationDatabase>(this->settings))
            , runner(std::make_unique<QueryRunner>(this->settings))
        { }
        ConnectionSettings settings;
        std::unique_ptr<IntegrationDatabase> database;
        std::unique_ptr<QueryRunner> runner;
    };

    int pick(int limit) { return static_cast<int>(m_random.bounded(limit)); }
    QString pick(const QStringList& list) { return list.at(pick(int(list.size()))); }
    Member& who() { return m_people.at(static_cast<std::size_t>(m_who)); }

    /// Some of a table, with their versions; now and then as they were before.
    QString some(const QString& table, const QString& where)
    {
        const QString stale = pick(10) == 0 ? QStringLiteral("- 1") : QString();
        return QStringLiteral(
            "(SELECT COALESCE(array_agg(id ORDER BY id), '{}') AS ids, COALESCE(array_agg(version %1 ORDER BY id), '{}') AS versions FROM integration.%2 WHERE %3) a")
            .arg(stale, table, where);
    }

    /// Rows of id, done, why and how many, of an action on such a choice.
    QList<QStringList> change(
        const QString& object, const QString& action, const QString& choice, const QString& details)
    {
        const bool group = object == QLatin1StringView("group");
        const auto rows = who().database->rows(
            QStringLiteral(
                "SELECT c.id, c.done, c.why, %1 FROM %2, LATERAL integration.change_%3s('%4', a.ids, a.versions, $1::jsonb) c ORDER BY c.id")
                .arg(group ? QStringLiteral("c.n") : QStringLiteral("0"), choice,
                    group ? object : QStringLiteral("exception"), action),
            {details});
        for (const QStringList& row : rows)
            count(object, action, row);
        return rows;
    }

    void count(const QString& object, const QString& action, const QStringList& row)
    {
        const bool done = row.at(1) == QLatin1StringView("t");
        const int inside = row.at(3).toInt();
        if (!done && inside == 0)
            return;
        m_deeds[object + u' ' + action] += 1;
        if (inside > 0)
            m_deeds[QStringLiteral("exception ") + action] += inside;
        if (m_who == 2 && !QStringLiteral("note watch unwatch").contains(action))
            m_outrage += QStringLiteral("%1 %2 by who may not; ").arg(object, action);
        // what is refused as a whole has done nothing inside
        if (!done && row.at(2) == QLatin1StringView("changed since you looked") && action == QLatin1StringView("undo"))
            m_outrage += QStringLiteral("an undo that was refused opened %1 again; ").arg(inside);
    }

    QString onProblems()
    {
        const QString action = pick(QStringLiteral("take assign release note snooze wake undo undo").split(u' '));
        const QString details = QStringLiteral(R"({"owner": "tom", "text": "looked", "until": "2100-01-01"})");
        change(QStringLiteral("exception"), action,
            some(QStringLiteral("exception"), QStringLiteral("id % 5 = %1").arg(pick(5))), details);
        return action;
    }

    /// Somebody looks into the target and says how it is.
    QString resolve()
    {
        const auto rows = m_owner.rows(QStringLiteral(
            "SELECT id, transaction_id FROM integration.exception WHERE state <> 'resolved' AND id % 3 = %1")
                                           .arg(pick(3)));
        QStringList there{QStringLiteral("0")};
        QStringList others{QStringLiteral("0")};
        for (const QStringList& row : rows)
            (m_isThere(row.at(1).toLongLong()) ? there : others).append(row.at(0));
        const auto say = [this](const QStringList& ids, const QString& resolution) {
            change(QStringLiteral("exception"), QStringLiteral("resolve"),
                some(QStringLiteral("exception"), QStringLiteral("id IN (%1)").arg(ids.join(u','))),
                QStringLiteral(R"({"resolution": "%1", "reason": "looked", "evidence": "SO 1"})").arg(resolution));
        };
        say(there, pick(QStringLiteral("fixed_in_target duplicate").split(u' ')));
        say(others, pick(QStringLiteral("not_needed compensated").split(u' ')));
        return QStringLiteral("people resolve");
    }

    QString aGroup() // with something in it
    {
        const auto rows
            = m_owner.rows(QStringLiteral("SELECT DISTINCT group_id FROM integration.exception ORDER BY 1"));
        return rows.isEmpty() ? QStringLiteral("0") : rows.at(pick(int(rows.size()))).at(0);
    }

    QString onGroups()
    {
        // one after the other, from anywhere on: none of them is rare
        static const QStringList actions = QStringLiteral("acknowledge undo investigate wait archive undo reopen take "
                                                          "assign undo release watch unwatch rename note resolve")
                                               .split(u' ');
        const QString action = actions.at(m_groupAction++ % actions.size());
        const QString most
            = pick(2) == 0 ? QStringLiteral("\"most\": %1").arg(pick(20)) : QStringLiteral("\"until\": \"2100-01-01\"");
        change(QStringLiteral("group"), action,
            some(QStringLiteral("exception_group"), QStringLiteral("id = %1").arg(aGroup())),
            QStringLiteral(
                R"({"owner": "tom", "text": "@tom look", "title": "T", "on": "the shop", "resolution": "not_needed", "reason": "r", %1})")
                .arg(most));
        m_owner.value(QStringLiteral("SELECT integration.wake_groups()"));
        return QStringLiteral("group ") + action;
    }

    /// The value, or nothing where the rules refuse it; counts an entry of the audit trail.
    QString regroup(const QString& deed, const QString& sql)
    {
        try {
            const QString value = who().database->value(sql);
            if (!value.isNull())
                m_deeds[QStringLiteral("group ") + deed] += 1;
            if (m_who == 2)
                m_outrage += deed + QStringLiteral(" by who may not; ");
            return value;
        } catch (const std::exception&) {
            return {};
        }
    }

    QString merge()
    {
        regroup(QStringLiteral("merge"),
            QStringLiteral("SELECT integration.merge_groups(ARRAY[%1], %2)").arg(aGroup(), aGroup()));
        return QStringLiteral("merge");
    }

    QString split()
    {
        const QStringList by = pick(2) == 0
            ? QStringList{QStringLiteral("code"), QStringLiteral("E%1").arg(pick(3))}
            : QStringList{QStringLiteral("target"), pick(QStringLiteral("plain keyed").split(u' '))};
        regroup(QStringLiteral("split"),
            QStringLiteral("SELECT integration.split_group(%1, '%2', '%3')").arg(aGroup(), by.at(0), by.at(1)));
        return QStringLiteral("split");
    }

    QString undoChange()
    {
        const auto changes = m_owner.rows(
            QStringLiteral("SELECT id, kind FROM integration.group_change WHERE undone_at IS NULL ORDER BY id"));
        if (changes.isEmpty())
            return QStringLiteral("nothing to undo");
        const QStringList& change = changes.at(pick(int(changes.size())));
        regroup(QStringLiteral("undo_") + change.at(1),
            QStringLiteral("SELECT true FROM integration.undo_group_change(%1)").arg(change.at(0)));
        return QStringLiteral("undo_") + change.at(1);
    }

    QString tag()
    {
        try {
            const auto rows = who().database->rows(QStringLiteral(
                "SELECT c.order_id, c.done FROM (SELECT array_agg(id) AS ids FROM integration.sales_order WHERE id % 3 = %1) a, "
                "LATERAL integration.change_tags(a.ids, ARRAY['t%2'], ARRAY['t%3'], 'sorted') c")
                                                       .arg(pick(3))
                                                       .arg(pick(3))
                                                       .arg(3 + pick(2)));
            if (m_who == 2 && !rows.isEmpty())
                m_outrage += QStringLiteral("tagged by who may not; ");
        } catch (const std::exception&) { }
        return QStringLiteral("tag");
    }

    /// One payload by hand, or the same JSON Patch for many; what follows it is replayed by whoever replays.
    QString edit()
    {
        QList<qint64> ids;
        const int kind = pick(3);
        const auto rows = m_owner.rows(QStringLiteral(
            "SELECT id FROM integration.transaction WHERE status IN ('failed', 'in_doubt') ORDER BY id"));
        for (const QStringList& row : rows) {
            if (kind > 0 || ids.isEmpty())
                ids.append(row.at(0).toLongLong());
        }
        PgPayloadEditor editor(*who().runner);
        const auto messages = waitFor(editor.editable(ids));
        if (!messages)
            qFatal("%s", qPrintable(messages.error().text));
        const QByteArray name = QByteArray::number(++m_edits);
        const JsonPatch patch
            = JsonPatch::read(R"([{"op": "replace", "path": "/name", "value": ")" + name + R"("}])").value();
        QList<PayloadEdit> edits;
        for (EditableMessage message : messages.value()) {
            message.version -= pick(10) == 0 ? 1 : 0;
            if (message.mayNot.isEmpty())
                edits.append(
                    (kind > 0 ? previewPatch(message, patch)
                              : previewContent(message, R"({"name": ")" + name + R"(", "customer":"Anna Bell"})"))
                        .edit());
        }
        if (edits.isEmpty())
            return QStringLiteral("nothing to edit");
        const auto results = waitFor(editor.edit(edits, QStringLiteral("renamed")));
        if (!results)
            qFatal("%s", qPrintable(results.error().text));
        for (const ActionResult& result : results.value()) {
            if (result.done)
                ++m_deeds[QStringLiteral("transaction edit")];
            if (m_who == 2 && result.done)
                m_outrage += QStringLiteral("edited by who may not; ");
        }
        return kind > 0 ? QStringLiteral("patch") : QStringLiteral("edit");
    }

    QRandomGenerator& m_random;
    IsThere m_isThere;
    IntegrationDatabase m_owner;
    std::array<Member, 3> m_people;
    int m_who = 0;
    QStringList m_orders;
    int m_edits = 0;
    int m_groupAction;
    QMap<QString, int> m_deeds;
    QString m_outrage;
};
