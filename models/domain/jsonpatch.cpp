// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/jsonpatch.h"

#include "models/domain/jsondifference.h"
#include "models/domain/jsonscanner.h"
#include "models/domain/jsonsplice.h"
#include "models/domain/jsontree.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace {

using StepKind = JsonPatchStep::Kind;

constexpr std::array<std::pair<const char*, StepKind>, 6> stepKinds{
    {{"add", StepKind::Add}, {"remove", StepKind::Remove}, {"replace", StepKind::Replace}, {"move", StepKind::Move},
        {"copy", StepKind::Copy}, {"test", StepKind::Test}}};

bool needsValue(StepKind kind)
{
    return kind == StepKind::Add || kind == StepKind::Replace || kind == StepKind::Test;
}
bool needsFrom(StepKind kind)
{
    return kind == StepKind::Move || kind == StepKind::Copy;
}

Error patchError(const QString& text)
{
    return {Failure::Invalid, text, {}, {}};
}

Outcome<QByteArray> textMember(const JsonTree& tree, int object, const QByteArray& key)
{
    const auto found = tree.member(object, key);
    if (!found)
        return found.error();
    if (found.value() < 0)
        return patchError(QCoreApplication::translate("JsonPatch", "\"%1\" is missing").arg(QString::fromUtf8(key)));
    if (tree.node(found.value()).kind != JsonNode::Kind::String)
        return patchError(
            QCoreApplication::translate("JsonPatch", "\"%1\" must be a text").arg(QString::fromUtf8(key)));
    const QByteArrayView raw = tree.raw(found.value());
    return JsonScanner::decoded(raw.sliced(1, raw.size() - 2));
}

Outcome<JsonPath> pathMember(const JsonTree& tree, int object, const QByteArray& key)
{
    const auto text = textMember(tree, object, key);
    if (!text)
        return text.error();
    const auto path = jsonPath(text.value());
    if (!path)
        return patchError(QCoreApplication::translate("JsonPatch", "\"%1\" is no path; one is such as /lines/0/sku")
                              .arg(QString::fromUtf8(text.value())));
    return *path;
}

Outcome<JsonPatchStep> readStep(const JsonTree& tree, int index)
{
    if (tree.node(index).kind != JsonNode::Kind::Object)
        return patchError(QCoreApplication::translate("JsonPatch", "it must be an object"));
    const auto name = textMember(tree, index, "op");
    if (!name)
        return name.error();
    const auto* const known = std::find_if(
        stepKinds.begin(), stepKinds.end(), [&](const auto& kind) { return name.value() == kind.first; });
    if (known == stepKinds.end())
        return patchError(QCoreApplication::translate(
            "JsonPatch", "there is no \"%1\"; there are add, remove, replace, move, copy and test")
                              .arg(QString::fromUtf8(name.value())));
    JsonPatchStep step;
    step.kind = known->second;
    const auto path = pathMember(tree, index, "path");
    if (!path)
        return path.error();
    step.path = path.value();
    if (needsFrom(step.kind)) {
        const auto from = pathMember(tree, index, "from");
        if (!from)
            return from.error();
        step.from = from.value();
    }
    if (needsValue(step.kind)) {
        const auto value = tree.member(index, "value");
        if (!value)
            return value.error();
        if (value.value() < 0)
            return patchError(QCoreApplication::translate("JsonPatch", "\"%1\" is missing").arg(u"value"_s));
        step.value = tree.raw(value.value()).toByteArray();
    }
    return step;
}

Outcome<QByteArray> applyStep(const QByteArray& text, const JsonPatchStep& step)
{
    const auto tree = JsonTree::read(text);
    if (!tree)
        return tree.error();
    JsonSplice splice(tree.value());
    QByteArray value = step.value;
    if (needsFrom(step.kind)) {
        const auto from = tree.value().find(step.from);
        if (!from)
            return from.error();
        value = tree.value().raw(from.value()).toByteArray();
    }
    switch (step.kind) {
    case StepKind::Add:
    case StepKind::Copy:
        return splice.added(step.path, value);
    case StepKind::Remove:
        return splice.removed(step.path);
    case StepKind::Replace:
        return splice.replaced(step.path, value);
    case StepKind::Move: {
        if (step.path == step.from)
            return text;
        if (step.path.size() > step.from.size() && step.path.first(step.from.size()) == step.from)
            return patchError(QCoreApplication::translate("JsonPatch", "a value cannot be moved into itself"));
        const auto without = splice.removed(step.from);
        if (!without)
            return without.error();
        const auto rest = JsonTree::read(without.value());
        return rest ? JsonSplice(rest.value()).added(step.path, value) : Outcome<QByteArray>(rest.error());
    }
    case StepKind::Test:
        break;
    }
    const auto place = tree.value().find(step.path);
    if (!place)
        return place.error();
    const auto wanted = JsonTree::read(value);
    if (!wanted)
        return wanted.error();
    if (!sameJsonValue(tree.value(), place.value(), wanted.value(), 0))
        return patchError(QCoreApplication::translate("JsonPatch", "%1 is %2, not %3", "path, value, wanted value")
                              .arg(QString::fromUtf8(jsonPointer(step.path)),
                                  QString::fromUtf8(tree.value().raw(place.value()).toByteArray().left(200)),
                                  QString::fromUtf8(value.left(200))));
    return text;
}

Error ofStep(qsizetype number, const Error& error)
{
    return {error.kind,
        QCoreApplication::translate("JsonPatch", "Step %1 of the patch: %2").arg(QString::number(number), error.text),
        error.hint, {}};
}

} // namespace

Outcome<JsonPatch> JsonPatch::read(const QByteArray& json)
{
    const auto tree = JsonTree::read(json);
    if (!tree)
        return Error{Failure::Invalid,
            QCoreApplication::translate("JsonPatch", "The patch is no JSON: %1").arg(tree.error().text), {}, {}};
    if (tree.value().root().kind != JsonNode::Kind::Array)
        return patchError(QCoreApplication::translate("JsonPatch", "A patch is a list of steps: [{\"op\": …}]."));
    const std::vector<int>& steps = tree.value().root().children;
    if (static_cast<qsizetype>(steps.size()) > maxSteps)
        return patchError(QCoreApplication::translate("JsonPatch", "A patch has at most %1 steps.").arg(maxSteps));
    JsonPatch patch;
    for (const int index : steps) {
        auto step = readStep(tree.value(), index);
        if (!step)
            return ofStep(patch.m_steps.size() + 1, step.error());
        patch.m_steps.append(std::move(step).value());
    }
    return patch;
}

JsonPatch JsonPatch::of(const QList<JsonChange>& changes, Where where)
{
    JsonPatch patch;
    patch.m_written = false;
    for (const JsonChange& change : changes) {
        JsonPatchStep step;
        step.path = jsonPath(change.path).value_or(JsonPath());
        if (where == Where::SameValues && change.before) {
            step.kind = StepKind::Test;
            step.value = *change.before;
            patch.m_steps.append(step);
        }
        step.kind = !change.after ? StepKind::Remove : change.before ? StepKind::Replace : StepKind::Add;
        step.value = change.after.value_or(QByteArray());
        patch.m_steps.append(step);
    }
    return patch;
}

QByteArray JsonPatch::toJson() const
{
    QByteArray json;
    for (const JsonPatchStep& step : m_steps) {
        json += json.isEmpty() ? "[" : ",\n ";
        for (const auto& [name, kind] : stepKinds)
            if (kind == step.kind)
                json += QByteArray(R"({"op": ")") + name + '"';
        if (needsFrom(step.kind))
            json += R"(, "from": )" + jsonText(jsonPointer(step.from));
        json += R"(, "path": )" + jsonText(jsonPointer(step.path));
        if (needsValue(step.kind))
            json += R"(, "value": )" + step.value;
        json += '}';
    }
    return json.isEmpty() ? QByteArray("[]") : QByteArray(json + ']');
}

Outcome<QByteArray> JsonPatch::applied(const QByteArray& text) const
{
    Outcome<QByteArray> now = text;
    for (qsizetype i = 0; i < m_steps.size(); ++i) {
        now = applyStep(now.value(), m_steps.at(i));
        if (!now)
            return m_written ? ofStep(i + 1, now.error()) : now.error();
    }
    return now;
}
