// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

/// What a server's postmaster.pid says, and whether it is true.
class PostmasterFile
{
public:
    static std::optional<PostmasterFile> read(const QString& dataFolder);
    /// True for a process that runs, false for one that has ended, even if nobody has collected it yet.
    static bool isRunning(qint64 processId);

    qint64 processId() const { return m_processId; }
    int port() const { return m_port; }
    QString socketFolder() const { return m_socketFolder; }
    bool isReady() const { return m_status == u"ready"; }
    bool isStopping() const { return m_status == u"stopping"; }
    /// The process is there and is a server of this data folder, not another one that got its number.
    bool isAlive() const;
    /// Makes sure that a server does not mistake another process for its predecessor.
    void neutralise() const;

private:
    QString m_dataFolder;
    QByteArray m_content;
    qint64 m_processId = 0;
    int m_port = 0;
    QString m_socketFolder;
    QString m_status;
};
