// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands/tagcommand.h"

#include "app/ctl/finished.h"
#include "app/ctl/terminal.h"
#include "app/ctl/text/displaywidth.h"
#include "models/domain/systemreason.h"
#include "models/store/pgordersource.h"
#include "models/store/pgordertags.h"

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;

Outcome<QList<Order>> TagCommand::meant(Store& store) const
{
    FilterTerm names;
    names.field = FilterField::Order;
    for (const QString& name : m_options.orders) // names, not patterns
        names.values.append(QString(name).replace(u'\\', u"\\\\"_s).replace(u'*', u"\\*"_s));
    OrderPageRequest request;
    request.filter = FilterExpression(names);
    request.limit = OrderTags::mostOrders;
    const auto page = PgOrderSource(store.runner()).pageNow(request);
    if (!page)
        return page.error();
    QList<Order> orders;
    for (const QString& name : m_options.orders) {
        QList<Order> found;
        std::ranges::copy_if(page.value().orders, std::back_inserter(found),
            [&name](const Order& order) { return order.number == name || order.key == name; });
        if (found.isEmpty())
            return Error{Failure::NotFound, tr("There is no order %1.").arg(printable(name)),
                tr("\"signalboxctl orders\" lists them."), {}};
        if (found.size() > 1) {
            QStringList keys;
            for (const Order& order : std::as_const(found))
                keys.append(printable(order.key));
            return Error{Failure::Invalid,
                tr("%1 stands for several orders: %2.").arg(printable(name), keys.join(u", "_s)),
                tr("Name one of these keys."), {}};
        }
        orders.append(found.constFirst());
    }
    return orders;
}

ExitCode TagCommand::run()
{
    if (m_options.add.isEmpty() && m_options.remove.isEmpty())
        return m_context.misused(tr("No tag is named."), tr("--add or --remove names one."));
    for (const QString& tag : m_options.add) {
        if (tagOf(tag).isEmpty())
            return m_context.misused(tr("\"%1\" is no tag.").arg(printable(tag)),
                tr("A tag has up to %n letters, digits, hyphens, underscores and points.", nullptr,
                    OrderTags::longest));
    }
    const auto store = m_context.open();
    if (!store)
        return m_context.fail(store.error());
    const auto orders = meant(*store.value());
    if (!orders)
        return m_context.fail(orders.error());
    QList<qint64> ids;
    QHash<qint64, QString> names;
    for (const Order& order : orders.value()) {
        ids.append(order.id);
        names.insert(order.id, order.number);
    }
    const auto results
        = finished(PgOrderTags(store.value()->runner()).change(ids, m_options.add, m_options.remove, m_options.reason));
    if (!results)
        return m_context.fail(results.error());
    int done = 0;
    auto json = nlohmann::ordered_json::array();
    for (const TagResult& result : results.value()) {
        done += result.done ? 1 : 0;
        json.push_back({{"order", names.value(result.order).toStdString()}, {"done", result.done},
            {"why", result.why.toStdString()}});
    }
    if (m_context.json())
        m_context.terminal().print(nlohmann::ordered_json{{"orders", json}});
    else
        m_context.terminal().print(tr("%n order(s) tagged as asked.", nullptr, done) + u'\n');
    for (const TagResult& result : results.value()) {
        if (!result.done && !m_context.json())
            m_context.terminal().note(u"%1: %2"_s.arg(printable(names.value(result.order)), systemReason(result.why)));
    }
    return done == results.value().size() ? ExitCode::Done : ExitCode::Failed;
}
