// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/reconciliation.h"

#include <QCoreApplication>
#include <QStringList>

#include <nlohmann/json_fwd.hpp>

/// What ledger and database say of each other, for a person and for a program.
class ReconciliationText
{
    Q_DECLARE_TR_FUNCTIONS(ReconciliationText)

public:
    static QString table(const Reconciliation& compared);
    static nlohmann::ordered_json json(const Reconciliation& compared);

private:
    static QString totals(const Reconciliation& compared);
    static QString differences(const Reconciliation& compared);
    static QStringList notCompared(const Reconciliation& compared);
    static QString inWords(Reconciliation::Finding finding);
};
