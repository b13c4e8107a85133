// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

/// What the made-up retailer sells.
struct SampleGood
{
    QString sku;
    QString title;
    int cents = 0; ///< in euro
};

const QList<SampleGood>& sampleGoods();
/// The price in minor units of a currency with this many digits, as a shop there would set it.
qint64 samplePrice(const SampleGood& good, const QString& currency, int digits);
/// "anna.becker@example.de": a made-up person of a reserved domain.
QString sampleCustomer(int index, const QString& country);
