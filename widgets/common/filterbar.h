// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/domain/filterexpression.h"
#include "models/domain/healthsource.h"

#include <QTimer>
#include <QWidget>

class CountButton;
class FilterEdit;
class QLabel;
class QPushButton;
class Theme;

/// The filter of a list: the line, the filter in words or what is wrong with it, and, of orders, the quick filters with
/// their live counts. Says filterChanged() only for a filter without a mistake. Remembers what was looked for.
class FilterBar : public QWidget
{
    Q_OBJECT
public:
    static constexpr int pauseMs = 100; ///< the newest question cancels the one before: no need to wait for long
    static constexpr int mostRecent = 12;

    FilterBar(const Theme& theme, const Clock& clock, QWidget* parent = nullptr,
        FilterSubject subject = FilterSubject::Orders);
    ~FilterBar() override;
    /// By which the line is found.
    void setLineName(const QString& name);

    QString text() const;
    /// Takes effect at once.
    void setText(const QString& text);
    /// Adds a condition to what is there, or takes it out when it is there.
    void toggleTerm(const QString& term);
    /// The filter as of now: "today" moves on.
    ParsedFilter parsed() const;

    /// What was looked for last, the newest first: offered where nothing is typed.
    void setRecent(const QStringList& filters);
    QStringList recent() const;

    void setLiveValues(const QHash<QString, QStringList>& values);
    void setCounts(const HealthSnapshot& health);
    /// Puts widgets at the end of the line, such as a button for the columns.
    void addAtEnd(QWidget* widget);
    void focusLine();

    /// Whether all that was typed has been said, where it was worth it.
    bool isSettled() const { return !m_pause.isActive(); }

Q_SIGNALS:
    void filterChanged(const FilterExpression& filter);
    void left(); ///< the person wants to go on in the list
    void recentChanged(const QStringList& filters);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Quick
    {
        QString term;
        CountButton* button = nullptr;
    };
    void addQuick(const QString& name, const QString& term, CountButton* button, const QString& tip);
    void buildQuickFilters();
    void toggleQuick(const Quick& quick);
    void fitQuickFilters();
    void edited();
    void settle();
    void showState(const ParsedFilter& parsed);
    void takeSuggestion();
    void remember();
    QString wordsFor(const FilterExpression& filter) const;
    void dress();

    const Theme& m_theme;
    const Clock& m_clock;
    const FilterSubject m_subject;
    FilterEdit* m_line;
    QLabel* m_words;
    QPushButton* m_suggestion;
    QWidget* m_lineRow;
    QWidget* m_quickRow;
    QList<Quick> m_quick;
    QTimer m_pause;
    std::optional<FilterMistake> m_mistake;
    std::optional<FilterExpression> m_said;
};
