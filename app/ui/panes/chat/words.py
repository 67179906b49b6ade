"""What a chat row says, as text with looks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextLayout

from app.ui.look import Role, find_look
from app.ui.panes.chat.emotes import MARK, OBJECT, find_objects, mark_emotes, sort_emotes
from app.ui.panes.chat.names import has_right_to_left
from app.ui.panes.chat.sentences import is_somebody, read_words
from app.ui.text import NAME_LIMIT, TEXT_LIMIT, clean, count_utf16, isolate, write_handle
from app.words import chat as phrases
from app.words import show
from app.words.discretion import quote

if TYPE_CHECKING:
    from app.events import Emote
    from app.state import ChatRow

DELETED_LIMIT = 50
GAP = "  "
SPOKEN_KINDS = frozenset({"comment", "question"})
Formats = list[QTextLayout.FormatRange]


class RowWords(NamedTuple):
    """What a row says: the name, empty for nobody; the words; the role of the colour of all that has none.

    `emotes` stand in the words, each at its place in Qt's units.
    """

    name: str
    text: str
    formats: Formats
    colour: Role
    emotes: tuple[tuple[int, Emote], ...] = ()


def find_words(row: ChatRow, *, handles: bool = False, emotes: bool = False) -> RowWords:
    """Name and words with their looks; emotes as pictures, or in words where there is nothing else."""
    if row.others:  # each name in it keeps its own direction
        return RowWords("", read_words(row), [], "muted")
    drawn = row.emotes if emotes and not row.is_deleted and any(one.image_url for one in row.emotes) else ()
    text = _clean_words(row, drawn)
    said = isolate(text) if has_right_to_left(text) else text
    name = clean(row.user.name, NAME_LIMIT) if is_somebody(row) else ""
    if row.is_deleted:
        formats = [make_range(0, count_utf16(said), _make_struck())]
        return RowWords(name, f"{said}{GAP}{show(phrases.REMOVED)}", formats, "muted")
    is_spoken = row.kind in SPOKEN_KINDS and not row.is_history
    colour: Role = "text" if is_spoken else "muted"
    if not (handles or row.reply_to or row.mentions or row.count > 1):  # as nearly all are
        return RowWords(name, said, [], colour, _place_emotes(said, drawn))
    before = _write_before(row, handles=handles)
    looks = [make_range(0, count_utf16(before), _make_pen(find_look().colours.muted))] if before else []
    looks += _mark_mentions(row, said, count_utf16(before))
    times = f"{GAP}×{row.count}" if row.count > 1 else ""
    whole = before + said + times
    return RowWords(name, whole, looks, colour, _place_emotes(whole, drawn))


def _place_emotes(words: str, drawn: Sequence[Emote]) -> tuple[tuple[int, Emote], ...]:
    """Each emote with the place of its character in the words."""
    return tuple(zip(find_objects(words), sort_emotes(drawn), strict=False)) if drawn else ()


def _clean_words(row: ChatRow, drawn: Sequence[Emote]) -> str:
    """Clean words, with a character in the place of each emote that is drawn."""
    if not drawn:
        return clean(quote(show(row.text)), DELETED_LIMIT if row.is_deleted else TEXT_LIMIT)
    text = "" if row.kind == "emote" else show(row.text)
    return clean(quote(mark_emotes(text, drawn))).replace(MARK, OBJECT)


def _write_before(row: ChatRow, *, handles: bool) -> str:
    """What stands quietly before the words: the handle, and who is answered."""
    handle = f"{write_handle(row.user.unique_id, NAME_LIMIT)}{GAP}" if handles and row.user.unique_id else ""
    if row.reply_to is None:
        return handle
    name = clean(row.reply_to.name, NAME_LIMIT)
    return f"{handle}↪ {isolate(name) if has_right_to_left(name) else name}{GAP}"


def _mark_mentions(row: ChatRow, said: str, shift: int) -> Formats:
    """Who is addressed, in bold."""
    names = (name for one in row.mentions for name in (one.unique_id, one.nickname) if name)
    parts = (part for name in dict.fromkeys(names) for part in find_parts(said, name.casefold()))
    return [make_range(start + shift, length, _make_bold()) for start, length in parts]


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
        yield count_utf16(text[:at]), count_utf16(text[at:end])
        at = folded.find(needle, end)


@lru_cache(maxsize=8)
def _make_pen(colour: str) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setForeground(QColor(colour))
    return look


@lru_cache(maxsize=1)
def _make_bold() -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.Bold)
    return look


@lru_cache(maxsize=1)
def _make_struck() -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFontStrikeOut(True)
    return look
