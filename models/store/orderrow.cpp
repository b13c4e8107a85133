// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/orderrow.h"

#include "models/domain/statenames.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

#define SIGNALBOX_TIME(column) "(extract(epoch FROM o." column ") * 1000)::bigint AS " column

const char* const orderColumns
    = "o.id, o.version, o.order_number, o.order_key, o.channel, o.process, o.process_version, o.customer, "
      "o.currency, o.total_minor, o.sync_state, o.fulfilment_state, o.money_state, o.waiting_step, o.waiting_scope, o.waiting_state, "
      "o.done_count, o.step_count, o.late_count, o.failed_count, o.anomaly_count, " SIGNALBOX_TIME("placed_at") ", " SIGNALBOX_TIME("promised_at") ", " SIGNALBOX_TIME(
          "cancelled_at") ", " SIGNALBOX_TIME("last_event_at") ", " SIGNALBOX_TIME("waiting_since") ", " SIGNALBOX_TIME("next_warn_at") ", " SIGNALBOX_TIME("next_due_at") ", "
                                                                                                                                                                           "(SELECT string_agg(g.tag, ',' ORDER BY g.tag) FROM integration.order_tag g WHERE g.order_id = o.id) AS tags";

#undef SIGNALBOX_TIME

QDateTime readTime(const pqxx::field& field)
{
    return field.is_null() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(field.as<qint64>(), Qt::UTC);
}

QString readText(const pqxx::field& field)
{
    return field.is_null() ? QString() : QString::fromUtf8(field.c_str());
}

QStringList readList(const pqxx::field& field)
{
    return readText(field).split(u',', Qt::SkipEmptyParts);
}

namespace {

/// The fields of a row from the first on: by name, libpqxx would look through all names for each of them.
class Fields
{
public:
    explicit Fields(const pqxx::row& row)
        : m_row(row)
    { }

    pqxx::field next() { return m_row[m_at++]; }
    QString text() { return readText(next()); }
    QDateTime time() { return readTime(next()); }
    template<typename T>
    T number()
    {
        return next().as<T>();
    }

private:
    const pqxx::row& m_row;
    pqxx::row::size_type m_at = 0;
};

} // namespace

std::string idArray(const QList<qint64>& ids)
{
    std::string text = "{";
    for (const qint64 id : ids)
        text += (text.size() > 1 ? "," : "") + std::to_string(id);
    return text + "}";
}

Order readOrder(const pqxx::row& row)
{
    Fields fields(row);
    Order order;
    order.id = fields.number<qint64>();
    order.version = fields.number<qint64>();
    order.number = fields.text();
    order.key = fields.text();
    order.channel = fields.text();
    order.process = fields.text();
    order.processVersion = fields.number<int>();
    order.customer = fields.text();
    const QString currency = fields.text();
    if (const pqxx::field total = fields.next(); !total.is_null())
        order.total = {total.as<qint64>(), currency};
    order.sync = syncStateFromText(fields.text()).value_or(SyncState::Unknown);
    order.fulfilment = fulfilmentStateFromText(fields.text()).value_or(FulfilmentState::Unknown);
    order.money = moneyStateFromText(fields.text()).value_or(MoneyState::Unknown);
    order.waitingStep = fields.text();
    order.waitingScope = fields.text();
    order.waitingState = milestoneStateFromText(fields.text()).value_or(MilestoneState::Pending);
    order.doneCount = fields.number<int>();
    order.stepCount = fields.number<int>();
    order.lateCount = fields.number<int>();
    order.failedCount = fields.number<int>();
    order.anomalyCount = fields.number<int>();
    order.placedAt = fields.time();
    order.promisedAt = fields.time();
    order.cancelledAt = fields.time();
    order.lastEventAt = fields.time();
    order.waitingSince = fields.time();
    order.nextWarnAt = fields.time();
    order.nextDueAt = fields.time();
    order.tags = readList(fields.next());
    return order;
}
