// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

class Dice;

/// Where customers of the estate buy. resources/flows/sandbox-channels.json makes the same ones known to the database.
struct SalesChannel
{
    QString code;
    QString process; ///< the lifecycle of its orders
    QString currency;
    QString prefix; ///< of its order numbers
    QString source; ///< who tells of its orders
    QByteArray zone; ///< where its customers are, IANA name
    int share = 0; ///< of all orders, in hundredths

    bool isStore() const { return process == QLatin1StringView("store_sale"); }
    bool isMarketplace() const { return process == QLatin1StringView("marketplace"); }
    /// Who pays its customers back, and what they paid on to us.
    QString payer() const { return isMarketplace() ? QStringLiteral("marketplace") : QStringLiteral("psp"); }
};

const QList<SalesChannel>& salesChannels();
const SalesChannel& drawChannel(Dice& dice);
