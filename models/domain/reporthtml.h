// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/report.h"

enum class ReportHtml {
    Page, ///< for a browser: one file that needs no other, also to be printed
    Preview ///< for a text widget, which draws no charts
};

/// The report as one HTML document. All texts are escaped.
QString reportHtml(const Report& report, ReportHtml kind = ReportHtml::Page);
