// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "orderfixtures.h"
#include "tests/support/testprogram.h"
#include "widgets/rules/processgraph.h"
#include "widgets/rules/weekhours.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

ProcessStep step(const QString& name, const QStringList& after)
{
    ProcessStep step;
    step.step = name;
    step.after = after;
    return step;
}

} // namespace

class TestProcessGraph : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void layersAreTheLongestWays();
    void nodesNeverOverlap_data();
    void nodesNeverOverlap();
    void edgesLeadForwardsAroundNodes_data();
    void edgesLeadForwardsAroundNodes();
    void unknownPredecessorsAreLeftOut();
    void arrowsWalk();
    void emptyIsEmpty();
    void readsHours_data();
    void readsHours();
};

void TestProcessGraph::layersAreTheLongestWays()
{
    const auto graph = layoutProcess(
        {step(u"a"_s, {}), step(u"b"_s, {u"a"_s}), step(u"c"_s, {u"a"_s, u"b"_s}), step(u"d"_s, {u"a"_s})});
    QList<int> layers;
    for (const GraphNode& node : graph.nodes)
        layers.append(node.layer);
    QCOMPARE(layers, (QList<int>{0, 1, 2, 1}));
    QCOMPARE(graph.edges.size(), 4);
}

void TestProcessGraph::nodesNeverOverlap_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : {"ship_to_home", "click_and_collect", "marketplace", "store_sale", "return"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestProcessGraph::nodesNeverOverlap()
{
    QFETCH(const QString, name);
    const Process process = fixtureProcess(name);
    const auto graph = layoutProcess(process.steps);
    QCOMPARE(graph.nodes.size(), process.steps.size());
    const QRectF page(QPointF(0, 0), graph.size);
    for (int i = 0; i < int(graph.nodes.size()); ++i) {
        QVERIFY(page.contains(graph.nodes.at(i).rect));
        QCOMPARE(graph.nodeAt(graph.nodes.at(i).rect.center()), i);
        for (int j = 0; j < i; ++j)
            QVERIFY(!graph.nodes.at(i).rect.intersects(graph.nodes.at(j).rect));
    }
}

void TestProcessGraph::edgesLeadForwardsAroundNodes_data()
{
    nodesNeverOverlap_data();
}

void TestProcessGraph::edgesLeadForwardsAroundNodes()
{
    QFETCH(const QString, name);
    const auto graph = layoutProcess(fixtureProcess(name).steps);
    for (const GraphEdge& edge : graph.edges) {
        QVERIFY(graph.nodes.at(edge.from).layer < graph.nodes.at(edge.to).layer);
        QCOMPARE(edge.points.constFirst().x(), graph.nodes.at(edge.from).rect.right());
        QCOMPARE(edge.points.constLast().x(), graph.nodes.at(edge.to).rect.left());
        for (qsizetype i = 1; i < edge.points.size(); ++i) {
            QVERIFY(edge.points.at(i).x() > edge.points.at(i - 1).x());
            if (edge.points.at(i).y() != edge.points.at(i - 1).y() || i % 2 == 1)
                continue; // bends run between layers; straight pieces through them
            const QRectF piece(edge.points.at(i - 1), edge.points.at(i) + QPointF(0, 0.1));
            for (const GraphNode& node : graph.nodes)
                QVERIFY(!node.rect.intersects(piece));
        }
    }
}

void TestProcessGraph::unknownPredecessorsAreLeftOut()
{
    const auto graph = layoutProcess({step(u"a"_s, {u"elsewhere"_s}), step(u"b"_s, {u"a"_s})});
    QCOMPARE(graph.nodes.size(), 2);
    QCOMPARE(graph.edges.size(), 1);
}

void TestProcessGraph::arrowsWalk()
{
    const auto graph = layoutProcess(
        {step(u"a"_s, {}), step(u"b"_s, {u"a"_s}), step(u"c"_s, {u"a"_s}), step(u"d"_s, {u"b"_s, u"c"_s})});
    const int first = graph.nodes.at(1).rect.top() < graph.nodes.at(2).rect.top() ? 1 : 2;
    const int second = 3 - first;
    QCOMPARE(graph.neighbour(-1, 1, 0), 0);
    QCOMPARE(graph.neighbour(first, 0, 1), second);
    QCOMPARE(graph.neighbour(second, 0, -1), first);
    QCOMPARE(graph.neighbour(first, 1, 0), 3);
    QCOMPARE(graph.neighbour(3, 1, 0), 3); // the end
    QCOMPARE(graph.neighbour(0, -1, 0), 0);
    QCOMPARE(graph.neighbour(0, 0, 1), 0); // alone in its layer
}

void TestProcessGraph::emptyIsEmpty()
{
    const auto graph = layoutProcess({});
    QVERIFY(graph.nodes.isEmpty());
    QCOMPARE(graph.nodeAt({1, 1}), -1);
    QCOMPARE(graph.neighbour(0, 1, 0), -1);
}

void TestProcessGraph::readsHours_data()
{
    QTest::addColumn<QStringList>("open");
    QTest::addColumn<int>("stretches");
    QTest::addColumn<double>("hours");
    QTest::addColumn<QString>("words");
    QTest::newRow("closed") << QStringList{} << 0 << 0.0 << u"closed"_s;
    QTest::newRow("all day") << QStringList{u"00:00-24:00"_s} << 1 << 24.0 << u"all day"_s;
    QTest::newRow("with a break") << QStringList{u"08:00-12:00"_s, u"13:00-18:30"_s} << 2 << 9.5
                                  << u"08:00\u201312:00, 13:00\u201318:30"_s;
    QTest::newRow("broken") << QStringList{u"18:00-08:00"_s, u"soon"_s, u"25:00-26:00"_s, u"9:61-10:00"_s} << 0 << 0.0
                            << u"18:00\u201308:00, soon, 25:00\u201326:00, 9:61\u201310:00"_s;
}

void TestProcessGraph::readsHours()
{
    QFETCH(const QStringList, open);
    QFETCH(const int, stretches);
    QFETCH(const double, hours);
    QFETCH(const QString, words);
    const auto parts = WeekHours::stretches(open);
    QCOMPARE(int(parts.size()), stretches);
    double sum = 0;
    for (const auto& [from, to] : parts)
        sum += to - from;
    QCOMPARE(sum * 24, hours);
    QCOMPARE(WeekHours::words(open), words);
}

SIGNALBOX_TEST(TestProcessGraph)
#include "tst_processgraph.moc"
