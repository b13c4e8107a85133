// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/exceptionsource.h"
#include "models/domain/operationgateway.h"

#include <QString>
#include <QStringView>

#include <optional>

// How the database and the command line spell what exceptions and operations are and do: the enumerators in snake_case
// ("fixed_in_target"). Reading accepts exactly what writing gives.
QString toText(ExceptionState state);
QString toText(ExceptionKind kind);
QString toText(Severity severity);
QString toText(ReplayClass replayClass);
QString toText(EffectClass effect);
QString toText(Resolution resolution);
QString toText(ExceptionQueue queue);
QString toText(ExceptionAction action);
QString toText(OperationKind kind);
QString toText(OperationState state);
QString toText(ItemState state);
QString toText(OperationControl control);

/// Whether problems of this kind are about a message of ours, which could be sent again.
bool hasMessage(ExceptionKind kind);

std::optional<ExceptionState> exceptionStateFromText(QStringView text);
std::optional<ExceptionKind> exceptionKindFromText(QStringView text);
std::optional<Severity> severityFromText(QStringView text);
std::optional<ReplayClass> replayClassFromText(QStringView text);
std::optional<EffectClass> effectClassFromText(QStringView text);
std::optional<Resolution> resolutionFromText(QStringView text);
std::optional<ExceptionQueue> exceptionQueueFromText(QStringView text);
std::optional<ExceptionAction> exceptionActionFromText(QStringView text);
std::optional<OperationKind> operationKindFromText(QStringView text);
std::optional<OperationState> operationStateFromText(QStringView text);
std::optional<ItemState> itemStateFromText(QStringView text);
std::optional<OperationControl> operationControlFromText(QStringView text);
