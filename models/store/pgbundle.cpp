// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/pgbundle.h"

#include "models/store/environmentreader.h"
#include "models/store/migration.h"
#include "models/store/orderrow.h"
#include "models/store/pqerror.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostBundleBytes = 400'000'000;

BundleSection readSection(pqxx::transaction_base& tx, const QString& name, const std::string& orders,
    const std::string& transactions, const std::string& exceptions)
{
    BundleSection section;
    section.name = name;
    const pqxx::result rows
        = exec(tx, "SELECT r::text FROM integration.bundle_rows($1, $2::bigint[], $3::bigint[], $4::bigint[]) r",
            {name.toStdString(), orders, transactions, exceptions});
    for (const auto& row : rows) {
        section.lines += row[0].c_str();
        section.lines += '\n';
        ++section.rows;
    }
    return section;
}

} // namespace

QStringList PgBundle::sections()
{
    return {u"system"_s, u"business_calendar"_s, u"step"_s, u"process"_s, u"process_step"_s, u"sla_policy"_s,
        u"event_type"_s, u"channel"_s, u"plan"_s, u"plan_step"_s, u"step_norm"_s, u"target"_s, u"flow"_s,
        u"flow_route"_s, u"breaker"_s, u"routing_rule"_s, u"runbook"_s, u"sales_order"_s, u"order_line"_s,
        u"external_ref"_s, u"order_tag"_s, u"milestone"_s, u"business_event"_s, u"transaction"_s, u"payload"_s,
        u"attempt"_s, u"exception_group"_s, u"group_split"_s, u"exception"_s, u"comment"_s, u"operation"_s,
        u"operation_part"_s, u"operation_stage"_s, u"operation_item"_s, u"audit_entry"_s};
}

QString PgBundle::schemaChecksum()
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const Migration& migration : Migration::builtIn())
        hash.addData(migration.checksum().toLatin1());
    return QString::fromLatin1(hash.result().toHex());
}

int PgBundle::schemaVersion()
{
    const QList<Migration> migrations = Migration::builtIn();
    return migrations.isEmpty() ? 0 : migrations.constLast().version;
}

QFuture<Outcome<Bundle>> PgBundle::bundle(const BundleRequest& request)
{
    return m_runner
        .read([request, settings = m_runner.settings()](ReadScope& scope) {
            const Environment environment = readEnvironment(scope.tx, settings);
            Bundle bundle;
            bundle.manifest = {QStringLiteral(SIGNALBOX_VERSION), schemaVersion(), schemaChecksum(), environment.name,
                environment.kind, {}, request.words, environment.user, request.more};
            bundle.manifest.asOf = environment.bundleAsOf.isValid()
                ? environment.bundleAsOf
                : readTime(exec(scope.tx, "SELECT (extract(epoch FROM now()) * 1000)::bigint")[0][0]);
            const pqxx::result chosen = exec(scope.tx,
                "SELECT b.orders::text, b.transactions::text, b.exceptions::text, cardinality(b.orders), cardinality(b.exceptions) "
                "FROM integration.bundle_scope($1::bigint[], $2::bigint[] || ARRAY(SELECT x.id FROM integration.exception x "
                "WHERE x.state <> 'resolved' AND (x.group_id = ANY ($3::bigint[]) OR x.transaction_id = ANY ($4::bigint[])) ORDER BY x.opened_at DESC, x.id DESC LIMIT "
                    + std::to_string(BundleRequest::mostExceptions + 1) + ")) b",
                {idArray(request.orders), idArray(request.exceptions), idArray(request.groups),
                    idArray(request.transactions)});
            const auto orders = chosen[0][3].as<qint64>();
            const auto exceptions = chosen[0][4].as<qint64>();
            if (orders == 0 && exceptions == 0)
                throw StoreException({Failure::NotFound, tr("There is nothing to put into a bundle."), {}, {}});
            if (orders > BundleRequest::mostOrders || exceptions > BundleRequest::mostExceptions)
                throw StoreException({Failure::Invalid,
                    tr("That is too much for one bundle: %1 orders and %2 exceptions; at most %3 and %4 fit.")
                        .arg(orders)
                        .arg(exceptions)
                        .arg(BundleRequest::mostOrders)
                        .arg(BundleRequest::mostExceptions),
                    tr("Choose fewer."), {}});
            qsizetype size = 0;
            for (const QString& name : sections()) {
                bundle.sections.append(
                    readSection(scope.tx, name, chosen[0][0].c_str(), chosen[0][1].c_str(), chosen[0][2].c_str()));
                size += bundle.sections.constLast().lines.size();
                if (size > mostBundleBytes)
                    throw StoreException({Failure::Invalid,
                        tr("That is too much for one bundle: more than %1 MB.").arg(mostBundleBytes / 1'000'000),
                        tr("Choose fewer orders."), {}});
            }
            return bundle;
        })
        .future;
}
