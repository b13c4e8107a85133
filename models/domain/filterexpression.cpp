// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/filterexpression.h"

#include "models/domain/filterparser.h"

ParsedFilter parseFilter(const QString& text, const QDateTime& now, const QTimeZone& zone, FilterSubject subject)
{
    return FilterParser(text, now, zone, subject).parse();
}
