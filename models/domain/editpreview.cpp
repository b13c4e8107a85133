// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/editpreview.h"

#include "models/domain/jsonpatch.h"
#include "models/domain/jsonscanner.h"
#include "models/domain/jsontree.h"
#include "models/domain/systemreason.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shownOfValue = 120;

QString shownValue(const QByteArray& raw)
{
    const QString text = QString::fromUtf8(raw).simplified();
    return text.size() <= shownOfValue ? text : QString(text.first(shownOfValue) + u'\u2026');
}

QString shownPath(const QByteArray& path)
{
    return path.isEmpty() ? QCoreApplication::translate("EditPreview", "the whole content") : QString::fromUtf8(path);
}

/// Without white space between the tokens.
QByteArray withoutSpace(const QByteArray& json)
{
    QByteArray result;
    bool inText = false;
    for (qsizetype at = 0; at < json.size(); ++at) {
        const char c = json.at(at);
        if (inText && c == '\\') {
            result += json.sliced(at, 2);
            ++at;
            continue;
        }
        inText = inText != (c == '"');
        if (inText || !JsonScanner::isSpace(c))
            result += c;
    }
    return result;
}

} // namespace

EditPreview previewContent(const EditableMessage& message, const QByteArray& content)
{
    EditPreview preview{message, content, {}, {}};
    if (!message.mayNot.isEmpty()) {
        preview.obstacle = systemReason(message.mayNot);
        return preview;
    }
    preview.check = checkEdit(message.content, content, message.rules);
    if (preview.check.problems.isEmpty() && preview.check.changes.isEmpty())
        preview.obstacle = systemReason(u"nothing is changed"_s);
    return preview;
}

EditPreview previewPatch(const EditableMessage& message, const JsonPatch& patch)
{
    if (!message.mayNot.isEmpty())
        return previewContent(message, {});
    const auto content = patch.applied(message.content);
    if (!content)
        return {message, message.content, {}, content.error().text};
    return previewContent(message, content.value());
}

ShownEdit previewShown(const EditableMessage& message, const QByteArray& shown)
{
    const PayloadCheck check = checkEdit(message.content, shown, message.rules);
    const bool noJson = std::any_of(check.problems.begin(), check.problems.end(),
        [](const EditProblem& problem) { return problem.kind == EditProblem::Kind::Json; }); // or too many changes
    if (!message.mayNot.isEmpty() || noJson || !JsonTree::read(message.content))
        return {previewContent(message, shown), check.problems};
    QList<JsonChange> changes = check.changes;
    if (!message.content.contains('\n')) // kept in one line: what comes new is not laid out either
        for (JsonChange& change : changes)
            if (change.after)
                change.after = withoutSpace(*change.after);
    const auto content = JsonPatch::of(changes).applied(message.content);
    if (!content)
        return {{message, message.content, {}, content.error().text}, check.problems};
    return {previewContent(message, content.value()), check.problems};
}

JsonPatch patchForOthers(const EditPreview& edit)
{
    return JsonPatch::of(edit.check.changes, JsonPatch::Where::SameValues);
}

QString changeText(const JsonChange& change)
{
    const QString path = shownPath(change.path);
    if (!change.before)
        return QCoreApplication::translate("EditPreview", "new %1: %2", "%1 is a path, %2 a value")
            .arg(path, shownValue(*change.after));
    if (!change.after)
        return QCoreApplication::translate("EditPreview", "gone %1: %2", "%1 is a path, %2 a value")
            .arg(path, shownValue(*change.before));
    return u"%1: %2 \u2192 %3"_s.arg(path, shownValue(*change.before), shownValue(*change.after));
}

QString problemText(const EditProblem& problem)
{
    return problem.path.isEmpty() ? problem.text : QString(problem.path + u": " + problem.text);
}
