// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/order/payloadview.h"

#include "models/items/jsontext.h"
#include "widgets/common/inklabel.h"
#include "widgets/common/theme.h"
#include "widgets/order/jsonedit.h"

#include <QAction>
#include <QButtonGroup>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QToolButton>

using namespace Qt::StringLiterals;

PayloadView::PayloadView(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new QLabel(this))
    , m_asKept(new QToolButton(this))
    , m_indented(new QToolButton(this))
    , m_copy(new QToolButton(this))
    , m_copyPath(new QToolButton(this))
    , m_search(new QLineEdit(this))
    , m_matches(new QLabel(this))
    , m_text(new JsonEdit(theme, this))
    , m_path(new QLabel(this))
    , m_note(new QLabel(this))
    , m_foot(new QHBoxLayout)
{
    setObjectName(u"payload"_s);
    m_text->setObjectName(u"payloadText"_s);
    m_text->setAccessibleName(tr("Content of the event"));
    m_path->setObjectName(u"payloadPath"_s);
    m_path->setTextFormat(Qt::PlainText);
    m_path->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_path->setMinimumWidth(40);
    m_note->setObjectName(u"payloadNote"_s);
    m_note->setWordWrap(true);
    m_note->hide();
    m_title->setTextFormat(Qt::PlainText);
    m_title->setMinimumWidth(40);
    buildBar();

    auto* head = new QHBoxLayout;
    head->setContentsMargins(12, 6, 8, 6);
    head->setSpacing(4);
    head->addWidget(m_asKept);
    head->addWidget(m_indented);
    head->addSpacing(Theme::space);
    head->addWidget(m_search, 1);
    head->addWidget(m_matches);
    head->addWidget(m_copy);
    m_foot->setContentsMargins(12, 4, 8, 4);
    m_foot->addWidget(m_path, 1);
    m_foot->addWidget(m_copyPath);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* titleRow = new QHBoxLayout;
    titleRow->setContentsMargins(12, 8, 12, 0);
    titleRow->addWidget(m_title);
    layout->addLayout(titleRow);
    layout->addLayout(head);
    layout->addWidget(m_note);
    layout->addWidget(m_text, 1);
    layout->addLayout(m_foot);

    connect(m_text, &QPlainTextEdit::cursorPositionChanged, this, &PayloadView::showPath);
    connect(m_text, &JsonEdit::searchRequested, this, &PayloadView::focusSearch);
    connect(&theme, &Theme::changed, this, &PayloadView::dress);
    dress();
    clear();
}

void PayloadView::buildBar()
{
    auto* group = new QButtonGroup(this);
    const auto prepare = [](QToolButton* button, const QString& name, const QString& text, const QString& tip) {
        button->setObjectName(name);
        button->setText(text);
        button->setToolTip(tip);
        button->setAccessibleName(text);
        button->setAccessibleDescription(tip);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setAutoRaise(true);
    };
    prepare(m_indented, u"payloadIndented"_s, tr("Indented", "view of a JSON text"),
        tr("Laid out in lines. Only white space differs from what is kept; numbers are never rounded."));
    prepare(m_asKept, u"payloadAsKept"_s, tr("As kept", "view of a JSON text"),
        tr("Exactly the characters that the database keeps"));
    for (QToolButton* button : {m_asKept, m_indented}) {
        button->setCheckable(true);
        group->addButton(button);
    }
    m_indented->setChecked(true);
    prepare(m_copy, u"payloadCopy"_s, tr("Copy", "copy the whole text"), tr("Copies the whole content as it is kept"));
    prepare(m_copyPath, u"payloadCopyPath"_s, tr("Copy path"), tr("Copies the path of the value at the cursor"));
    m_search->setObjectName(u"payloadSearch"_s);
    m_search->setPlaceholderText(tr("Search in the content"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(90);
    m_searchSign = m_search->addAction(QIcon(), QLineEdit::LeadingPosition);
    connect(group, &QButtonGroup::buttonClicked, this, [this] { showText(m_event.data); });
    connect(m_copy, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_event.data); });
    connect(m_copyPath, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(path()); });
    connect(m_search, &QLineEdit::textChanged, this, [this] { find(false, true); });
    connect(m_search, &QLineEdit::returnPressed, this,
        [this] { find(QGuiApplication::keyboardModifiers() & Qt::ShiftModifier, false); });
    const auto shortcut = [this](const QKeySequence& keys, bool backwards) {
        auto* action = new QShortcut(keys, this);
        action->setContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QShortcut::activated, this, [this, backwards] { find(backwards, false); });
    };
    shortcut(QKeySequence(Qt::Key_F3), false);
    shortcut(QKeySequence(Qt::SHIFT | Qt::Key_F3), true);
}

void PayloadView::setEvent(const BusinessEvent& event)
{
    const bool same = event == m_event;
    m_event = event;
    m_title->setText(event.type);
    m_title->setToolTip(event.type);
    if (same)
        return;
    showText(event.data);
}

void PayloadView::clear()
{
    m_event = {};
    m_title->setText(tr("Choose an event to see its content"));
    showText({});
}

bool PayloadView::isIndented() const
{
    return m_indented->isChecked();
}

void PayloadView::setIndented(bool indented)
{
    (indented ? m_indented : m_asKept)->setChecked(true);
    showText(m_event.data);
}

void PayloadView::showText(const QString& text)
{
    const bool whole = text.size() <= shownLimit;
    const QString part = whole ? text : text.left(shownLimit);
    m_text->setJson(isIndented() ? indentedJson(part) : part, isIndented());
    m_note->setVisible(!whole);
    if (!whole) {
        const QLocale locale;
        m_note->setText(tr("The first %1 of %2 characters are shown and searched. Copy takes all of them.")
                            .arg(locale.toString(shownLimit), locale.toString(text.size())));
    }
    for (QWidget* each : QList<QWidget*>{m_asKept, m_indented, m_copy, m_copyPath, m_search})
        each->setEnabled(!text.isEmpty());
    showPath();
    if (!m_search->text().isEmpty())
        find(false, true);
}

void PayloadView::find(bool backwards, bool fromHere)
{
    const auto [current, count] = m_text->search(m_search->text(), backwards, fromHere);
    const QLocale locale;
    if (m_search->text().isEmpty())
        m_matches->clear();
    else if (count == 0)
        m_matches->setText(tr("not found", "search without a result"));
    else
        m_matches->setText(tr("%1 of %2", "place of the current match among all")
                               .arg(locale.toString(current), locale.toString(count)));
}

void PayloadView::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

QString PayloadView::path() const
{
    return m_event.data.isEmpty() ? QString()
                                  : jsonPathAt(m_text->toPlainText(), m_text->textCursor().selectionStart());
}

void PayloadView::showPath()
{
    m_path->setText(path());
    m_path->setToolTip(m_path->text());
}

void PayloadView::addFootButton(QPushButton* button)
{
    m_foot->addWidget(button);
}

void PayloadView::dress()
{
    inkLabel(m_title, m_theme, ColorId::Text, FontRole::BodyStrong);
    inkLabel(m_path, m_theme, ColorId::TextSecondary, FontRole::Mono);
    inkLabel(m_matches, m_theme, ColorId::TextMuted, FontRole::Small);
    inkLabel(m_note, m_theme, ColorId::WarningText, FontRole::Small);
    m_copy->setIcon(m_theme.icon(u"copy"_s));
    m_copyPath->setIcon(m_theme.icon(u"copy"_s));
    m_searchSign->setIcon(m_theme.icon(u"search"_s, ColorId::TextMuted));
}
