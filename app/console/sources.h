// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class ChangeFeed;
class ExceptionSource;
class GroupGateway;
class GroupSource;
class HealthSource;
class OperationGateway;
class OrderSource;
class PayloadEditor;
class RulesSource;
class SavedViews;

/// Where the window gets everything from; each outlives the window's pages.
struct Sources
{
    OrderSource& orders;
    HealthSource& health;
    RulesSource& rules;
    ChangeFeed& feed;
    ExceptionSource& exceptions;
    OperationGateway& operations;
    GroupSource& groups;
    GroupGateway& groupDecisions;
    SavedViews& views;
    PayloadEditor* editor = nullptr; ///< none: nothing can be edited
};
