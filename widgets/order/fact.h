// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class Theme;

/// A caption over its value, such as "Due" over a time, or beside it. A value that does not fit is elided and told in
/// full by the tool tip; its menu copies it. Hidden while the value is empty.
class Fact : public QWidget
{
    Q_OBJECT
public:
    enum class Shape { Stacked, Inline };

    Fact(const Theme& theme, const QString& caption, QWidget* parent = nullptr, Shape shape = Shape::Stacked);

    void setCaption(const QString& caption);
    void setValue(const QString& value, bool bad = false);
    QString value() const { return m_value; }
    /// Never narrower than its text, so that others give way.
    void keepWhole() { m_whole = true; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void describe();

    int captionWidth() const;

    const Theme& m_theme;
    Shape m_shape;
    QString m_caption;
    QString m_value;
    bool m_bad = false;
    bool m_whole = false;
};
