// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

/// Ends a TCP connection with a reset, whatever the other side is waiting for. The descriptor stays to be closed.
void resetConnection(int descriptor);

/// Sends a few KB past the HTTP library, as far as they fit into the socket's buffer; more is not needed here.
void sendRaw(int descriptor, std::string_view bytes);
