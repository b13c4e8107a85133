// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QTranslator>

/// Marks each text of some contexts with a ~ in front as long as it lives, so that a test sees what is translated.
class MarkedWords final : public QTranslator
{
public:
    explicit MarkedWords(const QStringList& contexts)
        : m_contexts(contexts)
    {
        QCoreApplication::installTranslator(this);
    }

    QString translate(const char* context, const char* text, const char* /*note*/, int /*n*/) const override
    {
        return m_contexts.contains(QString::fromLatin1(context)) ? u'~' + QString::fromUtf8(text) : QString();
    }
    bool isEmpty() const override { return false; }

private:
    QStringList m_contexts;
};
