// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/handovercsv.h"
#include "models/domain/handoverreport.h"
#include "models/domain/reporthtml.h"
#include "tests/support/testprogram.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

const QDateTime now(QDate(2026, 11, 23), QTime(2, 47, 11), Qt::UTC);

ExceptionGroup group(qint64 id, const QString& title)
{
    ExceptionGroup group;
    group.id = id;
    group.title = title;
    group.count = 1234;
    group.values = {{123'450, u"EUR"_s}, {4711, u"JPY"_s}};
    group.dueAt = now.addSecs(-7200);
    return group;
}

/// With texts as an enemy would write them.
Handover fixture()
{
    Handover h;
    h.environment.name = u"Prod <b>&"_s;
    h.environment.database = u"orders"_s;
    h.environment.user = u"anna"_s;
    h.asOf = now;
    h.since = now.addSecs(-8 * 3600);
    h.queues = {{ExceptionQueue::Open, {}, 1234}, {ExceptionQueue::Team, u"finance"_s, 2}};
    h.open.rows
        = {{group(1, u"<script>alert(1)</script>"_s), {now, u"bob"_s, u"=HYPERLINK(\"http://x\")\nline two"_s}}};
    h.open.total = 4;
    Exception doubt;
    doubt.id = 7;
    doubt.kind = ExceptionKind::InDoubt;
    doubt.orderNumber = u"-10412"_s;
    doubt.targetSystem = u"erp"_s;
    doubt.errorText = u"no %1 answer %2 for anna.bell@example.org"_s;
    doubt.openedAt = now.addSecs(-60);
    doubt.value = Money{10, u"KWD"_s};
    h.inDoubt = {{doubt}, 1};
    Operation operation;
    operation.id = 3;
    operation.state = OperationState::Settled;
    operation.requestedBy = u"sue"_s;
    operation.reason = u"@SUM(A1)"_s;
    operation.total = 15;
    operation.confirmed = 1;
    operation.failed = 2;
    operation.skipped = 3;
    operation.inDoubt = 4;
    operation.notStarted = 5;
    operation.finishedAt = now;
    h.replayed = {{operation}, 1};
    h.hours.back() = 9;
    return h;
}

ReportManner german()
{
    return {QLocale(QLocale::German, QLocale::Germany), QTimeZone("Europe/Berlin")};
}

QList<QStringList> table(const QByteArray& csv)
{
    QList<QStringList> rows;
    QStringList row;
    QString cell;
    bool quoted = false;
    const QString text = QString::fromUtf8(csv);
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text.at(at);
        if (c == u'"' && quoted && text.mid(at + 1, 1) == u"\""_s)
            cell += text.at(++at);
        else if (c == u'"')
            quoted = !quoted;
        else if (!quoted && (c == u',' || c == u'\r')) {
            row.append(cell);
            cell.clear();
            if (c == u'\r') {
                rows.append(row);
                row.clear();
                ++at;
            }
        } else
            cell += c;
    }
    return rows;
}

} // namespace

/// The handover in words, as HTML and for a spreadsheet.
class TestHandoverReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void harmlessInASpreadsheet_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("cell");
        QTest::newRow("plain") << u"Order 7"_s << u"\"Order 7\""_s;
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("quotes") << u"a \"b\", c"_s << u"\"a \"\"b\"\", c\""_s;
        QTest::newRow("lines") << u"a\nb"_s << u"\"a\nb\""_s;
        for (const QString& start :
            {u"="_s, u"+"_s, u"-"_s, u"@"_s, u"\t"_s, u"\r"_s, u"\n"_s, u"\uff1d"_s, u"\uff20"_s})
            QTest::newRow(qPrintable(QString::number(start.at(0).unicode())))
                << QString(start + u"1+1"_s) << QString(u"\"'"_s + start + u"1+1\""_s);
        QTest::newRow("inside") << u"a=1"_s << u"\"a=1\""_s;
    }
    void harmlessInASpreadsheet()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, cell);
        QCOMPARE(csvText(text), cell);
    }

    void csvIsOneTableWithExactDecimals()
    {
        const QByteArray csv = handoverCsv(fixture(), german());
        QVERIFY(csv.startsWith("\xEF\xBB\xBF"));
        QVERIFY(csv.endsWith("\r\n"));
        const auto rows = table(csv);
        for (const QStringList& row : rows)
            QCOMPARE(row.size(), rows.at(0).size());
        const auto column = [&](const QString& title) { return rows.at(0).indexOf(title); };
        QCOMPARE(rows.at(1).at(column(u"Value EUR"_s)), u"1234.50"_s);
        QCOMPARE(rows.at(1).at(column(u"Value JPY"_s)), u"4711"_s);
        QCOMPARE(rows.at(1).at(column(u"Count"_s)), u"1234"_s);
        QCOMPARE(rows.at(1).at(column(u"Due (Europe/Berlin)"_s)), u"2026-11-23 01:47:11"_s);
        QCOMPARE(rows.at(1).at(column(u"Text"_s)), u"'=HYPERLINK(\"http://x\")\nline two"_s);
        QCOMPARE(rows.at(2).at(column(u"Count"_s)), u"3"_s); // rows that are left out
        QCOMPARE(rows.at(3).at(column(u"Order"_s)), u"'-10412"_s);
        QCOMPARE(rows.at(3).at(column(u"Value KWD"_s)), u"0.010"_s);
        const QStringList replay = rows.at(4);
        QCOMPARE(replay.mid(replay.size() - 6), (QStringList{u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s, u"15"_s}));
    }

    void htmlIsWholeAndEscaped()
    {
        const QString html = reportHtml(handoverReport(fixture(), german()));
        QVERIFY(!html.contains(u"<script"_s));
        QVERIFY(html.contains(u"&lt;script&gt;alert(1)&lt;/script&gt;"_s));
        QVERIFY(html.contains(u"Prod &lt;b&gt;&amp;"_s));
        QVERIFY(html.contains(u"no %1 answer %2"_s)); // texts with places in them stay as they are
        QVERIFY(html.contains(u"a***@example.org"_s) && !html.contains(u"anna.bell"_s));
        QVERIFY(!handoverCsv(fixture(), german()).contains("anna.bell"));
        QVERIFY(html.contains(u"lang=\"de\""_s));
        QVERIFY(!html.contains(u"http-equiv"_s) && !html.contains(u"src="_s));
        // well formed but for what HTML need not close
        QString xml = html.mid(html.indexOf(u"<body>"_s));
        xml.chop(u"</html>\n"_s.size());
        QXmlStreamReader reader(xml.replace(u"<br>"_s, u"<br/>"_s));
        int heads = 0;
        int tables = 0;
        while (!reader.atEnd()) {
            if (reader.readNext() != QXmlStreamReader::StartElement)
                continue;
            tables += reader.name() == u"table"_s ? 1 : 0;
            if (reader.name() == u"th"_s) {
                QVERIFY(reader.attributes().hasAttribute(u"scope"_s));
                ++heads;
            }
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QVERIFY(heads > tables && tables >= 4);
    }

    void writesAsThePersonDoes()
    {
        const Report report = handoverReport(fixture(), german());
        QVERIFY2(report.asOf.contains(u"23.11.2026 03:47 CET"_s), qPrintable(report.asOf));
        const QStringList open = report.tables.at(0).rows.at(0);
        QCOMPARE(open.at(2), u"1.234"_s);
        QCOMPARE(QString(open.at(3)).replace(QChar(QChar::Nbsp), u' '), u"1.234,50 €\n4.711 ¥"_s);
        QVERIFY(report.tables.at(0).leftOut.contains(u"3"_s));
        const Report english
            = handoverReport(fixture(), {QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone("UTC")});
        QVERIFY2(english.asOf.contains(u"23/11/2026 02:47 UTC"_s), qPrintable(english.asOf));
        QCOMPARE(english.tables.at(0).rows.at(0).at(2), u"1,234"_s);
        QCOMPARE(handoverFileName(fixture(), german()), u"handover-2026-11-23-0347-prod-b-"_s);
    }

    void aReportOfAnIncidentBundleSaysSo()
    {
        Handover h = fixture();
        h.environment.bundleAsOf = now;
        QVERIFY(handoverReport(h, german()).environment.startsWith(u"Incident bundle"_s));
    }

    void everyTableHasAsManyCellsAsColumns()
    {
        const Report report = handoverReport(fixture(), german());
        QSet<QString> names;
        for (const ReportTable& table : report.tables) {
            for (const QStringList& row : table.rows)
                QCOMPARE(row.size(), table.columns.size());
            QVERIFY(!table.rows.isEmpty() || !table.empty.isEmpty());
            names.insert(table.name);
        }
        QCOMPARE(names.size(), report.tables.size());
    }
};

SIGNALBOX_TEST(TestHandoverReport)
#include "tst_handoverreport.moc"
