// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme.h"

#include <QScrollBar>
#include <QTextBrowser>

#include <algorithm>
#include <memory>

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
        QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
        setTabChangesFocus(false); // Tab goes from link to link
        document()->setDocumentMargin(2);
        connect(document(), &QTextDocument::contentsChanged, this, [this] {
            m_measuredWidth = -1;
            updateGeometry();
        });
        connect(&theme, &Theme::changed, this, &RunbookText::dress);
        dress();
    }

    /// Markdown; what is HTML in it stays text.
    void setSteps(const QString& markdown)
    {
        document()->setMarkdown(markdown,
            QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub | QTextDocument::MarkdownNoHTML));
    }

    QVariant loadResource(int, const QUrl&) override { return {}; }

    /// As high as the steps are at this width, up to so much; the rest is scrolled.
    void setMostHeight(int height)
    {
        m_mostHeight = height;
        updateGeometry();
    }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override
    {
        if (width != m_measuredWidth) {
            const std::unique_ptr<QTextDocument> copy(document()->clone()); // the shown one has a width of its own
            copy->setTextWidth(std::max(80, width - 2 * frameWidth()));
            m_measuredWidth = width;
            m_measured = int(copy->size().height()) + 2;
        }
        return std::clamp(m_measured, leastHeight, m_mostHeight);
    }
    QSize sizeHint() const override { return {200, heightForWidth(std::max(200, width()))}; }
    QSize minimumSizeHint() const override { return {80, leastHeight}; }

protected:
    void resizeEvent(QResizeEvent* event) override
    {
        QTextBrowser::resizeEvent(event);
        if (!hasFocus())
            verticalScrollBar()->setValue(0); // with the first step, unless somebody reads on
    }

private:
    void dress()
    {
        m_measuredWidth = -1;
        document()->setDefaultFont(m_theme.font(FontRole::Body));
        QPalette colors = palette();
        colors.setColor(QPalette::Base, Qt::transparent);
        colors.setColor(QPalette::Text, m_theme.color(ColorId::Text));
        colors.setColor(QPalette::Link, m_theme.color(ColorId::Accent));
        setPalette(colors);
    }

    static constexpr int leastHeight = 24;

    const Theme& m_theme;
    int m_mostHeight = 120;
    mutable int m_measuredWidth = -1;
    mutable int m_measured = 0;
};
