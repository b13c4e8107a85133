// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/handoverreport.h"

#include <QByteArray>

/// The handover for a spreadsheet: RFC 4180 in UTF-8 with a byte order mark. One table of all lists, so that one filter
/// on its first column shows one of them: a column for each currency with exact decimals, times in the person's zone,
/// whose name the heading has. No text of a cell is run as a formula.
QByteArray handoverCsv(const Handover& handover, const ReportManner& manner);

/// One cell as a text: what a spreadsheet would run as a formula gets an apostrophe in front.
QString csvText(QString text);
