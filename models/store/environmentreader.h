// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/changefeed.h"
#include "models/store/connectionsettings.h"
#include "models/store/pqxxcompat.h"

/// What we are connected to. In an incident bundle the user has the role "bundle" as well: nobody changes anything
/// there. Throws StoreException when the database has no schema that this program can read.
Environment readEnvironment(pqxx::transaction_base& tx, const ConnectionSettings& settings);
