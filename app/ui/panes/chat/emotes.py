"""Emotes within words: a character keeps their place while words are cleaned and laid out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextCharFormat, QTextLine

from app.ui.text import count_utf16

if TYPE_CHECKING:
    from PySide6.QtGui import QTextLayout

    from app.events import Emote
    from app.ui.panes.chat.fonts import ChatFonts

MIDDLE = 0.36  # of the text's height: what its small letters have their middle at, above the baseline
# What strangers wrote loses both: the first is for private use, and cleaning takes the second away.
MARK, OBJECT = "\ue0fe", "\ufffc"


class EmotePlace(NamedTuple):
    """Where an emote is drawn: its upper left corner, px from that of the words."""

    emote: Emote
    x: int
    y: int


def mark_emotes(text: str, emotes: Sequence[Emote]) -> str:
    """Words with a mark for each emote; an emote's place counts those before it."""
    letters = list(text.replace(MARK, ""))
    for emote in sort_emotes(emotes):
        letters.insert(max(0, emote.index), MARK)
    return "".join(letters)


def sort_emotes(emotes: Sequence[Emote]) -> list[Emote]:
    """Emotes in the order in which they are read."""
    return sorted(emotes, key=lambda emote: emote.index)


def find_objects(text: str) -> Iterator[int]:
    """Where emotes stand in words that are laid out, in Qt's units."""
    at = text.find(OBJECT)
    while at >= 0:
        yield count_utf16(text[:at])
        at = text.find(OBJECT, at + 1)


def make_look(font: QFont, width: int) -> QTextCharFormat:
    """The look of the character that keeps a place so wide: nothing is seen of it."""
    look = QTextCharFormat()
    look.setForeground(QColor(0, 0, 0, 0))
    look.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    look.setFontLetterSpacing(width - QFontMetricsF(font).horizontalAdvance(OBJECT))
    return look


def place_emotes(
    text: QTextLayout, emotes: Sequence[tuple[int, Emote]], fonts: ChatFonts
) -> tuple[EmotePlace, ...]:
    """Where emotes are drawn in words that were laid out."""
    return tuple(EmotePlace(emote, *_find_corner(text, at, fonts)) for at, emote in emotes)


def _find_corner(text: QTextLayout, at: int, fonts: ChatFonts) -> tuple[int, int]:
    """On either side of it, since words may be read from right to left; in the middle of small letters."""
    line = text.lineForTextPosition(at)
    left = min(read_x(line.cursorToX(at, edge)) for edge in QTextLine.Edge)
    middle = line.y() + line.ascent() - fonts.pixels * MIDDLE
    return round(left), round(middle - fonts.emote / 2)


def read_x(told: object) -> float:
    """A place that a line told. Some versions of PySide6 tell the place with the cursor's, some alone."""
    return float(told[0] if isinstance(told, tuple) else told)  # type: ignore[arg-type]
