// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/console.h"

#include "app/console/demo/demofiller.h"
#include "app/console/pgsources.h"
#include "app/console/snapshot.h"
#include "models/domain/whenfinished.h"
#include "models/store/store.h"

#include <QApplication>
#include <QFutureWatcher>
#include <QLibraryInfo>
#include <QStandardPaths>
#include <QtConcurrent/QtConcurrentRun>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString settingsFile(const Options& options)
{
    if (!options.snapshotFolder.isEmpty())
        return {}; // a picture shows the defaults, and leaves none of its own
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/signalbox/console.ini"_s;
}

Theme::Mode themeMode(const QString& name)
{
    if (name == "light"_L1)
        return Theme::Mode::Light;
    if (name == "dark"_L1)
        return Theme::Mode::Dark;
    return Theme::Mode::System;
}

} // namespace

Console::Console(QApplication& application, Options options)
    : m_options(std::move(options))
    , m_settings(settingsFile(m_options))
{
    m_opening.setMaxThreadCount(1);
    m_opening.setObjectName(u"opening"_s);
    translate();
    const QString theme = m_options.theme.isEmpty() ? m_settings.value(Preferences::theme) : m_options.theme;
    m_theme = std::make_unique<Theme>(themeMode(theme));
    m_theme->attach(application);
    m_window = std::make_unique<MainWindow>(m_clock, *m_theme, m_settings);
    connect(m_window.get(), &MainWindow::retryRequested, this, &Console::connectToDatabase);
    m_retry.setSingleShot(true);
    m_retry.setInterval(2s);
    connect(&m_retry, &QTimer::timeout, this, &Console::tryToConnect); // what is wrong stays on the screen meanwhile
}

Console::~Console()
{
    m_opening.waitForDone();
    m_window.reset(); // before the sources that its screens use
}

QLocale Console::chooseLocale(const QString& asked, const QString& set)
{
    const QString code = asked.isEmpty() ? set : asked;
    const QLocale system = QLocale::system();
    if (code.isEmpty() && system.language() != QLocale::C)
        return system;
    const QLocale wanted(code.isEmpty() ? u"en"_s : code);
    if (wanted.language() == system.language() || code.contains(u'_'))
        return code.contains(u'_') ? wanted : system;
    // the words as asked; dates and numbers as in the person's own country where that language is known there
    const QLocale local(wanted.language(), system.territory());
    if (system.language() != QLocale::C && local.territory() == system.territory())
        return local;
    return wanted.language() == QLocale::English ? QLocale(QLocale::English, QLocale::UnitedKingdom) : wanted;
}

void Console::translate()
{
    const QLocale chosen = chooseLocale(m_options.language, m_settings.value(Preferences::language));
    QLocale::setDefault(chosen);
    QApplication::setLayoutDirection(chosen.textDirection());
    if (m_words.load(chosen, u"signalbox"_s, u"_"_s, u":/i18n"_s))
        QApplication::installTranslator(&m_words);
    if (m_qtWords.load(chosen, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QApplication::installTranslator(&m_qtWords);
}

void Console::start()
{
    if (!m_options.snapshotFolder.isEmpty()) {
        m_window->resize(m_options.size);
        m_snapshot = std::make_unique<Snapshot>(*m_window, m_options.snapshotFolder, m_options.views);
        connect(m_snapshot.get(), &Snapshot::finished, this, &Console::finished);
    }
    m_window->show();
    connectToDatabase();
    if (m_snapshot)
        m_snapshot->start();
}

void Console::connectToDatabase()
{
    m_window->showProgress(!m_options.bundle.isEmpty() ? tr("Opening the incident bundle …")
            : m_options.database.isEmpty()             ? tr("Starting the private database …")
                                                       : tr("Connecting to the database …"));
    tryToConnect();
}

void Console::tryToConnect()
{
    if (m_connecting) // the button, while it tries by itself
        return;
    m_connecting = true;
    m_retry.stop();
    auto future = QtConcurrent::run(
        &m_opening, [options = m_options](QPromise<Opened>& promise) { openStore(promise, options); });
    auto* progress = new QFutureWatcher<Opened>(this);
    connect(progress, &QFutureWatcherBase::progressTextChanged, this,
        [this](const QString& text) { m_window->showProgress(text); });
    connect(progress, &QFutureWatcherBase::finished, progress, &QObject::deleteLater);
    progress->setFuture(future);
    whenFinished(future, this, [this](const Opened& opened) { take(opened); });
}

void Console::openStore(QPromise<Opened>& promise, const Options& options)
{
    Store::Options wanted;
    wanted.database = options.database;
    wanted.bundle = options.bundle;
    if (options.demo) {
        wanted.embeddedDatabase = u"signalbox_demo"_s;
        wanted.embeddedOnly = true;
        wanted.embedded = Store::Schema::Ignore; // filling it in brings the schema
        wanted.maintain = false; // it would be in the way of making the schema anew
    }
    promise.setProgressRange(0, 2);
    Opened opened = Store::open(wanted);
    if (opened && options.demo) {
        promise.setProgressValueAndText(1, tr("Filling in the sample orders …"));
        if (const auto error = fillDemo(*opened.value()))
            opened = *error;
    }
    promise.addResult(std::move(opened));
}

void Console::take(const Opened& opened)
{
    m_connecting = false;
    if (!opened) {
        Error error = opened.error();
        // without an SQLSTATE it is the private server that could not be started, which somebody has to look after
        if (error.kind == Failure::Connection && !error.sqlstate.isEmpty()) {
            error.hint = QString(error.hint + u' ' + tr("Signalbox also tries again by itself.")).trimmed();
            m_retry.start();
        }
        m_window->showProblem(error);
        return;
    }
    m_store = opened.value();
    m_sources = std::make_unique<PgSources>(*m_store);
    m_window->open(m_sources->all());
}
