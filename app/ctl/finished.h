// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/outcome.h"

#include <QFuture>

/// Waits for what a port answers: a program without a window has nothing else to do meanwhile.
template<typename T>
Outcome<T> finished(QFuture<Outcome<T>> future)
{
    future.waitForFinished();
    return future.result();
}
