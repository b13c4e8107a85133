// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/outcome.h"

#include <QString>
#include <QStringList>

/// A stopped server's data with the migrated database `templateDatabase` in it, made once per schema and kept in the
/// build folder, so that a test program has its own server within a fraction of a second.
class TestCluster
{
public:
    static constexpr auto templateDatabase = "signalbox_template";

    /// Server settings for data that nobody will miss.
    static QStringList carelessSettings();
    /// The data folder; makes it when it is missing. Several test programs may ask at once.
    static Outcome<QString> data();
};
