// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/output.h"

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {
void writeTo(FILE* stream, const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fflush(stream);
}
} // namespace

void print(const QString& text)
{
    writeTo(stdout, text);
}

SandboxExit failed(const Error& error, SandboxExit code)
{
    writeTo(stderr, u"signalbox-sandbox: "_s + error.text + u'\n');
    if (!error.hint.isEmpty())
        writeTo(stderr, error.hint + u'\n');
    return code;
}
