// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/statetitles.h"

#include "models/domain/titletables.h"

#include <array>

using namespace Qt::StringLiterals;
using namespace TitleTables;

namespace {

// The tables of states are in the order of their enums.
constexpr std::array<Text, 9> milestoneTexts{{
    QT_TRANSLATE_NOOP3("MilestoneState", "Unknown", "no source of evidence is connected for this step"),
    QT_TRANSLATE_NOOP3("MilestoneState", "Not applicable", "this step does not apply to this order"),
    QT_TRANSLATE_NOOP3("MilestoneState", "Blocked", "an earlier step is still open"),
    QT_TRANSLATE_NOOP3("MilestoneState", "Pending", "the step may begin, its clock runs"),
    QT_TRANSLATE_NOOP3("MilestoneState", "In progress", "the system has started on the step"),
    QT_TRANSLATE_NOOP3("MilestoneState", "Completed", "the step is reached"),
    QT_TRANSLATE_NOOP3("MilestoneState", "Failed", "the step failed"),
    QT_TRANSLATE_NOOP3("MilestoneState", "Overridden", "an operator declared the step done"),
    QT_TRANSLATE_NOOP3("MilestoneState", "Reversed", "the step was reached and then taken back"),
}};
constexpr std::array<Text, 5> targetTexts{{
    QT_TRANSLATE_NOOP3("TargetState", "No target", "nothing with a target time is open"),
    QT_TRANSLATE_NOOP3("TargetState", "On time", "the target is kept so far"),
    QT_TRANSLATE_NOOP3("TargetState", "Due soon", "the warning time of a target has passed"),
    QT_TRANSLATE_NOOP3("TargetState", "Overdue", "open and past its target time"),
    QT_TRANSLATE_NOOP3("TargetState", "Was late", "reached, but after its target time"),
}};
constexpr std::array<Text, 5> syncTexts{{
    QT_TRANSLATE_NOOP3("SyncState", "Unknown", "synchronisation state: no evidence"),
    QT_TRANSLATE_NOOP3("SyncState", "Waiting", "synchronisation state: a system has not taken its part yet"),
    QT_TRANSLATE_NOOP3("SyncState", "Failed", "synchronisation state: a step failed"),
    QT_TRANSLATE_NOOP3("SyncState", "In sync", "synchronisation state: every system has what it should have"),
    QT_TRANSLATE_NOOP3("SyncState", "Cancelled", "synchronisation state: the order was cancelled"),
}};
constexpr std::array<Text, 10> fulfilmentTexts{{
    QT_TRANSLATE_NOOP3("FulfilmentState", "Unknown", "fulfilment state: no evidence"),
    QT_TRANSLATE_NOOP3("FulfilmentState", "Not started", "fulfilment state: nothing reserved or shipped"),
    QT_TRANSLATE_NOOP3("FulfilmentState", "Reserved", "fulfilment state: stock is reserved"),
    QT_TRANSLATE_NOOP3("FulfilmentState", "Routed", "fulfilment state: handed to a warehouse or store"),
    QT_TRANSLATE_NOOP3("FulfilmentState", "Ready", "fulfilment state: ready for pickup"),
    QT_TRANSLATE_NOOP3("FulfilmentState", "Shipped", "fulfilment state"),
    QT_TRANSLATE_NOOP3("FulfilmentState", "Delivered", "fulfilment state"),
    QT_TRANSLATE_NOOP3("FulfilmentState", "Collected", "fulfilment state: the customer took the goods along"),
    QT_TRANSLATE_NOOP3("FulfilmentState", "Failed", "fulfilment state"),
    QT_TRANSLATE_NOOP3("FulfilmentState", "Cancelled", "fulfilment state"),
}};
constexpr std::array<Text, 10> moneyTexts{{
    QT_TRANSLATE_NOOP3("MoneyState", "Unknown", "money state: no evidence"),
    QT_TRANSLATE_NOOP3("MoneyState", "Unpaid", "money state: nothing authorized or captured"),
    QT_TRANSLATE_NOOP3("MoneyState", "Authorized", "money state: the payment is authorized"),
    QT_TRANSLATE_NOOP3("MoneyState", "Captured", "money state: the payment is captured"),
    QT_TRANSLATE_NOOP3("MoneyState", "Invoiced", "money state"),
    QT_TRANSLATE_NOOP3("MoneyState", "Settled", "money state: the payment provider paid it out"),
    QT_TRANSLATE_NOOP3("MoneyState", "Posted", "money state: the settlement is in the ledger"),
    QT_TRANSLATE_NOOP3("MoneyState", "Refunded", "money state"),
    QT_TRANSLATE_NOOP3("MoneyState", "Failed", "money state"),
    QT_TRANSLATE_NOOP3("MoneyState", "Voided", "money state: the authorization was given back"),
}};
constexpr std::array<Text, 4> backlogTexts{{
    QT_TRANSLATE_NOOP3("Backlog", "Awaiting ERP posting", "a list of orders"),
    QT_TRANSLATE_NOOP3("Backlog", "Reservations pending", "a list of orders whose stock reservation is not confirmed"),
    QT_TRANSLATE_NOOP3(
        "Backlog", "Shipments not reconciled", "a list of orders: not every system knows of the shipment"),
    QT_TRANSLATE_NOOP3("Backlog", "Refunds not in finance", "a list of orders"),
}};

constexpr std::array<Named, 32> stepTexts{{
    {"order_captured", QT_TRANSLATE_NOOP3("Step", "Order captured", "step of an order")},
    {"validation", QT_TRANSLATE_NOOP3("Step", "Order validated", "step of an order")},
    {"acceptance", QT_TRANSLATE_NOOP3("Step", "Order accepted by us", "step of a marketplace order")},
    {"fraud_screening", QT_TRANSLATE_NOOP3("Step", "Fraud check passed", "step of an order")},
    {"payment_authorization", QT_TRANSLATE_NOOP3("Step", "Payment authorized", "step of an order")},
    {"inventory_reservation", QT_TRANSLATE_NOOP3("Step", "Stock reserved", "step of an order")},
    {"erp_order_creation", QT_TRANSLATE_NOOP3("Step", "Order created in the ERP", "step of an order")},
    {"fulfillment_routing", QT_TRANSLATE_NOOP3("Step", "Routed to a warehouse or store", "step of an order")},
    {"shipment_confirmation", QT_TRANSLATE_NOOP3("Step", "Shipment confirmed", "step of an order")},
    {"goods_issue_posting",
        QT_TRANSLATE_NOOP3("Step", "Goods issue posted", "step of an order: the ERP's stock movement")},
    {"shop_fulfillment_update", QT_TRANSLATE_NOOP3("Step", "Shipment shown in the shop", "step of an order")},
    {"marketplace_shipment_update",
        QT_TRANSLATE_NOOP3("Step", "Shipment reported to the marketplace", "step of an order")},
    {"ready_for_pickup", QT_TRANSLATE_NOOP3("Step", "Ready for pickup", "step of an order")},
    {"collection", QT_TRANSLATE_NOOP3("Step", "Collected by the customer", "step of an order")},
    {"delivery_confirmation", QT_TRANSLATE_NOOP3("Step", "Delivered", "step of an order")},
    {"payment_capture", QT_TRANSLATE_NOOP3("Step", "Payment captured", "step of an order")},
    {"invoice", QT_TRANSLATE_NOOP3("Step", "Invoice posted", "step of an order")},
    {"customer_notification", QT_TRANSLATE_NOOP3("Step", "Customer notified", "step of an order")},
    {"stock_posting", QT_TRANSLATE_NOOP3("Step", "Stock posted", "step of a store sale")},
    {"settlement_receipt", QT_TRANSLATE_NOOP3("Step", "Settlement received", "step of an order: part of a payout")},
    {"settlement_posting",
        QT_TRANSLATE_NOOP3("Step", "Settlement posted", "step of an order: payout is in the ledger")},
    {"return_requested", QT_TRANSLATE_NOOP3("Step", "Return requested", "step of a return")},
    {"return_authorized", QT_TRANSLATE_NOOP3("Step", "Return authorized", "step of a return")},
    {"return_received", QT_TRANSLATE_NOOP3("Step", "Return received", "step of a return: goods are back")},
    {"inspection", QT_TRANSLATE_NOOP3("Step", "Return inspected", "step of a return")},
    {"restock_posted", QT_TRANSLATE_NOOP3("Step", "Restock posted", "step of a return")},
    {"refund_issued", QT_TRANSLATE_NOOP3("Step", "Refund issued", "step of a return: by the shop")},
    {"refund_settled",
        QT_TRANSLATE_NOOP3("Step", "Refund settled", "step of a return: paid back by the payment provider")},
    {"credit_memo_posted", QT_TRANSLATE_NOOP3("Step", "Credit memo posted", "step of a return: in the ERP")},
    {"refund_notification", QT_TRANSLATE_NOOP3("Step", "Customer told of the refund", "step of a return")},
    {"changed", QT_TRANSLATE_NOOP3("Step", "Order changed", "an event about an order")},
    {"cancelled", QT_TRANSLATE_NOOP3("Step", "Order cancelled", "an event about an order")},
}};

constexpr std::array<Named, 14> systemTexts{{
    {"shop", QT_TRANSLATE_NOOP3("System", "Shop", "online shop, a kind of system")},
    {"pos", QT_TRANSLATE_NOOP3("System", "Point of sale", "till, a kind of system")},
    {"store", QT_TRANSLATE_NOOP3("System", "Store", "shop with a door, a kind of system")},
    {"marketplace", QT_TRANSLATE_NOOP3("System", "Marketplace", "a kind of system")},
    {"middleware", QT_TRANSLATE_NOOP3("System", "Middleware", "a kind of system")},
    {"oms", QT_TRANSLATE_NOOP3("System", "Order management", "a kind of system")},
    {"fraud", QT_TRANSLATE_NOOP3("System", "Fraud check", "a kind of system")},
    {"psp", QT_TRANSLATE_NOOP3("System", "Payment provider", "a kind of system")},
    {"inventory", QT_TRANSLATE_NOOP3("System", "Inventory", "stock keeping, a kind of system")},
    {"erp", QT_TRANSLATE_NOOP3("System", "ERP", "enterprise resource planning, a kind of system")},
    {"wms", QT_TRANSLATE_NOOP3("System", "Warehouse", "warehouse management, a kind of system")},
    {"carrier", QT_TRANSLATE_NOOP3("System", "Carrier", "parcel service, a kind of system")},
    {"finance", QT_TRANSLATE_NOOP3("System", "Finance", "ledger, a kind of system")},
    {"crm", QT_TRANSLATE_NOOP3("System", "CRM", "customer relations, a kind of system")},
}};

constexpr std::array<Named, 5> processTexts{{
    {"ship_to_home", QT_TRANSLATE_NOOP3("Process", "Ship to home", "kind of order")},
    {"click_and_collect", QT_TRANSLATE_NOOP3("Process", "Click and collect", "kind of order")},
    {"store_sale", QT_TRANSLATE_NOOP3("Process", "Store sale", "kind of order")},
    {"marketplace", QT_TRANSLATE_NOOP3("Process", "Marketplace order", "kind of order")},
    {"return", QT_TRANSLATE_NOOP3("Process", "Return", "steps of a return or refund")},
}};

// As resources/sql/0002_configuration.sql has them.
constexpr std::array<Named, 4> calendarTexts{{
    {"always", QT_TRANSLATE_NOOP3("Calendar", "Around the clock", "a calendar of working hours")},
    {"weekdays", QT_TRANSLATE_NOOP3("Calendar", "Monday to Friday", "a calendar of working hours")},
    {"warehouse", QT_TRANSLATE_NOOP3("Calendar", "Warehouse shifts", "a calendar of working hours")},
    {"office", QT_TRANSLATE_NOOP3("Calendar", "Office hours", "a calendar of working hours")},
}};

constexpr std::array<Named, 1> channelTexts{{
    {"unknown", QT_TRANSLATE_NOOP3("Channel", "Channel not known yet", "of orders whose first event is missing")},
}};

constexpr std::array<Named, 22> flowTexts{{
    {"payment.void", QT_TRANSLATE_NOOP3("Flow", "Let the reserved money go", "what a message is sent for")},
    {"stock.release", QT_TRANSLATE_NOOP3("Flow", "Let the reserved stock go", "what a message is sent for")},
    {"order.validate", QT_TRANSLATE_NOOP3("Flow", "Order to validation", "what a message is sent for")},
    {"order.screen", QT_TRANSLATE_NOOP3("Flow", "Order to fraud screening", "what a message is sent for")},
    {"payment.authorize", QT_TRANSLATE_NOOP3("Flow", "Authorise the payment", "what a message is sent for")},
    {"stock.reserve", QT_TRANSLATE_NOOP3("Flow", "Reserve the stock", "what a message is sent for")},
    {"order.to-erp", QT_TRANSLATE_NOOP3("Flow", "Order to the ERP", "what a message is sent for")},
    {"order.route", QT_TRANSLATE_NOOP3("Flow", "Order to the warehouse or store", "what a message is sent for")},
    {"goods-issue.to-erp", QT_TRANSLATE_NOOP3("Flow", "Goods issue to the ERP", "what a message is sent for")},
    {"fulfilment.to-shop", QT_TRANSLATE_NOOP3("Flow", "Shipment to the shop", "what a message is sent for")},
    {"payment.capture", QT_TRANSLATE_NOOP3("Flow", "Capture the payment", "what a message is sent for")},
    {"order.invoice", QT_TRANSLATE_NOOP3("Flow", "Invoice", "what a message is sent for")},
    {"customer.notify", QT_TRANSLATE_NOOP3("Flow", "Tell the customer", "what a message is sent for")},
    {"settlement.post", QT_TRANSLATE_NOOP3("Flow", "Settlement to finance", "what a message is sent for")},
    {"order.accept", QT_TRANSLATE_NOOP3("Flow", "Accept a marketplace order", "what a message is sent for")},
    {"fulfilment.to-marketplace",
        QT_TRANSLATE_NOOP3("Flow", "Shipment to the marketplace", "what a message is sent for")},
    {"sale.to-inventory", QT_TRANSLATE_NOOP3("Flow", "Store sale to the stock", "what a message is sent for")},
    {"return.to-wms", QT_TRANSLATE_NOOP3("Flow", "Expected return to the warehouse", "what a message is sent for")},
    {"restock.to-inventory", QT_TRANSLATE_NOOP3("Flow", "Returned goods to the stock", "what a message is sent for")},
    {"refund.to-psp", QT_TRANSLATE_NOOP3("Flow", "Pay the customer back", "what a message is sent for")},
    {"credit-memo.to-erp", QT_TRANSLATE_NOOP3("Flow", "Credit memo to the ERP", "what a message is sent for")},
    {"refund.notify", QT_TRANSLATE_NOOP3("Flow", "Tell the customer of the refund", "what a message is sent for")},
}};

/// What people have named anew keeps their name.
QString builtInTitle(const char* context, std::span<const Named> entries, const QString& name, const QString& title)
{
    for (const Named& entry : entries) {
        if (name == QLatin1StringView(entry.name) && title == QLatin1StringView(entry.text.text))
            return translated(context, entry.text);
    }
    return title.isEmpty() ? name : title;
}

constexpr std::array<Named, 5> scopeTexts{{
    {"order", QT_TRANSLATE_NOOP3("Scope", "Order", "what a step is about")},
    {"shipment", QT_TRANSLATE_NOOP3("Scope", "Shipment", "what a step is about")},
    {"payment", QT_TRANSLATE_NOOP3("Scope", "Payment", "what a step is about")},
    {"return", QT_TRANSLATE_NOOP3("Scope", "Return", "what a step is about")},
    {"refund", QT_TRANSLATE_NOOP3("Scope", "Refund", "what a step is about")},
}};

constexpr std::array<Named, 9> documentTexts{{
    {"order", QT_TRANSLATE_NOOP3("Document", "Order", "kind of document")},
    {"sales_order", QT_TRANSLATE_NOOP3("Document", "Sales order", "kind of document: the order in the ERP")},
    {"payment", QT_TRANSLATE_NOOP3("Document", "Payment", "kind of document")},
    {"delivery", QT_TRANSLATE_NOOP3("Document", "Delivery", "kind of document: of a warehouse")},
    {"tracking_number", QT_TRANSLATE_NOOP3("Document", "Tracking number", "kind of document: a carrier's")},
    {"invoice", QT_TRANSLATE_NOOP3("Document", "Invoice", "kind of document")},
    {"credit_memo", QT_TRANSLATE_NOOP3("Document", "Credit memo", "kind of document")},
    {"refund", QT_TRANSLATE_NOOP3("Document", "Refund", "kind of document")},
    {"return", QT_TRANSLATE_NOOP3("Document", "Return", "kind of document")},
}};

constexpr std::array<Named, 4> axisTexts{{
    {"sync", QT_TRANSLATE_NOOP3("Axis", "Order data", "what a step moves forward")},
    {"fulfilment", QT_TRANSLATE_NOOP3("Axis", "Fulfilment", "what a step moves forward")},
    {"money", QT_TRANSLATE_NOOP3("Axis", "Money", "what a step moves forward")},
    {"return", QT_TRANSLATE_NOOP3("Axis", "Return", "what a step moves forward")},
}};

constexpr std::array<Named, 7> anomalyTexts{{
    {"before_predecessor",
        QT_TRANSLATE_NOOP3("Anomaly", "Reached before the step that it depends on", "odd, but kept")},
    {"predecessor_missing",
        QT_TRANSLATE_NOOP3("Anomaly", "Reached although a step that it depends on is still open", "odd, but kept")},
    {"after_cancellation", QT_TRANSLATE_NOOP3("Anomaly", "Happened after the order was cancelled", "odd, but kept")},
    {"reversed", QT_TRANSLATE_NOOP3("Anomaly", "Reached and then taken back", "odd, but kept")},
    {"no_time", QT_TRANSLATE_NOOP3("Anomaly", "Reached, but the source names no time", "odd, but kept")},
    {"not_in_process", QT_TRANSLATE_NOOP3("Anomaly", "Not a step of this order's process", "odd, but kept")},
    {"contradiction", QT_TRANSLATE_NOOP3("Anomaly", "Sources contradict each other", "odd, but kept")},
}};

constexpr std::array<Named, 36> rejectionTexts{{
    {"unknown_type", QT_TRANSLATE_NOOP3("Rejection", "Unknown type", "why an event was set aside")},
    {"conflicting_content",
        QT_TRANSLATE_NOOP3("Rejection", "Contradicts an event that is stored", "why an event was set aside")},
    {"broken_json", QT_TRANSLATE_NOOP3("Rejection", "Broken JSON", "why an event was set aside")},
    {"specversion", QT_TRANSLATE_NOOP3("Rejection", "No CloudEvent 1.0", "why an event was set aside")},
    {"id", QT_TRANSLATE_NOOP3("Rejection", "No usable id", "why an event was set aside")},
    {"source", QT_TRANSLATE_NOOP3("Rejection", "No usable source", "why an event was set aside")},
    {"type", QT_TRANSLATE_NOOP3("Rejection", "No usable type", "why an event was set aside")},
    {"subject", QT_TRANSLATE_NOOP3("Rejection", "Names no order", "why an event was set aside")},
    {"missing", QT_TRANSLATE_NOOP3("Rejection", "Something is missing", "why an event was set aside")},
    {"missing_value", QT_TRANSLATE_NOOP3("Rejection", "A value is missing", "why an event was set aside")},
    {"empty", QT_TRANSLATE_NOOP3("Rejection", "A value is empty", "why an event was set aside")},
    {"bad_time", QT_TRANSLATE_NOOP3("Rejection", "No usable time", "why an event was set aside")},
    {"bad_date", QT_TRANSLATE_NOOP3("Rejection", "No usable date", "why an event was set aside")},
    {"future", QT_TRANSLATE_NOOP3("Rejection", "Lies in the future", "why an event was set aside")},
    {"wrong_type", QT_TRANSLATE_NOOP3("Rejection", "Not of the shape agreed on", "why an event was set aside")},
    {"scope", QT_TRANSLATE_NOOP3("Rejection", "Names no shipment, payment or return", "why an event was set aside")},
    {"too_large", QT_TRANSLATE_NOOP3("Rejection", "Too large", "why an event was set aside")},
    {"too_long", QT_TRANSLATE_NOOP3("Rejection", "Too long", "why an event was set aside")},
    {"bad_amount", QT_TRANSLATE_NOOP3("Rejection", "No usable amount", "why an event was set aside")},
    {"negative_amount", QT_TRANSLATE_NOOP3("Rejection", "Negative amount", "why an event was set aside")},
    {"bad_line", QT_TRANSLATE_NOOP3("Rejection", "Bad order line", "why an event was set aside")},
    {"bad_reference", QT_TRANSLATE_NOOP3("Rejection", "Bad reference", "why an event was set aside")},
    {"unknown_currency", QT_TRANSLATE_NOOP3("Rejection", "Unknown currency", "why an event was set aside")},
    {"unknown_process", QT_TRANSLATE_NOOP3("Rejection", "Unknown process", "why an event was set aside")},
    {"bad_decimal", QT_TRANSLATE_NOOP3("Rejection", "No decimal number", "why an event was set aside")},
    {"bad_integer", QT_TRANSLATE_NOOP3("Rejection", "No whole number", "why an event was set aside")},
    {"nul_character", QT_TRANSLATE_NOOP3("Rejection", "Holds a NUL character", "why an event was set aside")},
    {"invalid_utf8", QT_TRANSLATE_NOOP3("Rejection", "Not valid UTF-8", "why an event was set aside")},
    {"too_few_columns", QT_TRANSLATE_NOOP3("Rejection", "Too few columns", "why an event was set aside")},
    {"too_many_columns", QT_TRANSLATE_NOOP3("Rejection", "Too many columns", "why an event was set aside")},
    {"record_too_long", QT_TRANSLATE_NOOP3("Rejection", "Row too long", "why an event was set aside")},
    {"open_quote", QT_TRANSLATE_NOOP3("Rejection", "Quote never closed", "why an event was set aside")},
    {"text_after_quote", QT_TRANSLATE_NOOP3("Rejection", "Text behind a quote", "why an event was set aside")},
    {"duplicate_key", QT_TRANSLATE_NOOP3("Rejection", "Key comes twice", "why an event was set aside")},
    {"no_watermark", QT_TRANSLATE_NOOP3("Rejection", "No watermark", "why rows of a table were not read")},
    {"no_order", QT_TRANSLATE_NOOP3("Rejection", "Belongs to no order", "why an event was set aside")},
}};

constexpr std::array<Named, 6> outcomeTexts{{
    {"completed", QT_TRANSLATE_NOOP3("Outcome", "Completed", "what an event says of its step")},
    {"started", QT_TRANSLATE_NOOP3("Outcome", "Started", "what an event says of its step")},
    {"failed", QT_TRANSLATE_NOOP3("Outcome", "Failed", "what an event says of its step")},
    {"reversed", QT_TRANSLATE_NOOP3("Outcome", "Taken back", "what an event says of its step")},
    {"skipped", QT_TRANSLATE_NOOP3("Outcome", "Skipped", "what an event says of its step")},
    {"unknown", QT_TRANSLATE_NOOP3("Outcome", "Reached at an unknown time", "what an event says of its step")},
}};

} // namespace

QString title(MilestoneState state)
{
    return stateTitle("MilestoneState", milestoneTexts, state);
}
QString title(TargetState state)
{
    return stateTitle("TargetState", targetTexts, state);
}
QString title(SyncState state)
{
    return stateTitle("SyncState", syncTexts, state);
}
QString title(FulfilmentState state)
{
    return stateTitle("FulfilmentState", fulfilmentTexts, state);
}
QString title(MoneyState state)
{
    return stateTitle("MoneyState", moneyTexts, state);
}
QString title(Backlog backlog)
{
    return stateTitle("Backlog", backlogTexts, backlog);
}

QString stepTitle(const QString& step, const QString& fallback)
{
    return lookUp("Step", stepTexts, step, fallback);
}

QString systemTitle(const QString& system)
{
    return lookUp("System", systemTexts, system, {});
}

QString processTitle(const QString& process, const QString& fallback)
{
    return lookUp("Process", processTexts, process, fallback);
}

QString calendarTitle(const QString& calendar, const QString& title)
{
    return builtInTitle("Calendar", calendarTexts, calendar, title);
}

QString channelTitle(const QString& channel, const QString& title)
{
    return builtInTitle("Channel", channelTexts, channel, title);
}

QString flowTitle(const QString& flow, const QString& title)
{
    return builtInTitle("Flow", flowTexts, flow, title);
}

QString scopeTitle(const QString& scope)
{
    if (scope.isEmpty())
        return {};
    const auto slash = scope.indexOf(u'/');
    const QString kind = lookUp("Scope", scopeTexts, slash < 0 ? scope : scope.first(slash), {});
    return slash < 0 ? kind : kind + QChar(QChar::Nbsp) + scope.sliced(slash + 1);
}

QString documentTitle(const QString& type)
{
    return lookUp("Document", documentTexts, type, {});
}

QString axisTitle(const QString& axis)
{
    return lookUp("Axis", axisTexts, axis, {});
}

QString anomalyTitle(const QString& anomaly)
{
    return lookUp("Anomaly", anomalyTexts, anomaly, {});
}

QString rejectionTitle(const QString& code)
{
    return lookUp("Rejection", rejectionTexts, code, {});
}

QString outcomeTitle(const QString& outcome)
{
    return lookUp("Outcome", outcomeTexts, outcome, {});
}
