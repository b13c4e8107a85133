// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/handover.h"
#include "models/domain/report.h"

#include <QLocale>
#include <QTimeZone>

/// How a person wants a report to be written.
struct ReportManner
{
    QLocale locale;
    QTimeZone zone = QTimeZone::systemTimeZone();
};

/// The handover in words: first what needs somebody next, then what has changed.
Report handoverReport(const Handover& handover, const ReportManner& manner);
/// "2026-11-23-0247-production": what a file of it may be called, without an ending.
QString handoverFileName(const Handover& handover, const ReportManner& manner);
