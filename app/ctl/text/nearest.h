// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

/// The candidate that a person most likely meant; empty when none is close.
QString nearest(const QString& word, const QStringList& candidates);

/// "; did you mean "orders"?" to go behind a remark, or nothing.
QString didYouMean(const QString& word, const QStringList& candidates);

/// The same as the end of a sentence: the guess, or its full stop.
QString guessOrFullStop(const QString& word, const QStringList& candidates);
