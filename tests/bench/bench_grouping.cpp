// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Fingerprints of error messages a second on one core, beside the limit: a plain digest of the same texts. Prints JSON.
#include "models/domain/fingerprint.h"

#include <CLI/CLI.hpp>
#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <cstdio>
#include <ctime>
#include <set>

using namespace Qt::StringLiterals;

namespace {

/// Messages of twelve causes as systems write them, each with numbers and names of its own.
QStringList messages(int count)
{
    const QStringList causes{u"Material %1 is not defined for sales org.1710, distr.chan.10, language EN"_s,
        u"The request b5a0b7a2-1b1c-4f6e-9d4b-0a1b%1 from 10.0.0.7 failed at 2026-11-03T14:02:11Z"_s,
        u"Write failed for table row of type 'SalesOrderLineV3Entity'. Infolog: Warning: Inventory dimension %1"_s,
        u"No such entity with orderId = %1, see https://shop.example/orders/%1"_s,
        u"Customer \"Bell %1\" is not known in sales area 0001/10/00"_s,
        u"connect ECONNREFUSED 10.0.0.7:443 after %1 ms"_s,
        u"Price 5.00 of line %1 differs from 4.90 by more than 1.5 % (EUR)"_s,
        u"{\"error\":{\"code\":\"-5002\",\"message\":{\"lang\":\"en-us\",\"value\":\"10001153 - Enter valid code %1\"}}}"_s,
        u"Lock wait timeout exceeded; try restarting transaction (order %1, jane.doe@mail.example)"_s,
        u"Charge ch_3LkDJ2eZvKYlo%1 was refunded on Tue, 03 Nov 2026 14:02:11 GMT"_s,
        u"Die Menge %1,000 ST \u00fcberschreitet den verf\u00fcgbaren Bestand von 2,000 ST"_s,
        u"Gateway time-out: the upstream of tenant 0x%1 did not answer within 30 s"_s};
    QStringList made;
    made.reserve(count);
    for (int i = 0; i < count; ++i)
        made.append(QString(causes.at(i % causes.size())).replace(u"%1"_s, QString::number(10'000'000 + i)));
    return made;
}

/// A second's worth of calls, by the processor time of this process.
template<typename Call>
double perSecond(const QStringList& texts, Call call)
{
    const std::clock_t start = std::clock();
    for (const QString& text : texts)
        call(text);
    return double(texts.size()) * CLOCKS_PER_SEC / double(std::max<std::clock_t>(1, std::clock() - start));
}

} // namespace

int main(int argc, char** argv)
{
    CLI::App cli{"Grouping benchmark"};
    int count = 500'000;
    cli.add_option("--messages", count, "how many");
    CLI11_PARSE(cli, argc, argv);
    const QStringList texts = messages(count);
    std::set<QByteArray> groups;
    const double ours = perSecond(
        texts, [&groups](const QString& text) { groups.insert(fingerprint(u"erp-sales-order", u"E17", text)); });
    qsizetype bytes = 0;
    const double digest = perSecond(texts, [&bytes](const QString& text) {
        bytes += QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Md5).size();
    });
    const QJsonObject result{{u"benchmark"_s, u"grouping"_s}, {u"messages"_s, count}, {u"groups"_s, int(groups.size())},
        {u"messagesPerSecondAndCore"_s, qRound64(ours)}, {u"plainDigestsPerSecondAndCore"_s, qRound64(digest)},
        {u"limitPerSecondAndCore"_s, 50'000}};
    std::fputs(QJsonDocument(result).toJson(QJsonDocument::Indented).constData(), stdout);
    return bytes > 0 && groups.size() == 12 ? 0 : 1; // one group for each cause, or the figure means nothing
}
