// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/filterlexer.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

bool isFieldLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_';
}

bool isOperatorStart(QChar c)
{
    return c == u':' || c == u'=' || c == u'<' || c == u'>';
}

bool endsPart(QChar c)
{
    return c.isSpace() || c == u'(' || c == u')' || c == u',' || c == u'"';
}

} // namespace

QList<FilterToken> FilterLexer::tokens()
{
    QList<FilterToken> tokens;
    do {
        tokens.append(next());
    } while (!m_mistake && tokens.last().kind != FilterToken::Kind::End);
    return tokens;
}

FilterToken FilterLexer::next()
{
    skipSpace();
    using Kind = FilterToken::Kind;
    if (atEnd()) {
        FilterToken end;
        end.position = m_text.size();
        return end;
    }
    if (current() == u'(')
        return symbol(Kind::Open);
    if (current() == u')')
        return symbol(Kind::Close);
    if (current() == u'-')
        return symbol(Kind::Minus);
    return term();
}

FilterToken FilterLexer::symbol(FilterToken::Kind kind)
{
    FilterToken token;
    token.kind = kind;
    token.position = m_at++;
    token.length = 1;
    return token;
}

FilterToken FilterLexer::term()
{
    FilterToken token;
    token.kind = FilterToken::Kind::Term;
    token.position = m_at;
    field(token);
    if (!token.op.isEmpty()) {
        const qsizetype afterOperator = m_at;
        skipSpace();
        if (atEnd() || current() == u')')
            m_at = afterOperator; // no value: the mistake is marked at the field, not behind the spaces
    }
    parts(token);
    token.length = m_at - token.position;

    using Kind = FilterToken::Kind;
    const QString word = m_text.sliced(token.position, token.length);
    if (word == "OR"_L1)
        token.kind = Kind::Or;
    else if (word == "AND"_L1)
        token.kind = Kind::And;
    else if (word == "NOT"_L1)
        token.kind = Kind::Not;
    return token;
}

/// A field's name and its operator, spaces around it allowed; takes nothing when there is no operator.
void FilterLexer::field(FilterToken& token)
{
    const qsizetype start = m_at;
    while (isFieldLetter(current()))
        ++m_at;
    const QString name = m_text.sliced(start, m_at - start);
    skipSpace();
    token.opPosition = m_at;
    if (!name.isEmpty())
        token.op = takeOperator();
    if (token.op.isEmpty())
        m_at = start;
    else
        token.field = name;
}

QString FilterLexer::takeOperator()
{
    for (const QString& op : {u"!="_s, u"<="_s, u">="_s, u"<"_s, u">"_s, u":"_s, u"="_s}) {
        if (QStringView(m_text).sliced(m_at).startsWith(op)) {
            m_at += op.size();
            return op;
        }
    }
    return {};
}

void FilterLexer::parts(FilterToken& token)
{
    if (token.field.isEmpty() && isOperatorStart(current())) {
        // an operator without a field: take its run, the parser says what is wrong
        token.op = takeOperator();
        token.opPosition = token.position;
        return;
    }
    for (bool more = true; more && !m_mistake;) {
        token.parts.append(part());
        more = current() == u',';
        if (more)
            ++m_at;
    }
}

FilterPart FilterLexer::part()
{
    FilterPart part;
    part.position = m_at;
    while (!m_mistake && !atEnd()) {
        if (current() == u'"') {
            if (!quoted(part))
                break;
            continue;
        }
        if (endsPart(current()))
            break;
        if (current() == u'\\')
            part.text += u'\\';
        part.text += current();
        ++m_at;
    }
    part.length = m_at - part.position;
    return part;
}

bool FilterLexer::quoted(FilterPart& part)
{
    const qsizetype start = m_at++;
    for (; !atEnd() && current() != u'"'; ++m_at) {
        if (current() == u'\\' && m_at + 1 < m_text.size())
            ++m_at;
        if (current() == u'*' || current() == u'\\')
            part.text += u'\\'; // in quotes nothing is a wildcard
        part.text += current();
    }
    if (atEnd()) {
        m_mistake = FilterMistake{start, m_text.size() - start,
            QCoreApplication::translate("Filter", "This quotation is not closed."), m_text.sliced(start) + u'"'};
        return false;
    }
    ++m_at;
    return true;
}

void FilterLexer::skipSpace()
{
    while (!atEnd() && current().isSpace())
        ++m_at;
}
