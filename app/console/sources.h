// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class BundleSource;
class ChangeFeed;
class ExceptionSource;
class GroupGateway;
class GroupSource;
class HandoverSource;
class HandoverWriter;
class HealthSource;
class LastHandover;
class OperationGateway;
class OrderSource;
class OrderTags;
class PayloadEditor;
class RulesSource;
class Runbooks;
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
    HandoverSource* handover = nullptr; ///< none, or no writer: there is no shift report
    HandoverWriter* handoverWriter = nullptr;
    LastHandover* lastHandover = nullptr; ///< none: nobody remembers
    BundleSource* bundles = nullptr; ///< none: nothing can be taken along
    Runbooks* runbooks = nullptr; ///< none: they are only shown
    OrderTags* tags = nullptr; ///< none: they are only shown
};
