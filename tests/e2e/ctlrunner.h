// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/connectionsettings.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

/// What a run of signalboxctl came to.
struct Ran
{
    int code = -1;
    QString out;
    QString err;

    QJsonObject json() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
};

/// The real program, in English whatever the locale of the machine, with a folder of its own.
class CtlRunner
{
public:
    CtlRunner() = default;

    /// "name=value" are further variables of the environment.
    Ran run(const QStringList& arguments, const QByteArray& input = {}, const QStringList& environment = {}) const;
    /// The same without waiting for its end; collect() does.
    std::unique_ptr<QProcess> start(const QStringList& arguments, const QStringList& environment = {}) const;
    static Ran collect(QProcess& process);
    /// Ready to be started.
    std::unique_ptr<QProcess> prepared(const QStringList& arguments, const QStringList& environment = {}) const;

    static QString uri(const ConnectionSettings& settings) { return QString::fromStdString(settings.conninfo()); }
    /// A new file in the folder; its path.
    QString write(const QString& name, const QByteArray& content) const;
    QString path() const { return m_folder.path(); }
    QString filePath(const QString& name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
};

/// Each argument is evaluated once: it may be a run of the program.
#define VERIFY_CODE(ran, expected)                                                                                     \
    do {                                                                                                               \
        const Ran& theRun = ran;                                                                                       \
        QVERIFY2(theRun.code == (expected), qPrintable(u"%1\n%2\n%3"_s.arg(theRun.code).arg(theRun.out, theRun.err))); \
    } while (false)
#define VERIFY_CONTAINS(text, part)                                                                                    \
    do {                                                                                                               \
        const QString theText = text;                                                                                  \
        QVERIFY2(theText.contains(part), qPrintable(theText));                                                         \
    } while (false)
