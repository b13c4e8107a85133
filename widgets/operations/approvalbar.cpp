// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/operations/approvalbar.h"

#include "models/domain/operationtexts.h"
#include "models/domain/systemreason.h"
#include "widgets/common/inklabel.h"
#include "widgets/common/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

ApprovalBar::ApprovalBar(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_reasons(new QLabel(this))
    , m_note(new QLineEdit(this))
    , m_approve(new QPushButton(tr("Approve", "button: agree to a replay"), this))
    , m_reject(new QPushButton(tr("Reject", "button: do not agree to a replay"), this))
{
    setObjectName(u"approval"_s);
    m_reasons->setObjectName(u"approvalReasons"_s);
    m_reasons->setTextFormat(Qt::PlainText);
    m_reasons->setWordWrap(true);
    m_note->setObjectName(u"approvalNote"_s);
    m_note->setAccessibleName(tr("Note"));
    m_note->setPlaceholderText(tr("Note; a rejection needs one"));
    m_note->setMinimumWidth(320);
    m_approve->setObjectName(u"operationApprove"_s);
    m_approve->setDefault(true);
    m_reject->setObjectName(u"operationReject"_s);
    for (QPushButton* button : {m_approve, m_reject}) {
        button->setAutoDefault(false);
        button->setAccessibleName(button->text());
    }
    auto* row = new QHBoxLayout;
    row->setSpacing(Theme::space);
    row->addWidget(m_note, 1);
    row->addWidget(m_approve);
    row->addWidget(m_reject);
    row->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_reasons);
    layout->addLayout(row);
    connect(m_approve, &QPushButton::clicked, this, &ApprovalBar::approve);
    connect(m_reject, &QPushButton::clicked, this, &ApprovalBar::reject);
    connect(m_note, &QLineEdit::textChanged, this, &ApprovalBar::enable);
    connect(&theme, &Theme::changed, this, &ApprovalBar::dress);
    dress();
    hide();
}

void ApprovalBar::setOperation(const Operation& operation)
{
    if (operation.id != m_operation.id)
        m_note->clear();
    m_operation = operation;
    setVisible(operation.state == OperationState::AwaitingApproval);
    m_reasons->setText(OperationTexts::approvalReasons(operation, operation.classes, QLocale()).join(u'\n'));
    enable();
}

void ApprovalBar::setBusy(bool busy)
{
    m_busy = busy;
    enable();
}

void ApprovalBar::enable()
{
    const bool may = m_operation.mayNotApprove.isEmpty();
    const bool noted = !m_note->text().trimmed().isEmpty();
    const QString why = systemReason(m_operation.mayNotApprove);
    m_note->setEnabled(may);
    m_approve->setEnabled(may && !m_busy);
    m_reject->setEnabled(may && noted && !m_busy);
    m_approve->setToolTip(may ? tr("Let exactly this list be sent (Ctrl+Enter in the note)") : why);
    m_reject->setToolTip(!may ? why : noted ? tr("Nothing of it is sent") : tr("A rejection needs a reason."));
}

void ApprovalBar::focusNote()
{
    m_note->setFocus(Qt::OtherFocusReason);
}

void ApprovalBar::approve()
{
    if (m_approve->isEnabled())
        Q_EMIT approved(m_note->text().trimmed());
}

void ApprovalBar::reject()
{
    if (m_reject->isEnabled())
        Q_EMIT rejected(m_note->text().trimmed());
}

void ApprovalBar::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() & Qt::ControlModifier)
        approve();
    else if (event->key() == Qt::Key_Escape)
        QWidget::keyPressEvent(event); // back, as everywhere
    else
        event->accept(); // letters are written, they are no commands here
}

void ApprovalBar::dress()
{
    m_approve->setIcon(m_theme.icon(u"check"_s, ColorId::AccentText));
    m_reject->setIcon(m_theme.icon(u"ban"_s));
    inkLabel(m_reasons, m_theme, ColorId::TextSecondary, FontRole::Body);
}
