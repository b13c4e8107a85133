// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/savedview.h"

#include "models/domain/nametable.h"

#include <algorithm>
#include <array>

namespace {
constexpr std::array screenNames{u"triage", u"orders"};
constexpr std::array sortNames{u"placed", u"due", u"number"};
constexpr std::array rolesInOrder{u"support", u"finance", u"manager", u"admin", u"viewer"};
} // namespace

QString toText(SavedView::Screen screen)
{
    return textAt(screenNames, screen);
}

std::optional<SavedView::Screen> viewScreenFromText(QStringView text)
{
    return valueOf<SavedView::Screen>(screenNames, text);
}

QString toText(OrderSort sort)
{
    return textAt(sortNames, sort);
}

std::optional<OrderSort> orderSortFromText(QStringView text)
{
    return valueOf<OrderSort>(sortNames, text);
}

const SavedView* defaultView(const QList<SavedView>& views, const QStringList& roles)
{
    for (const QStringView role : rolesInOrder) {
        const QString name = role.toString();
        const auto found
            = std::ranges::find_if(views, [&name](const SavedView& view) { return view.roles.contains(name); });
        if (roles.contains(name) && found != views.end())
            return &*found;
    }
    return nullptr;
}
