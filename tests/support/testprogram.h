// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

/// The tests of a folder are one program, which compiles and links in a fraction of the time that many take. Its first
/// argument is the test file to run ("tst_money"), the others are Qt Test's.
namespace testprogram {

using Make = std::unique_ptr<QObject> (*)();

/// Adds a test class under the name of its file. Used by SIGNALBOX_TEST only.
bool add(const char* sourceFile, Make make);

/// Runs the classes of the file that argv[1] names. Returns the number of failures, or 2 with the names when there is
/// none.
int run(int argc, char** argv);

} // namespace testprogram

/// In place of QTEST_MAIN. A file may hold several test classes; they run in the order of their lines.
#define SIGNALBOX_TEST(Class)                                                                                          \
    [[maybe_unused]] static const bool added##Class                                                                    \
        = testprogram::add(__FILE__, []() -> std::unique_ptr<QObject> { return std::make_unique<Class>(); });
