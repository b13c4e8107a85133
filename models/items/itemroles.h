// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// The roles that all item models here share, so that one table view and one set of delegates serve them all.
namespace ItemRoles {
Q_NAMESPACE
enum Role {
    ValueRole = Qt::UserRole, ///< the typed value behind the text: rank, number, time
    IdRole, ///< key of the row, stable over refreshes (qint64 or QString)
    StateRole, ///< a domain enum (SyncState, TargetState, ...) that a chip stands for
    EmphasisRole, ///< an Emphasis: how loud the text is
    NumericRole, ///< bool: figures that align to the right at equal widths
    CopyRole, ///< what "copy" takes from the cell when it is not the displayed text
    FilterRole, ///< the filter that shows rows with the same value, such as "channel:pos"; empty: none
    StaleRole, ///< bool: the row is no longer part of what was asked for, or its data is old
    ProgressRole, ///< double 0 to 1: a small bar beside the text
    SortRole, ///< of a column's head: by what the list can be sorted there (int); none: it cannot
    SeriesRole, ///< QList<int>: a course over time, drawn as small bars instead of a text
    FirstFreeRole
};
Q_ENUM_NS(Role)

enum class Emphasis { Normal, Strong, Secondary, Muted, Warning, Bad };
Q_ENUM_NS(Emphasis)
} // namespace ItemRoles
