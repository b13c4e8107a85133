// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

class JsonTree;

/// One place where two JSON texts differ; the values as they are written.
struct JsonChange
{
    QByteArray path; ///< pointer; of what is there no more and what is another: in the first text; of what is new: in
                     ///< the second
    std::optional<QByteArray> before; ///< nullopt: it is new
    std::optional<QByteArray> after; ///< nullopt: it is there no more

    friend bool operator==(const JsonChange&, const JsonChange&) = default;
};

/// What makes the first text's values the second's: first the values that are others, then those that are gone, the
/// last first, then those that are new, the first first; done one after the other as a JSON Patch they give the second.
/// Members are compared by key, elements by a member that names them (id, line, sku, ...), else by where they stand. A
/// number that is only spelled otherwise is a difference; white space and the order of keys are none. Where a key comes
/// more than once and differs, the whole object does.
QList<JsonChange> jsonDifference(const JsonTree& before, const JsonTree& after);
