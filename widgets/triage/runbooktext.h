// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme.h"

#include <QTextBrowser>

/// The steps of a runbook, as Markdown draws them. Loads nothing, from the net or from a file, and follows no link by
/// itself.
class RunbookText : public QTextBrowser
{
    Q_OBJECT
public:
    RunbookText(const Theme& theme, QWidget* parent = nullptr)
        : QTextBrowser(parent)
        , m_theme(theme)
    {
        setAccessibleName(tr("Steps of the runbook"));
        setOpenLinks(false);
        setUndoRedoEnabled(false);
        setFrameShape(QFrame::NoFrame);
        setTabChangesFocus(false); // Tab goes from link to link
        document()->setDocumentMargin(2);
        connect(&theme, &Theme::changed, this, &RunbookText::dress);
        dress();
    }

    QVariant loadResource(int, const QUrl&) override { return {}; }

private:
    void dress()
    {
        document()->setDefaultFont(m_theme.font(FontRole::Body));
        QPalette colors = palette();
        colors.setColor(QPalette::Base, Qt::transparent);
        colors.setColor(QPalette::Text, m_theme.color(ColorId::Text));
        colors.setColor(QPalette::Link, m_theme.color(ColorId::Accent));
        setPalette(colors);
    }

    const Theme& m_theme;
};
