// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakesources.h"
#include "models/domain/payloadedit.h"

/// Keeps every question about payloads, so that a test answers when it likes.
class FakePayloads final : public PayloadEditor
{
public:
    QFuture<Outcome<QList<EditableMessage>>> editable(const QList<qint64>& transactions) override
    {
        asked.append(transactions);
        return messages.ask();
    }
    QFuture<Outcome<QList<ActionResult>>> edit(const QList<PayloadEdit>& edits, const QString& reason) override
    {
        saved.append(edits);
        reasons.append(reason);
        return results.ask();
    }
    QFuture<Outcome<ExceptionHints>> hints(qint64 exception) override
    {
        hinted.append(exception);
        return answers.ask();
    }

    QList<QList<qint64>> asked;
    QList<QList<PayloadEdit>> saved;
    QStringList reasons;
    QList<qint64> hinted;
    PendingAnswers<QList<EditableMessage>> messages;
    PendingAnswers<QList<ActionResult>> results;
    PendingAnswers<ExceptionHints> answers;
};

/// Messages 1 to count of the ERP's flow, kept in one line; support may edit SKUs.
inline QList<EditableMessage> fixtureEditable(int count = 1)
{
    QList<EditableMessage> list;
    for (int i = 1; i <= count; ++i) {
        EditableMessage message;
        message.id = i;
        message.exceptionId = 100 + i;
        message.version = 3;
        message.flow = QStringLiteral("order.to-erp");
        message.flowTitle = QStringLiteral("Order to the ERP");
        message.orderNumber = QStringLiteral("DE-1041%1").arg(i);
        message.content = QByteArray(R"({"orderKey":"DE-1041)") + QByteArray::number(i)
            + R"(","id":12345678901234567890,"amount":"139.90","rate":1.10,"currency":"EUR","taxCode":null,"lines":[{"sku":")"
            + (i == 3 ? "SKU-8" : "SKU-7")
            + R"(","quantity":1},{"sku":"SKU-21","quantity":2}],"shipTo":{"country":"DE","zip":"10115"}})";
        message.rules.schema
            = R"({"type":"object","required":["orderKey","amount"],"properties":{"amount":{"type":"string"},"lines":{"type":"array","items":{"type":"object","required":["sku"]}}}})";
        message.rules.editable = {QStringLiteral("/lines/*/sku"), QStringLiteral("/taxCode")};
        message.rules.mayNotEditRest = QStringLiteral("that takes the role signalbox_admin");
        list.append(message);
    }
    return list;
}

inline ExceptionHints fixtureHints()
{
    ExceptionHints hints;
    hints.nearest = {77, QStringLiteral("DE-10398"), QDateTime(QDate(2026, 11, 3), QTime(13, 20), Qt::UTC), "{}"};
    hints.difference = {{"/orderKey", "\"DE-10398\"", "\"DE-10412\""}, {"/amount", "\"89.00\"", "\"139.90\""},
        {"/taxCode", "\"A1\"", "null"}, {"/lines/1", std::nullopt, R"({"sku":"SKU-21","quantity":2})"}};
    hints.unusual = {{UnusualField::Kind::OtherKind, QStringLiteral("/taxCode"), QStringLiteral("null"),
                         {QStringLiteral("string")}, 200},
        {UnusualField::Kind::Missing, QStringLiteral("/lines/0/unit"), {}, {QStringLiteral("100")}, 200},
        {UnusualField::Kind::OutOfRange, QStringLiteral("/rate"), QStringLiteral("1e400"),
            {QStringLiteral("0.90"), QStringLiteral("1.20")}, 200}};
    hints.remedies = {{QStringLiteral("replay"), {}, 20, 18, {}, QStringLiteral("anna")},
        {QStringLiteral("edit"), {QStringLiteral("/taxCode")}, 7, 7, {}, QStringLiteral("bert")},
        {QStringLiteral("duplicate"), {}, 2, 2, {}, QStringLiteral("anna")}};
    return hints;
}
