// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/pgchangefeed.h"

#include "models/store/connectionprobe.h"
#include "models/store/environmentreader.h"
#include "models/store/pqerror.h"
#include "models/store/session.h"

#include <QThread>

#include <atomic>
#include <condition_variable>
#include <mutex>

#include <sys/socket.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What the worker has to tell; plain values on their way to the feed's thread.
struct PgChangeFeed::News
{
    State state = State::Connecting;
    QDateTime contact{}; ///< null: the server did not answer
    Error error{};
    std::optional<Environment> environment{}; ///< after a (re)connection
    QList<qint64> orders{};
    bool exceptions = false;
    bool everything = false;
};

/// Lives on its own thread, which ends with it.
class PgChangeFeed::Worker
{
public:
    Worker(PgChangeFeed& feed, ConnectionSettings settings, Pace pace);
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    void wake();

private:
    struct Answer
    {
        QList<qint64> orders;
        bool exceptions = false;
        bool everything = false;
        bool isEmpty() const { return orders.isEmpty() && !exceptions && !everything; }
    };

    void run();
    void follow(); ///< throws when the connection is lost or stopped
    void open();
    void close();
    Answer ask();
    void tell(News news);
    void sleep(std::chrono::milliseconds time);

    PgChangeFeed& m_feed;
    const ConnectionSettings m_settings;
    const Pace m_pace;
    std::unique_ptr<Session> m_session;
    SqlText m_cursor;
    std::chrono::milliseconds m_pause;

    std::atomic<bool> m_stop = false;
    std::mutex m_mutex;
    std::condition_variable m_woken;
    bool m_wake = false;
    int m_socket = -1;
    std::unique_ptr<QThread> m_thread;
};

PgChangeFeed::Worker::Worker(PgChangeFeed& feed, ConnectionSettings settings, Pace pace)
    : m_feed(feed)
    , m_settings(std::move(settings))
    , m_pace(pace)
    , m_pause(pace.firstRetry)
    , m_thread(QThread::create([this] { run(); }))
{
    m_thread->setObjectName(u"change feed"_s);
    m_thread->start();
}

PgChangeFeed::Worker::~Worker()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stop = true;
        if (m_socket >= 0) // it may be waiting for a server that does not answer
            ::shutdown(m_socket, SHUT_RDWR);
    }
    m_woken.notify_all();
    m_thread->wait();
}

void PgChangeFeed::Worker::wake()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_wake = true;
    }
    m_woken.notify_all();
}

void PgChangeFeed::Worker::sleep(std::chrono::milliseconds time)
{
    std::unique_lock lock(m_mutex);
    m_woken.wait_for(lock, time, [this] { return m_stop || m_wake; });
    m_wake = false;
}

void PgChangeFeed::Worker::tell(News news)
{
    // discarded by Qt when the feed is gone before it arrives
    QMetaObject::invokeMethod(
        &m_feed, [feed = &m_feed, news = std::move(news)] { feed->take(news); }, Qt::QueuedConnection);
}

void PgChangeFeed::Worker::run()
{
    while (!m_stop) {
        try {
            follow();
        } catch (...) {
            const Error error = currentError();
            close();
            if (m_stop)
                return;
            tell({.state = State::Lost, .error = error});
            sleep(m_pause);
            m_pause = std::min(m_pause * 2, m_pace.lastRetry);
        }
    }
}

void PgChangeFeed::Worker::follow()
{
    open();
    auto wait = m_pace.busy;
    while (!m_stop) {
        sleep(wait);
        if (m_stop)
            break;
        const Answer answer = ask();
        wait = answer.isEmpty() ? std::min(wait + m_pace.busy, m_pace.quiet) : m_pace.busy;
        tell({.state = State::Live,
            .contact = QDateTime::currentDateTimeUtc(),
            .orders = answer.orders,
            .exceptions = answer.exceptions,
            .everything = answer.everything});
    }
    close();
}

void PgChangeFeed::Worker::open()
{
    // unlike libpqxx, the probe can be broken off when the window closes meanwhile
    if (const auto why = probeConnection(m_settings, &m_stop))
        throw StoreException(*why);
    m_session = std::make_unique<Session>(m_settings);
    {
        const std::scoped_lock lock(m_mutex);
        m_socket = m_session->socket();
    }
    News news{.state = State::Live, .everything = true};
    {
        pqxx::nontransaction tx(m_session->connection());
        news.environment = readEnvironment(tx, m_settings);
    }
    m_cursor.reset(); // from now on: what was missed is covered by reading everything again
    ask();
    news.contact = QDateTime::currentDateTimeUtc();
    tell(std::move(news));
    m_pause = m_pace.firstRetry;
}

void PgChangeFeed::Worker::close()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_socket = -1;
    }
    m_session.reset();
}

PgChangeFeed::Worker::Answer PgChangeFeed::Worker::ask()
{
    pqxx::nontransaction tx(m_session->connection());
    const auto rows = exec(tx,
        "SELECT cursor, array_to_string(order_ids, ',') AS ids, overflow, exceptions FROM integration.changes_since($1)",
        {m_cursor});
    Answer answer;
    for (const auto& row : rows) {
        m_cursor = row["cursor"].as<std::string>();
        answer.everything |= !row["overflow"].is_null() && row["overflow"].as<bool>();
        answer.exceptions |= row["exceptions"].as<bool>();
        const QStringList ids = row["ids"].is_null()
            ? QStringList()
            : QString::fromLatin1(row["ids"].c_str()).split(u',', Qt::SkipEmptyParts);
        for (const QString& id : ids)
            answer.orders += id.toLongLong();
    }
    return answer;
}

PgChangeFeed::PgChangeFeed(ConnectionSettings settings, QObject* parent)
    : PgChangeFeed(std::move(settings), Pace(), parent)
{ }

PgChangeFeed::PgChangeFeed(ConnectionSettings settings, Pace pace, QObject* parent)
    : ChangeFeed(parent)
    , m_worker(std::make_unique<Worker>(*this, std::move(settings), pace))
{ }

PgChangeFeed::~PgChangeFeed() = default;

void PgChangeFeed::retryNow()
{
    m_worker->wake();
}

void PgChangeFeed::take(const News& news)
{
    const bool changed
        = m_state != news.state || m_error != news.error || (news.environment && *news.environment != m_environment);
    m_state = news.state;
    m_error = news.error;
    if (news.environment)
        m_environment = *news.environment;
    if (!news.contact.isNull())
        m_lastContact = news.contact;
    if (changed)
        Q_EMIT stateChanged();
    if (!news.contact.isNull())
        Q_EMIT contacted();
    if (news.everything) {
        Q_EMIT everything();
        return;
    }
    if (!news.orders.isEmpty())
        Q_EMIT ordersChanged(news.orders);
    if (news.exceptions)
        Q_EMIT exceptionsChanged();
}
