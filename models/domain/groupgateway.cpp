// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/groupgateway.h"

#include "models/domain/nametable.h"

#include <array>

namespace {
constexpr std::array groupActions{u"acknowledge", u"investigate", u"wait", u"archive", u"reopen", u"take", u"assign",
    u"release", u"watch", u"unwatch", u"rename", u"note", u"resolve", u"undo"};
} // namespace

QString toText(GroupAction action)
{
    return textAt(groupActions, action);
}

std::optional<GroupAction> groupActionFromText(QStringView text)
{
    return valueOf<GroupAction>(groupActions, text);
}
