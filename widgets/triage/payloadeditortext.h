// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

class JsonHighlighter;
class Theme;

/// A JSON text to change: line numbers, colours, and marks where something is wrong. Gives back the characters that it
/// was given, wherever nobody typed.
class PayloadEditorText : public QPlainTextEdit
{
    Q_OBJECT
public:
    struct Mark
    {
        int start = 0;
        int end = 0;
        bool bad = true; ///< else only not allowed
        QString text;
    };

    explicit PayloadEditorText(const Theme& theme, QWidget* parent = nullptr);

    /// False when the editor cannot hold these characters as they are: then nothing may be saved from it.
    bool setJson(const QString& text);
    QString json() const;
    void setMarks(const QList<Mark>& marks);
    const QList<Mark>& marks() const { return m_marks; }
    void goTo(const Mark& mark);

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void placeGutter();
    void paintGutter(const QRect& area);
    void showMarks();
    void dress();

    const Theme& m_theme;
    JsonHighlighter* m_highlighter;
    QWidget* m_gutter;
    QList<Mark> m_marks;
};
