// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcluster.h"

#include "models/store/embeddedserver.h"
#include "models/store/filelock.h"
#include "models/store/migrations.h"
#include "models/store/pqerror.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Names everything that the data depends on.
QString fingerprint()
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData("layout 2 of user ");
    hash.addData(QByteArray::number(::geteuid()));
    for (const QString& folder : {u":/sql"_s, u":/processes"_s}) {
        const QStringList names = QDir(folder).entryList(QDir::Files, QDir::Name);
        for (const QString& name : names) {
            QFile file(folder + u'/' + name);
            hash.addData(name.toUtf8());
            if (file.open(QIODevice::ReadOnly))
                hash.addData(file.readAll());
        }
    }
    return QString::fromLatin1(hash.result().toHex().left(16));
}

Error failed(const QString& text)
{
    return {Failure::Other, text, {}, {}};
}

Outcome<QString> make(const QString& target)
{
    QTemporaryDir folder(u"/tmp/signalbox-cluster-XXXXXX"_s);
    ::chmod(QFile::encodeName(folder.path()).constData(), 0711); // as root the server is another user
    EmbeddedServer::Options options;
    options.folder = folder.filePath(u"pg"_s);
    options.settings = TestCluster::carelessSettings();
    options.settings += u"min_wal_size=2MB"_s;
    options.initOptions = {u"--wal-segsize=1"_s, u"--no-sync"_s}; // every test program copies it
    EmbeddedServer server(options);
    const auto settings = server.start(QString::fromLatin1(TestCluster::templateDatabase));
    if (!settings)
        return settings.error();
    const auto migrated = Migrations(settings.value()).migrate();
    if (!migrated)
        return migrated.error();
    server.release();
    const QString fresh = target + u".new"_s;
    QDir(fresh).removeRecursively();
    if (QProcess::execute(u"cp"_s, {u"-a"_s, server.dataFolder(), fresh}) != 0 || !QDir().rename(fresh, target))
        return failed(u"the test cluster cannot be kept in "_s + target);
    return target;
}

} // namespace

QStringList TestCluster::carelessSettings()
{
    return {u"fsync=off"_s, u"synchronous_commit=off"_s, u"full_page_writes=off"_s, u"shared_buffers=64MB"_s,
        u"max_wal_size=1GB"_s};
}

Outcome<QString> TestCluster::data()
{
    const QString cache = QString::fromUtf8(SIGNALBOX_TEST_CACHE);
    if (!QDir().mkpath(cache))
        return failed(u"the folder "_s + cache + u" cannot be made"_s);
    try {
        FileLock lock(cache + u"/lock"_s);
        if (!lock.own(120s))
            return failed(u"another test program has been making the test cluster for two minutes"_s);
        const QString name = fingerprint();
        const QString target = cache + u'/' + name;
        if (QFile::exists(target))
            return target;
        const QStringList others = QDir(cache).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        for (const QString& other : others)
            QDir(cache + u'/' + other).removeRecursively();
        return make(target);
    } catch (const StoreException& e) {
        return e.error();
    }
}
