// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/ordertags.h"

#include <QRegularExpression>

QString tagOf(const QString& text)
{
    static const QRegularExpression form(
        QStringLiteral("\\A[a-z0-9\u00df-\u00f6\u00f8-\u00ff._-]{1,%1}\\z").arg(OrderTags::longest));
    const QString tag = text.trimmed().toLower();
    return form.match(tag).hasMatch() ? tag : QString();
}
