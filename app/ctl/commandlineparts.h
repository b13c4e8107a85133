// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/commandline.h"
#include "app/ctl/queuequestion.h"
#include "models/domain/operationgateway.h"

#include <CLI/CLI.hpp>

// The parser library's side of CommandLine, for its own sources only.

/// Stands for the minus of a filter such as -channel:test, which the parser would take for an option.
constexpr QChar minusMark(u'\x1');

/// What was given, with its minus.
inline QString withMinus(const std::string& word)
{
    QString text = QString::fromStdString(word);
    if (text.startsWith(minusMark))
        text.replace(0, 1, u'-');
    return text;
}

inline QStringList withMinus(const std::vector<std::string>& words)
{
    QStringList result;
    for (const std::string& word : words)
        result.append(withMinus(word));
    return result;
}

/// What the parser has filled in.
struct CommandLine::Parsed // NOLINT(clang-analyzer-optin.performance.Padding): there is one, for people to read
{
    enum class Command {
        None,
        Init,
        Migrate,
        Status,
        Doctor,
        Serve,
        Ingest,
        Import,
        Orders,
        Order,
        Breaches,
        Rebuild,
        Exceptions,
        Exception,
        Replay,
        Verify,
        Edit,
        Act,
        Groups,
        Group,
        Merge,
        Split,
        Regroup,
        Operations,
        Operation,
        Flows,
        PutFlows,
        PutTargets,
        PutChannels,
        PutMaster,
        PutLimits,
        Approve,
        Reject,
        VerifyAudit,
        Views,
        SaveView,
        RemoveView,
        DefaultView,
        PutRunbooks,
        Runbooks,
        Runbook,
        RemoveRunbook,
        Tag,
        Handover,
        Bundle
    };

    Command command = Command::None;
    std::string database;
    std::string bundleFile; ///< to be read instead of a database
    bool json = false;
    std::string file;
    std::string mapping;
    std::string folder;
    bool startOver = false;
    std::string number;
    std::vector<std::string> filter;
    std::string sort;
    bool ascending = false;
    bool all = false;
    int limit = 50;

    // of exceptions and operations
    std::vector<long long> ids;
    long long id = 0; ///< where one is wanted
    std::string queue;
    std::string matching;
    bool matches = false; ///< --matching was given
    bool dryRun = false;
    bool yes = false;
    bool wait = false;
    std::vector<std::string> classes{"safe", "verify"};
    std::vector<int> ramp;
    bool atOnce = false;
    double rate = 0;
    std::string startAt;
    int stopShare = -1; ///< not said
    ExceptionAction action = ExceptionAction::Take;
    std::string control; ///< what to do with an operation
    std::string owner;
    std::string text;
    std::string until;
    std::string duration;
    std::string resolution;
    std::string reason;
    std::string evidence;
    std::string waitingOn;
    int most = -1; ///< not said
    std::string patch;
    std::string payload;
    bool replay = false; ///< what was edited

    // of views
    std::string view; ///< whose filter counts too
    std::string screen = "orders";
    bool shared = false;

    // of tags
    std::vector<std::string> orders;
    std::vector<std::string> added;
    std::vector<std::string> removed;

    // of a handover
    std::string since;
    std::string format;
    std::string output;
    int rows = 0;
    std::vector<std::string> orderFilter; ///< of a bundle
    bool filtersOrders = false; ///< --orders was given
    long long group = 0;

    /// Which problems are asked for, and in which order.
    QueueQuestion::Words words() const
    {
        const auto known = problemSortFromText(QString::fromStdString(sort)).value_or(ProblemSort::Standard);
        return {withMinus(queue), withMinus(view), withMinus(filter), {known, ascending}};
    }
};

struct CommandLine::Definition
{
    CLI::App app;
    std::string heading; ///< of the list of commands

    CLI::App* add(
        CLI::App& parent, const char* name, const QString& description, Parsed& parsed, Parsed::Command command) const
    {
        CLI::App* created = parent.add_subcommand(name, description.toStdString());
        created->group(heading);
        created->fallthrough(); // --db and --json may stand anywhere
        if (command != Parsed::Command::None)
            created->callback([&parsed, command] { parsed.command = command; });
        return created;
    }
};
