// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/progressbar.h"

#include "app/ctl/terminal.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {
constexpr int cells = 30;
constexpr qint64 pauseMs = 100;
} // namespace

ProgressBar::ProgressBar(Terminal& terminal, const QString& title)
    : m_terminal(terminal)
    , m_title(title)
{ }

ProgressBar::~ProgressBar()
{
    m_terminal.clearProgress();
}

void ProgressBar::update(double share, const QString& words)
{
    if (!m_terminal.showsProgress() || (m_sinceDrawn.isValid() && m_sinceDrawn.elapsed() < pauseMs))
        return;
    m_sinceDrawn.start();
    if (share < 0) {
        m_terminal.drawProgress(m_title + u"  "_s + words);
        return;
    }
    const int full = static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * cells));
    const QString bar = QString(full, u'█') + QString(cells - full, u'░');
    const QString percent = QLocale().toString(std::floor(std::clamp(share, 0.0, 1.0) * 100), 'f', 0);
    m_terminal.drawProgress(m_title + u"  "_s + bar + u' ' + percent.rightJustified(3) + u" %  "_s + words);
}
