// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/payloadcheck.h"

#include "models/domain/jsonpointer.h"
#include "models/domain/jsonscanner.h"
#include "models/domain/jsonschema.h"
#include "models/domain/jsontree.h"
#include "models/domain/systemreason.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxChanges = 1000; // as integration.edit_obstacle has it

/// The value at a pointer, or the nearest around it that is there.
const JsonNode& placeOf(const JsonTree& tree, const QByteArray& pointer)
{
    JsonPath path = jsonPath(pointer).value_or(JsonPath());
    for (;;) {
        const auto found = tree.find(path);
        if (found)
            return tree.node(found.value());
        if (path.isEmpty())
            return tree.root();
        path.removeLast();
    }
}

EditProblem problemAt(const JsonTree& tree, EditProblem::Kind kind, const QByteArray& pointer, const QString& text)
{
    const JsonNode& node = placeOf(tree, pointer);
    return {kind, QString::fromUtf8(pointer), text, node.keyStart >= 0 ? node.keyStart : node.start, node.end};
}

/// Where a text stops being JSON: the character that is wrong.
EditProblem noJson(const QByteArray& text, const Error& error)
{
    JsonScanner scanner(JsonScanner::Keys::Any);
    qsizetype at = 0;
    if (text.size() <= JsonTree::maxBytes) {
        const bool complete = scanner.scan(text, 0) == JsonScanner::Result::Complete;
        at = scanner.position();
        while (complete && at < text.size() && JsonScanner::isSpace(text.at(at)))
            ++at;
        at = std::clamp(at, qsizetype{0}, std::max(qsizetype{0}, text.size() - 1));
    }
    return {EditProblem::Kind::Json, {}, error.text, at, std::min(at + 1, text.size())};
}

bool hasKeyTwice(const QByteArray& value)
{
    JsonScanner scanner;
    return scanner.scan(value, 0) == JsonScanner::Result::Mistake;
}

QString notEditable(const EditRules& rules)
{
    return QCoreApplication::translate("PayloadCheck", "this field may not be edited here: %1", "%1 is the reason")
        .arg(systemReason(rules.mayNotEditRest));
}

} // namespace

PayloadCheck checkEdit(const QByteArray& original, const QByteArray& edited, const EditRules& rules)
{
    using Kind = EditProblem::Kind;
    PayloadCheck check;
    const auto after = JsonTree::read(edited);
    if (!after) {
        check.problems.append(noJson(edited, after.error()));
        return check;
    }
    const auto before = JsonTree::read(original);
    if (!before) { // what was no JSON can only be replaced as a whole
        check.changes.append({{}, original, edited});
    } else {
        check.changes = jsonDifference(before.value(), after.value());
    }
    if (check.changes.size() > maxChanges) {
        check.problems.append(
            problemAt(after.value(), Kind::Json, {}, systemReason(u"more than 1000 changes at once"_s)));
        return check;
    }
    for (const JsonChange& change : std::as_const(check.changes)) {
        if (!rules.mayNotEditRest.isEmpty() && !covers(rules.editable, change.path))
            check.problems.append(problemAt(after.value(), Kind::NotEditable, change.path, notEditable(rules)));
        if (change.after && hasKeyTwice(*change.after))
            check.problems.append(problemAt(after.value(), Kind::Unclear, change.path,
                QCoreApplication::translate("PayloadCheck", "holds a key twice; which of them counts is not certain")));
    }
    const bool hasContract = !rules.schema.isEmpty() && rules.schema != "{}";
    for (const ContractProblem& problem :
        hasContract ? contractFindings(edited, rules.schema) : QList<ContractProblem>())
        check.problems.append(problemAt(after.value(), Kind::Contract, problem.path.toUtf8(), problem.text));
    std::stable_sort(check.problems.begin(), check.problems.end(),
        [](const EditProblem& a, const EditProblem& b) { return a.start < b.start; });
    return check;
}
