// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include <memory>

/// An application that can lay out text and has no window: fonts exist only with one that draws. Needs no display.
std::unique_ptr<QCoreApplication> printingApplication(int& argc, char** argv);
