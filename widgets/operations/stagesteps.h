// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/operation.h"
#include "widgets/common/chip.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

/// The stages of an operation as steps, with what came of each. Hidden where there is only one.
class StageSteps : public QWidget
{
    Q_OBJECT
public:
    explicit StageSteps(const Theme& theme, QWidget* parent = nullptr);

    void setOperation(const Operation& operation);

private:
    struct Step
    {
        QLabel* drawing;
        QLabel* share;
        QLabel* outcome;
    };
    void build(qsizetype count);
    static ChipLook look(const Operation& operation, qsizetype at);
    static QString outcome(const Operation& operation, qsizetype at);

    const Theme& m_theme;
    QHBoxLayout* m_layout;
    QList<Step> m_steps;
};
