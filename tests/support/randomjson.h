// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <nlohmann/json.hpp>

#include <random>
#include <string>
#include <vector>

/// JSON values at random, and small changes of them; the same for the same seed.
class RandomJson
{
public:
    using Json = nlohmann::json;

    explicit RandomJson(unsigned seed)
        : m_random(seed)
    { }

    int below(int n) { return int(m_random() % unsigned(n)); }

    Json value(int depth = 0)
    {
        switch (below(depth > 3 ? 5 : 8)) {
        case 0:
            return below(20) - 10;
        case 1:
            return below(1000) / 8.0;
        case 2:
            return std::string("text ") + char('a' + below(5)) + (below(4) == 0 ? "/~\"\\\n\xc3\xa4" : "");
        case 3:
            return below(2) == 0;
        case 4:
            return nullptr;
        case 5: {
            Json list = Json::array();
            for (int i = below(5); i > 0; --i)
                list.push_back(value(depth + 1));
            return list;
        }
        default: {
            Json object = Json::object();
            for (int i = below(6); i > 0; --i)
                object[key()] = value(depth + 1);
            return object;
        }
        }
    }

    /// Something else somewhere.
    void mutate(Json& json)
    {
        if (json.is_object() && below(4) != 0 && !json.empty()) {
            auto at = std::next(json.begin(), below(int(json.size())));
            mutate(at.value());
        } else if (json.is_array() && !json.empty() && below(3) != 0) {
            const int place = below(int(json.size()));
            if (const int what = below(4); what == 0)
                json.erase(std::size_t(place));
            else if (what == 1)
                json.insert(json.begin() + place, value(3));
            else
                mutate(json[std::size_t(place)]);
        } else if (json.is_object() && below(2) == 0) {
            json[key()] = value(3);
        } else {
            json = value(2);
        }
    }

    static QByteArray text(const Json& json, int indent = -1) { return QByteArray::fromStdString(json.dump(indent)); }
    static Json parsed(const QByteArray& text) { return Json::parse(text.begin(), text.end()); }

private:
    std::string key()
    {
        static const std::vector<std::string> keys{"id", "sku", "a/b", "m~n", "", "0", "name", "lines"};
        return keys[std::size_t(below(int(keys.size())))];
    }

    std::mt19937 m_random;
};
