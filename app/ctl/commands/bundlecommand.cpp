// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands/bundlecommand.h"

#include "app/ctl/filterquestion.h"
#include "app/ctl/finished.h"
#include "app/ctl/orderjson.h"
#include "app/ctl/terminal.h"
#include "app/print/handoverfiles.h"
#include "models/store/pgbundle.h"
#include "models/store/pgexceptionsource.h"
#include "models/store/pgordersource.h"

#include <QLocale>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

BundleCommand::BundleCommand(const CommandContext& context, Options options)
    : m_context(context)
    , m_options(std::move(options))
{ }

ExitCode BundleCommand::run()
{
    const int ways = (m_options.exceptions.isEmpty() ? 0 : 1) + (m_options.orders ? 1 : 0)
        + (m_options.matching ? 1 : 0) + (m_options.group == 0 ? 0 : 1);
    if (ways != 1)
        return m_context.misused(
            tr("Say what to put into it: exceptions, --orders, --matching or --group, one of them."));
    BundleRequest request;
    std::optional<FilterExpression> filter;
    if (m_options.orders) {
        filter = FilterQuestion::read(m_context, *m_options.orders);
        if (!filter)
            return ExitCode::Usage;
        request.words = filterInWords(*filter, QLocale());
    }
    const auto problems
        = FilterQuestion::read(m_context, {m_options.matching.value_or(QString())}, FilterSubject::Problems);
    if (!problems)
        return ExitCode::Usage;
    const auto store = m_context.openForWork();
    if (!store)
        return m_context.fail(store.error());
    if (filter) {
        PgOrderSource orders(store.value()->runner());
        OrderPageRequest page;
        page.filter = *filter;
        page.limit = int(BundleRequest::mostOrders);
        const auto found = orders.pageNow(page);
        if (!found)
            return m_context.fail(found.error());
        for (const Order& order : found.value().orders)
            request.orders.append(order.id);
        request.more = found.value().next.has_value();
    } else if (const auto error = choose(*store.value(), *problems, request)) {
        return m_context.fail(*error);
    }
    const auto bundle = finished(PgBundle(store.value()->runner()).bundle(request));
    if (!bundle)
        return m_context.fail(bundle.error());
    const QByteArray file = bundleFile(bundle.value());
    if (const auto error = HandoverFiles::save(m_options.output, file))
        return m_context.fail(*error);
    return report(bundle.value(), file.size());
}

std::optional<Error> BundleCommand::choose(Store& store, const FilterExpression& problems, BundleRequest& request) const
{
    request.exceptions = m_options.exceptions;
    if (m_options.group != 0) {
        request.groups = {m_options.group};
        request.words = tr("group %1").arg(m_options.group);
    }
    if (!m_options.exceptions.isEmpty())
        request.words = tr("%n exception(s) by number", nullptr, int(m_options.exceptions.size()));
    if (!m_options.matching)
        return std::nullopt;
    request.words = tr("open exceptions with \"%1\"").arg(*m_options.matching);
    PgExceptionSource source(store.runner());
    ExceptionQuery query;
    query.filter = problems;
    query.limit = int(BundleRequest::mostOrders);
    const auto page = finished(source.page(query));
    if (!page)
        return page.error();
    for (const Exception& exception : page.value().exceptions)
        request.exceptions.append(exception.id);
    request.more = page.value().next.has_value();
    return std::nullopt;
}

ExitCode BundleCommand::report(const Bundle& bundle, qsizetype bytes) const
{
    const auto rows = [&bundle](QStringView name) {
        for (const BundleSection& section : bundle.sections) {
            if (section.name == name)
                return section.rows;
        }
        return qint64(0);
    };
    if (m_context.json()) {
        nlohmann::ordered_json json;
        json["file"] = m_options.output.toStdString();
        json["bytes"] = bytes;
        json["asOf"] = timeJson(bundle.manifest.asOf);
        json["more"] = bundle.manifest.more;
        for (const BundleSection& section : bundle.sections)
            json["rows"][section.name.toStdString()] = section.rows;
        m_context.terminal().print(json);
        return ExitCode::Done;
    }
    const QLocale locale;
    m_context.terminal().print(
        tr("%1: %2 orders, %3 messages, %4 exceptions, %5.")
            .arg(m_options.output, locale.toString(rows(u"sales_order")), locale.toString(rows(u"transaction")),
                locale.toString(rows(u"exception")), locale.formattedDataSize(bytes))
        + u'\n');
    if (bundle.manifest.more)
        m_context.terminal().note(tr("There are more: a bundle holds the newest %1.").arg(BundleRequest::mostOrders));
    return ExitCode::Done;
}
