// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/import/importreport.h"

void ImportReport::add(const SetAside& item)
{
    ++setAsideCount;
    ++setAsideByCode[item.code];
    if (setAside.size() >= keptPlaces)
        return;
    setAside.append(item);
    setAside.last().raw.clear(); // may point into a file that is closed by then
}
