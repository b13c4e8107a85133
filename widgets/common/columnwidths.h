// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QAbstractItemModel;
class Theme;

/// The given widths, wider where a column's title needs more: titles are longer in some languages.
QList<int> columnWidths(const QAbstractItemModel& model, const Theme& theme, const QList<int>& atLeast);
