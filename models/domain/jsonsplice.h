// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/jsonpointer.h"
#include "models/domain/outcome.h"

class JsonTree;

/// A text as a JSON string, with its quotes.
QByteArray jsonText(const QByteArray& utf8);

/// Puts raw values into a raw JSON text or takes them out. All other bytes stay; what comes new is set as what stands
/// around it.
class JsonSplice
{
public:
    explicit JsonSplice(const JsonTree& tree)
        : m_tree(tree)
    { }

    /// Instead of the value that is there.
    Outcome<QByteArray> replaced(const JsonPath& path, const QByteArray& value) const;
    /// The value with its key and one comma.
    Outcome<QByteArray> removed(const JsonPath& path) const;
    /// As RFC 6902 adds: a member takes the place of one with its key or comes last, an element comes before the one of
    /// its index, "-" is behind the last.
    Outcome<QByteArray> added(const JsonPath& path, const QByteArray& value) const;

private:
    QByteArray spliced(qsizetype start, qsizetype end, const QByteArray& text) const;
    QByteArray inserted(int holder, std::size_t index, const QByteArray& key, const QByteArray& value) const;
    /// White space before an element or member that is not the first.
    QByteArray gap(int holder) const;
    QByteArray colon() const;

    const JsonTree& m_tree;
};
