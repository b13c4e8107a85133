// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/demo/samplegoods.h"

#include <QStringList>

using namespace Qt::StringLiterals;

const QList<SampleGood>& sampleGoods()
{
    static const QList<SampleGood> goods = {
        {u"LMP-2201"_s, u"Desk lamp, brass"_s, 8990},
        {u"LMP-2207"_s, u"Floor lamp, linen shade"_s, 18900},
        {u"CHR-0410"_s, u"Oak chair"_s, 14900},
        {u"TBL-1180"_s, u"Side table, walnut"_s, 22900},
        {u"RUG-0932"_s, u"Wool rug 140 × 200 cm"_s, 34900},
        {u"CUP-0071"_s, u"Stoneware cup, set of 4"_s, 3990},
        {u"BWL-0076"_s, u"Serving bowl, glazed"_s, 4590},
        {u"TWL-3310"_s, u"Linen towel, set of 2"_s, 2990},
        {u"BED-5120"_s, u"Duvet cover, percale"_s, 9990},
        {u"CLK-0014"_s, u"Wall clock, 30 cm"_s, 5990},
        {u"PLT-7702"_s, u"Plant pot, terracotta"_s, 1990},
        {u"KNF-0208"_s, u"Chef's knife 20 cm"_s, 11900},
        {u"PAN-0319"_s, u"Cast-iron pan 28 cm"_s, 7900},
        {u"BAG-6001"_s, u"Canvas tote"_s, 2490},
        {u"CND-0455"_s, u"Candle, beeswax"_s, 1450},
        {u"SHF-2290"_s, u"Wall shelf, ash"_s, 12900},
    };
    return goods;
}

qint64 samplePrice(const SampleGood& good, const QString& currency, int digits)
{
    double rate = 1.0;
    if (currency == "GBP"_L1)
        rate = 0.86;
    else if (currency == "JPY"_L1)
        rate = 162;
    else if (currency == "KWD"_L1)
        rate = 0.335;
    qint64 minor = qRound64(good.cents / 100.0 * rate);
    for (int digit = 0; digit < digits; ++digit)
        minor *= 10;
    if (digits == 0)
        return minor / 100 * 100 + 80;
    return minor - (digits == 3 ? 50 : 1); // 88.99, 29.950
}

QString sampleCustomer(int index, const QString& country)
{
    static const QStringList first = {u"anna"_s, u"jonas"_s, u"mia"_s, u"leon"_s, u"olivia"_s, u"harry"_s, u"aiko"_s,
        u"kenta"_s, u"noura"_s, u"yousef"_s, u"clara"_s, u"emil"_s, u"freya"_s, u"oscar"_s, u"lina"_s, u"paul"_s};
    static const QStringList last = {u"becker"_s, u"vogel"_s, u"hartmann"_s, u"keller"_s, u"bennett"_s, u"clarke"_s,
        u"tanaka"_s, u"mori"_s, u"alsabah"_s, u"haddad"_s, u"lindner"_s, u"ward"_s, u"brandt"_s, u"shaw"_s};
    const QString domain = country == "de"_L1 || country == "com"_L1 ? u"example.com"_s
        : country == "co.uk"_L1                                      ? u"example.org"_s
                                                                     : u"example.net"_s;
    return first.at(index % int(first.size())) + u'.' + last.at(index / 7 % int(last.size())) + u'@' + domain;
}
