// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/triage/groupforms.h"

#include "models/domain/exceptiontitles.h"
#include "models/domain/statetitles.h"
#include "widgets/common/inklabel.h"
#include "widgets/common/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDateTimeEdit>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStringListModel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
constexpr int mostByDefault = 100;
} // namespace

GroupForms::GroupForms(const Clock& clock, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_theme(theme)
    , m_title(new QLabel(this))
    , m_form(new QFormLayout)
    , m_owner(new QLineEdit(this))
    , m_waitingOn(new QLineEdit(this))
    , m_name(new QLineEdit(this))
    , m_note(new QPlainTextEdit(this))
    , m_untilWanted(new QCheckBox(tr("Until"), this))
    , m_until(new QDateTimeEdit(this))
    , m_mostWanted(new QCheckBox(tr("Or as soon as more are open than"), this))
    , m_most(new QSpinBox(this))
    , m_resolution(new QComboBox(this))
    , m_reason(new QLineEdit(this))
    , m_evidence(new QLineEdit(this))
    , m_facet(new QComboBox(this))
    , m_facetText(new QLineEdit(this))
    , m_confirm(new QPushButton(this))
    , m_cancel(new QPushButton(tr("Cancel", "button: do nothing"), this))
{
    setObjectName(u"groupForms"_s);
    build();
    connect(&theme, &Theme::changed, this, &GroupForms::dress);
    dress();
    hide();
}

void GroupForms::build()
{
    m_title->setObjectName(u"groupFormTitle"_s);
    m_owner->setObjectName(u"groupOwner"_s);
    m_owner->setPlaceholderText(tr("Name of the user"));
    auto* completer = new QCompleter(new QStringListModel(this), this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_owner->setCompleter(completer);
    m_waitingOn->setObjectName(u"groupWaitingOn"_s);
    m_waitingOn->setPlaceholderText(tr("A person, a team or a supplier"));
    m_name->setObjectName(u"groupName"_s);
    m_name->setPlaceholderText(tr("Empty: as the console calls it"));
    m_note->setObjectName(u"groupNote"_s);
    m_note->setPlaceholderText(tr("What did you find out? Everybody can read it; @name makes that person a watcher."));
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(76);
    m_until->setObjectName(u"groupUntil"_s);
    m_until->setCalendarPopup(true);
    m_until->setAccessibleName(tr("Until when"));
    m_most->setObjectName(u"groupMost"_s);
    m_most->setRange(0, 1'000'000);
    m_most->setValue(mostByDefault);
    m_most->setAccessibleName(m_mostWanted->text());
    m_untilWanted->setObjectName(u"groupUntilWanted"_s);
    m_mostWanted->setObjectName(u"groupMostWanted"_s);
    m_resolution->setObjectName(u"groupResolution"_s);
    for (const Resolution resolution :
        {Resolution::FixedInTarget, Resolution::Duplicate, Resolution::Compensated, Resolution::NotNeeded})
        m_resolution->addItem(title(resolution), QVariant::fromValue(resolution));
    m_reason->setObjectName(u"groupReason"_s);
    m_reason->setPlaceholderText(tr("Required"));
    m_evidence->setObjectName(u"groupEvidence"_s);
    m_evidence->setPlaceholderText(tr("Such as a document number or a ticket"));
    m_facet->setObjectName(u"groupFacet"_s);
    m_facetText->setObjectName(u"groupFacetText"_s);
    m_facetText->setPlaceholderText(tr("Words in the message"));
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(Theme::space * 2);
    m_form->setVerticalSpacing(6);
    addRow(tr("Owner", "caption: who works on it"), m_owner);
    addRow(tr("Waiting for", "caption: on whom a group waits"), m_waitingOn);
    addRow(tr("Name", "caption: of a group"), m_name);
    addRow({}, m_note);
    m_form->addRow(m_untilWanted, m_until);
    m_form->addRow(m_mostWanted, m_most);
    addRow(tr("It is", "caption: why a problem is none any more"), m_resolution);
    addRow(tr("Reason", "caption: why a problem is none any more, in own words"), m_reason);
    addRow(tr("Evidence", "caption: what shows that it is so"), m_evidence);
    addRow(tr("What has", "caption: by which value a group is split"), m_facet);
    addRow(tr("Text", "caption: words by which a group is split"), m_facetText);
    m_note->setAccessibleName(tr("Note"));
    m_confirm->setObjectName(u"groupConfirm"_s);
    m_confirm->setDefault(true);
    m_cancel->setObjectName(u"groupCancel"_s);
    m_cancel->setToolTip(tr("Leave it as it is (Esc)"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(Theme::space);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_confirm);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 10, 16, 12);
    layout->setSpacing(Theme::space);
    layout->addWidget(m_title);
    layout->addLayout(m_form);
    layout->addLayout(buttons);
    connect(m_confirm, &QPushButton::clicked, this, &GroupForms::confirm);
    connect(m_cancel, &QPushButton::clicked, this, &GroupForms::dismissed);
    for (QLineEdit* line : {m_owner, m_waitingOn, m_name, m_reason, m_evidence, m_facetText}) {
        connect(line, &QLineEdit::textChanged, this, &GroupForms::enable);
        connect(line, &QLineEdit::returnPressed, this, &GroupForms::confirm);
    }
    connect(m_note, &QPlainTextEdit::textChanged, this, &GroupForms::enable);
    for (QCheckBox* box : {m_untilWanted, m_mostWanted})
        connect(box, &QCheckBox::toggled, this, &GroupForms::enable);
    connect(m_facet, &QComboBox::currentIndexChanged, this, &GroupForms::enable);
}

void GroupForms::addRow(const QString& caption, QWidget* field)
{
    auto* label = new QLabel(caption, this);
    label->setBuddy(field);
    field->setAccessibleName(caption);
    m_rows.append({label, field});
    m_form->addRow(label, field);
}

void GroupForms::present(const QString& title, const QString& confirm, const QList<QWidget*>& fields)
{
    m_title->setText(title);
    m_confirm->setText(confirm);
    m_confirm->setAccessibleName(confirm);
    for (const auto& [label, field] : std::as_const(m_rows)) {
        label->setVisible(fields.contains(field) && !label->text().isEmpty());
        field->setVisible(fields.contains(field));
    }
    for (QWidget* field : {static_cast<QWidget*>(m_untilWanted), static_cast<QWidget*>(m_until),
             static_cast<QWidget*>(m_mostWanted), static_cast<QWidget*>(m_most)})
        field->setVisible(fields.contains(field));
    enable();
    show();
    fields.constFirst()->setFocus(Qt::ShortcutFocusReason);
}

void GroupForms::ask(
    GroupAction action, const QList<ExceptionGroup>& groups, const QStringList& people, bool onlyMatching)
{
    m_groups = groups;
    m_action = action;
    m_splitting = false;
    const int count = int(groups.size());
    for (QLineEdit* line : {m_owner, m_waitingOn, m_reason, m_evidence})
        line->clear();
    m_note->clear();
    static_cast<QStringListModel*>(m_owner->completer()->model())->setStringList(people);
    m_until->setMinimumDateTime(m_clock.now().toLocalTime());
    m_until->setDateTime(m_clock.now().toLocalTime().addDays(1));
    m_untilWanted->setChecked(true);
    m_mostWanted->setChecked(false);
    switch (action) {
    case GroupAction::Assign:
        present(tr("Assign %n group(s)", nullptr, count), tr("Assign", "button"), {m_owner});
        break;
    case GroupAction::Wait:
        present(tr("%n group(s) wait for somebody", nullptr, count), tr("Wait", "button: a group waits"),
            {m_waitingOn, m_untilWanted, m_until});
        break;
    case GroupAction::Archive:
        present(tr("Put %n group(s) into the archive", nullptr, count), tr("Archive", "button: put off"),
            {m_untilWanted, m_until, m_mostWanted, m_most});
        break;
    case GroupAction::Rename:
        m_name->setText(groups.constFirst().title);
        present(tr("Name the group"), tr("Rename", "button"), {m_name});
        break;
    case GroupAction::Resolve: {
        qint64 problems = 0;
        for (const ExceptionGroup& group : groups)
            problems += group.count;
        present(onlyMatching ? tr("Resolve the %Ln problem(s) that are shown of them: they will not be sent any more",
                    nullptr, int(problems))
                             : tr("Resolve %Ln problem(s) with their groups: they will not be sent any more", nullptr,
                                 int(problems)),
            tr("Resolve", "button"), {m_resolution, m_reason, m_evidence});
        break;
    }
    default:
        present(tr("Note on %n group(s)", nullptr, count), tr("Save the note"), {m_note});
    }
}

void GroupForms::suggest(Resolution resolution)
{
    m_resolution->setCurrentIndex(m_resolution->findData(QVariant::fromValue(resolution)));
    m_reason->setFocus(Qt::OtherFocusReason);
}

void GroupForms::askSplit(const ExceptionGroup& group, const QList<GroupFacet>& facets)
{
    m_groups = {group};
    m_splitting = true;
    m_facet->clear();
    for (const GroupFacet& facet : facets) {
        const QString count = locale().toString(facet.count);
        QString text;
        if (facet.field == "channel"_L1)
            text = tr("channel %1 (%2)", "a sales channel and how many have it")
                       .arg(channelTitle(facet.value, facet.title), count);
        else if (facet.field == "target"_L1)
            text = tr("target %1 (%2)", "a target and how many have it").arg(facet.value, count);
        else
            text = tr("code %1 (%2)", "an error's code and how many have it").arg(facet.value, count);
        m_facet->addItem(text, QStringList{facet.field, facet.value});
    }
    m_facet->addItem(tr("certain words in its message"), QStringList{u"text"_s, {}});
    m_facetText->clear();
    present(tr("Split off, now and for what comes later"), tr("Split", "button: part of a group becomes its own"),
        {m_facet, m_facetText});
}

QString GroupForms::missing() const
{
    if (m_splitting)
        return m_facet->currentData().toStringList().value(1).isEmpty() && m_facetText->text().trimmed().isEmpty()
            ? tr("Which words?")
            : QString();
    switch (m_action) {
    case GroupAction::Assign:
        return m_owner->text().trimmed().isEmpty() ? tr("To whom?") : QString();
    case GroupAction::Wait:
        return m_waitingOn->text().trimmed().isEmpty() ? tr("For whom?") : QString();
    case GroupAction::Archive:
        return m_untilWanted->isChecked() || m_mostWanted->isChecked() ? QString() : tr("Until when?");
    case GroupAction::Note:
        return m_note->toPlainText().trimmed().isEmpty() ? tr("The note is empty.") : QString();
    case GroupAction::Resolve:
        return m_reason->text().trimmed().isEmpty() ? tr("A reason is needed.") : QString();
    default:
        return {};
    }
}

void GroupForms::enable()
{
    m_until->setEnabled(m_untilWanted->isChecked());
    m_most->setEnabled(m_mostWanted->isChecked());
    m_facetText->setEnabled(m_facet->currentData().toStringList().value(1).isEmpty());
    const QString what = missing();
    m_confirm->setEnabled(what.isEmpty());
    //: Tool tip of a button: its key
    m_confirm->setToolTip(what.isEmpty() ? tr("%1 (Ctrl+Enter)").arg(m_confirm->text()) : what);
}

void GroupForms::confirm()
{
    if (isHidden() || !missing().isEmpty()) // Ctrl+Enter in a line comes twice
        return;
    if (m_splitting) {
        const QStringList facet = m_facet->currentData().toStringList();
        const QString value = facet.value(1).isEmpty() ? m_facetText->text().trimmed() : facet.value(1);
        Q_EMIT splitDecided(facet.value(0), value);
        return;
    }
    GroupActionDetails details;
    details.owner = m_owner->text().trimmed();
    details.text = m_note->toPlainText().trimmed();
    details.title = m_name->text().trimmed();
    details.waitingOn = m_waitingOn->text().trimmed();
    if (m_untilWanted->isChecked())
        details.until = m_until->dateTime().toUTC();
    if (m_mostWanted->isChecked())
        details.most = m_most->value();
    details.resolution = m_resolution->currentData().value<Resolution>();
    details.reason = m_reason->text().trimmed();
    details.evidence = m_evidence->text().trimmed();
    Q_EMIT decided(m_action, details);
}

void GroupForms::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        Q_EMIT dismissed();
    else if (enter && event->modifiers() & Qt::ControlModifier)
        confirm();
    else if (!enter) // keys of the page mean nothing here
        event->accept();
}

void GroupForms::dress()
{
    inkLabel(m_title, m_theme, ColorId::Text, FontRole::BodyStrong);
    for (const auto& [label, field] : std::as_const(m_rows))
        inkLabel(label, m_theme, ColorId::TextSecondary, FontRole::Body);
    update();
}

void GroupForms::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorId::Window));
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.color(ColorId::Border));
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color(ColorId::Border));
}
