// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/journal.h"

#include "app/sandbox/estate.h"

#include <QCoreApplication>
#include <QFile>

#include <nlohmann/json.hpp>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

using JournalLine = std::function<std::optional<Error>(const nlohmann::ordered_json&)>;

Error cannotUse(const QString& file, const QString& why)
{
    return Error{Failure::Other,
        QCoreApplication::translate("Journal", "The journal %1 cannot be used: %2.").arg(file, why), {}, {}};
}

/// Gives every whole line to take; the end of the last one, or why it cannot be read.
Outcome<qint64> readLines(const QString& name, const JournalLine& take)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return cannotUse(name, file.errorString());
    qint64 end = 0;
    int number = 0;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine();
        ++number;
        if (!line.endsWith('\n'))
            break;
        const auto json = nlohmann::ordered_json::parse(line.cbegin(), line.cend(), nullptr, false);
        const auto mistake = json.is_object()
            ? take(json)
            : Error{Failure::Invalid, QCoreApplication::translate("Journal", "this is no JSON object"), {}, {}};
        if (mistake)
            return cannotUse(
                name, QCoreApplication::translate("Journal", "line %1: %2").arg(number).arg(mistake->text));
        end = file.pos();
    }
    return end;
}

std::optional<Error> takeEffect(const nlohmann::ordered_json& json, const std::function<bool(const LedgerEntry&)>& take)
{
    const auto entry = ledgerEntryOf(json);
    if (!entry)
        return entry.error();
    if (!take(entry.value()))
        return Error{Failure::Invalid,
            QCoreApplication::translate("Journal", "it is not the next entry of this estate's ledger"), {}, {}};
    return std::nullopt;
}

} // namespace

Outcome<std::unique_ptr<Journal>> Journal::open(const QString& file, const Estate& estate, const Reader& reader)
{
    const int descriptor = ::open(QFile::encodeName(file).constData(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    if (descriptor < 0)
        return cannotUse(file, qt_error_string(errno));
    std::unique_ptr<Journal> journal(new Journal(descriptor, estate));
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0)
        return cannotUse(file, QCoreApplication::translate("Journal", "another sandbox uses it"));
    const auto end = readLines(file, [&](const nlohmann::ordered_json& json) -> std::optional<Error> {
        if (const auto effect = json.find("effect"); effect != json.end())
            return takeEffect(*effect, reader.effect);
        const auto request = json.find("request");
        const auto line = requestLineOf(request == json.end() ? nlohmann::ordered_json() : *request, estate);
        if (!line)
            return line.error();
        reader.request(line.value());
        return std::nullopt;
    });
    if (!end)
        return end.error();
    if (::ftruncate(descriptor, end.value()) != 0)
        return cannotUse(file, qt_error_string(errno));
    return journal;
}

Outcome<std::vector<LedgerEntry>> Journal::effects(const QString& file)
{
    std::vector<LedgerEntry> entries;
    const auto end = readLines(file, [&](const nlohmann::ordered_json& json) -> std::optional<Error> {
        const auto effect = json.find("effect");
        if (effect == json.end())
            return std::nullopt;
        return takeEffect(*effect, [&](const LedgerEntry& entry) {
            entries.push_back(entry);
            return true;
        });
    });
    if (!end)
        return end.error();
    return entries;
}

Journal::Journal(int descriptor, const Estate& estate)
    : m_descriptor(descriptor)
    , m_estate(estate)
{ }

Journal::~Journal()
{
    ::close(m_descriptor);
}

bool Journal::append(const LedgerEntry& entry)
{
    return appendLine({{"effect", toJson(entry)}});
}

bool Journal::append(const RequestLine& line)
{
    return appendLine({{"request", toJson(line, m_estate)}});
}

bool Journal::appendLine(const nlohmann::ordered_json& json)
{
    const std::string line = json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
    const std::lock_guard lock(m_mutex);
    const off_t before = ::lseek(m_descriptor, 0, SEEK_END);
    ssize_t written = 0;
    do {
        written = ::write(m_descriptor, line.data(), line.size());
    } while (written < 0 && errno == EINTR);
    if (written == static_cast<ssize_t>(line.size()))
        return true;
    // half a line would make the next one unreadable
    if (written > 0 && ::ftruncate(m_descriptor, before) != 0)
        qFatal("The journal cannot be kept whole: %s", std::strerror(errno)); // NOLINT(concurrency-mt-unsafe)
    return false;
}
