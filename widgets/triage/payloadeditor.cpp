// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/triage/payloadeditor.h"

#include "models/domain/jsonpatch.h"
#include "models/domain/statetitles.h"
#include "models/domain/systemreason.h"
#include "models/domain/whenfinished.h"
#include "models/items/jsontext.h"
#include "widgets/common/banner.h"
#include "widgets/common/inklabel.h"
#include "widgets/common/tableview.h"
#include "widgets/common/viewstates.h"
#include "widgets/triage/payloadeditortext.h"

#include <QCheckBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>
#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

PayloadEditorPanel::~PayloadEditorPanel() = default;

// --- reading

void PayloadEditorPanel::open(const QList<qint64>& transactions)
{
    ++m_generation;
    m_transactions = transactions.first(std::min(transactions.size(), qsizetype(mostAtOnce)));
    m_messages.clear();
    m_checked.reset();
    m_saving = false;
    m_checking = false;
    m_checkAgain = false;
    m_warned = false;
    m_reason->clear();
    m_changes.setChanges({});
    m_items.setPreviews({});
    m_rest.clear();
    m_tally->clear();
    m_banner->clear();
    read();
    setFocus(Qt::OtherFocusReason);
}

void PayloadEditorPanel::read()
{
    m_reading = true;
    m_states->showLoading();
    whenFinished(m_editor.editable(m_transactions.first(std::min(m_transactions.size(), qsizetype(BulkEdit::portion)))),
        this, [this, generation = m_generation](const Outcome<QList<EditableMessage>>& messages) {
            if (generation != m_generation)
                return;
            m_reading = false;
            if (messages)
                takeMessages(messages.value());
            else
                m_states->showFailed(messages.error());
        });
}

void PayloadEditorPanel::takeMessages(const QList<EditableMessage>& messages)
{
    m_messages = messages;
    // the one that was chosen first is in the editor
    std::stable_sort(m_messages.begin(), m_messages.end(), [this](const EditableMessage& a, const EditableMessage& b) {
        return m_transactions.indexOf(a.id) < m_transactions.indexOf(b.id);
    });
    const auto can = std::ranges::find_if(m_messages, [](const EditableMessage& m) { return m.mayNot.isEmpty(); });
    if (can == m_messages.end()) {
        const QString why = m_messages.isEmpty() ? u"there is no such message"_s : m_messages.constFirst().mayNot;
        QString text = tr("The reason: %1.").arg(systemReason(why));
        if (why.contains("signalbox_"_L1))
            text += u' ' + tr("What you see of it is masked, and what is masked must not be sent.");
        m_states->showEmpty(u"ban"_s, tr("This content cannot be edited"), text, tr("Back to the list"));
        return;
    }
    std::rotate(m_messages.begin(), can, std::next(can));
    const EditableMessage& first = m_messages.constFirst();
    QStringList scope{first.orderNumber, flowTitle(first.flow, first.flowTitle),
        tr("version %1", "of a payload").arg(first.revision)};
    scope.removeAll(QString());
    m_scope->setText(scope.join(u" \u00b7 "_s));
    const QString fields
        = first.rules.editable.isEmpty() ? tr("none", "fields that may be edited") : first.rules.editable.join(u", "_s);
    m_editable->setText(first.rules.mayNotEditRest.isEmpty()
            ? tr("You may edit every field. Support may edit: %1").arg(fields)
            : tr("You may edit: %1").arg(fields));
    const bool many = m_transactions.size() > 1;
    m_everyone->setVisible(many);
    m_everyone->setChecked(many);
    m_everyone->setText(tr("The same for all %Ln that are chosen", nullptr, int(m_transactions.size())));
    m_itemTable->setVisible(many);
    m_tally->setVisible(many);
    const QString shown = indentedJson(QString::fromUtf8(first.content));
    if (!m_text->setJson(shown)) {
        m_states->showEmpty(u"alert"_s, tr("This content cannot be edited here"),
            tr("It holds characters that an editor would change. \u201csignalboxctl edit\u201d keeps them."),
            tr("Back to the list"));
        return;
    }
    m_states->showContent();
    focusInside();
    check();
}

// --- checking

void PayloadEditorPanel::check()
{
    m_pause.stop();
    if (m_messages.isEmpty())
        return;
    if (m_checking) {
        m_checkAgain = true;
        return;
    }
    m_checking = true;
    enable();
    const auto look = [messages = m_messages, text = m_text->json(), everyone = m_everyone->isChecked()] {
        Checked checked{text, previewShown(messages.constFirst(), text.toUtf8()), {}};
        checked.all.append(checked.first.preview);
        if (!everyone)
            return checked;
        const JsonPatch patch = patchForOthers(checked.first.preview);
        for (const EditableMessage& message : messages.sliced(1))
            checked.all.append(previewPatch(message, patch));
        return checked;
    };
    whenFinished(QtConcurrent::run(look), this, [this, generation = m_generation](const Checked& checked) {
        if (generation != m_generation)
            return;
        m_checking = false;
        takeCheck(checked);
        if (std::exchange(m_checkAgain, false))
            check();
    });
}

void PayloadEditorPanel::takeCheck(const Checked& checked)
{
    m_checked = std::make_unique<Checked>(checked);
    m_changes.setChanges(checked.first.preview.check.changes);
    m_items.setPreviews(checked.all);
    if (m_everyone->isChecked() && checked.first.preview.isGood())
        m_rest.look(m_transactions.sliced(std::min(m_transactions.size(), qsizetype(BulkEdit::portion))),
            patchForOthers(checked.first.preview));
    else
        m_rest.clear();
    showProblems();
    showTally();
    enable();
}

void PayloadEditorPanel::showProblems()
{
    const QByteArray text = m_checked->text.toUtf8();
    QList<PayloadEditorText::Mark> marks;
    m_problems->clear();
    for (const EditProblem& problem : std::as_const(m_checked->first.marks)) {
        marks.append({int(QString::fromUtf8(text.first(problem.start)).size()),
            int(QString::fromUtf8(text.first(problem.end)).size()), problem.kind != EditProblem::Kind::NotEditable,
            problemText(problem)});
        auto* item = new QListWidgetItem(marks.constLast().text, m_problems);
        item->setToolTip(item->text());
        item->setForeground(m_theme.color(marks.constLast().bad ? ColorId::BadText : ColorId::WarningText));
    }
    m_problems->setVisible(!marks.isEmpty());
    if (m_text->json() == m_checked->text) // else they belong to what stood there before
        m_text->setMarks(marks);
}

// --- saving

QList<EditPreview> PayloadEditorPanel::toSave() const
{
    QList<EditPreview> good;
    if (m_checked)
        std::ranges::copy_if(m_checked->all, std::back_inserter(good), &EditPreview::isGood);
    return good;
}

QString PayloadEditorPanel::missing() const
{
    if (m_saving)
        return tr("It is being saved.");
    if (!m_checked || m_checking || m_pause.isActive() || m_rest.isLooking() || m_checked->text != m_text->json())
        return tr("It is being checked.");
    if (!m_checked->first.preview.isGood())
        return m_checked->first.marks.isEmpty() && m_checked->first.preview.check.changes.isEmpty()
            ? tr("Nothing is changed yet.")
            : tr("Something is wrong with it.");
    return m_reason->text().trimmed().isEmpty() ? tr("A reason is needed.") : QString();
}

void PayloadEditorPanel::enable()
{
    const QString what = missing();
    m_save->setEnabled(what.isEmpty());
    m_save->setToolTip(what.isEmpty() ? tr("Save, then see the plan of the replay (Ctrl+Enter)") : what);
    const qsizetype good = toSave().size() + m_rest.tally().changed;
    m_save->setText(
        good > 1 ? tr("Save %Ln and plan the replay", "button", int(good)) : tr("Save and plan the replay"));
    m_save->setAccessibleName(m_save->text());
    if (!m_checked)
        return;
    const qsizetype changes = m_checked->first.preview.check.changes.size();
    const qsizetype problems = m_checked->first.marks.size();
    const QString& obstacle = m_checked->first.preview.obstacle;
    if (problems > 0)
        m_state->setText(tr("%Ln problem(s)", "of an edited payload", int(problems)));
    else if (changes == 0)
        m_state->setText(tr("Nothing is changed yet."));
    else if (!obstacle.isEmpty())
        m_state->setText(obstacle);
    else
        m_state->setText(tr("%Ln change(s), nothing is wrong", nullptr, int(changes)));
}

void PayloadEditorPanel::save()
{
    if (!missing().isEmpty())
        return;
    QList<PayloadEdit> edits;
    for (const EditPreview& preview : toSave())
        edits.append(preview.edit());
    m_saving = true;
    m_banner->clear();
    showTally();
    enable();
    m_rest.save(edits, m_reason->text().trimmed());
}

void PayloadEditorPanel::takeSaved(const QList<ActionResult>& results, const std::optional<Error>& error)
{
    m_saving = false;
    showTally();
    enable();
    const bool some = std::ranges::any_of(results, &ActionResult::done);
    if (error && !some) {
        if (error->kind == Failure::InDoubt)
            m_banner->setMessage(Tone::Warning, u"unknown"_s,
                tr("The answer was lost: it may have been saved. Open it again to see, before you save it again."));
        else
            m_banner->setMessage(Tone::Bad, u"alert"_s, tr("It was not saved: %1").arg(error->text));
        return;
    }
    QList<qint64> done;
    QStringList refused;
    for (const ActionResult& result : results) {
        if (result.done)
            done.append(result.id);
        else if (const QString why = systemReason(result.why); !refused.contains(why))
            refused.append(why);
    }
    if (done.isEmpty()) {
        m_banner->setMessage(Tone::Warning, u"alert"_s, tr("Nothing was saved: %1.").arg(refused.join(u", "_s)));
        return;
    }
    if (!refused.isEmpty())
        Q_EMIT notice(tr("%Ln not saved: %1.", nullptr, int(results.size() - done.size())).arg(refused.join(u", "_s)));
    if (error)
        Q_EMIT notice((error->kind == Failure::InDoubt
                ? tr("%Ln saved; the next ones may have been, the answer was lost. The rest is as it was.", nullptr,
                    int(done.size()))
                : tr("%Ln saved, the rest is as it was: %1", nullptr, int(done.size())).arg(error->text)));
    m_checked.reset();
    Q_EMIT saved(done);
}

void PayloadEditorPanel::showTally()
{
    if (!m_checked || !m_everyone->isChecked() || m_transactions.size() < 2)
        return m_tally->clear();
    EditTally tally;
    for (const EditPreview& preview : std::as_const(m_checked->all))
        tally.add(preview);
    tally.refuse(systemReason(u"there is no such message"_s),
        std::min(m_transactions.size(), qsizetype(BulkEdit::portion)) - m_messages.size());
    tally = tally + m_rest.tally();
    const QString all = QLocale().toString(m_transactions.size());
    QStringList lines;
    if (m_saving)
        lines.append(tr("Saving: %1 of %2. Esc stops after this part.", "numbers of messages")
                         .arg(QLocale().toString(m_rest.saved()), QLocale().toString(tally.changed)));
    else if (tally.total() < m_transactions.size())
        lines.append(tr("%1 of %2 looked at", "numbers of messages").arg(QLocale().toString(tally.total()), all));
    else if (m_transactions.size() > m_items.rowCount())
        lines.append(tr("The first %1 of %2 are listed", "numbers of messages")
                         .arg(QLocale().toString(m_items.rowCount()), all));
    lines.append(tally.text());
    m_tally->setText(lines.join(u'\n'));
}

// --- keys and looks

void PayloadEditorPanel::leave()
{
    if (m_saving && m_rest.stopSaving()) // what is saved stays, and leads to its plan
        return;
    const bool typed = m_states->state() == ViewStates::State::Content && m_text->document()->isModified();
    if (typed && !m_warned) {
        m_warned = true;
        m_banner->setMessage(
            Tone::Warning, u"alert"_s, tr("This is not saved. Once more (Esc) drops what you changed."));
        return;
    }
    Q_EMIT closeRequested();
}

void PayloadEditorPanel::focusInside()
{
    if (m_states->state() == ViewStates::State::Content)
        m_text->setFocus(Qt::OtherFocusReason);
    else
        setFocus(Qt::OtherFocusReason);
}

void PayloadEditorPanel::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        leave();
    else if (enter && event->modifiers() & Qt::ControlModifier)
        save();
    event->accept(); // keys of the list mean nothing here
}

void PayloadEditorPanel::dress()
{
    m_back->setIcon(m_theme.icon(u"back"_s));
    m_save->setIcon(m_theme.icon(u"replay"_s, ColorId::AccentText));
    inkLabel(m_title, m_theme, ColorId::Text, FontRole::Title);
    inkLabel(m_scope, m_theme, ColorId::TextSecondary, FontRole::Body);
    inkLabel(m_editable, m_theme, ColorId::TextMuted, FontRole::Small);
    inkLabel(m_state, m_theme, ColorId::Text, FontRole::Heading);
    inkLabel(m_reasonCaption, m_theme, ColorId::TextSecondary, FontRole::Body);
    inkLabel(m_tally, m_theme, ColorId::TextMuted, FontRole::Small);
    inkLabel(m_kept, m_theme, ColorId::TextMuted, FontRole::Small);
    if (m_checked)
        showProblems();
}
