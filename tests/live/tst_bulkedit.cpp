// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/pgpayloadeditor.h"
#include "models/store/queryrunner.h"
#include "tests/support/fakerelay.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"
#include "widgets/common/theme.h"
#include "widgets/triage/payloadeditor.h"
#include "widgets/triage/payloadeditortext.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

/// One edit over many messages, from the editor to the database. SIGNALBOX_EDITS=n takes another number and says how
/// long it took.
class TestBulkEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { SIGNALBOX_REQUIRE(m_server); }

    void allThatCanBeIsEdited()
    {
        bool given = false;
        const int wanted = qEnvironmentVariableIntValue("SIGNALBOX_EDITS", &given);
        const int count = given ? wanted : 1200;
        const ConnectionSettings settings = m_server.freshDatabase();
        IntegrationDatabase database(settings);
        putErp(database, {}, {{u"editable"_s, QJsonArray{u"/lines/*/sku"_s}}});
        // of about 1.5 KB each; every tenth holds another SKU, every hundredth may have arrived
        database.run(
            u"SELECT integration.submit('erp.post', 'k' || i, 'k' || i, format('{\"order\": \"DE-%s\", \"note\": \"%s\", \"lines\": [{\"sku\": \"%s\"}]}', i, "
            "(SELECT string_agg(md5((i * 40 + j)::text), ' ') FROM generate_series(1, 40) j), CASE WHEN i % 10 = 0 THEN 'B' ELSE 'A' END)) FROM generate_series(1, %1) i"_s
                .replace(u"%1"_s, QString::number(count)));
        FakeRelay relay(settings, u"A"_s);
        QList<TryEnd> ends;
        for (const Claimed& claimed : relay.claim(count))
            ends.append(claimed.id % 100 == 5 ? TryEnd::timedOut(claimed) : TryEnd::rejected(claimed));
        relay.finish(ends);
        QList<qint64> ids;
        for (int id = 1; id <= count; ++id)
            ids.append(id);

        QueryRunner runner(m_server.as(settings, u"sue"_s, {u"signalbox_support"_s}));
        PgPayloadEditor editor(runner);
        const Theme theme;
        PayloadEditorPanel panel(editor, theme);
        panel.resize(1196, 720);
        panel.show();
        QElapsedTimer watch;
        qint64 longest = 0; // between two turns of the event loop
        QTimer pulse;
        QElapsedTimer turn;
        connect(&pulse, &QTimer::timeout, this, [&] { longest = qMax(longest, turn.restart()); });
        panel.open(ids);
        QTRY_VERIFY(panel.isSettled());
        auto* text = panel.findChild<PayloadEditorText*>(u"editText"_s);
        QString json = text->json();
        pulse.start(0);
        turn.start();
        watch.start();
        text->selectAll();
        text->insertPlainText(json.replace(u"\"A\""_s, u"\"C\""_s));
        QTRY_VERIFY_WITH_TIMEOUT(panel.isSettled(), 600'000);
        const qint64 looked = watch.restart();
        const int other = count / 10;
        const int doubtful = count / 100;
        const auto number = [](int n) { return QLocale().toString(n); };
        const auto said = panel.findChild<QLabel*>(u"editTally"_s)->text();
        QVERIFY2(said.contains(u"%1 change, 0 stay as they are, %2 cannot be edited in this way"_s.arg(
                     number(count - other - doubtful), number(other + doubtful))),
            qPrintable(said));
        panel.findChild<QLineEdit*>(u"editReason"_s)->setText(u"renamed"_s);
        QSignalSpy saved(&panel, &PayloadEditorPanel::saved);
        panel.findChild<QPushButton*>(u"editSave"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, 600'000);
        if (given)
            qInfo("%d messages: looked at in %lld ms, saved in %lld ms, longest turn %lld ms", count, looked,
                watch.elapsed(), longest);
        QCOMPARE(saved.at(0).at(0).value<QList<qint64>>().size(), count - other - doubtful);
        QCOMPARE(
            database.value(
                u"SELECT count(*) FROM integration.transaction t JOIN integration.payload p ON p.transaction_id = t.id AND p.revision = t.revision "
                "WHERE p.revision = 2 AND p.content LIKE '%\"sku\": \"C\"%'"_s),
            QString::number(count - other - doubtful));
        QCOMPARE(database.value(u"SELECT integration.audit_broken_at()"_s), QString());
    }

private:
    TestServer m_server;
};

SIGNALBOX_TEST(TestBulkEdit)
#include "tst_bulkedit.moc"
