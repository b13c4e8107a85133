// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/domain/groupgateway.h"
#include "models/domain/groupsource.h"

#include <QWidget>

class QComboBox;
class QDateTimeEdit;
class QFormLayout;
class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;
class Theme;

/// What a decision on groups needs to know, asked for in place. Ctrl+Enter confirms, Esc leaves it. Hidden until it is
/// asked.
class GroupForms : public QWidget
{
    Q_OBJECT
public:
    GroupForms(const Clock& clock, const Theme& theme, QWidget* parent = nullptr);

    /// Assign, Note, Wait, Archive, Rename or Resolve, about these. `people` are offered as owners.
    /// onlyMatching: a filter or a queue leaves part of the groups out, which a resolving does not mean.
    void ask(GroupAction action, const QList<ExceptionGroup>& groups, const QStringList& people, bool onlyMatching);
    /// By what to split this group; `facets` are offered.
    void askSplit(const ExceptionGroup& group, const QList<GroupFacet>& facets);
    /// While Resolve is asked about: this way, unless the person says otherwise.
    void suggest(Resolution resolution);
    const QList<ExceptionGroup>& groups() const { return m_groups; } ///< that were asked about

Q_SIGNALS:
    void decided(GroupAction action, const GroupActionDetails& details);
    void splitDecided(const QString& field, const QString& value);
    void dismissed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void build();
    void addRow(const QString& caption, QWidget* field);
    void present(const QString& title, const QString& confirm, const QList<QWidget*>& fields);
    QString missing() const;
    void enable();
    void confirm();
    void dress();

    const Clock& m_clock;
    const Theme& m_theme;
    QList<ExceptionGroup> m_groups;
    GroupAction m_action = GroupAction::Note;
    bool m_splitting = false;
    QLabel* m_title;
    QFormLayout* m_form;
    QList<std::pair<QLabel*, QWidget*>> m_rows;
    QLineEdit* m_owner;
    QLineEdit* m_waitingOn;
    QLineEdit* m_name;
    QPlainTextEdit* m_note;
    QCheckBox* m_untilWanted;
    QDateTimeEdit* m_until;
    QCheckBox* m_mostWanted;
    QSpinBox* m_most;
    QComboBox* m_resolution;
    QLineEdit* m_reason;
    QLineEdit* m_evidence;
    QComboBox* m_facet;
    QLineEdit* m_facetText;
    QPushButton* m_confirm;
    QPushButton* m_cancel;
};
