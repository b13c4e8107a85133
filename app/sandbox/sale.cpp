// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/sale.h"

#include "app/sandbox/dice.h"

#include <array>

using namespace Qt::StringLiterals;
using Json = nlohmann::ordered_json;

namespace {

struct Good
{
    const char* sku;
    const char* title;
    int cents; ///< in euro
};
constexpr std::array<Good, 12> goods{{{"LMP-204", "Reading lamp, brass", 8990}, {"MUG-011", "Stoneware mug", 1450},
    {"RUG-330", "Wool rug 160 x 230", 34900}, {"CSH-072", "Linen cushion", 2995}, {"CHR-118", "Oak chair", 18900},
    {"VAS-009", "Glass vase", 3950}, {"THR-051", "Throw, merino", 12900}, {"CLK-027", "Wall clock", 5900},
    {"TBL-140", "Side table, walnut", 22900}, {"TWL-033", "Linen towel", 1990}, {"PAN-031", "Cast-iron pan", 7900},
    {"CND-045", "Beeswax candle", 1250}}};
constexpr std::array<const char*, 10> people{"Anna Muster", "Jonas Keller", "Marta Rossi", "Peter Novak", "Lea Dubois",
    "Sven Lindqvist", "Harriet Ward", "Kenta Mori", "Clara Vogel", "Emil Brandt"};

/// As a shop sets it in its country.
Money priceOf(const Good& good, const QString& currency)
{
    if (currency == "JPY"_L1)
        return {qint64(good.cents) * 162 / 10'000 * 100 + 80, currency};
    if (currency == "GBP"_L1)
        return {qint64(good.cents) * 86 / 10'000 * 100 + 50, currency};
    return {good.cents, currency};
}

} // namespace

Money Sale::total() const
{
    Money sum{0, channel->currency};
    for (std::size_t line = 0; line < lines.size(); ++line)
        sum.minor += total(line).minor;
    return sum;
}

Money Sale::total(std::size_t line) const
{
    return {lines.at(line).price.minor * lines.at(line).quantity, channel->currency};
}

Sale drawSale(const SalesChannel& channel, const QString& key, const QDateTime& placedAt, Dice& dice)
{
    Sale sale{&channel, key, placedAt, {}, {}, {}};
    for (int line = 1 + dice.below(3); line > 0; --line) {
        const Good& good = goods.at(std::size_t(dice.below(int(goods.size()))));
        sale.lines.push_back({good.sku, good.title, dice.happens(0.2) ? 2 : 1, priceOf(good, channel.currency)});
    }
    if (!channel.isStore()) {
        sale.customer = QString::fromLatin1(people.at(std::size_t(dice.below(int(people.size())))));
        sale.promisedAt = placedAt.addDays(4);
    }
    return sale;
}

std::vector<OrderEvent> saleEvents(const Sale& sale)
{
    OrderEvent captured{sale.placedAt, u"order_captured"_s, {}, sale.channel->source, sale.key, {}, {}};
    Json order{{"number", sale.key.toStdString()}, {"channel", sale.channel->code.toStdString()},
        {"process", sale.channel->process.toStdString()}, {"currency", sale.channel->currency.toStdString()},
        {"total", plainDecimal(sale.total()).toStdString()}};
    if (!sale.customer.isEmpty())
        order["customer"] = sale.customer.toStdString();
    if (sale.promisedAt.isValid())
        order["promisedAt"] = timeText(sale.promisedAt);
    Json lines = Json::array();
    for (const Sale::Line& line : sale.lines)
        lines.push_back({{"line", std::to_string(lines.size() + 1)}, {"sku", line.sku}, {"title", line.title},
            {"quantity", std::to_string(line.quantity)}, {"unitPrice", plainDecimal(line.price).toStdString()}});
    captured.data = {{"order", std::move(order)}, {"lines", std::move(lines)}};
    std::vector<OrderEvent> events{std::move(captured)};
    // paid before anybody is asked: at the till, or to the marketplace
    if (sale.channel->isStore())
        events.push_back({sale.placedAt, u"payment_capture"_s, {}, u"/psp"_s, sale.key, {}, {}});
    else if (sale.channel->isMarketplace())
        events.push_back({sale.placedAt, u"payment_authorization"_s, {}, u"/marketplace"_s, sale.key, {}, {}});
    return events;
}

Json movementJson(const char* kind, const std::vector<Sale::Line>& lines)
{
    Json moved = Json::array();
    for (const Sale::Line& line : lines)
        moved.push_back({{"sku", line.sku}, {"quantity", line.quantity}});
    return {{"kind", kind}, {"lines", std::move(moved)}};
}
