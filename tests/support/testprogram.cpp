// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testprogram.h"

#include <QFileInfo>
#include <QTest>

#include <cstdio>
#include <vector>

namespace {

struct TestClass
{
    QString file;
    testprogram::Make make;
};

std::vector<TestClass>& testClasses()
{
    static std::vector<TestClass> classes;
    return classes;
}

} // namespace

namespace testprogram {

bool add(const char* sourceFile, Make make)
{
    testClasses().push_back({QFileInfo(QString::fromUtf8(sourceFile)).completeBaseName(), make});
    return true;
}

int run(int argc, char** argv)
{
    const QString wanted = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
    std::vector<char*> others(argv, argv + argc);
    if (argc > 1)
        others.erase(others.begin() + 1);
    int failures = 0;
    bool found = false;
    for (const TestClass& testClass : testClasses()) {
        if (testClass.file != wanted)
            continue;
        found = true;
        failures += QTest::qExec(testClass.make().get(), static_cast<int>(others.size()), others.data());
    }
    if (found)
        return failures;
    std::fputs("The first argument names the test file to run:\n", stderr);
    for (const TestClass& testClass : testClasses())
        std::fprintf(stderr, "  %s\n", qPrintable(testClass.file));
    return 2;
}

} // namespace testprogram
