// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakesources.h"
#include "models/domain/exceptionsource.h"
#include "models/domain/operationgateway.h"

/// Keeps every question about exceptions, so that a test answers when and in the order it likes.
class FakeExceptions final : public ExceptionSource
{
public:
    QFuture<Outcome<ExceptionPage>> page(const ExceptionQuery& query) override
    {
        queries.append(query);
        return pages.ask();
    }
    QFuture<Outcome<QList<QueueCount>>> queues() override { return counts.ask(); }
    QFuture<Outcome<CappedCount>> count(const ExceptionQuery& query) override
    {
        counted.append(query);
        return viewCounts.ask();
    }
    QFuture<Outcome<ExceptionDetail>> detail(qint64 id) override
    {
        detailIds.append(id);
        return details.ask();
    }
    QFuture<Outcome<QList<MatchingException>>> matching(const ExceptionQuery& query, int) override
    {
        matched.append(query);
        return matches.ask();
    }

    QFuture<Outcome<FilterValues>> filterValues() override { return values.ask(); }

    QList<ExceptionQuery> queries;
    QList<qint64> detailIds;
    QList<ExceptionQuery> matched;
    QList<ExceptionQuery> counted;
    PendingAnswers<ExceptionPage> pages;
    PendingAnswers<QList<QueueCount>> counts;
    PendingAnswers<CappedCount> viewCounts;
    PendingAnswers<ExceptionDetail> details;
    PendingAnswers<QList<MatchingException>> matches;
    PendingAnswers<FilterValues> values;
};

/// Keeps everything that was asked for.
class FakeOperations final : public OperationGateway
{
public:
    struct Change
    {
        ExceptionAction action = ExceptionAction::Note;
        QList<ExceptionRef> exceptions;
        ActionDetails details;
    };
    struct Start
    {
        Operation previewed;
        ReplayOptions options;
    };
    struct Decision
    {
        qint64 operation = 0;
        bool approved = false;
        QByteArray manifest;
        QString note;
    };

    QFuture<Outcome<QList<ActionResult>>> change(
        ExceptionAction action, const QList<ExceptionRef>& exceptions, const ActionDetails& details) override
    {
        changed.append({action, exceptions, details});
        return changes.ask();
    }
    QFuture<Outcome<Operation>> previewReplay(const QUuid& request, const QList<qint64>& transactions) override
    {
        requests.append(request);
        previewed.append(transactions);
        return previews.ask();
    }
    QFuture<Outcome<Operation>> previewVerify(const QUuid& request, const QList<qint64>& transactions) override
    {
        requests.append(request);
        asked.append(transactions);
        return previews.ask();
    }
    QFuture<Outcome<Operation>> start(const Operation& operation, const ReplayOptions& options) override
    {
        started.append({operation, options});
        return starts.ask();
    }
    QFuture<Outcome<Operation>> approve(const Operation& seen, const QString& note) override
    {
        decided.append({seen.id, true, seen.manifest, note});
        return decisions.ask();
    }
    QFuture<Outcome<Operation>> reject(qint64 operation, const QString& reason) override
    {
        decided.append({operation, false, {}, reason});
        return decisions.ask();
    }
    QFuture<Outcome<OperationCounts>> counts() override { return countsAtAGlance.ask(); }
    QFuture<Outcome<Operation>> control(qint64, OperationControl action) override
    {
        controlled.append(action);
        return controls.ask();
    }
    QFuture<Outcome<Operation>> operation(qint64 id) override
    {
        looked.append(id);
        return looks.ask();
    }
    QFuture<Outcome<QList<Operation>>> operations(int) override { return lists.ask(); }
    QFuture<Outcome<QList<OperationItem>>> items(qint64, int) override { return itemLists.ask(); }

    QList<Change> changed;
    QList<QUuid> requests;
    QList<QList<qint64>> previewed;
    QList<QList<qint64>> asked; ///< previewed to be asked about only
    QList<Start> started;
    QList<OperationControl> controlled;
    QList<Decision> decided;
    QList<qint64> looked;
    PendingAnswers<QList<ActionResult>> changes;
    PendingAnswers<Operation> previews;
    PendingAnswers<Operation> starts;
    PendingAnswers<Operation> controls;
    PendingAnswers<Operation> decisions;
    PendingAnswers<OperationCounts> countsAtAGlance;
    PendingAnswers<Operation> looks;
    PendingAnswers<QList<Operation>> lists;
    PendingAnswers<QList<OperationItem>> itemLists;
};
