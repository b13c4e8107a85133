// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/triage/bulkedit.h"

#include "models/domain/systemreason.h"
#include "models/domain/whenfinished.h"

#include <QHash>
#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

/// Takes the first of a list.
template<typename T>
QList<T> taken(QList<T>& list)
{
    QList<T> first = list.first(std::min(list.size(), qsizetype(BulkEdit::portion)));
    list.remove(0, first.size());
    return first;
}

QList<EditPreview> judged(const QList<EditableMessage>& messages, const JsonPatch& patch)
{
    QList<EditPreview> previews;
    for (const EditableMessage& message : messages)
        previews.append(previewPatch(message, patch));
    return previews;
}

} // namespace

BulkEdit::BulkEdit(PayloadEditor& editor, QObject* parent)
    : QObject(parent)
    , m_editor(editor)
{ }

void BulkEdit::look(const QList<qint64>& transactions, const JsonPatch& patch)
{
    ++m_generation;
    m_patch = patch;
    m_waiting = transactions;
    m_good.clear();
    m_tally = {};
    lookOn();
}

void BulkEdit::lookOn()
{
    m_looking = !m_waiting.isEmpty();
    Q_EMIT progressed();
    if (!m_looking)
        return;
    const QList<qint64> asked = taken(m_waiting);
    const auto stillAsked = [this, generation = m_generation] { return generation == m_generation; };
    whenFinished(m_editor.editable(asked), this, [=, this](const Outcome<QList<EditableMessage>>& messages) {
        if (!stillAsked())
            return;
        if (!messages) { // said for each of them: nothing is saved that nobody has looked at
            m_tally.refuse(messages.error().text, asked.size());
            lookOn();
            return;
        }
        m_tally.refuse(systemReason(u"there is no such message"_s), asked.size() - messages.value().size());
        whenFinished(
            QtConcurrent::run(judged, messages.value(), m_patch), this, [=, this](const QList<EditPreview>& previews) {
                if (!stillAsked())
                    return;
                for (const EditPreview& preview : previews) {
                    m_tally.add(preview);
                    if (preview.isGood())
                        m_good.append({preview.message.id, preview.message.version});
                }
                lookOn();
            });
    });
}

void BulkEdit::save(const QList<PayloadEdit>& first, const QString& reason)
{
    ++m_generation;
    m_reason = reason;
    m_results.clear();
    send(first);
}

/// The contents are read once more; a message that has another version now is another one than was looked at.
void BulkEdit::saveOn()
{
    if (m_good.isEmpty()) {
        Q_EMIT ended(std::exchange(m_results, {}), {});
        return;
    }
    QHash<qint64, int> versions;
    QList<qint64> asked;
    for (const Good& good : taken(m_good)) {
        versions.insert(good.transaction, good.version);
        asked.append(good.transaction);
    }
    const auto stillAsked = [this, generation = m_generation] { return generation == m_generation; };
    whenFinished(m_editor.editable(asked), this, [=, this](const Outcome<QList<EditableMessage>>& messages) {
        if (!stillAsked())
            return;
        if (!messages) {
            Q_EMIT ended(std::exchange(m_results, {}), messages.error());
            return;
        }
        whenFinished(
            QtConcurrent::run(judged, messages.value(), m_patch), this, [=, this](const QList<EditPreview>& previews) {
                if (!stillAsked())
                    return;
                QHash<qint64, int> others = versions;
                QList<PayloadEdit> edits;
                for (const EditPreview& preview : previews)
                    if (preview.isGood() && versions.value(preview.message.id) == preview.message.version) {
                        edits.append(preview.edit());
                        others.remove(preview.message.id);
                    }
                for (auto other = others.cbegin(); other != others.cend(); ++other)
                    m_results.append({other.key(), false, u"changed since you looked"_s});
                send(edits);
            });
    });
}

void BulkEdit::send(const QList<PayloadEdit>& edits)
{
    if (edits.isEmpty()) {
        saveOn();
        return;
    }
    whenFinished(m_editor.edit(edits, m_reason), this,
        [this, generation = m_generation](const Outcome<QList<ActionResult>>& results) {
            if (generation != m_generation)
                return;
            if (!results) {
                Q_EMIT ended(std::exchange(m_results, {}), results.error());
                return;
            }
            m_results += results.value();
            Q_EMIT progressed();
            saveOn();
        });
}
