// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/pgpayloadeditor.h"

#include "models/domain/jsonpointer.h"
#include "models/domain/jsontree.h"
#include "models/store/caserecords.h"
#include "models/store/orderrow.h"
#include "models/store/pqerror.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include <array>

using namespace Qt::StringLiterals;

namespace {

QByteArray rawText(const pqxx::field& field)
{
    return field.is_null() ? QByteArray() : QByteArray(field.c_str(), static_cast<qsizetype>(field.size()));
}

QList<EditableMessage> readEditable(pqxx::transaction_base& tx, const QList<qint64>& ids)
{
    const pqxx::result rows = exec(tx,
        "SELECT id, exception_id, version, revision, flow, flow_title, order_number, content, schema::text AS schema, "
        "to_jsonb(editable)::text AS editable, may_not, may_not_rest FROM integration.edit_basis($1::bigint[])",
        {idArray(ids)});
    QList<EditableMessage> messages;
    for (const auto& row : rows) {
        EditableMessage message;
        message.id = row["id"].as<qint64>();
        message.exceptionId = row["exception_id"].is_null() ? 0 : row["exception_id"].as<qint64>();
        message.version = row["version"].as<int>();
        message.revision = row["revision"].as<int>();
        message.flow = readText(row["flow"]);
        message.flowTitle = readText(row["flow_title"]);
        message.orderNumber = readText(row["order_number"]);
        message.content = rawText(row["content"]);
        message.rules = {rawText(row["schema"]), textList(row["editable"]), readText(row["may_not_rest"])};
        message.mayNot = readText(row["may_not"]);
        messages.append(message);
    }
    return messages;
}

nlohmann::json changesJson(const QList<JsonChange>& changes)
{
    nlohmann::json list = nlohmann::json::array();
    for (const JsonChange& change : changes) {
        nlohmann::json one{{"path", change.path.toStdString()}};
        if (change.before)
            one["old"] = change.before->toStdString();
        if (change.after)
            one["new"] = change.after->toStdString();
        list.push_back(one);
    }
    return list;
}

QList<ActionResult> saveEdits(pqxx::transaction_base& tx, const QList<PayloadEdit>& edits, const QString& reason)
{
    nlohmann::json list = nlohmann::json::array();
    for (const PayloadEdit& edit : edits)
        list.push_back({{"transaction", edit.transaction}, {"version", edit.version},
            {"content", edit.content.toStdString()}, {"changes", changesJson(edit.changes)}});
    const pqxx::result rows = exec(tx, "SELECT id, done, why FROM integration.edit_transactions($1::jsonb, $2)",
        {list.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace), reason.toStdString()});
    QList<ActionResult> results;
    for (const auto& row : rows)
        results.append({row["id"].as<qint64>(), row["done"].as<bool>(), readText(row["why"])});
    return results;
}

NearestDelivered readNearest(pqxx::transaction_base& tx, const std::string& transaction)
{
    const pqxx::result rows = exec(tx,
        "SELECT id, order_number, (extract(epoch FROM delivered_at) * 1000)::bigint AS delivered_at, content "
        "FROM integration.nearest_delivered($1::bigint)",
        {transaction});
    if (rows.empty())
        return {};
    return {rows[0]["id"].as<qint64>(), readText(rows[0]["order_number"]), readTime(rows[0]["delivered_at"]),
        rawText(rows[0]["content"])};
}

UnusualField::Kind kindOf(const QString& name)
{
    using Kind = UnusualField::Kind;
    static const std::array<std::pair<QLatin1String, Kind>, 5> kinds{
        {{"missing"_L1, Kind::Missing}, {"unknown"_L1, Kind::Unknown}, {"other_kind"_L1, Kind::OtherKind},
            {"out_of_range"_L1, Kind::OutOfRange}, {"unusual_value"_L1, Kind::UnusualValue}}};
    for (const auto& [text, kind] : kinds)
        if (name == text)
            return kind;
    return Kind::UnusualValue;
}

/// As the payload spells it: the database has read it.
QString spelled(const Outcome<JsonTree>& tree, const QString& path, const QString& value)
{
    const auto place = jsonPath(path.toUtf8());
    if (!tree || !place)
        return value;
    const auto found = tree.value().find(*place);
    return found ? QString::fromUtf8(tree.value().raw(found.value()).toByteArray().left(200)) : value;
}

QList<UnusualField> readUnusual(
    pqxx::transaction_base& tx, const std::string& transaction, const Outcome<JsonTree>& content)
{
    const pqxx::result rows = exec(tx,
        "SELECT kind, path, value, to_jsonb(usual)::text AS usual, compared FROM integration.unusual_fields($1::bigint)",
        {transaction});
    QList<UnusualField> fields;
    for (const auto& row : rows) {
        UnusualField field{kindOf(readText(row["kind"])), readText(row["path"]), readText(row["value"]),
            textList(row["usual"]), row["compared"].as<int>()};
        if (field.kind != UnusualField::Kind::Missing)
            field.value = spelled(content, field.path, field.value);
        fields.append(field);
    }
    return fields;
}

ExceptionHints readHints(pqxx::transaction_base& tx, qint64 exception)
{
    const pqxx::result rows = exec(tx,
        "SELECT x.transaction_id, x.fingerprint, integration.transaction_payload(x.transaction_id) AS content "
        "FROM integration.exception x WHERE x.id = $1::bigint",
        {std::to_string(exception)});
    if (rows.empty())
        throw StoreException({Failure::NotFound,
            QCoreApplication::translate("PgExceptionSource", "There is no exception %1.").arg(exception), {}, {}});
    ExceptionHints hints;
    hints.remedies = readRemedies(tx, readText(rows[0]["fingerprint"]).toStdString());
    if (rows[0]["transaction_id"].is_null()) // nothing was sent
        return hints;
    const std::string transaction = std::to_string(rows[0]["transaction_id"].as<qint64>());
    const auto content = JsonTree::read(rawText(rows[0]["content"]));
    hints.nearest = readNearest(tx, transaction);
    if (const auto other = JsonTree::read(hints.nearest.content); content && other)
        hints.difference = jsonDifference(other.value(), content.value());
    hints.unusual = readUnusual(tx, transaction, content);
    return hints;
}

} // namespace

QFuture<Outcome<QList<EditableMessage>>> PgPayloadEditor::editable(const QList<qint64>& transactions)
{
    return m_runner.read([transactions](ReadScope& scope) { return readEditable(scope.tx, transactions); }).future;
}

QFuture<Outcome<QList<ActionResult>>> PgPayloadEditor::edit(const QList<PayloadEdit>& edits, const QString& reason)
{
    return m_runner.write([edits, reason](WriteScope& scope) { return saveEdits(scope.tx, edits, reason); }).future;
}

QFuture<Outcome<ExceptionHints>> PgPayloadEditor::hints(qint64 exception)
{
    if (m_hints)
        m_runner.cancel(m_hints);
    const auto running = m_runner.read([exception](ReadScope& scope) { return readHints(scope.tx, exception); });
    m_hints = running.token;
    return running.future;
}
