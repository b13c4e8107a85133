// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/filterexpression.h"

#include <QLineEdit>

class CompletionPopup;
class Theme;

/// A line for the filter language: offers what could come next, underlines a mistake where it is.
class FilterEdit : public QLineEdit
{
    Q_OBJECT
public:
    explicit FilterEdit(const Theme& theme, FilterSubject subject = FilterSubject::Orders, QWidget* parent = nullptr);

    void setMistake(const std::optional<FilterMistake>& mistake);
    /// Values known from the data, by field name.
    void setLiveValues(const QHash<QString, QStringList>& values) { m_live = values; }
    /// Filters that Down and Ctrl+Space offer where nothing is typed, the newest first.
    void setRecent(const QStringList& filters) { m_recent = filters; }
    const QStringList& recent() const { return m_recent; }
    CompletionPopup* popup() const { return m_popup; }

Q_SIGNALS:
    void accepted(); ///< Enter, with no completion chosen
    void left(); ///< Escape with nothing open, or Down with nothing to choose

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void offer();
    /// false: there is none, or something is typed.
    bool offerRecent();
    void take(const FilterCompletion& completion);
    int xOf(qsizetype position) const;

    const Theme& m_theme;
    const FilterSubject m_subject;
    CompletionPopup* m_popup;
    QHash<QString, QStringList> m_live;
    QStringList m_recent;
    bool m_offersRecent = false; ///< what the popup shows
    std::optional<FilterMistake> m_mistake;
};
