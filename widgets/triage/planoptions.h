// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/operation.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QDoubleSpinBox;
class QSpinBox;
class Theme;

/// How a replay is carried out: in which stages, how fast, from when, and what stops it.
class PlanOptions : public QWidget
{
    Q_OBJECT
public:
    explicit PlanOptions(const Theme& theme, QWidget* parent = nullptr);

    /// As the database proposes for this plan.
    void setPlan(const Operation& previewed);
    /// Without reason and classes.
    ReplayOptions options() const;
    /// Why it cannot be started like this; empty: it can.
    QString missing() const;

Q_SIGNALS:
    void changed();

private:
    void build();

    const Theme& m_theme;
    QComboBox* m_ramp;
    QDoubleSpinBox* m_rate;
    QSpinBox* m_stop;
    QCheckBox* m_later;
    QDateTimeEdit* m_startAt;
};
