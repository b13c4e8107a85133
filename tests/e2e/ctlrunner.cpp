// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/ctlrunner.h"

#include <QFile>

using namespace Qt::StringLiterals;

std::unique_ptr<QProcess> CtlRunner::prepared(const QStringList& arguments, const QStringList& environment) const
{
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"SIGNALBOX_DB", "PGHOST", "PGDATABASE", "PGSERVICE", "PGPORT", "PGUSER", "COLUMNS"})
        variables.remove(QString::fromLatin1(name));
    variables.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    variables.insert(u"TZ"_s, u"UTC"_s);
    variables.insert(u"SIGNALBOX_DATA"_s, filePath(u"embedded"_s));
    for (const QString& variable : environment)
        variables.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(variables);
    process->setProgram(QStringLiteral(SIGNALBOX_CTL));
    process->setArguments(arguments);
    return process;
}

std::unique_ptr<QProcess> CtlRunner::start(const QStringList& arguments, const QStringList& environment) const
{
    auto process = prepared(arguments, environment);
    process->start();
    return process;
}

Ran CtlRunner::collect(QProcess& process)
{
    if (process.state() != QProcess::NotRunning && !process.waitForFinished(180'000))
        return {-1, {}, process.errorString()};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
        QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
}

Ran CtlRunner::run(const QStringList& arguments, const QByteArray& input, const QStringList& environment) const
{
    const auto process = start(arguments, environment);
    process->write(input);
    process->closeWriteChannel();
    return collect(*process);
}

QString CtlRunner::write(const QString& name, const QByteArray& content) const
{
    QFile file(filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return file.fileName();
}
