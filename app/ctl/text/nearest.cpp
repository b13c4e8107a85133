// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/text/nearest.h"

#include <QCoreApplication>
#include <QList>

#include <algorithm>
#include <numeric>

namespace {
qsizetype editDistance(const QString& a, const QString& b)
{
    QList<qsizetype> row(b.size() + 1);
    std::iota(row.begin(), row.end(), qsizetype(0));
    for (qsizetype i = 1; i <= a.size(); ++i) {
        qsizetype diagonal = row.at(0);
        row[0] = i;
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const qsizetype above = row.at(j);
            const qsizetype replaced = diagonal + (a.at(i - 1) == b.at(j - 1) ? 0 : 1);
            row[j] = std::min({above + 1, row.at(j - 1) + 1, replaced});
            diagonal = above;
        }
    }
    return row.constLast();
}
} // namespace

QString nearest(const QString& word, const QStringList& candidates)
{
    QString best;
    qsizetype distance = std::max(qsizetype(1), word.size() / 3) + 1;
    for (const QString& candidate : candidates) {
        const qsizetype found = editDistance(word.toCaseFolded(), candidate.toCaseFolded());
        if (found < distance) {
            distance = found;
            best = candidate;
        }
    }
    return best;
}

QString didYouMean(const QString& word, const QStringList& candidates)
{
    const QString meant = nearest(word, candidates);
    return meant.isEmpty() ? QString() : QCoreApplication::translate("Nearest", "; did you mean \"%1\"?").arg(meant);
}

QString guessOrFullStop(const QString& word, const QStringList& candidates)
{
    const QString guess = didYouMean(word, candidates);
    return guess.isEmpty() ? QStringLiteral(".") : guess;
}
