// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <QTimer>

class MainWindow;

/// Draws the screens of a window into PNG files, one after the other, each once its data is there.
class Snapshot : public QObject
{
    Q_OBJECT
public:
    static constexpr int patienceMs = 60'000;

    /// The names that --view takes.
    static QStringList views();

    Snapshot(MainWindow& window, const QString& folder, const QStringList& views, QObject* parent = nullptr);
    void start();

Q_SIGNALS:
    void finished(int exitCode);

private:
    void look();
    bool prepare(const QString& view);
    void orderLoaded();
    bool isReady(const QString& view) const;
    qint64 tellingOrder() const;
    bool save(const QString& view);
    void fail(const QString& text, int exitCode);

    MainWindow& m_window;
    QString m_folder;
    QStringList m_waiting;
    bool m_wanted; // the screens were named: none of them may be missing
    QString m_current;
    QTimer m_timer;
    QTimer m_patience;
    int m_quietLooks = 0;
    bool m_orderLoaded = false;
};
