// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/obstacletext.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace {

// As resources/sql says them: integration.may_not, change_exceptions, start_operation, settle_moot.
constexpr std::array knownReasons{
    QT_TRANSLATE_NOOP("Obstacle", "there is no such exception"),
    QT_TRANSLATE_NOOP("Obstacle", "changed since you looked"),
    QT_TRANSLATE_NOOP("Obstacle", "resolved already"),
    QT_TRANSLATE_NOOP("Obstacle", "being replayed"),
    QT_TRANSLATE_NOOP("Obstacle", "not snoozed"),
    QT_TRANSLATE_NOOP(
        "Obstacle", "this flow moves money or makes legal documents: that takes the role signalbox_finance"),
    QT_TRANSLATE_NOOP("Obstacle", "that takes the role signalbox_support"),
    QT_TRANSLATE_NOOP("Obstacle", "done already"),
    QT_TRANSLATE_NOOP("Obstacle", "not needed any more"),
    QT_TRANSLATE_NOOP("Obstacle", "not allowed"),
    QT_TRANSLATE_NOOP("Obstacle", "has not failed"),
    QT_TRANSLATE_NOOP("Obstacle", "to be verified by hand"),
    QT_TRANSLATE_NOOP("Obstacle", "would fail again"),
    QT_TRANSLATE_NOOP("Obstacle", "left out"),
    QT_TRANSLATE_NOOP("Obstacle", "changed since preview"),
};

} // namespace

QString obstacleText(const QString& reason)
{
    const auto known
        = std::ranges::find_if(knownReasons, [&reason](const char* text) { return reason == QLatin1StringView(text); });
    return known == knownReasons.end() ? reason : QCoreApplication::translate("Obstacle", *known);
}
