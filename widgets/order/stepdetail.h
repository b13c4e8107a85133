// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/milestonemodel.h"

#include <QWidget>

class Chip;
class Fact;
class QLabel;
class QPushButton;
class Theme;

/// Everything about the step that has the focus: who owes it, when it could start, was due and was reached, how long
/// that took and what is normal, what proves it, and what is odd about it.
class StepDetail : public QWidget
{
    Q_OBJECT
public:
    StepDetail(const Theme& theme, const MilestoneModel& model, QWidget* parent = nullptr);

    void setKey(const QString& key);
    QString key() const { return m_key; }

Q_SIGNALS:
    void evidenceRequested(const QString& source, const QString& id);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();
    void dress();
    void showStep(const MilestoneRow& row);

    const Theme& m_theme;
    const MilestoneModel& m_model;
    QString m_key;
    QLabel* m_title;
    Chip* m_state;
    Chip* m_target;
    QPushButton* m_evidenceButton;
    Fact* m_system;
    Fact* m_eligible;
    Fact* m_due;
    Fact* m_reached;
    Fact* m_took;
    Fact* m_normal;
    Fact* m_evidence;
    QLabel* m_remark;
};
