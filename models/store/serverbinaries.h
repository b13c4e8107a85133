// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

/// Where PostgreSQL's server programs are, and of which major version.
struct ServerBinaries
{
    static constexpr int oldestMajor = 15;

    QString folder;
    int major = 0;

    QString program(const QString& name) const;

    /// Where they usually are, the most likely first.
    static QStringList usualFolders();
    /// The first of the folders that has them in this version, in any version from the oldest on when `major` is 0.
    /// Throws StoreException that says what is missing.
    static ServerBinaries find(const QStringList& folders, int major, const QString& dataFolder);
};
