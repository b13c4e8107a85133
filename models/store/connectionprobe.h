// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/outcome.h"
#include "models/store/connectionsettings.h"

#include <atomic>
#include <optional>
#include <string_view>

/// Tries to connect and tells why it does not work, with the SQLSTATE that libpqxx does not give for connections;
/// nullopt when it does. Blocks at most about five seconds, less when `stop` becomes true.
std::optional<Error> probeConnection(const ConnectionSettings& settings, const std::atomic<bool>* stop = nullptr);

/// The Error for a server that did not answer, with what the client library said about it.
Error unreachable(const ConnectionSettings& settings, std::string_view message);
