// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benchserver.h"

#include "models/store/migrations.h"

#include <QFile>

#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {

EmbeddedServer::Options options(const QString& folder)
{
    EmbeddedServer::Options options;
    options.folder = folder;
    options.settings = {u"fsync=on"_s, u"synchronous_commit=on"_s, u"max_wal_size=4GB"_s, u"shared_buffers=512MB"_s};
    return options;
}

} // namespace

BenchServer::BenchServer(const QString& folder)
    : m_server(options(folder.isEmpty() ? m_temporary.filePath(u"server"_s) : folder))
{
    // root's server runs as another user, who has to get in
    QFile::setPermissions(
        m_temporary.path(), QFile::permissions(m_temporary.path()) | QFile::ExeOther | QFile::ReadOther);
}

Outcome<ConnectionSettings> BenchServer::start()
{
    auto settings = m_server.start(u"signalbox"_s);
    if (!settings)
        return settings;
    const auto applied = Migrations(settings.value()).migrate();
    if (!applied)
        return applied.error();
    return settings;
}

void exitOn(const Error& error)
{
    std::fprintf(stderr, "%s\n%s\n", qPrintable(error.text), qPrintable(error.hint));
    std::exit(1); // NOLINT(concurrency-mt-unsafe): nothing else runs
}
