// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the parts of PayloadEditorPanel are set; what it does is in payloadeditor.cpp.
#include "widgets/common/banner.h"
#include "widgets/common/columnwidths.h"
#include "widgets/common/hairsplitter.h"
#include "widgets/common/tableview.h"
#include "widgets/common/viewstates.h"
#include "widgets/triage/payloadeditor.h"
#include "widgets/triage/payloadeditortext.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int editorWidth = 700;
constexpr int editSideWidth = 500;
constexpr int problemHeight = 96;
constexpr int itemHeight = 170;
constexpr int editPauseMs = 150;

} // namespace

PayloadEditorPanel::PayloadEditorPanel(PayloadEditor& editor, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_theme(theme)
    , m_rest(editor)
    , m_back(new QToolButton(this))
    , m_title(new QLabel(tr("Edit and replay"), this))
    , m_scope(new QLabel(this))
    , m_banner(new Banner(theme, this))
    , m_text(new PayloadEditorText(theme, this))
    , m_editable(new QLabel(this))
    , m_state(new QLabel(this))
    , m_problems(new QListWidget(this))
    , m_changeTable(new TableView(theme, this))
    , m_everyone(new QCheckBox(this))
    , m_itemTable(new TableView(theme, this))
    , m_tally(new QLabel(this))
    , m_reasonCaption(new QLabel(tr("Reason", "caption: why a payload is edited"), this))
    , m_reason(new QLineEdit(this))
    , m_save(new QPushButton(this))
    , m_cancel(new QPushButton(tr("Cancel", "button: leave the editor"), this))
    , m_kept(new QLabel(tr("Only what you change is changed; numbers, order and white space stay as they are kept. The "
                           "original stays. For the target this is a new message, with a new key."),
          this))
{
    setObjectName(u"payloadEditor"_s);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_back->setObjectName(u"editBack"_s);
    m_back->setAccessibleName(tr("Back to the list"));
    m_back->setToolTip(tr("Back to the list; nothing is saved (Esc)"));
    m_back->setAutoRaise(true);
    m_back->setFocusPolicy(Qt::TabFocus);
    m_scope->setObjectName(u"editScope"_s);
    m_scope->setTextFormat(Qt::PlainText);
    m_banner->setObjectName(u"editBanner"_s);
    m_states = new ViewStates(theme, makeContent(), this);
    m_states->setObjectName(u"editStates"_s);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(16, 12, 16, 10);
    head->setSpacing(Theme::space);
    head->addWidget(m_back);
    head->addWidget(m_title);
    head->addSpacing(Theme::space);
    head->addWidget(m_scope, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addLayout(head);
    layout->addWidget(m_states, 1);
    m_pause.setSingleShot(true);
    m_pause.setInterval(editPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &PayloadEditorPanel::check);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_warned = false;
        m_pause.start();
        enable();
    });
    connect(m_everyone, &QCheckBox::toggled, this, [this](bool all) {
        m_itemTable->setEnabled(all);
        check();
    });
    connect(m_problems, &QListWidget::itemActivated, this,
        [this](const QListWidgetItem* item) { m_text->goTo(m_text->marks().value(m_problems->row(item))); });
    connect(m_problems, &QListWidget::itemClicked, m_problems, &QListWidget::itemActivated);
    connect(&m_rest, &BulkEdit::progressed, this, [this] {
        showTally();
        enable();
    });
    connect(&m_rest, &BulkEdit::ended, this, &PayloadEditorPanel::takeSaved);
    connect(m_reason, &QLineEdit::textChanged, this, &PayloadEditorPanel::enable);
    connect(m_save, &QPushButton::clicked, this, &PayloadEditorPanel::save);
    connect(m_back, &QToolButton::clicked, this, &PayloadEditorPanel::leave);
    connect(m_cancel, &QPushButton::clicked, this, &PayloadEditorPanel::leave);
    connect(m_states, &ViewStates::retryRequested, this, &PayloadEditorPanel::read);
    connect(m_states, &ViewStates::emptyActionRequested, this, &PayloadEditorPanel::closeRequested);
    connect(&theme, &Theme::changed, this, &PayloadEditorPanel::dress);
    dress();
}

QWidget* PayloadEditorPanel::makeContent()
{
    m_text->setObjectName(u"editText"_s);
    m_text->setAccessibleName(tr("Content to be sent"));
    m_editable->setObjectName(u"editableFields"_s);
    m_editable->setTextFormat(Qt::PlainText);
    m_editable->setWordWrap(true);
    m_editable->setContentsMargins(16, 6, 16, 8);
    auto* left = new QWidget(this);
    auto* layout = new QVBoxLayout(left);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_editable);
    auto* splitter = new HairSplitter(m_theme, Qt::Horizontal, this);
    splitter->setObjectName(u"editSplitter"_s);
    splitter->addWidget(left);
    splitter->addWidget(makeSide());
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);
    splitter->setSizes({editorWidth, editSideWidth});
    return splitter;
}

QWidget* PayloadEditorPanel::makeSide()
{
    m_state->setObjectName(u"editState"_s);
    m_state->setWordWrap(true);
    m_problems->setObjectName(u"editProblems"_s);
    m_problems->setAccessibleName(tr("What is wrong"));
    m_problems->setWordWrap(true);
    m_problems->setFrameShape(QFrame::NoFrame);
    m_problems->setMaximumHeight(problemHeight);
    m_problems->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_problems->hide();
    const auto prepare = [this](TableView* table, const QString& name, const QString& title, QAbstractItemModel* model,
                             const QList<int>& widths, int elastic) {
        table->setObjectName(name);
        table->setAccessibleName(title);
        table->setModel(model);
        table->setShowsCurrentCell(false);
        table->setDefaultColumns(columnWidths(*model, m_theme, widths), {}, 1);
        table->setElasticColumn(elastic, 120);
        connect(table, &TableView::backRequested, this, &PayloadEditorPanel::leave);
    };
    prepare(
        m_changeTable, u"editChanges"_s, tr("What is changed"), &m_changes, {160, 140, 160}, ChangeModel::AfterColumn);
    prepare(m_itemTable, u"editItems"_s, tr("What it makes of each"), &m_items, {90, 140, 200},
        EditItemModel::ResultColumn);
    m_itemTable->setFixedHeight(itemHeight);
    m_tally->setObjectName(u"editTally"_s);
    m_tally->setTextFormat(Qt::PlainText);
    m_tally->setWordWrap(true);
    m_tally->setContentsMargins(16, 6, 16, 0);
    m_everyone->setObjectName(u"editEveryone"_s);
    m_everyone->setToolTip(tr("Where the same fields hold the same values as here"));
    m_reason->setObjectName(u"editReason"_s);
    m_reason->setAccessibleName(m_reasonCaption->text());
    m_reason->setPlaceholderText(tr("Why is it changed? It goes into the audit trail."));
    m_reasonCaption->setBuddy(m_reason);
    m_save->setObjectName(u"editSave"_s);
    m_save->setDefault(true);
    m_save->setAutoDefault(false);
    m_cancel->setObjectName(u"editCancel"_s);
    m_cancel->setAutoDefault(false);
    m_cancel->setAccessibleName(m_cancel->text());
    m_cancel->setToolTip(tr("Leave it as it is (Esc)"));
    m_kept->setWordWrap(true);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(Theme::space);
    buttons->addWidget(m_save);
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(16, 10, 16, 14);
    foot->setSpacing(Theme::space);
    foot->addWidget(m_reasonCaption);
    foot->addWidget(m_reason);
    foot->addLayout(buttons);
    foot->addWidget(m_kept);
    auto* top = new QVBoxLayout;
    top->setContentsMargins(16, 4, 16, 8);
    top->setSpacing(Theme::space);
    top->addWidget(m_state);
    top->addWidget(m_problems);
    auto* many = new QVBoxLayout;
    many->setContentsMargins(16, 8, 16, 6);
    many->addWidget(m_everyone);
    auto* side = new QWidget(this);
    side->setMinimumWidth(380);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_changeTable, 1);
    layout->addLayout(many);
    layout->addWidget(m_itemTable);
    layout->addWidget(m_tally);
    layout->addLayout(foot);
    return side;
}
