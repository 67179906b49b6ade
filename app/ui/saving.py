"""Saves what came in this stream, comments, gifts and battles by time, as a table for spreadsheets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from app.files import replace_file
from app.ui.battle_items import BETWEEN
from app.ui.battle_records import detail_record, list_opponents, title_record, write_scores
from app.ui.tables_out import write_csv
from app.ui.text import clean
from app.ui.wishes import SaveSession
from app.words import saving as words
from app.words import show

if TYPE_CHECKING:
    from app.state import BattleRecord, RoomState
    from app.ui.grants import Grants

SECOND_MS = 1_000
LONGEST_NAME = 60  # letters of whom was followed, in the name of a file
Row = tuple[int, str, str, str, str, int | str, int | str]


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


def list_rows(state: RoomState) -> Iterator[Row]:
    """Time, kind, name, handle, words, count, diamonds: rows of the chat, gifts and battles, by time."""
    chat = [row for row in state.chat.since(0) if row.kind != "gift"]
    said: list[Row] = [
        (row.at_ms, row.kind, row.user.name, row.user.unique_id, f"{row.text}", "", "") for row in chat
    ]
    given: list[Row] = [
        (gift.first_ms, "gift", gift.user.name, gift.user.unique_id, gift.name, gift.count, gift.diamonds)
        for gift in state.gifts.since(0)
    ]
    fought = [_list_cells(record) for record in state.battle.list_history()]
    yield from sorted(said + given + fought, key=lambda row: row[0])


def _list_cells(record: BattleRecord) -> Row:
    """A battle: against whom, how it ended, its scores, who gave most, what was earned."""
    words = BETWEEN.join((title_record(record)[0], write_scores(record), detail_record(record)))
    earned = "" if record.earned is None else record.earned
    return record.start_ms, "battle", ", ".join(list_opponents(record)), "", words, "", earned


def write_session(rows: list[Row]) -> str:
    """The rows as CSV: times as ISO 8601 in local time, words on one line each."""
    heads = tuple(map(show, words.HEADS))
    lines = (
        (_write_time(at_ms), kind, clean(name), clean(handle), clean(text), count, diamonds)
        for at_ms, kind, name, handle, text, count, diamonds in rows
    )
    return write_csv(heads, lines)


def _write_time(at_ms: int) -> str:
    try:
        return datetime.fromtimestamp(at_ms / SECOND_MS).astimezone().isoformat(timespec="seconds")
    except (OverflowError, OSError, ValueError):
        return ""
