// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/domain/handoverwriter.h"
#include "widgets/shell/overlay.h"

#include <QTimer>

#include <optional>

class QCheckBox;
class QDateTimeEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTextBrowser;

/// The shift report: since when, a preview, into which files. What is written is what the preview shows. Ctrl+Enter
/// writes, Esc closes.
class HandoverPanel : public Overlay
{
    Q_OBJECT
public:
    HandoverPanel(
        HandoverSource& source, HandoverWriter& writer, const Clock& clock, const Theme& theme, QWidget* window);

    /// When the person last made one; null: never.
    void setLast(const QDateTime& last);
    void setFolder(const QString& folder);
    QString folder() const;
    void open() override;
    bool isSettled() const { return !m_reading && !m_writing && !m_pause.isActive(); }

Q_SIGNALS:
    void written(const QDateTime& asOf); ///< it is in files
    void openRequested(const QString& path); ///< show this file

protected:
    QRect panelRect(const QSize& area) const override;
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QPushButton* makeButton(const QString& name, const QString& text);
    QLabel* makeCaption(const QString& text, QWidget* buddy = nullptr);
    QLayout* makeSince();
    QLayout* makeFiles();
    QLayout* makeFoot();
    void startFrom(const QDateTime& since);
    void read();
    void take(const Outcome<Handover>& outcome);
    void chooseFolder();
    void write();
    void tell(const QString& text, bool bad = false);
    QList<HandoverFormat> formats() const;
    void enable();
    void dress();

    HandoverSource& m_source;
    HandoverWriter& m_writer;
    const Clock& m_clock;
    QLabel* m_title;
    QDateTimeEdit* m_since;
    QPushButton* m_hours;
    QPushButton* m_lastTime;
    QTextBrowser* m_preview;
    QList<std::pair<QCheckBox*, HandoverFormat>> m_formats;
    QLineEdit* m_folder;
    QPushButton* m_choose;
    QLabel* m_told;
    QPushButton* m_open;
    QPushButton* m_close;
    QPushButton* m_write;
    QList<QLabel*> m_captions;
    QDateTime m_last;
    std::optional<Handover> m_handover;
    QStringList m_paths;
    QTimer m_pause; ///< until the time that is typed is read
    int m_generation = 0;
    bool m_reading = false;
    bool m_writing = false;
    bool m_bad = false;
};
