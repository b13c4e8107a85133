// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/filterexpression.h"

#include <QLineEdit>

class CompletionPopup;
class Theme;

/// A line to type a tag into, completed with those in use. Enter, a comma or a space takes it; a minus before it means
/// that it is to go. Enter on an empty line is done.
class TagLine : public QLineEdit
{
    Q_OBJECT
public:
    explicit TagLine(const Theme& theme, QWidget* parent = nullptr);

    void setKnown(const QStringList& tags) { m_known = tags; }
    CompletionPopup* popup() const { return m_popup; }

Q_SIGNALS:
    void typed(const QString& text); ///< "vip", or "-vip"
    void done();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void offer();
    void take(const QString& tag);
    void takeTyped();

    CompletionPopup* m_popup;
    QStringList m_known;
};
