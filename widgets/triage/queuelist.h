// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

class QueueModel;
class Theme;

/// The queues and saved views with their counts, at the leading edge of Triage.
class QueueList : public QListView
{
    Q_OBJECT
public:
    QueueList(QueueModel& model, const Theme& theme, QWidget* parent = nullptr);

    /// Makes the queue of this key the current one.
    void select(const QString& key);
    QString currentKey() const;
    /// Shows this one as the current one without choosing it; unknown: nothing happens.
    void mark(const QString& key);

Q_SIGNALS:
    void queueChosen(int row);
    void viewChosen(qint64 view);
    void left(); ///< the person wants to go on in the list

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QueueModel& m_queues;
    QString m_key;
};
