// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/triage/exceptioninspector.h"

#include "models/domain/exceptiontitles.h"
#include "models/domain/systemreason.h"
#include "models/domain/timetext.h"
#include "models/domain/whenfinished.h"
#include "models/items/jsontext.h"
#include "widgets/common/banner.h"
#include "widgets/common/columnwidths.h"
#include "widgets/common/hairsplitter.h"
#include "widgets/common/inklabel.h"
#include "widgets/common/keymap.h"
#include "widgets/common/tableview.h"
#include "widgets/common/viewstates.h"
#include "widgets/order/payloadview.h"
#include "widgets/triage/differencepage.h"
#include "widgets/triage/inspectorhead.h"
#include "widgets/triage/notelist.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

enum InspectorTab { AttemptsTab, ContentTab, NotesTab, HistoryTab, DifferenceTab };

constexpr int stayMs = 90;

} // namespace

ExceptionInspector::ExceptionInspector(ExceptionSource& source, const Clock& clock, const Theme& theme, QWidget* parent)
    : Pane(parent)
    , m_source(source)
    , m_theme(theme)
    , m_pages(new QStackedWidget(this))
    , m_nothing(new QLabel(tr("Choose a problem to see what is the matter"), this))
    , m_head(new InspectorHead(clock, theme, this))
    , m_banner(new Banner(theme, this))
{
    setObjectName(u"exceptionInspector"_s);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    auto* page = new Pane(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(m_head);
    m_states = new ViewStates(theme, makeTabs(), this);
    layout->addWidget(m_states, 1);
    m_pages->addWidget(m_nothing);
    m_pages->addWidget(page);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_pages);
    m_staying.setSingleShot(true);
    m_staying.setInterval(stayMs);
    connect(&m_staying, &QTimer::timeout, this, &ExceptionInspector::read);
    connect(m_head, &InspectorHead::orderRequested, this, [this] { Q_EMIT orderRequested(m_exception.orderId); });
    connect(m_head, &InspectorHead::copyRequested, this, &ExceptionInspector::copyId);
    connect(m_states, &ViewStates::retryRequested, this, &ExceptionInspector::read);
    connect(m_banner, &Banner::actionRequested, this, &ExceptionInspector::read);
    connect(&theme, &Theme::changed, this, &ExceptionInspector::dress);
    dress();
}

TableView* ExceptionInspector::makeTable(
    const QString& name, const QString& title, QAbstractItemModel* model, const QList<int>& widths)
{
    auto* table = new TableView(m_theme, this);
    table->setObjectName(name);
    table->setAccessibleName(title);
    table->setModel(model);
    table->setShowsCurrentCell(false); // no filter by cells here
    table->setDefaultColumns(columnWidths(*model, m_theme, widths), {}, 1);
    table->horizontalHeader()->setStretchLastSection(true);
    connect(table, &TableView::backRequested, this, &ExceptionInspector::left);
    connect(table, &TableView::copied, this, &ExceptionInspector::copied);
    return table;
}

QWidget* ExceptionInspector::makeAttempts()
{
    m_attemptTable = makeTable(u"attempts"_s, tr("Tries to deliver"), &m_attempts, {42, 92, 120, 160, 70, 110});
    m_answer = new QPlainTextEdit(this);
    m_answer->setObjectName(u"attemptAnswer"_s);
    m_answer->setAccessibleName(tr("What the target answered"));
    m_answer->setReadOnly(true);
    m_answer->setFrameShape(QFrame::NoFrame);
    m_answer->setTabChangesFocus(true);
    m_answer->setMinimumHeight(60);
    m_answer->document()->setDocumentMargin(12);
    connect(m_attemptTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &ExceptionInspector::showAttempt);
    m_attemptSplitter = new HairSplitter(m_theme, Qt::Vertical, this);
    m_attemptSplitter->setObjectName(u"attemptSplitter"_s);
    m_attemptSplitter->addWidget(m_attemptTable);
    m_attemptSplitter->addWidget(m_answer);
    m_attemptSplitter->setStretchFactor(0, 1);
    m_attemptSplitter->setStretchFactor(1, 1);
    return m_attemptSplitter;
}

QWidget* ExceptionInspector::makeTabs()
{
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(u"exceptionTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Parts of the problem"));
    m_tabs->tabBar()->setAccessibleName(m_tabs->accessibleName());
    m_tabs->tabBar()->setExpanding(false);
    m_payload = new PayloadView(m_theme, this);
    m_noPayload = new QLabel(tr("You may not read the content of these messages, or there is none."), this);
    m_noPayload->setAlignment(Qt::AlignCenter);
    m_noPayload->setWordWrap(true);
    m_content = new QStackedWidget(this);
    m_content->addWidget(m_noPayload);
    m_content->addWidget(m_payload);
    m_notes = new NoteList(m_theme);
    auto* notes = new QScrollArea(this);
    notes->setObjectName(u"noteArea"_s);
    notes->setAccessibleName(tr("Notes"));
    notes->setFrameShape(QFrame::NoFrame);
    notes->setWidgetResizable(true);
    notes->setWidget(m_notes);
    m_auditTable = makeTable(u"history"_s, tr("What was done"), &m_audit, {128, 84, 104, 140});
    m_tabs->addTab(makeAttempts(), {});
    m_tabs->addTab(m_content, {});
    m_tabs->addTab(notes, {});
    m_tabs->addTab(m_auditTable, {});
    nameTabs();
    return m_tabs;
}

// --- reading

void ExceptionInspector::setException(const Exception* exception)
{
    if (!exception) {
        m_exception = {};
        m_detail = {};
        ++m_generation;
        m_staying.stop();
        m_reading = false;
        m_pages->setCurrentIndex(0);
        return;
    }
    const bool other = exception->id != m_exception.id;
    if (!other && *exception == m_exception)
        return;
    m_exception = *exception;
    m_head->setException(m_exception);
    m_pages->setCurrentIndex(1);
    if (other) {
        ++m_generation; // whatever is on its way is of another one
        m_reading = false;
        m_detail = {};
        m_banner->clear();
        m_states->showLoading();
        m_staying.start(); // J held down must not ask for every row
    } else {
        refresh();
    }
}

void ExceptionInspector::refresh()
{
    if (m_exception.id == 0 || m_staying.isActive())
        return;
    if (m_reading)
        m_again = true;
    else
        read();
}

void ExceptionInspector::read()
{
    m_reading = true;
    m_again = false;
    whenFinished(m_source.detail(m_exception.id), this,
        [this, generation = m_generation](const Outcome<ExceptionDetail>& detail) {
            if (generation != m_generation)
                return;
            m_reading = false;
            if (detail)
                showDetail(detail.value());
            else if (m_detail.exception.id == m_exception.id)
                m_banner->setMessage(Tone::Warning, u"alert"_s,
                    tr("Shown as of %1. It could not be read again: %2")
                        .arg(secondText(m_detail.asOf, QLocale()), detail.error().text),
                    tr("Retry", "button: ask the database again"));
            else
                m_states->showFailed(detail.error());
            if (m_again)
                read();
        });
}

// --- showing

void ExceptionInspector::showDetail(const ExceptionDetail& detail)
{
    const bool first = m_detail.exception.id != detail.exception.id;
    m_detail = detail;
    m_exception = detail.exception;
    m_head->setDetail(detail);
    m_attempts.setAttempts(detail.attempts);
    m_audit.setEntries(detail.audit);
    m_notes->setNotes(detail.comments);
    if (detail.payload.isEmpty()) {
        m_payload->clear();
    } else {
        BusinessEvent content;
        content.type = detail.target;
        content.data = detail.payload;
        m_payload->setEvent(content);
    }
    m_content->setCurrentIndex(detail.payload.isEmpty() ? 0 : 1);
    if (m_difference)
        m_difference->setException(m_exception.id, m_exception.version);
    if (first || !m_attemptTable->currentIndex().isValid())
        m_attemptTable->makeCurrent(0);
    showAttempt();
    nameTabs();
    m_banner->clear();
    m_states->showContent();
}

void ExceptionInspector::showAttempt()
{
    const int row = m_attemptTable->currentIndex().row();
    if (row < 0 || row >= m_attempts.rowCount()) {
        m_answer->clear();
        return;
    }
    const Attempt& attempt = m_attempts.attemptAt(row);
    QStringList parts;
    if (!attempt.errorText.isEmpty())
        parts.append(systemReason(attempt.errorText));
    if (!attempt.errorClass.isEmpty())
        parts.append(tr("Kind: %1. Effect: %2.")
                         .arg(errorClassTitle(attempt.errorClass), errorEffectTitle(attempt.errorEffect)));
    if (!attempt.responseBody.isEmpty())
        parts.append(tr("The target answered:") + u'\n' + indentedJson(attempt.responseBody));
    if (!attempt.responseHeaders.isEmpty())
        parts.append(tr("With the headers:") + u'\n' + indentedJson(attempt.responseHeaders));
    if (!attempt.requestHeaders.isEmpty())
        parts.append(tr("Headers that were sent:") + u'\n' + indentedJson(attempt.requestHeaders));
    const QString text = parts.join(u"\n\n"_s);
    if (text != m_answer->toPlainText())
        m_answer->setPlainText(text);
}

void ExceptionInspector::nameTabs()
{
    const QLocale locale;
    const auto counted = [&locale](const QString& name, qsizetype count) {
        //: Title of a tab and how many entries it has
        return count > 0 ? tr("%1  %2").arg(name, locale.toString(count)) : name;
    };
    m_tabs->setTabText(AttemptsTab, counted(tr("Tries", "tab: tries to deliver"), m_attempts.rowCount()));
    m_tabs->setTabText(ContentTab, tr("Content", "tab: what is sent"));
    m_tabs->setTabText(NotesTab, counted(tr("Notes", "tab"), m_detail.comments.size()));
    m_tabs->setTabText(HistoryTab, counted(tr("History", "tab: what people did"), m_audit.rowCount()));
}

void ExceptionInspector::setPayloadEditor(PayloadEditor* editor)
{
    m_edit = new QPushButton(tr("Edit and replay"), this);
    m_edit->setObjectName(u"inspectorEdit"_s);
    m_edit->setAccessibleName(m_edit->text());
    m_edit->setToolTip(
        KeyMap::instance().hint(tr("Change what is sent, then plan to send it again"), Command::EditPayload));
    m_edit->setAutoDefault(false);
    connect(m_edit, &QPushButton::clicked, this, &ExceptionInspector::editRequested);
    m_payload->addFootButton(m_edit);
    m_difference = new DifferencePage(*editor, m_theme, this);
    connect(m_difference, &DifferencePage::left, this, &ExceptionInspector::left);
    m_tabs->addTab(m_difference, tr("Difference", "tab: from what was delivered"));
    connect(m_tabs, &QTabWidget::currentChanged, this, [this](int tab) {
        if (tab == DifferenceTab)
            m_difference->read();
    });
}

void ExceptionInspector::showDifference()
{
    if (!m_difference || m_exception.id == 0)
        return;
    m_tabs->setCurrentIndex(DifferenceTab);
    m_difference->setFocus(Qt::ShortcutFocusReason);
}

RunbookCard* ExceptionInspector::runbookCard() const
{
    return m_head->runbookCard();
}

void ExceptionInspector::copyId()
{
    const QString text = m_exception.orderNumber.isEmpty() ? QString::number(m_exception.id) : m_exception.orderNumber;
    QGuiApplication::clipboard()->setText(text);
    Q_EMIT copied(text);
}

void ExceptionInspector::focusInside()
{
    if (m_states->state() == ViewStates::State::Content)
        m_tabs->currentWidget()->setFocus(Qt::OtherFocusReason);
    if (m_tabs->currentIndex() == AttemptsTab)
        m_attemptTable->setFocus(Qt::OtherFocusReason);
}

void ExceptionInspector::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT left();
        return;
    }
    if (event->modifiers() == Qt::AltModifier && event->key() >= Qt::Key_1
        && event->key() < Qt::Key_1 + m_tabs->count()) {
        m_tabs->setCurrentIndex(event->key() - Qt::Key_1);
        focusInside();
        return;
    }
    QWidget::keyPressEvent(event);
}

void ExceptionInspector::dress()
{
    for (QLabel* label : {m_nothing, m_noPayload})
        inkLabel(label, m_theme, ColorId::TextMuted, FontRole::Body);
    m_answer->setFont(m_theme.font(FontRole::Mono));
}
