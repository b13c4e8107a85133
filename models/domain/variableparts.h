// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

/// Finds the parts of a message that differ from case to case. Each function answers where the part that begins at a
/// place ends, or that place itself when none begins there.
class VariableParts
{
public:
    explicit VariableParts(QStringView text)
        : m_text(text)
    { }

    /// What an earlier pass left.
    qsizetype placeholder(qsizetype i) const;
    /// From a quotation mark to its partner. The mark within a word ("isn't") opens nothing and closes nothing.
    qsizetype quoted(qsizetype i) const;
    /// With a scheme, or "www.".
    qsizetype url(qsizetype i) const;
    qsizetype email(qsizetype i) const;
    qsizetype uuid(qsizetype i) const;
    /// "2026-11-03T14:02:11.123+01:00" and its parts, "03.11.2026", "11/3/26", "Tue, 03 Nov 2026 14:02:11 GMT".
    qsizetype time(qsizetype i) const;
    qsizetype ip(qsizetype i) const;
    /// "12", "-3.50", "1,200,000", "1.200,00"; with letters behind it is a word.
    qsizetype number(qsizetype i) const;

private:
    QChar at(qsizetype i) const { return i >= 0 && i < m_text.size() ? m_text[i] : QChar(); }
    bool isApostrophe(qsizetype i) const;
    qsizetype digits(qsizetype i, int least, int most) const;
    qsizetype date(qsizetype i) const;
    /// "Tue, 03 Nov 2026", "3 November 2026", "Nov 3, 2026"
    qsizetype dateInWords(qsizetype i) const;
    /// A name that begins with one of these, of three letters each.
    qsizetype name(qsizetype i, QStringView names) const;
    /// "14:02", "14:02:11.123"
    qsizetype clock(qsizetype i) const;
    /// The zone behind a clock; `start` when what seemed a clock goes on like something else.
    qsizetype zone(qsizetype end, qsizetype start) const;
    qsizetype port(qsizetype i) const;
    qsizetype ipV4(qsizetype i) const;
    qsizetype ipV6(qsizetype i) const;

    QStringView m_text;
};
