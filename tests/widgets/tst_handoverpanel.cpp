// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/print/handoverfiles.h"
#include "app/print/reportpdf.h"
#include "exceptionfixtures.h"
#include "fakehandover.h"
#include "orderfixtures.h"
#include "tests/support/testprogram.h"
#include "viewsupport.h"
#include "widgets/common/theme.h"
#include "widgets/handover/handoverpanel.h"

#include <QCheckBox>
#include <QDateTimeEdit>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>

using namespace Qt::StringLiterals;

namespace {

class HandoverClock final : public Clock
{
public:
    QDateTime now() const override { return fixtureNow(); }
};

} // namespace

/// The panel of the shift report, and the files that are written.
class TestHandoverPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_window->resize(1280, 800);
        m_window->show();
        m_fake = std::make_unique<FakeHandovers>();
        m_panel = new HandoverPanel(*m_fake, *m_fake, m_clock, m_theme, m_window.get());
        m_panel->setFolder(u"/tmp/reports"_s);
    }
    void cleanup() { m_window.reset(); }

    void startsWithTheLastHoursOrTheLastHandover()
    {
        m_panel->open();
        QCOMPARE(m_fake->requests.constLast().since, fixtureNow().addSecs(-8 * 3600));
        QVERIFY(!child<QPushButton>(*m_panel, u"handoverLast"_s)->isVisible());
        m_panel->close();
        m_panel->setLast(fixtureNow().addSecs(-13 * 3600));
        m_panel->open();
        QCOMPARE(m_fake->requests.constLast().since, fixtureNow().addSecs(-13 * 3600));
        child<QPushButton>(*m_panel, u"handoverHours"_s)->click();
        QCOMPARE(m_fake->requests.constLast().since, fixtureNow().addSecs(-8 * 3600));
    }

    void aTimeThatIsTypedIsReadAndAnOlderAnswerIsDropped()
    {
        m_panel->open();
        child<QDateTimeEdit>(*m_panel, u"handoverSince"_s)->setDateTime(fixtureNow().addDays(-1).toLocalTime());
        QTRY_COMPARE(m_fake->requests.size(), 2);
        QCOMPARE(m_fake->requests.constLast().since, fixtureNow().addDays(-1));
        Handover old = fixtureHandover();
        old.environment.name = u"OLD"_s;
        m_fake->answers.answer(0, old);
        m_fake->answers.answer(1, fixtureHandover());
        QTRY_VERIFY(m_panel->isSettled());
        const QString text = child<QTextBrowser>(*m_panel, u"handoverPreview"_s)->toPlainText();
        QVERIFY(text.contains(u"Production"_s) && !text.contains(u"OLD"_s));
    }

    void writesWhatItShowsAndSaysWhere()
    {
        QSignalSpy written(m_panel, &HandoverPanel::written);
        QSignalSpy asked(m_panel, &HandoverPanel::openRequested);
        m_panel->open();
        auto* write = child<QPushButton>(*m_panel, u"handoverWrite"_s);
        QVERIFY(!write->isEnabled()); // nothing is there yet
        m_fake->answers.answer(0, fixtureHandover());
        QTRY_VERIFY(write->isEnabled());
        child<QCheckBox>(*m_panel, u"handoverCsv"_s)->setChecked(true);
        QTest::keyClick(child<QDateTimeEdit>(*m_panel, u"handoverSince"_s), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_fake->writings.size(), 1);
        QCOMPARE(m_fake->writings.at(0).formats, (QList<HandoverFormat>{HandoverFormat::Pdf, HandoverFormat::Csv}));
        QCOMPARE(m_fake->writings.at(0).folder, u"/tmp/reports"_s);
        QCOMPARE(m_fake->writings.at(0).asOf, fixtureHandover().asOf);
        QVERIFY(!write->isEnabled());
        m_fake->paths.answer(0, QStringList{u"/tmp/reports/a.pdf"_s, u"/tmp/reports/a.csv"_s});
        QTRY_COMPARE(written.size(), 1);
        QCOMPARE(written.at(0).at(0).toDateTime(), fixtureHandover().asOf);
        QVERIFY(child<QLabel>(*m_panel, u"handoverTold"_s)->text().contains(u"/tmp/reports/a.csv"_s));
        child<QPushButton>(*m_panel, u"handoverOpen"_s)->click();
        QCOMPARE(asked.at(0).at(0).toString(), u"/tmp/reports/a.pdf"_s);
        QTest::keyClick(m_panel, Qt::Key_Escape);
        QVERIFY(!m_panel->isVisible());
    }

    void saysWhatWentWrong()
    {
        m_panel->open();
        m_fake->answers.answer(0, Error{Failure::Connection, u"No server."_s, {}, {}});
        QTRY_VERIFY(m_panel->isSettled());
        QVERIFY(child<QTextBrowser>(*m_panel, u"handoverPreview"_s)->toPlainText().contains(u"No server."_s));
        QVERIFY(!child<QPushButton>(*m_panel, u"handoverWrite"_s)->isEnabled());
        child<QPushButton>(*m_panel, u"handoverHours"_s)->click();
        m_fake->answers.answer(1, fixtureHandover());
        QTRY_VERIFY(m_panel->isSettled());
        child<QPushButton>(*m_panel, u"handoverWrite"_s)->click();
        m_fake->paths.answer(0, Error{Failure::Other, u"The disk is full."_s, {}, {}});
        QTRY_COMPARE(child<QLabel>(*m_panel, u"handoverTold"_s)->text(), u"The disk is full."_s);
        QVERIFY(child<QPushButton>(*m_panel, u"handoverWrite"_s)->isEnabled());
    }

    void theKeyboardReachesEverythingAndOnlyThis()
    {
        m_panel->open();
        m_fake->answers.answer(0, fixtureHandover());
        QTRY_VERIFY(m_panel->isSettled());
        m_window->activateWindow();
        QTRY_VERIFY(m_panel->focusWidget() != nullptr && m_panel->focusWidget()->hasFocus());
        QSet<QString> met;
        for (int at = 0; at < 40; ++at) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QVERIFY(m_panel->isAncestorOf(QApplication::focusWidget()));
            met.insert(QApplication::focusWidget()->objectName());
        }
        for (const QString& name : {u"handoverSince"_s, u"handoverHours"_s, u"handoverPreview"_s, u"handoverPdf"_s,
                 u"handoverCsv"_s, u"handoverFolder"_s, u"handoverChoose"_s, u"handoverClose"_s, u"handoverWrite"_s})
            QVERIFY2(met.contains(name), qPrintable(name));
        QCOMPARE(widgetWithoutName(*m_panel), QString());
    }

    void filesHoldTheReportAndAreNeverOverwritten()
    {
        const QTemporaryDir folder;
        const QString place = folder.filePath(u"new/reports"_s);
        HandoverFiles files({QLocale(QLocale::German), QTimeZone("Europe/Berlin")});
        const QList<HandoverFormat> all{HandoverFormat::Pdf, HandoverFormat::Html, HandoverFormat::Csv};
        QStringList paths;
        for (int time = 0; time < 2; ++time) {
            const auto future = files.write(fixtureHandover(), all, place);
            QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 30'000);
            QVERIFY2(future.result(), future.result() ? "" : qPrintable(future.result().error().text));
            paths += future.result().value();
        }
        QCOMPARE(QDir(place).entryList(QDir::Files).size(), 6);
        QCOMPARE(QSet<QString>(paths.cbegin(), paths.cend()).size(), 6);
        const auto content = [](const QString& path) {
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        const QByteArray pdf = content(paths.at(0));
        QVERIFY(pdf.startsWith("%PDF") && pdf.size() > 20'000);
        QVERIFY(content(paths.at(1)).startsWith("<!DOCTYPE html>"));
        QVERIFY(content(paths.at(2)).startsWith("\xEF\xBB\xBF"));
        if (const QString kept = qEnvironmentVariable("SIGNALBOX_SHOTS"); !kept.isEmpty()) {
            for (qsizetype at = 0; at < 3; ++at)
                QFile::copy(paths.at(at), kept + u"/report."_s + QFileInfo(paths.at(at)).suffix());
        }
        QFile blocker(folder.filePath(u"file"_s));
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        const auto refused = files.write(fixtureHandover(), all, folder.filePath(u"file"_s));
        QTRY_VERIFY(refused.isFinished());
        QVERIFY(!refused.result());
    }

    void aPdfHasAsManyPagesAsItSays()
    {
        Handover h = fixtureHandover();
        const auto few = reportPdf(handoverReport(h, {QLocale::c()}));
        QVERIFY(few);
        while (h.notes.rows.size() < 300)
            h.notes.rows.append(h.notes.rows);
        const auto many = reportPdf(handoverReport(h, {QLocale::c()}));
        QVERIFY(many);
        const auto pages = [](const QByteArray& pdf) { return pdf.count("/Type /Page\n"); };
        QVERIFY2(pages(few.value()) >= 3, qPrintable(QString::number(pages(few.value()))));
        QVERIFY(pages(many.value()) > pages(few.value()) + 5);
    }

private:
    HandoverClock m_clock;
    Theme m_theme{Theme::Mode::Light};
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<FakeHandovers> m_fake;
    HandoverPanel* m_panel = nullptr;
};

SIGNALBOX_TEST(TestHandoverPanel)
#include "tst_handoverpanel.moc"
