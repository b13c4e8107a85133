// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

/// A text in which each * stands for anything, also for nothing; the case of letters means nothing. Looking for it
/// takes time in proportion to the text, whatever the text is, which a regular expression does not promise.
class TextPattern
{
public:
    explicit TextPattern(QStringView pattern)
        : m_parts(pattern.toString().split(u'*'))
    { }

    /// Somewhere in the text.
    bool foundIn(QStringView text) const
    {
        qsizetype at = 0;
        return inOrder(text, 0, m_parts.size(), at);
    }

    /// The whole text, from its first to its last character.
    bool matches(QStringView text) const
    {
        if (m_parts.size() == 1)
            return text.compare(m_parts.first(), Qt::CaseInsensitive) == 0;
        qsizetype at = m_parts.first().size();
        return text.startsWith(m_parts.first(), Qt::CaseInsensitive) && inOrder(text, 1, m_parts.size() - 1, at)
            && text.sliced(at).endsWith(m_parts.last(), Qt::CaseInsensitive);
    }

private:
    /// The earliest place of each part is the best one: it leaves the most for those that follow.
    bool inOrder(QStringView text, qsizetype first, qsizetype end, qsizetype& at) const
    {
        for (qsizetype i = first; i < end; ++i) {
            const auto found = text.indexOf(m_parts[i], at, Qt::CaseInsensitive);
            if (found < 0)
                return false;
            at = found + m_parts[i].size();
        }
        return true;
    }

    QStringList m_parts;
};
