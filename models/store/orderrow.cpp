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
          "cancelled_at") ", " SIGNALBOX_TIME("last_event_at") ", " SIGNALBOX_TIME("waiting_since") ", " SIGNALBOX_TIME("next_warn_at") ", " SIGNALBOX_TIME("next_due_at");

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

std::string idArray(const QList<qint64>& ids)
{
    std::string text = "{";
    for (const qint64 id : ids)
        text += (text.size() > 1 ? "," : "") + std::to_string(id);
    return text + "}";
}

Order readOrder(const pqxx::row& row)
{
    Order order;
    order.id = row["id"].as<qint64>();
    order.version = row["version"].as<qint64>();
    order.number = readText(row["order_number"]);
    order.key = readText(row["order_key"]);
    order.channel = readText(row["channel"]);
    order.process = readText(row["process"]);
    order.processVersion = row["process_version"].as<int>();
    order.customer = readText(row["customer"]);
    order.placedAt = readTime(row["placed_at"]);
    order.promisedAt = readTime(row["promised_at"]);
    order.cancelledAt = readTime(row["cancelled_at"]);
    order.lastEventAt = readTime(row["last_event_at"]);
    if (!row["total_minor"].is_null())
        order.total = {row["total_minor"].as<qint64>(), readText(row["currency"])};
    order.sync = syncStateFromText(readText(row["sync_state"])).value_or(SyncState::Unknown);
    order.fulfilment = fulfilmentStateFromText(readText(row["fulfilment_state"])).value_or(FulfilmentState::Unknown);
    order.money = moneyStateFromText(readText(row["money_state"])).value_or(MoneyState::Unknown);
    order.waitingStep = readText(row["waiting_step"]);
    order.waitingScope = readText(row["waiting_scope"]);
    order.waitingState = milestoneStateFromText(readText(row["waiting_state"])).value_or(MilestoneState::Pending);
    order.waitingSince = readTime(row["waiting_since"]);
    order.nextWarnAt = readTime(row["next_warn_at"]);
    order.nextDueAt = readTime(row["next_due_at"]);
    order.doneCount = row["done_count"].as<int>();
    order.stepCount = row["step_count"].as<int>();
    order.lateCount = row["late_count"].as<int>();
    order.failedCount = row["failed_count"].as<int>();
    order.anomalyCount = row["anomaly_count"].as<int>();
    return order;
}
