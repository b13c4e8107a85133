// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/outcome.h"

#include <optional>

class Store;

/// Brings the sample orders into a demonstration database, relative to now; samples of an earlier hour are replaced.
/// Blocks: call it off the GUI thread.
std::optional<Error> fillDemo(Store& store);
