// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/interruption.h"

#include <csignal>

namespace {
volatile std::sig_atomic_t wasRequested = 0;

void request(int signal)
{
    wasRequested = 1;
    std::signal(signal, SIG_DFL);
}
} // namespace

Interruption::Interruption()
{
    wasRequested = 0;
    std::signal(SIGINT, request);
    std::signal(SIGTERM, request);
}

Interruption::~Interruption()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
}

bool Interruption::requested() const
{
    return wasRequested != 0;
}
