// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/queuequestion.h"

#include <QCoreApplication>

class TextTable;

/// signalboxctl exceptions: the open problems of a queue, the newest first unless another order is wanted.
class ExceptionsCommand
{
    Q_DECLARE_TR_FUNCTIONS(ExceptionsCommand)

public:
    struct Options
    {
        QueueQuestion::Words words;
        bool all = false;
        int limit = 50;
    };

    ExceptionsCommand(const CommandContext& context, Options options);
    ExitCode run();

private:
    /// Reads and prints page by page.
    std::optional<Error> printAll(ExceptionSource& source, ExceptionQuery query);
    static void addColumns(TextTable& table);
    QStringList cells(const Exception& exception) const;
    void printPageJson(const ExceptionPage& page);

    const CommandContext& m_context;
    Options m_options;
    qint64 m_printed = 0;
    QDateTime m_asOf; ///< null: nothing is printed yet
    bool m_more = false;
};
