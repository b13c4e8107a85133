// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/jsonsplitter.h"

#include <QCoreApplication>
#include <QIODevice>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype chunkBytes = qsizetype{256} * 1024;

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

bool hasMember(const std::vector<JsonScanner::Member>& members, QByteArrayView key)
{
    return std::any_of(members.begin(), members.end(), [key](const JsonScanner::Member& m) { return m.key == key; });
}

/// Follows brackets and texts without asking for more: finds the end of what is broken inside. A text ends with its
/// line, since a raw line break is none of JSON.
class LooseBrackets
{
public:
    /// Returns false for a ']' that closes nothing in here.
    bool pass(char c)
    {
        if (m_inText) {
            passText(c);
            return true;
        }
        if (c == '"')
            m_inText = true;
        else if (c == '{' || c == '[')
            m_open.append(c);
        else if (c == '}')
            close('{');
        else if (c == ']')
            return close('[');
        return true;
    }

    bool isOutside() const { return m_open.isEmpty() && !m_inText; }

private:
    void passText(char c)
    {
        if (m_escaped)
            m_escaped = false;
        else if (c == '\\')
            m_escaped = true;
        else if (c == '"' || c == '\n')
            m_inText = false;
    }

    /// Brackets left open inside are closed along.
    bool close(char opener)
    {
        const auto at = m_open.lastIndexOf(opener);
        if (at >= 0)
            m_open.truncate(at);
        return at >= 0;
    }

    QByteArray m_open;
    bool m_inText = false;
    bool m_escaped = false;
};

/// Where the brackets close for the last time, or where the list goes on without them; -1 when that is not in sight.
qsizetype endOfTooLarge(QByteArrayView text, LooseBrackets& brackets)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool outside = brackets.isOutside();
        if (!brackets.pass(text[i]) || (outside && text[i] == ','))
            return i;
        if (!outside && brackets.isOutside())
            return i + 1;
    }
    return -1;
}

} // namespace

QString JsonItem::mistakeWithPlace() const
{
    if (isGood())
        return {};
    return QCoreApplication::translate("Json", "line %1, column %2: %3", "a place and what is wrong there")
        .arg(QString::number(mistakePlace.line), QString::number(mistakePlace.column), mistake);
}

std::optional<JsonItem> JsonSplitter::next()
{
    if (!m_began) {
        m_began = true;
        if (reach(3) && ahead().startsWith("\xEF\xBB\xBF")) {
            advance(3);
            m_place = {};
        }
    }
    while (skipSpace() || m_level != Level::Sequence) {
        const Level level = m_level;
        std::optional<JsonItem> item;
        if (level == Level::Sequence)
            item = fromSequence();
        else
            item = level == Level::Array ? fromArray() : afterElement();
        if (item)
            return item;
    }
    return std::nullopt;
}

// --- one value after the other -------------------------------------------------------------------------------------

std::optional<JsonItem> JsonSplitter::fromSequence()
{
    if (at(0) == '[') {
        advance(1);
        m_level = Level::Array;
        return std::nullopt;
    }
    if (at(0) != '{')
        return brokenLine();
    if (const qsizetype inside = eventsArray(); inside > 0) {
        advance(inside);
        m_inWrapper = true;
        m_level = Level::Array;
        return std::nullopt;
    }
    return object();
}

std::optional<JsonItem> JsonSplitter::object()
{
    const JsonScanner::Result result = scan();
    if (result != JsonScanner::Result::Complete)
        return available() > maxItemBytes && result == JsonScanner::Result::Incomplete
            ? tooLarge()
            : brokenObject(m_scanner.position(), m_scanner.mistake());
    const qsizetype end = m_scanner.position();
    if (end > maxItemBytes)
        return tooLarge();
    if (enterWrapper())
        return std::nullopt;
    if (m_lines && runsIntoNextLine(end))
        return brokenObject(end, {});
    noteLines(end);
    return take(end);
}

/// A broken object ends where the next line begins one that is not indented deeper; in a file of lines it ends with its
/// line.
JsonItem JsonSplitter::brokenObject(qsizetype mistakeAt,
    QString mistake) // NOLINT(performance-unnecessary-value-param): scanning on clears the original
{
    qsizetype end = beforeEvent(m_lines ? lineEnd() : nextObjectLine(maxItemBytes));
    while (end > 1 && JsonScanner::isSpace(at(end - 1)))
        --end;
    if (mistakeAt > end || mistake.isEmpty())
        return take(end, end, QCoreApplication::translate("Json", "ends before it is closed"));
    return take(end, mistakeAt, mistake);
}

JsonItem JsonSplitter::brokenLine()
{
    const QString mistake = unexpected(QCoreApplication::translate("Json", "an event in { } should begin"));
    if (at(0) == ',') // the rest of the line may be good
        return take(1, 0, mistake);
    qsizetype end = lineEnd();
    for (qsizetype brace = ahead().first(end).indexOf('{', 1); brace > 0;
         brace = ahead().first(end).indexOf('{', brace + 1))
        if (isEvent(brace))
            end = brace;
    while (end > 1 && JsonScanner::isSpace(at(end - 1)))
        --end;
    return take(end, 0, mistake);
}

/// One event per line: then the next line never continues this one.
void JsonSplitter::noteLines(qsizetype end)
{
    if (ahead().first(end).contains('\n'))
        return;
    while (reach(end + 1) && isBlank(at(end)))
        ++end;
    m_lines = m_lines || !reach(end + 1) || at(end) == '\n';
}

/// Whether a line inside begins an object that is not indented deeper than this one.
bool JsonSplitter::runsIntoNextLine(qsizetype end)
{
    return nextObjectLine(end) < end;
}

/// Where the next line begins an object that cannot be a part of this one; `limit` when none does before it.
qsizetype JsonSplitter::nextObjectLine(qsizetype limit)
{
    qsizetype from = 0;
    while (from < limit) {
        const qsizetype newline = ahead().indexOf('\n', from);
        if (newline < 0) {
            from = available();
            if (!fill())
                return std::min(available(), limit);
            continue;
        }
        const qsizetype first = skippedSpace(newline + 1);
        if (first < limit && reach(first + 1) && at(first) == '{' && beginsEventLine(first))
            return newline + 1;
        from = std::max(newline + 1, first);
    }
    return limit;
}

/// Not indented deeper than the object before it, or an event by its own words.
bool JsonSplitter::beginsEventLine(qsizetype start)
{
    const qsizetype lineStart = ahead().first(start).lastIndexOf('\n') + 1;
    return start - lineStart + 1 <= m_place.column || isEvent(start);
}

qsizetype JsonSplitter::lineEnd()
{
    qsizetype from = 0;
    while (from < maxItemBytes) {
        const qsizetype newline = ahead().indexOf('\n', from);
        if (newline >= 0)
            return newline;
        from = available();
        if (!fill())
            break;
    }
    return from;
}

// --- inside of an array --------------------------------------------------------------------------------------------

/// Where the first element of {"events": [ begins; 0 when the object begins otherwise.
qsizetype JsonSplitter::eventsArray()
{
    constexpr QByteArrayView key("\"events\"");
    qsizetype i = skippedSpace(1);
    if (!reach(i + key.size()) || !ahead().sliced(i).startsWith(key))
        return 0;
    i = skippedSpace(i + key.size());
    if (!reach(i + 1) || at(i) != ':')
        return 0;
    i = skippedSpace(i + 1);
    return reach(i + 1) && at(i) == '[' ? i + 1 : 0;
}

/// The same where other members come first: the object is known whole by then.
bool JsonSplitter::enterWrapper()
{
    const auto& members = m_scanner.members();
    const auto events
        = std::find_if(members.begin(), members.end(), [](const JsonScanner::Member& m) { return m.key == "events"; });
    if (events == members.end() || at(events->value) != '[' || hasMember(members, "specversion"))
        return false;
    advance(events->value + 1);
    m_inWrapper = true;
    m_level = Level::Array;
    return true;
}

std::optional<JsonItem> JsonSplitter::fromArray()
{
    if (available() == 0) {
        m_level = Level::Sequence;
        return notice(QCoreApplication::translate("Json", "the list of events ends before it is closed"));
    }
    if (at(0) == ']') {
        leaveArray();
        return std::nullopt;
    }
    if (at(0) == ',')
        return take(1, 0, unexpected(QCoreApplication::translate("Json", "an event in { } should begin")));
    return element();
}

JsonItem JsonSplitter::element()
{
    m_level = Level::AfterElement;
    const JsonScanner::Result result = scan();
    const qsizetype position = m_scanner.position();
    if (result == JsonScanner::Result::Complete && position <= maxItemBytes) {
        if (at(0) == '{')
            return take(position);
        return take(beforeEvent(position), 0, QCoreApplication::translate("Json", "an event must be an object in { }"));
    }
    if (result != JsonScanner::Result::Mistake && available() > maxItemBytes)
        return tooLarge();
    const QString mistake = m_scanner.mistake();
    qsizetype end = nextElement(position);
    const bool event = reach(end + 1) && at(end) == '{';
    if (!reach(end + 1))
        m_level = Level::Sequence; // that the list is not closed goes without saying
    while (end > 1 && (JsonScanner::isSpace(at(end - 1)) || (event && at(end - 1) == ',')))
        --end;
    const bool later = position > end;
    JsonItem item = take(
        end, later ? end : position, later ? QCoreApplication::translate("Json", "ends before it is closed") : mistake);
    return item;
}

std::optional<JsonItem> JsonSplitter::afterElement()
{
    if (available() == 0)
        return fromArray();
    if (at(0) == ']') {
        leaveArray();
        return std::nullopt;
    }
    m_level = Level::Array;
    if (at(0) == ',') {
        advance(1);
        return std::nullopt;
    }
    const QString mistake = unexpected(QCoreApplication::translate("Json", "',' or ']' belongs"));
    if (at(0) == '{')
        return notice(mistake);
    qsizetype end = std::max<qsizetype>(nextElement(0), 1);
    m_level = Level::AfterElement;
    while (end > 1 && (JsonScanner::isSpace(at(end - 1)) || at(end - 1) == ','))
        --end;
    return take(end, 0, mistake);
}

void JsonSplitter::leaveArray()
{
    advance(1);
    m_level = Level::Sequence;
    if (m_inWrapper)
        finishWrapper();
    m_inWrapper = false;
}

/// Members behind "events" and the closing brace. What does not fit is left to be reported as what it is.
void JsonSplitter::finishWrapper()
{
    while (skipSpace() && at(0) == ',') {
        const qsizetype end = memberEnd(0);
        if (end < 0)
            return;
        advance(end);
    }
    if (available() > 0 && at(0) == '}')
        advance(1);
}

/// The end of `, "key": value`; -1 when it is nothing of that kind.
qsizetype JsonSplitter::memberEnd(qsizetype comma)
{
    const qsizetype key = skippedSpace(comma + 1);
    if (!reach(key + 1) || at(key) != '"' || !isWhole(key))
        return -1;
    const qsizetype colon = skippedSpace(m_scanner.position());
    if (!reach(colon + 1) || at(colon) != ':' || !isWhole(skippedSpace(colon + 1)))
        return -1;
    const qsizetype end = m_scanner.position();
    return beforeEvent(end) < end ? -1 : end; // an event in it: a quote too many made it look like a member
}

/// Where to go on after a broken element: behind it where its brackets tell, else at the next object that is an event.
qsizetype JsonSplitter::nextElement(qsizetype mistakeAt)
{
    LooseBrackets brackets;
    char before = 0; // the last character that is no space
    qsizetype lineStart = -m_place.column + 1;
    for (qsizetype i = 0; i < maxItemBytes; ++i) {
        if (!reach(i + 1))
            return available();
        const char c = at(i);
        if (c == '{' && i > 0 && startsElement(i, lineStart, before == ','))
            return i;
        const bool outside = brackets.isOutside();
        const bool inside = brackets.pass(c);
        if (i >= mistakeAt) {
            if ((!inside && closesArray(i)) || (outside && c == ',' && isBefore(i + 1, '{')))
                return i;
            if (!outside && brackets.isOutside() && c != '\n' && c != '"') {
                const qsizetype after = skippedSpace(i + 1);
                if (!reach(after + 1) || at(after) == ',' || (at(after) == ']' && closesArray(after)))
                    return i + 1;
            }
        }
        if (c == '\n')
            lineStart = i + 1;
        if (!JsonScanner::isSpace(c))
            before = c;
    }
    return maxItemBytes;
}

/// The end of something broken, or where an event begins inside of it: a quote too few makes a text of what is none.
qsizetype JsonSplitter::beforeEvent(qsizetype end)
{
    for (qsizetype brace = 1; brace < end; ++brace) {
        brace = ahead().first(end).indexOf('{', brace);
        if (brace < 0)
            return end;
        if (isEvent(brace))
            return brace;
    }
    return end;
}

bool JsonSplitter::isBefore(qsizetype from, char c)
{
    const qsizetype next = skippedSpace(from);
    return reach(next + 1) && at(next) == c;
}

/// Whether a ']' that closes nothing of a broken element can be the end of the array, judged by what follows.
bool JsonSplitter::closesArray(qsizetype bracket)
{
    const qsizetype next = skippedSpace(bracket + 1);
    if (!reach(next + 1))
        return true;
    if (m_inWrapper)
        return at(next) == '}' || (at(next) == ',' && memberEnd(next) > 0);
    return at(next) == '[' || at(next) == '{';
}

/// An object behind a comma or first in its line that says it is an event, or that stands exactly below the broken one.
bool JsonSplitter::startsElement(qsizetype start, qsizetype lineStart, bool afterComma)
{
    const bool firstInLine
        = lineStart > 0 && std::all_of(m_buffer.begin() + m_at + lineStart, m_buffer.begin() + m_at + start, isBlank);
    if (!afterComma && !firstInLine)
        return false;
    if (isEvent(start))
        return true;
    return afterComma && firstInLine && start - lineStart + 1 == m_place.column && isWhole(start);
}

bool JsonSplitter::isWhole(qsizetype start)
{
    JsonScanner::Result result = m_scanner.scan(ahead(), start);
    while (result == JsonScanner::Result::Incomplete && available() - start < maxItemBytes && fill())
        result = m_scanner.scan(ahead(), start);
    return result == JsonScanner::Result::Complete;
}

/// A whole object with the member that every CloudEvent has and hardly anything else.
bool JsonSplitter::isEvent(qsizetype start)
{
    return isWhole(start) && hasMember(m_scanner.members(), "specversion");
}

// --- items ---------------------------------------------------------------------------------------------------------

JsonScanner::Result JsonSplitter::scan()
{
    JsonScanner::Result result = m_scanner.scan(ahead(), 0);
    const auto maybeLonger = [&] { // a number may go on in the next chunk
        return result == JsonScanner::Result::Complete && m_scanner.position() == available() && at(0) != '{';
    };
    while ((result == JsonScanner::Result::Incomplete || maybeLonger()) && available() <= maxItemBytes && fill())
        result = m_scanner.scan(ahead(), 0);
    return result;
}

JsonItem JsonSplitter::take(qsizetype end, qsizetype mistakeAt, const QString& mistake)
{
    JsonItem item;
    item.json = ahead().first(end).toByteArray();
    item.index = m_index++;
    item.offset = m_passed;
    item.size = end;
    item.place = m_place;
    item.mistake = mistake;
    if (!mistake.isEmpty()) {
        item.mistakePlace = m_place;
        item.mistakePlace.advance(ahead().first(std::min(mistakeAt, available())));
    }
    advance(end);
    return item;
}

/// A mistake between the items: nothing is taken.
JsonItem JsonSplitter::notice(const QString& mistake)
{
    return take(0, 0, mistake);
}

JsonItem JsonSplitter::tooLarge()
{
    const auto place = m_place;
    const qint64 offset = m_passed;
    JsonItem item;
    item.json = ahead().first(std::min<qsizetype>(available(), keptOfTooLarge)).toByteArray();
    item.index = m_index++;
    item.offset = offset;
    item.place = place;
    item.mistakePlace = place;
    skipTooLarge();
    item.size = m_passed - offset;
    item.mistake = QCoreApplication::translate("Json", "larger than %1 MiB").arg(maxItemBytes / 1024 / 1024);
    return item;
}

/// Goes to the end of what is too large to be looked at whole, forgetting it on the way.
void JsonSplitter::skipTooLarge()
{
    LooseBrackets brackets;
    const bool line = m_lines && m_level == Level::Sequence;
    while (reach(1)) {
        const QByteArrayView window = ahead();
        const qsizetype end = line ? window.indexOf('\n') : endOfTooLarge(window, brackets);
        advance(end < 0 ? window.size() : end);
        if (end >= 0)
            return;
    }
}

QString JsonSplitter::unexpected(const QString& expected) const
{
    const char c = at(0);
    const QString found = c > ' ' && c < 0x7f ? u"'%1'"_s.arg(QLatin1Char(c))
                                              : u"0x%1"_s.arg(static_cast<unsigned char>(c), 2, 16, QLatin1Char('0'));
    return QCoreApplication::translate("Json", "%1 where %2", "a character, what should be there").arg(found, expected);
}

// --- the window on the device --------------------------------------------------------------------------------------

void JsonSplitter::advance(qsizetype bytes)
{
    m_place.advance(ahead().first(bytes));
    m_at += bytes;
    m_passed += bytes;
}

bool JsonSplitter::skipSpace()
{
    while (reach(1) && JsonScanner::isSpace(at(0)))
        advance(1);
    return available() > 0;
}

qsizetype JsonSplitter::skippedSpace(qsizetype from)
{
    while (from < maxItemBytes && reach(from + 1) && JsonScanner::isSpace(at(from)))
        ++from;
    return from;
}

bool JsonSplitter::reach(qsizetype bytes)
{
    while (available() < bytes)
        if (!fill())
            return false;
    return true;
}

bool JsonSplitter::fill()
{
    if (m_ended)
        return false;
    m_buffer.remove(0, m_at);
    m_at = 0;
    const qsizetype known = m_buffer.size();
    // doubling: what is scanned again stays in proportion
    QByteArray more(std::max(chunkBytes, known), Qt::Uninitialized);
    const qint64 count = m_device.read(more.data(), more.size());
    m_buffer.append(more.constData(), std::max<qint64>(count, 0));
    if (count < 0)
        m_readError = m_device.errorString();
    m_ended = count <= 0;
    return !m_ended;
}
