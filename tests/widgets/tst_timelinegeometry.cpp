// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "orderfixtures.h"
#include "tests/support/testprogram.h"
#include "widgets/order/timelinegeometry.h"
#include "widgets/order/timescale.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

using Segment = TimelineSegment::Kind;
using Mark = TimelineMark::Kind;

QDateTime moment(int seconds)
{
    return fixtureNow().addSecs(seconds);
}

/// "worked late | reached", the drawing of a step as words.
QString drawn(const TimelineShape& shape)
{
    QStringList segments;
    for (const TimelineSegment& segment : shape.segments) {
        switch (segment.kind) {
        case Segment::Window:
            segments.append(u"window"_s);
            break;
        case Segment::Worked:
            segments.append(u"worked"_s);
            break;
        case Segment::Late:
            segments.append(u"late"_s);
            break;
        case Segment::Waiting:
            segments.append(u"waiting"_s);
            break;
        case Segment::Absent:
            segments.append(u"absent"_s);
            break;
        case Segment::Expected:
            segments.append(u"expected"_s);
            break;
        case Segment::Early:
            segments.append(u"early"_s);
            break;
        }
    }
    QStringList marks;
    for (const TimelineMark& mark : shape.marks) {
        marks.append(mark.kind == Mark::Reached ? u"reached"_s
                : mark.kind == Mark::Reversed   ? u"reversed"_s
                : mark.kind == Mark::Failed     ? u"failed"_s
                                                : u"started"_s);
    }
    if (shape.idle)
        return u"idle"_s;
    return segments.join(u' ') + u" | "_s + marks.join(u' ');
}

const TimelineShape& shapeOf(const TimelineGeometry& geometry, const QList<MilestoneRow>& rows, const QString& step)
{
    for (const TimelineShape& shape : geometry.shapes) {
        if (rows.at(shape.row).milestone.step == step)
            return shape;
    }
    qFatal("no step %s", qUtf8Printable(step));
}

OrderDetail orderNamed(const QString& name)
{
    return name == u"stuck"_s ? stuckOrder() : name == u"late"_s ? lateDelivery() : returnedOrder();
}

} // namespace

class TestTimelineGeometry : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void proportionalScaleIsStraight();
    void evenScaleGivesShortStepsRoom();
    void scalesAreMonotone_data();
    void scalesAreMonotone();
    void outsideLiesAtTheEnds();
    void ticksAreRoundAndApart_data();
    void ticksAreRoundAndApart();
    void daysStartAtMidnightWhereClocksChange();
    void lanesFollowTheProcess();
    void everyStepHasALine();
    void drawsEachState_data();
    void drawsEachState();
    void latePartBeginsWhenDue();
    void windowReachesFromEligibleToDue();
    void nowOnlyWhileSomethingIsOpen();
    void everythingLiesWithinTheWidth_data();
    void everythingLiesWithinTheWidth();
    void suggestsTheReadableLayout();
    void walksInTimeOrder();
    void noStepsAreNoProblem();
};

void TestTimelineGeometry::proportionalScaleIsStraight()
{
    const auto scale = TimeScale::proportional(moment(0), moment(1000), 10, 110);
    QCOMPARE(scale.xOf(moment(0)), 10.0);
    QCOMPARE(scale.xOf(moment(500)), 60.0);
    QCOMPARE(scale.xOf(moment(1000)), 110.0);
    QCOMPARE(scale.momentAt(60), moment(500));
}

void TestTimelineGeometry::evenScaleGivesShortStepsRoom()
{
    const auto scale = TimeScale::even({moment(0), moment(3), moment(3 * 86'400), moment(3 * 86'400 + 5)}, 0, 800);
    QVERIFY(scale.xOf(moment(3)) - scale.xOf(moment(0)) > 60); // three seconds next to three days
    QVERIFY(scale.xOf(moment(3 * 86'400)) - scale.xOf(moment(3)) > scale.xOf(moment(3)) - scale.xOf(moment(0)));
    QCOMPARE(scale.xOf(moment(3 * 86'400 + 5)), 800.0);
}

void TestTimelineGeometry::scalesAreMonotone_data()
{
    QTest::addColumn<TimelineLayout>("layout");
    QTest::newRow("to scale") << TimelineLayout::ToScale;
    QTest::newRow("even") << TimelineLayout::EvenSteps;
}

void TestTimelineGeometry::scalesAreMonotone()
{
    QFETCH(const TimelineLayout, layout);
    const auto geometry = layoutTimeline(milestoneRows(lateDelivery(), fixtureNow()), fixtureNow(), layout, 900);
    const TimeScale& scale = geometry.scale;
    qreal last = -1;
    for (qreal x = scale.left(); x <= scale.right(); x += 7) {
        const qreal back = scale.xOf(scale.momentAt(x));
        QVERIFY(std::abs(back - x) < 0.5);
        QVERIFY(back >= last);
        last = back;
    }
}

void TestTimelineGeometry::outsideLiesAtTheEnds()
{
    const auto scale = TimeScale::even({moment(0), moment(60)}, 5, 50);
    QCOMPARE(scale.xOf(moment(-1)), 5.0);
    QCOMPARE(scale.xOf(moment(61)), 50.0);
    QCOMPARE(scale.momentAt(0), moment(0));
    QCOMPARE(scale.momentAt(99), moment(60));
}

void TestTimelineGeometry::ticksAreRoundAndApart_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<int>("step");
    QTest::newRow("seconds") << 8 << 1;
    QTest::newRow("a minute") << 60 << 10;
    QTest::newRow("an hour") << 3600 << 600;
    QTest::newRow("a day") << 86'400 << 3 * 3600;
    QTest::newRow("a week") << 7 * 86'400 << 86'400;
    QTest::newRow("a year") << 365 * 86'400 << 91 * 86'400;
}

void TestTimelineGeometry::ticksAreRoundAndApart()
{
    QFETCH(const int, seconds);
    QFETCH(const int, step);
    const auto scale = TimeScale::proportional(moment(0), moment(seconds), 0, 800);
    const auto ticks = timeTicks(scale, 0, 800, 80, QTimeZone::utc());
    QVERIFY(ticks.size() >= 2);
    for (qsizetype i = 1; i < ticks.size(); ++i) {
        QVERIFY(ticks.at(i).x - ticks.at(i - 1).x >= 80);
        QCOMPARE(ticks.at(i - 1).moment.secsTo(ticks.at(i).moment), qint64(step));
    }
    QVERIFY(ticks.constFirst().newDay);
    if (step < 86'400)
        QCOMPARE(ticks.constFirst().moment.time().msecsSinceStartOfDay() % (step * 1000), 0);
}

void TestTimelineGeometry::daysStartAtMidnightWhereClocksChange()
{
    const QTimeZone zone("Europe/Berlin");
    QVERIFY(zone.isValid());
    const QDateTime from(QDate(2026, 10, 23), QTime(0, 0), zone);
    const QDateTime to(QDate(2026, 10, 28), QTime(0, 0), zone);
    const auto scale = TimeScale::proportional(from, to, 0, 800);
    const auto ticks = timeTicks(scale, 0, 800, 100, zone);
    QVERIFY(ticks.size() >= 4);
    for (const TimeTick& tick : ticks)
        QCOMPARE(tick.moment.toTimeZone(zone).time(), QTime(0, 0));
}

void TestTimelineGeometry::lanesFollowTheProcess()
{
    const auto rows = milestoneRows(stuckOrder(), fixtureNow());
    const auto geometry = layoutTimeline(rows, fixtureNow(), TimelineLayout::ToScale, 900);
    QStringList systems;
    qreal bottom = 0;
    for (const TimelineLane& lane : geometry.lanes) {
        QVERIFY(!systems.contains(lane.system));
        systems.append(lane.system);
        QCOMPARE(lane.top, bottom);
        bottom = lane.top + lane.height;
        for (const int row : lane.rows)
            QCOMPARE(rows.at(row).system, lane.system);
    }
    QCOMPARE(systems.mid(0, 4), (QStringList{u"shop"_s, u"middleware"_s, u"fraud"_s, u"psp"_s}));
    QCOMPARE(geometry.height, bottom);
}

void TestTimelineGeometry::everyStepHasALine()
{
    const auto rows = milestoneRows(returnedOrder(), fixtureNow());
    const auto geometry = layoutTimeline(rows, fixtureNow(), TimelineLayout::EvenSteps, 900);
    QCOMPARE(geometry.shapes.size(), rows.size());
    qreal bottom = 0;
    for (int i = 0; i < int(geometry.shapes.size()); ++i) {
        const TimelineShape& shape = geometry.shapes.at(i);
        QVERIFY(shape.cell.top() >= bottom);
        bottom = shape.cell.bottom();
        QCOMPARE(geometry.shapeAt(shape.cell.center().y()), i);
        QCOMPARE(geometry.shapeOf(shape.row), i);
    }
    QCOMPARE(geometry.shapeAt(geometry.height + 1), -1);
    QCOMPARE(geometry.shapeOf(99), -1);
}

void TestTimelineGeometry::drawsEachState_data()
{
    QTest::addColumn<QString>("order");
    QTest::addColumn<QString>("step");
    QTest::addColumn<QString>("expected");
    QTest::newRow("in time") << u"stuck"_s << u"fraud_screening"_s << u"window worked | reached"_s;
    QTest::newRow("without target") << u"returned"_s << u"order_captured"_s << u"worked | reached"_s;
    QTest::newRow("reached late") << u"late"_s << u"shipment_confirmation"_s << u"window worked late | reached"_s;
    QTest::newRow("failed, past due") << u"stuck"_s << u"erp_order_creation"_s << u"window waiting absent | failed"_s;
    QTest::newRow("nothing came") << u"late"_s << u"delivery_confirmation"_s << u"window waiting absent | "_s;
    QTest::newRow("to come") << u"stuck"_s << u"invoice"_s << u"expected | "_s;
    QTest::newRow("no source") << u"late"_s << u"invoice"_s << u"idle"_s;
    QTest::newRow("not needed") << u"returned"_s << u"customer_notification"_s << u"idle"_s;
    QTest::newRow("taken back") << u"returned"_s << u"settlement_receipt"_s << u"window worked | reversed"_s;
    QTest::newRow("started") << u"returned"_s << u"refund_settled"_s << u"window waiting expected | started"_s;
    QTest::newRow("before it could") << u"returned"_s << u"refund_issued"_s << u"window early | reached"_s;
}

void TestTimelineGeometry::drawsEachState()
{
    QFETCH(const QString, order);
    QFETCH(const QString, step);
    QFETCH(const QString, expected);
    const auto rows = milestoneRows(orderNamed(order), fixtureNow());
    for (const TimelineLayout layout : {TimelineLayout::ToScale, TimelineLayout::EvenSteps}) {
        const auto geometry = layoutTimeline(rows, fixtureNow(), layout, 900);
        QCOMPARE(drawn(shapeOf(geometry, rows, step)), expected);
    }
}

void TestTimelineGeometry::latePartBeginsWhenDue()
{
    const auto rows = milestoneRows(lateDelivery(), fixtureNow());
    const auto geometry = layoutTimeline(rows, fixtureNow(), TimelineLayout::ToScale, 900);
    const TimelineShape shipment = shapeOf(geometry, rows, u"shipment_confirmation"_s);
    const Milestone& milestone = rows.at(shipment.row).milestone;
    const auto worked = shipment.find(Segment::Worked);
    const auto late = shipment.find(Segment::Late);
    QVERIFY(worked && late);
    QCOMPARE(worked->left(), geometry.scale.xOf(milestone.eligibleAt));
    QCOMPARE(worked->right(), geometry.scale.xOf(milestone.dueAt));
    QCOMPARE(late->left(), worked->right());
    QCOMPARE(late->right(), geometry.scale.xOf(milestone.completedAt));
    QCOMPARE(shipment.marks.constFirst().x, late->right());
    const TimelineShape delivery = shapeOf(geometry, rows, u"delivery_confirmation"_s);
    QCOMPARE(delivery.find(Segment::Absent)->right(), geometry.scale.xOf(fixtureNow()));
}

void TestTimelineGeometry::windowReachesFromEligibleToDue()
{
    const auto rows = milestoneRows(stuckOrder(), fixtureNow());
    const auto geometry = layoutTimeline(rows, fixtureNow(), TimelineLayout::EvenSteps, 900);
    const TimelineShape erp = shapeOf(geometry, rows, u"erp_order_creation"_s);
    const auto window = erp.find(Segment::Window);
    QVERIFY(window);
    QCOMPARE(window->left(), geometry.scale.xOf(rows.at(erp.row).milestone.eligibleAt));
    QCOMPARE(window->right(), geometry.scale.xOf(rows.at(erp.row).milestone.dueAt));
    QVERIFY(window->height() > erp.find(Segment::Waiting)->height()); // it frames the bar
}

void TestTimelineGeometry::nowOnlyWhileSomethingIsOpen()
{
    OrderDetail detail = stuckOrder();
    const auto open = milestoneRows(detail, fixtureNow());
    QVERIFY(layoutTimeline(open, fixtureNow(), TimelineLayout::ToScale, 900).nowX.has_value());
    detail.milestones.resize(5); // only what is done
    const QDateTime yearsLater = fixtureNow().addYears(8);
    const auto done = milestoneRows(detail, yearsLater);
    const auto geometry = layoutTimeline(done, yearsLater, TimelineLayout::ToScale, 900);
    QVERIFY(!geometry.nowX);
    QVERIFY(geometry.scale.moments().constLast() < fixtureNow()); // and the axis does not reach there
}

void TestTimelineGeometry::everythingLiesWithinTheWidth_data()
{
    QTest::addColumn<QString>("order");
    QTest::addColumn<int>("width");
    for (const char* order : {"stuck", "late", "returned"}) {
        for (const int width : {300, 900, 40'000})
            QTest::addRow("%s %d", order, width) << QString::fromLatin1(order) << width;
    }
}

void TestTimelineGeometry::everythingLiesWithinTheWidth()
{
    QFETCH(const QString, order);
    QFETCH(const int, width);
    const auto rows = milestoneRows(orderNamed(order), fixtureNow());
    for (const TimelineLayout layout : {TimelineLayout::ToScale, TimelineLayout::EvenSteps}) {
        const auto geometry = layoutTimeline(rows, fixtureNow(), layout, width);
        for (const TimelineShape& shape : geometry.shapes) {
            for (const TimelineSegment& segment : shape.segments) {
                QVERIFY(segment.rect.width() > 0);
                QVERIFY(segment.rect.left() >= 0 && segment.rect.right() <= width);
                QVERIFY(shape.cell.top() <= segment.rect.top() && segment.rect.bottom() <= shape.cell.bottom());
            }
        }
    }
}

void TestTimelineGeometry::suggestsTheReadableLayout()
{
    QCOMPARE(suggestedLayout(milestoneRows(returnedOrder(), fixtureNow()), fixtureNow()), TimelineLayout::EvenSteps);
    OrderDetail quick;
    for (int i = 0; i < 4; ++i) {
        Milestone milestone;
        milestone.step = QString::number(i);
        milestone.state = MilestoneState::Completed;
        milestone.eligibleAt = moment(i * 60);
        milestone.completedAt = moment(i * 60 + 50);
        quick.milestones.append(milestone);
    }
    QCOMPARE(suggestedLayout(milestoneRows(quick, fixtureNow()), fixtureNow()), TimelineLayout::ToScale);
}

void TestTimelineGeometry::walksInTimeOrder()
{
    const auto rows = milestoneRows(returnedOrder(), fixtureNow());
    const auto order = rowsInTimeOrder(rows);
    QCOMPARE(order.size(), rows.size());
    QDateTime last;
    bool ended = false;
    for (const int row : order) {
        const MilestoneRow& step = rows.at(row);
        const QDateTime start = step.from().isValid() ? step.from() : step.expectedFrom;
        QVERIFY(!ended || !start.isValid());
        ended = !start.isValid();
        if (last.isValid() && start.isValid())
            QVERIFY(start >= last);
        last = start;
    }
}

void TestTimelineGeometry::noStepsAreNoProblem()
{
    for (const TimelineLayout layout : {TimelineLayout::ToScale, TimelineLayout::EvenSteps}) {
        const auto geometry = layoutTimeline({}, fixtureNow(), layout, 0);
        QVERIFY(geometry.shapes.isEmpty());
        QCOMPARE(geometry.height, 0.0);
        QVERIFY(
            !timeTicks(geometry.scale, 0, 100, 80, QTimeZone::utc()).isEmpty() || layout == TimelineLayout::ToScale);
    }
    QVERIFY(timeTicks({}, 0, 100, 80, QTimeZone::utc()).isEmpty());
}

SIGNALBOX_TEST(TestTimelineGeometry)
#include "tst_timelinegeometry.moc"
