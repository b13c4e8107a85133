// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/operation.h"

#include <QWidget>

class QCheckBox;
class QVBoxLayout;
class Theme;

/// The classes of a plan, a line each: how many, what is done with them, and for those that can be sent whether they
/// are.
class PlanLines : public QWidget
{
    Q_OBJECT
public:
    explicit PlanLines(const Theme& theme, QWidget* parent = nullptr);

    void setPlan(const Operation& previewed);
    /// What is sent: Safe, Verify, WillFail. Of a question what is asked about, which nobody has to choose: Verify.
    QList<ReplayClass> classes() const;
    qint64 sending() const; ///< how many these are
    qint64 total() const { return m_operation.total; }

Q_SIGNALS:
    void changed();

private:
    void build();
    qint64 count(ReplayClass replay) const;

    const Theme& m_theme;
    Operation m_operation;
    QList<std::pair<ReplayClass, QCheckBox*>> m_choices;
    QVBoxLayout* m_lines;
};
