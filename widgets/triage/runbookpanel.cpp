// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/triage/runbookpanel.h"

#include "models/domain/systemreason.h"
#include "models/domain/whenfinished.h"
#include "widgets/common/inklabel.h"
#include "widgets/triage/runbooktext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
constexpr int runbookPanelWidth = 880;
constexpr int runbookPanelHeight = 620;
} // namespace

RunbookPanel::RunbookPanel(Runbooks& source, const Theme& theme, QWidget* window)
    : Overlay(theme, window)
    , m_source(source)
    , m_heading(new QLabel(panel()))
    , m_title(new QLineEdit(panel()))
    , m_class(new QComboBox(panel()))
    , m_flow(new QLineEdit(panel()))
    , m_code(new QLineEdit(panel()))
    , m_team(new QLineEdit(panel()))
    , m_owner(new QLineEdit(panel()))
    , m_causeOnly(new QCheckBox(tr("Only for exactly this cause"), panel()))
    , m_steps(new QPlainTextEdit(panel()))
    , m_preview(new RunbookText(theme, panel()))
    , m_problem(new QLabel(panel()))
    , m_remove(new QPushButton(tr("Remove", "button: a runbook"), panel()))
    , m_cancel(new QPushButton(tr("Cancel", "button: do nothing"), panel()))
    , m_save(new QPushButton(tr("Save", "button: a runbook"), panel()))
{
    setObjectName(u"runbookPanel"_s);
    setAccessibleName(tr("Runbook"));
    build();
    for (const QString& name : runbookClasses())
        m_class->addItem(runbookClassTitle(name), name);
    for (QLineEdit* line : {m_title, m_flow, m_code, m_team, m_owner})
        connect(line, &QLineEdit::textChanged, this, &RunbookPanel::showState);
    connect(m_steps, &QPlainTextEdit::textChanged, this, &RunbookPanel::showState);
    connect(m_steps, &QPlainTextEdit::textChanged, this, &RunbookPanel::showPreview);
    connect(m_save, &QPushButton::clicked, this, &RunbookPanel::save);
    connect(m_remove, &QPushButton::clicked, this, &RunbookPanel::remove);
    connect(m_cancel, &QPushButton::clicked, this, &Overlay::close);
}

void RunbookPanel::build()
{
    m_heading->setFont(m_theme.font(FontRole::Title));
    m_problem->setObjectName(u"runbookProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    inkLabel(m_problem, m_theme, ColorId::BadText, FontRole::Body);
    m_steps->setTabChangesFocus(true);
    m_steps->setPlaceholderText(
        tr("The steps, one a line: 1. \u2026 2. \u2026 Links and **bold** are understood (Markdown)."));
    m_flow->setPlaceholderText(tr("* = any", "placeholder: a flow"));
    m_code->setPlaceholderText(tr("any, * for any text", "placeholder: code of an error"));
    m_team->setPlaceholderText(tr("any", "placeholder: a team"));
    m_title->setMaxLength(Runbook::longestTitle);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    const auto add = [&](const QString& text, QWidget* field, const QString& name) {
        field->setObjectName(name);
        field->setAccessibleName(text);
        form->addRow(text, field);
    };
    add(tr("Title", "field: of a runbook"), m_title, u"runbookTitle"_s);
    add(tr("Kind of error", "field: what a runbook is for"), m_class, u"runbookClass"_s);
    add(tr("Flow", "field: what a runbook is for"), m_flow, u"runbookFlow"_s);
    add(tr("Error code", "field: what a runbook is for"), m_code, u"runbookCode"_s);
    add(tr("Team", "field: what a runbook is for"), m_team, u"runbookTeam"_s);
    add(tr("Owner", "field: who keeps a runbook right"), m_owner, u"runbookOwner"_s);
    m_causeOnly->setObjectName(u"runbookCause"_s);
    form->addRow(QString(), m_causeOnly);
    m_steps->setObjectName(u"runbookEdit"_s);
    m_steps->setAccessibleName(tr("What to do"));
    m_preview->setObjectName(u"runbookPreview"_s);
    m_preview->setAccessibleName(tr("Preview of the steps"));
    m_preview->setPlaceholderText(tr("Here stands what it will look like."));
    m_preview->setFrameShape(QFrame::StyledPanel);
    m_preview->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    auto* steps = new QHBoxLayout;
    steps->setSpacing(12);
    steps->addWidget(m_steps, 1);
    steps->addWidget(m_preview, 1);
    m_remove->setObjectName(u"runbookRemove"_s);
    m_save->setObjectName(u"runbookSave"_s);
    m_save->setDefault(true);
    m_save->setToolTip(u"Ctrl+Enter"_s);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_remove);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);
    auto* layout = new QVBoxLayout(panel());
    layout->setContentsMargins(24, 20, 24, 18);
    layout->setSpacing(12);
    layout->addWidget(m_heading);
    layout->addLayout(form);
    layout->addLayout(steps, 1);
    layout->addWidget(m_problem);
    layout->addLayout(buttons);
}

void RunbookPanel::edit(const Runbook& runbook, const QString& fingerprint)
{
    m_runbook = runbook;
    m_cause = runbook.fingerprint.isEmpty() ? fingerprint : runbook.fingerprint;
    m_warned = false;
    m_sure = false;
    m_heading->setText(runbook.id == 0 ? tr("Write a runbook") : tr("Edit the runbook"));
    m_title->setText(runbook.title);
    m_class->setCurrentIndex(std::max(0, m_class->findData(runbook.errorClass)));
    m_flow->setText(runbook.flow);
    m_code->setText(runbook.errorCode);
    m_team->setText(runbook.team);
    m_owner->setText(runbook.owner);
    m_causeOnly->setChecked(!runbook.fingerprint.isEmpty());
    m_causeOnly->setVisible(!m_cause.isEmpty());
    m_steps->setPlainText(runbook.content);
    m_remove->setText(tr("Remove", "button: a runbook"));
    m_remove->setVisible(runbook.id != 0);
    say({});
    open();
    (runbook.id == 0 ? static_cast<QWidget*>(m_title) : m_steps)->setFocus(Qt::OtherFocusReason);
    showState();
}

Runbook RunbookPanel::written() const
{
    Runbook runbook = m_runbook;
    runbook.title = m_title->text().trimmed();
    runbook.errorClass = m_class->currentData().toString();
    runbook.flow = m_flow->text().trimmed().isEmpty() ? u"*"_s : m_flow->text().trimmed();
    runbook.errorCode = m_code->text().trimmed();
    runbook.team = m_team->text().trimmed();
    runbook.owner = m_owner->text().trimmed();
    runbook.fingerprint = m_causeOnly->isChecked() ? m_cause : QString();
    runbook.content = m_steps->toPlainText();
    return runbook;
}

bool RunbookPanel::isChanged() const
{
    return written() != m_runbook;
}

void RunbookPanel::showState()
{
    const Runbook now = written();
    m_save->setEnabled(!m_asking && !now.title.isEmpty() && !now.content.trimmed().isEmpty());
    if (now.content.size() > Runbook::longestContent)
        say(tr("The steps have %1 characters at most.").arg(locale().toString(Runbook::longestContent)));
    else if (!m_asking)
        say({});
}

/// As it is written; what was scrolled to stays in sight.
void RunbookPanel::showPreview()
{
    const int scrolled = m_preview->verticalScrollBar()->value();
    m_preview->setSteps(m_steps->toPlainText());
    m_preview->verticalScrollBar()->setValue(scrolled);
}

void RunbookPanel::say(const QString& problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void RunbookPanel::save()
{
    if (m_save->isEnabled())
        finish(m_source.put(written()), tr("Runbook saved."));
}

void RunbookPanel::remove()
{
    if (!std::exchange(m_sure, true)) {
        m_remove->setText(tr("Remove it for everybody", "button: a runbook, asked once more"));
        return;
    }
    finish(m_source.remove(m_runbook.id, m_runbook.version), tr("Runbook removed."));
}

void RunbookPanel::finish(const QFuture<Outcome<qint64>>& future, const QString& done)
{
    m_asking = true;
    showState();
    whenFinished(future, this, [this, done](const Outcome<qint64>& outcome) {
        m_asking = false;
        showState();
        if (!outcome) {
            say(tr("Not saved: %1").arg(systemReason(outcome.error().text)));
            return;
        }
        m_runbook = written();
        close();
        Q_EMIT notice(done);
        Q_EMIT saved();
    });
}

QRect RunbookPanel::panelRect(const QSize& area) const
{
    const int width = std::min(runbookPanelWidth, area.width() - 40);
    const int height = std::min(runbookPanelHeight, area.height() - 40);
    return {(area.width() - width) / 2, std::max(20, (area.height() - height) / 3), width, height};
}

QList<QWidget*> RunbookPanel::ring() const
{
    QList<QWidget*> widgets{
        m_title, m_class, m_flow, m_code, m_team, m_owner, m_causeOnly, m_steps, m_preview, m_remove, m_cancel, m_save};
    widgets.removeIf([](const QWidget* widget) { return !widget->isVisible() || !widget->isEnabled(); });
    return widgets;
}

bool RunbookPanel::focusNextPrevChild(bool next)
{
    const QList<QWidget*> widgets = ring();
    if (widgets.isEmpty())
        return true; // it is being closed
    const auto at = widgets.indexOf(focusWidget());
    widgets.at((at + (next ? 1 : widgets.size() - 1)) % widgets.size())->setFocus(Qt::TabFocusReason);
    return true;
}

void RunbookPanel::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() & Qt::ControlModifier) {
        save();
        event->accept();
        return;
    }
    if (event->key() == Qt::Key_Escape && isChanged() && !std::exchange(m_warned, true)) {
        say(tr("What you wrote is not saved. Esc once more leaves it."));
        event->accept();
        return;
    }
    Overlay::keyPressEvent(event);
}

void RunbookPanel::mousePressEvent(QMouseEvent* event)
{
    if (!isChanged()) // a click beside it must not throw away what was written
        Overlay::mousePressEvent(event);
}
