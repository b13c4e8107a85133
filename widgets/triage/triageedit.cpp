// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Editing payloads and what is different, in Triage; the screen itself is in triageview.cpp.
#include "widgets/common/hairsplitter.h"
#include "widgets/triage/exceptioninspector.h"
#include "widgets/triage/exceptionlist.h"
#include "widgets/triage/payloadeditor.h"
#include "widgets/triage/replaypanel.h"
#include "widgets/triage/triageview.h"

#include <QSet>
#include <QStackedWidget>

#include <algorithm>

void TriageView::setPayloadEditor(PayloadEditor& editor)
{
    m_edit = new PayloadEditorPanel(editor, m_theme, this);
    m_pages->addWidget(m_edit);
    m_inspector->setPayloadEditor(&editor);
    connect(m_edit, &PayloadEditorPanel::closeRequested, this, &TriageView::closeReplay);
    connect(m_edit, &PayloadEditorPanel::notice, this, &TriageView::notice);
    connect(m_edit, &PayloadEditorPanel::saved, this, [this](const QList<qint64>& transactions) {
        refresh();
        m_pages->setCurrentWidget(m_replay);
        m_replay->plan(tr("%Ln edited", "scope of a replay", int(transactions.size())), transactions);
    });
    connect(m_inspector, &ExceptionInspector::editRequested, this, &TriageView::editPayload);
}

void TriageView::editPayload()
{
    const Exception* current = m_list->current();
    if (!current)
        return;
    if (current->transactionId == 0) {
        Q_EMIT notice(tr("Nothing was sent here that could be edited."));
        return;
    }
    closeForm();
    QList<qint64> transactions{current->transactionId}; // this one is in the editor
    QSet<qint64> known{0, current->transactionId};
    const auto take = [&](qint64 id) {
        if (const auto before = known.size(); known.insert(id), known.size() > before)
            transactions.append(id);
    };
    if (m_all)
        std::ranges::for_each(messagesOf(*m_all), take);
    else
        std::ranges::for_each(m_list->chosen(), take, &Exception::transactionId);
    if (transactions.size() > PayloadEditorPanel::mostAtOnce)
        Q_EMIT notice(tr("One edit takes the first %Ln.", nullptr, PayloadEditorPanel::mostAtOnce));
    m_pages->setCurrentWidget(m_edit);
    m_edit->open(transactions);
}
