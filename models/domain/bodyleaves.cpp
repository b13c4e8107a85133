// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/bodyleaves.h"

#include "models/domain/htmltext.h"

#include <QStringDecoder>
#include <QXmlStreamReader>

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxName = 100;

QString decoded(const DeliveryAnswer& answer)
{
    const QByteArray body = answer.body.first(std::min(answer.body.size(), BodyLeaves::maxBody));
    if (const auto encoding = QStringConverter::encodingForData(body))
        return QStringDecoder(*encoding).decode(body);
    return answer.header("content-type").toLower().contains("8859-1") ? QString::fromLatin1(body)
                                                                      : QString::fromUtf8(body);
}

/// Where the reader of a body is: which objects are open, and the path to them.
class LeafCollector
{
public:
    LeafCollector(std::vector<BodyLeaf>& leaves, std::vector<int>& parents)
        : m_leaves(leaves)
        , m_parents(parents)
    { }

    void enterObject() { enter(true, {}); }
    void enterList() { enter(false, "[]"); }

    void leave()
    {
        if (m_passedOver > 0) {
            --m_passedOver;
            return;
        }
        if (m_open.empty())
            return;
        m_path.truncate(m_open.back().before);
        m_open.pop_back();
    }

    /// The name of what comes next in the innermost object.
    void name(QByteArrayView key)
    {
        if (m_passedOver > 0)
            return;
        m_path.truncate(m_open.empty() ? 0 : m_open.back().inside);
        if (!m_path.isEmpty())
            m_path.append('.');
        m_path.append(key.first(std::min(key.size(), maxName)).toByteArray().toLower());
    }

    /// So deep that no rule will ever look there.
    bool lost() const { return m_passedOver > 1000; }

    /// What comes next is of the innermost object as such.
    void itself()
    {
        if (m_passedOver == 0 && !m_open.empty())
            m_path.truncate(m_open.back().inside);
    }

    /// False when there is no room for more.
    bool add(QStringView value)
    {
        if (m_passedOver == 0 && !value.isEmpty())
            m_leaves.push_back(
                {m_path, value.first(std::min(value.size(), BodyLeaves::maxValue)).toString(), object()});
        return m_leaves.size() < BodyLeaves::maxLeaves;
    }

private:
    struct Open
    {
        qsizetype before = 0; ///< length of the path to it
        qsizetype inside = 0; ///< length of the path that its members share
        int object = 0;
    };

    int object() const { return m_open.empty() ? 0 : m_open.back().object; }

    void enter(bool newObject, QByteArrayView suffix)
    {
        if (m_passedOver > 0 || m_open.size() >= BodyLeaves::maxDepth) {
            ++m_passedOver;
            return;
        }
        Open open{m_path.size(), 0, object()};
        if (newObject && !m_open.empty()) {
            open.object = static_cast<int>(m_parents.size());
            m_parents.push_back(object());
        }
        m_path.append(suffix.toByteArray());
        open.inside = m_path.size();
        m_open.push_back(open);
    }

    std::vector<BodyLeaf>& m_leaves;
    std::vector<int>& m_parents;
    std::vector<Open> m_open;
    QByteArray m_path;
    std::size_t m_passedOver = 0; ///< open objects and lists that lie too deep
};

class JsonLeafReader final : public nlohmann::json_sax<nlohmann::json>
{
public:
    explicit JsonLeafReader(LeafCollector& collector)
        : m_collector(collector)
    { }

    bool null() override { return true; }
    bool boolean(bool value) override { return m_collector.add(value ? u"true" : u"false"); }
    bool number_integer(number_integer_t value) override { return m_collector.add(QString::number(value)); }
    bool number_unsigned(number_unsigned_t value) override { return m_collector.add(QString::number(value)); }
    bool number_float(number_float_t /*value*/, const string_t& written) override
    {
        return m_collector.add(QString::fromStdString(written));
    }
    bool string(string_t& value) override { return m_collector.add(QString::fromStdString(value).trimmed()); }
    bool binary(binary_t& /*value*/) override { return true; }
    bool start_object(std::size_t /*elements*/) override
    {
        m_collector.enterObject();
        return true;
    }
    bool key(string_t& name) override
    {
        m_collector.name(name);
        return true;
    }
    bool start_array(std::size_t /*elements*/) override
    {
        m_collector.enterList();
        return true;
    }
    bool end_object() override { return left(); }
    bool end_array() override { return left(); }
    bool parse_error(
        std::size_t /*at*/, const std::string& /*token*/, const nlohmann::detail::exception& /*e*/) override
    {
        return false; // what was read so far stays
    }

private:
    bool left()
    {
        m_collector.leave();
        return true;
    }

    LeafCollector& m_collector;
};

} // namespace

BodyLeaves::BodyLeaves(const DeliveryAnswer& answer)
{
    const QString text = decoded(answer).trimmed();
    if (text.startsWith(u'{') || text.startsWith(u'[') || text.startsWith(u'"'))
        readJson(text.toUtf8()); // valid UTF-8 by now, whatever came
    else if (isHtml(text))
        readPlain(htmlText(text));
    else if (text.startsWith(u'<'))
        readXml(text);
    else
        readPlain(text);
    if (m_leaves.empty() && std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); }))
        readPlain(text); // "[API] Invalid key" is no list
}

bool BodyLeaves::within(int object, int ancestor) const
{
    while (object != ancestor && object != 0)
        object = parentOf(object);
    return object == ancestor;
}

void BodyLeaves::readJson(const QByteArray& utf8)
{
    LeafCollector collector(m_leaves, m_parents);
    JsonLeafReader reader(collector);
    nlohmann::json::sax_parse(utf8.constBegin(), utf8.constEnd(), &reader, nlohmann::json::input_format_t::json, false);
}

void BodyLeaves::readXml(const QString& text)
{
    LeafCollector collector(m_leaves, m_parents);
    QXmlStreamReader xml(text);
    bool room = true;
    collector.enterObject();
    while (room && !xml.atEnd() && !collector.lost()) {
        switch (xml.readNext()) {
        case QXmlStreamReader::StartElement:
            collector.name(xml.name().toUtf8());
            collector.enterObject();
            for (const QXmlStreamAttribute& attribute : xml.attributes()) {
                collector.name(QByteArray("@" + attribute.name().toUtf8()));
                room = collector.add(attribute.value().trimmed()) && room;
            }
            collector.itself();
            break;
        case QXmlStreamReader::Characters:
            collector.itself();
            room = collector.add(xml.text().trimmed());
            break;
        case QXmlStreamReader::EndElement:
            collector.leave();
            break;
        default:
            break;
        }
    }
}

void BodyLeaves::readPlain(const QString& text)
{
    const QString simplified = text.first(std::min(text.size(), qsizetype(4) * maxValue)).simplified();
    if (!simplified.isEmpty())
        m_leaves.push_back({{}, simplified.first(std::min(simplified.size(), maxValue)), 0});
}

FieldPath::FieldPath(QByteArrayView written)
    : m_path(written.toByteArray().toLower())
{
    if (m_path.startsWith("**.")) {
        m_path.remove(0, 2);
        m_form = Form::End;
    } else if (m_path.endsWith(".**")) {
        m_path.chop(3);
        m_form = Form::Below;
    }
}

bool FieldPath::matches(const QByteArray& path) const
{
    if (m_form == Form::Exact)
        return path == m_path;
    if (m_form == Form::End)
        return path.endsWith(m_path) || path == QByteArrayView(m_path).sliced(1);
    return path.startsWith(m_path)
        && (path.size() == m_path.size() || path[m_path.size()] == '.' || path[m_path.size()] == '[');
}
