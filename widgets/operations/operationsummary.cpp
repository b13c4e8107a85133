// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/operations/operationsummary.h"

#include "models/domain/whenfinished.h"

using namespace Qt::StringLiterals;

namespace {
constexpr int summaryGatherMs = 250; ///< counted at most so often
}

OperationSummary::OperationSummary(const Theme& theme, QWidget* parent)
    : QPushButton(parent)
    , m_theme(theme)
{
    setObjectName(u"operationSummary"_s);
    setFlat(true);
    setFocusPolicy(Qt::TabFocus);
    setToolTip(tr("Show the operations"));
    m_soon.setSingleShot(true);
    m_soon.setInterval(summaryGatherMs);
    connect(&m_soon, &QTimer::timeout, this, &OperationSummary::refresh);
    connect(&theme, &Theme::changed, this, &OperationSummary::dress);
    dress();
    hide();
}

void OperationSummary::setSources(OperationGateway& gateway, ChangeFeed& feed)
{
    m_gateway = &gateway;
    const auto soon = [this] {
        if (!m_soon.isActive())
            m_soon.start();
    };
    connect(&feed, &ChangeFeed::exceptionsChanged, this, soon);
    connect(&feed, &ChangeFeed::everything, this, soon);
    refresh();
}

void OperationSummary::refresh()
{
    if (m_reading) {
        m_again = true;
        return;
    }
    m_reading = true;
    m_again = false;
    whenFinished(m_gateway->counts(), this, [this](const Outcome<OperationCounts>& counts) {
        m_reading = false;
        if (counts) // without an answer the last counts stay; the window tells of a lost connection
            show(counts.value());
        if (m_again)
            refresh();
    });
}

void OperationSummary::show(const OperationCounts& counts)
{
    QStringList parts;
    if (counts.running > 0)
        parts.append(tr("%Ln running", "replays", int(counts.running)));
    if (counts.inDoubt > 0)
        parts.append(tr("%Ln in doubt", "messages", int(counts.inDoubt)));
    if (counts.forMe > 0)
        parts.append(tr("%Ln waiting for my approval", "replays", int(counts.forMe)));
    m_forMe = counts.forMe;
    setText(parts.join(u"  ·  "_s));
    //: Screen reader: replays at a glance
    setAccessibleName(tr("Operations: %1").arg(text()));
    setVisible(!parts.isEmpty());
    dress();
}

void OperationSummary::dress()
{
    setFont(m_theme.font(FontRole::Small));
    setIcon(m_forMe > 0 ? m_theme.icon(u"person"_s, m_theme.tone(Tone::Warning).text) : QIcon());
}
