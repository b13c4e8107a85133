// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/lasthandover.h"
#include "app/console/sources.h"
#include "app/print/handoverfiles.h"
#include "models/store/pgbundle.h"
#include "models/store/pgchangefeed.h"
#include "models/store/pgexceptionsource.h"
#include "models/store/pggroupgateway.h"
#include "models/store/pggroupsource.h"
#include "models/store/pghandover.h"
#include "models/store/pghealthsource.h"
#include "models/store/pgoperationgateway.h"
#include "models/store/pgordersource.h"
#include "models/store/pgordertags.h"
#include "models/store/pgpayloadeditor.h"
#include "models/store/pgrulessource.h"
#include "models/store/pgrunbooks.h"
#include "models/store/pgsavedviews.h"
#include "models/store/store.h"

/// All that a window needs of one database. Outlives the window; goes before the store.
struct PgSources
{
    explicit PgSources(Store& store)
        : orders(store.runner())
        , health(store.runner())
        , rules(store.runner())
        , exceptions(store.runner())
        , operations(store.runner())
        , groups(store.runner())
        , groupDecisions(store.runner())
        , views(store.runner())
        , editor(store.runner())
        , handover(store.runner())
        , handoverFiles(ReportManner{QLocale()})
        , bundles(store.runner())
        , runbooks(store.runner())
        , tags(store.runner())
        , feed(store.settings())
    { }

    Sources all()
    {
        return {orders, health, rules, feed, exceptions, operations, groups, groupDecisions, views, &editor, &handover,
            &handoverFiles, &lastHandover, &bundles, &runbooks, &tags};
    }

    PgOrderSource orders;
    PgHealthSource health;
    PgRulesSource rules;
    PgExceptionSource exceptions;
    PgOperationGateway operations;
    PgGroupSource groups;
    PgGroupGateway groupDecisions;
    PgSavedViews views;
    PgPayloadEditor editor;
    PgHandover handover;
    HandoverFiles handoverFiles;
    PgBundle bundles;
    PgRunbooks runbooks;
    PgOrderTags tags;
    LastHandover lastHandover;
    PgChangeFeed feed;
};
