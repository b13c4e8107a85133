// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/triage/differencepage.h"

#include "models/domain/hinttext.h"
#include "models/domain/timetext.h"
#include "models/domain/whenfinished.h"
#include "widgets/common/columnwidths.h"
#include "widgets/common/inklabel.h"
#include "widgets/common/tableview.h"
#include "widgets/common/viewstates.h"

#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shownHints = 8;
constexpr int tableHeight = 130;

/// The first of them, a line each, and how many more there are.
QString firstLines(const QStringList& lines, const QString& more)
{
    return lines.size() <= shownHints ? lines.join(u'\n') : QString(lines.first(shownHints).join(u'\n') + u'\n' + more);
}

} // namespace

DifferencePage::DifferencePage(PayloadEditor& editor, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_theme(theme)
    , m_helpedCaption(new QLabel(tr("What helped before"), this))
    , m_helped(new QLabel(this))
    , m_unusualCaption(new QLabel(tr("Unusual here"), this))
    , m_unusual(new QLabel(this))
    , m_nearest(new QLabel(this))
    , m_table(new TableView(theme, this))
{
    setObjectName(u"difference"_s);
    setAccessibleName(tr("What is different"));
    setFocusPolicy(Qt::StrongFocus);
    m_states = new ViewStates(theme, makeContent(), this);
    m_states->setObjectName(u"differenceStates"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_states);
    connect(m_states, &ViewStates::retryRequested, this, &DifferencePage::ask);
    connect(m_table, &TableView::backRequested, this, &DifferencePage::left);
    connect(&theme, &Theme::changed, this, &DifferencePage::dress);
    dress();
}

QWidget* DifferencePage::makeContent()
{
    m_helped->setObjectName(u"helped"_s);
    m_unusual->setObjectName(u"unusual"_s);
    m_nearest->setObjectName(u"nearest"_s);
    for (QLabel* label : {m_helped, m_unusual, m_nearest}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_table->setObjectName(u"differences"_s);
    m_table->setAccessibleName(tr("Differences to what was delivered"));
    m_table->setModel(&m_changes);
    m_table->setShowsCurrentCell(false);
    m_table->setDefaultColumns(columnWidths(m_changes, m_theme, {130, 120, 120}), {}, 1);
    m_table->setElasticColumn(ChangeModel::AfterColumn, 100);
    auto* content = new QWidget(this);
    auto* top = new QVBoxLayout;
    top->setContentsMargins(12, 10, 12, 8);
    top->setSpacing(4);
    top->addWidget(m_helpedCaption);
    top->addWidget(m_helped);
    top->addSpacing(Theme::space);
    top->addWidget(m_unusualCaption);
    top->addWidget(m_unusual);
    top->addSpacing(Theme::space);
    top->addWidget(m_nearest);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_table, 1);
    m_table->setMinimumHeight(tableHeight);
    auto* area = new QScrollArea(this); // so that many words take nothing from what is above the tabs
    area->setObjectName(u"differenceArea"_s);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(content);
    return area;
}

// --- reading

void DifferencePage::setException(qint64 id, int version)
{
    if (id == m_id && version == m_version)
        return;
    if (id != m_id)
        m_states->showLoading();
    m_id = id;
    m_version = version;
    m_current = false;
    ++m_generation;
    m_reading = false;
    if (isVisible())
        read();
}

void DifferencePage::read()
{
    if (m_id != 0 && !m_current && !m_reading)
        ask();
}

void DifferencePage::ask()
{
    m_reading = true;
    whenFinished(m_editor.hints(m_id), this, [this, generation = m_generation](const Outcome<ExceptionHints>& hints) {
        if (generation != m_generation)
            return;
        m_reading = false;
        m_current = static_cast<bool>(hints);
        if (hints)
            showHints(hints.value());
        else
            m_states->showFailed(hints.error());
    });
}

void DifferencePage::showHints(const ExceptionHints& hints)
{
    const auto more = [](qsizetype count) { return tr("and %Ln more", "lines of a list", int(count - shownHints)); };
    QStringList helped;
    for (const PastRemedy& remedy : hints.remedies)
        helped.append(remedyText(remedy));
    m_helped->setText(
        helped.isEmpty() ? tr("Nothing is known yet of this cause.") : firstLines(helped, more(helped.size())));
    QStringList unusual;
    for (const UnusualField& field : hints.unusual)
        unusual.append(unusualText(field));
    m_unusual->setText(unusual.isEmpty() ? tr("Nothing that stands out.") : firstLines(unusual, more(unusual.size())));
    m_changes.setChanges(hints.difference);
    m_table->setVisible(!hints.difference.isEmpty());
    const NearestDelivered& nearest = hints.nearest;
    const QString name = nearest.orderNumber.isEmpty() ? QString::number(nearest.transaction) : nearest.orderNumber;
    if (nearest.transaction == 0)
        m_nearest->setText(tr("No message of this flow was delivered yet that this one could be compared with."));
    else if (hints.difference.isEmpty())
        m_nearest->setText(tr("The content is the same as that of %1, which was delivered.").arg(name));
    else
        m_nearest->setText(tr("Compared with %1, delivered %2", "order or message, time")
                               .arg(name, minuteText(nearest.deliveredAt, QLocale())));
    m_states->showContent();
}

// --- keys and looks

void DifferencePage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    read();
}

void DifferencePage::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    if (m_table->isVisible())
        m_table->setFocus(event->reason());
}

void DifferencePage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QWidget::keyPressEvent(event);
}

void DifferencePage::dress()
{
    for (QLabel* caption : {m_helpedCaption, m_unusualCaption})
        inkLabel(caption, m_theme, ColorId::TextSecondary, FontRole::SmallStrong);
    inkLabel(m_helped, m_theme, ColorId::Text, FontRole::Body);
    inkLabel(m_unusual, m_theme, ColorId::WarningText, FontRole::Body);
    inkLabel(m_nearest, m_theme, ColorId::TextSecondary, FontRole::Body);
}
