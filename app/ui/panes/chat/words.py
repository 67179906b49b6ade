"""What a chat row says, as text with looks."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextLayout

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
# Drawn as pictures unless something says otherwise (Unicode's Emoji_Presentation).
_PICTURES = (
    "\U0001f000-\U0001faff\u231a\u231b\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615\u2648-\u2653\u267f"
    "\u2693\u26a1\u26aa\u26ab\u26bd\u26be\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd\u2705"
    "\u270a\u270b\u2728\u274c\u274e\u2753-\u2755\u2757\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55"
)
# A picture with what belongs to it: selectors, skin tones, flags' tags, and others that are joined to it.
_EMOJI = re.compile(
    f"((?:[{_PICTURES}]|.\ufe0f)(?:[{_PICTURES}]|[\ufe0f\u20e3\U000e0020-\U000e007f]|\u200d.)*)", re.DOTALL
)

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
    """A name in its person's colour, pictures in the colour of text.

    A picture has colours of its own, but Qt keeps drawn glyphs by the pen's colour, for a handful of colours:
    in the colours of many people each emoji is unpacked anew for each row (0.3 ms).
    """
    words, length, formats = clean(name, NAME_LIMIT), 0, []
    if is_mixed:
        words = isolate(words)
    for part in _EMOJI.split(words):  # names and pictures take turns
        look = _bold(text_colour if _EMOJI.fullmatch(part) else colour)
        formats.append(_range(length, utf16_length(part), look))
        length += utf16_length(part)
    return Words(words + GAP, length + len(GAP), formats)


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
