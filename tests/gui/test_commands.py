"""The table of commands: whatever is heard by a key stands in it, and in the help."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QWidget

from vendorcompare.gui.assembly import Assembly
from vendorcompare.gui.commands import COMMANDS, SCORES_MENU, SEPARATOR, Scope, commands
from vendorcompare.gui.pages import PAGES
from vendorcompare.gui.window.shortcuts_dialog import ShortcutsDialog, shortcuts

_FORMAT = QKeySequence.SequenceFormat.PortableText


def test_ids_are_unique_and_say_their_scope() -> None:
    ids = [command.id for command in COMMANDS]
    assert len(set(ids)) == len(ids)
    for scope in Scope:
        if scope is not Scope.WINDOW:
            assert all(c.id.startswith(f"{scope.name.lower()}.") for c in commands(scope))


def test_no_key_stands_for_two_things_in_one_place(qapp: QApplication) -> None:
    for scope in Scope:
        heard = [
            sequence.toString(_FORMAT)
            for command in commands(scope)
            for keys in command.keys
            for sequence in [QKeySequence(keys)]
        ]
        assert len(set(heard)) == len(heard), scope


def test_the_menu_of_the_scores_has_every_command_of_theirs() -> None:
    names = {command.name for command in commands(Scope.SCORES)}
    assert set(SCORES_MENU) - {SEPARATOR} == names


def test_every_key_of_every_page_stands_in_the_help(application: Assembly, file: Path) -> None:
    application.documents.open(file)
    for page in PAGES:
        application.window.show_page(page.key)
    known = {QKeySequence(keys).toString(_FORMAT) for c in COMMANDS for keys in c.keys} | {
        f"Ctrl+{number}" for number in range(1, len(PAGES) + 1)
    }
    heard = {
        (action.objectName(), sequence.toString(_FORMAT))
        for action in application.window.findChildren(QAction)
        for sequence in action.shortcuts()
        if action.objectName()
    } | {
        ("shortcut", shortcut.key().toString(_FORMAT))
        for shortcut in application.window.findChildren(QShortcut)
        if not isinstance(shortcut.parent(), QDialogButtonBox)
    }
    assert len(heard) > len(PAGES)
    assert {key for key in heard if key[1] and key[1] not in known} == set()


def test_the_help_lists_every_scope_with_its_keys(application: Assembly) -> None:
    dialog = ShortcutsDialog(application.window)
    tree = dialog._form.keys
    shown = {
        tree.topLevelItem(i).child(row).text(0)  # type: ignore[union-attr]
        for i in range(tree.topLevelItemCount())
        for row in range(tree.topLevelItem(i).childCount())  # type: ignore[union-attr]
    }
    dialog.deleteLater()
    assert {"Add criterion", "Move up", "Larger", "Redo"} <= shown
    assert dict(shortcuts(Scope.WINDOW))["Redo"] == "Ctrl+Shift+Z, Ctrl+Y"
    assert isinstance(dialog, QWidget)
