// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/embeddedserver.h"

#include "models/store/filelock.h"
#include "models/store/postmasterfile.h"
#include "models/store/pqerror.h"
#include "models/store/pqxxcompat.h"
#include "models/store/serveraccount.h"
#include "models/store/serverbinaries.h"
#include "models/store/session.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

#include <cerrno>
#include <csignal>
#include <thread>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int socketPort = 5432; // only a part of the socket's file name
constexpr qsizetype longestSocketPath = 107;

// Runs beside the programs and waits for the last of them to be gone, however it went. It takes the same two locks as
// a program that lets go, so the two never meet, and stops nothing but the server of this folder.
constexpr char16_t guardScript[] = uR"(
exec 7>>"$1/users.lock" 8>>"$1/start.lock" || exit 1
while flock -x 7; do
    if flock -n -x 8; then
        read -r pid 2>/dev/null <"$1/data/postmaster.pid" || exit 0
        grep -qszxF -- "$1/data" "/proc/$pid/cmdline" || exit 0
        kill -INT "$pid" 2>/dev/null
        n=0
        while kill -0 "$pid" 2>/dev/null && [ $n -lt 300 ]; do sleep 0.1; n=$((n + 1)); done
        exit 0
    fi
    flock -u 7
    sleep 0.2
done
)";

[[noreturn]] void fail(const QString& text, const QString& hint = {})
{
    throw StoreException(Error{Failure::Connection, text, hint, {}});
}

QString socketPath(const QString& folder)
{
    return folder + u"/.s.PGSQL.%1"_s.arg(socketPort);
}

bool isPrivate(const QString& folder, uid_t owner)
{
    struct stat status
    { };
    return ::lstat(QFile::encodeName(folder).constData(), &status) == 0 && S_ISDIR(status.st_mode)
        && status.st_uid == owner && (status.st_mode & 077) == 0;
}

/// Another program that starts at the same moment may have made it since it was found missing.
bool makeFolder(const QString& path, mode_t mode)
{
    const QByteArray name = QFile::encodeName(path);
    return (::mkdir(name.constData(), mode) == 0 || errno == EEXIST) && ::chmod(name.constData(), mode) == 0;
}

/// The parents are left enterable, as the server may run as another user.
bool makeParents(const QString& path)
{
    const QString parent = QFileInfo(path).path();
    if (QFileInfo::exists(parent))
        return true;
    return makeParents(parent) && makeFolder(parent, 0755);
}

struct Finished
{
    bool well = false;
    QString output;
};

Finished runToEnd(const QPair<QString, QStringList>& command, std::chrono::milliseconds patience)
{
    QProcess process;
    process.setProcessEnvironment(ServerAccount::environment());
    process.setWorkingDirectory(u"/"_s); // the present one may be closed to the server's user
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(command.first, command.second);
    const bool ended = process.waitForFinished(static_cast<int>(patience.count()));
    const bool well = ended && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    return {well, ended ? QString::fromLocal8Bit(process.readAll()).trimmed() : process.errorString()};
}

int majorOf(const QString& dataFolder)
{
    QFile file(dataFolder + u"/PG_VERSION"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toInt() : 0;
}

QString ownerFile(const QString& dataFolder)
{
    return dataFolder + u"/signalbox.owner"_s;
}

} // namespace

EmbeddedServer::EmbeddedServer()
    : EmbeddedServer(Options())
{ }

EmbeddedServer::EmbeddedServer(Options options)
    : m_options(std::move(options))
{
    if (m_options.folder.isEmpty())
        m_options.folder = defaultFolder();
    m_options.folder = QDir::cleanPath(QFileInfo(m_options.folder).absoluteFilePath());
}

EmbeddedServer::~EmbeddedServer()
{
    release();
}

QString EmbeddedServer::defaultFolder()
{
    const QString named = qEnvironmentVariable("SIGNALBOX_DATA");
    if (!named.isEmpty())
        return named + u"/postgres"_s;
    if (::geteuid() == 0 && qEnvironmentVariableIsEmpty("XDG_DATA_HOME"))
        return u"/var/lib/signalbox/postgres"_s;
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/signalbox/postgres"_s;
}

QString EmbeddedServer::dataFolder() const
{
    return m_options.folder + u"/data"_s;
}

QString EmbeddedServer::logFile() const
{
    return m_options.folder + u"/server.log"_s;
}

qint64 EmbeddedServer::processId() const
{
    const auto server = PostmasterFile::read(dataFolder());
    return server && server->isAlive() ? server->processId() : 0;
}

Outcome<ConnectionSettings> EmbeddedServer::start(const QString& database)
{
    const bool inUse = m_use != nullptr;
    try {
        return join(database);
    } catch (const std::exception&) {
        const Error error = currentError();
        if (!inUse)
            release();
        return error;
    }
}

ConnectionSettings EmbeddedServer::join(const QString& database)
{
    const ServerAccount account = ServerAccount::current();
    prepareFolder(account);
    // one at a time: starting, joining and stopping never overlap
    FileLock turn(m_options.folder + u"/start.lock"_s);
    if (!turn.own(m_options.patience))
        fail(tr("Another program has been starting or stopping the embedded database for over a minute."),
            tr("The log is in %1.").arg(logFile()));
    if (!m_use) {
        m_use = std::make_unique<FileLock>(m_options.folder + u"/users.lock"_s);
        if (!m_use->share(m_options.patience))
            fail(tr("The embedded database is in use by a program that does not let go of it."));
    }
    const QDeadlineTimer deadline(m_options.patience);
    auto server = PostmasterFile::read(dataFolder());
    while (server && server->isStopping() && server->isAlive() && !deadline.hasExpired()) {
        std::this_thread::sleep_for(20ms);
        server = PostmasterFile::read(dataFolder());
    }
    if (!server || !server->isAlive())
        launch(account);
    const PostmasterFile ready = awaitReady();
    QFile owner(ownerFile(dataFolder()));
    const QString user
        = owner.open(QIODevice::ReadOnly) ? QString::fromUtf8(owner.readAll()).trimmed() : account.name();
    auto settings = ConnectionSettings::forSocket(ready.socketFolder(), ready.port(), user, database);
    ensureDatabase(settings);
    return settings;
}

void EmbeddedServer::prepareFolder(const ServerAccount& account) const
{
    const QString& folder = m_options.folder;
    if (!makeParents(folder) || (!QFileInfo::exists(folder) && !makeFolder(folder, account.isSwitched() ? 0711 : 0700)))
        fail(tr("The folder %1 for the embedded database cannot be made.").arg(folder),
            tr("Check the rights on the folders above it, or name another one with SIGNALBOX_DATA."));
    struct stat status
    { };
    if (::stat(QFile::encodeName(folder).constData(), &status) != 0 || status.st_uid != ::geteuid())
        fail(tr("The folder %1 of the embedded database belongs to another user.").arg(folder),
            tr("Name a folder of your own with SIGNALBOX_DATA."));
    const QString barrier = account.barrier(folder);
    if (!barrier.isEmpty())
        fail(tr("The embedded database runs as the user %1, who may not enter %2.").arg(account.name(), barrier),
            tr("Name a folder that this user can reach with SIGNALBOX_DATA, such as /var/lib/signalbox."));
}

void EmbeddedServer::launch(const ServerAccount& account)
{
    const QStringList folders
        = m_options.binaryFolders.isEmpty() ? ServerBinaries::usualFolders() : m_options.binaryFolders;
    const auto binaries = ServerBinaries::find(folders, majorOf(dataFolder()), dataFolder());
    if (majorOf(dataFolder()) == 0)
        initialise(account, binaries);
    const auto stale = PostmasterFile::read(dataFolder());
    if (stale)
        stale->neutralise();
    // after a crash its last processes may still hold the shared memory for a moment
    const QDeadlineTimer deadline(stale ? 10s : 0s);
    while (!launchOnce(account, binaries)) {
        if (deadline.hasExpired())
            failWithLog();
        std::this_thread::sleep_for(100ms);
    }
    startGuard();
}

void EmbeddedServer::initialise(const ServerAccount& account, const ServerBinaries& binaries) const
{
    // made beside its place and moved there when complete: half a database is never mistaken for one
    const QString fresh = dataFolder() + u".new"_s;
    if (QFileInfo::exists(fresh) && !QDir(fresh).removeRecursively())
        fail(tr("The unfinished folder %1 cannot be removed.").arg(fresh));
    if (QFileInfo::exists(dataFolder()) && !QDir().rmdir(dataFolder()))
        fail(tr("The folder %1 is there, but it holds no database.").arg(dataFolder()),
            tr("Move it away, or name another folder with SIGNALBOX_DATA."));
    Finished done;
    if (!m_options.templateData.isEmpty()) {
        done = runToEnd({u"cp"_s, {u"-a"_s, u"--reflink=auto"_s, m_options.templateData, fresh}}, m_options.patience);
    } else {
        if (!makeFolder(fresh, 0700))
            fail(tr("The folder %1 cannot be made.").arg(fresh));
        account.own(fresh);
        const QString person = ServerAccount::personName();
        // whoever gets into the socket's folder is the person: the folder is the lock
        const QStringList initOptions = {u"--pgdata="_s + fresh, u"--username="_s + person, u"--auth=trust"_s,
            u"--encoding=UTF8"_s, u"--locale=C.UTF-8"_s, u"--data-checksums"_s};
        done = runToEnd(
            account.command(binaries.program(u"initdb"_s), initOptions + m_options.initOptions), m_options.patience);
        QFile owner(ownerFile(fresh));
        if (done.well && (!owner.open(QIODevice::WriteOnly) || owner.write(person.toUtf8()) < 0))
            done = {false, owner.errorString()};
        owner.close();
        if (done.well)
            account.own(owner.fileName());
    }
    if (!done.well)
        fail(tr("The embedded database could not be made in %1: %2").arg(m_options.folder, done.output.right(600)),
            tr("Check that there is room on the disk and that the folder is yours."));
    if (!QDir().rename(fresh, dataFolder()))
        fail(tr("The folder %1 could not be put into its place.").arg(fresh));
}

QString EmbeddedServer::prepareSocketFolder(const ServerAccount& account) const
{
    const QByteArray mark
        = QCryptographicHash::hash(dataFolder().toUtf8(), QCryptographicHash::Sha256).toHex().left(10);
    const QString name = u"signalbox-%1-%2"_s.arg(::geteuid()).arg(QString::fromLatin1(mark));
    QStringList candidates = {m_options.folder + u"/socket"_s};
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (!account.isSwitched() && isPrivate(runtime, account.id()))
        candidates += runtime + u'/' + name;
    candidates += u"/tmp/"_s + name;
    for (const QString& folder : std::as_const(candidates)) {
        if (QFile::encodeName(socketPath(folder)).size() > longestSocketPath)
            continue;
        if (makeFolder(folder, 0700))
            account.own(folder);
        if (isPrivate(folder, account.id()))
            return folder;
    }
    fail(tr("There is no folder for the embedded database's socket that only its owner can enter; tried: %1.")
             .arg(candidates.join(u", "_s)),
        tr("Name a folder with a shorter path with SIGNALBOX_DATA."));
}

QStringList EmbeddedServer::serverArguments(const QString& socketFolder) const
{
    QStringList settings = {u"listen_addresses="_s, u"port=%1"_s.arg(socketPort),
        u"unix_socket_directories=\"%1\""_s.arg(socketFolder), u"unix_socket_permissions=0700"_s, u"timezone=UTC"_s,
        u"log_timezone=UTC"_s, u"lc_messages=C"_s, u"logging_collector=off"_s, u"log_destination=stderr"_s,
        u"log_line_prefix=%m [%p] %d "_s, u"log_checkpoints=off"_s, u"max_connections=60"_s, u"shared_buffers=256MB"_s,
        u"effective_cache_size=1GB"_s, u"work_mem=16MB"_s, u"maintenance_work_mem=128MB"_s, u"random_page_cost=1.1"_s,
        u"jit=off"_s, u"max_wal_size=4GB"_s, u"checkpoint_timeout=15min"_s};
    settings += m_options.settings;
    QStringList result = {u"-D"_s, dataFolder()};
    for (const QString& setting : std::as_const(settings))
        result << u"-c"_s << setting;
    return result;
}

bool EmbeddedServer::launchOnce(const ServerAccount& account, const ServerBinaries& binaries) const
{
    constexpr qint64 longLog = 4'000'000;
    if (QFileInfo(logFile()).size() > longLog) {
        QFile::remove(logFile() + u".1"_s);
        QFile::rename(logFile(), logFile() + u".1"_s);
    }
    const QString socketFolder = prepareSocketFolder(account);
    const auto command = account.command(binaries.program(u"postgres"_s), serverArguments(socketFolder));
    QProcess process;
    process.setProgram(command.first);
    process.setArguments(command.second);
    process.setProcessEnvironment(ServerAccount::environment());
    process.setWorkingDirectory(u"/"_s);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(logFile(), QIODevice::Append);
    qint64 started = 0;
    if (!process.startDetached(&started)) // in a session of its own: Ctrl+C in our terminal is not for it
        fail(tr("PostgreSQL's server program %1 could not be started.").arg(command.first));
    const QDeadlineTimer deadline(m_options.patience);
    while (!deadline.hasExpired()) {
        const auto server = PostmasterFile::read(dataFolder());
        if (server && server->isReady() && server->isAlive())
            return true;
        if (!PostmasterFile::isRunning(started))
            return false;
        std::this_thread::sleep_for(5ms);
    }
    fail(tr("The embedded database has been starting for over a minute."),
        tr("It may be recovering from a crash; the log is in %1.").arg(logFile()));
}

void EmbeddedServer::startGuard() const
{
    QProcess process;
    process.setProgram(u"/bin/sh"_s);
    process.setArguments({u"-c"_s, QString::fromUtf16(guardScript), u"signalbox-guard"_s, m_options.folder});
    process.setWorkingDirectory(u"/"_s);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    process.startDetached(); // without it a crash leaves the server to the next program, which is no harm
}

PostmasterFile EmbeddedServer::awaitReady() const
{
    const QDeadlineTimer deadline(m_options.patience);
    while (!deadline.hasExpired()) {
        auto server = PostmasterFile::read(dataFolder());
        if (!server || !server->isAlive())
            failWithLog();
        if (server->isReady())
            return *server;
        std::this_thread::sleep_for(10ms);
    }
    fail(tr("The embedded database is running but does not become ready."), tr("The log is in %1.").arg(logFile()));
}

void EmbeddedServer::ensureDatabase(const ConnectionSettings& settings) const
{
    Session session(settings.withDatabase(u"postgres"_s));
    pqxx::nontransaction tx(session.connection());
    const std::string name = settings.database().toStdString();
    const auto found = exec(tx, "SELECT 1 FROM pg_database WHERE datname = $1", {name});
    if (found.empty())
        exec(tx, "CREATE DATABASE " + tx.quote_name(name) + " TEMPLATE template0 ENCODING 'UTF8'");
}

void EmbeddedServer::release()
{
    if (!m_use)
        return;
    try {
        FileLock turn(m_options.folder + u"/start.lock"_s);
        if (turn.own(m_options.patience) && m_use->ownIfAlone())
            stop();
        m_use.reset(); // before the turn ends
    } catch (const StoreException&) {
        m_use.reset(); // the folder is gone: nothing to stop
    }
}

void EmbeddedServer::stop() const
{
    const auto server = PostmasterFile::read(dataFolder());
    if (!server || !server->isAlive())
        return;
    const auto process = static_cast<pid_t>(server->processId());
    for (const int signal : {SIGINT, SIGQUIT}) { // in good order, then at once
        ::kill(process, signal);
        const QDeadlineTimer deadline(m_options.patience);
        while (PostmasterFile::isRunning(process)) {
            if (deadline.hasExpired())
                break;
            std::this_thread::sleep_for(5ms);
        }
    }
}

void EmbeddedServer::failWithLog() const
{
    QFile file(logFile());
    QString last;
    if (file.open(QIODevice::ReadOnly)) {
        file.seek(qMax<qint64>(0, file.size() - 4000));
        const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
        for (const QString& line : lines) {
            if (line.contains(u"FATAL:"_s) || line.contains(u"PANIC:"_s))
                last = line.mid(line.indexOf(u':', line.indexOf(u"] "_s)) + 1).trimmed();
        }
        if (last.isEmpty() && !lines.isEmpty())
            last = lines.last();
    }
    fail(tr("The embedded database did not start: %1").arg(last), tr("The log is in %1.").arg(logFile()));
}
