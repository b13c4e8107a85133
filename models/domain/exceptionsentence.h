// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/exception.h"

#include <QString>

/// What is the matter and what a replay would do, in plain sentences: "ERP refused it: Material 1234 is not defined
/// (data). Sent 3 times. A replay would fail again: edit it or fix the cause first."
QString exceptionSentence(const Exception& exception);
/// The first line of the error, else what kind of error it was: for a list.
QString problemText(const Exception& exception);
