// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/itemroles.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testprogram.h"
#include "viewsupport.h"
#include "widgets/common/banner.h"
#include "widgets/common/chip.h"
#include "widgets/common/completionpopup.h"
#include "widgets/common/countbutton.h"
#include "widgets/common/filterbar.h"
#include "widgets/common/filteredit.h"
#include "widgets/common/linetexts.h"
#include "widgets/common/messagepanel.h"
#include "widgets/common/tableview.h"
#include "widgets/common/tabularfigures.h"
#include "widgets/common/theme.h"
#include "widgets/common/viewstates.h"
#include "widgets/orders/pastedids.h"

#include <QClipboard>
#include <QDir>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QMetaEnum>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;

namespace {

constexpr double readable = 4.5;

QDateTime noon()
{
    return {QDate(2026, 11, 20), QTime(12, 0), Qt::UTC};
}

/// Three columns: a number, a channel that can be filtered by, a figure.
void fill(QStandardItemModel& model, int rows)
{
    model.setColumnCount(3);
    model.setHorizontalHeaderLabels({u"Order"_s, u"Channel"_s, u"Total"_s});
    for (int row = 0; row < rows; ++row) {
        QList<QStandardItem*> items = {new QStandardItem(QString::number(100 + row)),
            new QStandardItem(row % 2 ? u"pos"_s : u"web"_s), new QStandardItem(QString::number(row * 10))};
        for (QStandardItem* item : items)
            item->setData(100 + row, ItemRoles::IdRole);
        items.at(1)->setData(QString(u"channel:"_s + items.at(1)->text()), ItemRoles::FilterRole);
        model.appendRow(items);
    }
}

} // namespace

class tst_Common : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTokenHasBothColours();
    void textIsReadable_data();
    void textIsReadable();
    void everyStateHasItsOwnLook_data();
    void everyStateHasItsOwnLook();
    void everyIconCanBeDrawn();
    void switchingTheThemeTellsEverybody();
    void chipSaysItsWordsToScreenReaders();
    void figuresLineUp();
    void linesLookAsPainterDrawsThem_data();
    void linesLookAsPainterDrawsThem();
    void tableMovesByLetters();
    void tableOpensCopiesAndFilters();
    void tableKeepsColumns();
    void tableRefusesColumnsOfAnotherSet();
    void lastColumnCannotBeHidden();
    void statesShowReasonAndRetry();
    void bannerHidesWithoutText();
    void filterSpeaksOnceAfterAPause();
    void filterMarksAMistakeAndTakesTheSuggestion();
    void filterCompletesByKeyboard();
    void quickFiltersToggleAndShowCounts();
    void togglingATermKeepsTheRest_data();
    void togglingATermKeepsTheRest();
    void pastedIdsBecomeAFilter_data();
    void pastedIdsBecomeAFilter();
    void everyWidgetHasAnAccessibleName();
};

void tst_Common::everyTokenHasBothColours()
{
    QFile file(u":/themes/tokens.json"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject colors = QJsonDocument::fromJson(file.readAll()).object().value(u"colors"_s).toObject();
    const auto ids = QMetaEnum::fromType<ColorId>();
    QCOMPARE(colors.size(), ids.keyCount());
    for (int at = 0; at < ids.keyCount(); ++at) {
        QString name = QString::fromLatin1(ids.key(at));
        name[0] = name.at(0).toLower();
        for (const QString& mode : {u"light"_s, u"dark"_s})
            QVERIFY2(QColor::isValidColor(colors.value(name).toObject().value(mode).toString()), qPrintable(name));
    }
}

void tst_Common::textIsReadable_data()
{
    QTest::addColumn<Theme::Mode>("mode");
    QTest::newRow("light") << Theme::Mode::Light;
    QTest::newRow("dark") << Theme::Mode::Dark;
}

void tst_Common::textIsReadable()
{
    QFETCH(const Theme::Mode, mode);
    const Theme theme(mode);
    const auto check = [&theme](ColorId ink, ColorId ground) {
        const double contrast = contrastRatio(theme.color(ink), theme.color(ground));
        QVERIFY2(contrast >= readable, qPrintable(u"%1 on %2: %3"_s.arg(int(ink)).arg(int(ground)).arg(contrast)));
    };
    for (const ColorId ink : {ColorId::Text, ColorId::TextSecondary, ColorId::TextMuted}) {
        for (const ColorId ground : {ColorId::Window, ColorId::Surface, ColorId::SurfaceRaised, ColorId::SurfaceHover,
                 ColorId::Rail, ColorId::Selection, ColorId::SelectionInactive})
            check(ink, ground);
    }
    check(ColorId::AccentText, ColorId::Accent);
    check(ColorId::AccentText, ColorId::AccentHover);
    for (const ColorId ground :
        {ColorId::Production, ColorId::Staging, ColorId::Test, ColorId::Demo, ColorId::OtherEnvironment})
        check(ColorId::EnvironmentText, ground);
    const auto tones = QMetaEnum::fromType<Tone>();
    for (int at = 0; at < tones.keyCount(); ++at) {
        const ToneColors colors = theme.tone(Tone(tones.value(at)));
        for (const QColor& ground : {colors.fill, theme.color(ColorId::Surface), theme.color(ColorId::Selection),
                 theme.color(ColorId::SurfaceHover)})
            QVERIFY2(contrastRatio(colors.text, ground) >= readable, tones.key(at));
    }
}

void tst_Common::everyStateHasItsOwnLook_data()
{
    QTest::addColumn<QList<QVariant>>("states");
    const auto add = [](const char* name, const QMetaEnum& values, QMetaType type) {
        QList<QVariant> states;
        for (int at = 0; at < values.keyCount(); ++at) {
            const int value = values.value(at);
            states.append(QVariant(type, &value));
        }
        QTest::newRow(name) << states;
    };
    add("sync", QMetaEnum::fromType<SyncState>(), QMetaType::fromType<SyncState>());
    add("fulfilment", QMetaEnum::fromType<FulfilmentState>(), QMetaType::fromType<FulfilmentState>());
    add("money", QMetaEnum::fromType<MoneyState>(), QMetaType::fromType<MoneyState>());
    add("target", QMetaEnum::fromType<TargetState>(), QMetaType::fromType<TargetState>());
    add("milestone", QMetaEnum::fromType<MilestoneState>(), QMetaType::fromType<MilestoneState>());
}

void tst_Common::everyStateHasItsOwnLook()
{
    QFETCH(const QList<QVariant>, states);
    QStringList bad;
    for (const QVariant& state : states) {
        const ChipLook look = chipLook(state);
        QVERIFY2(!look.icon.isEmpty(), "colour alone says nothing");
        QVERIFY2(QFile::exists(u":/icons/"_s + look.icon + u".svg"_s), qPrintable(look.icon));
        if (look.tone == Tone::Bad)
            bad.append(look.icon);
    }
    QCOMPARE(bad.size(), states.constFirst().metaType() == QMetaType::fromType<Tone>() ? 0 : 1);
    QCOMPARE(chipLook(QVariant(7)), ChipLook());
}

void tst_Common::everyIconCanBeDrawn()
{
    const Theme theme;
    const QStringList files = QDir(u":/icons"_s).entryList();
    QVERIFY(files.size() > 30);
    for (const QString& file : files) {
        const QImage image = theme.pixmap(file.chopped(4), Qt::black, 20, 2.0).toImage();
        QCOMPARE(image.size(), QSize(40, 40));
        bool ink = false;
        for (int y = 0; y < image.height() && !ink; ++y) {
            for (int x = 0; x < image.width() && !ink; ++x)
                ink = qAlpha(image.pixel(x, y)) > 200;
        }
        QVERIFY2(ink, qPrintable(file));
    }
}

void tst_Common::switchingTheThemeTellsEverybody()
{
    Theme theme(Theme::Mode::Light);
    QSignalSpy changed(&theme, &Theme::changed);
    const QColor before = theme.color(ColorId::Surface);
    theme.setMode(Theme::Mode::Dark);
    QCOMPARE(changed.size(), 1);
    QVERIFY(theme.isDark());
    QVERIFY(theme.color(ColorId::Surface).lightness() < before.lightness());
    QCOMPARE(theme.palette().color(QPalette::Base), theme.color(ColorId::Surface));
}

void tst_Common::chipSaysItsWordsToScreenReaders()
{
    const Theme theme;
    Chip chip(theme);
    chip.setState(u"Target"_s, chipLook(TargetState::Breached), u"Overdue"_s);
    QCOMPARE(chip.accessibleName(), u"Target: Overdue"_s);
    const int wide = chip.sizeHint().width();
    chip.setState({}, chipLook(TargetState::Breached), u"Overdue"_s);
    QCOMPARE(chip.accessibleName(), u"Overdue"_s);
    QVERIFY(chip.sizeHint().width() < wide);
}

void tst_Common::figuresLineUp()
{
    const QFontMetrics metrics(Theme().font(FontRole::Body));
    QCOMPARE(tabularWidth(metrics, u"1111.11"_s), tabularWidth(metrics, u"8888.88"_s));
    QVERIFY(tabularWidth(metrics, u"10"_s) < tabularWidth(metrics, u"100"_s));
    // letters that join are left alone
    const QString arabic = QString::fromUtf8("\xd8\xaf\xd9\x8a\xd9\x86");
    QCOMPARE(tabularWidth(metrics, arabic), metrics.horizontalAdvance(arabic));
}

void tst_Common::linesLookAsPainterDrawsThem_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("alignment");
    QTest::newRow("at the start") << u"Awaiting stock"_s << int(Qt::AlignLeft | Qt::AlignVCenter);
    QTest::newRow("at the end") << u"1,204.50 EUR"_s << int(Qt::AlignRight | Qt::AlignVCenter);
    QTest::newRow("too long") << u"Reservation in the warehouse system is not confirmed"_s
                              << int(Qt::AlignLeft | Qt::AlignVCenter);
    QTest::newRow("markup is text") << u"<b>A&amp;B</b>"_s << int(Qt::AlignLeft | Qt::AlignVCenter);
    QTest::newRow("joining letters") << QString::fromUtf8("\xd8\xaf\xd9\x8a\xd9\x86")
                                     << int(Qt::AlignRight | Qt::AlignVCenter);
}

void tst_Common::linesLookAsPainterDrawsThem()
{
    QFETCH(QString, text);
    QFETCH(int, alignment);
    const Theme theme;
    const QRect area(8, 0, 150, 29);
    const auto draw = [&](const std::function<void(QPainter&)>& how) {
        QImage image(170, 30, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setFont(theme.font(FontRole::Body));
        how(painter);
        return image;
    };
    const QImage expected = draw([&](QPainter& painter) {
        painter.drawText(area, alignment | Qt::TextSingleLine,
            painter.fontMetrics().elidedText(text, Qt::ElideRight, area.width() + 1));
    });
    const auto ink = [](const QImage& image) {
        QRect all;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (qGray(image.pixel(x, y)) < 128)
                    all |= QRect(x, y, 1, 1);
            }
        }
        return all;
    };
    for (int again = 0; again < 2; ++again) { // laid out, and from what was laid out
        const QImage drawn
            = draw([&](QPainter& painter) { drawLine(painter, theme.lines(), area, text, Qt::Alignment(alignment)); });
        if (alignment & Qt::AlignLeft)
            QCOMPARE(drawn, expected);
        // at the end, letters may be a quarter of a pixel apart, which shows at an edge
        QVERIFY(ink(expected).adjusted(-1, 0, 1, 0).contains(ink(drawn)));
        QVERIFY(ink(drawn).adjusted(-1, 0, 1, 0).contains(ink(expected)));
    }
}

void tst_Common::tableMovesByLetters()
{
    const Theme theme;
    QStandardItemModel model;
    fill(model, 50);
    TableView table(theme);
    table.setModel(&model);
    table.resize(400, 300);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    QTest::keyClick(&table, Qt::Key_J);
    QCOMPARE(table.currentIndex().row(), 0);
    QTest::keyClick(&table, Qt::Key_J);
    QTest::keyClick(&table, Qt::Key_J);
    QCOMPARE(table.currentIndex().row(), 2);
    QCOMPARE(table.currentId().toInt(), 102);
    QTest::keyClick(&table, Qt::Key_K);
    QCOMPARE(table.currentIndex().row(), 1);
    QTest::keyClick(&table, Qt::Key_J, Qt::ShiftModifier);
    QTest::keyClick(&table, Qt::Key_J, Qt::ShiftModifier);
    QCOMPARE(table.selectionModel()->selectedRows().size(), 3);
    QTest::keyClick(&table, Qt::Key_J);
    QCOMPARE(table.selectionModel()->selectedRows().size(), 1);
    for (int at = 0; at < 100; ++at)
        QTest::keyClick(&table, Qt::Key_J);
    QCOMPARE(table.currentIndex().row(), 49);
    QVERIFY(table.visualRect(table.currentIndex()).bottom() <= table.viewport()->height());
    QVERIFY(table.visibleRows().first > 30);
    QTest::keyClicks(&table, u"w"_s); // a letter is a command or nothing, never a search
    QCOMPARE(table.currentIndex().row(), 49);
}

void tst_Common::tableOpensCopiesAndFilters()
{
    const Theme theme;
    QStandardItemModel model;
    fill(model, 5);
    TableView table(theme);
    table.setModel(&model);
    table.resize(500, 300);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    QSignalSpy opened(&table, &TableView::rowActivated);
    QSignalSpy back(&table, &TableView::backRequested);
    QSignalSpy filter(&table, &TableView::filterRequested);
    QSignalSpy slash(&table, &TableView::filterFocusRequested);
    table.setCurrentIndex(model.index(3, 1));
    QTest::keyClick(&table, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.at(0).at(0).toModelIndex().row(), 3);
    QTest::keyClick(&table, Qt::Key_F);
    QCOMPARE(filter.size(), 1);
    QCOMPARE(filter.at(0).at(0).toString(), u"channel:pos"_s);
    table.setCurrentIndex(model.index(3, 2));
    QTest::keyClick(&table, Qt::Key_F); // nothing to filter by
    QCOMPARE(filter.size(), 1);
    QTest::keyClick(&table, Qt::Key_Y);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"103"_s);
    table.setColumnHidden(1, true);
    table.selectRow(1);
    QTest::keyClick(&table, Qt::Key_J, Qt::ShiftModifier);
    QTest::keySequence(&table, QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"101\t10\n102\t20"_s);
    QTest::keyClick(&table, Qt::Key_Escape);
    QTest::keyClick(&table, Qt::Key_Slash, Qt::ShiftModifier);
    QCOMPARE(back.size(), 1);
    QCOMPARE(slash.size(), 1);
    const QPoint at = table.visualRect(model.index(0, 0)).center();
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(table.viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(opened.size(), 2);
}

void tst_Common::tableKeepsColumns()
{
    const Theme theme;
    QStandardItemModel model;
    fill(model, 2);
    TableView first(theme);
    first.setModel(&model);
    first.setDefaultColumns({80, 90, 100}, {2}, 3);
    QVERIFY(first.isColumnHidden(2));
    first.setColumnHidden(2, false);
    first.setColumnWidth(2, 133);
    first.setColumnHidden(0, true);
    first.horizontalHeader()->moveSection(2, 0);
    const QByteArray state = first.saveColumns();

    TableView second(theme);
    second.setModel(&model);
    second.setDefaultColumns({80, 90, 100}, {2}, 3);
    QVERIFY(second.restoreColumns(state));
    QVERIFY(second.isColumnHidden(0));
    QVERIFY(!second.isColumnHidden(2));
    QCOMPARE(second.columnWidth(2), 133);
    QCOMPARE(second.horizontalHeader()->visualIndex(2), 0);
    second.resetColumns();
    QCOMPARE(second.horizontalHeader()->visualIndex(2), 2);
    QVERIFY(!second.isColumnHidden(0));
    QVERIFY(second.isColumnHidden(2));
    QCOMPARE(second.columnWidth(0), 80);
}

void tst_Common::tableRefusesColumnsOfAnotherSet()
{
    const Theme theme;
    QStandardItemModel model;
    fill(model, 2);
    TableView table(theme);
    table.setModel(&model);
    table.setDefaultColumns({80, 90, 100}, {}, 1);
    const QByteArray old = table.saveColumns();
    table.setDefaultColumns({80, 90, 100}, {}, 2);
    QVERIFY(!table.restoreColumns(old));
    QVERIFY(!table.restoreColumns({}));
    QVERIFY(!table.restoreColumns("nonsense that is longer than a header"));
    QVERIFY(!table.restoreColumns(table.saveColumns().chopped(3)));
}

void tst_Common::lastColumnCannotBeHidden()
{
    const Theme theme;
    QStandardItemModel model;
    fill(model, 2);
    TableView table(theme);
    table.setModel(&model);
    table.setDefaultColumns({80, 90, 100}, {1}, 1);
    const std::unique_ptr<QMenu> menu(table.columnsMenu(nullptr));
    menu->actions().at(0)->trigger();
    QVERIFY(table.isColumnHidden(0));
    const std::unique_ptr<QMenu> again(table.columnsMenu(nullptr));
    QVERIFY(again->actions().at(0)->isEnabled());
    QVERIFY(!again->actions().at(2)->isEnabled());
    again->actions().at(1)->trigger();
    QVERIFY(!table.isColumnHidden(1));
    QVERIFY(table.columnWidth(1) >= 44);
}

void tst_Common::statesShowReasonAndRetry()
{
    const Theme theme;
    ViewStates states(theme, new QWidget);
    states.resize(600, 400);
    states.show();
    QSignalSpy retry(&states, &ViewStates::retryRequested);
    QSignalSpy clear(&states, &ViewStates::emptyActionRequested);
    QCOMPARE(states.state(), ViewStates::State::Loading);
    states.showFailed({Failure::Connection, u"The server is gone."_s, u"Start it."_s, {}});
    QCOMPARE(child<QLabel>(states, u"messageText"_s)->text(), u"The server is gone."_s);
    QCOMPARE(child<QLabel>(states, u"messageHint"_s)->text(), u"Start it."_s);
    auto* button = child<QPushButton>(states, u"messageAction"_s);
    QVERIFY(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(retry.size(), 1);
    states.showEmpty(u"orders"_s, u"None"_s, u"Nothing here."_s);
    QVERIFY(!button->isVisible());
    states.showEmpty(u"orders"_s, u"None"_s, u"Nothing here."_s, u"Clear"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(clear.size(), 1);
    QCOMPARE(retry.size(), 1);
    states.showContent();
    QCOMPARE(states.state(), ViewStates::State::Content);
    // long reasons are read whole
    states.showFailed(
        {Failure::Other, u"A reason that needs more than one line, since it names many things "_s.repeated(4), {}, {}});
    QTRY_VERIFY(child<QLabel>(states, u"messageText"_s)->height() > 40);
}

void tst_Common::bannerHidesWithoutText()
{
    const Theme theme;
    QWidget window;
    Banner banner(theme, &window);
    window.show();
    QVERIFY(!banner.isVisible());
    banner.setMessage(Tone::Bad, u"disconnected"_s, u"Lost"_s, u"Try now"_s);
    QVERIFY(banner.isVisible());
    QSignalSpy action(&banner, &Banner::actionRequested);
    QTest::mouseClick(child<QPushButton>(banner, u"bannerAction"_s), Qt::LeftButton);
    QCOMPARE(action.size(), 1);
    banner.clear();
    QVERIFY(!banner.isVisible());
}

void tst_Common::filterSpeaksOnceAfterAPause()
{
    const Theme theme;
    const FakeClock clock(noon());
    FilterBar bar(theme, clock);
    bar.resize(900, 120);
    bar.show();
    QSignalSpy said(&bar, &FilterBar::filterChanged);
    auto* line = child<FilterEdit>(bar, u"filter"_s);
    QTest::keyClicks(line, u"channel:pos "_s);
    QCOMPARE(said.size(), 0);
    QTRY_COMPARE(said.size(), 1);
    QVERIFY(child<QLabel>(bar, u"filterWords"_s)->text().contains(u"pos"_s));
    QTest::keyClicks(line, u" "_s); // the same filter: nothing new to say
    QVERIFY(!bar.isSettled());
    QTRY_VERIFY(bar.isSettled());
    QCOMPARE(said.size(), 1);
    QSignalSpy left(&bar, &FilterBar::left);
    line->popup()->hide();
    QTest::keyClicks(line, u"sync:failed"_s);
    line->popup()->hide();
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(said.size(), 2); // Enter does not wait
    QCOMPARE(left.size(), 1);
}

void tst_Common::filterMarksAMistakeAndTakesTheSuggestion()
{
    const Theme theme;
    const FakeClock clock(noon());
    FilterBar bar(theme, clock);
    bar.resize(900, 120);
    bar.show();
    QSignalSpy said(&bar, &FilterBar::filterChanged);
    bar.setText(u"chanel:pos"_s);
    QCOMPARE(said.size(), 0);
    QVERIFY(bar.parsed().mistake);
    QCOMPARE(child<QLabel>(bar, u"filterWords"_s)->text(), bar.parsed().mistake->text);
    auto* suggestion = child<QPushButton>(bar, u"filterSuggestion"_s);
    QVERIFY(suggestion->isVisible());
    // the mark below the text is there, and goes with the mistake
    auto* line = child<FilterEdit>(bar, u"filter"_s);
    const QImage marked = line->grab().toImage();
    QTest::mouseClick(suggestion, Qt::LeftButton);
    QCOMPARE(bar.text(), u"channel:pos"_s);
    QCOMPARE(said.size(), 1);
    QVERIFY(!suggestion->isVisible());
    line->setText(u"chanel:pos"_s);
    line->setMistake(std::nullopt);
    QVERIFY(line->grab().toImage() != marked);
}

void tst_Common::filterCompletesByKeyboard()
{
    const Theme theme;
    const FakeClock clock(noon());
    FilterBar bar(theme, clock);
    bar.setLiveValues({{u"channel"_s, {u"pos"_s, u"shop-de"_s}}});
    bar.resize(900, 120);
    bar.show();
    QVERIFY(QTest::qWaitForWindowExposed(&bar));
    auto* line = child<FilterEdit>(bar, u"filter"_s);
    line->setFocus();
    QTest::keyClicks(line, u"chan"_s);
    QTRY_VERIFY(line->popup()->isVisible());
    QTest::keyClick(line, Qt::Key_Tab);
    QCOMPARE(line->text(), u"channel:"_s);
    QVERIFY(line->hasFocus());
    QTRY_VERIFY(line->popup()->isVisible()); // the values come at once
    QTest::keyClicks(line, u"sh"_s);
    QTest::keyClick(line, Qt::Key_Down);
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(line->text().trimmed(), u"channel:shop-de"_s);
    QTest::keyClick(line, Qt::Key_Space, Qt::ControlModifier);
    if (line->popup()->isVisible()) {
        QSignalSpy left(line, &FilterEdit::left);
        QTest::keyClick(line, Qt::Key_Escape);
        QVERIFY(!line->popup()->isVisible());
        QCOMPARE(left.size(), 0);
        QTest::keyClick(line, Qt::Key_Escape);
        QCOMPARE(left.size(), 1);
    }
}

void tst_Common::quickFiltersToggleAndShowCounts()
{
    const Theme theme;
    const FakeClock clock(noon());
    FilterBar bar(theme, clock);
    bar.resize(1100, 120);
    bar.show();
    HealthSnapshot health;
    health.breachedOrders = 12;
    health.failedOrders = 3;
    health.backlogs[std::size_t(Backlog::Refund)].orders = 7;
    bar.setCounts(health);
    auto* breached = child<CountButton>(bar, u"quickBreached"_s);
    QCOMPARE(breached->count(), std::optional<qint64>(12));
    QCOMPARE(child<CountButton>(bar, u"quickRefund"_s)->count(), std::optional<qint64>(7));
    QVERIFY(breached->accessibleName().contains(u"12"_s));

    bar.setText(u"channel:pos"_s);
    QTest::mouseClick(breached, Qt::LeftButton);
    QCOMPARE(bar.text(), u"channel:pos target:breached"_s);
    QVERIFY(breached->isChecked());
    QTest::mouseClick(child<CountButton>(bar, u"quickFailed"_s), Qt::LeftButton);
    QCOMPARE(bar.text(), u"channel:pos state:failed"_s);
    QVERIFY(!breached->isChecked());
    child<CountButton>(bar, u"quickFailed"_s)->setFocus();
    QTest::keyClick(child<CountButton>(bar, u"quickFailed"_s), Qt::Key_Space);
    QCOMPARE(bar.text(), u"channel:pos"_s);
    for (const CountButton* button : bar.findChildren<CountButton*>())
        QVERIFY(!button->accessibleDescription().isEmpty());
}

void tst_Common::togglingATermKeepsTheRest_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("alone") << QString() << u"sync:failed"_s;
    QTest::newRow("beside") << u"channel:pos"_s << u"channel:pos sync:failed"_s;
    QTest::newRow("out again") << u"sync:failed channel:pos"_s << u"channel:pos"_s;
    QTest::newRow("quotes") << u"customer:\"a b\""_s << u"customer:\"a b\" sync:failed"_s;
    QTest::newRow("or") << u"channel:pos OR channel:web"_s << u"(channel:pos OR channel:web) sync:failed"_s;
    QTest::newRow("group") << u"(channel:pos OR sync:failed)"_s << u"(channel:pos OR sync:failed) sync:failed"_s;
}

void tst_Common::togglingATermKeepsTheRest()
{
    QFETCH(const QString, before);
    QFETCH(const QString, after);
    const Theme theme;
    const FakeClock clock(noon());
    FilterBar bar(theme, clock);
    bar.setText(before);
    bar.toggleTerm(u"sync:failed"_s);
    QCOMPARE(bar.text(), after);
    QVERIFY(!bar.parsed().mistake);
}

void tst_Common::pastedIdsBecomeAFilter_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("filter");
    QTest::newRow("lines") << u"10412\n10413\r\n10414\n"_s << u"order:10412,10413,10414"_s;
    QTest::newRow("mixed") << u" #10412; \"DE-7\", 10412\t'8'"_s << u"order:10412,DE-7,8"_s;
    QTest::newRow("nothing") << u" \n ; "_s << QString();
}

void tst_Common::pastedIdsBecomeAFilter()
{
    QFETCH(const QString, text);
    QFETCH(const QString, filter);
    QCOMPARE(filterOfPastedIds(text), filter);
    QVERIFY(!parseFilter(filter, noon(), QTimeZone::utc()).mistake);
}

void tst_Common::everyWidgetHasAnAccessibleName()
{
    const Theme theme;
    const FakeClock clock(noon());
    FilterBar bar(theme, clock);
    bar.show();
    QCOMPARE(widgetWithoutName(bar), QString());
}

SIGNALBOX_TEST(tst_Common)
#include "tst_common.moc"
