// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/order.h"

#include <QWidget>

class JsonEdit;
class QAction;
class QLabel;
class QHBoxLayout;
class QLineEdit;
class QPushButton;
class QToolButton;
class Theme;

/// The content of an event, character by character as the database keeps it; laid out in lines on demand, which changes
/// white space only. Search, fold, copy, copy the path at the cursor. A very long text is shown in part, but copied
/// whole.
class PayloadView : public QWidget
{
    Q_OBJECT
public:
    static constexpr qsizetype shownLimit = 200'000; ///< characters

    explicit PayloadView(const Theme& theme, QWidget* parent = nullptr);

    /// Keeps cursor, folds and search when it is the event that is shown already.
    void setEvent(const BusinessEvent& event);
    void clear();
    bool isIndented() const;
    void setIndented(bool indented);
    QString path() const;
    /// Something to do with this content, beside its path.
    void addFootButton(QPushButton* button);

public Q_SLOTS:
    void focusSearch();

private:
    void buildBar();
    void showText(const QString& text);
    void find(bool backwards, bool fromHere);
    void showPath();
    void dress();

    const Theme& m_theme;
    BusinessEvent m_event;
    QLabel* m_title;
    QToolButton* m_asKept;
    QToolButton* m_indented;
    QToolButton* m_copy;
    QToolButton* m_copyPath;
    QLineEdit* m_search;
    QAction* m_searchSign = nullptr;
    QLabel* m_matches;
    JsonEdit* m_text;
    QLabel* m_path;
    QLabel* m_note;
    QHBoxLayout* m_foot;
};
