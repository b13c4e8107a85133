// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/orders/pastedids.h"

#include "models/domain/filterexpression.h"

#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype longestText = 200'000;
constexpr qsizetype mostIds = 2000;
} // namespace

QString filterOfPastedIds(const QString& text)
{
    static const QRegularExpression separators(u"[\\s,;]+"_s);
    QStringList ids;
    for (QString id : text.left(longestText).split(separators, Qt::SkipEmptyParts)) {
        while (id.startsWith(u'#') || id.startsWith(u'"') || id.startsWith(u'\''))
            id.remove(0, 1);
        while (id.endsWith(u'"') || id.endsWith(u'\''))
            id.chop(1);
        if (!id.isEmpty())
            ids.append(quotedFilterValue(id));
        if (ids.size() >= mostIds)
            break;
    }
    ids.removeDuplicates();
    return ids.isEmpty() ? QString() : QString(u"order:"_s + ids.join(u','));
}
