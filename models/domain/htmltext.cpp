// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/htmltext.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestPage = 65'536;

constexpr std::array<std::pair<QStringView, QStringView>, 7> entities{
    {{u"&lt;", u"<"}, {u"&gt;", u">"}, {u"&quot;", u"\""}, {u"&#39;", u"'"}, {u"&apos;", u"'"}, {u"&nbsp;", u" "},
        {u"&amp;", u"&"}}}; // the ampersand last, or "&amp;lt;" would be undone twice

/// Of an element whose content is no text, the place after it; otherwise the place after the tag.
qsizetype afterTag(QStringView html, qsizetype at)
{
    for (const QStringView endTag : {QStringView(u"</script"), QStringView(u"</style")}) {
        if (!html.sliced(at + 1).startsWith(endTag.sliced(2), Qt::CaseInsensitive))
            continue;
        const auto end = html.indexOf(endTag, at, Qt::CaseInsensitive);
        if (end < 0)
            return html.size();
        at = end;
    }
    const auto close = html.indexOf(u'>', at);
    return close < 0 ? html.size() : close + 1;
}

} // namespace

bool isHtml(QStringView text)
{
    return text.startsWith(u"<html", Qt::CaseInsensitive) || text.startsWith(u"<!doctype html", Qt::CaseInsensitive);
}

QString htmlText(QStringView html)
{
    html = html.first(std::min(html.size(), longestPage));
    QString text;
    for (qsizetype at = 0; at < html.size();) {
        const auto tag = html.indexOf(u'<', at);
        const auto end = tag < 0 ? html.size() : tag;
        text += html.sliced(at, end - at);
        text += u' ';
        at = tag < 0 ? html.size() : afterTag(html, tag);
    }
    for (const auto& [entity, character] : entities)
        text.replace(entity.toString(), character.toString());
    return text.simplified();
}
