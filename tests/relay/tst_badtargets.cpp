// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/relay/delivery/message.h"
#include "tests/relay/rawserver.h"
#include "tests/support/testprogram.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Script = RawServer::Script;
Q_DECLARE_METATYPE(Script)

namespace {

const QByteArray reference = R"({"reference": "4711"})"; // 21 bytes

QByteArray ok(const QByteArray& headers, const QByteArray& body = reference)
{
    return "HTTP/1.1 201 Created\r\n" + headers + "\r\n" + body;
}

#if defined(__SANITIZE_ADDRESS__)
constexpr qint64 mostMemory = 256 * 1024; // KB; the sanitizer keeps for a while what was given back
#else
constexpr qint64 mostMemory = 16 * 1024; // KB
#endif

/// Resident memory of this process at its highest, in KB.
qint64 peakMemory()
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray status = file.readAll();
    return status.sliced(status.indexOf("VmHWM:") + 6).trimmed().split(' ').constFirst().toLongLong();
}

} // namespace

/// Targets that do not keep to HTTP, or to anything. Whatever they do, a message is either done, known not to be done
/// or in doubt; never done because an answer looked like it, and never lost.
class TestBadTargets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsInDoubtUnlessItIsKnown_data()
    {
        QTest::addColumn<Script>("script");
        QTest::addColumn<QString>("scheme");
        QTest::addColumn<QString>("outcome"); // delivered, or class and effect
        const auto row = [](const char* name, const Script& script, const char* outcome, const char* scheme = "http") {
            QTest::newRow(name) << script << QString::fromLatin1(scheme) << QString::fromLatin1(outcome);
        };
        row("as it should be", {ok("Content-Length: 21\r\n")}, "delivered");
        row("HTTP/1.0, ends with the connection", {"HTTP/1.0 200 OK\r\n\r\n" + reference}, "delivered");
        row("1xx first",
            {"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n"
                + ok("Content-Length: 21\r\n")},
            "delivered");
        row("1xx and nothing more", {"HTTP/1.1 100 Continue\r\n\r\n"}, "transient unknown");
        row("1xx without end", {{}, "HTTP/1.1 100 Continue\r\n\r\n"}, "transient unknown");
        row("chunks", {ok("Transfer-Encoding: chunked\r\n", "15\r\n" + reference + "\r\n0\r\n\r\n")}, "delivered");
        row("chunks that are none", {ok("Transfer-Encoding: chunked\r\n", "zz\r\n" + reference)}, "transient unknown");
        row("chunks without the last", {ok("Transfer-Encoding: chunked\r\n", "15\r\n" + reference + "\r\n")},
            "transient unknown");
        row("longer than it says", {ok("Content-Length: 10\r\n")}, "contract unknown");
        row("shorter than it says", {ok("Content-Length: 4711\r\n")}, "transient unknown");
        row("a length that is none", {ok("Content-Length: many\r\n")}, "transient unknown");
        row("a length below nothing", {ok("Content-Length: -1\r\n")}, "transient unknown");
        row("no body", {ok("Content-Length: 0\r\n", {})}, "contract unknown");
        row("204", {"HTTP/1.1 204 No Content\r\n\r\n"}, "contract unknown");
        row("a page for people", {ok("Content-Length: 27\r\n", "<html>4711 is there</html>\n")}, "contract unknown");
        row("bytes, not text", {ok("Content-Length: 8\r\n", QByteArray("\xff\xfe\0\x01{\"r\"", 8))},
            "contract unknown");
        row("deep as a well", {ok({}, QByteArray(200'000, '['))}, "contract unknown");
        row("no HTTP", {"SSH-2.0-OpenSSH_9.2\r\n"}, "transient unknown");
        row("no HTTP, without end", {{}, "\0\x01garbage"_ba.repeated(1000)}, "transient unknown");
        row("hangs up at once", {{}, {}, false, false}, "transient unknown");
        row("hangs up after the request", {}, "transient unknown");
        row("nothing at all", {{}, {}, true}, "transient unknown");
        row("a status and no more", {"HTTP/1.1 201 Created\r\n", {}, true}, "transient unknown");
        row("a body without end", {ok({}, {}), QByteArray(65536, 'x')}, "transient unknown");
        row("headers without end", {"HTTP/1.1 201 Created\r\n", "X-More: "_ba + QByteArray(1000, 'x') + "\r\n"},
            "transient unknown");
        row("one header without end", {"HTTP/1.1 201 Created\r\nX-More: ", QByteArray(65536, 'x')},
            "transient unknown");
        row("redirects to itself", {"HTTP/1.1 302 Found\r\nLocation: /orders\r\nContent-Length: 0\r\n\r\n"},
            "configuration not_applied");
        row("sends to a page about what it did",
            {"HTTP/1.1 303 See Other\r\nLocation: /orders/4711\r\nContent-Length: 0\r\n\r\n"}, "contract unknown");
        row("redirects a POST",
            {"HTTP/1.1 307 Temporary Redirect\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n"},
            "configuration not_applied");
        row("a status that is none", {"HTTP/1.1 999 Whatever\r\nContent-Length: 0\r\n\r\n"}, "unclassified unknown");
        row("no TLS where it should be", {"HTTP/1.1 400 Bad Request\r\n\r\n", {}, false, false},
            "configuration not_applied", "https");
        row("silent where TLS should be", {{}, {}, true, false}, "transient not_applied", "https");
    }
    void endsInDoubtUnlessItIsKnown()
    {
        QFETCH(const Script, script);
        QFETCH(const QString, scheme);
        const RawServer server(script);
        DeliveryTarget target;
        target.baseUrl = u"%1://127.0.0.1:%2"_s.arg(scheme, QString::number(server.port()));
        target.connectTime = 500ms;
        target.answerTime = 500ms;
        DeliveryFlow flow;
        flow.path = u"/orders"_s;
        flow.schema = "{}";
        flow.reference = {u"reference"_s};
        ClaimedMessage message;
        message.idempotencyKey = "k1";
        message.content = R"({"orderKey": "A1"})";
        HttpClient client;
        TryResult result;
        DeliveryAnswer answer;
        QElapsedTimer time;
        time.start();
        const qint64 memory = peakMemory();
        client.start(Message::prepareSend(message, target, flow).request, [&](const DeliveryAnswer& came) {
            answer = came;
            Message::judgeSend(result, came, flow, FailureClassifier::builtin());
        });
        while (client.running() > 0)
            client.wait(100ms);
        const Verdict& verdict = result.verdict;
        const QString outcome = result.kind == TryResult::Kind::Delivered
            ? u"delivered"_s
            : toText(verdict.cls) + u' ' + toText(verdict.effect);
        qInfo().noquote() << outcome << '|' << answer.status << answer.transportError << '|'
                          << verdict.message.left(150);
        QTEST(outcome, "outcome");
        QVERIFY(server.connections() <= 1); // no redirect is followed, nothing is sent again
        QVERIFY(time.elapsed() < 5'000);
        QVERIFY(answer.body.size() <= HttpClient::maxBody);
        QVERIFY2(peakMemory() - memory < mostMemory, qPrintable(QString::number(peakMemory() - memory)));
    }
};

SIGNALBOX_TEST(TestBadTargets)

#include "tst_badtargets.moc"
