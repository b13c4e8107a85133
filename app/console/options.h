// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/outcome.h"

#include <QSize>
#include <QString>
#include <QStringList>

/// What the command line asks for.
struct Options
{
    QString database; ///< --db
    QString bundle; ///< --bundle
    bool demo = false;
    QString snapshotFolder; ///< --snapshot; empty: an ordinary window
    QStringList views; ///< --view; empty: all
    QSize size{1280, 800};
    QString theme; ///< light, dark or system; empty: as set
    QString language; ///< empty: as set
    QString text; ///< set by --help and --version: print it and end
};

/// Whether nothing will be shown (a snapshot, help, the version), asked before an application exists: the platform must
/// be chosen first.
bool needsNoDisplay(int argc, char** argv);
/// Failure::Invalid says what is wrong and how it is used.
Outcome<Options> parseOptions(const QStringList& arguments);
