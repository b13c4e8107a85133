// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/jsonpointer.h"
#include "models/domain/outcome.h"

#include <QByteArray>
#include <QList>

struct JsonChange;

/// One operation of a JSON Patch (RFC 6902); its value as it was written.
struct JsonPatchStep
{
    enum class Kind { Add, Remove, Replace, Move, Copy, Test };

    Kind kind = Kind::Test;
    JsonPath path;
    JsonPath from; ///< of Move and Copy
    QByteArray value; ///< of Add, Replace and Test

    friend bool operator==(const JsonPatchStep&, const JsonPatchStep&) = default;
};

/// A JSON Patch on raw text: what no step names keeps every byte, its white space, the spelling of its numbers, the
/// order of its keys and keys that come twice.
class JsonPatch
{
public:
    static constexpr qsizetype maxSteps = 1000;

    /// Reads a patch; says which step is wrong.
    static Outcome<JsonPatch> read(const QByteArray& json);
    enum class Where {
        Anywhere,
        SameValues ///< each step tests first that the old value is there
    };
    /// The patch that makes these changes. Nobody wrote it: its errors name no steps.
    static JsonPatch of(const QList<JsonChange>& changes, Where where = Where::Anywhere);

    const QList<JsonPatchStep>& steps() const { return m_steps; }
    QByteArray toJson() const;
    /// The text with all steps done, or why one cannot be; never some of them.
    Outcome<QByteArray> applied(const QByteArray& text) const;

private:
    QList<JsonPatchStep> m_steps;
    bool m_written = true; ///< by somebody who counts its steps
};
