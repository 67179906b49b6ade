"""What a chat row says, as text with looks."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextLayout

from app.ui.emoji import split_formats
from app.ui.look import current, name_colour
from app.ui.panes.chat.model import is_somebody
from app.ui.text import NAME_LIMIT, TEXT_LIMIT, clean, isolate, utf16_length
from app.words import chat as phrases
from app.words import show

if TYPE_CHECKING:
    from app.state import ChatRow

DELETED_LIMIT = 50
GAP = "  "
KEPT_NAMES = 1024
SPOKEN_KINDS = frozenset({"comment", "question"})
# Letters of Hebrew, Arabic and their neighbours, in their blocks.
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


class Words(NamedTuple):
    """Text to lay out: `length` in Qt's units, `formats` of what differs from the rest."""

    text: str
    length: int
    formats: list[QTextLayout.FormatRange]


class RowWords(NamedTuple):
    """What a row says, and the colour of all that has none of its own."""

    text: str
    formats: list[QTextLayout.FormatRange]
    colour: str


def words_of(row: ChatRow) -> RowWords:
    """Name and words with their looks."""
    colours = current().colours
    text = clean(show(row.text), DELETED_LIMIT if row.deleted else TEXT_LIMIT)
    is_mixed = _turns(text) or _turns(row.user.name)
    said = isolate(text) if is_mixed else text
    name = _name_of(row, is_mixed=is_mixed)
    if row.deleted:
        formats = [*name.formats, _range(name.length, utf16_length(said), _struck())]
        return RowWords(f"{name.text}{said}{GAP}{show(phrases.REMOVED)}", formats, colours.muted)
    is_spoken = row.kind in SPOKEN_KINDS and not row.is_history
    return RowWords(name.text + said, name.formats, colours.text if is_spoken else colours.muted)


def _turns(words: str) -> bool:
    """Whether anything in it is written from right to left: only then Qt needs to be told where it ends."""
    return not words.isascii() and _RIGHT_TO_LEFT.search(words) is not None


def _name_of(row: ChatRow, *, is_mixed: bool) -> Words:
    if not is_somebody(row):
        return NO_NAME
    colours = current().colours
    colour = colours.muted if row.deleted or not row.user.id else name_colour(row.user.id)
    return _name(row.user.name, colour, colours.text, is_mixed=is_mixed)


@lru_cache(maxsize=KEPT_NAMES)
def _name(name: str, colour: str, text_colour: str, *, is_mixed: bool) -> Words:
    """A name in its person's colour; see `split_formats`."""
    text = clean(name, NAME_LIMIT)
    if is_mixed:
        text = isolate(text)
    formats = list(split_formats(text, colour, text_colour, _bold))
    return Words(text + GAP, utf16_length(text) + len(GAP), formats)


def _range(start: int, length: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    part = QTextLayout.FormatRange()
    part.start, part.length, part.format = start, length, look
    return part


@lru_cache(maxsize=1024)
def _bold(colour: str) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.Bold)
    look.setForeground(QColor(colour))
    return look


@lru_cache(maxsize=1)
def _struck() -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFontStrikeOut(True)
    return look


NO_NAME = Words("", 0, [])
