// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/process.h"

#include "models/domain/isoduration.h"
#include "models/domain/jsonschema.h"

#include <QCoreApplication>
#include <QHash>

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using Json = nlohmann::ordered_json;

QString text(const Json& object, const char* key, const QString& otherwise = {})
{
    const auto found = object.find(key);
    return found == object.end() ? otherwise : QString::fromStdString(found->get<std::string>());
}

ProcessStep readStep(const Json& object)
{
    ProcessStep step;
    step.step = text(object, "step");
    step.title = text(object, "title");
    step.system = text(object, "system");
    step.scope = text(object, "scope", u"order"_s);
    step.axis = text(object, "axis");
    for (const auto& name : object.value("after", Json::array()))
        step.after.append(QString::fromStdString(name.get<std::string>()));
    step.target = text(object, "target");
    step.warn = text(object, "warn");
    step.calendar = text(object, "calendar", u"always"_s);
    step.reached = text(object, "reached");
    step.mayPrecede = object.value("mayPrecede", false);
    step.goods = object.value("goods", false);
    return step;
}

Process readProcess(const Json& root)
{
    Process process;
    process.name = text(root, "process");
    process.version = root.at("version").get<int>();
    process.title = text(root, "title");
    process.validFrom = QDateTime::fromString(text(root, "validFrom"), Qt::ISODate).toUTC();
    for (const auto& step : root.at("steps"))
        process.steps.append(readStep(step));
    return process;
}

QStringList statesOf(const QString& axis)
{
    static const QHash<QString, QStringList> states{
        {u"fulfilment"_s, {u"reserved"_s, u"routed"_s, u"ready"_s, u"shipped"_s, u"delivered"_s, u"collected"_s}},
        {u"money"_s, {u"authorized"_s, u"captured"_s, u"invoiced"_s, u"settled"_s, u"posted"_s, u"refunded"_s}},
        {u"return"_s, {u"requested"_s, u"authorized"_s, u"received"_s, u"inspected"_s, u"refunded"_s, u"closed"_s}}};
    return states.value(axis);
}

/// What a schema cannot say. Collects every problem, each with its JSON pointer.
class ProcessCheck
{
public:
    explicit ProcessCheck(const Process& process)
        : m_process(process)
    { }

    QStringList problems()
    {
        for (qsizetype i = 0; i < m_process.steps.size(); ++i)
            m_firstPlace.insert(m_process.steps[i].step, m_firstPlace.value(m_process.steps[i].step, i));
        for (qsizetype i = 0; i < m_process.steps.size(); ++i) {
            m_place = u"/steps/%1"_s.arg(i);
            checkNames(i);
            checkTimes(m_process.steps[i]);
            checkReached(m_process.steps[i]);
        }
        return m_problems;
    }

private:
    void add(const QString& member, const QString& problem) { m_problems.append(m_place + member + u": " + problem); }

    void checkNames(qsizetype index)
    {
        const ProcessStep& step = m_process.steps[index];
        if (m_firstPlace.value(step.step) != index)
            add(u"/step"_s, QCoreApplication::translate("Process", "there is a step \"%1\" already").arg(step.step));
        for (qsizetype i = 0; i < step.after.size(); ++i) {
            const QString member = u"/after/%1"_s.arg(i);
            if (!m_firstPlace.contains(step.after[i]))
                add(member, QCoreApplication::translate("Process", "there is no step \"%1\"").arg(step.after[i]));
            else if (step.after[i] == step.step)
                add(member, QCoreApplication::translate("Process", "a step cannot come after itself"));
        }
    }

    void checkTimes(const ProcessStep& step)
    {
        const bool promise = step.target == "promise"_L1;
        const auto target = secondsOfIsoDuration(step.target);
        const auto warn = secondsOfIsoDuration(step.warn);
        const QString noDuration = QCoreApplication::translate("Process", "\"%1\" is no duration such as PT15M or P3D");
        if (!step.target.isEmpty() && !promise && target.value_or(0) <= 0)
            add(u"/target"_s, noDuration.arg(step.target));
        if (step.warn.isEmpty())
            return;
        if (!warn)
            add(u"/warn"_s, noDuration.arg(step.warn));
        else if (step.target.isEmpty())
            add(u"/warn"_s, QCoreApplication::translate("Process", "there is no target to warn of"));
        else if (target && *warn > *target)
            add(u"/warn"_s, QCoreApplication::translate("Process", "the warning comes after the target"));
    }

    void checkReached(const ProcessStep& step)
    {
        if (step.reached.isEmpty() || statesOf(step.axis).contains(step.reached))
            return;
        add(u"/reached"_s,
            QCoreApplication::translate("Process", R"(the axis "%1" has no state "%2")").arg(step.axis, step.reached));
    }

    const Process& m_process;
    QHash<QString, qsizetype> m_firstPlace;
    QString m_place;
    QStringList m_problems;
};

/// Places of the steps in an order in which every predecessor comes first; of those that could come next, the first of
/// the file. Shorter than the process when steps wait for each other in a circle.
QList<qsizetype> topologicalOrder(const QList<ProcessStep>& steps)
{
    QList<qsizetype> order;
    QStringList done;
    for (bool found = true; found;) {
        found = false;
        for (qsizetype i = 0; i < steps.size() && !found; ++i) {
            const ProcessStep& step = steps[i];
            const bool ready = std::all_of(
                step.after.begin(), step.after.end(), [&done](const QString& name) { return done.contains(name); });
            if (done.contains(step.step) || !ready)
                continue;
            order.append(i);
            done.append(step.step);
            found = true;
        }
    }
    return order;
}

/// Follows predecessors that cannot be placed until one comes again: that is the circle.
QString circle(const QList<ProcessStep>& steps, const QList<qsizetype>& placed)
{
    QHash<QString, QString> before; // of each step that is left, one predecessor that is left as well
    for (qsizetype i = 0; i < steps.size(); ++i)
        if (!placed.contains(i))
            before.insert(steps[i].step, {});
    for (const ProcessStep& step : steps)
        for (const QString& name : step.after)
            if (before.contains(step.step) && before.contains(name))
                before.insert(step.step, name);
    QStringList way;
    QString at = before.isEmpty() ? QString() : before.constBegin().key();
    while (!way.contains(at)) {
        way.prepend(at);
        at = before.value(at);
    }
    while (way.last() != at) // steps that only depend on the circle are no part of it
        way.removeLast();
    way.prepend(at);
    return way.join(u" → "_s);
}

Error invalidProcess(const QStringList& problems)
{
    return {Failure::Invalid, problems.join(u'\n'), {}, {}};
}

/// Both forms of a checked process: the value, and the definition with its steps sorted in the same way.
struct Checked // NOLINT(bugprone-exception-escape): the map inside of the JSON value moves by its own rules
{
    Process process;
    Json definition;
};

Outcome<Checked> checked(const QByteArray& json)
{
    const QStringList schema = schemaProblems(json, u"process.schema.json"_s);
    if (!schema.isEmpty())
        return invalidProcess(schema);
    Checked result;
    result.definition = Json::parse(json.constBegin(), json.constEnd(), nullptr, false);
    result.process = readProcess(result.definition);
    const QStringList problems = ProcessCheck(result.process).problems();
    if (!problems.isEmpty())
        return invalidProcess(problems);

    const QList<ProcessStep> steps = result.process.steps;
    const QList<qsizetype> order = topologicalOrder(steps);
    if (order.size() < steps.size())
        return invalidProcess({u"/steps: "_s
            + QCoreApplication::translate("Process", "steps wait for each other in a circle: %1")
                  .arg(circle(steps, order))});
    result.process.steps.clear();
    Json sorted = Json::array();
    for (const qsizetype i : order) {
        result.process.steps.append(steps[i]);
        sorted.push_back(result.definition.at("steps").at(static_cast<std::size_t>(i)));
    }
    result.definition["steps"] = std::move(sorted);
    return result;
}

} // namespace

const ProcessStep* Process::find(const QString& step) const
{
    const auto found
        = std::find_if(steps.begin(), steps.end(), [&step](const ProcessStep& s) { return s.step == step; });
    return found == steps.end() ? nullptr : &*found;
}

Outcome<Process> parseProcess(const QByteArray& json)
{
    const Outcome<Checked> result = checked(json);
    if (!result)
        return result.error();
    return result.value().process;
}

Outcome<QByteArray> processDefinition(const QByteArray& json)
{
    const Outcome<Checked> result = checked(json);
    if (!result)
        return result.error();
    return QByteArray::fromStdString(result.value().definition.dump());
}
