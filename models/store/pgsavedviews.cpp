// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/pgsavedviews.h"

#include "models/store/orderrow.h"

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView rolePrefix("signalbox_");

std::string contentJson(const SavedView& view)
{
    nlohmann::json json;
    json["filter"] = view.filter.toStdString();
    if (view.screen == SavedView::Screen::Triage) {
        json["queue"] = view.queue.toStdString();
        json["grouped"] = view.grouped;
        json["sort"] = toText(view.problemOrder.sort).toStdString();
        json["ascending"] = view.problemOrder.ascending;
        json["group_sort"] = toText(view.groupOrder.sort).toStdString();
        json["groups_ascending"] = view.groupOrder.ascending;
    } else {
        json["sort"] = toText(view.sort).toStdString();
        json["ascending"] = view.ascending;
    }
    json["columns"] = view.columns.toBase64().toStdString();
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

ProblemOrder readProblemOrder(const pqxx::field& sort, const pqxx::field& ascending)
{
    return {problemSortFromText(readText(sort)).value_or(ProblemSort::Standard), ascending.as<bool>()};
}

QList<SavedView> readViews(pqxx::transaction_base& tx)
{
    QList<SavedView> views;
    const pqxx::result rows = exec(tx,
        "SELECT id, screen, name, owner, shared, array_to_string(roles, ',') AS roles, content->>'filter' AS filter, "
        "content->>'queue' AS queue, COALESCE((content->>'grouped')::boolean, true) AS grouped, content->>'sort' AS sort, "
        "COALESCE((content->>'ascending')::boolean, false) AS ascending, content->>'group_sort' AS group_sort, "
        "COALESCE((content->>'groups_ascending')::boolean, false) AS groups_ascending, content->>'columns' AS columns "
        "FROM integration.visible_view ORDER BY lower(name), id",
        {});
    for (const auto& row : rows) {
        SavedView view;
        view.id = row["id"].as<qint64>();
        view.screen = viewScreenFromText(readText(row["screen"])).value_or(SavedView::Screen::Orders);
        view.name = readText(row["name"]);
        view.owner = readText(row["owner"]);
        view.shared = row["shared"].as<bool>();
        for (QString& role : readText(row["roles"]).split(u',', Qt::SkipEmptyParts))
            view.roles.append(role.remove(rolePrefix));
        view.filter = readText(row["filter"]);
        view.queue = readText(row["queue"]);
        view.grouped = row["grouped"].as<bool>();
        if (view.screen == SavedView::Screen::Triage) {
            view.problemOrder = readProblemOrder(row["sort"], row["ascending"]);
            view.groupOrder = readProblemOrder(row["group_sort"], row["groups_ascending"]);
        } else {
            view.sort = orderSortFromText(readText(row["sort"])).value_or(OrderSort::PlacedAt);
            view.ascending = row["ascending"].as<bool>();
        }
        view.columns = QByteArray::fromBase64(readText(row["columns"]).toLatin1());
        views.append(view);
    }
    return views;
}

} // namespace

QFuture<Outcome<QList<SavedView>>> PgSavedViews::views()
{
    return m_runner.read([](ReadScope& scope) { return readViews(scope.tx); }).future;
}

QFuture<Outcome<qint64>> PgSavedViews::save(const SavedView& view)
{
    return m_runner
        .write([view](WriteScope& scope) {
            return exec(scope.tx, "SELECT integration.save_view($1, $2, $3::jsonb, $4::boolean)",
                {toText(view.screen).toStdString(), view.name.trimmed().toStdString(), contentJson(view),
                    view.shared ? "true" : "false"})
                .at(0)[0]
                .as<qint64>();
        })
        .future;
}

QFuture<Outcome<qint64>> PgSavedViews::remove(qint64 id)
{
    return m_runner
        .write([id](WriteScope& scope) {
            exec(scope.tx, "SELECT integration.remove_view($1::bigint)", {std::to_string(id)});
            return id;
        })
        .future;
}

QFuture<Outcome<qint64>> PgSavedViews::setDefault(const QString& role, SavedView::Screen screen, qint64 id)
{
    return m_runner
        .write([role, screen, id](WriteScope& scope) {
            exec(scope.tx, "SELECT integration.set_default_view($1, $2, NULLIF($3::bigint, 0))",
                {QString(rolePrefix + role).toStdString(), toText(screen).toStdString(), std::to_string(id)});
            return id;
        })
        .future;
}
