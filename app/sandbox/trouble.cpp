// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/trouble.h"

#include "app/sandbox/dice.h"

#include <QList>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 hour = 3600;

/// A step that somebody is asked for has failed or begun, never nothing: else a relay would ask again.
const QList<Trouble>& troubles()
{
    static const QList<Trouble> all{
        {u"fraud_screening"_s, u"started"_s, u"Score 78: manual review"_s, hour},
        {u"erp_order_creation"_s, u"failed"_s, u"Tax code A7 is not maintained for company code DE10"_s, hour},
        {u"erp_order_creation"_s, u"failed"_s, u"The customer is blocked for all sales areas"_s, hour},
        {u"shipment_confirmation"_s, {}, {}, 20 * hour},
        {u"shipment_confirmation"_s, u"started"_s, u"Picked; one line is short"_s, 16 * hour},
        {u"shop_fulfillment_update"_s, u"failed"_s, u"HTTP 422: fulfilment line 2 exceeds the quantity ordered"_s,
            hour},
        {u"marketplace_shipment_update"_s, u"failed"_s, u"The feed was refused: the carrier is not known"_s, hour},
        {u"payment_capture"_s, u"failed"_s, u"The authorization has expired"_s, hour},
        {u"stock_posting"_s, u"failed"_s, u"Posting would make the stock of location 0017 negative"_s, hour},
        {u"settlement_receipt"_s, {}, {}, 32 * hour},
        {u"settlement_posting"_s, u"failed"_s, u"The posting period is not open"_s, 2 * hour},
    };
    return all;
}

} // namespace

Trouble drawTrouble(const QStringList& steps, Dice& dice)
{
    QList<Trouble> possible;
    for (const Trouble& trouble : troubles())
        if (steps.contains(trouble.step))
            possible.append(trouble);
    return possible.isEmpty() ? Trouble() : possible.at(dice.below(int(possible.size())));
}
