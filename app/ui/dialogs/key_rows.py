"""Rows of the page of keys: each action with its keys, which can be others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QKeySequenceEdit, QPushButton, QSizePolicy, QWidget

from app.errors import SidestageError, UsageError
from app.ui.actions import ACTIONS, INSPECTOR, PANE, Action
from app.ui.dialogs.editors import Editor
from app.ui.dialogs.filtering import fold_texts
from app.ui.dialogs.rows import SettingRow
from app.ui.key_rules import Table, check_keys, read_keys
from app.ui.labels import caption
from app.ui.look import GRID, set_gaps
from app.words import keys as words
from app.words import show

if TYPE_CHECKING:
    from app.settings import Choices
    from app.ui.dialogs.rows import Keep

OPTION = "keys"
PLACES = {INSPECTOR: words.IN_INSPECTOR, PANE: words.IN_PANE}


class KeyEditor(Editor):
    """Takes keys that are pressed; a button brings back the usual ones."""

    def __init__(self, action: Action) -> None:
        self._edit = QKeySequenceEdit()
        self._edit.setMaximumSequenceLength(1)
        self._edit.setClearButtonEnabled(True)
        self.reset = QPushButton(show(words.RESET))
        self.reset.setAutoDefault(False)
        self.reset.setAccessibleName(show(words.RESET_ROW.fill(action=action.words)))
        widget = QWidget()
        row = QHBoxLayout(widget)
        set_gaps(row, GRID, 0, 0, 0, 0)
        row.addWidget(self._edit, 1)
        row.addWidget(self.reset)
        self._edit.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        super().__init__(self._edit, widget)
        self._before = ""
        self._edit.editingFinished.connect(self.flush)

    def present(self, value: tuple[str, ...]) -> None:
        """Show the keys: the first can be changed."""
        self._before = value[0] if value else ""
        self._edit.setKeySequence(QKeySequence(self._before))

    def flush(self) -> None:
        """Enter the keys that were pressed."""
        typed = self._edit.keySequence().toString()
        if typed != self._before:
            self._before = typed
            self.entered.emit(typed)


class KeyRow(SettingRow):
    """The row of an action.

    Args:
        action: what the keys do.
        page: title of its page, by which it is found too.
        keep: keeps changes.
    """

    options = (OPTION,)

    def __init__(self, action: Action, page: str, keep: Keep) -> None:
        self._action, self._page, self._keep = action, page, keep
        self._table: Table = {}
        near = words.NEAR_PANE if action.is_local else ""
        self._editor = KeyEditor(action)
        super().__init__(self._editor, show(action.words), PLACES.get(action.window, near))
        self._also = caption("")
        self.add_caption(self._also)
        self._editor.entered.connect(self._enter)
        self._editor.reset.clicked.connect(lambda: self._change(action.keys))

    @property
    def haystack(self) -> str:
        """What it is found by: its words, its keys, its page."""
        return fold_texts((self._page, self._action.words, self._action.name, *self._keys))

    @property
    def _keys(self) -> tuple[str, ...]:
        return self._table.get(self._action.name, self._action.keys)

    def take(self, kept: Choices) -> None:
        """Show which keys hold, unless some were refused just now."""
        before, (self._table, _) = self._keys, read_keys(kept.keys)
        self._editor.reset.setVisible(self._keys != self._action.keys)
        also = ", ".join(self._keys[1:])
        self._also.present(words.ALSO.fill(keys=also) if also else "")
        self._also.setVisible(bool(also))
        self._fit()
        if self._keys != before or not self.error.text():
            self.refuse("")
            self._editor.present(self._keys)

    def _enter(self, typed: str) -> None:
        """Have the keys that were pressed instead of the first."""
        rest = self._keys[1:]
        self._change((typed, *rest) if typed and typed not in rest else rest)

    def _change(self, keys: tuple[str, ...]) -> None:
        try:
            check_keys(self._action, keys, self._table)
        except UsageError as error:
            self.refuse(error.line)
            return
        self.refuse("")
        self._keep({OPTION: put_keys(self._action, keys)}, {}, self._finish)

    def _finish(self, error: SidestageError | None) -> None:
        if error is not None:
            self.refuse(error.line)


def put_keys(action: Action, keys: tuple[str, ...]) -> Callable[[Any], Any]:
    """A change of the option: it holds only what is not usual."""

    def change(table: Mapping[str, Any] | None) -> dict[str, Any] | None:
        others = {name: one for name, one in (table or {}).items() if name != action.name}
        return (others if keys == action.keys else {**others, action.name: list(keys)}) or None

    return change


def make_key_rows(page: str, keep: Keep) -> dict[str, SettingRow]:
    """The rows of all actions, by name."""
    return {action.name: KeyRow(action, page, keep) for action in ACTIONS}
