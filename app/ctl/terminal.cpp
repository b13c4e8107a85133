// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/terminal.h"

#include "app/ctl/text/displaywidth.h"

#include <QByteArray>

#include <nlohmann/json.hpp>

#include <array>
#include <cerrno>
#include <cstdio>
#include <utility>

#include <sys/ioctl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {
bool write(FILE* stream, const QByteArray& bytes)
{
    const auto size = static_cast<std::size_t>(bytes.size());
    return std::fwrite(bytes.constData(), 1, size, stream) == size && std::fflush(stream) == 0;
}

int columnsOf(int descriptor)
{
    winsize size{};
    if (::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    return 80;
}
} // namespace

Terminal::Terminal()
    : m_inputIsTerminal(::isatty(STDIN_FILENO) != 0)
    , m_outputIsTerminal(::isatty(STDOUT_FILENO) != 0)
    , m_errorIsTerminal(::isatty(STDERR_FILENO) != 0)
{ }

void Terminal::print(const QString& text)
{
    printBytes(text.toUtf8());
}

void Terminal::print(const nlohmann::ordered_json& json)
{
    printBytes(
        QByteArray::fromStdString(json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace)) + '\n');
}

void Terminal::printBytes(const QByteArray& bytes)
{
    clearProgress();
    if (!write(stdout, bytes) && m_writeError == 0)
        m_writeError = errno;
}

void Terminal::note(const QString& text)
{
    clearProgress();
    write(stderr, (text + u'\n').toUtf8());
}

QString Terminal::ask(const QString& question)
{
    clearProgress();
    write(stderr, question.toUtf8() + ' ');
    std::array<char, 256> answer{};
    if (std::fgets(answer.data(), static_cast<int>(answer.size()), stdin) == nullptr)
        return {};
    return QString::fromUtf8(answer.data()).trimmed();
}

int Terminal::width() const
{
    if (m_outputIsTerminal)
        return columnsOf(STDOUT_FILENO);
    return qEnvironmentVariableIntValue("COLUMNS"); // for whoever pages or prints the output
}

void Terminal::drawProgress(const QString& text)
{
    if (!m_errorIsTerminal)
        return;
    write(stderr, "\r\x1b[K" + elided(text, columnsOf(STDERR_FILENO) - 1).toUtf8());
    m_progressShown = true;
}

void Terminal::clearProgress()
{
    if (std::exchange(m_progressShown, false))
        write(stderr, "\r\x1b[K");
}
