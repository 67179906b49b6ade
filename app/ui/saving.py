"""Asks where to save what came in this stream, and saves it there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from app.files import replace_file
from app.ui.wishes import SaveSession
from app.words import saving as words
from app.words import show

if TYPE_CHECKING:
    from app.state import RoomState
    from app.ui.grants import Grants

LONGEST_NAME = 60  # letters of whom was followed, in the name of a file


class Saver(QObject):
    """Asks where to, then writes.

    Args:
        window: over which it asks.
        grants: where the wish comes in.
        find_state: what is known of the room now.
        say: says a sentence to the user.
    """

    def __init__(
        self,
        window: QWidget,
        grants: Grants,
        find_state: Callable[[], RoomState],
        say: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._window, self._find_state, self._say = window, find_state, say
        grants.add(SaveSession, lambda _: self._ask())

    def _ask(self) -> None:
        """The dialog goes by itself."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - not for the first picture

        dialog = QFileDialog(self._window, show(words.TITLE))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(suggest_name(self._find_state(), datetime.now().astimezone()))
        dialog.fileSelected.connect(self.save)
        dialog.open()

    def save(self, place: str) -> None:
        """Write the table there, and say so."""
        from app.ui.saved_table import list_rows, write_session  # noqa: PLC0415 - not for the first picture

        rows = list(list_rows(self._find_state()))
        try:
            replace_file(Path(place), write_session(rows))
        except OSError as error:
            self._say(words.NOT_SAVED.fill(path=place, reason=error.strerror or error))
        else:
            self._say(words.SAVED.fill(count=len(rows), path=place))


def suggest_name(state: RoomState, now: datetime) -> str:
    """The name of whom was followed, and the day."""
    whom = "".join(one for one in state.connection.status.unique_id if one.isalnum() or one in "._")
    return f"sidestage-{whom[:LONGEST_NAME] or 'room'}-{now:%Y-%m-%d-%H%M}.csv"
