// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/triage/decisionpanel.h"

#include "models/domain/exceptiontitles.h"
#include "widgets/common/flowlayout.h"
#include "widgets/common/inklabel.h"
#include "widgets/common/theme.h"

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
#include <QStringListModel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

enum DecisionForm { AssignForm, NoteForm, SnoozeForm, ResolveForm };

constexpr qint64 snoozeHour = 3600;

} // namespace

DecisionPanel::DecisionPanel(const Clock& clock, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_theme(theme)
    , m_title(new QLabel(this))
    , m_owner(new QLineEdit(this))
    , m_release(makeButton(u"decisionRelease"_s, tr("Back to the team", "button: nobody owns it any more"),
          tr("Nobody owns it any more")))
    , m_note(new QPlainTextEdit(this))
    , m_until(new QDateTimeEdit(this))
    , m_resolution(new QComboBox(this))
    , m_takesBack(new QLabel(tr("Messages are sent: what was done before for these orders is taken back, as far as "
                                "their flows provide for it."),
          this))
    , m_reason(new QLineEdit(this))
    , m_evidence(new QLineEdit(this))
    , m_confirm(makeButton(u"decisionConfirm"_s, {}, {}))
    , m_cancel(makeButton(u"decisionCancel"_s, tr("Cancel", "button: do nothing"), tr("Leave it as it is (Esc)")))
{
    setObjectName(u"decision"_s);
    m_title->setObjectName(u"decisionTitle"_s);
    m_confirm->setDefault(true);
    m_forms = {makeAssign(), makeNote(), makeSnooze(), makeResolve()};
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(Theme::space);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_confirm);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 10, 16, 12);
    layout->setSpacing(Theme::space);
    layout->addWidget(m_title);
    for (QWidget* form : std::as_const(m_forms))
        layout->addWidget(form);
    layout->addLayout(buttons);
    connect(m_confirm, &QPushButton::clicked, this, &DecisionPanel::confirm);
    connect(m_cancel, &QPushButton::clicked, this, &DecisionPanel::dismissed);
    connect(m_release, &QPushButton::clicked, this, [this] { Q_EMIT decided(ExceptionAction::Release, {}); });
    for (QLineEdit* line : {m_owner, m_reason, m_evidence}) {
        connect(line, &QLineEdit::textChanged, this, &DecisionPanel::enable);
        connect(line, &QLineEdit::returnPressed, this, &DecisionPanel::confirm);
    }
    connect(m_note, &QPlainTextEdit::textChanged, this, &DecisionPanel::enable);
    connect(&theme, &Theme::changed, this, &DecisionPanel::dress);
    dress();
    hide();
}

QPushButton* DecisionPanel::makeButton(const QString& name, const QString& text, const QString& tip)
{
    auto* button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setToolTip(tip);
    button->setAutoDefault(false);
    return button;
}

QWidget* DecisionPanel::makeAssign()
{
    auto* form = new QWidget(this);
    auto* layout = new QHBoxLayout(form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space);
    m_owner->setObjectName(u"decisionOwner"_s);
    m_owner->setPlaceholderText(tr("Name of the user"));
    m_owner->setAccessibleName(tr("Assign to"));
    auto* completer = new QCompleter(new QStringListModel(this), this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_owner->setCompleter(completer);
    layout->addWidget(m_owner, 1);
    layout->addWidget(m_release);
    return form;
}

QWidget* DecisionPanel::makeNote()
{
    auto* form = new QWidget(this);
    auto* layout = new QVBoxLayout(form);
    layout->setContentsMargins(0, 0, 0, 0);
    m_note->setObjectName(u"decisionNote"_s);
    m_note->setAccessibleName(tr("Note"));
    m_note->setPlaceholderText(tr("What did you find out? Everybody can read it."));
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(76);
    layout->addWidget(m_note);
    return form;
}

QWidget* DecisionPanel::makeSnooze()
{
    auto* form = new QWidget(this);
    auto* layout = new FlowLayout(form, Theme::space, Theme::space);
    layout->setContentsMargins(0, 0, 0, 0);
    const auto add = [this, layout](const QString& name, const QString& text, auto does) {
        QPushButton* button = makeButton(name, text, {});
        connect(button, &QPushButton::clicked, this, does);
        layout->addWidget(button);
        return button;
    };
    m_firstSnooze = add(u"snoozeHour"_s, tr("1 hour"), [this] { snoozeFor(snoozeHour); });
    add(u"snoozeHours"_s, tr("4 hours"), [this] { snoozeFor(4 * snoozeHour); });
    add(u"snoozeTomorrow"_s, tr("Tomorrow 8:00"),
        [this] { snoozeFor(m_clock.now().secsTo(tomorrowMorning(m_clock.now()))); });
    m_until->setObjectName(u"snoozeUntil"_s);
    m_until->setAccessibleName(tr("Snooze until"));
    m_until->setCalendarPopup(true);
    m_until->setFixedHeight(m_firstSnooze->sizeHint().height());
    m_until->setMinimumWidth(m_until->sizeHint().width() + 2 * Theme::space); // its arrow takes more than it reckons
    layout->addWidget(m_until);
    return form;
}

QWidget* DecisionPanel::makeResolve()
{
    auto* form = new QWidget(this);
    auto* layout = new QFormLayout(form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(Theme::space * 2);
    layout->setVerticalSpacing(6);
    m_resolution->setObjectName(u"decisionResolution"_s);
    for (const Resolution resolution :
        {Resolution::FixedInTarget, Resolution::Duplicate, Resolution::Compensated, Resolution::NotNeeded})
        m_resolution->addItem(title(resolution), QVariant::fromValue(resolution));
    m_reason->setObjectName(u"decisionReason"_s);
    m_reason->setPlaceholderText(tr("Required"));
    m_evidence->setObjectName(u"decisionEvidence"_s);
    m_evidence->setPlaceholderText(tr("Such as a document number or a ticket"));
    const auto add = [this, layout](const QString& caption, QWidget* field) {
        auto* label = new QLabel(caption, this);
        label->setBuddy(field);
        label->setMinimumHeight(field->sizeHint().height()); // so that both stand on one line
        field->setAccessibleName(caption);
        m_captions.append(label);
        layout->addRow(label, field);
    };
    add(tr("It is", "caption: why a problem is none any more"), m_resolution);
    m_takesBack->setObjectName(u"decisionTakesBack"_s);
    m_takesBack->setWordWrap(true);
    layout->setWidget(layout->rowCount(), QFormLayout::FieldRole, m_takesBack);
    connect(m_resolution, &QComboBox::currentIndexChanged, this, &DecisionPanel::showTakesBack);
    showTakesBack();
    add(tr("Reason", "caption: why a problem is none any more, in own words"), m_reason);
    add(tr("Evidence", "caption: what shows that it is so"), m_evidence);
    return form;
}

QDateTime DecisionPanel::tomorrowMorning(const QDateTime& now)
{
    return QDateTime(now.toLocalTime().date().addDays(1), QTime(8, 0)).toUTC();
}

void DecisionPanel::askDuplicate(int count)
{
    ask(ExceptionAction::Resolve, count, {});
    m_resolution->setCurrentIndex(m_resolution->findData(QVariant::fromValue(Resolution::Duplicate)));
    m_reason->setFocus(Qt::OtherFocusReason);
}

void DecisionPanel::ask(ExceptionAction action, int count, const QStringList& people)
{
    m_action = action;
    m_confirm->show();
    QWidget* first = m_note;
    int shown = NoteForm;
    switch (action) {
    case ExceptionAction::Assign:
        m_title->setText(tr("Assign %n problem(s)", nullptr, count));
        m_confirm->setText(tr("Assign", "button"));
        shown = AssignForm;
        static_cast<QStringListModel*>(m_owner->completer()->model())->setStringList(people);
        m_owner->clear();
        first = m_owner;
        break;
    case ExceptionAction::Snooze:
        m_title->setText(tr("Snooze %n problem(s)", nullptr, count));
        m_confirm->setText(tr("Until then", "button: snooze until the time that was entered"));
        shown = SnoozeForm;
        m_until->setMinimumDateTime(m_clock.now().toLocalTime());
        m_until->setDateTime(m_clock.now().toLocalTime().addDays(2));
        first = m_firstSnooze;
        break;
    case ExceptionAction::Resolve:
        m_title->setText(tr("Resolve %n problem(s)", nullptr, count));
        m_confirm->setText(tr("Resolve", "button"));
        shown = ResolveForm;
        m_reason->clear();
        m_evidence->clear();
        first = m_resolution;
        break;
    default:
        m_title->setText(tr("Note on %n problem(s)", nullptr, count));
        m_confirm->setText(tr("Save the note"));
        shown = NoteForm;
        m_note->clear();
        break;
    }
    m_confirm->setAccessibleName(m_confirm->text());
    for (int form = 0; form < int(m_forms.size()); ++form)
        m_forms.at(form)->setVisible(form == shown);
    enable();
    show();
    first->setFocus(Qt::ShortcutFocusReason);
}

void DecisionPanel::snoozeFor(qint64 seconds)
{
    ActionDetails details;
    details.until = m_clock.now().addSecs(seconds);
    Q_EMIT decided(ExceptionAction::Snooze, details);
}

QString DecisionPanel::missing() const
{
    switch (m_action) {
    case ExceptionAction::Assign:
        return m_owner->text().trimmed().isEmpty() ? tr("To whom?") : QString();
    case ExceptionAction::Note:
        return m_note->toPlainText().trimmed().isEmpty() ? tr("The note is empty.") : QString();
    case ExceptionAction::Resolve:
        return m_reason->text().trimmed().isEmpty() ? tr("A reason is needed.") : QString();
    default:
        return {};
    }
}

void DecisionPanel::enable()
{
    const QString what = missing();
    m_confirm->setEnabled(what.isEmpty());
    //: Tool tip of a button: its key
    m_confirm->setToolTip(what.isEmpty() ? tr("%1 (Ctrl+Enter)").arg(m_confirm->text()) : what);
}

void DecisionPanel::showTakesBack()
{
    m_takesBack->setVisible(m_resolution->currentData().value<Resolution>() == Resolution::Compensated);
}

void DecisionPanel::confirm()
{
    if (isHidden() || !missing().isEmpty()) // Ctrl+Enter in a line comes twice
        return;
    ActionDetails details;
    details.owner = m_owner->text().trimmed();
    details.text = m_note->toPlainText().trimmed();
    details.until = m_until->dateTime().toUTC();
    details.resolution = m_resolution->currentData().value<Resolution>();
    details.reason = m_reason->text().trimmed();
    details.evidence = m_evidence->text().trimmed();
    Q_EMIT decided(m_action, details);
}

void DecisionPanel::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        Q_EMIT dismissed();
    else if (enter && event->modifiers() & Qt::ControlModifier)
        confirm();
    else if (!enter) // keys of the page mean nothing here
        event->accept();
}

void DecisionPanel::dress()
{
    inkLabel(m_title, m_theme, ColorId::Text, FontRole::BodyStrong);
    for (QLabel* caption : std::as_const(m_captions))
        inkLabel(caption, m_theme, ColorId::TextSecondary, FontRole::Body);
    inkLabel(m_takesBack, m_theme, ColorId::WarningText, FontRole::Body);
    update();
}

void DecisionPanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorId::Window));
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.color(ColorId::Border));
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color(ColorId::Border));
}
