// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/mainwindow.h"
#include "app/console/options.h"
#include "app/console/settings.h"
#include "models/domain/clock.h"
#include "widgets/common/theme.h"

#include <QObject>
#include <QPromise>
#include <QThreadPool>
#include <QTimer>
#include <QTranslator>

#include <memory>

struct PgSources;
class QApplication;
class Snapshot;
class Store;

/// Puts the program together: shows the window at once, opens the database in the background, then hands the window its
/// sources. The order of the members is the order of lifetimes.
class Console : public QObject
{
    Q_OBJECT
public:
    Console(QApplication& application, Options options);
    ~Console() override;

    void start();
    MainWindow& window() { return *m_window; }

    /// Which language the words are in: as asked, as set, else the system's.
    static QLocale chooseLocale(const QString& asked, const QString& set);

Q_SIGNALS:
    void finished(int exitCode); ///< the snapshot is done

private:
    using Opened = Outcome<std::shared_ptr<Store>>;

    static void openStore(QPromise<Opened>& promise, const Options& options);
    void translate();
    void connectToDatabase();
    void tryToConnect();
    void take(const Opened& opened);

    Options m_options;
    Settings m_settings;
    SystemClock m_clock;
    QTranslator m_words;
    QTranslator m_qtWords;
    std::unique_ptr<Theme> m_theme;
    std::shared_ptr<Store> m_store;
    std::unique_ptr<PgSources> m_sources;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Snapshot> m_snapshot;
    QTimer m_retry; ///< while a server that was named does not answer
    bool m_connecting = false;
    QThreadPool m_opening; ///< last: its job may still run
};
