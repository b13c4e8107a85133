// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exceptionfixtures.h"
#include "fakedelivery.h"
#include "fakeeditor.h"
#include "fakegroups.h"
#include "fakehandover.h"
#include "fakerunbooks.h"
#include "faketags.h"
#include "fakeviews.h"
#include "orderfixtures.h"
#include "tests/support/testprogram.h"
#include "widgets/common/filterbar.h"
#include "widgets/common/tableview.h"
#include "widgets/common/theme.h"
#include "widgets/handover/handoverpanel.h"
#include "widgets/health/healthview.h"
#include "widgets/health/setasideview.h"
#include "widgets/operations/operationsview.h"
#include "widgets/order/orderview.h"
#include "widgets/rules/rulesview.h"
#include "widgets/tags/tagline.h"
#include "widgets/tags/tagpanel.h"
#include "widgets/triage/differencepage.h"
#include "widgets/triage/exceptioninspector.h"
#include "widgets/triage/grouppane.h"
#include "widgets/triage/payloadeditor.h"
#include "widgets/triage/payloadeditortext.h"
#include "widgets/triage/replaypanel.h"
#include "widgets/triage/runbookpanel.h"
#include "widgets/triage/triageview.h"
#include "widgets/views/viewsbutton.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QTranslator>

#include <algorithm>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

class StillClock final : public Clock
{
public:
    QDateTime now() const override { return fixtureNow(); }
};

/// Makes every text about a third longer, as German is.
class LongWords final : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char*, const char* source, const char*, int) const override
    {
        QString text;
        const QString letters = QString::fromUtf8(source);
        for (const QChar letter : letters)
            text += u"aeiou"_s.contains(letter) ? QString(2, letter) : QString(letter);
        return text;
    }
};

QSize wantedSize(QSize usual)
{
    const QStringList size = qEnvironmentVariable("SIGNALBOX_SHOT_SIZE").split(u'x');
    return size.size() == 2 ? QSize(size.at(0).toInt(), size.at(1).toInt()) : usual;
}

int colorsOf(const QImage& image)
{
    QSet<QRgb> colors;
    for (int y = 0; y < image.height(); y += 2) {
        for (int x = 0; x < image.width(); x += 2)
            colors.insert(image.pixel(x, y));
    }
    return int(colors.size());
}

} // namespace

/// Every screen paints something of its own in both themes, at the smallest size that we support. With SIGNALBOX_SHOTS
/// set to a folder the pictures are kept there, to be looked at; SIGNALBOX_SHOT_SIZE ("1836x1000") makes them larger
/// and SIGNALBOX_SHOT_LANGUAGE ("de") gives them other words.
class TestScreens : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void paintsInBothThemes_data();
    void paintsInBothThemes();

private:
    std::unique_ptr<QWidget> makeOrder(const OrderDetail& detail, int tab, const Theme& theme);
    std::unique_ptr<QWidget> makeHealth(const Outcome<HealthSnapshot>& health, const Theme& theme);
    std::unique_ptr<QWidget> makeSetAside(const Theme& theme);
    std::unique_ptr<QWidget> makeRules(int tab, const Theme& theme);
    std::unique_ptr<QWidget> showGroups(std::unique_ptr<TriageView> view, const QString& name);
    std::unique_ptr<QWidget> makeTriage(const QString& name, const Theme& theme);
    std::unique_ptr<QWidget> makeReplay(const QString& name, const Theme& theme);
    std::unique_ptr<QWidget> makeQuestion(const QString& name, const Theme& theme);
    std::unique_ptr<QWidget> makeEditor(const QString& name, const Theme& theme);
    std::unique_ptr<QWidget> makeHandover(const QString& name, const Theme& theme);
    std::unique_ptr<QWidget> makePanel(const QString& name, const Theme& theme);
    std::unique_ptr<QWidget> makeOperations(const QList<Operation>& operations, const Theme& theme);
    std::unique_ptr<QWidget> makeScreen(const QString& name, const Theme& theme);

    StillClock m_clock;
    ScriptedFeed m_feed;
    FakeOrderDetails m_orders;
    FakeHealthFigures m_health;
    FakeRuleBook m_rules;
    FakeExceptions m_exceptions;
    FakeOperations m_operations;
    FakeGroups m_groups;
    FakePayloads m_payloads;
    FakeHandovers m_handovers;
    FakeRunbooks m_runbooks;
    FakeTags m_tags;
    FakeViews m_views;
};

std::unique_ptr<QWidget> TestScreens::makeOrder(const OrderDetail& detail, int tab, const Theme& theme)
{
    auto view = std::make_unique<OrderView>(m_orders, m_feed, m_clock, theme);
    QSignalSpy loaded(view.get(), &OrderView::loaded);
    view->resize(1224, 720);
    view->show();
    view->open(detail.order.id);
    m_orders.details.answer(m_orders.details.size() - 1, detail);
    if (loaded.isEmpty())
        loaded.wait();
    view->findChild<QTabWidget*>(u"orderTabs"_s)->setCurrentIndex(tab);
    return view;
}

std::unique_ptr<QWidget> TestScreens::makeHealth(const Outcome<HealthSnapshot>& health, const Theme& theme)
{
    auto view = std::make_unique<HealthView>(m_health, m_feed, m_clock, theme);
    QSignalSpy read(view.get(), &HealthView::snapshotRead);
    view->resize(1196, 728); // what a window of 1280x800 leaves
    view->show();
    m_health.answers.answer(m_health.answers.size() - 1, health);
    if (health && read.isEmpty())
        read.wait();
    return view;
}

std::unique_ptr<QWidget> TestScreens::makeSetAside(const Theme& theme)
{
    auto view = std::make_unique<SetAsideView>(m_health, m_feed, theme);
    view->resize(1224, 720);
    view->show();
    m_health.setAsidePages.answer(m_health.setAsidePages.size() - 1, setAsidePage(1000, 981));
    (void)QTest::qWaitFor([&view] { return view->isSettled(); });
    return view;
}

std::unique_ptr<QWidget> TestScreens::makeRules(int tab, const Theme& theme)
{
    auto view = std::make_unique<RulesView>(m_rules, m_feed, m_clock, theme);
    QSignalSpy read(view.get(), &RulesView::rulesRead);
    view->resize(1224, 720);
    view->show();
    m_rules.answers.answer(m_rules.answers.size() - 1, fixtureRules());
    if (read.isEmpty())
        read.wait();
    view->findChild<QTabWidget*>(u"rulesTabs"_s)->setCurrentIndex(tab);
    return view;
}

std::unique_ptr<QWidget> TestScreens::showGroups(std::unique_ptr<TriageView> view, const QString& name)
{
    const auto asked = m_groups.detailIds.size(); // by the screens before
    view->enableGroups(m_groups, m_groups);
    m_groups.pages.answer(m_groups.pages.size() - 1,
        GroupPage{name == u"groupsempty"_s ? QList<ExceptionGroup>() : fixtureGroups(), false, fixtureNow()});
    m_exceptions.counts.answer(m_exceptions.counts.size() - 1, fixtureQueues());
    if (name == u"groupsempty"_s)
        return view;
    if (!QTest::qWaitFor([&] { return m_groups.detailIds.size() > asked; }))
        return view;
    m_groups.details.answer(m_groups.details.size() - 1, fixtureGroupDetail(m_groups.detailIds.constLast()));
    (void)QTest::qWaitFor([&view] { return view->isSettled(); });
    view->focusList();
    if (name.startsWith(u"groupskey"_s))
        QTest::keyClick(view->groupPane()->table(), name.back().toLatin1());
    if (name == u"groupssorted"_s) {
        view->groupPane()->setOrder({ProblemSort::Count, false});
        QList<ExceptionGroup> groups = fixtureGroups();
        std::ranges::stable_sort(groups, std::ranges::greater(), &ExceptionGroup::count);
        m_groups.pages.answer(m_groups.pages.size() - 1, GroupPage{groups, false, fixtureNow()});
        (void)QTest::qWaitFor([&view] { return view->groupPane()->isSettled(); });
    }
    if (name == u"groupswrong"_s)
        view->filterBar()->setText(u"tax ownr:me value>=20"_s);
    if (name == u"groupsfilter"_s || name == u"groupsnothing"_s) {
        view->filterBar()->setText(u"error:\"tax code\" -state:waiting owner:me,none value>=20"_s);
        GroupPage page{name == u"groupsfilter"_s ? fixtureGroups().mid(0, 3) : QList<ExceptionGroup>(),
            name == u"groupsfilter"_s, fixtureNow()};
        for (ExceptionGroup& group : page.groups)
            group.atLeast = group.count > 100;
        m_groups.pages.answer(m_groups.pages.size() - 1, page);
        (void)QTest::qWaitFor([&view] { return view->groupPane()->isSettled(); });
    }
    return view;
}

std::unique_ptr<QWidget> TestScreens::makeTriage(const QString& name, const Theme& theme)
{
    auto view = std::make_unique<TriageView>(m_exceptions, m_operations, m_feed, m_clock, theme);
    view->setPayloadEditor(m_payloads);
    view->setRunbooks(m_runbooks);
    if (name != u"triageempty"_s) {
        auto* views = new ViewsButton(
            m_views, SavedView::Screen::Triage, [shown = view.get()] { return shown->shownView(); }, theme);
        view->setSavedViews(*views);
        const auto counted = m_exceptions.counted.size();
        views->refresh();
        m_views.lists.answer(m_views.lists.size() - 1, fixtureViews());
        (void)QTest::qWaitFor([&] { return m_exceptions.counted.size() > counted; });
        m_exceptions.viewCounts.answer(m_exceptions.viewCounts.size() - 1, CappedCount{10'000, true});
    }
    view->resize(wantedSize({1196, 720}));
    view->show();
    if (name.startsWith(u"groups"_s))
        return showGroups(std::move(view), name);
    Outcome<ExceptionPage> page = ExceptionPage();
    if (name == u"triagefailed"_s)
        page = Error{Failure::Connection, u"The server does not answer."_s, u"Check the network."_s, {}};
    else if (name != u"triageempty"_s)
        page = ExceptionPage{fixtureExceptions(), std::nullopt, fixtureNow()};
    m_exceptions.pages.answer(m_exceptions.pages.size() - 1, page);
    QList<QueueCount> counts = fixtureQueues();
    if (name == u"triageempty"_s) {
        for (QueueCount& count : counts)
            count.count = count.queue == ExceptionQueue::Resolved ? count.count : 0;
    }
    m_exceptions.counts.answer(m_exceptions.counts.size() - 1, counts);
    if (!page || page.value().exceptions.isEmpty())
        return view;
    const std::size_t asked = m_exceptions.details.size();
    const auto settle = [&view] { return QTest::qWaitFor([&view] { return view->model().hasAnswer(); }); };
    if (!settle())
        return view;
    view->table()->makeCurrent(1);
    if (!QTest::qWaitFor([&] { return m_exceptions.details.size() > asked; }))
        return view;
    m_exceptions.details.answer(m_exceptions.details.size() - 1, fixtureDetail(m_exceptions.detailIds.constLast()));
    (void)QTest::qWaitFor([&view] { return view->isSettled(); });
    if (name.back().isDigit())
        view->findChild<QTabWidget*>(u"exceptionTabs"_s)->setCurrentIndex(name.back().digitValue());
    if (name == u"triage4"_s) { // what is different
        m_payloads.answers.answer(m_payloads.answers.size() - 1, fixtureHints());
        (void)QTest::qWaitFor([&view] { return view->findChild<DifferencePage*>()->isSettled(); });
    }
    if (name == u"triagesorted"_s) {
        SavedView saved = view->shownView();
        saved.problemOrder = {ProblemSort::Due, true};
        view->showView(saved);
        m_exceptions.pages.answer(m_exceptions.pages.size() - 1, page);
        (void)QTest::qWaitFor([&view] { return !view->model().isLoading(); });
    }
    if (name.startsWith(u"triagekey"_s)) {
        view->focusList();
        QTest::keyClick(view->table(), name.back().toLatin1());
        if (auto* resolution = view->findChild<QComboBox*>(u"decisionResolution"_s)) // with the most to say
            resolution->setCurrentIndex(resolution->findData(QVariant::fromValue(Resolution::Compensated)));
    }
    return view;
}

std::unique_ptr<QWidget> TestScreens::makeQuestion(const QString& name, const Theme& theme)
{
    auto panel = std::make_unique<ReplayPanel>(m_operations, m_feed, theme);
    panel->resize(wantedSize({1196, 720}));
    panel->show();
    panel->plan(u"24 selected in \u201cOpen\u201d"_s, {1}, OperationKind::Verify);
    Operation plan = fixtureQuestion();
    plan.value = {{ReplayClass::Verify, {{2'345'900, u"EUR"_s}, {412'000, u"JPY"_s}}},
        {ReplayClass::NoLookup, {{48'950, u"EUR"_s}}}};
    m_operations.previews.answer(m_operations.previews.size() - 1, plan);
    (void)QTest::qWaitFor([&] { return panel->isSettled(); });
    QList<OperationItem> items = fixtureAskedItems();
    for (OperationItem& item : items)
        item.state = ItemState::Planned;
    m_operations.itemLists.answer(m_operations.itemLists.size() - 1, items);
    if (name == u"verifyplan"_s)
        return panel;
    panel->findChild<QPushButton*>(u"replayStart"_s)->click();
    m_operations.starts.answer(m_operations.starts.size() - 1, fixtureAsked());
    (void)QTest::qWaitFor([&] { return panel->isStarted(); });
    m_operations.looks.answer(m_operations.looks.size() - 1, fixtureAsked());
    m_operations.itemLists.answer(m_operations.itemLists.size() - 1, fixtureAskedItems());
    (void)QTest::qWaitFor([&] { return panel->isSettled(); });
    return panel;
}

std::unique_ptr<QWidget> TestScreens::makeReplay(const QString& name, const Theme& theme)
{
    auto panel = std::make_unique<ReplayPanel>(m_operations, m_feed, theme);
    panel->resize(wantedSize({1196, 720}));
    panel->show();
    panel->plan(u"24 selected in \u201cOpen\u201d"_s, {1});
    Operation plan = fixturePlan();
    plan.ramp = {1, 5, 25, 100};
    plan.stopShare = 20;
    plan.value = {{ReplayClass::Safe, {{2'345'900, u"EUR"_s}, {412'000, u"JPY"_s}}},
        {ReplayClass::Verify, {{48'950, u"EUR"_s}}}, {ReplayClass::WillFail, {{120'000, u"EUR"_s}}}};
    if (name == u"replayasking"_s || name == u"replaywaiting"_s)
        plan.limits = {{u"%"_s, u"money"_s, {}, 10, {{ReplayClass::Safe, 14}}},
            {u"%"_s, u"%"_s, u"EUR"_s, 1'000'000, {{ReplayClass::Safe, 2'345'900}}}};
    m_operations.previews.answer(m_operations.previews.size() - 1, plan);
    (void)QTest::qWaitFor([&] { return panel->isSettled(); });
    m_operations.itemLists.answer(m_operations.itemLists.size() - 1, fixturePlanItems());
    panel->findChild<QLineEdit*>(u"replayReason"_s)->setText(fixtureRunning().reason);
    if (name == u"replayplan"_s || name == u"replayasking"_s)
        return panel;
    Operation operation = fixtureRunning();
    operation.ramp = plan.ramp;
    operation.classes = {ReplayClass::Safe, ReplayClass::Verify};
    operation.limits = plan.limits;
    operation.stages = {{1, 1, 1, 0, 0, 0}, {2, 1, 1, 0, 0, 0}, {3, 10, 7, 2, 0, 1}};
    if (name == u"replaystopped"_s) {
        operation.state = OperationState::Stopped;
        operation.stop = OperationStop{u"Item 4711-XL is not known in company 0100"_s, 3, 12};
    } else if (name == u"replaywaiting"_s) {
        operation = plan;
        operation.state = OperationState::AwaitingApproval;
        operation.reason = fixtureRunning().reason;
        operation.classes = {ReplayClass::Safe, ReplayClass::Verify};
        operation.askedAt = fixtureNow().addSecs(-600);
        operation.approvalUntil = fixtureNow().addSecs(7 * 3600);
    }
    panel->findChild<QPushButton*>(u"replayStart"_s)->click();
    m_operations.starts.answer(m_operations.starts.size() - 1, operation);
    (void)QTest::qWaitFor([&] { return panel->isStarted(); });
    m_operations.looks.answer(m_operations.looks.size() - 1, operation);
    m_operations.itemLists.answer(
        m_operations.itemLists.size() - 1, name == u"replaywaiting"_s ? fixturePlanItems() : fixtureRunningItems());
    (void)QTest::qWaitFor([&] { return panel->isSettled(); });
    return panel;
}

std::unique_ptr<QWidget> TestScreens::makeEditor(const QString& name, const Theme& theme)
{
    auto panel = std::make_unique<PayloadEditorPanel>(m_payloads, theme);
    panel->resize(wantedSize({1196, 720}));
    panel->show();
    const bool many = name == u"editmany"_s;
    panel->open(many ? QList<qint64>{1, 2, 3} : QList<qint64>{1});
    m_payloads.messages.answer(m_payloads.messages.size() - 1, fixtureEditable(many ? 3 : 1));
    const auto settle = [&panel] { return QTest::qWaitFor([&panel] { return panel->isSettled(); }); };
    (void)settle();
    auto* text = panel->findChild<PayloadEditorText*>(u"editText"_s);
    QString json = text->json();
    json.replace(u"SKU-7\""_s, u"SKU-70\""_s).replace(u"\"taxCode\": null"_s, u"\"taxCode\": \"A1\""_s);
    if (name == u"editwrong"_s)
        json.replace(u"\"139.90\""_s, u"139.90"_s).replace(u"\"DE\""_s, u"\"AT\""_s);
    text->selectAll();
    text->insertPlainText(json);
    panel->findChild<QLineEdit*>(u"editReason"_s)->setText(u"SKU renamed, ticket MD-4711"_s);
    (void)settle();
    return panel;
}

std::unique_ptr<QWidget> TestScreens::makeHandover(const QString& name, const Theme& theme)
{
    auto window = std::make_unique<QWidget>();
    window->resize(wantedSize({1280, 800}));
    window->show();
    auto* panel = new HandoverPanel(m_handovers, m_handovers, m_clock, theme, window.get());
    panel->setLast(fixtureNow().addSecs(-9 * 3600));
    panel->setFolder(u"/home/anna/Documents"_s);
    panel->open();
    m_handovers.answers.answer(m_handovers.answers.size() - 1, fixtureHandover());
    (void)QTest::qWaitFor([panel] { return panel->isSettled(); });
    if (name == u"handoverwritten"_s) {
        panel->findChild<QPushButton*>(u"handoverWrite"_s)->click();
        m_handovers.paths.answer(m_handovers.paths.size() - 1,
            QStringList{u"/home/anna/Documents/handover-2026-11-20-1200-production.pdf"_s});
        (void)QTest::qWaitFor([panel] { return panel->isSettled(); });
    }
    return window;
}

std::unique_ptr<QWidget> TestScreens::makePanel(const QString& name, const Theme& theme)
{
    auto window = std::make_unique<QWidget>();
    window->setAutoFillBackground(true);
    window->setBackgroundRole(QPalette::Base);
    window->resize(wantedSize({1196, 720}));
    window->show();
    if (name == u"runbookedit"_s) {
        (new RunbookPanel(m_runbooks, theme, window.get()))->edit(fixtureRunbook(), u"f1"_s);
        return window;
    }
    auto* panel = new TagPanel(m_tags, theme, window.get());
    panel->ask({1, 2, 3}, u"3 orders"_s);
    m_tags.used.answer(m_tags.used.size() - 1, QStringList{u"b2b"_s, u"test"_s, u"vip"_s});
    m_tags.tags.answer(m_tags.tags.size() - 1,
        QHash<qint64, QStringList>{{1, {u"christmas-2026"_s, u"vip"_s}}, {2, {u"christmas-2026"_s, u"test"_s}},
            {3, {u"christmas-2026"_s, u"to-be-looked-at-by-the-erp-team"_s}}});
    (void)QTest::qWaitFor([panel] { return panel->isSettled(); });
    QTest::keyClicks(panel->findChild<TagLine*>(), u"b2b,-test,"_s);
    QTest::keyClicks(panel->findChild<TagLine*>(), u"a*b,"_s);
    return window;
}

std::unique_ptr<QWidget> TestScreens::makeOperations(const QList<Operation>& operations, const Theme& theme)
{
    auto view = std::make_unique<OperationsView>(m_operations, m_feed, m_clock, theme);
    view->resize(wantedSize({1196, 720}));
    view->show();
    m_operations.lists.answer(m_operations.lists.size() - 1, operations);
    (void)QTest::qWaitFor([&] { return view->isSettled(); });
    return view;
}

std::unique_ptr<QWidget> TestScreens::makeScreen(const QString& name, const Theme& theme)
{
    const int tab = name.back().digitValue();
    if (name.startsWith(u"stuck"_s))
        return makeOrder(stuckOrder(), tab, theme);
    if (name.startsWith(u"late"_s))
        return makeOrder(lateDelivery(), tab, theme);
    if (name.startsWith(u"returned"_s))
        return makeOrder(returnedOrder(), tab, theme);
    if (name.startsWith(u"rules"_s))
        return makeRules(tab, theme);
    if (name.startsWith(u"triage"_s) || name.startsWith(u"groups"_s))
        return makeTriage(name, theme);
    if (name == u"tags"_s || name == u"runbookedit"_s)
        return makePanel(name, theme);
    if (name.startsWith(u"edit"_s))
        return makeEditor(name, theme);
    if (name.startsWith(u"handover"_s))
        return makeHandover(name, theme);
    if (name.startsWith(u"verify"_s))
        return makeQuestion(name, theme);
    if (name.startsWith(u"replay"_s))
        return makeReplay(name, theme);
    if (name.startsWith(u"operations"_s))
        return makeOperations(name == u"operations"_s ? fixtureOperations() : QList<Operation>(), theme);
    if (name == u"setaside"_s)
        return makeSetAside(theme);
    if (name == u"healthfailed"_s)
        return makeHealth(
            Error{Failure::Connection, u"The server does not answer."_s, u"Check the network."_s, {}}, theme);
    HealthSnapshot health = busyHealth();
    if (name == u"healthmany"_s) {
        const QList<StepBreaches> some = health.steps;
        for (const ProcessStep& step : fixtureProcess(u"ship_to_home"_s).steps + fixtureProcess(u"return"_s).steps) {
            const auto same = [&step](const StepBreaches& other) { return other.step == step.step; };
            if (health.steps.size() < 20 && std::none_of(some.begin(), some.end(), same))
                health.steps.append({step.step, step.system, some.at(health.steps.size() % some.size()).byAge, 1});
        }
    } else if (name != u"health"_s) {
        health = {};
        health.asOf = fixtureNow();
    }
    return makeHealth(health, theme);
}

void TestScreens::paintsInBothThemes_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<bool>("longWords");
    for (const char* name :
        {"stuck0", "stuck1", "stuck2", "stuck3", "stuck4", "late0", "late4", "returned0", "health", "healthempty",
            "healthmany", "healthfailed", "setaside", "rules0", "rules1", "rules2", "triage0", "triage1", "triage3",
            "triage4", "edit", "editwrong", "editmany", "triagekeyE", "triagekeyH", "groups", "groupskeyE",
            "groupskey3", "groupsempty", "groupsfilter", "groupswrong", "groupsnothing", "groupssorted", "triagesorted",
            "triageempty", "triagefailed", "replayplan", "replayasking", "verifyplan", "verifyrunning", "replayrunning",
            "replaystopped", "replaywaiting", "operations", "handover", "handoverwritten", "tags", "runbookedit"}) {
        for (const bool dark : {false, true})
            QTest::addRow("%s-%s", name, dark ? "dark" : "light") << QString::fromLatin1(name) << dark << false;
        QTest::addRow("%s-long", name) << QString::fromLatin1(name) << false << true;
    }
}

void TestScreens::paintsInBothThemes()
{
    QFETCH(const QString, name);
    QFETCH(const bool, dark);
    QFETCH(const bool, longWords);
    LongWords translator;
    if (longWords)
        QCoreApplication::installTranslator(&translator); // goes with its destructor
    QTranslator words;
    if (const QString language = qEnvironmentVariable("SIGNALBOX_SHOT_LANGUAGE"); !language.isEmpty()) {
        QVERIFY(words.load(u":/i18n/signalbox_%1.qm"_s.arg(language)));
        QLocale::setDefault(QLocale(language));
        QCoreApplication::installTranslator(&words);
    }
    Theme theme(dark ? Theme::Mode::Dark : Theme::Mode::Light);
    theme.attach(*qApp);
    const auto screen = makeScreen(name, theme);
    QVERIFY(QTest::qWaitForWindowExposed(screen.get()));
    QImage image;
    QTRY_VERIFY(std::exchange(image, screen->grab().toImage()) == image && colorsOf(image) > 24); // drawn to its end
    const QColor corner = image.pixelColor(2, image.height() - 3);
    QCOMPARE(corner.lightness() < 128, dark);
    if (const QString folder = qEnvironmentVariable("SIGNALBOX_SHOTS"); !folder.isEmpty()) {
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(image.save(folder + u'/' + QString::fromLatin1(QTest::currentDataTag()) + u".png"_s));
    }
}

SIGNALBOX_TEST(TestScreens)
#include "tst_screens.moc"
