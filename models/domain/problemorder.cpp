// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/problemorder.h"

#include "models/domain/nametable.h"

#include <array>

namespace {
constexpr std::array problemSorts{
    u"", u"opened", u"due", u"value", u"count", u"trend", u"last", u"state", u"owner", u"code", u"team"};
} // namespace

QString toText(ProblemSort sort)
{
    return textAt(problemSorts, sort);
}

std::optional<ProblemSort> problemSortFromText(QStringView text)
{
    return valueOf<ProblemSort>(problemSorts, text);
}

bool beginsAscending(ProblemSort sort)
{
    switch (sort) {
    case ProblemSort::Due:
    case ProblemSort::State:
    case ProblemSort::Owner:
    case ProblemSort::Code:
    case ProblemSort::Team:
        return true;
    default:
        return false;
    }
}

ProblemOrder nextOrder(const ProblemOrder& order, ProblemSort wanted)
{
    const bool first = beginsAscending(wanted);
    if (order.sort != wanted)
        return {wanted, first};
    return order.ascending == first ? ProblemOrder{wanted, !first} : ProblemOrder();
}
