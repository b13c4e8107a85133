// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Why an event or a row was set aside, in the person's language: the reason is kept in English, with its code, and the
/// places and values in it stay as they are. So does what no code is known for.
QString rejectionReason(const QString& code, const QString& reason);
