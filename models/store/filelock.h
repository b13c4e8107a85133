// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>

/// A lock file between programs, held by this object: shared by many or owned by one. The kernel gives it back when
/// the program ends, however it ends.
class FileLock
{
public:
    /// Creates the file when it is missing; throws StoreException when that fails.
    explicit FileLock(const QString& path);
    ~FileLock();
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

    bool share(std::chrono::milliseconds patience);
    bool own(std::chrono::milliseconds patience);
    /// Turns a shared hold into owning it; false when another program shares it.
    bool ownIfAlone();

private:
    bool lock(int mode, std::chrono::milliseconds patience) const;

    int m_descriptor = -1;
};
