"""Opens the dialogs that are wished for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from app.session import Connect
from app.settings import DEFAULTS, Choices
from app.ui.actions import OWN_GROUP, find_keys
from app.ui.frames import bring_forward
from app.ui.name_box import write_followed_name
from app.ui.wishes import ChooseWay, MeasureScreen, OpenPalette, OpenSettings

if TYPE_CHECKING:
    from app.ui.bindings import Bindings
    from app.ui.dialogs.chooser import ChooserEntry
    from app.ui.dialogs.settings import SettingsDialog
    from app.ui.grants import Grants
    from app.ui.keeper import Keeper


class Dialogs:
    """Opens each over the window, once.

    Args:
        window: over which they stand.
        keeper: has the choices; without one there are no settings.
        grants: where the wishes come in.
        bindings: gives the actions of this and of all other windows, which are made later than this.
    """

    def __init__(
        self,
        window: QWidget,
        keeper: Keeper | None,
        grants: Grants,
        bindings: Callable[[], Iterable[Bindings]],
    ) -> None:
        self._bindings = bindings
        self._window, self._keeper, self._choices = window, keeper, DEFAULTS
        self._settings: SettingsDialog | None = None
        self._grants = grants
        grants.add(OpenPalette, lambda _: self._open_palette())
        if keeper is not None:
            grants.add(OpenSettings, lambda wish: self._open_settings(wish.place))
            grants.add(MeasureScreen, lambda _: self._open_ruler())
            grants.add(ChooseWay, lambda wish: self._choose_way(wish.subject))

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

    def _choose_way(self, subject: str) -> None:
        """Open the settings where what is to be changed stands."""
        from app.ui.dialogs.pages import choose_first_option  # noqa: PLC0415 - not for the first picture

        self._open_settings(choose_first_option(subject, self._choices.way))

    def _open_ruler(self) -> None:
        from app.ui.dialogs.ruler import RulerDialog  # noqa: PLC0415 - not for the first picture

        over = QApplication.activeWindow() or self._window
        RulerDialog(self._choices.rulers, self._grants.grant, over).open()

    def _open_palette(self) -> None:
        from app.ui.dialogs.palette import Palette  # noqa: PLC0415 - not for the first picture

        over = QApplication.activeWindow() or self._window
        Palette(list(self._list_entries()), over).open()

    def _list_entries(self) -> Iterable[ChooserEntry]:
        from app.ui.dialogs.chooser import ChooserEntry  # noqa: PLC0415 - not for the first picture
        from app.ui.dialogs.palette import (  # noqa: PLC0415
            arrange_entry,
            follow_entry,
            list_settings,
        )

        for bindings in self._bindings():
            for row, action in bindings.list_possible(QApplication.focusWidget()):
                if row.wish != OpenPalette():
                    yield ChooserEntry(row.words, action.trigger, find_keys(row.name))
            for own in bindings.list_added(OWN_GROUP):
                yield arrange_entry(own.words, partial(self._grants.grant, own.wish))
        if self._keeper is None:
            return
        for name in self._keeper.kept.get("recent", ()):
            yield follow_entry(write_followed_name(name), partial(self._grants.grant, Connect(name)))
        yield from list_settings(lambda place: self._grants.grant(OpenSettings(place)))
