// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>
#include <QSet>

class JsonHighlighter;
class Theme;

/// A JSON text to read, never to change: coloured, with objects and lists that fold (- and + or a click on the arrow),
/// and all places of a search marked.
class JsonEdit : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit JsonEdit(const Theme& theme, QWidget* parent = nullptr);

    void setJson(const QString& text, bool folds);

    /// Marks every place; goes to the next one from the cursor, or back. Returns {place of the current one, count}.
    std::pair<int, int> search(const QString& text, bool backwards, bool fromHere);

    bool isFoldable(int line) const;
    bool isFolded(int line) const { return m_folded.contains(line); }
    void setFolded(int line, bool folded);

Q_SIGNALS:
    void searchRequested(); ///< "/" or Ctrl+F

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    int endOf(int line) const;
    void showHidden();
    void unfoldAround(const QTextCursor& cursor);
    void paintGutter(QPaintEvent* event);
    int lineAt(int y) const;
    void placeGutter();
    void dress();

    const Theme& m_theme;
    JsonHighlighter* m_highlighter;
    QWidget* m_gutter;
    QSet<int> m_folded;
    bool m_folds = false;
};
