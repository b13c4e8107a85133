// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

#include <vector>

/// What a benchmark says of many measurements of the same thing; each needs at least one value.
namespace Figures {

double median(std::vector<double> values);
/// The value that this share of all values, such as 0.99, does not exceed.
double percentile(std::vector<double> values, double share);
double worst(const std::vector<double>& values);
/// {"median": …, "p99": …, "worst": …, "count": …}
QJsonObject summary(const std::vector<double>& values);

} // namespace Figures
