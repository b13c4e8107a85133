// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/jsondifference.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

/// What an edited payload is measured by.
struct EditRules
{
    QByteArray schema; ///< of the flow; "{}" allows everything
    QStringList editable; ///< pointers with "*"; what lies below is editable as well
    QString mayNotEditRest; ///< why this user may not edit the other fields; empty: may

    friend bool operator==(const EditRules&, const EditRules&) = default;
};

/// Something that is wrong with an edited payload, and where: bytes of the edited text.
struct EditProblem
{
    enum class Kind {
        Json, ///< no JSON, too large or too deep
        Contract, ///< not what the target expects
        NotEditable, ///< the field is not for this user to edit
        Unclear ///< a key twice in what is new: which one counts is not certain
    };

    Kind kind = Kind::Json;
    QString path; ///< pointer; empty: the whole
    QString text;
    qsizetype start = 0;
    qsizetype end = 0;

    friend bool operator==(const EditProblem&, const EditProblem&) = default;
};

/// What an edit comes to, before it is saved.
struct PayloadCheck
{
    QList<JsonChange> changes; ///< empty where the text is no JSON
    QList<EditProblem> problems; ///< as they stand in the text

    bool isSound() const { return problems.isEmpty() && !changes.isEmpty(); }
};

/// Compares, looks whether all that changed may be changed, and whether the contract holds. A contract that the
/// original broke already must hold now. Slow for large payloads: not on the window's thread.
PayloadCheck checkEdit(const QByteArray& original, const QByteArray& edited, const EditRules& rules);
