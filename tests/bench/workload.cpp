// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/workload.h"

#include <QDateTime>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

struct Step
{
    const char* step;
    const char* source;
    const char* scope;
};

constexpr std::array<Step, 10> steps{{{"order_captured", "/shop/eu-1", ""}, {"validation", "/middleware/eu-1", ""},
    {"payment_authorization", "/psp/eu-1", "payment/1"}, {"fraud_screening", "/fraud/eu-1", ""},
    {"inventory_reservation", "/inventory/eu-1", ""}, {"erp_order_creation", "/erp/eu-1", ""},
    {"fulfillment_routing", "/wms/eu-1", ""}, {"shipment_confirmation", "/wms/eu-1", "shipment/1"},
    {"payment_capture", "/psp/eu-1", "payment/1"}, {"invoice", "/erp/eu-1", ""}}};

const QDateTime begin = QDateTime::fromString(u"2026-10-05T00:00:00Z"_s, Qt::ISODate);

QByteArray event(const QString& key, int order, std::size_t step, const QString& channel)
{
    const Step& s = steps.at(step);
    const QDateTime time = begin.addSecs(qint64(order) % 3'000'000 + qint64(step) * 600);
    QString data;
    if (step == 0)
        data
            = uR"("order":{"number":"%1","channel":"%2","currency":"EUR","total":"%3.90","promisedAt":"%4","customer":"anna.muster@example.org"},)"_s
                  .arg(key, channel, QString::number(20 + order % 480), time.addDays(5).toString(Qt::ISODate))
            + uR"("lines":[{"line":"1","sku":"SKU-%1","title":"Article %1","quantity":"1","unitPrice":"%2.90"}],"note":"%3")"_s
                  .arg(QString::number(order % 5000), QString::number(20 + order % 480), QString(20, u'x'));
    else
        data = uR"("scope":"%1",%2"note":"%3")"_s.arg(QString::fromLatin1(s.scope),
            step == 5
                ? uR"("refs":[{"system":"erp","type":"sales_order","id":"45%1"}],)"_s.arg(order, 8, 10, QChar(u'0'))
                : QString(),
            QString(step == 5 ? 180 : 240, u'x'));
    return uR"({"specversion":"1.0","id":"%1-%2","source":"%3","type":"com.signalbox.order.%4.v1","subject":"order/%1","time":"%5","datacontenttype":"application/json","data":{%6}})"_s
        .arg(key, QString::number(step), QString::fromLatin1(s.source), QString::fromLatin1(s.step),
            time.toString(Qt::ISODate), data)
        .toUtf8();
}

void close(QByteArray& batch, QList<QByteArray>& batches)
{
    if (batch.isEmpty())
        return;
    batches.append('[' + batch + ']');
    batch.clear();
}

void add(QByteArray& batch, const QByteArray& event)
{
    if (!batch.isEmpty())
        batch += ',';
    batch += event;
}

} // namespace

QList<QByteArray> Workload::lifecycles(const QString& prefix, int orders, int batchSize, bool together)
{
    const int perBatch = std::max(1, batchSize / int(steps.size()));
    QList<QByteArray> batches;
    QByteArray batch;
    const auto key = [&](int order) -> QString { return prefix + QString::number(order); };
    if (together) {
        for (int order = 0; order < orders; ++order) {
            for (std::size_t step = 0; step < steps.size(); ++step)
                add(batch, event(key(order), order, step, u"web"_s));
            if ((order + 1) % perBatch == 0)
                close(batch, batches);
        }
        close(batch, batches);
        return batches;
    }
    // group g of orders sends its step s in batch g + s
    const int groups = (orders + perBatch - 1) / perBatch;
    for (int number = 0; number < groups + int(steps.size()) - 1; ++number) {
        for (int step = 0; step < int(steps.size()); ++step)
            for (int order = (number - step) * perBatch;
                 order >= 0 && order < std::min(orders, (number - step + 1) * perBatch); ++order)
                add(batch, event(key(order), order, std::size_t(step), u"web"_s));
        close(batch, batches);
    }
    return batches;
}

QList<QByteArray> Workload::captures(const QString& prefix, int orders, int batchSize)
{
    const std::array<QString, 5> channels{u"web"_s, u"pos"_s, u"app"_s, u"market"_s, u"phone"_s};
    QList<QByteArray> batches;
    QByteArray batch;
    for (int order = 0; order < orders; ++order) {
        add(batch, event(prefix + QString::number(order), order, 0, channels.at(std::size_t(order) % channels.size())));
        if ((order + 1) % batchSize == 0)
            close(batch, batches);
    }
    close(batch, batches);
    return batches;
}

double Workload::eventSize(const QList<QByteArray>& batches, int events)
{
    double bytes = 0;
    for (const QByteArray& batch : batches)
        bytes += double(batch.size());
    return bytes / std::max(1, events);
}
