"""What came in this stream, comments, gifts and battles by time, as a table for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from app.ui.battle_items import BETWEEN
from app.ui.battle_records import detail_record, list_opponents, title_record, write_scores
from app.ui.tables_out import write_csv
from app.ui.text import clean
from app.words import saving as words
from app.words import show

if TYPE_CHECKING:
    from app.state import BattleRecord, RoomState

SECOND_MS = 1_000
Row = tuple[int, str, str, str, str, int | str, int | str]


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
