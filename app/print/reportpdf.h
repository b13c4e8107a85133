// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/outcome.h"
#include "models/domain/report.h"

#include <QByteArray>

/// The report on A4 pages, each with where the data is from, as of when, and its number. A row is never cut in two, and
/// a heading never stands alone at the foot of a page. Needs an application that draws, see printingApplication(); any
/// thread may call it.
Outcome<QByteArray> reportPdf(const Report& report);
