"""Asks before a window is closed that follows a room on air, once and not again if that is not wanted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.ui.wishes import Prefer
from app.words import layouts as words
from app.words import show

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

    from app.settings import Choices
    from app.ui.grants import Grants


class Closing:
    """Whether to ask, and the question.

    Args:
        window: over which it is asked.
        grants: where it goes that nobody wants to be asked again.
        close: closes the window without asking.
    """

    def __init__(self, window: QWidget, grants: Grants, close: Callable[[], None]) -> None:
        self._window, self._grants, self._close = window, grants, close
        self._is_on_air = self._is_wanted = self._is_answered = False
        self._box: QMessageBox | None = None
        self.is_in_use = False

    def take(self, choices: Choices) -> None:
        """Take what the user chose."""
        self._is_wanted = choices.ask_before_close

    def present(self, on_air: bool) -> None:  # noqa: FBT001 - a frame of its source
        """Learn whether a room is on air."""
        self._is_on_air = on_air

    @property
    def has_to_ask(self) -> bool:
        """Whether closing now needs an answer first."""
        return self.is_in_use and self._is_on_air and self._is_wanted and not self._is_answered

    def agree(self) -> None:
        """Ask no more: the end was decided."""
        self._is_answered = True

    def ask(self) -> None:
        """Ask, or bring the question to the front; the box goes by itself."""
        if self._box is None:
            self._box = self._make_box()
            self._box.open()
        self._box.raise_()

    def _make_box(self) -> QMessageBox:
        from PySide6.QtWidgets import QCheckBox, QMessageBox  # noqa: PLC0415 - not for the first picture

        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(show(words.CLOSE_TITLE))
        box.setText(show(words.CLOSE_QUESTION))
        box.setInformativeText(show(words.CLOSE_MEANS))
        leave = box.addButton(show(words.CLOSE_NOW), QMessageBox.ButtonRole.AcceptRole)
        stay = box.addButton(show(words.KEEP_OPEN), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        never = QCheckBox(show(words.ASK_NO_MORE))
        box.setCheckBox(never)
        box.finished.connect(lambda _: self._finish(box.clickedButton() is leave, never.isChecked()))
        return box

    def _finish(self, is_leaving: bool, is_enough: bool) -> None:  # noqa: FBT001 - what a box says
        self._box = None
        if is_enough and is_leaving:
            self._grants.grant(Prefer({"ask_before_close": False}))
        if is_leaving:
            self._close()
