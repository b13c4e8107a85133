// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakesources.h"
#include "orderfixtures.h"
#include "tests/support/testprogram.h"
#include "widgets/common/theme.h"
#include "widgets/health/healthview.h"
#include "widgets/order/orderview.h"
#include "widgets/rules/rulesview.h"

#include <QDir>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QTranslator>

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
/// set to a folder the pictures are kept there, to be looked at.
class TestScreens : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void paintsInBothThemes_data();
    void paintsInBothThemes();

private:
    std::unique_ptr<QWidget> makeOrder(const OrderDetail& detail, int tab, const Theme& theme);
    std::unique_ptr<QWidget> makeHealth(const Outcome<HealthSnapshot>& health, const Theme& theme);
    std::unique_ptr<QWidget> makeRules(int tab, const Theme& theme);
    std::unique_ptr<QWidget> makeScreen(const QString& name, const Theme& theme);

    StillClock m_clock;
    ScriptedFeed m_feed;
    FakeOrderDetails m_orders;
    FakeHealthFigures m_health;
    FakeRuleBook m_rules;
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
    view->resize(1224, 1000);
    view->show();
    m_health.answers.answer(m_health.answers.size() - 1, health);
    if (health && read.isEmpty())
        read.wait();
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
    if (name == u"healthfailed"_s)
        return makeHealth(
            Error{Failure::Connection, u"The server does not answer."_s, u"Check the network."_s, {}}, theme);
    HealthSnapshot nothing;
    nothing.asOf = fixtureNow();
    return makeHealth(name == u"health"_s ? busyHealth() : nothing, theme);
}

void TestScreens::paintsInBothThemes_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<bool>("longWords");
    for (const char* name : {"stuck0", "stuck1", "stuck2", "stuck3", "stuck4", "late0", "late4", "returned0", "health",
             "healthempty", "healthfailed", "rules0", "rules1", "rules2"}) {
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
