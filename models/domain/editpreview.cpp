// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/editpreview.h"

#include "models/domain/jsonpatch.h"
#include "models/domain/jsonscanner.h"
#include "models/domain/jsontree.h"
#include "models/domain/systemreason.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <functional>
#include <numeric>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shownOfValue = 120;
constexpr qsizetype shownReasons = 3;

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

void EditTally::add(const EditPreview& preview)
{
    if (preview.isGood())
        ++changed;
    else if (preview.obstacle == systemReason(u"nothing is changed"_s))
        ++unchanged;
    else
        refuse(preview.obstacle.isEmpty() ? problemText(preview.check.problems.constFirst()) : preview.obstacle, 1);
}

void EditTally::refuse(const QString& why, qsizetype count)
{
    if (count > 0)
        refused[why] += count;
}

EditTally EditTally::operator+(const EditTally& other) const
{
    EditTally sum = *this;
    sum.changed += other.changed;
    sum.unchanged += other.unchanged;
    for (auto reason = other.refused.cbegin(); reason != other.refused.cend(); ++reason)
        sum.refuse(reason.key(), reason.value());
    return sum;
}

qsizetype EditTally::refusedInAll() const
{
    return std::accumulate(refused.cbegin(), refused.cend(), qsizetype(0));
}

QString EditTally::text() const
{
    const auto number = [](qsizetype n) { return QLocale().toString(n); };
    QStringList lines{QCoreApplication::translate(
        "EditPreview", "%1 change, %2 stay as they are, %3 cannot be edited in this way", "numbers of messages")
                          .arg(number(changed), number(unchanged), number(refusedInAll()))};
    QList<std::pair<QString, qsizetype>> reasons(refused.constKeyValueBegin(), refused.constKeyValueEnd());
    std::ranges::stable_sort(reasons, std::greater(), [](const auto& reason) { return reason.second; });
    for (const auto& [why, count] : reasons.first(std::min(reasons.size(), shownReasons)))
        lines.append(u"%1: %2"_s.arg(number(count), why));
    if (reasons.size() > shownReasons)
        lines.append(QCoreApplication::translate("EditPreview", "and %Ln other reason(s)",
            "at the end of a list of reasons", int(reasons.size() - shownReasons)));
    return lines.join(u'\n');
}

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
