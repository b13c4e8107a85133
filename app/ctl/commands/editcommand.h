// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/commandcontext.h"
#include "models/domain/editpreview.h"
#include "models/domain/exception.h"
#include "models/domain/filterexpression.h"
#include "models/domain/jsonpatch.h"

#include <QCoreApplication>

class PgExceptionSource;

/// signalboxctl edit: shows what an edit makes of the payloads of one or many exceptions, saves it, and may replay
/// them.
class EditCommand
{
    Q_DECLARE_TR_FUNCTIONS(EditCommand)

public:
    struct Options
    {
        QList<qint64> ids; ///< of exceptions; or by the two below
        std::optional<QString> matching; ///< a filter
        QString queue;
        QString patch; ///< JSON Patch, or the file that holds it
        QString payload; ///< file with the whole content, for one
        QString reason;
        bool dryRun = false;
        bool yes = false;
        bool replay = false;
        bool wait = false;
    };

    EditCommand(const CommandContext& context, Options options);
    ExitCode run();

private:
    /// Says what is wrong with the options.
    bool isSound();
    Outcome<QList<Exception>> exceptions(PgExceptionSource& source) const;
    Outcome<QByteArray> readFile(const QString& name) const;
    Outcome<QList<EditPreview>> previews(class Store& store) const;
    std::optional<Error> save(Store& store, const QList<EditPreview>& previews, QList<ActionResult>& results) const;
    void print(const QList<EditPreview>& previews) const;
    void printJson(const QList<EditPreview>& previews, const QList<ActionResult>& results) const;
    ExitCode report(const QList<EditPreview>& previews, const QList<ActionResult>& results) const;
    ExitCode replay(const QList<EditPreview>& previews, const QList<ActionResult>& results) const;

    const CommandContext& m_context;
    Options m_options;
    FilterExpression m_filter; ///< of `matching`
};
