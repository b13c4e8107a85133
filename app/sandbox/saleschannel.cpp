// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/saleschannel.h"

#include "app/sandbox/dice.h"

using namespace Qt::StringLiterals;

const QList<SalesChannel>& salesChannels()
{
    static const QList<SalesChannel> channels = [] {
        const QString home = u"ship_to_home"_s;
        const QString euro = u"EUR"_s;
        const QByteArray berlin = "Europe/Berlin";
        const QByteArray london = "Europe/London";
        return QList<SalesChannel>{
            {u"web"_s, home, euro, u"W"_s, u"/shop"_s, berlin, 30},
            {u"app"_s, home, euro, u"A"_s, u"/shop"_s, berlin, 14},
            {u"web-uk"_s, home, u"GBP"_s, u"U"_s, u"/shop"_s, london, 10},
            {u"web-jp"_s, home, u"JPY"_s, u"J"_s, u"/shop"_s, "Asia/Tokyo", 6},
            {u"collect"_s, u"click_and_collect"_s, euro, u"C"_s, u"/shop"_s, berlin, 12},
            {u"store-hamburg"_s, u"store_sale"_s, euro, u"H"_s, u"/pos"_s, berlin, 11},
            {u"store-leeds"_s, u"store_sale"_s, u"GBP"_s, u"L"_s, u"/pos"_s, london, 6},
            {u"market"_s, u"marketplace"_s, euro, u"M"_s, u"/marketplace"_s, berlin, 11},
        };
    }();
    return channels;
}

const SalesChannel& drawChannel(Dice& dice)
{
    int ticket = dice.below(100);
    for (const SalesChannel& channel : salesChannels()) {
        ticket -= channel.share;
        if (ticket < 0)
            return channel;
    }
    return salesChannels().constLast();
}
