// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/rules/rulesview.h"

#include "models/domain/statetitles.h"
#include "models/domain/timetext.h"
#include "models/domain/whenfinished.h"
#include "models/items/itemroles.h"
#include "widgets/common/banner.h"
#include "widgets/common/columnwidths.h"
#include "widgets/common/hairsplitter.h"
#include "widgets/common/inklabel.h"
#include "widgets/common/tableview.h"
#include "widgets/common/theme.h"
#include "widgets/common/viewstates.h"
#include "widgets/rules/calendarspage.h"
#include "widgets/rules/processgraphview.h"

#include <QHeaderView>
#include <QLabel>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

RulesView::RulesView(RulesSource& source, ChangeFeed& feed, const Clock& clock, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_source(source)
    , m_clock(clock)
    , m_theme(theme)
    , m_banner(new Banner(theme, this))
    , m_title(new QLabel(tr("Rules & targets"), this))
    , m_note(new QLabel(
          tr("Read only: these are the rules in force. An order keeps the version that it started with."), this))
{
    setObjectName(u"rules"_s);
    m_states = new ViewStates(theme, makeContent(), this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_states);
    connect(m_states, &ViewStates::retryRequested, this, &RulesView::refresh);
    connect(m_banner, &Banner::actionRequested, this, &RulesView::refresh);
    connect(&feed, &ChangeFeed::everything, this, [this] {
        if (isVisible())
            refresh();
        else
            m_dirty = true;
    });
    connect(&theme, &Theme::changed, this, &RulesView::dress);
    dress();
}

TableView* RulesView::makeTable(
    const QString& name, const QString& title, QAbstractItemModel* model, const QList<int>& widths)
{
    auto* table = new TableView(m_theme, this);
    table->setObjectName(name);
    table->setAccessibleName(title);
    table->setModel(model);
    table->setDefaultColumns(columnWidths(*model, m_theme, widths), {}, 1);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    connect(table, &TableView::filterRequested, this, &RulesView::filterRequested);
    return table;
}

QWidget* RulesView::makeContent()
{
    m_note->setObjectName(u"rulesNote"_s);
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(u"rulesTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Parts of the rules"));
    m_tabs->tabBar()->setAccessibleName(m_tabs->accessibleName());
    m_tabs->tabBar()->setExpanding(false);
    m_calendars = new CalendarsPage(m_theme, this);
    m_channelTable = makeTable(u"channels"_s, tr("Sales channels"), &m_channels, {200, 130, 180, 110, 420});
    m_channelTable->horizontalHeader()->setStretchLastSection(true);
    m_tabs->addTab(makeProcesses(), tr("Processes", "tab: lifecycle templates"));
    m_tabs->addTab(m_calendars, tr("Calendars", "tab: business calendars"));
    m_tabs->addTab(m_channelTable, tr("Channels", "tab: sales channels"));

    auto* head = new QHBoxLayout;
    head->setContentsMargins(20, 14, 20, 4);
    head->setSpacing(14);
    head->addWidget(m_title);
    head->addWidget(m_note, 1, Qt::AlignBottom);
    auto* content = new QWidget(this);
    content->setAutoFillBackground(true);
    content->setBackgroundRole(QPalette::Base);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addLayout(head);
    layout->addWidget(m_tabs, 1);
    return content;
}

QWidget* RulesView::makeProcesses()
{
    m_processTable = makeTable(u"processes"_s, tr("Processes and their versions"), &m_processes, {142, 84, 90});
    // the drawing needs the room more, and says the date beside it
    m_processTable->setDefaultColumns(
        columnWidths(m_processes, m_theme, {180, 84, 90}), {ProcessModel::ValidFromColumn}, 1);
    m_processTable->horizontalHeader()->setStretchLastSection(true);
    m_stepTable = makeTable(
        u"processSteps"_s, tr("Steps of the process"), &m_steps, {215, 140, 210, 110, 125, 130, 100, 160, 220});
    m_graph = new ProcessGraphView(m_theme, this);
    m_processTitle = new QLabel(this);
    m_processTitle->setObjectName(u"processTitle"_s);
    m_processNote = new QLabel(this);

    auto* titles = new QHBoxLayout;
    titles->setContentsMargins(14, 10, 14, 0);
    titles->setSpacing(12);
    titles->addWidget(m_processTitle);
    titles->addWidget(m_processNote, 1, Qt::AlignBottom);
    auto* drawing = new QWidget(this);
    auto* drawingLayout = new QVBoxLayout(drawing);
    drawingLayout->setContentsMargins(0, 0, 0, 0);
    drawingLayout->addLayout(titles);
    drawingLayout->addWidget(m_graph, 1);
    m_right = new HairSplitter(m_theme, Qt::Vertical, this);
    m_right->setObjectName(u"processSplitter"_s);
    m_right->addWidget(drawing);
    m_right->addWidget(m_stepTable);
    m_right->setStretchFactor(0, 0);
    m_right->setStretchFactor(1, 1);
    m_right->installEventFilter(this);
    connect(m_right, &QSplitter::splitterMoved, this, [this] { m_dragged = true; });
    auto* splitter = new HairSplitter(m_theme, Qt::Horizontal, this);
    splitter->setObjectName(u"rulesSplitter"_s);
    splitter->addWidget(m_processTable);
    splitter->addWidget(m_right);
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({270, 860});
    m_processTable->setMinimumWidth(220);

    connect(m_processTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RulesView::showProcess);
    connect(m_graph, &ProcessGraphView::currentStepChanged, this,
        [this](const QString& step) { m_stepTable->makeCurrent(m_steps.rowOf(step)); });
    connect(
        m_stepTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& index) {
            if (index.isValid())
                m_graph->setCurrentStep(index.data(ItemRoles::IdRole).toString());
        });
    return splitter;
}

void RulesView::refresh()
{
    if (m_reading)
        return;
    m_reading = true;
    m_dirty = false;
    whenFinished(m_source.rules(), this, [this](const Outcome<RuleBook>& rules) {
        m_reading = false;
        answer(rules);
    });
}

void RulesView::answer(const Outcome<RuleBook>& rules)
{
    if (!rules && rules.error().kind == Failure::Cancelled)
        return;
    m_answered = true;
    if (!rules) {
        if (m_known)
            m_banner->setMessage(Tone::Warning, u"disconnected"_s,
                tr("The rules could not be read again: %1").arg(rules.error().text),
                tr("Retry", "button: ask the database again"));
        else
            m_states->showFailed(rules.error());
        return;
    }
    m_rules = rules.value();
    m_banner->clear();
    if (m_rules.processes.isEmpty()) {
        m_states->showEmpty(u"rules"_s, tr("There are no processes"),
            tr("The database has no lifecycle process yet, so no step is expected and no target is checked."));
        return;
    }
    m_known = true;
    m_processes.setProcesses(m_rules.processes, m_clock.now());
    m_channels.setChannels(m_rules.channels);
    m_calendars->setCalendars(m_rules.calendars);
    if (!m_processTable->currentIndex().isValid())
        m_processTable->makeCurrent(firstInForce());
    showProcess();
    m_states->showContent();
    Q_EMIT rulesRead(m_rules);
}

int RulesView::firstInForce() const
{
    for (int row = 0; row < m_processes.rowCount(); ++row) {
        if (m_processes.row(row).current)
            return row;
    }
    return 0;
}

void RulesView::showProcess()
{
    const int row = m_processTable->currentIndex().row();
    if (row < 0)
        return;
    const QLocale locale;
    const ProcessRow& entry = m_processes.row(row);
    const Process& process = entry.process;
    m_steps.setProcess(process, m_rules.calendars, m_rules.channels);
    m_graph->setProcess(process);
    m_processTitle->setText(processTitle(process.name, process.title));
    m_processNote->setText(tr("Version %1, for orders from %2 on; %n step(s)", "", int(process.steps.size()))
                               .arg(locale.toString(process.version), dateText(process.validFrom, locale)));
    m_stepTable->makeCurrent(m_steps.rowOf(m_graph->currentStep()));
    fitDrawing();
}

void RulesView::fitDrawing()
{
    if (m_dragged || m_right->height() <= 0)
        return; // now it has the height that was wanted
    // the whole height of the drawing, as long as the table keeps enough to be one
    QWidget* drawing = m_right->widget(0);
    const int most = m_right->height() * 3 / 5;
    drawing->layout()->invalidate(); // its width may have changed the scale
    m_graph->setMostHeight(most - (drawing->sizeHint().height() - m_graph->sizeHint().height()));
    drawing->layout()->invalidate();
    const int wanted = std::min(drawing->sizeHint().height(), most);
    m_right->setSizes({wanted, m_right->height() - wanted});
}

bool RulesView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_right && event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(this, &RulesView::fitDrawing, Qt::QueuedConnection); // after its own layout
    return QWidget::eventFilter(watched, event);
}

void RulesView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_dirty)
        refresh();
}

void RulesView::dress()
{
    inkLabel(m_title, m_theme, ColorId::Text, FontRole::Title);
    inkLabel(m_note, m_theme, ColorId::TextMuted, FontRole::Small);
    inkLabel(m_processTitle, m_theme, ColorId::Text, FontRole::Heading);
    inkLabel(m_processNote, m_theme, ColorId::TextMuted, FontRole::Small);
}
