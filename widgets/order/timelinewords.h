// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/milestonemodel.h"

#include <QLocale>
#include <QString>

/// A few words beside a step's bar: how long it took, by how much it is late, what it waits for.
QString timelineLabel(const MilestoneModel& model, const MilestoneRow& row, const QLocale& locale);

/// Everything about a step in sentences, for tool tips and screen readers.
QString stepInWords(const MilestoneModel& model, const MilestoneRow& row, const QLocale& locale);
