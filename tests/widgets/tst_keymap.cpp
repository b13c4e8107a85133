// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/shortcuts.h"
#include "tests/support/testprogram.h"
#include "viewsupport.h"
#include "widgets/common/keymap.h"
#include "widgets/common/theme.h"
#include "widgets/shell/keyeditor.h"
#include "widgets/shell/shortcutsheet.h"

#include <QKeyEvent>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

/// The keys of commands, how a person changes them, and how the change is kept.
class TestKeyMap : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { map().resetAll(); }

    void theDefaultsAreSound()
    {
        QSet<QString> names;
        for (const Command command : allCommands()) {
            names.insert(nameOf(command));
            QVERIFY2(!textOf(command).isEmpty(), qPrintable(nameOf(command)));
            QVERIFY(map().isDefault(command));
            for (const QKeySequence& keys : defaultKeysOf(command)) {
                QVERIFY2(!keys.isEmpty() && keys[0].key() != Qt::Key_unknown, qPrintable(nameOf(command)));
                const auto other = map().conflict(command, keys);
                QVERIFY2(!other, qPrintable(nameOf(command) + u" and "_s + (other ? nameOf(*other) : QString())));
                QVERIFY2(keys.count() == 1 || scopeOf(command) == CommandScope::Window, qPrintable(nameOf(command)));
            }
        }
        QCOMPARE(names.size(), allCommands().size());
    }

    void aKeyFindsItsCommand_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
        QTest::addColumn<QString>("text");
        QTest::addColumn<CommandScope>("scope");
        QTest::addColumn<QString>("expected");
        const Qt::KeyboardModifiers none = Qt::NoModifier;
        const Qt::KeyboardModifiers shift = Qt::ShiftModifier;
        const Qt::KeyboardModifiers keypad = Qt::KeypadModifier;
        const Qt::KeyboardModifiers control = Qt::ControlModifier;
        const auto triage = CommandScope::Triage;
        QTest::newRow("a letter") << Qt::Key_R << none << u"r"_s << triage << u"triage.replay"_s;
        QTest::newRow("with Shift") << Qt::Key_R << shift << u"R"_s << triage << u"triage.edit"_s;
        QTest::newRow("the second key") << Qt::Key_I << none << u"i"_s << triage << u"triage.take"_s;
        QTest::newRow("keypad") << Qt::Key_1 << keypad << u"1"_s << triage << u"triage.take"_s;
        QTest::newRow("a sign") << Qt::Key_Slash << shift << u"/"_s << CommandScope::List << u"list.filter"_s;
        QTest::newRow("another scope") << Qt::Key_J << none << u"j"_s << triage << QString();
        QTest::newRow("with Ctrl") << Qt::Key_E << control << QString() << triage << QString();
    }

    void aKeyFindsItsCommand()
    {
        QFETCH(Qt::Key, key);
        QFETCH(Qt::KeyboardModifiers, modifiers);
        QFETCH(QString, text);
        QFETCH(CommandScope, scope);
        const auto found = map().find(QKeyEvent(QEvent::KeyPress, key, modifiers, text), scope);
        QTEST(found ? nameOf(*found) : QString(), "expected");
    }

    void newKeysAreTakenFromOthers()
    {
        QSignalSpy changed(&map(), &KeyMap::changed);
        map().setKeys(Command::Resolve, {QKeySequence(u"J"_s)}); // a list's key counts in Triage too
        QCOMPARE(changed.size(), 1);
        QCOMPARE(map().keys(Command::NextRow), QList<QKeySequence>());
        QCOMPARE(map().text(Command::Resolve), u"J"_s);
        map().setKeys(Command::PauseOperation, {QKeySequence(u"E"_s)}); // another screen than Triage: E is free
        QVERIFY(!map().isDefault(Command::Resolve));
        map().setKeys(Command::GoToHealth, {QKeySequence(u"Ctrl+4"_s), QKeySequence(u"V, H"_s)});
        QCOMPARE(map().keys(Command::ToggleGroups), QList<QKeySequence>()); // V begins two keys now
        map().reset(Command::NextRow);
        QCOMPARE(map().keys(Command::Resolve), QList<QKeySequence>());
        map().resetAll();
        QCOMPARE(map().toText(), QString());
    }

    void changesAreKept()
    {
        map().setKeys(Command::Take, {QKeySequence(u"Ctrl+T"_s), QKeySequence(u"7"_s)});
        map().setKeys(Command::GoToRules, {QKeySequence(u"G, X"_s)});
        map().setKeys(Command::Note, {});
        const QString text = map().toText();
        map().resetAll();
        map().restore(text + u"\nno.such=Q\nrubbish\n"_s);
        QCOMPARE(map().toText(), text);
        QCOMPARE(map().keys(Command::Take), (QList<QKeySequence>{QKeySequence(u"Ctrl+T"_s), QKeySequence(u"7"_s)}));
        QCOMPARE(map().keys(Command::Note), QList<QKeySequence>());
        QCOMPARE(map().hint(u"Write"_s, Command::Note), u"Write"_s);
        QCOMPARE(map().hint(u"Take"_s, Command::Take), u"Take (Ctrl+T)"_s);
    }

    void theSheetShowsThemAsTheyAre()
    {
        const auto keysOf = [](const QString& text) {
            for (const ShortcutGroup& group : consoleShortcuts())
                for (const ShortcutGroup::Line& line : group.lines)
                    if (line.text == text)
                        return line.keys;
            return u"nowhere"_s;
        };
        QCOMPARE(keysOf(textOf(Command::GoToTriage)), u"Ctrl+1 G,T"_s);
        map().setKeys(Command::Take, {QKeySequence(u"7"_s)});
        QCOMPARE(keysOf(textOf(Command::Take)), u"7"_s);
        map().setKeys(Command::Take, {});
        QCOMPARE(keysOf(textOf(Command::Take)), u"nowhere"_s);
    }

    void theEditorWorksByKeyboard()
    {
        QWidget window;
        window.resize(1280, 800);
        Theme theme;
        KeyEditor editor(theme, &window);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        editor.open();
        auto* list = child<QTreeWidget>(editor, u"keyList"_s);
        const auto found = list->findItems(textOf(Command::Take), Qt::MatchExactly | Qt::MatchRecursive);
        QCOMPARE(found.size(), 1);
        list->setCurrentItem(found.constFirst());
        QTest::keyClick(list, Qt::Key_Return);
        auto* keys = child<QKeySequenceEdit>(editor, u"newKeys"_s);
        QVERIFY(keys->hasFocus());
        const auto* note = child<QLabel>(editor, u"keyNote"_s);
        const auto* set = child<QPushButton>(editor, u"setKeys"_s);
        QTest::keyClick(keys, Qt::Key_Space);
        QTRY_VERIFY(note->text().startsWith(u"This key means the same everywhere"_s));
        QVERIFY(!set->isEnabled());
        keys->clear();
        QTest::keyClick(keys, Qt::Key_J);
        QTRY_VERIFY(set->isEnabled());
        QVERIFY2(note->text().contains(textOf(Command::NextRow)), qPrintable(note->text()));
        QTest::keyClick(keys, Qt::Key_Return);
        QCOMPARE(map().text(Command::Take), u"J"_s);
        QVERIFY(map().keys(Command::NextRow).isEmpty());
        QVERIFY(list->hasFocus());
        QCOMPARE(found.constFirst()->text(1), u"J"_s);
        child<QPushButton>(editor, u"resetAllKeys"_s)->click();
        QCOMPARE(found.constFirst()->text(1), u"1, I"_s);
        QTest::keyClick(list, Qt::Key_Escape);
        QVERIFY(!editor.isVisible());
    }

private:
    static KeyMap& map() { return KeyMap::instance(); }
};

SIGNALBOX_TEST(TestKeyMap)
#include "tst_keymap.moc"
