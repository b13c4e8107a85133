// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <deque>
#include <vector>

/// Reads one JSON value by RFC 8259, and by what PostgreSQL's jsonb can keep besides: no NUL, no half surrogates, no
/// key twice in one object (jsonb would keep the last without a word), no number beyond its numeric. Looks only, copies
/// nothing.
class JsonScanner
{
public:
    enum class Result { Complete, Incomplete, Mistake };
    enum class Keys {
        Unique,
        Any ///< a key twice in one object is no mistake: what others wrote, and what is sent to the byte
    };
    static constexpr int maxDepth = 200;

    explicit JsonScanner(Keys keys = Keys::Unique)
        : m_keysMay(keys)
    { }

    /// Scans the value that begins at `start`.
    Result scan(QByteArrayView text, qsizetype start);

    /// Complete: where the value ends. Mistake: where it is wrong. Incomplete: the end of the text.
    qsizetype position() const { return m_at; }
    /// What is wrong, in plain words, without the place; for Incomplete that the text ends too early.
    const QString& mistake() const { return m_mistake; }

    /// A key of the outermost object and where its value begins; empty when the value is no object.
    struct Member
    {
        QByteArray key;
        qsizetype value = 0;
    };
    const std::vector<Member>& members() const { return m_members; }

    /// What stands between the quotes of a well-formed text, escapes read.
    static QByteArray decoded(QByteArrayView raw);
    /// White space between tokens.
    static constexpr bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

private:
    struct Key
    {
        QByteArrayView text;
        qsizetype at = 0;
    };

    bool value(int depth);
    bool object(int depth);
    bool array(int depth);
    bool member(int depth);
    bool string();
    bool escape();
    bool hexUnit(unsigned& unit);
    bool surrogatePair(qsizetype at);
    bool character();
    bool number();
    bool digits();
    bool literal(QByteArrayView word);
    bool uniqueKeys(std::size_t first);
    QByteArrayView decodedKey(QByteArrayView raw);
    void skipSpace();
    bool ended();
    bool wrong(qsizetype at, const QString& text);
    bool unexpected(const QString& expected);

    Keys m_keysMay;
    QByteArrayView m_text;
    qsizetype m_at = 0;
    bool m_incomplete = false;
    QString m_mistake;
    std::vector<Key> m_keys; ///< of all open objects, innermost last
    std::deque<QByteArray> m_decoded; ///< keys with escapes, as they read
    std::vector<Member> m_members;
};

/// A place in a text, both counted from 1; a column is a character, not a byte.
struct TextPlace
{
    qint64 line = 1;
    qint64 column = 1;

    void advance(QByteArrayView passed);
    friend bool operator==(const TextPlace&, const TextPlace&) = default;
};
