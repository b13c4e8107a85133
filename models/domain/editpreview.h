// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/payloadedit.h"

#include <QMap>

class JsonPatch;

/// What an edit would make of one message, and why not.
struct EditPreview
{
    EditableMessage message;
    QByteArray content; ///< as it would be
    PayloadCheck check;
    QString obstacle; ///< a sentence's part why nothing can be saved, without what check.problems says; empty: none

    bool isGood() const { return obstacle.isEmpty() && check.isSound(); }
    PayloadEdit edit() const { return {message.id, message.version, content, check.changes}; }
};

/// What an edit makes of many messages, in numbers.
struct EditTally
{
    qsizetype changed = 0;
    qsizetype unchanged = 0; ///< there is nothing to change in them
    QMap<QString, qsizetype> refused; ///< by reason: how many cannot be edited in this way

    void add(const EditPreview& preview);
    void refuse(const QString& why, qsizetype count);
    EditTally operator+(const EditTally& other) const;
    qsizetype refusedInAll() const;
    qsizetype total() const { return changed + unchanged + refusedInAll(); }
    /// "9,000 change, 10 stay as they are, 990 cannot be edited", then a line for each of the most frequent reasons.
    QString text() const;
};

/// With this text instead.
EditPreview previewContent(const EditableMessage& message, const QByteArray& content);
/// With a patch, the same for each of many messages.
EditPreview previewPatch(const EditableMessage& message, const JsonPatch& patch);

/// An edit as a person makes it, in a text that shows the content laid out in lines.
struct ShownEdit
{
    EditPreview preview;
    QList<EditProblem> marks; ///< preview's problems by bytes of the shown text
};

/// What was changed in the shown text is done to the content as it is kept, where nothing else changes: white space
/// that is only shown is not saved.
ShownEdit previewShown(const EditableMessage& message, const QByteArray& shown);

/// The same edit for others: only where they hold the values that this one held.
JsonPatch patchForOthers(const EditPreview& edit);

/// "/lines/0/sku: "A" → "B"", "new /note: …", "gone /note: …"; long values are cut.
QString changeText(const JsonChange& change);
/// "/lines/0: "sku" is missing".
QString problemText(const EditProblem& problem);
