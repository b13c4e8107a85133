// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/ledgerreader.h"

#include "app/sandbox/journal.h"

#include <QCoreApplication>
#include <QUrl>

#include <nlohmann/json.hpp>

#include <array>
#include <memory>

#include <netdb.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceSeconds = 10;

Error unreadable(const QString& place, const QString& why)
{
    return Error{Failure::Connection,
        QCoreApplication::translate("LedgerReader", "The ledger %1 cannot be read: %2.").arg(place, why), {}, {}};
}

/// A connected socket, or -1 with errno.
int connected(const QByteArray& host, int port)
{
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    if (::getaddrinfo(host.constData(), QByteArray::number(port).constData(), &hints, &found) != 0) {
        errno = EHOSTUNREACH;
        return -1;
    }
    const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> addresses(found, &::freeaddrinfo);
    for (const addrinfo* address = found; address != nullptr; address = address->ai_next) {
        const int descriptor = ::socket(address->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const timeval patience{patienceSeconds, 0};
        ::setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        ::setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        if (::connect(descriptor, address->ai_addr, address->ai_addrlen) == 0)
            return descriptor;
        const int error = errno;
        ::close(descriptor);
        errno = error;
    }
    return -1;
}

/// The body of an answer 200. HTTP/1.0, so that it ends where the connection ends.
Outcome<std::string> get(const QUrl& url, const QByteArray& target)
{
    const QString place = url.toString();
    const int descriptor = connected(url.host().toUtf8(), url.port(80));
    if (descriptor < 0)
        return unreadable(place, qt_error_string(errno));
    const QByteArray request = "GET " + target + " HTTP/1.0\r\nHost: " + url.host().toUtf8() + "\r\n\r\n";
    std::string answer;
    ssize_t received = ::send(descriptor, request.constData(), static_cast<std::size_t>(request.size()), MSG_NOSIGNAL);
    std::array<char, 65536> buffer{};
    while (received > 0) {
        received = ::recv(descriptor, buffer.data(), buffer.size(), 0);
        if (received > 0)
            answer.append(buffer.data(), static_cast<std::size_t>(received));
    }
    const int error = errno;
    ::close(descriptor);
    if (received < 0)
        return unreadable(place, qt_error_string(error));
    const std::size_t head = answer.find("\r\n\r\n");
    const std::size_t status = answer.find(' ');
    if (head == std::string::npos || answer.compare(status, 5, " 200 ") != 0)
        return unreadable(place, QCoreApplication::translate("LedgerReader", "what answers there is no sandbox"));
    return answer.substr(head + 4);
}

Outcome<std::vector<LedgerEntry>> readFromServer(const QUrl& url, quint64 after)
{
    std::vector<LedgerEntry> entries;
    for (bool more = true; more;) {
        const auto body = get(url, "/ledger?limit=10000&after=" + QByteArray::number(after));
        if (!body)
            return body.error();
        const auto page = nlohmann::ordered_json::parse(body.value(), nullptr, false);
        if (!page.is_object() || !page.contains("entries") || !page.at("entries").is_array())
            return unreadable(
                url.toString(), QCoreApplication::translate("LedgerReader", "what answers there is no sandbox"));
        for (const auto& described : page.at("entries")) {
            auto entry = ledgerEntryOf(described);
            if (!entry)
                return entry.error();
            entries.push_back(std::move(entry).value());
        }
        const quint64 next = page.value("next", after);
        more = page.value("more", false) && next > after;
        after = next;
    }
    return entries;
}

} // namespace

Outcome<std::vector<LedgerEntry>> readLedger(const QString& urlOrFile, quint64 after)
{
    if (urlOrFile.startsWith("http://"_L1))
        return readFromServer(QUrl(urlOrFile), after);
    auto entries = Journal::effects(urlOrFile);
    if (!entries)
        return entries.error();
    std::vector<LedgerEntry> wanted = std::move(entries).value();
    std::erase_if(wanted, [after](const LedgerEntry& entry) { return entry.seq <= after; });
    return wanted;
}
