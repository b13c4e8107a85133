// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/figures.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

double Figures::median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

double Figures::percentile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    const auto place = std::size_t(std::ceil(share * double(values.size())));
    return values.at(std::clamp<std::size_t>(place, 1, values.size()) - 1);
}

double Figures::worst(const std::vector<double>& values)
{
    return *std::max_element(values.begin(), values.end());
}

QJsonObject Figures::summary(const std::vector<double>& values)
{
    return {{u"median"_s, median(values)}, {u"p99"_s, percentile(values, 0.99)}, {u"worst"_s, worst(values)},
        {u"count"_s, qint64(values.size())}};
}
