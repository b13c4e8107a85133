// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sqlfilter.h"

#include "models/store/sqlterms.h"

#include <QList>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

constexpr auto openStates = "('pending', 'in_progress', 'failed')";

/// Whether the term names which open step is meant.
bool namesStep(const FilterExpression& e)
{
    if (e.kind() != FilterExpression::Kind::Term)
        return false;
    const FilterField field = e.term().field;
    return field == FilterField::Step || field == FilterField::System || field == FilterField::Backlog;
}

/// Whether the term can be said of one open step.
bool canSpeakOfStep(const FilterExpression& e)
{
    if (namesStep(e))
        return true;
    if (e.kind() != FilterExpression::Kind::Term)
        return false;
    const FilterTerm& term = e.term();
    const auto all = [&](const QStringList& known) {
        return std::all_of(term.values.begin(), term.values.end(), [&](const QString& v) { return known.contains(v); });
    };
    switch (term.field) {
    case FilterField::Age:
    case FilterField::Overdue:
        return true;
    case FilterField::Target:
        return all({u"breached"_s, u"due_soon"_s});
    case FilterField::State:
        return all({u"failed"_s, u"pending"_s, u"in_progress"_s, u"open"_s});
    default:
        return false;
    }
}

class Compiler : private SqlTerms
{
public:
    using SqlTerms::args;

    std::string compile(const FilterExpression& e)
    {
        switch (e.kind()) {
        case FilterExpression::Kind::Everything:
            return "true";
        case FilterExpression::Kind::And:
            return conjunction(e.children());
        case FilterExpression::Kind::Or: {
            std::string text;
            for (const FilterExpression& child : e.children())
                text += (text.empty() ? "(" : " OR ") + compile(child);
            return text.empty() ? "true" : text + ")";
        }
        case FilterExpression::Kind::Not:
            return e.children().isEmpty() ? "true" : "(" + compile(e.children().constFirst()) + ") IS NOT TRUE";
        case FilterExpression::Kind::Term:
            return namesStep(e) ? openStep({e}) : term(e.term());
        }
        return "true";
    }

private:
    std::string conjunction(const QList<FilterExpression>& children)
    {
        const bool aboutOneStep = std::any_of(children.begin(), children.end(), namesStep);
        QList<FilterExpression> ofStep;
        std::string text;
        for (const FilterExpression& child : children) {
            if (aboutOneStep && canSpeakOfStep(child))
                ofStep.append(child);
            else
                text += (text.empty() ? "(" : " AND ") + compile(child);
        }
        if (!ofStep.isEmpty())
            text += (text.empty() ? "(" : " AND ") + openStep(ofStep);
        return text.empty() ? "true" : text + ")";
    }

    /// One open milestone of the order that fulfils all the terms. How long an order is overdue goes by the oldest of
    /// them, as in the figures: an upper bound means that no other one is past it.
    std::string openStep(const QList<FilterExpression>& terms)
    {
        std::string text = openMilestone();
        std::string others;
        for (const FilterExpression& e : terms) {
            const std::string condition = stepTerm(e.term());
            text += " AND " + condition;
            if (e.term().field != FilterField::Overdue)
                others += " AND " + condition;
        }
        text += ")";
        for (const FilterExpression& e : terms) {
            if (const auto older = pastUpperBound(e.term()))
                text += " AND NOT " + openMilestone() + " AND " + elapsed("m.due_at", *older) + others + ")";
        }
        return "(" + text + ")";
    }

    /// Begins a condition on an open milestone of the order, `m`; to be closed with a parenthesis.
    static std::string openMilestone()
    {
        return std::string("EXISTS (SELECT FROM integration.milestone m WHERE m.order_id = o.id AND m.state IN ")
            + openStates;
    }

    /// What is overdue for longer than the term allows; none when it sets no upper bound.
    static std::optional<FilterTerm> pastUpperBound(FilterTerm t)
    {
        if (t.field != FilterField::Overdue)
            return std::nullopt;
        switch (t.op) {
        case FilterOperator::Less:
            t.op = FilterOperator::GreaterOrEqual;
            return t;
        case FilterOperator::LessOrEqual:
        case FilterOperator::Equals:
            t.op = FilterOperator::Greater;
            return t;
        case FilterOperator::Between:
            t.op = FilterOperator::Greater;
            t.seconds = t.secondsTo;
            return t;
        case FilterOperator::Greater:
        case FilterOperator::GreaterOrEqual:
            break;
        }
        return std::nullopt;
    }

    std::string stepTerm(const FilterTerm& t)
    {
        switch (t.field) {
        case FilterField::Step:
            return oneOf("m.step", t.values);
        case FilterField::System:
            return "EXISTS (SELECT FROM integration.plan_step p WHERE p.plan_id = o.plan_id AND p.step_no = m.step_no AND "
                + oneOf("p.system", t.values) + ")";
        case FilterField::Backlog: {
            QStringList patterns;
            for (const QString& value : t.values)
                patterns.append(likePattern(wildcardParts(value)));
            return "m.step = ANY (integration.backlog_steps(" + param(arrayText(patterns)) + "::text[]))";
        }
        case FilterField::Target: {
            std::string text;
            if (t.values.contains(u"breached"_s))
                text = "m.due_at < now()";
            if (t.values.contains(u"due_soon"_s))
                text += std::string(text.empty() ? "" : " OR ") + "(m.warn_at <= now() AND m.due_at >= now())";
            return "(" + text + ")";
        }
        case FilterField::State: {
            if (t.values.contains(u"open"_s))
                return "true";
            return oneOf("m.state", t.values);
        }
        case FilterField::Age:
            return elapsed("m.eligible_at", t);
        case FilterField::Overdue:
            return "(m.due_at < now() AND " + elapsed("m.due_at", t) + ")";
        default:
            return "true";
        }
    }

    std::string term(const FilterTerm& t)
    {
        switch (t.field) {
        case FilterField::Text: {
            std::string text;
            for (const QString& value : t.values)
                text += (text.empty() ? "(" : " OR ") + known(wildcardParts(value + u'*'), true);
            return text.empty() ? "true" : text + ")";
        }
        case FilterField::Order:
            return order(t.values);
        case FilterField::Channel:
            return oneOf("o.channel", t.values);
        case FilterField::Process:
            return oneOf("o.process", t.values);
        case FilterField::Currency:
            return oneOf("o.currency", t.values);
        case FilterField::Customer:
            return oneOf("o.customer", t.values);
        case FilterField::State:
            return state(t.values);
        case FilterField::Sync:
            return oneOf("o.sync_state", t.values);
        case FilterField::Fulfilment:
            return oneOf("o.fulfilment_state", t.values);
        case FilterField::Money:
            return oneOf("o.money_state", t.values);
        case FilterField::Target:
            return target(t.values);
        case FilterField::Anomaly:
            return anomaly(t.values);
        case FilterField::Reference:
            return reference(t.values);
        case FilterField::Tag:
            return "EXISTS (SELECT FROM integration.order_tag g WHERE g.order_id = o.id AND " + oneOf("g.tag", t.values)
                + ")";
        case FilterField::Age:
            return elapsed("o.waiting_since", t);
        case FilterField::Overdue:
            return "(o.next_due_at < now() AND " + elapsed("o.next_due_at", t) + ")";
        case FilterField::Placed:
            return timeRange("o.placed_at", t);
        case FilterField::Seen:
            return timeRange("o.last_event_at", t);
        case FilterField::Late:
            return "(o.late_count > 0 AND EXISTS (SELECT FROM integration.milestone m WHERE m.order_id = o.id AND m.late AND "
                + timeRange("m.completed_at", t) + "))";
        case FilterField::Promised:
            return timeRange("o.promised_at", t);
        case FilterField::Value:
            return value(t);
        default:
            break; // openStep() has steps, systems and backlogs; the others are of problems only
        }
        return "true";
    }

    /// Orders by number or key (and by reference); as a union, since an OR over two tables could use no index.
    std::string known(const QStringList& parts, bool withReferences)
    {
        const std::string like = " LIKE " + param(likePattern(parts).toStdString());
        return "o.id IN (SELECT n.id FROM integration.sales_order n WHERE n.order_number" + like
            + " UNION ALL SELECT k.id FROM integration.sales_order k WHERE k.order_key" + like
            + (withReferences ? " UNION ALL SELECT r.order_id FROM integration.external_ref r WHERE r.object_id" + like
                              : "")
            + ")";
    }

    std::string order(const QStringList& values)
    {
        QStringList exact;
        std::string text;
        for (const QString& value : values) {
            const QStringList parts = wildcardParts(value);
            if (parts.size() > 1)
                text += (text.empty() ? "(" : " OR ") + known(parts, false);
            else
                exact.append(parts.constFirst());
        }
        if (!exact.isEmpty()) {
            const std::string any = " = ANY (" + param(arrayText(exact)) + "::text[])";
            text += (text.empty() ? "(" : " OR ");
            text += "o.id IN (SELECT n.id FROM integration.sales_order n WHERE n.order_number" + any
                + " UNION ALL SELECT k.id FROM integration.sales_order k WHERE k.order_key" + any + ")";
        }
        return text.empty() ? "true" : text + ")";
    }

    std::string reference(const QStringList& values)
    {
        return "o.id IN (SELECT r.order_id FROM integration.external_ref r WHERE " + oneOf("r.object_id", values) + ")";
    }

    std::string state(const QStringList& values)
    {
        std::string text;
        QStringList steps;
        const auto add = [&](const std::string& condition) { text += (text.empty() ? "(" : " OR ") + condition; };
        for (const QString& value : values) {
            if (value == u"failed"_s)
                add("o.failed_count > 0");
            else if (value == u"open"_s)
                // either arm has an index of its own; open_count alone would read all orders
                add("(o.open_count > 0 AND (o.next_due_at IS NOT NULL OR o.next_due_at IS NULL))");
            else if (value == u"done"_s)
                add("o.sync_state = 'done'");
            else if (value == u"cancelled"_s)
                add("o.cancelled_at IS NOT NULL");
            else
                steps.append(value);
        }
        if (!steps.isEmpty())
            add("EXISTS (SELECT FROM integration.milestone m WHERE m.order_id = o.id AND " + oneOf("m.state", steps)
                + ")");
        return text.empty() ? "true" : text + ")";
    }

    /// The rule of targetState(Order), one condition a state.
    static std::string targetCondition(const QString& value)
    {
        std::string breached = "o.next_due_at < now()";
        const std::string notBreached = "(o.next_due_at >= now() OR o.next_due_at IS NULL)";
        const std::string notSoon = "(o.next_warn_at > now() OR o.next_warn_at IS NULL)";
        if (value == u"breached"_s)
            return breached;
        if (value == u"due_soon"_s)
            return "(o.next_due_at >= now() AND o.next_warn_at <= now())"; // what is never due never warns
        if (value == u"late"_s || value == u"met_late"_s)
            return "(" + notBreached + " AND " + notSoon + " AND o.late_count > 0)";
        if (value == u"on_time"_s)
            return "(" + notBreached + " AND " + notSoon
                + " AND o.late_count = 0 AND (o.next_due_at IS NOT NULL OR o.sync_state = 'done'))";
        return "(o.next_due_at IS NULL AND " + notSoon + " AND o.late_count = 0 AND o.sync_state <> 'done')";
    }

    static std::string target(const QStringList& values)
    {
        std::string text;
        for (const QString& value : values)
            text += (text.empty() ? "(" : " OR ") + targetCondition(value);
        return text.empty() ? "true" : text + ")";
    }

    std::string anomaly(const QStringList& values)
    {
        std::string text;
        QStringList codes;
        for (const QString& value : values) {
            if (value == u"any"_s)
                text += std::string(text.empty() ? "(" : " OR ") + "o.anomaly_count > 0";
            else if (value == u"none"_s)
                text += std::string(text.empty() ? "(" : " OR ") + "o.anomaly_count = 0";
            else
                codes.append(value);
        }
        if (!codes.isEmpty())
            text += std::string(text.empty() ? "(" : " OR ")
                + "(o.anomaly_count > 0 AND EXISTS (SELECT FROM integration.milestone m WHERE m.order_id = o.id AND m.anomalies && "
                + param(arrayText(codes)) + "::text[]))";
        return text.empty() ? "true" : text + ")";
    }

    std::string value(const FilterTerm& t)
    {
        // in major units of each order's own currency: amounts of two currencies are never compared
        const std::string total
            = "o.total_minor / 10::numeric ^ (SELECT c.digits FROM integration.currency c WHERE c.code = o.currency)";
        return number(total, t);
    }
};

} // namespace

SqlFilter compileFilter(const FilterExpression& filter)
{
    Compiler compiler;
    SqlFilter result;
    result.condition = compiler.compile(filter);
    result.args = std::move(compiler.args);
    return result;
}
