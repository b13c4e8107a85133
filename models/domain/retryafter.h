// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/answer.h"
#include "models/domain/bodyleaves.h"

#include <chrono>
#include <optional>

/// How long an answer's headers ask to wait: Retry-After in seconds or as a time, and its variants in milliseconds and
/// with "x-". Nothing when they do not say, or say something that cannot be meant. Never negative, at most 30 days.
std::optional<std::chrono::milliseconds> retryAfterHeader(const DeliveryAnswer& answer);

/// The same, or else what the body says: Shopify's query budget, or a sentence such as "Try again in 25 seconds".
std::optional<std::chrono::milliseconds> retryAfter(const DeliveryAnswer& answer, const BodyLeaves& body);
