// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The panel of a replay where targets are only asked whether they have the messages; the panel itself is in
// replaypanel.cpp.
#include "widgets/triage/planlines.h"
#include "widgets/triage/planoptions.h"
#include "widgets/triage/replaypanel.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

/// What is different where nothing is sent.
void ReplayPanel::sayWhat()
{
    m_title->setText(asks() ? tr("Verify: ask the targets", "title: a plan to ask whether they have messages")
                            : tr("Replay: the plan"));
    m_frozen->setText(asks()
            ? tr(
                "The targets are asked about this list, and nothing is sent, whatever they say. A message that changes "
                "before it is asked about is left out and reported.")
            : tr("What is started is this list. A message that changes before it is sent is left out and "
                 "reported. Nothing has been sent yet."));
    m_reason->setPlaceholderText(asks() ? tr("It goes into the audit trail; it may stay empty.")
                                        : tr("Why are these sent again? It goes into the audit trail."));
    m_options->setVisible(!asks());
    m_approval->setVisible(!asks());
    dress();
}

void ReplayPanel::enableQuestion()
{
    const qint64 asked = m_lines->sending();
    const qint64 rest = m_lines->total() - asked;
    const QString can = tr("%Ln can be asked about", "messages of a plan", int(asked));
    //: How many can be asked about, how many cannot
    m_sum->setText(rest > 0
            ? tr("%1, %2.").arg(can, tr("%Ln not", "messages of a plan that cannot be asked about", int(rest)))
            : can + u'.');
    m_start->setText(tr("Ask about %Ln", "button: targets are asked whether they have messages", int(asked)));
    m_start->setAccessibleName(m_start->text());
    const QString what = missing();
    m_start->setEnabled(what.isEmpty());
    m_start->setToolTip(what.isEmpty() ? tr("Ask the targets; nothing is sent (Ctrl+Enter)") : what);
}
