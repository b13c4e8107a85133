// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/domain/exceptionsource.h"

#include <QWidget>

class Chip;
class Fact;
class QLabel;
class RunbookCard;
class QToolButton;
class Theme;

/// The head of the inspector: what it is about, its states, the matter in plain sentences, and the facts.
class InspectorHead : public QWidget
{
    Q_OBJECT
public:
    InspectorHead(const Clock& clock, const Theme& theme, QWidget* parent = nullptr);

    void setException(const Exception& it);
    /// With what only the detail knows: how many share the cause, the key at the target.
    void setDetail(const ExceptionDetail& detail);
    RunbookCard* runbookCard() const { return m_runbook; }

Q_SIGNALS:
    void orderRequested();
    void copyRequested();

private:
    void build();
    void setAdvice(const QString& advice);
    void setFacts(const Exception& it);
    void dress();

    const Clock& m_clock;
    const Theme& m_theme;
    qint64 m_id = 0; ///< of the exception that is shown
    QLabel* m_title;
    QToolButton* m_order;
    QToolButton* m_copy;
    QLabel* m_sentence;
    QLabel* m_adviceCaption;
    QLabel* m_advice;
    RunbookCard* m_runbook;
    Chip* m_state;
    Chip* m_severity;
    Chip* m_replay;
    QList<Fact*> m_facts;
};
