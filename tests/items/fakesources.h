// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/changefeed.h"
#include "models/domain/healthsource.h"
#include "models/domain/ordersource.h"
#include "models/domain/rulessource.h"

#include <QPromise>

#include <deque>

/// Keeps what was asked, so that a test answers when and in the order it likes.
template<typename T>
class PendingAnswers
{
public:
    QFuture<Outcome<T>> ask()
    {
        m_promises.emplace_back();
        m_promises.back().start();
        return m_promises.back().future();
    }

    std::size_t size() const { return m_promises.size(); }

    void answer(std::size_t call, const Outcome<T>& outcome)
    {
        m_promises.at(call).addResult(outcome);
        m_promises.at(call).finish();
    }

private:
    std::deque<QPromise<Outcome<T>>> m_promises;
};

/// Answers only details; the rest is never asked by an order's page.
class FakeOrderDetails final : public OrderSource
{
public:
    QFuture<Outcome<OrderPage>> page(const OrderPageRequest&) override { return m_pages.ask(); }
    QFuture<Outcome<CappedCount>> count(const FilterExpression&, qint64) override { return m_counts.ask(); }
    QFuture<Outcome<QList<Order>>> byIds(const QList<qint64>&) override { return m_lists.ask(); }
    QFuture<Outcome<QList<Order>>> find(const QString&, int) override { return m_lists.ask(); }
    QFuture<Outcome<OrderDetail>> detail(qint64 id) override
    {
        ids.append(id);
        return details.ask();
    }

    QList<qint64> ids;
    PendingAnswers<OrderDetail> details;

private:
    PendingAnswers<OrderPage> m_pages;
    PendingAnswers<CappedCount> m_counts;
    PendingAnswers<QList<Order>> m_lists;
};

class FakeHealthFigures final : public HealthSource
{
public:
    QFuture<Outcome<HealthSnapshot>> health() override { return answers.ask(); }
    QFuture<Outcome<SetAsidePage>> setAside(const std::optional<SetAsideCursor>& after, int limit) override
    {
        setAsideAsked.append({after, limit});
        return setAsidePages.ask();
    }
    PendingAnswers<HealthSnapshot> answers;
    QList<std::pair<std::optional<SetAsideCursor>, int>> setAsideAsked;
    PendingAnswers<SetAsidePage> setAsidePages;
};

class FakeRuleBook final : public RulesSource
{
public:
    QFuture<Outcome<RuleBook>> rules() override { return answers.ask(); }
    PendingAnswers<RuleBook> answers;
};

/// A feed that says what the test says.
class ScriptedFeed final : public ChangeFeed
{
public:
    State state() const override { return m_state; }
    QDateTime lastContact() const override { return {}; }
    Error lastError() const override { return {}; }
    Environment environment() const override { return {}; }
    void retryNow() override { }

    void setState(State state)
    {
        m_state = state;
        Q_EMIT stateChanged();
    }

private:
    State m_state = State::Live;
};
