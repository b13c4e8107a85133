// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/keyeditor.h"

#include "widgets/common/inklabel.h"
#include "widgets/common/keymap.h"
#include "widgets/common/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr QSize editorSize{760, 620};

/// They mean the same everywhere, or move the focus.
bool isFixed(Qt::Key key)
{
    constexpr std::array fixed{Qt::Key_Return, Qt::Key_Enter, Qt::Key_Escape, Qt::Key_Space, Qt::Key_Tab,
        Qt::Key_Backtab, Qt::Key_Up, Qt::Key_Down, Qt::Key_Left, Qt::Key_Right};
    return std::ranges::find(fixed, key) != fixed.end();
}

} // namespace

KeyEditor::KeyEditor(const Theme& theme, QWidget* window)
    : Overlay(theme, window)
    , m_list(new QTreeWidget(panel()))
    , m_caption(new QLabel(panel()))
    , m_keys(new QKeySequenceEdit(panel()))
    , m_set(new QPushButton(tr("Set", "button: these keys instead of the former ones"), panel()))
    , m_add(new QPushButton(tr("Add", "button: these keys beside the former ones"), panel()))
    , m_reset(new QPushButton(tr("Default", "button: the keys as they were at first"), panel()))
    , m_resetAll(new QPushButton(tr("All defaults"), panel()))
    , m_close(new QPushButton(tr("Close", "button"), panel()))
    , m_note(new QLabel(panel()))
{
    setObjectName(u"keyEditor"_s);
    setAccessibleName(tr("Change keys"));
    auto* title = new QLabel(tr("Change keys"), panel());
    title->setFont(theme.font(FontRole::Title));
    m_list->setObjectName(u"keyList"_s);
    m_list->setAccessibleName(tr("Commands and their keys"));
    m_list->setHeaderLabels({tr("What it does"), tr("Keys", "column")});
    m_list->setRootIsDecorated(false);
    m_list->setItemsExpandable(false);
    m_list->setUniformRowHeights(true);
    m_list->setIndentation(Theme::space);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_caption->setBuddy(m_keys);
    m_keys->setObjectName(u"newKeys"_s);
    m_set->setObjectName(u"setKeys"_s);
    m_add->setObjectName(u"addKeys"_s);
    m_reset->setObjectName(u"resetKeys"_s);
    m_resetAll->setObjectName(u"resetAllKeys"_s);
    m_note->setObjectName(u"keyNote"_s);
    m_note->setWordWrap(true);
    m_note->setMinimumHeight(36);
    auto* entry = new QHBoxLayout;
    entry->addWidget(m_caption);
    entry->addWidget(m_keys, 1);
    for (QPushButton* button : {m_set, m_add, m_reset}) {
        button->setAutoDefault(false);
        entry->addWidget(button);
    }
    auto* feet = new QHBoxLayout;
    feet->addWidget(m_resetAll);
    feet->addStretch();
    feet->addWidget(m_close);
    auto* layout = new QVBoxLayout(panel());
    layout->setContentsMargins(24, 20, 24, 18);
    layout->setSpacing(10);
    layout->addWidget(title);
    layout->addWidget(m_list, 1);
    layout->addLayout(entry);
    layout->addWidget(m_note);
    layout->addLayout(feet);
    m_list->installEventFilter(this);
    m_keys->installEventFilter(this);
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this] {
        m_keys->clear();
        showChoice();
    });
    connect(m_list, &QTreeWidget::itemActivated, m_keys, [this] { m_keys->setFocus(Qt::OtherFocusReason); });
    connect(m_keys, &QKeySequenceEdit::keySequenceChanged, this, &KeyEditor::showChoice);
    connect(m_set, &QPushButton::clicked, this, [this] { set(false); });
    connect(m_add, &QPushButton::clicked, this, [this] { set(true); });
    connect(m_reset, &QPushButton::clicked, this, [this] { KeyMap::instance().reset(chosen()); });
    connect(m_resetAll, &QPushButton::clicked, this, [] { KeyMap::instance().resetAll(); });
    connect(m_close, &QPushButton::clicked, this, &Overlay::close);
    connect(&KeyMap::instance(), &KeyMap::changed, this, &KeyEditor::showKeys);
    fill();
}

void KeyEditor::fill()
{
    for (const CommandScope scope : commandScopes) {
        auto* heading = new QTreeWidgetItem(m_list, {titleOf(scope)});
        heading->setFlags(Qt::ItemIsEnabled);
        heading->setFirstColumnSpanned(true);
        heading->setFont(0, m_theme.font(FontRole::SmallStrong));
        heading->setSizeHint(0, {0, Theme::rowHeight - 4});
        heading->setExpanded(true);
        for (const Command command : allCommands()) {
            if (scopeOf(command) != scope)
                continue;
            auto* item = new QTreeWidgetItem(heading, {textOf(command)});
            item->setData(0, Qt::UserRole, int(command));
            item->setSizeHint(0, {0, Theme::rowHeight - 4});
        }
    }
    showKeys();
}

void KeyEditor::showKeys()
{
    for (QTreeWidgetItemIterator it(m_list, QTreeWidgetItemIterator::NoChildren); *it; ++it) {
        const auto command = Command((*it)->data(0, Qt::UserRole).toInt());
        const bool own = !KeyMap::instance().isDefault(command);
        (*it)->setText(1, KeyMap::instance().text(command));
        (*it)->setFont(1, m_theme.font(own ? FontRole::BodyStrong : FontRole::Body));
        (*it)->setToolTip(1, own ? tr("Changed by you") : QString());
    }
    showChoice();
}

void KeyEditor::open()
{
    Overlay::open();
    m_keys->clear();
    if (!m_list->currentItem())
        m_list->setCurrentItem(m_list->topLevelItem(0)->child(0));
    m_list->setFocus(Qt::ShortcutFocusReason);
}

QRect KeyEditor::panelRect(const QSize& area) const
{
    const QSize size = editorSize.boundedTo(area - QSize(40, 40));
    return {QPoint((area.width() - size.width()) / 2, (area.height() - size.height()) / 2), size};
}

bool KeyEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride) {
        const auto& key = static_cast<const QKeyEvent&>(*event);
        const bool enter = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
        const bool plain = key.modifiers() == Qt::NoModifier;
        if (watched == m_keys && plain && (enter || key.key() == Qt::Key_Escape || key.key() == Qt::Key_Tab)) {
            event->accept();
            if (event->type() == QEvent::ShortcutOverride)
                return true;
            if (enter && m_set->isEnabled())
                set(false);
            m_list->setFocus(Qt::OtherFocusReason);
            return true;
        }
        if (watched == m_keys && event->type() == QEvent::KeyPress) // the field itself tells of it a second later
            QMetaObject::invokeMethod(this, &KeyEditor::showChoice, Qt::QueuedConnection);
        if (watched == m_list && event->type() == QEvent::KeyPress && key.key() == Qt::Key_Escape) {
            close();
            return true;
        }
    }
    return Overlay::eventFilter(watched, event);
}

Command KeyEditor::chosen() const
{
    const QTreeWidgetItem* item = m_list->currentItem();
    return item && item->parent() ? Command(item->data(0, Qt::UserRole).toInt()) : Command::GoToTriage;
}

/// Two keys one after the other are told apart for the whole window only; elsewhere the first counts.
QKeySequence KeyEditor::entered() const
{
    const QKeySequence keys = m_keys->keySequence();
    if (keys.isEmpty())
        return {};
    return scopeOf(chosen()) == CommandScope::Window && keys.count() > 1 ? QKeySequence(keys[0], keys[1])
                                                                         : QKeySequence(keys[0]);
}

QString KeyEditor::mistake() const
{
    const QKeySequence keys = entered();
    for (int at = 0; at < keys.count(); ++at) {
        if (isFixed(keys[uint(at)].key()))
            return tr("This key means the same everywhere and stays as it is.");
    }
    return {};
}

void KeyEditor::showChoice()
{
    const Command command = chosen();
    const QKeySequence keys = entered();
    const QString wrong = mistake();
    m_caption->setText(tr("New keys for \u201c%1\u201d").arg(textOf(command)));
    m_keys->setAccessibleName(m_caption->text());
    m_set->setEnabled(!keys.isEmpty() && wrong.isEmpty());
    m_add->setEnabled(m_set->isEnabled());
    m_reset->setEnabled(!KeyMap::instance().isDefault(command));
    const auto other = keys.isEmpty() ? std::nullopt : KeyMap::instance().conflict(command, keys);
    QString note = tr("Enter goes to the field, then press the keys and Enter again.");
    if (!wrong.isEmpty())
        note = wrong;
    else if (other)
        note = tr("%1 is used for \u201c%2\u201d so far. Set takes it away from there.")
                   .arg(keys.toString(QKeySequence::NativeText), textOf(*other));
    m_note->setText(note);
    inkLabel(m_note, m_theme, wrong.isEmpty() && !other ? ColorId::TextMuted : ColorId::WarningText, FontRole::Small);
}

void KeyEditor::set(bool beside)
{
    const Command command = chosen();
    QList<QKeySequence> keys = beside ? KeyMap::instance().keys(command) : QList<QKeySequence>();
    if (!keys.contains(entered()))
        keys.append(entered());
    m_keys->clear();
    KeyMap::instance().setKeys(command, keys);
}
