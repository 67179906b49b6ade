"""What a chat row says, as text with looks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextLayout

from app.ui.look import Role, current
from app.ui.panes.chat.names import turns
from app.ui.panes.chat.sentences import is_somebody, said_in
from app.ui.text import NAME_LIMIT, TEXT_LIMIT, clean, isolate, utf16_length
from app.words import chat as phrases
from app.words import show

if TYPE_CHECKING:
    from app.state import ChatRow

DELETED_LIMIT = 50
GAP = "  "
SPOKEN_KINDS = frozenset({"comment", "question"})
Formats = list[QTextLayout.FormatRange]


class RowWords(NamedTuple):
    """What a row says: the name, empty for nobody; the words; the role of the colour of all that has none."""

    name: str
    text: str
    formats: Formats
    colour: Role


def words_of(row: ChatRow, *, handles: bool = False) -> RowWords:
    """Name and words with their looks."""
    if row.others:  # each name in it keeps its own direction
        return RowWords("", said_in(row), [], "muted")
    text = clean(show(row.text), DELETED_LIMIT if row.deleted else TEXT_LIMIT)
    said = isolate(text) if turns(text) else text
    name = clean(row.user.name, NAME_LIMIT) if is_somebody(row) else ""
    if row.deleted:
        formats = [make_range(0, utf16_length(said), _struck())]
        return RowWords(name, f"{said}{GAP}{show(phrases.REMOVED)}", formats, "muted")
    is_spoken = row.kind in SPOKEN_KINDS and not row.is_history
    colour: Role = "text" if is_spoken else "muted"
    if not (handles or row.reply_to or row.mentions or row.count > 1):  # as nearly all are
        return RowWords(name, said, [], colour)
    before = _before(row, handles=handles)
    looks = [make_range(0, utf16_length(before), _pen(current().colours.muted))] if before else []
    looks += _mark_mentions(row, said, utf16_length(before))
    times = f"{GAP}×{row.count}" if row.count > 1 else ""
    return RowWords(name, before + said + times, looks, colour)


def _before(row: ChatRow, *, handles: bool) -> str:
    """What stands quietly before the words: the handle, and who is answered."""
    handle = f"@{clean(row.user.unique_id, NAME_LIMIT)}{GAP}" if handles and row.user.unique_id else ""
    if row.reply_to is None:
        return handle
    name = clean(row.reply_to.name, NAME_LIMIT)
    return f"{handle}↪ {isolate(name) if turns(name) else name}{GAP}"


def _mark_mentions(row: ChatRow, said: str, shift: int) -> Formats:
    """Who is addressed, in bold."""
    names = (name for one in row.mentions for name in (one.unique_id, one.nickname) if name)
    parts = (part for name in dict.fromkeys(names) for part in find_parts(said, name.casefold()))
    return [make_range(start + shift, length, _bold()) for start, length in parts]


def make_range(start: int, length: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    """Part of a text, in Qt's units, with its look."""
    part = QTextLayout.FormatRange()
    part.start, part.length, part.format = start, length, look
    return part


def find_parts(text: str, needle: str) -> Iterator[tuple[int, int]]:
    """Where words stand in a text whatever their capitals: start and length in Qt's units."""
    folded = text.casefold()
    if len(folded) != len(text):  # as of ß: then places would not be the same
        folded = text.lower()
    at = folded.find(needle) if len(folded) == len(text) else -1
    while at >= 0:
        end = at + len(needle)
        yield utf16_length(text[:at]), utf16_length(text[at:end])
        at = folded.find(needle, end)


@lru_cache(maxsize=8)
def _pen(colour: str) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setForeground(QColor(colour))
    return look


@lru_cache(maxsize=1)
def _bold() -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.Bold)
    return look


@lru_cache(maxsize=1)
def _struck() -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFontStrikeOut(True)
    return look
