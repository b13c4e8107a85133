// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/exceptionrow.h"

#include "models/domain/exceptionnames.h"
#include "models/store/orderrow.h"

#define SIGNALBOX_TIME(column) "(extract(epoch FROM r." column ") * 1000)::bigint AS " column

const char* const exceptionColumns
    = "r.id, r.kind, r.queue, r.severity, r.fingerprint, r.group_id, r.group_title, r.state, r.owner, r.flow, r.flow_title, r.source_system, r.target_system, r.step, "
      "r.effect_class, r.runbook, r.transaction_id, r.order_id, r.order_number, r.channel, r.currency, r.total_minor, r.error_class, "
      "r.error_effect, r.error_code, r.error_text, r.occurrences, r.regression, r.resolved_by, r.resolution, r.reason, r.evidence, r.attempts, "
      "r.replay_class, r.may_not_replay, r.lookup, r.asking, r.version, " SIGNALBOX_TIME("opened_at") ", " SIGNALBOX_TIME("last_at") ", " SIGNALBOX_TIME(
          "snoozed_until") ", " SIGNALBOX_TIME("resolved_at") ", " SIGNALBOX_TIME("step_due_at") ", " SIGNALBOX_TIME("absent_at");

#undef SIGNALBOX_TIME

Exception readException(const pqxx::row& row)
{
    Exception e;
    e.id = row["id"].as<qint64>();
    e.kind = exceptionKindFromText(readText(row["kind"])).value_or(ExceptionKind::DeliveryFailure);
    e.queue = readText(row["queue"]);
    e.severity = severityFromText(readText(row["severity"])).value_or(Severity::Normal);
    e.fingerprint = readText(row["fingerprint"]);
    e.groupId = row["group_id"].as<qint64>();
    e.groupTitle = readText(row["group_title"]);
    e.state = exceptionStateFromText(readText(row["state"])).value_or(ExceptionState::Open);
    e.owner = readText(row["owner"]);
    e.flow = readText(row["flow"]);
    e.flowTitle = readText(row["flow_title"]);
    e.sourceSystem = readText(row["source_system"]);
    e.targetSystem = readText(row["target_system"]);
    e.step = readText(row["step"]);
    // what is not known is treated with the greatest care
    e.effectClass = effectClassFromText(readText(row["effect_class"])).value_or(EffectClass::Legal);
    e.runbook = readText(row["runbook"]);
    e.transactionId = row["transaction_id"].is_null() ? 0 : row["transaction_id"].as<qint64>();
    e.orderId = row["order_id"].is_null() ? 0 : row["order_id"].as<qint64>();
    e.orderNumber = readText(row["order_number"]);
    e.channel = readText(row["channel"]);
    if (!row["total_minor"].is_null())
        e.value = Money{row["total_minor"].as<qint64>(), readText(row["currency"])};
    e.errorClass = readText(row["error_class"]);
    e.errorEffect = readText(row["error_effect"]);
    e.errorCode = readText(row["error_code"]);
    e.errorText = readText(row["error_text"]);
    e.openedAt = readTime(row["opened_at"]);
    e.lastAt = readTime(row["last_at"]);
    e.occurrences = row["occurrences"].as<int>();
    e.regression = row["regression"].as<bool>();
    e.snoozedUntil = readTime(row["snoozed_until"]);
    e.resolvedAt = readTime(row["resolved_at"]);
    e.resolvedBy = readText(row["resolved_by"]);
    e.resolution = resolutionFromText(readText(row["resolution"]));
    e.reason = readText(row["reason"]);
    e.evidence = readText(row["evidence"]);
    e.stepDueAt = readTime(row["step_due_at"]);
    e.attempts = row["attempts"].as<int>();
    e.replayClass = replayClassFromText(readText(row["replay_class"])).value_or(ReplayClass::ByHand);
    e.mayNotReplay = readText(row["may_not_replay"]);
    e.lookup = row["lookup"].as<bool>();
    e.absentAt = readTime(row["absent_at"]);
    e.asking = row["asking"].as<bool>();
    e.version = row["version"].as<int>();
    return e;
}
