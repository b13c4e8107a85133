// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/import/mapping.h"
#include "models/domain/outcome.h"

#include <QByteArray>

/// Reads a mapping file and checks it: well-formed JSON, the schema (resources/schemas/mapping.schema.json), and what a
/// schema cannot say: tables, columns and joins that exist, types that fit their use. Every mistake names its place as
/// a JSON pointer ("/milestones/2/time: there is no column \"aproved_at\" in the table \"orders\""), one per line of
/// the error.
Outcome<Mapping> parseMapping(const QByteArray& json);
