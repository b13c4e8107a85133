// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/exitcode.h"
#include "app/sandbox/sandbox.h"

/// signalbox-sandbox serve: the estate until SIGTERM or SIGINT.
class ServeCommand
{
public:
    struct Options
    {
        SandboxSettings sandbox;
        QString portFile; ///< gets the port as soon as it is open; empty = none
    };

    explicit ServeCommand(Options options);
    /// Has to be called before there is a second thread: signals are taken by the calling one.
    SandboxExit run() const;

private:
    /// What is printed when everything is ready.
    QString announcement(Sandbox& sandbox) const;

    Options m_options;
};
