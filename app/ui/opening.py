"""Opens the dialogs that are wished for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.settings import DEFAULTS, Choices
from app.ui.frames import bring_forward
from app.ui.wishes import OpenSettings

if TYPE_CHECKING:
    from app.ui.dialogs.settings import SettingsDialog
    from app.ui.grants import Grants
    from app.ui.ways import Keeper


class Dialogs:
    """Opens each over the window, once.

    Args:
        window: over which they stand.
        keeper: has the choices; without one there are no settings.
        grants: where the wishes come in.
    """

    def __init__(self, window: QWidget, keeper: Keeper | None, grants: Grants) -> None:
        self._window, self._keeper, self._choices = window, keeper, DEFAULTS
        self._settings: SettingsDialog | None = None
        if keeper is not None:
            grants.add(OpenSettings, lambda wish: self._open_settings(wish.place))

    def take(self, choices: Choices) -> None:
        """Take what the user chose."""
        self._choices = choices
        if self._settings is not None and isValid(self._settings):
            self._settings.take(choices)

    def _open_settings(self, place: str) -> None:
        from app.ui.dialogs.settings import SettingsDialog  # noqa: PLC0415 - not for the first picture

        if self._keeper is None:
            return
        if self._settings is None or not isValid(self._settings) or not self._settings.isVisible():
            self._settings = SettingsDialog(self._keeper, self._choices, self._window)
        bring_forward(self._settings)
        self._settings.go_to(place)
