// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/console.h"
#include "models/store/connectionsettings.h"

#include <QApplication>
#include <QTemporaryDir>

#include <optional>

/// The console as the program puts it together, on the offscreen platform where no other is asked for, and with
/// settings of its own: a person's are neither read nor written. The first thing that a benchmark makes.
class BenchConsole
{
public:
    BenchConsole(int& argc, char** argv);

    /// Opens this database. Ends the program when that fails.
    MainWindow& open(const ConnectionSettings& settings);

private:
    QTemporaryDir m_settings;
    std::optional<QApplication> m_application; // reads the environment, which has to be set before
    std::optional<Console> m_console;
};
